"""A map taken apart, so that the steps of a change can be made to it one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..errors import Place
from ..model.change import ChangeEntry
from ..model.consistency import FIELDS
from ..model.data_map import KINDS, SECTIONS, DataMap
from ..model.notice import Clause
from ..model.noun import Noun

#: Entries that the notice calls by name: they stay as names while a claim of it names them.
NAMED: Final = ("party", "data", "purpose", "channel")

#: The kinds of entries that others can name at all; nothing names a flow.
NAMEABLE: Final = frozenset(kind for kinds in FIELDS.values() for kind in kinds)

#: The fields that can name an entry, by kind of noun and of entry, as far as they have been asked for.
_NAMING: Final[dict[tuple[Any, str], tuple[str, ...]]] = {}


class WorkingCopy:
    """The entries of a map by reference, in their order, for `apply_change` alone to change.

    It is the one place that is not frozen; no one else ever sees it.
    """

    def __init__(self, data_map: DataMap) -> None:
        self.origin = data_map
        self.info = data_map.info
        self.risk_model = data_map.risk_model
        self.entries: dict[str, Any] = dict(data_map.entries())
        self.places: dict[str, Place] = dict(data_map.places)

    def names(self, reference: str) -> Iterator[tuple[str, Any, str]]:
        """Yield (reference, noun, field) for every field of an entry or head that names an entry.

        Claims are left out: `claimed` finds those.
        """
        kind, _, wanted = reference.partition(":")
        if kind not in NAMEABLE:
            return
        heads = [("map", self.info), *([("notice", self.origin.notice)] if self.origin.notice else [])]
        for other, noun in [*heads, *self.entries.items()]:
            if other == reference:
                continue
            for field in naming_fields(type(noun), kind):
                value = getattr(noun, field)
                if wanted in value if isinstance(value, tuple) else wanted == value:
                    yield other, noun, field

    def claimed(self, reference: str) -> list[str]:
        """Return the clauses of which a claim names an entry."""
        kind, _, wanted = reference.partition(":")
        if kind not in NAMEABLE:
            return []
        return [
            clause
            for clause, noun in self.entries.items()
            if clause.startswith("clause:") and wanted in claimed_by(noun, kind)
        ]

    def put(self, reference: str, noun: Noun, place: Place | None = None) -> None:
        """Put an entry in, in place of the one that has its reference or behind all others."""
        self.entries[reference] = noun
        if place is not None:
            self.places[reference] = place

    def update(self, reference: str, **fields: Any) -> None:
        """Give fields of an entry, or of the head of the map, other values."""
        if reference == "map":
            self.info = self.info.model_copy(update=fields)
        else:
            self.entries[reference] = self.entries[reference].model_copy(update=fields)

    def drop(self, reference: str) -> None:
        """Take an entry out."""
        del self.entries[reference]
        self.places.pop(reference, None)

    def replan(self, name: str, by: str | None) -> None:
        """Put another id, or none, in the place of one in the planned measures; one for nothing ends."""
        if self.risk_model is None:
            return
        kept = []
        for planned in self.risk_model.measures:
            fields = {
                field: tuple(
                    dict.fromkeys(each for one in value if (each := by if one == name else one) is not None)
                )
                for field in ("parties", "systems", "data", "activities")
                for value in (getattr(planned, field),)
            }
            if any(fields.values()):
                kept.append(planned.model_copy(update=fields))
        self.risk_model = self.risk_model.model_copy(update={"measures": tuple(kept)})

    def data_map(self) -> DataMap:
        """Return the map that the entries now make; pydantic refuses it if they do not fit together."""
        sections: dict[str, list[Any]] = {section: [] for section in KINDS}
        for reference, noun in self.entries.items():
            sections[_section(reference)].append(noun)
        kept = {
            name: getattr(self.origin, name)
            for name in DataMap.model_fields
            if name not in KINDS and name not in ("info", "places", "risk_model")
        }
        return DataMap.model_validate(
            {**kept, **{name: tuple(found) for name, found in sections.items()}}
            | {"map": self.info, "places": self.places, "risk_model": self.risk_model}
        )


def _section(reference: str) -> str:
    return SECTIONS[reference.partition(":")[0]]


def naming_fields(noun: Any, kind: str) -> tuple[str, ...]:
    """Return the fields of a noun in which the id of an entry of a kind can stand.

    >>> from audit_lib.model.flow import Flow
    >>> naming_fields(Flow, "party")
    ('sender', 'recipient', 'subjects')
    """
    if (noun, kind) not in _NAMING:
        wanted = {kind, "subject"} if kind == "party" else {kind}
        _NAMING[noun, kind] = tuple(name for name in noun.model_fields if wanted & set(FIELDS.get(name, ())))
    return _NAMING[noun, kind]


def claimed_by(clause: Clause, kind: str) -> set[str]:
    """Return the ids of the entries of a kind that the claims of a clause name.

    >>> clause = Clause.model_validate({"id": "c-001", "heading": "Us", "place": "1.1", "gist": "Who we are",
    ...     "fingerprint": "0" * 16, "sketch": "0" * 64,
    ...     "claims": [{"kind": "controller-named", "name": "Agent", "parties": ["agent"]}]})
    >>> claimed_by(clause, "party")
    {'agent'}
    """
    found: set[str] = set()
    for claim in clause.claims:
        for field in naming_fields(type(claim), kind):
            value = getattr(claim, field)
            found.update(value if isinstance(value, tuple) else [] if value is None else [value])
    return found


def spelt(step: ChangeEntry, noun: type[Noun]) -> dict[str, Any]:
    """Return the fields that a step gives an entry, under the names that the model has for them."""
    names = {field.alias or name: name for name, field in noun.model_fields.items()}
    return {names[key]: value for key, value in step.fields.items() if key in names}
