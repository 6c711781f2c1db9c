"""What cameras, doors, portals and apps record of people is used for something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ...model.activity import Activity, Basis
from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ...model.system import SystemKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import bases_of, kind_of, promotes, to_others, unless_sure
from ..wording import listed, quoted

_CAMERAS_AND_DOORS: Final = frozenset({SystemKind.CCTV, SystemKind.ACCESS_CONTROL})
_ONLINE: Final = frozenset({SystemKind.PORTAL, SystemKind.APP, SystemKind.WEBSITE, SystemKind.COOKIES})
#: Uses for which records are looked up when something has happened, or that the law asks for.
_LOOKED_UP: Final = frozenset(
    {
        PurposeKind.SITE_SECURITY, PurposeKind.NETWORK_SECURITY, PurposeKind.CRIME_PREVENTION,
        PurposeKind.FIRE_SAFETY, PurposeKind.SAFEGUARDING, PurposeKind.ANTISOCIAL_BEHAVIOUR,
        PurposeKind.LEGAL_CLAIMS, PurposeKind.AUTHORITY_REQUESTS, PurposeKind.RIGHTS_REQUESTS,
    }
)  # fmt: skip
#: Uses of what is recorded online that other rules judge.
_JUDGED_ELSEWHERE: Final = frozenset(
    {PurposeKind.ANALYTICS, PurposeKind.STATISTICS, PurposeKind.PROFILING, PurposeKind.MARKET_RESEARCH}
)


class _Watched(NamedTuple):
    """For each category that systems record of people, the activities that record it; which are on camera.

    `sent_out` is what each activity discloses to those who use it for themselves.
    """

    recorded: Mapping[str, dict[str, Activity]]
    on_camera: frozenset[str]
    sent_out: Mapping[str, set[str]]


def _watched(facts: Facts) -> _Watched:
    made = facts.atoms(dict.fromkeys(c for activity in facts.activities for c in activity.creates))
    recorded: dict[str, dict[str, Activity]] = defaultdict(dict)
    on_camera: set[str] = set()
    for flow in facts.flows:
        system = facts.data_map.system.get(flow.via or "")
        if system is None or facts.data_map.direction(flow) is not Direction.COLLECTED:
            continue
        camera = system.kind in _CAMERAS_AND_DOORS
        kept = facts.atoms(system.holds) if camera else frozenset()
        observed = facts.atoms(flow.data) & (made | kept) if camera or system.kind in _ONLINE else ()
        on_camera.update(observed if camera else ())
        for category in observed:
            recorded[category][flow.activity] = facts.data_map.activity[flow.activity]
    sent_out: dict[str, set[str]] = defaultdict(set)
    for flow in to_others(facts):
        sent_out[flow.activity] |= facts.atoms(flow.data)
    return _Watched(recorded, frozenset(on_camera), sent_out)


def _reused(facts: Facts, activity: Activity, watched: _Watched) -> list[str]:
    """Return the recorded categories that an activity uses for something else, in map order."""
    kind = kind_of(facts, activity)
    if kind in _LOOKED_UP or bases_of(facts, activity) == {Basis.CONSENT}:
        return []
    used = facts.atoms(activity.data) | watched.sent_out.get(activity.id, set())
    elsewhere = kind in _JUDGED_ELSEWHERE or promotes(facts, activity)
    found = {
        category
        for category in used & watched.recorded.keys()
        if not (elsewhere and category not in watched.on_camera)
        and activity.purpose not in {source.purpose for source in watched.recorded[category].values()}
    }
    return [category.id for category in facts.data_map.data if category.id in found]


def _hits(facts: Facts) -> Iterator[Hit]:
    watched = _watched(facts)
    found = {a: data for a in facts.activities if (data := _reused(facts, a, watched))}
    if found:
        data = list(dict.fromkeys(category for used in found.values() for category in used))
        sources = {a.id: a for category in data for a in watched.recorded[category].values()}
        fields = {
            "activities": quoted(activity.name for activity in found),
            "data": listed(facts.names("data", data)),
            "sources": quoted(source.name for source in sources.values()),
        }
        about = (*(f"activity:{a.id}" for a in found), *(f"data:{category}" for category in data))
        grave = Severity.HIGH if watched.on_camera.intersection(data) else None
        yield Hit(about, clauses_of(found), fields, severity=grave, confidence=unless_sure(found))


RULE = Rule(
    id="observed-data-reused",
    theme=Theme.PURPOSE_LIMITATION,
    title="What systems record of people is used for something else",
    why="People who know that a door, a camera or a portal keeps a record behave as if watched once it is "
    "read for other reasons than running it safely.",
    law=(
        "UK GDPR Art. 5(1)(b)",
        "UK GDPR Art. 8A (before 5 February 2026: Art. 6(4))",
        "UK GDPR Art. 5(1)(a)",
    ),
    remedy="The owner of each activity stops using these records for it, or limits that to incidents that "
    "are written down, with a person who decides; the data protection officer tells people which.",
    false_alarms="The records only show what the person has ordered or reported, and nothing on behaviour.",
    message="What systems record of people for {sources} ({data}) is also used in {activities}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
