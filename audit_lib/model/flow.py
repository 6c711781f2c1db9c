"""One movement of personal data from a party to a party."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field, ValidationInfo, field_validator

from .noun import Entry, Gap, Id, Noun, TextOrGap
from .party import Country


class Role(StrEnum):
    """What the recipient is *in this flow* (UK GDPR Art. 4(7), 4(8), 26, 28).

    `internal` is a part of the sender's own organisation, `individual` a natural person acting for
    themselves, `public` anybody at all.
    """

    CONTROLLER = "controller"
    JOINT_CONTROLLER = "joint-controller"
    PROCESSOR = "processor"
    SUB_PROCESSOR = "sub-processor"
    INTERNAL = "internal"
    INDIVIDUAL = "individual"
    PUBLIC = "public"
    UNCLEAR = "unclear"

    @property
    def words(self) -> str:
        """The role as a reader writes it: a sub-processor keeps its hyphen, a joint controller has none."""
        return {Role.JOINT_CONTROLLER: "joint controller", Role.UNCLEAR: "role unclear"}.get(self, self.value)


class Direction(StrEnum):
    """Where a flow goes, seen from the controller of the map.

    `collected` from people, `sent` to people, `received` from another organisation, `disclosed` outside,
    `inside` the organisation, `onward` between outsiders.
    """

    COLLECTED = "collected"
    SENT = "sent"
    RECEIVED = "received"
    DISCLOSED = "disclosed"
    INSIDE = "inside"
    ONWARD = "onward"


class Transfer(Noun):
    """A transfer to a third country or international organisation (UK GDPR Chapter V).

    `mechanism` is what makes it lawful: adequacy regulations (Art. 45A), IDTA or Addendum (Art. 46), a
    derogation (Art. 49).
    """

    country: Country | Gap
    mechanism: TextOrGap = Gap.NOT_STATED


class Flow(Entry):
    """A movement of data categories about data subjects from a sender to a recipient, for one activity.

    `via` is the system or channel, `role` the recipient's role in this flow, `condition` the condition of
    transmission (when and within which limits the data may move), `contract` the agreement with the
    recipient. `since` and `until` are the first and the last day on which it goes on; without them, it has
    always been, and has no end.
    """

    sender: Id = Field(alias="from")
    recipient: Id = Field(alias="to")
    via: Id | None = None
    activity: Id
    data: tuple[Id, ...] = Field(min_length=1)
    subjects: tuple[Id, ...] = Field(min_length=1)
    role: Role
    condition: TextOrGap = Gap.NOT_STATED
    contract: TextOrGap = Gap.NOT_STATED
    transfer: Transfer | Gap = Gap.NOT_STATED
    since: dt.date | None = None
    until: dt.date | None = None

    @field_validator("until")
    @classmethod
    def _ends_after_it_begins(cls, until: dt.date | None, info: ValidationInfo) -> dt.date | None:
        since = info.data.get("since")
        if until and since and until < since:
            raise ValueError(f"it is before since, {since}")
        return until
