"""The provisioner: with it nbval, nbclient and JupyterLab get their kernels from the server.

Set `JUPYTER_DEFAULT_PROVISIONER_NAME=warm` in the environment, or name it in a kernel's `kernel.json`:

    "metadata": {"kernel_provisioner": {"provisioner_name": "warm"}}
"""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import subprocess
import sys
import warnings
from pathlib import Path
from typing import IO, Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from . import address, linux

#: How a kernel of this interpreter is started; what comes after it are its arguments.
_LAUNCHER = ["-m", "ipykernel_launcher"]


class _Process:
    """A process that the server has forked, as Jupyter knows one that it has started itself."""

    stdin = stdout = stderr = None

    def __init__(self, control: Any, pid: int) -> None:
        self._control, self.pid = control, pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return how the process ended, or None if it has not."""
        return self.wait(0) if self.returncode is None else self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait for the end of the process and return how it ended."""
        from .running import exit_told  # noqa: PLC0415 - what it needs is on Linux only

        if self.returncode is None:
            self.returncode = exit_told(self._control, timeout)
            if self.returncode is not None:
                self._control.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal to a process that runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End the process at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the process to end."""
        self.send_signal(signal.SIGTERM)


class WarmProvisioner(LocalProvisioner):
    """Has kernels forked where they are kernels of this interpreter, and started where they are not."""

    async def pre_launch(self, **settings: Any) -> dict[str, Any]:
        """Have a kernel speak over sockets in a private folder: ports can be read by everybody here."""
        manager = self.parent
        if (
            manager is not None
            and not manager.has_kernel
            and manager.transport == "tcp"
            and not await self._reason()
        ):
            manager.transport = "ipc"
            manager.ip = str(address.private_folder() / f"k-{secrets.token_hex(6)}")
        prepared: dict[str, Any] = await super().pre_launch(**settings)
        return prepared

    async def launch_kernel(self, cmd: list[str], **settings: Any) -> KernelConnectionInfo:
        """Fork a kernel, or start one and say why."""
        reason = await self._reason() if cmd[1:3] == _LAUNCHER else f"it is started by {' '.join(cmd[:3])}"
        if reason:
            warnings.warn(f"The kernel is started, not forked: {reason}.", RuntimeWarning, stacklevel=2)
            return await super().launch_kernel(cmd, **settings)
        environment = dict(settings.get("env") or os.environ)
        asked = {
            "environment": environment,
            "folder": str(settings.get("cwd") or Path.cwd()),
            "argv": cmd[3:],
        }
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            files = [_file(settings.get(name), own, nowhere) for name, own in (("stdout", 1), ("stderr", 2))]
            from . import caller  # noqa: PLC0415 - what it needs is on Linux only

            control, pid = caller.fork("kernel", caller.ready(), files, asked)
        finally:
            os.close(nowhere)
        self.process = cast("Any", _Process(control, pid))
        self.pid = self.pgid = pid  # a fork leads a group of its own
        self.cwd = asked["folder"]
        return self.connection_info

    async def _reason(self) -> str | None:
        """Return why a kernel cannot be forked; JupyterLab answers its pages while a server is started."""
        if Path(self.kernel_spec.argv[0]) not in (Path("python"), Path(sys.executable)):
            return f"it is of {self.kernel_spec.argv[0]}"
        if reason := linux.hindrance():
            return reason
        from . import caller  # noqa: PLC0415 - what it needs is on Linux only

        try:
            await asyncio.to_thread(caller.ready)
        except linux.Hindered as hindrance:
            return str(hindrance)
        return None


def _file(given: int | IO[Any] | None, own: int, nowhere: int) -> int:
    """Return the file that is meant by what a caller would give to `subprocess.Popen`."""
    if given is None:
        return own
    if isinstance(given, int):
        return nowhere if given in (subprocess.DEVNULL, subprocess.PIPE) else given
    return given.fileno()
