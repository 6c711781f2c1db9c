"""What each observation earns, worked out row by row and as plainly as it can be said.

This is the specification of the judgement, written a second time: it shares nothing with the engine but the
nouns, what a word stands for and what a restriction blocks. It is slow, and meant to be read from top to
bottom. `reference_flows` says what a flow covers, `reference_promises` what people were promised. Moments are
whole microseconds since 1970, UTC; a day is a day of the zone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Final
from zoneinfo import ZoneInfo

import pandas as pd

from audit_lib.evidence.intake import Table
from audit_lib.law.restriction_rules import blocks
from audit_lib.model.activity import Basis
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import WORDS, Evidence, SourceKind
from audit_lib.model.flow import Flow
from audit_lib.model.party import PartyKind
from audit_lib.model.purpose import PurposeKind
from audit_lib.model.restriction import DataUse, Exemption, Ground
from audit_lib.model.verdict import Verdict

from .reference_flows import BASIS, COUNTRY, PURPOSE, ROLE, TIME, Covers, Nearest
from .reference_promises import Promises, end_of, holds, restriction, retention_rule
from .reference_rows import Row, Words, rows_of

EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MEANING: Final = ["source", *(column.value for column in WORDS)]
COLUMNS: Final = ["source", "id", "verdict", "flow", "for_purpose", "person", "at", *MEANING[1:]]


def judge(data_map: DataMap, evidence: Evidence, tables: Sequence[Table], zone: str) -> pd.DataFrame:
    """Return a row for each observation and each verdict that it earns: `source`, `id`, `verdict`.

    Beside these stand the `flow` that covers it or comes nearest, the purpose that it is for (`for_purpose`:
    recorded, or of that flow), the `person`, the moment `at` and what it says in ids of the map. `tables` are
    the sources of the evidence as the intake hands them on.
    """
    judgement = Judgement(data_map, evidence, tables, zone)
    found = [
        (row.source, row.id, verdict.value, flow and flow.id, purpose, row.person, row.at, *row.meaning)
        for row in judgement.rows(SourceKind.DISCLOSURES)
        for flow, verdicts in [judgement.verdicts(row)]
        for _, purpose in [judgement.work(row, flow)]
        for verdict in verdicts
    ]
    return pd.DataFrame(found, columns=COLUMNS, dtype=object)


class Judgement:
    """A map, and all that its observations are judged against."""

    def __init__(self, data_map: DataMap, evidence: Evidence, tables: Sequence[Table], zone: str) -> None:
        self.map, self.tables, self.zone = data_map, tables, ZoneInfo(zone)
        self.words, self.covers = Words(data_map), Covers(data_map)
        read = {table.source.id for table in tables}
        sources = [source for source in evidence.sources if source.id in read]
        starts = {source.id: source.starts for source in sources if source.kind is SourceKind.ENDS}
        asks = any(source.kind is SourceKind.REQUESTS for source in sources)
        self.promises = Promises(self.rows, starts, asks)
        self.rule = cache(partial(retention_rule, data_map, self.promises.started))

    def rows(self, kind: SourceKind) -> Iterator[Row]:
        for table in self.tables:
            if table.source.kind is kind:
                yield from rows_of(table, self.words)

    def day(self, at: int | None) -> dt.date:
        return (EPOCH + dt.timedelta(microseconds=at or 0)).astimezone(self.zone).date()

    def verdicts(self, row: Row) -> tuple[Flow | None, list[Verdict]]:
        """Return the flow that covers an observation or comes nearest, and all that it earns."""
        if row.unresolved or row.recipient is None or row.data is None:
            return None, [Verdict.UNRESOLVED]
        nearest = self.covers.nearest(row, self.day(row.at))
        flow = self.map.flows[nearest.position] if nearest else None
        earned = set(self.of_the_map(row, nearest))
        if row.person is not None:
            earned |= set(self.of_the_person(row, flow))
        return flow, [verdict for verdict in Verdict if verdict in earned]

    def work(self, row: Row, flow: Flow | None) -> tuple[str | None, str | None]:
        """Return activity and purpose of an observation: as recorded, else those of the nearest flow."""
        activity = row.activity or (flow.activity if flow else None)
        return activity, row.purpose or (self.map.activity[activity].purpose if activity else None)

    # What the map says ----------------------------------------------------------------------------------

    def of_the_map(self, row: Row, nearest: Nearest | None) -> Iterator[Verdict]:
        flows, covers = self.map.flows, self.covers
        if nearest is None:
            if any(covers.sender(flow, row) and covers.recipient(flow, row) for flow in flows):
                yield Verdict.UNDECLARED_CATEGORY
            elif any(covers.recipient(flow, row) and covers.data(flow, row) for flow in flows):
                yield Verdict.UNDECLARED_SENDER
            else:
                yield Verdict.UNDECLARED_RECIPIENT
            return
        if not nearest.mask:
            yield Verdict.DECLARED_IN_GENERAL if nearest.general else Verdict.DECLARED
        if nearest.mask & PURPOSE:
            between = [flow for flow in flows if covers.sender(flow, row) and covers.recipient(flow, row)]
            known = any(covers.same_purpose(flow, row) for flow in between)
            yield Verdict.PURPOSE_DIFFERS if known else Verdict.UNDECLARED_PURPOSE
        if nearest.mask & ROLE:
            yield Verdict.ROLE_DIFFERS
        if nearest.mask & BASIS:
            yield Verdict.BASIS_DIFFERS
        if nearest.mask & COUNTRY:
            yield Verdict.UNDECLARED_COUNTRY
        if nearest.mask & TIME:
            yield Verdict.OUTSIDE_TIME

    # What the person was promised -------------------------------------------------------------------------

    def of_the_person(self, row: Row, flow: Flow | None) -> Iterator[Verdict]:
        activity, purpose = self.work(row, flow)
        kind = self.map.purpose[purpose].kind if purpose else None
        yield from self.broken_restrictions(row, activity, kind)
        if self.deleted_before(row):
            yield Verdict.AFTER_DELETION
        if self.consent_missing(row, flow, purpose):
            yield Verdict.NO_CONSENT
        if self.request_missing(row, kind):
            yield Verdict.NO_REQUEST
        if row.sender not in self.map.individuals and self.kept_too_long(row, activity):
            yield Verdict.AFTER_RETENTION

    def broken_restrictions(
        self, row: Row, activity: str | None, kind: PurposeKind | None
    ) -> Iterator[Verdict]:
        exemption = Exemption.CONSENT if row.basis == Basis.CONSENT else None
        if kind is PurposeKind.LEGAL_CLAIMS:
            exemption = Exemption.CLAIMS
        marketing = kind is PurposeKind.DIRECT_MARKETING
        use = DataUse(str(row.data), activity, self.day(row.at), marketing, exemption)
        for listed in self.promises.restrictions.get(row.person, []):
            restricted = restriction(listed)
            if holds(listed, row.at) and blocks(restricted, use, self.map.below):
                objection = restricted.ground in (Ground.OBJECTION, Ground.MARKETING)
                yield Verdict.AFTER_OBJECTION if objection else Verdict.AFTER_RESTRICTION

    def deleted_before(self, row: Row) -> bool:
        """Say whether the sender had deleted this data about the person, or what it is part of, before."""
        return any(
            deleted.sender == row.sender and deleted.at < row.at and row.data in self.map.below[deleted.data]
            for deleted in self.promises.deletions.get(row.person, [])
            if deleted.sender is not None and deleted.data is not None
        )

    def consent_missing(self, row: Row, flow: Flow | None, purpose: str | None) -> bool:
        bases = {each.basis for each in self.map.activity[flow.activity].bases} if flow else set()
        needed = bases == {Basis.CONSENT} if row.basis is None else row.basis == Basis.CONSENT
        if not needed or purpose is None or purpose not in self.promises.consent_purposes:
            return False
        given = self.promises.consents.get((row.person, purpose), [])
        return not any(holds(consent, row.at) for consent in given)

    def request_missing(self, row: Row, kind: PurposeKind | None) -> bool:
        authority = self.map.party[str(row.recipient)].kind is PartyKind.AUTHORITY
        for_request = kind is PurposeKind.AUTHORITY_REQUESTS
        if not (authority and for_request and self.promises.asks_for_requests):
            return False
        made = self.promises.requests.get((row.person, row.recipient), [])
        return not any(asked.at <= row.at or self.day(asked.at) == self.day(row.at) for asked in made)

    def kept_too_long(self, row: Row, activity: str | None) -> bool:
        """Say whether a row lies later than the last day of the period for its data about the person."""
        rule = self.rule(str(row.data), activity)
        starts = self.promises.ends.get((row.person, rule.id), []) if rule else []
        if rule is None or not starts or any(start.at is None for start in starts):
            return False
        start = max(start.at for start in starts)
        return self.day(row.at) > end_of(self.day(start), str(rule.period))

    def late_deletions(self) -> int:
        """Count what was deleted later than its own retention allows."""
        deleted = [row for rows in self.promises.deletions.values() for row in rows]
        return sum(row.data is not None and self.kept_too_long(row, None) for row in deleted)
