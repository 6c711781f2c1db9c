"""Nothing that one notebook does is found by the next: each is a fork of a server that runs no notebook.

Names that begin with `trap` are of traps in which others were caught. Those that cannot be sprung here, by the
way it is built: no history is written and no history thread runs (`make_kernel`: in memory); no socket, port
or ZeroMQ context is there before the fork (`kernel.py` makes them after it); no file is handed to the server
and forgotten (`Server._accept` closes what it was given, whatever was asked).
"""

# ruff: noqa: E501 - what a notebook runs stands in one line

import os
from pathlib import Path

import pytest
from warm_runs import execute, notebook, run, said

pytestmark = pytest.mark.slow

#: What a notebook does, and what the next one asks for.
LEFT = {
    "pandas options": (
        "import pandas as pd\npd.set_option('display.max_rows', 7)",
        "import pandas as pd\nprint(pd.get_option('display.max_rows'))",
        "60",
    ),
    "environment": (
        "import os\nos.environ['LEFT'] = 'x'",
        "import os\nprint(os.environ.get('LEFT'))",
        "None",
    ),
    "folder": ("import os\nos.chdir('/')", "import os\nprint(os.getcwd() == '/')", "False"),
    "module path": (
        "import sys\nsys.path.insert(0, '/left')",
        "import sys\nprint('/left' in sys.path)",
        "False",
    ),
    "module attributes": (
        "import audit_lib\naudit_lib.left = 1",
        "import audit_lib\nprint(hasattr(audit_lib, 'left'))",
        "False",
    ),
    "modules": ("import sys\nsys.modules['left'] = sys", "import sys\nprint('left' in sys.modules)", "False"),
    "names": ("left = 1", "print('left' in globals())", "False"),
    "builtins": (
        "import builtins\nbuiltins.left = 1",
        "import builtins\nprint(hasattr(builtins, 'left'))",
        "False",
    ),
    "decimal context": (
        "import decimal\ndecimal.getcontext().prec = 3",
        "import decimal\nprint(decimal.getcontext().prec)",
        "28",
    ),
    "open figures": (
        "import matplotlib.pyplot as plt\n%config InlineBackend.close_figures = False\nplt.figure();",
        "import matplotlib.pyplot as plt\nprint(plt.get_fignums())",
        "[]",
    ),
    "rcParams": (
        "import matplotlib\nmatplotlib.rcParams['lines.linewidth'] = 9",
        "import matplotlib\nprint(matplotlib.rcParams['lines.linewidth'])",
        "1.5",
    ),
    "warning filters": (
        "import warnings\nwarnings.simplefilter('error', BytesWarning)",
        "import warnings\nprint([f[0] for f in warnings.filters if f[2] is BytesWarning])",
        "[]",
    ),
    "locale": (
        "import locale\nlocale.setlocale(locale.LC_NUMERIC, 'C.UTF-8')",
        "import locale\nprint(locale.setlocale(locale.LC_NUMERIC))",
        "C",
    ),
    "logging": (
        "import logging\nlogging.getLogger().setLevel(5)",
        "import logging\nprint(logging.getLogger().level)",
        "30",
    ),
    "umask": ("import os\nos.umask(0)", "import os\nm = os.umask(0o77)\nprint(m == 0)", "False"),
    "limits": (
        "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (99, 99))",
        "import resource\nprint(resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 99)",
        "False",
    ),
    "signal handlers": (
        "import signal\nsignal.signal(signal.SIGUSR1, signal.SIG_IGN)",
        "import signal\nprint(signal.getsignal(signal.SIGUSR1))",
        "0",
    ),
    "files": (
        "f = open('/dev/null')\nimport os\nos.dup2(f.fileno(), 77)",
        "import os\nprint(os.path.exists('/proc/self/fd/77'))",
        "False",
    ),
    "time zone": (
        "import os, time\nos.environ['TZ'] = 'Asia/Tokyo'\ntime.tzset()",
        "import time\nprint('JST' in time.tzname)",
        "False",
    ),
}


