"""Every figure that the numbers rest on: what a map gives, and what is assumed where it gives nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model.assumption import AssumptionName, Figure, Unit
from ..model.data_map import DataMap
from ..model.risk_model import (
    ChanceRange,
    LossRange,
    PeopleRange,
    PlannedMeasure,
    RateRange,
    RiskModel,
    ScenarioName,
    ScenarioNumbers,
)
from .assumptions import ASSUMPTIONS, FREQUENCIES
from .scenarios import SCENARIO
from .spread import Spread, amount, chance, fixed, triangle

_GIVEN = "Given by the map."


def figures(data_map: DataMap, scenarios: Iterable[str]) -> tuple[Figure, ...]:
    """Return the figures that hold for a map and some scenarios, those of the map in place of the assumed.

    Examples
    --------
    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}],
    ...     "risk_model": {"assumptions": [{"assumption": "telling-cost", "low": 2, "high": 3,
    ...                                     "source": "last mailing"}]}})
    >>> found = {figure.id: figure for figure in figures(m, ["pestered"])}
    >>> found["telling-cost"].low, found["telling-cost"].assumed, found["frequency:pestered"].assumed
    (2.0, False, True)
    """
    model = data_map.risk_model or RiskModel()
    wanted = [ScenarioName(name) for name in scenarios]
    return (
        *_common(model),
        *(figure for name in wanted for figure in _of_scenario(name, model.of(name))),
        *(figure for measure in model.measures for figure in _of_measure(measure)),
    )


def spreads(listed: Iterable[Figure]) -> dict[str, Spread]:
    """Return the distribution of each figure by its id.

    >>> figure = Figure(id="x", name="X", unit=Unit.POUNDS, low=10, high=1000, why="", source="")
    >>> round(spreads([figure])["x"].percentile(0.5))
    100
    """
    return {figure.id: _spread(figure) for figure in listed}


def _spread(figure: Figure) -> Spread:
    if figure.mode is not None:
        return triangle(figure.low, figure.mode, figure.high)
    if figure.low == figure.high:
        return fixed(figure.low)
    return (chance if figure.unit.is_share else amount)(figure.low, figure.high)


def _common(model: RiskModel) -> Iterator[Figure]:
    given = {value.assumption: value for value in model.assumptions}
    for name, row in ASSUMPTIONS.items():
        values = {"id": name.value, "name": row.name, "unit": row.unit}
        mine = given.get(name)
        turnover = _turnover(model) if name is AssumptionName.TURNOVER and model.turnover else None
        if turnover is not None and model.turnover:
            source = model.turnover.source
            yield Figure(**values, low=turnover, high=turnover, why=_GIVEN, source=source, assumed=False)
        elif mine:
            yield _given(values, row.unit, mine)
        else:
            ends = {"low": row.low, "high": row.high, "mode": row.mode}
            yield Figure(**values, **ends, why=row.why, source=row.source)


def _turnover(model: RiskModel) -> float | None:
    """Return the turnover that the law looks at: that of the undertaking, else of the organisation."""
    known = model.turnover
    if known is None:
        return None
    return known.undertaking if known.undertaking is not None else known.organisation


def _of_scenario(name: ScenarioName, known: ScenarioNumbers | None) -> Iterator[Figure]:
    called = SCENARIO[name].title
    row = FREQUENCIES[name]
    given = (known.frequency or known.probability) if known else None
    words = {"id": f"frequency:{name}", "name": f"How often: {called}"}
    if given:
        unit = Unit.EVENTS if isinstance(given, RateRange) else Unit.CHANCE
        yield _given(words, unit, given)
    else:
        yield Figure(**words, unit=row.unit, low=row.low, high=row.high, why=row.why, source=row.source)
    if known and known.people:
        yield _given({"id": f"people:{name}", "name": f"People at once: {called}"}, Unit.PEOPLE, known.people)
    for loss in known.losses if known else ():
        kind = loss.kind.value.replace("-", " ").capitalize()
        yield _given({"id": f"loss:{name}:{loss.kind}", "name": f"{kind}: {called}"}, Unit.POUNDS, loss)


def _of_measure(measure: PlannedMeasure) -> Iterator[Figure]:
    start = f"measure:{measure.id}"
    yield _given({"id": f"{start}:cost", "name": f"Cost: {measure.name}"}, Unit.POUNDS_A_YEAR, measure.cost)
    for what, shares in (("frequency", measure.frequency), ("loss", measure.loss)):
        if shares:
            yield _given(
                {"id": f"{start}:{what}", "name": f"Effect on {what}: {measure.name}"}, Unit.SHARE, shares
            )


def _given(
    words: Mapping[str, str], unit: Unit, known: RateRange | ChanceRange | PeopleRange | LossRange | object
) -> Figure:
    low, high, source = (getattr(known, name) for name in ("low", "high", "source"))
    return Figure(**{**words, "unit": unit}, low=low, high=high, why=_GIVEN, source=source, assumed=False)
