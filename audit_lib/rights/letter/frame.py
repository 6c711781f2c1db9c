"""What every letter has: who writes, to whom, when, about what, how to reply, who signs; ways to complain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...law.periods import spoken
from ...law.time_limits import COMPLAINT_DAYS
from ...model.data_map import DataMap
from ...model.day import long_date
from ...model.document import Block, Paragraph, Sentence
from ...model.document_words import paragraph, say
from ...model.letter import Letter, LetterKind, LetterPart
from ...model.noun import Gap
from ...model.rights import Channel, ChannelKind, RightKind, Use
from ..words import gap, name, plain, without_the
from .case import Case
from .words import doors, part, ways

#: What the person asked for, after "you asked us".
ASKED_FOR: Final = {
    RightKind.ACCESS: "for a copy of the information that we hold about you",
    RightKind.RECTIFICATION: "to put right information that we hold about you",
    RightKind.ERASURE: "to delete information that we hold about you",
    RightKind.RESTRICTION: "to limit how we use information about you",
    RightKind.PORTABILITY: "for your information in a form that you can take elsewhere",
    RightKind.OBJECTION: "to stop using information about you",
    RightKind.WITHDRAW_CONSENT: "to stop what you had agreed to",
    RightKind.AUTOMATED_DECISIONS: "to look again at a decision that a computer made about you",
}
_MARKETING: Final = "to stop sending you marketing"


def asked_for(case: Case) -> str:
    """Return what the person asked for, as it stands after "you asked us".

    >>> ASKED_FOR[RightKind.ERASURE]
    'to delete information that we hold about you'
    """
    return _MARKETING if case.marketing else ASKED_FOR[case.right]


def asked_on(case: Case) -> Sentence:
    """Return the sentence that says when the person asked us for what; without a day, a gap.

    >>> from audit_lib.rights.letter.example import example_case
    >>> asked_on(example_case(RightKind.ERASURE)).text
    'On 9 November 2026 you asked us to delete information that we hold about you.'
    """
    asked = asked_for(case)
    if case.dates is None:
        return gap(f"On the day on which we got the request: you asked us {asked}")
    return say(f"On {long_date(case.dates.received)} you asked us {asked}.")


def letter(  # noqa: PLR0913  the parts of a letter
    kind: LetterKind,
    case: Case,
    title: str,
    parts: Iterable[LetterPart],
    *,
    checks: Iterable[Sentence] = (),
    replies: bool = True,
) -> Letter:
    """Return a letter to a person, with its head, how to reply, and its close.

    >>> from audit_lib.rights.letter.example import example_case
    >>> letter(LetterKind.ANSWER, example_case(RightKind.ACCESS), "Answer", []).parts[-1].heading
    'How to reach us'
    """
    body = [*parts]
    if replies:
        body.append(how_to_reply(case))
    return Letter(
        kind=kind,
        right=case.right,
        as_of=case.as_of,
        title=title,
        sender=sender(case.data_map),
        recipient=(gap("Name of the person"), gap("Address")),
        references=references(case),
        greeting=(say("Dear"), gap("name")),
        parts=tuple(each for each in body if each.blocks),
        close=close(case),
        checks=tuple(checks),
    )


def sender(data_map: DataMap) -> tuple[Sentence, ...]:
    """Return who writes, and the address; what the map does not give is a gap.

    >>> from audit_lib.graph.example import example_map
    >>> [each.text for each in sender(example_map())]
    ['Agent', '[Our address]']
    """
    us = data_map.party[data_map.info.controller]
    who = say(plain(us.name), f"party:{us.id}")
    if not isinstance(us.contact, Gap):
        return (who, *(say(plain(each)) for each in us.contact.split(";") if each.strip()))
    posts = [
        each.address
        for each in doors(data_map, Use.RIGHTS)
        if each.kind is ChannelKind.POST and each.party in data_map.inside
    ]
    address = next((each for each in posts if not isinstance(each, Gap)), None)
    return (who, say(plain(address)) if address else gap("Our address"))


def references(case: Case) -> tuple[Paragraph, ...]:
    """Return the lines that say which matter the letter belongs to.

    >>> from audit_lib.rights.letter.example import example_case
    >>> references(example_case(RightKind.ACCESS))[-1].sentences[0].text
    'Your request of 9 November 2026'
    """
    matter = "complaint" if case.right is RightKind.COMPLAIN_TO_CONTROLLER else "request"
    number = say(plain(case.reference)) if case.reference else gap(f"number of the {matter}")
    ours = paragraph("Our reference:", number)
    if case.dates is None:
        return (ours,)
    return (ours, paragraph(f"Your {matter} of {long_date(case.dates.received)}"))


def close(case: Case) -> tuple[Sentence, ...]:
    """Return the close: who signs is a gap, for whom they sign is not.

    >>> from audit_lib.rights.letter.example import example_case
    >>> [each.text for each in close(example_case(RightKind.ACCESS))]
    ['Yours sincerely', '[Name of who signs]', 'Agent']
    """
    data_map = case.data_map
    team = next((each.team for each in data_map.rights if each.right is case.right and each.team), None)
    office = team or data_map.info.dpo
    lines = [say("Yours sincerely"), gap("Name of who signs")]
    if office:
        lines.append(say(name(data_map, "party", office), f"party:{office}"))
    lines.append(say(name(data_map, "party", data_map.info.controller)))
    return tuple(lines)


def how_to_reply(case: Case) -> LetterPart:
    """Return how the person reaches us: the channels for rights, or for complaints.

    >>> from audit_lib.rights.letter.example import example_case
    >>> how_to_reply(example_case(RightKind.ACCESS)).heading
    'How to reach us'
    """
    complaint = case.right is RightKind.COMPLAIN_TO_CONTROLLER
    channels = complaint_doors(case) if complaint else rights_doors(case)
    return part(
        "How to reach us",
        paragraph("Please give our reference when you write or call."),
        ways(channels, "how to reply: an address, and one other way"),
    )


def rights_doors(case: Case) -> list[Channel]:
    """Return the channels by which this right is used, or any right if the map names none for this one.

    >>> from audit_lib.rights.letter.example import example_case
    >>> rights_doors(example_case(RightKind.ACCESS))
    []
    """
    own = [each for right in case.data_map.rights if right.right is case.right for each in right.channels]
    return [each for each in doors(case.data_map, Use.RIGHTS, own) if each.party in case.data_map.inside]


def complaint_doors(case: Case) -> list[Channel]:
    """Return the channels by which people complain to us; without any, those for rights.

    >>> from audit_lib.rights.letter.example import example_case
    >>> complaint_doors(example_case(RightKind.ACCESS))
    []
    """
    inside = case.data_map.inside
    named = [each for each in doors(case.data_map, Use.COMPLAINTS) if each.party in inside]
    return named or [each for each in doors(case.data_map, Use.RIGHTS) if each.party in inside]


def ways_to_complain(case: Case, *, to_us: bool = True) -> LetterPart:
    """Return how the person can complain: to us since 19 June 2026, to the regulator, to a court.

    UK GDPR Art. 12(4); DPA 2018 s.164A, s.165, s.167.

    >>> from audit_lib.rights.letter.example import example_case
    >>> [each.text for each in ways_to_complain(example_case(RightKind.ACCESS)).sentences()][-1]
    'The law: Data Protection Act 2018, sections 164A, 165 and 167.'
    """
    ours = to_us and case.complains_to_us
    sections = "164A, 165 and 167" if ours else "165 and 167"
    return part(
        "If you are not happy with this",
        *(_to_us(case) if ours else ()),
        paragraph(*regulator(case.data_map)),
        paragraph("You can also go to court. A court can order us to follow the law."),
        paragraph(f"The law: Data Protection Act 2018, sections {sections}."),
    )


def _to_us(case: Case) -> list[Block | None]:
    own = complaint_doors(case)
    same = {each.id for each in own} == {each.id for each in rights_doors(case)}
    words = (
        "You can complain to us. We will tell you that we have your complaint within "
        f"{COMPLAINT_DAYS} days. Then we look into it and tell you what we found."
    )
    if same and own:
        return [paragraph(f"{words} You can reach us in the ways shown below.")]
    return [paragraph(words), ways(own, "how to complain to us: a form, and one other way")]


def regulator(data_map: DataMap) -> list[Sentence]:
    """Return how to complain to the regulator whom the map names, and how to reach it.

    >>> from audit_lib.graph.example import example_map
    >>> [each.gap for each in regulator(example_map())]
    [True]
    """
    found = data_map.party.get(data_map.info.regulator or "")
    if found is None:
        return [gap("The regulator for personal data: its name, and how to reach it")]
    rests = f"party:{found.id}"
    can = f"You can complain to the {without_the(plain(found.name))}, who oversees how personal data is used."
    reached = [
        plain(each.address)
        for each in doors(data_map, Use.COMPLAINTS)
        if each.party == found.id and not isinstance(each.address, Gap)
    ]
    if not reached and not isinstance(found.contact, Gap):
        reached = [plain(found.contact)]
    if reached:
        return [say(f"{can} You can reach it here: {'; '.join(reached)}.", rests)]
    return [say(can, rests), gap("how to reach the regulator", rests)]


def by_when(case: Case) -> list[Sentence]:
    """Return what to tell the person about the time of the answer, as the clock has it.

    >>> from audit_lib.rights.letter.example import example_case
    >>> by_when(example_case(RightKind.ACCESS))[0].text
    'You will have our answer by Wednesday 9 December 2026 at the latest.'
    """
    answer = case.answer
    if answer is None:
        return [gap("the last day for our answer: it depends on the day on which we got the request")]
    if answer.latest is None:
        return [say("The time for our answer has not started, or stands still, until we hear from you.")]
    if case.late:
        return [
            say(f"You should have had our answer by {spoken(answer.latest)}. We are sorry."),
            gap("why it is late, and by when it comes"),
        ]
    return [say(f"You will have our answer by {spoken(answer.latest)} at the latest.")]


def time_checks(case: Case) -> list[Sentence]:
    """Return the times of the case for whoever signs, each with what it rests on.

    >>> from audit_lib.rights.letter.example import example_case
    >>> time_checks(example_case(RightKind.ACCESS))[0].text
    'Answer the request: latest day Wednesday 9 December 2026; safe day Wednesday 9 December 2026.'
    """
    if case.clock is None:
        return [say("The day of receipt was not given, so no time is computed: give it, and draft again.")]
    found = []
    for deadline in case.clock.deadlines:
        latest = f"latest day {spoken(deadline.latest)}" if deadline.latest else deadline.waiting or ""
        safe = f"safe day {spoken(deadline.safe)}" if deadline.safe else ""
        when = "; ".join(each.rstrip(".") for each in (latest, safe) if each) or deadline.standard
        found.append(say(f"{deadline.duty}: {when}."))
    if not found:
        return [say("The law of the day of receipt sets no time for this.")]
    return [*found, say(f"The law of this time: {case.clock.law}.")]


def law_check(words: str) -> Sentence:
    """Return the provisions that a letter follows, for whoever signs.

    >>> law_check("UK GDPR Art. 12(6)").text
    'What this letter follows: UK GDPR Art. 12(6).'
    """
    return say(f"What this letter follows: {words}.")
