"""The parts of a memo on two audits that go into detail: risks, assessments, data, record, entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ..difference.difference import AuditDifference
from ..difference.wording import tops
from ..model.difference import CellChange, Review, ReviewKind, RiskChange
from ..model.words import counted, lowered
from ..rules.wording import listed

#: What each kind of assessment is called, and what is to be done with it.
TO_REVIEW: Final = {
    ReviewKind.DPIA: "Look again at the data protection impact assessment of",
    ReviewKind.DPIA_SCREENING: "Screen whether a data protection impact assessment is needed for",
    ReviewKind.LIA: "Make, or look again at, the legitimate interests assessment of",
}


class Item(NamedTuple):
    """One thing that a part says: the sentence, a mark in front (a severity, a sign), what it rests on."""

    text: str
    mark: str = ""
    fine: str = ""


class Part(NamedTuple):
    """A part of a memo: its heading and what it says; `folded` where only some will read it.

    `marked` is what the marks of its items are.
    """

    heading: str
    items: tuple[Item, ...]
    folded: bool = False
    marked: str = ""


def risks_part(risks: Iterable[RiskChange]) -> Part:
    """Return the risks that rise, most first, and those that fall.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> risks_part(compare_audits(audit, audit).risks).items
    ()
    """
    moved = [risk for risk in risks if risk.moved]
    order = sorted(moved, key=lambda risk: -risk.moved)
    items = tuple(
        Item(
            f"{risk.title}: {_level(risk, first=True)} to {_level(risk, first=False)}.",
            "up" if risk.moved > 0 else "down",
        )
        for risk in order
    )
    return Part("Risks to people that move (residual, on the regulator's scale)", items, marked="Move")


def _level(risk: RiskChange, *, first: bool) -> str:
    found = risk.before if first else risk.after
    return found.residual.level.value if found else "none"


def assessments_part(difference: AuditDifference) -> Part:
    """Return which assessments to look at, activities put together by what is to be done.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> assessments_part(compare_audits(audit, audit)).items
    ()
    """
    grouped: dict[ReviewKind, list[Review]] = {}
    for each in difference.reviews:
        grouped.setdefault(each.kind, []).append(each)
    items = []
    for kind, reviews in grouped.items():
        names = [lowered(difference.name(f"activity:{each.activity}")) for each in reviews]
        what = (
            names[0]
            if len(names) == 1
            else f"{counted(len(names), 'activity', 'activities')}: {listed(names, 5)}"
        )
        why = list(dict.fromkeys(each.why for each in reviews))
        more = f"; and {counted(len(why) - 2, 'other reason')}" if len(why) > 2 else ""
        items.append(Item(f"{TO_REVIEW[kind]} {what}.", "", f"{reviews[0].law}; {'; '.join(why[:2])}{more}"))
    return Part("Assessments to look at", tuple(items))


def data_part(difference: AuditDifference) -> Part:
    """Return party by party which data it gains and loses; what people hold of themselves is left out.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> data_part(compare_audits(audit, audit)).items
    ()
    """
    items = []
    for pairs, verb, mark, data_map in (
        (difference.gained, "can come to hold", "+", difference.after.data_map),
        (difference.lost, "no longer gets", "-", difference.before.data_map),
    ):
        by_party: dict[str, list[str]] = {}
        for category, party in pairs:
            by_party.setdefault(party, []).append(category)
        for party, categories in by_party.items():
            if party in data_map.individuals:
                continue
            names = [lowered(data_map.name(f"data:{one}")) for one in tops(data_map, categories)]
            items.append(Item(f"{difference.name(f'party:{party}')} {verb}: {listed(names, 8)}.", mark))
    return Part("Who gains and who loses data", tuple(items), folded=True)


def record_part(difference: AuditDifference) -> Part:
    """Return the rows of the record that come, go or read otherwise, with their columns.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> record_part(compare_audits(audit, audit)).items
    ()
    """
    items = tuple(
        Item(
            f"{row.name.replace(chr(10), ' ')}: {_columns(row.cells) if row.cells else row.standing.value}.",
            {"added": "+", "removed": "-", "changed": "~"}[row.standing.value],
        )
        for row in difference.rows
    )
    return Part("Rows of the record of processing that change", items, folded=True)


def _columns(cells: Sequence[CellChange]) -> str:
    return listed([cell.column.replace("-", " ") for cell in cells], 8)


def entries_part(difference: AuditDifference) -> Part:
    """Return the entries of the map that come, go or say something else.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> entries_part(compare_audits(audit, audit)).items
    ()
    """
    entries = difference.entries
    items = [
        *(Item(_entry(difference, reference), "+") for reference in entries.added),
        *(Item(_entry(difference, reference), "-") for reference in entries.removed),
        *(
            Item(
                f"{_entry(difference, each.reference)}: {', '.join(field.field for field in each.fields)}",
                "~",
            )
            for each in entries.changed
        ),
    ]
    return Part("Entries of the map that change", tuple(items), folded=True)


def _entry(difference: AuditDifference, reference: str) -> str:
    name = difference.name(reference)
    return f"{reference} ({name})" if name and name != reference.partition(":")[2] else reference
