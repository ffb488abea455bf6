"""Codes → the words a reader sees. Every label is fixed here; nothing in the report is written by a generator."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A word for a code, with a sign that says the same without colour, and a key for the style sheet.

    The modalities have no sign: the template draws theirs, so that filled and hollow look so in every font.
    """

    text: str
    sign: str = ""
    key: str = ""


LANES = ("Talks and deals", "Help and withdrawal", "Demands and refusals", "Pressure and force")
"""PLOVER's four quadrants: verbal and material cooperation, verbal and material conflict."""

_TYPES = {
    "AGREE": ("Agreement", 0), "CONSULT": ("Talks", 0), "SUPPORT": ("Signing, support", 0), "CONCEDE": ("Concession", 0),
    "COOPERATE": ("Cooperation", 1), "AID": ("Aid", 1), "RETREAT": ("Withdrawal", 1),
    "REQUEST": ("Demand", 2), "ACCUSE": ("Accusation", 2), "REJECT": ("Refusal", 2), "THREATEN": ("Threat", 2),
    "PROTEST": ("Protest", 3), "SANCTION": ("Sanction", 3), "MOBILIZE": ("Mobilisation", 3), "COERCE": ("Coercion", 3), "ASSAULT": ("Attack", 3),
}  # fmt: skip

_MODES = {
    "CONSULT": {"visit": "Visit", "phone": "Call", "third-party": "Mediation"},
    "RETREAT": {"release": "Release", "disarm": "Disarmament", "ceasefire": "Ceasefire", "access": "Access", "resign": "Resignation"},
    "REQUEST": {"assist": "Appeal for help", "change": "Demand for change", "yield": "Demand to yield", "meet": "Call for talks"},
    "ACCUSE": {"disapprove": "Criticism", "investigate": "Inquiry"},
    "PROTEST": {"demo": "Demonstration", "riot": "Riot", "strike": "Strike", "hunger": "Hunger strike", "boycott": "Boycott",
                "obstruct": "Obstruction", "vandalize": "Vandalism"},
    "SANCTION": {"convict": "Conviction", "expel": "Expulsion", "withdraw": "Walk-out", "discontinue": "Break of ties"},
    "MOBILIZE": {"troops": "Troop movement"},
    "COERCE": {"seize": "Seizure", "restrict": "Restriction", "censor": "Censorship", "curfew": "Curfew", "martial-law": "State of emergency",
               "arrest": "Arrest", "deport": "Expulsion", "withhold": "Withholding", "misinformation": "Disinformation", "cyber": "Cyber attack"},
    "ASSAULT": {"abduct": "Abduction", "beat": "Beating", "torture": "Torture", "sexual": "Sexual violence", "targeted": "Assassination",
                "destroy": "Destruction", "firearms": "Shooting", "explosives": "Bombing", "suicide-attack": "Suicide attack", "aerial": "Air attack",
                "drone": "Drone attack", "heavy-weapons": "Shelling", "crowd-control": "Force against a crowd"},
}  # fmt: skip
"""Modes with a word of their own; of the others the type's word says enough."""

_MODALITIES = {
    "asserted": Label("happened", key="held"),
    "future": Label("planned", key="planned"),
    "hypothetical": Label("only supposed", key="supposed"),
    "negated": Label("said not to have happened", key="negated"),
}
_STATUSES = {
    "kept": Label("kept", "✓", "good"),
    "broken": Label("broken", "✕", "bad"),
    "scheduled": Label("scheduled", "◷", "open"),
    "pledged": Label("pledged", "→", "open"),
    "demanded": Label("demanded", "!", "open"),
    "unknown": Label("outcome unknown", "?", "open"),
}
_VERDICTS = {
    "conflict": Label("conflict", "≠", "bad"),
    "compatible": Label("compatible", "≈", "good"),
    "superseded": Label("superseded", "↻", "open"),
}
_COPIES = {
    "copy": "copy",
    "partial": "part of it",
    "rewrite": "reworded",
    "shared_passage": "shared passage",
    "shared_quote": "shared quotation",
}
_SLOTS = {
    "figure": "how many",
    "date": "when",
    "place": "where",
    "actor": "who did it",
    "recipient": "to whom",
    "outcome": "how it ended",
    "duration": "how long",
    "held": "whether it was held",
    "plan": "whether it is planned",
}
_REASONS = {
    "boilerplate": "site frame",
    "promotion": "promotion",
    "stamp": "time stamp",
    "form": "form",
    "cookie": "cookie notice",
    "share": "share buttons",
    "repeat": "repeated",
    "caption": "caption",
}


def type_label(code: str) -> str:
    """Returns the word for a PLOVER event type; an unknown code stands for itself."""
    return _TYPES.get(code, (code.capitalize(), 0))[0]


def act_label(code: str, mode: str | None) -> str:
    """Returns the word for a PLOVER event type in one of its modes: "Ceasefire" for RETREAT, ceasefire."""
    return _MODES.get(code, {}).get(mode or "") or type_label(code)


def lane_of(code: str) -> int:
    """Returns the index in `LANES` of an event type."""
    return _TYPES.get(code, ("", 3))[1]


def modality_label(code: str) -> Label:
    return _MODALITIES.get(code, Label(code, key="supposed"))


def status_label(code: str) -> Label:
    return _STATUSES.get(code, Label(code, "?", "open"))


def verdict_label(code: str) -> Label:
    return _VERDICTS.get(code, Label(code, "?", "open"))


def slot_label(code: str) -> str:
    """Returns the question in which sources differ."""
    return _SLOTS.get(code, clip(code.replace("_", " "), 40))


def copy_label(code: str) -> str:
    return _COPIES.get(code, code.replace("_", " "))


def reason_label(code: str) -> str:
    return _REASONS.get(code, code.replace("_", " ").replace(":", ", "))


def count(number: int, one: str, many: str | None = None) -> str:
    """Returns "1 page", "2 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def clip(text: str, limit: int) -> str:
    """Returns `text` on one line, cut with an ellipsis after `limit` characters."""
    line = " ".join(text[: 2 * limit + 200].split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
