"""`privacy-audit measure`: the risks of a map in pounds a year."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from ..errors import ParameterError
from .faults import command
from .options import AsOfOption, MapArgument, TextOrJson, day, load
from .plain import write_json

#: The greatest seed: more than 64 bits tell no further years apart.
MOST_SEED: Final = 2**63 - 1


@command
def measure(
    data_map: MapArgument = None,
    *,
    years: Annotated[int, typer.Option("--years", metavar="N", help="How many years to simulate.")] = 100_000,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", help="The same seed gives the same numbers.")
    ] = 1,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
    as_of: AsOfOption = None,
) -> int:
    """Say what the risks cost in a year: before measures, as it is, and with the measures that are planned.

    What the map does not give (risk.yaml) is assumed; every assumption is listed with its range and source.
    """
    from ..risk.quantify import MOST_YEARS, quantify
    from ..rules.run import run_rules

    if not 1 <= years <= MOST_YEARS:
        raise ParameterError.at("--years", f"{years} is out of range: give 1 to {MOST_YEARS:,}.")
    if not 0 <= seed <= MOST_SEED:
        raise ParameterError.at("--seed", f"{seed} is out of range: give 0 to {MOST_SEED:,}.")
    when = day(as_of)
    read = load(data_map)
    found = quantify(read, run_rules(read, when).findings, years=years, seed=seed)
    if output is TextOrJson.JSON:
        write_json(found.as_json())
    else:
        from .measure_text import write_measured

        write_measured(found)
    return 0
