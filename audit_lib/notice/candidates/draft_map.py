"""A first data map from a notice that nobody has mapped: candidates for a person to correct."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Final

from ...model.data_map import DataMap
from ...model.flow import Role
from ...model.noun import Confidence, Gap, Stance
from ...model.party import PartyKind
from ..clauses import NO_HEADING, Sentence
from ..fingerprints import fingerprint, sketch
from ..naming.organisations import organisations
from .claims import Ground, claims_of
from .cues import Act
from .flows import Move, gather_flows, requests
from .gathering import Candidate, in_order
from .gists import UNREAD, gist_of
from .handling import channels, retention, rights, safeguards
from .matter import Matter, activity_for, drop_lone_parents, gather_matter, rest_bases
from .naming import Ids, clean
from .parties import gather_people
from .people import CONTROLLER, REGULATOR, People
from .reading import Read, read_sentences

#: How sure it is by which a candidate is called certain, and what a person should look at first.
ASKED: Final = "Check this first: the words leave it open."


def draft_map(text: str, *, map_id: str, title: str = "", as_of: dt.date) -> DataMap:
    """Return a first data map of a notice that nobody has mapped.

    Everything in it is a candidate: it cites the sentences that it was read from, and its `confidence` says
    how plain they are. What no sentence says is left open. The text itself is not in the map: each clause has
    its fingerprint, its sketch and a gist made from what was recognised.

    Parameters
    ----------
    text
        The notice.
    map_id
        The id of the map, in kebab-case.
    title
        What the map is called; by default, after its controller.
    as_of
        The day on which the notice was read.

    >>> drafted = draft_map("Kite Foods Ltd is the controller. We share your name with our insurers.",
    ...                     map_id="kite", as_of=dt.date(2026, 11, 22))
    >>> [(flow.sender, flow.recipient, flow.data) for flow in drafted.flows]
    [('kite-foods-ltd', 'insurers', ('names',))]
    """
    reads, headings = read_sentences(text)
    ids = Ids()
    for name in (map_id, *(read.clause for read in reads)):
        ids.make(name)
    named = organisations([_beginning(read) for read in reads])
    people = gather_people(reads, named, ids, "Whoever publishes the notice")
    matter = gather_matter(reads, ids)
    drop_lone_parents(matter)
    flows = _activities_and_flows(reads, people, matter, ids)
    officer = _officer(reads, people, ids)
    notice = _notice(people, title, headings, as_of)
    entries = _entries(reads, people, matter, flows, officer, ids)
    head = _head(map_id, title, people, officer, as_of)
    return DataMap.model_validate({"map": head, "notice": notice, **entries})


def _notice(people: People, title: str, headings: Sequence[str], as_of: dt.date) -> dict[str, Any]:
    return {
        "title": clean(title) or clean(next(iter(headings), "")) or "Privacy notice",
        "publisher": people.id(CONTROLLER),
        "read_on": as_of,
        "headings": headings,
    }


def _activities_and_flows(
    reads: Sequence[Read], people: People, matter: Matter, ids: Ids
) -> dict[Move, Candidate]:
    for purpose in list(matter.purposes):
        activity_for(matter, purpose, ids)
    rest_bases(matter, reads, ids)
    flows = gather_flows(reads, people, matter, ids)
    flows |= requests(reads, people, matter, ids)
    _fill_activities(matter, flows, people)
    return flows


def _beginning(read: Read) -> Sentence:
    return read.sentence.model_copy(update={"text": read.text}) if read.is_cut else read.sentence


def _head(
    map_id: str, title: str, people: People, officer: Candidate | None, as_of: dt.date
) -> dict[str, Any]:
    controller = people.found[CONTROLLER]
    return {
        "id": map_id,
        "title": clean(title) or clean(f"{controller.name}, drafted from its notice"),
        "jurisdiction": "United Kingdom",
        "controller": controller.id,
        "dpo": officer.id if officer else None,
        "regulator": people.id(REGULATOR) if REGULATOR in people.found else None,
        "reviewed_on": as_of,
    }


def _officer(reads: Sequence[Read], people: People, ids: Ids) -> Candidate | None:
    """Return the data protection officer, where a notice has one."""
    named = [read for read in reads if Act.OFFICER in read.own and not _is_denied(read)]
    if not named:
        return None
    made = Candidate(ids.make("data-protection-officer"), "Data Protection Officer")
    made.fields = {"kind": PartyKind.TEAM, "part_of": people.id(CONTROLLER)}
    made.rest_on([read.clause for read in named], Confidence.LIKELY)
    people.found["officer"] = made
    return made


def _is_denied(read: Read) -> bool:
    return bool({"not", "no", "without"} & set(read.stems)) or "too small" in read.text.casefold()


def _fill_activities(matter: Matter, flows: dict[Move, Candidate], people: People) -> None:
    """Give every activity its clauses, parties, people and data, from its purpose and its flows."""
    for purpose, activity in matter.activities.items():
        goal = matter.purposes[purpose]
        activity.rest_on(goal.clauses, goal.sure)
        activity.add(controllers=[people.id(CONTROLLER)], processors=(), subjects=(), data=())
        for clause in goal.clauses:
            activity.add(
                data=(
                    matter.data[name].id for name in matter.of_clause.get(clause, ()) if name in matter.data
                )
            )
            activity.add(subjects=(people.id(key) for key in people.subjects.get(clause, ())))
    for move, flow in flows.items():
        activity = matter.activities[move.purpose]
        activity.rest_on(flow.clauses, Confidence.ASK)
        activity.add(data=flow.lists["data"], subjects=flow.lists["subjects"])
        if flow.fields["role"] == "processor":
            activity.add(processors=[flow.fields["to"]])
    for purpose, activity in matter.activities.items():
        matter.purposes[purpose].rest_on(
            activity.clauses if not matter.purposes[purpose].clauses else (), Confidence.ASK
        )
        if not activity.lists["subjects"]:
            activity.add(subjects=[people.id(people.addressed)])


def _entries(  # noqa: PLR0913, PLR0917  the parts of a map
    reads: Sequence[Read],
    people: People,
    matter: Matter,
    flows: dict[Move, Candidate],
    officer: Candidate | None,
    ids: Ids,
) -> dict[str, list[dict[str, Any]]]:
    kept = retention(reads, matter, ids).values()
    doors = channels(reads, people, ids)
    by_clause: dict[str, list[str]] = {}
    for door in doors.values():
        for clause in door.clauses:
            by_clause.setdefault(clause, []).append(door.id)
    ground = Ground(
        people, matter, {clause: one.id for one in kept for clause in one.clauses}, by_clause, officer
    )
    return {
        "parties": [_party(one) for one in in_order(people.found)],
        "data": [_data(one, matter) for one in in_order(matter.data)],
        "purposes": [one.entry() for one in in_order(matter.purposes)],
        "activities": [_activity(one) for one in in_order(matter.activities)],
        "flows": [_flow(one) for one in _flows_in_order(flows)],
        "retention": [one.entry() for one in kept],
        "safeguards": [one.entry() for one in safeguards(reads, ids).values()],
        "rights": [_right(one, doors.values(), people) for one in rights(reads, ids).values()],
        "channels": [one.entry() for one in doors.values()],
        "clauses": [_clause(read, ground) for read in reads],
    }


def _party(one: Candidate) -> dict[str, Any]:
    found = one.entry()
    if one.sure is Confidence.ASK and not one.note:
        found["note"] = "Only mentioned: say whether it gets data, gives it, or neither."
    return found


def _activity(one: Candidate) -> dict[str, Any]:
    found = one.entry()
    if not one.fields.get("bases"):
        found["note"] = "No lawful basis is named beside this purpose."
    return found


def _data(one: Candidate, matter: Matter) -> dict[str, Any]:
    above = one.fields.get("parent")
    found = one.entry(parent=matter.data[above].id if above else None)
    if one.sure is Confidence.LIKELY and any(
        other.fields.get("parent") and matter.data[other.fields["parent"]] is one
        for other in matter.data.values()
    ):
        found["stance"] = Stance.INFERRED
    return found


def _flows_in_order(flows: dict[Move, Candidate]) -> list[Candidate]:
    return in_order({flow.id: flow for flow in flows.values()})


def _flow(one: Candidate) -> dict[str, Any]:
    found = one.entry()
    found.pop("name")
    if found.pop("inferred", False):
        found["stance"] = Stance.INFERRED
    if one.sure is Confidence.ASK and not one.note:
        found["note"] = ASKED
    elif one.fields["role"] is Role.UNCLEAR and not one.note:
        found["note"] = "Say whether the recipient acts for the controller or decides for itself."
    return found


def _right(one: Candidate, doors: Iterable[Candidate], people: People) -> dict[str, Any]:
    found = one.entry()
    found.pop("name")
    regulator = people.found.get(REGULATOR)
    to_regulator = one.fields["right"] == "complain-to-regulator"
    use = "complaints" if one.fields["right"].startswith("complain") else "rights"
    found["channels"] = tuple(
        door.id
        for door in doors
        if (door.fields["party"] == (regulator.id if regulator else None)) is to_regulator
        and use in door.lists["uses"]
        and door.fields["address"] is not Gap.NOT_STATED
    )
    return found


def _clause(read: Read, ground: Ground) -> dict[str, Any]:
    gist = gist_of(read)
    found = {
        "id": read.clause,
        "heading": clean(read.sentence.heading, 1000) or NO_HEADING,
        "place": read.sentence.place,
        "fingerprint": fingerprint(read.sentence.text),
        "sketch": sketch(read.sentence.text),
        "gist": gist,
        "claims": claims_of(read, ground),
    }
    if read.is_cut:
        found["note"] = "Only the beginning of this sentence was read: it is too long."
    elif gist == UNREAD:
        found["note"] = "Nothing in it was recognised."
    return found
