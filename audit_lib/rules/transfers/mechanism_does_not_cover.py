"""A transfer rests on a ground that does not cover the country to which it leads."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.adequacy import adequate
from ...law.transfer_mechanisms import Ground, ground, lapsed
from ...model.finding import Severity
from ...model.flow import Flow, Transfer
from ...model.noun import Confidence
from ..abroad import destinations
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: Countries of which adequacy regulations cover some recipients: certified, commercial, or private ones.
_IN_PART = frozenset({"US", "CA", "JP"})


def _why_not(facts: Facts, flow: Flow, country: str) -> str:
    """Return why the ground of a transfer does not cover its country, or nothing where it may."""
    if not isinstance(flow.transfer, Transfer) or not given(flow.transfer.mechanism):
        return ""
    mechanism = str(flow.transfer.mechanism)
    kind = None if lapsed(mechanism, facts.as_of) else ground(mechanism)
    if kind is Ground.DATA_BRIDGE and country != "US":
        return f"the data bridge leads to the United States and not to {country}"
    if kind is Ground.ADEQUACY and not adequate(country):
        if country in _IN_PART:
            return f"regulations cover some recipients in {country}; is this one of them?"
        return f"no adequacy regulations are known for {country}"
    return ""


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {flow: why for flow, country in destinations(facts) if (why := _why_not(facts, flow, country))}
    if found:
        shown = (f"{facts.name('party', flow.recipient)} ({why})" for flow, why in found.items())
        open_question = all(why.endswith("?") for why in found.values())
        about = tuple(f"flow:{flow.id}" for flow in found)
        yield Hit(
            about,
            clauses_of(found),
            {"shown": listed(shown)},
            severity=Severity.MEDIUM if open_question else None,
            confidence=Confidence.ASK if open_question else None,
        )


RULE = Rule(
    id="mechanism-does-not-cover",
    theme=Theme.TRANSFERS,
    title="Ground of a transfer does not cover its country",
    why="Adequacy regulations are made country by country, and some for certain recipients alone; beyond "
    "them they protect nobody.",
    law=(
        "UK GDPR Art. 45A (before 5 February 2026: Art. 45)",
        "UK GDPR Art. 46(1)",
        "UK GDPR Art. 5(2)",
    ),
    remedy="The owner of the contract checks the regulations, and for the United States the list of "
    "certified companies with the UK Extension; where they do not cover it, the IDTA or the Addendum is "
    "signed.",
    false_alarms="Regulations have been made since, and the workbench does not know them.",
    message="A ground is recorded that does not seem to cover the transfer to {shown}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
