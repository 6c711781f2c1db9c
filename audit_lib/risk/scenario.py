"""What a scenario of harm is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from ..model.data import Sensitivity
from ..model.risk import Harm, Likelihood
from ..model.safeguard import Measure
from .facts import RiskFacts, Spot

#: Measures that leave less to lose.
LESS_OF_IT: Final = (Measure.ANONYMISATION, Measure.PSEUDONYMISATION, Measure.MINIMISATION)


@dataclass(frozen=True, slots=True)
class Harms:
    """How severe the harm is if the data is ordinary, high-risk, or special category or offence data."""

    ordinary: Harm
    high_risk: Harm
    sensitive: Harm

    def of(self, worst: Sensitivity) -> Harm:
        """Return the severity for the most sensitive data at risk.

        >>> Harms(Harm.MINIMAL, Harm.SIGNIFICANT, Harm.SEVERE).of(Sensitivity.HIGH_RISK).value
        'significant'
        """
        if worst is Sensitivity.ORDINARY:
            return self.ordinary
        return self.high_risk if worst is Sensitivity.HIGH_RISK else self.sensitive


@dataclass(frozen=True, slots=True)
class Scenario:
    """A way in which people can come to harm.

    `find` yields the spots of a map where it can happen; without one, the map does not have this risk.
    `doubted` adds spots that open findings point at. `by_nature` is how likely it is with no finding at all,
    where nothing is done about it. Findings of a theme in `themes`, or of one of the `rules`, bear on it
    where they touch what is at risk; those of such a rule also where they speak of the notice or the map as a
    whole. `deterred_by` are the measures that make it less likely, `softened_by` those that make it less
    severe: each by one step, and only if they are in place at every spot. `infringes` are the provisions that
    are broken when it comes to pass; they decide how high a penalty can be. `places` is what is counted, in
    the singular and the plural. In `next_step`, `{places}` stands for their names.
    """

    id: str
    title: str
    harm: str
    find: Callable[[RiskFacts], Iterable[Spot]]
    places: tuple[str, str]
    harms: Harms
    next_step: str
    infringes: tuple[str, ...]
    themes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    deterred_by: tuple[Measure, ...] = ()
    softened_by: tuple[Measure, ...] = ()
    by_nature: Likelihood = Likelihood.REMOTE
    doubted: Callable[[RiskFacts, frozenset[str]], Iterable[Spot]] | None = None
