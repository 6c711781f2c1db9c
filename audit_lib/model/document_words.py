"""Sentences put together to the parts of a document; what holds nothing becomes None and is left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import overload

from .document import Block, Bullets, Paragraph, Section, Sentence


def say(text: str, *rests: str) -> Sentence:
    """Return a sentence, or a part of one, with the references of the map that it speaks of.

    >>> say("We keep it.", "retention:all").rests
    ('retention:all',)
    """
    return Sentence(text=text, rests=tuple(dict.fromkeys(rests)))


@overload
def paragraph(first: Sentence | str, /, *sentences: Sentence | str | None) -> Paragraph: ...
@overload
def paragraph(*sentences: Sentence | str | None) -> Paragraph | None: ...
def paragraph(*sentences: Sentence | str | None) -> Paragraph | None:
    """Return a paragraph of the sentences that there are, or None without any.

    >>> paragraph("We looked.", None).sentences[0].text, paragraph(None)
    ('We looked.', None)
    """
    found = tuple(_said(each) for each in sentences if each)
    return Paragraph(sentences=found) if found else None


def bullets(items: Iterable[Sentence | str]) -> Bullets | None:
    """Return a list of sentences, or None without any.

    >>> bullets(["one", "two"]).items[1].text, bullets([])
    ('two', None)
    """
    found = tuple(_said(each) for each in items)
    return Bullets(items=found) if found else None


def section(heading: str, *blocks: Block | None, set_apart: bool = False) -> Section:
    """Return a section of the blocks that there are.

    >>> section("Cookies", paragraph("We set none."), None).heading
    'Cookies'
    """
    there = tuple(block for block in blocks if block is not None)
    return Section(heading=heading, blocks=there, set_apart=set_apart)


def _said(sentence: Sentence | str) -> Sentence:
    return say(sentence) if isinstance(sentence, str) else sentence
