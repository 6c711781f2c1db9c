"""Step 7 of an impact assessment: who signs what, and whether the regulator has to be asked first."""

from __future__ import annotations

from ...model.day import long_date
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.noun import Gap, Stance
from ...model.words import lowered
from ...notice.drafting.words import listed, say
from .risks import high_residual
from .subject import Subject
from .words import APPROVER, OWNER, Cells, fill, given, line, table


def sign_off(subject: Subject) -> Section:
    """Return the section that is signed.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> sign_off(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Step 7. Sign off and record outcomes'
    """
    dpia, here, officer = subject.activity.dpia, subject.here, subject.officer
    signed = _signed(subject)
    advice = _as_above(given(dpia.advice, officer, "a summary of the advice", here))
    views = _as_above(given(dpia.views, OWNER, "what was said", here))
    rows: list[tuple[str, Cells, str]] = [
        (
            "Measures approved by",
            signed,
            "Put the actions into the plan, with a date and somebody responsible.",
        ),
        ("Residual risks approved by", signed, "A high residual risk needs the regulator first (Art. 36)."),
        (
            "Advice of the data protection officer",
            advice,
            "On compliance, the measures of step 6, and whether to go on.",
        ),
        (
            "Advice accepted or overruled by",
            [fill(APPROVER, "who, when, and why if overruled")],
            "Give reasons if overruled.",
        ),
        ("Responses of the people consulted", views, "Give reasons where the decision departs from them."),
        ("Reviewed by", [fill(APPROVER, "who keeps this under review, and when next")], _review(subject)),
    ]
    shown = [([say(item)], cell, [say(note)]) for item, cell, note in rows]
    return section(
        "Step 7. Sign off and record outcomes",
        table(
            ("Item", "Name, position, date, signature", "Notes"),
            shown,
            (1.5, 2.2, 1.9),
            "Who approves, who advises, and what each decides",
        ),
    )


def _as_above(cell: list[Sentence]) -> list[Sentence]:
    """Return what is known of a consultation; what is not, is asked in step 3 and not again."""
    return [say("To be filled in under step 3.")] if any(sentence.gap for sentence in cell) else cell


def _signed(subject: Subject) -> Cells:
    dpia, here = subject.activity.dpia, subject.here
    if isinstance(dpia.approved_by, Gap) and isinstance(dpia.approved_on, Gap):
        return [fill(APPROVER, "name, position and date", [here])]
    who = given(dpia.approved_by, APPROVER, "name and position", here)
    day = dpia.approved_on
    when = [fill(APPROVER, "date", [here])] if isinstance(day, Gap) else [say(long_date(day), [here])]
    return [*who, *when]


def _review(subject: Subject) -> str:
    return (
        "Look again when the map changes: the contents named at the head are then others"
        f" than {subject.data_map.sha256[:12]}."
    )


def consult_regulator(subject: Subject) -> Section | None:
    """Return what to do before the start where a high risk remains (Art. 36); None where none does.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> consult_regulator(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])) is None
    True
    """
    left = high_residual(subject)
    if not left:
        return None
    info = subject.data_map.info
    named = f" ({subject.name('party', info.regulator)})" if info.regulator else ""
    who = f"the regulator{named}"
    refs = [f"party:{info.regulator}"] if info.regulator else []
    under_way = subject.activity.stance in (Stance.STATED, Stance.RECORDED)
    numbers = {risk.id: f"R{at}" for at, risk in enumerate(subject.risks.risks, start=1)}
    risks = listed(f"{numbers[risk.id]} {lowered(risk.title)}" for risk in left)
    return section(
        "A high risk remains: consult the regulator first, or lower it",
        paragraph(say(f"High with the measures that the map knows: {risks}.", [subject.here])),
        bullets(
            [
                say(
                    f"Unless further measures lower them, {who} has to be consulted before the processing "
                    "begins (UK GDPR Art. 36(1)), with what Art. 36(3) lists: this assessment, the purposes "
                    "and means, the measures, and who is responsible for what.",
                    refs,
                ),
                *([line("The map shows the processing as under way.", subject.here)] if under_way else []),
                fill(
                    APPROVER,
                    "which further measures are taken and by when, or when the regulator was consulted",
                ),
            ]
        ),
        set_apart=True,
    )
