"""Lines that only say again what stands on the page already."""

from parley.pages.repeats import find_repeats

ONE = "The envoy said on Monday that the talks in Vesk had ended without a deal of any kind."
TWO = "Neither side would say when the next round of the long negotiations was to be held."
THREE = "Shelling was heard to the east of the town through most of the following night."


def kept(*lines: str) -> list[str]:
    return [line for line, again in zip(lines, find_repeats(lines, [True] * len(lines)), strict=True) if not again]


def test_a_body_pasted_twice_is_kept_once() -> None:
    assert kept(ONE, "Next steps", TWO, ONE, "Next steps", TWO) == [ONE, "Next steps", TWO]


def test_a_changed_first_word_and_other_quotation_marks_hide_nothing() -> None:
    assert kept(ONE, TWO, "Although " + ONE[0].lower() + ONE[1:], THREE) == [ONE, TWO, THREE]
    assert kept(f'"{ONE}"', TWO, f"“{ONE}”") == [f'"{ONE}"', TWO]


def test_a_pull_quote_goes_and_its_paragraph_stays() -> None:
    assert kept("the talks in Vesk had ended without a deal", ONE, TWO) == [ONE, TWO]


def test_a_longer_telling_is_no_repeat() -> None:
    longer = ONE + " " + THREE
    assert kept(ONE, TWO, longer) == [TWO, longer]  # the shorter one stands inside the longer
    assert kept("He spoke.", TWO, "He spoke.") == ["He spoke.", TWO, "He spoke."]


def test_lines_already_dropped_neither_repeat_nor_are_repeated() -> None:
    assert find_repeats([ONE, ONE], [False, True]) == [False, False]
