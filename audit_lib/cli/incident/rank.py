"""`privacy-audit incident rank`: which parties and systems would expose most if they were breached."""

from __future__ import annotations

from typing import Annotated

import typer

from ..faults import command
from ..options import TextOrJson, load
from ..plain import write_json
from .assess import FormatOption, IncidentMapOption


@command
def incident_rank(
    *,
    data_map: IncidentMapOption = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Only so many rows.", show_default=False)
    ] = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Rank all parties and systems by what a breach of each would expose: people times severity."""
    from ...incidents.ranking import rank_exposure

    read = load(data_map)
    rows = rank_exposure(read)
    shown = rows[:limit]
    if output is TextOrJson.JSON:
        told = {
            "map": read.stamp,
            "count": len(rows),
            "rows": [row.model_dump(mode="json") for row in shown],
        }
        write_json(told)
        return 0
    from ..plain import console
    from .text import write_ranking

    write_ranking(shown, len(rows), console())
    return 0
