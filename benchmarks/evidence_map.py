"""A large invented map for the benchmark of evidence: who gives what to whom, and how long it is kept.

400 flows between 250 parties (one in ten is people, teams are part of the controller, twelve classes of
recipients have members), 160 leaf categories in three levels (15 % of the flows name one of the first level,
35 % of the second), 60 countries, 24 purposes (three of direct marketing), 48 activities. Same seed, same
map.
"""

from __future__ import annotations

import random
from typing import Any

from audit_lib.model.data_map import DataMap

FLOWS, PARTIES, CLASSES, SYSTEMS, ACTIVITIES = 400, 250, 12, 40, 48
TOPS, GROUPS, LEAVES = 10, 4, 4
COUNTRIES = tuple(f"{first}{second}" for first in "ABCDEF" for second in "KLMNOPQRST")
BASES = ("contract", "legal-obligation", "legitimate-interests", "public-task", "vital-interests")
MARKETING, REQUESTS, CLAIMS = ("u21", "u22", "u23"), "u20", "u19"

Entry = dict[str, Any]


def evidence_map(seed: int = 1) -> DataMap:
    """Return the map; the model has checked it."""
    dice = random.Random(seed)
    parties = _parties(dice)
    data = _categories()
    activities = _activities(dice, data)
    return DataMap.model_validate(
        {
            "map": {"id": "large", "title": "Large", "jurisdiction": "GB", "controller": "p0"},
            "parties": parties,
            "data": data,
            "systems": [
                _entry(f"s{at}", kind="platform", operator=f"p{0 if at % 2 else 100 + at}")
                for at in range(SYSTEMS)
            ],
            "purposes": _purposes(),
            "activities": activities,
            "flows": _flows(dice, parties, data, activities),
            "retention": _retention(dice, data, activities),
        }
    )


def _entry(name: str, **fields: Any) -> Entry:
    return {"id": name, "name": f"Entry {name}", "stance": "recorded", **fields}


def _parties(dice: random.Random) -> list[Entry]:
    found = [_entry("p0", kind="organisation")]
    classes = [f"p{at}" for at in range(1, CLASSES + 1)]
    found += [_entry(name, kind="organisation", generic=True) for name in classes]
    for at in range(CLASSES + 1, PARTIES):
        name = f"p{at}"
        if at % 10 == 3:
            found.append(_entry(name, kind="individuals"))
        elif at % 10 == 5:
            found.append(_entry(name, kind="team", part_of="p0"))
        else:
            kind = "authority" if at % 10 == 7 else "organisation"
            country = dice.choice(COUNTRIES) if dice.random() < 0.3 else "not-stated"
            above = dice.choice(classes) if dice.random() < 0.2 else None
            found.append(_entry(name, kind=kind, country=country, recipient_class=above))
    return found


def _categories() -> list[Entry]:
    tops = [_entry(f"d{top}") for top in range(TOPS)]
    groups = [_entry(f"d{top}-{group}", parent=f"d{top}") for top in range(TOPS) for group in range(GROUPS)]
    leaves = [
        _entry(f"{group['id']}-{leaf}", parent=group["id"]) for group in groups for leaf in range(LEAVES)
    ]
    return [*tops, *groups, *leaves]


def _purposes() -> list[Entry]:
    kinds = {CLAIMS: "legal-claims", REQUESTS: "authority-requests"}
    kinds |= dict.fromkeys(MARKETING, "direct-marketing")
    return [_entry(name, kind=kinds.get(name, "other")) for name in (f"u{at}" for at in range(24))]


def _activities(dice: random.Random, data: list[Entry]) -> list[Entry]:
    found = []
    for at in range(ACTIVITIES):
        purpose = f"u{at % 24}"
        bases = ["consent"] if purpose in MARKETING else dice.sample(BASES, dice.choice((0, 1, 1, 2)))
        found.append(
            _entry(
                f"a{at}",
                function="operations",
                purpose=purpose,
                controllers=["p0"],
                processors=[f"p{100 + at * 2}"] if at < SYSTEMS else [],
                subjects=["p13"],
                data=[dice.choice(data)["id"]],
                bases=[{"basis": basis, "stance": "recorded"} for basis in bases],
            )
        )
    return found


def _flows(
    dice: random.Random, parties: list[Entry], data: list[Entry], activities: list[Entry]
) -> list[Entry]:
    people = [party["id"] for party in parties if party["kind"] == "individuals"]
    others = [party["id"] for party in parties if party["kind"] != "individuals"]
    authorities = [party["id"] for party in parties if party["kind"] == "authority"]
    senders = [*others[:80], *people[:3]]
    levels = [data[:TOPS], data[TOPS : TOPS * (1 + GROUPS)], data[TOPS * (1 + GROUPS) :]]
    found: list[Entry] = []
    for at in range(FLOWS):
        work = dice.choice(activities)
        sender = "p0" if dice.random() < 0.3 else dice.choice(senders)
        ends = authorities if work["purpose"] == REQUESTS else others
        recipient = dice.choice([party for party in ends if party != sender])
        if found and dice.random() < 0.15:  # between the same ends as another, for something else
            other = dice.choice(found)
            sender, recipient = other["from"], other["to"]
        level = dice.choices(levels, weights=(15, 35, 50))[0]
        found.append(
            {
                "id": f"f{at}",
                "stance": "recorded",
                "from": sender,
                "to": recipient,
                "via": f"s{at % SYSTEMS}",
                "activity": work["id"],
                "data": [one["id"] for one in dice.sample(level, dice.choice((1, 1, 2)))],
                "subjects": [people[0]],
                "role": dice.choice(("controller", "processor", "unclear")),
                "transfer": _transfer(dice),
                "since": "2026-02-01" if dice.random() < 0.04 else None,
                "until": "2026-09-30" if dice.random() < 0.04 else None,
            }
        )
    return found


def _transfer(dice: random.Random) -> Entry | str:
    chance = dice.random()
    if chance < 0.4:
        return {"country": dice.choice(COUNTRIES)}
    return {"country": "not-stated"} if chance < 0.45 else "not-stated"


def _retention(dice: random.Random, data: list[Entry], activities: list[Entry]) -> list[Entry]:
    periods = ("P1Y", "P18M", "P2Y", "P6Y")
    found = [
        _entry(f"keep-{one['id']}", period=dice.choice(periods), data=[one["id"]], starts="The end")
        for one in data[: TOPS + 12]
    ]
    named = [one["id"] for one in activities[:6]]
    return [*found, _entry("keep-work", period="P3Y", activities=named, starts="The end")]
