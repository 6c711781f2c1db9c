"""Letters to organisations: a recipient is told (UK GDPR Art. 19), a processor is asked to help (Art. 28)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...law.commencement import FEBRUARY_2026
from ...law.periods import spoken
from ...model.document import Block, Bullets, Sentence
from ...model.document_words import bullets, paragraph, say
from ...model.flow import Role
from ...model.letter import Letter, LetterKind, LetterPart
from ...model.noun import Gap
from ...model.request_plan import Kept, Source, Telling, TellingKind
from ...model.rights import RightKind
from ...model.words import listed
from ..plan.facts import highest
from ..words import data_words, gap, name, plain
from .case import Case
from .frame import close, law_check, references, sender, time_checks
from .words import part

#: What a recipient is told to do.
_DO: Final = {
    RightKind.RECTIFICATION: "Please put it right in your records too.",
    RightKind.ERASURE: "Please erase it in your records too, with every copy of it and every link to it.",
    RightKind.RESTRICTION: "Please do no more with it than to store it, until you hear from us.",
}
_CHANGED: Final = {
    RightKind.RECTIFICATION: "We have put right information about a person that you got from us.",
    RightKind.ERASURE: "We have erased information about a person that you got from us.",
    RightKind.RESTRICTION: "We have restricted the use of information about a person that you got from us.",
}
_FACTS: Final = {
    RightKind.RECTIFICATION: "what it said, and what it says now",
    RightKind.ERASURE: "what is not to be erased, since we have to keep it",
    RightKind.RESTRICTION: "why it is restricted, and until when if that is known",
}

_PASSED: Final = "If you have passed it on, please tell those who got it from you."
_NOUNS: Final = {
    RightKind.RECTIFICATION: "please correct your records",
    RightKind.ERASURE: "please erase it",
    RightKind.RESTRICTION: "please only store it",
}

#: What a processor does for each right.
_HELP: Final = {
    RightKind.ACCESS: "Please search for all that you hold about the person for us, and send us a copy.",
    RightKind.RECTIFICATION: "Please put the information right wherever you hold it for us.",
    RightKind.ERASURE: "Please erase the information wherever you hold it for us, copies among it.",
    RightKind.RESTRICTION: "Please mark the information, and do no more with it than to store it.",
    RightKind.PORTABILITY: "Please send us the information in a common format that a computer can read.",
    RightKind.OBJECTION: "Please stop using the information for what the person objects to.",
    RightKind.WITHDRAW_CONSENT: "Please stop what rests on the person's consent.",
    RightKind.AUTOMATED_DECISIONS: "Please send us what the decision went by, and tell us how it was made.",
}


def recipient_notice(case: Case) -> Letter:
    """Draft the notice to one recipient of what was put right, erased or restricted (UK GDPR Art. 19).

    >>> from audit_lib.rights.letter.example import example_case
    >>> recipient_notice(example_case(RightKind.ERASURE)).title
    'Information about a person: please erase it'
    """
    found = [each for each in (case.plan.tells if case.plan else ()) if each.party == case.recipient]
    telling = found[0] if found else None
    data = telling.data if telling else ()
    parts = [
        part(None, paragraph(_CHANGED[case.right], gap("since which day"), *_doubt(telling))),
        part("What it is about", paragraph(*_about(case, data)), *_facts(case, data)),
        part("What we ask of you", paragraph(_DO[case.right], *_as_what(telling)), paragraph(_PASSED)),
        _confirm(case),
    ]
    return _to_organisation(
        LetterKind.RECIPIENT_NOTICE,
        case,
        f"Information about a person: {_NOUNS[case.right]}",
        parts,
        (
            "UK GDPR Art. 19",
            "Every recipient is told, unless that is impossible or takes effort out of proportion. What a "
            "controller then does with its own copy, it decides itself.",
        ),
    )


def _doubt(telling: Telling | None) -> list[Sentence]:
    if telling and telling.kind is TellingKind.DOUBT:
        return [gap(f"check first whether this goes to them: {plain(telling.says)}")]
    if telling and telling.expected:
        return [gap("check first that they got it: the map only expects it")]
    return []


def _as_what(telling: Telling | None) -> list[Sentence]:
    """Return in what role they get it: a processor is instructed, a controller decides for itself."""
    roles = set(telling.roles) if telling else set()
    if roles & {Role.PROCESSOR, Role.SUB_PROCESSOR}:
        return [say("You hold it for us: this is our instruction to you.")]
    if roles & {Role.CONTROLLER, Role.JOINT_CONTROLLER}:
        return [
            say(
                "You answer for your own use of it. If you think that you must keep it as it is, please "
                "tell us why, and in the same time."
            )
        ]
    return [gap("whether they hold it for us, or answer for it themselves")]


def processor_instruction(case: Case) -> Letter:
    """Draft the instruction to one processor to help with the request (UK GDPR Art. 28(3)(a), (e)).

    >>> from audit_lib.rights.letter.example import example_case
    >>> processor_instruction(example_case(RightKind.ACCESS)).title
    'Please help us with the request of a person'
    """
    found = [each for each in (case.plan.sources if case.plan else ()) if each.party == case.recipient]
    source = found[0] if found else None
    data = source.data if source else ()
    parts = [
        part(
            None,
            paragraph(
                f"A person has used a right: {_request(case)}. You hold information about them for us.",
                _contract(source),
            ),
        ),
        part(
            "What it is about",
            paragraph(*_about(case, data)),
            _systems(case, source),
            *_facts(case, data),
        ),
        part(
            "What we ask of you",
            bullets(
                [
                    _HELP[case.right],
                    "Have those who work for you do the same.",
                    "Tell us what you did not find, and what you could not search.",
                    "Do not answer the person yourselves: if they write to you, send it on to us at once.",
                ]
            ),
        ),
        _confirm(case),
    ]
    return _to_organisation(
        LetterKind.PROCESSOR_INSTRUCTION,
        case,
        "Please help us with the request of a person",
        parts,
        (
            "UK GDPR Art. 28(3)(a), (e)",
            "Give the processor time: it answers to us, and we answer to the person.",
        ),
    )


def _request(case: Case) -> str:
    words = {
        RightKind.ACCESS: "the right of access",
        RightKind.RECTIFICATION: "the right to have information put right",
        RightKind.ERASURE: "the right to have information erased",
        RightKind.RESTRICTION: "the right to have the use of information restricted",
        RightKind.PORTABILITY: "the right to take information elsewhere",
        RightKind.OBJECTION: "the right to object to direct marketing"
        if case.marketing
        else "the right to object",
        RightKind.WITHDRAW_CONSENT: "the right to take back consent",
        RightKind.AUTOMATED_DECISIONS: "the right to have an automated decision looked at again",
    }
    return words[case.right]


def _contract(source: Source | None) -> Sentence:
    if source and source.contracts:
        named = listed(plain(each) for each in source.contracts)
        return say(f"Under our contract ({named}) you help us to answer.")
    return gap("the contract by which they help us to answer: the law asks for one (Art. 28(3)(e))")


def _systems(case: Case, source: Source | None) -> Bullets | None:
    resting = source.resting if source else ()
    lines = [
        say(
            f"{name(case.data_map, 'system', each.system)}: "
            f"{data_words(case.data_map, highest(case.data_map, each.data))}",
            f"system:{each.system}",
        )
        for each in resting
    ]
    return bullets(lines or [gap("the systems to search")])


def _about(case: Case, data: tuple[str, ...]) -> list[Sentence]:
    people = name(case.data_map, "party", case.subject) if case.subject else None
    found = [gap("by what you both know the person: a reference, and no more than is needed")]
    if people and case.subject:
        found.append(say(f"Kind of people: {people}.", f"party:{case.subject}"))
    if data:
        named = data_words(case.data_map, data)
        found.append(say(f"Information: {named}.", *(f"data:{each}" for each in data)))
    else:
        found.append(gap("which information"))
    return found


def _facts(case: Case, theirs: Iterable[str]) -> list[Block]:
    """Return what the organisation has to know in order to do it; what stays is named if the map says so."""
    if case.right not in _FACTS:
        return []
    kept = case.data_map.atoms(tuple(each for one in _kept(case) for each in one.data))
    stays = kept & case.data_map.atoms(tuple(theirs))
    such = f", such as {data_words(case.data_map, highest(case.data_map, stays))}" if stays else ""
    return [paragraph(gap(_FACTS[case.right] + (such if case.right is RightKind.ERASURE else "")))]


def _kept(case: Case) -> list[Kept]:
    return [each for each in (case.plan.kept if case.plan else ()) if each.certain]


def _confirm(case: Case) -> LetterPart:
    """Return by when we need to hear: the person's own time is the outer end of it."""
    answer = case.answer
    day = (answer.safe or answer.latest) if answer else None
    if day is None or day <= case.as_of:
        return part("By when", paragraph(gap("the day by which we need to have your answer in writing")))
    return part(
        "By when",
        paragraph(
            f"The person must have our answer by {spoken(day)}.",
            gap("the day before that, by which we need to have yours in writing"),
            "Please tell us at once if you cannot do this, or not in time.",
        ),
    )


