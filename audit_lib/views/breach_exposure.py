"""What a breach of each party and system would expose: how grave it would be, and for how many people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from matplotlib.axes import Axes

from ..model.incident import Exposed, Level
from ..model.risk import Level as RiskLevel
from .colours import COUNTS, EXPECTED, GAP_INK, GRID, INK, LEVELS, LINE, MUTED
from .drawing import MARGIN, block, box, figure_of, heading, sheet, write
from .lane_shapes import Rect
from .lettering import fit, one_line, width
from .picture import Picture
from .sentences import count, listing
from .timeline_bar import strokes
from .values import values

HEAD: Final = 84.0
COLUMNS: Final = 24.0
ROW: Final = 30.0
SIZE: Final = 9.0
SMALL: Final = 7.6
NAME: Final = 290.0
#: The panel of the severity (its scale ends at 6), and that of the people.
SEVERITY: Final = 150.0
PEOPLE: Final = 150.0
NUMBER: Final = 130.0
WIDE: Final = 2 * MARGIN + 26 + NAME + SEVERITY + 76 + PEOPLE + NUMBER
HIGHEST: Final = 6.0
#: The room of one kind of people whom nobody has counted, and of all of them together.
KIND: Final = 11.0
KINDS: Final = 80.0

#: Grounds of the four levels: the warm colour of the risks, one step deeper; each goes with its word.
GRAVE: Final[Mapping[Level, str]] = {
    Level.LOW: LEVELS[RiskLevel.LOW],
    Level.MEDIUM: LEVELS[RiskLevel.MEDIUM],
    Level.HIGH: LEVELS[RiskLevel.HIGH],
    Level.VERY_HIGH: "#d9822b",
}


def breach_exposure(ranking: Sequence[Exposed], *, most: int = 40) -> Picture:
    """Draw the parties and systems by what a breach of each would expose, the worst first.

    The left bar is the severity for one person, its ground the level; the right bar the people whose
    number the map knows. Each hatched piece stands for one kind of people whom nobody has counted: unknown is
    not none.

    Parameters
    ----------
    ranking
        Rows of `rank_exposure`, in their order.
    most
        So many rows are drawn; the rest is counted.

    Returns
    -------
    Picture
        870 points wide; the smallest letters have 7.6 points.

    Examples
    --------
    >>> breach_exposure([]).title
    'Nobody holds anything that a breach could expose'
    """
    shown, left = list(ranking[:most]), max(len(ranking) - most, 0)
    bottom = HEAD + COLUMNS + ROW * len(shown)
    axes = sheet(WIDE, (bottom if shown else HEAD) + (18 if left else 0) + MARGIN)
    title = _title(ranking)
    heading(axes, ("If it were breached", title, _reading(ranking)), WIDE - 2 * MARGIN)
    if shown:
        _heads(axes, bottom)
    kinds = max([len(row.uncounted) for row in shown] + [1])
    kind = min(KIND, KINDS / kinds)
    unit = (PEOPLE - kind * kinds) / max([row.people or 0 for row in shown] + [1])
    for at, row in enumerate(shown):
        _row(axes, HEAD + COLUMNS + ROW * at, row, (unit, kind))
    if left:
        write(axes, (MARGIN, bottom + 14), f"{count(left, 'more row')} below these.", SMALL, color=MUTED)
    drawn = values(
        ("rank", "hit", "severity", "people", "kinds of people not counted"),
        ((row.rank, row.name, row.severity, row.people, len(row.uncounted)) for row in shown),
    )
    return Picture(figure_of(axes), title, _alt(title, ranking), drawn)


def _title(ranking: Sequence[Exposed]) -> str:
    if not ranking:
        return "Nobody holds anything that a breach could expose"
    first = ranking[0]
    said = f"A breach of {one_line(first.name, 60)} would expose most"
    worst = max(ranking, key=lambda row: row.level.rank).level
    number = sum(row.level is worst for row in ranking)
    if len(ranking) == 1:
        return f"{said}: severity {worst.words}"
    return f"{said}; {number} of {len(ranking):,} would be of {worst.words} severity"


def _reading(ranking: Sequence[Exposed]) -> str:
    said = ["Severity for one person, by the method of ENISA, and the people reached, as the map knows them."]
    if any(row.uncounted for row in ranking):
        said.append("Hatched: a kind of people whom nobody has counted, each.")
    if any(row.assumed for row in ranking):
        said.append("≈: the class of the data is assumed.")
    if any(row.expected for row in ranking):
        said.append("Dashed: merely expected.")
    return " ".join(said)


def _heads(axes: Axes, bottom: float) -> None:
    grave, people = _panels()
    y = HEAD + 10
    for x, said in ((MARGIN + 26, "party or system"), (grave, "severity"), (people, "people")):
        write(axes, (x, y), said, SMALL, color=MUTED)
    for x in (grave, people):
        axes.plot([x, x], [y + 10, bottom], color=LINE, linewidth=0.9, zorder=3)
    for score in (2, 3, 4):
        x = grave + SEVERITY * score / HIGHEST
        axes.plot([x, x], [y + 10, bottom], color=GRID, linewidth=0.8, zorder=1)
        write(axes, (x, y), f"{score}", SMALL, color=MUTED, ha="center")


def _panels() -> tuple[float, float]:
    grave = MARGIN + 26 + NAME
    return grave, grave + SEVERITY + 76


def _row(axes: Axes, y: float, row: Exposed, units: tuple[float, float]) -> None:
    middle, (grave, people) = y + ROW / 2, _panels()
    ink = MUTED if row.expected else INK
    write(axes, (MARGIN + 18, middle - 5), f"{row.rank}", SIZE, color=MUTED, ha="right")
    write(
        axes,
        (MARGIN + 26, middle - 5),
        fit(row.name, NAME - 12, SIZE, "bold"),
        SIZE,
        weight="bold",
        color=ink,
    )
    write(axes, (MARGIN + 26, middle + 6.5), fit(_what(row), NAME - 12, SMALL), SMALL, color=MUTED)
    end = grave + SEVERITY * min(row.severity, HIGHEST) / HIGHEST
    dashes = {"edgecolor": EXPECTED, "linewidth": 0.9, "linestyle": (0, (3, 2))} if row.expected else {}
    edge = dashes or {"edgecolor": LINE, "linewidth": 0.5}
    block(axes, Rect(grave, y + 6, end, y + ROW - 6), facecolor=GRAVE[row.level], zorder=2, **edge)
    score = f"{'≈' if row.assumed else ''}{row.severity:.2f}".rstrip("0").rstrip(".")
    _score(axes, (end + 6, middle), score, row.level)
    _people(axes, (people, y), row, units)


def _score(axes: Axes, at: tuple[float, float], score: str, level: Level) -> None:
    x, y = at
    write(axes, (x, y), score, SIZE, weight="bold", zorder=4)
    x += width(score, SIZE, "bold") + 5
    chip = Rect(x, y - 7, x + width(level.words, SMALL) + 8, y + 7)
    box(axes, chip, radius=3, facecolor=GRAVE[level], zorder=3)
    write(axes, (x + 4, y), level.words, SMALL, zorder=4)


def _what(row: Exposed) -> str:
    """Return what stands beneath a name: its role, how much it has, and what makes that grave."""
    said = ["system" if row.hit.startswith("system:") else "", row.role]
    said += [count(len(row.data), "category", "categories")]
    said += ["special category"] * row.special_category + ["offences"] * row.criminal_offence
    return " · ".join(part for part in [*said, *["children"] * row.children] if part)


def _people(axes: Axes, at: tuple[float, float], row: Exposed, units: tuple[float, float]) -> None:
    """Draw the people: a bar for those who are counted, and a hatched piece for each kind that is not."""
    x, y = at
    known = row.people or 0
    unit, kind = units
    end = x + unit * known
    if known:
        block(axes, Rect(x, y + 7, max(end, x + 1.2), y + ROW - 7), facecolor=COUNTS[2][0], zorder=2)
    for _ in row.uncounted:
        strokes(axes, Rect(end + 1, y + 7, end + kind - 0.5, y + ROW - 7), GAP_INK, rising=True)
        end += kind
    kinds = f"{count(len(row.uncounted), 'kind')} not counted"
    if row.people is None:
        said = kinds
    elif row.uncounted:
        said = f"{known:,} and {kinds}"
    else:
        said = f"{known:,}"
    write(
        axes, (end + 6, y + ROW / 2), fit(said, WIDE - MARGIN - end - 6, SMALL + 0.4), SMALL + 0.4, zorder=4
    )


def _alt(title: str, ranking: Sequence[Exposed]) -> str:
    if not ranking:
        return f"{title}."
    levels = Counter(row.level for row in ranking)
    spread = listing([f"{levels[level]} {level.words}" for level in reversed(Level) if levels[level]])
    number = ["people not counted" if row.people is None else f"{row.people:,} people" for row in ranking[:5]]
    first = [f"{row.name} ({row.level.words}, {said})" for row, said in zip(ranking[:5], number, strict=True)]
    return f"{title}. By severity: {spread}. The worst: {listing(first)}."
