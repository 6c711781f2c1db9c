"""`privacy-audit incident clock`: by when a personal data breach must be told, and to whom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..clock_text import answer
from ..faults import command
from ..options import TextOrJson, load
from .options import moment


@command
def incident_clock(
    *,
    aware: Annotated[
        str,
        typer.Option(
            "--aware", metavar="MOMENT", help="When the breach became known, as 2026-11-20T14:35 (London)."
        ),
    ],
    processor: Annotated[
        bool, typer.Option("--processor", help="The organisation processes the data for another.")
    ] = False,
    data_map: Annotated[
        Path | None,
        typer.Option(
            "--map", metavar="MAP", help="A data map, which names the regulator.", show_default=False
        ),
    ] = None,
    output: Annotated[
        TextOrJson, typer.Option("--format", help="For a person or for a program.")
    ] = TextOrJson.TEXT,
) -> int:
    """Say by when a breach must be told to the regulator, to people, or by a processor to its controller."""
    from ...law.breach_clock import breach_clock

    known = moment("--aware", aware)
    regulator = None
    if data_map is not None:
        read = load(data_map)
        regulator = read.name(f"party:{read.info.regulator}") if read.info.regulator else None
    return answer(lambda: breach_clock(known, processor=processor), output, regulator=regulator)
