"""A made-up year of a map: what its flows would leave in logs and lists, with faults and a key to them."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from ..errors import OutputError
from ..files.write_map import write_map
from ..model.data_map import DataMap
from ..model.verdict import Verdict
from .life.batches import Rows, Tally, batches, spellings
from .life.description import DISCLOSURES, describe
from .life.lists import write_lists
from .life.planting import innocents, plant, prepare, shortfalls
from .life.stage import stage_of
from .life.store import Store, write_disclosures, write_key, write_shuffled
from .life.stream import calendar, slices
from .life.words import vocabulary
from .life.year import Year, check_year

#: What can be put in: everything but that the map covers it.
FAULTS: Final = tuple(verdict for verdict in Verdict if not verdict.is_covered)


#: Is told how many observations are made up, and of how many.
Progress = Callable[[int, int | None], None]


class Impossible(NamedTuple):
    """A verdict that was not put in as often as asked, and why."""

    verdict: Verdict
    why: str


class Generated(NamedTuple):
    """What was made up: where it stands, how much there is, and what of it is a fault.

    `earned` says how many observations earn each verdict; an observation with a fault of a person is often
    declared besides. `faulty` is how many have any fault.
    """

    folder: Path
    files: tuple[Path, ...]
    observations: int
    people: int
    faulty: int
    earned: Mapping[Verdict, int]
    impossible: tuple[Impossible, ...]
    whole_key: bool

    @property
    def planted(self) -> Mapping[Verdict, int]:
        """How many observations earn each verdict that is a fault."""
        return {verdict: number for verdict, number in self.earned.items() if not verdict.is_covered}


def generate(  # noqa: PLR0913  what a year can be like
    data_map: DataMap,
    folder: Path,
    *,
    seed: int,
    events: int,
    people: int,
    start: dt.date,
    days: int = 365,
    faults: Mapping[Verdict, int] | int = 0,
    files: int = 1,
    shuffle: bool = False,
    ways: int | None = None,
    whole_key: bool | None = None,
    with_map: bool = False,
    progress: Progress | None = None,
) -> Generated:
    """Make up what a map's flows would have left in logs and lists, with a stated number of faults.

    Nothing in it is about anybody: it is for demonstration and test, and says so in ``NOTE.txt`` and in each
    source of its ``evidence.yaml``. Beside these stand the disclosures as Parquet files (at most a million
    rows each), the lists that they are judged against, and ``key.parquet`` with source, id and verdict of
    every observation that earns a fault. All others earn just `declared` or `declared-in-general`. The same
    arguments give the same rows in the same order. Memory does not grow with `events`, but by about 100 bytes
    with each of the `people`.

    Parameters
    ----------
    data_map
        Any map. What it does not allow for is named in the answer, and is no error.
    folder
        Where to write. It must be empty or not be there; it appears when all is written.
    seed
        What chance begins with, from 0 on.
    events, people
        How many observations there are, faults included, and how many people they are about.
    start, days
        The first local day, and how many days.
    faults
        How many observations are to earn each fault: one number for each of them, or a number by verdict.
        Some earn several.
    files
        How many files of disclosures at least.
    shuffle
        Whether rows come in any order and are dealt out over the files at random.
    ways
        In how many ways each fault happens at most, such as 2: mistakes are made again and again. Without it
        each is made in as many ways as can be.
    whole_key
        Whether the key lists what earns no fault too; without it, up to a million observations. It is kept in
        memory, at about 10 bytes a row.
    with_map
        Whether the map is written into the folder too, so that the evidence can be checked where it stands.
    progress
        Is told now and then how many observations are made up, and of how many.

    Raises
    ------
    ParameterError
        If a number is out of range, or more faults are asked for than there are observations.
    OutputError
        If the folder has something in it, or the disk refuses; then nothing is left.

    >>> import tempfile
    >>> from audit_lib.graph.example import example_map
    >>> with tempfile.TemporaryDirectory() as here:
    ...     made = generate(example_map(), Path(here) / "year", seed=1, events=500, people=40,
    ...         start=dt.date(2026, 1, 1), faults={Verdict.UNRESOLVED: 3})
    ...     made.observations, made.planted[Verdict.UNRESOLVED], made.faulty
    (500, 3, 3)
    """
    wanted = dict.fromkeys(FAULTS, faults) if isinstance(faults, int) else dict(faults)
    year = Year(seed, events, people, start, days, files, shuffle, whole_key, ways)
    check_year(year, wanted)
    _refuse_filled(folder)
    aside = folder.parent / f".{secrets.token_hex(6)}.part"
    try:
        aside.mkdir(parents=True)
        if with_map:
            write_map(data_map, aside)
        made = _write(data_map, aside, year, wanted, progress)
        if folder.is_dir():
            folder.rmdir()
        aside.rename(folder)
    except OSError as error:
        raise OutputError(f"{folder}: the year cannot be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return made._replace(folder=folder, files=tuple(folder / path.name for path in made.files))


def _refuse_filled(folder: Path) -> None:
    """Refuse a folder that has something in it, or that is none."""
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        what = "it has something in it" if folder.is_dir() else "it is no folder"
        raise OutputError(f"{folder}: {what}, and stays as it is. Name an empty folder, or one to be made.")


def _write(
    data_map: DataMap, folder: Path, year: Year, wanted: Mapping[Verdict, int], progress: Progress | None
) -> Generated:
    """Make the year up and write it, all but the name of the folder."""
    stage, words = stage_of(data_map, year), vocabulary(data_map, year.seed)
    ground = prepare(stage, words, wanted, year)
    planted = plant(ground, wanted, year)
    impossible = tuple(Impossible(*short) for short in shortfalls(stage, wanted, planted))
    faulty = len(planted)
    planted += innocents(ground, (year.events - faulty) // 10, year)
    tally = Tally(stage, planted, whole=year.key_is_whole)
    dealt = slices(stage, calendar(stage, year, year.events - len(planted)), year)
    rows = _told(batches(dealt, tally, year), year.events, progress)
    spelt = spellings(stage, words, planted)
    with Store(folder) as store:
        if year.shuffle:
            files = write_shuffled(store, rows, spelt, year)
        else:
            files = write_disclosures(store, rows, spelt, year.parts, -(-year.events // year.parts))
        lists = write_lists(store, stage.life.people, stage.life.papers, stage.life.endings)
        write_key(store, DISCLOSURES, tally)
    describe(folder, words, files, lists)
    return Generated(
        folder, files, tally.observations, year.people, faulty, tally.number, impossible, year.key_is_whole
    )


def _told(rows: Iterator[Rows], whole: int, progress: Progress | None) -> Iterator[Rows]:
    """Pass rows on, and say how many there were."""
    done = 0
    for batch in rows:
        yield batch
        done += batch.size
        if progress:
            progress(done, whole)
