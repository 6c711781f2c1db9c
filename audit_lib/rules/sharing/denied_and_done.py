"""The notice denies sharing that it allows, or that is done, elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...model.claim import SharingDenied, SharingPermitted
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import ACTS_FOR_ANOTHER, Facts, Said, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed

#: How many exemptions a message names; they are not what is wrong.
_EXEMPTIONS: Final = 4


def _covers(facts: Facts, denial: SharingDenied, recipient: str, data: Iterable[str]) -> bool:
    """Say whether a denial, as far as recipient and data go, denies this sharing."""
    aimed = not denial.recipients or recipient in denial.recipients
    return aimed and recipient not in denial.except_recipients and facts.overlap(denial.data, data)


def _third(facts: Facts, party: str) -> bool:
    """Say whether a party is a third party: outside, no controller of the notice, and nobody's processor."""
    return facts.outside(party) and party not in facts.processors and party not in facts.controllers


def _done(facts: Facts, denial: SharingDenied) -> list[Flow]:
    """Return the controllers' disclosures to third parties that the denial denies.

    Who acts for the controller is no third party; what a recipient passes on has a rule of its own.
    """
    return [
        flow
        for flow in facts.disclosures
        if flow.sender in facts.controllers
        and flow.role not in ACTS_FOR_ANOTHER
        and flow.recipient not in facts.controllers
        and facts.data_map.activity[flow.activity].purpose not in denial.except_purposes
        and _covers(facts, denial, flow.recipient, flow.data)
    ]


def _denied(facts: Facts, denial: SharingDenied, allowed: SharingPermitted) -> list[str]:
    """Return the third parties of a permission that the denial keeps data from."""
    third = (party for party in allowed.recipients if _third(facts, party))
    return [party for party in third if _covers(facts, denial, party, allowed.data)]


def _allowed(facts: Facts, denial: Said[SharingDenied]) -> list[Said[SharingPermitted]]:
    """Return the clauses that allow to third parties what the denial denies."""
    return [
        said
        for said in facts.said(SharingPermitted)
        if said.clause != denial.clause
        and said.clause not in facts.offering_rights
        and not (said.claim.purposes and set(said.claim.purposes) <= set(denial.claim.except_purposes))
        and _denied(facts, denial.claim, said.claim)
    ]


def _other_side(denial: str, clauses: Iterable[str]) -> tuple[str, ...]:
    """Return the clauses against a denial; where none is, what is done stands against it."""
    return tuple(clause for clause in clauses if clause != denial) or (denial,)


def _hits(facts: Facts) -> Iterator[Hit]:
    for denial in facts.said(SharingDenied):
        flows, allowed = _done(facts, denial.claim), _allowed(facts, denial)
        if not (flows or allowed):
            continue
        third = [p for said in allowed for p in _denied(facts, denial.claim, said.claim)]
        recipients = dict.fromkeys([*(flow.recipient for flow in flows), *third])
        excepted = (f'"{name}"' for name in facts.names("purpose", denial.claim.except_purposes))
        but = listed([*excepted, *facts.names("party", denial.claim.except_recipients)], most=_EXEMPTIONS)
        elsewhere = tuple(said.clause for said in allowed)
        sure = bool(allowed) or any(flow.stance in (Stance.STATED, Stance.RECORDED) for flow in flows)
        fields = {
            "where": denial.clause,
            "allowed": f"{clauses_that(elsewhere, 'allows', 'allow')} it" if elsewhere else "it is done",
            "but": f" The denial exempts {but}." if but else "",
            "flows": counted(len(flows), "flow"),
            "recipients": listed(facts.names("party", recipients)),
        }
        yield Hit(
            (f"clause:{denial.clause}", *(f"flow:{flow.id}" for flow in flows)),
            (denial.clause, *elsewhere, *clauses_of(flows)),
            fields,
            confidence=None if sure else Confidence.LIKELY,
            contradicts=_other_side(denial.clause, (*elsewhere, *clauses_of(flows))),
        )


RULE = Rule(
    id="sharing-denied-and-done",
    theme=Theme.SHARING,
    title="Denies sharing that it does elsewhere",
    why="Somebody who reads the denial relies on it; what the rest of the notice allows then happens "
    "behind their back.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 13(1)(e)", "UK GDPR Art. 12(1)"),
    remedy="The data protection officer takes the denial out or narrows it until it is true, and lists "
    "every recipient with its purpose in one place.",
    false_alarms="The recipients act only on the controller's instructions, and the map gives them another "
    "role.",
    message="Clause {where} denies sharing with third parties; yet {allowed} with {recipients} "
    "({flows}).{but}",
    severity=Severity.HIGH,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1e",),
)
