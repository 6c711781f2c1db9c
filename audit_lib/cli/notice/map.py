"""`privacy-audit notice map`: drafts a data map from a notice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import ParameterError
from ...model.noun import Entry
from ..faults import command
from ..options import AsOfOption, NoticeArgument, day
from ..plain import console, line

if TYPE_CHECKING:
    from ...model.data_map import DataMap


@command
def notice_map(
    notice: NoticeArgument,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder of the new map.")],
    map_id: Annotated[
        str | None,
        typer.Option(
            "--id", metavar="ID", help="The id of the map (default: the folder's name).", show_default=False
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="The title of the map.", show_default=False)
    ] = None,
    as_of: AsOfOption = None,
) -> int:
    """Draft a data map from a notice: candidates for a person to correct, each with its sentence.

    Every entry says how sure it is (`confidence`) and where it comes from (`stance`, `clauses`). Take the
    `confidence` out of an entry once you have checked it.
    """
    from ...files.read_notice import read_notice
    from ...files.write_map import write_map
    from ...notice.candidates.draft_map import draft_map

    when = day(as_of)
    drafted = draft_map(read_notice(notice), map_id=_id(map_id, out), title=title or notice.stem, as_of=when)
    files = write_map(drafted, out)
    _say(drafted, files, out)
    return 0


def _id(given: str | None, out: Path) -> str:
    """Return the id that was given, if it is one, or one made from the folder's name."""
    if given is None:
        return re.sub(r"[^a-z0-9]+", "-", out.resolve().name.lower()).strip("-")[:80].strip("-") or "notice"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", given) or len(given) > 80:
        raise ParameterError.at("--id", f'"{given}" is no id: write small letters, digits and hyphens.')
    return given


def _say(drafted: DataMap, files: tuple[Path, ...], out: Path) -> None:
    page = console()
    for file in files:
        line(f"{file}", to=page)
    entries = (
        ("parties", drafted.parties),
        ("data categories", drafted.data),
        ("purposes", drafted.purposes),
        ("activities", drafted.activities),
        ("flows", drafted.flows),
        ("clauses", drafted.clauses),
    )
    line(", ".join(f"{len(found):,} {name}" for name, found in entries), to=page)
    sure = Counter(
        entry.confidence.value
        for _, entry in drafted.entries()
        if isinstance(entry, Entry) and entry.confidence
    )
    said = ", ".join(f"{sure[word]} {word}" for word in ("certain", "likely", "ask") if sure[word])
    line((f"Candidates for a person to check: {said or 'none'}.", "quiet"), to=page)
    line((f"Next: correct the files, then privacy-audit check {out}", "quiet"), to=page)
