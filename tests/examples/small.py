"""A small set of notes and the record that fits them exactly, written by hand. Tests spoil one thing at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Line = dict[str, Any]

FIRST = (
    "Ada Brandt met Omar Lind in Bern on Monday. At least 14 people, including three children, were killed, the clinic said. “We go on,” Brandt said."
)
LATER = FIRST.replace("on Monday", "yesterday")
OTHER = "Omar Lind said 20 people had died. He denied that he had left. “One. “Two."

NOTES: dict[str, Any] = {
    "names": {"Norland": ["Norlandic government"]},
    "sources": {"sources": [["01", "02"], ["03"]], "links": []},
    "stories": {"unread": [], "happenings": [["01", "02"], ["03"]], "stories": [["01", "02", "03"]]},
    "articles": [
        {
            "page": "01",
            "published": "2021-03-08",
            "publisher": "Harbour Post",
            "has": ["met Omar Lind in Bern"],
            "lacks": ["cookies"],
            "once": ["We go on"],
        },
        {"page": "02", "published": None, "published_or": ["2021-03-08", "2021-03-10"], "publisher": None, "has": ["yesterday"]},
        {"page": "03", "published": ["2021-03-09", "2021-03-09"], "publisher": "Norland Today", "agency": "Own Wire", "language": "en"},
    ],
    "reports": [
        {
            "page": "01",
            "event": "bern",
            "type": "CONSULT",
            "actors": ["Ada Brandt|Norland", "Omar Lind"],
            "when": "2021-03-08",
            "where": "Bern",
            "at": "Ada Brandt met Omar Lind in Bern",
        },
        {
            "page": "01",
            "event": "attack",
            "type": "ASSAULT",
            "actors": [],
            "at": "14 people, including three children, were killed",
            "optional": True,
        },
        {
            "page": "03",
            "event": "bern",
            "type": "RETREAT|CONSULT",
            "modality": "negated",
            "actors": ["Omar Lind"],
            "when": None,
            "at": "that he had left",
        },
    ],
    "claims": [
        {"page": "01", "measure": "killed", "low": 14, "who": "people", "claimant": "clinic", "at": "At least 14 people"},
        {"page": "01", "measure": "killed", "low": 3, "high": 3, "subset": "14", "at": "including three children"},
        {"page": "03", "measure": "killed", "low": 20, "high": 20, "claimant": "Omar Lind", "at": "20 people had died"},
    ],
    "statements": [
        {"page": "01", "speaker": "Ada Brandt", "kind": "direct", "at": "We go on"},
        {"page": "03", "speaker": "Omar Lind", "kind": "indirect", "polarity": "denied", "at": "he had left"},
        {"page": "03", "speaker": None, "kind": "direct", "at": "One."},
        {"page": "03", "speaker": None, "kind": "direct", "at": "Two.", "same_as": "One."},
    ],
    "commitments": [{"page": "01", "actor": "Ada Brandt", "due": None, "status": "pledged", "at": "We go on"}],
    "events": [{"event": "bern", "type": "CONSULT", "actors": ["Omar Lind"], "when": "2021-03-08", "pages": ["01", "03"], "sources": [2, 2]}],
    "disagreements": [
        {"about": "the dead", "slot": "figure", "verdict": "conflict", "values": ["14", "20"], "pages": ["01", "03"]},
        {"about": "where", "slot": "place", "verdict": "compatible", "values": [], "pages": ["01"], "optional": True},
    ],
}


def cite(article: str, text: str) -> list[Line]:
    return [{"article": article, "text": text, "start": 0, "end": len(text), "page": "p" + article[1:]}]


def record() -> list[Line]:
    """Returns fresh lines of the record that fits the notes."""
    day = {"first": "2021-03-08", "last": "2021-03-08", "how": "stated"}
    next_day = {"first": "2021-03-09", "last": "2021-03-09", "how": "metadata"}
    killed = "At least 14 people, including three children, were killed"
    meeting = {"kind": "report", "type": "CONSULT", "modality": "asserted", "when": day, "where": {"name": "Bern"}}
    both = [{"name": "Ada Brandt"}, {"name": "Omar Lind"}]
    figure = {"kind": "claim", "measure": "killed", "low": 14, "high": None, "who": "people", "claimant": "the clinic", "subset_of": None}
    dead = {**figure, "low": 20, "high": 20, "claimant": "Omar Lind"}
    speech = {"kind": "statement", "type": "direct", "polarity": "affirmed"}
    return [
        {"kind": "page", "id": "p1", "path": "pages/01-first.html"},
        {"kind": "page", "id": "p2", "path": "pages/02-later.txt"},
        {"kind": "page", "id": "p3", "path": "03-other.txt"},
        {"kind": "article", "id": "a1", "page": "p1", "text": FIRST, "published": day, "publisher": "Harbour Post"},
        {"kind": "article", "id": "a2", "page": "p2", "text": LATER, "published": next_day, "publisher": None},
        {
            "kind": "article",
            "id": "a3",
            "page": "p3",
            "text": OTHER,
            "published": next_day,
            "publisher": "Norland Today",
            "agency": "Own Wire",
            "language": "en",
        },
        {"kind": "copy", "id": "c1", "from": "a1", "to": "a2", "contained": 0.9},
        {"kind": "source", "id": "s1", "articles": ["a1", "a2"]},
        {"kind": "source", "id": "s2", "articles": ["a3"]},
        {"kind": "story", "id": "t1", "articles": ["a1", "a2", "a3"], "happenings": [["a1", "a2"], ["a3"]]},
        {**meeting, "id": "r1", "article": "a1", "actors": both, "evidence": cite("a1", "Ada Brandt met Omar Lind in Bern on Monday.")},
        {**meeting, "id": "r2", "article": "a2", "actors": both, "evidence": cite("a2", "Ada Brandt met Omar Lind in Bern yesterday.")},
        {**meeting, "id": "r4", "type": "ASSAULT", "article": "a1", "actors": [], "evidence": cite("a1", killed)},
        {
            "kind": "report",
            "id": "r3",
            "type": "RETREAT",
            "modality": "negated",
            "article": "a3",
            "actors": ["Lind"],
            "evidence": cite("a3", "He denied that he had left."),
        },
        {**figure, "id": "f1", "article": "a1", "evidence": cite("a1", killed)},
        {**figure, "id": "f2", "low": 3, "high": 3, "subset_of": "f1", "article": "a1", "evidence": cite("a1", killed)},
        {**dead, "id": "f3", "article": "a3", "evidence": cite("a3", "Omar Lind said 20 people had died.")},
        {
            **speech,
            "id": "q1",
            "article": "a1",
            "speaker": {"name": "Ada Brandt"},
            "content": [{"text": "We go on"}],
            "evidence": cite("a1", "“We go on,” Brandt said."),
        },
        {
            **speech,
            "id": "q2",
            "article": "a3",
            "type": "indirect",
            "polarity": "denied",
            "speaker": {"name": "Omar Lind"},
            "content": [{"text": "that he had left"}],
        },
        {**speech, "id": "q3", "article": "a3", "speaker": None, "content": [{"text": "One."}, {"text": "Two."}]},
        {
            "kind": "commitment",
            "id": "m1",
            "article": "a1",
            "actor": "Brandt",
            "due": None,
            "status": "pledged",
            "evidence": cite("a1", "“We go on,” Brandt said."),
        },
        {
            "kind": "event",
            "id": "e1",
            "type": "CONSULT",
            "actors": ["Ada Brandt", "Omar Lind"],
            "when": day,
            "reports": ["r1", "r2", "r3"],
            "sources": ["s1", "s2"],
            "articles": ["a1", "a2", "a3"],
        },
        {"kind": "event", "id": "e2", "type": "ASSAULT", "actors": [], "when": None, "reports": ["r4"], "sources": ["s1"], "articles": ["a1"]},
        {
            "kind": "disagreement",
            "id": "d1",
            "slot": "figure",
            "verdict": "conflict",
            "values": [{"value": "14", "evidence": cite("a1", killed)}, {"value": "20", "evidence": cite("a3", "20 people had died")}],
        },
    ]


def write_notes(folder: Path) -> Path:
    for kind, rows in NOTES.items():
        (folder / f"{kind}.json").write_text(json.dumps(rows), encoding="utf-8")
    return folder
