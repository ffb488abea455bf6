"""An account that grows article by article, in any steps, is the account of all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import ACTORS, GENEVA, TORN, VESK, Writer
from kept import Kept

from parley.model import Article, CopyLink, Event, Place, Reading, Source, Statement, identify
from parley.record import Anchor, Decision, Rules, View, build_view, in_force
from parley.record.build import all_sources
from parley.record.events import Shared, cluster, find_passages
from parley.record.growing import ties
from parley.record.growing.desk import Listed
from parley.record.growing.grow import Across, grow
from parley.record.happenings import Happenings
from parley.record.memory import Memory
from parley.record.naming import same_name
from parley.record.rulings import group_sources

TEXT = (
    "Ada Brandt met Ilo Varga in Geneva. Norland shelled Vesk and killed 14 people. Sudmark promised to free 40 prisoners. "
    "The siege of Torn goes on. The talks ended. Varga denied that it struck Vesk; 12 died. Norland blamed Sudmark. Sudmark denied the claim."
)
ACTS = (
    ("met", "CONSULT", None), ("shelled", "ASSAULT", None), ("promised", "AGREE", "release"), ("free", "RETREAT", "release"),
    ("siege", "COERCE", "restrict"), ("struck", "ASSAULT", None), ("ended", "CONSULT", None),
    ("blamed", "ACCUSE", None),
)  # fmt: skip
DAYS = (None, "2021-03-05", "2021-03-05", "2021-03-06", "2021-03-01/2021-03-07")
MODALITIES = ("asserted", "asserted", "asserted", "future", "negated", "hypothetical")


def write(number: int, dice: Random) -> Writer:
    """Writes one of the articles that there may be."""
    writer = Writer(
        f"a{number}", TEXT, dice.choice((None, "2021-03-04", "2021-03-06", "2021-03-12")), dice.choice((None, "Talks", "Shelling of Vesk"))
    )
    for word, type_, mode in dice.sample(ACTS, dice.randint(1, 4)):
        actors = dice.sample(sorted(ACTORS), dice.randint(0, 2))
        where, when = dice.choice((None, GENEVA, VESK, TORN)), dice.choice(DAYS)
        more: dict[str, object] = {"claimant": dice.choice((None, "Ilo Varga")), "outcome": None}
        writer.report(word, type_, *actors, mode=mode, when=when, where=where, modality=dice.choice(MODALITIES), **more)
    if dice.random() < 0.7:
        low = dice.choice((12, 14, 40))
        writer.claim(dice.choice(("14", "12")), "killed", low, low, who="people", claimant=dice.choice((None, "Ilo Varga")))
    if dice.random() < 0.5:
        writer.commit("free 40 prisoners", dice.choice((None, "Sudmark")), dice.choice((None, "2021-03-05", "2021-03-06")), "pledged")
    if dice.random() < 0.5:
        name = dice.choice(("Sudmark", "Norland"))
        writer.report("blamed", "ACCUSE", dice.choice(("Norland", "Ilo Varga")), recipients=(name,))
        writer.statements.append(
            Statement(writer.parties("Sudmark")[0], writer.span("denied the"), (writer.span("the claim"),), "indirect", "denied")
        )
    return writer


@dataclass
class World:
    """What is known of some articles together, made up from a seed."""

    writers: Sequence[Writer]
    dice: Random
    decisions: Sequence[Decision] = ()

    def __post_init__(self) -> None:
        names = sorted(w.id for w in self.writers)
        cuts = sorted(self.dice.sample(range(len(names) + 1), self.dice.randint(0, min(3, len(names)))))
        groups = [tuple(names[a:b]) for a, b in zip([0, *cuts], [*cuts, len(names)], strict=True) if a < b]
        stories = [tuple(groups[0])] if len(groups) == 1 else [tuple(sorted(groups[0] + groups[1])), *groups[2:]]
        self.groups = Happenings(tuple(groups), tuple(stories))
        copied = tuple(names[:2]) if len(names) > 2 and self.dice.random() < 0.5 else ()
        self.sources = [Source(identify("s", *copied), copied)] if copied else []
        self.links = [CopyLink(*copied, "copy", 0.9)] if copied else []
        sentence = [self.writers[0].article.evidence(self.writers[0].sentence("shelled")) for _ in (0,)]
        others = [w.article.evidence(w.sentence("shelled")) for w in self.writers[1:2]] if self.dice.random() < 0.5 else []
        self.shared = list(zip(sentence, others, strict=False))

    def whole(self) -> View:
        readings = {w.id: w.reading for w in self.writers}
        rules = Rules(self.groups, same_name, self.shared)
        return build_view([w.article for w in self.writers], readings, self.links, self.sources, self.decisions, rules)

    def grown(self, kept: Kept) -> View:
        """Brings what was kept up to date."""
        standing = in_force(self.decisions)
        grouped, lost = group_sources(all_sources([w.id for w in self.writers], self.sources), standing)
        shared = Shared(find_passages(((a.article, a.span.start, a.span.end), (b.article, b.span.start, b.span.end)) for a, b in self.shared))
        listed = [Listed(w.id, identify("x", repr(w)), w.article.published, w.title, True) for w in self.writers]
        across = Across(self.links, grouped, self.groups, shared, lost=lost)
        grown = grow(listed, Shelf(self.writers, kept), across, standing, same_name, Memory(kept))
        kept.keep_units(grown.units)
        return kept.view()


@dataclass
class Shelf:
    writers: Sequence[Writer]
    kept: Kept

    def articles(self, ids: Collection[str]) -> dict[str, Article]:
        return {w.id: w.article for w in self.writers if w.id in ids}

    def readings(self, ids: Collection[str]) -> dict[str, Reading]:
        return {w.id: w.reading for w in self.writers if w.id in ids}

    def events(self, ids: Collection[str]) -> dict[str, Event]:
        return {id_: event for id_, event in self.kept.events().items() if id_ in ids}


def decide(writers: Sequence[Writer], dice: Random, number: int) -> Decision:
    """A decision about some of the articles there may be; it need not fit."""
    kind = dice.choice(("merge", "split", "reject", "confirm", "correct", "date", "place", "group"))
    chosen = dice.sample(list(writers), min(2, len(writers)))
    if kind == "group":
        anchors = [Anchor("article", w.id, "") for w in chosen]
    else:
        anchors = [Anchor("report", w.id, r.evidence.text, r.trigger.start) for w in chosen for r in w.reports[:1]]
    value = {"correct": "ASSAULT", "date": "2021-03-06", "place": dice.choice((*[p.name for p in PLACES], "Nowhere"))}.get(kind)
    return Decision(kind, tuple(anchors), "A. Reader", f"2021-03-09T10:00:{number:02}Z", "because", value, "type" if kind == "correct" else None)


PLACES: tuple[Place, ...] = (GENEVA, VESK, TORN)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_any_steps_end_in_the_same_account(seed: int) -> None:
    dice, kept = Random(seed), Kept()
    pool = [write(number, dice) for number in range(dice.randint(2, 9))]
    decisions: list[Decision] = []
    most = dice.choice((2, 200))
    kinds = tuple((pair_up, limit and most) for pair_up, limit in ties.KINDS)
    with mock.patch.object(ties, "KINDS", kinds), mock.patch.object(cluster, "NEIGHBOURS", most), mock.patch.object(ties, "MOST", most):
        for step in range(4):
            if dice.random() < 0.3:  # an article is read anew
                pool[dice.randrange(len(pool))] = write(dice.randrange(len(pool)), dice)
                pool = list({writer.id: writer for writer in pool}.values())
            if dice.random() < 0.5:
                decisions.append(decide(pool, dice, step))
            elif decisions and dice.random() < 0.3:
                decisions.append(Decision("undo", (), "A. Reader", f"2021-03-09T10:00:{step:02}Z", "no", decisions[0].id))
            world = World(dice.sample(pool, dice.randint(1, len(pool))), dice, tuple(decisions))
            assert world.grown(kept) == world.whole()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_what_is_there_already_is_not_made_again(seed: int) -> None:
    dice, kept = Random(seed), Kept()
    world = World([write(number, dice) for number in range(dice.randint(1, 8))], dice)
    world.grown(kept)
    rows = {key: id(row) for key, row in kept.rows.items()}
    world.grown(kept)
    assert {key: id(row) for key, row in kept.rows.items()} == rows
