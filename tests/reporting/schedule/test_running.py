"""The runs of a sweep, made one after another by real kernels."""

import datetime as dt
import stat
from pathlib import PurePosixPath

import pytest

from audit_lib.reporting.ledger import read_ledger
from audit_lib.reporting.schedule.carrying import Means, carry_out_by_hand, carry_out_due
from audit_lib.reporting.schedule.running import run_occasion
from audit_lib.reporting.verifying import verify

from .conftest import job, utc

MONDAY = utc("2026-03-30T06:00")


@pytest.fixture
def really(project):
    steps = []
    means = Means(
        project / "runs",
        run_occasion,
        progress=steps.append,
        notebooks=project / "notebooks",
    )
    return means, steps


@pytest.mark.slow
def test_what_is_whole_stays_and_what_failed_is_told(really, notebooks, project):
    means, steps = really
    notebooks("plain", "if top == 2: raise ValueError('two is too many')")
    three = job(sweep={"top": ["1", "2"]})
    done = carry_out_by_hand(three, MONDAY, means)
    told = {PurePosixPath(step.folder).parent.name: step for step in steps}  # in the order they ended
    assert {case: step.outcome for case, step in told.items()} == {"1": "made", "2": "failed"}
    assert "cell 3 (`if top == 2" in told["2"].why
    assert "ValueError: two is too many" in told["2"].why
    assert "\n" not in told["2"].why
    folder = means.root / "weekly" / "2026-03-30T060000Z"
    assert (folder / "1" / "plain" / "plain.html").is_file()
    assert not (folder / "2" / "plain").exists()
    assert (done.occasion.made, len(done.occasion.failed)) == (1, 1)

    again = carry_out_by_hand(three, MONDAY, means)
    assert (again.occasion.skipped, len(again.occasion.failed)) == (1, 1)


@pytest.mark.slow
@pytest.mark.parametrize("change", ["map", "notebook", "file"])
def test_a_run_of_other_inputs_is_made_again(really, notebooks, project, map_folder, change):
    means, steps = really
    recorded = job()
    carry_out_by_hand(recorded, MONDAY, means)
    folder = means.root / "weekly" / "2026-03-30T060000Z"
    (folder / "occasion.json").unlink()
    if change == "map":
        text = (map_folder / "map.yaml").read_text(encoding="utf-8")
        (map_folder / "map.yaml").write_text(text.replace("Kiosk Ltd", "Kiosk Limited"), encoding="utf-8")
    elif change == "notebook":
        notebooks("plain", "print(top + 1)")
    else:
        (folder / "kiosk" / "plain" / "plain.html").write_text("", encoding="utf-8")
    carry_out_by_hand(recorded, MONDAY, means)
    assert [step.outcome for step in steps] == ["made", "made"]


@pytest.mark.slow
def test_a_map_that_cannot_be_read_is_a_failed_run(really, project):
    means, steps = really
    lost = job(map=None, sweep={"map": ["absent", "kiosk"]})
    done = carry_out_by_hand(lost, MONDAY, means)
    assert [step.outcome for step in steps] == ["failed", "made"]
    assert done.occasion.failed[0].cause == "absent There is no such folder."


@pytest.mark.slow
def test_only_the_owner_can_read_what_a_run_leaves(really):
    means, _ = really
    carry_out_by_hand(job(), MONDAY, means)
    modes = {path.is_dir(): set() for path in means.root.rglob("*")}
    for path in means.root.rglob("*"):
        modes[path.is_dir()].add(stat.S_IMODE(path.stat().st_mode))
    assert modes == {True: {0o700}, False: {0o600}}


@pytest.mark.slow
def test_a_report_is_set_against_the_last_good_occasion(really, notebooks):
    means, _ = really
    parameters = 'map = ""\nas_of = "2026-01-01"\nearlier: str | None = None\nout: str | None = None'
    notebooks("plain", "print('against', earlier)", parameters=parameters)
    weekly = job(when="0 7 * * 1", starts="2026-03-20")
    for monday in (MONDAY, MONDAY + dt.timedelta(days=7)):
        assert carry_out_due(weekly, monday, means).outcome == "finished"
    first, second = (
        means.root / "weekly" / day / "kiosk" / "plain"
        for day in ("2026-03-30T060000Z", "2026-04-06T060000Z")
    )
    assert not (first / "earlier.json").exists()
    assert (second / "earlier.json").read_bytes() == (first / "findings.json").read_bytes()


@pytest.mark.slow
def test_each_occasion_and_all_runs_have_a_page_that_leads_to_them(really, notebooks):
    means, _ = really
    notebooks("plain", "if top == 2: raise ValueError('two is too many')")
    carry_out_by_hand(job(sweep={"top": ["1", "2"]}), MONDAY, means)
    occasion = means.root / "weekly" / "2026-03-30T060000Z"
    own, every = ((folder / "index.html").read_text(encoding="utf-8") for folder in (occasion, means.root))
    assert 'href="1/plain/plain.html"' in own
    assert "ValueError: two is too many" in own
    assert 'href="weekly/2026-03-30T060000Z/1/plain/plain.html"' in every
    assert (occasion / "1/plain/plain.html").is_file()


@pytest.mark.slow
def test_what_is_no_longer_kept_goes_through_the_ledger(really):
    means, _ = really
    weekly = job(when="0 7 * * 1", starts="2026-03-20", keep=1)
    for monday in (MONDAY, MONDAY + dt.timedelta(days=7)):
        carry_out_due(weekly, monday, means)
    assert not (means.root / "weekly" / "2026-03-30T060000Z").exists()
    events = [(line.event, line.folder.split("/")[1]) for line in read_ledger(means.root).lines]
    assert events == [
        ("published", "2026-03-30T060000Z"),
        ("published", "2026-04-06T060000Z"),
        ("removed", "2026-03-30T060000Z"),
    ]
    assert not verify(means.root).faults
