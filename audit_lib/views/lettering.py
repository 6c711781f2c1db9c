"""Words in pictures: made harmless, measured in points, wrapped and shortened to the room that there is."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, Literal

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

#: The family that comes with matplotlib, so that a picture is the same on every machine.
FAMILY: Final = "DejaVu Sans"
#: No text in a picture is longer; whoever needs all of it looks into the map.
LONGEST: Final = 400

Weight = Literal["normal", "bold"]


def one_line(text: str, limit: int = LONGEST) -> str:
    r"""Return a text as one line without characters that would move or turn what stands around it.

    Line breaks and tabs become spaces; control characters and the marks that reverse the direction of
    writing go; what is longer than `limit` characters ends in an ellipsis.

    >>> one_line("Rent\nand\u202e deposit")
    'Rent and deposit'
    """
    spaced = " ".join(text[: 4 * limit].split())
    clean = "".join(c for c in spaced if c.isprintable() or unicodedata.category(c) == "Zs")
    return clean if len(clean) <= limit else clean[: limit - 1].rstrip() + "…"


@lru_cache(maxsize=2**14)
def _advance(character: str, weight: Weight) -> float:
    """Return how far a character moves the pen, as a part of the size of the letters."""
    font = get_font(findfont(FontProperties(family=FAMILY, weight=weight), fallback_to_default=False))
    font.set_size(100, 72)
    glyph = font.load_glyph(font.get_char_index(ord(character)), flags=LoadFlags.NO_HINTING)
    return glyph.linearHoriAdvance / 65536 / 100


def width(text: str, size: float, weight: Weight = "normal") -> float:
    """Return the width of a line of text in points, without kerning.

    >>> width("mm", 10) == 2 * width("m", 10)
    True
    """
    return size * sum(_advance(character, weight) for character in text)


def fit(text: str, room: float, size: float, weight: Weight = "normal") -> str:
    """Return a text on one line, shortened with an ellipsis until it is at most `room` points wide.

    >>> fit("Maintenance contractors", 60, 10)
    'Maintena…'
    """
    line = one_line(text)
    if width(line, size, weight) <= room:
        return line
    left = room - width("…", size, weight)
    kept = 0
    for character in line:
        left -= _advance(character, weight) * size
        if left < 0:
            break
        kept += 1
    return line[:kept].rstrip(" ,;:·") + "…"


def wrap(text: str, room: float, size: float, weight: Weight = "normal", lines: int = 3) -> tuple[str, ...]:
    """Return a text as at most `lines` lines, each at most `room` points wide; the rest is an ellipsis.

    Breaks at spaces, and inside a word only where the word alone is wider than a line.

    >>> wrap("Payment and card processors", 70, 10)
    ('Payment and', 'card', 'processors')
    """
    words = one_line(text).split()
    found: list[str] = []
    while words and len(found) < lines:
        taken = 1
        while taken < len(words) and width(" ".join(words[: taken + 1]), size, weight) <= room:
            taken += 1
        line = " ".join(words[:taken])
        if len(found) == lines - 1 and taken < len(words):
            return (*found, fit(" ".join(words), room, size, weight))
        if width(line, size, weight) > room:
            cut = _breadth(line, room, size, weight)
            if len(found) == lines - 1:
                return (*found, fit(line, room, size, weight))
            line, words = line[:cut], [line[cut:], *words[1:]]
        else:
            words = words[taken:]
        found.append(line)
    return tuple(found)


def _breadth(word: str, room: float, size: float, weight: Weight) -> int:
    """Return how many characters of a word fit, at least one."""
    for count in range(1, len(word)):
        if width(word[: count + 1], size, weight) > room:
            return count
    return len(word)
