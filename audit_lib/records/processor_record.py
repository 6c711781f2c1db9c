"""The record of a processor (UK GDPR Art. 30(2)): what it does for each controller."""

from __future__ import annotations

from typing import NamedTuple

from ..errors import Fault, ParameterError, Place, did_you_mean
from ..law.record_columns import record_columns
from ..model.activity import Activity
from ..model.data_map import DataMap
from ..model.flow import Flow, Role
from ..model.noun import Gap
from ..model.record import Cell, Record, RecordKind, Row
from .cells import Part, bracketed, cell, marked, said
from .controller_record import flows_by_activity
from .countries import Destination, country_cell, destinations, safeguard_cell
from .head import contact_cell, name_cell, record_head, representative_cell
from .holding import location_cell
from .recipients import PROCESSING, contact_part, household
from .schedule import topmost
from .security import Scope, security_cell, systems_with


def processor_record(data_map: DataMap, party: str) -> Record:
    """Return the record of a processor or sub-processor: one row for each controller and activity.

    What it is given are the flows to it in the role of a processor; activities that name it as a processor
    without a flow are in the record too.

    Parameters
    ----------
    data_map
        The map.
    party
        The processor, as a party id.

    Raises
    ------
    ParameterError
        If there is no such party, or it is a processor in no flow and no activity.

    Examples
    --------
    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "Shop", "kind": "organisation", "stance": "recorded"},
    ...                 {"id": "van", "name": "Van", "kind": "organisation", "stance": "recorded"},
    ...                 {"id": "buyers", "name": "Buyers", "kind": "individuals", "stance": "recorded"}],
    ...     "data": [{"id": "d", "name": "Orders", "stance": "recorded"}],
    ...     "purposes": [{"id": "p", "name": "Deliver", "stance": "recorded"}],
    ...     "activities": [{"id": "a", "name": "Delivery", "function": "Sales", "purpose": "p",
    ...         "controllers": ["s"], "processors": ["van"], "subjects": ["buyers"], "data": ["d"],
    ...         "stance": "recorded"}]})
    >>> [cell.text() for cell in processor_record(m, "van").rows[0].cells[:1]]
    ['Shop, contact [not stated]']
    """
    if party not in data_map.party:
        raise _unknown(data_map, party)
    inside = household(data_map, party)
    flows = flows_by_activity(data_map.flows)
    rows: list[Row] = []
    for activity in data_map.activities:
        mine = flows.get(activity.id, [])
        given = [flow for flow in mine if flow.recipient in inside and flow.role in PROCESSING]
        if given or not inside.isdisjoint(activity.processors):
            passed = [flow for flow in mine if flow.sender in inside and flow.recipient not in inside]
            controllers = [name for name in activity.controllers if name not in inside]
            work = _Work(data_map, party, inside, activity, tuple(given), tuple(passed))
            rows.extend(_row(work, controller) for controller in controllers or [""])
    if not rows:
        raise _unknown(data_map, party)
    return Record(
        kind=RecordKind.PROCESSOR,
        party=party,
        head=record_head(data_map, party, RecordKind.PROCESSOR),
        columns=record_columns(RecordKind.PROCESSOR),
        rows=tuple(rows),
    )


class _Work(NamedTuple):
    """What a processor does in one activity: what it is given, and what it passes on."""

    data_map: DataMap
    party: str
    inside: frozenset[str]
    activity: Activity
    given: tuple[Flow, ...]
    passed: tuple[Flow, ...]

    @property
    def systems(self) -> tuple[str, ...]:
        """The systems of the activity that the processor runs."""
        mine = self.data_map.system
        return tuple(name for name in self.activity.systems if mine[name].operator in self.inside)


