"""What is shown of a pair: the sentences that both hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.copies import shared_in_pairs, shared_sentences

A = "Envoys from nine countries met in Vesk on Saturday. Milo Serr left the harbour hotel without speaking to reporters."
B = "A storm hit Korda overnight, breaking eleven fishing boats. Envoys from nine countries met in Vesk yesterday."

TEXTS = [A, B, f"{A} {A}", f"{B} He said so.", "", "He said so."]
_TEXT = st.text(alphabet="ab .,\n“”", max_size=60)


def test_shared_sentences_are_spans_of_both_texts() -> None:
    (pair,) = shared_sentences(A, B)
    assert pair.a.text == "Envoys from nine countries met in Vesk on Saturday."
    assert pair.b.text == "Envoys from nine countries met in Vesk yesterday."
    assert pair.a.is_in(A)
    assert pair.b.is_in(B)
    assert not pair.same
    assert not pair.quoted


def test_same_sentence_may_stand_twice() -> None:
    pairs = shared_sentences(A, f"{A} {A}")
    assert len(pairs) == 4
    assert all(pair.same for pair in pairs)


def test_texts_with_nothing_in_common_share_nothing() -> None:
    assert shared_sentences(A, "") == ()
    assert shared_sentences(A, "A storm hit Korda overnight, breaking eleven fishing boats.") == ()


@given(_TEXT, _TEXT)
def test_shared_sentences_turn_with_their_texts(a: str, b: str) -> None:
    turned = {(pair.b, pair.a) for pair in shared_sentences(b, a)}
    assert turned == {(pair.a, pair.b) for pair in shared_sentences(a, b)}


@settings(deadline=None)  # a busy machine is no fault of the pairs
@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(TEXTS)), max_size=80))
def test_many_pairs_are_each_as_if_alone(pairs: list[tuple[str, str]]) -> None:
    assert list(shared_in_pairs(pairs)) == [shared_sentences(*pair) for pair in pairs]
