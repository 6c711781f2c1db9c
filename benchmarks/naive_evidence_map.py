"""What the flows of a map cover, in pandas: the half of `naive_evidence` that needs no people."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from audit_lib.model.data_map import DataMap
from audit_lib.model.flow import Transfer
from audit_lib.model.noun import Gap


def above(entries: object, field: str, start: str) -> list[str]:
    found = [start]
    while next_one := getattr(entries[found[-1]], field):
        found.append(next_one)
    return found


def covering(data_map: DataMap) -> dict[str, pd.DataFrame]:
    """Return who and what each flow covers: frames of (flow, word, general) for sender, recipient, data."""
    party = data_map.party
    over = {name: above(party, "part_of", name) for name in party}
    classes = {name: above(party, "recipient_class", name)[1:] for name in party}
    kin = {name: {each for each in party if each in over[name] or name in over[each]} for name in party}
    rows: dict[str, list[tuple[int, str, bool]]] = {"sender": [], "recipient": [], "data": []}
    for at, flow in enumerate(data_map.flows):
        operator = data_map.system[flow.via].operator if flow.via else ""
        exact = kin[flow.sender] | ({operator} & data_map.processors)
        members = {name for name in party if flow.sender in classes[name]} - exact
        rows["sender"] += [(at, name, False) for name in exact] + [(at, name, True) for name in members]
        named = kin[flow.recipient]
        members = {name for name in party if flow.recipient in classes[name]} - named
        rows["recipient"] += [(at, name, party[flow.recipient].generic) for name in named]
        rows["recipient"] += [(at, name, True) for name in members]
        rows["data"] += [(at, name, name not in flow.data) for name in data_map.atoms(flow.data)]
    return {
        name: pd.DataFrame(found, columns=["flow", name, f"{name}_general"]) for name, found in rows.items()
    }


def flows(data_map: DataMap) -> pd.DataFrame:
    def day(value: object, otherwise: int) -> int:
        return (pd.Timestamp(value) - pd.Timestamp(0)).days if value else otherwise

    def country(transfer: object) -> str | None:
        open_ended = isinstance(transfer, Transfer) and isinstance(transfer.country, Gap)
        return "any" if open_ended else transfer.country if isinstance(transfer, Transfer) else None

    work = data_map.activity
    return pd.DataFrame(
        {
            "flow": at,
            "f_activity": flow.activity,
            "f_purpose": work[flow.activity].purpose,
            "f_bases": frozenset(basis.basis.value for basis in work[flow.activity].bases),
            "f_role": None if flow.role == "unclear" else flow.role.value,
            "f_country": country(flow.transfer),
            "f_stands": data_map.party[flow.recipient].country,
            "f_since": day(flow.since, -10_000_000),
            "f_until": day(flow.until, 10_000_000),
        }
        for at, flow in enumerate(data_map.flows)
    )


def judge_patterns(data_map: DataMap, patterns: pd.DataFrame, days: pd.DataFrame) -> pd.DataFrame:
    """Return for each pattern and day the nearest flow, the mask of differences and whether it is general."""
    covers, declared = covering(data_map), flows(data_map)
    ends = patterns.merge(covers["recipient"], on="recipient")
    anyone = covers["sender"].merge(pd.DataFrame({"flow": declared["flow"]}))
    known = ends[ends["sender"].notna()].merge(anyone, on=["flow", "sender"])
    between = pd.concat([known, ends[ends["sender"].isna()].assign(sender_general=False)])
    found = between.merge(covers["data"], on=["flow", "data"]).merge(declared, on="flow")
    purpose = found["purpose"].notna() & (found["purpose"] != found["f_purpose"])
    role = found["role"].notna() & found["f_role"].notna() & (found["role"] != found["f_role"])
    pairs = zip(found["basis"], found["f_bases"], strict=True)
    basis = np.array(
        [bool(said == said and said and bases and said not in bases) for said, bases in pairs], bool
    )
    named = found["country"].isna() | found["country"].isin(["GB"])
    named |= (found["country"] == found["f_country"]) | (found["country"] == found["f_stands"])
    abroad = ~named & (found["f_country"] != "any")
    found["mask"] = 16 * purpose + 8 * role + 4 * basis + 2 * abroad
    general = found["sender_general"] | found["recipient_general"] | found["data_general"]
    found["general"] = general.astype(bool) | (~named & ~abroad)
    daily = days.merge(found[["pattern", "flow", "mask", "general", "f_since", "f_until"]], on="pattern")
    daily["mask"] = daily["mask"].astype(int) + (
        (daily["day"] < daily["f_since"]) | (daily["day"] > daily["f_until"])
    ).astype(int)
    daily["count"] = np.bitwise_count(daily["mask"].to_numpy(np.int64))
    order = ["pattern", "day", "count", "mask", "general", "flow"]
    nearest = daily.sort_values(order).drop_duplicates(["pattern", "day"])
    said = between.merge(declared, on="flow")
    told = set(said.loc[said["purpose"].isna() | (said["purpose"] == said["f_purpose"]), "pattern"])
    same_ends = set(between["pattern"])
    carried = set(ends.merge(covers["data"], on=["flow", "data"])["pattern"])
    result = days.merge(nearest[["pattern", "day", "flow", "mask", "general"]], how="left")
    return result.assign(
        told=result["pattern"].isin(told),
        between=result["pattern"].isin(same_ends),
        carried=result["pattern"].isin(carried),
    )


def map_verdicts(judged: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    missing = judged["flow"].isna()
    mask = judged["mask"].fillna(0).astype(int)
    general = judged["general"].eq(True)
    yield "declared", ~missing & (mask == 0) & ~general
    yield "declared-in-general", ~missing & (mask == 0) & general
    yield "undeclared-recipient", missing & ~judged["between"] & ~judged["carried"]
    yield "undeclared-sender", missing & ~judged["between"] & judged["carried"]
    yield "undeclared-category", missing & judged["between"]
    yield "undeclared-purpose", ((mask & 16) > 0) & ~judged["told"]
    yield "purpose-differs", ((mask & 16) > 0) & judged["told"]
    yield "role-differs", (mask & 8) > 0
    yield "basis-differs", (mask & 4) > 0
    yield "undeclared-country", (mask & 2) > 0
    yield "outside-time", (mask & 1) > 0
