"""Between the noun and the register: an entry of the register as a breach, and a breach as an entry."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from ...errors import InputError
from ...files.register import Draft, Stored
from ...law.periods import LONDON, at_london
from ...model.breach import BreachRecord, Judged
from ...model.circumstances import Circumstances
from ...model.incident import IncidentAssessment
from ..papers.paper import regulator_due
from .changes import BreachChange


def in_utc(facts: Circumstances) -> Circumstances:
    """Return what is known of a breach with its moments in UTC.

    >>> import datetime as dt
    >>> in_utc(Circumstances(party="agent", aware=dt.datetime(2026, 7, 1, 9))).aware.isoformat()
    '2026-07-01T08:00:00+00:00'
    """
    moments = {
        "aware": at_london(facts.aware),
        "happened": at_london(facts.happened) if facts.happened else None,
        "ended": at_london(facts.ended) if facts.ended else None,
    }
    return facts.model_copy(update=moments)


def change_in_utc(change: BreachChange) -> BreachChange:
    """Return a change with its moments in UTC.

    >>> import datetime as dt
    >>> told = BreachChange(told_regulator=dt.datetime(2026, 7, 1, 9))
    >>> change_in_utc(told).told_regulator.isoformat()
    '2026-07-01T08:00:00+00:00'
    """
    moments = {"told_regulator": change.told_regulator, "told_controller": change.told_controller}
    return change.model_copy(
        update={name: at_london(moment) for name, moment in moments.items() if moment is not None}
    )


def assessed_fields(assessment: IncidentAssessment, facts: Circumstances) -> dict[str, Any]:
    """Return the fields of an entry that an assessment fills.

    >>> from audit_lib.incidents.example import example_assessment
    >>> assessed = example_assessment()
    >>> assessed_fields(assessed, in_utc(assessed.circumstances))["name"]
    'Referencer'
    """
    severity, radius = assessment.severity, assessment.radius
    due = regulator_due(assessment)
    return {
        "map_id": assessment.map_id,
        "map_sha256": assessment.map_sha256,
        "name": radius.name,
        "circumstances": facts,
        "data": radius.data,
        "subjects": radius.subjects,
        "assessed_on": assessment.as_of,
        "lowest": severity.lowest,
        "highest": severity.highest,
        "level": severity.level,
        "highest_level": severity.highest_level,
        "judged": tuple(
            Judged(duty=duty.duty, verdict=duty.verdict, why=duty.why, decided=duty.decided)
            for duty in assessment.duties
        ),
        "ours": assessment.ours,
        "due": at_london(due) if due else None,
    }


def with_fields(record: BreachRecord, fields: dict[str, Any]) -> BreachRecord:
    """Return an entry with other fields, checked again.

    >>> from audit_lib.incidents.example import example_record
    >>> with_fields(example_record(), {"effects": "None."}).effects
    'None.'
    """
    return BreachRecord.model_validate({**dict(record), **fields})


def draft_of(record: BreachRecord) -> Draft:
    """Return an entry as the register keeps it; its `due` is a day, the moment stands in the body.

    >>> from audit_lib.incidents.example import example_record
    >>> draft_of(example_record()).due.isoformat()
    '2026-11-23'
    """
    running = record.running() and record.due is not None
    return Draft(
        opened=record.circumstances.aware.astimezone(LONDON).date(),
        closed=record.closed_on,
        due=record.due.astimezone(LONDON).date() if running and record.due else None,
        body=record.model_dump(mode="json", exclude={"id"}),
    )


def record_of(stored: Stored) -> BreachRecord:
    """Return an entry of the register as a breach.

    Raises
    ------
    InputError
        What stands there is no breach, or was written by another version.

    >>> import datetime as dt
    >>> from audit_lib.incidents.example import example_record
    >>> kept = dict(draft_of(example_record()), id="B-2026-0001", sort="breach", seq=1)
    >>> record_of(Stored(**kept, changed_at=dt.datetime(2026, 11, 22, tzinfo=dt.UTC))) == example_record()
    True
    """
    try:
        return BreachRecord.model_validate({"id": stored.id, **stored.body})
    except ValidationError as error:
        where = ", ".join(".".join(map(str, fault["loc"])) for fault in error.errors()[:5])
        message = f"The entry cannot be read ({where}): another version wrote it, or it has been altered."
        raise InputError.at(stored.id, message) from error
