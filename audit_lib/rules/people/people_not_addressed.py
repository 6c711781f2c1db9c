"""The notice says whom it is for, and leaves out people whose data is processed."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity
from ...model.claim import Collected, ScopeStated
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed


def left_out(facts: Facts) -> dict[str, Activity]:
    """Return the people whom a notice that says whom it is for leaves out, each with an activity.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> left_out(Facts(example_map(), dt.date(2026, 11, 22)))
    {}
    """
    scoped = [said for said in facts.said(ScopeStated) if said.claim.subjects]
    if not scoped:
        return {}
    addressed = {subject for said in scoped for subject in said.claim.subjects}
    told = {subject for said in facts.said(Collected) for subject in said.claim.subjects}
    found = {
        subject: activity
        for activity in reversed(facts.activities)
        for subject in activity.subjects
        if subject not in addressed | told
    }
    return dict(reversed(found.items()))


def _hits(facts: Facts) -> Iterator[Hit]:
    people = left_out(facts)
    if people:
        scoped = [said for said in facts.said(ScopeStated) if said.claim.subjects]
        addressed = {subject for said in scoped for subject in said.claim.subjects}
        clauses = tuple(said.clause for said in scoped)
        fields = {
            "addressed": listed(facts.names("party", sorted(addressed))),
            "where": in_clauses(clauses),
            "people": listed(f'{facts.name("party", p)} ("{people[p].name}")' for p in people),
        }
        yield Hit(tuple(f"party:{person}" for person in people), clauses, fields)


RULE = Rule(
    id="people-not-addressed",
    theme=Theme.PEOPLE,
    title="People whose data is processed are not addressed",
    why="Who is not addressed does not read the notice as theirs, and may never be informed.",
    law=("UK GDPR Art. 12(1)", "UK GDPR Art. 13(1)", "UK GDPR Art. 14(1)"),
    remedy="The data protection officer says in the notice that it is for these people too, or gives them "
    "one of their own (a sign, where a camera records them).",
    false_alarms="They have a notice of their own, such as a sign, that the map does not hold.",
    message="The notice is addressed to {addressed} ({where}), and data is also processed about {people}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
