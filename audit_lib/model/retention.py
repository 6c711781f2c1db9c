"""How long."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from .noun import Entry, Gap, Id, Text, TextOrGap

#: ISO 8601 in years, months, weeks and days, such as P6Y or P30D.
Duration = Annotated[
    str, StringConstraints(pattern=r"^P(\d{1,4}W|(\d{1,4}Y)?(\d{1,4}M)?(\d{1,5}D)?)$", min_length=3)
]


class Retention(Entry):
    """A statement of how long data is kept (UK GDPR Art. 5(1)(e), 13(2)(a)).

    `starts` is the event from which the period runs, `ground` why the data is kept so long, `at_end` what
    then happens. Without `data` and `activities` it speaks of everything in the map.
    """

    name: Text
    data: tuple[Id, ...] = ()
    activities: tuple[Id, ...] = ()
    period: Annotated[Gap | Duration, Field(union_mode="left_to_right")] = Gap.NOT_STATED
    starts: TextOrGap = Gap.NOT_STATED
    ground: TextOrGap = Gap.NOT_STATED
    at_end: TextOrGap = Gap.NOT_STATED
