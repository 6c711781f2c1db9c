"""Consent is the basis, and those who are asked cannot well refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity, Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.party import Vulnerability
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..subjects import vulnerable
from ..uses import bases_of, by_explicit_consent, unless_sure
from ..wording import listed

#: Words by which a requirement says that there is none.
_FREE: Final = re.compile(
    r"^(no|not|none|nobody)\b|voluntar|optional|not (required|needed)|\bfree to\b", re.IGNORECASE
)


def _why_not_free(facts: Facts, activity: Activity) -> str:
    """Return why people cannot well refuse, or nothing where they can."""
    workers = vulnerable(facts, activity, Vulnerability.WORKER)
    if workers:
        return f"{listed(facts.names('party', workers))} work under the one who asks"
    needed = given(activity.requirement) and not _FREE.search(str(activity.requirement))
    return "the data has to be provided" if needed else ""


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {}
    for activity in facts.activities:
        # Consent beside another basis for the same thing has a finding of its own.
        consenting = bases_of(facts, activity) == {Basis.CONSENT} or by_explicit_consent(activity)
        why = _why_not_free(facts, activity) if consenting else ""
        if why:
            found[activity] = why
    if found:
        shown = listed(f'"{activity.name}" ({why})' for activity, why in found.items())
        bases = [basis for activity in found for basis in facts.bases(activity)]
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(bases), {"shown": shown}, confidence=unless_sure(found))


RULE = Rule(
    id="consent-without-choice",
    theme=Theme.LAWFUL_BASIS,
    title="Consent from people who can hardly refuse",
    why="A yes that a job, a home or a needed repair hangs on is not freely given, and so is no consent.",
    law=("UK GDPR Art. 4(11)", "UK GDPR Art. 7(4)", "UK GDPR Art. 9(2)(a)", "UK GDPR Art. 6(1)(a)"),
    remedy="The owner of each activity relies on the basis, and for sensitive data on the condition, that "
    "really fits (such as Schedule 1 with a policy document), or makes a no cost nothing.",
    false_alarms="A real alternative is offered to those who refuse, and nobody asks why.",
    message="Consent is relied on where a no is hardly possible: {shown}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
