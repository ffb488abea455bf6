"""`parley serve`: the record as web pages, for this machine's browser."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from parley.cli.options import record_option


@click.command("serve")
@record_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; any but this machine's own needs a token.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option(
    "--token", envvar="PARLEY_TOKEN", help="Word that opens the server. With an address others can reach, one is made up when none is given."
)
def command(location: Path | str, host: str, port: int, token: str | None) -> None:
    """Serve the record on this machine: search, all pages, review.

    The address is printed. Decisions taken in the browser are kept in the record like those of `parley decide`. There is no encryption:
    put a proxy with TLS before it when others are to reach it.
    """
    import uvicorn

    from parley.server import create_app
    from parley.server.security import Guard, is_loopback

    if token is None and not is_loopback(host):
        token = secrets.token_urlsafe(18)
    app = create_app(location, Guard(token))
    name = f"[{host}]" if ":" in host else host
    click.echo(f"http://{name}:{port}/" + (f"  token: {token}" if token else ""))
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
