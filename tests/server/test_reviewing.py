import re
import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from parley.model import Claim, Report
from parley.record.corrections import parse_correction
from parley.record.decisions import Decision
from parley.server import create_app
from parley.server.review import SLOTS


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> TestClient:
    """A client on a record of its own, with the word that changes need."""
    shutil.copytree(made, tmp_path / "record")
    client = TestClient(create_app(tmp_path / "record"), base_url="http://127.0.0.1")
    found = re.search(r'name="parley-forgery" content="([^"]+)"', client.get("/").text)
    assert found
    client.headers["x-parley-forgery"] = found[1]
    return client


def test_a_rejected_claim_goes_and_an_undo_brings_it_back(desk: TestClient) -> None:
    claim = desk.get("/items.json?kind=claim&measure=killed").json()["items"][0]
    decided = desk.post("/decisions", json={"kind": "reject", "ids": [claim["id"]], "author": "Ada", "reason": "not a toll"})
    assert decided.status_code == 201
    assert claim["id"] not in {line["id"] for line in desk.get("/items.json?kind=claim").json()["items"]}
    page = desk.get("/decisions").text
    assert "Ada" in page and "not a toll" in page
    assert desk.post("/decisions", json={"kind": "undo", "ids": [decided.json()["id"]]}).status_code == 201
    assert claim["id"] in {line["id"] for line in desk.get("/items.json?kind=claim").json()["items"]}


def test_a_corrected_figure_is_shown(desk: TestClient) -> None:
    claim = desk.get("/items.json?kind=claim&measure=killed").json()["items"][0]
    assert desk.post("/decisions", json={"kind": "correct", "ids": [claim["id"]], "slot": "low", "value": "15"}).status_code == 201
    assert 15 in {line["low"] for line in desk.get("/items.json?kind=claim").json()["items"]}


def test_what_was_judged_leaves_the_queue(desk: TestClient) -> None:
    before = desk.get("/review.json").json()
    task = next(t for t in before if t["kind"] == "claim")
    desk.post("/decisions", json={"kind": "confirm", "ids": task["ids"]})
    assert task["headline"] not in {t["headline"] for t in desk.get("/review.json").json() if t["kind"] == "claim"}


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "reject", "ids": ["nothing"]}, {"kind": "undo", "ids": ["nothing"]}, {"kind": "burn", "ids": ["x"]}, {"kind": "reject", "ids": []}],
)
def test_what_cannot_be_applied_is_refused_and_nothing_is_kept(desk: TestClient, wrong: dict[str, object]) -> None:
    assert desk.post("/decisions", json=wrong).status_code in (400, 422)
    assert desk.get("/decisions.json").json() == []


@pytest.mark.parametrize(("kind", "slot"), [(kind, slot) for kind, slots in SLOTS.items() for slot in slots])
def test_every_slot_that_is_offered_can_be_set(kind: str, slot: str) -> None:
    fitting = {"type": "ASSAULT", "modality": "asserted", "certainty": "certain", "measure": "killed", "low": "3", "high": "3"}
    value = fitting.get(slot, "2021-03-04" if slot in ("when", "since", "until") else "words")
    decision = Decision("correct", (), "Ada", "2021-03-04T00:00:00+00:00", "why", value, slot)
    assert slot in parse_correction(decision, {"report": Report, "claim": Claim}[kind], ())
