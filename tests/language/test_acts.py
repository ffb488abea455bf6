import numpy as np
import pytest

from parley.language import load
from parley.language.acts import CERTAINTIES, KEPT_ABOVE, MODALITIES, ROLES, ROOTS, read_scores, scores_of

WIDTH = 1 + len(ROOTS) + len(MODALITIES) + 1 + len(CERTAINTIES)


def raw(words: int) -> tuple[np.ndarray, np.ndarray]:
    acts = np.zeros((words, WIDTH), dtype=np.float32)
    acts[:, 0] = 20  # no act
    return acts, np.full((words, len(ROLES), words), -20, dtype=np.float32)


def test_words_that_tell_no_act_are_left_out() -> None:
    assert read_scores(*raw(3)) == {}


def test_scores_are_named_by_root_and_by_the_tokens_of_the_document() -> None:
    acts, roles = raw(3)
    acts[1, 0], acts[1, 1 + ROOTS.index("ASSAULT")] = 0, 20
    acts[1, 1 + len(ROOTS) + MODALITIES.index("negated")] = 20
    roles[1, ROLES.index("actors"), 0] = roles[1, ROLES.index("recipients"), 2] = 20
    found = read_scores(acts, roles)
    assert list(found) == [1]
    score = found[1].moved((4, 6, 7))
    assert score.types["ASSAULT"] == score.act == pytest.approx(1, abs=0.01)
    assert score.modalities["negated"] == pytest.approx(1, abs=0.01)
    assert score.roles["actors"].keys() == {4}
    assert score.roles["recipients"].keys() == {7}
    assert not score.roles["where"]


def test_the_shipped_model_finds_an_act_and_its_parties() -> None:
    doc = load()("Officials said the army shelled the rebels on Monday.")
    scores = scores_of(doc)
    assert scores is not None
    shelled = scores[[token.text for token in doc].index("shelled")]
    assert max(shelled.types, key=shelled.types.__getitem__) == "ASSAULT"
    assert [doc[at].text for at, score in shelled.roles["actors"].items() if score > 0.5] == ["army"]
    assert [doc[at].text for at, score in shelled.roles["recipients"].items() if score > 0.5] == ["rebels"]
    assert all(score.act >= KEPT_ABOVE for score in scores.values())


def test_another_pipeline_has_no_scores() -> None:
    import spacy

    assert scores_of(spacy.blank("en")("The army shelled the rebels.")) is None
