"""Servers of these tests alone, and the engine as its entry point registers it."""

import pytest
from papermill.engines import papermill_engines

from audit_lib.reporting.warm import entry, linux

if linux.hindrance():
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session", autouse=True)
def engine(tmp_path_factory):
    """Register the engine, and keep sockets where no other caller looks for them."""
    papermill_engines.register("warm", entry.warm)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("w")))
        yield
