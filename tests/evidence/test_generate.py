"""A made-up year: believable, seeded, and with just those faults that its key names."""

import datetime as dt
from collections import Counter
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from audit_lib.errors import OutputError, ParameterError
from audit_lib.evidence.check import check_evidence
from audit_lib.evidence.generate import FAULTS, generate
from audit_lib.evidence.intake import take
from audit_lib.evidence.life.store import Store
from audit_lib.files.read_evidence import read_evidence
from audit_lib.files.read_map import read_map
from audit_lib.graph.example import example_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import WORDS, SourceKind
from audit_lib.model.verdict import Verdict

from .life.ferry import ferry_map
from .life.years import START, Made, make_year
from .reference import judge


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_year(tmp_path_factory.mktemp("ferry") / "year")


def judged(made: Made, work: Path) -> set[tuple[str, str]]:
    """Return what the plain reference finds in a year: id and verdict."""
    evidence = read_evidence(made.folder, made.data_map)
    tables = take(evidence, made.folder, work).tables
    found = judge(made.data_map, evidence, tables, "Europe/London")
    return {(str(number), str(verdict)) for number, verdict in found[["id", "verdict"]].values}


def keyed(made: Made) -> set[tuple[str, str]]:
    return {(str(number), verdict) for number, verdict in made.key()[["id", "verdict"]].values}


@pytest.mark.parametrize(("seed", "asked"), [(1, {}), (2, {"shuffle": True, "files": 3}), (3, {"days": 90})])
def test_the_plain_reference_finds_just_what_the_key_says(seed: int, asked: dict, tmp_path: Path) -> None:
    made = make_year(tmp_path / "year", seed=seed, events=1_500, people=90, **asked)
    assert judged(made, tmp_path / "work") == keyed(made)


def test_the_engine_counts_what_was_put_in(year: Made) -> None:
    evidence = read_evidence(year.folder, year.data_map)
    found = check_evidence(year.data_map, evidence, year.folder, dt.date(2026, 12, 31))
    counted: Counter[Verdict] = Counter()
    for group in found.groups:
        counted[group.verdict] += group.observations
    contradictions = {verdict: 12 for verdict in Verdict if verdict.is_violation}
    assert {verdict: counted[verdict] for verdict in contradictions} == contradictions


def test_every_fault_is_put_in_as_often_as_asked(year: Made) -> None:
    assert year.generated.planted == dict.fromkeys(FAULTS, 12)
    assert year.generated.impossible == ()


def test_faults_can_be_asked_for_one_by_one(tmp_path: Path) -> None:
    made = make_year(tmp_path / "year", faults={Verdict.NO_CONSENT: 4, Verdict.UNRESOLVED: 2})
    asked = {verdict: number for verdict, number in made.generated.planted.items() if number}
    assert asked == {Verdict.NO_CONSENT: 4, Verdict.UNRESOLVED: 2}


def test_without_faults_the_map_covers_everything(tmp_path: Path) -> None:
    made = make_year(tmp_path / "year", faults=0)
    assert set(made.key()["verdict"]) == {"declared", "declared-in-general"}
    assert judged(made, tmp_path / "work") == keyed(made)


def test_some_observations_have_several_faults(year: Made) -> None:
    faults = year.key()[~year.key()["verdict"].isin(["declared", "declared-in-general"])]
    assert (faults.groupby("id").size() > 1).sum() >= 10


def test_there_are_as_many_rows_as_asked_for_each_with_its_own_number(year: Made) -> None:
    assert sorted(year.rows()["entry"]) == list(range(1, 3_001))
    assert year.generated.observations == 3_000


def test_rows_come_in_the_order_of_time(year: Made) -> None:
    assert year.rows()["logged_at"].is_monotonic_increasing


def test_all_lies_within_the_days_asked_for(tmp_path: Path) -> None:
    made = make_year(tmp_path / "year", start=dt.date(2026, 3, 20), days=20)
    local = made.rows()["logged_at"].dt.tz_localize("UTC").dt.tz_convert("Europe/London")
    assert local.dt.date.min() >= dt.date(2026, 3, 20)
    assert local.dt.date.max() <= dt.date(2026, 4, 8)


def test_the_same_seed_gives_the_same_rows_in_the_same_order(year: Made, tmp_path: Path) -> None:
    again = make_year(tmp_path / "year")
    assert [path.name for path in sorted(again.folder.iterdir())] == [
        path.name for path in sorted(year.folder.iterdir())
    ]
    for path in sorted(again.folder.glob("*.parquet")):
        pd.testing.assert_frame_equal(pd.read_parquet(path), pd.read_parquet(year.folder / path.name))
    assert (again.folder / "evidence.yaml").read_bytes() == (year.folder / "evidence.yaml").read_bytes()


