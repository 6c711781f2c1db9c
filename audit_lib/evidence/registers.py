"""The restriction registers among the sources of a map, opened when the people of the logs are known."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from ..law.periods import LONDON
from ..model.data_map import DataMap
from ..model.evidence_source import Evidence, Source, SourceFormat
from ..model.finding import Skipped
from .restrictions import Bars, bars_of_register, open_source
from .suppression import THRESHOLD, is_small

#: What is said of the people of a register whom no log names.
NOWHERE: Final = "who stand in no log under the same name."


class Registers(NamedTuple):
    """The registers of restrictions that a comparison uses, and what opens them.

    Of fewer people than `threshold` no figure is told.
    """

    evidence: Evidence
    root: Path
    only: Collection[str] = ()
    key_file: Path | None = None
    passphrase: str | None = None
    threshold: int = THRESHOLD

    @property
    def sources(self) -> list[Source]:
        """The sources that are registers."""
        return [
            source
            for source in self.evidence.sources
            if source.format is SourceFormat.REGISTER and (not self.only or source.id in self.only)
        ]

    def bars(self, data_map: DataMap, people: Iterable[str | int]) -> tuple[list[Bars], list[Skipped]]:
        """Return what each register holds about these people, and what could not be used of it."""
        found, skipped = [], []
        known = list(people)
        for source in self.sources:
            with open_source(
                self.root, source, key_file=self.key_file, passphrase=self.passphrase
            ) as register:
                bars = bars_of_register(register, data_map, known, LONDON.key)
            found.append(bars)
            skipped += _told(source.id, bars, self.threshold)
        return found, skipped


def _told(source: str, bars: Bars, threshold: int) -> list[Skipped]:
    """Say what of a register reaches nobody, or names what the map does not have."""
    told = []
    if bars.strangers:
        why = (
            f"Some of its restrictions are of people, fewer than {threshold:,}, {NOWHERE}"
            if is_small(bars.strangers, bars.strange_people, threshold)
            else f"{bars.strangers:,} of its restrictions are of people {NOWHERE}"
        )
        told.append(Skipped(what=f"source {source}", why=why))
    if bars.unknown:
        why = f"It names what is not in the map: {', '.join(bars.unknown)}."
        told.append(Skipped(what=f"source {source}", why=why))
    return told
