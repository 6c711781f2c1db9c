"""The scenarios of harm to people, in reading order. None of them knows a party."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .breach_scenarios import BREACHES
from .dealing_scenarios import DEALINGS
from .scenario import Scenario
from .use_scenarios import USES

SCENARIOS: Final[tuple[Scenario, ...]] = (*BREACHES, *USES, *DEALINGS)

#: The scenarios by id.
SCENARIO: Final[Mapping[str, Scenario]] = {scenario.id: scenario for scenario in SCENARIOS}

#: Themes whose findings harm nobody in themselves: they say where the map is unfinished.
HARMLESS: Final = ("map",)
