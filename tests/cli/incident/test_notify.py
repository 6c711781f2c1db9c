"""`incident notify`: the papers of a breach as files, whole or not at all."""

import datetime as dt

import pytest
import yaml
from docx import Document
from incident_cases import content

from audit_lib.cli import register_options

NOW = dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC)
FACTS = ("--party", "cloud", "--aware", "2026-11-20T14:35", "--map", "map", "--now", "2026-11-23T03:00")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(register_options, "now", lambda: NOW)
    monkeypatch.delenv("PRIVACY_AUDIT_REGISTER", raising=False)
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "map.yaml").write_text(yaml.safe_dump(content()), encoding="utf-8")
    return tmp_path


def notify(run, to, out, *more, facts=FACTS):
    return run("incident", "notify", "--to", to, "--out", str(out), *facts, *more)


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_the_report_to_the_regulator_is_written_as_its_ending_says(folder, run, ending):
    answer = notify(run, "regulator", f"report.{ending}")
    assert answer.status == 0
    assert f"report.{ending}: " in answer.out
    assert "places to fill in" in answer.out
    file = folder / f"report.{ending}"
    if ending == "docx":
        said = "\n".join(each.text for each in Document(str(file)).paragraphs)
    else:
        said = file.read_text(encoding="utf-8")
    assert "Office of Data Fairness" in said


def test_people_get_one_letter_a_kind_named_by_kind_and_by_no_person(folder, run):
    answer = notify(run, "people", "letters", "--format", "md")
    assert answer.status == 0
    assert sorted(file.name for file in (folder / "letters").iterdir()) == ["patients.md", "visitors.md"]


def test_the_public_notice_is_one_file_a_kind_as_well(folder, run):
    assert notify(run, "public", "notices", "--format", "html").status == 0
    said = (folder / "notices" / "patients.html").read_text(encoding="utf-8")
    assert "A notice about your information" in said


def test_the_processor_is_asked(folder, run):
    assert notify(run, "processor", "questions.md").status == 0
    assert "# Questions to Cloudtooth" in (folder / "questions.md").read_text(encoding="utf-8")


def test_the_controller_is_told(folder, run):
    facts = ("--party", "mill-street", "--data", "log-in", *FACTS[2:])
    assert notify(run, "controller", "word.md", facts=facts).status == 0
    assert "County Trust" in (folder / "word.md").read_text(encoding="utf-8")


def test_a_breach_of_the_register_brings_what_was_told_with_it(folder, run):
    run("request", "init")
    run("incident", "record", *FACTS[:-2])
    run("incident", "update", "B-2026-0001", "--told-regulator", "2026-11-23T02:00", "--reference", "IC-77")
    answer = notify(run, "regulator", "r.md", "--id", "B-2026-0001", "--map", "map", facts=())
    assert answer.status == 0
    assert "Case reference: IC\\-77" in (folder / "r.md").read_text(encoding="utf-8").replace("IC-", "IC\\-")


def test_it_says_beside_the_paper_whether_it_has_to_be_sent(folder, run):
    assert "Notify the regulator: " in notify(run, "regulator", "r.md").out
    said = notify(run, "people", "letters", "--decide", "people=must: They are at risk.").out
    assert "Tell the people concerned: must." in said


def test_a_map_that_has_changed_since_is_named(folder, run):
    run("request", "init")
    run("incident", "record", *FACTS[:-2])
    changed = content()
    changed["map"]["title"] = "Changed"
    (folder / "map" / "map.yaml").write_text(yaml.safe_dump(changed), encoding="utf-8")
    answer = notify(run, "regulator", "r.md", "--id", "B-2026-0001", "--map", "map", facts=())
    assert answer.status == 0
    assert "The map has changed since B-2026-0001 was assessed" in answer.err


def test_the_same_breach_gives_the_same_bytes(folder, run):
    notify(run, "regulator", "a.docx")
    notify(run, "regulator", "b.docx")
    assert (folder / "a.docx").read_bytes() == (folder / "b.docx").read_bytes()


@pytest.mark.parametrize(
    ("to", "out", "more", "said"),
    [
        ("regulator", "report.pdf", (), "--out"),
        ("people", "letters.docx", (), "must be a folder"),
        ("people", "map/map.yaml", (), "must be a folder"),
        ("controller", "c.md", (), "there is no controller to tell"),
        ("regulator", "r.md", ("--people", "-1"), "--people"),
        ("regulator", "r.md", ("--data", "x-rays"), 'Did you mean "x-ray"'),
        ("regulator", "r.md", ("--id", "B-2026-0001"), "not both"),
        ("regulator", "no-such-folder/r.md", (), "does not exist"),
    ],
)
def test_what_cannot_be_written_leaves_no_file(folder, run, to, out, more, said):
    before = sorted(folder.rglob("*"))
    answer = notify(run, to, out, *more)
    assert answer.status == 2
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert sorted(folder.rglob("*")) == before


def test_the_register_is_only_read(folder, run):
    run("request", "init")
    run("incident", "record", *FACTS[:-2])
    before = (folder / "register.db").read_bytes()
    notify(run, "people", "letters", "--id", "B-2026-0001", "--map", "map", facts=())
    assert (folder / "register.db").read_bytes() == before


def test_a_letter_to_people_is_not_drafted_over_one_that_is_there(folder, run):
    (folder / "letters").mkdir()
    (folder / "letters" / "visitors.md").write_text("completed by hand", encoding="utf-8")
    answer = notify(run, "people", "letters", "--format", "md")
    assert answer.status == 2
    assert "visitors.md: this is there already, and nothing was written." in answer.err
    assert [file.name for file in (folder / "letters").iterdir()] == ["visitors.md"]


def test_a_name_that_is_too_long_is_told(folder, run):
    answer = notify(run, "people", "l" * 300)
    assert answer.status == 2
    assert "cannot be made: File name too long." in answer.err
