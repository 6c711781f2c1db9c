"""What is assumed where a map says nothing better: every figure with its range, its reason and its source.

An event is one of three: a *store* of data is exposed, with many people in it; a *slip* exposes one or a
few; a *grievance* is a complaint or claim about what is done, without a breach. Defects of a notice are
grievances: the penalties of 2025 all followed breaches of security, and notices that fell short led to none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.assumption import AssumptionName as Name
from .assumed_effects import EFFECTS
from .assumed_frequencies import FREQUENCIES
from .assumed_losses import LOSSES
from .assumption import Assumption, Event, Frequency

__all__ = ["ASSUMPTIONS", "FREQUENCIES", "Assumption", "Event", "Frequency", "of_event"]

ASSUMPTIONS: Final[Mapping[Name, Assumption]] = {row.id: row for row in (*LOSSES, *EFFECTS)}


def of_event(event: Event, what: str) -> Name | None:
    """Return the assumption about a sort of event, or None where there is none of it.

    >>> of_event(Event.SLIP, "response").value, of_event(Event.GRIEVANCE, "told")
    ('slip-response', None)
    """
    name = f"{event}-{what}"
    return Name(name) if name in set(Name) else None
