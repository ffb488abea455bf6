"""The record as web pages, from the same templates as the report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment

from parley.publish import render_report
from parley.publish.days import days_label, in_words
from parley.publish.labels import modality_label, slot_label, type_label
from parley.publish.report import asset, environment, without_unfit
from parley.record import why
from parley.record.decisions import in_force
from parley.record.headlines import headline
from parley.server import query
from parley.server.data import Asked, Current, find_line, news
from parley.server.items import KINDS, REST, days_of
from parley.server.review import make_queue
from parley.server.security import COOKIE, Guard
from parley.server.snapshot import LINKS, Snapshot

_SENTENCES = 40
"""Sentences shown under one item."""
router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_ASSETS = {"style.css": "text/css", "report.js": "text/javascript", "server.css": "text/css", "review.js": "text/javascript"}


@cache
def _templates() -> Environment:
    found = environment("parley.server")
    found.filters["headline"] = headline
    found.filters["in_words"] = in_words
    found.filters["slot"] = slot_label
    found.globals["days"] = days_label
    return found


def _page(request: Request, snapshot: Snapshot, template: str, title: str, **values: object) -> HTMLResponse:
    guard: Guard = request.app.state.guard
    text = _templates().get_template(template).render(
        title=title, at=LINKS, report=snapshot, path=request.url.path, forgery=guard.forgery, has_token=guard.token is not None, **values
    )  # fmt: skip
    return HTMLResponse(without_unfit(text))


@router.get("/")
def overview(request: Request, snapshot: Current) -> HTMLResponse:
    return _page(request, snapshot, "overview.html.j2", "Overview", conflicts=[d for d in snapshot.view.disagreements if d.verdict == "conflict"])


@router.get("/stories/{id}")
def story(request: Request, id: str, snapshot: Current) -> HTMLResponse:
    part = snapshot.parts.get("" if id == REST else id)
    if part is None:
        raise HTTPException(404, f"no story has the id {id}")
    return _page(request, snapshot, "one_story.html.j2", part.title, story=snapshot.story(part), place=part.number, is_folded=False)


@router.get("/sources")
def sources(request: Request, snapshot: Current, cursor: str = "") -> HTMLResponse:
    members = snapshot.forest.members
    shown, after = query.stretch(members, [snapshot.index.source(ids[0]).tag for ids in members], cursor)
    trees = [snapshot.forest.tree(ids, compared=0) for ids in shown]
    return _page(request, snapshot, "source_list.html.j2", "Sources and copies", trees=trees, after=after, cursor=cursor)


@router.get("/sources/{tag}")
def one_source(request: Request, tag: str, snapshot: Current) -> HTMLResponse:
    tree = snapshot.tree(tag)
    if tree is None:
        raise HTTPException(404, f"there is no source {tag}")
    return _page(request, snapshot, "one_source.html.j2", f"{tag} {tree.source.name}", tree=tree)


@router.get("/people")
def people(request: Request, snapshot: Current) -> HTMLResponse:
    return _page(request, snapshot, "part.html.j2", "Actors and places", part="people.html.j2")


@router.get("/issues")
def issues(request: Request, snapshot: Current) -> HTMLResponse:
    return _page(request, snapshot, "part.html.j2", "Issues", part="issues.html.j2")


@router.get("/pages")
def pages(request: Request, snapshot: Current, cursor: str = "") -> HTMLResponse:
    articles = list(snapshot.index.articles.values())
    shown, after = query.stretch(articles, [f"p{number}" for number in snapshot.index.numbers.values()], cursor)
    return _page(request, snapshot, "page_list.html.j2", "Pages", shown=shown, after=after, cursor=cursor)


@router.get("/pages/{tag}")
def one_page(request: Request, tag: str, snapshot: Current) -> HTMLResponse:
    sheet = snapshot.sheet(tag)
    if sheet is None:
        raise HTTPException(404, f"there is no page {tag}")
    return _page(request, snapshot, "one_page.html.j2", sheet.title, sheet=sheet)


@router.get("/items")
def items(request: Request, snapshot: Current, wanted: Asked) -> Response:
    kinds = {"application/json": "json", "text/csv": "csv", "application/geo+json": "geojson"}
    form = kinds.get(request.headers.get("accept", "").split(",")[0].split(";")[0].strip())
    if form:
        return RedirectResponse(f"/items.{form}?{request.url.query}", 307)
    chosen = dict(wanted.facets or {}) | {"q": wanted.words, "since": wanted.since, "until": wanted.until}
    chosen = {name: value for name, value in chosen.items() if value}

    def address(change: Mapping[str, str], form: str = "") -> str:
        """This page with other filters; an empty value takes one away."""
        return f"/items{form}?" + urlencode({name: value for name, value in (chosen | dict(change)).items() if value})

    def shown(facet: str, value: str) -> str:
        return _facet_words(snapshot, facet, value)

    answer = snapshot.catalogue.find(wanted)
    return _page(request, snapshot, "items.html.j2", "Search", answer=answer, chosen=chosen, address=address, shown=shown, days_of=days_of)


def _facet_words(snapshot: Snapshot, facet: str, value: str) -> str:
    """Returns a facet's value as a reader knows it: a source by its tag and name, a story by its title."""
    if facet == "source" and value in snapshot.index.sources:
        source = snapshot.index.sources[value]
        return f"{source.tag} {source.name}"
    if facet == "story":
        part = snapshot.parts.get("" if value == REST else value)
        return part.title if part else value
    if facet == "modality":
        return modality_label(value).text
    return type_label(value) if facet == "type" else value


