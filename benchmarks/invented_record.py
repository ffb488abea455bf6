"""A seed → articles and what would be read in them: invented matters, each told by several articles over months.

No language pass is run: the readings are made beside the texts, so that only the record's own work is measured. Each matter has its people,
places and words; every few days one of its happenings is told by one to seven articles in words of its own.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from parley.lexicon.weights import word_weights
from parley.model import Actor, Article, Claim, Entity, Interval, Naming, Party, Piece, Place, Reading, Report, Span, Statement

_START = date(2015, 1, 1)
_DAYS = 700
_MATTER = 60
"""Articles of one matter, on average."""
_ACTS = (
    ("CONSULT", "meet", "{0} met {1} in {2} on {3} for talks about {4}."),
    ("ASSAULT", None, "{0} shelled {2} on {3} and {1} was blamed for {4}."),
    ("REQUEST", None, "{0} asked {1} to end the {4} in {2} on {3}."),
    ("ACCUSE", None, "{0} accused {1} of {4} in {2} on {3}."),
    ("AGREE", "withdraw", "{0} agreed with {1} to leave {2} on {3} after {4}."),
    ("COERCE", "arrest", "{0} arrested {1} in {2} on {3} over {4}."),
)
_TRIGGERS = ("met", "shelled", "asked", "accused", "agreed", "arrested")
_SYLLABLES = "ba da ka lo mi no ra su ta ve zo pe ri shu gol mar ten vik dor han".split()


@dataclass(frozen=True)
class _Matter:
    """Who and what one conflict is about."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Act:
    """One thing that happened: which of `_ACTS`, who, whom, where, when, and how it is told."""

    kind: int
    who: Actor
    whom: Actor
    where: Place
    day: date
    about: str

    def tell(self, asides: str) -> str:
        """Words the act; `asides` make one article's sentence differ from the next one's."""
        return _ACTS[self.kind][2].format(self.who.name, self.whom.name, self.where.name, f"{self.day:%A}", f"{self.about} {asides}")


def invent(count: int, seed: int = 1) -> Iterator[tuple[Article, Reading]]:
    """Yields `count` articles with their readings, by day of publication."""
    dice = random.Random(seed)
    vocabulary = sorted(word for word in word_weights() if word.isalpha())
    reach = list(accumulate(60000 ** -word_weights()[word] for word in vocabulary))
    matters = [_matter(dice, vocabulary, number) for number in range(max(1, count // _MATTER))]
    made, step = 0, _DAYS * 4 / count
    day = 0.0
    while made < count:
        day += step * dice.random() * 2
        matter = dice.choice(matters)
        acts = [_act(dice, matter, _START + timedelta(int(day))) for _ in range(dice.randint(2, 5))]
        topic = dice.sample(matter.words, 12)
        for _ in range(min(count - made, dice.randint(1, 7))):
            yield _article(dice, made, acts, (matter, topic, vocabulary, reach), _START + timedelta(int(day) + dice.randint(0, 1)))
            made += 1


def _matter(dice: random.Random, vocabulary: list[str], number: int) -> _Matter:
    country = f"{chr(65 + number % 26)}{chr(65 + number // 26 % 26)}{chr(65 + number // 676 % 26)}"
    people = [Actor(f"{_name(dice)} {_name(dice)}", "person", country, roles=(dice.choice(("minister", "envoy", "general")),)) for _ in range(8)]
    groups = [Actor(f"{_name(dice)} Front", "armed group", country) for _ in range(3)]
    places = [Place(_name(dice), dice.uniform(-50, 60), dice.uniform(-180, 180), 10_000_000 + number * 100 + n, country, "city") for n in range(6)]
    return _Matter((*people, *groups), tuple(places), tuple(dice.sample(vocabulary, 60)))


def _name(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))).capitalize()


def _act(dice: random.Random, matter: _Matter, day: date) -> _Act:
    who, whom = dice.sample(matter.actors, 2)
    return _Act(dice.randrange(len(_ACTS)), who, whom, dice.choice(matter.places), day - timedelta(dice.randint(0, 3)), dice.choice(matter.words))


def _article(
    dice: random.Random, number: int, acts: list[_Act], style: tuple[_Matter, list[str], list[str], list[float]], published: date
) -> tuple[Article, Reading]:
    matter, topic, vocabulary, reach = style
    acts = dice.sample(acts, dice.randint(1, len(acts))) + [_act(dice, matter, published) for _ in range(2)]
    told = {act.tell(" ".join(dice.sample(vocabulary, 6))): act for act in acts}
    sentences: list[str] = []
    for sentence in told:
        sentences.append(sentence)
        for _ in range(3):
            words = dice.choices(vocabulary, cum_weights=reach, k=dice.randint(8, 20)) + dice.sample(topic, 3)
            dice.shuffle(words)
            sentences.append(" ".join(words).capitalize() + ".")
    toll = dice.randint(2, 60)
    sentences.append(f"At least {toll} people were killed, {acts[0].who.name} said.")
    text = " ".join(sentences)
    article = Article(
        f"a{number:06}", f"p{number:06}", text, " ".join(topic[:6]).capitalize(), Interval.day(published, "metadata"), f"Paper {dice.randrange(40)}",
        language="en", kept=((0, len(text)),), pieces=(Piece(0, 0, len(text)),),
    )  # fmt: skip
    return article, _reading(article, told, toll)


def _reading(article: Article, told: dict[str, _Act], toll: int) -> Reading:
    reports, entities, places = [], [], {}
    acts = list(told.values())
    for words, act in told.items():
        sentence = _find(article.text, words)
        who, whom, where = (_find(article.text, name, sentence.start) for name in (act.who.name, act.whom.name, act.where.name))
        entities += [Entity(who, "PERSON", act.who.name), Entity(whom, "PERSON", act.whom.name)]
        places[where.start] = Place(act.where.name, act.where.lat, act.where.lon, act.where.geonameid, act.where.country, "city", where)
        type_, mode, _ = _ACTS[act.kind]
        parties = (Party(who, act.who.name),), (Party(whom, act.whom.name),)
        actors, recipients = ((*parties[0], *parties[1]), ()) if type_ == "CONSULT" else parties
        reports.append(
            Report(
                type_, mode, "asserted", False, "certain", actors, recipients, Interval.day(act.day, "relative:weekday"), f"{act.day:%A}",
                places[where.start], None, _find(article.text, _TRIGGERS[act.kind], sentence.start), sentence, "invented",
            )
        )  # fmt: skip
    last = _find(article.text, f"At least {toll} people were killed, {acts[0].who.name} said.")
    figure = _find(article.text, str(toll), last.start)
    speaker = Party(_find(article.text, acts[0].who.name, last.start), acts[0].who.name)
    claim = Claim(figure, last, "killed", toll, None, "At least", "people", claimant=acts[0].who.name)
    said = Statement(speaker, None, (_find(article.text, "people were killed", last.start),), "indirect")
    naming = Naming(tuple(entities), (), {who.name: who for act in acts for who in (act.who, act.whom)}, places)
    days = tuple(sorted({Interval.day(act.day, "relative:weekday") for act in acts}))
    return Reading(article.id, naming, (said,), (claim,), tuple(reports), (), days)


def _find(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words), words)
