"""What a fork does before the first cell runs: it becomes a process as its caller would have started it."""

from __future__ import annotations

import atexit
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NoReturn

from . import linux

if TYPE_CHECKING:
    from .cells import CellKernel

#: How a child ends that could not even begin.
_BROKEN: Final = 70


def live(kernel: CellKernel, asked: Mapping[str, Any], files: list[int], keep: Collection[int]) -> NoReturn:
    """Do in a fork what was asked, and end.

    Parameters
    ----------
    kernel
        The kernel that the server has made; its shell is what the libraries have seen at their import.
    asked
        What the caller wants ("cells" or "kernel"), its environment, folder, limits.
    files
        What the child writes to in place of standard output and standard error, and, for cells, its line.
    keep
        The open files that libraries hold.
    """
    try:
        _settle(asked, files, keep)
        if asked["want"] == "cells":
            from .cells import serve  # noqa: PLC0415 - one of the two ways is taken

            serve(kernel, *files[2:])
        else:
            from .kernel import serve_kernel  # noqa: PLC0415

            serve_kernel(kernel, asked["argv"])
        atexit._run_exitfuncs()  # noqa: SLF001 - as at the end of any kernel; what follows there is only slow
        kernel.line.farewell()
    except SystemExit as ended:
        os._exit(ended.code if isinstance(ended.code, int) else 0)
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
        os._exit(_BROKEN)
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
    os._exit(0)


def _settle(asked: Mapping[str, Any], files: list[int], keep: Collection[int]) -> None:
    linux.die_with_parent()
    linux.take_in_orphans()
    os.setsid()
    for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGPIPE, signal.SIGCHLD):
        signal.signal(signum, _USUAL.get(signum, signal.SIG_DFL))
    _close_others({*files, *keep, 0, 1, 2})
    os.dup2(files[0], 1)
    os.dup2(files[1], 2)
    for name, (soft, hard) in asked["limits"].items():
        with suppress(ValueError, OSError):  # a limit that the server has lower already cannot be raised
            resource.setrlimit(int(name), (soft, hard))
    os.umask(asked["umask"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    os.chdir(asked["folder"])
    sys.argv[:] = asked["argv"]
    if "numpy" in sys.modules:  # `random` does so by itself after a fork
        sys.modules["numpy"].random.seed()


#: How Python starts with these signals; every other is left as the system has it.
_USUAL: Final[Mapping[signal.Signals, Any]] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGPIPE: signal.SIG_IGN,
}


def _close_others(keep: Collection[int]) -> None:
    for file in linux.open_files():
        if file not in keep:
            os.close(file)
