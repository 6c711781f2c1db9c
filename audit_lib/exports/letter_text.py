"""A letter as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..model.day import long_date
from ..model.document import Bullets, Sentence
from ..model.letter import Letter
from ..notice.drafting.markdown import block_text, escaped, sentence_text

#: What stands above the checks, so that nobody sends them.
NOT_SENT: Final = "Before you send this (not part of the letter)"


def letter_text(letter: Letter) -> str:
    r"""Return a letter as Markdown, ended by a line break; nothing of the map can become markup.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.letter import LetterKind
    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letters import draft_letter
    >>> letter = draft_letter(LetterKind.FEE, example_map(), RightKind.ACCESS, as_of=dt.date(2026, 11, 22))
    >>> letter_text(letter).splitlines()[:3]
    ['Agent\\', '[Our address]', '']
    """
    parts = [_lines(letter.sender), long_date(letter.as_of), _lines(letter.recipient)]
    parts.append("\\\n".join(_joined(line.sentences) for line in letter.references))
    parts += [_joined(letter.greeting), f"# {escaped(letter.title)}"]
    for part in letter.parts:
        parts += [f"## {escaped(part.heading)}"] if part.heading else []
        parts += [block_text(block) for block in part.blocks]
    first, *rest = letter.close
    parts += [sentence_text(first), _lines(rest)]
    if letter.checks:
        parts += ["---", f"## {escaped(NOT_SENT)}", block_text(Bullets(items=letter.checks))]
    return "\n\n".join(each for each in parts if each) + "\n"


def _lines(sentences: Iterable[Sentence]) -> str:
    """Return lines that stay lines: each but the last ends in a hard break."""
    return "\\\n".join(sentence_text(each) for each in sentences)


def _joined(sentences: Iterable[Sentence]) -> str:
    return " ".join(sentence_text(each) for each in sentences)
