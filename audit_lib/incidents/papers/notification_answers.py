"""The report's parts about the organisation: training, what it has done, whom it has told, who it is."""

from __future__ import annotations

from ...model.circumstances import DutyKind, Verdict
from ...model.day import long_date
from ...model.document import Section, Sentence
from ...model.document_words import say, section
from ...model.incident import Duty
from ...model.map_info import Sector
from ...model.noun import Answer, Gap
from ...model.words import listed
from .paper import INVESTIGATOR, REPORTER, Paper, contact_of, when
from .words import Cells, answers, confirm, fill, given, known, plain

_SECTORS = {
    Sector.PRIVATE_LETTING: "Housing: private letting.",
    Sector.SOCIAL_LETTING: "Housing: social letting.",
}


_WHO = {
    DutyKind.CONTROLLER: "the controller for which this organisation acts",
    DutyKind.JOINT_CONTROLLER: "each joint controller",
    DutyKind.PROCESSOR: "each processor concerned",
    DutyKind.RECIPIENTS: "each recipient of the data",
}


def staff(about: Paper) -> Section:
    """Return whether staff were involved, and how they are trained.

    >>> from audit_lib.incidents.example import example_paper
    >>> sum(each.gap for each in staff(example_paper()).sentences())
    2
    """
    record = about.data_map.info.accountability.training_record
    kept = known(record, "what training is given, and where it is recorded", about.lead, "map")
    trained = fill("yes or no; whether trained in data protection in the last two years", INVESTIGATOR)
    rows: list[tuple[str, Cells]] = [
        ("Was a member of staff involved?", [trained]),
        ("What training is given?", [kept if kept.gap else say(f"Record of training: {kept.text}", "map")]),
    ]
    return section("Staff and training", answers(rows))


def action_taken(about: Paper) -> Section:
    """Return what has been done and will be, the time, and who has been told (Art. 33(1), (3)(d)).

    >>> from audit_lib.incidents.example import example_paper
    >>> [each.text for each in action_taken(example_paper()).sentences() if "72 hours" in each.text][1]
    'The 72 hours from awareness end on Monday 23 November 2026, 14:35 (GMT).'
    """
    facts, record = about.assessment.circumstances, about.record
    done = [given(measure) for measure in facts.measures]
    if record and record.action:
        done.append(given(record.action))
    if not done:
        done = [fill("what has been done to contain it and to limit its effects, and when", INVESTIGATOR)]
    rows: list[tuple[str, Cells]] = [
        ("What has been done?", done),
        ("What will stop it from happening again?", [fill("what is planned, by whom and when", about.lead)]),
        ("Reported within 72 hours?", _delay(about)),
        ("Have the people been told?", _people_told(about)),
        ("Who else has been told, or will be?", _others(about)),
    ]
    return section("What has been done, and who has been told", answers(rows))


def _delay(about: Paper) -> Cells:
    due, record = about.due, about.record
    if due is None:
        return [say("No time runs: on what is known, this organisation need not report it.")]
    ended = f"The 72 hours from awareness end on {when(due)}."
    if not about.late:
        return [say(ended)]
    past = say(f"No. The 72 hours from awareness ended on {when(due)}.")
    if record and record.told.late:
        why = listed((reason.words for reason in record.told.late), "and")
        return [past, say(f"Reasons for the delay: {why}.")]
    return [past, fill("the reasons for the delay (Art. 33(1))", about.lead)]


def _people_told(about: Paper) -> Cells:
    told = about.record.told.people if about.record else None
    if told:
        return [say(f"Yes, on {long_date(told)}.")]
    duty = about.assessment.duty(DutyKind.PEOPLE)
    if duty is None or duty.verdict is Verdict.ASK:
        return [fill("yes or no; when and how, or why not", about.lead)]
    if duty.verdict is Verdict.NEED_NOT:
        return [say("No."), given(duty.why)]
    return [fill("when and how they were told or will be", about.lead), given(duty.why)]


def _others(about: Paper) -> Cells:
    others = (DutyKind.CONTROLLER, DutyKind.JOINT_CONTROLLER, DutyKind.PROCESSOR, DutyKind.RECIPIENTS)
    found = [duty for kind in others if (duty := about.assessment.duty(kind))]
    told = [_candidate(about, duty) for duty in found if duty.parties]
    if about.assessment.circumstances.malicious is Answer.YES:
        told.append(fill("whether the police have been told, and their reference", about.lead))
    more = "which other regulators, at home or abroad, insurers or bodies have been told, or none"
    return [*told, fill(more, about.lead)]


def _candidate(about: Paper, duty: Duty) -> Sentence:
    names = listed(about.name("party", party) for party in duty.parties)
    refs = [f"party:{party}" for party in duty.parties]
    return confirm(f"whether {_WHO[duty.duty]} has been told: {names}", *refs)


def about_you(about: Paper) -> Section:
    """Return who reports, and whom the regulator can ask (Art. 33(3)(b)).

    >>> from audit_lib.incidents.example import example_paper
    >>> about_you(example_paper()).sentences()[1].text
    'Agent'
    """
    info = about.data_map.info
    here = f"party:{info.controller}"
    address = known(contact_of(about, info.controller), "the registered address", REPORTER, here)
    sector = info.sector
    trade = fill("the sector", REPORTER) if isinstance(sector, Gap) else None
    named = None if isinstance(sector, Gap) else _SECTORS.get(sector)
    rows: list[tuple[str, Cells]] = [
        ("Organisation (controller)", [say(about.organisation, here)]),
        (
            "Number in the register of fee payers",
            [
                known(
                    info.accountability.fee_registration, "the number, or why none is needed", REPORTER, "map"
                )
            ],
        ),
        ("Address", [address]),
        ("Sector", [trade or (say(named, "map") if named else fill("the sector", REPORTER))]),
        ("Person who reports", [fill("name, post, telephone and e-mail", REPORTER)]),
        ("Data protection officer or other contact point", contact_point(about)),
    ]
    return section("About you", answers(rows))


def contact_point(about: Paper) -> Cells:
    """Return the data protection officer, or who else can be asked (Art. 33(3)(b)).

    >>> from audit_lib.incidents.example import example_paper
    >>> contact_point(example_paper())[0].text
    'The data map names no data protection officer.'
    """
    officer = about.data_map.info.dpo
    if officer is None:
        none = say("The data map names no data protection officer.", "map")
        return [none, fill("name and contact details of whom to ask", about.lead)]
    here = f"party:{officer}"
    contact = contact_of(about, officer)
    if isinstance(contact, Gap):
        return [say(plain(about.name("party", officer)), here), fill("contact details", about.lead, here)]
    named = say(f"{about.name('party', officer)}, {contact}", here)
    return [named, fill("name, direct telephone and e-mail", about.lead)]
