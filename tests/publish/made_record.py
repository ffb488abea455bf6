"""A small invented record made by hand: two copies of one text, a second source that differs, and a page full of tricks."""

from __future__ import annotations

from datetime import date

from parley.model import (
    Actor,
    Article,
    Claim,
    Commitment,
    CopyLink,
    Disagreement,
    Dropped,
    Event,
    Evidence,
    Interval,
    Issue,
    Page,
    Party,
    Place,
    Report,
    Source,
    Span,
    Stand,
    Statement,
    Story,
)
from parley.record import Filed, FiledActor, FiledPlace, FollowUp, Run, StatedRole, Support, TimelineDay, View

VESK = Place("Vesk", 50.1, 30.2, 901, "NRL", "city")
LOST = Place("Old Mill", None, None, None, None, "unlocated")

FIRST = (
    "Sudmark shelled Vesk on Thursday. At least 14 people were killed, among them three children, the hospital said.\n\n"
    "“We will not fire. We will talk,” Ilo Varga said. Ada Brandt will meet Ilo Varga on 9 March."
)
COPY = FIRST.replace("shelled", "bombed").replace("the hospital said", "doctors said")
SECOND = "Sudmark shelled Torn on Friday, and 20 people were killed there, Ada Brandt said."
TRICKS = 'They said </script><script>alert(1)</script> and <img src=x onerror="alert(2)"> and \u2028 then “<b>stop</b>”.'


def day(text: str) -> Interval:
    return Interval.day(date.fromisoformat(text), "stated")


def article(id_: str, text: str, published: str | None, publisher: str | None, **more: object) -> tuple[Page, Article]:
    """A page with a menu above and an appeal below the text, whose paragraphs stand one a line."""
    above, below = "Home | World | Sport", "Subscribe to our letter"
    body = text.replace("\n\n", "\n")
    shown = f"{above}\n{body}\n{below}"
    start, end = len(above) + 1, len(above) + 1 + len(body)
    dropped = (Dropped(0, len(above), "boilerplate"), Dropped(end + 1, len(shown), "promotion"))
    values: dict[str, object] = {"title": f"Title of {id_}", "url": f"https://news.example/{id_}"} | more
    made = Article(
        id_,
        f"p-{id_}",
        text,
        published=day(published) if published else None,
        publisher=publisher,
        shown=shown,
        kept=((start, end),),
        dropped=dropped,
        language="en",
        **values,
    )
    return Page(f"p-{id_}", f"folder/{id_}.txt", "text/plain", shown), made


PAIRS = [
    article("a1", FIRST, "2021-03-05", "Harbour Post"),
    article("a2", COPY, "2021-03-06", "Daily Ledger"),
    article("a3", SECOND, "2021-03-07", "Vesk Courier"),
    article("a4", TRICKS, None, '"><script>alert(3)</script>', title="</title><script>alert(4)</script>" + "x" * 5000, url="javascript:alert(5)"),
]
PAGES = [page for page, _ in PAIRS] + [Page("p-empty", "folder/empty.txt", "text/plain", "")]
ARTICLES = {made.id: made for _, made in PAIRS}


def span(id_: str, words: str) -> Span:
    text = ARTICLES[id_].text
    return Span(text.index(words), text.index(words) + len(words), words)


def cite(id_: str, words: str) -> Evidence:
    return Evidence(id_, span(id_, words), f"p-{id_}")


def report(id_: str, article_id: str, source: str, words: str, **more: object) -> Filed[Report]:
    values: dict[str, object] = {
        "type": "ASSAULT",
        "mode": None,
        "modality": "asserted",
        "historical": False,
        "certainty": "certain",
        "when": day("2021-03-04"),
        "when_text": None,
        "where": VESK,
        "claimant": None,
        "actors": (Party(Span(0, 7, "Sudmark"), "Sudmark"),),
        "recipients": (),
    } | more
    evidence = span(article_id, words)
    made = Report(trigger=span(article_id, words.split()[1]), evidence=evidence, rule="test", **values)
    return Filed(id_, article_id, source, made, (cite(article_id, words),))


def claim(id_: str, article_id: str, source: str, figure: str, sentence: str, **more: object) -> Filed[Claim]:
    part_of = more.pop("part_of", None)
    values: dict[str, object] = {"measure": "killed", "who": "people", "until": day("2021-03-04")} | more
    return Filed(
        id_, article_id, source, Claim(span(article_id, figure), span(article_id, sentence), **values), (cite(article_id, sentence),), part_of
    )


def said(id_: str, article_id: str, source: str, words: str, speaker: str | None = None, **more: object) -> Filed[Statement]:
    party = Party(span(article_id, speaker), speaker) if speaker else None
    made = Statement(party, None, (span(article_id, words),), "direct", **more)
    return Filed(id_, article_id, source, made, (cite(article_id, words),))


SHELLED, BOMBED, ELSEWHERE = "Sudmark shelled Vesk on Thursday.", "Sudmark bombed Vesk on Thursday.", "Sudmark shelled Torn on Friday"
TOLL = "At least 14 people were killed, among them three children, the hospital said."
TOLL_COPY = TOLL.replace("the hospital said", "doctors said")
MEETING = "Ada Brandt will meet Ilo Varga on 9 March."
QUOTE = "“We will not fire. We will talk,” Ilo Varga said."

