"""What comparing one observation with the map can show."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Verdict(StrEnum):
    """What an observation earns; one can earn several, but not both of the first two.

    The first two say that the map covers it: by a flow that names just this, or only in general, by a parent
    category, a class of recipients or a transfer whose country is left open. `unresolved` is a gap: a word of
    the log stands for nothing in the map, so nothing was compared. All others are contradictions: of the map
    (from `undeclared-recipient` to `outside-time`), or of what a person was promised.
    """

    DECLARED = "declared"
    DECLARED_IN_GENERAL = "declared-in-general"
    UNDECLARED_RECIPIENT = "undeclared-recipient"
    UNDECLARED_SENDER = "undeclared-sender"
    UNDECLARED_CATEGORY = "undeclared-category"
    UNDECLARED_PURPOSE = "undeclared-purpose"
    PURPOSE_DIFFERS = "purpose-differs"
    ROLE_DIFFERS = "role-differs"
    BASIS_DIFFERS = "basis-differs"
    UNDECLARED_COUNTRY = "undeclared-country"
    OUTSIDE_TIME = "outside-time"
    AFTER_RESTRICTION = "after-restriction"
    AFTER_OBJECTION = "after-objection"
    AFTER_DELETION = "after-deletion"
    NO_CONSENT = "no-consent"
    NO_REQUEST = "no-request"
    AFTER_RETENTION = "after-retention"
    UNRESOLVED = "unresolved"

    @property
    def is_covered(self) -> bool:
        """Whether the map declares what was observed, be it in general."""
        return self in COVERED

    @property
    def is_violation(self) -> bool:
        """Whether what was observed contradicts the map or what a person was promised."""
        return not self.is_covered and self is not Verdict.UNRESOLVED

    @property
    def is_personal(self) -> bool:
        """Whether it depends on the person: a restriction, a consent, a request, the end of retention."""
        return self in PERSONAL


#: The map covers it.
COVERED: Final = frozenset({Verdict.DECLARED, Verdict.DECLARED_IN_GENERAL})

#: What is judged person by person; all others follow from the map alone.
PERSONAL: Final = frozenset(
    {
        Verdict.AFTER_RESTRICTION,
        Verdict.AFTER_OBJECTION,
        Verdict.AFTER_DELETION,
        Verdict.NO_CONSENT,
        Verdict.NO_REQUEST,
        Verdict.AFTER_RETENTION,
    }
)
