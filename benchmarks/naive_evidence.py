"""The pandas that an analyst would write for the same verdicts: all rows in memory, merges and groupbys.

What the flows cover is worked out once per distinct pattern and day, and joined to the events; nothing is
done row by row in Python. It answers for what the logs of the benchmark hold: no teams' teams, no words to
resolve.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from evidence_map import evidence_map
from evidence_sources import LOGGED
from naive_evidence_map import above, judge_patterns, map_verdicts

from audit_lib.law.restriction_rules import blocks
from audit_lib.model.data_map import DataMap
from audit_lib.model.restriction import DataUse, Exemption, Ground, Restriction

COLUMNS = list(LOGGED)
LATER = np.iinfo(np.int64).max


# What people were promised ------------------------------------------------------------------------------


def personal_verdicts(
    data_map: DataMap, events: pd.DataFrame, kinds: pd.DataFrame, folder: Path
) -> Iterator[tuple[str, pd.Index]]:
    """Yield each verdict with the positions of the events that earn it; `kinds` says what each pattern is."""

    def read(name: str) -> pd.DataFrame:
        return pd.read_parquet(folder / f"{name}.parquet")

    events = events[["person", "us", "day", "kind"]].reset_index(names="event")
    consents = read("consents")
    needing = kinds[kinds["consent"] & kinds["for_purpose"].isin(consents["purpose"].unique())]
    asked = events.merge(needing[["kind", "for_purpose"]], on="kind")
    given = asked.merge(consents, left_on=["person", "for_purpose"], right_on=["person", "purpose"])
    valid = given[(given["since"] <= given["us"]) & (given["us"] < given["until"].fillna(LATER))]
    yield "no-consent", asked.loc[~asked["event"].isin(valid["event"]), "event"]
    restrictions = read("restrictions")
    uses = events.merge(restrictions, on="person")
    uses = uses[(uses["since"] <= uses["us"]) & (uses["us"] < uses["until"].fillna(LATER))]
    for ground in ("accuracy", "claims", "objection", "marketing"):
        barred = kinds.loc[[forbids(data_map, ground, row) for row in kinds.itertuples()], "kind"]
        broken = uses[(uses["ground"] == ground) & uses["kind"].isin(barred)]
        name = "after-objection" if ground in ("objection", "marketing") else "after-restriction"
        yield name, broken["event"]
    requests = read("requests").assign(asked_day=lambda rows: london_day(rows["at"]))
    asked = events.merge(kinds.loc[kinds["request"], ["kind", "recipient"]], on="kind")
    made = asked.merge(requests, on=["person", "recipient"])
    made = made[made["asked_day"] <= made["day"]]
    yield "no-request", asked.loc[~asked["event"].isin(made["event"]), "event"]
    beneath = pd.DataFrame(
        [(top, each) for top, all_of in data_map.below.items() for each in all_of], columns=["gone", "data"]
    )
    gone = read("deletions").rename(columns={"data": "gone"}).merge(beneath, on="gone")
    used = events.merge(kinds[["kind", "sender", "data"]], on="kind").merge(
        gone, on=["person", "sender", "data"]
    )
    yield "after-deletion", used.loc[used["at"] < used["us"], "event"]
    yield "after-retention", kept_too_long(data_map, events, kinds, read("endings"))


def forbids(data_map: DataMap, ground: str, row: object) -> bool:
    restriction = Restriction.model_construct(
        ground=Ground(ground), since=pd.Timestamp("1970-01-01").date(), until=None, data=(), activities=()
    )
    kind = data_map.purpose[row.for_purpose].kind if row.for_purpose else None
    exemption = Exemption.CONSENT if row.basis == "consent" else None
    if kind == "legal-claims":
        exemption = Exemption.CLAIMS
    use = DataUse(row.data, row.for_activity, restriction.since, kind == "direct-marketing", exemption)
    return blocks(restriction, use, data_map.below)


def kept_too_long(
    data_map: DataMap, events: pd.DataFrame, kinds: pd.DataFrame, endings: pd.DataFrame
) -> pd.Series:
    latest = endings.groupby("person")["at"].max().reset_index()
    start = pd.to_datetime(london_day(latest["at"]), unit="D")
    with_rule = kinds[kinds["rule"] >= 0]
    late = []
    for rule, of in with_rule.groupby("rule"):
        period = data_map.retention[rule].period
        years_or_months = pd.DateOffset(**{"years" if period[-1] == "Y" else "months": int(period[1:-1])})
        limit = latest.assign(limit=((start + years_or_months) - pd.Timestamp(0)).dt.days)
        kept = events[events["kind"].isin(of["kind"])].merge(limit[["person", "limit"]], on="person")
        late.append(kept.loc[kept["day"] > kept["limit"], "event"])
    return pd.concat(late)


# All together -------------------------------------------------------------------------------------------


def london_day(us: pd.Series) -> pd.Series:
    moments = pd.to_datetime(us, unit="us", utc=True).dt.tz_convert("Europe/London").dt.tz_localize(None)
    return (moments.dt.normalize() - pd.Timestamp(0)).dt.days


def kinds_of(data_map: DataMap, judged: pd.DataFrame, patterns: pd.DataFrame) -> pd.DataFrame:
    """Return each pattern with each flow that is nearest to it on some day, and what follows for people."""
    kinds = (
        judged[["pattern", "flow"]].drop_duplicates().merge(patterns, on="pattern").reset_index(names="kind")
    )
    works = [None if at != at else data_map.flows[int(at)].activity for at in kinds["flow"]]
    known = [data_map.activity[work] if work else None for work in works]
    purposes = [
        said if said == said and said else work and work.purpose
        for said, work in zip(kinds["purpose"], known, strict=True)
    ]
    consent = [
        said == "consent"
        if said == said and said
        else bool(work and work.bases) and all(basis.basis == "consent" for basis in work.bases)
        for said, work in zip(kinds["basis"], known, strict=True)
    ]
    request = [
        data_map.party[to].kind == "authority"
        and bool(what)
        and data_map.purpose[what].kind == "authority-requests"
        for to, what in zip(kinds["recipient"], purposes, strict=True)
    ]
    kinds = kinds.assign(for_activity=works, for_purpose=purposes, consent=consent, request=request)
    return kinds.assign(rule=[rule_of(data_map, row) for row in kinds.itertuples()])


def rule_of(data_map: DataMap, row: object) -> int:
    if row.sender in data_map.individuals:
        return -1
    over = above(data_map.category, "parent", row.data)
    found = []
    for at, rule in enumerate(data_map.retention):
        fits = not rule.activities or row.for_activity in rule.activities
        if fits and (not rule.data or set(over) & set(rule.data)):
            depth = min((over.index(one) for one in rule.data if one in over), default=99)
            days = {"Y": 366, "M": 31}[rule.period[-1]] * int(rule.period[1:-1])
            found.append((not rule.activities, depth, -days, at))
    return min(found)[-1] if found else -1


def figures(events: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the groups of a verdict, the same by recipient and flow, and its months."""
    months = events.groupby("month", observed=True).agg(n=("id", "size"), people=("person", "nunique"))
    return [summary(events, ["kind"]), summary(events, ["recipient", "flow"]), months]


