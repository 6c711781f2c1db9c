"""Word documents from headings, paragraphs, lists and tables; the same content gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from .whole_file import write_bytes
from .word_marks import APART, borders, box, row_setting, shade

_INK: Final = RGBColor(0x1F, 0x2A, 0x33)

#: Letters that every Word has, and that other programs have something like.
_BODY, _HEADS = "Calibri", "Cambria"

#: The time that each part of the file bears: the first that the format can tell, since it says nothing.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)

#: A4 between margins, in centimetres.
_WIDTH: Final = 17.0

#: A picture of an empty page that comes with the library's blank document.
_THUMBNAIL: Final = "docProps/thumbnail.jpeg"


class Run(NamedTuple):
    """Words, and whether they are highlighted as something that is still open, or bold.

    `ground` colours the cell that the words stand in, as RRGGBB.
    """

    text: str
    marked: bool = False
    bold: bool = False
    ground: str = ""


def new_document(title: str, day: dt.date, language: str = "en-GB", *, headed: bool = True) -> Document:
    """Return an empty A4 document with a title, dated by a day, without an author.

    The title is the first heading, unless `headed` says that the document opens otherwise, as a letter does.

    >>> new_document("Notice", dt.date(2026, 11, 22)).core_properties.title
    'Notice'
    """
    document = docx.Document()
    _properties(document, title, day, language)
    _styles(document, language)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.0)
    page.top_margin, page.bottom_margin = Cm(2.0), Cm(2.2)
    _page_numbers(page.footer.paragraphs[0])
    if headed:
        document.add_heading(_clean(title), level=1)
    return document


def heading(document: Document, words: str, level: int = 2, *, apart: bool = False) -> Paragraph:
    """Add a heading of a level, and return it; `apart` opens a box around what follows.

    >>> heading(new_document("Notice", dt.date(2026, 11, 22)), "Cookies").style.name
    'Heading 2'
    """
    added: Paragraph = document.add_heading(_clean(words), level=level)
    if apart:
        box(added)
    return added


def paragraph(
    document: Document, runs: Iterable[Run], *, bullet: bool = False, apart: bool = False
) -> Paragraph:
    """Add a paragraph of runs or one item of a list, and return it; `apart` puts it into a box.

    >>> paragraph(new_document("Notice", dt.date(2026, 11, 22)), [Run("We set none.")]).text
    'We set none.'
    """
    added = document.add_paragraph(style="List Bullet" if bullet else None)
    _write(added, runs)
    if apart:
        box(added)
    return added


def table(
    document: Document,
    columns: Sequence[str],
    rows: Iterable[Sequence[Sequence[Run]]],
    shares: Sequence[float] = (),
    *,
    apart: bool = False,
) -> Table:
    """Add a table whose head stands on every page and whose rows are never cut, and return it.

    Parameters
    ----------
    columns
        The headings; without any, the table has no head.
    rows
        Cells of runs; each run is a paragraph of its own. The first run of a row is bold.
    shares
        How wide each column is, in parts of the whole; without them all are alike.
    apart
        Whether it stands in the box that a heading has opened.

    >>> document = new_document("Notice", dt.date(2026, 11, 22))
    >>> len(table(document, ["Who", "What"], [[[Run("Kite")], [Run("Name")]]]).rows)
    2
    """
    body = [list(row) for row in rows]
    across = len(columns) or max(map(len, body), default=1)
    made: Table = document.add_table(rows=0, cols=across)
    made.autofit = False
    borders(made, apart=apart)
    if columns:
        head = made.add_row()  # type: ignore[no-untyped-call]
        for cell, words in zip(head.cells, columns, strict=True):
            _fill(cell, [Run(words, bold=True)])
        row_setting(head, "w:tblHeader")
    for row in body:
        _add_row(made, row)
    total = sum(shares) or across
    widths = [Cm(_WIDTH * share / total) for share in (shares or [1.0] * across)]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for filled in made.rows:
        row_setting(filled, "w:cantSplit")
        for cell, width in zip(filled.cells, widths, strict=True):
            cell.width = width
            if apart:
                shade(cell, APART)
    document.add_paragraph().paragraph_format.space_after = Pt(2)
    return made


def _add_row(made: Table, row: Sequence[Sequence[Run]]) -> None:
    added = made.add_row()  # type: ignore[no-untyped-call]
    for at, (cell, runs) in enumerate(zip(added.cells, row, strict=True)):
        _fill(cell, [run._replace(bold=at == 0 and number == 0) for number, run in enumerate(runs)])
        grounds = [run.ground for run in runs if run.ground]
        if grounds:
            shade(cell, grounds[0])


def foot(document: Document, words: str) -> None:
    """Put words beside the number of every page.

    >>> document = new_document("Notice", dt.date(2026, 11, 22))
    >>> foot(document, "Version 3")
    >>> document.sections[0].footer.paragraphs[0].text.startswith("Version 3")
    True
    """
    line = document.sections[0].footer.paragraphs[0]
    stops = document.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    run = line.add_run(f"{_clean(words)}\t")
    run.font.size = Pt(8)
    line._p.remove(run._r)  # noqa: SLF001  the library adds at the end alone
    settings = line._p.pPr  # noqa: SLF001
    line._p.insert(0 if settings is None else 1, run._r)  # noqa: SLF001


def save(document: Document, path: str | Path) -> Path:
    """Write a document, whole or not at all, and return the file.

    Raises
    ------
    OutputError
        If the file cannot be written; nothing is left under its name.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save(new_document("Notice", dt.date(2026, 11, 22)), f"{folder}/n.docx").name
    'n.docx'
    """
    return write_bytes(path, document_bytes(document))


def document_bytes(document: Document) -> bytes:
    """Return the file of a document; no clock goes into it.

    >>> day = dt.date(2026, 11, 22)
    >>> document_bytes(new_document("A", day)) == document_bytes(new_document("A", day))
    True
    """
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(out, "w") as again:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _NO_TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            again.writestr(part, parts.read(name))
    return out.getvalue()


def _clean(text: str) -> str:
    """Return a text in one line, without what XML cannot hold."""
    return " ".join("".join(letter for letter in text if letter.isprintable() or letter.isspace()).split())


def _write(where: Paragraph, runs: Iterable[Run]) -> None:
    for run in runs:
        added = where.add_run(_clean(run.text) if run.text.strip() else " ")
        added.bold = True if run.bold else None
        if run.marked:
            added.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _fill(cell: _Cell, runs: Sequence[Run]) -> None:
    for at, run in enumerate(runs):
        where = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        where.paragraph_format.space_after = Pt(2)
        _write(where, [run])
        for written in where.runs:
            written.font.size = Pt(9)


def _properties(document: Document, title: str, day: dt.date, language: str) -> None:
    about = document.core_properties
    about.title, about.language = _clean(title)[:255], language
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = dt.datetime.combine(day, dt.time())
    about.revision = 1
    for relation, target in list(document.part.package.rels.items()):
        if str(target.target_part.partname).endswith(_THUMBNAIL):
            del document.part.package.rels[relation]


def _styles(document: Document, language: str) -> None:
    styles: Any = document.styles
    for name, size, font in (
        ("Normal", 10.5, _BODY),
        ("Heading 1", 22, _HEADS),
        ("Heading 2", 14, _HEADS),
        ("Heading 3", 12, _HEADS),
    ):
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        fonts.set(qn("w:hAnsi"), font)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Heading 2"].paragraph_format.space_before = Pt(18)
    styles["Heading 2"].paragraph_format.space_after = Pt(6)
    for said in styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), language)


def _page_numbers(footer: Paragraph) -> None:
    for at, code in enumerate(("PAGE", "NUMPAGES")):
        if at:
            footer.add_run(" / ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        footer._p.append(field)  # noqa: SLF001  the library has no fields
