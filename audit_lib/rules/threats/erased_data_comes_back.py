"""What is corrected or erased here comes back from somebody who had it from here (non-compliance)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...law.linddun import Threat, named_source
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.party import PartyKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import unless_sure
from ..wording import listed

_Key = tuple[str, str, str]


def _out_and_back(facts: Facts) -> Iterator[tuple[list[Flow], list[Flow]]]:
    """Yield what goes to a company that decides for itself and what it sends back, activity by activity.

    Both are about the same people; a processor gives back what it was given, and is left out.
    """
    out: dict[_Key, list[Flow]] = defaultdict(list)
    back: dict[_Key, list[Flow]] = defaultdict(list)
    for flow in facts.flows:
        inwards = flow.recipient in facts.data_map.inside
        other = flow.sender if inwards else flow.recipient
        company = facts.outside(other) and facts.data_map.party[other].kind is PartyKind.ORGANISATION
        if not company or other in facts.processors or (flow.sender in facts.data_map.inside) == inwards:
            continue
        for person in flow.subjects:
            (back if inwards else out)[other, flow.activity, person].append(flow)
    yield from ((flows, back[key]) for key, flows in out.items() if key in back)


def _circles(facts: Facts) -> Iterator[tuple[list[Flow], frozenset[str]]]:
    """Yield the flows in which some data goes round, with that data."""
    for out, back in _out_and_back(facts):
        went = frozenset().union(*(facts.atoms(flow.data) for flow in out))
        shared = went.intersection(frozenset().union(*(facts.atoms(flow.data) for flow in back)))
        if shared:
            yield [flow for flow in (*out, *back) if shared & facts.atoms(flow.data)], shared


def _hits(facts: Facts) -> Iterator[Hit]:
    circles = list(_circles(facts))
    if circles:
        flows = list(dict.fromkeys(flow for round_trip, _ in circles for flow in round_trip))
        shared = frozenset().union(*(data for _, data in circles))
        ends = (end for flow in flows for end in (flow.sender, flow.recipient) if facts.outside(end))
        fields = {
            "data": listed(category.name for category in facts.data_map.data if category.id in shared),
            "parties": listed(facts.names("party", ends)),
        }
        about = tuple(f"flow:{flow.id}" for flow in flows)
        yield Hit(about, clauses_of(flows), fields, confidence=unless_sure(flows))


RULE = Rule(
    id="erased-data-comes-back",
    theme=Theme.THREATS,
    title="What is erased or cleared here comes back",
    why="Two that keep telling each other the same thing confirm each other's errors; a suspicion that was "
    "cleared returns as news from a second source.",
    law=(
        named_source(Threat.NON_COMPLIANCE),
        "UK GDPR Art. 5(1)(d)",
        "UK GDPR Art. 17(1)",
        "UK GDPR Art. 19",
    ),
    remedy="The owner of the activity has each entry marked with where it came from and when, tells the "
    "other side of every correction and erasure, and takes back in nothing that it sent out itself.",
    false_alarms="The answers that come back are about other people than those who were asked about.",
    message="{data}: what goes out to {parties} comes in from there too; what was corrected or erased here "
    "can come back as if it were new.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