def _row(work: _Work, controller: str) -> Row:
    """Return the row of what a processor does for a controller, which may be unknown ("")."""
    data_map, activity = work.data_map, work.activity
    here = f"activity:{activity.id}"
    moved = [*work.given, *work.passed]
    going = destinations(flow for flow in moved if flow.recipient not in data_map.individuals)
    if not going:  # it gets the data, although no flow shows how
        going = [Destination(work.party, None, (here, f"party:{work.party}"), activity.stance)]
    named = dict.fromkeys(name for flow in moved for name in flow.data) or dict.fromkeys(activity.data)
    people = dict.fromkeys(n for flow in moved for n in flow.subjects) or dict.fromkeys(activity.subjects)
    references = tuple(f"flow:{flow.id}" for flow in moved) or (here,)
    scope = Scope(
        parties=work.inside,
        systems=systems_with(data_map, [*work.systems, *(flow.via or "" for flow in moved)]),
        activities=frozenset({activity.id}),
        data=data_map.atoms(tuple(named)),
    )
    data = [
        Part(data_map.category[name].name, (f"data:{name}", *references)) for name in topmost(data_map, named)
    ]
    subjects = [Part(data_map.party[name].name, references) for name in people]
    own = activity.model_copy(update={"systems": work.systems})
    cells = (
        _controller_cell(data_map, controller, here),
        representative_cell(data_map, controller) if controller else said(data_map, Gap.NOT_STATED, here),
        _officer_cell(data_map, controller),
        said(data_map, _processing(work), here, *references),
        country_cell(data_map, going, here),
        safeguard_cell(data_map, going, here),
        security_cell(data_map, scope, here),
        cell(data_map, data, Gap.NOT_STATED, (here,)),
        cell(data_map, subjects, Gap.NOT_STATED, (here,)),
        location_cell(data_map, own, work.given),
        _contract_cell(work, here),
    )
    return Row(activity=activity.id, cells=cells)


def _controller_cell(data_map: DataMap, controller: str, here: str) -> Cell:
    parts = [contact_part(data_map, controller, (here,))] if controller else []
    return cell(data_map, parts, Gap.NOT_STATED, (here,))


def _officer_cell(data_map: DataMap, controller: str) -> Cell:
    """Return the cell of the controller's data protection officer, which the map knows for its own only."""
    officer = data_map.info.dpo if controller == data_map.info.controller else None
    if officer is None:
        return name_cell(data_map, None)
    contact = contact_cell(data_map, officer)
    text = f"{data_map.party[officer].name}, contact: {contact.text()}"
    return cell(data_map, [Part(text, (f"party:{officer}", *contact.sources), contact.gap)], Gap.NOT_STATED)


def _processing(work: _Work) -> str:
    """Return the category of processing, and for a sub-processor by whom it is engaged."""
    words = marked(f"{work.activity.function}: {work.activity.name}", work.activity.stance)
    engaged = [flow for flow in work.given if flow.role is Role.SUB_PROCESSOR]
    senders = dict.fromkeys(work.data_map.name(f"party:{flow.sender}") for flow in engaged)
    return f"{words}, as sub-processor of {' and '.join(senders)}" if senders else words


def _contract_cell(work: _Work, here: str) -> Cell:
    data_map, given = work.data_map, work.given
    parts = [
        Part(flow.contract, (f"flow:{flow.id}",)) for flow in given if not isinstance(flow.contract, Gap)
    ]
    gaps = [flow.contract for flow in given if isinstance(flow.contract, Gap)]
    if parts and gaps:
        names = ", ".join(flow.id for flow in given if isinstance(flow.contract, Gap))
        parts.append(Part(f"{bracketed(Gap(gaps[0]))} for {names}", (here,), Gap(gaps[0])))
    return cell(data_map, parts, Gap(gaps[0]) if gaps else Gap.NOT_STATED, (here,))


def _unknown(data_map: DataMap, party: str) -> ParameterError:
    named = [name for activity in data_map.activities for name in activity.processors]
    named += [flow.recipient for flow in data_map.flows if flow.role in PROCESSING]
    fitting = list(dict.fromkeys(named))
    if party in data_map.party:
        message = f'The party "{party}" is a processor in no flow and no activity of this map.'
    else:
        message = f'No party has the id "{party}".'
    known = f" Processors of this map: {', '.join(fitting)}." if fitting else ""
    hint = did_you_mean(party, fitting)
    return ParameterError([Fault(Place("party"), f"{message}{hint}{known}")])
