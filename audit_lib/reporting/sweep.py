"""Many runs at once: made by several processes or machines, published by one, resumed after a stop."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from queue import Empty
from typing import Final, Literal

from ..errors import AuditError, ParameterError
from .checking import Checked, Readers, check_all
from .choice import Engine, choose, choose_soon
from .claims import Claims, work_folder
from .final import failed_beside, whole_run
from .fingerprint import inputs_of
from .folders import aside, is_run, make_folders, refuse_foreign, take_away_stale
from .order import Order
from .outcome import Begun, keep_failure, now
from .parcel import refuse_to_send, write_files
from .publishing import publish, remove, writing
from .refusals import refuse_outside
from .runs import RUN_FILE, Run
from .stopping import stoppable
from .swept import Crew, Failed, Made, Step, Swept
from .worker import Answer, Task

#: How long a run may take unless it is told otherwise (seconds).
LIMIT: Final = 1800.0

#: How often it is looked whether another sweep has done with a run, or somebody wants us to stop (seconds).
_OFTEN: Final = 0.2


def run_sweep(  # noqa: PLR0913
    orders: Sequence[Order],
    root: Path | str,
    *,
    workers: int | None = None,
    on: Literal["here", "dask"] = "here",
    scheduler: str | None = None,
    progress: Callable[[Step], None] | None = None,
    engine: Engine | None = None,
    limit: float = LIMIT,
    readers: Readers | None = None,
) -> Swept:
    """Make many runs and return what became of each.

    All orders are checked before the first is carried out. A run that stands whole in its folder, made from
    the same inputs, is left as it is, so a sweep that was stopped goes on where it was when it is started
    again. Nothing half-made ever has a final name. A run that fails keeps no other from being made: what is
    known of it is kept beside, under its name and `.failed`. Two sweeps of the same orders share the work.

    Parameters
    ----------
    orders
        The runs that are wanted.
    root
        The output root; nothing is written outside of it but what is temporary.
    workers
        How many processes; without it, one a processor.
    on
        "here" for processes of this machine, "dask" for those of a cluster.
    scheduler
        The address of the cluster's scheduler, such as "tcp://10.0.0.5:8786"; without it a cluster of
        processes of this machine is made.
    progress
        Told each time that a run is settled.
    engine
        What executes notebooks ("stock" or "warm"); without it, what is sooner done.
    limit
        How long a run may take (seconds).
    readers
        What has read some of the maps and notebooks already.

    Raises
    ------
    InputError
        If an order cannot be carried out; all faults of all orders at once.
    OutputError
        If the output root cannot be used, or a folder holds something that no run has left.
    ReportError
        If there is no cluster at that address.
    KeyboardInterrupt, SystemExit
        If somebody stops it (Ctrl-C, SIGTERM): what is published stays, the rest is as if it had not begun.

    Examples
    --------
    Takes some seconds, for kernels have to start:

    >>> run_sweep([Order("ropa", "data_maps/btr", day)], "reports/monthly")  # doctest: +SKIP
    """
    _refuse(workers, on, scheduler, limit)
    if on == "here":
        choose_soon(engine, len(orders))
    readers, root = readers or Readers(), Path(root)
    checked = {each.order.place: each for each in check_all(orders, readers)}
    refuse_outside(orders, root)
    if on == "dask":
        refuse_to_send((each, root / place) for place, each in checked.items())
    for place in checked:
        refuse_foreign(root / place)
    make_folders(root)
    inputs = {place: inputs_of(each, readers) for place, each in checked.items()}
    claims = Claims(root)
    try:
        sweep = _Sweep(root, checked, inputs, claims, progress)
        sweep.begin()
        if sweep.waiting:
            with work_folder() as (work, hold), stoppable() as stopped:
                many = len(sweep.waiting)
                crew = _crew(on, scheduler, min(workers or _usual(), many), limit, work, hold)
                try:
                    sweep.engine = choose(engine, many).engine if on == "here" else engine
                    sweep.go_on(crew, stopped)
                except BaseException:
                    crew.close(now=True)
                    raise
                crew.close()
        return sweep.told()
    finally:
        claims.close()


def _usual() -> int:
    from .workers import as_many_as_processors  # noqa: PLC0415 - a mistake is told without loading it

    return as_many_as_processors()


def _crew(  # noqa: PLR0913, PLR0917
    on: str, scheduler: str | None, many: int, limit: float, work: Path, hold: int | None
) -> Crew:
    if on == "dask":
        from .dask_workers import Cluster  # noqa: PLC0415 - an extra

        return Cluster(scheduler, many, limit)
    from .workers import Here  # noqa: PLC0415

    return Here(many, limit, work, hold)


def _refuse(workers: int | None, on: str, scheduler: str | None, limit: float) -> None:
    """Raise one error with everything that is wrong with how a sweep is to be made."""
    wrong = {
        "workers": "a sweep needs at least one process." if workers is not None and workers < 1 else "",
        "on": f'"{on}" is neither "here" nor "dask".' if on not in ("here", "dask") else "",
        "scheduler": 'a scheduler has a cluster: say on="dask".' if scheduler and on == "here" else "",
        "limit": "a run needs more than no time (seconds)." if not limit > 0 else "",
    }
    faults = [fault for what, why in wrong.items() if why for fault in ParameterError.at(what, why).faults]
    if faults:
        raise ParameterError(faults)


class _Sweep:
    """What is wanted, what is settled, and what is claimed."""

    def __init__(
        self,
        root: Path,
        checked: Mapping[str, Checked],
        inputs: Mapping[str, str],
        claims: Claims,
        progress: Callable[[Step], None] | None,
    ) -> None:
        self._root, self._checked, self._inputs, self._claims = root, checked, inputs, claims
        self._progress = progress
        self._settled: dict[str, Made | Failed] = {}
        self._skipped: set[str] = set()
        self._given: set[str] = set()
        self.waiting: deque[str] = deque()
        self.engine: Engine | None = None

    def begin(self) -> None:
        """Take away what the dead have left, and find what is whole already."""
        with writing(self._root):
            for parent in {(self._root / place).parent for place in self._checked}:
                take_away_stale(parent)
        self.waiting.extend(place for place in self._checked if not self._is_whole(place))

    def go_on(self, crew: Crew, stopped: Callable[[], None]) -> None:
        """Have everything made that is waiting.

        A run that another sweep makes just now is looked at again until it is whole, or free.
        """
        while self.waiting or self._given:
            self._give(crew)
            stopped()
            try:
                done = crew.done.get(timeout=_OFTEN)
            except Empty:
                continue
            self._given.discard(done.place)
            try:
                self._publish(done.place, done.answer)
            finally:
                self._claims.drop(done.place)

    def _give(self, crew: Crew) -> None:
        for _ in range(len(self.waiting)):
            if len(self._given) >= crew.width:
                return
            place = self.waiting.popleft()
            if not self._claims.take(place):
                self.waiting.append(place)
            elif self._is_whole(place):
                self._claims.drop(place)
            else:
                self._given.add(place)
                checked = self._checked[place]
                final = (self._root / place).as_posix()
                task = Task(checked.order, final, self._inputs[place], self.engine or "stock")
                crew.submit(place, task, checked)

    def _is_whole(self, place: str) -> bool:
        run = whole_run(self._root / place)
        if run is None or run.inputs != self._inputs[place]:
            return False
        self._skipped.add(place)
        self._settle(Made(place, run), "skipped")
        return True

    def _publish(self, place: str, answer: Answer) -> None:
        """Put what came back under its final name, or what is known of a failure beside it."""
        final, checked = self._root / place, self._checked[place]
        failed = failed_beside(final)
        why, kept = "", None
        try:
            run, failure = self._read(answer, place), answer.failure
            target = failed if failure else final
            with aside(target) as folder:
                write_files(answer.files, folder)
                if failure and run is None:
                    begun = Begun(answer.begun or now(), self._inputs[place])
                    run = keep_failure(checked, failure, folder, begun)
                assert run is not None  # noqa: S101 - one that did not fail has come back with one
                publish(folder, target, self._root, run)
            if not failure and is_run(failed):
                remove(failed, self._root)
            if not failure:
                self._settle(Made(place, run), "made")
                return
            why, kept = failure.told(), failed
        except AuditError as error:
            why = str(error)
        self._settle(Failed(place, why, kept), "failed")

    def _read(self, answer: Answer, place: str) -> Run | None:
        """Return the run that came back, which must be the one that was wanted, and whole."""
        if answer.failure and RUN_FILE not in answer.files:
            return None
        run = Run.model_validate_json(answer.files[RUN_FILE])
        whole = {made.name: made.sha256 for made in run.files}
        found = {
            name: hashlib.sha256(content).hexdigest()
            for name, content in answer.files.items()
            if name != RUN_FILE
        }
        if whole != found or run.inputs != self._inputs[place]:
            raise AuditError("what came back is not the run that was wanted")
        return run

    def _settle(self, result: Made | Failed, outcome: Literal["made", "skipped", "failed"]) -> None:
        self._settled[result.folder] = result
        if self._progress:
            why = result.why if isinstance(result, Failed) else None
            self._progress(Step(result.folder, outcome, len(self._settled), len(self._checked), why))

    def told(self) -> Swept:
        """Return what became of everything, in the order in which it was wanted."""
        results = [self._settled[place] for place in self._checked]
        whole = [result for result in results if isinstance(result, Made)]
        return Swept(
            tuple(result for result in whole if result.folder not in self._skipped),
            tuple(result for result in whole if result.folder in self._skipped),
            tuple(result for result in results if isinstance(result, Failed)),
        )
