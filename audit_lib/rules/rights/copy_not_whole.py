"""What people get when they ask for a copy leaves out data that is held about them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence, Stance
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import kind_of, serving
from ..wording import listed


def _held(facts: Facts) -> frozenset[str]:
    """Return what activities name, but for statistics and for requests: the first are about nobody."""
    beside = (PurposeKind.STATISTICS, PurposeKind.RIGHTS_REQUESTS)
    used = (a for a in facts.activities if kind_of(facts, a) not in beside)
    return facts.atoms(dict.fromkeys(c for a in used for c in (*a.data, *a.creates)))


def _kinds(facts: Facts, categories: frozenset[str]) -> set[str]:
    """Return the tops of the hierarchy to which categories belong."""
    found = set()
    for category in categories:
        top = facts.data_map.category[category]
        while top.parent:
            top = facts.data_map.category[top.parent]
        found.add(top.id)
    return found


def _left_out(facts: Facts, copied: frozenset[str]) -> list[str]:
    """Return the widest categories of which nothing at all is copied, in map order."""
    known = facts.data_map.category
    partly = set(copied)
    for category in copied:
        above = known[category].parent
        while above and above not in partly:
            partly.add(above)
            above = known[above].parent
    missing = _held(facts) - partly
    return [
        category.id
        for category in facts.data_map.data
        if category.id in missing
        and category.parent not in missing
        and category.stance is not Stance.EXPECTED
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    answers = [
        flow
        for activity in serving(facts, PurposeKind.RIGHTS_REQUESTS)
        for flow in facts.flows_of[activity.id]
        if facts.data_map.direction(flow) is Direction.SENT
    ]
    copied = frozenset(category for flow in answers for category in facts.atoms(flow.data))
    left_out = _left_out(facts, copied)
    # A flow that hardly carries anything stands for the letter, and not for the copy that goes with it.
    if left_out and len(_kinds(facts, copied & _held(facts))) > 1:
        fields = {"data": listed(facts.names("data", left_out), most=8)}
        yield Hit(tuple(f"flow:{flow.id}" for flow in answers), clauses_of(answers), fields)


RULE = Rule(
    id="copy-not-whole",
    theme=Theme.RIGHTS,
    title="A copy that may leave data out",
    why="The right to a copy is about everything that is held on a person: pictures, recordings, notes and "
    "what was concluded too, in whichever system.",
    law=("UK GDPR Art. 15(1)", "UK GDPR Art. 15(3)", "UK GDPR Art. 12(2)"),
    remedy="The team that answers requests searches every system for these categories too, and the owner of "
    "each system says how a person is found in it.",
    false_alarms="They are searched as well, and the flow names only the most common; or an exemption of "
    "Schedule 2 of the Data Protection Act 2018 applies to them.",
    message="Does a person who asks for a copy get {data} too? The flows that answer requests name "
    "none of that.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
