"""What housing law asks of the organisation whose map it is."""

from __future__ import annotations

import datetime as dt

from ..law.housing import HousingDuty, Nation, duties_in_force, nations_of
from ..model.activity import Activity
from ..model.map_info import Sector
from ..model.purpose import PurposeKind
from ..model.retention import Retention
from .facts import Facts, given

_LETTING = frozenset({Sector.PRIVATE_LETTING, Sector.SOCIAL_LETTING})


def lets_homes(facts: Facts) -> bool:
    """Say whether the organisation lets homes, privately or as a social landlord.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> lets_homes(Facts(example_map(), dt.date(2026, 11, 22)))
    False
    """
    return facts.data_map.info.sector in _LETTING


def nations(facts: Facts) -> frozenset[Nation]:
    """Return the parts of the kingdom that the map's jurisdiction names; none where it names none.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> nations(Facts(example_map(), dt.date(2026, 11, 22)))
    frozenset()
    """
    return nations_of(facts.data_map.info.jurisdiction)


def duties(facts: Facts) -> tuple[HousingDuty, ...]:
    """Return the duties of housing law that apply to the organisation on the day; none if it lets no homes.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> duties(Facts(example_map(), dt.date(2026, 11, 22)))
    ()
    """
    if not lets_homes(facts):
        return ()
    private = facts.data_map.info.sector is Sector.PRIVATE_LETTING
    rows = duties_in_force(nations(facts), facts.as_of)
    return tuple(row for row in rows if private or not row.private or _social(row, facts.as_of))


def _social(row: HousingDuty, as_of: dt.date) -> bool:
    return row.social_since is not None and row.social_since <= as_of


def expected_of_kind(facts: Facts, *kinds: PurposeKind) -> list[Activity]:
    """Return the activities of some kinds of purpose that nobody has confirmed.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> expected_of_kind(Facts(example_map(), dt.date(2026, 11, 22)), PurposeKind.GAS_SAFETY)
    []
    """
    known = {activity.id for activity in facts.activities}
    purposes = facts.data_map.purpose
    return [
        activity
        for activity in facts.data_map.activities
        if activity.id not in known and purposes[activity.purpose].kind in kinds
    ]


def kept_for(facts: Facts, activity: Activity) -> list[Retention]:
    """Return the statements that give a period to the records that an activity makes.

    A statement counts that names the activity, or a category that the activity creates or that is sensitive
    in it; what says how long names and addresses are kept in general says nothing of these records.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> kept_for(facts, facts.activities[0])
    []
    """
    records = facts.atoms((*activity.creates, *facts.sensitive(activity.data)))
    return [
        each
        for each in facts.retention
        if given(each.period) and (activity.id in each.activities or records & facts.atoms(each.data))
    ]
