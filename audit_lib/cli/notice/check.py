"""`privacy-audit notice check`: examines a notice that nobody has mapped."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console

from ...errors import Place
from ..faults import command
from ..github import LEVELS, annotation
from ..options import AsOfOption, NoticeArgument, day
from ..plain import console, line, write_json

if TYPE_CHECKING:
    from ...model.reading import NoticeReading, RedFlag
    from ...model.transparency import Judgement

#: Places that a line names before it counts the rest.
MOST_PLACES: Final = 8

#: Endings of plain text, whose sentences stand at the lines that their places name.
PLAIN: Final = (".txt", ".text", "")

_STYLE: Final = {"present": "good", "partial": "medium", "missing": "high", "not-applicable": "quiet"}


class ReadingFormat(StrEnum):
    """For whom the answer is."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    GITHUB = "github"


class FailOnItem(StrEnum):
    """Which verdict on what must be told makes the exit status 1."""

    MISSING = "missing"
    PARTIAL = "partial"
    NEVER = "never"


@command
def notice_check(
    notice: NoticeArgument,
    output: Annotated[ReadingFormat, typer.Option("--format", help="How to answer.")] = ReadingFormat.TEXT,
    fail_on: Annotated[
        FailOnItem, typer.Option("--fail-on", help="The verdict that is a failure; a question is none.")
    ] = FailOnItem.MISSING,
    as_of: AsOfOption = None,
) -> int:
    """Examine a notice: what must be told and is not, red flags, organisations, how hard it is to read.

    The notice is text, Markdown, HTML, PDF or Word. Nothing in it is run, opened or fetched.
    """
    from ...files.read_notice import read_notice
    from ...notice.examine import examine

    when = day(as_of)
    reading = examine(read_notice(notice), when, name=str(notice))
    _write(reading, notice, output)
    return _failed(reading, fail_on)


def _failed(reading: NoticeReading, fail_on: FailOnItem) -> int:
    wanted = {"missing"} if fail_on is FailOnItem.MISSING else {"missing", "partial"}
    if fail_on is FailOnItem.NEVER:
        return 0
    return int(any(j.verdict.value in wanted and j.confidence.value != "ask" for j in reading.judgements))


def _write(reading: NoticeReading, notice: Path, output: ReadingFormat) -> None:
    if output is ReadingFormat.JSON:
        write_json(reading.as_json())
    elif output is ReadingFormat.HTML:
        from ...exports.reading_page import reading_page

        sys.stdout.write(reading_page(reading, notice.name))
    elif output is ReadingFormat.GITHUB:
        sys.stdout.write("".join(f"{said}\n" for said in _annotations(reading, notice)))
    else:
        write_reading(reading, console())


def _annotations(reading: NoticeReading, notice: Path) -> Iterator[str]:
    """Yield a workflow command for each red flag and for each item that is missing.

    Only plain text is read line by line, so that only there a flag has a line.
    """
    file = notice.as_posix()
    has_lines = notice.suffix.lower() in PLAIN
    for flag in reading.flags:
        place = Place(file, int(flag.place.partition(".")[0]) if has_lines else 0)
        yield annotation(LEVELS[flag.severity.value], flag.kind.value, _flag_words(flag), place)
    for judgement in reading.judgements:
        if judgement.verdict.value == "missing":
            level = "notice" if judgement.confidence.value == "ask" else "warning"
            said = f"Not found: {judgement.requirement} ({judgement.provision})."
            yield annotation(level, judgement.item, said, Place(file))


def _flag_words(flag: RedFlag) -> str:
    return f"\u201c{flag.words}\u201d: {flag.why} {flag.ask}"


def write_reading(reading: NoticeReading, page: Console) -> None:
    """Print what was read out of a notice, for a person.

    >>> import datetime as dt, io
    >>> from audit_lib.notice.examine import examine
    >>> page = io.StringIO()
    >>> write_reading(examine("We are Kite Ltd. We sell kites to you.", dt.date(2026, 11, 22)), console(page))
    >>> "What must be told" in page.getvalue()
    True
    """
    figures = reading.readability
    lix = "" if figures.lix is None else f", LIX {figures.lix:.0f}"
    ease = "" if figures.reading_ease is None else f", reading ease {figures.reading_ease:.0f}"
    line(f"{figures.words:,} words in {figures.sentences:,} sentences, as of {reading.as_of}", to=page)
    line((f"{figures.words_a_sentence:.1f} words a sentence{lix}{ease}", "quiet"), to=page)
    line(to=page)
    line("What must be told", to=page)
    for judgement in reading.judgements:
        _judgement(judgement, page)
    _flags(reading, page)
    _topics(reading, page)
    names = [f"{each.name} ({each.role})" for each in reading.organisations]
    line(to=page)
    line("Organisations named: ", ", ".join(names) if names else "none", to=page)
    _sum(reading, page)


def _judgement(judgement: Judgement, page: Console) -> None:
    verdict = judgement.verdict.value
    asked = " (ask)" if judgement.confidence.value == "ask" and verdict != "not-applicable" else ""
    style = "medium" if asked and verdict == "missing" else _STYLE[verdict]
    line(
        "  ",
        (verdict.replace("-", " ").ljust(15), style),
        f"{judgement.requirement}{asked}",
        (f"  {judgement.provision.removeprefix('UK GDPR ')}", "quiet"),
        to=page,
    )
    said = [f"Says {', '.join(judgement.found)}."] if judgement.found and judgement.lacking else []
    if judgement.lacking and verdict == "partial":
        said.append(f"Not said: {'; '.join(judgement.lacking)}.")
    if judgement.why:
        said.append(judgement.why)
    if said:
        line("                 ", " ".join(said), to=page)
    if judgement.at:
        line(("                 sentences " + _places(judgement.at), "quiet"), to=page)


def _places(places: tuple[str, ...]) -> str:
    rest = len(places) - MOST_PLACES
    return ", ".join([*places[:MOST_PLACES], *([f"{rest} more"] if rest > 0 else [])])


def _flags(reading: NoticeReading, page: Console) -> None:
    line(to=page)
    line(f"Red flags: {len(reading.flags)}" if reading.flags else "Red flags: none", to=page)
    for flag in sorted(reading.flags, key=lambda one: -one.severity.rank):
        severity = flag.severity.value
        asked = " (ask)" if flag.confidence.value == "ask" else ""
        line("  ", (severity.ljust(7), severity), f"{flag.place}  \u201c{flag.words}\u201d{asked}", to=page)
        line("         ", f"{flag.why} {flag.ask}", to=page)


def _topics(reading: NoticeReading, page: Console) -> None:
    """Print what stands under each heading."""
    line(to=page)
    line("What stands where", to=page)
    under: dict[str, tuple[list[str], int]] = {}
    for sentence in reading.sentences:
        topics, number = under.get(sentence.heading, ([], 0))
        under[sentence.heading] = ([*topics, *(t.value for t in sentence.topics)], number + 1)
    for heading, (topics, number) in under.items():
        about = ", ".join(dict.fromkeys(topics)).replace("-", " ") or "nothing that is recognised"
        line(f"  {heading}", (f"  {number} sentence{'' if number == 1 else 's'}: {about}", "quiet"), to=page)


def _sum(reading: NoticeReading, page: Console) -> None:
    counts = dict.fromkeys(_STYLE, 0)
    for judgement in reading.judgements:
        counts[judgement.verdict.value] += 1
    said = ", ".join(f"{number} {verdict.replace('-', ' ')}" for verdict, number in counts.items())
    line(to=page)
    line(f"{said}. Read from the words alone: a start for a person, and no proof.", to=page)
