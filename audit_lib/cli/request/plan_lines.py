"""Lines and names of a plan that is written as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.authority import Authority
from ..plain import line, one_line, write_long

if TYPE_CHECKING:
    from rich.console import Console

    from ...model.data_map import DataMap


def rests(provision: str, authority: Authority) -> str:
    """Return what a statement rests on; that something is only advised or assumed is said.

    >>> rests("UK GDPR Art. 19", Authority.LAW), rests("WP 242 rev.01", Authority.GUIDANCE)
    ('[UK GDPR Art. 19]', '[WP 242 rev.01; guidance]')
    """
    return f"[{provision}{'' if authority is Authority.LAW else f'; {authority.value}'}]"


@dataclass(frozen=True)
class Writer:
    """A page, and the map from which names come."""

    page: Console
    data_map: DataMap

    def names(self, kind: str, entries: Iterable[str], most: int | None = None) -> str:
        """Return names in a row, with the number of those that are left out."""
        found = [one_line(self.data_map.name(f"{kind}:{entry}")) for entry in dict.fromkeys(entries)]
        if most is not None and len(found) > most + 1:
            found = [*found[:most], f"{len(found) - most} more"]
        separator = "; " if any("," in name for name in found) else ", "
        return separator.join(found)

    def data(self, atoms: Iterable[str]) -> str:
        """Return the fewest categories that say all of some in a row."""
        from ...rights.plan.facts import highest

        return self.names("data", highest(self.data_map, atoms))

    def party(self, entry: str, *, expected: bool) -> str:
        """Return the name of a party, marked where nobody has confirmed that it holds anything."""
        return f"{self.names('party', [entry])}{' (not confirmed)' if expected else ''}"

    def heading(self, text: str) -> None:
        """Write a heading after an empty line."""
        line(to=self.page)
        line((text, "good"), to=self.page)

    def say(self, text: str, indent: str = "  ", first: str | None = None, style: str = "") -> None:
        """Write a long text, indented."""
        write_long(text, to=self.page, first=indent if first is None else first, rest=indent, style=style)

    def head(self, text: str, provision: str, authority: Authority = Authority.LAW) -> None:
        """Write what holds for what follows beneath it, and what it rests on."""
        self.say(f"{text} {rests(provision, authority)}", "    ", "  ")
