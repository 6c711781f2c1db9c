"""Running cells in a fork and, to compare, in a kernel that papermill starts."""

import json
import os
import re
from pathlib import Path

import nbformat
import papermill
from nbformat.v4 import new_code_cell, new_notebook

from audit_lib.reporting.engine import _own_kernel


def notebook(*sources, go_on=False):
    """A notebook of cells; with `go_on`, one that fails does not stop it."""
    tags = {"tags": ["raises-exception"]} if go_on else {}
    cells = [new_code_cell(source, id=f"c{number}", metadata=tags) for number, source in enumerate(sources)]
    spec = {"name": "python3", "language": "python", "display_name": "Python 3"}
    return new_notebook(cells=cells, metadata={"kernelspec": spec})


def execute(node, folder: Path, *, warm=True, **settings):
    """Run a notebook and return it, and what was raised."""
    out = folder / ("warm.ipynb" if warm else "stock.ipynb")
    nbformat.write(node, folder / "in.ipynb")
    if not warm:
        settings["kernel_manager_class"] = _own_kernel(folder)
    given = {
        "engine_name": "warm" if warm else None,
        "progress_bar": False,
        "kernel_name": "python3",
        **settings,
    }
    raised = None
    # A kernel of ipykernel does not look after the output of programs if it finds itself in a test.
    in_test = os.environ.pop("PYTEST_CURRENT_TEST", None)
    try:
        papermill.execute_notebook(str(folder / "in.ipynb"), str(out), **given)
    except Exception as error:
        raised = error
    finally:
        if in_test:
            os.environ["PYTEST_CURRENT_TEST"] = in_test
    return nbformat.read(out, as_version=4), raised


def run(*sources, folder, **settings):
    """Run cells in a fork and return the outputs of each; whatever fails, fails the test."""
    node, raised = execute(notebook(*sources), folder, **settings)
    if raised:
        raise raised
    return [cell.outputs for cell in node.cells if cell.cell_type == "code"]


def said(*sources, folder, **settings):
    """Run cells in a fork and return what the last one prints."""
    return "".join(output.text for output in run(*sources, folder=folder, **settings)[-1] if "text" in output)


def code_cells(node):
    return [cell for cell in node.cells if cell.cell_type == "code"]


def told(outputs):
    """Outputs as text to compare: addresses and the number of the process are of one run."""
    text = json.dumps(outputs, sort_keys=True, indent=1)
    return re.sub(r"0x[0-9a-f]{8,}", "0x", re.sub(r"ipykernel_\d+/\d+", "ipykernel", text))
