"""How wide the glyphs of a PDF font are, and whether it is bold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

#: Widths of Helvetica from the blank to the tilde, in thousandths: for fonts that every reader of PDFs has.
HELVETICA: Final = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *([556] * 10),
    *(278, 278, 584, 584, 584, 556, 1015),
    *(667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833),
    *(722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611),
    *(278, 278, 278, 469, 556, 333),
    *(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833),
    *(556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500),
    *(334, 260, 334, 584),
)

#: How much narrower or wider other fonts are that every reader of PDFs has.
TIMES: Final = 0.92

#: Names of fonts that are bold, those of TeX among them.
BOLD: Final = re.compile(r"bold|black|heavy|demi|^(?:[A-Z]{6}\+)?(?:cm|sf|lm)bx", re.IGNORECASE)

#: The weight from which a font is bold, the flag that says so, and how many codes a font may have.
BOLD_WEIGHT: Final = 600
FORCE_BOLD: Final = 1 << 18
MAX_CODES: Final = 70_000

#: The width in thousandths of the type size that a code of the font has.
Width = Callable[[int], float]


def glyph_width(font: Any) -> tuple[Width, int]:
    """Return how wide each code of a font is, in thousandths of its size, and how many bytes a code has.

    >>> width, length = glyph_width({"/Subtype": "/TrueType", "/FirstChar": 65, "/Widths": [700, 650]})
    >>> width(66), length
    (650.0, 1)
    """
    if _value(font, "/Subtype") == "/Type0":
        descendants = _value(font, "/DescendantFonts")
        descendant = descendants[0].get_object() if isinstance(descendants, list) and descendants else {}
        return _table(_cid_widths(descendant), _number(_value(descendant, "/DW"), 1000)), 2
    widths = _value(font, "/Widths")
    if isinstance(widths, list):
        first = int(_number(_value(font, "/FirstChar"), 0))
        known = {first + at: _number(width, 0) for at, width in enumerate(widths[:256])}
        scale = _scale(font)
        return _table({code: width * scale for code, width in known.items()}, 500), 1
    name = str(_value(font, "/BaseFont")).lower()
    if "courier" in name:
        return _table({}, 600), 1
    scale = TIMES if "times" in name else 1
    return _table({code: width * scale for code, width in enumerate(HELVETICA, start=32)}, 556 * scale), 1


def is_bold(font: Any) -> bool:
    """Whether a font is bold, by its name, its weight or its flag.

    >>> is_bold({"/BaseFont": "/ABCDEF+Arial-BoldMT"}), is_bold({"/BaseFont": "/Arial"})
    (True, False)
    """
    descendants = _value(font, "/DescendantFonts")
    holder = descendants[0].get_object() if isinstance(descendants, list) and descendants else font
    descriptor = _value(holder, "/FontDescriptor")
    if BOLD.search(str(_value(font, "/BaseFont") or "").removeprefix("/")):
        return True
    weight, flags = _number(_value(descriptor, "/FontWeight"), 0), _number(_value(descriptor, "/Flags"), 0)
    return weight >= BOLD_WEIGHT or bool(int(flags) & FORCE_BOLD)


def _table(known: dict[int, float], otherwise: float) -> Width:
    def width(code: int) -> float:
        return known.get(code, otherwise)

    return width


def _scale(font: Any) -> float:
    """Return what makes the widths of a font thousandths: fonts of type 3 have their own measure."""
    matrix = _value(font, "/FontMatrix")
    if _value(font, "/Subtype") == "/Type3" and isinstance(matrix, list) and matrix:
        return 1000 * abs(_number(matrix[0], 0.001))
    return 1


def _cid_widths(font: Any) -> dict[int, float]:
    """Return the widths that a font of many signs lists: ``first [w w w]`` or ``first last w``."""
    listed = _value(font, "/W")
    entries: Sequence[Any] = listed if isinstance(listed, list) else ()
    known = dict[int, float]()
    at = 0
    while at + 1 < len(entries) and len(known) < MAX_CODES:
        first, second = int(_number(entries[at], 0)), resolved(entries[at + 1])
        if isinstance(second, list):
            known.update({first + more: _number(width, 0) for more, width in enumerate(second[:MAX_CODES])})
            at += 2
        else:
            last = min(int(_number(second, 0)), first + MAX_CODES)
            width = _number(entries[at + 2], 0) if at + 2 < len(entries) else 0.0
            known.update(dict.fromkeys(range(first, last + 1), width))
            at += 3
    return known


def _value(holder: Any, name: str) -> Any:
    return resolved(holder.get(name)) if isinstance(holder, dict) else None


def resolved(value: Any) -> Any:
    """Return what a reference to a part of a PDF refers to; anything else is itself.

    >>> resolved(3)
    3
    """
    return value.get_object() if hasattr(value, "get_object") else value


def _number(value: Any, otherwise: float) -> float:
    value = resolved(value)
    return float(value) if isinstance(value, (int, float)) else otherwise
