"""A real kernel of Jupyter in a fork, for nbval and JupyterLab: with sockets, threads and a heartbeat."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import ipykernel.ipkernel
import zmq
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell

from .cells import CellKernel


def serve_kernel(kernel: CellKernel, arguments: Sequence[str]) -> None:
    """Forget the kernel that the server has made, and be one that is started with these arguments.

    Everything that has a socket or a thread is made here, after the fork. The settings and start-up files of
    the user's profile are read, as in any kernel.
    """
    kernel.shell.history_manager.end_session()
    for single in (IPKernelApp, CellKernel, ZMQInteractiveShell):
        single.clear_instance()
    ipykernel.ipkernel._comm_manager = None  # noqa: SLF001 - it belongs to the kernel that is forgotten
    zmq.Context._instance = None  # noqa: SLF001
    sys.stdout, sys.stderr, sys.displayhook = sys.__stdout__, sys.__stderr__, sys.__displayhook__
    app = IPKernelApp.instance()
    app.initialize(list(arguments))
    app.start()
