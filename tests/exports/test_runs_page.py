"""The page about all runs: what failed on top, figures by month, every run reached, nothing unsafe."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from invented_runs import invented

from audit_lib.exports.runs_page import MOST_FAILED, MOST_RUNS, runs_page, write_runs_page
from audit_lib.exports.runs_told import Link, ToldOccasion, ToldRun

TODAY = dt.date(2026, 11, 22)


def occasion(day, *runs, job="weekly", page=""):
    began = dt.datetime(day.year, day.month, day.day, 6, tzinfo=dt.UTC)
    return ToldOccasion(job, day.isoformat(), day, began, began, runs, page)


def run(day, outcome="finished", case="york", **more):
    return ToldRun("weekly", day.isoformat(), case, "risk", day, outcome, **more)


def page_of(*occasions):
    return BeautifulSoup(runs_page(occasions, as_of=TODAY), "html.parser")


def under(page, heading):
    return next(section for section in page.find_all("section") if heading in section.h2.get_text())


BEGAN = dt.datetime(2026, 7, 1, 6, tzinfo=dt.UTC)
JUNE, JULY = dt.date(2026, 6, 1), dt.date(2026, 7, 1)


def test_what_failed_stands_on_top_with_the_cell_and_the_cause():
    links = (Link("traceback", "weekly/x/traceback.txt"),)
    failed = run(JULY, "failed", cell="cell 4", cause="no such file", links=links)
    page = page_of(occasion(JULY, failed))
    sections = [section.h2.get_text() for section in page.find_all("section")]
    assert sections.index("What failed, and why") == 1
    said = under(page, "What failed")
    assert "cell 4: no such file" in said.get_text()
    assert said.a["href"] == "weekly/x/traceback.txt"


def test_what_failed_and_was_made_since_is_counted_and_no_longer_listed():
    page = page_of(occasion(JUNE, run(JUNE, "failed", cause="full disk")), occasion(JULY, run(JULY)))
    assert "Nothing: every case was made" in under(page, "What failed").get_text()
    assert "1 failed earlier" in page.select_one(".tiles").get_text(" ", strip=True)


def test_a_run_that_was_skipped_since_does_not_heal_a_failure():
    page = page_of(
        occasion(JUNE, run(JUNE, "failed", cause="full disk")), occasion(JULY, run(JULY, "skipped"))
    )
    assert "full disk" in under(page, "What failed").get_text()


def test_no_date_is_told_as_a_machine_writes_it():
    due = ToldOccasion("weekly", "2026-07-01T060000Z", JULY, BEGAN, BEGAN, (run(JULY),), "weekly/index.html")
    failed = run(JULY, "failed", case="leeds")._replace(occasion="2026-07-01T060000Z")
    page = page_of(due, due._replace(runs=(failed,)))
    assert "Wednesday 1 July 2026, 06:00 UTC: 1 made" in page.get_text()
    assert "2026-07-01" not in page.get_text()


def test_the_newest_occasion_stands_first_and_open():
    page = page_of(occasion(JUNE, run(JUNE)), occasion(JULY, run(JULY)))
    folds = page.select("details.occasion")
    assert [fold.summary.get_text() for fold in folds] == [
        "Wednesday 1 July 2026: 1 made",
        "Monday 1 June 2026: 1 made",
    ]
    assert [fold.has_attr("open") for fold in folds] == [True, False]


def test_each_job_has_a_part_of_its_own_and_so_has_what_was_made_by_hand():
    page = page_of(occasion(JUNE, run(JUNE)), occasion(JULY, run(JULY), job=""))
    heads = [section.h2.get_text() for section in page.find_all("section")][-2:]
    assert heads == ["Runs made by hand", "Runs of weekly"]


def test_the_files_of_a_run_are_linked_relative_to_the_page_and_named_for_those_who_hear_them():
    page = page_of(occasion(JULY, run(JULY, links=(Link("page", "weekly/a b/risk.html"),))))
    link = under(page, "Runs of").a
    assert link["href"] == "weekly/a%20b/risk.html"
    assert link.get_text() == "page of risk york"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "https://example.org",
        "//example.org",
        "../x",
        "a/../../x",
        "/etc/passwd",
        "a\\b",
        "",
    ],
)
def test_a_link_that_leads_out_of_the_folder_is_words_alone(href):
    page = page_of(occasion(JULY, run(JULY, links=(Link("page", href),)), page=href))
    assert not under(page, "Runs of").find_all("a")


def test_nothing_that_a_run_says_becomes_markup():
    bad = "<script>alert(1)</script>"
    made = ToldRun(bad, bad, bad, bad, JULY, "failed", (Link(bad, bad),), bad, bad)
    began = dt.datetime(2026, 7, 1, tzinfo=dt.UTC)
    page = runs_page([ToldOccasion(bad, bad, JULY, began, None, (made,), bad)], as_of=TODAY, title=bad)
    assert "<script" not in page


def test_a_month_in_which_no_run_tells_a_figure_is_a_gap():
    august = dt.date(2026, 8, 1)
    told = [occasion(day, run(day, figures={"requests_overdue": 2})) for day in (JUNE, august)]
    page = page_of(*told, occasion(JULY, run(JULY)))
    (chart,) = page.select("svg.trend")
    assert len(chart.select("circle")) == 2
    assert not chart.select("polyline")
    rows = [row.get_text(" ", strip=True) for row in under(page, "Month by month").select("tbody tr")]
    assert rows == ["Jun 2026 2", "Jul 2026 not known", "Aug 2026 2"]


def test_a_month_with_fewer_cases_than_another_is_marked():
    both = [run(JUNE, case=case, figures={"findings_high": 3}) for case in ("york", "leeds")]
    page = page_of(occasion(JUNE, *both), occasion(JULY, run(JULY, figures={"findings_high": 3})))
    assert [dot["class"] for dot in page.select("circle")] == [["dot", "l0"], ["dot", "part", "l0"]]
    assert "3 (of part of the cases)" in page.get_text()


def test_figures_of_different_reports_are_not_added_up():
    one = run(JULY, figures={"findings_high": 3})
    page = page_of(occasion(JULY, one, one._replace(report="evidence", figures={"findings_high": 5})))
    assert [head.get_text() for head in page.select("h3")] == ["evidence", "risk"]
    assert [row.td.get_text() for row in page.select("figure tbody tr")] == ["5", "3"]


def test_where_nothing_was_made_it_says_so():
    assert "No report has been made here" in page_of().get_text()


def test_a_year_of_a_thousand_sites_stays_small_and_says_what_it_leaves_to_other_pages():
    text = runs_page(invented(weeks=52, sites=1_000), as_of=TODAY)
    assert len(text.encode()) < 1_000_000
    page = BeautifulSoup(text, "html.parser")
    assert len(page.select("details.occasion")) == 52
    assert len(page.select("details.occasion tbody tr")) == MOST_RUNS
    assert all(fold.select("p a") for fold in page.select("details.occasion"))
    assert "500 more on the pages of the occasions" in page.get_text()


def test_many_failures_are_counted_where_they_are_not_listed():
    failed = [run(JULY, "failed", case=f"site-{number}", cause="x") for number in range(MOST_FAILED + 7)]
    said = under(page_of(occasion(JULY, *failed)), "What failed")
    assert len(said.select("tbody tr")) == MOST_FAILED
    assert "7 more" in said.get_text()


def test_the_same_runs_give_the_same_page_whatever_their_order(tmp_path):
    told = invented(weeks=5, sites=3)
    one = write_runs_page(tmp_path / "a.html", told, as_of=TODAY).read_bytes()
    assert write_runs_page(tmp_path / "b.html", told[::-1], as_of=TODAY).read_bytes() == one
