"""One calm picture for a board: what is open, how it moved since last time, and which risks remain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.audit import Audit
from ..model.day import long_date
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
from .values import Values, values

#: No wider, so that nobody needs a lens for the letters on A4 paper.
WIDE: Final = 640.0
HEAD: Final = 78.0
FIGURES: Final = 62.0
ROW: Final = 19.0
SIZE: Final = 8.5
#: Where the bars begin and how long the longest is; where the risks begin.
LABEL: Final = 112.0
BAR: Final = 130.0
RISKS: Final = 344.0
CHIP: Final = 46.0
PITCH: Final = 27.0
#: So many themes and risks are named; the rest is counted.
MOST_THEMES: Final = 12
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
    deep = max(
        ROW * (min(len(themes), MOST_THEMES + 1) + 0.5),
        PITCH * min(len(audit.risks.risks), MOST_RISKS) + ROW,
        4 * ROW,
    )
    axes = sheet(WIDE, HEAD + FIGURES + 20 + deep + 10)
    since = f" Since {long_date(progress.since)}: + new or open again, − dealt with." if progress else ""
    heading(
        axes, (audit.data_map.info.title, title, f"As of {long_date(audit.as_of)}.{since}"), WIDE - 2 * MARGIN
    )
    _figures(axes, audit, counting, progress)
    _findings(axes, counting, themes, moved)
    _risks(axes, audit.risks.risks)
    return Picture(figure_of(axes), title, _alt(title, counting, progress), _values(counting, themes, moved))


def _values(counting: Sequence[Finding], themes: Sequence[str], moved: Mapping[str, Moved]) -> Values:
    """Return how many findings of each theme are open, new and dealt with."""
    by = Counter((finding.theme, finding.severity) for finding in counting)
    none = Moved(0, 0)
    return values(
        ("theme", *(severity.value for severity in Severity), "new or open again", "dealt with"),
        ((theme, *(by[theme, s] for s in Severity), *moved.get(theme, none)) for theme in themes),
    )


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
    accepted, in_hand = statuses[Status.ACCEPTED], statuses[Status.IN_HAND]
    noun, stay = "finding" if len(counting) == 1 else "findings", risks.count(Level.HIGH)
    shown = [
        (f"{len(counting):,}", f"{noun} open{change}"),
        (f"{high:,}", "of high severity"),
        (f"{accepted + in_hand:,}", _decided(accepted, in_hand)),
        (f"{stay} of {len(risks)}", f"risks {'stays' if stay == 1 else 'stay'} high")
        if risks
        else ("0", "risks on the register"),
    ]
    step = (WIDE - 2 * MARGIN) / len(shown)
    for at, (number, said) in enumerate(shown):
        x = MARGIN + at * step
        write(axes, (x, HEAD + 12), number, 22, weight="bold")
        write(axes, (x, HEAD + 36), said, SIZE, color=MUTED)
    y = HEAD + FIGURES - 10
    axes.plot([MARGIN, WIDE - MARGIN], [y, y], color=GRID, linewidth=1)


def _decided(accepted: int, in_hand: int) -> str:
    if accepted and in_hand:
        return f"{accepted:,} accepted, {in_hand:,} in hand"
    return "accepted" if accepted else "in hand" if in_hand else "accepted or in hand"


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
    for at, theme in enumerate(themes[:MOST_THEMES]):
        y = top + 20 + ROW * at
        name = fit(theme.replace("-", " ").capitalize(), LABEL - 14, SIZE)
        write(axes, (left - 10, y + ROW / 2), name, SIZE, ha="right")
        x = left
        for severity in Severity:
            number, (ground, ink) = by[theme, severity], SEVERITIES[severity]
            end = x + number * unit
            if end > x:
                block(axes, Rect(x, y + 3, end - 0.8, y + ROW - 3), facecolor=ground)
            if number and width(f"{number:,}", 7.5) + 4 <= end - x:
                write(axes, ((x + end - 0.8) / 2, y + ROW / 2), f"{number:,}", 7.5, color=ink, ha="center")
            x = end
        write(axes, (x + 6, y + ROW / 2), f"{whole[theme]:,}", SIZE, color=INK)
        _change(axes, (x + 10 + width(f"{whole[theme]:,}", SIZE), y + ROW / 2), moved.get(theme))
    rest = themes[MOST_THEMES:]
    if rest:
        more = (
            f"And {count(len(rest), 'more theme')}: {count(sum(whole[theme] for theme in rest), 'finding')}"
        )
        write(axes, (MARGIN, top + 20 + ROW * (MOST_THEMES + 0.5)), f"{more}.", SIZE, color=MUTED)


def _change(axes: Axes, at: tuple[float, float], moved: Moved | None) -> None:
    x, y = at
    for sign, number, ink in (("+", moved.more, GONE), ("−", moved.fewer, COME)) if moved else ():
        if number:
            said = f"{sign}{number}"
            write(axes, (x + 4, y), said, 7.5, color=ink, weight="bold")
            x += 4 + width(said, 7.5, "bold")


def _risks(axes: Axes, risks: Sequence[Risk]) -> None:
    """Name the risks that remain, worst first, each with its level after the measures."""
    top, room = HEAD + FIGURES, WIDE - MARGIN - RISKS - CHIP - 10
    write(axes, (RISKS, top + 6), "Risks to people now, after the measures", SIZE, weight="bold")
    for at, risk in enumerate(risks[:MOST_RISKS]):
        y, level = top + 18 + PITCH * at, risk.residual.level
        chip = Rect(RISKS, y + 5, RISKS + CHIP, y + 5 + 18)
        box(axes, chip, radius=3, facecolor=LEVELS[level], zorder=2)
        write(axes, (RISKS + CHIP / 2, y + 14), level.value, SIZE, ha="center", weight="bold", zorder=3)
        lines = wrap(risk.title, room, SIZE, lines=2)
        for down, line in enumerate(lines):
            write(axes, (RISKS + CHIP + 9, y + 14 + 11 * (down - (len(lines) - 1) / 2)), line, SIZE)
    left = Counter(risk.residual.level for risk in risks[MOST_RISKS:])
    if left:
        spread = listing([f"{left[level]} {level.value}" for level in reversed(Level) if left[level]])
        y = top + 20 + PITCH * MOST_RISKS + ROW / 2
        write(axes, (RISKS, y), f"And {count(left.total(), 'more risk')}: {spread}.", SIZE, color=MUTED)
    if not risks:
        write(axes, (RISKS, top + 30), "The register holds no risk.", SIZE, color=MUTED)


def _alt(title: str, counting: Sequence[Finding], progress: Progress | None) -> str:
    themes = [f"{theme} ({number})" for theme, number in Counter(f.theme for f in counting).most_common(6)]
    moved = _moved(progress).values()
    change = (
        f" Since {long_date(progress.since)}, {sum(m.more for m in moved)} are new or open again and "
        f"{sum(m.fewer for m in moved)} are dealt with."
        if progress
        else ""
    )
    return f"{title}." + (f" By theme: {listing(themes, 6)}." if themes else "") + change
