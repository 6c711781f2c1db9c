"""What happened against what the map declares: from the sources to the findings."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ..errors import OutputError, ParameterError
from ..model.collector import collector_paused
from ..model.data_map import DataMap
from ..model.evidence_source import Evidence
from ..model.reconciliation import Reconciliation
from .concluded import conclude
from .engine.session import Session
from .engine.sessions import Engine, keeping_session, session
from .engine.telling import Telling
from .intake import Intake, Progress, take
from .reconcile import Direct, Rows, reconcile
from .registers import Registers
from .store.changes import Sources
from .store.fill import fill
from .store.keeping import opened, save
from .store.rows import Stored
from .suppression import THRESHOLD
from .two_sided import TwoSided, compare_ends


def check_evidence(  # noqa: PLR0913 - one keyword for each option of the command
    data_map: DataMap,
    evidence: Evidence,
    root: Path,
    as_of: dt.date,
    *,
    engine: Engine | str = Engine.DUCKDB,
    memory: str | None = None,
    store: Path | None = None,
    key_file: Path | None = None,
    passphrase: str | None = None,
    only: Collection[str] = (),
    replaced: Mapping[str, Sequence[Path]] | None = None,
    threshold: int = THRESHOLD,
    progress: Progress | None = None,
) -> Reconciliation:
    """Return what the sources of a map show: what is declared, what is not, what should not have happened.

    No person is named in the answer.

    Parameters
    ----------
    data_map, evidence
        The map, and its sources as `read_evidence` returns them.
    root
        The folder of the map, in which the files of the sources are.
    as_of
        The day of the report.
    engine
        ``duckdb``, or ``spark`` for what one machine cannot hold; the answer is the same.
    memory
        How much memory the engine may use, such as ``1GB``; the rest goes to a temporary folder.
    store
        A folder that keeps the logs in short, so that the next comparison reads only what is new. It holds
        what the logs say about people. Without one nothing stays on the disk.
    key_file, passphrase
        What opens a register of restrictions among the sources.
    only, replaced
        The sources wanted, all if empty; and the files to read in place of those that a source names.
    threshold
        Below how many people a figure is to be kept back wherever it is shown.
    progress
        Is told now and then how many rows are done, and how many there are: first those that have to be taken
        in, then those that are compared.

    Raises
    ------
    InputError
        Everything that is wrong with the sources.
    OutputError
        There is no room left for temporary files.
    """
    if store is not None and (engine != Engine.DUCKDB or only):
        raise ParameterError.at("--store", "A store goes with the engine duckdb, and with all sources.")
    registers = Registers(evidence, root, only, key_file, passphrase, threshold)
    asked = _Asked(
        data_map,
        evidence,
        root,
        as_of,
        Engine(engine),
        memory,
        only,
        replaced or {},
        threshold,
        progress,
        registers,
    )
    with _private_folder() as work:
        return _directly(asked, work) if store is None else _by_store(asked, work, store)


class _Asked(NamedTuple):
    """What `check_evidence` was asked."""

    data_map: DataMap
    evidence: Evidence
    root: Path
    as_of: dt.date
    engine: Engine
    memory: str | None
    only: Collection[str]
    replaced: Mapping[str, Sequence[Path]]
    threshold: int
    progress: Progress | None
    registers: Registers

    def take(self, work: Path, only: Collection[str], replaced: Mapping[str, Sequence[Path]]) -> Intake:
        """Take sources in."""
        return take(
            self.evidence,
            self.root,
            work / "taken",
            only=only,
            replaced=replaced,
            memory=self.memory,
            progress=self.progress,
        )


def _directly(asked: _Asked, work: Path) -> Reconciliation:
    taken = asked.take(work, asked.only, asked.replaced)
    ends = compare_ends(asked.data_map, taken.tables, work, memory=asked.memory)
    telling = Telling(asked.progress)
    with session(asked.engine, work, asked.memory, telling) as database:
        return _answer(
            asked, database, Direct(taken, asked.registers, threshold=asked.threshold), ends, telling
        )


def _by_store(asked: _Asked, work: Path, store: Path) -> Reconciliation:
    """Keep what is new, compare, and only then let the store know: one that breaks off changes nothing."""
    telling = Telling(asked.progress)
    sources = Sources(asked.data_map, asked.evidence, asked.root, asked.replaced)
    opening = partial(keeping_session, work, asked.memory, telling, store)
    with opened(store) as manifest:
        filled = fill(opening, store, manifest, sources, partial(asked.take, work))
        with opening() as database:
            lists = Direct(
                filled.lists,
                asked.registers,
                people_are_text=filled.people_are_text,
                threshold=asked.threshold,
            )
            rows = Stored(database, store, asked.evidence, filled, lists)
            found = _answer(asked, database, rows, None, telling)
        save(store, rows.manifest)
        return found


def _answer(
    asked: _Asked, database: Session, rows: Rows, ends: TwoSided | None, telling: Telling
) -> Reconciliation:
    telling.expect(sum(rows.passes.values()), rows.passes)
    with collector_paused():
        found = reconcile(database, asked.data_map, rows, asked.as_of, threshold=asked.threshold)
        return conclude(found, asked.evidence, rows.senders, ends, complete=not asked.only)


@contextmanager
def _private_folder() -> Iterator[Path]:
    """Give a folder that nobody else can read and that is gone afterwards, whatever happens."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="privacy-audit-", ignore_cleanup_errors=True)
    except OSError as error:
        raise OutputError("No folder for temporary files can be made: name one with TMPDIR.") from error
    with folder as name:
        yield Path(name)
