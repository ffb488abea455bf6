"""Content → identifiers: the same input gives the same id, in any order, on any engine."""

from __future__ import annotations

import hashlib

_LENGTH = 16


def identify(kind: str, *parts: object) -> str:
    """Returns `kind-` and 16 hexadecimal digits of the SHA-256 of `parts`, joined unambiguously.

    Args:
        kind: one letter or short word that says what is named, such as `a` for an article.
        parts: what the thing is made of; `repr` is not used, so pass strings, numbers, bytes or None.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else b"\0" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(str(len(data)).encode() + b":" + data)
    return f"{kind}-{digest.hexdigest()[:_LENGTH]}"
