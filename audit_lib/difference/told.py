"""What people must be told of before a change takes effect: who gets their data, from where, and for what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from ..law.adequacy import HOME
from ..model.activity import Activity
from ..model.claim import PurposeStated
from ..model.claim_sharing import RecipientsCalled, SharingDenied, SharingPermitted
from ..model.difference import News, NewsKind
from ..model.flow import Direction, Flow, Role
from ..model.noun import Gap
from ..model.party import PartyKind
from ..model.words import lowered
from ..notice.naming.country_names import country_name
from ..rules.abroad import destinations
from ..rules.facts import ACTS_FOR_ANOTHER, Facts
from ..rules.wording import listed
from .told_terms import new_terms
from .two import DECIDES, Two
from .wording import MOST, names, tops

RECIPIENT: Final = "UK GDPR Art. 13(1)(e), 14(1)(e), 5(1)(a)"
FURTHER: Final = "UK GDPR Art. 13(3), 14(4)"
UNKNOWN: Final = "[what protects it there, and how to get a copy]"
ABROAD: Final = "UK GDPR Art. 13(1)(f), 14(1)(f)"


def people_to_tell(two: Two) -> tuple[News, ...]:
    """Return what is new to people, gravest to them first: who decides, what for, what, who gets it, terms.

    What the older map says at most as expected is new when it becomes a fact. A clause of the notice that
    people have, and that says the same, is named: they need not be told again (Art. 13(4)).

    Notes
    -----
    UK GDPR Art. 13(3), 14(4): information on a further purpose is given before the further processing. That
    other changes of substance are told beforehand too follows from fairness and transparency, Art. 5(1)(a).

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> new = example_map()
    >>> old = type(new).model_validate({**new.content(), "flows": new.content()["flows"][:3]})
    >>> [news.what for news in people_to_tell(Two(old, new, dt.date(2026, 11, 22)))]
    ['Court is a new recipient, in its own right: arrears.']
    """
    found = [
        *_purposes(two),
        *_categories(two),
        *_sources(two),
        *_recipients(two),
        *_roles(two),
        *_transfers(two),
        *new_terms(two),
    ]
    order = {kind: number for number, kind in enumerate(NewsKind)}
    return tuple(sorted(found, key=lambda news: order[news.kind]))


def _data(two: Two, categories: Iterable[str]) -> tuple[str, str]:
    """Return the highest of some categories in words: the first few for an analyst, all for the people."""
    shown = tops(two.new.data_map, categories)
    few, whole = (names(two.new.data_map, "data", shown, most) for most in (MOST, len(shown)))
    return few or "data", whole or "data"


def _used(facts: Facts, anonymous: Collection[str] = ()) -> dict[str, frozenset[str]]:
    """Return which categories each purpose needs, other than in activities whose data is made anonymous."""
    found = {}
    for purpose, activities in facts.activities_for.items():
        personal = [each for each in activities if each.id not in anonymous]
        if personal:
            needed = {category for each in personal for category in (*each.data, *each.creates)}
            found[purpose] = facts.atoms(sorted(needed))
    return found


def _purposes(two: Two) -> Iterator[News]:
    """Yield the purposes that are new, and the data that an old purpose comes to need."""
    before, after = _used(two.old), _used(two.new, two.anonymous)
    held = two.old.processed
    for purpose, categories in after.items():
        activities = two.new.activities_for[purpose]
        about = (f"purpose:{purpose}", *(f"activity:{each.id}" for each in activities))
        name, who = lowered(two.name(f"purpose:{purpose}")), _subjects(activities)
        data, whole = _data(two, categories)
        if purpose not in before:
            said = tuple(s.clause for s in two.old.said(PurposeStated) if purpose in s.claim.purposes)
            what = f"A new purpose: {name}, with {data}."
            plain = (
                f"We will use information about you for a purpose that we have not told you of: {name}. "
                f"For it we use: {whole}."
            )
            yield News(
                kind=NewsKind.PURPOSE,
                what=what,
                plain=plain,
                law=FURTHER,
                subjects=who,
                about=about,
                told_by=said,
            )
            continue
        more = (categories - before[purpose]) & held
        if more:
            data, whole = _data(two, more)
            what = f"Data that is held for other ends comes to serve this purpose: {data}, for {name}."
            plain = (
                f"We will use more of what we know about you for this purpose: {name}. New for it: {whole}."
            )
            yield News(kind=NewsKind.USE, what=what, plain=plain, law=FURTHER, subjects=who, about=about)


def _subjects(activities: list[Activity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(subject for each in activities for subject in each.subjects))


def _categories(two: Two) -> Iterator[News]:
    """Yield the data that was not processed at all before."""
    new = two.new.processed - two.old.processed
    shown = tops(two.new.data_map, new)
    if shown:
        data, whole = _data(two, shown)
        touching = [a for a in two.new.activities if two.new.atoms((*a.data, *a.creates)) & new]
        yield News(
            kind=NewsKind.CATEGORY,
            what=f"Data that was not processed before: {data}.",
            plain=f"We will hold information that we did not hold before: {whole}.",
            law="UK GDPR Art. 14(1)(d), 5(1)(a)",
            subjects=_subjects(touching),
            about=tuple(f"data:{category}" for category in shown),
        )


def _sources(two: Two) -> Iterator[News]:
    """Yield the outsiders that come to give data about people."""
    before = {flow.sender for flow in _received(two.old)}
    by_sender: dict[str, list[Flow]] = {}
    for flow in _received(two.new):
        if flow.sender not in before:
            by_sender.setdefault(flow.sender, []).append(flow)
    mirrors = {flow.recipient for flow in two.new.flows if flow.role in ACTS_FOR_ANOTHER}
    for sender, flows in by_sender.items():
        if sender in mirrors:  # what a processor gives back comes from the controller, or from people
            continue
        name = two.name(f"party:{sender}")
        data, whole = _data(two, (category for flow in flows for category in flow.data))
        yield News(
            kind=NewsKind.SOURCE,
            what=f"{name} is a new source: {data}.",
            plain=f"We will get information about you from {name}: {whole}.",
            law="UK GDPR Art. 14(2)(f), 14(3)",
            subjects=two.people(flows),
            about=(f"party:{sender}", *(f"flow:{flow.id}" for flow in flows)),
        )


def _received(facts: Facts) -> list[Flow]:
    return [flow for flow in facts.flows if facts.data_map.direction(flow) is Direction.RECEIVED]


def _recipients(two: Two) -> Iterator[News]:
    """Yield those who come to get data, and those who come to get more."""
    getting: dict[str, set[str]] = {party: set(categories) for party, categories in two.gained.items()}
    for flow in two.new.flows:
        if flow.recipient in two.newly_named:
            getting.setdefault(flow.recipient, set()).update(flow.data)
    for party, categories in getting.items():
        entry = two.new.data_map.party[party]
        outside = two.new.outside(party) or entry.kind is PartyKind.PUBLIC
        flows = [flow for flow in two.reaching.get(party, ()) if flow.activity not in two.anonymous]
        if not outside or not flows:
            continue
        data, whole = _data(two, categories)
        as_what = _as_what(flows)
        named = party in two.newly_named
        first = named or party not in two.given_before
        verb = f"is a new recipient, {as_what}" if first else f"gets more than before, {as_what}"
        ends = listed(lowered(two.name(f"purpose:{p}")) for p in _ends(two.new, flows))
        more = "" if first else "more "
        plain = f"{entry.name} will get {more}information about you: {whole}. What for: {ends}."
        yield News(
            kind=NewsKind.RECIPIENT,
            what=f"{entry.name} {verb}: {data}.",
            plain=f"{plain}{_plain_role(flows)}",
            law=RECIPIENT,
            subjects=two.people(flows),
            about=(f"party:{party}", *(f"flow:{flow.id}" for flow in flows)),
            told_by=_told_of(two, party) if first and not named else (),
        )


def _as_what(flows: list[Flow]) -> str:
    roles = {flow.role for flow in flows}
    acts = "working for the controller"
    if roles <= ACTS_FOR_ANOTHER:
        return acts
    if Role.UNCLEAR not in roles:
        return (
            "in its own right"
            if not roles & ACTS_FOR_ANOTHER
            else f"in part {acts}, in part in its own right"
        )
    return f"{acts}, but for what is unclear" if roles & ACTS_FOR_ANOTHER else "in a role that is unclear"


def _plain_role(flows: list[Flow]) -> str:
    """Return what people are told of a recipient's role; what is not clear is a gap for a person to fill."""
    roles = {flow.role for flow in flows}
    if roles <= ACTS_FOR_ANOTHER:
        return " It works for us and may use the information for that alone."
    if roles == {Role.JOINT_CONTROLLER}:
        return " It decides together with us how the information is used."
    if roles <= {Role.CONTROLLER, Role.JOINT_CONTROLLER}:
        return " It decides for itself how it uses the information and answers to you for that."
    return "" if roles == {Role.PUBLIC} else " [Whether it works for us, or decides for itself.]"


