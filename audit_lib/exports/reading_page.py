"""A notice that nobody has mapped, examined, as one page that needs nothing but itself."""

from __future__ import annotations

import base64
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from ..model.day import long_date
from ..model.reading import NoticeReading
from ..views.manuscript import marked_reading
from ..views.notice_chart import reading_chart
from ..views.notice_tables import flags_table, items_table, organisations_table, readability_table
from ..views.picture import Picture
from .page import page_text


def reading_page(reading: NoticeReading, name: str) -> str:
    """Return all that was read out of a notice as an HTML page: it loads nothing and runs nothing.

    Parameters
    ----------
    reading
        What `examine` returned.
    name
        What the notice is called, such as the name of its file.

    >>> import datetime as dt
    >>> from audit_lib.notice.examine import examine
    >>> page = reading_page(examine("We are Kite Ltd. We sell <b>kites</b>.", dt.date(2026, 11, 22)), "n.txt")
    >>> "&lt;b&gt;kites" in page, "<script" in page
    (True, False)
    """
    cells = [
        _words("## What must be told"),
        _shown(reading_chart(reading)),
        _shown(items_table(reading.judgements)),
        _words("## Red flags"),
        _shown(flags_table(reading.flags, most=400)),
        _words("## Who is named"),
        _shown(organisations_table(reading.organisations, most=400)),
        _words("## How hard it is to read"),
        _shown(readability_table(reading.readability)),
        _words("## The notice, marked"),
        _shown(marked_reading(reading)),
    ]
    facts = [
        ("As of", long_date(reading.as_of)),
        ("Read from", "the words of the notice alone: a start for a person, and no proof"),
    ]
    return page_text(new_notebook(cells=cells), title=f"Notice: {name}", facts=facts)


def _words(text: str) -> nbformat.NotebookNode:
    cell: nbformat.NotebookNode = new_markdown_cell(text)
    return cell


def _shown(view: Any) -> nbformat.NotebookNode:
    """Return a cell that has shown a picture or a table, as a notebook would keep it."""
    if isinstance(view, Picture):
        data = {"image/png": base64.b64encode(view.data()).decode(), "text/plain": repr(view)}
        output = new_output("display_data", data, metadata={"image/png": {"alt": view.alt}})
    else:
        html = view._repr_html_()
        output = new_output("display_data", {"text/html": html, "text/plain": str(view)})
    cell: nbformat.NotebookNode = new_code_cell("", outputs=[output])
    return cell
