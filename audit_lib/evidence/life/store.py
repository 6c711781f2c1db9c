"""The invented year on the disk: Parquet files, written piece by piece."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import duckdb
import numpy as np
import pandas as pd

from ...errors import OutputError
from ...model.evidence_source import WORDS
from ...model.verdict import Verdict
from .batches import ROW, Rows, Spellings, Tally
from .days import NEVER
from .people import FIRST_NUMBER
from .year import Year

#: Under which names the columns stand in the files of disclosures.
HEADERS: Final = (
    "sent_by",
    "sent_to",
    "what",
    "why",
    "in_course_of",
    "lawful_basis",
    "recipient_is",
    "country",
    "channel",
)

#: How whole numbers become moments and people.
MOMENT: Final = f'make_timestamp(nullif("{{0}}", {NEVER}))'
PERSON: Final = f'CASE WHEN "{{0}}" < 0 THEN NULL ELSE "{{0}}" + {FIRST_NUMBER} END'


class Store:
    """A folder into which frames are written as Parquet files.

    DuckDB loads no extension for it; what does not fit into memory goes into `spill`, which is taken away at
    the end, as far as it is there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.spill = folder, folder / ".spill"
        self.spill.mkdir(mode=0o700)
        self.connection = duckdb.connect(
            config={
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "preserve_insertion_order": True,
                "temp_directory": str(self.spill),
                "memory_limit": "1GB",
            }
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()
        shutil.rmtree(self.spill, ignore_errors=True)

    def write(self, frame: pd.DataFrame, columns: Mapping[str, str], name: str) -> Path:
        """Write a frame to a file; `columns` says by which expression each column of the file is made.

        Raises
        ------
        OutputError
            When the disk is full, or refuses.
        """
        path = self.folder / name
        made = ", ".join(f'{expression} AS "{name}"' for name, expression in columns.items())
        target = str(path).replace("'", "''")
        self.connection.register("frame", frame)
        try:
            # The names of columns are ours, and the name of the file is quoted.
            sql = f"COPY (SELECT {made} FROM frame) TO '{target}' (FORMAT parquet, COMPRESSION zstd)"  # noqa: S608
            self.connection.execute(sql)
        except duckdb.Error as error:
            first = str(error).partition("\n")[0].replace(f"{self.folder}/", "")
            raise OutputError(f"{name}: the file cannot be written: {first}") from error
        self.connection.unregister("frame")
        return path


def write_disclosures(
    store: Store, rows: Iterator[Rows], spelt: Spellings, files: int, each: int
) -> tuple[Path, ...]:
    """Write rows, in the order in which they come, to files of so many rows (the last has what is left).

    >>> import tempfile
    >>> none = np.empty(0, dtype=ROW)
    >>> with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
    ...     [path.name for path in write_disclosures(store, iter([none]), Spellings((), ()), 1, 10)]
    ['disclosures-001.parquet']
    """
    paths: list[Path] = []
    waiting: list[Rows] = []
    number = 0
    for batch in rows:
        waiting.append(batch)
        number += batch.size
        while number >= each and len(paths) < files - 1:
            together = np.concatenate(waiting)
            paths.append(_write(store, (len(paths), files), together[:each], spelt))
            waiting, number = [together[each:]], number - each
    if number or not paths:
        together = np.concatenate(waiting) if waiting else np.empty(0, dtype=ROW)
        paths.append(_write(store, (len(paths), files), together, spelt))
    return tuple(paths)


def write_shuffled(store: Store, rows: Iterator[Rows], spelt: Spellings, year: Year) -> tuple[Path, ...]:
    """Deal rows out over files at random, and put each file into random order.

    They wait on the disk, in one binary file for each file to come; memory holds one of these at most.

    >>> import datetime as dt
    >>> import tempfile
    >>> year = Year(1, 10, 1, dt.date(2026, 1, 1), files=2)
    >>> with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
    ...     len(write_shuffled(store, iter([np.zeros(10, dtype=ROW)]), Spellings((), ()), year))
    2
    """
    rng, files = year.chance(11), year.parts
    bins = [store.spill / f"{number}.rows" for number in range(files)]
    for path in bins:
        path.touch()
    for batch in rows:
        which = rng.integers(0, files, batch.size)
        order = np.argsort(which, kind="stable")
        edges = np.searchsorted(which[order], np.arange(files + 1))
        for number in np.unique(which).tolist():
            with bins[number].open("ab") as dealt:
                batch[order[edges[number] : edges[number + 1]]].tofile(dealt)
    paths = []
    for number, path in enumerate(bins):
        dealt_rows = np.fromfile(path, dtype=ROW)
        path.unlink()
        paths.append(_write(store, (number, files), rng.permutation(dealt_rows), spelt))
    return tuple(paths)


def _write(store: Store, which: tuple[int, int], rows: Rows, spelt: Spellings) -> Path:
    number, files = which
    name = f"disclosures-{number + 1:0{max(3, len(str(files)))}d}.parquet"
    frame = pd.DataFrame({column: rows[column] for column in ("id", "at", "person")})
    columns = {"entry": '"id"', "logged_at": MOMENT.format("at"), "person_no": PERSON.format("person")}
    for place, header in enumerate(HEADERS):
        columns[header] = "CAST(NULL AS VARCHAR)"
        if spelt.words and spelt.words[place]:
            kind = pd.CategoricalDtype(list(spelt.words[place]))
            codes = spelt.places[place][rows["spelling"]]
            frame[WORDS[place].value] = pd.Categorical.from_codes(codes, dtype=kind, validate=False)
            columns[header] = f'CAST("{WORDS[place].value}" AS VARCHAR)'
    return store.write(frame, columns, name)


def write_key(store: Store, source: str, tally: Tally) -> None:
    """Write the key: source, id and verdict, in the order of the ids.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
    ...     write_key(store, "log", Tally(stage, [], whole=False))
    ...     (Path(folder) / "key.parquet").is_file()
    True
    """
    ids = np.concatenate([*tally.ids, np.empty(0, dtype=np.int64)])
    which = np.concatenate([*tally.verdicts, np.empty(0, dtype=np.int8)])
    order = np.lexsort((which, ids))
    words = pd.CategoricalDtype([verdict.value for verdict in Verdict])
    frame = pd.DataFrame({"id": ids[order], "verdict": pd.Categorical.from_codes(which[order], dtype=words)})
    columns = {"source": f"'{source}'", "id": "id", "verdict": "CAST(verdict AS VARCHAR)"}
    store.write(frame, columns, "key.parquet")
