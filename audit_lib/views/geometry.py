"""What a figure is made of, as one short hash: the shapes, colours and words, and nothing of the pixels.

Two versions of matplotlib may smooth an edge differently and so give other bytes for one picture. What the
picture says is where its boxes stand, how high its bars are, and which words it holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.collections import Collection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Patch
from matplotlib.spines import Spine
from matplotlib.text import Text

#: A tenth of a point, or of any other unit that an axis has: finer than the eye, coarser than arithmetic.
DECIMALS: Final = 1


def geometry(figure: Figure) -> str:
    """Return the SHA-256 over all that is drawn in a figure, as 64 hexadecimal digits.

    Coordinates and widths are rounded to a tenth of their unit, so that arithmetic of another machine makes
    no difference; texts, colours, strokes and the order of drawing count as they are. The pixels do not
    count, and neither does the resolution.

    Examples
    --------
    >>> from audit_lib.views.drawing import block, figure_of, sheet
    >>> from audit_lib.views.lane_shapes import Rect
    >>> def bar(high):
    ...     axes = sheet(100, 100)
    ...     block(axes, Rect(10, 90 - high, 20, 90))
    ...     return geometry(figure_of(axes))
    >>> bar(40) == bar(40.0000001), bar(40) == bar(41)
    (True, False)
    """
    digest = hashlib.sha256()
    for part in _parts(figure):
        digest.update(json.dumps(part, ensure_ascii=True, allow_nan=True).encode("ascii") + b"\n")
    return digest.hexdigest()


def _parts(figure: Figure) -> Iterator[list[Any]]:
    yield ["figure", _numbers(np.asarray(figure.get_size_inches()) * 72), _colour(figure.get_facecolor())]
    for artist in figure.get_children():
        if isinstance(artist, Axes):
            yield ["axes", _numbers(artist.get_position().bounds, 4), _numbers(_limits(artist))]
            yield ["labels", artist.get_xlabel(), artist.get_ylabel(), str(artist.get_aspect())]
            for inner in artist.get_children():
                yield from _drawn(inner, _frame(artist))
        else:
            yield from _drawn(artist, {figure.patch})


def _limits(axes: Axes) -> tuple[float, ...]:
    return (*axes.get_xlim(), *axes.get_ylim())


def _frame(axes: Axes) -> set[Artist]:
    """Return what every axes has whatever is drawn: its ground."""
    return {axes.patch}


def _drawn(artist: Artist, frame: set[Artist]) -> Iterator[list[Any]]:
    """Yield what one mark is; nothing where it is not seen, and nothing of the axis itself."""
    if not artist.get_visible() or artist in frame or isinstance(artist, Axis | Spine):
        return
    if isinstance(artist, Text):
        if artist.get_text():
            yield ["text", *_text(artist), artist.get_zorder()]
    else:
        yield [type(artist).__name__, *_shape(artist), artist.get_alpha(), artist.get_zorder()]


def _text(text: Text) -> list[Any]:
    look = [text.get_fontsize(), str(text.get_fontweight()), _colour(text.get_color()), text.get_rotation()]
    return [
        text.get_text(),
        _numbers(text.get_position()),
        text.get_horizontalalignment(),
        text.get_verticalalignment(),
        *look,
        text.get_fontname(),
    ]


def _shape(artist: Artist) -> list[Any]:
    if isinstance(artist, Line2D):
        return [
            _numbers(np.asarray(artist.get_xydata(), dtype=float)),
            _colour(artist.get_color()),
            _numbers([artist.get_linewidth()]),
            str(artist.get_linestyle()),
            str(artist.get_marker()),
        ]
    if isinstance(artist, Patch):
        return [*_outline(artist), *_paint(artist)]
    if isinstance(artist, Collection):
        paths = [_numbers(path.vertices) for path in artist.get_paths()]
        inks = [_colours(artist.get_facecolor()), _colours(artist.get_edgecolor())]
        return [paths, _numbers(artist.get_offsets()), inks, _numbers(np.ravel(artist.get_linewidth()))]
    if isinstance(artist, AxesImage):
        held = np.ascontiguousarray(np.asarray(artist.get_array()))
        return [_numbers(artist.get_extent()), str(held.shape), hashlib.sha256(held.tobytes()).hexdigest()]
    return []


def _outline(patch: Patch) -> list[Any]:
    """Return where a patch is; a rounded box by its corners and its style, not by matplotlib's own curve."""
    if isinstance(patch, FancyBboxPatch):
        style = patch.get_boxstyle()
        given = {name: round(float(value), DECIMALS) for name, value in sorted(vars(style).items())}
        return [_numbers(patch.get_bbox().bounds), type(style).__name__, given]
    if isinstance(patch, FancyArrowPatch):
        return [_numbers(patch.get_path().vertices)]
    path = patch.get_patch_transform().transform_path(patch.get_path())
    codes = [] if path.codes is None else np.asarray(path.codes, dtype=int).tolist()
    return [_numbers(path.vertices), codes]


def _paint(patch: Patch) -> list[Any]:
    inks = [_colour(patch.get_facecolor()), _colour(patch.get_edgecolor())]
    fill = [bool(patch.get_fill()), patch.get_hatch()]
    return [*inks, *fill, _numbers([patch.get_linewidth()]), str(patch.get_linestyle())]


def _colour(given: Any) -> str:
    return to_hex(given, keep_alpha=True)


def _colours(given: Any) -> list[str]:
    return [given] if isinstance(given, str) else [_colour(one) for one in given]


def _numbers(given: Any, decimals: int = DECIMALS) -> list[Any]:
    """Return numbers rounded, without a negative nought."""
    rounded: list[Any] = (np.round(np.asarray(given, dtype=float), decimals) + 0.0).tolist()
    return rounded
