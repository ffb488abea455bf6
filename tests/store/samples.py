"""One of everything that a record keeps, invented."""

from __future__ import annotations

from datetime import date

from parley.model import Actor, Article, CopyLink, Interval, Naming, Page, Reading, Source
from parley.record import Anchor, Decision, FiledActor, Run, View

TEXT = "The envoy left Vesk on Monday. “No deal,” said Ilo Varga. Żółw crossed the border."
PAGE = Page("p1", "one.txt", "text/plain", TEXT + "\nadvertisement\x00\ud800", published=Interval.day(date(2021, 3, 9), "user"))
ARTICLE = Article("a1", "p1", TEXT, "Envoy leaves Vesk", kept=((0, len(TEXT)),))
READING = Reading("a1", Naming(actors={"Ilo Varga": Actor("Ilo Varga", "person", "SMK")}), (), (), (), ())
VIEW = View(
    links=(CopyLink("a1", "a2", "copy", 0.9),),
    sources=(Source("s1", ("a1",)), Source("s2", ("a2",))),
    actors=(FiledActor("n1", Actor("Ilo Varga", "person"), ("Ilo Varga", "Varga"), ("a1",), ()),),
)
RUN = Run("2021-03-09T10:00:00+00:00", 1.5, "0.1", "m", "l", {"language": "x"}, {"p1": "one.txt"}, {"pages": 1})
DECISION = Decision("reject", (Anchor("report", "a1", "left Vesk", 10),), "A. Reader", "2021-03-09T10:00:00Z", "not an event")
