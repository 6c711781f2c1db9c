"""A processor works without a contract that anybody has recorded."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Gap
from ..facts import ACTS_FOR_ANOTHER, Facts, clauses_of, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import listed
from .sub_processor_not_authorised import engaged


def _hit(facts: Facts, flows: list[Flow], message: str, confidence: Confidence, severity: Severity) -> Hit:
    parties = dict.fromkeys(flow.recipient for flow in flows)
    fields = {"message": message.format(listed(facts.names("party", parties)))}
    about = tuple(f"party:{party}" for party in parties)
    return Hit(about, clauses_of(flows), fields, severity, confidence)


def _hits(facts: Facts) -> Iterator[Hit]:
    # A further processor whom only another one engages is sub-processor-not-authorised's matter.
    engaged_below = {flow.id for flow in engaged(facts)}
    serving = [
        flow
        for flow in facts.flows
        if flow.role in ACTS_FOR_ANOTHER and facts.outside(flow.recipient) and flow.id not in engaged_below
    ]
    without = [flow for flow in serving if flow.contract is Gap.NONE]
    known = {flow.recipient for flow in serving if not open_gap(flow.contract)}
    unknown = [flow for flow in serving if open_gap(flow.contract) and flow.recipient not in known]
    if without:
        message = "{} process data for the controller without a contract."
        yield _hit(facts, without, message, Confidence.CERTAIN, Severity.HIGH)
    if unknown:
        message = "Where is the contract under which {} process data for the controller?"
        yield _hit(facts, unknown, message, Confidence.ASK, Severity.MEDIUM)


RULE = Rule(
    id="processor-without-contract",
    theme=Theme.ROLES,
    title="Processor's contract not on record",
    why="Without the terms of Art. 28(3) the processor is bound to nothing: no instructions, no secrecy, "
    "no return of data.",
    law=("UK GDPR Art. 28(3)", "UK GDPR Art. 28(9)", "UK GDPR Art. 5(2)"),
    remedy="The owner of the contract links it in the map, or has one signed before more data goes.",
    false_alarms="The contract exists and the map has no link to it.",
    message="{message}",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
