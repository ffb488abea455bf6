"""Bytes → text, or one clear refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import PageError
from parley.pages.decode import decode

GERMAN = "Der Außenminister fährt nach Zürich – „morgen“"
ARABIC = "لا اتفاق بعد على وقف إطلاق النار"
DECODED = [
    ("plain UTF-8", "Žižka “left” – Vesk".encode(), None, "Žižka “left” – Vesk"),
    ("byte order mark", "\ufeffTalks".encode(), None, "Talks"),
    ("UTF-16 with its mark", "Talks".encode("utf-16"), None, "Talks"),
    ("UTF-16 without", "Talks in Vesk failed".encode("utf-16-le"), None, "Talks in Vesk failed"),
    ("Windows quotation marks", "The envoy’s “plan” – rejected".encode("cp1252"), None, "The envoy’s “plan” – rejected"),
    (
        "German in Windows-1252",
        GERMAN.encode("cp1252"),
        None,
        GERMAN,
    ),
    ("declared in the page", b'<meta charset="windows-1256">' + ARABIC.encode("cp1256"), None, '<meta charset="windows-1256">' + ARABIC),
    ("declared outside the page", ARABIC.encode("cp1256"), "windows-1256", ARABIC),
    ("a declaration that lies", b'<meta charset="iso-8859-1">' + "“Žižka”".encode(), None, '<meta charset="iso-8859-1">“Žižka”'),
    ("an unknown declaration", b"Talks", "x-nothing", "Talks"),
    ("line ends", b"one\r\ntwo\rthree\n", None, "one\ntwo\nthree\n"),
]


@pytest.mark.parametrize(("data", "charset", "text"), [row[1:] for row in DECODED], ids=[row[0] for row in DECODED])
def test_decoding(data: bytes, charset: str | None, text: str) -> None:
    assert decode(data, charset).text == text


REFUSED = [
    (b"", "empty"),
    (b" \n\t ", "empty"),
    (b"\0" * 500, "empty"),
    (bytes(range(256)) * 20, "binary"),
    (b"%PDF-1.7 and so on", "PDF"),
    (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "PNG"),
    (b"Talks \xff\xfe failed \xc3( \x80\x81 today.\n", "cannot be read"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_refusals_say_why(data: bytes, message: str) -> None:
    with pytest.raises(PageError, match=message) as caught:
        decode(data)
    assert caught.value.stage == "read"


def test_light_damage_is_repaired_and_counted() -> None:
    decoded = decode(b"The ministers met and failed to agree. " * 30 + b"\xff\xfe\xfa")
    assert decoded.damaged == 3
    assert decoded.text.endswith("agree. ���")


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_survives(text: str) -> None:
    if text.strip(" \ufeff") and not text.startswith("\ufeff") and text.strip():
        assert decode(text.encode()).text == text
