"""How likely and how severe a risk is, before and after the measures, with the reasons in words.

Likelihood is counted in points, so that two people who read the map get the same answer:

- the worst open finding that bears on the risk gives the points of `WEIGHTS`;
- every further one gives 1, up to 3;
- 2 to 4 places at risk give 1, 5 to 9 give 2, and 10 or more give 3.

`POSSIBLE_FROM` and `PROBABLE_FROM` say where the steps are; some harms are possible by nature, with no point
at all. More findings never make a risk less likely.
Severity comes from the most sensitive data at risk and the kind of harm. Measures lower either by one step,
and only if they are in place wherever the harm can happen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.finding import Finding, Severity, Status
from ..model.noun import Confidence
from ..model.risk import Grade, Harm, Likelihood, RiskScale
from ..model.safeguard import Measure
from ..model.words import counted
from ..rules.wording import listed, quoted
from .facts import WORST, RiskFacts, Spot
from .measures import Cover, cover
from .scale import lower, rank
from .scenario import Scenario
from .wording import MOST_NAMED

#: The points of a finding by how much it matters and how sure it is. A question gives none.
WEIGHTS: Final[Mapping[tuple[Severity, Confidence], int]] = {
    (Severity.HIGH, Confidence.CERTAIN): 6,
    (Severity.MEDIUM, Confidence.CERTAIN): 4,
    (Severity.LOW, Confidence.CERTAIN): 2,
    (Severity.HIGH, Confidence.LIKELY): 4,
    (Severity.MEDIUM, Confidence.LIKELY): 2,
    (Severity.LOW, Confidence.LIKELY): 1,
}
POSSIBLE_FROM: Final = 3
PROBABLE_FROM: Final = 8


class _Step(NamedTuple):
    """What a kind of measure does, and the value before and after it."""

    effect: str
    before: Likelihood | Harm
    after: Likelihood | Harm


def raises(finding: Finding) -> bool:
    """Say whether a finding makes a risk more likely.

    One that is in hand still does: it is not put right yet. One that somebody has accepted does not, until
    the acceptance runs out; it is shown beside the risk. A question is no fact, so it does not either.

    >>> asked = Finding(id="r-1", rule="r", theme="security", title="T", severity="high", confidence="ask",
    ...     law=(), about=(), message="M", remedy="R")
    >>> raises(asked), raises(asked.model_copy(update={"confidence": Confidence.CERTAIN}))
    (False, True)
    """
    return finding.status is not Status.ACCEPTED and finding.confidence is not Confidence.ASK


def inherent_grade(
    scenario: Scenario, facts: RiskFacts, spots: Sequence[Spot], findings: Sequence[Finding], scale: RiskScale
) -> Grade:
    """Return the grade of a risk before any measure.

    Parameters
    ----------
    spots
        Where the harm can happen; at least one.
    findings
        Those that bear on the risk, whatever their status.
    """
    counting = [finding for finding in findings if raises(finding)]
    places = len({spot.place for spot in spots})
    points = _points(counting, places)
    reached = [Likelihood.REMOTE]
    reached += [Likelihood.POSSIBLE] * (points >= POSSIBLE_FROM)
    reached += [Likelihood.PROBABLE] * (points >= PROBABLE_FROM)
    likelihood = max(reached[-1], scenario.by_nature, key=rank)
    harm = scenario.harms.of(facts.worst(name for spot in spots for name in spot.data))
    why = " ".join(
        [
            _why_likely(scenario, likelihood, counting, places),
            _why_severe(facts, spots, harm),
            *_why_not_counted(findings),
        ]
    )
    return Grade(likelihood=likelihood, harm=harm, level=scale.level(likelihood, harm), why=why)


def residual_grade(
    scenario: Scenario, data_map: DataMap, spots: Sequence[Spot], inherent: Grade, scale: RiskScale
) -> tuple[Grade, tuple[str, ...]]:
    """Return the grade of a risk after the measures, and the safeguards that make the difference.

    It is never above the inherent grade, whatever the scale.
    """
    deterred = cover(data_map, spots, scenario.deterred_by)
    softened = cover(data_map, spots, scenario.softened_by)
    likelihood = lower(inherent.likelihood) if deterred.complete else inherent.likelihood
    harm = lower(inherent.harm) if softened.complete else inherent.harm
    level = scale.level(likelihood, harm)
    if rank(level) > rank(inherent.level):  # a scale of one's own can be so; a measure makes nothing worse
        likelihood, harm, level = inherent.likelihood, inherent.harm, inherent.level
    effective = [
        safeguard.id
        for reach, works in (
            (deterred, likelihood is not inherent.likelihood),
            (softened, harm is not inherent.harm),
        )
        if works
        for safeguard in reach.safeguards
    ]
    reasons = [
        _why_changed(
            deterred,
            scenario.deterred_by,
            _Step("less likely", inherent.likelihood, likelihood),
            scenario.places,
        ),
        _why_changed(
            softened, scenario.softened_by, _Step("less severe", inherent.harm, harm), scenario.places
        ),
    ]
    said = [reason for reason in reasons if reason]
    why = " ".join(said) or "No kind of technical or organisational measure in the map bears on this risk."
    grade = Grade(likelihood=likelihood, harm=harm, level=level, why=why)
    return grade, tuple(dict.fromkeys(effective))


def _points(counting: Sequence[Finding], places: int) -> int:
    worst = max((WEIGHTS[finding.severity, finding.confidence] for finding in counting), default=0)
    further = min(3, max(0, len(counting) - 1))
    return worst + further + (places >= 2) + (places >= 5) + (places >= 10)


def _why_likely(scenario: Scenario, likelihood: Likelihood, counting: Sequence[Finding], places: int) -> str:
    spread = f"it can happen at {counted(places, *scenario.places)}"
    nature = (
        "" if scenario.by_nature is Likelihood.REMOTE else f" Unless prevented it is {scenario.by_nature}."
    )
    if not counting:
        return f"{likelihood.capitalize()}: no open finding bears on it, and {spread}.{nature}"
    worst = max(counting, key=lambda finding: WEIGHTS[finding.severity, finding.confidence])
    bear = "bears" if len(counting) == 1 else "bear"
    return (
        f"{likelihood.capitalize()}: {counted(len(counting), 'open finding')} {bear} on it, the gravest of "
        f"{worst.severity} severity and {worst.confidence}, and {spread}.{nature}"
    )


def _why_severe(facts: RiskFacts, spots: Sequence[Spot], harm: Harm) -> str:
    data = {name for spot in spots for name in spot.data}
    kinds = []
    for level in reversed(WORST[1:]):
        names = [c.name for c in facts.data_map.data if c.id in data and c.sensitivity is level]
        if names:
            kind = level.value if level is Sensitivity.HIGH_RISK else level.value.replace("-", " ")
            kinds.append(f"{kind} data ({listed(names, MOST_NAMED)})")
    what = (
        f"among the data at risk is {listed(kinds)}" if kinds else "the data at risk is of an ordinary kind"
    )
    return f"{harm.capitalize()}: {what}."


def _why_not_counted(findings: Sequence[Finding]) -> list[str]:
    accepted = sum(finding.status is Status.ACCEPTED for finding in findings)
    asked = sum(f.confidence is Confidence.ASK and f.status is not Status.ACCEPTED for f in findings)
    said = []
    if accepted:
        said.append(f"Not counted: {counted(accepted, 'accepted finding')}.")
    if asked:
        said.append(f"Not counted: {counted(asked, 'question')} that the map cannot answer.")
    return said


def _why_changed(reach: Cover, could: Sequence[Measure], step: _Step, places: tuple[str, str]) -> str:
    """Return the sentences on one kind of measure; nothing if no such measure could help."""
    if not could:
        return ""
    said = []
    if reach.safeguards:
        names = quoted((safeguard.name for safeguard in reach.safeguards), MOST_NAMED)
        share = f"{reach.covered:,}" if reach.covered else "none"
        whole = "" if reach.complete else " in full"
        said.append(f"Covered{whole} by {names}: {share} of {counted(reach.places, *places)}.")
        said.append(_effect(reach, step))
    else:
        kinds = listed([measure.value.replace("-", " ") for measure in could], MOST_NAMED, last="or")
        where = f"the {places[0]}" if reach.places == 1 else f"any of the {counted(reach.places, *places)}"
        said.append(f"No measure that would make it {step.effect} ({kinds}) is known for {where}.")
    if reach.general:
        promises = quoted((safeguard.name for safeguard in reach.general), MOST_NAMED)
        said.append(f"Not counted, since it says nothing of where it applies: {promises}.")
    return " ".join(said)


def _effect(reach: Cover, step: _Step) -> str:
    if step.before is not step.after:
        return f"That makes it {step.effect}: {step.after} instead of {step.before}."
    if reach.complete:
        return f"It is {step.after} already."
    return f"That is not enough to make it {step.effect}."
