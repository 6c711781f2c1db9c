"""Who gives, holds or receives personal data."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from .noun import Count, Entry, Flag, Gap, Id, Text, TextOrGap

#: ISO 3166-1 alpha-2, such as GB, or NO for Norway.
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class PartyKind(StrEnum):
    """What a party is; what it *does* with data (its role) belongs to the flow or the activity."""

    INDIVIDUALS = "individuals"
    ORGANISATION = "organisation"
    TEAM = "team"
    AUTHORITY = "authority"
    PUBLIC = "public"


class Vulnerability(StrEnum):
    """What makes people easier to harm or harder put to refuse (UK GDPR rec. 38, 43, 75).

    `child` is anybody under 18, `adult-at-risk` an adult who needs care or protection, `worker` somebody
    whose work the controller directs; `none` that somebody has looked and there are none of these.
    """

    CHILD = "child"
    ADULT_AT_RISK = "adult-at-risk"
    WORKER = "worker"
    NONE = "none"


class Party(Entry):
    """Somebody who gives, holds or receives personal data; `individuals` are categories of data subjects.

    `aliases` are the other names by which the party goes, `part_of` is the organisation to which a team
    belongs, `group` the corporate group, and `generic` says that a class of recipients is meant ("payment
    processors") and no particular one. `recipient_class` is the class that the party is one of: what the map
    says of a category of recipients (UK GDPR Art. 13(1)(e)) speaks of it in general. Of individuals, `number`
    is how many there are, about, and `vulnerability` what calls for particular care.
    """

    name: Text
    kind: PartyKind
    aliases: tuple[Text, ...] = ()
    description: Text | None = None
    part_of: Id | None = None
    group: Id | None = None
    country: Country | Gap = Gap.NOT_STATED
    contact: TextOrGap = Gap.NOT_STATED
    generic: Flag = False
    recipient_class: Id | None = None
    number: Annotated[Gap | Count, Field(union_mode="left_to_right")] = Gap.NOT_STATED
    vulnerability: tuple[Vulnerability, ...] = ()

    @model_validator(mode="after")
    def _none_stands_alone(self) -> Self:
        if Vulnerability.NONE in self.vulnerability and len(self.vulnerability) > 1:
            raise ValueError("vulnerability is none or some of the others, not both")
        return self
