"""The purposes of which an answer may have to be silent (DPA 2018 Sch. 2 para. 2: crime and taxation)."""

from __future__ import annotations

from typing import Final

from ..model.purpose import PurposeKind

#: To name an activity of such a purpose to the person could tip them off. The exemption reaches as far as an
#: answer would be likely to prejudice the purpose; that a kind of purpose is of that sort is an assumption.
CRIME_AND_TAXATION: Final = frozenset(
    {
        PurposeKind.CRIME_PREVENTION,
        PurposeKind.SANCTIONS,
        PurposeKind.MONEY_LAUNDERING,
        PurposeKind.AUTHORITY_REQUESTS,
        PurposeKind.ANTISOCIAL_BEHAVIOUR,
    }
)
