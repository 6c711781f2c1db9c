"""The themes under which findings are told."""

from __future__ import annotations

from enum import StrEnum


class Theme(StrEnum):
    """The themes, in the order in which a report treats them."""

    TRANSPARENCY = "transparency"
    PEOPLE = "people"
    LAWFUL_BASIS = "lawful-basis"
    SPECIAL_CATEGORY = "special-category"
    PURPOSE_LIMITATION = "purpose-limitation"
    SHARING = "sharing"
    MINIMISATION = "minimisation"
    ACCURACY = "accuracy"
    ROLES = "roles"
    TRANSFERS = "transfers"
    RETENTION = "retention"
    SECURITY = "security"
    RIGHTS = "rights"
    MARKETING = "marketing"
    AUTOMATED_DECISIONS = "automated-decisions"
    COOKIES = "cookies"
    ACCOUNTABILITY = "accountability"
    HOUSING = "housing"
    THREATS = "threats"
    MAP = "map"
