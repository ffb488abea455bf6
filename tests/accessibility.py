"""What axe-core finds wrong with a page for people who cannot see, hear or use a mouse."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe


def serious_faults(page: Any) -> list[str]:
    """Returns the serious and critical faults of a page open in the browser, with the first piece of HTML at fault."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found if fault["impact"] in ("serious", "critical")]
