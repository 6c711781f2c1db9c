"""Every text that a part of a bundle holds, with the place where it stands: pages, workbooks, documents."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import docx
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from ...exports.bundle_part import Part

#: Attributes of a page that somebody reads or hears.
_HEARD: Final = ("alt", "title", "aria-label", "content", "placeholder")

#: Parts of Office files that are read otherwise, or hold no words of anybody; and what is left of a sheet.
_READ: Final = ("word/document.xml", "xl/workbook.xml", "[Content_Types]")
_DUMB: Final = re.compile(r"(word|xl)/(styles|theme/|stylesWithEffects|fontTable|calcChain)")
_OF_SHEETS: Final = ("sheetData", "headerFooter")

#: Elements of the other parts whose words stand together, and attributes that hold words.
_TOGETHER: Final = ("p", "si", "comment", "threadedComment", "v")
_SAID: Final = ("author", "displayName", "userId", "descr", "title", "prompt", "promptTitle", "error")

#: What the parts are called that somebody may look for.
_PLACES: Final = {
    r"docProps/": "the properties of the file",
    r"word/header": "the head of a page",
    r"word/footer": "the foot of a page",
    r"word/(comments|people)": "a remark",
    r"word/(foot|end)notes": "a note at the foot or the end",
    r"(word|ppt|xl)/(.*/)?_rels/": "where a link leads",
    r"xl/sharedStrings": "a text that stands in no cell",
}


class Told(NamedTuple):
    """A text and where in a file it stands; names that the file gives to its places are quoted."""

    where: str
    text: str


def told_in(part: Part) -> Iterator[Told]:
    """Yield the texts of a part; a file of a kind that is not known is read as text.

    >>> list(told_in(Part("a.csv", b"Finding,Owner", "A", "A.")))
    [Told(where='line 1', text='Finding | Owner')]
    """
    ending = Path(part.name).suffix
    if ending == ".html":
        return _page(part.content)
    if ending == ".xlsx":
        return _workbook(part.content)
    if ending == ".docx":
        return _document(part.content)
    return _table(part.content) if ending == ".csv" else _lines(part.content)


def _lines(content: bytes) -> Iterator[Told]:
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
        yield Told(f"line {number}", line)


def _table(content: bytes) -> Iterator[Told]:
    text = content.decode("utf-8-sig", "replace")
    for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), start=1):
        yield Told(f"line {number}", " | ".join(row))


def _page(content: bytes) -> Iterator[Told]:
    """Yield the words beneath each heading of a page, and what is said of pictures and links."""
    soup = BeautifulSoup(content, "html.parser")
    for unseen in soup(["style", "script"]):
        unseen.decompose()
    where, words = "", list[str]()
    for each in soup.descendants:
        if isinstance(each, Tag):
            if each.name in ("h1", "h2", "h3", "h4", "h5", "h6"):
                yield Told(where, "\n".join(words))
                where, words = f'beneath "{" ".join(each.get_text(" ", strip=True).split())}"', []
            words += [str(each[name]) for name in _HEARD if each.get(name)]
            words += [str(each["href"]).removeprefix("mailto:")] if each.get("href") else []
        elif isinstance(each, NavigableString):
            words.append(str(each))
    yield Told(where, "\n".join(words))


def _workbook(content: bytes) -> Iterator[Told]:
    """Yield names of sheets, cells, remarks, heads and feet, properties, and the words of all other parts."""
    known = set[str]()
    for told in _sheets(content):
        known.add(told.text)
        yield told
    yield from (told for told in _parts(content) if told.text not in known)


def _sheets(content: bytes) -> Iterator[Told]:
    book = load_workbook(io.BytesIO(content))
    for number, name in enumerate(book.sheetnames, start=1):
        yield Told(f"the name of sheet {number}", name)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                yield from _cell(sheet.title, cell)
        for side in (sheet.oddHeader, sheet.oddFooter, sheet.evenHeader, sheet.evenFooter):
            for place in (side.left, side.center, side.right):
                yield Told(f'sheet "{sheet.title}", head or foot', place.text or "")
    for name, defined in book.defined_names.items():
        yield Told("a defined name", f"{name} {defined.attr_text}")


def _cell(sheet: str, cell: Cell) -> Iterator[Told]:
    where = f'sheet "{sheet}", cell {cell.coordinate}'
    if cell.value is not None:
        yield Told(where, str(cell.value))
    if cell.comment is not None:
        yield Told(f"{where}, remark", f"{cell.comment.author} | {cell.comment.text}")
    if cell.hyperlink is not None:
        yield Told(f"{where}, link", f"{cell.hyperlink.target} {cell.hyperlink.tooltip or ''}")


def _document(content: bytes) -> Iterator[Told]:
    """Yield paragraphs and tables in their order, then heads, feet, remarks, properties: all other parts."""
    body = docx.Document(io.BytesIO(content)).element.body
    tables = {table: number for number, table in enumerate(body.iter(qn("w:tbl")), start=1)}
    free = 0
    for paragraph in body.iter(qn("w:p")):
        table = next(paragraph.iterancestors(qn("w:tbl")), None)
        free += table is None
        where = f"paragraph {free}" if table is None else f"table {tables[table]}, {_row(paragraph)}"
        yield Told(where, _joined(paragraph))
    yield from _parts(content)


def _row(paragraph: Any) -> str:
    cell = next(paragraph.iterancestors(qn("w:tc")))
    row = next(paragraph.iterancestors(qn("w:tr")))
    down = sum(1 for _ in row.itersiblings(qn("w:tr"), preceding=True)) + 1
    across = sum(1 for _ in cell.itersiblings(qn("w:tc"), preceding=True)) + 1
    return f"row {down}, cell {across}"


def _joined(paragraph: Any) -> str:
    """Return the words of a paragraph as one text, those that were struck out and of pictures among them."""
    told = [
        str(each.text or "") for each in paragraph.iter() if _local(each) in ("t", "delText", "instrText")
    ]
    seen = [str(each.get(name, "")) for each in paragraph.iter() for name in ("descr", "title", "tooltip")]
    return "".join(told) + "".join(f"\n{said}" for said in seen if said)


def _local(each: Any) -> str:
    return str(each.tag).rpartition("}")[2]


def _parts(content: bytes) -> Iterator[Told]:
    """Yield the words of the parts of an Office file that are not read otherwise, and where links lead."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith(_READ) or _DUMB.match(name) or not name.endswith((".xml", ".rels", ".vml")):
                continue
            root = parse_xml(archive.read(name))
            for each in [each for each in root if _local(each) in _OF_SHEETS]:
                root.remove(each)
            for text in _links(root) if name.endswith(".rels") else _words(root):
                yield Told(_called(name), text)


def _called(part: str) -> str:
    return next((name for pattern, name in _PLACES.items() if re.match(pattern, part)), f"the part {part}")


def _links(root: Any) -> Iterator[str]:
    return (str(each.get("Target", "")) for each in root if each.get("TargetMode") == "External")


def _words(root: Any) -> Iterator[str]:
    together = [each for each in root.iter() if _local(each) in _TOGETHER]
    yield from ("".join(each.itertext()) for each in together or (root if len(root) else [root]))
    for each in root.iter():
        yield from (str(said) for name, said in each.attrib.items() if name.rpartition("}")[2] in _SAID)
