"""What a rights request comes to, as tables: what stays, what is held back, what goes along, what is said."""

from __future__ import annotations

from dataclasses import replace

from ..model.authority import weighed
from ..model.data_map import DataMap
from ..model.request_plan import Kept, RequestPlan
from .plan_tables import named_data
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate


def kept_table(plan: RequestPlan, data_map: DataMap, *, most: int | None = None) -> Table:
    """Return what stays in spite of the request, on which ground, and for how long.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.ERASURE, subject="tenants",
    ...     as_of=dt.date(2026, 11, 22))
    >>> kept_table(plan, example_map()).title
    'Nothing has to be kept'
    """
    rows = [
        (
            Cell(named_data(data_map, kept.data, 8) or "Whatever the ground covers", Mark.STRONG),
            Cell(kept.says, tail=_whence(kept, data_map)),
            Cell("certain") if kept.certain else Cell("to be decided", Mark.GAP),
            Cell(
                kept.period or "not stated",
                Mark.PLAIN if kept.period else Mark.GAP,
                tail=f"retention entry {kept.retention}" if kept.retention else "",
            ),
            Cell(weighed(kept.provision, kept.authority), tail=kept.law or ""),
        )
        for kept in plan.kept
    ]
    sure = sum(kept.certain for kept in plan.kept)
    grounds = count(len(rows), "ground").capitalize()
    title = f"{grounds} to keep data: {sure} certain, {len(rows) - sure} to be decided"
    columns = ("What", "Why it stays", "How sure", "How long", "Rests on")
    return tabulate(title if rows else "Nothing has to be kept", columns, rows, most, (22, 34, 10, 12, 22))


def _whence(kept: Kept, data_map: DataMap) -> str:
    """Return the activity that a ground comes from, where its words do not name it."""
    name = data_map.activity[kept.activity].name if kept.activity else ""
    return "" if name in kept.says else name


def held_back_table(plan: RequestPlan, data_map: DataMap, *, most: int | None = None) -> Table:
    """Return what to check, and perhaps hold back, before anything is handed over.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.ACCESS, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> held_back_table(plan, example_map()).title
    'Nothing has to be held back'
    """
    rows = [
        (
            Cell(held.concern.value, Mark.STRONG),
            named_data(data_map, held.data, 10),
            listing([data_map.party[name].name for name in held.others], 8) if held.others else "",
            Cell(held.says, tail=weighed(held.provision, held.authority)),
        )
        for held in plan.held_back
    ]
    title = f"{count(len(rows), 'thing').capitalize()} to check before anything is handed over"
    columns = ("Concern", "In what", "Who else shows", "What to do")
    return tabulate(title if rows else "Nothing has to be held back", columns, rows, most, (14, 26, 20, 40))


def portable_table(plan: RequestPlan, data_map: DataMap, *, most: int | None = None) -> Table:
    """Return what goes with the person: what they gave (UK GDPR Art. 20), and what an activity makes of them.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.PORTABILITY, subject="tenants",
    ...     as_of=dt.date(2026, 11, 22))
    >>> portable_table(plan, example_map()).title
    'Nothing goes with the person'
    """
    rows = [
        (
            Cell(data_map.activity[one.activity].name, Mark.STRONG, tail="merely expected" * one.expected),
            one.basis.value.replace("-", " "),
            named_data(data_map, one.provided),
            named_data(data_map, one.made),
        )
        for one in plan.portable
    ]
    given = {name for one in plan.portable for name in one.provided}
    verb = "goes" if len(given) == 1 else "go"
    title = f"{count(len(given), 'category', 'categories').capitalize()} {verb} with the person"
    columns = ("Activity", "Basis", "Given by the person", "Made by the activity")
    found = tabulate(title if rows else "Nothing goes with the person", columns, rows, most, (26, 14, 30, 30))
    note = "Of what an activity makes, what was observed goes too, and what was inferred does not."
    made = any(one.made for one in plan.portable)
    return replace(found, note=f"{note if made else ''} {found.note}".strip())


def informed_table(plan: RequestPlan) -> Table:
    """Return what an access answer says beside the copy (UK GDPR Art. 15(1)), and what a person must add.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.ERASURE, subject="tenants",
    ...     as_of=dt.date(2026, 11, 22))
    >>> informed_table(plan).title
    'Nothing is to be said beside a copy'
    """
    rows = [
        (
            Cell(one.heading, Mark.STRONG, tail=one.item),
            "\n".join(one.says),
            Cell(one.gap, Mark.GAP) if one.gap else Cell("from the map", Mark.MUTED),
        )
        for one in plan.informed
    ]
    gaps = sum(one.gap is not None for one in plan.informed)
    title = f"{count(len(rows), 'thing').capitalize()} to say beside the copy, {gaps or 'none'} with a gap"
    none = "Nothing is to be said beside a copy"
    return tabulate(
        title if rows else none, ("What", "As the map has it", "To add"), rows, widths=(26, 48, 26)
    )
