"""A report as one page that needs nothing but itself: no script, no host, no code cells."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import nbformat
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config

from .harmless import harmless
from .page_body import ready
from .page_figure import figure_markup
from .page_told import Told
from .whole_file import write_bytes

_TEMPLATES: Final = Path(__file__).with_name("templates")

#: The style sheets of a page, in order.
STYLES: Final = ("page.css", "tables.css", "print.css")

#: Cells with one of these tags are for whoever works in the notebook, and no part of the report.
LEFT_OUT: Final = ("parameters", "injected-parameters", "notebook-only")

#: What the output of a cell is shown as, best first.
_SHOWN_AS: Final = ("text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain")

#: The facts of the cover that stand at the head of each printed page.
_RUNNING: Final = ("Data map", "As of")

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
    told: Told | None = None,
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
    told
        What the run found, as `told_of` returns it: counted on top, and linked to what it rests on.

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
    text = page_text(notebook, title=title, facts=facts, told=told)
    return write_bytes(path, text.encode("utf-8", "replace"))


def page_text(
    notebook: nbformat.NotebookNode | Path,
    *,
    title: str | None = None,
    facts: Sequence[tuple[str, str]] = (),
    told: Told | None = None,
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
        filters={
            "ready": lambda body: ready(body, told),
            "harmless": harmless,
            "contents": contents,
            "figure": figure_markup,
            "in_css": _in_css,
        },
    )
    heading = title or own_title or "Report"
    cover = {
        "title": heading,
        "running": " · ".join([heading, *(value for name, value in facts if name in _RUNNING)]),
        "facts": list(facts),
        "style": page_style(),
    }
    where = str(notebook.parent) if isinstance(notebook, Path) else ""
    text, _ = exporter.from_notebook_node(shown, resources={"cover": cover, "metadata": {"path": where}})
    return str(text)


def page_style() -> str:
    """Return the style sheet that all pages share.

    >>> "@media print" in page_style()
    True
    """
    return "".join((_TEMPLATES / "offline" / name).read_text(encoding="utf-8") for name in STYLES)


def contents(body: str) -> Contents:
    """Return the body of a page with an anchor at each heading, and the list of headings.

    >>> contents("<h2>Who gets <em>what</em></h2>").headings
    (Heading(level=2, anchor='who-gets-what', words='Who gets what'),)
    """
    headings: list[Heading] = []
    taken = {"report", *re.findall(r'(?<!h[1-4]) id="([^"]*)"', body)}

    def anchored(found: re.Match[str]) -> str:
        level, inner = int(found[1]), found[2]
        words = html.unescape(re.sub(r"<[^>]*>", "", inner)).strip()
        slug = "-".join(re.findall(r"\w+", words.lower())) or "section"
        names = itertools.chain([slug], (f"{slug}--{number}" for number in itertools.count(2)))
        anchor = next(name for name in names if name not in taken)
        taken.add(anchor)
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


def _in_css(words: str) -> str:
    """Return words as a string of a style sheet; nothing in them can end it."""
    return '"' + "".join(c if c.isalnum() or c in " .,:-·" else f"\\{ord(c):x} " for c in words) + '"'
