"""What a reviewer decides → decisions in the record."""

from __future__ import annotations

import threading
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from parley.pipeline.decide import Wish, take_decision
from parley.server.data import Current
from parley.server.review import make_queue

router = APIRouter()
_ONE_AT_A_TIME = threading.Lock()


class Decided(BaseModel):
    """A correction: what `parley decide` takes, as JSON."""

    kind: Literal["merge", "split", "reject", "confirm", "correct", "date", "place", "group", "undo"]
    ids: list[str] = Field(min_length=1, max_length=100)
    reason: str = Field(default="reviewed", max_length=2000)
    author: str = Field(default="reviewer", max_length=200)
    value: str | None = Field(default=None, max_length=500)
    slot: str | None = Field(default=None, max_length=40)


@router.post("/decisions", status_code=201)
def decide(request: Request, decided: Decided) -> JSONResponse:
    """Keeps a decision and derives the record anew; the answer holds its id."""
    wish = Wish(decided.kind, decided.ids, decided.reason, decided.author, decided.value, decided.slot)
    with _ONE_AT_A_TIME:
        decision = take_decision(request.app.state.live.location, wish)
    return JSONResponse({"id": decision.id}, 201)


@router.get("/review.json")
def review_json(snapshot: Current) -> JSONResponse:
    """What nobody has judged yet, most doubtful first."""
    tasks = make_queue(snapshot)
    return JSONResponse(
        [
            {
                "id": t.id,
                "kind": t.kind,
                "headline": t.headline,
                "reason": t.reason,
                "ids": t.ids,
                "slots": t.slots,
                "sentences": [c.text for c in t.cites],
            }
            for t in tasks
        ]
    )
