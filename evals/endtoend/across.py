"""What was found across articles → precision and recall: articles, copies, groups, events, disagreements."""

from __future__ import annotations

import re

from endtoend.fields import Fields
from endtoend.likeness import Names
from endtoend.reading import Matched
from endtoend.sides import Groups, Notes, Record
from endtoend.tally import Tally, bcubed

_TEXT_COPIES = frozenset(("copy", "partial", "rewrite"))


def score_articles(notes: Notes, record: Record) -> list[Tally]:
    """Judges the clean text by its snippets, and what the page says of itself by value."""
    lines = {record.page_of.get(line.text("id") or "", ""): line for line in record.of("article")}
    text, about = Tally("text"), [Tally(key) for key in ("published", "publisher", "agency", "language")]
    for row in notes.rows["articles"]:
        line = lines.get(row.text("page") or "", Fields({}))
        _score_text(text, row, " ".join((line.text("text") or "").split()))
        for tally in about:
            _score_about(tally, row, line, notes.names)
    return [text, *about]


def _score_text(tally: Tally, row: Fields, text: str) -> None:
    for snippet in row.texts("has"):
        found = snippet in text
        tally.given += found
        tally.right += found
        tally.found += found
        tally.wanted += 1
        if not found:
            tally.faults.append(f"text missed: {row.text('page')} «{snippet}»")
    for snippet in row.texts("lacks"):
        if snippet.casefold() in text.casefold():
            tally.surplus(f"{row.text('page')} «{snippet}»")
    for snippet in row.texts("once"):
        tally.slot("once", text.count(snippet) == 1, f"{row.text('page')} {text.count(snippet)} times «{snippet}»")


def _score_about(tally: Tally, row: Fields, line: Fields, names: Names) -> None:
    key = tally.kind
    found, wanted = line.text(key), row.data.get(key)
    if key == "published" and line.days(key):
        found = str(line.data[key])
    fault = f"{row.text('page')} {line.data.get(key)} for {wanted}"
    if wanted is None:
        allowed = row.days("published_or") if key == "published" else None
        days = line.days(key) if key == "published" else None
        if found is not None and not (allowed and days and allowed.agrees(days)):
            tally.surplus(fault)
    elif found is None:
        tally.miss(fault)
    elif key == "published":
        days, right = line.days(key), row.days(key)
        tally.judge(days is not None and right is not None and right.agrees(days, slack=1), fault)
    else:
        tally.judge(names.same(str(wanted), found), fault)


def score_copies(notes: Notes, record: Record) -> Tally:
    """Judges copy links (passages aside): whether both pages are of one source, and whether each later page has one."""
    tally, linked = Tally("copy"), set[str]()
    for line in record.of("copy"):
        if (line.text("manner") or "copy") in _TEXT_COPIES:
            ends = [record.page_of.get(line.text(key) or "", "?") for key in ("from", "to")]
            if any(set(ends) <= group for group in notes.sources):
                tally.given += 1
                tally.right += 1
                linked |= set(ends)
            else:
                tally.surplus(" ".join(ends))
    for page in sorted(page for group in notes.sources for page in group - {min(group)}):
        if page in linked:
            tally.found += 1
            tally.wanted += 1
        else:
            tally.miss(page)
    return tally


def score_groups(kind: str, groups: Groups, gold: Groups, unread: frozenset[str] = frozenset()) -> Tally:
    """Compares groups of pages by BCubed."""
    kept = [group - unread for group in gold if group - unread]
    precision, recall = bcubed(groups, kept)
    ours = " ".join("+".join(sorted(group)) for group in sorted(groups, key=sorted) if group)
    faults = [] if sum(precision) == len(precision) == sum(recall) else [f"{kind}: {ours}"]
    return Tally(kind, sum(precision), len(precision), sum(recall), len(recall), faults=faults)


def score_event_groups(record: Record, matched: Matched) -> Tally:
    """Compares which reports were merged, over the reports that were matched to a row that names its event."""
    gold: dict[str, set[str]] = {}
    for report, row in matched.items():
        if row.text("event"):
            gold.setdefault(row.text("event") or "", set()).add(report)
    events = [frozenset(line.texts("reports")) for line in record.of("event")]
    tally = score_groups("merging", events, [frozenset(group) for group in gold.values()])
    tally.faults.clear()
    return tally


def score_events(notes: Notes, record: Record) -> Tally:
    """Judges whether the events that matter are there; how many others there are is not judged."""
    tally = Tally("event")
    for row in notes.rows["events"]:
        pages = frozenset(row.texts("pages"))
        fits = [line for line in record.of("event") if _fits(row, line, notes.names) and pages & _first_pages(line, notes, record)]
        best = max(fits, key=lambda line: len(pages & _first_pages(line, notes, record)), default=None)
        if best is None:
            tally.miss(f"{row.text('event')} {row.data.get('when')}")
            continue
        tally.found += 1
        tally.wanted += 1
        joined, least_most = _first_pages(best, notes, record), row.numbers("sources")
        tally.slot("joined", pages <= joined, f"{row.text('event')} has {sorted(joined)} for {sorted(pages)}")
        count = len(best.texts("sources"))
        tally.slot("sources", least_most[0] <= count <= least_most[-1], f"{row.text('event')} rests on {count} for {least_most}")
    return tally


def _fits(row: Fields, line: Fields, names: Names) -> bool:
    days, found = row.days("when"), line.days("when")
    acted = all(any(names.same(name, actor) for actor in line.texts("actors")) for name in row.texts("actors"))
    return line.text("type") in row.options("type") and acted and days is not None and found is not None and days.agrees(found)


def _first_pages(line: Fields, notes: Notes, record: Record) -> frozenset[str]:
    return frozenset(notes.first_of.get(page, page) for page in record.pages(line))


def score_disagreements(notes: Notes, record: Record) -> Tally:
    """Judges all conflicts, and the other verdicts as far as the notes have them."""
    tally, seen = Tally("disagreement"), set[int]()
    for line in record.of("disagreement"):
        row = next((row for row in notes.rows["disagreements"] if _is_about(row, line, notes.names, record)), None)
        if row is not None:
            seen.add(id(row))
            verdict = line.text("verdict")
            tally.slot("verdict", verdict in row.options("verdict"), f"{verdict} for {row.text('verdict')}: {row.text('about')}")
        if row is not None and not row.is_set("optional"):
            tally.given += 1
            tally.right += 1
        elif row is None and line.text("verdict") == "conflict":
            tally.surplus(f"{line.text('slot')} {_values(line)}")
    for row in notes.rows["disagreements"]:
        if not row.is_set("optional"):
            if id(row) in seen:
                tally.found += 1
                tally.wanted += 1
            else:
                tally.miss(row.text("about") or "")
    return tally


def _is_about(row: Fields, line: Fields, names: Names, record: Record) -> bool:
    pages = frozenset().union(*(record.pages(e, "article") for value in line.children("values") for e in value.children("evidence")))
    if line.text("slot") not in row.options("slot") or not pages or not pages <= frozenset(row.texts("pages")):
        return False
    wanted, given = row.texts("values"), _values(line)
    hits = sum(any(_same_value(want, value, names) for value in given) for want in wanted)
    return hits >= min(2, len(wanted))


def _values(line: Fields) -> list[str]:
    return [value.text("value") or "" for value in line.children("values")]


def _same_value(wanted: str, value: str, names: Names) -> bool:
    if wanted.isdigit():
        return float(wanted) in [float(number) for number in re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", "", value))]
    return names.same(wanted, re.sub(r" \([^()]*\)$", "", value))  # behind the value stands who says so
