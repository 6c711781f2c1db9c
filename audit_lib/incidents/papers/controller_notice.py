"""Between processor and controller: the word that a breach has happened (Art. 33(2)), and what to ask."""

from __future__ import annotations

import datetime as dt
from typing import Final

from ...errors import ParameterError
from ...model.blast_radius import Answerable
from ...model.breach import BreachRecord
from ...model.data_map import DataMap
from ...model.document import Document, Section
from ...model.document_words import bullets, paragraph, say, section
from ...model.incident import IncidentAssessment
from ...model.words import listed
from .notification_answers import contact_point
from .notification_facts import about_the_breach, consequences, cyber, the_data
from .paper import INVESTIGATOR, Paper, paper, when
from .words import Cells, answers, confirm, fill, given

#: What a controller needs from a processor for its own report (Art. 33(3)), in the order of the report.
ASKED: Final = (
    (
        "What happened",
        (
            "What happened, and how?",
            "When did it begin, and when did it end? If it has not ended, what is being done?",
            "When did you become aware of it, and how?",
            "Where did it happen: in which system, in which country, at which sub-processor?",
        ),
    ),
    (
        "Our data in it",
        (
            "Which kinds of our data are concerned, and which are surely not?",
            "Whose data is it: which kinds of people, and about how many of each?",
            "About how many records are concerned?",
            "Was the data encrypted, and is the key safe?",
            "Has it been seen, copied, altered, lost or published? By whom, as far as you know?",
            "Can you give us, by a safe way, the list of the people concerned?",
        ),
    ),
    (
        "What follows, and what you do",
        (
            "What may follow for the people concerned? Has anybody been harmed so far?",
            "What have you done to end it and to limit its effects, and what will you do by when?",
            "Which sub-processors are concerned, and what have they told you?",
            "Have the police, a regulator or other customers been told? When?",
            "Which logs and other evidence do you keep, and for how long?",
        ),
    ),
    (
        "Who answers",
        (
            "Whom can we ask, at any hour, by telephone and by e-mail?",
            "When do we hear from you next, even if nothing new is known?",
        ),
    ),
)


def draft_controller_notice(
    data_map: DataMap,
    assessment: IncidentAssessment,
    *,
    as_of: dt.date,
    controller: str | None = None,
    record: BreachRecord | None = None,
) -> Document:
    """Draft what a processor tells its controller of a breach, without undue delay and whatever the risk.

    Parameters
    ----------
    data_map, assessment
        The map of the processor, and the assessment made with it.
    as_of
        The day, or the moment, of the notice.
    controller
        The controller that is told: a party of the map that answers for exposed data. Left out: the one
        that there is. It reads of its own data alone.
    record
        The entry of the register.

    Raises
    ------
    ParameterError
        No controller of the exposed data fits, or several do and none is named.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.assess import assess_incident
    >>> from audit_lib.model.circumstances import Circumstances
    >>> facts = Circumstances(party="court", aware=dt.datetime(2026, 11, 20, 14, 35))
    >>> assessed = assess_incident(example_map(), facts, dt.date(2026, 11, 22))
    >>> draft_controller_notice(example_map(), assessed, as_of=dt.date(2026, 11, 22), controller="agent")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: controller ...
    """
    about = paper(data_map, assessment, as_of, record)
    told = _controller(about, controller)
    about = _of_theirs(about, told)
    name = about.name("party", told.party)
    parts = [
        _word(about, told, name),
        about_the_breach(about, mine=False),
        the_data(about),
        consequences(about, mine=False),
        cyber(about),
        _rest(about),
    ]
    return about.written(f"Notice of a personal data breach to {name}", parts)


def _controller(about: Paper, named: str | None) -> Answerable:
    found = {row.party: row for row in about.assessment.radius.answerable if not row.ours}
    if named is None and len(found) == 1:
        return next(iter(found.values()))
    if named in found:
        return found[named]
    known = ", ".join(found)
    if not found:
        message = "Nobody but this organisation answers for the exposed data: there is no controller to tell."
    elif named is None:
        message = f"Several controllers answer for the exposed data; name one of {known}."
    else:
        message = f'"{named}" does not answer for the exposed data; name one of {known}.'
    raise ParameterError.at("controller", message)