REPORTS = (
    report("r1", "a1", "s1", SHELLED),
    report("r2", "a2", "s1", BOMBED),
    report("r3", "a3", "s2", ELSEWHERE, when=day("2021-03-05"), certainty="probable"),
    report(
        "r4",
        "a1",
        "s1",
        MEETING,
        type="CONSULT",
        modality="future",
        when=day("2021-03-09"),
        where=None,
        actors=(Party(span("a1", "Ada Brandt"), "Ada Brandt"), Party(span("a1", "Ilo Varga"), "Varga")),
    ),
    report("r5", "a4", "s3", "They said </script>", actors=(), recipients=(), when=None, where=None),
)
CLAIMS = (
    claim("c1", "a1", "s1", "14", TOLL, low=14.0, high=None, wording="At least", claimant="the hospital"),
    claim("c2", "a1", "s1", "three", TOLL, low=3.0, high=3.0, who="children", claimant="the hospital", part_of="c1"),
    claim("c3", "a2", "s1", "14", TOLL_COPY, low=14.0, high=None, wording="At least", claimant="the hospital"),
    claim(
        "c4", "a3", "s2", "20", SECOND, low=20.0, high=20.0, until=None, claimant="Ada Brandt", perpetrator="Sudmark", perpetrator_certainty="certain"
    ),
)
STATEMENTS = (
    said("q1", "a1", "s1", "“We will not fire. We will talk,”", "Ilo Varga"),
    said("q2", "a2", "s1", "“We will not fire. We will talk,”", "Ilo Varga"),
    said("q3", "a1", "s1", "talk,” Ilo Varga said. Ada Brandt will", polarity="denied"),
    said("q4", "a4", "s3", "“<b>stop</b>”"),
)
COMMITMENTS = (
    Filed(
        "m1",
        "a1",
        "s1",
        Commitment("Varga", "meet Ada Brandt", day("2021-03-09"), "9 March", "scheduled", span("a1", MEETING)),
        (cite("a1", MEETING),),
    ),
    Filed("m2", "a2", "s1", Commitment(None, "talk", None, None, "pledged", span("a2", QUOTE)), (cite("a2", QUOTE),)),
)
EVENTS = (
    Event(
        "e1",
        "ASSAULT",
        None,
        "asserted",
        ("Sudmark",),
        (),
        Interval(date(2021, 3, 4), date(2021, 3, 5), "stated"),
        VESK,
        ("r1", "r2", "r3"),
        ("s1", "s2"),
        ("a1", "a2", "a3"),
        (cite("a1", SHELLED), cite("a2", BOMBED), cite("a3", ELSEWHERE)),
    ),
    Event(
        "e2", "CONSULT", None, "future", ("Ada Brandt", "Ilo Varga"), (), day("2021-03-09"), None, ("r4",), ("s1",), ("a1",), (cite("a1", MEETING),)
    ),
    Event("e3", "ASSAULT", None, "asserted", (), (), None, None, ("r5",), ("s3",), ("a4",), (cite("a4", "They said </script>"),)),
)

VARGA = Actor("Ilo Varga", "person", "SMK", None, ("envoy",))
ENVOY = StatedRole("envoy", day("2021-03-05"), ("a1",))

VIEW = View(
    links=(CopyLink("a1", "a2", "copy", 0.9), CopyLink("a1", "a3", "shared_passage", 0.1)),
    sources=(Source("s1", ("a1", "a2"), "Meridian"), Source("s2", ("a3",))),
    actors=(
        FiledActor("n1", VARGA, ("Ilo Varga", "Varga"), ("a1",), (cite("a1", "Ilo Varga"),), (ENVOY,)),
        FiledActor("n2", Actor("Sudmark", "country", "SMK"), ("Sudmark",), ("a1", "a2", "a3"), (cite("a3", "Sudmark"),)),
    ),
    places=(FiledPlace("l1", VESK, ("a1",), (cite("a1", "Vesk"),)), FiledPlace("l2", LOST, ("a3",), (cite("a3", "Torn"),))),
    reports=REPORTS,
    claims=CLAIMS,
    statements=STATEMENTS,
    commitments=COMMITMENTS,
    events=EVENTS,
    support=(Support("e1", "event", "ASSAULT", ("s1", "s2"), 2),),
    disagreements=(
        Disagreement(
            "d-x",
            ("e1",),
            "place",
            "conflict",
            (Stand("Vesk", ("s1",), (cite("a1", SHELLED), cite("a2", BOMBED))), Stand("Torn", ("s2",), (cite("a3", ELSEWHERE),))),
            "same act, two towns",
        ),
        Disagreement(
            "d-y",
            ("c3", "c4"),
            "figure",
            "compatible",
            (Stand("at least 14", ("s1",), (cite("a2", TOLL_COPY),)), Stand("20", ("s2",), (cite("a3", SECOND),))),
            "a lower bound allows a higher figure",
        ),
    ),
    follow_ups=(FollowUp("m1", "kept", ("e2",), "what was due took place"),),
    timeline=(TimelineDay(day("2021-03-09"), ("e2",), ("s1",), 1.5, cite("a1", MEETING), 1),),
    stories=(Story("st1", "Shelling of Vesk", (("a1", "a2"), ("a3",)), ("e1", "e2"), ("a1", "a2", "a3"), ("s1", "s2"), "2021-03-04", "2021-03-09"),),
)
ISSUES = [Issue("folder/empty.txt", "clean", "the page is empty"), Issue("</td><script>alert(6)</script>", "read", "<i>bad</i>")]
RUNS = [Run("2021-03-10T08:00:00+00:00", 1.5, "0.1.0", "model-1", "words-1", {"language": "parley_english"})]
