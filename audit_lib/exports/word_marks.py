"""Boxes, lines and grounds of a Word document, for which the library has no words."""

from __future__ import annotations

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

ACCENT: Final = "0F5C63"
_LINE: Final = "C9D1D7"
APART: Final = "EEF6F5"


def box(where: Paragraph) -> None:
    """Put a border and a tint around a paragraph; neighbours with the same border share one box.

    >>> import docx
    >>> added = docx.Document().add_paragraph("Note")
    >>> box(added)
    >>> added._p.pPr.find(qn("w:pBdr")) is not None
    True
    """
    settings = where._p.get_or_add_pPr()  # noqa: SLF001  the library has no borders
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "12"), ("space", "8"), ("color", ACCENT)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    tint = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", APART)):
        tint.set(qn(f"w:{key}"), value)
    settings.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    settings.insert_element_before(
        tint, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def borders(made: Table, *, apart: bool = False) -> None:
    """Give a table lines between its rows, and no others unless it stands `apart`, in the box of a heading.

    >>> import docx
    >>> made = docx.Document().add_table(rows=1, cols=1)
    >>> borders(made)
    >>> made._tbl.tblPr.find(qn("w:tblBorders")) is not None
    True
    """
    settings = made._tbl.tblPr  # noqa: SLF001  the library has no borders
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH") if apart else ("top", "bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        heavy = apart and side in ("left", "bottom", "right")
        size, colour = ("12", ACCENT) if heavy else ("4", _LINE)
        for key, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", colour)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    settings.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def described(made: Table, caption: str, *, headed: bool) -> None:
    """Say of a table what it tells, as its alternative text, and whether its first row names the columns.

    >>> import docx
    >>> made = docx.Document().add_table(rows=1, cols=1)
    >>> described(made, "Who gets what", headed=False)
    >>> made._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    'Who gets what'
    """
    settings = made._tbl.tblPr  # noqa: SLF001  the library has no alternative text
    look = settings.find(qn("w:tblLook"))
    if look is not None and not headed:
        look.set(qn("w:firstRow"), "0")
        look.set(qn("w:val"), "0480")
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in caption).split())
    if words:
        said = OxmlElement("w:tblCaption")
        said.set(qn("w:val"), words)
        settings.append(said)


def shade(cell: _Cell, ground: str) -> None:
    """Give a cell a ground, as RRGGBB.

    >>> import docx
    >>> made = docx.Document().add_table(rows=1, cols=1)
    >>> shade(made.cell(0, 0), "EFB565")
    >>> made.cell(0, 0)._tc.tcPr.find(qn("w:shd")).get(qn("w:fill"))
    'EFB565'
    """
    tint = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
        tint.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(tint)  # noqa: SLF001  the library has no shading


def row_setting(row: Any, name: str) -> None:
    """Switch on a setting of a row, such as that it is a head or may not be cut.

    >>> import docx
    >>> made = docx.Document().add_table(rows=1, cols=1)
    >>> row_setting(made.rows[0], "w:cantSplit")
    >>> made.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
    True
    """
    settings = row._tr.get_or_add_trPr()  # noqa: SLF001  the library has no such setting
    settings.append(OxmlElement(name))
