"""Article → claims: every figure of harm, of attacks, of those taking part and of how long, with who is said to give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from parley.claims.counting import find_counts
from parley.claims.counts import Count
from parley.claims.figures import Figure
from parley.claims.perpetrators import earlier_mention, find_perpetrator, pointing_agent, who_counted
from parley.claims.region import by_sentence, covering, region, region_of
from parley.claims.whereabouts import find_place
from parley.claims.windows import window
from parley.language.phrases import children, noun_phrase, span
from parley.language.words import text_of
from parley.lexicon.quantities import HarmWords, harm_words
from parley.model import Claim, Naming, Span, Statement, TimeValue

_FILLERS = frozenset(("more", "other", "another", "additional", "further", "its", "his", "her", "their", "them", "whom"))


def find_claims(doc: Doc, naming: Naming, times: Sequence[TimeValue], statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """Returns the claims of an article in text order.

    Args:
        doc: the article after the language pass; offsets are code points of `doc.text`.
        naming: who is who and where; resolves places and perpetrators.
        times: the article's times, with their days.
        statements: the article's statements; the innermost one around a figure gives its claimant.
    """
    text = text_of(doc)
    told_in = by_sentence(doc, statements)
    counts, parents = find_counts(doc, naming, times, statements)
    order = {i: n for n, i in enumerate(counts)}
    claims: list[Claim] = []
    for i, count in counts.items():
        parent = parents.get(i)
        subset = order[parent] if parent in order and counts[parent].measure == count.measure else None
        around = told_in.get(doc[count.figure.start].sent.start, ())
        claims.append(_claim(doc, text, count, naming, times, around, None if subset is None else (subset, claims[subset])))
    return tuple(claims)


def _claim(
    doc: Doc, text: str, count: Count, naming: Naming, times: Sequence[TimeValue], statements: Sequence[Statement], whole: tuple[int, Claim] | None
) -> Claim:
    figure = count.figure
    cited = span(text, doc, figure.start, figure.end)
    said = covering(statements, cited.start, cited.end)
    speakers = [s.speaker.name for s in said if s.speaker is not None]
    claim = Claim(
        span=cited,
        sentence=_sentence(doc, text, figure),
        measure=count.measure,
        low=_times(figure.low, count.factor),
        high=_times(figure.high, count.factor),
        wording=figure.wording,
        who=_who(doc, text, count),
        claimant=speakers[0] if speakers else None if said else who_counted(doc, text, count, naming),
        relayed_by=next((s for s in speakers if s != speakers[0]), None) if speakers else None,
    )
    if whole is not None:
        index, of = whole
        return replace(claim, subset_of=index, since=of.since, until=of.until, place=of.place, perpetrator=of.perpetrator,
                       perpetrator_certainty=of.perpetrator_certainty, claimant=claim.claimant or of.claimant)  # fmt: skip
    return _scoped(doc, text, claim, count, naming, times, statements)


def _scoped(doc: Doc, text: str, claim: Claim, count: Count, naming: Naming, times: Sequence[TimeValue], statements: Sequence[Statement]) -> Claim:
    around = region(doc, count, statements)
    place = find_place(around, naming, strict=count.measure == "duration")
    if count.measure in ("participants", "duration"):
        since, until = window(doc, around, times) if count.measure == "participants" else (None, None)
        return replace(claim, since=since, until=until, place=place)
    since, until = window(doc, around, times)
    doer, how_sure = find_perpetrator(doc, text, around, naming)
    agent = pointing_agent(doc, around)
    before = earlier_mention(doc, agent) if agent is not None else None
    if before is not None:
        # "Those strikes have killed … since they began": place and window are those of the strikes named before.
        back = region_of(before)
        place = place or find_place(back, naming)
        if since is None and any(t.lower_ == "since" for t in around):
            since, until = window(doc, back, times)
    return replace(claim, since=since, until=until, place=place, perpetrator=doer, perpetrator_certainty=how_sure)


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else round(value * factor, 6)


def _who(doc: Doc, text: str, count: Count) -> str | None:
    """The words for those counted, without the figure, articles and words like "more" and "wounded". None for a count of deaths as such."""
    noun, words = count.noun, harm_words()
    if noun is not None and children(noun, "cop") and noun.i > count.figure.end:  # "11 of the dead were children"
        return span(text, doc, _first_modifier(noun), noun.i + 1).text
    partitive = doc[count.figure.end + 2] if [t.lower_ for t in doc[count.figure.end : count.figure.end + 2]] == ["of", "the"] else None
    if partitive is not None and partitive.i != count.anchor.i and (partitive.lower_ in words.states or partitive.lemma_.lower() in words.nouns):
        return str(partitive.text)  # "seven of the wounded"
    if noun is None or (noun.lemma_.lower() in words.nouns and not _is_person(noun, words)):
        return None
    if count.measure == "duration":
        return str(noun.text)
    if count.figure.start <= noun.i < count.figure.end:
        return _one_person(doc, text, count.figure, noun)
    start = noun_phrase(noun)[0]
    start = max(start, count.figure.end) if count.figure.end <= noun.i else _first_modifier(noun)
    while start < noun.i and (
        doc[start].pos_ in ("DET", "ADP", "PUNCT", "NUM") or doc[start].lower_ in _FILLERS or doc[start].lower_ in words.states
    ):
        start += 1
    return span(text, doc, start, noun.i + 1).text


def _one_person(doc: Doc, text: str, figure: Figure, noun: Token) -> str:
    """The words for somebody told of without a number, without article, owner and age: "security guard", "Raul Onik"."""
    start, end = (figure.start, figure.end) if noun.pos_ == "PROPN" else (figure.start, noun.i + 1)
    ages = [t.i + 1 for t in doc[start : noun.i] if t.lower_ == "old"]
    start = max([start, *ages])
    while start < noun.i and (doc[start].pos_ in ("DET", "PUNCT") or doc[start].lower_ in _FILLERS):
        start += 1
    return span(text, doc, start, end).text


def _first_modifier(noun: Token) -> int:
    """Where the words that describe a noun named before its figure begin, its own figure and articles left out."""
    start: int = noun.i
    while start > 0 and start <= noun.doc[start - 1].head.i <= noun.i and noun.doc[start - 1].dep_ in ("amod", "compound"):
        start -= 1
    return start


def _is_person(noun: Token, words: HarmWords) -> bool:
    return words.nouns[noun.lemma_.lower()].roles == frozenset(("who",))


def _sentence(doc: Doc, text: str, figure: Figure) -> Span:
    sentence = doc[figure.start].sent
    return span(text, doc, sentence.start, sentence.end)
