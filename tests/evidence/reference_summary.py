"""The figures of a reconciliation, counted from single verdicts with pandas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pandas as pd

from audit_lib.evidence.grounds import LEVELS
from audit_lib.model.data_map import DataMap
from audit_lib.model.reconciliation import Group, Meaning, Month, Volume
from audit_lib.model.verdict import Verdict

from .reference import EPOCH, MEANING

VERDICTS = list(Verdict)
VIOLATIONS = [verdict.value for verdict in Verdict if verdict.is_violation]


class Summary(NamedTuple):
    """What `Reconciliation` says under the same names."""

    observations: int
    people: int
    verdicts: Mapping[Verdict, int]
    groups: tuple[Group, ...]
    totals: tuple[Group, ...]
    months: tuple[Month, ...]
    volumes: tuple[Volume, ...]


def summarise(judged: pd.DataFrame, data_map: DataMap, zone: str) -> Summary:
    """Return the figures of what `judge` gives.

    Groups are contradictions by verdict, meaning and flow; totals are those by what a finding is about
    (`LEVELS`). Months count verdicts by local day, volumes how often a flow covers an observation or comes
    nearest. People are counted for contradictions alone.
    """
    # Python's own values throughout: pandas would make a number that is none of a None.
    judged = judged.astype(object).where(judged.notna(), None)
    single = judged.drop_duplicates(["source", "id"])
    wrong = judged[judged["verdict"].isin(VIOLATIONS)]
    counted = judged["verdict"].value_counts()
    return Summary(
        observations=len(single),
        people=wrong["person"].nunique(),
        verdicts={verdict: int(counted[verdict]) for verdict in Verdict if verdict in counted},
        groups=_groups(wrong, [*MEANING, "flow"]),
        totals=_totals(wrong),
        months=_months(judged, ZoneInfo(zone)),
        volumes=_volumes(single, [flow.id for flow in data_map.flows]),
    )


def _moment(at: int) -> dt.datetime:
    return EPOCH + dt.timedelta(microseconds=int(at))


def _groups(wrong: pd.DataFrame, fields: Sequence[str]) -> tuple[Group, ...]:
    by = ["verdict", *fields]
    found = []
    for key, rows in wrong.groupby(by, dropna=False, sort=False):
        said = {name: None if pd.isna(value) else value for name, value in zip(by, key, strict=True)}
        meaning = {"source": ""} | {name: said[name] for name in MEANING if name in fields}
        found.append(
            Group(
                verdict=Verdict(said["verdict"]),
                meaning=Meaning(**meaning),
                flow=said.get("flow"),
                observations=len(rows),
                people=rows["person"].nunique(),
                first=_moment(rows["at"].min()),
                last=_moment(rows["at"].max()),
                examples=tuple(sorted(rows["source"] + ":" + rows["id"])[:3]),
            )
        )
    return tuple(sorted(found, key=_order))


def _order(group: Group) -> tuple[Any, ...]:
    place = VERDICTS.index(group.verdict)
    return place, -group.observations, group.meaning.model_dump_json(), group.flow or ""


def _totals(wrong: pd.DataFrame) -> tuple[Group, ...]:
    """Return the contradictions as findings tell them; a missing consent is one to the purpose it is for."""
    known = wrong["verdict"] == Verdict.NO_CONSENT
    wrong = wrong.assign(purpose=wrong["for_purpose"].where(known, wrong["purpose"]))
    parts = [
        group
        for verdict in Verdict
        if verdict.is_violation
        for group in _groups(wrong[wrong["verdict"] == verdict], LEVELS[verdict])
    ]
    return tuple(sorted(parts, key=_order))


def _months(judged: pd.DataFrame, zone: ZoneInfo) -> tuple[Month, ...]:
    month = judged["at"].map(lambda at: _moment(at).astimezone(zone).strftime("%Y-%m"))
    found = [
        Month(
            verdict=verdict,
            month=each,
            observations=len(rows),
            people=rows["person"].nunique() if verdict in VIOLATIONS else None,
        )
        for (verdict, each), rows in judged.assign(month=month).groupby(["verdict", "month"])
    ]
    return tuple(sorted(found, key=lambda one: (VERDICTS.index(one.verdict), one.month)))


def _volumes(single: pd.DataFrame, flows: Sequence[str]) -> tuple[Volume, ...]:
    seen = {flow: rows["at"] for flow, rows in single.groupby("flow")}
    return tuple(
        Volume(flow=flow, observations=len(seen[flow]), last=_moment(seen[flow].max()))
        for flow in flows
        if flow in seen
    )
