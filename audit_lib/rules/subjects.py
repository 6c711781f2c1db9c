"""Whom the data is about: who deals with the controller, and who calls for particular care."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.activity import Activity
from ..model.flow import Direction, Flow
from ..model.party import Vulnerability
from .facts import Facts


def dealing(facts: Facts) -> frozenset[str]:
    """Return the people who give data themselves in some flow, and so can be told of it there.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> sorted(dealing(Facts(example_map(), dt.date(2026, 11, 22))))
    ['tenants']
    """
    return frozenset(flow.sender for flow in facts.flows if flow.sender in facts.data_map.individuals)


def spoken_for(facts: Facts, flows: Iterable[Flow]) -> Mapping[Flow, list[str]]:
    """Return the flows by which some people give data about others who never deal with the controller.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> spoken_for(facts, facts.flows)
    {}
    """
    known = dealing(facts)
    found = {
        flow: [person for person in flow.subjects if person not in known]
        for flow in flows
        if facts.data_map.direction(flow) is Direction.COLLECTED
    }
    return {flow: others for flow, others in found.items() if others}


def vulnerable(facts: Facts, activity: Activity, kind: Vulnerability) -> list[str]:
    """Return the people whom an activity is about and who are, or are among others, vulnerable in a way.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> vulnerable(facts, facts.activities[0], Vulnerability.CHILD)
    []
    """
    return [person for person in activity.subjects if kind in facts.data_map.party[person].vulnerability]
