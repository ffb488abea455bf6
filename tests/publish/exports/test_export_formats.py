"""Each format read back: by the tool it is for where that is at hand, else by its own rules."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pyarrow.parquet as pq
import pytest
from geojson_pydantic import FeatureCollection
from jsonschema import Draft202012Validator, FormatChecker
from made_record import ARTICLES, PAGES

from parley.publish.exports import FORMATS, Content, make_content, make_export
from parley.publish.exports.steps import escape, fold

ONE_FILE = [name for name in FORMATS if name != "parquet"]


def text(content: Content, name: str) -> str:
    (data,) = make_export(name, content).files.values()
    return data.decode()


def notes(content: Content, name: str) -> set[str]:
    export = make_export(name, content)
    return {str(note) for note in (*export.left_out, *export.notes)}


def json_of(content: Content, name: str) -> Any:
    return json.loads(text(content, name))


def lines_of(content: Content, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text(content, name).splitlines()]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_gives_the_same_bytes_in_any_order(content: Content, name: str) -> None:
    turned = make_content(content.pages[::-1], content.articles[::-1], content.view, content.issues, (), content.runs)
    assert make_export(name, turned).files == make_export(name, content).files


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_record_is_no_error(name: str) -> None:
    from parley.record import View

    export = make_export(name, make_content([], [], View()))
    assert export.files
    assert export.left_out == export.notes == ()


def test_a_lossy_format_says_what_it_leaves_out(content: Content) -> None:
    assert "events that are planned, supposed or denied: 1" in notes(content, "ucdp")
    assert "events without both a date and a figure of people killed: 1" in notes(content, "ucdp")
    assert "steps without a date: 1" in notes(content, "ical")
    assert "events that are not located have a null geometry: 2" in notes(content, "geojson")
    assert "claims (PLOVER has no figures): 4" in notes(content, "plover")
    assert not notes(content, "jsonl")
    assert not notes(content, "parquet")


def test_geojson(content: Content) -> None:
    collection = json_of(content, "geojson")
    assert collection["type"] == "FeatureCollection"
    features = {f["id"]: f for f in collection["features"]}
    assert features.keys() == {"e1", "e2", "e3"}
    assert features["e1"]["geometry"] == {"type": "Point", "coordinates": [30.2, 50.1]}
    assert features["e2"]["geometry"] is features["e3"]["geometry"] is None
    assert features["e1"]["properties"]["killed"] == {"low": 14, "best": 14, "high": 20}
    assert features["e1"]["properties"]["sources"] == 2
    for feature in features.values():
        assert feature.keys() == {"type", "id", "geometry", "properties"}


def test_geojson_read_by_a_validator(content: Content) -> None:
    read = FeatureCollection.model_validate_json(text(content, "geojson"))
    assert [f.geometry and tuple(f.geometry.coordinates) for f in read.features if f.id == "e1"] == [(30.2, 50.1)]
    assert sum(f.geometry is None for f in read.features) == 2


def test_calendar(content: Content) -> None:
    raw = text(content, "ical")
    assert raw.endswith("END:VCALENDAR\r\n")
    assert "\n" not in raw.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in raw.split("\r\n"))
    entry = dict(line.split(":", 1) for line in raw.replace("\r\n ", "").splitlines() if ":" in line)
    assert entry["DTSTART;VALUE=DATE"] == "20210309"
    assert entry["DTEND;VALUE=DATE"] == "20210310"
    assert entry["SUMMARY"] == "Ilo Varga: meet Ada Brandt"
    assert (entry["STATUS"], entry["CATEGORIES"], entry["DTSTAMP"]) == ("CONFIRMED", "kept", "20210310T080000Z")
    assert entry["DESCRIPTION"].startswith("“Ada Brandt will meet Ilo Varga on 9 March.” (Harbour Post\\, 5 March 2021)")


def test_calendar_text_is_escaped_and_folded_between_characters() -> None:
    assert escape("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"
    folded = fold("SUMMARY:" + "é" * 100)
    assert folded.replace("\r\n ", "") == "SUMMARY:" + "é" * 100 + "\r\n"
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))


def test_calendar_read_by_icalendar(content: Content) -> None:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed: the calendar was NOT read back by a calendar library")
    (entry,) = icalendar.Calendar.from_ical(text(content, "ical")).walk("VEVENT")
    assert (entry["SUMMARY"], entry["DTSTART"].dt.isoformat(), entry.errors) == ("Ilo Varga: meet Ada Brandt", "2021-03-09", [])


def test_timeline(content: Content) -> None:
    slides = json_of(content, "timelinejs")["events"]
    assert [s["unique_id"] for s in slides] == ["e1", "e2"]
    assert slides[0]["start_date"] == {"year": 2021, "month": 3, "day": 4}
    assert slides[0]["end_date"] == {"year": 2021, "month": 3, "day": 5}
    assert slides[0]["text"]["headline"] == "Attack · Sudmark · Vesk"
    assert slides[1]["text"]["headline"] == "Talks (planned) · Ada Brandt, Ilo Varga"


def test_plover_records(content: Content) -> None:
    records = {r["id"]: r for r in lines_of(content, "plover")}
    assert records.keys() == {"r1", "r2", "r3", "r4", "r5"}
    record = records["r4"]
    assert (record["event"], record["mode"], record["auxiliary"], record["date"]) == ("CONSULT", "", ["future"], "2021-03-09")
    assert [p["actorName"] for p in record["source"]] == ["Ada Brandt", "Ilo Varga"]
    assert record["source"][1] == {"actorText": "Ilo Varga", "actorName": "Ilo Varga", "code": "SMK"}
    assert record["parley"]["event"] == "e2"
    for r in records.values():
        where = r["textInfo"]
        assert ARTICLES[where["article"]].text[where["start"] : where["end"]] == r["text"]


def test_plover_records_fit_the_schema(content: Content) -> None:
    schema = json.loads(resources.files("parley.publish").joinpath("data", "plover.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema, format_checker=FormatChecker())
    records = lines_of(content, "plover")
    assert [error.message for record in records for error in check.iter_errors(record)] == []
    for wrong in ({"event": "QUARREL"}, {"mode": "aerobatic"}, {"date": "yesterday"}, {"source": ["x"]}, {"textInfo": {}}, {"more": 1}):
        assert list(check.iter_errors(records[0] | wrong)), wrong


def test_the_schema_knows_the_types_and_modes_of_the_lexicon() -> None:
    schema = json.loads(resources.files("parley.publish").joinpath("data", "plover.schema.json").read_text(encoding="utf-8"))
    modes = {(rule["if"]["properties"]["event"]["const"], mode) for rule in schema["allOf"] for mode in rule["then"]["properties"]["mode"]["enum"]}
    plover = json.loads((resources.files("parley.lexicon") / "data" / "plover.json").read_text(encoding="utf-8"))["event_types"]
    assert modes == {(kind["type"], mode) for kind in plover for mode in ("", *(m["mode"] for m in kind["modes"]))}


def test_annotations_point_at_the_words(content: Content) -> None:
    page = json_of(content, "annotations")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == 5 + 4 + 4 + 2
    for annotation in page["items"]:
        for target in annotation["target"]:
            quote = target["selector"][0]
            assert quote["type"] == "TextQuoteSelector"
            if target["source"].startswith("urn:parley:article:"):
                whole = ARTICLES[target["source"].rpartition(":")[2]].text
                position = target["selector"][1]
                assert position["type"] == "TextPositionSelector"
                assert whole[position["start"] : position["end"]] == quote["exact"]
                assert quote["prefix"] + quote["exact"] + quote["suffix"] in whole


def test_a_page_offset_is_given_where_the_page_is_plain_text(content: Content) -> None:
    filed = content.view.reports[0]
    cited = replace(filed.evidence[0], page_start=20, page_end=53)
    moved = replace(content, view=replace(content.view, reports=(replace(filed, evidence=(cited,)),)))
    (annotation, *_) = json_of(moved, "annotations")["items"]
    assert annotation["target"][0]["source"] == "https://news.example/a1"
    assert annotation["target"][0]["selector"][1] == {"type": "TextPositionSelector", "start": 20, "end": 53}


def test_entities_refer_only_to_entities(content: Content) -> None:
    entities = {e["id"]: e for e in lines_of(content, "ftm")}
    assert {e["schema"] for e in entities.values()} == {"Article", "Person", "PublicBody", "Address", "Event"}
    referring = [p for e in entities.values() for key in ("proof", "organizer", "involved", "addressEntity") for p in e["properties"].get(key, ())]
    assert referring
    assert set(referring) <= entities.keys()
    assert all(isinstance(v, str) and v for e in entities.values() for values in e["properties"].values() for v in values)
    assert entities["e1"]["properties"]["organizer"] == ["n2"]
    assert entities["e1"]["properties"]["startDate"] == ["2021-03-04"]


def test_statements_are_the_entities_value_by_value(content: Content) -> None:
    statements = lines_of(content, "ftm-statements")
    values = {(s["entity_id"], s["schema"], s["prop"], s["value"]) for s in statements if s["prop"] != "id"}
    entities = lines_of(content, "ftm")
    assert values == {(e["id"], e["schema"], prop, v) for e in entities for prop, vs in e["properties"].items() for v in vs}
    assert len({s["id"] for s in statements}) == len(statements)
    assert {s["entity_id"] for s in statements if s["prop"] == "id"} == {e["id"] for e in entities}
    summaries = {s["value"]: s["origin"] for s in statements if s["prop"] == "summary" and s["entity_id"] == "e1"}
    assert summaries["Sudmark bombed Vesk on Thursday."] == "a2"


def test_entities_read_by_followthemoney(content: Content) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed: the entities were NOT read back by it")
    for line in lines_of(content, "ftm"):
        ftm.model.get(line["schema"]).validate(line)
        proxy = ftm.model.get_proxy(line, cleaned=False)
        assert all(set(values) == set(proxy.get(prop)) for prop, values in line["properties"].items())


def test_parquet_read_by_arrow_and_duckdb(content: Content, tmp_path: Path) -> None:
    for name, data in make_export("parquet", content).files.items():
        (tmp_path / name).write_bytes(data)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    kinds = {table["name"]: table for table in manifest["tables"]}
    lines = lines_of(content, "jsonl")
    assert {line["kind"] for line in lines} <= kinds.keys()
    for kind, table in kinds.items():
        read = pq.read_table(tmp_path / table["file"])
        assert read.num_rows == table["rows"] == sum(line["kind"] == kind for line in lines)
        assert [c["name"] for c in table["columns"]] == read.column_names
    joined = f"'{tmp_path}/report.parquet' r JOIN '{tmp_path}/article.parquet' a ON r.article = a.id"
    query = f"SELECT count(*) FROM {joined} WHERE r.\"when\".first >= '2021-03-05'"
    assert duckdb.sql(query).fetchall() == [(2,)]
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/claim.parquet' WHERE low IS NOT NULL AND high IS NULL").fetchall() == [(2,)]


def test_parquet_rows_are_the_records_lines(content: Content, tmp_path: Path) -> None:
    path = tmp_path / "event.parquet"
    path.write_bytes(make_export("parquet", content).files["event.parquet"])
    events = [{k: v for k, v in line.items() if k != "kind"} for line in lines_of(content, "jsonl") if line["kind"] == "event"]
    assert pq.read_table(path).to_pylist() == events


def test_csv_read_by_duckdb(content: Content, tmp_path: Path) -> None:
    for name in ("eventreport", "ucdp", "acled"):
        path = tmp_path / f"{name}.csv"
        path.write_text(text(content, name), encoding="utf-8")
        (rows,) = duckdb.sql(f"SELECT count(*) FROM read_csv('{path}', header = true, strict_mode = true)").fetchall()[0]
        assert rows == text(content, name).count("\n") - 1
    (best,) = duckdb.sql(f"SELECT max(deaths_best) FROM '{tmp_path}/eventreport.csv'").fetchall()[0]
    assert best == 20


def test_tables_read_by_pandas(content: Content, tmp_path: Path) -> None:
    for name, data in make_export("parquet", content).files.items():
        (tmp_path / name).write_bytes(data)
    claims = pandas.read_parquet(tmp_path / "claim.parquet")
    assert sorted(claims["id"]) == sorted(line["id"] for line in lines_of(content, "jsonl") if line["kind"] == "claim")
    (tmp_path / "reports.csv").write_text(text(content, "eventreport"), encoding="utf-8")
    reports = pandas.read_csv(tmp_path / "reports.csv", parse_dates=["date_start"])
    assert str(reports["date_start"].dtype).startswith("datetime64")
    assert reports.groupby("event_id")["deaths_best"].max().max() == 20


@pytest.mark.parametrize(("name", "columns"), [("gdelt-events", 61), ("gdelt-mentions", 16)])
def test_gdelt_files_read_by_duckdb(content: Content, tmp_path: Path, name: str, columns: int) -> None:
    path = tmp_path / f"{name}.tsv"
    path.write_text(text(content, name), encoding="utf-8")
    read = duckdb.sql(f"SELECT * FROM read_csv('{path}', header = false, delim = '\t', quote = '', escape = '')")
    assert len(read.columns) == columns
    assert len(read.fetchall()) == text(content, name).count("\n")


def test_the_brief_says_nothing_that_no_page_says(content: Content) -> None:
    brief = text(content, "markdown")
    quotes = re.findall(r"“(.*?)” — ", brief)
    shown = [re.sub(r"\\(.)", r"\1", q).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&#58;", ":") for q in quotes]
    texts = [" ".join(a.text.split()) for a in ARTICLES.values()]
    assert len(shown) > 5
    assert all(any(quote in whole for whole in texts) for quote in shown)
    for heading in ("# Brief", "## Events", "## Figures", "## Disagreements", "## Next steps", "## Sources"):
        assert f"\n{heading}\n" in f"\n{brief}"
    assert f"{len(PAGES)} pages · 3 independent sources · 3 events" in brief
