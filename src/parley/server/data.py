"""The record as JSON, CSV and GeoJSON: the same lines as the export, by id and by filter."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from parley.model import UsageError
from parley.record import Run
from parley.record.changes import Change
from parley.record.export import Line
from parley.server import query
from parley.server.forms import to_atom, to_csv, to_geojson
from parley.server.items import FACETS
from parley.server.snapshot import LiveRecord, Snapshot

router = APIRouter()
_GEO, _CSV, _LINES = "application/geo+json", "text/csv; charset=utf-8", "application/x-ndjson"


def current(request: Request) -> Snapshot:
    """Returns the record as it is now."""
    live: LiveRecord = request.app.state.live
    return live.snapshot()


Current = Annotated[Snapshot, Depends(current)]


class Filters(BaseModel):
    """The filters in an address; an empty one is none."""

    model_config = ConfigDict(extra="forbid")

    q: str = ""
    kind: str = ""
    type: str = ""
    mode: str = ""
    modality: str = ""
    verdict: str = ""
    measure: str = ""
    status: str = ""
    actor: str = ""
    place: str = ""
    source: str = ""
    story: str = ""
    since: str = Field(default="", pattern=r"^(\d{4}-\d\d-\d\d)?$")
    until: str = Field(default="", pattern=r"^(\d{4}-\d\d-\d\d)?$")
    cursor: str = ""
    limit: int = Field(default=50, ge=1, le=query.MOST)


def asked(filters: Annotated[Filters, Query()]) -> query.Query:
    """Reads the filters in an address."""
    facets = {name: value for name in FACETS if (value := getattr(filters, name))}
    return query.Query(filters.q, facets, filters.since, filters.until, filters.cursor, filters.limit)


Asked = Annotated[query.Query, Depends(asked)]


@router.get("/items.json")
def items_json(snapshot: Current, wanted: Asked) -> JSONResponse:
    """Items that fit the filters, a stretch at a time: pass `next` as `cursor` for the stretch behind it."""
    answer = snapshot.catalogue.find(wanted)
    return JSONResponse({"total": answer.total, "next": answer.next or None, "facets": answer.facets, "items": answer.items})


@router.get("/items.csv")
def items_csv(snapshot: Current, wanted: Asked) -> Response:
    """The same as a table, a row an item."""
    return Response(to_csv(snapshot.catalogue.every(wanted)), media_type=_CSV)


@router.get("/items.geojson")
def items_geojson(snapshot: Current, wanted: Asked) -> Response:
    """The same as features; an item without a known place has no geometry."""
    return Response(to_geojson(snapshot.catalogue.every(wanted)), media_type=_GEO)


@router.get("/items/{id}.json")
def item_json(id: str, snapshot: Current) -> JSONResponse:
    """One item, as in the export."""
    return JSONResponse(find_line(snapshot, id))


def find_line(snapshot: Snapshot, id_: str) -> Line:
    """Returns the line with this id.

    Raises:
        HTTPException: 404 when there is none.
    """
    line = snapshot.lines.get(id_)
    if line is None:
        raise HTTPException(404, f"nothing in the record has the id {id_}")
    return line


@router.get("/stories.json")
def stories_json(snapshot: Current) -> JSONResponse:
    """All stories."""
    return JSONResponse([line for line in snapshot.lines.values() if line["kind"] == "story"])


@router.get("/stories/{id}.json")
def story_json(id: str, snapshot: Current) -> JSONResponse:
    """One story. What is in it is found by `/items.json?story=ID`."""
    story = find_line(snapshot, id)
    if story["kind"] != "story":
        raise HTTPException(404, f"no story has the id {id}")
    return JSONResponse(story)


@router.get("/record.jsonl")
def record_jsonl(snapshot: Current) -> StreamingResponse:
    """The whole record, one line an item, as `parley export jsonl` writes it."""
    return StreamingResponse((json.dumps(line, ensure_ascii=False) + "\n" for line in snapshot.lines.values()), media_type=_LINES)


def news(request: Request, snapshot: Snapshot, since: str) -> tuple[tuple[Change, ...], Run | None]:
    """Returns what changed since a run, by default the one before the last, and the last run.

    Raises:
        UsageError: when there is no such run.
    """
    runs = sorted(snapshot.runs, key=lambda run: run.started)
    if len(runs) < 2 and not since:
        return (), runs[-1] if runs else None
    chosen = since or runs[-2].id
    if chosen not in {run.id for run in runs}:
        raise UsageError(f"no run {chosen}")
    return snapshot.changes_since(chosen, request.app.state.live.location), runs[-1]


@router.get("/new.json")
def new_json(request: Request, snapshot: Current, since: str = "") -> JSONResponse:
    """What came, went or changed since a run."""
    changes, _ = news(request, snapshot, since)
    return JSONResponse([{"change": c.change, "kind": c.kind, "id": c.id, "headline": c.headline} for c in changes])


@router.get("/feed.atom")
def feed(request: Request, snapshot: Current) -> Response:
    """What the last run brought, as an Atom feed."""
    changes, run = news(request, snapshot, "")
    added = [c for c in changes if c.change == "added" and c.kind in ("event", "disagreement", "story", "commitment")]
    return Response(to_atom(added, run, str(request.base_url).rstrip("/")), media_type="application/atom+xml")


@router.get("/{part}.json")
def part_json(part: str, snapshot: Current) -> JSONResponse:
    """All sources, actors, places, articles, pages, issues, decisions or runs."""
    kinds = {"sources": "source", "actors": "actor", "places": "place", "pages": "page", "articles": "article", "issues": "issue"}
    kinds |= {"decisions": "decision", "runs": "run"}
    if part not in kinds:
        raise HTTPException(404, f"there is no list of {part}")
    return JSONResponse([line for line in snapshot.lines.values() if line["kind"] == kinds[part]])
