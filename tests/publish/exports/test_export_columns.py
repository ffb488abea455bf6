"""Column by column: the tables have the columns that other data sets' users expect, in their order, and the right thing stands in each.

The lists are transcribed from the data sets' own documentation, not from the code:
UCDP GED 24.1, ACLED since 2023, GDELT 2.0, POLECAT, eventreport 0.1.1.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from parley.publish.exports import Content, make_export
from parley.publish.exports.gdelt import EVENTS, MENTIONS

UCDP = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name
side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline
source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region
event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()
ACLED = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2
inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes
fatalities tags timestamp""".split()
EVENTREPORT = "id event_id country date_start city location actor1 deaths_best injuries_best source".split()
POLECAT = """Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector
|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors
|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename
|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version""".replace("\n", "").split("|")
GDELT_EVENTS = """GlobalEventID Day MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode
Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode
Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code IsRootEvent EventCode EventBaseCode
EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone Actor1Geo_Type Actor1Geo_Fullname Actor1Geo_CountryCode
Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID Actor2Geo_Type Actor2Geo_Fullname Actor2Geo_CountryCode
Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID ActionGeo_Type ActionGeo_Fullname ActionGeo_CountryCode
ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL""".split()
GDELT_MENTIONS = """GlobalEventID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset
Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras""".split()


def text(content: Content, name: str, figures: str = "conservative") -> str:
    (data,) = make_export(name, content, figures).files.values()
    return data.decode()


def rows(content: Content, name: str, figures: str = "conservative") -> list[dict[str, str]]:
    sign = "," if name in ("eventreport", "ucdp", "acled") else "\t"
    return list(csv.DictReader(io.StringIO(text(content, name, figures)), delimiter=sign))


@pytest.mark.parametrize(("name", "columns", "number"), [("ucdp", UCDP, 49), ("acled", ACLED, 31), ("polecat", POLECAT, 40)])
def test_columns(content: Content, name: str, columns: list[str], number: int) -> None:
    header = list(rows(content, name)[0])
    assert header == columns
    assert len(header) == number


@pytest.mark.parametrize(("name", "columns", "number"), [("gdelt-events", GDELT_EVENTS, 61), ("gdelt-mentions", GDELT_MENTIONS, 16)])
def test_gdelt_has_no_header_and_every_row_all_columns(content: Content, name: str, columns: list[str], number: int) -> None:
    assert list({"gdelt-events": EVENTS, "gdelt-mentions": MENTIONS}[name]) == columns
    lines = text(content, name).splitlines()
    assert lines
    assert {len(line.split("\t")) for line in lines} == {number} == {len(columns)}
    assert all(line.split("\t")[0].isdigit() for line in lines)


def test_eventreports_columns_come_first(content: Content) -> None:
    assert list(rows(content, "eventreport")[0])[:10] == EVENTREPORT


def test_an_eventreport_row_is_what_one_article_says(content: Content) -> None:
    found = {row["id"]: row for row in rows(content, "eventreport")}
    assert found.keys() == {"r1", "r2", "r3", "r5"}  # r4 is planned
    assert {k: found["r3"][k] for k in EVENTREPORT} == {
        "id": "r3",
        "event_id": "e1",
        "country": "NRL",
        "date_start": "2021-03-05",
        "city": "Vesk",
        "location": "Vesk",
        "actor1": "Sudmark",
        "deaths_best": "20",
        "injuries_best": "",
        "source": "Vesk Courier (2021-03-07) Title of a3",
    }
    assert (found["r1"]["deaths_best"], found["r1"]["independent_source"], found["r5"]["date_start"]) == ("14", "s1", "")


def test_a_ucdp_row_counts_independent_sources_and_names_claimants(content: Content) -> None:
    (row,) = rows(content, "ucdp")
    expected = {
        "relid": "e1", "year": "2021", "number_of_sources": "2", "source_original": "the hospital; Ada Brandt", "side_a": "Sudmark", "side_b": "",
        "where_prec": "1", "where_coordinates": "Vesk", "latitude": "50.1", "longitude": "30.2", "geom_wkt": "POINT (30.2 50.1)",
        "priogrid_gid": "202021", "date_prec": "2", "date_start": "2021-03-04", "date_end": "2021-03-05", "low": "14", "best": "14", "high": "20",
        "deaths_unknown": "14", "deaths_civilians": "", "conflict_new_id": "", "source_office": "Harbour Post; Daily Ledger; Vesk Courier",
    }  # fmt: skip
    assert {k: row[k] for k in expected} == expected
    assert row["id"].isdigit()


