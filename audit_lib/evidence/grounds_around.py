"""Findings about what was not seen, what the two ends tell differently, and what could not be read."""

from __future__ import annotations

from typing import Final

from ..model.finding import Severity
from ..model.noun import Confidence
from ..model.theme import Theme
from .evidence_rule import EvidenceRule

NEVER_OBSERVED: Final = EvidenceRule(
    id="evidence-never-observed",
    theme=Theme.MAP,
    title="A declared flow that no log shows",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    law=("UK GDPR Art. 30(1)", "UK GDPR Art. 5(2)"),
    why="A record that declares what no longer happens is not accurate; or the data goes another way, past "
    "the logs.",
    remedy="The owner of the activity says whether the flow still exists, and ends it in the map or names "
    "the source that would show it.",
    false_alarms="The flow is rare by its nature (a claim, an emergency), or happens on paper.",
    message="Is {flow} ({sender} to {recipient}) still going on? Logs that would show it cover {days}, and "
    "none does.{note}",
    brief="{flow}, {sender} to {recipient}: not in {days}{note}",
)

SENT_NOT_RECEIVED: Final = EvidenceRule(
    id="evidence-sent-not-received",
    theme=Theme.SECURITY,
    title="Sent by one end and not received by the other",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    law=("UK GDPR Art. 5(1)(f)", "UK GDPR Art. 32(1)", "UK GDPR Art. 33(1)"),
    why="Data that left and is not shown to have arrived may be lost or with the wrong recipient, which "
    "would be a personal data breach.",
    remedy="Both ends look for the entries named here; the data protection officer judges at once whether "
    "it is a personal data breach, since the 72 hours of Art. 33(1) run from when that is reasonably "
    "certain.",
    false_alarms="The recipient logs a batch as one entry, or under other names of the people.",
    message="{sender} logged {data} sent to {recipient} that {recipient} did not log as received, "
    "in the time that both cover: {seen}",
    brief="{data} from {sender} to {recipient}: {seen}",
)

RECEIVED_NOT_SENT: Final = EvidenceRule(
    id="evidence-received-not-sent",
    theme=Theme.SHARING,
    title="Received by one end and not sent by the other",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    law=("UK GDPR Art. 5(2)", "UK GDPR Art. 5(1)(f)", "UK GDPR Art. 30(1)(d)"),
    why="The data may leave by a way that the sender does not log, and the sender then cannot say who got "
    "what.",
    remedy="Both ends look for the entries named here; the owner of the activity has the way that is not "
    "logged closed or logged.",
    false_alarms="The recipient logs one message several times, or under other names of the people.",
    message="{recipient} logged {data} received from {sender} that {sender} did not log as sent, in the "
    "time that both cover: {seen}",
    brief="{data} from {sender} to {recipient}: {seen}",
)

LATE_DELETION: Final = EvidenceRule(
    id="evidence-late-deletion",
    theme=Theme.RETENTION,
    title="Data was deleted later than promised",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 13(2)(a)", "UK GDPR Art. 5(2)"),
    why="Data that outlives its period can be lost, stolen or used for as long as it lies there.",
    remedy="The owner of the system has the deletion run happen by the day on which the period ends.",
    false_alarms="The deletion was held back for a legal claim and the log does not record that.",
    message="{sender} deleted {data} after the end of its retention period: {seen}",
    brief="{data} by {sender}: {seen}",
)

REFUSED_ROWS: Final = EvidenceRule(
    id="evidence-refused-rows",
    theme=Theme.MAP,
    title="Rows of a log that could not be read",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    law=("UK GDPR Art. 5(2)",),
    why="What could not be read was not compared, and nobody knows what it would have shown.",
    remedy="Whoever exports the log looks at the rows that were refused and exports them again.",
    false_alarms="Rows of the export that carry no event, such as a total at its end.",
    message="{refused} of {rows} of source {source} could not be read and are not compared with the map.",
    brief="{source}: {refused} of {rows}",
)

#: All that no single observation gives, in the order in which it is told.
AROUND: Final = (LATE_DELETION, SENT_NOT_RECEIVED, RECEIVED_NOT_SENT, REFUSED_ROWS, NEVER_OBSERVED)
