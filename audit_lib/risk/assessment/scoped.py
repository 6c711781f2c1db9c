"""The risks of one activity alone: the same scenarios, looked for only where this activity is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from ...model.data_map import DataMap
from ...model.finding import Finding
from ...model.risk import RiskRegister
from ..facts import RiskFacts, Spot
from ..register import PLACES, risk_register
from ..scenario import Scenario
from ..scenarios import SCENARIOS


def risks_of(
    data_map: DataMap, activity: str, findings: Iterable[Finding], scenarios: Sequence[Scenario] = SCENARIOS
) -> RiskRegister:
    """Return the risks to people from one activity, graded for it alone, worst residual risk first.

    The scenarios, the scale and the way of counting are those of the register of the whole map; but only
    the flows, holders and channels count that handle data of this activity, and only that data.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> m = example_map()
    >>> all(any(about in ("activity:letting-work", "flow:sue", "flow:apply") for about in risk.about)
    ...     or risk.id == "exposed-where-kept" for risk in risks_of(m, "letting-work", []).risks)
    True
    """
    found = data_map.activity[activity]
    flows = frozenset(f"flow:{flow.id}" for flow in data_map.flows if flow.activity == activity)
    moved = [name for flow in data_map.flows if flow.activity == activity for name in flow.data]
    data = data_map.atoms(tuple(dict.fromkeys((*found.data, *found.creates, *moved))))

    def narrowed(spots: Iterable[Spot]) -> Iterator[Spot]:
        for spot in spots:
            here = activity in spot.activities if spot.activities else False
            led = flows & {spot.place, *spot.also}
            mine = spot.data & data
            if (here or led) and (mine or not spot.data):
                also = tuple(one for one in spot.also if one in flows)
                yield spot._replace(activities=spot.activities & {activity}, data=mine, also=also)

    cited = clauses_behind(data_map, activity)
    bearing = [
        finding for finding in findings if _somewhere(finding) or not cited.isdisjoint(finding.clauses)
    ]
    return risk_register(data_map, bearing, [_only(scenario, narrowed) for scenario in scenarios])


def clauses_behind(data_map: DataMap, activity: str) -> frozenset[str]:
    """Return the sentences of the notice that an activity, a basis or a flow of it cites.

    >>> from audit_lib.graph.example import example_map
    >>> clauses_behind(example_map(), "letting-work")
    frozenset()
    """
    entry = data_map.activity[activity]
    cited = {*entry.clauses, *(clause for basis in entry.bases for clause in basis.clauses)}
    cited.update(c for flow in data_map.flows if flow.activity == activity for c in flow.clauses)
    return frozenset(cited)


def _somewhere(finding: Finding) -> bool:
    """Say whether a finding is about something that stands somewhere; one about a sentence alone is not."""
    return any(about.partition(":")[0] in PLACES for about in finding.about)


def _only(scenario: Scenario, narrowed: Callable[[Iterable[Spot]], Iterator[Spot]]) -> Scenario:
    doubted = scenario.doubted

    def find(facts: RiskFacts) -> Iterator[Spot]:
        return narrowed(scenario.find(facts))

    def doubt(facts: RiskFacts, touched: frozenset[str]) -> Iterator[Spot]:
        return narrowed(doubted(facts, touched) if doubted else ())

    return replace(scenario, find=find, doubted=doubt if doubted else None)
