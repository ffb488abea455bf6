"""An invented conflict, told in articles and readings made by hand: no language pass, so that these tests hold only the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from parley.model import (
    Actor,
    Article,
    Claim,
    Commitment,
    Entity,
    Evidence,
    Interval,
    Naming,
    Party,
    Piece,
    Place,
    Reading,
    Report,
    Source,
    Span,
    Statement,
)

GENEVA = Place("Geneva", 46.2, 6.14, 2660646, "CHE", "city")
VESK = Place("Vesk", 50.1, 30.2, 901, "NRL", "city")
TORN = Place("Torn", 50.4, 30.9, 902, "NRL", "city")
ACTORS = {
    "Ada Brandt": Actor("Ada Brandt", "person", "NRL"),
    "Ilo Varga": Actor("Ilo Varga", "person", "SMK"),
    "Norland": Actor("Norland", "country", "NRL"),
    "Sudmark": Actor("Sudmark", "country", "SMK"),
}


def day(text: str, how: str = "stated") -> Interval:
    """A day, or two days parted by a slash."""
    first, _, last = text.partition("/")
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first), how)


@dataclass
class Writer:
    """Writes one article and what a careful reader finds in it."""

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words), words)

    def sentence(self, words: str) -> Span:
        at = self.text.index(words)
        start = self.text.rfind(". ", 0, at) + 2 if ". " in self.text[:at] else 0
        end = self.text.index(".", at) + 1
        return Span(start, end, self.text[start:end])

    def parties(self, *names: str) -> tuple[Party, ...]:
        return tuple(Party(self.span(name), name) for name in names)

    def report(self, trigger: str, type_: str, *actors: str, **more: object) -> Writer:
        values: dict[str, object] = {
            "mode": None, "modality": "asserted", "historical": False, "certainty": "certain", "recipients": (), "when": None, "when_text": None,
            "where": None, "claimant": None, "rule": "test",
        } | more  # fmt: skip
        values["recipients"] = self.parties(*values["recipients"])
        if isinstance(values["when"], str):
            values["when"] = day(values["when"])
        made = Report(type=type_, actors=self.parties(*actors), trigger=self.span(trigger), evidence=self.sentence(trigger), **values)
        self.reports.append(made)
        return self

    def claim(self, figure: str, measure: str, low: float | None, high: float | None, **more: object) -> Writer:
        self.claims.append(Claim(self.span(figure), self.sentence(figure), measure, low, high, **more))
        return self

    def commit(self, action: str, actor: str | None, due: str | None, status: str = "scheduled", **more: object) -> Writer:
        when = day(due) if due else None
        self.commitments.append(Commitment(actor, action, when, due, status, self.sentence(action), **more))
        return self

    @property
    def article(self) -> Article:
        published = day(self.published, "metadata") if self.published else None
        pieces = (Piece(0, 0, len(self.text)),)
        return Article(self.id, f"p{self.id}", self.text, self.title, published, self.publisher, kept=((0, len(self.text)),), pieces=pieces)

    @property
    def reading(self) -> Reading:
        entities = tuple(Entity(self.span(name), "PERSON", name) for name in ACTORS if name in self.text)
        places = {
            self.text.index(p.name): Place(p.name, p.lat, p.lon, p.geonameid, p.country, p.precision, self.span(p.name)) for p in self._places()
        }
        naming = Naming(entities, (), {e.name: ACTORS[e.name] for e in entities}, places)
        days = tuple(r.when for r in self.reports if r.when)
        return Reading(self.id, naming, tuple(self.statements), tuple(self.claims), tuple(self.reports), tuple(self.commitments), days)

    def _places(self) -> list[Place]:
        return [place for place in (GENEVA, VESK, TORN) if place.name in self.text]

    def cite(self, words: str) -> Evidence:
        return self.article.evidence(self.span(words))


def alone(*writers: Writer) -> list[Source]:
    """Each article its own source, the source named after the article."""
    return [Source(f"s-{w.id}", (w.id,)) for w in writers]


def planned() -> Writer:
    text = "Ada Brandt and Ilo Varga will meet in Geneva on Friday. The war has killed more than 290,000 people."
    writer = Writer("a1", text, "2021-03-03", "Brandt and Varga to meet in Geneva", "Harbour Post")
    writer.report("will meet", "AGREE", "Ada Brandt", "Ilo Varga", modality="future", when="2021-03-05", where=GENEVA)
    return writer.commit("meet in Geneva", "Ada Brandt", "2021-03-05").claim("290,000", "killed", 290000, None, wording="more than", who="people")


def held() -> Writer:
    text = "Ada Brandt met Ilo Varga in Geneva for nine hours on Friday. They parted without a deal. The war has cost more than 400,000 lives."
    writer = Writer("a2", text, "2021-03-06", "Brandt and Varga part without a deal in Geneva", "Daily Ledger")
    writer.report("met", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-05", where=GENEVA, outcome="without a deal")
    writer.claim("400,000", "killed", 400000, None, wording="more than", who="lives")
    return writer.claim("nine hours", "duration", 9, 9)


def shelled() -> Writer:
    text = "Sudmark shelled Vesk on Thursday. At least 14 people were killed. Ilo Varga denied that Sudmark fired on the town."
    writer = Writer("a3", text, "2021-03-05", "Shelling in Vesk", "Vesk Courier")
    writer.report("shelled", "ASSAULT", "Sudmark", when="2021-03-04", where=VESK)
    writer.report("fired", "ASSAULT", "Sudmark", modality="negated", claimant="Ilo Varga", when="2021-03-04", where=VESK)
    return writer.claim("14", "killed", 14, None, wording="At least", who="people")
