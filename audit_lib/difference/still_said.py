"""What the published notice goes on saying although it is no longer so."""

from __future__ import annotations

from ..model.data_map import DataMap
from ..model.difference import StillSaid
from ..model.notice import Clause
from ..rules.wording import listed
from .two import Two
from .working_copy import claimed_by


def still_said(two: Two) -> tuple[StillSaid, ...]:
    """Return the clauses that stand unchanged in both maps and have lost what they speak of.

    A clause has lost it when it names a party that had a part before and has none now, or when all that was
    done on its ground is gone or has become another thing. The notice has to be changed there.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> still_said(Two(example_map(), example_map(), dt.date(2026, 11, 22)))
    ()
    """
    old, new = two.old.data_map, two.new.data_map
    idle = _parties_at_work(old) - _parties_at_work(new)
    rested, rests = _resting(old), _resting(new)
    found = []
    for clause in new.clauses:
        was = old.clause.get(clause.id)
        if was is None or was.fingerprint != clause.fingerprint:
            continue
        named = sorted(two.name(f"party:{party}") for party in idle & claimed_by(clause, "party"))
        left = [] if clause.id in rests else rested.get(clause.id, [])
        why = _why(named, left)
        if why:
            found.append(StillSaid(clause=clause.id, gist=clause.gist, why=why))
    return tuple(found)


def _why(named: list[str], left: list[str]) -> str:
    if named:
        return f"It names {listed(named)}, which no longer {'has' if len(named) == 1 else 'have'} a part."
    return (
        f"Nothing is done any more that rests on it; before: {listed(map(_quoted, left), 3)}." if left else ""
    )


def _quoted(reference: str) -> str:
    kind, _, name = reference.partition(":")
    return f"{'data' if kind == 'data' else kind} {name}"


def _parties_at_work(data_map: DataMap) -> set[str]:
    """Return the parties that have a part in any flow, activity or system."""
    found: set[str] = set()
    for flow in data_map.flows:
        found.update((flow.sender, flow.recipient))
    for activity in data_map.activities:
        found.update((*activity.controllers, *activity.processors, *activity.subjects))
    found.update(system.operator for system in data_map.systems)
    return found


def _resting(data_map: DataMap) -> dict[str, list[str]]:
    """Return which entries cite each clause, but for those that are names and nothing that is done."""
    found: dict[str, list[str]] = {}
    for reference, entry in data_map.entries():
        if not isinstance(entry, Clause) and not reference.startswith(("party:", "data:", "purpose:")):
            for clause in entry.clauses:
                found.setdefault(clause, []).append(reference)
    return found
