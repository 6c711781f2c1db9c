"""What each kind of observation needs of the person it is about: a consent, a request, no restriction, time.

A *deed* is what decides that: who gave which data to whom, in which activity, for which purpose, on which
basis. There are fewer deeds than meanings, and each is looked at once.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from ...law.restriction_rules import blocks
from ...model.activity import Basis
from ...model.data_map import DataMap
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ...model.restriction import DataUse, Exemption, Ground
from ...model.retention import Retention
from ...model.verdict import Verdict
from ..limits import needs_consent, retention_rules
from ..restrictions import Scope as RestrictedScope
from .session import Session

#: A day on which a restriction without an end holds: its scope does not depend on the day.
_ANY_DAY: Final = dt.date(2000, 1, 1)

_OF_DELETION: Final = ("holder", "data")

#: Stands for a position where nothing is needed, and where something is that no list has.
NOT_NEEDED: Final = -1
NOWHERE: Final = 1_000_000_000

_DEED: Final = ("sender", "recipient", "data", "activity", "purpose", "basis", "near")


class Deed(NamedTuple):
    """Who gave which data to whom, in which activity, for which purpose, on which basis; '' is not known.

    `activity` and `purpose` are those recorded, else those of the nearest flow; `near` is that flow's.
    """

    sender: str
    recipient: str
    data: str
    activity: str
    purpose: str
    basis: str
    near: str


class Scope(NamedTuple):
    """What an entry of a list forbids to use: its verdict, a test of deeds, the words that it is made of.

    `sender` is the only one whose deeds it can forbid; None for an entry that does not look at senders.
    """

    verdict: Verdict
    forbids: Callable[[Deed], bool]
    words: tuple[str, ...]
    sender: str | None = None


class Lists(NamedTuple):
    """What the lists beside the logs hold: the scopes of their entries, and what can be tested with them.

    `started` are the retention statements whose start somebody records, `consents` the purposes for which
    consents are recorded, `requests` the authorities whose requests are, None where no source records any.
    `list_of` says for each of `started` in which list of ends its starts are.
    """

    scopes: tuple[Scope, ...]
    started: tuple[str, ...]
    consents: tuple[str, ...]
    requests: tuple[str, ...] | None
    list_of: tuple[int, ...] = ()


def weigh(session: Session, data_map: DataMap, lists: Lists) -> None:
    """Make the tables of needs.

    deed_of (m, span, deed); need (deed; list; rule, consent, request: the position in `started`, `consents`
    and `requests` of what must be there, -1 if nothing must; class; barred); forbidden (scope, class): which
    scopes forbid the deeds of a class.
    """
    known = [(activity.id, activity.purpose) for activity in data_map.activities]
    session.table("activity", {"id": "text", "purpose": "text"}, known)
    session.make("deeply", _deeply())
    fields = ", ".join(_DEED)
    session.make(
        "deed",
        f"select row_number() over (order by {fields}) as deed, {fields} "
        f"from (select distinct {fields} from deeply) all_of_them",
    )
    same = " and ".join(f"d.{field} = x.{field}" for field in _DEED)
    session.make("deed_of", f"select x.m, x.span, d.deed from deeply x join deed d on {same}")
    deeds = {row[0]: Deed(*row[1:]) for row in session.rows(f"select deed, {fields} from deed order by deed")}
    _need(session, data_map, lists, deeds)


def _deeply() -> str:
    """Return the query for what is known of each meaning, with what the nearest flow adds."""
    return (
        "select x.m, x.span, x.sender, x.recipient, x.data, x.activity, "
        "case when x.purpose <> '' then x.purpose else coalesce(a.purpose, '') end as purpose, "
        "x.basis, x.near "
        "from (select j.m, j.span, m.sender, m.recipient, m.data, "
        "case when m.activity <> '' then m.activity else coalesce(f.activity, '') end as activity, "
        "m.purpose, m.basis, coalesce(f.activity, '') as near from judged j join meaning m on m.m = j.m "
        "left join flow f on f.flow = j.flow) x left join activity a on a.id = x.activity"
    )


def _need(session: Session, data_map: DataMap, lists: Lists, deeds: Mapping[int, Deed]) -> None:
    rule_of = retention_rules(data_map, lists.started)
    place = {one: at for at, one in enumerate(lists.started)}
    forbidding_of = _forbidding(lists.scopes)
    classes: dict[tuple[int, ...], int] = {}
    rows = []
    for number, deed in deeds.items():
        rule = None if deed.sender in data_map.individuals else rule_of(deed.data, deed.activity or None)
        forbidding = forbidding_of(deed)
        kind = classes.setdefault(forbidding, len(classes))
        permits = _consent(data_map, deed, lists.consents), _request(data_map, deed, lists.requests)
        known = _signature(rule, *permits, [lists.scopes[at].words for at in forbidding])
        at = place[rule.id] if rule else NOT_NEEDED
        of = lists.list_of[at] if rule else NOT_NEEDED
        rows.append((number, at, of, *permits, kind, bool(forbidding), known))
    shape = dict.fromkeys(("deed", "rule", "list", "consent", "request", "class"), "int")
    session.table("need", shape | {"barred": "flag", "signature": "text"}, rows)
    forbidden = [(scope, kind) for scopes, kind in classes.items() for scope in scopes]
    session.table("forbidden", {"scope": "int", "class": "int"}, forbidden)


def _forbidding(scopes: Sequence[Scope]) -> Callable[[Deed], tuple[int, ...]]:
    """Return what gives the positions of the scopes that forbid a deed, asking only those that can."""
    of_all: list[int] = []
    of_sender: dict[str, list[int]] = {}
    for at, scope in enumerate(scopes):
        (of_all if scope.sender is None else of_sender.setdefault(scope.sender, [])).append(at)

    def forbidding(deed: Deed) -> tuple[int, ...]:
        asked = sorted((*of_all, *of_sender.get(deed.sender, ())))
        return tuple(at for at in asked if scopes[at].forbids(deed))

    return forbidding


def _signature(
    rule: Retention | None, consent: int, request: int, forbidding: Sequence[Sequence[str]]
) -> str:
    """Return what tells whether a deed needs what it did in an earlier comparison with the same lists."""
    limit = (rule.id, str(rule.period)) if rule else None
    needs = repr((limit, consent, request, sorted(map(tuple, forbidding))))
    return hashlib.sha256(needs.encode()).hexdigest()[:32]


def _consent(data_map: DataMap, deed: Deed, recorded: Sequence[str]) -> int:
    """Return the position of the purpose for which a consent must be there (UK GDPR Art. 6(1)(a), 7)."""
    if deed.purpose not in recorded:
        return NOT_NEEDED
    needed = needs_consent(data_map, deed.basis or None, deed.near or None)
    return recorded.index(deed.purpose) if needed else NOT_NEEDED


def _request(data_map: DataMap, deed: Deed, recorded: Sequence[str] | None) -> int:
    """Return the position of the authority whose request must be there (DPA 2018, Sch. 2 para. 2)."""
    purpose = data_map.purpose.get(deed.purpose)
    asks = purpose is not None and purpose.kind is PurposeKind.AUTHORITY_REQUESTS
    authority = data_map.party[deed.recipient].kind is PartyKind.AUTHORITY
    if recorded is None or not asks or not authority:
        return NOT_NEEDED
    return recorded.index(deed.recipient) if deed.recipient in recorded else NOWHERE


def restriction_scope(data_map: DataMap, restricted: RestrictedScope) -> Scope:
    """Return what a restriction forbids, whoever it is about and whenever it holds (UK GDPR Art. 18, 21)."""
    objection = restricted.ground in (Ground.OBJECTION, Ground.MARKETING)
    always = restricted.on(_ANY_DAY)

    def forbids(deed: Deed) -> bool:
        purpose = data_map.purpose.get(deed.purpose)
        kind = purpose.kind if purpose else None
        use = DataUse(
            deed.data,
            deed.activity or None,
            _ANY_DAY,
            marketing=kind is PurposeKind.DIRECT_MARKETING,
            exemption=_exemption(deed, kind),
        )
        return blocks(always, use, data_map.below)

    words = (restricted.ground.value, " ".join(restricted.data), " ".join(restricted.activities))
    return Scope(Verdict.AFTER_OBJECTION if objection else Verdict.AFTER_RESTRICTION, forbids, words)


def _exemption(deed: Deed, purpose: PurposeKind | None) -> Exemption | None:
    """Return what a use of restricted data may rest on, as far as a log can tell (Art. 18(2))."""
    if purpose is PurposeKind.LEGAL_CLAIMS:
        return Exemption.CLAIMS
    return Exemption.CONSENT if deed.basis == Basis.CONSENT else None


def deletion_scope(data_map: DataMap, holder: str, data: str) -> Scope:
    """Return what a deletion forbids: that its holder still gives the data, or what lies beneath it."""
    gone = data_map.below[data]
    return Scope(
        Verdict.AFTER_DELETION,
        lambda deed: deed.sender == holder and deed.data in gone,
        (holder, data),
        sender=holder,
    )


def scope_of_words(data_map: DataMap, words: Sequence[str]) -> Scope:
    """Return the scope that is made of some words, as `Scope.words` has them."""
    if len(words) == len(_OF_DELETION):
        return deletion_scope(data_map, *words)
    ground, data, activities = words
    return restriction_scope(
        data_map, RestrictedScope(Ground(ground), tuple(data.split()), tuple(activities.split()))
    )
