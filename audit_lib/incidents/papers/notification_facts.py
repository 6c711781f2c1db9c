"""The report's parts about the breach itself: what happened, to what data, of whom, and what may follow."""

from __future__ import annotations

from ...model.circumstances import Availability, Confidentiality, DutyKind, Integrity, Verdict
from ...model.data import Sensitivity
from ...model.document import Grid, Section, Sentence
from ...model.document_words import paragraph, say, section
from ...model.noun import Answer, Gap, Stance
from ...model.party import Vulnerability
from ...model.safeguard import Measure, Safeguard
from ...model.words import listed, lowered, raised
from .exposed_kinds import exposed_kinds
from .paper import INVESTIGATOR, Paper, when
from .words import Cells, answers, confirm, fill, given, plain

_SEEN = {
    Confidentiality.NONE: "Not lost.",
    Confidentiality.AT_RISK: "Lost: open to others; there is no sign yet that anybody has looked.",
    Confidentiality.KNOWN_RECIPIENTS: "Lost: disclosed to recipients who are known.",
    Confidentiality.UNKNOWN_RECIPIENTS: "Lost: disclosed to recipients who are not known.",
}
_ALTERED = {
    Integrity.NONE: "Not lost.",
    Integrity.ALTERED: "Lost: data was altered; no wrong use of it is known.",
    Integrity.RECOVERABLE: "Lost: data was altered, and can be put right.",
    Integrity.FOR_GOOD: "Lost: data was altered, and cannot be put right.",
}
_THERE = {
    Availability.NONE: "Not lost.",
    Availability.BRIEF: "Lost for a short time; restored without difficulty.",
    Availability.TEMPORARY: "Lost for a time; the data can be had again.",
    Availability.FOR_GOOD: "Lost for good.",
}


def about_the_breach(about: Paper, *, mine: bool = True) -> Section:
    """Return what happened, how, when, and what stood against it (Art. 33(3)(a)).

    Without `mine` it is for another organisation, which has its own measures and its own form.

    >>> from audit_lib.incidents.example import example_paper
    >>> about_the_breach(example_paper()).sentences()[1].text
    'Agent became aware on Friday 20 November 2026, 14:35 (GMT) of a breach at Agent.'
    """
    facts = about.assessment.circumstances
    radius = about.assessment.radius
    aware = f"{about.organisation} became aware on {when(facts.aware)} of a breach {about.place}."
    cause = given(facts.cause) if facts.cause else fill("how it came about", INVESTIGATOR)
    told = given(facts.what) if facts.what else fill("in a few sentences, what happened", INVESTIGATOR)
    began = say(f"From {when(facts.happened)}.") if facts.happened else fill("when it began", INVESTIGATOR)
    ended = say(f"To {when(facts.ended)}.") if facts.ended else fill("when it ended", INVESTIGATOR)
    rows: list[tuple[str, Cells]] = [
        ("What happened?", [say(aware, radius.hit), told]),
        ("How did it happen?", [cause]),
        ("How was it found?", [fill("who found it, and how", INVESTIGATOR)]),
        ("What was there to prevent it?", _measures_before(about) if mine else []),
        ("Was it a cyber incident?", _cyber(about)),
        ("When did it happen?", [began, ended]),
        ("When was it discovered?", [say(f"{when(facts.aware)}.")]),
    ]
    return section("About the breach", answers(rows))


def _cyber(about: Paper) -> Cells:
    malice = about.assessment.circumstances.malicious
    if malice is Answer.YES:
        return [
            say("It was a deliberate act."),
            fill("whether by way of computers or networks", INVESTIGATOR),
        ]
    if malice is Answer.NO:
        return [say("It was no deliberate act."), confirm("that computers were not attacked")]
    return [fill("yes, no or not known yet", INVESTIGATOR)]


def _measures_before(about: Paper) -> Cells:
    found = [
        each
        for each in about.data_map.safeguards
        if each.measure is not Measure.GENERAL and _bears(about, each)
    ]
    told = [_measure(each) for each in found[:12]]
    if len(found) > 12:
        told.append(say(f"And {len(found) - 12} more, which the data map holds."))
    if not found:
        return [fill("what was in place; the data map names no measure for it", INVESTIGATOR)]
    lead = say("As the data map has it:")
    return [lead, *told, confirm("that these were in place where it happened and on that day")]