def _ends(facts: Facts, flows: list[Flow]) -> list[str]:
    return list(dict.fromkeys(facts.data_map.activity[flow.activity].purpose for flow in flows))


def _told_of(two: Two, party: str) -> tuple[str, ...]:
    """Return the clauses of the older notice that tell of a recipient."""
    if party not in two.old.data_map.party:
        return ()
    said = [s.clause for s in two.old.said(SharingPermitted) if party in s.claim.recipients]
    said += [s.clause for s in two.old.said(RecipientsCalled) if party in s.claim.recipients]
    said += [s.clause for s in two.old.said(SharingDenied) if party in s.claim.except_recipients]
    return tuple(dict.fromkeys(said))


def _roles(two: Two) -> Iterator[News]:
    """Yield recipients that worked for the controller and come to decide for themselves."""
    before = {flow.id: flow for flow in two.old.flows}
    for flow in two.new.flows:
        was = before.get(flow.id)
        if was is None or was.recipient != flow.recipient or was.role not in ACTS_FOR_ANOTHER:
            continue
        if flow.role in DECIDES:
            name = two.name(f"party:{flow.recipient}")
            data, whole = _data(two, flow.data)
            yield News(
                kind=NewsKind.ROLE,
                what=f"{name} worked for the controller and comes to decide for itself: {data}.",
                plain=f"{name} will decide for itself how it uses this information about you: {whole}.",
                law=RECIPIENT,
                subjects=flow.subjects,
                about=(f"flow:{flow.id}", f"party:{flow.recipient}"),
            )


