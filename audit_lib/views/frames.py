"""The map as pandas data frames, for analysts who want to count, join and sort for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from ..model.data_map import DataMap
from ..model.finding import Finding
from .lanes import lanes

FLOW_COLUMNS = (
    "from",
    "to",
    "via",
    "activity",
    "purpose",
    "data",
    "subjects",
    "role",
    "direction",
    "stance",
    "clauses",
)
PARTY_COLUMNS = ("name", "kind", "lane", "part_of", "group", "country", "generic", "gets", "gives", "stance")
DATA_COLUMNS = ("name", "parent", "depth", "sensitivity", "flows", "stance")
FINDING_COLUMNS = (
    "rule",
    "theme",
    "title",
    "severity",
    "confidence",
    "status",
    "about",
    "law",
    "message",
    "remedy",
)


def flows_frame(data_map: DataMap) -> pd.DataFrame:
    """Return one row a flow, indexed by its id; `data`, `subjects` and `clauses` are tuples of ids.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> flows_frame(example_map()).loc["apply", "to"]
    'agent'
    """
    rows = [
        (
            flow.sender,
            flow.recipient,
            flow.via,
            flow.activity,
            data_map.activity[flow.activity].purpose,
            flow.data,
            flow.subjects,
            flow.role.value,
            data_map.direction(flow).value,
            flow.stance.value,
            flow.clauses,
        )
        for flow in data_map.flows
    ]
    return _frame(rows, FLOW_COLUMNS, [flow.id for flow in data_map.flows], "flow")


def parties_frame(data_map: DataMap) -> pd.DataFrame:
    """Return one row a party, indexed by its id, with its lane and how many flows it gets and gives.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> parties_frame(example_map()).loc["tenants", "lane"]
    'Data subjects'
    """
    kinds = lanes(data_map)
    gets = pd.Series([flow.recipient for flow in data_map.flows], dtype=object).value_counts()
    gives = pd.Series([flow.sender for flow in data_map.flows], dtype=object).value_counts()
    rows = [
        (
            party.name,
            party.kind.value,
            kinds[party.id].value,
            party.part_of,
            party.group,
            str(party.country),
            party.generic,
            int(gets.get(party.id, 0)),
            int(gives.get(party.id, 0)),
            party.stance.value,
        )
        for party in data_map.parties
    ]
    return _frame(rows, PARTY_COLUMNS, [party.id for party in data_map.parties], "party")


def data_frame(data_map: DataMap) -> pd.DataFrame:
    """Return one row a data category, indexed by its id; `flows` counts those that name it or its parents.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> data_frame(example_map()).loc["passport-copy", "parent"]
    'identity'
    """
    depth: dict[str, int] = {}
    for category in data_map.data:
        depth[category.id] = sum(category.id in beneath for beneath in data_map.below.values()) - 1
    naming = [data_map.atoms(flow.data) for flow in data_map.flows]
    rows = [
        (
            category.name,
            category.parent,
            depth[category.id],
            category.sensitivity.value,
            sum(category.id in named for named in naming),
            category.stance.value,
        )
        for category in data_map.data
    ]
    return _frame(rows, DATA_COLUMNS, [category.id for category in data_map.data], "data")


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """Return one row a finding, indexed by its id; `about` and `law` are tuples.

    Examples
    --------
    >>> list(findings_frame([]).columns)[:2]
    ['rule', 'theme']
    """
    listed = list(findings)
    rows = [
        (
            finding.rule,
            finding.theme,
            finding.title,
            finding.severity.value,
            finding.confidence.value,
            finding.status.value,
            finding.about,
            finding.law,
            finding.message,
            finding.remedy,
        )
        for finding in listed
    ]
    return _frame(rows, FINDING_COLUMNS, [finding.id for finding in listed], "finding")


def _frame(
    rows: Sequence[tuple[object, ...]], columns: tuple[str, ...], index: list[str], name: str
) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns), index=pd.Index(index, name=name, dtype=object))
