"""A notice as rows of squares: one row a heading, one square a sentence, red where something is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from ..model.coverage import Coverage, Standing
from ..model.data_map import DataMap
from ..model.finding import Finding, Severity
from ..model.noun import Confidence
from ..model.reading import NoticeReading, RedFlag
from .colours import COUNTS, FINDING, GAP_GROUND, GAP_INK, INK, LINE, MUTED, PAPER
from .drawing import DASHES, MARGIN, block, figure_of, heading, sheet, write
from .lane_shapes import Rect
from .lettering import fit, wrap
from .notice_sentences import reading_title
from .picture import Picture
from .selection import gravity
from .sentences import count, coverage_title, listing
from .values import values

HEAD: Final = 84.0
LABEL: Final = 220.0
SQUARE: Final = 15.0
ACROSS: Final = 26
SAID: Final = 190.0
GAP_BETWEEN: Final = 7.0
KEY: Final = 26.0
#: Rows beyond these are counted and not drawn; a wall of squares tells nobody anything.
MOST_ROWS: Final = 120
MOST_SQUARES: Final = 300


class Square(NamedTuple):
    """One sentence: its ground, the ink and the text on it, and whether it is outlined as changed."""

    ground: str
    ink: str = INK
    text: str = ""
    changed: bool = False


class Row(NamedTuple):
    """A heading, its sentences, and the gravest thing that is wrong with them."""

    name: str
    squares: Sequence[Square]
    said: str


READING: Final = "One square a sentence, in order. Numbers count what is wrong; the gravest of it is named."
UNMARKED: Final = "One square a sentence, in order."
WRONG: Final = Square(FINDING, PAPER)
CARRIES: Final = Square(*COUNTS[1])
NOTHING: Final = Square(*COUNTS[0])
OPEN: Final = Square(GAP_GROUND, GAP_INK)
SILENT: Final = Square("#eef1f3")


def coverage_chart(coverage: Coverage, data_map: DataMap, findings: Iterable[Finding] = ()) -> Picture:
    """Draw every sentence of a mapped notice under its heading: what carries something, what is wrong.

    A sentence carries something if a flow, activity, right, safeguard or retention of the map rests on it. It
    is red, with the number of findings on it, if a finding of high or medium severity that is no question
    rests on it and is still to be dealt with.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> coverage_chart(Coverage(clauses=()), example_map()).title
    'The map knows no clause of a notice'
    """
    beside = _beside(findings)
    found: dict[str, list[Square]] = {}
    worst: dict[str, list[Finding]] = {}
    for clause in coverage.clauses:
        known = data_map.clause.get(clause.clause)
        square = CARRIES if clause.rests else NOTHING if clause.carries_nothing else OPEN
        wrong = beside.get(clause.clause, [])
        if wrong:
            square = WRONG._replace(text=str(len(wrong)))
        changed = clause.standing in (Standing.REWORDED, Standing.REMOVED)
        name = known.heading if known else "Not in the map"
        found.setdefault(name, []).append(square._replace(changed=changed))
        worst.setdefault(name, []).extend(wrong)
    if coverage.added:
        found["New in the notice, not in the map"] = [OPEN._replace(changed=True) for _ in coverage.added]
    rows = [
        Row(name, squares, min(worst[name], key=gravity).title if worst.get(name) else "")
        for name, squares in found.items()
    ]
    key = [
        ("carries something", CARRIES),
        ("carries nothing, with a reason", NOTHING),
    ]
    every = [square for squares in found.values() for square in squares]
    red = sum(square.ground == FINDING for square in every)
    if red:
        key.append(("a finding rests on it", WRONG._replace(text="1")))
    if any(square.ground == OPEN.ground for square in every):
        key.append(("not accounted for", OPEN))
    if any(square.changed for square in every):
        key.append(("changed since it was mapped", NOTHING._replace(changed=True)))
    title = f"{coverage_title(coverage)}; findings rest on {red:,}" if red else coverage_title(coverage)
    alt = f"{title}. {count(len(found), 'heading').capitalize()}; {_where(rows)}"
    reading = READING if red else UNMARKED
    return _strips((f"{data_map.info.title}: the notice", title, reading), rows, key, alt)


def reading_chart(reading: NoticeReading) -> Picture:
    """Draw every sentence of a notice that nobody has mapped: what it is about is known, or a flag is on it.

    Examples
    --------
    >>> from audit_lib.notice.examine import examine
    >>> import datetime as dt
    >>> reading_chart(examine("We keep it safe.", dt.date(2026, 11, 22))).title
    '0 of 15 things that must be told are present, 15 missing'
    """
    flags: dict[str, list[RedFlag]] = {}
    for flag in reading.flags:
        if flag.severity is not Severity.LOW and flag.confidence is not Confidence.ASK:
            flags.setdefault(flag.place, []).append(flag)
    found: dict[str, list[Square]] = {}
    worst: dict[str, list[RedFlag]] = {}
    for sentence in reading.sentences:
        square = CARRIES if sentence.topics else SILENT
        wrong = flags.get(sentence.place, [])
        if wrong:
            square = WRONG._replace(text=str(len(wrong)))
        found.setdefault(sentence.heading, []).append(square)
        worst.setdefault(sentence.heading, []).extend(wrong)
    rows = [
        Row(name, squares, _gravest(worst[name]) if worst[name] else "") for name, squares in found.items()
    ]
    key = [
        ("what it is about is recognised", CARRIES),
        ("not recognised", SILENT),
    ]
    red = any(square.ground == FINDING for squares in found.values() for square in squares)
    key += [("a red flag on it", WRONG._replace(text="1"))] if red else []
    title = reading_title(reading)
    alt = f"{title}. {count(len(found), 'heading').capitalize()}; {_where(rows)}"
    return _strips(("A notice, sentence by sentence", title, READING if red else UNMARKED), rows, key, alt)


def _beside(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Return, for each clause, the findings that make it red."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        weighs = finding.severity is not Severity.LOW and finding.confidence is not Confidence.ASK
        if finding.counts and weighs:
            for clause in dict.fromkeys(finding.clauses):
                found.setdefault(clause, []).append(finding)
    return found


def _gravest(flags: Sequence[RedFlag]) -> str:
    flag = min(flags, key=lambda one: -one.severity.rank)
    return f"{flag.kind.value.replace('-', ' ').capitalize()}: \u201c{flag.words}\u201d"


def _red(squares: Sequence[Square]) -> int:
    return sum(square.ground == FINDING for square in squares)


def _where(rows: Sequence[Row]) -> str:
    red = {row.name: _red(row.squares) for row in rows}
    names = [f"{name} ({number})" for name, number in red.items() if number]
    return f"something is wrong under {listing(names, 8)}." if names else "no sentence is marked."


def _strips(
    words: tuple[str, str, str], rows: Sequence[Row], key: Sequence[tuple[str, Square]], alt: str
) -> Picture:
    shown = rows[:MOST_ROWS]
    wide = 2 * MARGIN + LABEL + ACROSS * SQUARE + SAID
    high = HEAD + KEY + sum(_height(row) for row in shown) + 2 * MARGIN
    axes = sheet(wide, high)
    heading(axes, words, wide - 2 * MARGIN)
    _draw_key(axes, key, HEAD)
    y = HEAD + KEY
    for row in shown:
        _draw_row(axes, row, y)
        y += _height(row)
    if len(rows) > len(shown):
        more = f"{count(len(rows) - len(shown), 'more heading is', 'more headings are')} not drawn."
        write(axes, (MARGIN, y + 8), more, 8.5, color=MUTED)
    drawn = values(
        ("heading", "sentences", "sentences with something wrong", "the gravest"),
        ((row.name, len(row.squares), _red(row.squares), row.said) for row in rows),
    )
    return Picture(figure_of(axes), words[1], alt, drawn)


def _height(row: Row) -> float:
    lines = -(-min(len(row.squares), MOST_SQUARES) // ACROSS)
    return max(lines * SQUARE, 11.0 * len(_label(row)) + 4) + GAP_BETWEEN


def _label(row: Row) -> tuple[str, ...]:
    return wrap(row.name, LABEL - 16, 9, lines=2)


def _draw_row(axes: Axes, row: Row, y: float) -> None:
    for at, line in enumerate(_label(row)):
        write(axes, (MARGIN, y + 7 + 11 * at), line, 9)
    for at, square in enumerate(row.squares[:MOST_SQUARES]):
        down, across = divmod(at, ACROSS)
        _draw_square(axes, square, MARGIN + LABEL + across * SQUARE, y + down * SQUARE)
    rest = len(row.squares) - MOST_SQUARES
    said = f"{rest:,} not drawn. {row.said}" if rest > 0 else row.said
    end = min(len(row.squares), ACROSS) * SQUARE + 10
    room = ACROSS * SQUARE + SAID - end
    write(axes, (MARGIN + LABEL + end, y + 7), fit(said, room, 8.5), 8.5, color=MUTED)


def _draw_square(axes: Axes, square: Square, x: float, y: float) -> None:
    edge: Mapping[str, object] = (
        {"edgecolor": LINE, "linewidth": 1.0, "linestyle": DASHES} if square.changed else {}
    )
    inset = 0.8
    rect = Rect(x + inset, y + inset, x + SQUARE - inset, y + SQUARE - inset)
    block(axes, rect, facecolor=square.ground, **edge)
    if square.text:
        centre = (x + SQUARE / 2, y + SQUARE / 2 + 0.2)
        style = {"color": square.ink, "weight": "bold", "ha": "center", "va": "center_baseline"}
        write(axes, centre, square.text, 7.5, **style)


def _draw_key(axes: Axes, key: Sequence[tuple[str, Square]], y: float) -> None:
    x = MARGIN + LABEL
    step = (ACROSS * SQUARE + SAID) / max(len(key), 3)
    for at, (name, square) in enumerate(key):
        left = x + at * step
        _draw_square(axes, square, left, y - 4)
        write(axes, (left + SQUARE + 5, y + 4), fit(name, step - SQUARE - 10, 8.5), 8.5, color=MUTED)
