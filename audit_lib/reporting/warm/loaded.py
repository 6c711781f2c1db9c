"""What the server has loaded before anybody asks: IPython's shell first, then the libraries of a report.

The order is the point. pandas asks at its import whether it is in a terminal, and shows other tables if it
is; so the shell must be there, and known by the name `get_ipython`, before anything else is imported.

pyplot is left out on purpose. Once it is imported in a kernel, every figure is shown as a picture; in a fresh
kernel that has not imported it, as text. It takes 30 ms of a notebook that needs it, all else being loaded.
"""

from __future__ import annotations

import gc
import importlib
import sys
import warnings
from typing import TYPE_CHECKING, Final

from ...errors import ReportError
from . import linux

if TYPE_CHECKING:
    from .cells import CellKernel

#: What is imported by name; what the public names of the workbench need comes with them.
LIBRARIES: Final = ("numpy", "pandas", "networkx", "matplotlib.figure", "matplotlib.backends.backend_agg")

#: A run of a report on the map of the examples, and a look at the calendar, which takes half a second to
#: load: what is read once and kept is read before the fork.
_REHEARSAL: Final = """\
import datetime as dt
from audit_lib import controller_record, findings_table, lane_map, map_summary, record_table, run_audit
from audit_lib.graph.example import example_map
from audit_lib.law.calendar import Nation, bank_holidays
data_map = example_map()
bank_holidays(Nation.SCOTLAND, 2026)
audit = run_audit(data_map, dt.date(2026, 11, 22))
for shown in (
    lane_map(data_map, audit.findings),
    findings_table(audit.findings),
    map_summary(data_map),
    record_table(controller_record(data_map)),
):
    get_ipython().display_formatter.format(shown)
"""

#: These reach for the machinery that runs notebooks, which is not what a notebook needs.
_NOT_FOR_NOTEBOOKS: Final = ("run_report",)


def load() -> CellKernel:
    """Load everything and return the kernel that a fork wakes up in.

    Raises
    ------
    ReportError
        If a library has started a thread: a fork would not have it.
    """
    from .cells import make_kernel  # noqa: PLC0415 - it is what makes the shell

    gc.disable()  # what is imported stays; looking for what does not takes a tenth of the time
    kernel = make_kernel()
    with kernel.shell.builtin_trap:
        for name in LIBRARIES:
            importlib.import_module(name)
        import audit_lib  # noqa: PLC0415 - only now: its views import pandas

        for name in sorted(set(audit_lib.__all__) - set(_NOT_FOR_NOTEBOOKS)):
            getattr(audit_lib, name)
        with warnings.catch_warnings():  # a warning that was shown here is shown again in a notebook
            exec(compile(_REHEARSAL, "<rehearsal>", "exec"), {"get_ipython": lambda: kernel.shell})  # noqa: S102
    if linux.threads() != 1:
        raise ReportError("a library has started a thread, which a fork would not have")
    gc.freeze()  # a fork that collects leaves alone what it shares with the server
    gc.enable()
    return kernel


def load_debugger() -> None:
    """Load what JupyterLab debugs with, before the first kernel is forked; cells do without it."""
    if "debugpy" not in sys.modules:
        import ipykernel.debugger  # noqa: PLC0415 - it was imported while there was no debugger

        importlib.reload(ipykernel.debugger)
