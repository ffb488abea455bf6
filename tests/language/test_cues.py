import numpy as np
import pytest

from parley.language import load
from parley.language.cues import CUES, KEPT_ABOVE, SPEECH, cues_of, read_cues


def test_only_words_that_may_be_cues_are_kept_with_both_shares() -> None:
    scores = np.zeros((3, len(CUES)), dtype=np.float32)
    scores[:, 0] = 20
    scores[1, 0], scores[1, CUES.index(SPEECH)] = 0, 20
    found = read_cues(scores)
    assert list(found) == [1]
    assert found[1].speech == found[1].cue == pytest.approx(1, abs=0.01)
    assert found[1].attitude == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("The mayor said the truce had failed.", "said", "speech"),
        ("The truce had failed, according to the mayor.", "according", "speech"),
        ("The general hopes to retake the town.", "hopes", "attitude"),
    ],
)
def test_the_shipped_model_tells_words_from_thoughts(text: str, cue: str, kind: str) -> None:
    doc = load()(text)
    scores = cues_of(doc)
    assert scores is not None
    assert next(doc[at].text for at, score in scores.items() if getattr(score, kind) > 0.5) == cue
    assert all(score.cue >= KEPT_ABOVE for score in scores.values())


def test_a_text_without_cues_has_none_that_is_likely() -> None:
    doc = load()("Two bridges fell and six houses burned down.")
    scores = cues_of(doc)
    assert scores is not None
    assert all(score.cue < 0.5 for score in scores.values())


def test_another_pipeline_has_no_scores() -> None:
    import spacy

    assert cues_of(spacy.blank("en")("The mayor said it.")) is None
