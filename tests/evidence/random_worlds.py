"""Small maps and logs at random: every field that the judgement looks at, and words of every sort.

All is drawn from one `random.Random`, which may be hypothesis's own: then what is drawn shrinks.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, TypeVar

from audit_lib.model.activity import Basis
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import Source
from audit_lib.model.flow import Role
from audit_lib.model.restriction import Ground

from .worlds import World, micros, source

T = TypeVar("T")
Rows = list[dict[str, Any]]

KINDS = ("other", "direct-marketing", "legal-claims", "authority-requests")
PERIODS = ("P1Y", "P13M", "P1M", "P1M1D", "P4W", "P30D", "P31D", "P0D", "P9999Y", "not-stated")
COUNTRIES = ("GB", "NO", "US")
#: Days on which clocks change, leap days, ends of months and of years.
DAYS = (
    "2024-02-29", "2025-02-28", "2025-12-31", "2026-01-01", "2026-02-28", "2026-03-28", "2026-03-29",
    "2026-03-30", "2026-04-29", "2026-06-30", "2026-10-24", "2026-10-25", "2026-10-26", "2026-11-22",
)  # fmt: skip
TIMES = ("00:00", "00:30", "01:30", "02:00", "12:00", "23:59:59.999999")


def some(dice: random.Random, among: Sequence[T], most: int, least: int = 0) -> list[T]:
    """Return some of them, each once, in their order."""
    count = min(dice.randint(least, most), len(among))
    return [among[at] for at in sorted(dice.sample(range(len(among)), count))]


def maybe(dice: random.Random, among: Sequence[T], chance: float = 0.5) -> T | None:
    return dice.choice(among) if among and dice.random() < chance else None


def random_world(dice: random.Random, rows: int = 20) -> World:
    """Return a map, its sources and about so many rows in each log."""
    data_map = random_map(dice)
    numbers = dice.random() < 0.5
    people: list[Any] = list(range(1, 6)) if numbers else ["1", "01", "ann", "b b", "\u00e9va"]
    sources, filled = [], {}
    for at in range(dice.randint(1, 2)):
        log = _log(dice, data_map, f"log-{at}")
        sources.append(log)
        filled[log.id] = _observations(dice, data_map, log, people, dice.randint(1, rows))
    for side, fill in _sides(dice, data_map):
        sources.append(side)
        listed = [fill(dice.choice(people)) for _ in range(dice.randint(1, max(rows // 2, 3)))]
        filled[side.id] = [_blurred(dice, row) for row in listed]
    return World(data_map, tuple(sources), filled)


# The map ------------------------------------------------------------------------------------------------


def random_map(dice: random.Random) -> DataMap:
    parties = [_party(dice, at) for at in range(dice.randint(3, 6))]
    names = [party["id"] for party in parties]
    generic = [party["id"] for party in parties if party["generic"]]
    for at, party in enumerate(parties):
        party["part_of"] = maybe(dice, names[:at], 0.3)
        party["recipient_class"] = maybe(dice, [name for name in generic if name < party["id"]], 0.4)
    parties.append({**_party(dice, 9), "id": "people", "kind": "individuals", "generic": False})
    data = [_entry(f"d{at}", parent=maybe(dice, [f"d{one}" for one in range(at)], 0.6)) for at in range(5)]
    systems = [_entry(f"s{at}", kind="platform", operator=dice.choice(names)) for at in range(2)]
    purposes = [_entry(f"u{at}", kind=dice.choice(KINDS)) for at in range(3)]
    activities = [_activity(dice, f"a{at}", names) for at in range(3)]
    flows = [_flow(dice, f"f{at}", [*names, "people"]) for at in range(dice.randint(1, 7))]
    head = {"id": "m", "title": "M", "jurisdiction": "United Kingdom", "controller": names[0]}
    return DataMap.model_validate(
        {
            "map": head,
            "parties": parties,
            "systems": systems,
            "data": data,
            "purposes": purposes,
            "activities": activities,
            "flows": flows,
            "retention": [_retention(dice, f"r{at}") for at in range(dice.randint(0, 4))],
        }
    )


def _entry(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "name": f"The {name}", "stance": "recorded", **fields}


def _party(dice: random.Random, at: int) -> dict[str, Any]:
    kind = dice.choice(("organisation", "organisation", "authority"))
    country = dice.choice(("not-stated", *COUNTRIES[1:]))
    return _entry(f"p{at}", kind=kind, generic=dice.random() < 0.4, country=country, aliases=[f"Party {at}"])


def _activity(dice: random.Random, name: str, parties: list[str]) -> dict[str, Any]:
    bases = some(dice, ("consent", "contract", "legal-obligation"), 2)
    return _entry(
        name,
        function="Work",
        purpose=f"u{dice.randrange(3)}",
        controllers=[parties[0]],
        processors=some(dice, parties[1:], 1),
        subjects=["people"],
        data=["d0"],
        bases=[{"basis": basis, "stance": "recorded"} for basis in bases],
    )


def _flow(dice: random.Random, name: str, parties: list[str]) -> dict[str, Any]:
    sender, recipient = dice.sample(parties, 2)
    since, until = sorted(dice.choices(DAYS, k=2))
    country = maybe(dice, ("not-stated", "US", "FR"))
    return {
        "id": name,
        "stance": dice.choice(("recorded", "expected")),
        "from": sender,
        "to": recipient,
        "via": maybe(dice, ("s0", "s1")),
        "activity": f"a{dice.randrange(3)}",
        "data": some(dice, ("d0", "d1", "d2", "d3", "d4"), 2, 1),
        "subjects": ["people"],
        "role": dice.choice(("controller", "processor", "unclear")),
        "transfer": {"country": country} if country else "not-stated",
        "since": maybe(dice, (since,), 0.3),
        "until": maybe(dice, (until,), 0.3),
    }


def _retention(dice: random.Random, name: str) -> dict[str, Any]:
    return _entry(
        name,
        period=dice.choice(PERIODS),
        data=some(dice, ("d0", "d1", "d2", "d3", "d4"), 2),
        activities=some(dice, ("a0", "a1", "a2"), 1),
    )


# The logs -----------------------------------------------------------------------------------------------


def moment(dice: random.Random) -> int:
    """Return a moment in London, in either hour where the clock shows it twice."""
    return micros(f"{dice.choice(DAYS)} {dice.choice(TIMES)}") + dice.choice((0, 0, 3_600_000_000))


def _words(data_map: DataMap) -> dict[str, list[str]]:
    parties = [party.id for party in data_map.parties]
    return {
        "sender": parties,
        "recipient": parties,
        "data": list(data_map.category),
        "purpose": list(data_map.purpose),
        "activity": list(data_map.activity),
        "basis": list(Basis)[:3],
        "role": [Role.CONTROLLER.value, Role.PROCESSOR.value],
        "country": [*COUNTRIES, "FR"],
        "system": list(data_map.system),
    }


def _log(dice: random.Random, data_map: DataMap, name: str) -> Source:
    """Return a log without some columns, with some constants, and with a word of its own."""
    words = _words(data_map)
    constant = some(dice, ("sender", "recipient", "purpose", "basis", "country", "system"), 1)
    known = {column: str(dice.choice(words[column])) for column in constant}
    return source(
        name, "disclosures", constants=known, values={"data": {"Its own": dice.choice(words["data"])}}
    )


def _observations(dice: random.Random, data_map: DataMap, log: Source, people: list[Any], rows: int) -> Rows:
    words = _words(data_map)
    left_out = some(
        dice, ("sender", "purpose", "activity", "basis", "role", "country", "system", "person"), 4
    )
    columns = [column for column in words if column not in (*left_out, *log.constants)]
    text = dice.random() < 0.3
    found: Rows = []
    for at in range(rows):
        row = {column: _cell(dice, column, words[column]) for column in columns}
        if dice.random() < 0.6:
            row |= _as_declared(dice, data_map, columns)
        row |= {"id": f"n {at}" if text else at, "at": moment(dice)}
        if "person" not in left_out:
            row["person"] = maybe(dice, people, 0.9)
        found.append(row)
    return found


def _as_declared(dice: random.Random, data_map: DataMap, columns: list[str]) -> dict[str, Any]:
    """Return the ends and the data of a flow, that the rest of a row may agree with or not."""
    flow = dice.choice(data_map.flows)
    data = dice.choice(sorted(data_map.below[dice.choice(flow.data)]))
    ends = {"sender": flow.sender, "recipient": flow.recipient, "data": data}
    return {column: word for column, word in ends.items() if column in columns}


def _cell(dice: random.Random, column: str, words: list[str]) -> str | None:
    """Return a word as logs have them: mostly an id, at times as a name, empty or unknown."""
    chance, word = dice.random(), str(dice.choice(words))
    if column in ("recipient", "data") and chance < 0.9:
        return word
    if chance < 0.55:
        return word
    if chance < 0.9:
        return dice.choice((None, "", "  "))
    if chance < 0.96:
        named = {"data": "its OWN", "basis": word.replace("-", " ")}
        return named.get(column, f" {word} " if column in ("role", "country") else f"the  {word.upper()}")
    return dice.choice(("Unknown 'word'", "\u00fcnknown", "%"))


def _sides(dice: random.Random, data_map: DataMap) -> list[tuple[Source, Any]]:
    """Return some of the sources that a log is judged against, each with what makes a row about a person."""
    words = _words(data_map)
    rules = some(dice, [one.id for one in data_map.retention], 4)

    def restricted(person: Any) -> dict[str, Any]:
        row = {"person": person, "since": moment(dice), "until": _later(dice)}
        row["ground"] = dice.choice(list(Ground)).value
        return row | {"data": maybe(dice, words["data"]), "activity": maybe(dice, words["activity"])}

    def consented(person: Any) -> dict[str, Any]:
        row = {"person": person, "purpose": dice.choice(words["purpose"])}
        return row | {"since": moment(dice), "until": _later(dice)}

    def ended(person: Any) -> dict[str, Any]:
        return {"person": person, "at": moment(dice) if dice.random() < 0.9 else None}

    def deleted(person: Any) -> dict[str, Any]:
        row = {"person": person, "at": moment(dice), "sender": dice.choice(words["sender"])}
        return row | {"data": dice.choice(words["data"])}

    def asked(person: Any) -> dict[str, Any]:
        return {"person": person, "at": moment(dice), "recipient": dice.choice(words["recipient"])}

    kept = [
        (source("restricted", "restrictions"), restricted),
        (source("consented", "consents"), consented),
        (source("ended", "ends", starts=rules), ended),
        (source("ended-too", "ends", starts=rules[:1]), ended),
        (source("deleted", "deletions"), deleted),
        (source("asked", "requests"), asked),
    ]
    return [side for side in kept if dice.random() < 0.7]


def _blurred(dice: random.Random, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of a list as lists are: now and then a word is empty or unknown, or nobody is named."""
    if dice.random() < 0.8:
        return row
    words = [column for column in row if column not in ("at", "since", "until", "person")]
    column = dice.choice([*words, "person"])
    return row | {column: None if column == "person" else dice.choice(("", None, "  ", "Nobody knows"))}


def _later(dice: random.Random) -> int | None:
    return moment(dice) if dice.random() < 0.5 else None