def _transfers(two: Two) -> Iterator[News]:
    """Yield the countries to which data comes to go, by recipient, and where systems come to stand."""
    before = {(flow.recipient, country) for flow, country in destinations(two.old)}
    found: dict[tuple[str, str], list[Flow]] = {}
    for flow, country in destinations(two.new):
        if (flow.recipient, country) not in before:
            found.setdefault((flow.recipient, country), []).append(flow)
    for (party, country), flows in found.items():
        name, where = two.name(f"party:{party}"), country_name(country)
        data, whole = _data(two, (category for flow in flows for category in flow.data))
        ways = {str(way) for flow in flows for way in (getattr(flow.transfer, "mechanism", Gap.NOT_STATED),)}
        known = sorted(way for way in ways if way not in tuple(Gap))
        protected = listed(known) if known else UNKNOWN
        yield News(
            kind=NewsKind.TRANSFER,
            what=f"Data comes to go to {where}, to {name}: {data}.",
            plain=(
                f"{name} will have information about you in {where}: {whole}. "
                f"It is protected there by: {protected}."
            ),
            law=ABROAD,
            subjects=two.people(flows),
            about=(f"party:{party}", *(f"flow:{flow.id}" for flow in flows)),
        )
    yield from _moved_systems(two, {flow.via for flows in found.values() for flow in flows})


def _moved_systems(two: Two, told: set[str | None]) -> Iterator[News]:
    for system in two.new.data_map.systems:
        was = two.old.data_map.system.get(system.id)
        abroad = not isinstance(system.location, Gap) and system.location != HOME
        if abroad and (was is None or was.location != system.location) and system.id not in told:
            where = country_name(system.location)
            yield News(
                kind=NewsKind.TRANSFER,
                what=f"{system.name} comes to stand in {where}.",
                plain=(
                    f"Information about you will be kept in {where} ({lowered(system.name)}). "
                    f"It is protected there by: {UNKNOWN}."
                ),
                law=ABROAD,
                about=(f"system:{system.id}",),
            )
