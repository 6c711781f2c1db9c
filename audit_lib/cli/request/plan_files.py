"""The search plan of a request as a file: a document to work through, or a workbook to keep track in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..document_files import ENDINGS as DOCUMENTS
from ..document_files import checked_ending, write_by_ending
from ..plain import console, line

if TYPE_CHECKING:
    from ...model.data_map import DataMap
    from ...model.deadline import Clock
    from ...model.request_plan import RequestPlan

#: What a plan can be written as; the last is the one to keep track in.
ENDINGS: Final = (*DOCUMENTS, ".xlsx")


def check_plan_file(out: Path) -> Path:
    """Return the file if a plan can be written as it, by its ending.

    Raises
    ------
    ParameterError
        The ending is none of those known.

    >>> check_plan_file(Path("plan.pdf"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --out "plan.pdf" must end in .docx, .html, .md, .xlsx.
    """
    checked_ending(out, ENDINGS)
    return out


def write_plan(plan: RequestPlan, data_map: DataMap, out: Path, *, clock: Clock | None = None) -> None:
    """Write a search plan as its ending says, whole or not at all, and say in one line what it holds.

    With a clock it says by when, too.

    Raises
    ------
    ParameterError
        The ending is unknown; nothing is written.
    OutputError
        The file cannot be written.

    >>> import datetime as dt, tempfile
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.request_plan import RequestPlan
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="example", right=RightKind.ACCESS, subject="tenants",
    ...     as_of=dt.date(2026, 11, 22))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_plan(plan, example_map(), Path(folder) / "plan.md")
    /...plan.md: 0 to ask, 0 to tell; 0 open questions
    """
    from ...exports.plan_workbook import write_plan_workbook
    from ...rights.plan.document import plan_document

    if checked_ending(out, ENDINGS) == ".xlsx":
        write_plan_workbook(plan, data_map, out, clock=clock)
    else:
        write_by_ending(plan_document(plan, data_map, clock=clock), out)
    line(f"{out}: {_holds(plan)}", to=console())


def _holds(plan: RequestPlan) -> str:
    questions = "1 open question" if len(plan.questions) == 1 else f"{len(plan.questions)} open questions"
    return f"{len(plan.searched)} to ask, {len(plan.tells)} to tell; {questions}"
