"""The runs of letters on the pages of a PDF, with their place, size and weight."""

from __future__ import annotations

import io
import logging
import math
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import pypdf
from pypdf.errors import DependencyError
from pypdf.generic import ContentStream, DictionaryObject, FloatObject, NameObject, StreamObject

from .notice_lines import UnreadableError
from .pdf_widths import Width, glyph_width, is_bold, resolved

#: How many pages are read, how many operations on all of them, and how many bytes of drawing, unpacked.
MAX_PAGES: Final = 1_000
MAX_OPERATIONS: Final = 1_500_000
MAX_DRAWING: Final = 20_000_000

#: How many bytes one part of a file may have when unpacked, and how many drawings within drawings a page.
MAX_PART: Final = 4_000_000
MAX_FORMS: Final = 50

#: How many letters cost as much as an operation.
LETTERS: Final = 10

#: What the library may unpack and walk through for one part of a file.
LIMITS: Final = {
    "maximum_declared_stream_length": 20_000_000,
    "array_based_stream_maximum_output_length": MAX_PART,
    "lzw_maximum_output_length": MAX_PART,
    "run_length_maximum_output_length": MAX_PART,
    "zlib_maximum_output_length": MAX_PART,
    "brotli_maximum_output_length": MAX_PART,
    "stream_decoding_work_maximum_length": 3 * MAX_PART,
    "stream_parsing_work_maximum_count": 1_000_000,
    "page_tree_maximum_entries": 20_000,
    "xform_maximum_invocations_per_extraction": MAX_FORMS,
    "jbig2dec_binary": None,
}

#: The operators that show text, and those that move to where it is shown.
SHOWING: Final = frozenset({b"Tj", b"TJ", b"'", b'"'})
MOVING: Final = frozenset({b"BT", b"Td", b"TD", b"Tm", b"T*", b"'", b'"', b"Do"})

IDENTITY: Final = tuple(FloatObject(value) for value in (1, 0, 0, 1, 0, 0))


class Run(NamedTuple):
    """Letters of one font that stand side by side.

    `x` and `end` are where they begin and end along the line, `y` is the height of the line on the page,
    `size` the size of the type, all in points. `is_artifact`: the file says that they are not of the text.
    """

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool = False
    is_artifact: bool = False


def page_runs(data: bytes) -> list[list[Run]]:
    """Return the runs of each page of a PDF; nothing is run, opened or fetched, and pictures are not read.

    Raises
    ------
    UnreadableError
        When the file is damaged, locked by a password, or would take more time or memory than a notice needs.

    >>> page_runs(b"%PDF-1.7")
    Traceback (most recent call last):
    audit_lib.files.notice_lines.UnreadableError: The PDF is damaged; print it to a new PDF.
    """
    with _quiet(), pypdf.apply_configuration(pypdf.get_configuration().with_overwrites(**LIMITS)):
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            _unlock(reader)
            pages = len(reader.pages)
            if pages > MAX_PAGES:
                raise UnreadableError(f"The PDF has {pages:,} pages; at most {MAX_PAGES:,} are read.")
            budget = _Budget()
            return [_Page(budget).read(page) for page in reader.pages]
        except UnreadableError:
            raise
        except pypdf.errors.LimitReachedError as failure:
            raise UnreadableError(
                "The PDF would unpack to more than is read; save the notice as text."
            ) from failure
        except Exception as failure:  # the library raises whatever a damaged file makes it trip over
            message = "The PDF is damaged; print it to a new PDF."
            raise UnreadableError(message) from failure


