"""Invented runs of reports: a job that is due every week for a number of sites."""

import datetime as dt
import random

from audit_lib.exports.runs_told import Link, ToldOccasion, ToldRun

START = dt.date(2025, 11, 24)


def invented(weeks=52, sites=40, seed=1):
    """A year of a weekly job: some runs fail and some are skipped, and not every run tells every figure."""
    chance = random.Random(seed)
    return tuple(_occasion(START + dt.timedelta(weeks=week), sites, chance) for week in range(weeks))


def _occasion(day, sites, chance):
    began = dt.datetime(day.year, day.month, day.day, 6, tzinfo=dt.UTC)
    name = day.isoformat()
    runs = tuple(_run(name, day, f"site-{number:04}", chance) for number in range(1, sites + 1))
    ended = began + dt.timedelta(seconds=2 * sites)
    return ToldOccasion("weekly", name, day, began, ended, runs, page=f"weekly/{name}/index.html")


def _run(occasion, day, case, chance):
    where = f"weekly/{occasion}/{case}/risk"
    luck = chance.random()
    if luck < 0.02:
        told = {
            "cell": "cell 4 (`audit = run_audit(...)`)",
            "cause": "MapError: parties.yaml:12: a party is missing",
        }
        return ToldRun(
            "weekly",
            occasion,
            case,
            "risk",
            day,
            "failed",
            (Link("traceback", f"{where}.failed/traceback.txt"),),
            **told,
        )
    if luck < 0.05:
        return ToldRun(
            "weekly", occasion, case, "risk", day, "skipped", cause="the map is as it was a week ago"
        )
    drift = (day - START).days // 30
    figures = {
        "findings_high": max(0, chance.randint(4, 9) - drift // 3),
        "findings_medium": chance.randint(20, 40),
        "findings_low": chance.randint(20, 30) + drift,
    }
    if day.month not in (3, 4):
        figures |= {"requests_overdue": chance.randint(0, 2), "disclosures_undeclared": chance.randint(0, 60)}
    links = (Link("page", f"{where}/risk.html"), Link("workbook", f"{where}/risk.xlsx"))
    return ToldRun("weekly", occasion, case, "risk", day, "finished", links, seconds=1.9, figures=figures)
