"""What a notebook shows in a fork is byte for byte what it shows in a kernel that papermill starts."""

from pathlib import Path

import nbformat
import pytest
import warm_odd_cells as odd_cells
import warm_state as state_of
from warm_runs import code_cells, execute, notebook, told

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
NOTEBOOKS = sorted([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("notebooks/reports/*.ipynb")])

#: Where a stock kernel names its own file in what it shows, we name ours; its warnings come when they come.
NAMES_A_FILE = {"no text", "nan in json"}

#: Where a stock kernel cuts text in two at a moment that differs from run to run, we never cut.
CUT = {"process that prints", "many prints, both streams"}

#: Where the text of a program stands in a stock kernel depends on which thread comes first.
IN_ITS_OWN_TIME = {"system", "bytes that are no text", "subprocess", "written to the file"}

#: What says how a kernel was started, and what is of numpy, which is there before the notebook imports it.
STARTED_OTHERWISE = """\
LEFT_OUT = {'JPY_PARENT_PID', 'PYDEVD_USE_FRAME_EVAL'}
OF_THE_DEBUGGER = {'_', 'execfile', 'runfile', 'debugfile', 'cell_count', '_pydev_stop_at_break'}"""
NUMPY_IS_THERE = {"formatters", "warnings"}


def both(sources, folder):
    node = notebook(*sources, go_on=True)
    ran = [execute(node, folder, warm=warm)[0] for warm in (True, False)]
    return [[cell.outputs for cell in code_cells(each)] for each in ran]


def uncut(outputs):
    """The outputs with text in one piece that came out in several."""
    whole = []
    for one in outputs:
        if whole and one.output_type == whole[-1].output_type == "stream" and one.name == whole[-1].name:
            whole[-1] = nbformat.from_dict({**whole[-1], "text": whole[-1].text + one.text})
        else:
            whole.append(one)
    return whole


def alike(warm, stock):
    """Both as text to compare; a stock kernel cuts what is printed wherever its clock falls, a fork never."""
    if len(warm) < len(stock):
        warm, stock = uncut(warm), uncut(stock)
    return told(warm), told(stock)


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    warm, stock = both(odd_cells.CELLS.values(), tmp_path_factory.mktemp("odd"))
    return {name: pair for name, *pair in zip(odd_cells.CELLS, warm, stock, strict=True)}


@pytest.fixture(scope="module")
def state(tmp_path_factory):
    warm, stock = both([STARTED_OTHERWISE, *state_of.CELLS.values()], tmp_path_factory.mktemp("state"))
    return {name: pair for name, *pair in zip(state_of.CELLS, warm[1:], stock[1:], strict=True)}


@pytest.mark.parametrize("name", sorted(set(odd_cells.CELLS) - NAMES_A_FILE - CUT - IN_ITS_OWN_TIME))
def test_an_odd_cell_shows_the_same(odd, name):
    warm, stock = odd[name]
    warm, stock = alike(warm, stock)
    assert warm == stock


@pytest.mark.parametrize("name", sorted(NAMES_A_FILE))
def test_an_odd_cell_that_names_a_file_of_the_kernel_shows_the_same_else(odd, name):
    warm, stock = (
        sorted(str({key: one[key] for key in one if key not in {"traceback", "text"}}) for one in each)
        for each in odd[name]
    )
    assert warm == stock


@pytest.mark.parametrize("name", sorted(CUT))
def test_text_is_the_same_but_never_cut(odd, name):
    for stream in ("stdout", "stderr"):
        warm, stock = ([each.text for each in outputs if each.get("name") == stream] for outputs in odd[name])
        assert "".join(warm) == "".join(stock)
        assert len(warm) <= 1


@pytest.mark.parametrize("name", sorted(IN_ITS_OWN_TIME))
def test_text_of_a_program_stands_where_it_was_written(odd, name):
    expected = {
        "system": "before\nof a program\nafter\n",
        "bytes that are no text": "a\ufffdb\n",
        "subprocess": "inherited\n",
        "written to the file": "raw\n",
    }
    assert [output.text for output in odd[name][0]] == [expected[name]]


@pytest.mark.parametrize("name", sorted(set(state_of.CELLS) - NUMPY_IS_THERE))
def test_a_notebook_finds_the_same_when_it_starts(state, name):
    warm, stock = state[name]
    warm, stock = alike(warm, stock)
    assert warm == stock


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_of_the_project_shows_the_same(path, tmp_path):
    node = nbformat.read(path, as_version=4)
    ran = [execute(node, tmp_path, warm=warm, cwd=path.parent) for warm in (True, False)]
    assert [raised for _, raised in ran] == [None, None]
    warm, stock = ([cell.get("outputs") for cell in each.cells] for each, _ in ran)
    assert warm == stock
    assert ran[0][0].metadata.language_info == ran[1][0].metadata.language_info
