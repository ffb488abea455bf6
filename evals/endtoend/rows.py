"""The shape of the notes in `examples/expected`: which files there are, and which keys their rows may have. See `examples/README.md`."""

from __future__ import annotations

KINDS = ("articles", "reports", "claims", "statements", "commitments", "events", "disagreements")
_COMMON = {"page", "at", "optional"}
_KEYS = {
    "articles": {"page", "published", "published_or", "publisher", "agency", "language", "has", "lacks", "once"},
    "reports": _COMMON | {"event", "type", "mode", "modality", "historical", "certainty", "actors", "recipients", "when", "where", "claimant"},
    "claims": _COMMON | {"measure", "low", "high", "wording", "who", "claimant", "subset", "since"},
    "statements": _COMMON | {"speaker", "kind", "polarity", "same_as"},
    "commitments": _COMMON | {"actor", "due", "status"},
    "events": {"event", "title", "type", "actors", "when", "pages", "sources"},
    "disagreements": {"about", "slot", "verdict", "values", "pages", "optional"},
}


def allowed_keys(kind: str) -> set[str]:
    """Returns the keys a row of this kind may have."""
    return _KEYS[kind]
