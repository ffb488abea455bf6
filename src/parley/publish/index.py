"""Articles, pages and a view → quick answers: which page, which source, which link for a piece of evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from parley.model import Article, Evidence, Interval, Page, Report, Source
from parley.publish.days import days_label
from parley.publish.labels import clip
from parley.record import Filed, Support, View

_QUOTE = 700
_NAME = 80


@dataclass(frozen=True, slots=True)
class Links:
    """Where the parts of a record are shown. By default all stand in one file, at anchors.

    Args:
        pages: address of a page, `{}` standing for its tag (`p3`).
        sources: address of a source, `{}` standing for its tag (`S3`).
        items: address of an event or figure, `{}` standing for its id.
        search: address of the list of all items; empty where there is none, and long lists are shown whole.
    """

    pages: str = ""
    sources: str = ""
    items: str = ""
    search: str = ""

    def page(self, tag: str, anchor: str = "") -> str:
        """Returns the address of the page with this tag, or of an anchor on it."""
        return f"{self.pages.format(tag)}#{anchor or tag}"

    def source(self, tag: str) -> str:
        return f"{self.sources.format(tag)}#{tag}"

    def item(self, id_: str) -> str:
        return self.items.format(id_) if self.items else f"#{id_}"

    def more(self, kind: str, story: str | None = None) -> str:
        """Returns the address of all items of a kind, of one story where its id is given; empty where there is no such list."""
        within = "" if story is None else f"&story={story or 'rest'}"
        return f"{self.search}?kind={kind}{within}" if self.search else ""


@dataclass(frozen=True, slots=True)
class Cite:
    """A quotation with the way to it: `href` leads to the sentence on its page. `source` is the source's tag (`S3`)."""

    href: str
    text: str
    publisher: str
    day: str
    source: str
    page: str


@dataclass(frozen=True, slots=True)
class SourceName:
    """An independent source as the report names it: a tag, who first printed it, and how many articles go back to it."""

    id: str
    tag: str
    name: str
    articles: int
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """All look-ups of one report. `numbers` gives each article the number its anchors carry."""

    articles: Mapping[str, Article]
    numbers: Mapping[str, int]
    pages: Mapping[str, Page]
    sources: Mapping[str, SourceName]
    source_of: Mapping[str, str]
    reports: Mapping[str, Filed[Report]]
    support: Mapping[str, tuple[Support, ...]]
    canonical: Mapping[str, str]
    links: Links

    def cite(self, evidence: Evidence) -> Cite:
        article = self.articles[evidence.article]
        number = self.numbers[article.id]
        return Cite(
            self.links.page(f"p{number}", anchor(number, evidence.span.start, evidence.span.end)),
            clip(evidence.span.text, _QUOTE),
            self.publisher(article),
            days_label(article.published),
            self.source(article.id).tag,
            f"p{number}",
        )

    def cites(self, evidence: Iterable[Evidence]) -> tuple[Cite, ...]:
        """Returns one citation for each place cited, in the order of the pages."""
        found = sorted(set(evidence), key=lambda e: (self.numbers[e.article], e.span))
        return tuple(self.cite(e) for e in found)

    def source(self, article_id: str) -> SourceName:
        return self.sources[self.source_of[article_id]]

    def tags(self, source_ids: Iterable[str]) -> tuple[SourceName, ...]:
        known = {s for s in source_ids if s in self.sources}
        return tuple(sorted((self.sources[s] for s in known), key=lambda s: int(s.tag[1:])))

    def sources_of(self, articles: Iterable[str]) -> tuple[SourceName, ...]:
        """Returns the sources that articles go back to, each once."""
        return self.tags(self.source_of[a] for a in articles if a in self.source_of)

    def publisher(self, article: Article) -> str:
        """Who printed it; failing that the name of the file it came in, so that two pages can be told apart."""
        if article.publisher:
            return clip(article.publisher, _NAME)
        page = self.pages.get(article.page)
        return clip(file_name(page.path), _NAME) if page else "publisher not stated"

    def title(self, article: Article) -> str:
        return clip(article.title or article.text, 140) or "untitled"

    def name(self, name: str) -> str:
        """The name under which the record files an actor."""
        return clip(self.canonical.get(name) or self.canonical.get(bare := _bare(name), bare), _NAME)


def _bare(name: str) -> str:
    """One spelling of what is written with either apostrophe, with or without the article of a name, or at the head of a sentence."""
    if name[:4] in ("The ", "the "):
        name = name[4:] if name[4:5].isupper() else f"the {name[4:]}"
    return name.replace("'", "’")


def anchor(number: int, start: int, end: int) -> str:
    """The id of a cited stretch: article number and offsets in its text."""
    return f"p{number}-{start}-{end}"


def file_name(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def make_index(pages: Sequence[Page], articles: Sequence[Article], view: View, links: Links = Links()) -> Index:  # frozen, so one is enough
    """Numbers articles by date of publication and sources by their first article, so that the same record reads the same."""
    by_page = {p.id: p for p in pages}
    ordered = sorted(articles, key=lambda a: (_published(a.published), by_page[a.page].path if a.page in by_page else "", a.id))
    numbers = {a.id: n for n, a in enumerate(ordered, 1)}
    sources = [*view.sources, *_unfiled(ordered, view.sources)]
    source_of = {article: s.id for s in sources for article in s.articles}
    reports = {r.id: r for r in view.reports}
    index = Index({a.id: a for a in ordered}, numbers, by_page, {}, source_of, reports, _support(view.support), _canonical(view), links)
    return replace(index, sources=_source_names(sources, index))


def _published(days: Interval | None) -> tuple[bool, date]:
    """The last day counts: a copy dated by its companions, to a day on both sides of theirs, comes after them."""
    return (days is None, days.last if days else date.max)


def _unfiled(articles: Sequence[Article], sources: Iterable[Source]) -> list[Source]:
    """A source of its own for each article that no source names."""
    filed = {article for s in sources for article in s.articles}
    return [Source(f"own-{a.id}", (a.id,)) for a in articles if a.id not in filed]


def _source_names(sources: Sequence[Source], index: Index) -> dict[str, SourceName]:
    rows = [(sorted((a for a in s.articles if a in index.numbers), key=index.numbers.__getitem__), s) for s in sources]
    rows = sorted(((ids, s) for ids, s in rows if ids), key=lambda row: index.numbers[row[0][0]])
    return {s.id: _source_name(n, ids, s, index) for n, (ids, s) in enumerate(rows, 1)}


def _source_name(number: int, ids: Sequence[str], source: Source, index: Index) -> SourceName:
    publishers = tuple(dict.fromkeys(index.publisher(index.articles[a]) for a in ids))
    return SourceName(source.id, f"S{number}", clip(source.agency or publishers[0], _NAME), len(ids), publishers)


def _support(rows: Iterable[Support]) -> dict[str, tuple[Support, ...]]:
    found: dict[str, list[Support]] = defaultdict(list)
    for row in rows:
        found[row.event].append(row)
    return {event: tuple(entries) for event, entries in found.items()}


def _canonical(view: View) -> dict[str, str]:
    return {name: filed.actor.name for filed in view.actors for name in filed.names}
