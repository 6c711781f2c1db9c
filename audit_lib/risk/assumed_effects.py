"""What is assumed of the effect of measures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.assumption import AssumptionName, Unit
from ..model.safeguard import Measure
from .assumption import Assumption

#: What a measure in place everywhere takes off the frequency or the loss of the risks it helps with.
_EFFECTS: Final[Mapping[Measure, tuple[float, float, str]]] = {
    Measure.ENCRYPTION_IN_TRANSIT: (
        0.1,
        0.5,
        "Most that goes astray is addressed wrongly, and not read on its way.",
    ),
    Measure.ENCRYPTION_AT_REST: (
        0.1,
        0.5,
        "Helps against theft of the store, and not against a stolen log-in.",
    ),
    Measure.ACCESS_CONTROL: (0.2, 0.6, "Fewer who can open it, and fewer from whom it can be stolen."),
    Measure.AUTHENTICATION: (
        0.3,
        0.8,
        "A second factor stops most stolen passwords; its lack cost GBP 3.07m in 2025.",
    ),
    Measure.IDENTITY_CHECK: (0.4, 0.9, "It is made for just this risk."),
    Measure.TESTING: (0.1, 0.5, "Finds what would have gone wrong, some of it."),
    Measure.MINIMISATION: (0.1, 0.5, "Less is there to be lost or misused."),
    Measure.ANONYMISATION: (0.6, 0.95, "Nobody is recognised, unless the method fails."),
    Measure.PSEUDONYMISATION: (0.2, 0.7, "Names are elsewhere, if the key is."),
    Measure.DELETION: (0.3, 0.8, "What is gone cannot be lost; deletion is rarely complete."),
    Measure.SUPPRESSION_LIST: (0.3, 0.8, "It is made for just this risk, if it is consulted."),
    Measure.CONTRACT: (0.1, 0.5, "Binds those who keep to contracts."),
    Measure.POLICY: (0.05, 0.4, "A rule on paper helps as far as it is followed."),
    Measure.TRAINING: (0.1, 0.4, "People forget; slips become fewer."),
    Measure.MONITORING: (0.05, 0.4, "Finds it sooner, and prevents little."),
    Measure.BACKUP: (0.05, 0.3, "Brings data back, and keeps none of it secret."),
}

EFFECTS: Final[tuple[Assumption, ...]] = tuple(
    Assumption(
        AssumptionName(f"effect-{measure}"),
        f"Effect of {measure.value.replace('-', ' ')}, in place everywhere",
        low,
        high,
        Unit.SHARE,
        why,
    )
    for measure, (low, high, why) in _EFFECTS.items()
)
