"""Findings where what happened contradicts what a person was promised or has asked for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..model.finding import Severity
from ..model.noun import Confidence
from ..model.theme import Theme
from ..model.verdict import Verdict
from .evidence_rule import EvidenceRule

OF_PEOPLE: Final[Mapping[Verdict, EvidenceRule]] = MappingProxyType(
    {
        Verdict.AFTER_RESTRICTION: EvidenceRule(
            id="evidence-after-restriction",
            theme=Theme.RIGHTS,
            title="Restricted data was given out",
            severity=Severity.HIGH,
            confidence=Confidence.LIKELY,
            law=("UK GDPR Art. 18(1)", "UK GDPR Art. 18(2)", "UK GDPR Art. 5(1)(a)"),
            why="While data is restricted it may be stored and nothing else; whoever asked for that relies "
            "on it.",
            remedy="The data protection officer has the sending held back for whom the restriction "
            "protects, and has the recipient told of it (Art. 19); the owner of the activity has the list "
            "asked before each sending.",
            false_alarms="The use rests on the person's consent, a legal claim, the protection of another "
            "person or an important public interest (Art. 18(2)), and the log does not record that.",
            message="{recipient} got data whose use was restricted at that moment: {seen}",
            brief="{recipient}: {seen}",
        ),
        Verdict.AFTER_OBJECTION: EvidenceRule(
            id="evidence-after-objection",
            theme=Theme.RIGHTS,
            title="Data was given out after people had objected",
            severity=Severity.HIGH,
            confidence=Confidence.LIKELY,
            law=(
                "UK GDPR Art. 21(1)",
                "UK GDPR Art. 21(3)",
                "UK GDPR Art. 18(1)(d)",
            ),
            why="An objection to direct marketing holds without exception (by electronic mail PECR reg. 22 "
            "says so too), and any other until compelling grounds have been shown.",
            remedy="The owner of the activity has the list of objections asked before each sending, and has "
            "the recipient delete what it got.",
            false_alarms="Compelling grounds were shown, and the list does not say that the objection has "
            "ended; or the use rests on a contract, a legal obligation or consent, to which Art. 21(1) "
            "gives no right to object.",
            message="{recipient} got data of people who had objected before: {seen}",
            brief="{recipient}: {seen}",
        ),
        Verdict.AFTER_DELETION: EvidenceRule(
            id="evidence-after-deletion",
            theme=Theme.RETENTION,
            title="Data was given out after it was recorded as deleted",
            severity=Severity.HIGH,
            confidence=Confidence.LIKELY,
            law=(
                "UK GDPR Art. 5(1)(e)",
                "UK GDPR Art. 5(2)",
                "UK GDPR Art. 17(1)",
            ),
            why="What can still be sent was not deleted everywhere, or came back: what people or an "
            "auditor were told of the deletion may not be true. Art. 17(1) is broken where the person had "
            "asked for it.",
            remedy="Whoever runs the system finds the copy that was left and deletes it, and the owner of "
            "the activity has the next run prove it.",
            false_alarms="The person came back and gave the data anew after the run, or the run deleted it "
            "in one system that does not feed this log.",
            message="{sender} gave out {data} that it had recorded as deleted: {seen}",
            brief="{data} by {sender}: {seen}",
        ),
        Verdict.NO_CONSENT: EvidenceRule(
            id="evidence-no-consent",
            theme=Theme.LAWFUL_BASIS,
            title="Data was used without a consent on record that held at that moment",
            severity=Severity.HIGH,
            confidence=Confidence.LIKELY,
            law=("UK GDPR Art. 6(1)(a)", "UK GDPR Art. 7(1)", "UK GDPR Art. 7(3)"),
            why="What rests on consent alone has no basis before it is given and after it is withdrawn, "
            "and who relies on it has to be able to show it (Art. 7(1)).",
            remedy="The owner of the activity holds the use back for whom no consent is found, and has the "
            "consent records asked before each use; the data protection officer judges what was done "
            "without one.",
            false_alarms="The consent stands in another system whose records are not among the sources; "
            "or, for electronic mail to customers, the soft opt-in of PECR reg. 22(3) holds, and the map "
            "wrongly states consent.",
            message="{recipient} got data for {purpose}, which rests on consent, and none on record held: "
            "{seen}",
            brief="{recipient}, for {purpose}: {seen}",
        ),
        Verdict.NO_REQUEST: EvidenceRule(
            id="evidence-no-request",
            theme=Theme.SHARING,
            title="An authority got data for which no request is on file",
            severity=Severity.MEDIUM,
            confidence=Confidence.LIKELY,
            law=(
                "UK GDPR Art. 5(2)",
                "UK GDPR Art. 6(1)(c)",
                "UK GDPR Art. 6(1)(ea), Annex 1 para. 1 (since 5 February 2026)",
            ),
            why="Without the request nobody can show what was asked, on which power, and that no more was "
            "given; and the first condition of Annex 1 holds for disclosures on request only.",
            remedy="Whoever handed the data over gets the request in writing and files it; the data "
            "protection officer has nothing handed over without one, emergencies aside.",
            false_alarms="The request is on file under another name of the person; or the data was handed "
            "over unasked, to report a crime or in an emergency (Art. 6(1)(d), Annex 1 paras 3 to 8), and "
            "the log calls it a request.",
            message="{recipient} got data as the answer to a request, and no request for it is on file: "
            "{seen}",
            brief="{recipient}: {seen}",
        ),
        Verdict.AFTER_RETENTION: EvidenceRule(
            id="evidence-after-retention",
            theme=Theme.RETENTION,
            title="Data was given out after the period for which it may be kept",
            severity=Severity.MEDIUM,
            confidence=Confidence.LIKELY,
            law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 13(2)(a)", "UK GDPR Art. 30(1)(f)"),
            why="What was promised to be gone by then was still there, and is now with somebody else too.",
            remedy="The owner of the system has the data deleted and the deletion run repaired; the "
            "recipient is asked to delete what it got.",
            false_alarms="The event that starts the period happened again (a second tenancy), and the "
            "source of ends does not show it; or the data is kept for a legal claim, and the log does not "
            "record that.",
            message="{recipient} got {data} after the end of its retention period: {seen}",
            brief="{data} to {recipient}: {seen}",
        ),
    }
)
