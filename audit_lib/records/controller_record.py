"""The record of a controller (UK GDPR Art. 30(1)) with the 30 columns of the regulator's template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..errors import Fault, ParameterError, Place, did_you_mean
from ..graph.asked import Asked, refuse_unknown
from ..law.record_columns import record_columns
from ..model.activity import Activity, Basis
from ..model.data_map import DataMap
from ..model.flow import Flow
from ..model.noun import Answer, Entry, Gap
from ..model.record import Cell, Record, RecordKind, Row
from .cells import Part, answered, cell, firmest, marked, said
from .countries import Destination, country_cell, destinations, safeguard_cell
from .grounds import basis_cell, interests_cell, only_under, rights_cell, schedule_cells, special_cell
from .head import record_head
from .holding import data_parts, location_cell, source_cell
from .recipients import (
    Recipient,
    contract_parts,
    flows_to_processors,
    household,
    joint_parts,
    recipient_parts,
    recipients,
)
from .schedule import retention_cell
from .security import Scope, security_cell, systems_with


def controller_record(data_map: DataMap, party: str | None = None, *, activity: str | None = None) -> Record:
    """Return the record of processing of a controller: one row an activity, 30 cells a row.

    Each cell is a value with the references that it rests on, or a stated gap; a cell can be a value that
    leaves a gap, and is then both. Activities that are only expected are in the record and say so.

    Parameters
    ----------
    data_map
        The map; its order is the order of the rows.
    party
        Whose record, as a party id; the controller of the map if not given.
    activity
        The one activity to show; all of them if not given.

    Returns
    -------
    Record
        With no row if the map's controller controls no activity.

    Raises
    ------
    ParameterError
        If there is no such party, or it is not the map's controller and controls no activity; or if it
        does not control the activity that is asked for.

    Notes
    -----
    UK GDPR Art. 30(1); DPA 2018 Sch. 1 para. 41 for the last five columns.

    Examples
    --------
    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "Shop", "kind": "organisation", "stance": "recorded"},
    ...                 {"id": "buyers", "name": "Buyers", "kind": "individuals", "stance": "recorded"}],
    ...     "data": [{"id": "d", "name": "Orders", "stance": "recorded"}],
    ...     "purposes": [{"id": "p", "name": "Deliver", "stance": "recorded"}],
    ...     "activities": [{"id": "a", "name": "Delivery", "function": "Sales", "purpose": "p",
    ...         "controllers": ["s"], "subjects": ["buyers"], "data": ["d"], "stance": "recorded"}]})
    >>> record = controller_record(m)
    >>> [cell.text() for cell in record.rows[0].cells[:3]]
    ['Sales: Delivery', 'Deliver', '[not applicable]']
    >>> record.gaps
    3
    """
    who = party or data_map.info.controller
    controlled = [a for a in data_map.activities if who in a.controllers]
    if party is not None and (
        party not in data_map.party or (party != data_map.info.controller and not controlled)
    ):
        raise _unknown(data_map, party)
    if activity is not None:
        known = [each.id for each in controlled]
        refuse_unknown([Asked("activity", activity, "activity of this controller", known)])
        controlled = [each for each in controlled if each.id == activity]
    inside = household(data_map, who)
    flows = flows_by_activity(data_map.flows)
    anywhere = flows_to_processors(data_map)
    works = [
        _work(data_map, activity, flows.get(activity.id, ()), inside, anywhere) for activity in controlled
    ]
    joint = dict.fromkeys(part.references[0].removeprefix("party:") for work in works for part in work.joint)
    return Record(
        kind=RecordKind.CONTROLLER,
        party=who,
        head=record_head(data_map, who, RecordKind.CONTROLLER, tuple(joint)),
        columns=record_columns(RecordKind.CONTROLLER),
        rows=tuple(_row(work) for work in works),
    )


def flows_by_activity(flows: Iterable[Flow]) -> dict[str, list[Flow]]:
    """Return the flows of each activity, in their order.

    >>> flows_by_activity([])
    {}
    """
    found: dict[str, list[Flow]] = {}
    for flow in flows:
        found.setdefault(flow.activity, []).append(flow)
    return found


class _Work(NamedTuple):
    """An activity, its flows, who is inside the controller, and who gets the data outside it."""

    data_map: DataMap
    activity: Activity
    flows: tuple[Flow, ...]
    inside: frozenset[str]
    outside: tuple[Recipient, ...]
    joint: tuple[Part, ...]
    contracts: tuple[Part, ...]

    @property
    def here(self) -> str:
        """The reference of the activity."""
        return f"activity:{self.activity.id}"


def _work(
    data_map: DataMap,
    activity: Activity,
    flows: Iterable[Flow],
    inside: frozenset[str],
    anywhere: Mapping[str, tuple[Flow, ...]],
) -> _Work:
    listed = tuple(flows)
    outside = recipients(data_map, activity, listed, inside)
    joint = tuple(joint_parts(data_map, activity, outside, inside))
    contracts = tuple(contract_parts(data_map, activity, outside, anywhere))
    return _Work(data_map, activity, listed, inside, outside, joint, contracts)


def _row(work: _Work) -> Row:
    """Return the row of an activity."""
    schedule = schedule_cells(work.data_map, work.activity)
    return Row(activity=work.activity.id, cells=(*_article_30(work), *_accountability(work), *schedule))


def _article_30(work: _Work) -> tuple[Cell, ...]:
    """Return the first eleven cells, which Art. 30(1) asks for."""
    data_map, activity, here = work.data_map, work.activity, work.here
    going = destinations(flow for recipient in work.outside for flow in recipient.flows)
    going += [
        Destination(recipient.party, None, (here, f"party:{recipient.party}"), activity.stance)
        for recipient in work.outside
        if not recipient.flows
    ]
    purpose = data_map.purpose[activity.purpose]
    aim = f"{purpose.name}: {purpose.description}" if purpose.description else purpose.name
    name = marked(f"{activity.function}: {activity.name}", activity.stance)
    handled = (*activity.data, *activity.creates)
    scope = Scope(
        parties=work.inside | {recipient.party for recipient in work.outside},
        systems=systems_with(data_map, [*activity.systems, *(flow.via or "" for flow in work.flows)]),
        activities=frozenset({activity.id}),
        data=data_map.atoms(handled),
    )
    return (
        said(data_map, name, here),
        said(data_map, aim, here, f"purpose:{purpose.id}"),
        cell(data_map, work.joint, Gap.NOT_APPLICABLE, (here,)),
        cell(data_map, _subject_parts(work), Gap.NOT_STATED, (here,)),
        cell(data_map, data_parts(data_map, activity, work.flows), Gap.NOT_STATED, (here,)),
        _recipient_cell(work),
        cell(data_map, work.contracts, Gap.NOT_APPLICABLE, (here,)),
        country_cell(data_map, going, here),
        safeguard_cell(data_map, going, here),
        retention_cell(data_map, activity, handled),
        security_cell(data_map, scope, here),
    )


def _accountability(work: _Work) -> tuple[Cell, ...]:
    """Return cells 12 to 25, which show that the activity is accounted for."""
    data_map, activity, here = work.data_map, work.activity, work.here
    dpia, breach = activity.dpia, activity.breach
    return (
        basis_cell(data_map, activity),
        special_cell(data_map, activity),
        interests_cell(data_map, activity),
        only_under(data_map, activity, Basis.LEGITIMATE_INTERESTS, activity.lia),
        rights_cell(data_map, activity),
        said(data_map, activity.automated_decisions, here),
        source_cell(data_map, activity, work.flows, work.inside),
        only_under(data_map, activity, Basis.CONSENT, activity.consent_record),
        location_cell(data_map, activity, work.flows),
        answered(data_map, dpia.required, here),
        said(data_map, _unless(dpia.required, dpia.progress), here),
        said(data_map, _unless(dpia.required, dpia.link), here),
        answered(data_map, breach.occurred, here),
        said(data_map, _unless(breach.occurred, breach.link), here),
    )


def _unless(asked: Answer, value: str | Gap) -> str | Gap:
    """Return a value; where the answer before it is no, a value that is not stated does not apply."""
    return Gap.NOT_APPLICABLE if asked is Answer.NO and value is Gap.NOT_STATED else value


def _subject_parts(work: _Work) -> list[Part]:
    found: dict[str, list[str]] = {name: [work.here] for name in work.activity.subjects}
    for flow in work.flows:
        for name in flow.subjects:
            found.setdefault(name, []).append(f"flow:{flow.id}")
    entries = work.data_map.by_reference
    parts = []
    for name, references in found.items():
        stance = firmest(entry.stance for ref in references if isinstance(entry := entries[ref], Entry))
        parts.append(Part(marked(work.data_map.party[name].name, stance), tuple(references)))
    return parts


def _recipient_cell(work: _Work) -> Cell:
    """Return the cell of recipients; an activity whose flows all stay inside says so."""
    parts = recipient_parts(work.data_map, work.activity, work.outside, work.inside)
    if not parts and work.flows:
        words = "No recipient in the map: every flow stays inside or goes to the people themselves"
        parts = [Part(words, tuple(f"flow:{flow.id}" for flow in work.flows))]
    return cell(work.data_map, parts, Gap.NOT_STATED, (work.here,))


def _unknown(data_map: DataMap, party: str) -> ParameterError:
    fitting = list(dict.fromkeys(name for activity in data_map.activities for name in activity.controllers))
    hint = did_you_mean(party, fitting)
    if party in data_map.party:
        message = (
            f'The party "{party}" controls no activity of this map, so it has no record under Art. 30(1).'
        )
    else:
        message = f'No party has the id "{party}".'
    known = f" Parties that control an activity: {', '.join(fitting)}." if fitting else ""
    return ParameterError([Fault(Place("party"), f"{message}{hint}{known}")])
