"""The summary of one occasion: how many, what failed and why, and the worst cases first."""

import datetime as dt

from bs4 import BeautifulSoup
from invented_runs import invented

from audit_lib.exports.occasion_page import occasion_page, write_occasion_page
from audit_lib.exports.runs_told import Link, ToldOccasion, ToldRun

DAY = dt.date(2026, 11, 22)
BEGAN = dt.datetime(2026, 11, 22, 6, 0, tzinfo=dt.UTC)


def made(case, report="risk", outcome="finished", **more):
    return ToldRun("weekly", "2026-11-22", case, report, DAY, outcome, **more)


def page_of(*runs, ended=BEGAN + dt.timedelta(seconds=83)):
    text = occasion_page(ToldOccasion("weekly", "2026-11-22", DAY, BEGAN, ended, runs))
    return BeautifulSoup(text, "html.parser")


def under(page, heading):
    return next(section for section in page.find_all("section") if heading in section.h2.get_text())


def test_it_counts_what_was_made_skipped_and_failed():
    page = page_of(made("a"), made("b"), made("c", outcome="skipped"), made("d", outcome="failed"))
    assert page.select_one(".tiles").get_text(" ", strip=True) == "2 made 1 skipped 1 failed"


def test_its_title_says_in_words_when_the_job_was_due():
    due = ToldOccasion("weekly", "2026-03-30T060000Z", DAY, BEGAN, None, ())
    page = BeautifulSoup(occasion_page(due), "html.parser")
    assert page.h1.get_text() == "weekly, Monday 30 March 2026, 06:00 UTC"
    assert "T060000Z" not in page.get_text()


def test_failures_stand_before_what_was_made_with_cell_cause_and_files():
    links = (Link("traceback", "d/risk.failed/traceback.txt"),)
    failed = made("d", outcome="failed", cell="cell 3", cause="MapError: <none>", links=links)
    page = page_of(made("a"), failed)
    heads = [section.h2.get_text() for section in page.find_all("section")]
    assert heads == ["In short", "What failed, and why", "risk"]
    row = under(page, "What failed").select_one("tbody tr")
    assert "cell 3: MapError: <none>" in row.get_text()
    assert row.a["href"] == links[0].href


def test_what_was_skipped_says_why():
    page = page_of(made("c", outcome="skipped", cause="the map is as it was"))
    assert "the map is as it was" in under(page, "What was skipped").get_text()


def test_a_failure_without_a_cause_says_that_none_is_recorded():
    assert "no cause is recorded" in under(page_of(made("d", outcome="failed")), "What failed").get_text()


def test_the_worst_case_stands_first():
    few, many = {"findings_high": 1, "findings_medium": 90}, {"findings_high": 4, "findings_medium": 0}
    page = page_of(
        made("a", figures=few), made("b", figures=many), made("c", figures=few | {"findings_low": 1})
    )
    cases = [row.th.get_text() for row in under(page, "risk").select("tbody tr")]
    assert cases == ["b", "c", "a"]


def test_the_totals_stand_at_the_foot_of_each_report():
    page = page_of(
        made("a", figures={"findings_high": 2}, seconds=1.5),
        made("b", figures={"findings_high": 3}, seconds=2.0),
        made("a", report="evidence", figures={"findings_high": 9}),
    )
    assert under(page, "risk").tfoot.get_text(" ", strip=True) == "Together 5 3.5"
    assert not under(page, "evidence").tfoot


def test_a_figure_that_a_run_does_not_tell_is_not_known_and_no_zero():
    page = page_of(made("a", figures={"requests_overdue": 2}), made("b"))
    rows = [row.td.get_text() for row in under(page, "risk").select("tbody tr")]
    assert rows == ["2", "not known"]


def test_it_says_how_long_it_took_or_that_it_has_not_ended():
    assert "1 min 23 s" in page_of(made("a")).dl.get_text()
    assert "not yet, or stopped" in page_of(made("a"), ended=None).dl.get_text()


def test_an_occasion_of_a_thousand_sites_stays_small(tmp_path):
    (occasion,) = invented(weeks=1, sites=1_000)
    file = write_occasion_page(tmp_path / "index.html", occasion)
    assert file.stat().st_size < 600_000
    rows = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").select("tbody tr")
    assert len(rows) == 1_000


def test_nothing_that_a_run_says_becomes_markup():
    bad = "<script>alert(1)</script>"
    run = ToldRun(bad, bad, bad, bad, DAY, "finished", (Link(bad, bad),), figures={"findings_high": 1})
    for outcome in ("finished", "skipped", "failed"):
        told = ToldOccasion(bad, bad, DAY, BEGAN, None, (run._replace(outcome=outcome, cause=bad, cell=bad),))
        assert "<script" not in occasion_page(told)
