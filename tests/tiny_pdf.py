"""PDF files as programs make them, small enough to be written here: lines, tables, page headers."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Final

from audit_lib.files.pdf_widths import HELVETICA

LEFT, RIGHT, TOP, BOTTOM = 72.0, 523.0, 760.0, 72.0
LEADING: Final = 14.0

FONTS: Final = b"".join(
    b"/%s <</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % (name, font)
    for name, font in ((b"F1", b"Helvetica"), (b"F2", b"Helvetica-Bold"))
)


def width(text: str, size: float) -> float:
    """Return how wide a text is in Helvetica, in points."""
    return sum(HELVETICA[ord(sign) - 32] if 32 <= ord(sign) < 127 else 556 for sign in text) * size / 1000


def wrapped(text: str, room: float, size: float = 11) -> list[str]:
    """Return a text in lines that fit; a word is broken at a soft hyphen where that helps."""
    lines = [""]
    for word in text.split():
        parts = word.split("\u00ad")
        line = f"{lines[-1]} {''.join(parts)}".strip()
        if width(line, size) <= room:
            lines[-1] = line
            continue
        broken = f"{lines[-1]} {parts[0]}-".strip()
        if len(parts) > 1 and width(broken, size) <= room:
            lines[-1] = broken
            parts = parts[1:]
        lines.append("".join(parts))
    return lines


class Paper:
    """A text that is set line by line, as a word processor sets it, over as many pages as it needs."""

    def __init__(self, header: str = "", footer: str = "") -> None:
        self.header, self.footer = header, footer
        self.pages: list[bytes] = []
        self.y = 0.0
        self._turn()

    def _turn(self) -> None:
        self.pages.append(b"")
        number = len(self.pages)
        if self.header:
            self._show(LEFT, 800, self.header, 9)
        if self.footer:
            self._show(LEFT, 40, self.footer.format(page=number), 9)
        self.y = TOP

    def _show(self, x: float, y: float, text: str, size: float, bold: bool = False) -> None:
        signs = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = b"F2" if bold else b"F1"
        self.pages[-1] += b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (font, size, x, y, signs)

    def line(self, text: str, x: float = LEFT, size: float = 11, *, bold: bool = False) -> None:
        if self.y < BOTTOM:
            self._turn()
        self._show(x, self.y, text, size, bold)
        self.y -= LEADING * size / 11

    def heading(self, text: str, size: float = 16) -> None:
        self.y -= 10
        self.line(text, size=size, bold=True)
        self.y -= 4

    def paragraph(self, text: str) -> None:
        for line in wrapped(text, RIGHT - LEFT):
            self.line(line)
        self.y -= 8

    def item(self, text: str, mark: str = "•") -> None:
        first, *rest = wrapped(text, RIGHT - LEFT - 36)
        if self.y < BOTTOM:
            self._turn()
        self._show(LEFT + 18, self.y, mark, 11)
        self.line(first, LEFT + 36)
        for line in rest:
            self.line(line, LEFT + 36)

    def table(self, rows: Iterable[Sequence[str]], edges: Sequence[float]) -> None:
        for row in rows:
            top = self.y
            cells = [
                wrapped(cell, end - x - 8)
                for cell, x, end in zip(row, edges, [*edges[1:], RIGHT], strict=True)
            ]
            for x, lines in zip(edges, cells, strict=True):
                for at, line in enumerate(lines):
                    self._show(x, top - at * LEADING, line, 11)
            self.y = top - max(map(len, cells)) * LEADING - 8
        self.y -= 8

    def bytes(self) -> bytes:
        return pdf(self.pages)


def shown(*lines: tuple[float, float, str], size: float = 11, before: str = "") -> bytes:
    """Return the drawing of lines, each at its place."""
    drawn = [f"BT {before} /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET" for x, y, text in lines]
    return "\n".join(drawn).encode("cp1252")


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return an object that holds packed data."""
    packed = zlib.compress(data, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (extra, len(packed), packed)


def pdf(
    pages: Sequence[bytes], catalog: bytes = b"", resources: bytes = b"", more: Sequence[bytes] = ()
) -> bytes:
    """Return a PDF of pages with given drawings; further objects are numbered from 3."""
    first = 3 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(pages)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
    ]
    parts += more
    for at, drawing in enumerate(pages):
        parts.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<%s>>%s>>/Contents %d 0 R>>"
            % (FONTS, resources, first + 2 * at + 1)
        )
        parts.append(stream(drawing))
    return _numbered(parts)


def _numbered(parts: Sequence[bytes]) -> bytes:
    written = b"%PDF-1.7\n"
    places = list[int]()
    for number, part in enumerate(parts, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table) + end
