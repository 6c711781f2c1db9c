"""A legal obligation is relied on, and no law is named."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.statutes import statute
from ...model.activity import Activity, Basis, LawfulBasis
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted
from .duty_overclaimed import overclaimed

_Resting = list[tuple[Activity, LawfulBasis]]


def _foreign(basis: LawfulBasis) -> bool:
    """Say whether the law that is named is known, and not the law of the United Kingdom."""
    known = statute(str(basis.law)) if given(basis.law) else None
    return known is not None and not known.domestic


def _hit(found: _Resting, message: str, severity: Severity) -> Hit:
    about = tuple(f"activity:{activity.id}" for activity, _ in found)
    return Hit(about, clauses_of(basis for _, basis in found), {"message": message}, severity)


def _hits(facts: Facts) -> Iterator[Hit]:
    no_duty = {purpose for purposes in overclaimed(facts).values() for purpose in purposes}
    resting = facts.resting_on(Basis.LEGAL_OBLIGATION)
    nameless = [(a, b) for a, b in resting if not given(b.law) and a.purpose not in no_duty]
    foreign = [(activity, basis) for activity, basis in resting if _foreign(basis)]
    if nameless:
        count = counted(len(nameless), "activity rests", "activities rest")
        names = quoted(activity.name for activity, _ in nameless)
        message = f"{count} on a legal obligation without the law being named: {names}."
        yield _hit(nameless, message, Severity.LOW)
    if foreign:
        laws = quoted(str(basis.law) for _, basis in foreign)
        names = quoted(activity.name for activity, _ in foreign)
        message = f"A law that is not domestic obliges nobody here, and is relied on ({laws}): {names}."
        yield _hit(foreign, message, Severity.MEDIUM)


RULE = Rule(
    id="obligation-without-law",
    theme=Theme.LAWFUL_BASIS,
    title="Legal obligation without the law that obliges",
    why="Only an obligation in domestic law counts; one that cannot be named may be none.",
    law=("UK GDPR Art. 6(1)(c)", "UK GDPR Art. 6(3)"),
    remedy="The owner of each activity names the Act and section; the data protection officer puts them "
    "into the record and the notice.",
    false_alarms="The law is named in the record of processing that the map was made from.",
    message="{message}",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
