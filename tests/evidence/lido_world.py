"""The lido with all cases in one log, and the lists that they are judged against."""

from __future__ import annotations

from typing import Any

from audit_lib.model.data_map import DataMap

from . import cases, cases_of_people
from .lido_map import lido
from .worlds import World, source

THEMES = {
    "declared": cases.DECLARED,
    "in general": cases.IN_GENERAL,
    "who and what": cases.WHO_AND_WHAT,
    "purposes": cases.PURPOSES,
    "role and basis": cases.HOW,
    "where and when": cases.WHERE_AND_WHEN,
    "unresolved": cases.UNRESOLVED,
    "restrictions": cases_of_people.RESTRICTED,
    "objections": cases_of_people.OBJECTED,
    "deletions": cases_of_people.DELETED,
    "consents": cases_of_people.CONSENTED,
    "requests": cases_of_people.REQUESTED,
    "retention": cases_of_people.RETAINED,
}
CASES = [one._replace(name=f"{theme}: {one.name}") for theme, about in THEMES.items() for one in about]


def log_of(number: int) -> str:
    """Return the id of the system whose log holds only this case."""
    return f"log-{number}"


def lido_with_logs() -> DataMap:
    """Return the map of the lido with a system for each case."""
    logs = [
        {"id": log_of(number), "name": f"Log {number}", "kind": "other", "operator": "lido"}
        for number in range(len(CASES))
    ]
    return lido(systems=[{**log, "stance": "recorded"} for log in logs])


RULES_STARTED = (
    "keep-contact", "keep-email", "keep-email-longer", "keep-study", "keep-health", "keep-footage",
)  # fmt: skip

SIDES: dict[str, list[dict[str, Any]]] = {
    "restrictions": [
        {"person": "rita", "since": "2026-07-01 00:00", "ground": "accuracy"},
        {
            "person": "rolf", "since": "2026-07-01 00:00", "until": "2026-08-01 00:00", "ground": "claims",
            "data": "identity", "activity": "booking",
        },
        {"person": "rose", "since": "2026-07-01 00:00", "ground": "unlawful", "data": "name"},
        {"person": "olga", "since": "2026-07-01 00:00", "ground": "objection"},
        {"person": "mark", "since": "2026-07-01 00:00", "ground": "marketing"},
        {"person": "nora", "since": "2026-07-01 00:00", "ground": "marketing", "activity": "survey"},
        {"person": "otto", "since": "2026-07-01 00:00", "ground": "objection"},
        {"person": "otto", "since": "2026-07-02 00:00", "ground": "accuracy"},
    ],
    "consents": [
        {
            "person": "ann", "purpose": "news", "since": "2026-01-01 00:00", "until": "2026-08-01 00:00",
        },
        {"person": "ann", "purpose": "news", "since": "2026-09-01 00:00"},
        {"person": "mark", "purpose": "news", "since": "2026-01-01 00:00"},
    ],
    "memberships": [
        {"person": "eve", "at": "2025-01-31 12:00"},
        {"person": "fay", "at": "2024-05-10 12:00"},
        {"person": "fay", "at": "2026-05-10 12:00"},
        {"person": "ida", "at": "2026-05-10 12:00"},
        {"person": "gus", "at": "2024-05-10 12:00"},
        {"person": "gus", "at": None},
    ],
    "wiped": [
        {"id": "w1", "person": "dora", "at": "2026-07-10 10:00", "sender": "lido", "data": "identity"},
        {"id": "w2", "person": "eve", "at": "2026-04-02 10:00", "sender": "lido", "data": "contact"},
        {"id": "w3", "person": "ida", "at": "2026-04-02 10:00", "sender": "lido", "data": "contact"},
    ],
    "asked": [{"id": "q1", "person": "pete", "at": "2026-07-15 10:00", "recipient": "police"}],
}  # fmt: skip


def lido_world() -> World:
    """Return the map of the lido with all cases in one log, and what they are judged against."""
    sources = (
        source("log", "disclosures"),
        source("restrictions", "restrictions"),
        source("consents", "consents"),
        source("memberships", "ends", starts=RULES_STARTED),
        source("wiped", "deletions"),
        source("asked", "requests"),
    )
    log = [{"id": number, "system": log_of(number), **one.row} for number, one in enumerate(CASES)]
    return World(lido_with_logs(), sources, {"log": log, **SIDES})
