"""What a run depends on: the same inputs have the same hash, and any other input another one."""

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest

from audit_lib.reporting.checking import Checked
from audit_lib.reporting.fingerprint import inputs_of
from audit_lib.reporting.jobs import Job
from audit_lib.reporting.order import Order
from audit_lib.reporting.parameters import Parameter

TAKES = {name: Parameter(name, None, (str,)) for name in ("register", "party", "passphrase", "top")}


@pytest.fixture
def wanted(tmp_path, monkeypatch):
    """What is checked of an order, with a notebook and a register in the folder of the test."""
    monkeypatch.chdir(tmp_path)
    Path("risk.ipynb").write_text("{}")
    Path("register.csv").write_text("a,b")

    def checked(*, sha256="a" * 64, formats=("html",), as_of=dt.date(2026, 11, 22), takes=TAKES, **given):
        order = Order("risk", "kiosk", as_of, given, formats=formats)
        told = {"map": "kiosk", "as_of": as_of.isoformat(), "register": "register.csv", "top": 5, **given}
        return Checked(
            order, Job("risk", Path("risk.ipynb")), SimpleNamespace(sha256=sha256), told, None, takes
        )

    return checked


def test_where_a_file_lies_and_the_order_of_parameters_do_not_count(wanted):
    before = inputs_of(wanted())
    Path("moved").mkdir()
    Path("register.csv").rename("moved/register.csv")
    assert inputs_of(wanted(register="moved/register.csv")) == before
    assert (
        inputs_of(wanted(top=5, register="moved/register.csv", map="elsewhere/kiosk", party=None)) == before
    )


@pytest.mark.parametrize(
    "different",
    [
        {"sha256": "b" * 64},
        {"formats": ("html", "pdf")},
        {"as_of": dt.date(2026, 11, 23)},
        {"top": 6},
        {"top": "5"},
        {"party": "agency"},
        {"takes": {**TAKES, "party": Parameter("party", "agency", (str,))}},
    ],
)
def test_whatever_decides_what_a_run_says_counts(wanted, different):
    assert inputs_of(wanted(**different)) != inputs_of(wanted())


@pytest.mark.parametrize("file", ["risk.ipynb", "register.csv"])
def test_what_a_file_says_counts(wanted, file):
    before = inputs_of(wanted())
    Path(file).write_text("other")
    assert inputs_of(wanted()) != before


def test_a_secret_that_came_in_clear_does_not_count_so_that_nobody_can_try_words_against_the_hash(wanted):
    assert inputs_of(wanted(passphrase="hunter2")) == inputs_of(wanted(passphrase="hunter3"))
