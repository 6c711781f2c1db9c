"""Pictures in notebooks are compared by what they were drawn from: nbval skips pixels and nothing else."""

from __future__ import annotations

import subprocess
import sys

import nbformat
import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

from audit_lib.exports.page import page_text
from audit_lib.views.drawing import block, figure_of, sheet
from audit_lib.views.lane_shapes import Rect
from audit_lib.views.picture import MIME, Picture
from audit_lib.views.values import values

DRAW = """\
from audit_lib.views.drawing import block, figure_of, sheet
from audit_lib.views.lane_shapes import Rect
from audit_lib.views.picture import Picture
from audit_lib.views.values import values

axes = sheet(100, 100)
block(axes, Rect(10, 90 - {high}, 30, 90), facecolor="#335577")
Picture(figure_of(axes), "Bars", "One bar.", values(["bar"], [[{high}]]))"""


def drawn(high, told=None):
    axes = sheet(100, 100)
    block(axes, Rect(10, 90 - high, 30, 90), facecolor="#335577")
    return Picture(figure_of(axes), "Bars", "One bar.", values(["bar"], [[told or high]]))


def compared(folder, picture, *, png="iVBORw0KGgo=", high=40):
    """Run nbval over a notebook that draws a bar and was committed with this picture."""
    data = {"image/png": png, "text/plain": repr(picture), **picture._repr_mimebundle_()}
    output = new_output("execute_result", data, execution_count=1)
    cell = new_code_cell(DRAW.format(high=high), outputs=[output], execution_count=1)
    nbformat.write(new_notebook(cells=[cell]), folder / "bars.ipynb")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--nbval",
            "--nbval-current-env",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            "bars.ipynb",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout


@pytest.mark.slow
def test_pixels_that_another_version_draws_otherwise_are_no_difference(tmp_path):
    status, said = compared(tmp_path, drawn(40), png="QUJD")
    assert status == 0, said


@pytest.mark.slow
def test_a_bar_of_another_height_is_a_difference(tmp_path):
    status, said = compared(tmp_path, drawn(41, told=40))
    assert status == 1, said
    assert MIME in said


@pytest.mark.slow
def test_another_value_is_a_difference_even_where_nothing_moved(tmp_path):
    status, said = compared(tmp_path, drawn(40, told=39))
    assert status == 1, said
    assert MIME in said


def test_the_page_of_a_report_shows_the_png_and_nothing_of_what_stands_beside_it():
    picture = drawn(40)
    data = {"image/png": "iVBORw0KGgo=", "text/plain": repr(picture), **picture._repr_mimebundle_()}
    cell = new_code_cell("", outputs=[new_output("display_data", data)])
    page = page_text(new_notebook(cells=[cell]), title="Bars")
    assert "data:image/png;base64,iVBORw0KGgo=" in page
    assert picture.behind()["geometry"] not in page


def test_nbconvert_shows_the_png_in_its_own_pages():
    picture = drawn(40)
    data = {"image/png": "iVBORw0KGgo=", "text/plain": repr(picture), **picture._repr_mimebundle_()}
    cell = new_code_cell("", outputs=[new_output("display_data", data)])
    page, _ = HTMLExporter(template_name="basic").from_notebook_node(new_notebook(cells=[cell]))
    assert "data:image/png;base64,iVBORw0KGgo=" in page
    assert picture.behind()["geometry"] not in page
