"""A notice that is a Word document (.docx)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from .link_target import shown_target
from .notice_lines import Kind, Line, Pen, UnreadableError, cell_text, row

#: How many parts a document may have, how many bytes all of them, and how many bytes of XML one of them.
MAX_PARTS: Final = 5_000
MAX_UNPACKED: Final = 200_000_000
MAX_XML: Final = 16_000_000

#: What declares entities; Word never writes it, and it is how a small file is made to grow without end.
DECLARATIONS: Final = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)

#: Elements that only hold others: content controls, insertions under review, smart tags.
HOLDERS: Final = frozenset(
    qn(name)
    for name in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo")
)

#: Elements whose words no reader sees: deletions under review, codes of fields, copies for old Word.
UNREAD: Final = frozenset(
    {qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)

PARAGRAPH, TABLE, ROW, CELL = (qn(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc"))
RUN, LINK, TEXT, TEXT_BOX = (qn(name) for name in ("w:r", "w:hyperlink", "w:t", "w:txbxContent"))
BLANKS: Final = {qn("w:tab"): " ", qn("w:ptab"): " ", qn("w:noBreakHyphen"): "-"}
BREAKS: Final = frozenset({qn("w:br"), qn("w:cr")})

#: How many styles may be based on one another.
LONGEST_CHAIN: Final = 20

HEADING: Final = re.compile(r"heading ([1-9])")

#: What a page header or footer says of the page it stands on.
PAGE_NUMBER: Final = re.compile(r"(?:page\s*)?[\W\d]*(?:of|/)?[\W\d]*", re.IGNORECASE)


def document_lines(data: bytes) -> list[Line]:
    """Return the lines of a Word document; nothing is run, opened or fetched, and pictures are not read.

    Text that is deleted under review is left out, inserted text is in. What page headers and footers say
    stands once, at the end, if the text does not say it.

    Raises
    ------
    UnreadableError
        When the file is damaged, declares entities, or would unpack to more than is read.

    >>> document_lines(b"PK")
    Traceback (most recent call last):
    audit_lib.files.notice_lines.UnreadableError: The Word document is damaged; save it anew.
    """
    try:
        _refuse_bombs(data)
        document = docx.Document(io.BytesIO(data))
        reading = _Document(document)
        reading.blocks(document.element.body)
        reading.notes()
        return reading.finished()
    except UnreadableError:
        raise
    except Exception as failure:  # python-docx and lxml raise whatever a damaged file makes them trip over
        message = "The Word document is damaged; save it anew."
        raise UnreadableError(message) from failure


def _refuse_bombs(data: bytes) -> None:
    """Refuse what unpacks to too much, by the sizes that the archive states, which bind what is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise UnreadableError("The Word document unpacks to more than is read; save the notice as text.")
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                if part.file_size > MAX_XML:
                    raise UnreadableError(f"A part of the Word document has more than {MAX_XML:,} bytes.")
                if any(mark in archive.read(part) for mark in DECLARATIONS):
                    raise UnreadableError(
                        "The Word document declares entities, which Word never does: not opened."
                    )


