"""Findings where what happened contradicts what the map declares, whomever it is about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..model.finding import Severity
from ..model.noun import Confidence
from ..model.theme import Theme
from ..model.verdict import Verdict
from .evidence_rule import EvidenceRule

OF_MAP: Final[Mapping[Verdict, EvidenceRule]] = MappingProxyType(
    {
        Verdict.UNDECLARED_RECIPIENT: EvidenceRule(
            id="evidence-undeclared-recipient",
            theme=Theme.SHARING,
            title="Data went to a recipient that the map does not declare",
            severity=Severity.HIGH,
            confidence=Confidence.CERTAIN,
            law=(
                "UK GDPR Art. 30(1)(d)",
                "UK GDPR Art. 13(1)(e)",
                "UK GDPR Art. 14(1)(e)",
                "UK GDPR Art. 5(1)(a)",
            ),
            why="The map shows neither a lawful basis nor a contract for it, and the record and the notice "
            "may leave the recipient out. Whether the map is incomplete or the data went where it should "
            "not, the log does not say.",
            remedy="The owner of the activity says whether this was meant. If not, it is stopped, and the "
            "data protection officer judges at once whether it is a personal data breach (Art. 33(1): 72 "
            "hours). If it was, the flow is entered with its basis and contract, and the notice is "
            "checked for the recipient.",
            false_alarms="The name in the log is another name of a recipient that the map has: enter it as "
            "an alias, or under the values of the source. Or the recipient is the person whom the data is "
            "about.",
            message="{sender} gave {recipient} data, and no flow of the map leads there with it: {seen}",
            brief="{sender} to {recipient}: {seen}",
        ),
        Verdict.UNDECLARED_SENDER: EvidenceRule(
            id="evidence-undeclared-sender",
            theme=Theme.SHARING,
            title="Data came from a sender that the map does not declare",
            severity=Severity.MEDIUM,
            confidence=Confidence.CERTAIN,
            law=("UK GDPR Art. 30(1)", "UK GDPR Art. 5(2)", "UK GDPR Art. 14(2)(f)"),
            why="Somebody holds and gives on data that the map places elsewhere, so that a request or a "
            "breach may not be followed to them.",
            remedy="The owner of the activity finds out how the sender came by the data, and enters that "
            "flow and this one, or stops them.",
            false_alarms="The sender acted for the one that the map names: enter it as part of that party, "
            "or as its processor.",
            message="{recipient} got data from {sender}, and the map declares that data from others only: "
            "{seen}",
            brief="{sender} to {recipient}: {seen}",
        ),
        Verdict.UNDECLARED_CATEGORY: EvidenceRule(
            id="evidence-undeclared-category",
            theme=Theme.MINIMISATION,
            title="More data went out than the map declares",
            severity=Severity.MEDIUM,
            confidence=Confidence.CERTAIN,
            law=(
                "UK GDPR Art. 30(1)(c)",
                "UK GDPR Art. 5(1)(c)",
                "UK GDPR Art. 5(2)",
            ),
            why="Nobody has said in the map why this data is needed there, so that nobody can show that it "
            "is (Art. 5(2)); and it makes a breach at the recipient worse.",
            remedy="The owner of the activity says why the recipient needs it and has it entered in the "
            "flow and in the record, or has the field taken out of what is sent and the recipient delete "
            "what it got.",
            false_alarms="The category lies beneath one that the flow carries, and the map has them side by "
            "side.",
            message="{recipient} got {data}, which no flow of the map carries there: {seen}",
            brief="{data} to {recipient}: {seen}",
        ),
        Verdict.UNDECLARED_PURPOSE: EvidenceRule(
            id="evidence-undeclared-purpose",
            theme=Theme.PURPOSE_LIMITATION,
            title="Data went out for a purpose that the map does not declare",
            severity=Severity.HIGH,
            confidence=Confidence.CERTAIN,
            law=(
                "UK GDPR Art. 5(1)(b)",
                "UK GDPR Art. 8A (before 5 February 2026: Art. 6(4))",
                "UK GDPR Art. 13(3)",
                "UK GDPR Art. 30(1)(b)",
            ),
            why="Data may be used for a purpose other than the one it was collected for only if the two "
            "are compatible, and people are told before. The map does not show that anybody has looked at "
            "this purpose.",
            remedy="The data protection officer finds out whether the purpose was told when the data was "
            "collected, and if not, whether it is compatible (Art. 8A, Annex 2); until then the owner of "
            "the activity holds the use back. Then the flow and the notice state it.",
            false_alarms="The log calls a declared purpose by another name: enter it under the values of the "
            "source.",
            message="{recipient} got data for {purpose}, for which no flow of the map leads there: {seen}",
            brief="{recipient}, for {purpose}: {seen}",
        ),
        Verdict.PURPOSE_DIFFERS: EvidenceRule(
            id="evidence-purpose-differs",
            theme=Theme.PURPOSE_LIMITATION,
            title="Data went out for a purpose that the map declares for other data",
            severity=Severity.MEDIUM,
            confidence=Confidence.LIKELY,
            law=("UK GDPR Art. 5(1)(b)", "UK GDPR Art. 30(1)(b)", "UK GDPR Art. 5(1)(c)"),
            why="By the log, data declared for one purpose served another, so that the basis and the "
            "period that were chosen for it may not fit.",
            remedy="The owner of the activity corrects what the log records, or has the data entered in the "
            "flow that serves this purpose, once somebody has said why it is needed there.",
            false_alarms="One message serves two purposes and the log records only the first of them.",
            message="{recipient} got data for {purpose}, for which the map declares only other data: {seen}",
            brief="{recipient}, for {purpose}: {seen}",
        ),
        Verdict.ROLE_DIFFERS: EvidenceRule(
            id="evidence-role-differs",
            theme=Theme.ROLES,
            title="The recipient is recorded in another role than the map declares",
            severity=Severity.MEDIUM,
            confidence=Confidence.LIKELY,
            law=("UK GDPR Art. 4(7), 4(8)", "UK GDPR Art. 28(10)", "UK GDPR Art. 28(3)"),
            why="Who decides on purposes and means is a controller for that processing, whatever a "
            "contract or a log calls it (Art. 28(10)). If the log is right, the contract that the map "
            "rests on is of the wrong kind.",
            remedy="The data protection officer asks the recipient who decides on purposes and means, and "
            "corrects the flow, the contract or the log.",
            false_alarms="The log records the role of the account and not that of the recipient. A role "
            "follows from the facts, not from its name.",
            message="{recipient} got data as {role}; flow {flow} declares another role: {seen}",
            brief="{recipient} as {role}, flow {flow}: {seen}",
        ),
        Verdict.BASIS_DIFFERS: EvidenceRule(
            id="evidence-basis-differs",
            theme=Theme.LAWFUL_BASIS,
            title="The log records another lawful basis than the map declares",
            severity=Severity.MEDIUM,
            confidence=Confidence.LIKELY,
            law=("UK GDPR Art. 6(1)", "UK GDPR Art. 13(1)(c)", "UK GDPR Art. 5(2)"),
            why="Which rights people have hangs on the basis, the notice has to tell it, and it is not "
            "changed later without a good reason.",
            remedy="The data protection officer settles which basis holds, and the owner of the activity has "
            "the map, the notice and the log say the same.",
            false_alarms="The log carries a default that nobody has set.",
            message="{recipient} got data on the basis of {basis}; the activity of flow {flow} states "
            "another: {seen}",
            brief="{recipient} on {basis}, flow {flow}: {seen}",
        ),
        Verdict.UNDECLARED_COUNTRY: EvidenceRule(
            id="evidence-undeclared-country",
            theme=Theme.TRANSFERS,
            title="Data went to a country that the map does not declare",
            severity=Severity.HIGH,
            confidence=Confidence.CERTAIN,
            law=(
                "UK GDPR Art. 44A (before 5 February 2026: Art. 44)",
                "UK GDPR Art. 30(1)(e)",
                "UK GDPR Art. 13(1)(f)",
                "UK GDPR Art. 14(1)(f)",
            ),
            why="A transfer out of the United Kingdom needs adequacy regulations, appropriate safeguards "
            "or a derogation (Art. 45A, 46, 49), and the record and the notice have to state it. For this "
            "country the map shows none of them.",
            remedy="The data protection officer finds out whether it is a restricted transfer and what "
            "makes it lawful; until then the owner of the activity holds it back, unless the country is "
            "adequate. Then the flow, the record and the notice state it.",
            false_alarms="The log records where a request passed through, and the data stays elsewhere; or "
            "staff of the sender itself, or the person whom the data is about, read it there, which is no "
            "restricted transfer.",
            message="{recipient} got data in {country}, which no flow of the map declares: {seen}",
            brief="{recipient} in {country}: {seen}",
        ),
        Verdict.OUTSIDE_TIME: EvidenceRule(
            id="evidence-outside-time",
            theme=Theme.SHARING,
            title="Data went out before the flow began or after it ended",
            severity=Severity.MEDIUM,
            confidence=Confidence.CERTAIN,
            law=(
                "UK GDPR Art. 30(1)",
                "UK GDPR Art. 5(2)",
                "UK GDPR Art. 5(1)(b)",
            ),
            why="What was thought to have ended may go on without the contract and the checks that went "
            "with it, or have begun before them.",
            remedy="The owner of the activity has the sending stopped, or corrects the days of the flow.",
            false_alarms="The log records when a message was filed and not when it was sent.",
            message="Data went out as in flow {flow}, outside {time}: {seen}",
            brief="flow {flow}, outside {time}: {seen}",
        ),
        Verdict.UNRESOLVED: EvidenceRule(
            id="evidence-unresolved",
            theme=Theme.MAP,
            title="Words of a log stand for nothing in the map",
            severity=Severity.LOW,
            confidence=Confidence.ASK,
            law=("UK GDPR Art. 5(2)", "UK GDPR Art. 30(1)"),
            why="What is not understood is not compared: a recipient that the map lacks could hide there.",
            remedy="The data protection officer has each word entered under the values of the source, as an "
            "alias, or in the map as what it is.",
            false_alarms="A test entry of the system that writes the log.",
            message="Column {column} of source {source} holds words that mean nothing in the map: {seen}",
            brief="{source}, column {column}: {seen}",
        ),
    }
)
