"""A year of logs of the large invented map, with the lists that they are judged against, written as Parquet.

Most events are dealt from what the flows declare, some flows far oftener than others; 3 in 100 say something
that the map does not. Every second person has ended, one in fifty has restricted or objected, most have
consented to some marketing, some have had data deleted. Same arguments, same rows: each slice has random
numbers of its own.

`text` gives people names of letters for numbers, `skewed` one in ten of all events to a dozen people,
`varied` draws purpose, role, system and country of each event apart, which makes millions of distinct
patterns.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from evidence_map import COUNTRIES, MARKETING, evidence_map
from evidence_sources import LOGGED

from audit_lib.model.data_map import DataMap
from audit_lib.model.flow import Transfer
from audit_lib.model.noun import Gap

DAY = 86_400_000_000
FIRST = int(dt.datetime(2026, 1, 1, tzinfo=dt.UTC).timestamp()) * 1_000_000
DAYS, FILES, SLICE, ROGUE = 300, 8, 500_000, 300
VARIANTS = ("plain", "text", "skewed", "varied")

Words = tuple[str | None, ...]


class Shape(NamedTuple):
    """How much, about how many people, and which variant."""

    events: int
    people: int
    variant: str = "plain"


def write(folder: Path, shape: Shape) -> None:
    """Write the logs into ``log/`` and the lists beside it."""
    (folder / "log").mkdir(parents=True)
    data_map = evidence_map()
    templates, weight = _templates(data_map, np.random.default_rng(1))
    done, per_file = 0, -(-shape.events // FILES)
    for file in range(FILES):
        count = min(per_file, shape.events - done)
        _log(folder / "log" / f"part-{file}.parquet", templates, weight, shape, done, count)
        done += count
    for name, table in _lists(data_map, shape, np.random.default_rng(2)):
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")


def write_day(folder: Path, shape: Shape) -> int:
    """Write one more day as a file of its own and return its number of events."""
    templates, weight = _templates(evidence_map(), np.random.default_rng(1))
    count = max(shape.events // DAYS, 1)
    _log(folder / "log" / "part-new.parquet", templates, weight, shape, shape.events, count)
    return count


# Logs ---------------------------------------------------------------------------------------------------


def _templates(data_map: DataMap, rng: np.random.Generator) -> tuple[list[Words], np.ndarray]:
    """Return what events say, and how much of all events each is."""
    leaves = {category.id for category in data_map.data if category.id.count("-") == 2}
    found: list[Words] = []
    weight: list[float] = []
    for flow, often in zip(data_map.flows, rng.pareto(1.3, len(data_map.flows)) + 0.05, strict=True):
        activity = data_map.activity[flow.activity]
        beneath = sorted(data_map.atoms(flow.data) & leaves)
        some = rng.choice(beneath, min(len(beneath), 8), replace=False)
        basis = activity.bases[0].basis.value if activity.bases else None
        countries = sorted(
            {"GB", _country(flow.transfer), data_map.party[flow.recipient].country} - {None, Gap.NOT_STATED}
        )
        role = None if flow.role == "unclear" else flow.role.value
        for data in some:
            for country in countries:
                ends = (flow.sender, flow.recipient, str(data))
                found.append((*ends, activity.purpose, basis, role, str(country), flow.via))
                weight.append(often / len(some) / len(countries))
    rogue = [_rogue(found[int(rng.integers(len(found)))], found, rng) for _ in range(ROGUE)]
    shares = np.array(weight) * 0.97 / sum(weight)
    odd = rng.pareto(1.2, ROGUE) + 0.02
    return [*found, *rogue], np.cumsum(np.concatenate([shares, odd * 0.03 / odd.sum()]))


def _country(transfer: Transfer | Gap) -> str | None:
    return (
        transfer.country if isinstance(transfer, Transfer) and not isinstance(transfer.country, Gap) else None
    )


def _rogue(words: Words, among: list[Words], rng: np.random.Generator) -> Words:
    """Return what an event says with one word of another."""
    at = int(rng.integers(1, 7))
    other = among[int(rng.integers(len(among)))][at]
    return (*words[:at], COUNTRIES[int(rng.integers(60))] if at == 6 else other, *words[at + 1 :])


def _log(
    file: Path, templates: list[Words], cumulated: np.ndarray, shape: Shape, first: int, count: int
) -> None:
    vocabulary = [sorted({words[at] for words in templates} - {None}) for at in range(len(LOGGED))]
    place = [{word: at for at, word in enumerate(words)} for words in vocabulary]
    codes = [np.array([known.get(words[at], -1) for words in templates]) for at, known in enumerate(place)]
    writer = None
    for start in range(first, first + count, SLICE):
        many = min(SLICE, first + count - start)
        rng = np.random.default_rng([11, start])
        drawn = np.minimum(np.searchsorted(cumulated, rng.random(many)), len(templates) - 1)
        step = DAYS * DAY / shape.events
        at = FIRST + ((start + np.arange(many)) * step).astype(np.int64) + rng.integers(0, 3_000_000, many)
        columns: dict[str, Any] = {
            "id": np.arange(start, start + many),
            "at": pa.array(at).cast(pa.timestamp("us", tz="UTC")),
            "person": _people(shape, rng, many),
        }
        for column, name in enumerate(LOGGED):
            chosen = codes[column][drawn]
            if shape.variant == "varied" and column > 2:
                chosen = rng.integers(0, len(vocabulary[column]), many)
            index = pa.array(chosen, pa.int32(), mask=chosen < 0)
            columns[name] = pa.DictionaryArray.from_arrays(index, pa.array(vocabulary[column]))
        table = pa.table(columns)
        writer = writer or pq.ParquetWriter(file, table.schema, compression="zstd", store_schema=False)
        writer.write_table(table, row_group_size=250_000)
    if writer:
        writer.close()


def _people(shape: Shape, rng: np.random.Generator, many: int) -> pa.Array:
    numbers = (shape.people * rng.random(many) ** 1.6).astype(np.int64) * 15_839 % shape.people
    if shape.variant == "skewed":
        numbers = np.where(rng.random(many) < 0.1, rng.integers(0, 12, many), numbers)
    return _named(shape, numbers)


def _named(shape: Shape, numbers: np.ndarray) -> pa.Array:
    if shape.variant != "text":
        return pa.array(numbers)
    return pa.array([f"person-{number:012x}" for number in (numbers * 2_654_435_761 % 2**48).tolist()])


# Lists --------------------------------------------------------------------------------------------------


def _lists(data_map: DataMap, shape: Shape, rng: np.random.Generator) -> Iterator[tuple[str, pa.Table]]:
    everybody = np.arange(shape.people)

    def some(share: float) -> np.ndarray:
        return everybody[rng.random(shape.people) < share]

    def moments(count: int, first: float, last: float) -> np.ndarray:
        return FIRST + (rng.uniform(first, last, count) * DAY).astype(np.int64)

    def table(people: np.ndarray, **columns: Any) -> pa.Table:
        return pa.table({"person": _named(shape, people), **columns})

    yield (
        "consents",
        pa.concat_tables(_consents(table, some(0.9), purpose, moments, rng) for purpose in MARKETING),
    )
    whom = some(0.02)
    since = moments(len(whom), 0, DAYS)
    grounds = rng.choice(["accuracy", "claims", "objection", "marketing"], len(whom))
    until = pa.array(since + 60 * DAY, mask=rng.random(len(whom)) < 0.6)
    yield "restrictions", table(whom, since=since, until=until, ground=grounds)
    whom = some(0.55)
    yield "endings", table(whom, at=moments(len(whom), -300, DAYS))
    flows = [flow for flow in data_map.flows if flow.sender not in data_map.individuals]
    whom = some(0.01)
    chosen = [flows[int(at)] for at in rng.integers(0, len(flows), len(whom))]
    deleted = {"sender": [flow.sender for flow in chosen], "data": [flow.data[0] for flow in chosen]}
    yield "deletions", table(whom, at=moments(len(whom), 0, DAYS), **deleted)
    authorities = [party.id for party in data_map.parties if party.kind == "authority"]
    whom = some(0.2)
    yield (
        "requests",
        table(whom, at=moments(len(whom), 0, DAYS), recipient=rng.choice(authorities, len(whom))),
    )


def _consents(table: Any, whom: np.ndarray, purpose: str, moments: Any, rng: np.random.Generator) -> pa.Table:
    since = moments(len(whom), -200, 20)
    length = (rng.uniform(200, 600, len(whom)) * DAY).astype(np.int64)
    until = pa.array(since + length, mask=rng.random(len(whom)) < 0.5)
    return table(whom, purpose=[purpose] * len(whom), since=since, until=until)
