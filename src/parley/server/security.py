"""Who may ask: this machine's own browser, or whoever has the token; and no other page on that browser's behalf."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from fastapi import Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

COOKIE = "parley_token"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_OPEN = ("/assets/", "/login")


@dataclass(frozen=True, slots=True)
class Guard:
    """What a request must bring.

    Args:
        token: the word that opens the server; None where it listens to this machine alone.
        hosts: names by which the server may be called, so that a foreign name that leads here opens nothing.
        forgery: sent with every page, and back with everything that changes the record.
    """

    token: str | None = None
    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "[::1]"})
    forgery: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    async def __call__(self, request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        """Lets a request through, or answers it itself."""
        refusal = self._refusal(request)
        response = refusal if refusal is not None else await answer(request)
        response.headers["Content-Security-Policy"] = response.headers.get("Content-Security-Policy", POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    def _refusal(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if self.token is None and urlsplit(f"//{host}").hostname not in {name.strip("[]") for name in self.hosts}:
            return JSONResponse({"detail": "this server answers to its own name only"}, 421)
        if not request.url.path.startswith(_OPEN) and not self.knows(request):
            if "text/html" in request.headers.get("accept", ""):
                return RedirectResponse(f"/login?to={quote(request.url.path)}", 303)
            return JSONResponse({"detail": "a token is needed"}, 401, {"WWW-Authenticate": "Bearer"})
        if request.method not in ("GET", "HEAD") and request.url.path != "/login":
            sent = request.headers.get("x-parley-forgery", "")
            if not hmac.compare_digest(sent.encode(), self.forgery.encode()):
                return JSONResponse({"detail": "the page this came from is not ours, or is from before a restart: load it again"}, 403)
        return None

    def knows(self, request: Request) -> bool:
        """Returns whether the request has the token, in a cookie or as a bearer."""
        if self.token is None:
            return True
        scheme, _, word = request.headers.get("authorization", "").partition(" ")
        sent = word if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
        return self.opens(sent)

    def opens(self, word: str) -> bool:
        return self.token is None or hmac.compare_digest(word.encode(), self.token.encode())


def is_loopback(host: str) -> bool:
    """Returns whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
