"""What the process that runs reports does not import."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def loaded(*lines):
    """The modules that a fresh interpreter has loaded after these lines."""
    script = "\n".join([f"import sys; sys.path.insert(0, {str(ROOT)!r})", *lines, "print(*sys.modules)"])
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ended.stdout.split())


def test_the_grammar_of_foreign_addresses_is_not_loaded_to_run_a_report():
    modules = loaded("import audit_lib.reporting.report", "import audit_lib.reporting.engine")
    assert {"papermill", "nbformat", "jsonschema"} <= modules
    assert not {"rfc3987_syntax", "lark", "isoduration"} & modules


def test_whoever_wants_the_grammar_can_have_it():
    pytest.importorskip("rfc3987_syntax")
    assert "rfc3987_syntax" in loaded("import audit_lib.reporting", "import rfc3987_syntax")


def test_notebooks_are_still_checked():
    lines = (
        "import audit_lib.reporting.report, nbformat",
        "assert nbformat.validator.isvalid(nbformat.v4.new_notebook())",
    )
    assert "jsonschema" in loaded(*lines, "assert not nbformat.validator.isvalid({'cells': 1})")


def test_to_ask_for_a_fork_nothing_of_jupyter_is_needed():
    assert not {"papermill", "zmq", "pandas", "matplotlib", "IPython"} & loaded(
        "import audit_lib.reporting.warm.caller"
    )
