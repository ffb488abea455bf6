"""Figure → is it told only to say that it is not so? "No evidence that 50 had died", "called reports of 50 dead baseless"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.language.phrases import ancestors, children
from parley.lexicon.quantities import falsehoods

_NO = frozenset(("no", "little", "any", "without"))
_SAID_OF_IT = frozenset(("nsubj", "csubj", "ccomp", "advcl", "nsubj:pass"))
_CLAUSES = frozenset(("acl", "acl:relcl", "ccomp", "csubj"))
_VERDICT = frozenset(("xcomp", "advcl", "obl", "amod", "acl", "nmod"))


def is_disbelieved(doc: Doc, figure: Figure) -> bool:
    """Returns whether the words around the clause or phrase of a figure say that what it tells is false or has nothing to show for it."""
    words, token = falsehoods(), doc[figure.end - 1]
    for above in ancestors(token):
        lemma = above.lemma_.lower()
        is_clause = token.dep_ in _CLAUSES or token.lemma_.lower() in words["told"]
        if lemma in words["ground"] and is_clause and any(c.lower_ in _NO for c in above.children):
            return True
        if lemma in words["told"] and (_is_called_false(above) or _is_branded(above, figure)):
            return True
        if above.lower_ in words["false"] and token.dep_ in _SAID_OF_IT and children(above, "cop") and not _is_negated(above):
            return True
        token = above
    return False


def _is_called_false(told: Token) -> bool:
    """The claims "are false", or somebody calls them so."""
    false, verb = falsehoods()["false"], told.head
    if told.dep_ in ("nsubj", "nsubj:pass") and verb.lower_ in false:
        return not _is_negated(verb)
    return told.dep_ == "obj" and any(c.lower_ in false for c in children(verb, *_VERDICT))


def _is_branded(told: Token, figure: Figure) -> bool:
    """ "Called claims that 50 people had died baseless", wherever the parser hangs the verdict."""
    before = told.doc[max(told.sent.start, told.i - 3) : told.i]
    behind = told.doc[figure.end : told.sent.end]
    return any(t.lemma_ in falsehoods()["branding"] for t in before) and any(t.lower_ in falsehoods()["false"] for t in behind)


def _is_negated(word: Token) -> bool:
    return any(c.lower_ in ("not", "n't", "n’t", "hardly") for c in word.children)
