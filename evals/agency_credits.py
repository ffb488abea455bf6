"""Measures agency credits against citations on lines written for the purpose, 200 of them credits.

    python evals/agency_credits.py

No corpus is needed. Each form of credit below is filled with agencies in turn, and so is each form of citation; the lines stand
in a short invented article as they would on a page. The forms were collected by reading how portals print credits; the parser
was written against the tests in `tests/pages/test_credits.py`, so forms here that those do not hold are the interesting ones.
Prints precision and recall, and each line that is judged wrongly, then one JSON object.
"""

from __future__ import annotations

import json
import sys
from itertools import cycle, islice

from parley.pages.credits import find_agency

AGENCIES = (
    "AFP",
    "Reuters",
    "AP",
    "Xinhua",
    "TASS",
    "Anadolu",
    "dpa",
    "EFE",
    "ANSA",
    "Interfax",
    "Kyodo",
    "Yonhap",
    "PTI",
    "IANS",
    "UPI",
    "Ukrinform",
    "Harbour News Agency",  # invented: in no list
    "Norland Press Agency",
)
LONG = {"AP": "The Associated Press", "AFP": "Agence France-Presse", "Anadolu": "Anadolu Agency", "TASS": "ITAR-TASS", "PTI": "Press Trust of India"}
OPENING = "Delegates from Norland and Sudmark ended four hours of talks on Monday without agreeing on a ceasefire."
MIDDLE = "Norland's foreign minister told reporters that the talks had been useful."
CREDITS = (
    ("VESK ({}) - " + OPENING, MIDDLE),
    ("VESK, March 9 ({}) -- " + OPENING, MIDDLE),
    ("VESK, Norland ({}) — " + OPENING, MIDDLE),
    ("Vesk ({}): " + OPENING, MIDDLE),
    ("VESK, March 9. /{}/. " + OPENING, MIDDLE),
    (OPENING, MIDDLE, "Source: {}"),
    (OPENING, MIDDLE, "Source : {} | 9 March"),
    (OPENING, MIDDLE, "Sources: {} and news agencies"),
    (OPENING, MIDDLE, "({})"),
    (OPENING, MIDDLE + " ({})"),
    (OPENING, MIDDLE + " - {}"),
    (OPENING, MIDDLE + " —{}"),
    ("{}", OPENING, MIDDLE),
    ("By {}", OPENING, MIDDLE),
    ("Vesk, {}", OPENING, MIDDLE),
    ("{} in Vesk", OPENING, MIDDLE),
    (OPENING, MIDDLE, "With inputs from {}"),
    (OPENING, MIDDLE, "Additional reporting by {}"),
    (OPENING, MIDDLE, "{} contributed to this report."),
    (OPENING, MIDDLE, "© 2021 {}"),
    ("VESK — {} — " + OPENING, MIDDLE),
    (OPENING, MIDDLE, "Agency: {}"),
    (OPENING, MIDDLE, "[{}]"),
    (OPENING, MIDDLE, "Courtesy: {}"),
    (OPENING, MIDDLE, "(with {})"),
)
CITATIONS = (
    "The minister told {} that the talks had been useful.",
    "The town had fallen, {} reported on Monday.",
    "The town had fallen, according to {}.",
    "A correspondent of {} saw tanks on the road.",
    "“We will return,” he said in remarks carried by {}.",
    "{} quoted a source in the ministry as saying so.",
    "The agency {} said that the border was open again.",
    "He spoke to {} by telephone from the town.",
    "Two reporters working for {} were hurt.",
    "Officials told the {} news agency that the road was closed.",
    "In an interview with {}, she denied it.",
    "{}: army advances on the town",
)
PER_CREDIT, PER_CITATION = 8, 16


def credited(lines: list[str]) -> str | None:
    return find_agency(lines, [len(line) > 60 for line in lines])


def main() -> None:
    names = cycle(AGENCIES)
    found = right = total = 0
    for form in CREDITS:
        for name in islice(names, PER_CREDIT):
            spelled = LONG.get(name, name) if total % 2 else name
            lines = [line.format(spelled) for line in form]
            answer = credited(lines)
            total += 1
            found += answer is not None
            right += answer is not None and answer.split(", ")[0] == name
            if answer is None or answer.split(", ")[0] != name:
                print(f"missed {name} ({answer}): {lines}", file=sys.stderr)
    wrong = 0
    for form in CITATIONS:
        for name in islice(names, PER_CITATION):
            line = form.format(LONG.get(name, name))
            if (answer := credited([OPENING, line, MIDDLE])) is not None:
                wrong += 1
                print(f"invented {answer}: {line}", file=sys.stderr)
    figures = {
        "credits": total,
        "citations": len(CITATIONS) * PER_CITATION,
        "precision": round(right / (found + wrong), 4),
        "recall": round(right / total, 4),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
