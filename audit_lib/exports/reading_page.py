"""A notice that nobody has mapped, examined, as one page that needs nothing but itself."""

from __future__ import annotations

from ..model.day import long_date
from ..model.reading import NoticeReading
from ..views.manuscript import marked_reading
from ..views.notice_chart import reading_chart
from ..views.notice_tables import flags_table, items_table, organisations_table, readability_table
from ..views.picture import Picture
from .view_page import Shown, view_page


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
    shown: list[str | Picture | Shown] = [
        "## What must be told",
        reading_chart(reading),
        items_table(reading.judgements),
        "## Red flags",
        flags_table(reading.flags, most=400),
        "## Who is named",
        organisations_table(reading.organisations, most=400),
        "## How hard it is to read",
        readability_table(reading.readability),
        "## The notice, marked",
        marked_reading(reading),
    ]
    facts = [
        ("As of", long_date(reading.as_of)),
        ("Read from", "the words of the notice alone: a start for a person, and no proof"),
    ]
    return view_page(f"Notice: {name}", facts, shown)
