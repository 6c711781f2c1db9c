"""`privacy-audit open`: JupyterLab on the first notebook."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from ..errors import InputError
from .faults import command
from .options import MapArgument, map_folder

FIRST: Final = Path("notebooks") / "00_start_here.ipynb"

#: Where notebooks find which map to open on.
VARIABLE: Final = "PRIVACY_AUDIT_MAP"


@command
def open_lab(data_map: MapArgument = None) -> int:
    """Open the notebooks in JupyterLab, on this machine alone."""
    if importlib.util.find_spec("jupyterlab") is None:
        raise InputError.at(
            "open", "JupyterLab is not installed. Set up with `make setup`, or install the extra `lab`."
        )
    if not FIRST.is_file():
        raise InputError.at(
            FIRST.as_posix(), "The notebooks are not here. Run this in the folder of the project."
        )
    return subprocess.call(lab_command(), env=lab_environment(data_map))  # noqa: S603  our own command


def lab_command() -> list[str]:
    """Return the command that starts JupyterLab on one notebook, without its side bars.

    >>> "--ServerApp.ip=127.0.0.1" in lab_command()
    True
    """
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.allow_remote_access=False",
        f"--LabApp.default_url=/doc/tree/{FIRST.as_posix()}",
    ]


def lab_environment(data_map: Path | None) -> dict[str, str]:
    """Return the environment of JupyterLab, with the map if one is named.

    >>> lab_environment(None).get(VARIABLE) == os.environ.get(VARIABLE)
    True
    """
    if data_map is None:
        return dict(os.environ)
    return {**os.environ, VARIABLE: str(map_folder(data_map).resolve())}
