"""What activities are for, what they rest on and what they touch, as many rules ask it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..model.activity import Activity, Basis
from ..model.claim import ProfilingClaimed
from ..model.flow import Flow
from ..model.noun import Confidence, Entry, Stance
from ..model.purpose import PurposeKind
from .facts import ACTS_FOR_ANOTHER, Facts

#: Words that tell promotion, for a purpose of which nobody has said what sort it is.
_PROMOTION: Final = re.compile(r"\b(marketing|news\w*|promot\w*|offers|advert\w*)\b", re.IGNORECASE)
_EXPLICIT: Final = re.compile(r"explicit(ly)?\b.*\bconsent|9\(2\)\(a\)", re.IGNORECASE)


def kind_of(facts: Facts, activity: Activity) -> PurposeKind:
    """Return what sort of purpose an activity serves.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> kind_of(facts, facts.activities[0]).value
    'other'
    """
    return facts.data_map.purpose[activity.purpose].kind


def serving(facts: Facts, *kinds: PurposeKind) -> list[Activity]:
    """Return the activities whose purpose is of one of these sorts.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> serving(Facts(example_map(), dt.date(2026, 11, 22)), PurposeKind.REFERENCING)
    []
    """
    return [activity for activity in facts.activities if kind_of(facts, activity) in kinds]


def promotional(facts: Facts, purpose: str) -> bool:
    """Say whether a purpose is direct marketing: by its kind, and by its name where it has none.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> promotional(Facts(example_map(), dt.date(2026, 11, 22)), "letting")
    False
    """
    kind = facts.data_map.purpose[purpose].kind
    named = kind is PurposeKind.OTHER and _PROMOTION.search(facts.name("purpose", purpose))
    return kind is PurposeKind.DIRECT_MARKETING or bool(named)


def promotes(facts: Facts, activity: Activity) -> bool:
    """Say whether an activity is direct marketing: by the kind of its purpose, or by its name without one.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> promotes(facts, facts.activities[0])
    False
    """
    named = kind_of(facts, activity) is PurposeKind.OTHER and _PROMOTION.search(activity.name)
    return promotional(facts, activity.purpose) or bool(named)


def profiling(facts: Facts) -> list[Activity]:
    """Return the activities that form a picture of people (Art. 4(4)), by their purpose or by the notice.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> profiling(Facts(example_map(), dt.date(2026, 11, 22)))
    []
    """
    claimed = {activity for said in facts.said(ProfilingClaimed) for activity in said.claim.activities}
    return [
        activity
        for activity in facts.activities
        if activity.id in claimed or kind_of(facts, activity) is PurposeKind.PROFILING
    ]


def bases_of(facts: Facts, activity: Activity) -> frozenset[Basis]:
    """Return the sorts of basis on which an activity rests, without those that are only expected.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> bases_of(facts, facts.activities[0])
    frozenset()
    """
    return frozenset(basis.basis for basis in facts.bases(activity))


def by_explicit_consent(activity: Activity) -> bool:
    """Say whether the condition for special category data is explicit consent (Art. 9(2)(a)).

    >>> from audit_lib.graph.example import example_map
    >>> by_explicit_consent(example_map().activities[0])
    False
    """
    return bool(_EXPLICIT.search(str(activity.special_condition)))


def used_by(facts: Facts, activity: Activity) -> tuple[str, ...]:
    """Return the categories that an activity names, makes or moves, each once.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> used_by(facts, facts.activities[0])
    ('identity', 'arrears')
    """
    moved = (category for flow in facts.flows_of[activity.id] for category in flow.data)
    return tuple(dict.fromkeys((*activity.data, *activity.creates, *moved)))


def to_others(facts: Facts) -> list[Flow]:
    """Return the disclosures to recipients that do not act for another in the flow.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> [flow.id for flow in to_others(Facts(example_map(), dt.date(2026, 11, 22)))]
    ['check', 'sell', 'sue']
    """
    return [flow for flow in facts.disclosures if flow.role not in ACTS_FOR_ANOTHER]


def unless_sure(entries: Iterable[Entry]) -> Confidence | None:
    """Return None where one of the entries is stated or recorded; otherwise what they give is a question.

    >>> from audit_lib.graph.example import example_map
    >>> unless_sure(example_map().activities), unless_sure(())
    (None, <Confidence.ASK: 'ask'>)
    """
    sure = any(entry.stance in (Stance.STATED, Stance.RECORDED) for entry in entries)
    return None if sure else Confidence.ASK
