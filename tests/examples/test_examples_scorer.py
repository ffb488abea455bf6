"""The end-to-end scorer: a record that fits the notes gets full marks, and each thing spoilt lowers its own figure."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from small import Line, record, write_notes
from visible import ROOT

from endtoend.fields import Fields
from endtoend.likeness import Names, overlap
from endtoend.report import below_floors, figures, table
from endtoend.rows import KINDS
from endtoend.scores import score
from endtoend.sides import read_notes, read_record
from endtoend.tally import bcubed

EVALS = ROOT.parent / "evals"
RECALLED = ("text", "copy", "source", "happening", "story", "report", "claim", "statement", "commitment", "event", "disagreement")


def measure(folder: Path, lines: list[Line]) -> dict[str, float]:
    return figures(score(read_notes(folder), read_record(json.dumps(line) for line in lines)))


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_notes(tmp_path_factory.mktemp("notes"))


def test_a_record_that_fits_gets_full_marks(notes: Path) -> None:
    found = measure(notes, record())
    assert {name: value for name, value in found.items() if value != 1} == {}
    assert {"report.precision", "report.when", "claim.subset", "statement.polarity", "event.sources", "disagreement.verdict"} <= set(found)


def change(line_id: str, **values: object) -> Callable[[list[Line]], list[Line]]:
    return lambda lines: [{**line, **values} if line["id"] == line_id else line for line in lines]


def drop(*ids: str) -> Callable[[list[Line]], list[Line]]:
    return lambda lines: [line for line in lines if line["id"] not in ids]


def repeat(line_id: str, **values: object) -> Callable[[list[Line]], list[Line]]:
    return lambda lines: [*lines, *({**line, **values, "id": "again"} for line in lines if line["id"] == line_id)]


SPOILT = [
    ("a sidebar kept", change("a1", text="We use cookies. Ada met Omar Lind in Bern. We go on"), "text.precision"),
    ("a sentence lost", change("a1", text="We go on"), "text.recall"),
    ("a body twice", change("a1", text="met Omar Lind in Bern. We go on. We go on."), "text.once"),
    ("a wrong day of publication", change("a1", published={"first": "2021-03-01", "last": "2021-03-01", "how": "metadata"}), "published.precision"),
    ("no day of publication", change("a3", published=None), "published.recall"),
    ("a day from a sidebar", change("a2", published={"first": "2023-01-01", "last": "2023-01-01", "how": "metadata"}), "published.precision"),
    ("a publisher made up", change("a2", publisher="Nobody"), "publisher.precision"),
    ("an agency missed", change("a3", agency=None), "agency.recall"),
    ("no copy link", drop("c1"), "copy.recall"),
    ("a false copy link", repeat("c1", to="a3"), "copy.precision"),
    ("sources joined", change("s1", articles=["a1", "a2", "a3"]), "source.precision"),
    ("sources split", change("s1", articles=["a1"]), "source.recall"),
    ("happenings joined", change("t1", happenings=[["a1", "a2", "a3"]]), "happening.precision"),
    ("a story split", change("t1", articles=["a1", "a2"]), "story.recall"),
    ("a report missed", drop("r1", "r2"), "report.recall"),
    ("a report of another type", change("r3", type="ASSAULT"), "report.precision"),
    ("one happening reported twice", repeat("r1"), "report.precision"),
    ("a plan as fact", change("r3", modality="asserted"), "report.modality"),
    ("an actor too many", change("r1", actors=["Ada Brandt", "Omar Lind", "Sudmark"]), "report.actors"),
    ("an actor too few", change("r1", actors=["Ada Brandt"]), "report.actors"),
    ("a day out", change("r1", when={"first": "2021-03-09", "last": "2021-03-09", "how": "stated"}), "report.when"),
    ("a day made up", change("r3", when={"first": "2021-03-09", "last": "2021-03-09", "how": "inferred:publication"}), "report.when"),
    ("a day too vague", change("r1", when={"first": "2021-03-01", "last": "2021-03-31", "how": "stated"}), "report.when"),
    ("another place", change("r1", where={"name": "Basel"}), "report.where"),
    ("another figure", change("f3", low=21, high=24), "claim.recall"),
    ("a bound taken as a count", change("f1", high=14), "claim.recall"),
    ("no claimant", change("f1", claimant=None), "claim.claimant"),
    ("a part not seen as one", change("f2", subset_of=None), "claim.subset"),
    ("a whole seen as a part", change("f3", subset_of="f1"), "claim.subset"),
    ("another speaker", change("q1", speaker={"name": "Omar Lind"}), "statement.speaker"),
    ("a speaker made up", change("q3", speaker={"name": "Omar Lind"}), "statement.speaker"),
    ("a denial affirmed", change("q2", polarity="affirmed"), "statement.polarity"),
    ("indirect speech as direct", change("q2", type="direct"), "statement.kind"),
    ("a quotation cut", change("q3", content=[{"text": "One."}]), "statement.whole quotation"),
    ("a statement too many", repeat("q1", content=[{"text": "something else entirely"}], evidence=[]), "statement.precision"),
    ("a commitment missed", drop("m1"), "commitment.recall"),
    ("another status", change("m1", status="kept"), "commitment.status"),
    ("a due day made up", change("m1", due={"first": "2021-03-09", "last": "2021-03-09", "how": "stated"}), "commitment.due"),
    ("events merged", change("e1", reports=["r1", "r2", "r3", "r4"]), "merging.precision"),
    ("an event split", change("e1", reports=["r1"]), "merging.recall"),
    ("an event missed", change("e1", type="AID"), "event.recall"),
    ("an event without its plan", change("e1", articles=["a1"]), "event.joined"),
    ("copies counted as sources", change("e1", sources=["s1", "s2", "s3"]), "event.sources"),
    ("a disagreement missed", drop("d1"), "disagreement.recall"),
    ("another verdict", change("d1", verdict="superseded"), "disagreement.verdict"),
    ("a false conflict", repeat("d1", slot="date"), "disagreement.precision"),
]


@pytest.mark.parametrize(("spoil", "figure"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT])
def test_what_is_spoilt_lowers_its_figure(notes: Path, spoil: Callable[[list[Line]], list[Line]], figure: str) -> None:
    assert measure(notes, spoil(record()))[figure] < 1


def test_optional_rows_count_neither_way(notes: Path) -> None:
    without = measure(notes, drop("r4")(record()))
    assert (without["report.precision"], without["report.recall"]) == (1, 1)


def test_an_empty_record_scores_nothing(notes: Path) -> None:
    found = measure(notes, [])
    assert all(not found[f"{kind}.recall"] for kind in RECALLED)


def test_the_order_of_lines_never_matters(notes: Path) -> None:
    assert measure(notes, record()[::-1]) == measure(notes, record())


def as_record() -> list[Line]:
    """Returns the example notes turned into a record: every required row, given once, on its own page."""
    expected = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "expected").glob("*.json")}
    pages = sorted(row["page"] for row in expected["articles"])
    lines: list[Line] = [{"kind": "page", "id": f"p{page}", "path": f"{page}.txt"} for page in pages]
    lines += [{"kind": "article", "id": page, "page": f"p{page}"} for page in pages]
    for kind, file in (("report", "reports"), ("claim", "claims"), ("statement", "statements"), ("commitment", "commitments")):
        for number, row in enumerate(expected[file]):
            at = row["at"] if isinstance(row["at"], str) else row["at"][0]
            values = {key: value.split("|")[0] for key, value in row.items() if isinstance(value, str)}
            cited = {"article": row["page"], "evidence": [{"article": row["page"], "text": at}]}
            if not row.get("optional") and "same_as" not in row:
                lines.append({**row, **values, **cited, "kind": kind, "id": f"{kind}{number}", "content": [{"text": at}]})
    return lines


def test_every_example_note_can_be_found() -> None:
    found = measure(ROOT / "expected", as_record())
    sides = [f"{kind}.{side}" for kind in ("report", "claim", "statement", "commitment") for side in ("precision", "recall")]
    assert {name: found[name] for name in sides} == dict.fromkeys(sides, 1)


@pytest.mark.parametrize(
    ("snippet", "found", "close"),
    [
        ("met in Geneva on Tuesday", "The ministers met in Geneva on Tuesday for six hours.", True),
        ("met in Geneva on Tuesday", "They met in Geneva yesterday", True),
        ("the ministers of both countries met in Geneva on Tuesday", "both countries met in Geneva", True),
        ("met in Geneva on Tuesday", "Shells fell on the town", False),
        ("four people", "four", False),
        ("", "anything", False),
    ],
)
def test_overlap(snippet: str, found: str, close: bool) -> None:
    assert (overlap(snippet, found) >= 0.6) is close


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        ("Ada Brandt", "Brandt", True),
        ("Ada Brandt", "President Ada Brandt", True),
        ("Norland", "the Norlandic government", True),
        ("Omar Lind|Norland?", "Norland’s", True),
        ("Ada Brandt", "Omar Lind", False),
        ("Norland", "Sudmark", False),
        ("the union", "the company", False),
    ],
)
def test_names(wanted: str, found: str, same: bool) -> None:
    assert Names.of({"Norland": ["Norlandic government"]}).same(wanted, found) is same


def test_days_are_read_in_every_form() -> None:
    one = Fields({"a": "2021-03-09", "b": ["2021-03-09", "2021-03-09"], "c": {"first": "2021-03-09", "last": "2021-03-09", "how": "user"}, "d": None})
    assert one.days("a") == one.days("b") == one.days("c") != one.days("d")
    assert one.days("d") is None


def test_bcubed_on_a_known_case() -> None:
    ours = [frozenset("abc"), frozenset("d")]
    gold = [frozenset("ab"), frozenset("cd")]
    precision, recall = bcubed(ours, gold)
    assert precision == pytest.approx([2 / 3, 2 / 3, 1 / 3, 1])
    assert recall == pytest.approx([1, 1, 1 / 2, 1 / 2])


def test_what_was_not_grouped_is_not_found() -> None:
    assert bcubed([frozenset("ab")], [frozenset("a"), frozenset("c")]) == ([1], [1, 0])


def test_floors_hold_what_they_name() -> None:
    assert below_floors({"a": 0.5, "b": 0.9}, {"a": 0.6, "b": 0.9, "c": 0.1, "d": None}) == ["a is 0.5, its floor 0.6", "c is None, its floor 0.1"]


def test_floors_name_figures_that_exist(notes: Path) -> None:
    floors = json.loads((EVALS / "floors.json").read_text(encoding="utf-8"))["examples"]
    assert set(floors) <= set(measure(notes, record()))


def test_faults_are_shown_with_their_sentence(notes: Path) -> None:
    tallies = score(read_notes(notes), read_record(json.dumps(line) for line in drop("f3")(record())))
    assert "claim missed: 03 killed 20 20 «20 people had died»" in table(tallies, faults=3)


@pytest.mark.parametrize(("floor", "status"), [(0.9, 0), (1.1, 1)])
def test_the_command(notes: Path, tmp_path: Path, floor: float, status: int) -> None:
    lines, floors = tmp_path / "record.jsonl", tmp_path / "floors.json"
    lines.write_text("\n".join(json.dumps(line) for line in record()), encoding="utf-8")
    floors.write_text(json.dumps({"examples": {"claim.recall": floor}}), encoding="utf-8")
    command = [sys.executable, str(EVALS / "examples.py"), str(lines), "--notes", str(notes), "--floors", str(floors)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["claim.recall"]) == (status, 1.0)


def test_rows_are_read_for_every_kind() -> None:
    assert set(KINDS) == set(read_notes(ROOT / "expected").rows)
