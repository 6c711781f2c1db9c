"""A notice like a marked manuscript: each sentence with what is to be said of it in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, NamedTuple

from ..model.audit import Audit
from ..model.coverage import ClauseCoverage, Standing
from ..model.data_map import DataMap
from ..model.finding import Finding, Severity
from ..model.noun import Confidence
from ..model.reading import NoticeReading, RedFlag
from .colours import FINDING, FINDING_GROUND, GAP_GROUND, GAP_INK, GRID, INK, MUTED
from .lettering import one_line
from .selection import gravity
from .sentences import count, listing
from .table import visible

#: A manuscript longer than this is cut; the rest is counted.
MOST: Final = 600
#: Notes beside one sentence before the rest is counted.
MOST_NOTES: Final = 6

PAGE: Final = (
    f"border-collapse:collapse;width:100%;max-width:1080px;color:{INK};background:#ffffff;margin:8px 0;"
)
TITLE: Final = "caption-side:top;text-align:left;font-weight:600;font-size:14px;padding:4px 0 8px 0;"
HEADING: Final = f"text-align:left;padding:18px 10px 6px 10px;font-size:14px;border-bottom:1px solid {GRID};"
PLACE: Final = (
    f"vertical-align:top;padding:7px 6px;font-size:11px;color:{MUTED};text-align:right;width:44px;"
    "white-space:nowrap;"
)
SENTENCE: Final = (
    "text-align:left;vertical-align:top;padding:6px 14px 6px 8px;font-family:Georgia,serif;font-size:14.5px;"
    "line-height:1.5;width:56%;overflow-wrap:anywhere;"
)
MARGIN_NOTES: Final = "text-align:left;vertical-align:top;padding:6px 8px;font-size:12px;line-height:1.4;"
GIST: Final = f"color:{MUTED};font-style:italic;"


class Tone(NamedTuple):
    """How a note is coloured: its ground and its ink."""

    ground: str
    ink: str


WRONG: Final = Tone(FINDING_GROUND, FINDING)
ASKED: Final = Tone(GAP_GROUND, GAP_INK)
SLIGHT: Final = Tone("#f5f7fa", INK)


class Note(NamedTuple):
    """Something said of a sentence: a word for how grave it is, what it is, and how it is coloured."""

    grave: str
    text: str
    tone: Tone


class Line(NamedTuple):
    """A sentence or (`ours`) our gist of it, with its place, its notes, and the words that they are about."""

    heading: str
    place: str
    text: str
    ours: bool
    notes: Sequence[Note]
    marked: Sequence[str] = ()
    rests: str = ""


@dataclass(frozen=True)
class Manuscript:
    """Sentences and what stands beside them, for a notebook as HTML and for a terminal as text."""

    title: str
    lines: tuple[Line, ...]

    def _repr_html_(self) -> str:
        rows = "".join(_rows(self.lines[:MOST]))
        rest = len(self.lines) - MOST
        more = f'<p style="{MARGIN_NOTES}">{count(rest, "more sentence")} not shown.</p>' if rest > 0 else ""
        caption = f'<caption style="{TITLE}" dir="auto">{escape(visible(self.title))}</caption>'
        return f'<table style="{PAGE}">{caption}<tbody>{rows}</tbody></table>{more}'

    def __str__(self) -> str:
        said = [one_line(self.title, 1000)]
        for line in self.lines:
            said.append(f"{line.place}  {one_line(line.text, 1000)}")
            said.extend(f"      {note.grave}: {one_line(note.text, 1000)}" for note in line.notes)
        return "\n".join(said)

    def __repr__(self) -> str:
        return str(self)


def manuscript(audit: Audit) -> Manuscript:
    """Return a mapped notice, sentence by sentence, with the findings that rest on each.

    Where the audit was given the notice, its words stand there; without it the map's gists do.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> manuscript(run_audit(example_map(), dt.date(2026, 11, 22))).title
    'The map knows no clause of a notice'
    """
    beside: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted((one for one in audit.findings if one.counts), key=gravity):
        for clause in dict.fromkeys(finding.clauses):
            beside[clause].append(finding)
    lines = [_clause(one, audit.data_map, beside[one.clause]) for one in audit.coverage.clauses]
    lines += [_added(place, text) for place, text in audit.coverage.added]
    marked = sum(bool(line.notes) for line in lines)
    title = f"{count(marked, 'sentence')} of {len(lines):,} with something in the margin"
    return Manuscript(title if lines else "The map knows no clause of a notice", tuple(lines))


def _clause(covered: ClauseCoverage, data_map: DataMap, findings: Sequence[Finding]) -> Line:
    clause = data_map.clause[covered.clause]
    notes = [_note(finding, covered.clause) for finding in findings[:MOST_NOTES]]
    if len(findings) > MOST_NOTES:
        notes.append(Note("", count(len(findings) - MOST_NOTES, "more finding"), SLIGHT))
    if covered.standing in (Standing.REWORDED, Standing.REMOVED):
        notes.insert(0, Note(covered.standing.value, "since the map was made", ASKED))
    kinds = dict.fromkeys(reference.partition(":")[0] for reference in covered.rests)
    rests = f"carries {listing(list(kinds), 6)}" if kinds else covered.carries_nothing or "not accounted for"
    return Line(
        heading=clause.heading,
        place=covered.clause,
        text=covered.text or clause.gist,
        ours=not covered.text,
        notes=notes,
        rests=rests,
    )


def _added(place: str, text: str) -> Line:
    note = Note("added", "since the map was made; nobody has mapped it", ASKED)
    return Line("New in the notice", place, text, ours=False, notes=[note])


def _note(finding: Finding, clause: str) -> Note:
    asked = finding.confidence is Confidence.ASK
    tone = ASKED if asked else WRONG if finding.severity is not Severity.LOW else SLIGHT
    grave = f"{finding.severity.value}, ask" if asked else finding.severity.value
    here = clause in finding.contradicts
    others = [c for c in finding.clauses if (c in finding.contradicts) != here] if finding.contradicts else []
    against = f" Against {listing(others, 4)}." if others else ""
    return Note(grave, f"{finding.title}.{against}", tone)


def marked_reading(reading: NoticeReading) -> Manuscript:
    """Return a notice that nobody has mapped, sentence by sentence, with its red flags and its topics.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.notice.examine import examine
    >>> marked_reading(examine("We are never wrong.", dt.date(2026, 11, 22))).lines[0].place
    '1.1'
    """
    flags: dict[str, list[RedFlag]] = defaultdict(list)
    for flag in reading.flags:
        flags[flag.place].append(flag)
    items: dict[str, list[str]] = defaultdict(list)
    for judgement in reading.judgements:
        for place in judgement.at:
            items[place].append(judgement.provision.removeprefix("UK GDPR "))
    lines = [
        Line(
            heading=sentence.heading,
            place=sentence.place,
            text=sentence.text,
            ours=False,
            notes=[_flag_note(flag) for flag in flags[sentence.place][:MOST_NOTES]],
            marked=[flag.words for flag in flags[sentence.place]],
            rests=listing([*(t.value.replace("-", " ") for t in sentence.topics), *items[sentence.place]], 8),
        )
        for sentence in reading.sentences
    ]
    marked = sum(bool(line.notes) for line in lines)
    return Manuscript(f"{count(marked, 'sentence')} of {len(lines):,} with a red flag", tuple(lines))


def _flag_note(flag: RedFlag) -> Note:
    asked = flag.confidence is Confidence.ASK
    tone = ASKED if asked else WRONG if flag.severity is not Severity.LOW else SLIGHT
    return Note(
        f"{flag.severity.value}, ask" if asked else flag.severity.value, f"{flag.why} {flag.ask}", tone
    )


def _rows(lines: Iterable[Line]) -> Iterator[str]:
    heading = None
    for line in lines:
        if line.heading != heading:
            heading = line.heading
            yield f'<tr><th colspan="3" style="{HEADING}" dir="auto">{escape(visible(heading))}</th></tr>'
        text = _highlighted(line.text, line.marked)
        style = f"{SENTENCE}{GIST}" if line.ours else SENTENCE
        notes = "".join(map(_note_html, line.notes))
        rests = (
            f'<div style="color:{MUTED};" dir="auto">{escape(visible(line.rests))}</div>'
            if line.rests
            else ""
        )
        yield (
            f'<tr><td style="{PLACE}">{escape(line.place)}</td><td style="{style}" dir="auto">{text}</td>'
            f'<td style="{MARGIN_NOTES}">{notes}{rests}</td></tr>'
        )


def _note_html(note: Note) -> str:
    grave = f'<strong style="color:{note.tone.ink};">{escape(note.grave)}</strong> ' if note.grave else ""
    edge = f"background:{note.tone.ground};border-left:3px solid {note.tone.ink};"
    style = f"{edge}padding:3px 8px;margin:0 0 4px 0;"
    return f'<div style="{style}" dir="auto">{grave}{escape(visible(note.text))}</div>'


def _highlighted(text: str, words: Sequence[str]) -> str:
    """Return a sentence as HTML with the words that a note is about on a coloured ground."""
    spans = sorted(
        {(at, at + len(word)) for word in words if word and (at := text.find(word)) >= 0},
        key=lambda span: (span[0], -span[1]),
    )
    parts, end = [], 0
    for start, stop in spans:
        if start >= end:
            style = f"background:{GAP_GROUND};color:{INK};"
            marked = f'<mark style="{style}">{escape(visible(text[start:stop]))}</mark>'
            parts += [escape(visible(text[end:start])), marked]
            end = stop
    return "".join([*parts, escape(visible(text[end:]))])
