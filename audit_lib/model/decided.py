"""What makes something that was found a finding of a map: its id, whom its remedy names, what was decided."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from .data_map import DataMap
from .finding import Decision, Finding, Skipped

#: What the ids begin with of findings that rest on logs: the map alone neither gives nor ends them.
EVIDENCE: Final = "evidence-"

#: Who looks after data protection, as remedies call them.
OFFICER: Final = "data protection officer"


def finding_id(rule: str, about: Iterable[str]) -> str:
    """Return the id of a finding, which stays the same while the rule finds the same entries.

    >>> finding_id("no-version", ["map:btr"]) == finding_id("no-version", ["map:btr"])
    True
    >>> len(finding_id("no-version", ["map:btr"]))
    19
    """
    touched = "\n".join(sorted(set(about)))
    return f"{rule}-{hashlib.sha256(touched.encode()).hexdigest()[:8]}"


def rests_on_evidence(finding: str) -> bool:
    """Say whether a finding, by its id, rests on logs and not on the map alone.

    >>> rests_on_evidence("evidence-no-consent-1a2b3c4d"), rests_on_evidence("no-version-1a2b3c4d")
    (True, False)
    """
    return finding.startswith(EVIDENCE)


def addressed(remedy: str, data_map: DataMap) -> str:
    """Return a remedy that somebody can carry out: not every organisation has an officer (UK GDPR Art. 37).

    >>> from audit_lib.graph.example import example_map
    >>> addressed("The data protection officer asks.", example_map())
    'The data protection lead asks.'
    """
    return remedy if data_map.info.dpo else remedy.replace(OFFICER, OFFICER.replace("officer", "lead"))


def decided(
    found: Mapping[str, Finding], decisions: Iterable[Decision], as_of: dt.date
) -> tuple[list[Finding], list[Skipped]]:
    """Put each decision on its finding; one that fits no finding, or comes second, is returned with why.

    Parameters
    ----------
    found
        The findings by id.
    decisions
        What has been decided about findings of this kind, in the order of the map.
    as_of
        The day on which an acceptance has run out or not.

    >>> known = Decision(finding="a-1", status="accepted", owner="Ada", reason="Known")
    >>> decided({}, [known], dt.date(2026, 11, 22))[1][0].what
    'decision about a-1'
    """
    taken: dict[str, Decision] = {}
    unmatched = []
    for decision in decisions:
        why = None
        if decision.finding not in found:
            why = "There is no such finding (any more): take the decision out, or correct its id."
        elif decision.finding in taken:
            why = f"An earlier decision by {taken[decision.finding].owner} about this finding counts."
        if why:
            unmatched.append(Skipped(what=f"decision about {decision.finding}", why=why))
        else:
            taken[decision.finding] = decision
    put = [
        finding.model_copy(update={"status": taken[key].on(as_of), "decision": taken[key]})
        if key in taken
        else finding
        for key, finding in found.items()
    ]
    return put, unmatched
