"""Everything cited → W3C Web Annotations (Recommendation of 23 February 2017), an AnnotationPage in JSON-LD.

Each annotation has two kinds of target: the page (its address, or `urn:parley:page:ID`) by a TextQuoteSelector, and the article's clean text
(`urn:parley:article:ID`, the `text` of `parley export jsonl`) by TextQuoteSelector and TextPositionSelector. Positions count Unicode code points,
the end not included; in the page itself they are given for plain-text pages alone, where they index the page as decoded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.model import Evidence
from parley.publish.exports.cells import web_address
from parley.publish.exports.content import Content
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, Note, inert_json, text_export
from parley.record.view import Filed

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters of prefix and suffix, by which a quotation is found again when it stands in a text twice."""


def export(content: Content, counting: Counting) -> Export:
    """Makes annotations of all reports, claims, statements and commitments."""
    items = [_annotation(content, filed, words, reason) for filed, words, reason in _filed(content)]
    page = {"@context": _CONTEXT, "id": "urn:parley:annotations", "type": "AnnotationPage", "items": items}
    left_out = [
        Note(len(content.view.events), "events (their reports are annotated)"),
        Note(len(content.view.disagreements), "disagreements"),
        Note(len(content.view.stories), "stories"),
    ]
    return text_export("annotations.jsonld", inert_json(page, indent=1) + "\n", left_out)


def _filed(content: Content) -> Iterator[tuple[Filed[object], str, str]]:
    view = content.view
    yield from ((r, " ".join(filter(None, ("report", r.item.type, r.item.mode, r.item.modality))), "classifying") for r in view.reports)
    yield from ((c, f"claim {c.item.measure}", "classifying") for c in view.claims)
    yield from ((s, f"statement {s.item.kind} {s.item.polarity}", "classifying") for s in view.statements)
    yield from ((c, f"commitment {c.item.status}", "classifying") for c in view.commitments)


def _annotation(content: Content, filed: Filed[object], words: str, motivation: str) -> dict[str, object]:
    return {
        "id": f"urn:parley:{filed.id}",
        "type": "Annotation",
        "motivation": motivation,
        "body": [{"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": words}],
        "target": list(_targets(content, filed.evidence)),
    }


def _targets(content: Content, evidence: Iterable[Evidence]) -> Iterator[dict[str, object]]:
    for cited in evidence:
        article = content.index.articles[cited.article]
        start, end = cited.span.start, cited.span.end
        quote = {
            "type": "TextQuoteSelector",
            "exact": cited.span.text,
            "prefix": article.text[max(0, start - _AROUND) : start],
            "suffix": article.text[end : end + _AROUND],
        }
        on_page: list[object] = [{k: v for k, v in quote.items() if k in ("type", "exact")}]
        if cited.page_start is not None and cited.page_end is not None:
            on_page.append(position(cited.page_start, cited.page_end))
        yield {"type": "SpecificResource", "source": web_address(article.url) or f"urn:parley:page:{cited.page}", "selector": on_page}
        yield {"type": "SpecificResource", "source": f"urn:parley:article:{article.id}", "selector": [quote, position(start, end)]}


def position(start: int, end: int) -> dict[str, object]:
    """A TextPositionSelector; code points, end exclusive."""
    return {"type": "TextPositionSelector", "start": start, "end": end}
