"""Which promises and measures a new version of a notice drops, and who is named as controller."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.claim import Claim
from ...model.finding import Severity
from ...model.notice import Clause
from ...model.notice_change import ChangeKind, Significance
from ...model.noun import Confidence, Gap
from ...model.safeguard import Measure
from ..concepts.concept import Family
from ..fingerprints import WORD, normalise
from ..naming.organisations import key, organisations
from .gone import NEARLY, lost, unreadable
from .known import DENIAL, Known
from .words import Changed, Comparison, reason

EXCEPTIONS: Final = re.compile(
    r"\b(?:unless|except|other than|apart from|save (?:for|where)|without your)\b", re.IGNORECASE
)
RESTRICTS: Final = re.compile(r"\b(?:only|nothing|solely|exclusively)\b", re.IGNORECASE)
SHARING: Final = re.compile(
    r"\b(?:shar|sell|sold|disclos|pass|transfer|giv|third part|receiv)", re.IGNORECASE
)

#: Words too common to show that two sentences speak of one thing.
COMMON: Final = frozenset(
    re.findall(
        r"\S+",
        "your data personal information with that only nothing this from they them their will have been what "
        "which when where about other does each after than into only also such more most says keeps promise "
        "promises people person",
    )
)

#: How much of the words of a promise must stand in a sentence that says it again.
SAID_AGAIN: Final = 0.5


def dropped(comparison: Comparison, known: Known) -> Iterator[Significance]:
    """Yield the promises, measures and limits that are gone, and what became of the controller's name.

    Parameters
    ----------
    comparison, known
        The clauses that are gone and the sentences that changed; what the old notice spoke of.

    >>> from audit_lib.notice.clauses import draft_clauses
    >>> from audit_lib.model.data_map import DataMap
    >>> from audit_lib.notice.drift.compare import comparison_of
    >>> data_map = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}],
    ...     "clauses": [{**draft, "gist": "-", "claims": [{"kind": "sharing-denied"}]}
    ...                 for draft in draft_clauses("We share it with nobody.")]})
    >>> none = Known(frozenset(), frozenset(), frozenset())
    >>> [one.what for one in dropped(comparison_of(data_map, "We keep it."), none)]
    ['The notice no longer says that data is not shared.']
    """
    yield from _controllers_changed(comparison, known)
    yield from _weaker_safeguards(comparison)
    yield from _promises_dropped(comparison)


def _weaker_safeguards(comparison: Comparison) -> Iterator[Significance]:
    """Yield the measures, and the limits on recipients, of which the notice no longer speaks."""
    for clause, one in comparison.gone:
        for claim in clause.claims:
            if claim.kind == "security-promised" and claim.measure is not Measure.GENERAL:
                if not _still_promised(comparison, claim.measure, one):
                    what = f"A measure is no longer named: {claim.measure.value.replace('-', ' ')}."
                    yield lost(ChangeKind.WEAKER_SAFEGUARD, what, Severity.MEDIUM, clause, one)
            elif claim.kind == "recipient-limited" and not _said_again(comparison, claim.limit, one):
                what = f"A limit on what recipients may do is gone: {claim.limit.rstrip('.')}."
                yield lost(ChangeKind.WEAKER_SAFEGUARD, what, Severity.MEDIUM, clause, one)


def _promises_dropped(comparison: Comparison) -> Iterator[Significance]:
    """Yield the promises that are gone: not to share, general care, and what else was promised."""
    for clause, one in comparison.gone:
        for claim in clause.claims:
            if claim.kind == "sharing-denied":
                yield from _denial_gone(
                    comparison, clause, claim.except_purposes + claim.except_recipients, one
                )
                continue
            said = _promise(claim)
            if said and not _said_again(comparison, said, one):
                what = f"A promise is gone: {said[:1].lower()}{said[1:].rstrip('.')}."
                yield lost(ChangeKind.PROMISE_DROPPED, what, Severity.MEDIUM, clause, one)
            elif said and one and _has_new_exception(said, one):
                what = f"A promise has exceptions now: {said[:1].lower()}{said[1:].rstrip('.')}."
                yield lost(ChangeKind.PROMISE_DROPPED, what, Severity.MEDIUM, clause, one)


def _controllers_changed(comparison: Comparison, known: Known) -> Iterator[Significance]:
    """Yield what has become of who is named as controller."""
    texts = [f" {_plain(sentence.text)} " for sentence in comparison.sentences]
    for clause, one in comparison.gone:
        for claim in clause.claims:
            named = claim.kind == "controller-named" and not any(
                f" {key(claim.name)} " in text for text in texts
            )
            if claim.kind == "controller-named" and named and not _named_elsewhere(comparison, claim.parties):
                what = f"The controller is no longer named as {claim.name}."
                yield lost(ChangeKind.CONTROLLER_CHANGED, what, Severity.HIGH, clause, one)
    changed = {one.sentence.place: one for one in comparison.changed}
    for organisation in organisations(comparison.sentences):
        if organisation.role == "controller" and not known.has_name(organisation.name):
            for place in organisation.places:
                if place in changed:
                    what = (
                        f"{organisation.name} is named as controller, of which the old notice said nothing."
                    )
                    yield reason(
                        ChangeKind.CONTROLLER_CHANGED,
                        what,
                        Severity.HIGH,
                        clause=changed[place].clause,
                        place=place,
                    )


def _still_promised(comparison: Comparison, measure: Measure, one: Changed | None) -> bool:
    promised = any(
        claim.kind == "security-promised" and claim.measure is measure
        for clause in comparison.standing
        for claim in clause.claims
    )
    return (
        promised
        or (Family.MEASURE, measure.value) in comparison.spoken
        or unreadable(one, Family.MEASURE, measure.value)
    )


def _denial_gone(
    comparison: Comparison, clause: Clause, exceptions: tuple[str, ...], one: Changed | None
) -> Iterator[Significance]:
    """Yield a denial of sharing that is gone, or that has exceptions now."""
    what = "The notice no longer says that data is not shared."
    if one is None:
        again = any(
            DENIAL.search(c.sentence.text) and SHARING.search(c.sentence.text) for c in comparison.changed
        )
        confidence = Confidence.ASK if again else Confidence.LIKELY
        yield reason(ChangeKind.PROMISE_DROPPED, what, Severity.HIGH, confidence, clause=clause)
    elif not DENIAL.search(one.sentence.text):
        yield reason(ChangeKind.PROMISE_DROPPED, what, Severity.HIGH, clause=clause, place=one.sentence.place)
    elif (
        EXCEPTIONS.search(one.sentence.text) and not exceptions and not EXCEPTIONS.search(one.old_text or "")
    ):
        yield lost(
            ChangeKind.PROMISE_DROPPED,
            "The promise not to share has exceptions now.",
            Severity.HIGH,
            clause,
            one,
        )


def _has_new_exception(said: str, one: Changed) -> bool:
    before = said if one.old_text is None else one.old_text
    now = EXCEPTIONS.search(one.sentence.text) and DENIAL.search(one.sentence.text)
    return bool(now) and not EXCEPTIONS.search(before)


def _promise(claim: Claim) -> str:
    """Return what a claim promises, in words that show whether it promises not to do something."""
    if claim.kind == "promise-made":
        return claim.promise
    if claim.kind == "change-promised" and not isinstance(claim.how, Gap):
        return f"To tell of changes: {claim.how}"
    if claim.kind == "automated-decisions-claimed" and claim.denied:
        return "Not to decide by automated means alone"
    if claim.kind == "transfer-claimed" and claim.denied:
        return "Not to send data to other countries"
    return "To take care" if claim.kind == "security-promised" and claim.measure is Measure.GENERAL else ""


def _said_again(comparison: Comparison, said: str, one: Changed | None) -> bool:
    """Whether a changed sentence says the same: as much denied as before, and half of the words."""
    denies = _denies(said)
    if one is not None:
        if one.old_text is None and (one.likeness or 0) >= NEARLY:
            return True
        before = denies if one.old_text is None else _denies(one.old_text)
        return _denies(one.sentence.text) == before or (one.old_text is None and not before)
    words = _words(said)
    enough = max(min(2, len(words)), SAID_AGAIN * len(words))
    return any(
        words
        and len(words & _words(changed.sentence.text)) >= enough
        and _denies(changed.sentence.text) == denies
        for changed in comparison.changed
    )


def _denies(text: str) -> bool:
    return DENIAL.search(text) is not None or RESTRICTS.search(text) is not None


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in WORD.findall(normalise(text)) if len(word) > 3} - COMMON


def _named_elsewhere(comparison: Comparison, parties: tuple[str, ...]) -> bool:
    return any(
        claim.kind == "controller-named" and set(parties) & set(claim.parties)
        for clause in comparison.standing
        for claim in clause.claims
    )


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text).casefold()