def _to_organisation(
    kind: LetterKind, case: Case, title: str, parts: list[LetterPart], basis: tuple[str, str]
) -> Letter:
    """Return a letter to an organisation; who there is to read it is a gap."""
    law, remark = basis
    lines = [gap("Who is to get it"), gap("Address")]
    if case.recipient:
        party = case.data_map.party[case.recipient]
        generic = gap(f"Name of the firm or office ({plain(party.name)})", f"party:{party.id}")
        known = say(plain(party.name), f"party:{party.id}")
        lines[0] = generic if party.generic else known
        if not isinstance(party.contact, Gap):
            lines[1] = say(plain(party.contact), f"party:{party.id}")
    article = "Art. 12, 12A" if case.as_of >= FEBRUARY_2026 else "Art. 12"
    reply = part(
        None, paragraph("Please give our reference, and send us no more about the person than we ask for.")
    )
    return Letter(
        kind=kind,
        right=case.right,
        as_of=case.as_of,
        title=title,
        sender=sender(case.data_map),
        recipient=tuple(lines),
        references=references(case)[:1],
        greeting=(say("Dear"), gap("name, or team")),
        parts=tuple(each for each in (*parts, reply) if each.blocks),
        close=close(case),
        checks=(
            say(remark),
            say("Send it by a safe way, and never name the person in a subject line."),
            *time_checks(case),
            law_check(f"{law}; the time of the person: {article}"),
        ),
        about=case.recipient,
    )
