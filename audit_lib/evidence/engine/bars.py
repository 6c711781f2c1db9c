"""Restrictions and deletions as a table of bars: who, from when, until when, and which use is barred."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from ...model.data_map import DataMap
from ...model.evidence_source import Column
from ...model.restriction import Ground
from .. import restrictions
from ..intake import Table
from ..restrictions import Bars
from .judged import NUMBER
from .list_views import Opening, ids_of, open_list, union, view_of
from .local_days import NEVER_ENDS
from .needs import Scope, deletion_scope, restriction_scope

BAR: Final = {"since_us": "int", "until_us": "int", "scope": "int"}


class _Barring(NamedTuple):
    """How rows of a list bar a use: the words that say which, what these forbid, since and until when."""

    words: Sequence[Column]
    scope: Callable[[DataMap, Sequence[str]], Scope | None]
    since: str
    until: str


def open_bars(
    opening: Opening, restricted: Sequence[Table], deletions: Sequence[Table], registers: Sequence[Bars]
) -> tuple[Scope, ...]:
    """Make the tables bar, scope and deleted, and return what their entries forbid."""
    found: list[Scope] = []
    parts = [_registered(opening, registers, found)]
    for table in restricted:
        words = (Column.GROUND, Column.DATA, Column.ACTIVITY)
        parts.append(_scoped(opening, table, _Barring(words, _restricted, "r.since_us", "r.until_us"), found))
    for table in deletions:
        ever = _Barring((Column.SENDER, Column.DATA), _deleted, "r.at_us + 1", "cast(null as bigint)")
        parts.append(_scoped(opening, table, ever, found))
    union(opening, "bar", parts, BAR)
    gone = [_gone(opening, table) for table in deletions]
    union(opening, "deleted", gone, dict.fromkeys(("source", "id", "sender", "data"), "text") | {"us": "int"})
    verdicts = [(at, NUMBER[scope.verdict]) for at, scope in enumerate(found)]
    opening.session.table("scope", {"scope": "int", "verdict": "int"}, verdicts)
    return tuple(found)


def _registered(opening: Opening, registers: Sequence[Bars], found: list[Scope]) -> str:
    """Make a table of the entries of registers."""
    rows = []
    for register in registers:
        first = len(found)
        found.extend(restriction_scope(opening.data_map, scope) for scope in register.scopes)
        for bar in register.bars:
            until = NEVER_ENDS if bar.until_us is None else bar.until_us
            person = str(bar.person) if opening.people_are_text else int(bar.person)
            rows.append((person, bar.since_us, until, first + bar.scope))
    kind = "text" if opening.people_are_text else "int"
    opening.session.table("register_bar", {"person": kind} | BAR, rows)
    return "select person, since_us, until_us, scope from register_bar"


def _scoped(
    opening: Opening,
    table: Table,
    barring: _Barring,
    found: list[Scope],
) -> str:
    """Return the query for the rows of a list, each with the number of the scope that its words stand for."""
    words = barring.words
    view = open_list(opening, table)
    ids = [ids_of(opening, table.source, view, word) for word in words]
    numbered, means = [], []
    columns = ", ".join(words)
    for row in opening.session.rows(f"select distinct {columns} from {view} order by {columns}"):
        said = [known.get(word) if word else "" for known, word in zip(ids, row, strict=True)]
        forbids = None if None in said else barring.scope(opening.data_map, [one or "" for one in said])
        if forbids is not None:
            numbered.append((*row, len(found)))
            means.append((len(found), *said))
            found.append(forbids)
    opening.session.table(
        f"{view}__scope", {str(word): "text" for word in words} | {"scope": "int"}, numbered
    )
    id_columns = {f"{word}_id": "text" for word in words}
    opening.session.table(f"{view}__said", {"scope": "int"} | id_columns, means)
    same = " and ".join(f"s.{word} = r.{word}" for word in words)
    since, until = barring.since, barring.until
    return (
        f"select r.person, {since} as since_us, coalesce({until}, {NEVER_ENDS}) as until_us, s.scope "
        f"from {view} r join {view}__scope s on {same} where r.person is not null and {since} is not null"
    )


def _gone(opening: Opening, table: Table) -> str:
    """Return the query for deletions: what was deleted by whom and when, with the scope's words as ids."""
    view, name = view_of(table), opening.session.dialect.text(table.source.id)
    return (
        f"select r.person, {name} as source, r.id, w.sender_id as sender, w.data_id as data, r.at_us as us "
        f"from {view} r join {view}__scope s on s.sender = r.sender and s.data = r.data "
        f"join {view}__said w on w.scope = s.scope where r.person is not null and r.at_us is not null"
    )


def _restricted(data_map: DataMap, said: Sequence[str]) -> Scope:
    """Return what an entry of a list of restrictions forbids; without a ground it is one of Art. 18."""
    ground, data, activity = said
    scope = restrictions.Scope(
        Ground(ground) if ground else restrictions.NO_GROUND_STATED,
        (data,) if data else (),
        (activity,) if activity else (),
    )
    return restriction_scope(data_map, scope)


def _deleted(data_map: DataMap, said: Sequence[str]) -> Scope | None:
    """Return what a deletion forbids: nothing where it does not say by whom or what."""
    return deletion_scope(data_map, *said) if all(said) else None
