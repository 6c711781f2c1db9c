"""A box that says what somebody holds: how much, the gravest of it by name, and where it rests."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from matplotlib.axes import Axes

from .colours import EXPECTED, INK, MUTED, PAPER
from .drawing import box, dot, write
from .lane_map import LINE_HEIGHT, NAME, NAME_ROOM, SMALL
from .lane_shapes import Box, Point, Rect
from .lanes import Tint
from .lettering import width, wrap
from .order_list import number

SMALL_HEIGHT: Final = 10.0
#: Room for a person in the box of people.
FIGURE: Final = 24.0


class Held(NamedTuple):
    """What stands in a box beneath the name; `person` puts a person above it, `strong` turns it dark."""

    name: tuple[str, ...]
    much: str
    gravest: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    expected: bool = False
    number: int | None = None
    person: bool = False
    strong: bool = False

    @property
    def high(self) -> float:
        """The room that all lines need."""
        small = bool(self.much) + len(self.gravest) + len(self.systems)
        return LINE_HEIGHT * len(self.name) + SMALL_HEIGHT * small + 13 + FIGURE * self.person


def held(name: str, much: str, gravest: str = "", where: str = "") -> Held:
    """Return the words of a box, wrapped to the room that there is.

    >>> held("Ledgerline", "2 categories", "Passport copy, Name").gravest
    ('Passport copy, Name',)
    """
    return Held(
        wrap(name, NAME_ROOM, NAME, "bold", lines=4),
        much,
        wrap(gravest, NAME_ROOM + 10, SMALL, lines=2),
        wrap(where, NAME_ROOM + 10, SMALL, lines=3),
    )


def shape(name: str, lane: int, said: Held) -> Box:
    """Return the box of these words, to be placed in a lane.

    >>> shape("ledger", 2, held("Ledgerline", "2 categories")).lane
    2
    """
    bold = [width(line, NAME, "bold") for line in said.name]
    small = [width(line, SMALL) for line in (said.much, *said.gravest, *said.systems)]
    return Box(name, lane, max([*bold, *small, 62.0]) + 22, said.high)


def draw_held(axes: Axes, rect: Rect, said: Held, tint: Tint) -> None:
    """Draw a box with its words in the middle: pale and dashed where it is merely expected.

    >>> from audit_lib.views.drawing import sheet
    >>> axes = sheet(200, 100)
    >>> draw_held(axes, Rect(0, 0, 120, 50), held("Ledgerline", "2 categories"), Tint("#000000", "#ffffff"))
    >>> [text.get_text() for text in axes.texts]
    ['Ledgerline', '2 categories']
    """
    look: dict[str, Any] = {"edgecolor": tint.ink, "linewidth": 2.2 if said.person else 1.4}
    if said.expected:
        look = {"edgecolor": EXPECTED, "linewidth": 1.2, "linestyle": (0, (3.6, 2.2))}
    ground = INK if said.strong else tint.ground if said.person else PAPER
    box(axes, rect, facecolor=ground, zorder=4, **look)
    y = rect.centre.y - said.high / 2 + 6.5 + LINE_HEIGHT / 2
    if said.person:
        _person(axes, Point(rect.centre.x, y - 5), tint.ink)
        y += FIGURE
    _words(axes, Point(rect.centre.x, y), said)
    if said.number is not None:
        number(axes, Point(rect.left, rect.top), said.number)


def _words(axes: Axes, at: Point, said: Held) -> None:
    ink = PAPER if said.strong else MUTED if said.expected else INK
    quiet = PAPER if said.strong else MUTED
    given: dict[str, Any] = {"ha": "center", "zorder": 5}
    y = at.y
    for line in said.name:
        write(axes, (at.x, y), line, NAME, weight="bold", color=ink, **given)
        y += LINE_HEIGHT
    y -= 1
    for line, shade in ((said.much, quiet), *((line, ink) for line in said.gravest)):
        write(axes, (at.x, y), line, SMALL, color=shade, **given)
        y += SMALL_HEIGHT
    for line in said.systems:
        write(axes, (at.x, y), line, SMALL, color=quiet, style="italic", **given)
        y += SMALL_HEIGHT


def _person(axes: Axes, at: Point, colour: str) -> None:
    """Draw a person beneath a point: head and shoulders."""
    dot(axes, (at.x, at.y + 6), 4.6, facecolor=colour, zorder=5)
    box(axes, Rect(at.x - 9, at.y + 12, at.x + 9, at.y + 21), radius=6, facecolor=colour, zorder=5)
