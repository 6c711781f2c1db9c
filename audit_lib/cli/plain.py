"""Text on its way to a terminal: nothing that a map says can move the cursor or pass itself off as ours."""

from __future__ import annotations

import json
import os
import sys
import textwrap
import unicodedata
from collections.abc import Callable
from typing import Final, TextIO

from rich.console import Console
from rich.text import Text

#: Characters that turn the direction of what follows; shown by their number.
_TURNING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
)

#: Columns that a broken text needs at least; where there are fewer, nothing is indented.
_NARROWEST: Final = 20

#: Columns of a long text where there is room for more.
_WIDTH: Final = 100

#: One colour for one meaning.
STYLES: Final = {"high": "bold red", "medium": "yellow", "low": "cyan", "quiet": "dim", "good": "green"}


def one_line(text: str) -> str:
    r"""Return text as one line in which every control character shows its number.

    >>> one_line("Rent\n\x1b[2Jpaid")
    'Rent \\x1b[2Jpaid'
    """
    if text.isprintable():
        return text
    return "".join(
        _shown(character) for character in text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    )


def _shown(character: str) -> str:
    if character in _TURNING or unicodedata.category(character) in ("Cc", "Cs"):
        return character.encode("unicode_escape").decode()
    return character


def console(stream: TextIO | None = None) -> Console:
    """Return a console that colours for a person and is plain for a program.

    >>> import io
    >>> console(io.StringIO()).no_color
    True
    """
    stream = stream or sys.stdout
    person = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Console(
        file=stream,
        highlight=False,
        markup=False,
        emoji=False,
        no_color=not person,
        force_terminal=person,
        soft_wrap=not stream.isatty(),
        legacy_windows=False,
    )


def line(*parts: str | tuple[str, str], to: Console, hang: int = 0) -> None:
    r"""Print one line made of texts and (text, style) pairs; styles are those of `STYLES`.

    A person's terminal breaks what is too long: further lines begin where the text does after its leading
    spaces, and `hang` columns further to the right (a label, or columns of numbers).

    >>> import io
    >>> page = io.StringIO()
    >>> line(("HIGH", "high"), "  [red]Rent", to=console(page))
    >>> page.getvalue()
    'HIGH  [red]Rent\n'
    """
    styled = [
        (one_line(part), "") if isinstance(part, str) else (one_line(part[0]), STYLES[part[1]])
        for part in parts
    ]
    if to.soft_wrap:  # no terminal: whole, without colour, and many times faster than rich is at it
        to.file.write("".join(text for text, _ in styled) + "\n")
        to.file.flush()
        return
    text = Text.assemble(*styled)
    start = len(text.plain) - len(text.plain.lstrip(" ")) + hang
    room = to.width - start
    if text.cell_len <= to.width or room < _NARROWEST:
        to.print(text)
        return
    for at, part in enumerate(text[start:].wrap(to, room)):
        to.print(Text.assemble(text[:start] if at == 0 else " " * start, part))


def write_json(answer: object, *, default: Callable[[object], object] | None = None) -> None:
    r"""Print the answer for a program, in ASCII: it is the same JSON whatever the machine writes letters in.

    `default` turns what JSON does not know into what it does.

    >>> write_json({"title": "Café"})
    {
      "title": "Caf\u00e9"
    }
    """
    sys.stdout.write(json.dumps(answer, indent=2, ensure_ascii=True, default=default) + "\n")


def write_long(text: str, *, to: Console, first: str = "", rest: str | None = None, style: str = "") -> None:
    r"""Print a long text in lines of at most a hundred columns, in a pipe too.

    The first line begins with `first`, all others with `rest`, or with the same.

    >>> import io
    >>> page = io.StringIO()
    >>> write_long("word " * 20, to=console(page), first="  - ", rest="    ")
    >>> page.getvalue().splitlines()[-1]
    '    word'
    """
    # A narrow terminal is met here, since a line that it breaks again would look torn.
    width = _WIDTH if to.soft_wrap else max(_NARROWEST * 2, min(_WIDTH, to.width))
    further = first if rest is None else rest
    for row in textwrap.wrap(one_line(text), width, initial_indent=first, subsequent_indent=further):
        line((row, style) if style else row, to=to)
