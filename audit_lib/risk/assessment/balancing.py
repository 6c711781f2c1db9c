"""The balancing test of legitimate interests: what the map shows for and against; the rest is a person's."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.criterion import Criterion
from ...model.data import Sensitivity
from ...model.day import long_date
from ...model.document import Section, Sentence
from ...model.document_words import paragraph, section
from ...model.finding import Severity
from ...model.flow import Role
from ...model.noun import Confidence, Gap, Stance
from ...model.retention import Retention
from ...model.rights import RightKind
from ...model.risk import Level
from ...model.screening import Met
from ...model.words import counted, raised
from ...notice.drafting.words import listed, say
from ...records.grounds import sensitivities
from ...records.schedule import retention_of
from ...records.security import is_general
from .describe import notice_lines, relationship, standing
from .necessity import less_of_it, less_safeguards
from .subject import Subject
from .words import APPROVER, OWNER, Cells, fill, given, line, table, told

_SURE = (Stance.STATED, Stance.RECORDED)


def balancing_test(subject: Subject) -> tuple[Section, ...]:
    """Return part 3: the data, what people expect, the likely impact, the safeguards, for and against.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> found = balancing_test(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))
    >>> [one.heading for one in found]
    ['Part 3. Balancing test', 'What speaks for and against', 'Outcome']
    """
    expect = "whether people would expect this use, and be surprised or harmed by it"
    rows: list[tuple[str, Cells]] = [
        ("Nature of the data", _nature(subject)),
        ("Relationship with the people", relationship(subject)),
        ("Children and vulnerable people", standing(subject) or _who_is_there(subject)),
        ("What people are told", notice_lines(subject)),
        ("What they reasonably expect", given(subject.activity.expectations, OWNER, expect, subject.here)),
        ("Likely impact", _impact(subject)),
        ("Safeguards", told(subject.cells["security"], OWNER, "which measures protect the data")),
        ("Less data, or less telling data", less_of_it(subject)),
        ("How they can object", objecting(subject)),
    ]
    return (
        section(
            "Part 3. Balancing test",
            table((), [[[say(a)], b] for a, b in rows], (1.25, 3.75), "What it means for people"),
        ),
        for_and_against(subject),
        _outcome(subject),
    )


def _nature(subject: Subject) -> list[Sentence]:
    return [line(e.text, *e.rests) for e in subject.sign(Criterion.SENSITIVE_DATA).evidence]


def _who_is_there(subject: Subject) -> list[Sentence]:
    asked = subject.sign(Criterion.VULNERABLE_PEOPLE).ask
    return [fill(OWNER, question.rstrip("?"), [subject.here]) for question in asked]


def _impact(subject: Subject) -> list[Sentence]:
    found = [
        line(f"{raised(r.residual.level.value)}: {r.title}. {r.harm_to_people}", *r.about[:20])
        for r in subject.risks.risks
    ]
    more = fill(OWNER, "how likely and how bad the effect on people is that the map cannot show")
    return [*found, more]


def objecting(subject: Subject) -> list[Sentence]:
    """Return by which doors people can object, as the map has them.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> objecting(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))[0].gap
    True
    """
    doors, rests = _doors(subject)
    if doors:
        return [line(f"By {doors}", *rests)]
    return [fill(OWNER, "how people can object, and how easily", rests)]


def _doors(subject: Subject) -> tuple[str, list[str]]:
    """Return by which doors people can object, and the rights that say so."""
    rights = [
        right
        for right in subject.data_map.rights
        if right.right is RightKind.OBJECTION and right.stance is not Stance.EXPECTED
    ]
    doors = listed(subject.names("channel", (name for right in rights for name in right.channels)))
    return doors, [f"right:{right.id}" for right in rights]


def for_and_against(subject: Subject) -> Section:
    """Return what the map shows that speaks for the processing, and beneath it what speaks against it.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> made = for_and_against(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))
    >>> [row[1][0].text for row in made.blocks[1].rows]
    ['Data comes from the people themselves: Tenants.', 'No period is set for: Identity and Arrears.']
    """
    nothing = [say("Nothing that the map shows.")]
    sides = (("For", list(_for(subject))), ("Against", list(_against(subject))))
    rows = [([say(side)], found or nothing) for side, found in sides]
    return section(
        "What speaks for and against",
        paragraph(say("From the map alone, in no order of weight; weighing it is for a person.")),
        table((), rows, (1.25, 3.75), "What speaks for the processing, and what against"),
    )


def _for(subject: Subject) -> Iterator[Sentence]:
    data_map, activity = subject.data_map, subject.activity
    direct = [f for f in subject.facts if f.sender in f.subjects and f.sender in data_map.individuals]
    if direct:
        yield relationship(subject)[0]
    told_by = [f"clause:{name}" for name in subject.clauses]
    if told_by and activity.stance is Stance.STATED:
        yield say(f"The notice tells of it in {counted(len(told_by), 'sentence')}.", told_by)
    if sensitivities(data_map, activity) <= {Sensitivity.ORDINARY}:
        yield say("All of the data is of an ordinary kind.", [subject.here])
    if not subject.outside:
        yield say("Nobody outside receives the data.", [subject.here])
    periods = [r for r in _periods(subject) if r and r.stance in _SURE and not isinstance(r.period, Gap)]
    if periods and len(periods) == len(_periods(subject)):
        yield say("A period is set for all of the data.", [f"retention:{r.id}" for r in periods])
    kept = [s for s in less_safeguards(subject) if not is_general(s)]
    if kept:
        yield line(f"Less data: {listed(s.name for s in kept)}", *(f"safeguard:{s.id}" for s in kept))
    helped = dict.fromkeys(name for risk in subject.risks.risks for name in risk.measures)
    if helped:
        names = listed(subject.names("safeguard", helped))
        yield say(f"Measures lower a risk: {names}.", [f"safeguard:{name}" for name in helped])
    doors, rests = _doors(subject)
    if doors:
        yield line(f"People can object: by {doors}", *rests)
    if not isinstance(activity.expectations, Gap):
        yield line(f"On record about what people expect: {activity.expectations}", subject.here)


def _against(subject: Subject) -> Iterator[Sentence]:
    yield from _against_data(subject)
    yield from _against_sharing(subject)
    live = [f for f in subject.findings if f.counts and f.confidence is not Confidence.ASK]
    high = [f for f in live if f.severity is Severity.HIGH]
    if high:
        about = [reference for finding in high for reference in finding.about][:20]
        yield line(f"Findings of high severity are open: {listed(f.title for f in high)}", *about)
    left = [risk for risk in subject.risks.risks if risk.residual.level is Level.HIGH]
    if left:
        names = listed(risk.title for risk in left)
        yield line(f"A high risk remains: {names}", *(ref for risk in left for ref in risk.about[:5]))
    for criterion in (Criterion.EVALUATION, Criterion.SYSTEMATIC_MONITORING, Criterion.MATCHING):
        sign = subject.sign(criterion)
        if sign.met is Met.MET:
            yield line(f"{raised(sign.name)}: {sign.evidence[0].text}", *sign.evidence[0].rests)


def _against_data(subject: Subject) -> Iterator[Sentence]:
    """Yield what the data and the people have that calls for care."""
    sensitive = subject.sign(Criterion.SENSITIVE_DATA)
    if sensitive.met is Met.MET:
        for evidence in sensitive.evidence:
            yield line(evidence.text, *evidence.rests)
    vulnerable = subject.sign(Criterion.VULNERABLE_PEOPLE)
    if vulnerable.met is Met.MET:
        for evidence in vulnerable.evidence:
            yield line(f"Particular care is due: {evidence.text}", *evidence.rests)
    inside, people = subject.data_map.inside, subject.data_map.individuals
    others = [f for f in subject.facts if f.recipient in inside and f.sender not in inside | people]
    if others:
        names = listed(subject.name("party", flow.sender) for flow in others)
        yield say(f"Data comes from others than the people: {names}.", [f"flow:{flow.id}" for flow in others])
    handled = (*subject.activity.data, *subject.activity.creates)
    open_ended = [
        name
        for name, found in zip(dict.fromkeys(handled), _periods(subject), strict=True)
        if found is None or isinstance(found.period, Gap)
    ]
    if open_ended:
        yield say(f"No period is set for: {listed(subject.names('data', open_ended))}.", [subject.here])


def _against_sharing(subject: Subject) -> Iterator[Sentence]:
    """Yield who gets the data and decides for themselves, and where it goes abroad unprotected."""
    deciding = (Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.UNCLEAR)
    facts = set(subject.facts)
    free = [r for r in subject.outside if r.role in deciding and facts.intersection(r.flows)]
    if free:
        names = listed(subject.name("party", r.party) for r in free)
        refs = [f"flow:{flow.id}" for r in free for flow in r.flows]
        yield say(f"Recipients that decide for themselves, or may do so: {names}.", refs)
    if not subject.clauses and subject.data_map.clauses:
        yield say("No sentence of the notice is cited for it.", [subject.here])


def _periods(subject: Subject) -> list[Retention | None]:
    """Return the statement of retention for each category that the activity names."""
    handled = dict.fromkeys((*subject.activity.data, *subject.activity.creates))
    return [retention_of(subject.data_map, subject.activity, name) for name in handled]


def _outcome(subject: Subject) -> Section:
    activity, here = subject.activity, subject.here
    weigh = "which weighs more, and why; whether the processing can rest on legitimate interests"
    filed = "where the signed assessment is filed"
    rows: list[tuple[str, Cells]] = [
        ("Balance", given(activity.balance, APPROVER, weigh, here)),
        ("On file", given(activity.lia, OWNER, filed, here)),
        ("Advice", given(activity.dpia.advice, subject.officer, "the advice given", here)),
        ("Decided by", [fill(APPROVER, "name, position, date and signature")]),
        ("Look again", [fill(APPROVER, "when this is looked at again"), say(_when(subject))]),
    ]
    return section(
        "Outcome",
        table((), [[[say(a)], b] for a, b in rows], (1.25, 3.75), "What is decided, by whom, and until when"),
    )


def _when(subject: Subject) -> str:
    hashed = subject.data_map.sha256[:12]
    return f"And when the map is no longer that of {long_date(subject.as_of)} with the contents {hashed}."
