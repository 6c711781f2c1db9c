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
from .outcome import Failure
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


def execute(
    notebook: Path,
    parameters: Mapping[str, Any],
    on_cell: Callable[[int, int], None] = lambda _done, _of: None,
    *,
    engine: Engine = "stock",
    scratch: Path | None = None,
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

    Examples
    --------
    Takes some seconds, for a kernel has to start:

    >>> execute(Path("notebooks/reports/ropa.ipynb"), {"as_of": "2026-03-31"})  # doctest: +SKIP
    """
    with tempfile.TemporaryDirectory(prefix="pa-", dir=scratch) as folder:
        kept = Path(folder) / "executed.ipynb"
        failure = _run(notebook, kept, dict(parameters), on_cell, _manager(engine, kept.parent))
        node = nbformat.read(kept, as_version=4)
    return Executed(_without_traces(node), failure)


def _run(
    notebook: Path,
    kept: Path,
    parameters: dict[str, Any],
    on_cell: Callable[[int, int], None],
    manager: type[AsyncKernelManager],
) -> Failure | None:
    cells = nbformat.read(notebook, as_version=4).cells
    reached = 0

    def own_number(index: int) -> int:
        return _own_number(index, cells) if parameters else index + 1

    def begun(cell_index: int, **_: Any) -> None:
        nonlocal reached
        reached = own_number(cell_index)
        on_cell(reached - 1, len(cells))

    def failure(number: int, cause: str, traceback: str) -> Failure:
        source = next((line for line in cells[number - 1].source.splitlines() if line.strip()), "")
        return Failure(number, source.strip(), cause, traceback)

    try:
        papermill.execute_notebook(
            str(notebook),
            str(kept),
            parameters,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            kernel_manager_class=manager,
            shutdown_kernel="immediate",
            on_cell_start=begun,
        )
    except papermill.PapermillExecutionError as error:
        cause = " ".join(f"{error.ename}: {error.evalue}".split())
        traceback = _COLOURS.sub("", "\n".join(error.traceback))
        return failure(own_number(error.cell_index), cause, traceback)
    except DeadKernelError as error:
        kept.write_bytes(notebook.read_bytes())
        return failure(reached, "the kernel died (out of memory, or stopped from outside)", str(error))
    on_cell(len(cells), len(cells))
    return None


def _own_number(index: int, cells: list[nbformat.NotebookNode]) -> int:
    """Return which cell of the report notebook, from 1, an executed cell is: papermill adds one to it."""
    declared = next(at for at, cell in enumerate(cells) if "parameters" in cell.metadata.get("tags", []))
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


def _without_traces(node: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Take out what differs from run to run: times, paths of temporary files, random ids."""
    node.metadata.pop("papermill", None)
    for at, cell in enumerate(node.cells):
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if "injected-parameters" in cell.metadata.get("tags", []) and "id" in cell:
            cell["id"] = f"injected-{at}"
    return node
