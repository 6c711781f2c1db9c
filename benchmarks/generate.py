"""Large data maps from a seed, for every benchmark.

A map of N flows has N/4 parties (at least 24; one in twenty is people, the first is the controller), N/20
systems, N/50 activities (at least 32), N/20 clauses, 200 data categories in a hierarchy (8 over 32 over 160),
32 purposes.
Three flows in ten start at people; the others run from parties of low number to parties of high number, and
one in twenty runs back, so that there are circles. Most flows carry what their sender was given, so that data
comes several steps far. 15 % of the flows name a category that has others beneath it.

The nouns are put together with ``model_construct``, which checks nothing: that is what makes 100,000 flows a
matter of seconds. What comes out is a map that the model accepts all the same: `main` proves it for a size,
and tests/graph/test_generate.py does so for small ones.

    python benchmarks/generate.py 10000 --out FOLDER     writes FOLDER/map.yaml
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from audit_lib.model.activity import Activity
from audit_lib.model.data import DataCategory, Sensitivity
from audit_lib.model.data_map import DataMap
from audit_lib.model.flow import Flow, Role
from audit_lib.model.map_info import MapInfo
from audit_lib.model.notice import Clause, Notice
from audit_lib.model.noun import Stance
from audit_lib.model.party import Party, PartyKind
from audit_lib.model.purpose import Purpose
from audit_lib.model.system import System, SystemKind

TOPS, GROUPS, LEAVES, PURPOSES = 8, 32, 160, 32
#: Flows and activities are about these first kinds of people.
SUBJECTS = 8
AT_PARENT_LEVEL, BACK, FROM_PEOPLE, FED = 0.15, 0.05, 0.3, 0.9


def generate(flows: int, seed: int = 1) -> DataMap:
    """Return a map of so many flows; the same number and seed give the same map."""
    dice = random.Random(seed)
    parties = _parties(max(flows // 4, 24))
    people = [party.id for party in parties if party.kind is PartyKind.INDIVIDUALS][:SUBJECTS]
    others = [party.id for party in parties if party.kind is not PartyKind.INDIVIDUALS]
    systems = list(_systems(max(flows // 20, 4), others, dice))
    clauses = [_clause(at, dice) for at in range(max(flows // 20, 2))]
    activities = list(_activities(max(flows // 50, PURPOSES), others, people, dice))
    moves = _moves(flows, parties, dice)
    info = MapInfo(id="generated", title="Generated", jurisdiction="GB", controller=others[0], version="1")
    return DataMap.model_construct(
        info=info,
        parties=parties,
        systems=tuple(systems),
        data=tuple(_categories()),
        purposes=tuple(_purposes()),
        activities=tuple(activities),
        flows=tuple(_flows(moves, people, systems, activities, clauses, dice)),
        notice=Notice(title="Generated notice", publisher=others[0], headings=("Generated",)),
        clauses=tuple(clauses),
    )


def _parties(count: int) -> tuple[Party, ...]:
    def kind(at: int) -> PartyKind:
        if at % 20 == 1:
            return PartyKind.INDIVIDUALS
        return {0: PartyKind.ORGANISATION, 7: PartyKind.AUTHORITY}.get(at % 40, PartyKind.ORGANISATION)

    return tuple(
        Party.model_construct(id=f"p{at}", stance=Stance.RECORDED, name=f"Party {at}", kind=kind(at))
        for at in range(count)
    )


def _categories() -> Iterator[DataCategory]:
    for at in range(TOPS + GROUPS + LEAVES):
        above = None
        if at >= TOPS + GROUPS:
            above = f"d{TOPS + (at - TOPS - GROUPS) % GROUPS}"
        elif at >= TOPS:
            above = f"d{(at - TOPS) % TOPS}"
        level = list(Sensitivity)[at % 4] if at % 5 == 0 else Sensitivity.ORDINARY
        yield DataCategory.model_construct(
            id=f"d{at}", stance=Stance.RECORDED, name=f"Category {at}", parent=above, sensitivity=level
        )


def _purposes() -> Iterator[Purpose]:
    for at in range(PURPOSES):
        yield Purpose.model_construct(id=f"u{at}", stance=Stance.RECORDED, name=f"Purpose {at}")


def _leaf(dice: random.Random) -> str:
    """Return a category of the last level; some are far more common than others."""
    return f"d{TOPS + GROUPS + int(LEAVES * dice.random() ** 3)}"


def _above(category: str, steps: int) -> str:
    """Return the category that stands so many steps above one of the last level."""
    group = TOPS + (int(category[1:]) - TOPS - GROUPS) % GROUPS
    return f"d{group}" if steps == 1 else f"d{(group - TOPS) % TOPS}"


def _moves(flows: int, parties: tuple[Party, ...], dice: random.Random) -> list[tuple[str, str, list[str]]]:
    """Return sender, recipient and data of each flow; most carry what their sender has got."""
    people = [at for at, party in enumerate(parties) if party.kind is PartyKind.INDIVIDUALS]
    ends = []
    for _ in range(flows):
        low, high = sorted(dice.sample(range(len(parties)), 2))
        sender, recipient = (high, low) if dice.random() < BACK else (low, high)
        person = dice.choice(people)
        if dice.random() < FROM_PEOPLE and person != recipient:
            sender = person
        ends.append((sender, recipient))
    first = set(people)
    held: list[dict[str, None]] = [{} for _ in parties]
    moves = []
    for asked, recipient in sorted(ends, key=lambda pair: (pair[0] not in first, pair)):
        # Who was given nothing has nothing to pass on: people speak instead.
        sender = asked
        if asked not in first and not held[asked]:
            sender = dice.choice([one for one in people[:SUBJECTS] if one != recipient])
        got = [] if sender in first or dice.random() > FED else list(held[sender])
        some = [dice.choice(got) if got else _leaf(dice) for _ in range(dice.randint(1, 4))]
        held[recipient].update(dict.fromkeys(some))
        if dice.random() < AT_PARENT_LEVEL:
            some[0] = _above(some[0], dice.randint(1, 2))
        moves.append((parties[sender].id, parties[recipient].id, list(dict.fromkeys(some))))
    dice.shuffle(moves)
    return moves


def _systems(count: int, others: list[str], dice: random.Random) -> Iterator[System]:
    for at in range(count):
        yield System.model_construct(
            id=f"s{at}",
            stance=Stance.RECORDED,
            name=f"System {at}",
            kind=SystemKind.PLATFORM,
            operator=dice.choice(others),
            holds=tuple(dict.fromkeys(_leaf(dice) for _ in range(at % 3))),
        )


def _clause(at: int, dice: random.Random) -> Clause:
    return Clause.model_construct(
        id=f"c{at}",
        heading="Generated",
        place=f"{at + 1}.1",
        fingerprint=f"{dice.getrandbits(64):016x}",
        sketch=f"{dice.getrandbits(256):064x}",
        gist=f"Sentence {at} says that some data goes somewhere.",
    )


def _activities(count: int, others: list[str], people: list[str], dice: random.Random) -> Iterator[Activity]:
    for at in range(count):
        yield Activity.model_construct(
            id=f"a{at}",
            stance=Stance.RECORDED,
            name=f"Activity {at}",
            function="operations",
            purpose=f"u{at % PURPOSES}",
            controllers=(dice.choice(others),),
            subjects=(dice.choice(people),),
            data=(_leaf(dice), _leaf(dice)),
            creates=(_leaf(dice),) if at % 4 == 0 else (),
        )


def _flows(
    moves: list[tuple[str, str, list[str]]],
    people: list[str],
    systems: list[System],
    activities: list[Activity],
    clauses: list[Clause],
    dice: random.Random,
) -> Iterator[Flow]:
    for at, (sender, recipient, data) in enumerate(moves):
        stance = dice.choice((Stance.STATED, Stance.RECORDED, Stance.EXPECTED))
        yield Flow.model_construct(
            id=f"f{at}",
            stance=stance,
            clauses=(dice.choice(clauses).id,) if stance is Stance.STATED else (),
            sender=sender,
            recipient=recipient,
            via=dice.choice(systems).id,
            activity=dice.choice(activities).id,
            data=tuple(data),
            subjects=tuple(dict.fromkeys(dice.choices(people, k=2))),
            role=dice.choice((Role.CONTROLLER, Role.PROCESSOR)),
            condition=f"Only where the work of activity number {at % 97} asks for it, and no longer.",
            contract=f"Agreement {at % 1009} of the year {2000 + at % 27}",
        )


def yaml_text(data_map: DataMap) -> str:
    """Return a generated map as the text of one ``map.yaml``, about 300 bytes a flow."""
    info = data_map.info
    lines = ["map:", *_fields(info.model_dump(mode="json", exclude_defaults=True), "  ")]
    if data_map.notice:
        lines += ["notice:", *_fields(data_map.notice.model_dump(mode="json", exclude_defaults=True), "  ")]
    for section in ("parties", "systems", "data", "purposes", "activities", "flows", "clauses"):
        lines += [f"{section}:", *_listed(getattr(data_map, section))]
    return "\n".join(lines) + "\n"


def _listed(entries: Iterable[Any]) -> Iterator[str]:
    for entry in entries:
        first, *rest = _fields(entry.model_dump(mode="json", by_alias=True, exclude_defaults=True), "    ")
        yield f"  - {first.strip()}"
        yield from rest


def _fields(values: dict[str, Any], indent: str) -> Iterator[str]:
    for name, value in values.items():
        said = f"[{', '.join(value)}]" if isinstance(value, list) else _scalar(str(value))
        yield f"{indent}{name}: {said}"


def _scalar(text: str) -> str:
    """Return a scalar that YAML reads as text: what would be a number is quoted."""
    return f'"{text}"' if text.replace(".", "").isdigit() or ": " in text else text


def main() -> None:
    asked = argparse.ArgumentParser(description="Write a generated map, or prove that it is valid.")
    asked.add_argument("flows", type=int)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--out", type=Path)
    given = asked.parse_args()
    data_map = generate(given.flows, given.seed)
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)
        (given.out / "map.yaml").write_text(yaml_text(data_map), encoding="utf-8")
    else:
        DataMap.model_validate(data_map.content())
        print(f"{len(data_map.flows)} flows: the model accepts the map.")


if __name__ == "__main__":
    main()
