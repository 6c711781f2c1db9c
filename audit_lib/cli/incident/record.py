"""`privacy-audit incident record`: put a breach into the register, whether or not anybody is told of it."""

from __future__ import annotations

from ...errors import Fault
from .. import register_options
from ..faults import command
from ..options import load
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from ..request.options import or_stop, told_as_typed
from .assess import IncidentMapOption
from .breach_text import warn_of_names, write_record
from .facts import FACTS, NEWS, Given, with_options


@command
@with_options(FACTS, NEWS)
def incident_record(
    *,
    given: Given,
    data_map: IncidentMapOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Record a breach with its facts, effects and remedial action; every breach, also one told to nobody.

    It is assessed with the map, and what the assessment said is kept. Names do not belong into the register.
    Exit status: 0 recorded, 2 something given cannot be used, and nothing was recorded.
    """
    from ...incidents.assess import assess_incident
    from ...incidents.breaches import record_breach
    from ...law.periods import LONDON

    faults: list[Fault] = []
    found, change = given.circumstances(faults), given.change(faults)
    facts = or_stop(found, faults)
    at = register_options.now()
    read = load(data_map)
    with opened(register, key_file, passphrase_file) as store:
        if given.texts:
            warn_of_names()
        with told_as_typed():
            assessed = assess_incident(read, facts, at.astimezone(LONDON).date())
            made = record_breach(store, assessed, at=at, more=change)
    write_record(made, at)
    return 0
