"""The assessment of one breach: what it reaches, how grave it is, who must be told, and what is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from ..errors import Fault, ParameterError, Place
from ..law.breach_clock import breach_clock
from ..law.periods import LONDON, at_london, spoken
from ..model.authority import Authority
from ..model.blast_radius import BlastRadius
from ..model.circumstances import Availability, Circumstances, Confidentiality, DutyKind, Integrity
from ..model.data_map import DataMap
from ..model.deadline import Clock
from ..model.incident import BreachSeverity, Duty, IncidentAssessment, Level
from .blast_radius import blast_radius
from .context import factors_to_ask
from .duties import MAPPING, duties
from .position import ASK_ROLE, Position, position_in
from .severity import breach_severity, known_people

Found = TypeVar("Found")

_CLASSES: Final = (
    "What each category tells (context) and how easily it identifies (identifies) is a judgement that "
    "the map states, and a person's to defend."
)
_COMBINED: Final = (
    "Of several categories the gravest and the most telling count together, as if each came with the other."
)


def assess_incident(data_map: DataMap, circumstances: Circumstances, as_of: dt.date) -> IncidentAssessment:
    """Return the assessment of a breach on a day, from what is known of it and what the map says.

    Parameters
    ----------
    data_map
        The map.
    circumstances
        What is known. What is not known makes the answer a range and becomes a question.
    as_of
        The day of the assessment, which decides what is late.

    Raises
    ------
    ParameterError
        What was hit, data or people are not in the map; a moment is impossible, or after the day of the
        assessment; nothing was lost, which is no breach. All at once, each under the name of its option.

    >>> from audit_lib.graph.example import example_map
    >>> known = Circumstances(party="agent", data=["passport-copy"], aware=dt.datetime(2026, 11, 20, 14, 35))
    >>> found = assess_incident(example_map(), known, dt.date(2026, 11, 22))
    >>> found.duty(DutyKind.REGULATOR).by.moment.isoformat(), found.severity.level.value
    ('2026-11-23T14:35:00+00:00', 'low')
    """
    faults = list(_impossible(circumstances, as_of))
    radius = _or_faults(
        lambda: blast_radius(
            data_map,
            party=circumstances.party,
            system=circumstances.system,
            data=circumstances.data,
            subjects=circumstances.subjects,
        ),
        faults,
    )
    clock = _or_faults(lambda: breach_clock(circumstances.aware), faults)
    if radius is None or clock is None or faults:
        raise ParameterError(faults)
    position = position_in(data_map, radius, circumstances.acting_for)
    if position is Position.PROCESSOR:
        clock = breach_clock(circumstances.aware, processor=True)
    severity = breach_severity(data_map, radius, circumstances)
    owed = duties(data_map, radius, severity, circumstances, as_of)
    regulator = data_map.info.regulator
    return IncidentAssessment(
        map_id=data_map.info.id,
        map_sha256=data_map.sha256,
        organisation=data_map.name(f"party:{data_map.info.controller}"),
        regulator=data_map.name(f"party:{regulator}") if regulator else "the regulator",
        as_of=as_of,
        circumstances=circumstances,
        radius=radius,
        severity=severity,
        duties=owed,
        clock=clock,
        ours=position.ours,
        questions=tuple(dict.fromkeys(_questions(radius, circumstances, severity, owed, position))),
        assumptions=tuple(_assumptions(radius, severity, clock, position)),
    )


def _or_faults(make: Callable[[], Found], faults: list[Fault]) -> Found | None:
    """Return what is made, or gather the faults so that all are told at once."""
    try:
        return make()
    except ParameterError as error:
        faults.extend(error.faults)
        return None


def _impossible(circumstances: Circumstances, as_of: dt.date) -> Iterator[Fault]:
    lost = (circumstances.confidentiality, circumstances.integrity, circumstances.availability)
    if lost == (Confidentiality.NONE, Integrity.NONE, Availability.NONE):
        message = "Nothing was seen, altered or missing: that is no personal data breach (Art. 4(12))."
        yield Fault(Place("lost"), message)
    moments: dict[str, dt.datetime] = {}
    for name, given in (
        ("aware", circumstances.aware),
        ("happened", circumstances.happened),
        ("ended", circumstances.ended),
    ):
        try:
            if given is not None:
                moments[name] = at_london(given)
        except (ValueError, OverflowError) as error:
            if name != "aware":
                yield Fault(Place(name), f"{given} never was: {error}.")
    aware = moments.get("aware")
    if aware and aware.astimezone(LONDON).date() > as_of:
        yield Fault(Place("aware"), f"is after the day of the assessment, {spoken(as_of)}.")
    if aware and "happened" in moments and moments["happened"] > aware:
        yield Fault(Place("happened"), "is after the breach became known.")
    if "happened" in moments and "ended" in moments and moments["ended"] < moments["happened"]:
        yield Fault(Place("ended"), "is before the breach began.")


def _questions(
    radius: BlastRadius,
    circumstances: Circumstances,
    severity: BreachSeverity,
    owed: tuple[Duty, ...],
    position: Position,
) -> Iterator[str]:
    """Yield what should be asked: what decides the duties, then what moves the score, then the rest."""
    if position is Position.UNKNOWN:
        yield ASK_ROLE
    yield from radius.questions
    first = (DutyKind.REGULATOR, DutyKind.PEOPLE)
    yield from (question for duty in owed if duty.duty in first for question in duty.questions)
    opened = sorted(
        (step for step in severity.steps if step.question), key=lambda step: step.lowest - step.highest
    )
    yield from (step.question for step in opened if step.question)
    if circumstances.people is None:
        bound = known_people(radius)
        yield "How many people are concerned?" + (f" The map knows of {bound:,} at most." if bound else "")
    elif (bound := known_people(radius)) is not None and circumstances.people > bound and radius.exposed:
        yield f"{circumstances.people:,} people are named; the map knows of {bound:,} there. Which is right?"
    if severity.highest_level is not Level.LOW or not severity.decided:
        yield from factors_to_ask(circumstances.adjustments)
    yield from (question for duty in owed if duty.duty not in first for question in duty.questions)


def _assumptions(
    radius: BlastRadius, severity: BreachSeverity, clock: Clock, position: Position
) -> Iterator[str]:
    if position.ours:
        yield MAPPING
    if len(radius.data) > 1:
        yield _COMBINED
    for step in severity.steps:
        if step.authority is Authority.ASSUMPTION and step.part in ("context", "identification"):
            yield f"{step.title}: {step.says}"
    if any(step.part == "context" and step.authority is not Authority.ASSUMPTION for step in severity.steps):
        yield _CLASSES
    if radius.exposed:
        yield (
            "All that the map shows there, of what was named, is taken to be exposed; the truth may be less."
        )
    if radius.expected:
        yield "Nobody has confirmed that the data is there at all."
    yield from clock.notes
