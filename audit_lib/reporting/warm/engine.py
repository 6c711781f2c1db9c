"""The engine for papermill: its own, with an interpreter that is forked where a kernel would be started."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from papermill.engines import NBClientEngine, NotebookExecutionManager

from .linux import Hindered, hindrance
from .saves import save_seldom

if TYPE_CHECKING:
    from .forked import WarmKernelManager


class WarmEngine(NBClientEngine):  # type: ignore[misc]  # papermill has no types
    """Runs a notebook in a forked interpreter; where none can be forked, in a kernel, and says so."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, **settings: Any
    ) -> Any:
        """Run the cells of a notebook; the settings are those of papermill."""
        save_seldom(nb_man)
        if settings.get("kernel_manager_class") is None:
            try:
                settings["kernel_manager_class"] = warm_manager(kernel_name)
            except Hindered as reason:
                settings.pop("kernel_manager_class", None)
                warnings.warn(
                    f"The notebook runs in a kernel of its own: {reason}.", RuntimeWarning, stacklevel=2
                )
        return super().execute_managed_notebook(nb_man, kernel_name, **settings)


def warm_manager(kernel_name: str | None = None) -> type[WarmKernelManager]:
    """Return what nbclient takes as the manager of its kernels, for a server that is ready.

    Parameters
    ----------
    kernel_name
        The kernel that is wanted; without it, that of this interpreter.

    Raises
    ------
    Hindered
        If there can be no server, or the kernel is not of this interpreter.

    Examples
    --------
    Takes some seconds, for the server has to start:

    >>> warm_manager("python3")  # doctest: +SKIP
    """
    if reason := hindrance():
        raise Hindered(reason)
    from . import caller  # noqa: PLC0415 - what they need is on Linux only
    from .forked import WarmKernelManager  # noqa: PLC0415

    program = "python" if kernel_name is None else _program(kernel_name)
    if not _is_this_interpreter(program):
        raise Hindered(f"{kernel_name} is a kernel of {program}")
    return type("WarmKernelManager", (WarmKernelManager,), {"server": caller.ready()})


def _program(kernel_name: str) -> str:
    try:
        return str(KernelSpecManager().get_kernel_spec(kernel_name).argv[0])
    except (NoSuchKernel, IndexError) as error:  # what papermill says of it is said by papermill
        raise Hindered(f"{kernel_name} is no kernel of this interpreter") from error


def _is_this_interpreter(program: str) -> bool:
    """Whether a kernel is of this interpreter: Jupyter takes the bare name to mean so.

    >>> _is_this_interpreter("python"), _is_this_interpreter(sys.executable), _is_this_interpreter("/bin/R")
    (True, True, False)
    """
    own = {"python", f"python{sys.version_info[0]}", f"python{sys.version_info[0]}.{sys.version_info[1]}"}
    return program in own or Path(program) == Path(sys.executable)
