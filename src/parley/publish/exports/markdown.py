"""A record → a brief in Markdown: nothing on it is written by Parley but fixed labels; every line quotes a sentence and says who printed it.

Page text is escaped, so that it can be no markup, link or HTML in any Markdown reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.publish.event_views import EventView, event_views
from parley.publish.exports.cells import plain
from parley.publish.exports.content import Content
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, Note, text_export
from parley.publish.index import Cite
from parley.publish.labels import count
from parley.publish.ledger import CASUALTIES, Figure, make_ledger
from parley.publish.quarrels import Quarrel, make_quarrels
from parley.publish.steps import Step, make_steps

_MARKUP = re.compile(r"[\\`*_{}\[\]()#~|!$^=]")
_QUOTED = 2
"""Quotations under one line; the rest are in the record."""


def export(content: Content, counting: Counting) -> Export:
    """Makes the brief. Denied and supposed events are on it and say so."""
    lines = [line for part in (_head, _events, _figures, _quarrels, _steps, _sources) for line in part(content)]
    left_out = [Note(len(content.view.statements), "statements"), Note(_other_figures(content), "figures that are not of casualties")]
    return text_export("brief.md", "\n".join(lines) + "\n", left_out)


def escape(text: str) -> str:
    """Returns page text as Markdown that shows it and does nothing else."""
    shown = _MARKUP.sub(lambda m: "\\" + m[0], plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    return shown.replace("://", "&#58;//").replace("www.", "www&#46;").replace("@", "&#64;")


def _head(content: Content) -> Iterator[str]:
    yield "# Brief"
    yield ""
    run = content.last_run()
    numbers = [count(len(content.pages), "page"), count(len(content.index.sources), "independent source"), count(len(content.view.events), "event")]
    yield " · ".join([*numbers, *([run.started[:10]] if run else [])])
    if content.view.stories:
        yield ""
        yield from (f"- {escape(s.title)}: {count(len(s.articles), 'article')}, {s.first or '?'} – {s.last or '?'}" for s in content.view.stories)


def _events(content: Content) -> Iterator[str]:
    yield from ("", "## Events", "")
    for view in event_views(content.index, content.view.events, {}):
        standing = [view.modality.text] if view.modality.key != "held" else []
        background = ["background"] if view.historical else []
        told = [view.type, *standing, *background, ", ".join(view.actors), view.where, count(view.independent, "independent source")]
        yield f"- **{view.when}** · " + " · ".join(escape(part) for part in told if part)
        yield from _quotes(_cites(view))


def _cites(view: EventView) -> list[Cite]:
    """One quotation of each source before the second of any."""
    return [column.quotes[0] for column in view.columns if column.quotes]


def _quotes(cites: Iterable[Cite]) -> Iterator[str]:
    chosen = list(cites)
    yield from (f"  - “{escape(c.text)}” — {escape(c.publisher)}, {c.day}" for c in chosen[:_QUOTED])
    if len(chosen) > _QUOTED:
        yield f"  - {count(len(chosen) - _QUOTED, 'more source')}"


def _figures(content: Content) -> Iterator[str]:
    figures = [f for f in make_ledger(content.index, content.view.claims) if f.measure in CASUALTIES]
    if figures:
        yield from ("", "## Figures", "", "| counted | figure | says who | printed | sources | sentence |", "|---|---|---|---|---|---|")
        yield from map(_figure_row, figures)


def _figure_row(figure: Figure) -> str:
    counted = " ".join(filter(None, ("of them" if figure.depth else "", figure.measure, figure.who)))
    quote = f"“{figure.cites[0].text}”" if figure.cites else ""
    cells = (counted, figure.bounds, figure.claimant, figure.printed, str(len(figure.sources)), quote)
    return "| " + " | ".join(escape(cell) for cell in cells) + " |"


def _quarrels(content: Content) -> Iterator[str]:
    numbers = {d.id: n for n, d in enumerate(content.view.disagreements, 1)}
    quarrels = make_quarrels(content.index, content.view.disagreements, numbers, {})
    if quarrels:
        yield from ("", "## Disagreements", "")
    for quarrel in quarrels:
        yield from _quarrel_lines(quarrel)


def _quarrel_lines(quarrel: Quarrel) -> Iterator[str]:
    yield f"- **{quarrel.verdict.text}** · {escape(quarrel.slot)} · {escape(quarrel.why)}"
    for value in quarrel.values:
        cite = f" “{escape(value.cites[0].text)}” — {escape(value.cites[0].publisher)}, {value.cites[0].day}" if value.cites else ""
        yield f"  - {escape(value.value)}:{cite}"


def _steps(content: Content) -> Iterator[str]:
    steps = make_steps(content.index, content.view.commitments, {f.commitment: f for f in content.view.follow_ups})
    if steps:
        yield from ("", "## Next steps", "")
    for step in steps:
        yield _step_line(step)
        yield from _quotes(step.cites[:1])


def _step_line(step: Step) -> str:
    told = (step.actor, step.action, step.place, step.status.text)
    return f"- **{step.due or 'no date'}** · " + " · ".join(escape(part) for part in told if part)


def _sources(content: Content) -> Iterator[str]:
    yield from ("", "## Sources", "")
    for source in content.index.tags(content.index.sources):
        yield f"- {source.tag} {escape(source.name)}: {count(source.articles, 'article')}"
    yield ""
    for article in content.articles:
        day = article.published.first.isoformat() if article.published else "no date"
        printed = (content.index.publisher(article), day, content.index.title(article))
        yield f"- {content.index.source(article.id).tag} · " + " · ".join(map(escape, printed))


def _other_figures(content: Content) -> int:
    return sum(c.item.measure not in CASUALTIES for c in content.view.claims)
