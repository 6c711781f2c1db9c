"""`dpia`, `lia` and `screen`: assessments as files, and which of them are called for."""

import json

import docx
import pytest


@pytest.fixture
def with_interest(kiosk):
    file = kiosk / "map.yaml"
    interest = "{basis: legitimate-interests, interest: Safe doors, stance: recorded}"
    basis = f"    bases: [{interest}]\n    stance: recorded\nflows:"
    file.write_text(file.read_text("utf-8").replace("    stance: recorded\nflows:", basis), "utf-8")
    return kiosk


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_the_ending_says_what_is_written(run, kiosk, tmp_path, ending):
    answer = run("dpia", "kiosk", "--activity", "badges", "--out", f"dpia{ending}")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"dpia{ending}: ")
    assert "to fill in" in answer.out
    assert (tmp_path / f"dpia{ending}").stat().st_size > 0


def test_the_document_has_the_seven_steps(run, kiosk, tmp_path):
    run("dpia", "kiosk", "--activity", "badges", "--out", "dpia.docx")
    document = docx.Document(str(tmp_path / "dpia.docx"))
    steps = [p.text for p in document.paragraphs if p.style.name == "Heading 2" and p.text.startswith("Step")]
    assert len(steps) == 7


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_the_same_map_and_day_give_the_same_bytes(run, kiosk, tmp_path, ending):
    for name in ("one", "two"):
        run("dpia", "kiosk", "--activity", "badges", "--as-of", "2026-11-22", "--out", f"{name}{ending}")
    assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"two{ending}").read_bytes()


def test_all_of_them_go_into_a_folder(run, kiosk, tmp_path):
    answer = run("dpia", "kiosk", "--all", "--out", "drafts/new", "--format", "md")
    assert answer.status == 0
    assert [file.name for file in (tmp_path / "drafts" / "new").iterdir()] == ["badges.md"]


@pytest.mark.parametrize("command", ["dpia", "lia"])
def test_one_that_somebody_may_have_filled_in_is_not_overwritten_by_all_of_them(
    run, with_interest, tmp_path, command
):
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "badges.md").write_text("signed", encoding="utf-8")
    answer = run(command, "kiosk", "--all", "--out", "drafts", "--format", "md")
    assert (answer.status, answer.out) == (2, "")
    assert "badges.md: this is there already, and nothing was written. Name another folder" in answer.err
    assert (tmp_path / "drafts" / "badges.md").read_text("utf-8") == "signed"
    assert run(command, "kiosk", "--all", "--out", "drafts", "--format", "html").status == 0
    again = ("--activity", "badges", "--out", "drafts/badges.md")
    assert run(command, "kiosk", *again).status == 0  # a file that is named is meant


@pytest.mark.parametrize("command", ["dpia", "lia"])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--activity", "badge", "--out", "d.docx"], 'Did you mean "badges"?'),
        (["--activity", "badges", "--out", "d.pdf"], ".docx, .html, .md"),
        (["--out", "d.docx"], "Name one activity"),
        (["--activity", "badges", "--all", "--out", "d"], "Name one activity"),
        (["--all", "--out", "d.docx"], "must be a folder"),
        (["--activity", "badges", "--out", "absent/d.docx"], "absent"),
        (["--activity", "badges", "--out", "d.docx", "--as-of", "soon"], "is no date"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is_left(
    run, with_interest, tmp_path, command, arguments, message
):
    answer = run(command, "kiosk", *arguments)
    assert answer.status == 2
    assert message in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk"]


def test_a_legitimate_interests_assessment_is_written(run, with_interest, tmp_path):
    answer = run("lia", "kiosk", "--activity", "badges", "--out", "lia.md")
    assert answer.status == 0
    assert "Safe doors" in (tmp_path / "lia.md").read_text("utf-8")


def test_without_such_a_basis_there_is_none_and_it_says_why(run, kiosk, tmp_path):
    answer = run("lia", "kiosk", "--activity", "badges", "--out", "lia.md")
    assert answer.status == 2
    assert "rests on no legitimate interest: the map gives it no lawful basis" in answer.err
    assert not (tmp_path / "lia.md").exists()


def test_all_of_none_is_told(run, kiosk, tmp_path):
    answer = run("lia", "kiosk", "--all", "--out", "lias")
    assert (answer.status, "No activity of the map rests" in answer.err) == (2, True)
    assert not (tmp_path / "lias").exists()


def test_text_of_the_map_is_no_markup(run, kiosk, tmp_path):
    file = kiosk / "map.yaml"
    file.write_text(
        file.read_text("utf-8").replace("name: Guests", 'name: "<script>1</script>|_x_"'), "utf-8"
    )
    for ending in (".html", ".md"):
        run("dpia", "kiosk", "--activity", "badges", "--out", f"d{ending}")
    assert "<script" not in (tmp_path / "d.html").read_text("utf-8")
    assert "<script" not in (tmp_path / "d.md").read_text("utf-8").replace("\\<", "")


def test_the_screening_says_what_each_comes_to_and_what_to_ask(run, kiosk):
    answer = run("screen", "kiosk")
    assert answer.status == 0
    assert "not decidable  Badges (badges)" in answer.out
    assert "questions are open" in answer.out


def test_one_activity_is_shown_sign_by_sign(run, kiosk):
    answer = run("screen", "kiosk", "--activity", "badges")
    assert "met        sensitive or highly personal data" in answer.out
    assert "Ask: How many are there, about: Guests?" in answer.out


def test_json_is_one_object_and_nothing_else(run, kiosk):
    found = json.loads(run("screen", "kiosk", "--format", "json").out)
    assert found["counts"] == {"required": 0, "presumed": 0, "not-decidable": 1, "not-indicated": 0}
    assert len(found["screenings"][0]["criteria"]) == 9
    assert found["screenings"][0]["questions"]


def test_an_unknown_activity_is_told_with_the_nearest(run, kiosk):
    answer = run("screen", "kiosk", "--activity", "badge")
    assert (answer.status, 'Did you mean "badges"?' in answer.err) == (2, True)


@pytest.fixture
def idle(kiosk):
    """The map without any activity."""
    file = kiosk / "map.yaml"
    file.write_text(file.read_text("utf-8").partition("purposes:")[0], "utf-8")
    return kiosk


def test_a_map_without_activities_is_told_so(run, idle):
    assert run("screen", "kiosk").out == "The map holds no activity, so there is nothing to screen.\n"


@pytest.mark.parametrize("command", ["dpia", "lia"])
def test_there_is_no_empty_folder_of_assessments(run, idle, tmp_path, command):
    answer = run(command, "kiosk", "--all", "--out", "made")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("--all ")
    assert not (tmp_path / "made").exists()


def test_questions_of_one_activity_stand_under_no_heading_for_several(run, kiosk):
    assert "For several activities" not in run("screen", "kiosk").out
