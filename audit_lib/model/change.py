"""A change that an organisation considers, written as text: what would be different, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, StringConstraints, model_validator

from ..errors import Place
from .activity import Activity
from .data import DataCategory
from .flow import Flow, Transfer
from .noun import DateOrGap, Gap, Id, Noun, Stance, Text, TextOrGap
from .party import Country, Party
from .purpose import Purpose
from .retention import Retention
from .rights import Channel, Right
from .safeguard import Safeguard
from .system import System

#: An entry of a map by kind and id, such as "flow:rent"; clauses of the notice are not for a change to touch.
Reference = Annotated[
    str,
    StringConstraints(
        pattern=r"^(party|system|data|purpose|activity|flow|retention|safeguard|right|channel):"
        r"[a-z0-9]+(-[a-z0-9]+)*$"
    ),
]


class Hanging(StrEnum):
    """What becomes of entries that cannot stand without one that goes: `refuse` lists them and stops."""

    REFUSE = "refuse"
    DROP = "drop"


def _recorded(value: object) -> object:
    """Fill in the stance of what is decided: known to the organisation, and in no notice yet."""
    if not isinstance(value, Mapping):
        return value
    filled = {"stance": Stance.RECORDED.value, **value}
    if isinstance(value.get("bases"), Sequence) and not isinstance(value["bases"], str):
        filled["bases"] = [_recorded(basis) for basis in value["bases"]]
    return filled


class Add(Noun):
    """Puts entries into the map: the sections and fields are those of the map's own files.

    An entry that says no stance is `recorded`: decided by the organisation, said by no clause. So rules judge
    it as a fact, and find that no notice tells it. What is only hoped for can be called `expected`.
    """

    kind: Literal["add"]
    parties: tuple[Party, ...] = ()
    systems: tuple[System, ...] = ()
    data: tuple[DataCategory, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    activities: tuple[Activity, ...] = ()
    flows: tuple[Flow, ...] = ()
    retention: tuple[Retention, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    rights: tuple[Right, ...] = ()
    channels: tuple[Channel, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_stances(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {
            key: [_recorded(entry) for entry in entries] if isinstance(entries, list) else entries
            for key, entries in value.items()
        }


class Remove(Noun):
    """Takes entries out of the map, of whatever kind, and their names out of every list.

    `hanging` says what becomes of entries that cannot stand without them: the flows of a party, the
    activities for a purpose. A party, a data category, a purpose or a channel that the notice still names
    stays in the map as a name, without any part; the published notice does not change by itself.
    """

    kind: Literal["remove"]
    entries: tuple[Reference, ...] = Field(min_length=1)
    hanging: Hanging = Hanging.REFUSE


class ReplaceParty(Noun):
    """Puts a party in the place of another: in flows, activities, systems and channels.

    What was agreed with the old one does not bind the new one: its safeguards end, and contract and transfer
    of every rerouted flow are those given here.
    """

    kind: Literal["replace-party"]
    party: Id
    by: Id
    contract: TextOrGap = Gap.NOT_STATED
    transfer: Transfer | Gap = Gap.NOT_STATED


class StopFlows(Noun):
    """Stops flows; the activity that they served goes on."""

    kind: Literal["stop-flows"]
    flows: tuple[Id, ...] = Field(min_length=1)


class NarrowFlow(Noun):
    """Lets a flow carry less than before: some of its data, or figures in its place.

    That it is less is for whoever writes the change to answer for; a clause that states the flow still covers
    it. Where it is more, or other data, `change` is the step.
    """

    kind: Literal["narrow-flow"]
    flow: Id
    data: tuple[Id, ...] = Field(min_length=1)


class ChangeEntry(Noun):
    """Changes fields of an entry: basis, retention, role, contract; each is replaced as a whole.

    An entry that a clause stated, and that now says something else than the clause, is `recorded` from then
    on, unless the fields say another stance.
    """

    kind: Literal["change"]
    entry: Reference
    fields: Mapping[str, Any] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _with_stances(cls, value: object) -> object:
        if not isinstance(value, dict) or not isinstance(value.get("fields"), dict):
            return value
        fields = value["fields"]
        if not isinstance(fields.get("bases"), list):
            return value
        return {**value, "fields": {**fields, "bases": [_recorded(basis) for basis in fields["bases"]]}}


class MoveSystem(Noun):
    """Moves a system to another country, with what makes the transfer lawful (UK GDPR Art. 44A to 49).

    Flows through the system to whoever runs it, or to another outsider, become transfers to that country.
    """

    kind: Literal["move-system"]
    system: Id
    to: Country
    mechanism: TextOrGap = Gap.NOT_STATED


#: One step of a change; `kind` says which.
Step = Annotated[
    Add | Remove | ReplaceParty | StopFlows | NarrowFlow | ChangeEntry | MoveSystem,
    Field(discriminator="kind"),
]


class Change(Noun):
    """What an organisation considers to do, as steps that are taken in their order.

    `takes_effect` is the day from which it holds.
    """

    id: Id
    title: Text
    why: Text | None = None
    takes_effect: DateOrGap = Gap.NOT_STATED
    steps: tuple[Step, ...] = ()
    _places: tuple[Place, ...] = PrivateAttr(default=())

    def at(self, places: tuple[Place, ...]) -> Change:
        """Return the change as one whose steps stand at these places of a file."""
        made = self.model_copy()
        made._places = places  # noqa: SLF001  a private field of this very class
        return made

    def place(self, step: int) -> Place:
        """Return where a step (from 0) stands; of a change that was read from no file, its number from 1."""
        return self._places[step] if step < len(self._places) else Place(f"{self.id}, step {step + 1}")