class _Document:
    """Where in the document the reading stands, and what its styles say."""

    def __init__(self, document: Document) -> None:
        self.part: Part = document.part
        self.styles = _Styles(document)
        self.pen = Pen()

    def finished(self) -> list[Line]:
        """Return what was read, and behind it what page headers and footers say beside."""
        self.pen.close()
        lines, self.pen = self.pen.lines, Pen()
        known = " ".join(line.text for line in lines).casefold()
        for margin in self._related(RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            self.pen.lines = []
            self.blocks(margin)
            self.pen.close()
            for line in self.pen.lines:
                if line.text.casefold() not in known and not PAGE_NUMBER.fullmatch(line.text):
                    lines.append(line._replace(kind="paragraph", level=0))
                    known += line.text.casefold()
        return lines

    def notes(self) -> None:
        """Read the footnotes and endnotes, behind the text."""
        for notes in self._related(RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
            for note in notes:
                self.blocks(note)

    def _related(self, *kinds: str) -> Iterator[Any]:
        """Yield the parts that stand in a relation to the text; what lies outside the file is not touched."""
        for link in self.part.rels.values():
            if link.reltype in kinds and not link.is_external:
                yield parse_xml(link.target_part.blob)

    def blocks(self, holder: Any) -> None:
        """Read the paragraphs and tables in an element."""
        for element in holder:
            if element.tag == PARAGRAPH:
                self._paragraph(element)
            elif element.tag == TABLE:
                self._table(element)
            elif element.tag in HOLDERS:
                self.blocks(element)

    def _paragraph(self, paragraph: Any) -> None:
        kind, level = self.styles.kind(paragraph)
        if kind is None:
            return
        self.pen.begin(kind, level)
        boxes = self._runs(paragraph, self.styles.is_bold(paragraph))
        self.pen.close()
        for box in boxes:
            self.blocks(box)

    def _runs(self, holder: Any, bold: bool) -> list[Any]:
        """Write the words in an element and return the text boxes that hang on it."""
        boxes = list[Any]()
        for element in holder:
            if element.tag == TEXT_BOX:
                boxes.append(element)
            elif element.tag in BREAKS:
                self.pen.break_line()
            elif element.tag in BLANKS:
                self.pen.write(BLANKS[element.tag])
            elif element.tag == TEXT:
                self.pen.write(element.text or "", bold=bold)
            elif element.tag == LINK:
                boxes += self._link(element, bold)
            elif element.tag == RUN:
                if not _is_on(element, "w:vanish"):
                    boxes += self._runs(element, _is_on(element, "w:b", unless=bold))
            elif element.tag not in UNREAD and isinstance(element.tag, str):
                boxes += self._runs(element, bold)
        return boxes

    def _link(self, link: Any, bold: bool) -> list[Any]:
        boxes = self._runs(link, bold)
        relation = self.part.rels.get(link.get(qn("r:id"), ""))
        if relation is not None and relation.is_external and not self.pen.in_heading:
            shown = shown_target(relation.target_ref, "".join(text.text or "" for text in link.iter(TEXT)))
            if shown:
                self.pen.write(f" ({shown})", bold=bold)
        return boxes

    def _table(self, table: Any) -> None:
        """Read a table: as rows if it has columns, else as what stands in its one column."""
        rows = [[cell for cell in _within(tr) if cell.tag == CELL] for tr in _within(table) if tr.tag == ROW]
        if sum(len(cells) > 1 for cells in rows) < 2 or any(
            cell.find(f".//{TABLE}") is not None for cells in rows for cell in cells
        ):
            for cell in (cell for cells in rows for cell in cells):
                self.blocks(cell)
            return
        outside = self.pen
        for cells in rows:
            texts = list[str]()
            for cell in cells:
                self.pen = Pen()
                self.blocks(cell)
                self.pen.close()
                texts.append(cell_text(self.pen.lines))
            line = row(texts)
            if line:
                outside.lines.append(line)
        self.pen = outside


def _within(holder: Any) -> Iterator[Any]:
    """Yield the elements in another, those in content controls and insertions among them."""
    for element in holder:
        if element.tag in HOLDERS:
            yield from _within(element)
        else:
            yield element


def _is_on(element: Any, name: str, *, unless: bool = False) -> bool:
    """Whether a property of a run is switched on; `unless` is what holds where the run does not say."""
    properties = element.find(qn("w:rPr"))
    switch = None if properties is None else properties.find(qn(name))
    if switch is None:
        return unless
    return switch.get(qn("w:val"), "true") not in {"0", "false", "off", "none"}


class _Styles:
    """What the styles of a document say of its paragraphs."""

    def __init__(self, document: Document) -> None:
        self.styles = {style.style_id: style.element for style in document.styles}

    def kind(self, paragraph: Any) -> tuple[Kind | None, int]:
        """Return what a paragraph is and the level of a heading; None for an entry of a table of contents."""
        if paragraph.find(qn("w:pPr")) is None:
            return "paragraph", 0
        chain = list(self._chain(paragraph))
        names = [
            name.get(qn("w:val"), "").lower()
            for element in chain
            if (name := element.find(qn("w:name"))) is not None
        ]
        if any(name.startswith(("toc ", "table of figures")) for name in names):
            return None, 0
        for name in names:
            heading = HEADING.fullmatch(name)
            if heading or name in {"title", "subtitle"}:
                return "heading", min(int(heading[1]), 6) if heading else 1 + (name == "subtitle")
        outline = _first(chain, "w:outlineLvl")
        if outline is not None and outline.get(qn("w:val"), "9") < "9":
            return "heading", min(int(outline.get(qn("w:val"))) + 1, 6)
        numbering = _first(chain, "w:numPr")
        number = None if numbering is None else numbering.find(qn("w:numId"))
        is_item = numbering is not None and (number is None or number.get(qn("w:val")) != "0")
        return (
            "item"
            if is_item or any(name.startswith("list ") and name != "list paragraph" for name in names)
            else "paragraph"
        ), 0

    def is_bold(self, paragraph: Any) -> bool:
        """Whether the style of a paragraph sets it in bold."""
        for element in list(self._chain(paragraph))[1:]:
            properties = element.find(qn("w:rPr"))
            if properties is not None and properties.find(qn("w:b")) is not None:
                return _is_on(element, "w:b")
        return False

    def _chain(self, paragraph: Any) -> Iterator[Any]:
        """Yield a paragraph, its style, the style that this one is based on, and so on."""
        yield paragraph
        properties = paragraph.find(qn("w:pPr"))
        named = None if properties is None else properties.find(qn("w:pStyle"))
        for _ in range(LONGEST_CHAIN):
            element = self.styles.get("" if named is None else named.get(qn("w:val")))
            if element is None:
                return
            yield element
            named = element.find(qn("w:basedOn"))


def _first(chain: list[Any], name: str) -> Any | None:
    """Return the first property of a name that a paragraph or one of its styles has."""
    for element in chain:
        properties = element.find(qn("w:pPr"))
        found = None if properties is None else properties.find(qn(name))
        if found is not None:
            return found
    return None
