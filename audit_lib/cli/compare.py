"""`privacy-audit compare`: two versions of a map, from folders or from git."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import ParameterError
from .difference_text import workflow_notes, write_difference
from .faults import command
from .notice.compare import FailOnChange
from .options import AsOfOption, day
from .plain import console, write_json

if TYPE_CHECKING:
    from ..difference.difference import AuditDifference
    from ..model.data_map import DataMap
    from ..model.difference import Letter


class CompareFormat(StrEnum):
    """For whom the answer is."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"


@command
def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A folder, or a git revision as REV:path.")],
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", help="The same; left out with --at.", show_default=False),
    ] = None,
    *,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="REV",
            help="Compare the one folder with itself at a revision.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[CompareFormat, typer.Option("--format", help="How to answer.")] = CompareFormat.TEXT,
    fail_on: Annotated[
        FailOnChange, typer.Option("--fail-on", help="What is a failure.")
    ] = FailOnChange.SIGNIFICANT,
    whole: Annotated[bool, typer.Option("--whole", help="Print all of it, not a page.")] = False,
    as_of: AsOfOption = None,
) -> int:
    """Compare two versions of a map: what is different, and what that asks of the organisation.

    Significant is that people must be told, that an agreement is missing, or that a finding of high severity
    is new. A revision is read from git's objects; the work tree is not touched, and nothing of it is run.
    """
    from ..audit import run_audit
    from ..difference.audits import compare_audits
    from ..difference.tell import tell

    when = day(as_of)
    earlier, later = _two(old, new, at)
    difference = compare_audits(run_audit(earlier, when), run_audit(later, when))
    title = f"{later.info.title}: {_named(old, at)} and {_named(new or old, None)}"
    _write(difference, title, tell(difference), output, whole=whole)
    failed = {"significant": difference.significant, "changed": bool(difference), "never": False}
    return int(failed[fail_on.value])


def _named(given: str, at: str | None) -> str:
    return f"{at}:{given}" if at else given


def _two(old: str, new: str | None, at: str | None) -> tuple[DataMap, DataMap]:
    from ..files.git_revision import Revision, read_revision, read_version

    if at is not None and new is not None:
        raise ParameterError.at(
            "--at", "With --at, name one folder: it is compared with itself at the revision."
        )
    if at is not None:
        later = read_version(old)
        return read_revision(Revision(at, "./"), old), later
    if new is None:
        raise ParameterError.at("NEW", "Name two versions, or one folder and --at REV.")
    return read_version(old), read_version(new)


def _write(
    difference: AuditDifference, title: str, letter: Letter | None, output: CompareFormat, *, whole: bool
) -> None:
    from ..views.difference_markdown import difference_markdown

    if output is CompareFormat.JSON:
        answer = {**difference.as_json(), "letter": letter.text() if letter else None}
        write_json(answer)
    elif output is CompareFormat.MARKDOWN:
        sys.stdout.write(difference_markdown(difference, title, letter))
    elif output is CompareFormat.GITHUB:
        sys.stdout.write("".join(f"{said}\n" for said in workflow_notes(difference)))
    else:
        write_difference(difference, title, letter, console(), whole=whole)
