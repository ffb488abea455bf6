"""Denials that only point back → negated reports of the acts they point to: "its men had taken the port; the army denied it".

What is denied was told just before: in the same sentence, or in the one before it. Where more than one act was told there the denial is
left alone, since it may mean any of them; so is one by whoever told the act himself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.lexicon.act_words import act_family
from parley.lexicon.folding import bare_name
from parley.lexicon.predicates import classes, governors
from parley.model import Party
from parley.reports.clauses import is_passive, subjects
from parley.reports.drafts import Draft
from parley.reports.names import Names
from parley.reports.tree import Tree

_IT = frozenset({"it", "this", "that"})
_SAID = frozenset("accusation allegation claim report charge assertion".split())
_DONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AGREE", "SUPPORT", "CONSULT", "RETREAT", "CONCEDE", "SANCTION"})
"""Acts that can be denied to have been done; of words, what was said is denied, not that it was said."""


def point_back(tree: Tree, names: Names, drafts: Sequence[Draft]) -> list[Draft]:
    """Returns the drafts with those that a denial of something just told adds; `drafts` are in text order."""
    return [*(_told_before(tree, draft, drafts) for draft in drafts), *_of_what_was_said(tree, names, drafts)]


def _of_what_was_said(tree: Tree, names: Names, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "The army denied it", "the mayor denies the claim"."""
    for verb, lemma in enumerate(tree.lemmas):
        if tree.poses[verb] != "VERB" or "denied" not in _effects(lemma) or not _means_what_was_said(tree, verb):
            continue
        heads = tree.children(verb, "obl:agent") if tree.tags[verb] == "VBN" and tree.deps[verb] == "acl" else subjects(tree, verb)
        deniers = [p for head in heads for p in _party(tree, names, head)]
        told = _only([d for d in _just_before(tree, verb, drafts) if d.report.claimant is not None and d.report.type in _DONE])
        if told is None or not deniers or _is_own_word(told, deniers[0]):
            continue
        first, last = tree.sentence_of(verb)
        report = replace(
            told.report,
            modality="negated",
            claimant=deniers[0].name,
            trigger=tree.span(verb, verb),
            evidence=tree.span(first, last - 1),
            rule=f"denial:{lemma} of {told.report.trigger.text}",
        )
        yield replace(told, report=report, sentence=first)


def _means_what_was_said(tree: Tree, verb: int) -> bool:
    """Whether the verb's object is "it", "the claim", a "which" after a comma, or the verb says of "a charge" that somebody denies it."""
    head = tree.heads[verb]
    if tree.deps[verb] in ("acl", "acl:relcl") and tree.lemmas[head] in _SAID and not tree.children(verb, "obj"):
        return not tree.children(head, "ccomp", "nmod")
    if is_passive(tree, verb):
        return False
    objects = tree.children(verb, "obj")
    return any(
        tree.words[o] in _IT
        or (tree.words[o] == "which" and tree.words[o - 1] == ",")
        or (tree.lemmas[o] in _SAID and not tree.children(o, "acl", "nmod", "ccomp"))
        for o in objects
    )


def _effects(lemma: str) -> frozenset[str]:
    governor = governors().get(lemma)
    return governor.effects if governor is not None else frozenset()


def _party(tree: Tree, names: Names, head: int) -> list[Party]:
    if tree.poses[head] == "PRON" and head not in names.references:
        return []
    if tree.lemmas[head] in classes()["voice"] | classes()["agents"] and (phrase := names.phrase(head)):
        return names.parties(head) or [Party(phrase, phrase.text)]
    return names.parties(head)


def _just_before(tree: Tree, verb: int, drafts: Sequence[Draft]) -> list[Draft]:
    """What was told as done in the sentence before the denial's verb or, where nothing was, in the sentence before."""
    first, _ = tree.sentence_of(verb)
    before = [d for d in drafts if d.report.modality == "asserted" and d.report.trigger.start < tree.starts[verb]]
    here = [d for d in before if d.sentence == first]
    previous = tree.sentence_of(first - 1)[0] if first else -1
    return here or [d for d in before if d.sentence == previous]


def _only(found: Sequence[Draft]) -> Draft | None:
    """The one act told, its harm included ("shelled the town and killed two"); of acts of several types none."""
    return found[0] if len({d.report.type for d in found}) == 1 and len({p.name for d in found for p in d.report.actors}) <= 1 else None


def _is_own_word(draft: Draft, denier: Party) -> bool:
    return draft.report.claimant is not None and bare_name(draft.report.claimant) == bare_name(denier.name)


def _told_before(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Fills a denied act that is but named, as "the shooting", from the one it was just told of: "a monk was shot in Vesk"."""
    report = draft.report
    if report.modality != "negated" or report.claimant is None or report.recipients or report.when or not _is_known(tree, draft):
        return draft
    told = _only([d for d in _just_before(tree, draft.act.trigger.token, drafts) if d.report.type == report.type and _are_alike(d, draft)])
    if told is None or _is_own_word(told, Party(report.trigger, report.claimant)):
        return draft
    known = told.report
    return replace(
        draft,
        report=replace(
            report,
            actors=report.actors or known.actors,
            recipients=known.recipients,
            when=known.when,
            when_text=known.when_text,
            where=report.where or known.where,
        ),
    )


def _is_known(tree: Tree, draft: Draft) -> bool:
    """Whether it is a noun with "the" or the like."""
    token = draft.act.trigger.token
    return tree.poses[token] == "NOUN" and any(tree.words[k] in ("the", "this", "that", "any") for k in tree.children(token, "det"))


def _are_alike(told: Draft, named: Draft) -> bool:
    """Whether the noun is that of the verb, or so wide that it is any attack."""
    words = [d.report.trigger.text.casefold().split()[0] for d in (told, named)]
    return act_family(words[0]) == act_family(words[1]) or act_family(words[1]) == act_family("attack")
