"""The two parts of severity that rest on the data: what it tells, and how easily people are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ..law.enisa import CONTEXT_RANGE, CONTEXTS, FACTORS, IDENTIFICATIONS, SOURCE
from ..model.authority import Authority
from ..model.blast_radius import ExposedPeople
from ..model.circumstances import Adjustment, Factor
from ..model.data import DataContext, Identification, Sensitivity
from ..model.data_map import DataMap
from ..model.incident import SeverityStep
from ..model.party import Vulnerability

#: What a category without a context is taken for, by its sensitivity: the lowest and the highest class.
_BY_SENSITIVITY: Final = {
    Sensitivity.ORDINARY: (DataContext.SIMPLE, DataContext.FINANCIAL),
    Sensitivity.HIGH_RISK: (DataContext.BEHAVIOURAL, DataContext.FINANCIAL),
    Sensitivity.SPECIAL_CATEGORY: (DataContext.SENSITIVE, DataContext.SENSITIVE),
    Sensitivity.CRIMINAL_OFFENCE: (DataContext.SENSITIVE, DataContext.SENSITIVE),
}
_AT_RISK: Final = frozenset((Vulnerability.CHILD, Vulnerability.ADULT_AT_RISK))
_ALL_LEVELS: Final = tuple(score.value for score in IDENTIFICATIONS.values())
_NAMED: Final = 4


class Graded(NamedTuple):
    """A category with the lowest and the highest value of one part; `stated` says that the map gives it."""

    category: str
    lowest: float
    highest: float
    stated: bool


def context_of(data_map: DataMap, category: str) -> Graded:
    """Return the context of a category, 1 to 4: its own, else that of the nearest parent that states one.

    Where none does, its sensitivity decides: sensitive for special categories and offences, a range for the
    others, since nobody has said what they tell. That is an assumption.

    >>> from audit_lib.graph.example import example_map
    >>> context_of(example_map(), "name")
    Graded(category='name', lowest=1.0, highest=3.0, stated=False)
    """
    for name in _upwards(data_map, category):
        stated = data_map.category[name].context
        if stated is not DataContext.NOT_STATED:
            value = CONTEXTS[stated].value
            return Graded(category, value, value, stated=True)
    low, high = _BY_SENSITIVITY[data_map.category[category].sensitivity]
    return Graded(category, CONTEXTS[low].value, CONTEXTS[high].value, stated=False)


def identification_of(data_map: DataMap, category: str) -> Graded:
    """Return how easily a category alone identifies, 0.25 to 1: its own, else that of the nearest parent.

    Where none states it, anything is possible: the whole range, as an assumption.

    >>> from audit_lib.graph.example import example_map
    >>> identification_of(example_map(), "name")
    Graded(category='name', lowest=0.25, highest=1.0, stated=False)
    """
    for name in _upwards(data_map, category):
        stated = data_map.category[name].identifies
        if stated is not Identification.NOT_STATED:
            value = IDENTIFICATIONS[stated].value
            return Graded(category, value, value, stated=True)
    return Graded(category, min(_ALL_LEVELS), max(_ALL_LEVELS), stated=False)


def worst(graded: Iterable[Graded]) -> tuple[Graded, ...]:
    """Return what decides: the categories with the highest value, those that the map states first.

    >>> worst([Graded("a", 1, 1, True), Graded("b", 3, 3, True)])
    (Graded(category='b', lowest=3, highest=3, stated=True),)
    """
    found = tuple(graded)
    top = max((one.highest for one in found), default=0.0)
    return tuple(sorted((one for one in found if one.highest == top), key=lambda one: not one.stated))


def context_step(
    data_map: DataMap,
    data: Sequence[str],
    exposed: Sequence[ExposedPeople],
    adjustments: Sequence[Adjustment],
) -> SeverityStep:
    """Return what the data tells: the worst of its categories, moved by the factors that a person has given.

    >>> from audit_lib.graph.example import example_map
    >>> step = context_step(example_map(), ["arrears"], (), ())
    >>> step.lowest, step.highest, step.authority.value
    (1.0, 3.0, 'assumption')
    """
    graded = [context_of(data_map, name) for name in data]
    low, high = _span(graded, CONTEXT_RANGE)
    says = [_said(data_map, graded, "context", low, high)]
    moved = sum(one.by for one in adjustments)
    says += [f"Moved by {one.by:+d} for {one.factor.value}: {one.reason}" for one in adjustments]
    low, high = _kept(low + moved), _kept(high + moved)
    assumed = _assumed(graded)
    asks = [_ask(data_map, graded, "context")] if assumed or low != high else []
    at_risk = [row.subject for row in exposed if _AT_RISK & set(row.vulnerability)]
    if at_risk and Factor.PEOPLE not in {one.factor for one in adjustments} and high < CONTEXT_RANGE[1]:
        high += 1
        names = ", ".join(data_map.name(f"party:{name}") for name in at_risk)
        says.append(f"Up to one class more, because there are children or adults at risk among {names}.")
        asks.append(f"Is this data dangerous for the children or adults at risk among {names}?")
    return SeverityStep(
        part="context",
        title="What the data tells",
        lowest=low,
        highest=high,
        says=" ".join(says),
        source=SOURCE if not assumed else "no class in the map; taken by sensitivity",
        authority=Authority.ASSUMPTION if assumed or low != high else Authority.GUIDANCE,
        about=tuple(f"data:{one.category}" for one in worst(graded)),
        question=" ".join(asks) or None,
    )


def identification_step(data_map: DataMap, data: Sequence[str]) -> SeverityStep:
    """Return how easily people are known from the data: a combination counts as its most telling part.

    >>> from audit_lib.graph.example import example_map
    >>> identification_step(example_map(), ["name"]).question
    'How easily is somebody known from Name alone? Say it under identifies in the map.'
    """
    graded = [identification_of(data_map, name) for name in data]
    low, high = _span(graded, (min(_ALL_LEVELS), max(_ALL_LEVELS)))
    assumed = _assumed(graded)
    return SeverityStep(
        part="identification",
        title="How easily people are known",
        lowest=low,
        highest=high,
        says=_said(data_map, graded, "identification", low, high),
        source=SOURCE if not assumed else "not stated in the map",
        authority=Authority.ASSUMPTION if assumed else Authority.GUIDANCE,
        about=tuple(f"data:{one.category}" for one in worst(graded)),
        question=_ask(data_map, graded, "identification") if low != high else None,
    )


def factors_to_ask(adjustments: Sequence[Adjustment]) -> tuple[str, ...]:
    """Return the contextual factors that nobody has given yet, as questions.

    >>> len(factors_to_ask(())), factors_to_ask(())[-2]
    (6, 'Was the data public before the breach?')
    """
    given = {one.factor for one in adjustments}
    return tuple(meaning.asks for factor, meaning in FACTORS.items() if factor not in given)


def _assumed(graded: Sequence[Graded]) -> bool:
    """Say whether the highest value rests on what nobody has stated."""
    return not any(one.stated for one in worst(graded))


def _upwards(data_map: DataMap, category: str) -> Iterable[str]:
    at: str | None = category
    while at is not None:
        yield at
        at = data_map.category[at].parent


def _span(graded: Sequence[Graded], everything: tuple[float, float]) -> tuple[float, float]:
    """Return the highest of the lowest and of the highest values; without any data, all is possible."""
    if not graded:
        return everything
    return max(one.lowest for one in graded), max(one.highest for one in graded)


def _kept(value: float) -> float:
    return min(max(value, CONTEXT_RANGE[0]), CONTEXT_RANGE[1])


def _said(data_map: DataMap, graded: Sequence[Graded], part: str, low: float, high: float) -> str:
    if not graded:
        return "It is not known which data was there, so anything is possible."
    scores = CONTEXTS if part == "context" else IDENTIFICATIONS
    names = _names(data_map, [one.category for one in worst(graded)])
    shown = [f"{word}, {score.says}" for word, score in scores.items() if score.value == high]
    start = f"{names}: {shown[0]}."
    return start if low == high else f"{start} The map does not say so; at least {low:g} is certain."


def _ask(data_map: DataMap, graded: Sequence[Graded], part: str) -> str:
    if not graded:
        return "Which data was there?"
    sure = max((one.lowest for one in graded if one.stated), default=0.0)
    names = _names(data_map, [one.category for one in graded if not one.stated and one.highest > sure])
    if part == "context":
        return f"What does {names} tell about people? Say it under context in the map."
    return f"How easily is somebody known from {names} alone? Say it under identifies in the map."


def _names(data_map: DataMap, categories: Sequence[str]) -> str:
    names = [data_map.name(f"data:{name}") for name in categories]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
