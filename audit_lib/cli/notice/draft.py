"""`privacy-audit notice draft`: writes the notice that a map implies."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..document_files import checked_ending, write_by_ending
from ..faults import command
from ..options import AsOfOption, MapArgument, day, load
from ..plain import console, line


@command
def notice_draft(
    data_map: MapArgument = None,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="What to write: .md, .html or .docx.")],
    new_map: Annotated[
        Path | None,
        typer.Option(
            "--map-out",
            metavar="DIR",
            help="Also write the map as it is once this notice is published.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
) -> int:
    """Write, in plain English, the notice that the map implies.

    What the map does not know stands there as a gap for a person to fill; nothing is invented.
    """
    from ...files.write_map import write_map
    from ...notice.drafting.draft import draft_notice
    from ...notice.drafting.remap import remap

    checked_ending(out)
    when = day(as_of)
    read = load(data_map)
    draft = draft_notice(read, when)
    files = write_map(remap(read, draft), new_map) if new_map else ()
    write_by_ending(draft, out)
    page = console()
    gaps = f"{draft.gaps} gap{'' if draft.gaps == 1 else 's'} for a person to fill"
    line(f"{out}: {len(draft.sections)} sections, {gaps}", to=page)
    for file in files:
        line(f"{file}", to=page)
    return 0
