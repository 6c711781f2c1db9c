"""One palette for all pictures and tables: a colour has one meaning, and no meaning is told by colour alone.

Red says that something carries a finding, and nothing else is red. Every text colour reaches a contrast of
4.5 to 1 on the grounds that it is used on (WCAG 2.2, success criterion 1.4.3), every line and edge that
carries meaning 3 to 1 (1.4.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.risk import Level

PAPER: Final = "#ffffff"
INK: Final = "#1c2530"
MUTED: Final = "#55606d"
LINE: Final = "#7e8a97"
#: A line for what nobody has confirmed; always dashed as well, so that it is not told by colour alone.
EXPECTED: Final = "#8a95a1"
#: What stops, starts and changes between two maps; each goes with a sign and a kind of line of its own.
GONE: Final = "#3f4954"
COME: Final = "#00707f"
CHANGED: Final = "#a35a00"
#: A line that is as it was, where the picture is about what is not: there to find one's way by.
AS_BEFORE: Final = "#b3bcc6"
#: A line that the logs show as the map declares it, wider for more.
SEEN: Final = "#6386ad"
GRID: Final = "#e1e5ea"
GROUND: Final = "#f5f7fa"
FINDING: Final = "#b3201a"
FINDING_GROUND: Final = "#fbeceb"
#: Grounds for one, for a few and for many flows in a cell, with the ink to write on each.
COUNTS: Final = (("#d3deea", INK), ("#9fb5cc", INK), ("#4f6f91", PAPER))
GAP_GROUND: Final = "#fdf3d8"
GAP_INK: Final = "#6b4e00"

#: Grounds of the levels of risk: one warm colour that deepens, and no red.
LEVELS: Final[Mapping[Level, str]] = {
    Level.LOW: "#eef1f3",
    Level.MEDIUM: "#f8e3b4",
    Level.HIGH: "#efb565",
}


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white), as WCAG 2.2 defines it.

    >>> luminance("#ffffff")
    1.0
    """
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(ink: str, ground: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dark, light = sorted([luminance(ink), luminance(ground)])
    return (light + 0.05) / (dark + 0.05)
