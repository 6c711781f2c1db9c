"""The data protection fee is not paid, has run out, or nobody has said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence, Gap
from ..facts import Facts, open_gap
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    kept = facts.data_map.info.accountability
    until = kept.fee_paid_until
    if isinstance(until, dt.date):
        if until < facts.as_of:
            message = f"The data protection fee was paid until {until.isoformat()}, and no longer."
            yield Hit((facts.whole,), fields={"message": message}, confidence=Confidence.CERTAIN)
    elif Gap.NONE in (kept.fee_registration, until):
        message = "The controller is not in the register of fee payers."
        yield Hit((facts.whole,), fields={"message": message}, confidence=Confidence.CERTAIN)
    elif open_gap(kept.fee_registration):
        message = (
            "Under which number is the controller in the register of fee payers, and until when is it paid?"
        )
        yield Hit((facts.whole,), fields={"message": message}, severity=Severity.LOW)
    elif open_gap(until) and kept.fee_registration is not Gap.NOT_APPLICABLE:
        message = "Until when is the data protection fee paid?"
        yield Hit((facts.whole,), fields={"message": message}, severity=Severity.LOW)


RULE = Rule(
    id="fee-not-paid",
    theme=Theme.ACCOUNTABILITY,
    title="Data protection fee not paid, or not on record",
    why="A controller that has not paid can be fined without more; the register is the first thing that a "
    "complainant or an investigator looks at.",
    law=(
        "Data Protection (Charges and Information) Regulations 2018 reg. 2",
        "Data Protection Act 2018 s.137",
        "Data Protection Act 2018 s.155(1)",
    ),
    remedy="The data protection officer has the fee paid for each company that is a controller, and records "
    "the number in the register and the day on which it runs out.",
    false_alarms="The controller is exempt, which the map can say with not-applicable.",
    message="{message}",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
