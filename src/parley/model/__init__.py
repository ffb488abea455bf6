"""The values that pass between rooms: frozen, typed, standard library only."""

from parley.model.dates import Interval, TimeValue
from parley.model.happened import CERTAINTIES, COMMITMENT_STATUSES, EVENT_TYPES, MODALITIES, Commitment, Report
from parley.model.identity import identify
from parley.model.names import ENTITY_TYPES, Actor, Entity, Naming, Place, Reference
from parley.model.pages import Article, Dropped, Issue, Page, Piece
from parley.model.problems import PageError, ParleyError, RecordError, UsageError
from parley.model.record import COPY_KINDS, VERDICTS, CopyLink, Disagreement, Event, Reading, Source, Stand, Story
from parley.model.said import MEASURES, Claim, Party, Statement
from parley.model.text import Evidence, Span

__all__ = [
    "CERTAINTIES",
    "COMMITMENT_STATUSES",
    "COPY_KINDS",
    "ENTITY_TYPES",
    "EVENT_TYPES",
    "MEASURES",
    "MODALITIES",
    "VERDICTS",
    "Actor",
    "Article",
    "Claim",
    "Commitment",
    "CopyLink",
    "Disagreement",
    "Dropped",
    "Entity",
    "Event",
    "Evidence",
    "Interval",
    "Issue",
    "Naming",
    "Page",
    "PageError",
    "ParleyError",
    "Party",
    "Piece",
    "Place",
    "Reading",
    "RecordError",
    "Reference",
    "Report",
    "Source",
    "Span",
    "Stand",
    "Statement",
    "Story",
    "TimeValue",
    "UsageError",
    "identify",
]
