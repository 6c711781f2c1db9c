"""Pictures, tables and sentences as one page that needs nothing but itself, without a notebook being run."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from ..views.picture import Picture
from .page import page_text


class Shown(Protocol):
    """Anything that a notebook shows as HTML, such as a table."""

    def _repr_html_(self) -> str: ...


def view_page(title: str, facts: Sequence[tuple[str, str]], shown: Iterable[str | Picture | Shown]) -> str:
    """Return a page that shows headings and sentences (Markdown of ours), pictures and tables, one by one.

    >>> from audit_lib.views.table import tabulate
    >>> page = view_page("Parties", [], ["## All", tabulate("Parties", ("Name",), [("<b>A",)])])
    >>> "&lt;b&gt;A" in page, "<script" in page
    (True, False)
    """
    cells = [words(view) if isinstance(view, str) else shown_view(view) for view in shown]
    return page_text(new_notebook(cells=cells), title=title, facts=facts)


def words(text: str) -> nbformat.NotebookNode:
    """Return a cell of text.

    >>> words("## Parties").cell_type
    'markdown'
    """
    cell: nbformat.NotebookNode = new_markdown_cell(text)
    return cell


def shown_view(view: Any) -> nbformat.NotebookNode:
    """Return a cell that has shown a picture or a table, as a notebook would keep it.

    >>> from audit_lib.views.table import tabulate
    >>> shown_view(tabulate("Parties", ("Name",), [])).outputs[0].output_type
    'display_data'
    """
    if isinstance(view, Picture):
        data = {"image/png": base64.b64encode(view.data()).decode(), "text/plain": repr(view)}
        output = new_output("display_data", data, metadata={"image/png": {"alt": view.alt}})
    else:
        html = view._repr_html_()
        output = new_output("display_data", {"text/html": html, "text/plain": str(view)})
    cell: nbformat.NotebookNode = new_code_cell("", outputs=[output])
    return cell
