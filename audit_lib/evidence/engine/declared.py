"""What the map declares, as tables: which sender, recipient, data, basis and country each flow covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.data_map import DataMap
from ...model.flow import Flow
from .. import covering
from .local_days import Spans, number, spans
from .session import Session

#: A day before, and one after, all that a calendar knows.
_ALWAYS = (-1_000_000, 5_000_000)

_ENDS = {"flow": "int", "id": "text", "general": "flag"}


def flow_spans(data_map: DataMap) -> Spans:
    """Return the stretches of days within which no flow of the map begins or ends."""
    return spans((flow.since, flow.until) for flow in data_map.flows)


def declare(session: Session, data_map: DataMap) -> None:
    """Make the tables of all flows; a flow is its position in the map, and '' what a log does not record.

    flow_sender, flow_recipient and flow_data say what is covered, and whether in general only; flow_basis
    and flow_country what is named; flow the rest.
    """
    flows = list(enumerate(data_map.flows))
    for table, covers in (
        ("flow_sender", covering.senders),
        ("flow_recipient", covering.recipients),
        ("flow_data", covering.categories),
    ):
        rows = [
            (at, found, general) for at, flow in flows for found, general in covers(data_map, flow).items()
        ]
        unsaid = [(at, "", False) for at, _ in flows] if table == "flow_sender" else []
        session.table(table, _ENDS, rows + unsaid)
    named = {at: covering.bases(data_map, flow) for at, flow in flows}
    session.table(
        "flow_basis",
        {"flow": "int", "id": "text"},
        [(at, one) for at, of in named.items() for one in sorted(of or ())],
    )
    places = {at: covering.countries(data_map, flow) for at, flow in flows}
    session.table(
        "flow_country",
        {"flow": "int", "id": "text"},
        [(at, one) for at, (of, _) in places.items() for one in sorted(of)],
    )
    shape = {"flow": "int", "purpose": "text", "activity": "text", "role": "text", "any_basis": "flag"}
    rest = [
        (*_rest(data_map, at, flow), named[at] is None, places[at][1], *_days(flow)) for at, flow in flows
    ]
    session.table("flow", shape | {"any_country": "flag", "since": "int", "until": "int"}, rest)


def _rest(data_map: DataMap, at: int, flow: Flow) -> tuple[Any, ...]:
    return at, covering.purpose(data_map, flow), flow.activity, covering.role(flow) or ""


def _days(flow: Flow) -> Iterator[int]:
    yield number(flow.since) if flow.since else _ALWAYS[0]
    yield number(flow.until) if flow.until else _ALWAYS[1]


def declare_spans(session: Session, known: Spans) -> None:
    """Make the table of stretches: span, and its first and last day."""
    starts = [_ALWAYS[0] + 1, *known.starts]
    ends = [start - 1 for start in known.starts] + [_ALWAYS[1] - 1]
    rows = [(at, *both) for at, both in enumerate(zip(starts, ends, strict=True))]
    session.table("span", {"span": "int", "first_day": "int", "last_day": "int"}, rows)
