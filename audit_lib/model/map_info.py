"""Whose map it is, and what the organisation keeps to show that it does as it should."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .noun import DateOrGap, Gap, Id, Noun, Text, TextOrGap

#: A folder within that of the map: letters, digits, hyphens and underscores, with / between two of them.
FolderName = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}(/[A-Za-z0-9_-]{1,40}){0,3}$", max_length=200)
]


class Sector(StrEnum):
    """The trade of the organisation, where the law asks for particular things in it."""

    PRIVATE_LETTING = "private-letting"
    SOCIAL_LETTING = "social-letting"
    OTHER = "other"


class Accountability(Noun):
    """Where the organisation keeps what it must be able to show (UK GDPR Art. 5(2)).

    `fee_registration` is its entry in the register of fee payers and `fee_paid_until` the day on which that
    runs out (Data Protection (Charges and Information) Regulations 2018); the records are those of breaches
    (Art. 33(5)), of rights requests and of complaints (DPA 2018 s.164A), and of who was trained when.
    """

    fee_registration: TextOrGap = Gap.NOT_STATED
    fee_paid_until: DateOrGap = Gap.NOT_STATED
    breach_record: TextOrGap = Gap.NOT_STATED
    request_record: TextOrGap = Gap.NOT_STATED
    complaint_record: TextOrGap = Gap.NOT_STATED
    training_record: TextOrGap = Gap.NOT_STATED


class MapInfo(Noun):
    """The head of a map: whose it is, its version, and who answers for it.

    `regulator` is a party; its name is the map's to say, since the Information Commission takes over from
    the Commissioner at a date that regulations set. `reviewed_on` is a date, `own_rules` the folder, within
    that of the map, that holds the organisation's own rules.
    """

    id: Id
    title: Text
    jurisdiction: Text
    controller: Id
    dpo: Id | None = None
    representative: Id | None = None
    regulator: Id | None = None
    version: TextOrGap = Gap.NOT_STATED
    reviewed_on: DateOrGap = Gap.NOT_STATED
    owner: TextOrGap = Gap.NOT_STATED
    sector: Annotated[Gap | Sector, Field(union_mode="left_to_right")] = Gap.NOT_STATED
    accountability: Accountability = Accountability()
    own_rules: FolderName | None = None
