"""Running a notebook: papermill, in a kernel of this very interpreter, with nothing sent over the network.

There are two engines, and what they give is the same, byte for byte. The *stock* one starts a kernel for each
notebook; the *warm* one forks it from a server that has the libraries loaded, which is sooner done where
there are several, and is there on Linux only.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

import nbformat
import papermill
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import DeadKernelError

from .choice import Engine
from .outcome import Failure, cause_of
from .so_far import SoFar, first_line, without_traces
from .warm.engine import warm_manager
from .warm.linux import Hindered

#: The longest path of a local socket on the systems that have them, less what the kernel appends.
_SOCKET_PATH: Final = 100

# What papermill has to say comes back as a value; its own lines on standard error would come between.
logging.getLogger("papermill").addHandler(logging.NullHandler())

_COLOURS: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class Executed(NamedTuple):
    """A notebook as far as it ran, and why it did not run to the end, if it did not."""

    notebook: nbformat.NotebookNode
    failure: Failure | None


def execute(  # noqa: PLR0913
    notebook: Path,
    parameters: Mapping[str, Any],
    on_cell: Callable[[int, int], None] = lambda _done, _of: None,
    *,
    engine: Engine = "stock",
    scratch: Path | None = None,
    so_far: SoFar | None = None,
) -> Executed:
    """Run a notebook with parameters and return it with its outputs.

    The kernel runs in the current folder. What is returned holds no times and no paths of the run, so that
    the same notebook on the same map gives the same bytes; `run.json` holds when and where.

    Parameters
    ----------
    notebook
        The report notebook.
    parameters
        Names and values, already checked.
    on_cell
        Called with the cells done and the cells in all, when a cell is done.
    engine
        What runs it; the warm one gives way to the stock one where it cannot.
    scratch
        Where temporary files go, those of the notebook as well; they are taken away at the end.
    so_far
        What keeps the notebook while it runs, if it is to be found by one who outlives this process.

    Examples
    --------
    Takes some seconds, for a kernel has to start:

    >>> execute(Path("notebooks/reports/ropa.ipynb"), {"as_of": "2026-03-31"})  # doctest: +SKIP
    """
    with tempfile.TemporaryDirectory(prefix="pa-", dir=scratch) as folder:
        kept = Path(folder) / "executed.ipynb"
        running = _Running(notebook, so_far or SoFar(notebook), bool(parameters), on_cell)
        failure = running.run(kept, dict(parameters), _manager(engine, kept.parent))
        node = nbformat.read(kept, as_version=4)
    return Executed(without_traces(node), failure)


class _Running:
    """A notebook that runs: which cell it is at, and what is known of it so far."""

    def __init__(
        self, notebook: Path, so_far: SoFar, injected: bool, on_cell: Callable[[int, int], None]
    ) -> None:
        self._notebook, self._so_far, self._on_cell = notebook, so_far, on_cell
        self._cells = so_far.whole.cells
        self._injected = injected
        self._reached = 0

    def run(
        self, kept: Path, parameters: dict[str, Any], manager: type[AsyncKernelManager]
    ) -> Failure | None:
        """Run the notebook into a file and return why it did not run to the end, if it did not."""
        try:
            papermill.execute_notebook(
                str(self._notebook),
                str(kept),
                parameters,
                kernel_name="python3",
                language="python",
                progress_bar=False,
                request_save_on_cell_execute=False,
                kernel_manager_class=manager,
                shutdown_kernel="immediate",
                on_cell_start=self._begun,
                on_cell_executed=self._done,
            )
        except papermill.PapermillExecutionError as error:
            cause = cause_of(error.ename, error.evalue)
            traceback = _COLOURS.sub("", "\n".join(error.traceback))
            return self._failure(self._own_number(error.cell_index), cause, traceback)
        except DeadKernelError as error:
            nbformat.write(self._so_far.notebook(), kept)
            cause = "the kernel died (out of memory, or stopped from outside)"
            return self._failure(self._reached, cause, str(error))
        self._on_cell(len(self._cells), len(self._cells))
        return None

    def _begun(self, cell: nbformat.NotebookNode, cell_index: int, **_: Any) -> None:
        self._reached = self._own_number(cell_index)
        self._so_far.begun(cell_index, self._reached, cell)
        self._on_cell(self._reached - 1, len(self._cells))

    def _done(self, cell_index: int, **_: Any) -> None:
        self._so_far.done(cell_index)

    def _failure(self, number: int, cause: str, traceback: str) -> Failure:
        return Failure(number, first_line(self._cells[number - 1].source), cause, traceback)

    def _own_number(self, index: int) -> int:
        """Return which cell of the report notebook, from 1, one that runs is: papermill adds one to it."""
        if not self._injected:
            return index + 1
        tagged = (at for at, cell in enumerate(self._cells) if "parameters" in cell.metadata.get("tags", []))
        declared = next(tagged)
        return index + 1 if index <= declared else max(index, declared + 1)


def _manager(engine: Engine, folder: Path) -> type[AsyncKernelManager]:
    """Return a manager whose kernels keep what is temporary in a private folder, which goes with the run."""
    base: type[AsyncKernelManager] = _own_kernel(folder)
    if engine == "warm":
        with suppress(Hindered):  # the server that `choose` has found may have gone since
            base = warm_manager()

    class Tidy(base):  # type: ignore[valid-type, misc]  # which of the two is known now
        async def start_kernel(self, **settings: Any) -> None:
            private = folder / "tmp"
            private.mkdir(mode=0o700, exist_ok=True)
            # The order of sets is the same in every run, for two runs shall give the same bytes.
            usual = {"PYTHONHASHSEED": "0", **(settings.get("env") or os.environ)}
            await super().start_kernel(**{**settings, "env": {**usual, "TMPDIR": str(private)}})

    return Tidy


def _own_kernel(folder: Path) -> type[AsyncKernelManager]:
    """Return a manager whose kernels are this interpreter, whatever kernels are installed for the user.

    Messages between kernel and papermill go over sockets in a private folder where the system has them:
    those over a local port can be read by every account of the machine.
    """
    local = os.name == "posix" and len(str(folder)) < _SOCKET_PATH - len("/kernel-ipc-1")

    class OwnKernel(AsyncKernelManager):
        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(
                argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
                display_name="Python 3",
                language="python",
            )

        def __init__(self, **settings: Any) -> None:
            where = {"connection_file": str(folder / "kernel.json"), "transport": "ipc"} if local else {}
            super().__init__(**{**settings, **where})

    return OwnKernel
