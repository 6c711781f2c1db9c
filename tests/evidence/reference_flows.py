"""What a flow of the map covers of one observation: exactly, in general, or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from audit_lib.law.adequacy import home
from audit_lib.model.data_map import DataMap
from audit_lib.model.flow import Flow, Role, Transfer
from audit_lib.model.noun import Gap

from .reference_rows import Row

#: What an observation and a flow may not share, the gravest first, and how much each weighs.
PURPOSE, ROLE, BASIS, COUNTRY, TIME = 16, 8, 4, 2, 1
EXACT, GENERAL = "exact", "general"


class Nearest(NamedTuple):
    """A flow that covers sender, recipient and data, and in what else it differs; the least is nearest."""

    mismatches: int
    mask: int
    general: int
    position: int


class Covers:
    """The answers of one map. Where nothing is recorded, every flow covers it."""

    def __init__(self, data_map: DataMap) -> None:
        self.map = data_map
        self.seen: dict[tuple[str | None, ...], list[Nearest]] = {}

    def nearest(self, row: Row, day: dt.date) -> Nearest | None:
        """Return the nearest of the flows that cover sender, recipient and data, if any does."""
        if row.meaning not in self.seen:
            self.seen[row.meaning] = list(self.candidates(row))
        return min((self.with_time(each, day) for each in self.seen[row.meaning]), default=None)

    def candidates(self, row: Row) -> Iterator[Nearest]:
        for position, flow in enumerate(self.map.flows):
            ways = [self.sender(flow, row), self.recipient(flow, row), self.data(flow, row)]
            if not all(ways):
                continue
            country = self.country(flow, row)
            mask = (
                PURPOSE * (not self.same_purpose(flow, row))
                + ROLE * (not self.same_role(flow, row))
                + BASIS * (not self.same_basis(flow, row))
                + COUNTRY * (country is None)
            )
            yield Nearest(mask.bit_count(), mask, int(GENERAL in (*ways, country)), position)

    def with_time(self, nearest: Nearest, day: dt.date) -> Nearest:
        flow = self.map.flows[nearest.position]
        if (flow.since is None or flow.since <= day) and (flow.until is None or day <= flow.until):
            return nearest
        return nearest._replace(mismatches=nearest.mismatches + 1, mask=nearest.mask + TIME)

    # Who sends, who gets, what ----------------------------------------------------------------------

    def sender(self, flow: Flow, row: Row) -> str | None:
        if row.sender is None or self.one_part_of_other(row.sender, flow.sender):
            return EXACT
        operator = self.map.system[flow.via].operator if flow.via else None
        if row.sender == operator and row.sender in self.map.processors:
            return EXACT  # on behalf of the sender
        return GENERAL if flow.sender in self.classes(row.sender) else None

    def recipient(self, flow: Flow, row: Row) -> str | None:
        recipient = str(row.recipient)
        if self.one_part_of_other(recipient, flow.recipient):
            return GENERAL if self.map.party[flow.recipient].generic else EXACT
        return GENERAL if flow.recipient in self.classes(recipient) else None

    def data(self, flow: Flow, row: Row) -> str | None:
        if row.data in flow.data:
            return EXACT
        above = self.above(self.map.category, "parent", row.data)
        return GENERAL if any(each in flow.data for each in above) else None

    # What for, as what, on which basis, where to ------------------------------------------------------

    def same_purpose(self, flow: Flow, row: Row) -> bool:
        purpose = self.map.activity[flow.activity].purpose
        return row.purpose in (None, purpose) and row.activity in (None, flow.activity)

    def same_role(self, flow: Flow, row: Row) -> bool:
        return row.role is None or flow.role is Role.UNCLEAR or row.role == flow.role

    def same_basis(self, flow: Flow, row: Row) -> bool:
        bases = [each.basis for each in self.map.activity[flow.activity].bases]
        return row.basis is None or not bases or row.basis in bases

    def country(self, flow: Flow, row: Row) -> str | None:
        transfer = flow.transfer.country if isinstance(flow.transfer, Transfer) else None
        recipient = self.map.party[flow.recipient].country
        named = [each for each in (transfer, recipient) if each is not None and not isinstance(each, Gap)]
        if row.country in (None, home(self.map.info.jurisdiction), *named):
            return EXACT
        return GENERAL if isinstance(transfer, Gap) else None

    # Hierarchies --------------------------------------------------------------------------------------

    def one_part_of_other(self, one: str, other: str) -> bool:
        """Say whether two parties are the same, or one is part of the other, however many steps up."""
        above_one = self.above(self.map.party, "part_of", one)
        above_other = self.above(self.map.party, "part_of", other)
        return one == other or other in above_one or one in above_other

    def classes(self, party: str) -> Iterable[str]:
        return self.above(self.map.party, "recipient_class", party)

    @staticmethod
    def above(entries: Any, field: str, start: str | None) -> Iterator[str]:
        """Yield what stands above an entry, one step after the other, without the entry itself."""
        above = getattr(entries[start], field)
        while above is not None:
            yield above
            above = getattr(entries[above], field)
