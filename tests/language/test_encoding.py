import pytest
from tokenizers import Tokenizer

from parley.language.encoding import MAX_PIECES_PER_WORD, SHAPES, WordEncoder, shape_of
from parley.language.network import MODEL_FOLDER


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", "lower"),
        ("Geneva", "title"),
        ("UN", "upper"),
        ("A", "initial"),
        ("McCain", "mixed"),
        ("290,000", "digits"),
        ("2016", "digits"),
        ("T72", "alphanumeric"),
        ("U.S.", "abbreviation"),
        ("—", "punctuation"),
        ("تقدم", "other"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


@pytest.fixture(scope="module")
def encoder() -> WordEncoder:
    return WordEncoder(MODEL_FOLDER / "tokenizer.json")


def test_curly_quotes_read_like_straight_ones(encoder: WordEncoder) -> None:
    assert encoder.word("“") == encoder.word('"')


@pytest.mark.parametrize("word", ["x" * 5000, "\x00", "\u200b", "🕊", "ﷺ"])
def test_any_word_has_one_to_eight_pieces(encoder: WordEncoder, word: str) -> None:
    assert 1 <= len(encoder.word(word)[0]) <= MAX_PIECES_PER_WORD


def test_first_pieces_point_at_their_words(encoder: WordEncoder) -> None:
    pieces, shapes, firsts = encoder.words(["Geneva", "talks", "Daraya"])
    assert pieces[0] == encoder.cls_id
    assert pieces[-1] == encoder.sep_id
    assert len(pieces) == len(shapes)
    assert [pieces[at] for at in firsts] == [encoder.word(w)[0][0] for w in ("Geneva", "talks", "Daraya")]


@pytest.mark.parametrize("word", ["talks", "GENEVA", "Ceasefire", "2016", "T72", "UN", "don't", "café", "a-b", "[CLS]", "##ing", "İz"])
def test_the_short_way_to_pieces_leads_where_the_tokenizer_does(encoder: WordEncoder, word: str) -> None:
    tokenizer = Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    tokenizer.no_padding()
    assert list(encoder.word(word)[0]) == tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_PER_WORD]
