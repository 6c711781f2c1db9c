"""Which data there is and where it comes from (UK GDPR Art. 14(1)(d), 14(2)(f), 14(3))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...model.activity import Activity
from ...model.claim import Collected, InformingTimed
from ...model.data import Sensitivity
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.flow import Direction, Flow
from ...model.words import raised
from .facts import ACTING, DraftFacts, references
from .facts import facts as only_facts
from .words import ask, fill, listed, publishable, remark, say

COLLECT: Final = "What we collect and where it comes from"

#: When people are told whose data came from somebody else (Art. 14(3)).
_TIMING: Final = "within one month, or earlier: when we first write to you or before we pass the data on"

_SPECIAL: Final = (
    (
        Sensitivity.SPECIAL_CATEGORY,
        "The law protects some of it more strictly, as it can be very private: {}.",
    ),
    (Sensitivity.CRIMINAL_OFFENCE, "There are special rules for what concerns offences: {}."),
)


def what_we_collect(facts: DraftFacts) -> Section:
    """Return the section on the data that people give, that others give, and that is made.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> what_we_collect(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'What we collect and where it comes from'
    """
    given = list(_given(facts))
    others = list(_from_others(facts))
    made = list(_made(facts))
    lead = say("We get data from you, or by noting what you do:") if given else None
    from_others = (
        say("We get some data about you from other people or organisations, namely:") if others else None
    )
    nothing = None if given or others or made else fill("which data we collect, and from whom", [facts.whole])
    return section(
        COLLECT,
        paragraph(lead, nothing),
        bullets(given),
        paragraph(from_others),
        bullets(others),
        paragraph(*_about_others(facts, told=bool(others))),
        paragraph(*made),
        paragraph(*_sensitive(facts)),
        paragraph(*_unfed(facts)),
    )


def _given(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield for each category of people what they give to us or to those who act for us."""
    flows: dict[str, list[Flow]] = {}
    for flow in facts.flows:
        ours = flow.recipient in facts.data_map.inside or flow.role in ACTING
        if flow.sender in facts.data_map.individuals and flow.sender in flow.subjects and ours:
            flows.setdefault(flow.sender, []).append(flow)
    for party in facts.data_map.parties:
        if party.id in flows:
            yield _group(facts, party.id, flows[party.id])


def _group(facts: DraftFacts, sender: str, flows: list[Flow]) -> Sentence:
    data = facts.known_data(category for flow in flows for category in flow.data)
    rests = (f"party:{sender}", *references("flow", (flow.id for flow in flows)), *references("data", data))
    if not data:
        return ask(f"which data we get from {facts.party_name(sender)}", rests)
    # Where people and others are named, what these people give can be about the others too.
    people = tuple(dict.fromkeys(subject for flow in flows for subject in flow.subjects))
    claim = Collected(kind="collected", data=tuple(data), subjects=people)
    others = [person for person in people if person != sender]
    also = f", also about {facts.parties(others)}" if others else ""
    return say(f"{facts.name(f'party:{sender}')}{also}: {_shown(facts, data)}.", rests, [claim])


def _shown(facts: DraftFacts, data: Iterable[str]) -> str:
    """Return data categories as words, each with what lies beneath it where that is known."""
    words = []
    for category in data:
        below = facts.data_map.below[category] - {category}
        beneath = facts.known_data(below)
        more = f" ({', '.join(facts.small(f'data:{low}') for low in beneath)})" if beneath else ""
        words.append(f"{facts.small(f'data:{category}')}{more}")
    return listed(words)


def _from_others(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield for each source which data it gives about whom."""
    sources: dict[str, list[Flow]] = {}
    for flow in facts.received:
        sources.setdefault(flow.sender, []).append(flow)
    for source, flows in sources.items():
        data = facts.known_data(category for flow in flows for category in flow.data)
        people = tuple(dict.fromkeys(subject for flow in flows for subject in flow.subjects))
        rests = (
            f"party:{source}",
            *references("flow", (flow.id for flow in flows)),
            *references("data", data),
        )
        about = facts.parties(people)
        if not data:
            yield ask(f"which data about {about} {facts.party_name(source)} gives us", rests)
            continue
        # A claim names people; a subject that the map does not have as people stays out of it.
        subjects = tuple(person for person in people if person in facts.data_map.individuals)
        claim = Collected(kind="collected", data=tuple(data), subjects=subjects, sources=(source,))
        words = f"We get this about {about} from {facts.party_name(source)}: {_shown(facts, data)}."
        yield say(words, rests, [claim])


def _about_others(facts: DraftFacts, *, told: bool) -> Iterator[Sentence]:
    """Yield when people learn of data from others, and the gap where the draft cannot say what that is."""
    if told or _indirect(facts):
        yield _timing()
    if not told and _indirect(facts):
        yield fill("which data about you comes from others, and from whom", [facts.whole])


def _indirect(facts: DraftFacts) -> bool:
    """Say whether data comes from anybody outside for anything at all, told or not."""
    return any(
        facts.data_map.direction(flow) is Direction.RECEIVED and flow.sender not in facts.processors
        for flow in only_facts(facts.data_map.flows)
    )


def _timing() -> Sentence:
    claim = InformingTimed(kind="informing-timed", when=raised(_TIMING))
    return say(f"If we get data about you from somebody else, we tell you so {_TIMING}.", (), [claim])


def _made(facts: DraftFacts) -> Iterator[Sentence]:
    made = [activity for activity in facts.activities if facts.known_data(activity.creates)]
    if not made:
        return
    data = facts.known_data(category for activity in made for category in activity.creates)
    claim = Collected(kind="collected", data=tuple(data), how="Made or observed by us")
    rests = (*references("data", data), *references("activity", (activity.id for activity in made)))
    yield say(f"Some data we make ourselves: {facts.data(data)}.", rests, [claim])


def _sensitive(facts: DraftFacts) -> Iterator[Sentence]:
    used = facts.data_map.atoms(tuple(c for activity in facts.activities for c in facts.data_of(activity)))
    for level, words in _SPECIAL:
        data = facts.known_data(c for c in used if facts.data_map.category[c].sensitivity is level)
        if data:
            yield say(words.format(facts.data(data)), references("data", data))


def _unfed(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield where data comes from that no flow brings and no activity makes."""
    fed = facts.data_map.atoms(
        tuple(c for flow in facts.flows if flow.recipient in facts.data_map.inside for c in flow.data)
        + tuple(c for activity in facts.activities for c in activity.creates)
        + tuple(c for flow in facts.flows if flow.sender in facts.data_map.individuals for c in flow.data)
    )
    unknown: list[tuple[Activity, list[str]]] = []
    for activity in facts.activities:
        atoms = facts.data_map.atoms(tuple(facts.data_of(activity))) - fed
        data = facts.known_data(c for c in atoms if not _partly_fed(facts, c, fed))
        if data and publishable(activity.source):
            rests = (f"activity:{activity.id}", *references("data", data))
            claim = Collected(kind="collected", data=tuple(data), how=activity.source)
            source = remark(str(activity.source))
            yield say(f"Source of {facts.data(data)}: {source}.", rests, [claim])
        elif data:
            unknown.append((activity, data))
    if unknown:
        data = facts.known_data(category for _, listed_data in unknown for category in listed_data)
        rests = (*references("data", data), *references("activity", (activity.id for activity, _ in unknown)))
        yield fill(f"where we get this from: {facts.data(data)}", rests)


def _partly_fed(facts: DraftFacts, category: str, fed: frozenset[str]) -> bool:
    """Say whether something beneath a category comes in, so that the category itself need not."""
    return not facts.data_map.below[category].isdisjoint(fed)
