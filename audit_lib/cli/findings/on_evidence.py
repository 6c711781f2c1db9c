"""Findings that rest on logs, for the commands that decide about findings: read from an earlier answer.

A comparison with logs can take hours, and a decision needs only the id of a finding and what it says. So
these commands read what `evidence check --format json` printed, and never compare themselves.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from ...errors import ParameterError
from ...model.decided import rests_on_evidence
from ...model.finding import Severity, Status

if TYPE_CHECKING:
    from ...model.finding import Decision
    from ...model.progress import Known

EvidenceOption = Annotated[
    Path | None,
    typer.Option(
        "--evidence",
        metavar="FILE",
        help="What `evidence check --format json` (or sarif) printed: for findings that rest on logs.",
        show_default=False,
    ),
]


class OnEvidence(NamedTuple):
    """A finding that rests on logs: what it is and how it stands.

    `message` is empty where no file says it, and `theme` is that of its kind.
    """

    id: str
    rule: str
    theme: str
    title: str
    severity: str
    status: Status
    message: str = ""
    decision: Decision | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as an object for JSON."""
        said = self._asdict() | {"status": self.status.value}
        decision = self.decision
        if decision is None:
            del said["decision"]
        else:
            said["decision"] = decision.model_dump(mode="json", exclude={"finding", "status"})
        return said


def read_on_evidence(file: Path | None, map_id: str) -> dict[str, Known]:
    """Return the findings of a map that rest on logs, by id, as an earlier answer told them.

    Raises
    ------
    ParameterError
        When the file cannot be read, is of another map, or holds no answer of `evidence check`.

    >>> read_on_evidence(None, "btr")
    {}
    """
    from ...files.read_findings import read_findings

    if file is None:
        return {}
    run = read_findings(file, map_id)
    found = {one.id: one for one in run.findings if rests_on_evidence(one.id)}
    if run.findings and not found:
        message = "No finding here rests on logs: give what `evidence check --format json` printed."
        raise ParameterError.at(str(file), message)
    return found


def standing(decisions: Iterable[Decision], found: Mapping[str, Known], today: dt.date) -> list[OnEvidence]:
    """Return the findings that rest on logs as they stand on a day: those found, and those decided about.

    What an earlier answer does not tell is known by its kind alone: the logs may still show it. A decision
    about a kind that there is not is left out.

    >>> from audit_lib.model.finding import Decision
    >>> known = Decision(finding="evidence-no-consent-1a2b3c4d", status="accepted", owner="Ada", reason="Ok")
    >>> one = standing([known], {}, dt.date(2026, 11, 22))[0]
    >>> one.title, one.severity, one.status.value
    ('Data was used without a consent on record that held at that moment', 'high', 'accepted')
    """
    from ...evidence.grounds import EVIDENCE_RULES

    decided = {one.finding: one for one in reversed(list(decisions)) if rests_on_evidence(one.finding)}
    kinds = {rule.id: rule for rule in EVIDENCE_RULES}
    listed = []
    for name in dict.fromkeys([*found, *decided]):
        known, decision = found.get(name), decided.get(name)
        rule = known.rule if known else name.rpartition("-")[0]
        kind = kinds.get(rule)
        said = known or kind
        if said is not None:
            status = decision.on(today) if decision else Status.OPEN
            theme, message = kind.theme.value if kind else "", known.message if known else ""
            shown = rule, theme, said.title, said.severity.value
            listed.append(OnEvidence(name, *shown, status, message, decision))
    return sorted(listed, key=lambda one: -Severity(one.severity).rank)


def needs_file(typed: str) -> str:
    """Return what to do about an id that rests on logs where no file was given; nothing for any other id.

    >>> needs_file("no-version-1a2b3c4d"), needs_file("evidence-no-consent-1a2b3c4d")[:23]
    ('', ' This one rests on logs')
    """
    if not rests_on_evidence(typed):
        return ""
    run = "`privacy-audit evidence check --format json > FILE`"
    return f" This one rests on logs: run {run} and give --evidence FILE."
