"""What `schedule.yaml` says: the jobs, their reports, what they sweep over, when they are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field

from ...model.noun import Id, Noun, Text
from .moments import cron_fault, zone_fault

#: Where runs go, seen from the folder of the project.
USUAL_OUT: Final = "reports/runs"

#: Each party or activity of the map; each party that controls an activity.
ALL: Final = "all"
CONTROLLERS: Final = "controllers"

#: The words that stand for entries of the map, by what is swept over.
EACH: Final[Mapping[str, tuple[str, ...]]] = {"party": (ALL, CONTROLLERS), "activity": (ALL,)}

#: The word for the day of the occasion.
OCCASION: Final = "occasion"


class Format(StrEnum):
    """What is made of a run beside the executed notebook and what that writes itself."""

    HTML = "html"
    PDF = "pdf"


def _is_cron(value: object) -> object:
    fault = cron_fault(value) if isinstance(value, str) else None
    if fault:
        raise ValueError(fault)
    return " ".join(value.split()) if isinstance(value, str) else value


def _is_zone(value: object) -> object:
    fault = zone_fault(value) if isinstance(value, str) else None
    if fault:
        raise ValueError(fault.removesuffix("."))
    return value


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _when(value: object) -> object:
    return {"cron": value} if isinstance(value, str) else value


def whole_number(text: object, most: int) -> int:
    """Return a whole number from 1 on that is written plainly.

    Raises
    ------
    ValueError
        If it is none, or more than `most`.

    >>> whole_number("12", 120)
    12
    """
    plain = text.isascii() and text.isdigit() and not text.startswith("0") if isinstance(text, str) else False
    number = int(text) if isinstance(text, str) and plain and len(text) < 10 else text
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= most:
        raise ValueError(f"write a whole number from 1 to {most:,}")
    return number


class When(Noun):
    """When a job is due: a cron expression of five fields, and the IANA time zone in which it is meant."""

    cron: Annotated[Text, BeforeValidator(_is_cron)]
    zone: Annotated[Text, BeforeValidator(_is_zone)] = "Europe/London"


class ScheduledJob(Noun):
    """One or several reports, made for each case, when they are due or by hand.

    `parameters` holds texts as they are written; what they are is what the notebook declares. `sweep` names
    what differs from case to case: `map` (folders, or a pattern such as ``sites/*``), a parameter with its
    values, `party` with ``all`` or ``controllers``, `activity` with ``all``, `as_of` with ``{months: 12}``
    for month's ends or with days; several make each combination. Without `when` a job is run by hand.
    `starts` is the day from which on it is due; without it, it is due from when `schedule due` first sees it.
    `keep` is how many good occasions stay.
    """

    id: Id
    title: Text
    reports: Annotated[tuple[Text, ...], BeforeValidator(_several), Field(min_length=1, max_length=50)]
    map: Text | None = None
    parameters: Mapping[str, Any] = {}
    sweep: Mapping[str, Any] = {}
    when: Annotated[When | None, BeforeValidator(_when)] = None
    starts: dt.date | None = None
    as_of: Annotated[Literal["occasion"] | dt.date, Field(union_mode="left_to_right")] = "occasion"
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = (Format.HTML,)
    keep: Annotated[int | None, BeforeValidator(lambda text: whole_number(text, 10_000))] = None
    notice: Text | None = None

    @property
    def zone(self) -> str | None:
        """The time zone in which its days are, if it is due at all."""
        return self.when.zone if self.when else None


class Schedule(Noun):
    """The jobs, and the folder in which their runs go."""

    out: Text = USUAL_OUT
    jobs: Annotated[tuple[ScheduledJob, ...], Field(min_length=1, max_length=500)]

    def job(self, name: str) -> ScheduledJob | None:
        """Return the job of that id, if there is one."""
        return next((job for job in self.jobs if job.id == name), None)
