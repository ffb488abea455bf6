"""The columns of the Parquet tables: for each kind of line of the record its fields and their types, the same whether or not there are rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import pyarrow as pa

_TEXT, _WHOLE, _NUMBER, _YES = pa.string(), pa.int64(), pa.float64(), pa.bool_()


def _struct(**fields: object) -> pa.DataType:
    return pa.struct(list(fields.items()))


_TEXTS = pa.list_(_TEXT)
_DAYS = _struct(first=_TEXT, last=_TEXT, how=_TEXT)
_WHEN = _struct(first=_TEXT, last=_TEXT, how=_TEXT, text=_TEXT)
_PLACE = _struct(name=_TEXT, lat=_NUMBER, lon=_NUMBER, geonameid=_WHOLE, country=_TEXT, precision=_TEXT, text=_TEXT)
_SPAN = _struct(start=_WHOLE, end=_WHOLE, text=_TEXT)
_PARTY = _struct(start=_WHOLE, end=_WHOLE, text=_TEXT, name=_TEXT)
_EVIDENCE = pa.list_(_struct(article=_TEXT, start=_WHOLE, end=_WHOLE, text=_TEXT, page=_TEXT, page_start=_WHOLE, page_end=_WHOLE))
_FILED = {"id": _TEXT, "article": _TEXT, "source": _TEXT}


@cache
def schemas() -> Mapping[str, pa.Schema]:
    """Returns kind of line → schema of its table. Counts of a run and options are JSON text, since their names differ from run to run."""
    return MappingProxyType({kind: pa.schema(list(fields.items())) for kind, fields in _FIELDS.items()})


_FIELDS: Mapping[str, Mapping[str, pa.DataType]] = {
    "page": {"id": _TEXT, "path": _TEXT, "media": _TEXT, "url": _TEXT, "characters": _WHOLE, "digest": _TEXT},
    "article": {
        "id": _TEXT, "page": _TEXT, "source": _TEXT, "title": _TEXT, "text": _TEXT, "published": _DAYS, "publisher": _TEXT, "agency": _TEXT,
        "byline": _TEXT, "dateline": _TEXT, "language": _TEXT, "url": _TEXT, "kept": pa.list_(pa.list_(_WHOLE)),
        "dropped": pa.list_(_struct(start=_WHOLE, end=_WHOLE, reason=_TEXT)),
    },
    "copy": {"id": _TEXT, "from": _TEXT, "to": _TEXT, "type": _TEXT, "contained": _NUMBER},
    "source": {"id": _TEXT, "articles": _TEXTS, "agency": _TEXT},
    "actor": {
        "id": _TEXT, "name": _TEXT, "names": _TEXTS, "type": _TEXT, "country": _TEXT, "sector": _TEXT, "roles": _TEXTS,
        "role_days": pa.list_(_struct(role=_TEXT, days=_DAYS, articles=_TEXTS)), "articles": _TEXTS, "evidence": _EVIDENCE,
    },
    "place": {
        "id": _TEXT, "name": _TEXT, "lat": _NUMBER, "lon": _NUMBER, "geonameid": _WHOLE, "country": _TEXT, "precision": _TEXT,
        "disputed": _YES, "articles": _TEXTS, "evidence": _EVIDENCE,
    },
    "report": {
        **_FILED, "type": _TEXT, "mode": _TEXT, "modality": _TEXT, "historical": _YES, "certainty": _TEXT, "actors": pa.list_(_PARTY),
        "recipients": pa.list_(_PARTY), "when": _WHEN, "where": _PLACE, "claimant": _TEXT, "outcome": _TEXT, "trigger": _SPAN, "rule": _TEXT,
        "chance": _WHOLE, "evidence": _EVIDENCE,
    },
    "claim": {
        **_FILED, "start": _WHOLE, "end": _WHOLE, "text": _TEXT, "measure": _TEXT, "low": _NUMBER, "high": _NUMBER, "wording": _TEXT, "who": _TEXT,
        "subset_of": _TEXT, "since": _DAYS, "until": _DAYS, "place": _TEXT, "perpetrator": _TEXT, "perpetrator_certainty": _TEXT, "claimant": _TEXT,
        "relayed_by": _TEXT, "evidence": _EVIDENCE,
    },
    "statement": {
        **_FILED, "speaker": _PARTY, "cue": _SPAN, "content": pa.list_(_SPAN), "polarity": _TEXT, "type": _TEXT, "evidence": _EVIDENCE,
    },
    "commitment": {
        **_FILED, "actor": _TEXT, "action": _TEXT, "due": _WHEN, "due_text": _TEXT, "place": _TEXT, "claimant": _TEXT, "status": _TEXT,
        "stated_as": _TEXT, "events": _TEXTS, "why": _TEXT, "evidence": _EVIDENCE,
    },
    "event": {
        "id": _TEXT, "type": _TEXT, "mode": _TEXT, "modality": _TEXT, "historical": _YES, "actors": _TEXTS, "recipients": _TEXTS, "when": _DAYS,
        "where": _PLACE, "outcome": _TEXT, "reports": _TEXTS, "sources": _TEXTS, "articles": _TEXTS,
        "support": pa.list_(_struct(slot=_TEXT, value=_TEXT, sources=_TEXTS, independent=_WHOLE)), "evidence": _EVIDENCE,
    },
    "disagreement": {
        "id": _TEXT, "about": _TEXTS, "slot": _TEXT, "verdict": _TEXT,
        "values": pa.list_(_struct(value=_TEXT, sources=_TEXTS, evidence=_EVIDENCE)), "why": _TEXT,
    },
    "story": {
        "id": _TEXT, "title": _TEXT, "happenings": pa.list_(_TEXTS), "events": _TEXTS, "articles": _TEXTS, "sources": _TEXTS, "first": _TEXT,
        "last": _TEXT,
    },
    "decision": {
        "id": _TEXT, "type": _TEXT, "anchors": pa.list_(_struct(kind=_TEXT, article=_TEXT, quote=_TEXT, start=_WHOLE)), "slot": _TEXT, "value": _TEXT,
        "author": _TEXT, "at": _TEXT, "reason": _TEXT, "fits": _YES,
    },
    "issue": {"id": _TEXT, "page": _TEXT, "stage": _TEXT, "message": _TEXT},
    "run": {
        "id": _TEXT, "started": _TEXT, "seconds": _NUMBER, "code": _TEXT, "model": _TEXT, "lexicon": _TEXT, "configuration": _TEXT, "inputs": _TEXT,
        "counts": _TEXT,
    },
}  # fmt: skip