def _measure(safeguard: Safeguard) -> Sentence:
    unsure = {Stance.EXPECTED: " (expected, not confirmed)", Stance.UNCLEAR: " (unclear)"}
    return say(f"{plain(safeguard.name)}{unsure.get(safeguard.stance, '')}.", f"safeguard:{safeguard.id}")


def _bears(about: Paper, safeguard: Safeguard) -> bool:
    """Say whether a measure is for what was hit: the party, its systems, the data, or for everything."""
    radius, data_map = about.assessment.radius, about.data_map
    systems = {system for row in radius.exposed for system in row.systems}
    activities = {activity for row in radius.exposed for activity in row.activities}
    places = ((safeguard.parties, {radius.operator}), (safeguard.systems, systems))
    named = [(ids, there) for ids, there in places if ids]
    if safeguard.data:
        named.append((tuple(data_map.atoms(safeguard.data)), set(radius.data)))
    if safeguard.activities:
        named.append((safeguard.activities, activities))
    return all(set(ids) & there for ids, there in named)


def the_data(about: Paper) -> Section:
    """Return which data of whom, and how many (Art. 33(3)(a)).

    >>> from audit_lib.incidents.example import example_paper
    >>> [each.text for each in the_data(example_paper()).sentences() if "40" in each.text]
    ['About 40.']
    """
    facts, radius = about.assessment.circumstances, about.assessment.radius
    records = say(f"About {facts.records:,}.") if facts.records else None
    rows: list[tuple[str, Cells]] = [
        ("How many records?", [records or fill("about how many records", INVESTIGATOR)]),
        ("How many people?", _people(about)),
        ("What kinds of people?", _subjects(about)),
    ]
    boxes = _boxes(about)
    none = fill("which data; the map shows none there", INVESTIGATOR)
    unseen = (
        confirm(f"that {about.names('data', radius.unseen)} was there, which the data map does not show")
        if radius.unseen
        else None
    )
    return section("The data and the people", boxes or paragraph(none), paragraph(unseen), answers(rows))


def _boxes(about: Paper) -> Grid | None:
    radius, data_map = about.assessment.radius, about.data_map
    boxes: dict[str, list[str]] = {}
    for kind, ids in exposed_kinds(data_map, radius.data).items():
        boxes.setdefault(kind.box, []).extend(ids)
    rows = tuple(
        (
            (say(box),),
            tuple(_category(about, one) for one in dict.fromkeys(ids)),
        )
        for box, ids in boxes.items()
    )
    columns = ("The regulator's category", "As the data map calls it")
    return Grid(columns=columns, rows=rows, shares=(1.5, 3.1)) if rows else None


def _category(about: Paper, one: str) -> Sentence:
    marks = {
        Sensitivity.SPECIAL_CATEGORY: " (special category, Art. 9)",
        Sensitivity.CRIMINAL_OFFENCE: " (criminal offence data, Art. 10)",
    }
    mark = marks.get(about.data_map.category[one].sensitivity, "")
    return say(f"{about.name('data', one)}{mark}.", f"data:{one}")


def _people(about: Paper) -> Cells:
    facts, radius = about.assessment.circumstances, about.assessment.radius
    numbers = [row.number for row in radius.exposed]
    if facts.people is not None:
        return [say(f"About {facts.people:,}.")]
    known = [number for number in numbers if not isinstance(number, Gap)]
    if known and len(known) == len(numbers):
        most = f"At most about {sum(known):,}: all whose data may be there, as the data map counts them."
        return [say(most), fill("about how many are concerned", INVESTIGATOR)]
    return [fill("about how many people, or at least how many at most", INVESTIGATOR)]


_VULNERABLE = {
    Vulnerability.CHILD: "children among them",
    Vulnerability.ADULT_AT_RISK: "adults at risk among them",
    Vulnerability.WORKER: "the organisation's own workers",
}


