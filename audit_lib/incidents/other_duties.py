"""Who is told of a breach beside the regulator and people: controllers, processors, recipients, a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..law.enisa import CONTEXTS
from ..model.authority import Authority
from ..model.blast_radius import BlastRadius
from ..model.circumstances import Circumstances, DutyKind, Integrity, Verdict
from ..model.data import DataContext
from ..model.data_map import DataMap
from ..model.deadline import Clock, Deadline
from ..model.flow import Role
from ..model.incident import Duty
from ..model.noun import Answer
from .context import context_of
from .position import Position, controllers_of

#: The class of what opens money and credit to others.
_FINANCIAL: Final = CONTEXTS[DataContext.FINANCIAL].value


def other_duties(
    data_map: DataMap,
    radius: BlastRadius,
    circumstances: Circumstances,
    position: Position,
    clock: Clock,
) -> tuple[Duty, ...]:
    """Return the duties toward controllers, processors and recipients, and the bodies to think of.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.blast_radius import blast_radius
    >>> from audit_lib.law.breach_clock import breach_clock
    >>> moment = dt.datetime(2026, 11, 20, 9)
    >>> known = Circumstances(party="referencer", aware=moment)
    >>> radius = blast_radius(example_map(), party="referencer")
    >>> found = other_duties(example_map(), radius, known, Position.BYSTANDER, breach_clock(moment))
    >>> [duty.duty.value for duty in found]
    ['controller', 'recipients', 'others']
    """
    return (
        *_controllers(data_map, radius, position, clock),
        *_bystander(data_map, radius, position),
        *_processor(data_map, radius, position),
        *_joint(data_map, radius, position),
        *_recipients(data_map, radius, circumstances),
        _others(data_map, radius, circumstances),
    )


def record_duty(position: Position, by: Deadline | None) -> Duty:
    """Return the duty to put the breach on file.

    >>> record_duty(Position.BYSTANDER, None).verdict.value
    'presumably'
    """
    if position.ours:
        verdict, why = (
            Verdict.MUST,
            "Every breach is recorded, with its effects and what was done, told or not.",
        )
        authority = Authority.LAW
    else:
        verdict, authority = Verdict.PRESUMABLY, Authority.ASSUMPTION
        why = (
            "The duty to record is the controller's; keep what you knew, when, and whom you told all "
            "the same."
        )
    return Duty(
        duty=DutyKind.RECORD,
        title="Record the breach",
        verdict=verdict,
        why=why,
        provision="Art. 33(5)",
        authority=authority,
        by=by,
    )


def _controllers(data_map: DataMap, radius: BlastRadius, position: Position, clock: Clock) -> Iterator[Duty]:
    if position is Position.PROCESSOR:
        acted_for = controllers_of(radius, Role.PROCESSOR, Role.SUB_PROCESSOR, Role.UNCLEAR)
        others = tuple(name for name in acted_for if name not in data_map.inside)
        yield Duty(
            duty=DutyKind.CONTROLLER,
            title="Tell the controller",
            verdict=Verdict.MUST,
            why="A processor tells its controller of every breach, whatever the risk. Contracts set hours.",
            provision="Art. 33(2)",
            authority=Authority.LAW,
            by=clock.first,
            parties=others,
            questions=() if others else ("For whom is this data processed? The map does not say.",),
        )
    entrusted = tuple(
        one.party
        for one in radius.answerable
        if not one.ours and one.role in (Role.PROCESSOR, Role.SUB_PROCESSOR)
    )
    if position.ours and entrusted and radius.operator in data_map.inside:
        yield Duty(
            duty=DutyKind.CONTROLLER,
            title="Tell those for whom the organisation works",
            verdict=Verdict.MUST,
            why="Some of the data is held for others: a processor tells them of a breach, whatever the risk.",
            provision="Art. 33(2)",
            authority=Authority.LAW,
            parties=tuple(dict.fromkeys(entrusted)),
        )


def _bystander(data_map: DataMap, radius: BlastRadius, position: Position) -> Iterator[Duty]:
    if position is Position.BYSTANDER:
        name = data_map.name(f"party:{radius.operator}")
        yield Duty(
            duty=DutyKind.CONTROLLER,
            title=f"Ask {name} what happened",
            verdict=Verdict.PRESUMABLY,
            why=f"People may ask us about it. Find out what {name} lost and whom it tells, stop sending "
            "until it is safe, and check that nothing of ours let it happen.",
            provision="Art. 5(1)(f), 24(1), 32(1)",
            authority=Authority.ASSUMPTION,
            parties=(radius.operator,),
            questions=(f"What does the agreement with {name} say about breaches?",),
        )


def _processor(data_map: DataMap, radius: BlastRadius, position: Position) -> Iterator[Duty]:
    acts = [one for one in radius.answerable if one.ours and one.role in (Role.PROCESSOR, Role.SUB_PROCESSOR)]
    if not (position.ours and acts):
        return
    name = data_map.name(f"party:{radius.operator}")
    through = " through the processor that engaged it" if acts[0].role is Role.SUB_PROCESSOR else ""
    yield Duty(
        duty=DutyKind.PROCESSOR,
        title=f"Have {name} tell what it knows",
        verdict=Verdict.MUST,
        why=f"{name} works on our instructions: it must tell us of the breach without undue delay and help "
        f"us to answer for it{through}. Our own time runs from when we knew, as guidance has it.",
        provision="Art. 33(2), 28(3)(f)",
        authority=Authority.LAW,
        parties=(radius.operator,),
        questions=(
            f"When did {name} know, and when did it tell us? What does the contract say about hours?",
            f"Which other customers of {name} are hit, and has it stopped the breach?",
        ),
    )


def _joint(data_map: DataMap, radius: BlastRadius, position: Position) -> Iterator[Duty]:
    known = [one.party for one in radius.answerable if one.role is Role.JOINT_CONTROLLER]
    others = tuple(name for name in dict.fromkeys(known) if name != data_map.info.controller)
    if not (position.ours and others):
        return
    names = ", ".join(data_map.name(f"party:{name}") for name in others)
    yield Duty(
        duty=DutyKind.JOINT_CONTROLLER,
        title=f"Agree with {names} who tells whom",
        verdict=Verdict.PRESUMABLY,
        why="Joint controllers settle between them who meets which duty. Until that is clear each is liable: "
        "let the time not run out over it.",
        provision="Art. 26(1), (3)",
        authority=Authority.ASSUMPTION,
        parties=others,
        questions=(f"What does the arrangement with {names} say about breaches?",),
    )


def _recipients(data_map: DataMap, radius: BlastRadius, circumstances: Circumstances) -> Iterator[Duty]:
    next_ones = tuple(
        one.party for one in radius.downstream if one.steps == 1 and one.party not in data_map.inside
    )
    if not next_ones:
        return
    altered = circumstances.integrity in (Integrity.ALTERED, Integrity.RECOVERABLE, Integrity.FOR_GOOD)
    if altered:
        verdict, why = (
            Verdict.PRESUMABLY,
            "They get this data and may act on what was altered: have them wait.",
        )
    elif circumstances.integrity is Integrity.NONE:
        verdict, why = (
            Verdict.NEED_NOT,
            "Nothing was altered, so nobody acts on wrong data. See that none is hit next.",
        )
    else:
        verdict, why = Verdict.ASK, "They get this data and may act on it: was anything altered?"
    yield Duty(
        duty=DutyKind.RECIPIENTS,
        title="Warn those who get the data",
        verdict=verdict,
        why=why,
        provision="Art. 5(1)(d), 19, 32(1)",
        authority=Authority.ASSUMPTION,
        parties=next_ones,
    )


def _others(data_map: DataMap, radius: BlastRadius, circumstances: Circumstances) -> Duty:
    asks = ["Does a contract or a policy of insurance ask for notice, and by when?"]
    if circumstances.malicious is not Answer.NO:
        asks.insert(
            0,
            "Was it a crime? Then tell the police, keep the evidence, and ask whether word to people has to "
            "wait: Art. 34(1) yields as far as it would prejudice an inquiry (DPA 2018 Sch. 2 para. 2).",
        )
    data = dict.fromkeys([*radius.data])
    if any(context_of(data_map, name).highest == _FINANCIAL for name in data):
        asks.append("Can banks or card schemes still stop a fraud with this data?")
    asks.append(
        "Does another regulator ask for a report: of finance, housing, essential services, or another "
        "country?"
    )
    asks.append("Has the data protection officer been drawn in (Art. 38(1))?")
    return Duty(
        duty=DutyKind.OTHERS,
        title="Think of others",
        verdict=Verdict.ASK,
        why="Data protection law does not decide these; they depend on what happened and what was agreed.",
        provision="contracts and other law",
        authority=Authority.ASSUMPTION,
        questions=tuple(asks),
    )
