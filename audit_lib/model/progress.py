"""What has become of the findings since an earlier run."""

from __future__ import annotations

import datetime as dt

from ..errors import Place
from .finding import Finding, Severity, Status
from .noun import Noun


class Known(Noun):
    """A finding as an earlier run told it: as much of it as is needed to know it again and to speak of it."""

    id: str
    rule: str
    title: str
    severity: Severity
    status: Status = Status.OPEN
    message: str = ""
    about: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def counts(self) -> bool:
        """Whether the finding was still to be dealt with."""
        return self.status in (Status.OPEN, Status.EXPIRED)


class EarlierRun(Noun):
    """What an earlier run found: in which map (its id), as of which day, and which findings."""

    map_id: str
    as_of: dt.date
    findings: tuple[Known, ...]


class Changed(Noun):
    """A finding that an earlier run told otherwise: of another severity or extent, or decided otherwise."""

    before: Known
    now: Finding

    @property
    def worse(self) -> bool:
        """Whether it has to be looked at again: graver, about more entries, or dealt with no longer."""
        if not self.now.counts:
            return False
        graver = self.now.severity.rank > self.before.severity.rank
        larger = bool(self.before.about) and not set(self.now.about) <= set(self.before.about)
        return graver or larger or not self.before.counts

    @property
    def how(self) -> str:
        """What has changed, in words such as "was medium, now high; about 2 more entries"."""
        said = []
        if self.now.severity is not self.before.severity:
            said.append(f"was {self.before.severity.value}, now {self.now.severity.value}")
        if self.now.status is not self.before.status:
            said.append(f"was {self.before.status.value}, now {self.now.status.value}".replace("-", " "))
        if self.before.about:
            more, fewer = (
                len(set(some) - set(others))
                for some, others in ((self.now.about, self.before.about), (self.before.about, self.now.about))
            )
            said += [
                f"about {number} {word} {'entry' if number == 1 else 'entries'}"
                for number, word in ((more, "more"), (fewer, "fewer"))
                if number
            ]
        return "; ".join(said)


class Progress(Noun):
    """Every finding of now and of an earlier run, once: new, changed, unchanged or closed.

    `since` is the day of the earlier run. `new` and `unchanged` are findings of now, `closed` those that no
    rule finds any more.
    """

    since: dt.date
    new: tuple[Finding, ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: tuple[Finding, ...] = ()
    closed: tuple[Known, ...] = ()

    @property
    def fresh(self) -> frozenset[str]:
        """The ids of what has to be looked at: what is new, and what has become worse."""
        worse = (change.now.id for change in self.changed if change.worse)
        return frozenset([*(finding.id for finding in self.new), *worse])
