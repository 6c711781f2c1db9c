"""A picture that a notebook has shown, held in the page itself."""

from __future__ import annotations

import base64
import html
import struct

import nbformat


def figure_markup(output: nbformat.NotebookNode, kind: str) -> str:
    """Return a picture as HTML, with words for those who do not see it.

    The words are the `alt` of the output; failing that its plain text, unless that is only the name of a
    Python object.

    >>> from nbformat.v4 import new_output
    >>> shown = new_output("display_data", {"image/png": "AAAA", "text/plain": "A line that falls."})
    >>> figure_markup(shown, "image/png")
    '<figure><img alt="A line that falls." src="data:image/png;base64,AAAA"></figure>'
    """
    about = output.get("metadata", {})
    own = about.get(kind)
    own = own if isinstance(own, dict) else {}
    said = output.data.get("text/plain", "")
    alt = own.get("alt") or about.get("alt") or ("" if said.startswith("<") else said)
    held = output.data[kind]
    width = own.get("width") or about.get("width") or (_width(held) if kind == "image/png" else None)
    if kind == "image/svg+xml":
        held = base64.b64encode(held.encode()).decode()
    style = f' style="--width: {width}px"' if isinstance(width, int) else ""
    words = html.escape(str(alt or "A picture without a description."))
    source = html.escape("".join(held.split()))
    return f'<figure><img alt="{words}" src="data:{kind};base64,{source}"{style}></figure>'


def _width(held: str) -> int | None:
    """Return how wide a PNG means to be, in CSS pixels of a 96th of an inch, if it says how fine it is."""
    png = base64.b64decode(held)
    start = png.find(b"pHYs")
    if start < 0 or png[12:16] != b"IHDR":
        return None
    (pixels,) = struct.unpack(">I", png[16:20])
    (per_metre,) = struct.unpack(">I", png[start + 4 : start + 8])
    return round(pixels / (per_metre * 0.0254) * 96) if per_metre else None
