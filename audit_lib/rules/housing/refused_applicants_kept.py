"""What is known of people who did not get a home is kept long, or without an end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ...model.retention import Retention
from ...model.words import lasting
from ..facts import Facts, clauses_of, given
from ..lettings import lets_homes
from ..rule import Hit, Rule, Theme
from ..spans import longer
from ..uses import serving
from ..wording import listed

#: Longer than the time in which a refusal can be challenged, with a margin: an assumption, and no law.
LONGEST: Final = "P12M"
#: Events that come only for people who get the home.
_OF_TENANTS: Final = re.compile(
    r"\b(tenanc\w+|lease\w*|mov(e|es|ed|ing) out|tenants? leave)\b", re.IGNORECASE
)


def _fault(each: Retention) -> str:
    if given(each.starts) and _OF_TENANTS.search(str(each.starts)):
        return (
            f'"{each.name}" counts from {str(each.starts)[:1].lower()}{str(each.starts)[1:]}, which never '
            "comes for who was refused"
        )
    if given(each.period) and longer(str(each.period), LONGEST):
        return f'"{each.name}" keeps it {lasting(str(each.period))}'
    return ""


def _hits(facts: Facts) -> Iterator[Hit]:
    checks = {activity.id for activity in serving(facts, PurposeKind.REFERENCING)}
    if not lets_homes(facts):
        return
    faults = {
        each: fault for each in facts.retention if checks & set(each.activities) and (fault := _fault(each))
    }
    if faults:
        about = tuple(f"retention:{each.id}" for each in faults)
        yield Hit(about, clauses_of(faults), {"faults": listed(faults.values())})


RULE = Rule(
    id="refused-applicants-kept",
    theme=Theme.HOUSING,
    title="Files of people who were refused are kept too long",
    why="Income, debts and references of somebody who never became a tenant serve nothing once the refusal "
    "can no longer be challenged.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 13(2)(a)"),
    remedy="The head of lettings sets a period of its own for applications that do not succeed, six months "
    "from the decision as a rule, and has the reports of agencies deleted first.",
    false_alarms="The statement is meant for those who became tenants, and another covers the rest.",
    message="Checks of applicants: {faults}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
