"""Cookies as the map knows them: what for, who sets them, how people choose (PECR reg. 6, Sch. A1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity
from ...model.claim import ConsentHow, CookiesClaimed, LawCited
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.noun import Answer, Gap
from ...model.rights import Use
from ...model.system import System, SystemKind
from ...model.words import raised
from .facts import DraftFacts, references
from .facts import facts as _facts
from .retention import span
from .routes import routes, usable
from .words import ask, fill, listed, plain, say

COOKIES: Final = "Cookies"

_ONLINE: Final = (SystemKind.WEBSITE, SystemKind.APP, SystemKind.PORTAL)


def cookies(facts: DraftFacts) -> Section | None:
    """Return the section on cookies as the map knows them; None where nothing is online.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> cookies(DraftFacts(example_map(), dt.date(2026, 11, 22))) is None
    True
    """
    systems = _facts(facts.data_map.systems)
    stores = [system for system in systems if system.kind is SystemKind.COOKIES]
    online = [system for system in systems if system.kind in _ONLINE]
    if not stores:
        if not online:
            return None
        names = listed(plain(system.name) for system in online)
        what = f"whether any cookies are set, for what and by whom, on: {names}"
        return section(
            COOKIES, paragraph(ask(what, (facts.whole, *references("system", (s.id for s in online)))))
        )
    using = _using(facts, stores)
    law = LawCited(kind="law-cited", name="Privacy and Electronic Communications Regulations")
    rests = references("system", (store.id for store in stores))
    lead = "We use cookies (small files on your device) or the like for these purposes:"
    return section(
        COOKIES,
        paragraph(say(lead, rests, [law])) if using else paragraph(fill("what our cookies are for", rests)),
        bullets(_cookie(facts, activity, stores) for activity in using),
        paragraph(
            *_choice(facts, using),
            *_providers(facts, stores, using),
            *_lifetime(facts, stores, using),
        ),
    )


def _using(facts: DraftFacts, stores: list[System]) -> list[Activity]:
    """Return the activities that use cookies, by their systems or by a flow that goes by way of them."""
    ids = {store.id for store in stores}
    return [
        activity
        for activity in facts.activities
        if ids.intersection(activity.systems)
        or any(flow.via in ids for flow in facts.flows_of.get(activity.id, ()))
    ]


def _how(facts: DraftFacts, activity: Activity) -> ConsentHow:
    """Return how people choose, as the old notice claims it for this purpose or for cookies in general."""
    said = [
        s.claim for s in facts.data_map.said(CookiesClaimed) if s.claim.consent is not ConsentHow.NOT_SAID
    ]
    own = [claim.consent for claim in said if activity.purpose in claim.purposes]
    general = [claim.consent for claim in said if not claim.purposes]
    return next(iter([*own, *general]), ConsentHow.NOT_SAID)


def _cookie(facts: DraftFacts, activity: Activity, stores: list[System]) -> Sentence:
    claim = CookiesClaimed(
        kind="cookies-claimed",
        purposes=(activity.purpose,),
        essential=_essential(facts, activity),
        consent=_claimed(facts, activity),
        parties=_setters(facts, stores, [activity]),
        lasting=_time(facts, stores, activity) or Gap.NOT_STATED,
    )
    data = facts.data(facts.known_data(activity.data))
    text = (
        f"{raised(facts.small(f'purpose:{activity.purpose}'))} ({data})."
        if data
        else f"{facts.name(f'purpose:{activity.purpose}')}."
    )
    return say(text, (f"activity:{activity.id}", f"purpose:{activity.purpose}"), [claim])


def _essential(facts: DraftFacts, activity: Activity) -> Answer:
    said = (s.claim for s in facts.data_map.said(CookiesClaimed) if activity.purpose in s.claim.purposes)
    answers = [claim.essential for claim in said if claim.essential in (Answer.YES, Answer.NO)]
    return answers[0] if len(set(answers)) == 1 else Answer.NOT_STATED


def _claimed(facts: DraftFacts, activity: Activity) -> ConsentHow:
    """Return how people choose, as the draft can say it: a yes that was taken from conduct is none."""
    how = _how(facts, activity)
    return ConsentHow.NOT_SAID if how is ConsentHow.BY_CONDUCT else how


def _ends(facts: DraftFacts, chosen: list[Activity]) -> str:
    return "; ".join(facts.small(f"purpose:{activity.purpose}") for activity in chosen)


def _acts(chosen: list[Activity]) -> tuple[str, ...]:
    return references("activity", (activity.id for activity in chosen))


def _choice(facts: DraftFacts, using: list[Activity]) -> Iterator[Sentence]:
    how = {activity.id: _claimed(facts, activity) for activity in using}
    asked = [a for a in using if how[a.id] is ConsentHow.OPT_IN]
    leaving = [a for a in using if how[a.id] is ConsentHow.OPT_OUT]
    open_ones = [a for a in using if how[a.id] is ConsentHow.NOT_SAID]
    if asked:
        which = (
            "We set cookies only if you agree"
            if len(asked) == len(using)
            else f"Only if you agree: {_ends(facts, asked)}"
        )
        yield say(f"{which}.", _acts(asked))
    if leaving:
        yield say(f"You can switch these off at any time: {_ends(facts, leaving)}.", _acts(leaving))
        yield ask(
            f"that the law lets us set these without asking first: {_ends(facts, leaving)}", _acts(leaving)
        )
    if open_ones:
        yield ask(
            f"that we ask first, or that the law lets us do without: {_ends(facts, open_ones)}",
            _acts(open_ones),
        )
    doors = [door for door in facts.doors(Use.COOKIES) if usable(door)]
    yield from routes(facts, "You choose", doors)
    if not doors:
        yield fill("where people choose, and change their choice", (facts.whole, *_acts(using)))


def _setters(facts: DraftFacts, stores: list[System], using: list[Activity]) -> tuple[str, ...]:
    """Return who sets or reads cookies: who runs them, and who gets what they hold or acts in it."""
    ids = {store.id for store in stores}
    found = [store.operator for store in stores]
    for activity in using:
        found += [*activity.processors]
        found += [flow.recipient for flow in facts.flows_of.get(activity.id, ()) if flow.via in ids]
    return tuple(dict.fromkeys(found))


def _providers(facts: DraftFacts, stores: list[System], using: list[Activity]) -> Iterator[Sentence]:
    setters = _setters(facts, stores, using)
    outside = [party for party in setters if facts.outside(party)]
    if outside:
        yield say(f"These set or read cookies too: {facts.parties(outside)}.", references("party", outside))
        classes = [party for party in outside if facts.data_map.party[party].generic]
        if classes:
            rests = (*references("party", classes), *references("system", (s.id for s in stores)))
            yield fill(f"which companies these are: {facts.parties(classes)}", rests)
    elif setters:
        yield say("We set and read them ourselves.", references("party", setters))


def _time(facts: DraftFacts, stores: list[System], activity: Activity) -> str | None:
    """Return how long cookies of an activity last, where a statement of retention says so."""
    holds = facts.data_map.atoms(tuple(c for store in stores for c in store.holds))
    for entry in facts.retention:
        covered = activity.id in entry.activities or facts.data_map.atoms(entry.data) & holds
        if covered and span(entry):
            return span(entry)
    return None


def _lifetime(facts: DraftFacts, stores: list[System], using: list[Activity]) -> Iterator[Sentence]:
    unknown = [activity for activity in using if _time(facts, stores, activity) is None]
    for activity in using:
        if activity not in unknown:
            words = _time(facts, stores, activity)
            yield say(
                f"They last for {words} ({facts.small(f'purpose:{activity.purpose}')}).",
                [f"activity:{activity.id}"],
            )
    rests = (*references("system", (s.id for s in stores)), *references("activity", (a.id for a in unknown)))
    essential = [a for a in using if _essential(facts, a) is not Answer.NOT_STATED]
    what = "the name of each cookie and how long it lasts"
    if unknown or not using:
        more = "" if len(essential) == len(using) else ", and which of them are strictly necessary"
        yield fill(f"{what}{more}", (*rests, facts.whole))
    elif len(essential) < len(using):
        yield fill("which cookies are strictly necessary", (*rests, facts.whole))
