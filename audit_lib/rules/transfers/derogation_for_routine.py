"""What goes abroad day by day rests on an exception that is meant for single cases."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.transfer_mechanisms import Ground, ground
from ...model.finding import Severity
from ...model.flow import Transfer
from ...model.noun import Confidence
from ..abroad import destinations
from ..facts import ACTS_FOR_ANOTHER, Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {
        flow: country
        for flow, country in destinations(facts)
        if isinstance(flow.transfer, Transfer)
        and given(flow.transfer.mechanism)
        and ground(str(flow.transfer.mechanism)) is Ground.DEROGATION
        # A provider works every day; of others the condition of the flow may say that it is a single case.
        and (flow.role in ACTS_FOR_ANOTHER or not given(flow.condition))
    }
    if found:
        shown = (
            f'{facts.name("party", flow.recipient)} ({country}; "{flow.transfer.mechanism}")'
            for flow, country in found.items()
            if isinstance(flow.transfer, Transfer)
        )
        serving = any(flow.role in ACTS_FOR_ANOTHER for flow in found)
        about = tuple(f"flow:{flow.id}" for flow in found)
        sure = None if serving else Confidence.ASK
        yield Hit(about, clauses_of(found), {"shown": listed(shown)}, confidence=sure)


RULE = Rule(
    id="derogation-for-routine",
    theme=Theme.TRANSFERS,
    title="Routine transfer on an exception for single cases",
    why="A derogation gives people no protection abroad; that is bearable once, and not as the way in which "
    "a service is run.",
    law=("UK GDPR Art. 49(1)", "UK GDPR Art. 46(1)", "UK GDPR Art. 30(1)(e)"),
    remedy="The owner of the contract puts the IDTA or the Addendum in the place of the derogation; what is "
    "really a single case is recorded as one, with its condition.",
    false_alarms="It happens once in a while, at the person's own wish, and the map does not say so.",
    message="What seems to go abroad as a matter of routine rests on a derogation: {shown}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
