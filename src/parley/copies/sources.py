"""Copy links → independent sources.

Each article hangs on the earlier article it shares most with; articles that hang on nothing are roots, and each root
with all that hangs on it is one source. Counting roots, not connected components, keeps a page pasted together from two
stories from making one source of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from parley.copies.kinds import JOINING
from parley.model import CopyLink, Source, identify

_STRENGTH = {"copy": 3, "partial": 2, "rewrite": 1}


def group_sources(
    agencies: Mapping[str, str | None], links: Iterable[CopyLink], wires: Iterable[CopyLink] = (), before: Iterable[Source] = ()
) -> tuple[Source, ...]:
    """Groups articles into sources, sorted by id; each article is in exactly one.

    Args:
        agencies: the agency each article credits, by article id; holds all articles.
        links: copy links between them; kinds that do not join are left out.
        wires: passages taken from one unprinted wire, which join all the same.
        before: sources made before, which are taken over where they are the same, because naming them anew takes time.
    """
    parents = choose_parents([*(link for link in links if link.kind in JOINING), *wires])
    later: dict[str, list[str]] = defaultdict(list)
    for article in parents:
        later[_root(article, parents)].append(article)
    made = {source.articles: source for source in before}
    found = []
    for root in agencies:
        if root not in parents:
            members = tuple(sorted((root, *later[root]))) if root in later else (root,)
            agency = agencies[root] or _commonest([agencies[member] for member in members])
            same = made.get(members)
            found.append(same if same and same.agency == agency else Source(identify("s", *members), members, agency))
    return tuple(sorted(found, key=attrgetter("id")))


def choose_parents(links: Iterable[CopyLink]) -> dict[str, str]:
    """Picks, for each article with an earlier relative, the one it shares most with; never in a circle."""
    strongest = sorted(links, key=lambda link: (-link.contained, -_STRENGTH.get(link.kind, 0), link.earlier, link.later))
    parents: dict[str, str] = {}
    for link in strongest:
        if link.later not in parents and _root(link.earlier, parents) != link.later:
            parents[link.later] = link.earlier
    return parents


def _root(article: str, parents: Mapping[str, str]) -> str:
    while article in parents:
        article = parents[article]
    return article


def _commonest(agencies: Iterable[str | None]) -> str | None:
    """Returns the agency credited most, the first by name of several."""
    credited = [agency for agency in agencies if agency]
    return min(set(credited), key=lambda agency: (-credited.count(agency), agency), default=None) if credited else None