def summary(events: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    grouped = events.groupby(by, dropna=False, observed=True)
    counted = grouped.agg(
        n=("id", "size"), people=("person", "nunique"), first=("at", "min"), last=("at", "max")
    )
    named = events.assign(evidence="log:" + events["id"].astype(str)).sort_values("evidence")
    counted["examples"] = named.groupby(by, dropna=False, observed=True)["evidence"].agg(
        lambda ids: list(ids[:3])
    )
    return counted.reset_index()


def check(folder: Path) -> dict[str, int]:
    """Work everything out and return how many events earn each verdict."""
    data_map = evidence_map()
    events = pd.read_parquet(folder / "log")
    events["us"] = events["at"].astype("datetime64[us, UTC]").astype("int64")
    events["day"] = london_day(events["us"])
    patterns = events[COLUMNS].drop_duplicates().reset_index(drop=True).reset_index(names="pattern")
    events = events.merge(patterns, on=COLUMNS, how="left")
    days = events[["pattern", "day"]].drop_duplicates()
    judged = judge_patterns(data_map, patterns, days)
    kinds = kinds_of(data_map, judged, patterns)
    judged = judged.merge(kinds[["pattern", "flow", "kind"]], on=["pattern", "flow"], how="left")
    verdicts = dict(map_verdicts(judged))
    events = events.merge(judged[["pattern", "day", "kind"]], on=["pattern", "day"], how="left")
    events = events.merge(kinds[["kind", "flow"]], on="kind", how="left")
    events["month"] = pd.to_datetime(events["day"], unit="D").dt.strftime("%Y-%m").astype("category")
    events.groupby("flow")["at"].agg(["size", "max"])
    counted: dict[str, int] = {}
    frames: list[pd.DataFrame | pd.Series] = []
    place = judged[["pattern", "day"]]
    for name, holds in verdicts.items():
        rows = events.merge(place[holds.to_numpy()], on=["pattern", "day"])
        counted[name] = len(rows)
        frames += figures(rows) if not name.startswith("declared") else [rows.groupby("month").size()]
    earned: dict[str, pd.Index] = {}
    for name, positions in personal_verdicts(data_map, events, kinds, folder):
        earned[name] = earned.get(name, pd.Index([])).union(pd.Index(positions).unique())
    for name, positions in earned.items():
        counted[name] = len(positions)
        frames += figures(events.loc[positions])
    return {name: count for name, count in counted.items() if count}


if __name__ == "__main__":
    print(json.dumps(check(Path(sys.argv[1]))))
