"""The search plan of a request as a workbook (xlsx) to keep track in: whom to ask and tell, what is done."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from xlsxwriter import Workbook

from ..law.rights_matrix import NAMES
from ..model.authority import weighed
from ..model.data_map import DataMap
from ..model.day import long_date
from ..model.deadline import Clock
from ..model.document import Sentence
from ..model.request_plan import RequestPlan
from ..model.words import listed
from ..rights.plan.rows import (
    EXPECTED,
    TELLING,
    kept_for_words,
    kept_rows,
    portable_rows,
    reach_rows,
    time_words,
)
from ..rights.words import name, plain, whole
from .sheets import Sheet, Styles, height, styles
from .whole_file import write_bytes

#: Columns that whoever works through the plan fills in: a day, another day, a name.
_PROGRESS: Final = ("Asked on", "Answered on", "Done by")
_TOLD: Final = ("Told on", "Confirmed on", "Done by")

#: No day before this one can be meant.
_FIRST_DAY: Final = dt.date(2018, 5, 25)
_LAST_DAY: Final = dt.date(2099, 12, 31)

#: How wide a column for a day is, in characters.
_WIDTH: Final = 15


class _Book(NamedTuple):
    """A workbook that is being written: the plan, the map, the formats, and the words at the foot."""

    book: Workbook
    look: Styles
    plan: RequestPlan
    data_map: DataMap
    foot: str
    day: Any


def write_plan_workbook(
    plan: RequestPlan, data_map: DataMap, path: str | Path, *, clock: Clock | None = None
) -> Path:
    """Write the plan of a request as a workbook of eight sheets, whole or not at all; return the file.

    Plan, Ask, Tell, Rights by activity, Hold back, Keep, Portable, Questions. On Ask and Tell three columns
    are for progress; they take a day, a day and a name, and refuse what is none. Heads stay in sight and can
    be filtered; each sheet prints on A3 with its head on every page. Whatever a text of the map holds, it
    stays text: nothing becomes a formula, a number or a link. The same plan gives the same bytes.

    Raises
    ------
    OutputError
        The file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="example", right=RightKind.ACCESS, subject="tenants",
    ...     as_of=dt.date(2026, 11, 22))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_plan_workbook(plan, example_map(), f"{folder}/plan.xlsx").name
    'plan.xlsx'
    """
    made = io.BytesIO()
    texts = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(made, {"in_memory": True, **texts})
    title = f"Search plan: right {_right(plan)}, {name(data_map, 'party', plan.subject)}"
    born = dt.datetime.combine(plan.as_of, dt.time())
    book.set_properties({"title": title[:255], "created": born})
    day = book.add_format(
        {"num_format": "yyyy-mm-dd", "border": 1, "border_color": "#C5CDD5", "font_size": 10, "valign": "top"}
    )
    here = _Book(book, styles(book), plan, data_map, title, day)
    _summary(here, clock)
    _ask(here)
    _tell(here)
    _rights(here)
    _hold_back(here)
    _keep(here)
    _portable(here)
    _questions(here)
    book.close()
    return write_bytes(path, made.getvalue())


def _right(plan: RequestPlan) -> str:
    return "to object to direct marketing" if plan.marketing else NAMES[plan.right]


def _listing(
    here: _Book, title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> None:
    sheet = Sheet(here.book, title, here.look)
    sheet.listing(headings, list(rows), widths, footer=f"{title}, {here.foot}")


def _tracked(  # noqa: PLR0913, PLR0917  a table with what is filled in
    here: _Book,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    progress: Sequence[str],
) -> None:
    """Write a list with columns for progress, which take days and a name and nothing else."""
    body = list(rows)
    across = [*widths, _WIDTH, _WIDTH, _WIDTH + 5]
    _listing(here, title, [*headings, *progress], ([*row, "", "", ""] for row in body), across)
    sheet = here.book.get_worksheet_by_name(title)
    first, last = len(headings), len(headings) + 2
    for at in range(1, len(body) + 1):
        sheet.write_blank(at, first, None, here.day)
        sheet.write_blank(at, first + 1, None, here.day)
        sheet.set_row(at, max(height(body[at - 1], widths), 20.0))
    if body:
        days = {
            "validate": "date",
            "criteria": "between",
            "minimum": _FIRST_DAY,
            "maximum": _LAST_DAY,
            "ignore_blank": True,
            "error_title": "A day is needed",
            "error_message": "Type a day, such as 2026-11-22.",
        }
        sheet.data_validation(1, first, len(body), first + 1, days)
        who = {
            "validate": "length",
            "criteria": "between",
            "minimum": 1,
            "maximum": 80,
            "ignore_blank": True,
            "input_title": "Done by",
            "input_message": "Who of us did it: a role or initials.",
            "error_message": "At most 80 characters.",
        }
        sheet.data_validation(1, last, len(body), last, who)


def _summary(here: _Book, clock: Clock | None) -> None:
    plan, data_map = here.plan, here.data_map
    desk = plan.desk
    rows = [
        ("Right", _right(plan)),
        ("People", name(data_map, "party", plan.subject)),
        ("About", _names(here, "data", plan.data) or "everything that we hold about them"),
        ("Request, and by what we know the person", ""),
        ("Received on", ""),
        *_times(clock),
        ("To ask", str(len(plan.searched))),
        ("Who answers for itself", str(len(plan.known))),
        ("To tell", str(len(plan.tells))),
        ("Open questions", str(len(plan.questions))),
        ("Who answers", name(data_map, "party", desk.team) if desk.team else "[not stated]"),
        ("Channels", _names(here, "channel", desk.channels) or "[not stated]"),
        ("Map", f"{plain(data_map.info.title)} ({data_map.sha256[:12]})"),
        ("As of", long_date(plan.as_of)),
        *((whole(each.says), weighed(each.provision, each.authority)) for each in plan.notes),
    ]
    _listing(here, "Plan", ("What", "Value"), rows, (70, 70))


def _times(clock: Clock | None) -> list[tuple[str, str]]:
    """Return each duty with its days; without a clock a cell to fill in."""
    if clock is None:
        return [("Answer by (privacy-audit request deadline says it)", "")]
    return [(each.duty, time_words(each)) for each in clock.deadlines]


def _ask(here: _Book) -> None:
    rows = [
        (
            str(number),
            name(here.data_map, "party", each.party),
            each.standing.words,
            "yes" if each.standing.searched and each.concerned else "no",
            _names(here, "data", each.data),
            _names(here, "system", (one.system for one in each.resting)),
            whole(each.ask),
            each.provision,
            _names(here, "party", (*each.through, *each.teams)),
            "\n".join(plain(one) for one in each.contracts),
            "\n".join(kept_for_words(one, here.data_map) for one in each.kept),
            EXPECTED if each.expected else _names(here, "data", each.unconfirmed),
        )
        for number, each in enumerate((*here.plan.searched, *here.plan.known), start=1)
    ]
    headings = (
        "No.", "Party", "Standing", "Ask", "What to ask for", "Systems", "What to do", "Provision",
        "Through whom", "Contract", "How long it is kept", "Not confirmed",
    )  # fmt: skip
    _tracked(here, "Ask", headings, rows, (5, 22, 14, 5, 34, 20, 30, 16, 16, 18, 24, 16), _PROGRESS)


def _tell(here: _Book) -> None:
    rows = [
        (
            str(number),
            name(here.data_map, "party", each.party),
            TELLING[each.kind],
            _names(here, "data", each.data),
            whole(each.says),
            weighed(each.provision, each.authority),
            _names(here, "party", each.senders),
            EXPECTED if each.expected else "",
        )
        for number, each in enumerate(here.plan.tells, start=1)
    ]
    headings = (
        "No.", "Recipient", "How", "About what", "Why, and by whom", "Provision", "Got it from",
        "Not confirmed",
    )  # fmt: skip
    _tracked(here, "Tell", headings, rows, (5, 28, 18, 40, 44, 20, 22, 14), _TOLD)


def _rights(here: _Book) -> None:
    rows = (tuple(map(_words, row)) for row in reach_rows(here.plan, here.data_map))
    headings = ("Activity", "Basis", "Reach", "Why", "Provision")
    _listing(here, "Rights by activity", headings, rows, (38, 32, 18, 60, 28))


def _hold_back(here: _Book) -> None:
    rows = (
        (
            each.concern.value,
            whole(each.says),
            _names(here, "data", each.data),
            _names(here, "party", each.others),
            _names(here, "activity", each.activities),
            weighed(each.provision, each.authority),
        )
        for each in here.plan.held_back
    )
    headings = ("What", "Why", "Data", "Other people", "Activities", "Provision")
    _listing(here, "Hold back", headings, rows, (22, 56, 44, 28, 36, 28))


def _keep(here: _Book) -> None:
    rows = (tuple(map(_words, row)) for row in kept_rows(here.plan, here.data_map))
    _listing(here, "Keep", ("What", "Why, and how long", "Provision"), rows, (48, 80, 32))


def _portable(here: _Book) -> None:
    rows = (tuple(map(_words, row)) for row in portable_rows(here.plan, here.data_map))
    headings = ("Activity", "What the person gave", "What the activity makes or observes")
    _listing(here, "Portable", headings, rows, (44, 60, 60))


def _questions(here: _Book) -> None:
    rows = (
        (str(number), whole(each.says), listed(plain(here.data_map.name(one)) for one in each.about), "")
        for number, each in enumerate(here.plan.questions, start=1)
    )
    _listing(here, "Questions", ("No.", "Question", "About", "Answer"), rows, (6, 80, 40, 50))


def _names(here: _Book, kind: str, entries: Iterable[str]) -> str:
    return listed(name(here.data_map, kind, entry) for entry in entries)


def _words(cell: Iterable[Sentence]) -> str:
    return "\n".join(sentence.text for sentence in cell)