@pytest.mark.parametrize("what", LEFT)
def test_does_not_leak(what, tmp_path):
    leave, ask, fresh = LEFT[what]
    run(leave, folder=tmp_path)
    assert said(ask, folder=tmp_path).strip() == fresh


def test_random_state_is_not_shared(tmp_path):
    code = """\
import random, secrets, tempfile, uuid
import numpy as np
drawn = [random.random(), np.random.rand(), uuid.uuid1(), uuid.uuid4(), secrets.token_hex(), tempfile.mktemp()]
print(*drawn, np.random.default_rng().random(), sep='\\n')"""
    first, second = (said(code, folder=tmp_path).splitlines() for _ in range(2))
    assert not set(first) & set(second)


def test_a_seed_gives_what_it_gives_anywhere(tmp_path):
    code = "import random, numpy as np\nrandom.seed(1); np.random.seed(1)\nprint(random.random(), np.random.rand())"
    assert said(code, folder=tmp_path) == "0.13436424411240122 0.417022004702574\n"


def test_the_environment_and_folder_are_those_of_the_caller(tmp_path, monkeypatch):
    monkeypatch.setenv("OF_THIS_CALLER", "yes")
    monkeypatch.chdir(tmp_path)
    code = "import os\nprint(os.environ['OF_THIS_CALLER'], os.getcwd())"
    assert said(code, folder=tmp_path) == f"yes {tmp_path}\n"
    monkeypatch.delenv("OF_THIS_CALLER")
    assert said("import os\nprint('OF_THIS_CALLER' in os.environ)", folder=tmp_path) == "False\n"


def test_the_umask_is_that_of_the_caller(tmp_path):
    before = os.umask(0o027)
    try:
        assert said("import os\nprint(oct(os.umask(0)))", folder=tmp_path) == "0o27\n"
    finally:
        os.umask(before)


def test_a_module_beside_the_notebook_is_read_anew(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for value in ("one", "another"):
        Path("beside.py").write_text(f"value = {value!r}")
        assert said("import beside\nprint(beside.value)", folder=tmp_path).strip() == value


def test_trap_1_pandas_was_imported_in_a_kernel_and_not_in_a_terminal(tmp_path):
    code = "import pandas as pd\nprint(pd.get_option('display.max_columns'), pd.get_option('display.width'))"
    assert said(code, folder=tmp_path) == "20 80\n"


def test_trap_2_a_figure_that_nobody_shows_is_shown(tmp_path):
    outputs = run("import matplotlib.pyplot as plt\nplt.plot([1, 2]);", folder=tmp_path)[0]
    assert [list(output.data) for output in outputs] == [["image/png", "text/plain"]]


def test_trap_4_a_fork_starts_with_one_thread(tmp_path):
    assert said("import os\nprint(len(os.listdir('/proc/self/task')))", folder=tmp_path) == "1\n"


def test_trap_8_what_a_shell_puts_into_the_environment_is_there(tmp_path):
    code = "import os\nprint(*(os.environ[name] for name in ('TERM', 'PAGER', 'FORCE_COLOR', 'MPLBACKEND')))"
    expected = "xterm-color cat 1 module://matplotlib_inline.backend_inline\n"
    assert said(code, folder=tmp_path) == expected


def test_trap_9_the_inline_magic_needs_no_event_loop(tmp_path):
    assert run("%matplotlib inline", folder=tmp_path) == [[]]


def test_trap_10_text_that_is_no_unicode_is_saved(tmp_path):
    node, raised = execute(notebook(r"print('a\udc80b'); '\udc80'"), tmp_path)
    assert raised is None
    assert node.cells[0].outputs[0].text == "a\ufffdb\n"


def test_trap_11_text_is_not_cut_by_the_time_that_it_takes(tmp_path):
    code = "import time\nfor i in range(4):\n    print(i); time.sleep(0.15)"
    assert [output.text for output in run(code, folder=tmp_path)[0]] == ["0\n1\n2\n3\n"]


def test_trap_13_the_order_of_sets_is_the_same_in_every_run(tmp_path):
    code = "print(list({'a', 'b', 'c', 'd', 'e'}), hash('x'))"
    assert said(code, folder=tmp_path) == said(code, folder=tmp_path)
