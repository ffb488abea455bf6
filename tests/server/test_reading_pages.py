import csv
import io
import json
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

PAGES = ("/", "/sources", "/people", "/pages", "/pages/p1", "/items", "/review", "/decisions", "/new", "/issues", "/report.html")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_and_what_pages_say_is_inert(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("path", ["/pages/p99", "/items/nothing", "/stories/none", "/none.json", "/assets/record.py", "/stories/none.json"])
def test_what_is_not_there_is_404(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_every_listed_item_has_its_page_and_its_json(client: TestClient) -> None:
    items = client.get("/items.json?limit=200").json()["items"]
    assert {line["kind"] for line in items} >= {"event", "report", "claim", "article", "source"}
    for line in items:
        assert client.get(f"/items/{line['id']}").status_code == 200
        assert client.get(f"/items/{line['id']}.json").json()["id"] == line["id"]


def test_the_lines_are_those_of_the_export(client: TestClient) -> None:
    lines = [json.loads(line) for line in client.get("/record.jsonl").text.splitlines()]
    claims = [line for line in lines if line["kind"] == "claim"]
    assert client.get("/items.json?kind=claim").json()["items"] == claims
    assert claims


@pytest.mark.parametrize(
    "filters, fits",
    [
        ("kind=claim&measure=killed", lambda line: line["measure"] == "killed"),
        ("kind=report&type=ASSAULT", lambda line: line["type"] == "ASSAULT"),
        ("q=market+Torvik", lambda line: "torvik" in json.dumps(line).lower()),
        ("kind=report&since=2021-03-02&until=2021-03-02", lambda line: line["when"]["first"] <= "2021-03-02" <= line["when"]["last"]),
    ],
)
def test_filters_keep_what_fits_and_nothing_else(client: TestClient, filters: str, fits: object) -> None:
    found = client.get(f"/items.json?{filters}").json()
    assert found["total"] == len(found["items"]) > 0
    assert all(fits(line) for line in found["items"])  # type: ignore[operator]


def test_stretches_hold_every_item_once(client: TestClient) -> None:
    whole = [line["id"] for line in client.get("/items.json?limit=200").json()["items"]]
    seen, cursor = [], ""
    while True:
        answer = client.get(f"/items.json?limit=3&cursor={cursor}").json()
        seen += [line["id"] for line in answer["items"]]
        cursor = answer["next"]
        if not cursor:
            break
    assert seen == whole


@pytest.mark.parametrize("wrong", ["cursor=nothing", "limit=0", "limit=x", "since=yesterday"])
def test_wrong_filters_are_refused(client: TestClient, wrong: str) -> None:
    assert client.get(f"/items.json?{wrong}").status_code in (400, 422)


def test_the_table_holds_no_formula(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/items.csv").text)))
    assert len(rows) == client.get("/items.json").json()["total"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_what_was_not_located_has_no_geometry(client: TestClient) -> None:
    found = json.loads(client.get("/items.geojson?kind=report").text)
    for feature in found["features"]:
        where = feature["properties"]["where"]
        assert (feature["geometry"] is None) == (where is None or where["lat"] is None)


def test_items_answer_in_the_form_asked_for(client: TestClient) -> None:
    assert client.get("/items?kind=claim", headers={"accept": "text/csv"}).headers["content-type"].startswith("text/csv")
    assert client.get("/items?kind=claim", headers={"accept": "application/json"}).json()["total"] > 0


def test_an_unchanged_record_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/items.json").headers["etag"]
    assert client.get("/items.json", headers={"if-none-match": tag}).status_code == 304
    assert client.get("/items.json", headers={"if-none-match": 'W/"older"'}).status_code == 200


def test_the_feed_is_atom_and_the_interface_describes_itself(client: TestClient) -> None:
    assert ElementTree.fromstring(client.get("/feed.atom").content).tag == "{http://www.w3.org/2005/Atom}feed"
    assert "/items.json" in client.get("/openapi.json").json()["paths"]


def test_new_since_an_unknown_run_is_refused(client: TestClient) -> None:
    assert client.get("/new?since=nothing").status_code == 400
