"""The notice lists the reasons for which data goes out, and data goes out for others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ...model.claim import SharingDemanded, SharingListed, SharingPermitted
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import ACTS_FOR_ANOTHER, Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed, quoted

_Sharing = SharingPermitted | SharingDemanded
_List = Mapping[str, list[_Sharing]]


def _listed(facts: Facts, clauses: set[str]) -> _List:
    """Return what the list allows or demands, by recipient."""
    found: dict[str, list[_Sharing]] = defaultdict(list)
    shared: list[tuple[str, _Sharing]] = [*facts.said(SharingPermitted), *facts.said(SharingDemanded)]
    for clause, entry in shared:
        for party in entry.recipients if clause in clauses else ():
            found[party].append(entry)
    return found


def _allows(entry: _Sharing, purposes: set[str]) -> bool:
    """Say whether an entry of the list is for one of the purposes, or for any."""
    return not (entry.purposes and purposes) or bool(purposes & set(entry.purposes))


def _covers(facts: Facts, entry: _Sharing, flow: Flow) -> bool:
    data = entry.data if isinstance(entry, SharingPermitted) else ()
    purpose = facts.data_map.activity[flow.activity].purpose
    return _allows(entry, {purpose}) and facts.overlap(data, flow.data)


def _flows(facts: Facts, clauses: set[str], entries: _List) -> list[Flow]:
    """Return the controllers' disclosures to third parties that rest on no listed clause."""
    known = facts.controllers | {facts.data_map.info.regulator}
    return [
        flow
        for flow in facts.disclosures
        if flow.sender in facts.controllers
        and flow.recipient not in known
        and flow.role not in ACTS_FOR_ANOTHER
        and clauses.isdisjoint(flow.clauses)
        and not any(_covers(facts, entry, flow) for entry in entries.get(flow.recipient, ()))
    ]


def _permissions(facts: Facts, clauses: set[str], entries: _List) -> dict[str, list[str]]:
    """Return the clauses elsewhere that let data go to third parties, each with those no entry covers."""
    working = facts.processors | facts.controllers
    found = {}
    for said in facts.said(SharingPermitted):
        if said.clause in clauses or said.clause in facts.offering_rights:
            continue
        purposes = set(said.claim.purposes)
        third = (p for p in said.claim.recipients if facts.outside(p) and p not in working)
        beyond = [p for p in third if not any(_allows(entry, purposes) for entry in entries.get(p, ()))]
        if beyond:
            found[said.clause] = beyond
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    for said in facts.said(SharingListed):
        inside = {said.clause, *said.claim.clauses}
        entries = _listed(facts, inside)
        flows, elsewhere = _flows(facts, inside, entries), _permissions(facts, inside, entries)
        if not (flows or elsewhere):
            continue
        clauses = tuple(dict.fromkeys([*elsewhere, *clauses_of(flows)]))
        takers = [
            *(flow.recipient for flow in flows),
            *(p for parties in elsewhere.values() for p in parties),
        ]
        what = quoted(facts.names("activity", (flow.activity for flow in flows)))
        sure = elsewhere or any(flow.stance in (Stance.STATED, Stance.RECORDED) for flow in flows)
        fields = {
            "where": said.clause,
            "takers": listed(facts.names("party", takers)),
            "what": f" for {what} ({counted(len(flows), 'flow')})" if flows else "",
            "elsewhere": f"; see {in_clauses(clauses)}" if clauses else "",
            "say": "it also goes to" if sure else "which of the listed reasons lets it go to",
            "mark": "." if sure else "?",
        }
        yield Hit(
            (f"clause:{said.clause}", *(f"flow:{flow.id}" for flow in flows)),
            (said.clause, *clauses),
            fields,
            confidence=None if sure else Confidence.ASK,
            contradicts=clauses or (said.clause,),
        )


RULE = Rule(
    id="shared-beyond-the-list",
    theme=Theme.SHARING,
    title="Says that sharing is only as listed, and shares otherwise",
    why="Who reads that a list is whole does not look for more; what stands outside it has not been told.",
    law=("UK GDPR Art. 13(1)(e)", "UK GDPR Art. 5(1)(a)", "UK GDPR Art. 12(1)"),
    remedy="The data protection officer adds every recipient and reason to the list, or takes out the words "
    "that make it look whole; the owner of each activity stops what is on neither.",
    false_alarms="The recipient belongs to a class that the list names, and the map keeps the two apart.",
    message="Clause {where} says that data goes to others only as it lists; {say} {takers}{what}{mark} No "
    "listed clause covers that{elsewhere}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A13-1e",),
)
