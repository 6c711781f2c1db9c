"""What personal data there is, from the general to the particular."""

from __future__ import annotations

from enum import StrEnum

from .noun import Entry, Id, Text


class Sensitivity(StrEnum):
    """How much harm a category can do in the wrong hands.

    `special-category` is UK GDPR Art. 9(1), `criminal-offence` Art. 10; `high-risk` is data whose loss
    commonly leads to fraud or distress (identity documents, payment data, precise movements), a judgement
    and no legal term.
    """

    ORDINARY = "ordinary"
    HIGH_RISK = "high-risk"
    SPECIAL_CATEGORY = "special-category"
    CRIMINAL_OFFENCE = "criminal-offence"


class DataCategory(Entry):
    """A category of personal data; a flow that carries a category carries what lies beneath it."""

    name: Text
    parent: Id | None = None
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    description: Text | None = None
    examples: tuple[Text, ...] = ()
