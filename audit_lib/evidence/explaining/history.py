"""What the sources say of one person: restrictions, deletions, consents, requests, and what has ended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...model.evidence_source import SourceKind
from ...model.restriction import Ground


class Restricted(NamedTuple):
    """A restriction from a moment to before another, in microseconds since 1970 UTC; None is without an end.

    Where `data` or `activities` are empty, all are meant.
    """

    source: str
    ground: Ground
    since: int
    until: int | None = None
    data: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()


class Consented(NamedTuple):
    """A consent to a purpose from a moment to before another."""

    source: str
    purpose: str
    since: int
    until: int | None = None


class Deleted(NamedTuple):
    """Data that a holder says it has deleted at a moment."""

    source: str
    holder: str
    data: str
    at: int


class Asked(NamedTuple):
    """What an authority asked for about the person, and when."""

    source: str
    recipient: str
    at: int


class Ended(NamedTuple):
    """The end, at a moment, of what starts some retention periods; None: it is still going on."""

    source: str
    starts: tuple[str, ...]
    at: int | None


class History(NamedTuple):
    """All that is known about one person.

    `kinds` are the kinds of sources that were read, `consented` the purposes of which some consent source
    holds rows, of whomever, and `started` the retention statements whose start a source records.
    """

    kinds: frozenset[SourceKind] = frozenset()
    consented: frozenset[str] = frozenset()
    started: frozenset[str] = frozenset()
    restrictions: tuple[Restricted, ...] = ()
    consents: tuple[Consented, ...] = ()
    deletions: tuple[Deleted, ...] = ()
    requests: tuple[Asked, ...] = ()
    ends: tuple[Ended, ...] = ()

    def with_restrictions(self, more: Iterable[Restricted]) -> History:
        """Return the same with what registers of restrictions hold, and that they were asked."""
        asked = self.kinds | {SourceKind.RESTRICTIONS}
        return self._replace(kinds=asked, restrictions=(*self.restrictions, *more))