@pytest.mark.parametrize(("rule", "best"), [("conservative", "14"), ("ranges", ""), ("acled", "14")])
def test_the_rule_for_figures_is_the_users(content: Content, rule: str, best: str) -> None:
    assert rows(content, "ucdp", rule)[0]["best"] == best


def test_an_acled_row(content: Content) -> None:
    row = next(r for r in rows(content, "acled") if r["event_id_cnty"] == "e1")
    expected = {
        "event_date": "2021-03-04", "year": "2021", "time_precision": "2", "disorder_type": "Political violence", "actor1": "Sudmark", "actor2": "",
        "location": "Vesk", "geo_precision": "1", "fatalities": "14", "notes": "Sudmark shelled Vesk on Thursday.", "timestamp": "1615363200",
        "source": "Harbour Post; Daily Ledger; Vesk Courier", "region": "", "tags": "",
    }  # fmt: skip
    assert {k: row[k] for k in expected} == expected


def test_a_gdelt_event_and_its_mentions_share_their_number(content: Content) -> None:
    (event,) = (dict(zip(EVENTS, line.split("\t"), strict=True)) for line in text(content, "gdelt-events").splitlines())
    mentions = [dict(zip(MENTIONS, line.split("\t"), strict=True)) for line in text(content, "gdelt-mentions").splitlines()]
    expected = {
        "Day": "20210304", "MonthYear": "202103", "Year": "2021", "FractionDate": "2021.1699", "Actor1Name": "SUDMARK", "Actor1CountryCode": "SMK",
        "EventCode": "180", "EventBaseCode": "180", "EventRootCode": "18", "QuadClass": "4", "GoldsteinScale": "-9", "NumMentions": "3",
        "NumSources": "2", "NumArticles": "3", "ActionGeo_Type": "4", "ActionGeo_Fullname": "Vesk", "ActionGeo_Lat": "50.1",
        "SOURCEURL": "https://news.example/a1", "DATEADDED": "20210310080000",
    }  # fmt: skip
    assert {k: event[k] for k in expected} == expected
    assert [m["Extras"] for m in mentions] == ["r1", "r2", "r3"]
    assert {m["GlobalEventID"] for m in mentions} == {event["GlobalEventID"]}
    third = mentions[2]
    assert (third["MentionType"], third["MentionIdentifier"], third["ActionCharOffset"]) == ("1", "https://news.example/a3", "8")
    assert (third["EventTimeDate"], third["MentionTimeDate"], third["Actor1CharOffset"]) == ("20210304000000", "20210307000000", "0")


def test_a_polecat_row(content: Content) -> None:
    row = next(r for r in rows(content, "polecat") if r["Event ID"] == "e1")
    expected = {
        "Event Date": "2021-03-04", "Event Type": "ASSAULT", "Event Mode": "", "Intensity": "-9", "Quad Code": "MATERIAL CONFLICT",
        "Actor Name": "Sudmark", "Actor Country": "SMK", "Recipient Name": "", "Placename": "Vesk", "City": "Vesk", "GeoNames ID": "901",
        "Source": "Harbour Post; Daily Ledger; Vesk Courier", "Publication Date": "2021-03-05", "Story People": "Ilo Varga", "Language": "en",
        "Version": "0.1.0",
    }  # fmt: skip
    assert {k: row[k] for k in expected} == expected


def test_the_documentation_lists_the_columns_of_reports_in_full(content: Content) -> None:
    documented = (Path(__file__).parents[3] / "docs/exports.md").read_text(encoding="utf-8")
    written = " ".join(re.findall(r"\*\*eventreport\*\*.*?then ours: `[^`]*`", documented, re.DOTALL)).replace("\n", " ")
    assert re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]*)`", written))) == list(rows(content, "eventreport")[0])