def _subjects(about: Paper) -> Cells:
    told: list[Sentence] = []
    for row in about.assessment.radius.exposed:
        many = [] if isinstance(row.number, Gap) else [f"about {row.number:,} in all, as the map counts them"]
        notes = many + [_VULNERABLE[each] for each in row.vulnerability if each in _VULNERABLE]
        if row.expected:
            notes.append("expected, not confirmed")
        more = f" ({listed(notes)})" if notes else ""
        told.append(say(f"{about.name('party', row.subject)}{more}.", f"party:{row.subject}"))
    return told or [fill("whose data it is", INVESTIGATOR)]


def consequences(about: Paper, *, mine: bool = True) -> Section:
    """Return what may follow for people, and how likely (Art. 33(3)(c)); the controller judges the risk.

    >>> from audit_lib.incidents.example import example_paper
    >>> consequences(example_paper(), mine=False).heading
    'Consequences for people'
    """
    follow = [*_by_others(about), *_by_loss(about)]
    if follow:
        follow.append(confirm("which of these are likely here, in view of who may have the data"))
    effects = about.record.effects if about.record else None
    harm = given(effects) if effects else fill("what harm is known so far, or that none is", INVESTIGATOR)
    rows: list[tuple[str, Cells]] = [
        ("What may follow for people?", follow or [fill("what may follow", INVESTIGATOR)]),
        ("Has anybody been harmed?", [harm]),
        ("Is a high risk to people likely?", _high_risk(about) if mine else []),
    ]
    return section("Consequences for people", answers(rows))


def _by_others(about: Paper) -> list[Sentence]:
    """Return what may follow if others have the data; nothing where nobody has seen it."""
    if about.assessment.circumstances.confidentiality is Confidentiality.NONE:
        return []
    seen: dict[str, list[str]] = {}
    for kind, ids in exposed_kinds(about.data_map, about.assessment.radius.data).items():
        seen.setdefault(kind.follows, []).extend(ids)
    return [
        say(
            f"{raised(listed(lowered(about.name('data', one)) for one in ids))}: people may {follows}.",
            *(f"data:{one}" for one in ids),
        )
        for follows, ids in seen.items()
    ]


def _by_loss(about: Paper) -> list[Sentence]:
    facts = about.assessment.circumstances
    found = []
    if facts.integrity not in (Integrity.NONE, Integrity.NOT_STATED):
        found.append(say("Altered data: people may be treated by data that is wrong."))
    if facts.availability not in (Availability.NONE, Availability.NOT_STATED):
        found.append(say("Missing data: people may get late, or not at all, what is due to them."))
    return found


def _high_risk(about: Paper) -> Cells:
    severity, duty = about.assessment.severity, about.assessment.duty(DutyKind.PEOPLE)
    words = {
        Verdict.MUST: "Yes.",
        Verdict.PRESUMABLY: "Presumably yes.",
        Verdict.NEED_NOT: "No, on what is known.",
        Verdict.ASK: "Not known yet.",
    }
    score = f"{severity.lowest:g}"
    level = severity.level.words
    if severity.lowest != severity.highest:
        score = f"between {severity.lowest:g} and {severity.highest:g}"
        level = level if severity.decided else f"{level} to {severity.highest_level.words}"
    by = f"Severity {level}, {score} on a scale that ends at 6, by {plain(severity.source, 400).rstrip('.')}."
    return [say(words[duty.verdict if duty else Verdict.ASK]), say(by)]


def cyber(about: Paper) -> Section:
    """Return what was lost of the data's confidentiality, integrity and availability, and the recovery.

    >>> from audit_lib.incidents.example import example_paper
    >>> cyber(example_paper()).sentences()[1].text
    '[To be filled in by whoever investigates: whether it was lost.]'
    """
    facts = about.assessment.circumstances
    lost = (
        ("Confidentiality", _SEEN.get(facts.confidentiality)),
        ("Integrity", _ALTERED.get(facts.integrity)),
        ("Availability", _THERE.get(facts.availability)),
    )
    rows: list[tuple[str, Cells]] = [
        (what, [say(told) if told else fill("whether it was lost", INVESTIGATOR)]) for what, told in lost
    ]
    rows += [
        (
            "Effect on the organisation (cyber incidents)",
            [fill("high, medium or low: which services it cannot give", INVESTIGATOR)],
        ),
        (
            "Time to recover (cyber incidents)",
            [fill("recovered, or by when with which means", INVESTIGATOR)],
        ),
    ]
    return section("What was lost, and recovery", answers(rows))
