"""What is known of a breach, put together from options; everything that is wrong is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...errors import Fault, Place
from .options import adjustments, lost, moment_or_fault, overrides, yes_or_no

if TYPE_CHECKING:
    from ...model.circumstances import Circumstances


def read_circumstances(
    faults: list[Fault],
    *,
    moments: dict[str, str | None],
    answers: dict[str, bool | None],
    lost_parts: list[str] | None,
    adjusted: list[str] | None,
    decided: list[str] | None,
    **plain: Any,
) -> Circumstances | None:
    """Put options together into what is known of a breach; everything wrong is put with the other faults.

    `moments` and `answers` are by the name of the field, `plain` are fields as they are. Returns None if
    there is any fault.

    >>> told = []
    >>> given = dict(answers={}, lost_parts=None, adjusted=None, decided=None)
    >>> read_circumstances(told, moments={"aware": "2026-11-20T14:35"}, party="agent", **given).hit
    'party:agent'
    >>> read_circumstances(told, moments={"aware": "noon"}, **given) is None, [str(f.place) for f in told]
    (True, ['--aware', '--party'])
    """
    from pydantic import ValidationError

    from ...model.circumstances import Circumstances

    fields: dict[str, Any] = {name: value for name, value in plain.items() if value is not None}
    if ("party" in fields) == ("system" in fields):
        wrong = "Name what was hit with --party ID or --system ID, and not with both."
        faults.append(Fault(Place("--party"), wrong))
    read = {name: moment_or_fault(f"--{name}", text, faults) for name, text in moments.items()}
    fields.update({name: value for name, value in read.items() if value is not None})
    fields.update({name: yes_or_no(value) for name, value in answers.items()})
    fields.update(lost(lost_parts, faults))
    fields["adjustments"] = adjustments(adjusted, faults)
    fields["overrides"] = overrides(decided, faults)
    faults.sort(key=lambda fault: fault.place.file)
    if faults:
        return None
    try:
        return Circumstances(**fields)
    except ValidationError as error:
        for one in error.errors():
            name = str(one["loc"][0]) if one["loc"] else "party"
            option = {"subjects": "subject", "measures": "measure"}.get(name, name)
            odd = "it holds characters that do not belong there" if "pattern" in one["type"] else one["msg"]
            faults.append(Fault(Place(f"--{option}"), f"cannot be used: {odd}."))
        return None
