"""What evidence shows of a map as a workbook (xlsx): one sheet a table, small figures hidden, no formulas."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from xlsxwriter import Workbook

from ..errors import Place
from ..model.day import long_date
from ..model.reconciliation import Reconciliation
from ..model.words import visible
from ..views.due_rows import due_rows
from ..views.ends_rows import AloneRow, ends_rows
from ..views.evidence_decisions import standing, to_deal_with
from ..views.evidence_figures import HIDDEN, Figures, figures
from ..views.evidence_months import TOGETHER
from ..views.evidence_rows import (
    pattern_rows,
    source_rows,
    trend_rows,
    unresolved_rows,
    unseen_rows,
    verdict_rows,
)
from ..views.evidence_story import evidence_summary
from ..views.evidence_words import INVENTED, MEANINGS, VERDICTS, month_name, months_between
from .evidence_stamp import stamp_pairs
from .sheets import Sheet, Styles, height, styles
from .whole_file import write_bytes

#: The notice, the heading and the first row of a sheet, counted from 0.
_NOTICE, _HEADINGS, _FIRST = range(3)
#: Columns whose cells are numbers, and what such a cell and the heading of a month look like.
_COUNTED: Final = frozenset(
    {
        "Rows", "Refused", "Observations", "People", "Patterns", "Days without", TOGETHER, "Excused",
        "Sent", "Received", "On both sides", "Sent only", "Received only", "People sent", "People received",
        "Due", "In time", "Late", "Not logged", "Longest delay (days)",
    }
)  # fmt: skip
_COUNT: Final = re.compile(r"\d{1,3}(,\d{3})*")
_MONTH: Final = re.compile(r"[A-Z][a-z]{2} \d{4}")
_CONTRADICTIONS: Final = tuple(verdict for verdict in VERDICTS if verdict.is_violation)


class _Book(NamedTuple):
    """A workbook that is being written: the answer, what may be shown of it, the formats."""

    book: Workbook
    look: Styles
    number: Any
    reconciliation: Reconciliation
    known: Figures


def write_evidence_workbook(reconciliation: Reconciliation, path: str | Path) -> Path:
    """Write what the sources show about a map as a workbook, whole or not at all; return the file.

    Nine sheets: Summary, Sources, Verdicts, Patterns, Unresolved, Never seen, Months, Findings, Not tested;
    before Months stand Two ends and Deletions, where sources tell of either.
    The first row of each says whether logs are invented and what a hidden figure means. Whatever a text of a
    map or a log holds, it stays text: nothing becomes a formula or a link; only counts are numbers. The same
    answer gives the same bytes.

    Raises
    ------
    OutputError
        The file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_evidence_workbook(example_reconciliation(), f"{folder}/evidence.xlsx").name
    'evidence.xlsx'
    """
    made = io.BytesIO()
    texts = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(made, {"in_memory": True, **texts})
    born = dt.datetime.combine(reconciliation.as_of, dt.time())
    book.set_properties({"title": _title(reconciliation)[:255], "created": born})
    for name, said in stamp_pairs(reconciliation):
        book.set_custom_property(name, said, "text")
    number = book.add_format({"num_format": "#,##0", "border": 1, "border_color": "#C5CDD5"})
    number.set_font_size(10)
    number.set_align("top")
    number.set_align("right")
    number.set_indent(1)
    here = _Book(book, styles(book), number, reconciliation, figures(reconciliation))
    _summary(here)
    _seen(here)
    _missing(here)
    _beside(here)
    _months(here)
    _findings(here)
    book.close()
    return write_bytes(path, made.getvalue())


def _title(reconciliation: Reconciliation) -> str:
    return visible(f"Declared and observed: {reconciliation.data_map.info.title}")


def _listing(
    here: _Book, name: str, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> None:
    """Write a table beneath the notice; a hidden figure stands out."""
    sheet = Sheet(here.book, name, here.look)
    sheet.widths(widths)
    notice = here.look.title if here.reconciliation.invented else here.look.plain
    sheet.text(_NOTICE, 0, _notice(here), notice)
    for at, heading in enumerate(headings):
        sheet.text(_HEADINGS, at, heading, here.look.listing)
    listed = [tuple(row) for row in rows]
    counts = {at for at, heading in enumerate(headings) if heading in _COUNTED or _MONTH.fullmatch(heading)}
    sheet.heights({_FIRST + down: height(row, widths) for down, row in enumerate(listed)})
    plain = here.book.get_worksheet_by_name(name)
    for down, row in enumerate(listed, _FIRST):
        for at, text in enumerate(row):
            if at in counts and _COUNT.fullmatch(text):
                plain.write_number(down, at, int(text.replace(",", "")), here.number)
            else:
                kind = "settled" if text == HIDDEN else "value"
                sheet.text(down, at, text, here.look.value[kind, False])
    sheet.table(_HEADINGS, len(listed), len(headings))
    sheet.freeze(_FIRST, 1)
    sheet.printed(_HEADINGS, repeat_columns=0, pages=1, footer=f"{name}, {_title(here.reconciliation)}")


def _notice(here: _Book) -> str:
    return " ".join([*([INVENTED] if here.reconciliation.invented else []), here.known.note])


def _summary(here: _Book) -> None:
    given = here.reconciliation
    rows = [
        ("Map", f"{visible(given.data_map.info.title)} ({given.data_map.sha256[:12]})"),
        ("As of", long_date(given.as_of)),
        ("Compared with", given.engine),
        ("Figures about fewer people than this are withheld", f"{given.threshold:,}"),
        *(("", sentence) for sentence in (*evidence_summary(given), to_deal_with(given.findings))),
    ]
    _listing(here, "Summary", ("What", "Value"), rows, (42, 110))


def _seen(here: _Book) -> None:
    given = here.reconciliation
    sources = ("Source", "Kind", "Files", "Rows", "Refused", "First", "Last", "Invented")
    _listing(here, "Sources", sources, source_rows(given), (24, 16, 44, 12, 10, 14, 14, 10))
    meanings = {VERDICTS[verdict]: meaning for verdict, meaning in MEANINGS.items()}
    rows = ((*row, meanings[row.verdict]) for row in verdict_rows(given, here.known))
    verdicts = ("Verdict", "Observations", "People", "Patterns", "First", "Last", "Excused", "What it says")
    _listing(here, "Verdicts", verdicts, rows, (30, 18, 18, 10, 14, 14, 12, 80))
    patterns = (
        "Verdict", "From", "To", "Data", "Purpose", "Basis", "Role", "Country", "Nearest flow",
        "Observations", "People", "First", "Last", "Evidence", "Decided",
    )  # fmt: skip
    widths = (28, 26, 26, 26, 28, 18, 14, 14, 24, 14, 12, 14, 14, 30, 12)
    _listing(here, "Patterns", patterns, pattern_rows(given, here.known, _CONTRADICTIONS), widths)


def _missing(here: _Book) -> None:
    given = here.reconciliation
    words = ("Source", "Column", "Word", "Rows", "Most probably")
    rows = (row.cells for row in unresolved_rows(given))
    _listing(here, "Unresolved", words, rows, (24, 14, 50, 16, 34))
    headings = ("Flow", "From", "To", "Data", "Activity", "Watched", "Last seen", "Days without")
    _listing(here, "Never seen", headings, unseen_rows(given), (28, 26, 26, 44, 36, 24, 14, 12))


def _beside(here: _Book) -> None:
    """Write what two ends say of each other, and what was due for deletion, where sources tell of it."""
    given = here.reconciliation
    ends = [
        (
            row.sender, row.recipient, row.data, row.disclosures, row.receipts, row.first, row.last, row.sent,
            row.received, row.matched, *_alone(row.sent_only), *_alone(row.received_only),
        )
        for row in ends_rows(given.ends, given.data_map, given.threshold)
    ]  # fmt: skip
    headings = (
        "From", "To", "Data", "Log of the sender", "Log of the recipient", "First", "Last", "Sent",
        "Received", "On both sides", "Sent only", "Share of sent", "People sent", "When sent only",
        "Evidence of sending",
        "Received only", "Share of received", "People received", "When received only", "Evidence of receipt",
    )  # fmt: skip
    widths = (26, 26, 26, 24, 24, 14, 14, 12, 12, 14, *(12, 16, 16, 28, 30) * 2)
    if ends:
        _listing(here, "Two ends", headings, ends, widths)
    due = [tuple(row) for row in due_rows(given)]
    columns = (
        "Rule of retention", "Period", "Clause", "Holder", "Data", "Log of deletions",
        "Due", "In time", "Late", "Not logged", "Longest delay (days)",
    )  # fmt: skip
    if due:
        _listing(here, "Deletions", columns, due, (34, 34, 40, 26, 26, 24, 12, 12, 12, 14, 20))


def _alone(row: AloneRow) -> tuple[str, ...]:
    return row.entries, row.share, row.people, row.when, row.evidence


def _months(here: _Book) -> None:
    months = months_between(one.month for one in here.reconciliation.months)
    headings = ("Verdict", *map(month_name, months), TOGETHER)
    widths = (30, *(12 for _ in months), 14)
    _listing(here, "Months", headings, trend_rows(here.known, months), widths)


def _findings(here: _Book) -> None:
    given = here.reconciliation
    rows = (
        (
            one.severity.value,
            visible(standing(one)),
            one.title,
            one.message,
            one.remedy,
            "\n".join(one.law),
            "\n".join(str(Place(Path(place.file).name, place.line)) for place in one.places),
            one.id,
        )
        for one in given.findings
    )
    headings = ("Severity", "Status", "Title", "Finding", "To put it right", "Law", "Places", "Id")
    _listing(here, "Findings", headings, rows, (10, 30, 32, 64, 56, 28, 24, 34))
    skipped = ((visible(one.what), visible(one.why)) for one in given.skipped)
    _listing(here, "Not tested", ("What", "Why"), skipped, (44, 100))