def test_another_seed_gives_another_year(year: Made, tmp_path: Path) -> None:
    other = make_year(tmp_path / "year", seed=2)
    assert not other.rows()["logged_at"].equals(year.rows()["logged_at"])


def test_shuffled_rows_are_the_same_rows_in_another_order_and_other_files(year: Made, tmp_path: Path) -> None:
    shuffled = make_year(tmp_path / "year", shuffle=True, files=4)
    assert len(shuffled.generated.files) == 4
    rows = shuffled.rows()
    assert not rows["entry"].is_monotonic_increasing
    pd.testing.assert_frame_equal(rows.sort_values("entry", ignore_index=True), year.rows())
    pd.testing.assert_frame_equal(shuffled.key(), year.key())


def test_files_follow_each_other_in_time(year: Made, tmp_path: Path) -> None:
    split = make_year(tmp_path / "year", files=5)
    assert [len(pd.read_parquet(path)) for path in split.generated.files] == [600] * 5
    pd.testing.assert_frame_equal(split.rows(), year.rows())


def test_the_key_of_a_large_year_names_the_faulty_alone(year: Made, tmp_path: Path) -> None:
    short, key = make_year(tmp_path / "year", whole_key=False), year.key()
    faults = key[~key["verdict"].str.startswith("declared")]
    faulty = key[key["id"].isin(faults["id"])]
    pd.testing.assert_frame_equal(short.key(), faulty.reset_index(drop=True))
    assert short.key()["id"].nunique() == short.generated.faulty


def test_every_source_says_that_it_is_invented(year: Made) -> None:
    evidence = read_evidence(year.folder, year.data_map)
    assert {source.kind for source in evidence.sources} == set(SourceKind) - {
        SourceKind.RECEIPTS,
        SourceKind.PEOPLE,
    }
    assert all(source.invented for source in evidence.sources)
    assert (year.folder / "NOTE.txt").read_text().startswith("This is invented data")


def test_ids_names_aliases_and_words_of_the_log_s_own_occur(tmp_path: Path) -> None:
    rows = make_year(tmp_path / "year", seed=4).rows()
    (source, *_) = read_evidence(tmp_path / "year", ferry_map()).sources
    words = {word for column in WORDS for word in rows[source.columns[column]].dropna()}
    own = {word for values in source.values.values() for word in values}
    assert {"Harbour police", "insurer", "legal_obligation", "legal obligation", "Great Britain"} <= words
    assert words & own


def test_withdrawals_are_broken_at_the_very_moment(year: Made) -> None:
    faults = year.key().query("verdict == 'no-consent'")["id"]
    rows = year.rows().set_index("entry").loc[faults]
    both = rows.merge(year.list_of("consents"), on="person_no")
    assert (both["logged_at"] == both["until"]).any()


def test_retention_is_broken_at_the_very_midnight_of_the_zone(tmp_path: Path) -> None:
    made = make_year(tmp_path / "year", faults={Verdict.AFTER_RETENTION: 60})
    faults = made.key().query("verdict == 'after-retention'")["id"]
    at = made.rows().set_index("entry").loc[faults, "logged_at"]
    local = at.dt.tz_localize("UTC").dt.tz_convert("Europe/London")
    at_midnight = local[local == local.dt.normalize()]
    assert {offset.utcoffset() for offset in at_midnight} == {dt.timedelta(0), dt.timedelta(hours=1)}


def test_boundaries_have_an_innocent_side_too(tmp_path: Path) -> None:
    made = make_year(tmp_path / "year", seed=3)
    key = made.key()
    faults = key[~key["verdict"].str.startswith("declared")]
    rows = made.rows()
    both = rows[~rows["entry"].isin(faults["id"])].merge(made.list_of("consents"), on="person_no")
    assert (both["logged_at"] == both["until"] - pd.Timedelta(microseconds=1)).any()
    assert (both["logged_at"] == both["since"]).any()


def test_offices_work_by_day_and_cameras_around_the_clock(tmp_path: Path) -> None:
    rows = make_year(tmp_path / "year", events=20_000, people=500, faults=0).rows()
    hour = rows["logged_at"].dt.tz_localize("UTC").dt.tz_convert("Europe/London").dt.hour
    night = (hour < 6) | (hour >= 22)
    assert 0.005 < night.mean() < 0.5
    assert night[rows["channel"].isin(["cameras", "Cameras", "SY0003"])].mean() > 2 * night.mean()


