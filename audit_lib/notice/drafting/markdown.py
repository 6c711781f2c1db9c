"""A document as Markdown, in which nothing that comes from a map can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.document import Block, Bullets, Document, Grid, Paragraph, Sentence

#: Signs that can open markup anywhere in a line, a cell of a table included.
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>|~&$^]|(?<=\w):(?=//)|(?i:(?<=www)\.)|!(?=\[)")

#: What turns a whole line into something else at its beginning: a list, a heading, a quote, a rule, code.
_START: Final = re.compile(r"^(\s*)([-+=#>:]|\d{1,9}[.)])")


def markdown(document: Document) -> str:
    r"""Return a document as Markdown with tables (GitHub's dialect), ended by a line break.

    What is set apart, such as the right to object, stands between rules. Each of several parts of a cell
    stands in a line of its own.

    >>> import datetime as dt
    >>> from audit_lib.model.document import Section
    >>> words = Paragraph(sentences=(Sentence(text="We keep <b>it</b>."),))
    >>> document = Document(title="Notice", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="Time", blocks=(words,)),))
    >>> print(markdown(document), end="")
    # Notice
    <BLANKLINE>
    ## Time
    <BLANKLINE>
    We keep \<b\>it\</b\>.
    """
    parts = [f"# {escaped(document.title)}"]
    for section in document.sections:
        parts += ["---"] * section.set_apart
        parts.append(f"{'#' * (section.depth + 1)} {escaped(section.heading)}")
        parts += [block_text(block) for block in section.blocks]
        parts += ["---"] * section.set_apart
    parts += [f"---\n\n{escaped(document.foot)}"] if document.foot else []
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


def sentence_text(sentence: Sentence) -> str:
    """Return a sentence as Markdown; a gap stands between square brackets.

    >>> sentence_text(Sentence(text="[name]", gap=True))
    '[name]'
    """
    text = " ".join(sentence.text.split())
    if sentence.gap and text.startswith("[") and text.endswith("]"):
        return f"[{escaped(text[1:-1])}]"
    return escaped(text)


def block_text(block: Block) -> str:
    r"""Return a paragraph, a list or a table as Markdown in which no text can become markup.

    >>> block_text(Bullets(items=(Sentence(text="_rent_"),)))
    '- \\_rent\\_'
    """
    if isinstance(block, Paragraph):
        return " ".join(map(sentence_text, block.sentences))
    if isinstance(block, Bullets):
        return "\n".join(f"- {sentence_text(item)}" for item in block.items)
    return "\n".join(_table(block))


def _table(table: Grid) -> Iterator[str]:
    """Yield the lines of a table; Markdown has none without a head, so that may be empty."""
    columns = table.columns or ("",) * (len(table.rows[0]) if table.rows else 0)
    yield f"| {' | '.join(map(escaped, columns))} |"
    yield f"|{' --- |' * len(columns)}"
    for row in table.rows:
        cells = ("<br>".join(map(sentence_text, cell)) for cell in row)
        yield f"| {' | '.join(cells)} |"
