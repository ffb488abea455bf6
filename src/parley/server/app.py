"""A record → the web application over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from parley import __version__
from parley.model import ParleyError, UsageError
from parley.server import data, html, reviewing
from parley.server.security import Guard
from parley.server.snapshot import LiveRecord
from parley.store import Location


def create_app(location: Location, guard: Guard | None = None) -> FastAPI:
    """Makes the application.

    Args:
        location: its folder, or the address of its database.
        guard: who may ask; by default this machine's own browser, without a token.

    Raises:
        RecordError: when there is no readable record.
    """
    app = FastAPI(title="Parley record", version=__version__, docs_url=None, redoc_url=None)
    app.state.live, app.state.guard = LiveRecord(location), guard or Guard()
    for router in (reviewing.router, data.router, html.router):
        app.include_router(router)

    @app.middleware("http")
    async def unchanged(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        """Answers 304 to whoever already has this state of the record; an address always means the same within one state."""
        if request.method != "GET" or request.url.path.startswith(("/assets/", "/login")):
            return await answer(request)
        tag = f'W/"{app.state.live.version()}"'
        response = Response(status_code=304) if request.headers.get("if-none-match") == tag else await answer(request)
        if response.status_code in (200, 304):
            response.headers.update({"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept, Cookie, Authorization"})
        return response

    @app.middleware("http")
    async def guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        checked: Guard = app.state.guard
        return await checked(request, answer)

    @app.exception_handler(ParleyError)
    def refuse(request: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"detail": str(error)}, 400 if isinstance(error, UsageError) else 503)

    return app
