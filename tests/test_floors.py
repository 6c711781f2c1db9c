"""The floors: who may import whom, for every module of the package."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_module_keeps_to_its_floor():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contract_covers_every_module():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = next(c for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    assert floors["exhaustive"]
    assert floors["containers"] == ["audit_lib"]


def test_no_module_imports_the_public_names():
    """They load the whole house; only notebooks and the command line's version may come in by that door."""
    for path in (ROOT / "audit_lib").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "\nimport audit_lib\n" not in text, path
        if path.parts[-2] != "cli":
            assert "from .. import " not in text or path.parent.parent.name != "audit_lib", path


def test_the_clock_is_read_only_where_the_outside_begins():
    allowed = {"files", "exports", "interop", "evidence", "reporting", "cli"}
    clocks = (".today(", ".now(", "time.time(", "utcnow(")
    for path in (ROOT / "audit_lib").rglob("*.py"):
        floor = path.relative_to(ROOT / "audit_lib").parts[0]
        if floor not in allowed:
            text = path.read_text(encoding="utf-8")
            assert not [clock for clock in clocks if clock in text], path
