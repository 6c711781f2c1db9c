"""What the claims of a mapped notice show of the things that people must be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from ..law.adequacy import HOME, adequate
from ..model.claim import (
    ArrangementTold,
    ChangePromised,
    Collected,
    ConsentHow,
    ControllerNamed,
    CookiesClaimed,
    DpoDenied,
    DpoNamed,
    InformingTimed,
    PurposeStated,
    RepresentativeNamed,
    RequirementStated,
    RetentionClaimed,
    SharingDemanded,
    SharingDenied,
    SharingPermitted,
    TransferClaimed,
    VersionStated,
)
from ..model.data_map import DataMap
from ..model.flow import Direction, Flow
from ..model.noun import Confidence, Gap, Stance
from ..model.party import PartyKind
from ..model.retention import Retention
from ..model.transparency import Effect, Sign
from .rights_signs import basis_signs, contacts, decision_signs, rights_signs, shows

Reader = Callable[[DataMap], Iterator[Sign]]


def claim_signs(data_map: DataMap, as_of: dt.date) -> tuple[Sign, ...]:
    """Return what the claims of a map's notice show of each transparency item, for `judge`.

    What nothing in the map can show is left to the words: A12-1, how plain the language is.

    >>> from audit_lib.graph.example import example_map
    >>> claim_signs(example_map(), dt.date(2026, 11, 22))
    ()
    """
    if not data_map.clauses:
        return ()
    found = [sign for reader in READERS for sign in reader(data_map)]
    found.extend(rights_signs(data_map, as_of))
    order = {clause.id: number for number, clause in enumerate(data_map.clauses)}
    return tuple(sorted(found, key=lambda sign: order.get(sign.at, -1)))


def _who(data_map: DataMap) -> Iterator[Sign]:
    for clause, named in data_map.said(ControllerNamed):
        yield shows("A13-1a", "name", clause)
        if not isinstance(named.address, Gap):
            yield shows("A13-1a", "contact", clause)
    for clause, _ in contacts(data_map):
        yield shows("A13-1a", "contact", clause)
    for clause, officer in data_map.said(DpoNamed):
        yield shows("A13-1b", "officer", clause)
        if officer.channels:
            yield shows("A13-1b", "contact", clause)
    for clause, _ in data_map.said(DpoDenied):
        why = "The notice says that there is no data protection officer."
        yield Sign(item="A13-1b", effect=Effect.WAIVES, at=clause, why=why)
    country = data_map.party[data_map.info.controller].country
    if not isinstance(country, Gap) and country != HOME:
        why = f"The controller is established in {country}."
        yield Sign(item="A13-1a-rep", effect=Effect.APPLIES, why=why)
    for clause, _ in data_map.said(RepresentativeNamed):
        yield shows("A13-1a-rep", "representative", clause)


def _together(data_map: DataMap) -> Iterator[Sign]:
    for clause, named in data_map.said(ControllerNamed):
        if len(named.parties) > 1:
            names = " and ".join(data_map.name(f"party:{party}") for party in named.parties)
            why = f"Names more than one controller: {names}."
            yield Sign(item="A26-2", effect=Effect.APPLIES, at=clause, why=why, confidence=Confidence.LIKELY)
    if any(len(activity.controllers) > 1 for activity in data_map.activities if _fact(activity.stance)):
        why = "The map has activities with more than one controller."
        yield Sign(item="A26-2", effect=Effect.APPLIES, why=why)
    for clause, _ in data_map.said(ArrangementTold):
        yield shows("A26-2", "joint", clause)
        yield shows("A26-2", "essence", clause)


def _what(data_map: DataMap) -> Iterator[Sign]:
    for clause, _ in data_map.said(PurposeStated):
        yield shows("A13-1c-p", "purposes", clause)
    for clause, required in data_map.said(RequirementStated):
        yield shows("A13-2e", "required", clause)
        if not isinstance(required.consequence, Gap):
            yield shows("A13-2e", "consequence", clause)


def _recipients(data_map: DataMap) -> Iterator[Sign]:
    named = [
        *((said.clause, said.claim.recipients) for said in data_map.said(SharingPermitted)),
        *((said.clause, said.claim.recipients) for said in data_map.said(SharingDemanded)),
    ]
    for clause, recipients in named:
        if any(data_map.party[party].kind is not PartyKind.PUBLIC for party in recipients):
            yield shows("A13-1e", "recipients", clause)
    for clause, denied in data_map.said(SharingDenied):
        if not (denied.recipients or denied.data or denied.except_purposes or denied.except_recipients):
            yield shows("A13-1e", "none", clause)


def _abroad(data_map: DataMap) -> Iterator[Sign]:
    for clause, told in data_map.said(TransferClaimed):
        if told.denied and not told.countries:
            yield shows("A13-1f", "none", clause)
            continue
        yield shows("A13-1f", "transfer", clause)
        if told.countries and all(map(adequate, told.countries)):
            yield shows("A13-1f", "adequate", clause)
        if not isinstance(told.mechanism, Gap):
            yield shows("A13-1f", "safeguard", clause)
        if not isinstance(told.copy_route, Gap):
            yield shows("A13-1f", "copy", clause)


def _how_long(data_map: DataMap) -> Iterator[Sign]:
    statements = {each.id: each for each in data_map.retention}
    for clause, claimed in data_map.said(RetentionClaimed):
        for name in claimed.retention:
            yield shows("A13-2a", _decides(statements[name]), clause)


def _decides(statement: Retention) -> str:
    """Say whether a statement gives a period, criteria from which one follows, or neither."""
    if not isinstance(statement.period, Gap) or statement.period is Gap.NOT_APPLICABLE:
        return "period"
    told = not isinstance(statement.starts, Gap) and not isinstance(statement.ground, Gap)
    return "criteria" if told else "vague"


def _from_others(data_map: DataMap) -> Iterator[Sign]:
    received = [flow for flow in data_map.flows if _fact(flow.stance) and _indirect(data_map, flow)]
    told = [each for each in data_map.said(Collected) if each.claim.sources]
    if not (received or told):
        return
    names = dict.fromkeys(data_map.name(f"party:{flow.sender}") for flow in received)
    why = f"Data comes from {', '.join(names)}." if names else "Data comes from others than the person."
    for item in ("A14-1d", "A14-2f", "A14-2da", "A14-3"):
        yield Sign(item=item, effect=Effect.APPLIES, why=why)
    for clause, claim in told:
        yield shows("A14-2f", "source", clause)
        if claim.data:
            yield shows("A14-1d", "categories", clause)
    for flow in received:
        if flow.stance is Stance.STATED:
            for clause in flow.clauses:
                yield shows("A14-2f", "source", clause)
                yield shows("A14-1d", "categories", clause)
    for clause, _ in data_map.said(InformingTimed):
        yield shows("A14-3", "timing", clause)


def _indirect(data_map: DataMap, flow: Flow) -> bool:
    """Say whether a flow brings data from somebody who does not hold it for the controller."""
    return data_map.direction(flow) is Direction.RECEIVED and flow.sender not in data_map.processors


def _fact(stance: Stance) -> bool:
    return stance is not Stance.EXPECTED


def _cookies(data_map: DataMap) -> Iterator[Sign]:
    for clause, told in data_map.said(CookiesClaimed):
        if told.denied:
            yield shows("PECR-6", "none", clause)
            continue
        if told.purposes:
            yield shows("PECR-6", "purposes", clause)
        if told.consent is not ConsentHow.NOT_SAID:
            yield shows("PECR-6", "choice", clause)
        if told.parties or not isinstance(told.lasting, Gap):
            yield shows("PECR-6", "details", clause)


def _version(data_map: DataMap) -> Iterator[Sign]:
    for clause, _ in data_map.said(VersionStated):
        yield shows("VER", "version", clause)
    notice = data_map.notice
    if notice and not isinstance(notice.published, Gap):
        yield shows("VER", "date")
    if notice and not isinstance(notice.version, Gap):
        yield shows("VER", "version")
    for clause, promised in data_map.said(ChangePromised):
        yield shows("A13-3", "new-purpose" if promised.new_purposes else "changes", clause)


READERS: Final[tuple[Reader, ...]] = (
    _who,
    _together,
    _what,
    basis_signs,
    _recipients,
    _abroad,
    _how_long,
    _from_others,
    decision_signs,
    _cookies,
    _version,
)