def _of_theirs(about: Paper, told: Answerable) -> Paper:
    """Return the paper with this controller's data alone: that of others is not its business.

    Numbers that were given for the whole breach say nothing of a part of it, and are left out then.
    """
    radius, facts = about.assessment.radius, about.assessment.circumstances
    rows = [
        row.model_copy(update={"data": tuple(one for one in row.data if one in told.data)})
        for row in radius.exposed
        if row.subject in told.subjects
    ]
    theirs = radius.model_copy(update={"exposed": tuple(row for row in rows if row.data), "unseen": ()})
    if theirs.exposed == radius.exposed:
        return about
    unnumbered = facts.model_copy(update={"people": None, "records": None})
    assessment = about.assessment.model_copy(update={"radius": theirs, "circumstances": unnumbered})
    return about._replace(assessment=assessment)


def _word(about: Paper, told: Answerable, name: str) -> Section:
    aware = when(about.assessment.circumstances.aware)
    return section(
        f"To {name}",
        paragraph(
            say(f"{about.organisation} became aware on {aware} of a breach of personal data {about.place}."),
            say(f"It concerns data that we process for {name} (UK GDPR Art. 33(2)).", f"party:{told.party}"),
            say("You decide whether the regulator and the people are told. We help (Art. 28(3)(f))."),
        ),
        paragraph(
            confirm(f"that the data of {name} is concerned"),
            fill("how and where the contract asks for this notice to be sent, and within how many hours"),
        ),
    )


def _rest(about: Paper) -> Section:
    facts, record = about.assessment.circumstances, about.record
    done = [given(measure) for measure in facts.measures]
    if record and record.action:
        done.append(given(record.action))
    none = fill("what has been done so far, and what is planned", INVESTIGATOR)
    rows: list[tuple[str, Cells]] = [
        ("What has been done?", done or [none]),
        ("Sub-processors", [fill("which are concerned, and what they said, or none", INVESTIGATOR)]),
        ("Whom to ask", contact_point(about)),
        ("Next report", [fill("by when", about.lead)]),
    ]
    return section("What has been done, and who answers", answers(rows))


def draft_processor_questions(
    data_map: DataMap,
    assessment: IncidentAssessment,
    *,
    as_of: dt.date,
    record: BreachRecord | None = None,
) -> Document:
    """Draft what a controller asks of a processor or another party that has been breached.

    The questions are those that the controller's own report has to answer (Art. 33(3)), with what the map
    says that this party has, to be confirmed or corrected.

    Parameters
    ----------
    data_map, assessment, as_of, record
        As for `draft_controller_notice`.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.assess import assess_incident
    >>> from audit_lib.model.circumstances import Circumstances
    >>> facts = Circumstances(party="referencer", aware=dt.datetime(2026, 11, 20, 14, 35))
    >>> assessed = assess_incident(example_map(), facts, dt.date(2026, 11, 22))
    >>> draft_processor_questions(example_map(), assessed, as_of=dt.date(2026, 11, 22)).title
    'Questions to Referencer about a personal data breach'
    """
    about = paper(data_map, assessment, as_of, record)
    operator = about.assessment.radius.operator
    if operator in data_map.inside:
        message = f"{about.hit} is run by the organisation itself: there is no other party to ask."
        raise ParameterError.at("party", message)
    name = about.name("party", operator)
    rows = [
        (
            about.name("party", row.subject),
            [say(f"{listed(about.name('data', one) for one in row.data)}.", f"party:{row.subject}")],
        )
        for row in assessment.radius.exposed
    ]
    asked = [section(heading, bullets(say(text) for text in texts)) for heading, texts in ASKED]
    known = section(
        "What our records say that you have",
        paragraph(say("Please confirm or correct this.")),
        answers(rows) or paragraph(fill("which data of ours you have")),
    )
    return about.written(
        f"Questions to {name} about a personal data breach", [_why(about, name), *asked, known]
    )


def _why(about: Paper, name: str) -> Section:
    due = about.due
    clock = say(f"Our own time to report ends on {when(due)}.") if due else None
    return section(
        f"To {name}",
        paragraph(
            say(f"We learned on {when(about.assessment.circumstances.aware)} of a breach {about.place}."),
            clock,
        ),
        paragraph(
            say(
                "Please answer what you can now, and say what you do not know yet. Send the rest as it comes."
            ),
            say(
                "A processor tells its controller of a breach without undue delay (Art. 33(2)) and helps it "
                "with its own duties (Art. 28(3)(f))."
            )
            if about.assessment.radius.operator in about.data_map.processors
            else None,
            fill("where answers go, by a safe way", about.lead),
        ),
    )