def _unlock(reader: pypdf.PdfReader) -> None:
    """Open a PDF that is locked against changes only, which needs no password to be read."""
    if not reader.is_encrypted:
        return
    try:
        opened = reader.decrypt("")
    except DependencyError:
        opened = pypdf.PasswordType.NOT_DECRYPTED
    if opened == pypdf.PasswordType.NOT_DECRYPTED:
        raise UnreadableError(
            "The PDF is encrypted; save a copy without a password, or print it to a new PDF."
        )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library has to say of a faulty file from the terminal."""
    logger = logging.getLogger("pypdf")
    handler, propagated = logging.NullHandler(), logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.propagate = propagated
        logger.removeHandler(handler)


class _Budget:
    """What may still be done for a file."""

    def __init__(self) -> None:
        self.operations, self.drawing = MAX_OPERATIONS, MAX_DRAWING
        self.fonts: dict[int, tuple[Any, Width, int, bool]] = {}

    def spend(self, operations: int, drawing: int = 0) -> None:
        self.operations -= operations
        self.drawing -= drawing
        if self.operations < 0 or self.drawing < 0:
            raise UnreadableError("The PDF draws more than any notice does; save the notice as text.")

    def font(self, font: Any) -> tuple[Any, Width, int, bool]:
        """Return a font, its widths, the length of its codes and whether it is bold."""
        if id(font) not in self.fonts:
            self.fonts[id(font)] = (font, *glyph_width(font), is_bold(font))
        return self.fonts[id(font)]


class _Page:
    """Where on a page the reading stands."""

    def __init__(self, budget: _Budget) -> None:
        self.budget = budget
        self.runs: list[Run] = []
        self.marks: list[_Mark] = []
        self.shown: Sequence[Any] = ()
        self.spacing = 0.0
        self.moved = True
        self.placed = self.has_shown = False
        self.is_artifact = False
        self.span: _Mark | None = None
        self.forms: dict[str, int] = {}
        self.seen: set[int] = set()

    def read(self, page: pypdf.PageObject) -> list[Run]:
        if "/Contents" not in page:
            return []
        content = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
        self.budget.spend(0, len(content.get_data()))
        self.budget.spend(len(content.operations))
        self._measure_forms(page)
        content.operations = list(_one_by_one(content))
        page[NameObject("/Contents")] = content
        page.extract_text(visitor_operand_before=self._operator, visitor_text=self._text)
        del page[NameObject("/Contents")]
        return self.runs

    def _measure_forms(self, holder: Any) -> None:
        """Note how long the drawings are that a page may draw any number of times, and those within them."""
        resources = resolved(holder.get("/Resources"))
        drawings = resolved(resources.get("/XObject")) if isinstance(resources, dict) else None
        if not isinstance(drawings, DictionaryObject):
            return
        for name in drawings:
            form = resolved(drawings.raw_get(name))
            if (
                isinstance(form, StreamObject)
                and form.get("/Subtype") == "/Form"
                and id(form) not in self.seen
            ):
                self.seen.add(id(form))
                length = len(form.get_data())
                self.budget.spend(1, length)
                self.forms[name] = max(self.forms.get(name, 0), length)
                if len(self.seen) < MAX_FORMS:
                    self._measure_forms(form)

    def _operator(self, operator: bytes, operands: Sequence[Any], *_: object) -> None:
        form = self.forms.get(operands[0], 0) if operator == b"Do" and operands else 0
        self.budget.spend(1, form)
        if operator in {b"BDC", b"BMC"}:
            self.marks.append(_Mark(operands))
        elif operator == b"EMC" and self.marks:
            self.marks.pop()
        elif operator == b"Tc" and operands and isinstance(operands[0], (int, float)):
            self.spacing = float(operands[0])
        if operator in MOVING:
            self.moved = True
        if operator in SHOWING:
            # The letters are handed over later, when the next move may already be under way.
            self.placed, self.moved = self.placed or self.moved, False
            self.shown, self.has_shown = operands, True
            self.is_artifact = any(mark.is_artifact for mark in self.marks)
            self.span = next((mark for mark in reversed(self.marks) if mark.text is not None), None)

    def _text(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        has_shown, self.has_shown = self.has_shown, False
        if not text.strip():
            # A blank that nothing shows is the library's guess; where letters stand tells better.
            if text and has_shown and self.runs:
                self.runs[-1] = self.runs[-1]._replace(text=self.runs[-1].text + " ")
            return
        self.budget.spend(len(text) // LETTERS)
        a, b, c, d = (
            tm[0] * cm[0] + tm[1] * cm[2],
            tm[0] * cm[1] + tm[1] * cm[3],
            tm[2] * cm[0] + tm[3] * cm[2],
            tm[2] * cm[1] + tm[3] * cm[3],
        )
        e, f = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        along, across = math.hypot(a, b) or 1.0, math.hypot(c, d) or 1.0
        x, y = (e * a + f * b) / along, (f * a - e * b) / along
        if not self.placed and self.runs and abs(self.runs[-1].y - y) < 1:
            x = self.runs[-1].end
        self.placed = False
        font, width, length, bold = self.budget.font(font)
        wide = _advance(self.shown, width, length, self.spacing, size) * along
        text = text.replace("\n", " ").replace("\0", "\ufffd")
        if self.span is not None:
            text = self.span.take()
        self.runs.append(Run(text, x, x + wide, y, abs(size) * across, bold, self.is_artifact))


class _Mark:
    """What a file says of a part of a page: that it is no part of the text, or what its letters stand for."""

    def __init__(self, operands: Sequence[Any]) -> None:
        self.is_artifact = bool(operands) and operands[0] == "/Artifact"
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
        said = properties.get("/ActualText")
        if isinstance(said, bytes):
            said = (
                said[2:].decode("utf-16-be", "replace") if said[:2] == b"\xfe\xff" else said.decode("latin-1")
            )
        self.text: str | None = str(said) if isinstance(said, str) else None

    def take(self) -> str:
        """Return what the letters stand for, once."""
        text, self.text = self.text or "", ""
        return text


def _one_by_one(content: ContentStream) -> Iterator[tuple[Sequence[Any], bytes]]:
    """Yield the operations, with one before and behind each that shows text which changes nothing.

    That operation makes the library hand over what was shown by itself, so that each run has its place, and
    what the library guesses between two of them, so that it can be told from what was shown.
    """
    for operands, operator in content.operations:
        if operator in SHOWING:
            yield list(IDENTITY), b"cm"
            yield operands, operator
            yield list(IDENTITY), b"cm"
        else:
            yield operands, operator


def _advance(operands: Sequence[Any], width: Width, length: int, spacing: float, size: float) -> float:
    """Return how far shown letters reach, in units of text space."""
    pieces = operands[0] if operands and isinstance(operands[0], list) else operands[-1:]
    reach = 0.0
    for piece in pieces:
        if isinstance(piece, bytes):
            codes = [int.from_bytes(piece[at : at + length], "big") for at in range(0, len(piece), length)]
            reach += sum(map(width, codes)) / 1000 * size + spacing * len(codes)
        elif isinstance(piece, (int, float)):
            reach -= float(piece) / 1000 * size
    return reach
