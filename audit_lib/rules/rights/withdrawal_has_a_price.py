"""Withdrawing consent costs people a service."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.claim import RightOffered
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.rights import RightKind
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted

#: What a person is said to lose. That earlier processing stays lawful is the law (Art. 7(3)), and no price.
_PRICE: Final = re.compile(r"service|product|offer|provide|account|access", re.IGNORECASE)


def _hits(facts: Facts) -> Iterator[Hit]:
    priced = [
        said
        for said in facts.said(RightOffered)
        if said.claim.right is RightKind.WITHDRAW_CONSENT
        and given(said.claim.limits)
        and _PRICE.search(str(said.claim.limits))
    ]
    if priced:
        clauses = tuple(said.clause for said in priced)
        fields = {"where": in_clauses(clauses), "limits": quoted(str(said.claim.limits) for said in priced)}
        yield Hit(tuple(f"clause:{clause}" for clause in clauses), clauses, fields)


RULE = Rule(
    id="withdrawal-has-a-price",
    theme=Theme.RIGHTS,
    title="Withdrawing consent may cost a service",
    why="Consent on which a service depends that does not need the data is hardly free.",
    law=("UK GDPR Art. 7(3)", "UK GDPR Art. 7(4)", "UK GDPR Art. 4(11)"),
    remedy="The owner of each service says which consent it really needs; where it needs the data anyway, "
    "it relies on another basis and says so.",
    false_alarms="The service cannot exist without that data, such as a reminder by text message without a "
    "number.",
    message="Which services end when consent is withdrawn, and do they need the data? See {where}: {limits}.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
)
