"""Answers of an evidence check, made by hand on the map of the example, for tests of pictures and tables."""

from __future__ import annotations

import datetime as dt
from typing import Any

from audit_lib.graph.example import example_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.reconciliation import (
    DueDeletion,
    Group,
    Meaning,
    Month,
    Read,
    Reconciliation,
    Unseen,
    Volume,
)
from audit_lib.model.two_sided import Ends
from audit_lib.model.verdict import Verdict

MARCH = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
MAY = dt.datetime(2026, 5, 29, 17, tzinfo=dt.UTC)


def group(verdict: Verdict, *way: str | None, seen: int = 40, people: int = 30, **fields: Any) -> Group:
    """A pattern: a verdict, from whom, to whom, which data, how often, about how many people."""
    meaning = dict(zip(("sender", "recipient", "data"), way, strict=False))
    given = {"first": MARCH, "last": MAY, "examples": ("log:1", "log:2", "log:3"), **fields}
    said = {key: given.pop(key) for key in list(given) if key in Meaning.model_fields}
    return Group(
        verdict=verdict,
        meaning=Meaning(source="log", **meaning, **said),
        observations=seen,
        people=people,
        **given,
    )


def month(verdict: Verdict, number: int, seen: int, people: int | None = None) -> Month:
    """How often a verdict was earned in a month of 2026."""
    return Month(verdict=verdict, month=f"2026-{number:02}", observations=seen, people=people)


def volume(flow: str, seen: int) -> Volume:
    """How often a flow was seen."""
    return Volume(flow=flow, observations=seen, last=MAY)


def answer(*groups: Group, data_map: DataMap | None = None, **fields: Any) -> Reconciliation:
    """The answer of a check with these contradictions; verdicts and observations follow unless given."""
    verdicts: dict[Verdict, int] = {Verdict.DECLARED: 1000}
    for one in groups:
        verdicts[one.verdict] = verdicts.get(one.verdict, 0) + one.observations
    read = Read(source="log", kind="disclosures", files=("log.csv",), rows=5, first=MARCH, last=MAY)
    given: dict[str, Any] = {
        "verdicts": verdicts,
        "observations": sum(verdicts.values()),
        "people": sum(one.people for one in groups),
        "reads": (read,),
        "months": tuple(month(verdict, 3, seen) for verdict, seen in verdicts.items()),
        "unresolved": (),
        "unseen": (Unseen(flow="sue", watched=True, days=88), Unseen(flow="apply", watched=False)),
        "volumes": (volume("check", 1000),),
        **fields,
    }
    return Reconciliation(
        data_map=data_map or example_map(),
        as_of=dt.date(2026, 11, 22),
        engine="duckdb",
        groups=groups,
        **given,
    )


def ends(sent: int, received: int, matched: int, **fields: Any) -> Ends:
    """Two logs of passport copies that the agent sent to the referencer."""
    about = {
        "sender": "agent",
        "recipient": "referencer",
        "data": "passport-copy",
        "first": MARCH,
        "last": MAY,
    }
    counts = {"sent": sent, "received": received, "matched": matched}
    return Ends(disclosures="out", receipts="in", **about, **counts, **fields)


def map_with_retention() -> DataMap:
    """The map of the example with a rule of retention for names."""
    keep = {"id": "keep", "name": "Files", "data": ["name"], "period": "P6Y", "starts": "The last letter"}
    given = example_map().model_dump(mode="json", by_alias=True, exclude_none=True)
    return DataMap.model_validate(given | {"retention": [{**keep, "stance": "recorded"}]})


def due(in_time: int, late: int, unlogged: int) -> DueDeletion:
    """What became of names that the agent had to delete by that rule; the latest came 40 days late."""
    figures = {"due": in_time + late + unlogged, "in_time": in_time, "late": late}
    about = {"rule": "keep", "sender": "agent", "data": "name", "sources": ("gone",)}
    return DueDeletion(**about, **figures, longest=40 if late else None)
