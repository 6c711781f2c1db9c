"""The report of a breach to the regulator (UK GDPR Art. 33(3)), in the order in which the regulator asks.

The order is that of the form "Report a personal data breach" as stored copies show it: ico.org.uk (the online
form in six parts, and what to have ready: breach, staff, data and people, containment); scribd.com, document
456704011 (the Word form: report type, about the breach, discovery, categories, numbers, people);
itgovernance.co.uk, how to report a data breach (impact, training in the last two years, action, others told,
about you). Not all of the online form could be read: its exact order is an assumption, and the paper says so.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from ...law.periods import LONDON
from ...model.breach import BreachRecord
from ...model.circumstances import DutyKind, Verdict
from ...model.data_map import DataMap
from ...model.document import Document, Grid, Section
from ...model.document_words import bullets, paragraph, say, section
from ...model.incident import IncidentAssessment
from .notification_answers import about_you, action_taken, staff
from .notification_facts import about_the_breach, consequences, cyber, the_data
from .paper import REPORTER, Paper, paper, when
from .words import Cells, answers, confirm, fill, given, plain

#: How many open questions stand beside the report.
MOST_QUESTIONS: Final = 8

#: Where each thing that Art. 33(3) asks for stands in the report.
WHERE = (
    ("(a) the nature of the breach; the kinds and numbers of people and of records", "parts 2 and 3"),
    ("(b) the data protection officer or another contact point", "part 8"),
    ("(c) the likely consequences", "part 4"),
    ("(d) the measures taken or proposed, also against its effects", "part 7"),
)


def draft_notification(
    data_map: DataMap,
    assessment: IncidentAssessment,
    *,
    as_of: dt.date,
    record: BreachRecord | None = None,
) -> Document:
    """Draft the report of a breach to the regulator, with a gap for all that is not known yet.

    Every sentence rests on the map, on the circumstances that were given, or on the entry of the register;
    nothing is claimed beyond that. What is missing may follow in phases (Art. 33(4)).

    Parameters
    ----------
    data_map, assessment
        The map, and the assessment made with it.
    as_of
        The day of the draft, or better its moment: after 72 hours the report has to give the reasons for the
        delay (Art. 33(1)). On the last day, a day alone does not say whether it is late.
    record
        The entry of the register: who has been told, effects, measures. One whose regulator has been told
        makes this a follow-up report.

    Returns
    -------
    Document
        In the regulator's order, with the provisions of Art. 33(3) and where each stands.

    Raises
    ------
    ParameterError
        The assessment was made with another map.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.assess import assess_incident
    >>> from audit_lib.model.circumstances import Circumstances
    >>> facts = Circumstances(party="referencer", aware=dt.datetime(2026, 11, 20, 14, 35))
    >>> assessed = assess_incident(example_map(), facts, dt.date(2026, 11, 22))
    >>> made = draft_notification(example_map(), assessed, as_of=dt.date(2026, 11, 22))
    >>> [part.heading for part in made.sections][1:3]
    ['1. About this report', '2. About the breach']
    """
    about = paper(data_map, assessment, as_of, record)
    parts = [
        _the_report(about),
        about_the_breach(about),
        the_data(about),
        consequences(about),
        cyber(about),
        staff(about),
        action_taken(about),
        about_you(about),
        _later(about),
    ]
    parts = [part.model_copy(update={"heading": f"{at}. {part.heading}"}) for at, part in enumerate(parts, 1)]
    last = _ask_first(about)
    title = f"Report of a personal data breach to {about.the_regulator}"
    return about.written(title, [_before(about, parts), *parts, _where(), *([last] if last else [])])


def _before(about: Paper, parts: list[Section]) -> Section:
    """Return what whoever sends the report reads first; it is no part of the report."""
    gaps = sum(sentence.gap for part in parts for sentence in part.sentences())
    duty = about.assessment.duty(DutyKind.REGULATOR)
    rows: list[tuple[str, Cells]] = [
        ("Time", _time(about)),
        ("Does it have to be sent?", [given(duty.why)] if duty else []),
        (
            "Still open",
            [
                say(
                    f"{gaps} places in square brackets. None of them is a reason to wait: what is not "
                    "known may follow (Art. 33(4))."
                )
            ],
        ),
        (
            "How it is sent",
            [
                say(
                    "By the regulator's own form. The parts below follow its order as far as stored "
                    "copies of it show; the form of today may differ."
                )
            ],
        ),
        ("Leave out", [say("Names of people concerned, and copies of their data.")]),
    ]
    return section("Before it is sent", answers(rows), set_apart=True)


def _time(about: Paper) -> Cells:
    due, record = about.due, about.record
    if record and record.told.regulator:
        return [say(f"Told on {when(record.told.regulator)}: what follows is a follow-up report.")]
    if due is None:
        return [say("On what is known, this organisation need not send it, and no time runs.")]
    if about.late:
        late = f"The 72 hours ended on {when(due)}. Send it now, with the reasons for the delay (part 7)."
        return [say(late)]
    left = ""
    if about.moment:
        minutes = int((due - about.moment).total_seconds() // 60)
        left = f" That is in {minutes // 60} hours and {minutes % 60} minutes."
    elif about.day == due.astimezone(LONDON).date():
        left = " That is today; after that moment, the reasons for the delay go with it."
    return [say(f"The 72 hours end on {when(due)}.{left}")]


def _the_report(about: Paper) -> Section:
    record = about.record
    follow_up = bool(record and record.told.regulator)
    case = (record.told.reference if record else None) or ""
    kind: Cells = [say("Initial report. More will follow as it becomes known (Art. 33(4)).")]
    if follow_up:
        number = say(f"Case reference: {plain(case)}.") if case else fill("the case reference", REPORTER)
        kind = [say("Follow-up report."), number]
    rows: list[tuple[str, Cells]] = [
        ("Initial or follow-up report?", kind),
        ("Reason for the report", _reason(about)),
        ("Size of the organisation", [fill("fewer than 250 people, or 250 and more", REPORTER)]),
        (
            "Spoken to the regulator about this before?",
            [] if follow_up else [fill("yes or no; if yes, with whom and when", REPORTER)],
        ),
    ]
    return section("About this report", answers(rows))


def _reason(about: Paper) -> Cells:
    duty = about.assessment.duty(DutyKind.REGULATOR)
    verdict = duty.verdict if duty else Verdict.ASK
    if verdict is Verdict.MUST:
        return [say("A risk to people is likely, so that the breach has to be reported (Art. 33(1)).")]
    if verdict is Verdict.PRESUMABLY:
        return [
            say("A risk to people cannot be called unlikely on what is known (Art. 33(1))."),
            confirm("that the breach is reported for this reason"),
        ]
    if verdict is Verdict.NEED_NOT:
        return [confirm("why it is reported, though on what is known this organisation need not")]
    return [confirm("whether the breach has to be reported, or is reported to be safe")]


def _later(about: Paper) -> Section:
    return section(
        "What follows later",
        paragraph(
            say("What is marked as open above is sent without further undue delay (Art. 33(4))."),
            fill("by when the next report is expected", about.lead),
        ),
    )


def _ask_first(about: Paper) -> Section | None:
    """Return the questions that would change the assessment most; they are for the organisation alone."""
    questions = about.assessment.questions
    if not questions:
        return None
    more = len(questions) - MOST_QUESTIONS
    rest = say(f"{more} more stand in the assessment.") if more > 0 else None
    return section(
        "No part of the report: what to find out first",
        paragraph(say("These answers would change the assessment most.")),
        bullets(given(question) for question in questions[:MOST_QUESTIONS]),
        paragraph(rest),
        set_apart=True,
    )


def _where() -> Section:
    rows = tuple(((say(asked),), (say(place),)) for asked, place in WHERE)
    return section(
        "Where the law's questions are answered",
        Grid(columns=("UK GDPR Art. 33(3)", "In this report"), rows=rows, shares=(3.0, 1.2)),
    )