@router.get("/items/{id}")
def item(request: Request, id: str, snapshot: Current) -> Response:
    line = find_line(snapshot, id)
    number = snapshot.index.numbers.get(id)
    if number is not None:
        return RedirectResponse(LINKS.page(f"p{number}"), 307)
    explained = why(id, snapshot.view, snapshot.articles) if line["kind"] in KINDS[:9] else None
    cites = [(entry, snapshot.index.cite(entry.evidence)) for entry in explained.because[:_SENTENCES]] if explained else []
    decisions = [d for d in in_force(snapshot.decisions) if any((a.article, a.quote) in _quoted(explained) for a in d.anchors)] if explained else []
    event = snapshot.event(id)
    return _page(request, snapshot, "item.html.j2", str(line["kind"]), line=line, explained=explained, event=event, cites=cites, decisions=decisions)


def _quoted(explained: object) -> set[tuple[str, str]]:
    return {(entry.evidence.article, entry.evidence.span.text) for entry in getattr(explained, "because", ())}


@router.get("/review")
def review(request: Request, snapshot: Current) -> HTMLResponse:
    return _page(request, snapshot, "review.html.j2", "Review", tasks=make_queue(snapshot))


@router.get("/decisions")
def decisions(request: Request, snapshot: Current) -> HTMLResponse:
    live = {d.id for d in in_force(snapshot.decisions)}
    return _page(request, snapshot, "decisions.html.j2", "Decisions", decisions=snapshot.decisions[::-1], live=live, waiting=set(snapshot.view.unfit))


@router.get("/new")
def new(request: Request, snapshot: Current, since: str = "") -> HTMLResponse:
    changes, run = news(request, snapshot, since)
    return _page(request, snapshot, "new.html.j2", "New", changes=changes[:1000], more=max(len(changes) - 1000, 0), run=run, since=since)


@router.get("/report.html")
def whole(snapshot: Current) -> HTMLResponse:
    """The single file, with its own policy inside."""
    text = render_report(snapshot.pages, snapshot.articles, snapshot.view, snapshot.issues, snapshot.runs)
    return HTMLResponse(
        text, headers={"Content-Security-Policy": "frame-ancestors 'none'", "Content-Disposition": 'attachment; filename="report.html"'}
    )


@router.get("/assets/{name}")
def assets(name: str) -> Response:
    if name not in _ASSETS:
        raise HTTPException(404, f"there is no {name}")
    own = resources.files("parley.server").joinpath("templates", name)
    text = own.read_text(encoding="utf-8") if own.is_file() else asset(name)
    return Response(text, media_type=f"{_ASSETS[name]}; charset=utf-8", headers={"Cache-Control": "private, max-age=3600"})


@router.get("/login")
def login_page(request: Request, to: str = "/") -> HTMLResponse:
    return HTMLResponse(_templates().get_template("login.html.j2").render(to=_inside(to), wrong=False))


@router.post("/login")
async def login(request: Request) -> Response:
    sent = {name: values[0] for name, values in parse_qs((await request.body())[:4096].decode("utf-8", "replace")).items()}
    guard: Guard = request.app.state.guard
    to, word = _inside(sent.get("to", "/")), sent.get("token", "")
    if not guard.opens(word):
        return HTMLResponse(_templates().get_template("login.html.j2").render(to=to, wrong=True), 403)
    response = RedirectResponse(to, 303)
    response.set_cookie(COOKIE, word, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return response


def _inside(to: str) -> str:
    """Only a way to a page of this server."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"
