"""Pages, articles, decisions, issues and runs → their lines."""

from __future__ import annotations

import hashlib

from parley.model import Article, Issue, Page, identify
from parley.record.decisions import Decision
from parley.record.export.parts import days_line
from parley.record.export.shapes import Line
from parley.record.runs import Run


def page_line(page: Page) -> Line:
    return {
        "kind": "page",
        "id": page.id,
        "path": page.path,
        "media": page.media,
        "url": page.url,
        "characters": len(page.raw),
        "digest": hashlib.sha256(page.raw.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def article_line(article: Article, source: str) -> Line:
    return {
        "kind": "article",
        "id": article.id,
        "page": article.page,
        "source": source,
        "title": article.title,
        "text": article.text,
        "published": days_line(article.published),
        "publisher": article.publisher,
        "agency": article.agency,
        "byline": article.byline,
        "dateline": article.dateline,
        "language": article.language,
        "url": article.url,
        "kept": [list(pair) for pair in article.kept],
        "dropped": [{"start": d.start, "end": d.end, "reason": d.reason} for d in article.dropped],
    }


def decision_line(decision: Decision, is_unfit: bool) -> Line:
    return {
        "kind": "decision",
        "id": decision.id,
        "type": decision.kind,
        "anchors": [{"kind": a.kind, "article": a.article, "quote": a.quote, "start": a.start} for a in decision.anchors],
        "slot": decision.slot,
        "value": decision.value,
        "author": decision.author,
        "at": decision.at,
        "reason": decision.reason,
        "fits": not is_unfit,
    }


def issue_line(issue: Issue) -> Line:
    id_ = identify("i", issue.page, issue.stage, issue.message)
    return {"kind": "issue", "id": id_, "page": issue.page, "stage": issue.stage, "message": issue.message}


def run_line(run: Run) -> Line:
    return {
        "kind": "run",
        "id": run.id,
        "started": run.started,
        "seconds": run.seconds,
        "code": run.code,
        "model": run.model,
        "lexicon": run.lexicon,
        "configuration": run.configuration,
        "inputs": run.inputs,
        "counts": run.counts,
    }
