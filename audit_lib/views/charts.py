"""Charts of answers: the heat map of risks, findings by theme, and the notice sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from matplotlib.axes import Axes

from ..model.finding import Finding, Severity
from .colours import FINDING, GRID, INK, MUTED, PAPER
from .drawing import MARGIN, block, figure_of, heading, sheet, write
from .heat_map import heat_map
from .lane_shapes import Rect
from .lettering import fit, width
from .notice_chart import coverage_chart, reading_chart
from .picture import Picture
from .sentences import findings_title, listing
from .values import Value, values

__all__ = ["coverage_chart", "findings_chart", "heat_map", "reading_chart"]

HEAD: Final = 76.0
ROW: Final = 19.0
SIZE: Final = 8.5
LABEL: Final = 230.0
BAR: Final = 360.0

#: Grounds of the severities: one red that pales, with the ink to write on each.
SEVERITIES: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.HIGH: (FINDING, PAPER),
    Severity.MEDIUM: ("#e59d97", INK),
    Severity.LOW: ("#f6dcda", INK),
}
#: A row of bars: its label, and for each part its length and its colours.
Bars = Sequence[tuple[str, Sequence[tuple[int, tuple[str, str]]]]]


def findings_chart(findings: Iterable[Finding]) -> Picture:
    """Draw how many findings are still to be dealt with, by theme and severity.

    Examples
    --------
    >>> findings_chart([]).title
    'No finding is open'
    """
    counting = [finding for finding in findings if finding.counts]
    by = Counter((finding.theme, finding.severity) for finding in counting)
    themes = Counter(finding.theme for finding in counting)
    order = sorted(themes, key=lambda theme: (-by[theme, Severity.HIGH], -themes[theme], theme))
    bars = [
        (theme.replace("-", " ").capitalize(), [(by[theme, s], SEVERITIES[s]) for s in Severity])
        for theme in order
    ]
    title = findings_title(counting)
    key = [(severity.value, SEVERITIES[severity]) for severity in Severity]
    spread = listing([f"{theme} ({themes[theme]})" for theme in order], 8)
    alt = f"{title}. By theme: {spread}." if order else f"{title}."
    return _bars(("Findings by theme and severity", title), bars, key, alt)


def _bars(
    words: tuple[str, str], bars: Bars, key: Sequence[tuple[str, tuple[str, str]]], alt: str
) -> Picture:
    """Draw rows of bars, each divided into parts of which each says its number."""
    longest = max((sum(number for number, _ in parts) for _, parts in bars), default=1)
    names = max([width(name, SIZE) for name, _ in bars] + [60.0])
    left = MARGIN + min(names, LABEL) + 12
    wide = max(left + BAR + 40 + MARGIN, 560.0)
    axes = sheet(wide, HEAD + 6 + ROW * len(bars) + MARGIN)
    heading(axes, (*words, ""), wide - 2 * MARGIN)
    _key(axes, key)
    for at, (name, parts) in enumerate(bars):
        y = HEAD + 6 + ROW * at
        write(axes, (left - 10, y + ROW / 2), fit(name, LABEL, SIZE), SIZE, ha="right")
        end = _bar(axes, (left, y), parts, BAR / longest)
        whole = sum(number for number, _ in parts)
        write(axes, (end + 6, y + ROW / 2), f"{whole:,}", SIZE, color=MUTED)
    axes.plot([left, left], [HEAD + 4, HEAD + 8 + ROW * len(bars)], color=GRID, linewidth=1)
    rows: Iterable[tuple[Value, ...]] = ((name, *(part[0] for part in parts)) for name, parts in bars)
    drawn = values(("", *(name for name, _ in key)), rows)
    return Picture(figure_of(axes), words[1], alt, drawn)


def _key(axes: Axes, key: Sequence[tuple[str, tuple[str, str]]]) -> None:
    x = MARGIN
    for name, (ground, _) in key:
        block(axes, Rect(x, HEAD - 19, x + 11, HEAD - 8), facecolor=ground)
        write(axes, (x + 16, HEAD - 13), name, SIZE, color=MUTED)
        x += 16 + width(name, SIZE) + 18


def _bar(
    axes: Axes, at: tuple[float, float], parts: Sequence[tuple[int, tuple[str, str]]], unit: float
) -> float:
    """Draw the parts of a bar after each other and return where it ends."""
    x, y = at
    for number, (ground, ink) in parts:
        if number:
            end = x + number * unit
            block(axes, Rect(x, y + 2, end - 0.8, y + ROW - 2), facecolor=ground)
            if width(f"{number:,}", 7.5, "bold") < end - x - 4:
                write(
                    axes,
                    ((x + end) / 2, y + ROW / 2),
                    f"{number:,}",
                    7.5,
                    color=ink,
                    weight="bold",
                    ha="center",
                )
            x = end
    return x
