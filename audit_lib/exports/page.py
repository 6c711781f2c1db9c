"""A report as one page that needs nothing but itself: no script, no host, no code cells."""

from __future__ import annotations

import base64
import html
import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import nbformat
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config

from .harmless import harmless
from .whole_file import write_bytes

_TEMPLATES: Final = Path(__file__).with_name("templates")

#: Cells with one of these tags are for whoever works in the notebook, and no part of the report.
LEFT_OUT: Final = ("parameters", "injected-parameters", "notebook-only")

#: What the output of a cell is shown as, best first.
_SHOWN_AS: Final = ("text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain")

_HEADING: Final = re.compile(r"<h([1-4])\b[^>]*>(.*?)</h\1>", re.DOTALL)


class Heading(NamedTuple):
    """An entry of the table of contents: level 1 to 4, the anchor and the words."""

    level: int
    anchor: str
    words: str


class Contents(NamedTuple):
    """The body of a page with an anchor at each heading, and the headings."""

    body: str
    headings: tuple[Heading, ...]


def write_page(
    notebook: nbformat.NotebookNode | Path,
    path: Path,
    *,
    title: str | None = None,
    facts: Sequence[tuple[str, str]] = (),
) -> Path:
    r"""Write an executed notebook as a page that opens complete without a network, and return its path.

    Parameters
    ----------
    notebook
        The executed notebook, or the file that holds it.
    path
        The file to write (`.html`); written aside and renamed, so that it is whole or not there.
    title
        The title of the page; without it, the first heading of the notebook.
    facts
        What the cover says, as (name, value) pairs: which map, which version, as of when.

    Raises
    ------
    OutputError
        If the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> report = new_notebook(cells=[new_markdown_cell("# Risks\n\nTwo risks are high.")])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = write_page(report, Path(folder) / "risks.html", facts=[("As of", "3 March 2026")])
    ...     "Two risks are high." in page.read_text(encoding="utf-8")
    True
    """
    text = page_text(notebook, title=title, facts=facts)
    return write_bytes(path, text.encode("utf-8", "replace"))


def page_text(
    notebook: nbformat.NotebookNode | Path,
    *,
    title: str | None = None,
    facts: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the page of an executed notebook as HTML.

    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> "1 + 1" in page_text(new_notebook(cells=[new_code_cell("1 + 1")]), title="Sum")
    False
    """
    node = nbformat.read(notebook, as_version=4) if isinstance(notebook, Path) else notebook
    shown = nbformat.from_dict(node)
    own_title = _take_title(shown)
    exporter = HTMLExporter(
        template_name="offline",
        extra_template_basedirs=[str(_TEMPLATES)],
        embed_images=True,
        exclude_anchor_links=True,
        config=_settings(),
        filters={"harmless": harmless, "contents": contents, "figure": _figure},
    )
    cover = {
        "title": title or own_title or "Report",
        "facts": list(facts),
        "style": (_TEMPLATES / "offline" / "page.css").read_text(encoding="utf-8"),
    }
    where = str(notebook.parent) if isinstance(notebook, Path) else ""
    text, _ = exporter.from_notebook_node(shown, resources={"cover": cover, "metadata": {"path": where}})
    return str(text)


def contents(body: str) -> Contents:
    """Return the body of a page with an anchor at each heading, and the list of headings.

    >>> contents("<h2>Who gets <em>what</em></h2>").headings
    (Heading(level=2, anchor='who-gets-what', words='Who gets what'),)
    """
    headings: list[Heading] = []

    def anchored(found: re.Match[str]) -> str:
        level, inner = int(found[1]), found[2]
        words = html.unescape(re.sub(r"<[^>]*>", "", inner)).strip()
        slug = "-".join(re.findall(r"\w+", words.lower())) or "section"
        times = sum(
            heading.anchor.rpartition("--")[0] == slug or heading.anchor == slug for heading in headings
        )
        anchor = f"{slug}--{times + 1}" if times else slug
        headings.append(Heading(level, anchor, words))
        return f'<h{level} id="{anchor}">{inner}</h{level}>'

    return Contents(_HEADING.sub(anchored, body), tuple(headings))


def _settings() -> Config:
    """Return what nbconvert is to leave out, and what it is to prefer."""
    return Config(
        {
            "NbConvertBase": {"display_data_priority": list(_SHOWN_AS)},
            "TagRemovePreprocessor": {"enabled": True, "remove_cell_tags": set(LEFT_OUT)},
            "HTMLExporter": {"preprocessors": ["nbconvert.preprocessors.TagRemovePreprocessor"]},
            "HighlightMagicsPreprocessor": {"enabled": False},
        }
    )


def _take_title(notebook: nbformat.NotebookNode) -> str | None:
    """Take the title off the first cell of text, if it begins with one: the cover shows it."""
    for cell in notebook.cells:
        if cell.cell_type != "markdown" or not cell.source.strip():
            continue
        first, _, rest = cell.source.lstrip().partition("\n")
        if not first.startswith("# "):
            return None
        cell.source = rest.lstrip("\n")
        return str(first[2:].strip())
    return None


def _figure(output: nbformat.NotebookNode, kind: str) -> str:
    """Return a picture, held in the page itself, with words for those who do not see it.

    The words are the `alt` of the output; failing that its plain text, unless that is only the name of a
    Python object.
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
    return f'<figure tabindex="0"><img alt="{words}" src="data:{kind};base64,{source}"{style}></figure>'


def _width(held: str) -> int | None:
    """Return how wide a PNG means to be, in CSS pixels of a 96th of an inch, if it says how fine it is."""
    png = base64.b64decode(held)
    start = png.find(b"pHYs")
    if start < 0 or png[12:16] != b"IHDR":
        return None
    (pixels,) = struct.unpack(">I", png[16:20])
    (per_metre,) = struct.unpack(">I", png[start + 4 : start + 8])
    return round(pixels / (per_metre * 0.0254) * 96) if per_metre else None
