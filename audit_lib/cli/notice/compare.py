"""`privacy-audit notice compare`: a mapped notice against its new text."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console

from ..faults import command
from ..options import MapArgument, TextOrJson, load
from ..plain import console, line, write_json

if TYPE_CHECKING:
    from ...model.notice_change import NoticeChange, SentenceChange

_MARK: Final = {"reworded": "~", "removed": "-", "moved": ">"}
_STYLE: Final = {"reworded": "medium", "removed": "high", "moved": "quiet", "added": "good"}


class FailOnChange(StrEnum):
    """What makes the exit status 1."""

    SIGNIFICANT = "significant"
    CHANGED = "changed"
    NEVER = "never"


@command
def notice_compare(
    data_map: MapArgument = None,
    *,
    new: Annotated[Path, typer.Option("--notice", metavar="NEW", help="The notice as it stands now.")],
    old: Annotated[
        Path | None,
        typer.Option(
            "--old",
            metavar="OLD",
            help="The notice as it was mapped; with it, the old words are shown.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
    fail_on: Annotated[
        FailOnChange, typer.Option("--fail-on", help="What is a failure.")
    ] = FailOnChange.SIGNIFICANT,
) -> int:
    """Compare a mapped notice with its new text: what changed, what loses its ground, whom to tell.

    The old text is not needed: the map's fingerprints and sketches know each sentence again.
    """
    from ...files.read_notice import read_notice
    from ...notice.drift.compare import compare_notice

    read = load(data_map)
    change = compare_notice(read, read_notice(new), read_notice(old) if old else None)
    if output is TextOrJson.JSON:
        write_json(change.as_json())
    else:
        write_change(change, console())
    changed = any(each.standing is None or each.standing.value != "unchanged" for each in change.changes)
    failed = {"significant": change.must_tell, "changed": changed, "never": False}
    return int(failed[fail_on.value])


def write_change(change: NoticeChange, page: Console) -> None:
    """Print what has changed in a notice, for a person.

    >>> import io
    >>> from audit_lib.model.notice_change import NoticeChange
    >>> page = io.StringIO()
    >>> write_change(NoticeChange(changes=(), lost=(), significant=()), console(page))
    >>> page.getvalue().splitlines()[-1]
    'Nothing that people must be told of.'
    """
    counts = change.as_json()["counts"]
    line(", ".join(f"{number} {word}" for word, number in counts.items()), to=page)
    for each in change.changes:
        _sentence(each, page)
    if change.lost:
        line(to=page)
        line("What loses its ground", to=page)
    for lost in sorted(change.lost, key=lambda one: not one.all_gone):
        how = "no sentence left as it was" if lost.all_gone else "a part"
        line(f"  {lost.name}", (f"  {lost.reference}: {how} ({', '.join(lost.clauses)})", "quiet"), to=page)
    line(to=page)
    for reason in sorted(change.significant, key=lambda one: -one.severity.rank):
        severity = reason.severity.value
        asked = " (ask)" if reason.confidence.value == "ask" else ""
        line((severity.upper().ljust(7), severity), f"{reason.what}{asked}", to=page)
        where = ", ".join([*reason.clauses, *reason.places])
        line(("       " + reason.kind.value + (f", {where}" if where else ""), "quiet"), to=page)
    if change.must_tell:
        line("People must be told of this before it takes effect (UK GDPR Art. 13(3), 5(1)(a)).", to=page)
    else:
        line("Nothing that people must be told of.", to=page)


def _sentence(change: SentenceChange, page: Console) -> None:
    standing = change.standing.value if change.standing else "added"
    if standing == "unchanged":
        return
    where = change.clause or change.place or ""
    alike = (
        f" (likeness {change.likeness:.2f})" if standing == "reworded" and change.likeness is not None else ""
    )
    line(f"  {_MARK.get(standing, '+')} ", (f"{standing}{alike}", _STYLE[standing]), f"  {where}", to=page)
    before = change.old_text or (f"[{change.gist}]" if change.gist else "")
    if standing != "moved":
        if before:
            line("      was ", before, to=page)
        if change.text:
            line("      is  ", change.text, to=page)
