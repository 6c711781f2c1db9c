"""`privacy-audit incident update`: what has become known of a breach, or been done about it, since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import Fault, ParameterError
from .. import register_options
from ..faults import command
from ..options import load
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from ..request.options import stop_if, told_as_typed
from .assess import IncidentMapOption
from .breach_text import warn_of_names, write_record
from .facts import FACTS, NEWS, Given, with_options

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from ...model.breach import BreachRecord
    from ...model.circumstances import Circumstances
    from ...model.incident import IncidentAssessment

BreachArgument = Annotated[str, typer.Argument(metavar="ID", help="The entry, such as B-2026-0001.")]

#: What an entry is about cannot change: another party or system is another breach.
_NEW_FACTS = {name: kind for name, kind in FACTS.items() if name not in ("party", "system")}


@command
@with_options(NEWS, _NEW_FACTS)
def incident_update(
    number: BreachArgument,
    *,
    given: Given,
    data_map: IncidentMapOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Say who has been told of a breach, and what has become known of it; new facts are assessed again.

    What is left out stays as it is; --measure adds to the measures. Exit status: 0 updated, 2 something given
    cannot be used, and nothing was changed.
    """
    from ...incidents.breaches import read_breach, update_breach

    faults: list[Fault] = []
    change = given.change(faults)
    at = register_options.now()
    with opened(register, key_file, passphrase_file) as store:
        if given.texts:
            warn_of_names()
        seen = read_breach(store, number)
        known = given.circumstances(faults, seen.circumstances) if given.facts else None
        stop_if(faults)
        if known is not None:
            change = change.model_copy(update={"assessment": _again(known, seen, data_map, at)})
        with told_as_typed():
            made = update_breach(store, number, change, at=at, seen=seen)
    write_record(made, at)
    return 0


def _again(
    known: Circumstances, record: BreachRecord, data_map: Path | None, at: dt.datetime
) -> IncidentAssessment:
    """Assess a breach again, with the map that it was recorded with."""
    from ...incidents.assess import assess_incident
    from ...law.periods import LONDON

    read = load(data_map)
    if read.info.id != record.map_id:
        message = f'The entry was made with the map "{record.map_id}", and this is "{read.info.id}".'
        raise ParameterError.at("--map", message)
    with told_as_typed():
        return assess_incident(read, known, at.astimezone(LONDON).date())
