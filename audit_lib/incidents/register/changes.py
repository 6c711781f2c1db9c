"""What may be changed in an entry of the register of breaches, and what is wrong with a change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ...errors import Fault, ParameterError, Place
from ...law.periods import LONDON, spoken_moment
from ...model.breach import REFERENCE, BreachRecord, LateReason, Told
from ...model.circumstances import Circumstances, DutyKind
from ...model.incident import IncidentAssessment
from ...model.noun import Noun
from .notes import text_faults, texts_of


class BreachChange(Noun):
    """What has become known or been done since; what is None stays as it is.

    Moments without an offset are London's. `late` says why the regulator was told late, `not_told` why nobody
    was told, `effects` what followed for people, `action` what was done about it (Art. 33(5)). `assessment`
    is a new one, when the circumstances have turned out otherwise.
    """

    told_regulator: dt.datetime | None = None
    reference: str | None = None
    late: tuple[LateReason, ...] = ()
    told_people: dt.date | None = None
    told_controller: dt.datetime | None = None
    not_told: str | None = None
    effects: str | None = None
    action: str | None = None
    assessment: IncidentAssessment | None = None

    def named(self) -> str:
        """Return what it changes, in words for the history, which hold no text of it."""
        parts = {
            "assessed again": self.assessment,
            "told the regulator": self.told_regulator,
            "reference": self.reference,
            "reasons for the delay": self.late,
            "told the people": self.told_people,
            "told the controller": self.told_controller,
            "why nobody was told": self.not_told,
            "effects": self.effects,
            "remedial action": self.action,
        }
        return ", ".join(name for name, value in parts.items() if value)


def moment_faults(name: str, moment: dt.datetime, aware: dt.datetime, at: dt.datetime) -> Iterator[Fault]:
    """Yield what is wrong with a moment at which somebody was told, all three in UTC.

    >>> aware, at = dt.datetime(2026, 11, 20, tzinfo=dt.UTC), dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    >>> [fault.message for fault in moment_faults("told-regulator", at, aware, at)]
    []
    """
    if moment < aware:
        known = spoken_moment(aware)
        yield Fault(
            Place(name),
            f"{spoken_moment(moment)} is before the breach was known ({known}): give the moment of telling.",
        )
    if moment > at:
        yield Fault(Place(name), f"{spoken_moment(moment)} is still to come: record it when it is done.")


def day_faults(name: str, day: dt.date, aware: dt.datetime, at: dt.datetime) -> Iterator[Fault]:
    """Yield what is wrong with a day on which something was done; days are London's.

    >>> aware, at = dt.datetime(2026, 11, 20, tzinfo=dt.UTC), dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    >>> [fault.message for fault in day_faults("on", dt.date(2026, 11, 23), aware, at)]
    ['2026-11-23 is still to come: record it when it is done.']
    """
    first = aware.astimezone(LONDON).date()
    if day < first:
        yield Fault(Place(name), f"{day.isoformat()} is before the breach was known ({first.isoformat()}).")
    if day > at.astimezone(LONDON).date():
        yield Fault(Place(name), f"{day.isoformat()} is still to come: record it when it is done.")


def fact_faults(facts: Circumstances, at: dt.datetime) -> Iterator[Fault]:
    """Yield what is wrong with the moments and texts of a breach; its moments are in UTC.

    >>> aware, at = dt.datetime(2026, 11, 23, tzinfo=dt.UTC), dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    >>> [fault.place.file for fault in fact_faults(Circumstances(party="agent", aware=aware), at)]
    ['aware']
    """
    if facts.aware > at:
        yield Fault(
            Place("aware"), f"{spoken_moment(facts.aware)} is still to come: give when it became known."
        )
    if facts.happened and facts.happened > facts.aware:
        yield Fault(Place("happened"), "is after the breach became known: give when it began.")
    if facts.happened and facts.ended and facts.ended < facts.happened:
        yield Fault(Place("ended"), "is before the breach began: give when it ended.")
    if facts.ended and facts.ended > at:
        yield Fault(Place("ended"), "is still to come: leave it out until it has ended.")
    yield from text_faults(texts_of(facts))


def told_after(record: BreachRecord, change: BreachChange, at: dt.datetime) -> Told:
    """Return who has been told once a change is made.

    Parameters
    ----------
    record
        The entry as it is, with the circumstances as they will be.
    change
        The change, its moments in UTC.
    at
        The present moment, in UTC.

    Raises
    ------
    ParameterError
        Somebody was told before the breach was known or in time to come, the reasons for a delay are missing
        or out of place, or a reference is none or stands without a report.

    >>> from audit_lib.incidents.example import example_record
    >>> at = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    >>> told_after(example_record(), BreachChange(told_regulator=at), at).regulator == at
    True
    """
    told, aware = record.told, record.circumstances.aware
    found: list[Fault] = []
    if change.told_regulator:
        found += moment_faults("told-regulator", change.told_regulator, aware, at)
    if change.told_controller:
        found += moment_faults("told-controller", change.told_controller, aware, at)
    if change.told_people:
        found += day_faults("told-people", change.told_people, aware, at)
    regulator = change.told_regulator or told.regulator
    late = change.late or told.late
    found += _late_faults(record, regulator, change)
    if change.reference is not None and not REFERENCE.fullmatch(change.reference):
        found.append(Fault(Place("reference"), "is none: up to 40 letters, digits and . / _ - or blanks."))
    if change.reference and regulator is None:
        found.append(Fault(Place("reference"), "stands for a report: say when the regulator was told, too."))
    found += text_faults({"effects": change.effects, "action": change.action, "not-told": change.not_told})
    if found:
        raise ParameterError(found)
    is_late = record.due is not None and regulator is not None and regulator > record.due
    return Told(
        regulator=regulator,
        reference=change.reference or told.reference,
        late=late if is_late else (),
        people=change.told_people or told.people,
        controller=change.told_controller or told.controller,
        none=change.not_told or told.none,
    )


def _late_faults(
    record: BreachRecord, regulator: dt.datetime | None, change: BreachChange
) -> Iterator[Fault]:
    due = record.due
    late = due is not None and regulator is not None and regulator > due
    if late and due and not (change.late or record.told.late):
        known = ", ".join(LateReason)
        yield Fault(
            Place("late-reason"),
            f"The 72 hours ended on {spoken_moment(due)}: the reasons for the delay go with the report "
            f"(Art. 33(1)). Give one or more of {known}.",
        )
    if change.late and not late:
        yield Fault(Place("late-reason"), "nothing was told late: leave it out, or say when it was told.")


def untold(record: BreachRecord) -> tuple[str, ...]:
    """Return who should have been told and has not been: the regulator, the people, the controller.

    >>> from audit_lib.incidents.example import example_record
    >>> untold(example_record())
    ('the regulator',)
    """
    found = ["the regulator"] if record.due is not None and record.told.regulator is None else []
    if record.owed(DutyKind.PEOPLE) and record.told.people is None:
        found.append("the people concerned")
    if record.owed(DutyKind.CONTROLLER) and record.told.controller is None:
        found.append("the controller")
    return tuple(found)
