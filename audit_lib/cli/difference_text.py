"""The difference of two audits for a person at a terminal, and as annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rich.console import Console

from .github import annotation, workflow_commands
from .plain import line

if TYPE_CHECKING:
    from ..difference.difference import AuditDifference
    from ..model.difference import Letter

#: How many items of a part a page shows; of folded parts fewer.
MOST: Final = 8
MOST_FOLDED: Final = 5

_STYLES: Final = {
    "high": "high", "medium": "medium", "low": "low", "missing": "high", "up": "high", "down": "good",
    "+": "good", "-": "high", "recorded": "good",
}  # fmt: skip


def write_difference(
    difference: AuditDifference, title: str, letter: Letter | None, page: Console, *, whole: bool
) -> None:
    """Print the difference as a memo of about a page, or with all that it has to say.

    >>> import datetime as dt, io
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> out = io.StringIO()
    >>> write_difference(compare_audits(audit, audit), "Twice the same", None, console(out), whole=False)
    >>> out.getvalue().splitlines()[:2]
    ['Twice the same', 'Nothing is different.']
    """
    from ..views.difference_memo import memo, verdict

    line(title, to=page)
    line(verdict(difference), to=page)
    for part in memo(difference):
        line(to=page)
        line((part.heading, "good"), (f" ({len(part.items)})" if part.folded else "", "quiet"), to=page)
        most = len(part.items) if whole else MOST_FOLDED if part.folded else MOST
        for item in part.items[:most]:
            style = _STYLES.get(item.mark, "quiet")
            mark = (
                [(f"{item.mark.upper() if style in ('high', 'medium', 'low') else item.mark}  ", style)]
                if item.mark
                else []
            )
            line("  ", *mark, item.text, to=page, hang=4)
            if item.fine:
                line((f"      {item.fine}", "quiet"), to=page)
        rest = len(part.items) - most
        if rest > 0:
            line((f"  and {rest:,} more (all of them with --whole)", "quiet"), to=page)
    if letter is not None:
        _letter(letter, page, whole=whole)


def _letter(letter: Letter, page: Console, *, whole: bool) -> None:
    line(to=page)
    gaps = f"{letter.gaps} gap{'' if letter.gaps == 1 else 's'} to fill"
    line(("A text to tell people", "good"), f" ({gaps}{'' if whole else '; print it with --whole'})", to=page)
    for paragraph in letter.paragraphs if whole else ():
        line(to=page)
        for text in paragraph.split("\n"):
            line(f"  {text}", to=page)


def workflow_notes(difference: AuditDifference) -> Iterator[str]:
    """Yield workflow commands: new findings where they stand, and what must be told or agreed.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> list(workflow_notes(compare_audits(audit, audit)))
    []
    """
    yield from workflow_commands(difference.found)
    for news in difference.must_tell:
        yield _annotation(
            difference, "warning", "People must be told first", f"{news.what} [{news.law}]", news.about
        )
    for need in difference.contracts:
        if need.missing:
            yield _annotation(
                difference, "warning", "An agreement is missing", f"{need.what} [{need.law}]", need.about
            )
    for said in difference.still_said:
        what = f"{said.gist} {said.why}"
        yield _annotation(difference, "notice", "The notice must change", what, (f"clause:{said.clause}",))


def _annotation(
    difference: AuditDifference, level: str, title: str, message: str, about: tuple[str, ...]
) -> str:
    """Return one command at the place of the later map where the first known thing stands."""
    places = difference.after.data_map.places
    known = (places[reference] for reference in (*about[1:], *about[:1]) if reference in places)
    return annotation(level, title, message, next(known, None))
