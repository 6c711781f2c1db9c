"""The risk register: the scenarios of harm, each where the map has it, with its grades and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model.data_map import DataMap
from ..model.finding import Finding, Status
from ..model.risk import Risk, RiskRegister, RiskScale
from ..model.words import counted
from ..rules.wording import listed
from .facts import RiskFacts, Spot
from .scale import rank, scale_of
from .scenario import Scenario
from .scenarios import SCENARIOS
from .score import WEIGHTS, inherent_grade, raises, residual_grade
from .wording import MOST_NAMED

#: What stands somewhere in the map; a clause, a purpose or a right stands everywhere and nowhere.
PLACES = ("flow", "party", "activity", "system", "data")


def risk_register(
    data_map: DataMap, findings: Iterable[Finding], scenarios: Sequence[Scenario] = SCENARIOS
) -> RiskRegister:
    """Return the register of risks to people, worst residual risk first.

    A scenario gives one row if there is anything in the map where it can happen, and none otherwise; what
    the map only expects is no such place. Findings that somebody has accepted, and questions, are tied to
    the risk but do not make it more likely.

    Parameters
    ----------
    data_map
        The map; its own `risk_scale` is used where it has one, the regulator's otherwise.
    findings
        What the rules found, in any order; the order does not change the result.
    scenarios
        The ways in which people can come to harm.

    Notes
    -----
    UK GDPR Art. 24(1), 32(1), 35(7)(c), (d). `score` says how grades are counted.

    Examples
    --------
    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "Shop", "kind": "organisation", "stance": "recorded"}],
    ...     "data": [{"id": "d", "name": "Orders", "stance": "recorded"}],
    ...     "systems": [{"id": "crm", "name": "CRM", "kind": "platform", "operator": "s", "holds": ["d"],
    ...                  "stance": "recorded"}]})
    >>> for risk in risk_register(m, []).risks:
    ...     print(risk.id, risk.residual.likelihood, risk.residual.harm, risk.residual.level)
    exposed-where-kept possible significant medium
    """
    facts = RiskFacts(data_map)
    scale = scale_of(data_map)
    given = sorted(findings, key=lambda finding: finding.id)
    found = (_risk(scenario, facts, given, scale) for scenario in scenarios)
    risks = sorted((risk for risk in found if risk), key=_worst_first)
    return RiskRegister(scale=scale, risks=tuple(risks))


def _worst_first(risk: Risk) -> tuple[int, ...]:
    """Return what sorts risks; of equals the sort keeps the order of the scenarios."""
    grades = (risk.residual, risk.inherent)
    return tuple(-rank(value) for g in grades for value in (g.level, g.harm, g.likelihood))


def _risk(scenario: Scenario, facts: RiskFacts, findings: Sequence[Finding], scale: RiskScale) -> Risk | None:
    """Return the risk of a scenario, or nothing if the map has no place for it."""
    of_theme = [finding for finding in findings if _concerns(scenario, finding)]
    spots = spots_of(scenario, facts, findings)
    if not spots:
        return None
    at_risk = _references(facts.data_map, spots)
    bearing = [finding for finding in of_theme if _bears(scenario, finding, at_risk)]
    inherent = inherent_grade(scenario, facts, spots, bearing, scale)
    residual, measures = residual_grade(scenario, facts.data_map, spots, inherent, scale)
    return Risk(
        id=scenario.id,
        scenario=scenario.id,
        title=scenario.title,
        harm_to_people=scenario.harm,
        about=tuple(dict.fromkeys(ref for spot in spots for ref in (spot.place, *spot.also))),
        findings=tuple(finding.id for finding in bearing),
        inherent=inherent,
        measures=measures,
        residual=residual,
        next_step=_next_step(scenario, facts.data_map, spots, bearing, measures),
    )


def spots_of(scenario: Scenario, facts: RiskFacts, findings: Iterable[Finding]) -> list[Spot]:
    """Return where a scenario can happen in a map, with the places that open findings put in doubt.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}]})
    >>> spots_of(SCENARIOS[0], RiskFacts(m), [])
    []
    """
    spots = list(scenario.find(facts))
    if scenario.doubted:
        counting = [finding for finding in findings if raises(finding) and _concerns(scenario, finding)]
        touched = frozenset(about for finding in counting for about in finding.about)
        known = {spot.place for spot in spots}
        spots += [spot for spot in scenario.doubted(facts, touched) if spot.place not in known]
    return spots


def _concerns(scenario: Scenario, finding: Finding) -> bool:
    return finding.theme in scenario.themes or _particular(scenario, finding)


def _particular(scenario: Scenario, finding: Finding) -> bool:
    """Say whether the rule behind a finding is one that the scenario names."""
    return finding.rule in scenario.rules


def _references(data_map: DataMap, spots: Sequence[Spot]) -> frozenset[str]:
    """Return every reference that a finding about these spots may carry."""
    found: set[str] = set()
    for spot in spots:
        found.add(spot.place)
        found.update(spot.also)
        for kind, names in (
            ("party", spot.parties),
            ("system", spot.systems),
            ("activity", spot.activities),
            ("data", spot.data),
        ):
            found.update(f"{kind}:{name}" for name in names)
        found.update(f"purpose:{data_map.activity[name].purpose}" for name in spot.activities)
    return frozenset(found)


def _bears(scenario: Scenario, finding: Finding, at_risk: frozenset[str]) -> bool:
    """Say whether a finding of the right kind is about something at risk.

    One of a rule that the scenario names also counts if it is about no place at all: about a clause, say.
    """
    if not at_risk.isdisjoint(finding.about):
        return True
    kinds = {about.partition(":")[0] for about in finding.about}
    return _particular(scenario, finding) and kinds.isdisjoint(PLACES)


def _called(data_map: DataMap, place: str) -> str:
    """Return what a sentence calls a place; a flow by its ends."""
    kind, _, name = place.partition(":")
    if kind != "flow":
        return data_map.name(place)
    flow = data_map.flow[name]
    return f"{data_map.name(f'party:{flow.sender}')} to {data_map.name(f'party:{flow.recipient}')}"


def _next_step(
    scenario: Scenario,
    data_map: DataMap,
    spots: Sequence[Spot],
    bearing: Sequence[Finding],
    measures: tuple[str, ...],
) -> str:
    """Return what to do first: the most urgent open finding, else what the scenario advises."""
    live = [finding for finding in bearing if finding.status is not Status.ACCEPTED]
    counting = [finding for finding in live if raises(finding)]
    if not live and measures:
        kept = listed((data_map.name(f"safeguard:{name}") for name in measures), MOST_NAMED)
        return f"Keep this in place, and test from time to time that it works: {kept}."
    if not live:
        names = listed((_called(data_map, spot.place) for spot in spots), MOST_NAMED)
        return scenario.next_step.replace("{places}", names)
    first = max(counting or live, key=lambda finding: _urgency(scenario, finding))
    rest = len(counting) - 1
    then = f" Then look at {counted(rest, 'more open finding')}." if rest > 0 else ""
    how = "" if counting else "Settle the question first. "
    return f"{how}{first.title} ({first.id}): {first.remedy}{then}"


def _urgency(scenario: Scenario, finding: Finding) -> tuple[bool, int]:
    """Return what sorts findings by what to do first: the scenario's own rules, then the gravest."""
    return _particular(scenario, finding), WEIGHTS.get((finding.severity, finding.confidence), 0)
