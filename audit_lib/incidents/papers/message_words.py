"""Sentences of the letter to people that depend on what was lost, and on where in the kingdom they live."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ...law.calendar import Nation, nation_of
from ...model.circumstances import Availability, Confidentiality, Integrity

#: What happened to the data, as it is told to the person; what was not lost is not spoken of.
HAPPENED: Final[Mapping[Confidentiality | Integrity | Availability, str]] = {
    Confidentiality.AT_RISK: "People who should not see your information could have seen it. "
    "We have no sign so far that anyone did.",
    Confidentiality.KNOWN_RECIPIENTS: "Your information went to people who should not have it. "
    "We know who they are.",
    Confidentiality.UNKNOWN_RECIPIENTS: "Your information may have gone to people who should not have it. "
    "We do not know who they are.",
    Integrity.ALTERED: "Some information was changed.",
    Integrity.RECOVERABLE: "Some information was changed. We can put it right.",
    Integrity.FOR_GOOD: "Some information was changed. We cannot put it right by ourselves.",
    Availability.BRIEF: "For a short time, we could not get to your information. Now we can.",
    Availability.TEMPORARY: "For a time, your information cannot be used. We can get it back.",
    Availability.FOR_GOOD: "Your information is lost, and we cannot get it back.",
}

#: What the loss itself may mean for a person, and what helps, besides what others may do with the data.
MEANS: Final[Mapping[Integrity | Availability, tuple[str, str]]] = {
    **dict.fromkeys(
        (Integrity.ALTERED, Integrity.RECOVERABLE, Integrity.FOR_GOOD),
        (
            "We could get something about you wrong.",
            "Check what we send you. Tell us if something in it is wrong.",
        ),
    ),
    **dict.fromkeys(
        (Availability.TEMPORARY, Availability.FOR_GOOD),
        (
            "Things that you need from us could come late. We could ask you for some of this again.",
            "Keep your own copies of what we have sent you. Tell us if you wait for something from us.",
        ),
    ),
}
UNREADABLE: Final = "It was scrambled, so that other people should not be able to read it."

#: Where fraud is told (Report Fraud, in place of Action Fraud since 4 December 2025; Police Scotland on 101).
_SOUTH: Final = (
    "Have you lost money? Has someone used your name? "
    "Tell Report Fraud: reportfraud.police.uk or 0300 123 2040."
)
_SCOTLAND: Final = "Have you lost money? Has someone used your name? In Scotland, call the police on 101."


def nation_advice(jurisdiction: str) -> tuple[str, ...]:
    """Return where people tell of fraud; for both halves of the kingdom where the map does not say which.

    >>> nation_advice("Scotland")
    ('Have you lost money? Has someone used your name? In Scotland, call the police on 101.',)
    """
    nation = nation_of(jurisdiction)
    if nation is Nation.SCOTLAND:
        return (_SCOTLAND,)
    if nation is None:
        return (_SOUTH, "If you live in Scotland, call the police on 101 instead.")
    return (_SOUTH,)
