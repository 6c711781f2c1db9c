"""One calm picture for a board: what is open, how it moved since last time, and which risks remain."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.audit import Audit
from ..model.finding import Finding, Severity, Status
from ..model.progress import Progress
from ..model.risk import Level, Risk
from ..rules.catalogue import CATALOGUE
from .charts import SEVERITIES
from .colours import COME, GONE, GRID, INK, LEVELS, MUTED
from .drawing import MARGIN, block, box, figure_of, heading, sheet, write
from .lane_shapes import Rect
from .lettering import fit, width, wrap
from .picture import Picture
from .sentences import count, listing

WIDE: Final = 820.0
HEAD: Final = 84.0
FIGURES: Final = 62.0
ROW: Final = 19.0
SIZE: Final = 8.5
#: Where the bars begin and how long the longest is; where the risks begin.
LABEL: Final = 132.0
BAR: Final = 190.0
RISKS: Final = 470.0
#: So many risks are named; the rest is counted.
MOST_RISKS: Final = 9


class Moved(NamedTuple):
    """How many findings of a theme are new or open again, and how many are dealt with, since last time."""

    more: int
    fewer: int


def board_chart(audit: Audit, progress: Progress | None = None) -> Picture:
    """Draw the findings that are open by theme and severity, what has moved since last time, and the risks.

    Parameters
    ----------
    audit
        The answers of now.
    progress
        What has become of the findings since an earlier run; without it, nothing is said of change.

    Examples
    --------
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> picture = board_chart(run_audit(example_map(), dt.date(2026, 11, 22)))
    >>> picture.title.endswith("high")
    True
    """
    counting = [finding for finding in audit.findings if finding.counts]
    moved = _moved(progress)
    themes = _themes(counting, moved)
    title = _title(audit, counting)
    rows = max(len(themes), 2 * min(len(audit.risks.risks), MOST_RISKS) + 1, 4)
    axes = sheet(WIDE, HEAD + FIGURES + 26 + ROW * rows + MARGIN)
    since = f" Since {_day(progress.since)}: + new or open again, − dealt with." if progress else ""
    heading(axes, (audit.data_map.info.title, title, f"As of {_day(audit.as_of)}.{since}"), WIDE - 2 * MARGIN)
    _figures(axes, audit, counting, progress)
    _findings(axes, counting, themes, moved)
    _risks(axes, audit.risks.risks)
    return Picture(figure_of(axes), title, _alt(title, counting, progress))


def _title(audit: Audit, counting: Sequence[Finding]) -> str:
    high = sum(risk.residual.level is Level.HIGH for risk in audit.risks.risks)
    stay = "stays" if high == 1 else "stay"
    return f"{count(len(counting), 'finding').capitalize()} open; {count(high, 'risk')} {stay} high"


def _themes(counting: Sequence[Finding], moved: Mapping[str, Moved]) -> list[str]:
    """Return the themes with anything to tell, those with most findings of high severity first."""
    by = Counter((finding.theme, finding.severity) for finding in counting)
    whole = Counter(finding.theme for finding in counting)
    return sorted({*whole, *moved}, key=lambda theme: (-by[theme, Severity.HIGH], -whole[theme], theme))


def _moved(progress: Progress | None) -> dict[str, Moved]:
    if progress is None:
        return {}
    themes = {rule.id: rule.theme.value for rule in CATALOGUE}
    again = [change.now for change in progress.changed if change.now.counts and not change.before.counts]
    settled = [change.now for change in progress.changed if change.before.counts and not change.now.counts]
    more = Counter(finding.theme for finding in (*progress.new, *again) if finding.counts)
    fewer = Counter(finding.theme for finding in settled)
    fewer.update(themes.get(known.rule, "own rules") for known in progress.closed if known.counts)
    return {theme: Moved(more[theme], fewer[theme]) for theme in {*more, *fewer}}


def _figures(axes: Axes, audit: Audit, counting: Sequence[Finding], progress: Progress | None) -> None:
    """Write four numbers large, each with what it counts beneath."""
    statuses = Counter(finding.status for finding in audit.findings)
    high = sum(finding.severity is Severity.HIGH for finding in counting)
    moved = _moved(progress).values()
    change = f" (+{sum(m.more for m in moved)} −{sum(m.fewer for m in moved)})" if progress else ""
    risks = [risk.residual.level for risk in audit.risks.risks]
    shown = [
        (f"{len(counting):,}", f"findings open{change}"),
        (f"{high:,}", "of them of high severity"),
        (f"{statuses[Status.ACCEPTED]:,} · {statuses[Status.IN_HAND]:,}", "accepted · in hand"),
        (f"{risks.count(Level.HIGH)} of {len(risks)}", "risks stay high"),
    ]
    step = (WIDE - 2 * MARGIN) / len(shown)
    for at, (number, said) in enumerate(shown):
        x = MARGIN + at * step
        write(axes, (x, HEAD + 12), number, 22, weight="bold")
        write(axes, (x, HEAD + 36), said, SIZE, color=MUTED)
    y = HEAD + FIGURES - 10
    axes.plot([MARGIN, WIDE - MARGIN], [y, y], color=GRID, linewidth=1)


def _findings(
    axes: Axes, counting: Sequence[Finding], themes: Sequence[str], moved: Mapping[str, Moved]
) -> None:
    top, left = HEAD + FIGURES, MARGIN + LABEL
    write(axes, (MARGIN, top + 6), "Findings by theme", SIZE, weight="bold")
    x = left
    for severity in Severity:
        block(axes, Rect(x, top + 1, x + 10, top + 11), facecolor=SEVERITIES[severity][0])
        write(axes, (x + 14, top + 6), severity.value, SIZE, color=MUTED)
        x += 14 + width(severity.value, SIZE) + 12
    by = Counter((finding.theme, finding.severity) for finding in counting)
    whole = Counter(finding.theme for finding in counting)
    unit = BAR / max([*whole.values(), 1])
    for at, theme in enumerate(themes):
        y = top + 20 + ROW * at
        name = fit(theme.replace("-", " ").capitalize(), LABEL - 14, SIZE)
        write(axes, (left - 10, y + ROW / 2), name, SIZE, ha="right")
        x = left
        for severity in Severity:
            end = x + by[theme, severity] * unit
            if end > x:
                block(axes, Rect(x, y + 3, end - 0.8, y + ROW - 3), facecolor=SEVERITIES[severity][0])
            x = end
        write(axes, (x + 6, y + ROW / 2), f"{whole[theme]:,}", SIZE, color=INK)
        _change(axes, (x + 10 + width(f"{whole[theme]:,}", SIZE), y + ROW / 2), moved.get(theme))


def _change(axes: Axes, at: tuple[float, float], moved: Moved | None) -> None:
    x, y = at
    for sign, number, ink in (("+", moved.more, GONE), ("−", moved.fewer, COME)) if moved else ():
        if number:
            said = f"{sign}{number}"
            write(axes, (x + 4, y), said, 7.5, color=ink, weight="bold")
            x += 4 + width(said, 7.5, "bold")


def _risks(axes: Axes, risks: Sequence[Risk]) -> None:
    """Name the risks that remain, worst first, each with its level after the measures."""
    top, room = HEAD + FIGURES, WIDE - MARGIN - RISKS - 62
    write(axes, (RISKS, top + 6), "Risks to people now, after the measures", SIZE, weight="bold")
    for at, risk in enumerate(risks[:MOST_RISKS]):
        y, level = top + 20 + 2 * ROW * at, risk.residual.level
        chip = Rect(RISKS, y + 5, RISKS + 50, y + 5 + 18)
        box(axes, chip, radius=3, facecolor=LEVELS[level], zorder=2)
        write(axes, (RISKS + 25, y + 14), level.value, SIZE, ha="center", weight="bold", zorder=3)
        lines = wrap(risk.title, room, SIZE, lines=2)
        for down, line in enumerate(lines):
            write(axes, (RISKS + 60, y + 14 + 11 * (down - (len(lines) - 1) / 2)), line, SIZE)
    left = Counter(risk.residual.level for risk in risks[MOST_RISKS:])
    if left:
        spread = listing([f"{left[level]} {level.value}" for level in reversed(Level) if left[level]])
        y = top + 20 + 2 * ROW * MOST_RISKS + ROW / 2
        write(axes, (RISKS, y), f"And {count(left.total(), 'more risk')}: {spread}.", SIZE, color=MUTED)
    if not risks:
        write(axes, (RISKS, top + 30), "The register holds no risk.", SIZE, color=MUTED)


def _alt(title: str, counting: Sequence[Finding], progress: Progress | None) -> str:
    themes = [f"{theme} ({number})" for theme, number in Counter(f.theme for f in counting).most_common(6)]
    moved = _moved(progress).values()
    change = (
        f" Since {_day(progress.since)}, {sum(m.more for m in moved)} are new or open again and "
        f"{sum(m.fewer for m in moved)} are dealt with."
        if progress
        else ""
    )
    return f"{title}." + (f" By theme: {listing(themes, 6)}." if themes else "") + change


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
