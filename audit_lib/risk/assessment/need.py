"""Step 1 of an impact assessment: why one is needed, sign by sign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...model.criterion import Criterion
from ...model.document import Section, Sentence
from ...model.document_words import paragraph, section
from ...model.noun import Answer
from ...model.screening import Evidence, Met, Outcome, Screening, Sign
from ...model.words import raised
from ...notice.drafting.words import listed, say
from .subject import Subject
from .words import OWNER, fill, line, table, told

#: What an outcome means, in one sentence.
OUTCOMES: Final = {
    Outcome.REQUIRED: "An impact assessment is required",
    Outcome.PRESUMED: "An impact assessment is presumed to be needed, since two or more criteria are met",
    Outcome.NOT_DECIDABLE: "What is known does not decide whether an impact assessment is needed",
    Outcome.NOT_INDICATED: "Nothing that the law and the guidance look at calls for an impact assessment",
}


def need(subject: Subject) -> Section:
    """Return the section that says what the activity aims at and whether an assessment is needed.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.assessment.subject import subject
    >>> need(subject(example_map(), "letting-work", dt.date(2026, 11, 22), [])).heading
    'Step 1. Identify the need for an assessment'
    """
    screening = subject.screening
    aim = told(subject.cells["purpose"], OWNER, "what the activity aims to achieve")
    asked: dict[str, Sign] = {}
    shown = [sign for sign in (*screening.cases, *screening.operations) if sign.met is not Met.NOT_MET]
    return section(
        "Step 1. Identify the need for an assessment",
        paragraph(say("What it aims to achieve:", [subject.here]), *aim),
        paragraph(*outcome_lines(screening)),
        paragraph(say("The nine criteria (WP 248 rev. 01); two are enough for a presumption")),
        table(
            ("Criterion", "Met", "Why"), [_row(sign, asked) for sign in screening.criteria], (1.5, 0.7, 2.8)
        ),
        paragraph(say("What the law (Art. 35(3)) and the regulator's list (Art. 35(4)) require one for"))
        if shown
        else None,
        table(("Kind of processing", "Met", "Why"), [_row(sign, asked) for sign in shown], (1.5, 0.7, 2.8)),
        paragraph(*_not_met(screening)),
    )


def outcome_lines(screening: Screening) -> list[Sentence]:
    """Return what the screening comes to, why, and where what is recorded says something else.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.screening import screen
    >>> outcome_lines(screen(example_map(), "letting-work"))[0].text
    'What is known does not decide whether an impact assessment is needed.'
    """
    here = [f"activity:{screening.activity}"]
    why = f": {listed(screening.why)}" if screening.outcome is Outcome.REQUIRED else ""
    found = [say(f"{OUTCOMES[screening.outcome]}{why}.", here)]
    needed = screening.outcome in (Outcome.REQUIRED, Outcome.PRESUMED)
    if screening.recorded is Answer.NO and needed:
        found.append(
            fill(
                OWNER, "why none is needed all the same, since the map records that it is not required", here
            )
        )
    if screening.recorded is Answer.YES and not needed:
        found.append(say("The map records that one is required, whatever the signs say.", here))
    return found


def _row(sign: Sign, asked: dict[str, Sign]) -> tuple[list[Sentence], list[Sentence], list[Sentence]]:
    why = [*map(_words, sign.evidence)]
    for question in sign.ask:
        first = asked.setdefault(question, sign)
        why.append(_question(sign, question) if first is sign else say(f"Depends on: {first.name}."))
    law = [say(f"({sign.law})")] if sign.law.startswith("UK GDPR Art. 35(3)") else []
    return [line(raised(sign.name)), *law], [say(raised(sign.met.value))], list(dict.fromkeys(why))


def _question(sign: Sign, question: str) -> Sentence:
    """Return what is asked; how many people there are is asked where the people are listed."""
    if sign.sign is Criterion.LARGE_SCALE and question.startswith("How many"):
        return say("Depends on how many people there are: to be filled in under step 2.")
    return fill(OWNER, question.rstrip("?"))


def _words(evidence: Evidence) -> Sentence:
    cited = f" ({'clause' if len(evidence.clauses) == 1 else 'clauses'} {', '.join(evidence.clauses)})"
    text = f"{evidence.text}{cited if evidence.clauses else ''}"
    return line(text, *evidence.rests, *(f"clause:{clause}" for clause in evidence.clauses))


def _not_met(screening: Screening) -> Iterable[Sentence]:
    names = [sign.name for sign in (*screening.cases, *screening.operations) if sign.met is Met.NOT_MET]
    if names:
        yield say(f"Looked at and not met: {'; '.join(names)}.", [f"activity:{screening.activity}"])
