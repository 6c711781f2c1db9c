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
from .options import MapArgument, load
from .plain import console, line

FIRST: Final = Path("notebooks") / "00_start_here.ipynb"


@command
def open_lab(data_map: MapArgument = None) -> int:
    """Open the notebooks in JupyterLab, on this machine alone.

    A notebook names its map in its first cell, where an analyst sees it; for another map than the one that
    ships, this says what to write there.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise InputError.at(
            "open", "JupyterLab is not installed. Set up with `make setup`, or install the extra `lab`."
        )
    if not FIRST.is_file():
        raise InputError.at(
            FIRST.as_posix(), "The notebooks are not here. Run this in the folder of the project."
        )
    if data_map is not None:
        load(data_map)
        line(f"In the first cell of a notebook, write: {first_cell(data_map)}", to=console())
    return subprocess.call(lab_command())  # noqa: S603  our own command


def first_cell(data_map: Path) -> str:
    """Return the line that names a map in the first cell of a notebook, seen from there.

    >>> first_cell(Path("data_maps/small_agency"))
    'map = "../data_maps/small_agency"'
    """
    return f'map = "{Path(os.path.relpath(data_map, FIRST.parent)).as_posix()}"'


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
