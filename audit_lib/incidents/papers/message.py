"""What people are told of a breach of their data (UK GDPR Art. 34(2)), as a letter that anybody can read."""

from __future__ import annotations

import datetime as dt

from ...errors import ParameterError, did_you_mean
from ...law.exemptions import CRIME_AND_TAXATION
from ...law.periods import LONDON
from ...model.blast_radius import ExposedPeople
from ...model.breach import BreachRecord
from ...model.circumstances import Confidentiality, DutyKind, Verdict
from ...model.data import Sensitivity
from ...model.data_map import DataMap
from ...model.day import long_date
from ...model.document import Document, Section, Sentence
from ...model.document_words import bullets, paragraph, say, section
from ...model.incident import IncidentAssessment
from ...model.noun import Answer, Gap
from ...model.party import Vulnerability
from ...model.words import lowered
from .exposed_kinds import FRAUD_KINDS, Kind, exposed_kinds
from .message_words import HAPPENED, MEANS, UNREADABLE, nation_advice
from .paper import Paper, contact_of, paper
from .words import confirm, fill, given, plain


def draft_message(
    data_map: DataMap,
    assessment: IncidentAssessment,
    *,
    subject: str,
    as_of: dt.date,
    record: BreachRecord | None = None,
) -> Document:
    """Draft the letter to people of one kind about a breach: what happened, what may follow, what helps.

    The sentences are short and plain, blame nobody and sell nothing. What people can do follows from the
    kinds of data that were exposed. What nobody has told the workbench is a gap and is never made up: whether
    somebody was harmed, what has been done, whom to ring.

    Parameters
    ----------
    data_map, assessment
        The map, and the assessment made with it.
    subject
        The kind of people: a party of the map whose data is exposed. Each kind gets a letter of its own.
    as_of
        The day, or the moment, of the letter.
    record
        The entry of the register: what has been done, and whether the regulator has been told.

    Returns
    -------
    Document
        With the nature of the breach, the contact point, the likely consequences and the measures
        (Art. 34(2), 33(3)(b)-(d)), and what people can do themselves (rec. 86).

    Raises
    ------
    ParameterError
        The data of these people is not exposed, or the assessment was made with another map.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.assess import assess_incident
    >>> from audit_lib.model.circumstances import Circumstances
    >>> facts = Circumstances(party="referencer", aware=dt.datetime(2026, 11, 20, 14, 35))
    >>> assessed = assess_incident(example_map(), facts, dt.date(2026, 11, 22))
    >>> made = draft_message(example_map(), assessed, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> [part.heading for part in made.sections][1:4]
    ['What happened', 'What information this is about', 'What this could mean for you']
    """
    about = paper(data_map, assessment, as_of, record)
    people = _people(assessment, subject)
    who = "people concerned" if _hushed(data_map, subject) else lowered(about.name("party", subject))
    to = fill(f"name and address of one of the {who}", "", f"party:{subject}")
    why = say("We are writing because something has happened to information about you.")
    return _written(about, people, "A letter about your information", _opening(about, people, to, why))


def draft_public_notice(
    data_map: DataMap,
    assessment: IncidentAssessment,
    *,
    subject: str,
    as_of: dt.date,
    record: BreachRecord | None = None,
) -> Document:
    """Draft the public notice that stands for letters where those would take disproportionate effort.

    It says what the letter says, to the same kind of people (Art. 34(3)(c): people are to be informed in an
    equally effective way). Arguments, answer and errors are those of `draft_message`.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.assess import assess_incident
    >>> from audit_lib.model.circumstances import Circumstances
    >>> facts = Circumstances(party="referencer", aware=dt.datetime(2026, 11, 20, 14, 35))
    >>> assessed = assess_incident(example_map(), facts, dt.date(2026, 11, 22))
    >>> draft_public_notice(example_map(), assessed, subject="tenants", as_of=dt.date(2026, 11, 22)).title
    'A notice about your information'
    """
    about = paper(data_map, assessment, as_of, record)
    people = _people(assessment, subject)
    hushed = _hushed(data_map, subject)
    who = "those concerned" if hushed else lowered(about.name("party", subject))
    to = fill(f"where this is shown so that {who} will see it", about.lead, f"party:{subject}")
    named = "" if hushed else f"This is for {who}. "
    why = say(f"{named}Something has happened to information about you.")
    return _written(about, people, "A notice about your information", _opening(about, people, to, why))


