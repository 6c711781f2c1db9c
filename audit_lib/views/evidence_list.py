"""What the numbers on red lines mean: from whom to whom, and each verdict with its figures and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.reconciliation import Group, Reconciliation
from .change_marks import Drawn
from .colours import FINDING, INK, MUTED
from .drawing import badge, write
from .evidence_decisions import decisions
from .evidence_figures import Figures, group_words
from .evidence_scene import NOBODY, Kind, Line, Scene
from .evidence_words import VERDICTS, called, month_span, span
from .lettering import fit, one_line, width

SIZE: Final = 8.0
ROW: Final = 14.5
GUTTER: Final = 30.0
#: How far apart words of two colours stand: small letters can come out wider than they measure.
APART: Final = 6.0
#: More rows than these are counted, not listed.
MOST: Final = 120
HEADS: Final = {True: "Not on the map at all", False: "On the map, but not like this"}


class Row(NamedTuple):
    """A heading (neither number nor figures), the head of a numbered line, or one verdict of it."""

    lead: str
    number: int = 0
    rest: str = ""
    figures: str = ""


def evidence_rows(reconciliation: Reconciliation, scene: Scene, known: Figures) -> list[Row]:
    """Return the rows that explain the red lines, in the order of their numbers."""
    rows: list[Row] = []
    said: set[bool] = set()
    excused = decisions(reconciliation)
    for line in scene.of(Kind.RED):
        if line.undeclared not in said:
            said.add(line.undeclared)
            rows.append(Row(HEADS[line.undeclared]))
        rows.append(Row(line_name(reconciliation, line), scene.numbers[line.key]))
        rows.extend(_verdicts(reconciliation, line, known, excused))
    return rows


def line_name(reconciliation: Reconciliation, line: Line) -> str:
    """Return from whom to whom a line goes, by name."""
    sender = "Sender not recorded" if line.sender == NOBODY else None
    data_map = reconciliation.data_map
    return f"{sender or called(data_map, 'party', line.sender)} → {called(data_map, 'party', line.recipient)}"


def _verdicts(
    reconciliation: Reconciliation, line: Line, known: Figures, excused: Mapping[Group, str]
) -> list[Row]:
    """Return a row for each verdict of a line: which data, how often, about how many people, and when.

    Verdicts whose figures are hidden share a row.
    """
    found: dict[str, list[Group]] = {}
    for group in line.groups:
        decided = f" ({excused[group]})" if group in excused else ""
        found.setdefault(f"{VERDICTS[group.verdict]}{decided}", []).append(group)
    hidden = {
        verdict: groups for verdict, groups in found.items() if all(one in known.hidden for one in groups)
    }
    shown = {verdict: groups for verdict, groups in found.items() if verdict not in hidden}
    if hidden:
        shown[_joined(list(hidden))] = [group for groups in hidden.values() for group in groups]
    return [
        Row(verdict, rest=_data(reconciliation, groups), figures=_figures(known, groups))
        for verdict, groups in shown.items()
    ]


def _joined(verdicts: Sequence[str]) -> str:
    """Return verdicts whose figures are all hidden as one, the first few by name."""
    first, *rest = verdicts
    said = [first, *(f"{verdict[0].lower()}{verdict[1:]}" for verdict in rest[:2])]
    return ", ".join(said) + (f" and {len(rest) - 2} more" if len(rest) > 2 else "")


def _data(reconciliation: Reconciliation, groups: Sequence[Group]) -> str:
    named = dict.fromkeys(group.meaning.data for group in groups if group.meaning.data)
    return ", ".join(one_line(called(reconciliation.data_map, "data", name), 80) for name in named)


def _figures(known: Figures, groups: Sequence[Group]) -> str:
    first, last = min(group.first for group in groups), max(group.last for group in groups)
    hidden = any(group in known.hidden for group in groups)
    return f"{group_words(known, groups)} · {month_span(first, last) if hidden else span(first, last)}"


def evidence_list(rows: Sequence[Row], room: float, note: str = "") -> Drawn:
    """Return the explained numbers in a width of `room` points, in two columns if there is room; then a note.

    >>> evidence_list([], 600).height
    0.0
    """
    shown, left = rows[:MOST], len(rows) - MOST
    columns = _columns(shown, 2 if room >= 900 and len(shown) > 6 else 1)
    wide = (room - GUTTER * (len(columns) - 1)) / len(columns)
    tallest = max((len(column) for column in columns), default=0)
    more = f"{left} more rows are not listed here; the table of patterns has all of them." if left > 0 else ""
    foot = " ".join(said for said in (more, note) if said)

    def draw(axes: Axes, x: float, y: float) -> None:
        for at, column in enumerate(columns):
            for down, row in enumerate(column):
                _row(axes, (x + at * (wide + GUTTER), y + ROW * (down + 0.5)), row, wide)
        write(axes, (x, y + ROW * (tallest + 0.9)), fit(foot, room, SIZE), SIZE, color=MUTED)

    return Drawn(ROW * (tallest + (1.4 if foot else 0)), draw)


def _columns(rows: Sequence[Row], number: int) -> list[list[Row]]:
    """Spread rows over columns of nearly equal length; what belongs to one number stays together."""
    starts = [at for at, row in enumerate(rows) if at and rows[at - 1].figures and not row.figures]
    if number == 1 or not starts:
        return [list(rows)]
    cut = min(starts, key=lambda at: (abs(2 * at - len(rows)), -at))
    head = next(row for row in reversed(rows[:cut]) if not row.number and not row.figures)
    continued = [head._replace(lead=f"{head.lead} (continued)")] if rows[cut].number else []
    return [list(rows[:cut]), [*continued, *rows[cut:]]]


def _row(axes: Axes, at: tuple[float, float], row: Row, room: float) -> None:
    x, y = at
    if row.number:
        badge(axes, (x + 7, y), row.number)
        write(axes, (x + 20, y), fit(row.lead, room - 20, SIZE, "bold"), SIZE, weight="bold", color=INK)
        return
    if not row.figures:
        write(axes, (x, y + 1), fit(row.lead, room, SIZE, "bold"), SIZE, weight="bold", color=FINDING)
        return
    figures = fit(row.figures, room * 0.6, SIZE)
    spare = room - 20 - width(figures, SIZE) - 12
    lead = fit(f"{row.lead}:" if row.rest else row.lead, spare, SIZE)
    write(axes, (x + 20, y), lead, SIZE, color=FINDING)
    used = width(lead, SIZE) + APART
    if row.rest and spare - used > 24:
        write(axes, (x + 20 + used, y), fit(row.rest, spare - used, SIZE), SIZE, color=INK)
    write(axes, (x + room, y), figures, SIZE, color=MUTED, ha="right")
