"""Which rights a new version of a notice makes weaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.notice import Clause
from ...model.notice_change import ChangeKind, Significance
from ...model.noun import Confidence, Gap
from ...model.reading import FlagKind
from ...model.rights import RightKind
from ..concepts.concept import Family
from ..flags.red_flags import red_flags
from .gone import lost, unreadable
from .known import concept_name
from .words import Changed, Comparison, reason

#: Words by which a right is made smaller.
LIMITS: Final = re.compile(
    r"£|\bfees?\b|\bcharges?\b|\bin writing\b|\bby post\b|\bproof of\b|\bonly (?:if|when|where|once|in)\b"
    r"|\brefuse|\bdecline"
    r"|\breserves? the right|\bnot (?:always )?be (?:able|possible)|\bcertain (?:circumstances|cases)"
    r"|\bsubject to\b|\bunless\b"
    r"|\bdiscretion\b|\bexcept\b",
    re.IGNORECASE,
)


def weaker_rights(comparison: Comparison) -> Iterator[Significance]:
    """Yield the rights and routes that are gone, and the limits that are new.

    Parameters
    ----------
    comparison
        The clauses that are gone and the sentences that changed.

    >>> from audit_lib.notice.clauses import draft_clauses
    >>> from audit_lib.model.data_map import DataMap
    >>> from audit_lib.notice.drift.compare import comparison_of
    >>> data_map = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}],
    ...     "clauses": [{**draft, "gist": "-", "claims": [{"kind": "right-offered", "right": "access"}]}
    ...                 for draft in draft_clauses("You may ask for a copy.")]})
    >>> [one.what for one in weaker_rights(comparison_of(data_map, "We keep it."))]
    ['A right is no longer offered: access.']
    """
    for clause, one in comparison.gone:
        for claim in clause.claims:
            if claim.kind == "right-offered" and not _still_offered(comparison, claim.right, one):
                name = concept_name(Family.RIGHT, claim.right.value)
                what = f"A right is no longer offered: {name[:1].lower()}{name[1:]}."
                yield lost(ChangeKind.WEAKER_RIGHT, what, Severity.HIGH, clause, one)
            if claim.kind == "route-given":
                yield from _routes_gone(comparison, claim.channels, clause, one)
    yield from _new_limits(comparison)


def _still_offered(comparison: Comparison, right: RightKind, one: Changed | None) -> bool:
    offered = any(
        claim.kind == "right-offered" and claim.right is right
        for c in comparison.standing
        for claim in c.claims
    )
    return (
        offered
        or (Family.RIGHT, right.value) in comparison.spoken
        or unreadable(one, Family.RIGHT, right.value)
    )


def _routes_gone(
    comparison: Comparison, channels: tuple[str, ...], clause: Clause, one: Changed | None
) -> Iterator[Significance]:
    given = {
        channel
        for c in comparison.standing
        for claim in c.claims
        if claim.kind == "route-given"
        for channel in claim.channels
    }
    for channel in channels:
        entry = comparison.data_map.channel[channel]
        named = (Family.CHANNEL, entry.kind.value) in comparison.spoken
        if channel in given or named or unreadable(one, Family.CHANNEL, entry.kind.value):
            continue
        address = (
            entry.address if isinstance(entry.address, str) and not isinstance(entry.address, Gap) else None
        )
        if address and any(address in sentence.text for sentence in comparison.sentences):
            continue
        what = f"A way to reach the organisation is gone: {entry.name}."
        yield lost(ChangeKind.WEAKER_RIGHT, what, Severity.MEDIUM, clause, one)


def _new_limits(comparison: Comparison) -> Iterator[Significance]:
    """Yield what stands in the way of a right now and did not before, as far as can be known."""
    obstacles = (FlagKind.RIGHTS_OBSTRUCTED, FlagKind.IMPLIED_CONSENT)
    for one in comparison.changed:
        flags = [flag for flag in red_flags([one.sentence]) if flag.kind in obstacles]
        rights = [
            claim for claim in (one.clause.claims if one.clause else ()) if claim.kind == "right-offered"
        ]
        limited = any(not isinstance(claim.limits, Gap) for claim in rights)
        checked = any(
            c.kind in ("identity-checked", "consent-claimed")
            for c in (one.clause.claims if one.clause else ())
        )
        old = one.sentence.model_copy(update={"text": one.old_text or ""})
        before = {flag.why for flag in red_flags([old])} if one.old_text else set()
        for flag in flags:
            if flag.why not in before and (one.old_text is not None or not (limited or checked)):
                what = f"A right is harder to use: “{flag.words}”. {flag.why}"
                yield _told(what, Severity.MEDIUM, Confidence.LIKELY, one)
        limit = LIMITS.search(one.sentence.text)
        if limit and rights and not flags and not limited and not LIMITS.search(one.old_text or ""):
            sure = Confidence.LIKELY if one.old_text is not None else Confidence.ASK
            yield _told(f"A right is given within limits: “{limit[0]}”.", Severity.MEDIUM, sure, one)


def _told(what: str, severity: Severity, confidence: Confidence, one: Changed) -> Significance:
    return reason(
        ChangeKind.WEAKER_RIGHT, what, severity, confidence, clause=one.clause, place=one.sentence.place
    )