def _hushed(data_map: DataMap, subject: str) -> bool:
    """Say whether to call people what the map calls them could tip them off, or brand them.

    So it is with people whom the organisation deals with in inquiries and under no contract, such as
    suspects (DPA 2018 Sch. 2 para. 2, which holds for Art. 34(1) too).
    """
    kinds = {each.id: each.kind for each in data_map.purposes}
    theirs = [each for each in data_map.activities if subject in each.subjects]
    bound = any(subject in each.contract_with for each in theirs)
    return not bound and any(kinds[each.purpose] in CRIME_AND_TAXATION for each in theirs)


def _offences(data_map: DataMap) -> frozenset[str]:
    named = (each.id for each in data_map.data if each.sensitivity is Sensitivity.CRIMINAL_OFFENCE)
    return frozenset(data_map.atoms(tuple(named)))


def _written(about: Paper, people: ExposedPeople, title: str, opening: Section) -> Document:
    """Return the letter; its foot is plain, for it goes out."""
    unseen = about.assessment.circumstances.confidentiality is Confidentiality.NONE
    open_data = tuple(one for one in people.data if one not in _offences(about.data_map))
    kinds = [] if unseen else list(exposed_kinds(about.data_map, open_data))
    parts = [
        opening,
        _happened(about),
        _information(about, people),
        _could_mean(about, kinds),
        _done(about),
        _can_do(about, people, kinds),
        _talk(about),
    ]
    letter = about.written(title, parts)
    return letter.model_copy(update={"foot": f"{plain(about.organisation, 60)}, {long_date(about.day)}"})


def _people(assessment: IncidentAssessment, subject: str) -> ExposedPeople:
    found = {row.subject: row for row in assessment.radius.exposed}
    if subject not in found:
        hint = did_you_mean(subject, found)
        known = ", ".join(found) or "nobody"
        message = f'No data of "{subject}" is exposed, as the map has it; it is that of {known}.{hint}'
        raise ParameterError.at("subject", message)
    return found[subject]


def _opening(about: Paper, people: ExposedPeople, to: Sentence, why: Sentence) -> Section:
    sorry = say("We are sorry. Here is what we know, and what you can do.")
    day = say(f"{long_date(about.day)}.")
    inquiry = None
    if _hushed(about.data_map, people.subject):
        law = "DPA 2018 Sch. 2 para. 2"
        inquiry = confirm(f"that these people can be told: an inquiry may ask for silence ({law})")
    return section(
        f"From {about.organisation}", paragraph(day), paragraph(to, inquiry), paragraph(why, sorry)
    )


def _happened(about: Paper) -> Section:
    facts, radius = about.assessment.circumstances, about.assessment.radius
    learned = long_date(facts.aware.astimezone(LONDON).date())
    outside = radius.operator not in about.data_map.inside
    place = f" at {about.hit}" if outside else ""
    if facts.system:
        place = f' in a system that we use. We call it "{about.hit}"'
    first = say(f"On {learned} we found out about a data breach{place}.", radius.hit)
    works = None
    if outside and facts.party and radius.operator in about.data_map.processors:
        works = say(f"{about.hit} works for us and uses information about you for that.", radius.hit)
    losses = (facts.confidentiality, facts.integrity, facts.availability)
    told = [say(words) for loss in losses if (words := HAPPENED.get(loss))]
    if not told:
        told = [fill("in one or two short sentences, what happened to the information", about.lead)]
    if facts.encrypted is Answer.YES:
        told.append(say(UNREADABLE))
    own = confirm(f"whether people can be told this: {plain(facts.what, 600)}") if facts.what else None
    return section("What happened", paragraph(first, works), paragraph(*told, own))


