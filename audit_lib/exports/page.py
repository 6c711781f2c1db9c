"""A report as one page that needs nothing but itself: no script, no host, no code cells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import nbformat
from nbconvert.exporters import HTMLExporter, TemplateExporter
from traitlets.config import Config

from .harmless import harmless
from .page_body import ready
from .page_figure import figure_markup
from .page_shell import whole_page
from .page_told import Told
from .whole_file import write_bytes

_TEMPLATES: Final = Path(__file__).with_name("templates")

#: Cells with one of these tags are for whoever works in the notebook, and no part of the report.
LEFT_OUT: Final = ("parameters", "injected-parameters", "notebook-only")

#: What the output of a cell is shown as, best first.
_SHOWN_AS: Final = ("text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain")

#: The facts of the cover that stand at the head of each printed page.
_RUNNING: Final = ("Data map", "As of")


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
    heading = title or own_title or "Report"

    where = str(notebook.parent) if isinstance(notebook, Path) else ""
    body, _ = _exporter().from_notebook_node(shown, resources={"metadata": {"path": where}})
    made = ready(body, told)
    running = [heading, *(value for name, value in facts if name in _RUNNING)]
    return whole_page(heading, made.markup, facts=facts, style=made.style, running=" · ".join(running))


class _Exporter(HTMLExporter):
    """The exporter of nbconvert, but that it does not read again what it has made: `ready` does."""

    def from_notebook_node(self, nb: Any, resources: Any = None, **more: Any) -> Any:
        return TemplateExporter.from_notebook_node(self, nb, resources, **more)


@cache
def _exporter() -> _Exporter:
    """Return the exporter, with its templates compiled: once a process, for a sweep makes many pages."""
    return _Exporter(  # type: ignore[no-untyped-call]
        template_name="offline",
        extra_template_basedirs=[str(_TEMPLATES)],
        embed_images=True,
        exclude_anchor_links=True,
        config=_settings(),
        filters={"harmless": harmless, "figure": figure_markup},
    )


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
