"""Servers of these tests alone, and the engine as its entry point registers it."""

import tempfile
import warnings
from pathlib import Path

import pytest
from papermill.engines import papermill_engines

from audit_lib.reporting.warm import entry, linux

if linux.hindrance():
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def short():
    """A folder whose path is short enough for the path of a socket."""
    with tempfile.TemporaryDirectory(prefix="w-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session", autouse=True)
def engine():
    """Register the engine, and keep sockets where no other caller looks for them."""
    papermill_engines.register("warm", entry.warm)
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="w-") as folder:
        patch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture(autouse=True)
def no_fall_back():
    """Have a test fail whose notebook runs in a kernel that is started, unless it says that this is meant."""
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message="The notebook runs in a kernel of its own")
        warnings.filterwarnings("error", message="The kernel is started, not forked")
        yield
