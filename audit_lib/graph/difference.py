"""What is different between two maps: the answer to `compare_maps`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple


class FieldChange(NamedTuple):
    """A field of an entry, under the name that the files use, with its plain value before and after."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry ("flow:rent"), or a head ("map", "notice"), whose fields differ."""

    reference: str
    fields: tuple[FieldChange, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the change as plain values."""
        return {"reference": self.reference, "fields": [field._asdict() for field in self.fields]}


class Exposed(NamedTuple):
    """A category that a party can come to hold, and the party."""

    category: str
    party: str


@dataclass(frozen=True, slots=True)
class MapDifference:
    """What was added, removed and changed between two maps, and whom it exposes to what.

    It is true if the maps differ at all, and false if they say the same.

    Attributes
    ----------
    added, removed
        References of entries, such as "flow:rent"; decisions as "decision:" with the id of the finding, heads
        as "notice" or "risk_scale". Section after section, in the order of the new and the old map.
    changed
        What stands in both maps but says something else.
    reordered
        Sections, as the files call them, whose common entries stand in another order.
    gained, lost
        The categories that parties can come to hold only in the new, or only in the old map. What people hold
        of themselves is left out: a new kind of residents is not exposed to its own data.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[EntryChange, ...]
    reordered: tuple[str, ...]
    gained: tuple[Exposed, ...]
    lost: tuple[Exposed, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.reordered)

    def as_json(self) -> dict[str, Any]:
        """Return the difference as an object for JSON."""
        return {
            "added": list(self.added),
            "removed": list(self.removed),
            "changed": [change.as_json() for change in self.changed],
            "reordered": list(self.reordered),
            "gained": [pair._asdict() for pair in self.gained],
            "lost": [pair._asdict() for pair in self.lost],
        }
