"""What a party holds about one kind of people, and how it came by it."""

from __future__ import annotations

from .noun import Id, Noun


class Resting(Noun):
    """The categories about some people that rest in one system, in map order, to the last level."""

    system: Id
    data: tuple[Id, ...]


class Holding(Noun):
    """What one party can hold about one kind of people, once all flows about them have run.

    `data` are categories to the last level, in map order. Of them, `unconfirmed` it holds only if something
    is real that the map merely expects; `presumed` the map shows only as resting in systems, in rows that are
    about several kinds of people at once and so do not say whose data it is. `resting` says which systems
    that it operates hold which of the data, `activities` of which it is a controller create any of it, and
    `flows` bring any of it.
    """

    party: Id
    subject: Id
    data: tuple[Id, ...]
    unconfirmed: tuple[Id, ...] = ()
    presumed: tuple[Id, ...] = ()
    resting: tuple[Resting, ...] = ()
    activities: tuple[Id, ...] = ()
    flows: tuple[Id, ...] = ()

    @property
    def systems(self) -> tuple[str, ...]:
        """The ids of the systems of the party in which any of the data rests."""
        return tuple(one.system for one in self.resting)

    @property
    def expected(self) -> bool:
        """Whether it holds nothing about these people unless something is real that is only expected."""
        return len(self.unconfirmed) == len(self.data)