def test_some_flows_carry_far_more_than_others(tmp_path: Path) -> None:
    rows = make_year(tmp_path / "year", events=20_000, people=500, faults=0).rows()
    volumes = rows.groupby(["sent_to", "what"], dropna=False).size().sort_values()
    assert volumes.iloc[-1] > 50 * volumes.iloc[0]


def test_what_a_map_does_not_allow_is_said_and_no_error(tmp_path: Path) -> None:
    made = make_year(tmp_path / "year", data_map=example_map(), faults=3)
    reasons = dict(made.generated.impossible)
    assert reasons[Verdict.OUTSIDE_TIME] == "no flow of the map says since when or until when it goes on"
    assert reasons[Verdict.BASIS_DIFFERS] == "no activity of the map states a lawful basis"
    assert set(reasons) >= {Verdict.NO_CONSENT, Verdict.NO_REQUEST, Verdict.AFTER_RETENTION}
    assert judged(made, tmp_path / "work") == keyed(made)


def test_a_map_without_flows_gives_an_empty_year(tmp_path: Path) -> None:
    party = {"id": "us", "name": "Us", "kind": "organisation", "stance": "recorded"}
    info = {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "us"}
    bare = DataMap.model_validate({"map": info, "parties": [party]})
    made = make_year(tmp_path / "year", data_map=bare, faults=1)
    assert made.generated.observations == len(made.rows()) == 0
    assert {verdict for verdict, _ in made.generated.impossible} == set(FAULTS)


def test_one_person_and_one_event_are_enough(tmp_path: Path) -> None:
    assert len(make_year(tmp_path / "year", events=1, people=1, faults=0).rows()) == 1


def test_among_too_few_people_the_rest_is_said_to_be_impossible(tmp_path: Path) -> None:
    made = make_year(tmp_path / "year", people=2, faults=20)
    wanting = {verdict for verdict, _ in made.generated.impossible}
    assert Verdict.AFTER_OBJECTION in wanting
    assert all(made.generated.planted[verdict] < 20 for verdict in wanting)


def test_with_its_map_the_folder_can_be_read_as_one(tmp_path: Path) -> None:
    make_year(tmp_path / "year", with_map=True)
    assert read_map(tmp_path / "year") == ferry_map()


def test_progress_ends_with_all_rows(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    make_year(tmp_path / "year", progress=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (3_000, 3_000)


def test_all_that_is_out_of_range_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ParameterError) as caught:
        make_year(tmp_path / "year", events=0, people=0, seed=-1, faults={Verdict.DECLARED: 1})
    assert [fault.place.file for fault in caught.value.faults] == ["seed", "events", "people", "faults"]
    assert list(tmp_path.iterdir()) == []


def test_more_faults_than_observations_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="192 faults are more than the 100 observations asked for"):
        make_year(tmp_path / "year", events=100)


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="it has something in it, and stays as it is"):
        make_year(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "year").mkdir()
    assert make_year(tmp_path / "year").generated.files[0].is_file()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "year").write_text("mine")
    with pytest.raises(OutputError, match="it is no folder"):
        make_year(tmp_path / "year")


def test_when_the_disk_refuses_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Store, *given: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "write", full)
    with pytest.raises(OutputError, match="No space left on device"):
        make_year(tmp_path / "year")
    assert list(tmp_path.iterdir()) == []


def test_what_duckdb_cannot_write_is_told_without_the_folder(tmp_path: Path) -> None:
    (tmp_path / "taken.parquet").mkdir()
    with Store(tmp_path) as store, pytest.raises(OutputError, match="the file cannot be written") as caught:
        store.write(pd.DataFrame({"a": [1]}), {"a": "a"}, "taken.parquet")
    assert str(tmp_path) not in str(caught.value)


def test_no_extension_is_loaded_for_it(tmp_path: Path) -> None:
    with Store(tmp_path) as store, pytest.raises(duckdb.Error):
        store.connection.execute("SELECT * FROM read_xlsx('none.xlsx')").fetchall()


def test_quotes_in_the_name_of_the_folder_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "it's a 'year'"
    generate(ferry_map(), folder, seed=1, events=50, people=5, start=START)
    assert (folder / "disclosures-001.parquet").is_file()
