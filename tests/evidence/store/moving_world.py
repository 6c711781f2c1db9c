"""A map, its sources and their files, which change step by step as those of an office do from day to day."""

from __future__ import annotations

import datetime as dt
import os
import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from audit_lib.evidence.check import check_evidence
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import Column, Evidence, Source, SourceKind
from audit_lib.model.reconciliation import Reconciliation

from ..random_worlds import DAYS, PERIODS, Rows, random_world
from ..worlds import MOMENTS, micros

AS_OF = dt.date(2026, 11, 22)
#: What a run says of reading, which differs where only a part had to be read.
ABOUT_READING = {"reads", "skipped"}


def answer(found: Reconciliation) -> str:
    """Return all that a comparison says but what was read in this run."""
    return found.model_dump_json(exclude=ABOUT_READING)


class MovingWorld:
    """Sources whose files stand in a folder; `step` changes one thing, `kept` and `direct` compare."""

    def __init__(self, root: Path, dice: random.Random, rows: int = 12) -> None:
        self.root, self.dice = root, dice
        world = random_world(dice, rows)
        self.data_map = world.data_map
        self.sources: dict[str, Source] = {}
        self.rows: dict[str, list[Rows]] = {}
        self.shapes: dict[str, dict[str, pa.DataType]] = {}
        self.gone: dict[str, list[Path]] = {}
        self.clock = 1_700_000_000
        self.unread = set[str]()
        for source in world.sources:
            self._add_source(source, world.rows[source.id])
        self.left = self.sources.pop("log-1", None) if dice.random() < 0.5 else None

    def _add_source(self, source: Source, rows: Rows) -> None:
        names = sorted({name for row in rows for name in row})
        self.shapes[source.id] = {name: _type(name, [row.get(name) for row in rows]) for name in names}
        columns = {Column(name): name for name in names}
        files = (f"{source.id}/*.parquet",)
        self.sources[source.id] = source.model_copy(update={"files": files, "columns": columns})
        (self.root / source.id).mkdir()
        half = len(rows) // 2
        parts = [rows[:half], rows[half:]] if source.kind is SourceKind.DISCLOSURES and half else [rows]
        self.rows[source.id] = []
        for part in parts:
            self.rows[source.id].append(part)
            self.write(source.id, len(self.rows[source.id]) - 1)

    def path(self, name: str, number: int) -> Path:
        return self.root / name / f"{number}.parquet"

    def write(self, name: str, number: int) -> None:
        """Write a file, as later than all before: a clock may be too coarse to tell."""
        rows, shape = self.rows[name][number], self.shapes[name]
        table = pa.table(
            {one: pa.array([_cell(one, row.get(one)) for row in rows], of) for one, of in shape.items()}
        )
        pq.write_table(table, self.path(name, number))
        self.clock += 1
        os.utime(self.path(name, number), (self.clock, self.clock))
        self.unread.add(name)

    @staticmethod
    def touch(file: Path, changed_ns: int) -> None:
        """Make a file look as if it had not been changed."""
        os.utime(file, ns=(changed_ns, changed_ns))

    @property
    def evidence(self) -> Evidence:
        return Evidence(sources=tuple(self.sources.values()))

    def logs(self) -> list[str]:
        return [name for name, one in self.sources.items() if one.kind is SourceKind.DISCLOSURES]

    def kept(self, store: Path) -> Reconciliation:
        found = check_evidence(self.data_map, self.evidence, self.root, AS_OF, store=store)
        self.unread.clear()
        return found

    def direct(self) -> Reconciliation:
        """Compare without a store; a file that was put away after it was read still counts."""
        away = {
            name: [*sorted((self.root / name).glob("*.parquet")), *paths] for name, paths in self.gone.items()
        }
        there = {name: paths for name, paths in away.items() if name in self.sources}
        return check_evidence(self.data_map, self.evidence, self.root, AS_OF, replaced=there)

    # What may change ------------------------------------------------------------------------------------

    def nothing(self) -> None:
        """Leave all as it is: the same comparison a second time."""

    def new_file(self) -> None:
        """Another day of a log comes in: rows that were there before, at other moments and about others."""
        name = self.dice.choice(self.logs())
        known = [row for rows in self.rows[name] for row in rows]
        rows = []
        for _ in range(self.dice.randint(0, 6)):
            row = dict(self.dice.choice(known)) | {"at": _moment(self.dice)}
            other = self.dice.choice(known)
            for column in ("person", "purpose", "data", "id"):
                if column in row and self.dice.random() < 0.4:
                    row[column] = other.get(column)
            rows.append(row)
        self.rows[name].append(rows)
        self.write(name, len(self.rows[name]) - 1)

    def new_source(self) -> None:
        """A second log is named in evidence.yaml, or one is no longer."""
        if self.left is not None:
            self.sources[self.left.id], self.left = self.left, None
        elif "log-1" in self.sources:
            self.left = self.sources.pop("log-1")

    def changed_file(self) -> None:
        """A log was written anew, with other rows; not one of which a file is gone."""
        name = self.dice.choice(self.logs())
        if name in self.gone:
            return
        number = self.dice.randrange(len(self.rows[name]))
        rows = self.rows[name][number]
        self.rows[name][number] = [
            row | {"at": _moment(self.dice)} for row in rows[: self.dice.randint(0, 9)]
        ]
        self.write(name, number)

    def gone_file(self) -> None:
        """A file that was read is put away."""
        name = self.dice.choice(self.logs())
        there = sorted((self.root / name).glob("*.parquet"))
        if len(there) < 2 or name in self.unread:
            return
        folder = self.root / "away"
        folder.mkdir(exist_ok=True)
        to = folder / f"{name}-{there[0].name}"
        there[0].rename(to)
        self.gone.setdefault(name, []).append(to)

    def edited_list(self) -> None:
        """A list beside the logs has other rows: fewer, later, of other people."""
        beside = [name for name in self.sources if name not in self.logs()]
        if not beside:
            return
        name = self.dice.choice(beside)
        rows = self.rows[name][0]
        people = [row.get("person") for row in rows]
        changed = [row | {"person": self.dice.choice(people)} for row in rows if self.dice.random() < 0.8]
        for row in changed:
            for column in ("at", "since"):
                if row.get(column) is not None and self.dice.random() < 0.3:
                    row[column] = _moment(self.dice)
        self.rows[name][0] = changed
        self.write(name, 0)

    def dropped_list(self) -> None:
        """A list is no longer named in evidence.yaml."""
        beside = [name for name in self.sources if name not in self.logs()]
        if beside:
            self.sources.pop(self.dice.choice(beside))

    def other_values(self) -> None:
        """Words of a log stand for something else in evidence.yaml."""
        name = self.dice.choice(self.logs())
        data = self.dice.choice([one.id for one in self.data_map.data])
        values = {Column.DATA: {"Its own": data, "\u00fcnknown": data}}
        constants = dict(self.sources[name].constants)
        for column in constants:
            if column is Column.PURPOSE:
                constants[column] = self.dice.choice([one.id for one in self.data_map.purposes])
        self.sources[name] = self.sources[name].model_copy(update={"values": values, "constants": constants})

    def dropped_flow(self) -> None:
        flows = self.data_map.flows
        if len(flows) > 1:
            at = self.dice.randrange(len(flows))
            self.edit(flows=(*flows[:at], *flows[at + 1 :]))

    def edited_flow(self) -> None:
        """A flow has other dates, other data or another activity."""
        flows = list(self.data_map.flows)
        at = self.dice.randrange(len(flows))
        since, until = sorted(dt.date.fromisoformat(day) for day in self.dice.choices(DAYS, k=2))
        data = (self.dice.choice(self.data_map.data).id,)
        activity = self.dice.choice(self.data_map.activities).id
        changes: list[dict[str, Any]] = [
            {"since": since, "until": None},
            {"since": None, "until": until},
            {"since": since, "until": until},
            {"data": data},
            {"activity": activity},
        ]
        flows[at] = flows[at].model_copy(update=self.dice.choice(changes))
        self.edit(flows=tuple(flows))

    def edited_activity(self) -> None:
        """An activity rests on other bases, or serves another purpose."""
        activities = list(self.data_map.activities)
        at, other = (self.dice.randrange(len(activities)) for _ in range(2))
        same = {"bases": activities[other].bases, "purpose": activities[other].purpose}
        field = self.dice.choice(("bases", "purpose"))
        activities[at] = activities[at].model_copy(update={field: same[field]})
        self.edit(activities=tuple(activities))

    def edited_retention(self) -> None:
        rules = list(self.data_map.retention)
        if not rules:
            return
        at = self.dice.randrange(len(rules))
        data = (self.dice.choice(self.data_map.data).id,)
        changed = rules[at].model_dump() | self.dice.choice(
            ({"period": self.dice.choice(PERIODS)}, {"data": data}, {"activities": ()})
        )
        rules[at] = type(rules[at]).model_validate(changed)
        self.edit(retention=tuple(rules))

    def renamed_party(self) -> None:
        """A party is known under another name too, which words of a log may be."""
        parties = list(self.data_map.parties)
        at = self.dice.randrange(len(parties))
        parties[at] = parties[at].model_copy(update={"aliases": ("Unknown 'word'",)})
        self.edit(parties=tuple(parties))

    def edit(self, **fields: Any) -> None:
        self.data_map = DataMap.model_validate(self.data_map.model_copy(update=fields).content())

    def step(self, name: str) -> None:
        getattr(self, name)()


#: All that a step may be.
STEPS = (
    "nothing", "new_file", "new_source", "changed_file", "gone_file", "edited_list", "dropped_list",
    "other_values", "dropped_flow", "edited_flow", "edited_activity", "edited_retention", "renamed_party",
)  # fmt: skip


def _moment(dice: random.Random) -> int:
    return micros(f"{dice.choice(DAYS)} 12:00") + dice.randrange(3) * 3_600_000_000


def _cell(name: str, value: Any) -> Any:
    return micros(value) if name in MOMENTS and isinstance(value, str) else value


def _type(name: str, cells: list[Any]) -> pa.DataType:
    if name in MOMENTS or (name in ("id", "person") and not any(isinstance(cell, str) for cell in cells)):
        return pa.int64()
    return pa.string()
