"""What a breach of a party or a system reaches: whose data, who gets it, who gave it, who answers for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .flow import Role
from .noun import Count, Gap, Id, Noun, Said
from .party import Vulnerability


class ExposedPeople(Noun):
    """People of one kind whose data the hit party or system has.

    `data` are the categories in map order; `number` is how many of these people there are, as the map knows
    it (an upper bound of the people concerned). `systems`, `activities` and `flows` are where the data
    rests, what it is used for, and how it came. `unconfirmed` are the categories that only entries put
    there which nobody has confirmed.
    """

    subject: Id
    data: tuple[Id, ...]
    number: Gap | Count = Gap.NOT_STATED
    vulnerability: tuple[Vulnerability, ...] = ()
    systems: tuple[Id, ...] = ()
    activities: tuple[Id, ...] = ()
    flows: tuple[Id, ...] = ()
    unconfirmed: tuple[Id, ...] = ()

    @property
    def expected(self) -> bool:
        """Whether nothing confirmed puts any of the data there."""
        return len(self.unconfirmed) == len(self.data)


class Reached(Noun):
    """A party that gets exposed data from the hit one, or from which the hit one gets it.

    `steps` counts the flows on the shortest way; `flows` are those that reach the party, by which it gets
    or gives `data` about `subjects`. `role` is that of the recipient in the first of them.
    """

    party: Id
    steps: Annotated[int, Field(ge=1)]
    data: tuple[Id, ...]
    subjects: tuple[Id, ...]
    flows: tuple[Id, ...]
    role: Role
    expected: bool = False


class Answerable(Noun):
    """A controller who answers for exposed data, and what the hit party is to it.

    `role` is the role of the party that was hit (of a system: its operator) toward this controller: a
    processor or sub-processor of it, a joint controller with it, a part of it (`internal`), or a controller
    that answers for itself. `ours` says that the controller is that of the map or a part of it.
    """

    party: Id
    role: Role
    ours: bool
    data: tuple[Id, ...]
    subjects: tuple[Id, ...]
    activities: tuple[Id, ...] = ()
    expected: bool = False


class BlastRadius(Noun):
    """What a breach of a party or a system exposes, about whom, and how far it reaches.

    `operator` is the party that was hit, or that runs the system. `unseen` are data categories that were
    named and that the map does not show there; they count as exposed all the same for severity, because the
    map may be wrong.
    """

    hit: str
    name: Said
    operator: Id
    exposed: tuple[ExposedPeople, ...] = ()
    downstream: tuple[Reached, ...] = ()
    upstream: tuple[Reached, ...] = ()
    answerable: tuple[Answerable, ...] = ()
    unseen: tuple[Id, ...] = ()
    unseen_subjects: tuple[Id, ...] = ()
    questions: tuple[Said, ...] = ()

    @property
    def data(self) -> tuple[str, ...]:
        """The exposed categories, each once, those that the map does not show there last."""
        return tuple(dict.fromkeys([*(name for row in self.exposed for name in row.data), *self.unseen]))

    @property
    def subjects(self) -> tuple[str, ...]:
        """The kinds of people whose data is exposed."""
        return tuple(row.subject for row in self.exposed)

    @property
    def expected(self) -> bool:
        """Whether nothing confirmed puts any of the data there."""
        return bool(self.exposed) and all(row.expected for row in self.exposed)
