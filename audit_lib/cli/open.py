"""`privacy-audit open`: JupyterLab on the first notebook, on this machine alone.

What JupyterLab is told stands in `audit_lib/jupyter`: in `overrides.d` for the page, in
`jupyter_server_config.json` for the server. Both are installed with the project, so that they hold for
`jupyter lab` too. What JupyterLab keeps, it keeps in the folder `.jupyter` of the project.
"""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import typer

from ..errors import Fault, InputError, Place
from .faults import command
from .options import DEFAULT_MAP, MapArgument, load
from .plain import console, line

FIRST: Final = Path("notebooks") / "00_start_here.ipynb"

#: Where JupyterLab keeps settings, the trust in notebooks, the address of a running server, and history.
KEPT: Final = Path(".jupyter")

_SERVER: Final = Path(__file__).parents[1] / "jupyter" / "jupyter_server_config.json"

#: The ports that anybody may listen on without special rights.
_PORTS: Final = range(1024, 65536)

NoBrowserOption = Annotated[
    bool, typer.Option("--no-browser", help="Say the address and open no browser (on a server).")
]
PortOption = Annotated[
    int, typer.Option("--port", metavar="N", help="The port; if it is taken, another one is found.")
]


@command
def open_lab(
    data_map: MapArgument = None, no_browser: NoBrowserOption = False, port: PortOption = 8888
) -> int:
    """Open the notebooks in JupyterLab, on this machine alone; Ctrl-C ends it.

    A notebook names its map in its first cell, where an analyst sees it; for another map than the one that
    ships, this says what to write there.
    """
    _demand(port)
    if data_map is not None:
        load(data_map)
    if data_map is not None and data_map.resolve() != DEFAULT_MAP.resolve():
        line(f"In the first cell of a notebook, write: {first_cell(data_map)}", to=console())
    kept = _private(Path.cwd() / KEPT)
    line("JupyterLab starts; Ctrl-C ends it.", to=console())
    settings = lab_environment(os.environ, kept)
    os.environ.clear()
    os.environ.update(settings)
    start_lab(lab_arguments(Path.cwd(), port=port, browser=not no_browser))
    return 0


def first_cell(data_map: Path) -> str:
    """Return the line that names a map in the first cell of a notebook, seen from there.

    >>> first_cell(Path("data_maps/small_agency"))
    'map = "../data_maps/small_agency"'
    """
    return f'map = "{Path(os.path.relpath(data_map, FIRST.parent)).as_posix()}"'


def lab_arguments(folder: Path, *, port: int = 8888, browser: bool = True) -> list[str]:
    """Return what JupyterLab is started with: one notebook without side bars, for this machine alone.

    Parameters
    ----------
    folder
        The folder of the project, beyond which no file is shown.
    port
        The first port to try.
    browser
        Whether to open a browser.

    Examples
    --------
    >>> "--ServerApp.ip=127.0.0.1" in lab_arguments(Path("project"))
    True
    """
    told = json.loads(_SERVER.read_text(encoding="utf-8"))
    return [
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.allow_remote_access=False",
        f"--ServerApp.port={port}",
        f"--ServerApp.open_browser={browser}",
        f"--ServerApp.root_dir={folder}",
        "--ServerApp.answer_yes=True",  # one Ctrl-C ends it
        "--ServerApp.allow_root=True",  # in a container everybody is root
        "--Application.log_level=ERROR",
        f"--LabApp.default_url=/doc/tree/{FIRST.as_posix()}",
        *(f"--{part}.{name}={value}" for part, names in told.items() for name, value in names.items()),
        *(["--KernelProvisionerFactory.default_provisioner_name=warm"] if _is_forking() else []),
    ]


def lab_environment(given: Mapping[str, str], kept: Path) -> dict[str, str]:
    """Return the environment of JupyterLab and its kernels: whatever they keep, they keep in one folder.

    What the environment says to Jupyter otherwise does not count: not a fixed token, not other settings.

    >>> lab_environment({"JUPYTER_TOKEN": "", "LANG": "C"}, Path("kept"))["JUPYTER_DATA_DIR"]
    'kept/data'
    >>> "JUPYTER_TOKEN" in lab_environment({"JUPYTER_TOKEN": "", "LANG": "C"}, Path("kept"))
    False
    """
    kept_by = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }
    others = {name: value for name, value in given.items() if not name.startswith("JUPYTER")}
    return {**others, **{name: str(kept / folder) for name, folder in kept_by.items()}}


def start_lab(arguments: list[str]) -> None:
    """Run JupyterLab in this process until it is ended."""
    from jupyterlab.labapp import main

    if _is_forking():
        from ..reporting.warm import caller

        caller.ready_soon()  # the server of the kernels loads while JupyterLab does
    # Without a terminal JupyterLab leaves Ctrl-C to Python, which would leave kernels and files behind.
    signal.signal(signal.SIGINT, lambda _number, _frame: signal.raise_signal(signal.SIGTERM))
    main(arguments)


def _is_forking() -> bool:
    """Whether kernels can be forked here: they are there at once, and nobody else can listen to them."""
    if sys.platform != "linux":
        return False
    from ..reporting.warm import linux

    return linux.hindrance() is None


def _demand(port: int) -> None:
    faults = []
    if importlib.util.find_spec("jupyterlab") is None:
        message = "JupyterLab is not installed. Set up with `make setup`, or install the extra `lab`."
        faults.append(Fault(Place("open"), message))
    if not FIRST.is_file():
        message = "The notebooks are not here. Run this in the folder of the project."
        faults.append(Fault(Place(FIRST.as_posix()), message))
    if port not in _PORTS:
        message = f"{port} is no port to choose. Name one from {_PORTS[0]} to {_PORTS[-1]}."
        faults.append(Fault(Place("--port"), message))
    if faults:
        raise InputError(faults)


def _private(kept: Path) -> Path:
    """Return the folder, made for its owner alone if it is missing; git takes no notice of it."""
    try:
        kept.mkdir(exist_ok=True)
        kept.chmod(0o700)
        (kept / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise InputError.at(
            KEPT.as_posix(), f"JupyterLab can keep nothing here: {error.strerror}."
        ) from error
    return kept
