"""Records that a controller must be able to show are missing, or nobody has said where they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...law.commencement import in_force
from ...model.finding import Severity
from ...model.noun import Confidence, Gap
from ...model.words import raised
from ..facts import Facts, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import listed

_BREACHES: Final = "UK GDPR Art. 33(5)"
_COMPLAINTS: Final = "Data Protection Act 2018 s.164A"
#: Training is among the tasks of an officer; where there is none, it is an organisational measure.
_TRAINING: Final = "UK GDPR Art. 39(1)(b)"
_WITHOUT_OFFICER: Final = "UK GDPR Art. 24(1)"
#: Each record by its field, what it is called, and what asks for it.
_RECORDS: Final = {
    "breach_record": ("the record of personal data breaches", _BREACHES),
    "request_record": ("the record of rights requests and answers", "UK GDPR Art. 12(3)"),
    "complaint_record": ("the record of complaints and their acknowledgement", _COMPLAINTS),
    "training_record": ("the record of who was trained when", _TRAINING),
}


def _hits(facts: Facts) -> Iterator[Hit]:
    if not facts.activities:
        return
    kept = facts.data_map.info.accountability
    wanted = {
        field: row
        for field, row in _RECORDS.items()
        if row[1] != _COMPLAINTS or in_force("s.103", facts.as_of)
    }
    none = [row for field, row in wanted.items() if getattr(kept, field) is Gap.NONE]
    unknown = [row for field, row in wanted.items() if open_gap(getattr(kept, field))]
    if not (none or unknown):
        return
    said = [
        f"{raised(listed(name for name, _ in none))} {'is' if len(none) == 1 else 'are'} not kept."
    ] * bool(none)
    if unknown:
        asked = listed(name for name, _ in unknown)
        said.append(f"Where {'is' if len(unknown) == 1 else 'are'} {asked}?")
    asking = dict.fromkeys(law for _, law in (*none, *unknown))
    if not facts.data_map.info.dpo:
        asking = dict.fromkeys(_WITHOUT_OFFICER if law == _TRAINING else law for law in asking)
    yield Hit(
        (facts.whole,),
        fields={"message": " ".join(said)},
        severity=Severity.MEDIUM if none else None,
        confidence=Confidence.CERTAIN if none else None,
        law=("UK GDPR Art. 5(2)", *asking),
    )


RULE = Rule(
    id="records-to-show-missing",
    theme=Theme.ACCOUNTABILITY,
    title="Records that show compliance are missing or not known",
    why="After a breach or a complaint the first question is for these records; the law asks "
    "for that of breaches, and has the controller show the rest somehow.",
    law=("UK GDPR Art. 5(2)", *dict.fromkeys(law for _, law in _RECORDS.values()), _WITHOUT_OFFICER),
    remedy="The data protection officer keeps each of these records, with the days that the law counts from, "
    "and says in the map where it is.",
    false_alarms="The records exist, and the map does not say where.",
    message="{message}",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
