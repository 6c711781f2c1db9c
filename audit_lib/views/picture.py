"""A picture: a matplotlib figure with its title and a sentence for those who cannot see it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import matplotlib as mpl
from matplotlib.figure import Figure
from PIL import Image

from .geometry import geometry
from .values import Values

Format = Literal["png", "svg", "pdf"]

#: The type under which an output of a notebook tells what its picture was drawn from.
MIME: Final = "application/vnd.privacy-audit.picture+json"

#: Pixels an inch of a PNG, and the most pixels of one: what is larger is drawn more coarsely.
DPI: Final = 150
MOST_PIXELS: Final = 60_000_000
LONGEST_EDGE: Final = 30_000

#: Settings of matplotlib that would let two machines draw or write one figure differently.
FIXED: Final[Mapping[str, object]] = {
    "svg.hashsalt": "data map",
    "svg.fonttype": "path",
    "svg.image_inline": True,
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "pdf.use14corefonts": False,
    "path.simplify": True,
    "path.simplify_threshold": 1 / 9,
    "path.sketch": None,
    "path.snap": True,
    "path.effects": [],
    "text.antialiased": True,
    "text.hinting": "none",
    "text.usetex": False,
    "axes.unicode_minus": True,
    "agg.path.chunksize": 0,
    "savefig.bbox": None,
    "savefig.facecolor": "auto",
    "savefig.transparent": False,
}

#: Writers put the time and their version into a file unless they are told not to.
METADATA: Final[Mapping[str, dict[str, Any]]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "ModDate": None, "Producer": None, "Creator": None},
}


def settings() -> AbstractContextManager[None]:
    """Return a context in which matplotlib draws the same on every machine.

    >>> with settings():
    ...     mpl.rcParams["text.usetex"]
    False
    """
    known = {name: value for name, value in FIXED.items() if name in mpl.rcParams}
    return mpl.rc_context(rc=known)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Picture:
    """A figure that a notebook shows as PNG with alternative text, and that exports can write.

    Parameters
    ----------
    figure
        The figure, free of pyplot's global state.
    title
        What the picture says, in one line.
    alt
        What it shows, in sentences, for a reader who cannot see it.
    values
        The numbers or the list that it was drawn from, where the drawer gives them.
    """

    figure: Figure = field(repr=False, compare=False)
    title: str
    alt: str
    values: Values | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points (a 72nd of an inch)."""
        wide, high = self.figure.get_size_inches()
        return float(wide) * 72, float(high) * 72

    def data(self, format: Format = "png", dpi: int = DPI) -> bytes:  # noqa: A002
        """Return the picture as the bytes of a PNG, SVG or PDF file; the same picture gives the same bytes.

        Parameters
        ----------
        format
            ``png``, ``svg`` (letters as outlines, so that no font is needed) or ``pdf``.
        dpi
            Pixels an inch of a PNG; lowered where the picture would have more than 60 million pixels.
        """
        wide, high = self.figure.get_size_inches()
        most = min((MOST_PIXELS / (wide * high)) ** 0.5, LONGEST_EDGE / max(wide, high))
        out = io.BytesIO()
        # A PNG is read again at once, so it is hardly packed; what is made of it is.
        packed: dict[str, Any] = {"pil_kwargs": {"compress_level": 1}} if format == "png" else {}
        with settings():
            self.figure.savefig(
                out, format=format, dpi=max(1.0, min(dpi, most)), metadata=dict(METADATA[format]), **packed
            )
        return _small(out.getvalue()) if format == "png" else out.getvalue()

    def behind(self) -> dict[str, Any]:
        """Return what the picture says without its pixels: title, alternative text, geometry and values.

        A notebook keeps it beside the PNG. nbval compares everything but pixels, so that a bar of another
        height or a box in another place is found, and another way of smoothing an edge is not.

        >>> from audit_lib.views.charts import findings_chart
        >>> list(findings_chart([]).behind())
        ['title', 'alt', 'geometry', 'values']
        """
        known = {"title": self.title, "alt": self.alt, "geometry": geometry(self.figure)}
        return known | ({"values": self.values.as_json()} if self.values else {})

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:  # noqa: ARG002
        """Return what a notebook keeps beside the PNG; which of it is shown, its reader decides."""
        return {MIME: self.behind()}

    def _repr_png_(self) -> tuple[bytes, dict[str, object]]:
        return self.data(), {"alt": self.alt}

    def __repr__(self) -> str:
        return self.alt


def _small(png: bytes) -> bytes:
    """Return a PNG of flat colours at a quarter of its size: 256 colours are all that such a picture has."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        flat = image.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(out, format="PNG", optimize=True, dpi=image.info.get("dpi"))
    return out.getvalue()
