"""What the geometry of the lane map takes and gives: boxes and bundles in, rectangles and routes out.

All lengths are in points; x grows to the right and y grows downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Point(NamedTuple):
    """A place on the sheet."""

    x: float
    y: float


class Rect(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)


class Box(NamedTuple):
    """A party to be placed: its lane (0 is leftmost) and the room that its words need."""

    id: str
    lane: int
    width: float = 110.0
    height: float = 40.0


class Bundle(NamedTuple):
    """One line to be drawn: `flows` flows from a sender to a recipient.

    A flagged line gets more room at its ports, where its number stands. `dashed` and `flows` do not change
    the geometry.
    """

    sender: str
    recipient: str
    flows: int = 1
    flagged: bool = False
    dashed: bool = False


class Spacing(NamedTuple):
    """Distances that the layout keeps."""

    port: float = 9.0
    flagged_port: float = 14.0
    box_gap: float = 12.0
    line_gap: float = 9.0
    track: float = 6.5
    stub: float = 24.0
    lane_padding: float = 12.0
    least_channel: float = 70.0
    edge: float = 7.0


DISTANCES: Final = Spacing()


class Layout(NamedTuple):
    """Where everything stands.

    `boxes` are the rectangles by id, `lanes` the columns in order, `routes` for each bundle, in the order
    given, the points of its line from the sender's edge to the recipient's, all turns being right angles.
    """

    boxes: Mapping[str, Rect]
    lanes: tuple[Rect, ...]
    routes: tuple[tuple[Point, ...], ...]
    width: float
    height: float