def _information(about: Paper, people: ExposedPeople) -> Section:
    every = set(people.data)
    parts = [one for one in people.data if not (about.data_map.below[one] - {one}) & every]
    offences = _offences(about.data_map)
    items = [say(about.name("data", one), f"data:{one}") for one in parts if one not in offences]
    kept_back = None
    if offences & every:
        kept_back = confirm("whether more was among it, and may be told (DPA 2018 Sch. 2 para. 2)")
    lead = say("It is about this information:")
    sure = None
    if not about.assessment.circumstances.data:
        sure = confirm("that all of this is concerned; the data map shows that it was there")
    if people.expected:
        sure = confirm("that this information was there; the data map only expects it")
    return section(
        "What information this is about", paragraph(lead), bullets(items), paragraph(sure, kept_back)
    )


def _losses(about: Paper) -> list[tuple[str, str]]:
    """Return what the loss itself may mean, and what helps, by what is known to be altered or missing."""
    facts = about.assessment.circumstances
    return [MEANS[loss] for loss in (facts.integrity, facts.availability) if loss in MEANS]


def _could_mean(about: Paper, kinds: list[Kind]) -> Section:
    may = dict.fromkeys([kind.may for kind in kinds] + [means for means, _ in _losses(about)])
    harm = confirm("whether we know of anyone who has come to harm, and what we say about it")
    unclear = None if may else fill("what this could mean for people", about.lead)
    return section(
        "What this could mean for you", bullets(say(text) for text in may), paragraph(unclear, harm)
    )


def _done(about: Paper) -> Section:
    facts, record = about.assessment.circumstances, about.record
    done = [given(text) for text in facts.measures]
    if record and record.action:
        done.append(given(record.action))
    sure = confirm("that this can be told to people in these words") if done else None
    none = fill("what we have done, and what we will do next", about.lead)
    regulator = _regulator_told(about)
    return section(
        "What we have done",
        bullets(done or [none]),
        paragraph(regulator, sure),
    )


def _regulator_told(about: Paper) -> Sentence | None:
    record, duty = about.record, about.assessment.duty(DutyKind.REGULATOR)
    if record and record.told.regulator:
        on = long_date(record.told.regulator.astimezone(LONDON).date())
        return say(f"We told {about.the_regulator} on {on}.")
    if duty and duty.verdict in (Verdict.MUST, Verdict.PRESUMABLY):
        return confirm(f"that we have told {about.the_regulator}")
    return None


def _can_do(about: Paper, people: ExposedPeople, kinds: list[Kind]) -> Section:
    every = [tip for kind in kinds for tip in kind.do] + [helps for _, helps in _losses(about)]
    tips = [say(text) for text in dict.fromkeys(every)] or [fill("what people can do", about.lead)]
    if FRAUD_KINDS & {kind.name for kind in kinds}:
        tips += [say(text) for text in nation_advice(about.data_map.info.jurisdiction)]
    if Vulnerability.CHILD in people.vulnerability:
        tips.append(say("Is this about your child? Then please do these things for them."))
    return section("What you can do", bullets(tips))


def _talk(about: Paper) -> Section:
    """Return the contact point (Art. 33(3)(b)), the routes of complaint, and who signs."""
    info = about.data_map.info
    party = info.dpo or info.controller
    contact = contact_of(about, party)
    here = f"party:{party}"
    who = f"our {about.name('party', party)}" if info.dpo else about.organisation
    reach = fill("how people reach us about this, by telephone too", about.lead, here)
    if not isinstance(contact, Gap):
        reach = say(f"You can reach {who} here: {contact.rstrip('.')}.", here)
    phone = None if isinstance(contact, Gap) else confirm("that people can also ring, and the number")
    complain = "You can complain to us."
    if info.regulator:
        route = contact_of(about, info.regulator)
        how = "" if isinstance(route, Gap) else f" ({route.rstrip('.')})"
        complain += f" You can also complain to {about.the_regulator}{how}."
    signed = fill("name and post of who signs", about.lead)
    return section(
        "Who you can talk to",
        paragraph(say("Do you have questions? Do you need help with any of this? Ask us."), reach, phone),
        paragraph(say(complain)),
        paragraph(signed),
    )
