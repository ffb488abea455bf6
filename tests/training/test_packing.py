"""Annotators' lines → label files: what is typed is found in its sentence, or refused."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).parents[2] / "training"
WORDS = "The army of Norland shelled Torvik , and Norland 's foes fled Torvik on Monday .".split()


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TRAINING / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(TRAINING))  # the scripts import what lies beside them
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(TRAINING))
    return module


names, acts, cues = script("pack_names"), script("pack_acts"), script("pack_cues")


@pytest.fixture
def sentences(tmp_path: Path) -> Path:
    path = tmp_path / "sentences"
    path.write_text(f"1\tgmb\t-\t7\t{json.dumps(WORDS)}\n2\tgmb\t-\t9\t{json.dumps(WORDS)}\n", encoding="utf-8")
    return path


def typed(folder: Path, text: str) -> Path:
    path = folder / f"typed{hash(text)}"
    path.write_text(text, encoding="utf-8")
    return path


def test_names_are_placed_in_order(sentences: Path, tmp_path: Path) -> None:
    found = names.read_typed(sentences, typed(tmp_path, "1: LOC Norland; LOC Torvik; LOC Norland\n2:\n"))
    text = " ".join(WORDS)
    spans = [label.split(":")[0].split("-") for label in found["gmb", "-", 7].split()]
    assert [text[int(start) : int(end)] for start, end in spans] == ["Norland", "Torvik", "Norland"]
    assert found["gmb", "-", 9] == ""


@pytest.mark.parametrize("wrong", ["1: LOC Sudland\n", "1: CITY Torvik\n", "3: LOC Torvik\n", "LOC Torvik\n", "1: LOC orvik\n"])
def test_what_is_not_there_is_refused(sentences: Path, tmp_path: Path, wrong: str) -> None:
    with pytest.raises(ValueError):
        names.read_typed(sentences, typed(tmp_path, wrong))


@pytest.mark.parametrize("other, f1", [("1: LOC Norland; LOC Torvik\n", 100.0), ("1: LOC Norland; ORG Torvik\n", 50.0), ("1:\n", 0.0)])
def test_agreement_on_names(sentences: Path, tmp_path: Path, other: str, f1: float) -> None:
    first, second = (names.read_typed(sentences, typed(tmp_path, text)) for text in ("1: LOC Norland; LOC Torvik\n2:\n", other))
    assert names.agreement(first, second) == {"sentences": 1, "f1": f1}


def test_an_act_keeps_its_trigger_and_roles(sentences: Path, tmp_path: Path) -> None:
    line = "1|ASSAULT/heavy-weapons|shelled|asserted|historical,possible|A=army of Norland|R=Torvik@2|C=|W=on Monday|P=\n2|none\n"
    found = acts.read_typed(sentences, typed(tmp_path, line))
    (act,) = found["gmb", "-", 7]
    text = " ".join(WORDS)
    assert (act["type"], act["mode"], act["modality"], act["historical"], act["certainty"]) == (
        "ASSAULT",
        "heavy-weapons",
        "asserted",
        True,
        "possible",
    )
    assert text[slice(*act["trigger"])] == "shelled"
    assert {role: [text[slice(*span)] for span in spans] for role, spans in act["roles"].items()} == {
        "actors": ["army of Norland"],
        "recipients": ["Torvik"],
        "when": ["on Monday"],
    }
    assert act["roles"]["recipients"][0][0] > text.index("fled")
    assert found["gmb", "-", 9] == []


def test_agreement_on_acts(sentences: Path, tmp_path: Path) -> None:
    one, other = (
        acts.read_typed(sentences, typed(tmp_path, f"1|{kind}|shelled|asserted||A=army|R={whom}|C=|W=|P=\n2|none\n"))
        for kind, whom in (("ASSAULT", "Torvik"), ("COERCE", "foes"))
    )
    found = acts.agreement(one, other)
    assert (found["sentences"], found["trigger_f1"], found["trigger_and_type_f1"], found["roles_f1"]) == (2, 100.0, 0.0, 50.0)


def test_a_cue_keeps_its_source_and_the_span_between_the_ends_of_its_content(sentences: Path, tmp_path: Path) -> None:
    found = cues.read_typed(sentences, typed(tmp_path, "1|speech|shelled|denied|S=The army|C=Torvik , and … on Monday .\n2|none\n"))
    (cue,) = found["gmb", "-", 7]
    text = " ".join(WORDS)
    assert (cue["kind"], cue["denied"]) == ("speech", True)
    assert [text[slice(*cue[part])] for part in ("cue", "source")] == ["shelled", "The army"]
    assert text[slice(*cue["content"])] == text[text.index("Torvik") :]
    assert found["gmb", "-", 9] == []


def test_agreement_on_cues(sentences: Path, tmp_path: Path) -> None:
    one, other = (
        cues.read_typed(sentences, typed(tmp_path, f"1|{kind}|shelled|affirmed|S=The army|C=\n2|{more}\n"))
        for kind, more in (("speech", "none"), ("attitude", "speech|fled|affirmed|S=|C="))
    )
    assert cues.agreement(one, other) == {"sentences": 2, "cue_f1": 66.7, "class": 0.0, "source": 100.0}


def test_the_label_files_are_whole_and_hold_no_text() -> None:
    root = TRAINING.parent
    for path in (TRAINING / "labels/names.tsv", root / "evals/data/name_test.tsv"):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert len(rows) >= 1000
        for _, _, number, labels in rows:
            assert number.isdigit()
            for label in labels.split():
                span, kind = label.split(":")
                start, end = map(int, span.split("-"))
                assert start < end
                assert kind in {"PERSON", "ORG", "LOC", "NORP", "WEAPON", "VEHICLE"}
    learnt, judged = (
        {(row["corpus"], row["document"], row["sentence"]) for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        for path in (TRAINING / "labels/acts.jsonl", root / "evals/data/acts.jsonl")
    )
    assert not learnt & judged


def test_no_sentence_teaches_cues_that_judges_them() -> None:
    paths = (TRAINING / "labels/cues.jsonl", TRAINING.parent / "evals/data/cues.jsonl", TRAINING.parent / "evals/data/statements.jsonl")
    learnt, judged, stated = ([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] for path in paths)
    assert len(learnt) > 1000
    assert all(cue["kind"] in ("speech", "attitude") for row in learnt for cue in row["cues"])
    keys = {(row["corpus"], row["document"], row["sentence"]) for row in learnt}
    assert not keys & {(row["corpus"], row["document"], row["sentence"]) for row in judged}
    assert not keys & {("gmb", "-", row["document"]) for row in stated if row["corpus"] == "gmb"}
    assert not {row["document"] for row in learnt if row["corpus"] == "gum"} & {row["document"] for row in stated if row["corpus"] == "gum"}


def test_no_sentence_of_acts_to_judge_or_tune_by_is_one_to_learn_from() -> None:
    def keys(path: Path) -> set[tuple[str, str, int]]:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return {(row["corpus"], row["document"], row["sentence"]) for row in rows}

    files = ("labels/acts.jsonl", "labels/acts_unsure.jsonl", "labels/acts_tuning.jsonl", "../evals/data/acts.jsonl")
    learnt, unsure, tuned, judged = (keys(TRAINING / name) for name in files)
    assert all((learnt, unsure, tuned, judged))
    assert not learnt & unsure
    assert not (learnt | unsure) & tuned
    assert not (learnt | unsure | tuned) & judged
