"""One outsider can put together what it gets in several activities about the same people (linking)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...law.linddun import Threat, named_source
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Stance
from ...model.party import PartyKind
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..outsiders import identifying, leaves
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted


@dataclass
class _Joined:
    """What one outsider gets about one group of people together with one identifier, by activity."""

    party: str
    person: str
    key: str
    flows: list[Flow] = field(default_factory=list)
    data: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def told_by(self, facts: Facts) -> set[str]:
        """Return the purposes for which the outsider gets the data."""
        return {facts.data_map.activity[activity].purpose for activity in self.data}

    @property
    def sure(self) -> bool:
        """Whether in each of two activities or more a flow is stated or recorded."""
        firm = (Stance.STATED, Stance.RECORDED)
        return len({flow.activity for flow in self.flows if flow.stance in firm}) > 1

    @property
    def whole(self) -> set[str]:
        """What lies in all activities together."""
        return set().union(*self.data.values())


def _joined(facts: Facts) -> Iterator[_Joined]:
    """Yield what can be joined; a principal knows its own contracts, and a processor must not join."""
    principals = {party for activity in facts.activities for party in activity.contract_with}
    keys, last = identifying(facts), leaves(facts)
    found: dict[tuple[str, str, str], _Joined] = {}
    for flow in facts.disclosures:
        taker = facts.data_map.party[flow.recipient]
        exempt = taker.generic or taker.id in facts.processors or taker.id in principals
        if taker.kind is not PartyKind.ORGANISATION or exempt:
            continue
        carried = facts.atoms(flow.data) & last
        for key in carried & keys:
            for person in flow.subjects:
                joined = found.setdefault((taker.id, person, key), _Joined(taker.id, person, key))
                joined.flows.append(flow)
                joined.data[flow.activity] |= carried
    yield from found.values()


def _says_more(facts: Facts, joined: _Joined) -> bool:
    """Say whether two purposes meet, and put together say more than each does."""
    return len(joined.told_by(facts)) > 1 and all(data < joined.whole for data in joined.data.values())


def _hits(facts: Facts) -> Iterator[Hit]:
    best: dict[str, _Joined] = {}
    for joined in _joined(facts):
        if _says_more(facts, joined):
            known = best.get(joined.party)
            if known is None or len(joined.whole) > len(known.whole):
                best[joined.party] = joined
    if best:
        flows = list(dict.fromkeys(flow for joined in best.values() for flow in joined.flows))
        about = (*(f"party:{party}" for party in best), *(f"flow:{flow.id}" for flow in flows))
        fields = {"shown": listed((_shown(facts, joined) for joined in best.values()), most=4)}
        grave = any(facts.sensitive(joined.whole) for joined in best.values())
        yield Hit(
            about,
            clauses_of(flows),
            fields,
            severity=Severity.MEDIUM if grave else None,
            confidence=None if any(joined.sure for joined in best.values()) else Confidence.ASK,
        )


def _shown(facts: Facts, joined: _Joined) -> str:
    grave = facts.sensitive(joined.whole)
    among = f", {listed(facts.names('data', grave), most=3)} among them" if grave else ""
    party, key, person = (
        facts.name("party", joined.party),
        facts.name("data", joined.key),
        facts.name("party", joined.person),
    )
    activities = quoted(facts.names("activity", joined.data), most=4)
    number = counted(len(joined.whole), "data category", "data categories")
    return f"{party} can join, by {key}, what it gets about {person} in {activities} ({number}{among})"


RULE = Rule(
    id="records-can-be-linked",
    theme=Theme.THREATS,
    title="An outsider can join what it gets for different purposes",
    why="Put together, pieces that were harmless apart tell who somebody is, how they pay and what they are "
    "suspected of; nobody has asked whether that was meant.",
    law=(named_source(Threat.LINKING), "UK GDPR Art. 5(1)(b)", "UK GDPR Art. 25(1)"),
    remedy="The owner of each activity gives the recipient another reference instead of the name in each "
    "flow, or has the agreement forbid joining and checks that it is kept.",
    false_alarms="The recipient needs the whole picture for one task, which the map splits into two "
    "purposes.",
    message="What is given for different purposes can be put together again: {shown}.",
    severity=Severity.LOW,
    confidence=Confidence.LIKELY,
    test=_hits,
)
