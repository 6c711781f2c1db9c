"""What two audits differ in, as a comment on a pull request: Markdown that stays whole and harmless."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..difference.difference import AuditDifference
from ..model.difference import Letter
from ..model.words import counted
from .difference_detail import Item, Part
from .difference_memo import memo, verdict

#: A comment on GitHub may have 65,536 characters.
MOST: Final = 65_000

#: Signs that can open markup anywhere in a line, a cell of a table included.
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>|~&$^]")

#: What would call a person, link an issue or become a link; an empty comment behind it breaks that.
_CALLS: Final = re.compile(r"[@#]|:(?=//)|(?i:\bwww\.)")

#: What turns a whole line into something else at its beginning.
_START: Final = re.compile(r"^([-+=]|\d{1,9}[.)])")

#: How many items of a part are shown open; a longer part is folded.
OPEN: Final = 12


def difference_markdown(
    difference: AuditDifference, title: str, letter: Letter | None = None, most: int = MOST
) -> str:
    r"""Return the difference as Markdown (GitHub's dialect) of at most so many characters.

    Parts that only some will read are folded; what does not fit is left out from the end of each part, and
    counted. Nothing in a map can become markup, a link, or the name of a person who is called.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> print(difference_markdown(compare_audits(audit, audit), "Two_versions").partition("###")[0].strip())
    ## Two\_versions
    <BLANKLINE>
    **Nothing is different.**
    """
    parts = memo(difference)
    kept = max((len(part.items) for part in parts), default=0)
    while True:
        text = _whole(difference, title, parts, letter, kept)
        if len(text) <= most:
            return text
        if kept == 0:
            return _whole(difference, title[:200], (), None, 0)[:most]
        kept //= 2


def escaped(text: str) -> str:
    r"""Return a text as one line of Markdown that shows just these letters, and mentions nobody.

    >>> escaped("@admin see http://x <b>")
    '@<!-- -->admin see http:<!-- -->//x \\<b\\>'
    """
    line = "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))
    calm = _SIGNS.sub(lambda sign: f"\\{sign[0]}", line)
    calm = _CALLS.sub(lambda call: f"{call[0]}<!-- -->", calm)
    return _START.sub(lambda start: f"{start[1][:-1]}\\{start[1][-1]}", calm)


def _whole(
    difference: AuditDifference, title: str, parts: Sequence[Part], letter: Letter | None, kept: int
) -> str:
    lines = [f"## {escaped(title)}", "", f"**{escaped(verdict(difference))}**", ""]
    for part in parts:
        lines += _part(part, kept)
    if letter is not None and kept:
        lines += _folded(f"A text to tell people ({counted(letter.gaps, 'gap')} to fill)", _letter(letter))
    return "\n".join(lines).rstrip() + "\n"


def _part(part: Part, kept: int) -> Iterator[str]:
    shown, rest = part.items[:kept], len(part.items) - min(kept, len(part.items))
    body = (
        list(_table(part.marked, shown))
        if any(item.mark for item in shown)
        else [f"- {_said(item)}" for item in shown]
    )
    if rest:
        body += ["", f"*{rest:,} more left out here.*"]
    if part.folded or len(part.items) > OPEN:
        yield from _folded(f"{part.heading} ({len(part.items)})", body)
    else:
        yield from (f"### {escaped(part.heading)}", "", *body, "")


def _table(marked: str, items: Sequence[Item]) -> Iterator[str]:
    yield f"| {marked} | In words |"
    yield "| --- | --- |"
    for item in items:
        yield f"| {escaped(item.mark)} | {_said(item)} |"


def _said(item: Item) -> str:
    fine = f"<br><sub>{escaped(item.fine)}</sub>" if item.fine else ""
    return f"{escaped(item.text)}{fine}"


def _folded(heading: str, body: Sequence[str]) -> list[str]:
    return ["<details>", f"<summary>{html.escape(heading)}</summary>", "", *body, "", "</details>", ""]


def _letter(letter: Letter) -> list[str]:
    lines = [f"> **{escaped(letter.title)}**"]
    for paragraph in letter.paragraphs:
        lines.append(">")
        for line in paragraph.split("\n"):
            item = line.startswith("- ")
            lines.append(f"> {'- ' if item else ''}{escaped(line.removeprefix('- '))}")
    return lines
