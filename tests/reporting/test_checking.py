"""What is wanted, and everything that can be wrong with it before a kernel starts."""

import datetime as dt

import pytest

from audit_lib.errors import InputError, MapError, ParameterError
from audit_lib.reporting.checking import check, check_all
from audit_lib.reporting.order import Order
from audit_lib.reporting.refusals import refuse_outside

DAY = dt.date(2026, 3, 31)


@pytest.fixture
def wanted(notebooks, map_folder, tmp_path, monkeypatch):
    """Orders for a report that can be made; any field may be another."""
    monkeypatch.chdir(tmp_path)
    folder = notebooks(
        "plain", "print(top)", parameters='map = ""\nas_of = "2026-01-01"\nstore = ""\ntop = 1'
    )

    def order(**fields):
        return Order("plain", "kiosk", DAY, notebooks=str(folder))._replace(**fields)

    return order


def told(error):
    return [fault.message for fault in error.value.faults]


def test_an_order_that_can_be_carried_out_comes_back_with_what_was_read(wanted):
    found = check(wanted(parameters={"top": 3}))
    assert found.data_map.info.id == "kiosk"
    assert found.given == {"map": "kiosk", "as_of": "2026-03-31", "top": 3}


def test_all_that_is_wrong_is_told_at_once(wanted):
    with pytest.raises(InputError) as error:
        check(wanted(map_folder="absent", parameters={"topp": 1}, formats=("html", "word"), folder="/etc"))
    said = "\n".join(told(error))
    assert len(told(error)) == 4
    for part in (
        "There is no such folder",
        'Did you mean "top"?',
        "Known: html, pdf",
        "below the output root",
    ):
        assert part in said


@pytest.mark.parametrize(
    "folder", ["/tmp/x", "../x", "a/../b", "a//b", ".hidden/x", "a/.hidden", "a\\b", "c:/x", "a\nb", "a/ /b"]
)
def test_a_run_goes_nowhere_but_below_the_output_root(wanted, folder):
    with pytest.raises(ParameterError, match="below the output root"):
        check(wanted(folder=folder))


def test_a_run_does_not_take_the_name_that_is_kept_for_failures(wanted):
    with pytest.raises(ParameterError, match="kept for runs that fail"):
        check(wanted(folder="a/plain.failed"))


def test_no_two_runs_want_one_folder_nor_one_the_folder_of_another(wanted):
    for first, second in (("a/b", "a/b"), ("a", "a/b")):
        with pytest.raises(ParameterError, match="Two runs want this folder"):
            check_all([wanted(folder=first), wanted(folder=second)])


def test_a_fault_that_many_orders_have_is_told_once(wanted):
    with pytest.raises(MapError) as error:
        check_all([wanted(map_folder="absent", folder=f"{number}") for number in range(9)])
    assert len(told(error)) == 1


@pytest.mark.parametrize(
    "store", ["../elsewhere", "/tmp/store", "runs/store", "runs", "runs/../.store", "runs/link/x"]
)
def test_what_a_report_keeps_stands_in_a_hidden_folder_of_the_output_root(wanted, tmp_path, store):
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / "link").symlink_to(tmp_path)
    with pytest.raises(ParameterError, match=r"runs/\.evidence"):
        refuse_outside([wanted(parameters={"store": store})], tmp_path / "runs")


def test_a_hidden_folder_of_the_output_root_may_be_written(wanted, tmp_path):
    orders = [wanted(parameters={"store": "runs/.evidence"}), wanted(parameters={"store": ""}), wanted()]
    refuse_outside(orders, tmp_path / "runs")


def test_a_hidden_folder_that_is_a_link_leads_nowhere(wanted, tmp_path):
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / ".evidence").symlink_to(tmp_path)
    with pytest.raises(ParameterError):
        refuse_outside([wanted(parameters={"store": "runs/.evidence"})], tmp_path / "runs")
