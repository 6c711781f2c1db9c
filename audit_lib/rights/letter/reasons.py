"""Why a right does not reach something, and why something is kept, in words for the person who asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ...law.bases import basis_in_law
from ...law.exemptions import CRIME_AND_TAXATION
from ...model.activity import Basis
from ...model.data_map import DataMap
from ...model.document import Block, Bullets, Paragraph, Sentence
from ...model.document_words import bullets, paragraph, say
from ...model.noun import Stance
from ...model.request_plan import Kept, Reach, Verdict
from ...model.rights import RightKind
from ...model.words import lasting, lowered
from ..words import data_words, gap, name, plain, without_the
from .case import Case

#: Why we use information, on each basis.
_BECAUSE: Final = {
    Basis.CONSENT: "Because you agreed to it",
    Basis.CONTRACT: "Because a contract with you needs it",
    Basis.LEGAL_OBLIGATION: "Because the law tells us to",
    Basis.VITAL_INTERESTS: "To protect somebody's life",
    Basis.PUBLIC_TASK: "For a task in the public interest",
    Basis.RECOGNISED_LEGITIMATE_INTEREST: "For a purpose that the law itself calls a good reason",
    Basis.LEGITIMATE_INTERESTS: "Because we have a good reason of our own",
}

#: What the right asks for, where it does not reach something; what follows are the reasons.
_NEEDS: Final = {
    RightKind.ERASURE: "We do not have to delete what we use for these reasons:",
    RightKind.PORTABILITY: "You can take along what you gave us by consent, or for a contract with you. "
    "We use the rest for these reasons:",
    RightKind.OBJECTION: "The right to object does not reach what we use for these reasons:",
    RightKind.WITHDRAW_CONSENT: "You can take back what you agreed to. We use the rest for these reasons:",
    RightKind.AUTOMATED_DECISIONS: "Your right does not reach what we use for these reasons:",
}


def out_of_reach(case: Case) -> list[Verdict]:
    """Return the verdicts by which the right does not reach an activity, under none of its bases.

    >>> from audit_lib.rights.letter.example import example_case
    >>> out_of_reach(example_case(RightKind.PORTABILITY))
    []
    """
    if case.plan is None:
        return []
    reached = {each.activity for each in case.plan.verdicts if each.reach is not Reach.DOES_NOT}
    hushed = reached | quiet(case)
    return [each for each in case.plan.verdicts if each.activity not in hushed and not each.expected]


def within_reach(case: Case) -> list[str]:
    """Return the ids of the activities that the right reaches, an erasure fully, others within limits too.

    >>> from audit_lib.rights.letter.example import example_case
    >>> within_reach(example_case(RightKind.ACCESS))
    ['letting-work']
    """
    if case.plan is None:
        return []
    # What is still needed is not erased: of a right within limits a person looks first.
    applies = (Reach.APPLIES,) if case.right is RightKind.ERASURE else (Reach.APPLIES, Reach.LIMITED)
    found = (each.activity for each in case.plan.verdicts if each.reach in applies and not each.expected)
    return [each for each in dict.fromkeys(found) if each not in quiet(case)]


def quiet(case: Case) -> frozenset[str]:
    """Return the activities that no letter to the person names, not even in a gap: it could tip off.

    DPA 2018 Sch. 2 para. 2: crime and taxation. It is so for every right, since no law asks for more than
    why the request is refused. Whoever signs is told of them in `quiet_checks`.

    >>> from audit_lib.rights.letter.example import example_case
    >>> sorted(quiet(example_case(RightKind.ACCESS)))
    []
    """
    kinds = {each.id: each.kind for each in case.data_map.purposes}
    return frozenset(
        each.id for each in case.data_map.activities if kinds[each.purpose] in CRIME_AND_TAXATION
    )


def quiet_checks(case: Case) -> list[Sentence]:
    """Return what the letter does not name, for whoever signs: the law may ask for silence, or for an answer.

    >>> from audit_lib.rights.letter.example import example_case
    >>> quiet_checks(example_case(RightKind.ACCESS))
    []
    """
    told = dict.fromkeys(each.activity for each in case.plan.verdicts) if case.plan else {}
    unnamed = [each for each in told if each in quiet(case)]
    if not unnamed:
        return []
    names = "; ".join(name(case.data_map, "activity", each) for each in unnamed)
    says = (
        f"The letter does not name these, since that could tip somebody off: {names}. Look at them "
        "first, and say of them only what would not be likely to prejudice an inquiry (DPA 2018 Sch. 2 "
        "para. 2)."
    )
    return [say(says, *(f"activity:{each}" for each in unnamed))]


def perhaps_within_reach(case: Case) -> list[str]:
    """Return the ids of the activities that the right may reach, as far as the map knows.

    >>> from audit_lib.rights.letter.example import example_case
    >>> perhaps_within_reach(example_case(RightKind.ERASURE))
    ['letting-work']
    """
    if case.plan is None:
        return []
    sure = set(within_reach(case))
    found = [each.activity for each in case.plan.verdicts if each.reach is not Reach.DOES_NOT]
    return [each for each in dict.fromkeys(found) if each not in sure and each not in quiet(case)]


def matters(case: Case, otherwise: str) -> Bullets | None:
    """Return the activities that the right reaches as a list, or what a person has to name.

    >>> from audit_lib.rights.letter.example import example_case
    >>> matters(example_case(RightKind.ACCESS), "what it covers").items[0].text
    'letting'
    """
    found = [say(name(case.data_map, "activity", each), f"activity:{each}") for each in within_reach(case)]
    perhaps = perhaps_within_reach(case)
    if perhaps:
        names = "; ".join(name(case.data_map, "activity", each) for each in perhaps)
        found.append(gap(f"check each of these too: {names}", *(f"activity:{each}" for each in perhaps)))
    return bullets(found or [gap(otherwise)])


def only_what_is_so() -> Sentence:
    """Return the reminder that a list of the map is about such people, and not about this person.

    >>> only_what_is_so().text
    '[take out what does not apply to this person]'
    """
    return gap("take out what does not apply to this person")


def reasons(case: Case) -> list[Block | None]:
    """Return why the right does not reach some activities, those with one reason together, and the rules.

    >>> from audit_lib.rights.letter.example import example_case
    >>> reasons(example_case(RightKind.OBJECTION))
    []
    """
    verdicts = out_of_reach(case)
    if not verdicts:
        return []
    known: dict[str, list[str]] = {}
    open_ones: list[str] = []
    for each in verdicts:
        if each.basis is None or _unclear(case.data_map, each):
            open_ones.append(each.activity)
        else:
            known.setdefault(_because(case.right, each.basis, each.law), []).append(each.activity)
    lines = [_line(case.data_map, f"{why}: ", activities) for why, activities in known.items()]
    if open_ones:
        text = f"check, and take out what is not so: why it does not reach {_named(case.data_map, open_ones)}"
        lines.append(gap(text, *(f"activity:{each}" for each in dict.fromkeys(open_ones))))
    needs = _NEEDS.get(case.right, "Your right does not reach what we use for these reasons:")
    return [paragraph(needs), bullets(lines), rules_line(each.provision for each in verdicts)]


def _because(right: RightKind, basis: Basis, law: str | None) -> str:
    if right is RightKind.OBJECTION and basis is Basis.CONSENT:
        return "Because you agreed to it, which you can take back at any time"
    return f"{_BECAUSE[basis]} ({plain(law)})" if law else _BECAUSE[basis]


def _line(data_map: DataMap, opening: str, activities: Sequence[str]) -> Sentence:
    return say(f"{opening}{_named(data_map, activities)}", *(f"activity:{each}" for each in activities))


def _named(data_map: DataMap, activities: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(name(data_map, "activity", each) for each in activities))


def _unclear(data_map: DataMap, verdict: Verdict) -> bool:
    bases = data_map.activity[verdict.activity].bases
    return any(each.basis is verdict.basis and each.stance is Stance.UNCLEAR for each in bases)


def kept_blocks(case: Case) -> list[Block | None]:
    """Return what stays in spite of an erasure and why, with the provisions; what is not certain is a gap.

    >>> from audit_lib.rights.letter.example import example_case
    >>> [each.gap for each in kept_blocks(example_case(RightKind.ERASURE))[0].items]
    [True, False]
    """
    kept = [each for each in (case.plan.kept if case.plan else ()) if each.activity not in quiet(case)]
    lines = [_kept(case.data_map, each, certain=each.certain) for each in kept]
    if not lines:
        return []
    sure = (each.provision for each, line in zip(kept, lines, strict=True) if not line.gap)
    return [bullets(lines), rules_line(sure)]


def _kept(data_map: DataMap, kept: Kept, *, certain: bool) -> Sentence:
    what = data_words(data_map, kept.data)
    period = f" How long: {lasting(kept.period) or plain(kept.period)}." if kept.period else ""
    if kept.retention:
        return gap(
            f"check, or take out: {what}: why it is still needed.{period}", f"retention:{kept.retention}"
        )
    if kept.activity is None or not what:
        text = plain(kept.says)
        return say(f"{text}.") if certain else gap(f"check, or take out: {lowered(text)}")
    activity, rests = name(data_map, "activity", kept.activity), f"activity:{kept.activity}"
    if not certain:
        return gap(f"check, or take out: {activity}: {what}: which law has us keep it?{period}", rests)
    why = f"The {without_the(plain(kept.law))} has us keep it." if kept.law else "A public task needs it."
    return say(f"{activity}: {what}. {why}{period}", rests)


def rules_line(provisions: Iterable[str]) -> Paragraph | None:
    """Return the provisions behind a list, in one line; nothing without any.

    >>> listed = ["UK GDPR Art. 17(3)(b)", "UK GDPR Art. 17(3)(e)", "UK GDPR Art. 17(3)(b)"]
    >>> rules_line(listed).sentences[0].text
    'The rules behind this: UK GDPR Art. 17(3)(b); Art. 17(3)(e).'
    """
    once = list(dict.fromkeys(provisions))
    rest = [each.removeprefix("UK GDPR ") for each in once[1:]]
    return paragraph(f"The rules behind this: {'; '.join([*once[:1], *rest])}." if once else None)


def grounds_named(case: Case) -> str:
    """Return the lawful bases on which the right does not reach something, for whoever signs.

    >>> from audit_lib.rights.letter.example import example_case
    >>> grounds_named(example_case(RightKind.OBJECTION))
    ''
    """
    bases = dict.fromkeys(each.basis for each in out_of_reach(case) if each.basis)
    return ", ".join(basis_in_law(each).provision for each in bases)
