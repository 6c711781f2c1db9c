"""`privacy-audit incident assess`: whom a breach reaches, how grave it is, and who must be told by when."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...errors import Fault, ParameterError, Place
from ..faults import command
from ..options import AsOfOption, TextOrJson, day, load
from ..plain import console, write_json
from .facts import FACTS, Given, with_options

IncidentMapOption = Annotated[
    Path | None,
    typer.Option("--map", metavar="MAP", help="The folder of the data map.", show_default=False),
]
FormatOption = Annotated[TextOrJson, typer.Option("--format", help="For a person or for a program.")]


@command
@with_options(FACTS)
def incident_assess(
    *,
    given: Given,
    data_map: IncidentMapOption = None,
    as_of: AsOfOption = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Assess a breach: what it exposes, how grave it is, who must be told, and by when.

    Name what was hit and when the breach became known; all else may follow. What is not known makes the
    answer a range, and comes back as a question.
    """
    from ...incidents.assess import assess_incident
    from .text import write_assessment

    faults: list[Fault] = []
    known = given.circumstances(faults)
    on = day(as_of)
    if faults or known is None:
        raise ParameterError(faults)
    read = load(data_map)
    try:
        found = assess_incident(read, known, on)
    except ParameterError as error:
        told = [Fault(Place(f"--{fault.place.file}"), fault.message) for fault in error.faults]
        raise ParameterError(told) from error
    if output is TextOrJson.JSON:
        shown = found.model_dump(mode="json", exclude={"map_id", "map_sha256"})
        write_json({"map": read.stamp, **shown})
    else:
        write_assessment(found, read, console())
    return 0
