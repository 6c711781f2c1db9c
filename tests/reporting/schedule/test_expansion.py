"""An occasion as runs: every case once, each with a folder of its own, no value guessed."""

import datetime as dt

import pytest

from audit_lib.errors import ParameterError
from audit_lib.reporting.schedule import cases as module
from audit_lib.reporting.schedule.cases import month_ends
from audit_lib.reporting.schedule.expansion import expand

from .conftest import job

DAY = dt.date(2026, 3, 30)

PARTIES = """\
map: {id: shop, title: Shop, jurisdiction: UK, controller: shop-ltd}
parties:
  - {id: shop-ltd, name: Shop Ltd, kind: organisation, stance: recorded}
  - {id: guests, name: Guests, kind: individuals, stance: recorded}
purposes:
  - {id: sell, name: Sell, stance: recorded}
activities:
  - {id: tills, name: Tills, function: Sales, purpose: sell, controllers: [shop-ltd],
     subjects: [guests], data: [name], stance: recorded}
data:
  - {id: name, name: Name, stance: recorded}
"""


@pytest.fixture
def told(project):
    """The folders of an occasion of a job, without the job and the occasion."""

    def call(*cases, **fields):
        found = expand(job(**fields), "o", DAY, cases=cases, notebooks=project / "notebooks")
        assert all(order.folder.startswith("weekly/o/") for order in found.wanted)
        return [order.folder.removeprefix("weekly/o/") for order in found.wanted]

    return call


@pytest.fixture
def sites(project):
    for name in ("north", "south", ".hidden"):
        (project / "sites" / name).mkdir(parents=True)
        (project / "sites" / name / "map.yaml").write_text(PARTIES, encoding="utf-8")
    (project / "sites" / "README.md").write_text("not a site", encoding="utf-8")
    return project / "sites"


def test_without_a_sweep_there_is_one_case_named_after_the_map(told):
    assert told(reports=["plain", "other"]) == ["kiosk/plain", "kiosk/other"]


def test_a_pattern_makes_one_case_a_folder(told, sites):
    assert told(map=None, sweep={"map": "sites/*"}) == ["north/plain", "south/plain"]


def test_several_sweeps_make_each_combination(told, sites):
    found = told(map=None, sweep={"map": "sites/*", "top": ["1", "2"], "as_of": {"months": "2"}})
    assert len(found) == 8
    assert found[0] == "north,1,2026-01/plain"
    assert found[-1] == "south,2,2026-02/plain"


def test_values_are_what_each_notebook_declares(project):
    fields = job(reports=["plain", "other"], parameters={"top": "7"}, sweep={"top": ["17"]})
    plain, other = expand(fields, "o", DAY, notebooks=project / "notebooks").wanted
    assert plain.parameters == {"top": 17}
    assert other.parameters == {"top": "17"}


def test_the_parties_of_a_map_are_swept_over(told, sites):
    assert told(map="sites/north", sweep={"party": "all"}) == ["shop-ltd/plain", "guests/plain"]
    assert told(map="sites/north", sweep={"party": "controllers"}) == ["shop-ltd/plain"]


def test_a_map_that_cannot_be_read_keeps_no_other_from_being_run(project, sites):
    (sites / "north" / "map.yaml").write_text("map: {id: north}", encoding="utf-8")
    swept = job(map=None, sweep={"map": "sites/*", "party": "all"})
    found = expand(swept, "o", DAY, notebooks=project / "notebooks")
    assert [order.folder.split("/")[2] for order in found.wanted] == ["south,shop-ltd", "south,guests"]
    assert [missed.folder for missed in found.unusable] == ["weekly/o/north/plain"]
    assert "map.yaml" in found.unusable[0].why
    assert found.runs == 3


def test_a_map_with_nothing_to_sweep_over_is_told(project):
    found = expand(job(sweep={"activity": "all"}), "o", DAY, notebooks=project / "notebooks")
    assert found.unusable[0].why == "the map has no activity to sweep over"


def test_a_pattern_that_fits_nothing_is_told(told):
    with pytest.raises(ParameterError, match='No folder fits "stes/'):
        told(map=None, sweep={"map": "stes/*"})


@pytest.mark.parametrize(
    "value", ["../../x", "/etc/passwd", "..", ".", "a/b", "", "con\x00", "occasion.json", "ä ö", "x" * 500]
)
def test_no_value_leads_out_of_the_folder_of_its_case(told, value):
    (found,) = told(sweep={"party": [value]})
    case, slash, report = found.rpartition("/")
    assert (slash, report) == ("/", "plain")
    assert "/" not in case
    assert case.isascii()
    assert not case.startswith(".")
    assert len(case) <= 100
    assert case != "occasion.json"


def test_values_that_look_alike_have_folders_of_their_own(told):
    found = told(sweep={"party": ["a/b", "a b", "A-B", "a-b"]})
    assert len({name.lower() for name in found}) == 4


def test_maps_of_the_same_name_have_folders_of_their_own(told, project):
    found = told(map=None, sweep={"map": ["north/site", "south/site"]})
    assert len(set(found)) == 2
    assert all(name.startswith("site-") for name in found)


def test_only_the_cases_that_are_named_are_wanted(told, sites):
    assert told("south", map=None, sweep={"map": "sites/*"}) == ["south/plain"]


def test_a_case_that_is_none_is_told(told, sites):
    with pytest.raises(ParameterError, match='no case "suoth"'):
        told("suoth", map=None, sweep={"map": "sites/*"})


def test_there_is_a_bound_on_runs(told, sites, monkeypatch):
    monkeypatch.setattr(module, "MAX_RUNS", 3)
    with pytest.raises(ParameterError, match="would make 4 runs"):
        told(reports=["plain", "other"], map=None, sweep={"map": "sites/*"})


@pytest.mark.parametrize(
    ("until", "count", "ends"),
    [
        ("2026-03-30", 2, ["2026-01-31", "2026-02-28"]),
        ("2026-03-31", 2, ["2026-02-28", "2026-03-31"]),
        ("2024-02-29", 1, ["2024-02-29"]),
        ("2026-01-15", 2, ["2025-11-30", "2025-12-31"]),
    ],
)
def test_month_ends_count_back_from_the_day_of_the_occasion(until, count, ends):
    assert [day.isoformat() for day in month_ends(dt.date.fromisoformat(until), count)] == ends


def test_formats_and_notice_are_handed_on(project):
    (order,) = expand(
        job(formats=["pdf", "html", "pdf"], notice="notice.txt"), "o", DAY, notebooks=project / "notebooks"
    ).wanted
    assert order.formats == ("pdf", "html")
    assert order.notice == "notice.txt"
