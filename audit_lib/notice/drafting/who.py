"""Who we are, how to reach us, and whom the notice is for (UK GDPR Art. 13(1)(a), (b), 26(2), 27)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...law.adequacy import HOME
from ...model.activity import Activity
from ...model.claim import ControllerNamed, DpoNamed, LawCited, RepresentativeNamed, ScopeStated
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.flow import Flow, Role
from ...model.noun import Gap
from ...model.rights import Use
from .facts import OPEN, DraftFacts, known, references
from .facts import facts as only_facts
from .routes import contact, general_doors, lost, routes, usable
from .words import ask, fill, listed, plain, remark, say

WHO: Final = "Who we are"
FOR_WHOM: Final = "Whom this notice is for"

#: Words by which a company's registered name is known, in the United Kingdom and next door.
_FORM: Final = re.compile(r"\b(ltd|limited|plc|llp|lp|cic|cyf|c\.i\.c)\b\.?", re.IGNORECASE)


def who_we_are(facts: DraftFacts) -> Section:
    """Return the section that names the controller, those who decide with it, and the officer.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> who_we_are(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'Who we are'
    """
    return section(
        WHO,
        paragraph(*_controller(facts), *_reaching(facts)),
        paragraph(*_representative(facts)),
        paragraph(*_officer(facts)),
        *(paragraph(*said) for said in _together(facts)),
    )


def registered_name(facts: DraftFacts) -> tuple[str, tuple[str, ...]]:
    """Return the name of the controller, and other names that may be its registered one.

    Where exactly one of its names says the form of the company, that is the one.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> registered_name(DraftFacts(example_map(), dt.date(2026, 11, 22)))[1]
    ()
    """
    party = facts.controller
    if _FORM.search(party.name):
        return plain(party.name), ()
    formal = {_core(name): name for name in reversed(party.aliases) if _FORM.search(name)}
    if len(formal) == 1 and _core(party.name) in formal:
        return plain(formal[_core(party.name)]), ()
    return plain(party.name), tuple(plain(name) for name in reversed(formal.values()))


def _core(name: str) -> str:
    return " ".join(re.findall(r"\w+", _FORM.sub(" ", name.casefold())))


def _controller(facts: DraftFacts) -> Iterator[Sentence]:
    name, others = registered_name(facts)
    here = f"party:{facts.controller.id}"
    address = contact(facts)
    claim = ControllerNamed(
        kind="controller-named",
        name=name,
        parties=(facts.controller.id,),
        address=address or Gap.NOT_STATED,
    )
    yield say(
        f"{name} (“we”) is the controller of your data: we decide why and how it is used.", [here], [claim]
    )
    if others:
        yield ask(f"our registered name, which may be {listed(others, last='or')}", [here])
    laws = [LawCited(kind="law-cited", name=law) for law in ("UK GDPR", "Data Protection Act 2018")]
    yield say("We follow the UK GDPR and the Data Protection Act 2018.", (), laws)


def _reaching(facts: DraftFacts) -> Iterator[Sentence]:
    doors = general_doors(facts)
    unknown = [
        channel
        for channel in lost(only_facts(facts.data_map.channels))
        if channel.party != facts.data_map.info.dpo
        if not (Use.RIGHTS in channel.uses and channel.party in facts.data_map.inside)
    ]
    yield from routes(facts, "You can reach us", [*(door for door in doors if usable(door)), *unknown])
    if any(usable(door) for door in doors):
        return
    words, here = contact(facts), f"party:{facts.controller.id}"
    yield (
        say(f"You can reach us {words}.", [here])
        if words
        else fill("how you can reach us", [here, facts.whole])
    )


def _representative(facts: DraftFacts) -> Iterator[Sentence]:
    representative = facts.data_map.info.representative
    country = facts.controller.country
    if representative:
        here = f"party:{representative}"
        party = facts.data_map.party[representative]
        claim = RepresentativeNamed(kind="representative-named", party=representative)
        where = f", {remark(party.contact)}" if known(party.contact) else ""
        yield say(f"In the United Kingdom we are represented by {plain(party.name)}{where}.", [here], [claim])
    elif not isinstance(country, Gap) and country != HOME:
        yield fill("who represents us in the United Kingdom, and how to reach them", [facts.whole])


def _officer(facts: DraftFacts) -> Iterator[Sentence]:
    officer = facts.data_map.info.dpo
    if officer is None:
        what = (
            "our data protection officer and how to reach them, or that we need none and who answers instead"
        )
        yield fill(what, [facts.whole])
        return
    here, party = f"party:{officer}", facts.data_map.party[officer]
    doors = [channel for channel in only_facts(facts.data_map.channels) if channel.party == officer]
    if party.stance in OPEN:
        rests = (here, *references("channel", (channel.id for channel in doors)))
        yield ask(f"that {plain(party.name)} is our data protection officer, and how to reach them", rests)
        return
    found = tuple(channel.id for channel in doors if usable(channel))
    claim = DpoNamed(kind="dpo-named", party=officer, channels=found)
    generic = "data protection officer" in party.name.casefold()
    named = "" if generic else f", {plain(party.name)},"
    yield say(f"Our data protection officer{named} answers your questions about your data.", [here], [claim])
    yield from routes(facts, "You can reach the officer", doors)
    if not found and known(party.contact):
        yield say(f"You can reach the officer at {remark(str(party.contact))}.", [here])
        yield ask("that this is how people reach the officer, as the map has no channel for it", [here])
    elif not doors:
        yield fill("how you can reach the officer", [here])


def _together(facts: DraftFacts) -> Iterator[list[Sentence]]:
    """Yield a paragraph for each controller that decides with us, known or not confirmed."""
    told: dict[str, list[str]] = {}
    for activity in facts.activities:
        for party in activity.controllers:
            if party != facts.controller.id:
                told.setdefault(party, []).append(activity.id)
    for flow in facts.flows:
        for party in (flow.sender, flow.recipient):
            if flow.role is Role.JOINT_CONTROLLER and _somebody_else(facts, party):
                told.setdefault(party, []).append(flow.activity)
    for party, activities in told.items():
        yield _arrangement(facts, party, activities)
    yield from _with_nobody(facts, {activity for activities in told.values() for activity in activities})
    asked = dict.fromkeys(
        party
        for activity in facts.data_map.activities
        if activity.stance in OPEN and facts.ours(activity)
        for party in activity.controllers
        if facts.outside(party) and party not in told
    )
    if asked:
        names = facts.parties(asked)
        yield [
            ask(
                f"whether we decide anything together with {names}, and who of us does what for you",
                references("party", asked),
            )
        ]


def _with_nobody(facts: DraftFacts, shared: set[str]) -> Iterator[list[Sentence]]:
    """Yield the gap where people give data to joint controllers of whom the map names one."""
    flows = [flow for flow in _given_to_several(facts) if flow.activity not in shared]
    if flows:
        names = facts.activity_names(flow.activity for flow in flows)
        rests = (*references("flow", (f.id for f in flows)), *references("party", (f.sender for f in flows)))
        yield [fill(f"who else decides with us about what you give us for this: {names}", rests)]


def _given_to_several(facts: DraftFacts) -> list[Flow]:
    """Return the flows by which people give data to those who decide together."""
    people = facts.data_map.individuals
    return [flow for flow in facts.flows if flow.role is Role.JOINT_CONTROLLER and flow.sender in people]


def _somebody_else(facts: DraftFacts, party: str) -> bool:
    return party != facts.controller.id and party not in facts.data_map.individuals


def _arrangement(facts: DraftFacts, party: str, activities: list[str]) -> list[Sentence]:
    name = facts.party_name(party)
    rests = (f"party:{party}", *references("activity", activities))
    people = dict.fromkeys(f.sender for f in _given_to_several(facts) if f.activity in activities)
    return [
        say(f"{name} and we decide together about some of this: {facts.activity_names(activities)}.", rests),
        fill(
            f"what we have agreed with {name}: who informs you, who answers your requests, whom to turn to",
            [*rests, f"party:{facts.controller.id}", *references("party", people)],
        ),
        say("You can use your rights towards each of us."),
    ]


def for_whom(facts: DraftFacts) -> Section:
    """Return the section that says whose data the notice is about.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> for_whom(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'Whom this notice is for'
    """
    people = _people(facts, facts.activities)
    if not people:
        return section(FOR_WHOM, paragraph(fill("whose data we use", [facts.whole])))
    claim = ScopeStated(kind="scope-stated", subjects=tuple(people))
    items = [say(facts.name(f"party:{party}"), [f"party:{party}"]) for party in people]
    lead = say(
        "This notice tells you what we do with your data if you belong to one of these groups:", (), [claim]
    )
    return section(FOR_WHOM, paragraph(lead), bullets(items))


def _people(facts: DraftFacts, activities: tuple[Activity, ...]) -> list[str]:
    """Return the categories of people whom activities concern, in map order."""
    named = {subject for activity in activities for subject in activity.subjects}
    return [party.id for party in facts.data_map.parties if party.id in named]
