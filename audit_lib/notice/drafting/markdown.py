"""A drafted notice as Markdown, in which nothing that comes from a map can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.notice_draft import Bullets, Grid, NoticeDraft, Paragraph, Sentence

#: Signs that can open markup anywhere in a line, a cell of a table included.
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>|~&$^]|(?<=\w):(?=//)|(?i:(?<=www)\.)|!(?=\[)")

#: What turns a whole line into something else at its beginning: a list, a heading, a quote, a rule, code.
_START: Final = re.compile(r"^(\s*)([-+=#>:]|\d{1,9}[.)])")


def markdown(draft: NoticeDraft) -> str:
    r"""Return a draft as Markdown with tables (GitHub's dialect), ended by a line break.

    The right to object stands between rules, apart from the rest. Each of several parts of a cell stands in
    a line of its own.

    >>> import datetime as dt
    >>> from audit_lib.model.notice_draft import Section
    >>> words = Paragraph(sentences=(Sentence(text="We keep <b>it</b>."),))
    >>> draft = NoticeDraft(map_id="m", title="Notice", version="1", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="Time", blocks=(words,)),))
    >>> print(markdown(draft), end="")
    # Notice
    <BLANKLINE>
    ## Time
    <BLANKLINE>
    We keep \<b\>it\</b\>.
    """
    parts = [f"# {escaped(draft.title)}"]
    for section in draft.sections:
        parts += ["---"] * section.set_apart
        parts.append(f"## {escaped(section.heading)}")
        parts += [_block(block) for block in section.blocks]
        parts += ["---"] * section.set_apart
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Return a text as one line of Markdown that shows just these letters.

    >>> escaped("1. [a](b)")
    '1\\. \\[a\\](b)'
    """
    line = _SIGNS.sub(lambda sign: f"\\{sign[0]}", " ".join(text.split()))
    found = _START.match(line)
    if not found:
        return line
    sign = found[2]
    safe = f"\\{sign}" if len(sign) == 1 else f"{sign[:-1]}\\{sign[-1]}"
    return f"{found[1]}{safe}{line[found.end() :]}"


def _sentence(sentence: Sentence) -> str:
    text = " ".join(sentence.text.split())
    if sentence.gap and text.startswith("[") and text.endswith("]"):
        return f"[{escaped(text[1:-1])}]"
    return escaped(text)


def _block(block: Paragraph | Bullets | Grid) -> str:
    if isinstance(block, Paragraph):
        return " ".join(map(_sentence, block.sentences))
    if isinstance(block, Bullets):
        return "\n".join(f"- {_sentence(item)}" for item in block.items)
    return "\n".join(_table(block))


def _table(table: Grid) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, table.columns))} |"
    yield f"|{' --- |' * len(table.columns)}"
    for row in table.rows:
        cells = ("<br>".join(map(_sentence, cell)) for cell in row)
        yield f"| {' | '.join(cells)} |"
