"""Steps 5 and 6 of an impact assessment: the risks to people, and what is done about them."""

from __future__ import annotations

from ...model.day import long_date
from ...model.document import Section, Sentence
from ...model.document_words import paragraph, section
from ...model.finding import Finding, Status
from ...model.noun import Confidence, Gap
from ...model.risk import Grade, Level, Risk
from ...model.words import raised
from ...notice.drafting.words import listed, say
from .subject import Subject
from .words import APPROVER, OWNER, Cells, fill, line, part, table


def risks(subject: Subject) -> tuple[Section, ...]:
    """Return the section of the risks with likelihood, severity and overall level, and of the findings.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> risks(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))[0].heading
    'Step 5. Identify and assess risks'
    """
    how = (
        "The risks are those of this activity alone. Likelihood and severity are on the "
        "scale of the regulator's template, or on that of the map where it has one."
    )
    rows = [
        (
            [say(f"R{number}. {risk.title}", risk.about[:20]), line(risk.harm_to_people)],
            [say(raised(risk.inherent.likelihood.value))],
            [say(raised(risk.inherent.harm.value))],
            [_level(risk.inherent)],
            [line(risk.inherent.why, *risk.findings)],
        )
        for number, risk in enumerate(subject.risks.risks, start=1)
    ]
    columns = ("Risk, and harm to people", "Likelihood", "Severity", "Overall", "Why")
    other = fill(OWNER, "risks that the map cannot show, and risks to the organisation")
    return (
        section(
            "Step 5. Identify and assess risks",
            paragraph(say(how)),
            paragraph(say("Risks before any measure")) if rows else None,
            table(columns, rows, (2.1, 0.95, 0.95, 0.8, 2.4)),
            paragraph(other),
        ),
        part(
            "What the audit finds in this activity",
            table(
                ("Finding", "Severity", "What to do"),
                map(_finding, subject.findings),
                (3.1, 0.8, 1.9),
                _of_findings(subject),
            )
            or paragraph(say("No finding touches it.", [subject.here])),
        ),
    )


def _of_findings(subject: Subject) -> str:
    number = len(subject.findings)
    return (
        "The finding that touches this activity"
        if number == 1
        else f"The {number:,} findings that touch this activity"
    )


def _level(grade: Grade) -> Sentence:
    return Sentence(text=raised(grade.level.value), level=grade.level)


def _finding(finding: Finding) -> tuple[Cells, Cells, Cells]:
    asked = finding.confidence is Confidence.ASK
    sure = [raised(finding.severity.value), *(["to be asked"] if asked else []), *_status(finding)]
    law = f"{finding.id}; {listed(finding.law)}" if finding.law else finding.id
    return (
        [say(finding.title), line(finding.message, *finding.about), line(law)],
        [say(words) for words in sure],
        [line(finding.remedy)],
    )


def _status(finding: Finding) -> list[str]:
    """Return what has been decided about a finding, if anything has."""
    if finding.status is Status.OPEN or finding.decision is None:
        return []
    return [f"{finding.status.value.replace('-', ' ')} ({finding.decision.owner})"]


def measures(subject: Subject) -> Section:
    """Return the section of what is done about each risk, with its effect and what remains.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> measures(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Step 6. Identify measures to reduce risk'
    """
    rows = [_measure(subject, number, risk) for number, risk in enumerate(subject.risks.risks, start=1)]
    columns = ("Risk", "Measures, and what to do next", "Effect", "Residual risk", "Approved")
    return section(
        "Step 6. Identify measures to reduce risk",
        table(
            columns, rows, (1.4, 2.5, 1.15, 1.05, 0.9), "What is done about each risk, and what remains of it"
        ),
        paragraph(say(f"What is to be decided here is for {APPROVER}."))
        if rows
        else paragraph(say("There is no risk of the catalogue to reduce.", [subject.here])),
    )


def _measure(subject: Subject, number: int, risk: Risk) -> tuple[Cells, Cells, Cells, Cells, Cells]:
    names = listed(subject.names("safeguard", risk.measures))
    refs = [f"safeguard:{name}" for name in risk.measures]
    kept = [say(f"In place: {names}.", refs)] if names else []
    residual = risk.residual
    grade = f"{raised(residual.likelihood.value)}, {residual.harm.value}"
    return (
        [say(f"R{number}. {risk.title}")],
        [*kept, line(risk.residual.why), line(f"Next: {risk.next_step}", *risk.findings)],
        _effect(subject, risk),
        [_level(residual), say(grade)],
        _approved(subject, risk),
    )


def _effect(subject: Subject, risk: Risk) -> list[Sentence]:
    """Return whether a risk is reduced or accepted; whether it can be eliminated is for people to say."""
    one, other = risk.inherent, risk.residual
    accepted = _accepted(subject, risk)
    if (one.likelihood, one.harm) != (other.likelihood, other.harm):
        return [say("Reduced.", [f"safeguard:{name}" for name in risk.measures])]
    if accepted:
        return accepted
    if other.level is Level.LOW:
        return [say("Low as it is: no measure is called for.")]
    return [Sentence(text="[To be decided: eliminate, reduce or accept.]", gap=True)]


def _accepted(subject: Subject, risk: Risk) -> list[Sentence]:
    """Return who has accepted what raises a risk, if all of it has been accepted."""
    bearing = [f for f in subject.findings if f.id in risk.findings]
    if len(bearing) < len(risk.findings) or not bearing:
        return []
    if any(f.status is not Status.ACCEPTED or f.decision is None for f in bearing):
        return []
    return [
        line(f"Accepted by {f.decision.owner}{_until(f)}: {f.decision.reason}", *f.about)
        for f in bearing
        if f.decision
    ]


def _until(finding: Finding) -> str:
    expires = finding.decision.expires if finding.decision else None
    return f" until {long_date(expires)}" if expires else ""


def _approved(subject: Subject, risk: Risk) -> list[Sentence]:
    dpia = subject.activity.dpia
    if not isinstance(dpia.approved_by, Gap):
        day = "" if isinstance(dpia.approved_on, Gap) else f", {long_date(dpia.approved_on)}"
        return [line(f"Yes, by {dpia.approved_by}{day}", subject.here)]
    if risk.inherent.level is Level.LOW:
        return []
    return [Sentence(text="[To be decided: yes or no.]", gap=True)]


def high_residual(subject: Subject) -> list[Risk]:
    """Return the risks that stay high with the measures that the map knows.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> [r.id for r in high_residual(subject(example_map(), "letting-work", dt.date(2026, 11, 22), []))]
    []
    """
    return [risk for risk in subject.risks.risks if risk.residual.level is Level.HIGH]
