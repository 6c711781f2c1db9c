"""Risks to people on the regulator's scale: how likely, how severe, before and after the measures."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from .noun import Id, Noun, Text


class Likelihood(StrEnum):
    """How likely the harm is."""

    REMOTE = "remote"
    POSSIBLE = "possible"
    PROBABLE = "probable"


class Harm(StrEnum):
    """How severe the harm to a person would be."""

    MINIMAL = "minimal"
    SIGNIFICANT = "significant"
    SEVERE = "severe"


class Level(StrEnum):
    """The overall risk."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class RiskScale(Noun):
    """The table that turns likelihood and severity into an overall level; every pair has a level."""

    table: Mapping[Likelihood, Mapping[Harm, Level]]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        gaps = [f"{x} and {y}" for x in Likelihood for y in Harm if y not in self.table.get(x, {})]
        if gaps:
            raise ValueError(f"the table gives no level for {', '.join(gaps)}")
        return self

    def level(self, likelihood: Likelihood, harm: Harm) -> Level:
        """Return the overall level of a likelihood and a severity."""
        return self.table[likelihood][harm]


class Grade(Noun):
    """A risk at one moment: likelihood, severity and the overall level, with the reasons in words."""

    likelihood: Likelihood
    harm: Harm
    level: Level
    why: str


class Risk(Noun):
    """One row of the risk register.

    `about` names the flows, parties and activities at risk, `findings` the findings that raise it,
    `measures` the safeguards that make the difference between `inherent` and `residual`.
    """

    id: str
    scenario: str
    title: Text
    harm_to_people: Text
    about: tuple[str, ...]
    findings: tuple[str, ...]
    inherent: Grade
    measures: tuple[Id, ...]
    residual: Grade
    next_step: str


class RiskRegister(Noun):
    """All risks of a map, worst residual level first, and the scale that they are graded on."""

    scale: RiskScale
    risks: tuple[Risk, ...]
