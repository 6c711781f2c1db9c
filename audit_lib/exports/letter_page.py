"""A letter as a page of HTML that opens complete without a network, on a phone, a screen and paper."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ..model.day import long_date
from ..model.document import Bullets, Sentence
from ..model.letter import Letter, LetterPart
from .document_page import POLICY, block_markup, sentence_markup
from .letter_text import NOT_SENT

_STYLE: Final = Path(__file__).with_name("templates") / "letter.css"


def letter_page(letter: Letter) -> str:
    """Return a letter as a page of HTML; every text is escaped, and nothing is loaded or run.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.letter import LetterKind
    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letters import draft_letter
    >>> letter = draft_letter(LetterKind.FEE, example_map(), RightKind.ACCESS, as_of=dt.date(2026, 11, 22))
    >>> "<h1>A fee for your request</h1>" in letter_page(letter)
    True
    """
    title = html.escape(letter.title)
    matter = "<br>".join(_joined(line.sentences) for line in letter.references)
    first, *rest = letter.close
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f'<main>\n<p class="sender">{_lines(letter.sender)}</p>\n'
        f'<p class="sender">{html.escape(long_date(letter.as_of))}</p>\n'
        f"<p>{_lines(letter.recipient)}</p>\n<p>{matter}</p>\n<p>{_joined(letter.greeting)}</p>\n"
        f"<h1>{title}</h1>\n{''.join(map(_part, letter.parts))}"
        f'<div class="close"><p class="sign">{sentence_markup(first)}</p>\n<p>{_lines(rest)}</p></div>\n'
        f"</main>\n{_checks(letter)}</body>\n</html>\n"
    )


def _lines(sentences: Iterable[Sentence]) -> str:
    return "<br>".join(map(sentence_markup, sentences))


def _joined(sentences: Iterable[Sentence]) -> str:
    return " ".join(map(sentence_markup, sentences))


def _part(part: LetterPart) -> str:
    head = f"<h2>{html.escape(part.heading)}</h2>\n" if part.heading else ""
    return head + "".join(map(block_markup, part.blocks))


def _checks(letter: Letter) -> str:
    if not letter.checks:
        return ""
    listed = block_markup(Bullets(items=letter.checks))
    return f"<aside>\n<h2>{html.escape(NOT_SENT)}</h2>\n{listed}</aside>\n"
