"""How grave a breach is for people, by ENISA's method, as a range over what is not known yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from ..law.enisa import (
    AVAILABILITY,
    CONFIDENTIALITY,
    FORMULA,
    INTEGRITY,
    MALICE,
    MANY_PEOPLE,
    SOURCE,
    Score,
    level_of,
    score_of,
)
from ..model.authority import Authority
from ..model.blast_radius import BlastRadius
from ..model.circumstances import Circumstances
from ..model.data_map import DataMap
from ..model.incident import BreachSeverity, SeverityStep
from ..model.noun import Answer
from .context import context_step, identification_step

Extent = TypeVar("Extent")


class _Asked(NamedTuple):
    part: str
    title: str
    question: str


_CONFIDENTIALITY: Final = _Asked(
    "confidentiality",
    "Who may have it now",
    "Has anybody had the data who should not: nobody as far as logs show, known recipients, or unknown ones?",
)
_INTEGRITY: Final = _Asked(
    "integrity", "Whether it was altered", "Was anything altered, used while wrong, and can it be put right?"
)
_AVAILABILITY: Final = _Asked(
    "availability", "Whether it can be had", "Can the data be had when it is needed, now or after some time?"
)
_MALICE: Final = _Asked(
    "malice", "Whether somebody meant harm", "Was it an accident, or did somebody mean it?"
)


def breach_severity(data_map: DataMap, radius: BlastRadius, circumstances: Circumstances) -> BreachSeverity:
    """Return the severity of a breach: context x identification + circumstances, each step with its reason.

    What is not known spans a range, from the lowest score to the highest that the answers leave open. Every
    category counts that the radius exposes or that was named; of a combination, the most telling one.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.blast_radius import blast_radius
    >>> found = breach_severity(
    ...     example_map(),
    ...     blast_radius(example_map(), party="court"),
    ...     Circumstances(party="court", aware=dt.datetime(2026, 11, 20), confidentiality="known-recipients"),
    ... )
    >>> found.lowest, found.highest, found.level.value, found.highest_level.value
    (0.5, 4.75, 'low', 'very-high')
    """
    data = _counted(data_map, radius)
    context = context_step(data_map, data, radius.exposed, circumstances.adjustments)
    identification = identification_step(data_map, data)
    around = tuple(_circumstances(circumstances))
    lowest = score_of(context.lowest, identification.lowest, sum(step.lowest for step in around))
    highest = score_of(context.highest, identification.highest, sum(step.highest for step in around))
    return BreachSeverity(
        lowest=lowest,
        highest=highest,
        level=level_of(lowest),
        highest_level=level_of(highest),
        steps=(context, identification, *around),
        flags=tuple(_flags(radius, circumstances)),
        formula=FORMULA,
        source=SOURCE,
    )


def known_people(radius: BlastRadius) -> int | None:
    """Return how many people the map knows the hit party or system to have data about; None if it knows none.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.blast_radius import blast_radius
    >>> known_people(blast_radius(example_map(), party="agent")) is None
    True
    """
    numbers = [row.number for row in radius.exposed if isinstance(row.number, int)]
    return sum(numbers) if numbers else None


def _counted(data_map: DataMap, radius: BlastRadius) -> list[str]:
    named = data_map.atoms(radius.unseen) if radius.unseen else frozenset()
    counted = {name for row in radius.exposed for name in row.data} | named
    return [name for name in data_map.category if name in counted]


def _circumstances(circumstances: Circumstances) -> Iterator[SeverityStep]:
    yield _loss(_CONFIDENTIALITY, CONFIDENTIALITY, circumstances.confidentiality)
    yield _loss(_INTEGRITY, INTEGRITY, circumstances.integrity)
    yield _loss(_AVAILABILITY, AVAILABILITY, circumstances.availability)
    known = {Answer.YES: (MALICE, MALICE), Answer.NO: (0.0, 0.0)}
    low, high = known.get(circumstances.malicious, (0.0, MALICE))
    told = {Answer.YES: "Somebody meant it.", Answer.NO: "It was an accident or a mistake."}
    yield _step(_MALICE, low, high, told.get(circumstances.malicious, "Not known yet."))


def _loss(asked: _Asked, scores: Mapping[Extent, Score], extent: Extent) -> SeverityStep:
    if extent in scores:
        score = scores[extent]
        return _step(asked, score.value, score.value, f"{score.says[0].upper()}{score.says[1:]}.")
    values = [score.value for score in scores.values()]
    return _step(asked, min(values), max(values), "Not known yet.")


def _step(asked: _Asked, low: float, high: float, says: str) -> SeverityStep:
    return SeverityStep(
        part=asked.part,
        title=asked.title,
        lowest=low,
        highest=high,
        says=says,
        source=SOURCE,
        authority=Authority.GUIDANCE if low == high else Authority.ASSUMPTION,
        question=asked.question if low != high else None,
    )


def _flags(radius: BlastRadius, circumstances: Circumstances) -> Iterator[str]:
    people = circumstances.people
    if people is not None and people > MANY_PEOPLE:
        yield f"More than {MANY_PEOPLE} people are concerned ({people:,}); the score does not count them."
    elif people is None:
        bound = known_people(radius)
        if bound is not None and bound > MANY_PEOPLE:
            yield (
                f"Up to {bound:,} people may be concerned, by the numbers in the map; the score does not "
                "count them."
            )
    if circumstances.encrypted is Answer.YES:
        yield "The data is unintelligible to whoever has it; the score does not count that, the duties do."
