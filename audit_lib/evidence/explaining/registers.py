"""What registers of restrictions hold about one person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ...law.periods import LONDON
from ...model.data_map import DataMap
from ...model.evidence_source import Evidence, Source, SourceFormat
from ..restrictions import bars_of_register, open_source
from .history import Restricted


class Unlocking(NamedTuple):
    """What opens a register: its key, else looked for beside it, and the passphrase if it has one."""

    key_file: Path | None = None
    passphrase: str | None = None


def registers_of(evidence: Evidence) -> tuple[Source, ...]:
    """Return the sources that are registers.

    >>> registers_of(Evidence(sources=()))
    ()
    """
    return tuple(source for source in evidence.sources if source.format is SourceFormat.REGISTER)


def restricted_in(
    root: Path, source: Source, data_map: DataMap, person: str | None, unlocking: Unlocking
) -> Iterator[Restricted]:
    """Yield the restrictions of a person in a register; it is opened even for nobody, to see that it can be.

    Raises
    ------
    InputError
        There is no register, or the key or passphrase is not the right one.

    >>> source = Source(id="list", kind="restrictions", name="List", format="register", files=["r.db"])
    >>> from audit_lib.graph.example import example_map
    >>> list(restricted_in(Path("no-such-map"), source, example_map(), "T-1", Unlocking()))
    Traceback (most recent call last):
    audit_lib.errors.InputError: no-such-map/r.db There is no register here. ...
    """
    people = [person] if person else []
    with open_source(root, source, **unlocking._asdict()) as register:
        found = bars_of_register(register, data_map, people, LONDON.key)
    for bar in found.bars:
        scope = found.scopes[bar.scope]
        yield Restricted(source.id, scope.ground, bar.since_us, bar.until_us, scope.data, scope.activities)
