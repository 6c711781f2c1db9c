"""`findings`: who decides what about a finding, until when; written into the map, nothing else touched."""

import json

import pytest

from audit_lib.files.decisions import LOCK

DAY = ["--as-of", "2026-03-31"]
WHO = ["--owner", "Ada", "--reason", "Known to the board"]
FIRST = "# yaml-language-server: $schema=../map.schema.json\n"


@pytest.fixture
def listed(run, kiosk):
    """The findings as a program gets them."""

    def call(*arguments):
        answer = run("findings", "list", "kiosk", "--format", "json", *DAY, *arguments)
        assert answer.status == 0, answer.err
        return json.loads(answer.out)

    return call


@pytest.fixture
def decide(run):
    def call(verb, *arguments):
        day = [] if verb == "reopen" else DAY
        return run("findings", verb, *arguments, "--map", "kiosk", *day)

    return call


def test_the_list_has_every_finding_that_check_has(run, listed):
    checked = json.loads(run("check", "kiosk", "--format", "json", *DAY).out)["findings"]
    assert listed()["findings"] == checked
    assert listed()["counts"]["open"] == len(checked)


def test_the_list_is_a_line_each_with_id_and_title(run, listed):
    lines = run("findings", "list", "kiosk", *DAY).out.splitlines()
    for finding in listed()["findings"]:
        (line,) = [line for line in lines if line.endswith(finding["id"])]
        assert line.startswith(finding["severity"].upper())
        assert finding["title"] in line


def test_the_list_can_be_cut_by_theme_and_status(decide, listed):
    themes = {finding["theme"] for finding in listed()["findings"]}
    for theme in themes:
        assert {finding["theme"] for finding in listed("--theme", theme)["findings"]} == {theme}
    accepted = listed()["findings"][0]["id"]
    decide("accept", accepted, *WHO)
    assert [one["id"] for one in listed("--status", "accepted")["findings"]] == [accepted]
    assert accepted not in [one["id"] for one in listed("--status", "open")["findings"]]


def test_an_unknown_theme_is_told(run, kiosk):
    answer = run("findings", "list", "kiosk", "--theme", "tranfers")
    assert answer.status == 2
    assert 'Did you mean "transfers"?' in answer.err


def test_the_first_decision_makes_the_file(decide, listed, kiosk):
    finding = listed()["findings"][0]["id"]
    assert decide("accept", finding, *WHO, "--until", "2026-12-31").status == 0
    assert (kiosk / "decisions.yaml").read_text(encoding="utf-8") == (
        f"{FIRST}\ndecisions:\n  - finding: {finding}\n    status: accepted\n    owner: Ada\n"
        "    reason: Known to the board\n    expires: 2026-12-31\n"
    )
    (accepted,) = listed("--status", "accepted")["findings"]
    assert accepted["decision"] == {"owner": "Ada", "reason": "Known to the board", "expires": "2026-12-31"}


def test_without_an_end_an_acceptance_lasts_a_year_and_says_so(decide, listed):
    answer = decide("accept", listed()["findings"][0]["id"], *WHO)
    assert "accepted until 2027-03-31" in answer.out
    assert "--until never" in answer.out
    assert listed("--status", "accepted")["findings"][0]["decision"]["expires"] == "2027-03-31"


def test_what_is_assigned_is_in_hand_for_three_months(decide, listed):
    assert "in hand until 2026-06-30" in decide("assign", listed()["findings"][0]["id"], *WHO).out
    assert listed()["counts"]["in-hand"] == 1


def test_only_never_makes_a_decision_without_an_end(decide, listed, kiosk):
    decide("accept", listed()["findings"][0]["id"], *WHO, "--until", "never")
    assert "expires" not in (kiosk / "decisions.yaml").read_text(encoding="utf-8")


def test_what_has_run_out_counts_again(run, decide, listed):
    decide("accept", listed()["findings"][0]["id"], *WHO, "--until", "2026-04-30")
    later = json.loads(run("findings", "list", "kiosk", "--format", "json", "--as-of", "2026-05-01").out)
    assert later["counts"]["expired"] == 1


def test_several_are_decided_at_once_by_the_start_of_an_id_or_of_its_hash(decide, listed):
    ids = [finding["id"] for finding in listed()["findings"]]
    hashes = [one.rpartition("-")[2] for one in ids]
    one, other = [one for one, hashed in zip(ids, hashes, strict=True) if hashes.count(hashed) == 1][:2]
    assert decide("accept", one[:-2], other.rpartition("-")[2], *WHO).status == 0
    assert {finding["id"] for finding in listed("--status", "accepted")["findings"]} == {one, other}


def test_a_second_decision_takes_the_place_of_the_first(decide, listed, kiosk):
    finding = listed()["findings"][0]["id"]
    decide("assign", finding, *WHO, "--until", "2026-12-31")
    answer = decide("accept", finding, "--owner", "Ben", "--reason", "Small", "--until", "2026-12-31")
    assert "it was in hand by Ada until 2026-12-31: Known to the board" in answer.out
    text = (kiosk / "decisions.yaml").read_text(encoding="utf-8")
    assert text.count("finding:") == 1
    assert "owner: Ben" in text


def test_reopening_takes_the_decision_out_and_says_what_it_was(decide, listed, kiosk):
    finding = listed()["findings"][0]["id"]
    decide("accept", finding, *WHO)
    answer = decide("reopen", finding[:-3])
    assert answer.status == 0
    assert "accepted by Ada until 2027-03-31: Known to the board" in answer.out
    assert (kiosk / "decisions.yaml").read_text(encoding="utf-8") == f"{FIRST}\ndecisions:\n"
    assert listed()["counts"]["open"] == len(listed()["findings"])


def test_a_decision_about_what_is_found_no_longer_is_listed_as_closed_and_can_go(decide, listed, kiosk):
    text = "decisions:\n- {finding: gone-00000000, status: accepted, owner: Ada, reason: Known}\n"
    (kiosk / "decisions.yaml").write_text(text, encoding="utf-8")
    assert [one["finding"] for one in listed("--status", "closed")["closed"]] == ["gone-00000000"]
    assert decide("reopen", "gone-00000000").status == 0
    assert listed()["closed"] == []


def test_a_decision_whose_finding_has_another_extent_now_leads_to_the_new_one(run, listed, kiosk):
    finding = listed()["findings"][0]
    old = f"{finding['rule']}-00000000"
    text = f"decisions:\n- {{finding: {old}, status: accepted, owner: Ada, reason: Known}}\n"
    (kiosk / "decisions.yaml").write_text(text, encoding="utf-8")
    (closed,) = listed()["closed"]
    assert finding["id"] in closed["now"]
    assert "The same rule now finds " in run("findings", "list", "kiosk", *DAY).out


def test_a_small_map_keeps_its_decisions_in_its_one_file(decide, listed, kiosk):
    before = (kiosk / "map.yaml").read_text(encoding="utf-8") + "decisions: []   # none so far\n# end\n"
    (kiosk / "map.yaml").write_text(before, encoding="utf-8")
    assert decide("accept", listed()["findings"][0]["id"], *WHO).status == 0
    after = (kiosk / "map.yaml").read_text(encoding="utf-8")
    assert after.startswith(before.partition(" []")[0])
    assert after.endswith("\n# end\n")
    assert not (kiosk / "decisions.yaml").exists()


def test_windows_line_ends_a_byte_order_mark_and_the_mode_of_the_file_stay(decide, listed, kiosk):
    file = kiosk / "decisions.yaml"
    old = b"\xef\xbb\xbf# ours\r\ndecisions:\r\n- {finding: x-1, status: open, owner: A, reason: R}"
    file.write_bytes(old)
    file.chmod(0o640)
    assert decide("accept", listed()["findings"][0]["id"], *WHO).status == 0
    new = file.read_bytes()
    assert new.startswith(old)
    assert new.count(b"\n") == new.count(b"\r\n")
    assert not new.endswith(b"\n")
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no-lawful-bassis-12345678"], "No finding of the map has this id"),
        ([""], "No finding of the map has this id"),
        (["x", "--until", "31.12.2026"], '"31.12.2026" is no date'),
        (["x", "--until", "2026-03-30"], "2026-03-30 is over"),
        (["x", "--owner", " "], "--owner Nothing is written here"),
        (["x", "--reason", "bell \x07"], "--reason This is longer"),
    ],
)
def test_what_cannot_be_used_is_told_all_at_once_and_nothing_is_written(decide, kiosk, arguments, message):
    answer = decide("accept", "another", *WHO, *arguments)
    assert answer.status == 2
    assert message in answer.err
    assert "another No finding of the map has this id" in answer.err
    assert [path.name for path in kiosk.iterdir()] == ["map.yaml"]


def test_a_misspelt_id_is_recognised(decide, listed):
    finding = listed()["findings"][0]["id"]
    wrong = finding.replace("-", "_", 1)
    assert f'Did you mean "{finding}"?' in decide("accept", wrong, *WHO).err


def test_an_id_that_fits_several_is_told_with_what_it_fits(decide, listed):
    ids = [finding["id"] for finding in listed()["findings"]]
    letter = next(one[0] for one in ids if sum(other.startswith(one[0]) for other in ids) > 1)
    answer = decide("accept", letter, *WHO)
    assert answer.status == 2
    assert "Write more of it." in answer.err


def test_a_second_writer_is_kept_out(decide, listed, kiosk):
    finding = listed()["findings"][0]["id"]
    (kiosk / LOCK).touch()
    answer = decide("accept", finding, *WHO)
    assert answer.status == 2
    assert "delete this file" in answer.err
    assert (kiosk / LOCK).exists()
    assert not (kiosk / "decisions.yaml").exists()


def test_a_map_that_changed_meanwhile_is_not_written_over(decide, listed, kiosk, monkeypatch):
    finding = listed()["findings"][0]["id"]
    file = kiosk / "decisions.yaml"
    theirs = "decisions:\n- {finding: x-1, status: open, owner: A, reason: R}\n"

    def put_meanwhile(text, *_given):
        file.write_text(theirs, encoding="utf-8")
        return text + "  - {finding: y-1, status: open, owner: A, reason: R}\n"

    monkeypatch.setattr("audit_lib.files.decisions.put_decision", put_meanwhile)
    answer = decide("accept", finding, *WHO)
    assert answer.status == 2
    assert "has changed while this was being decided" in answer.err
    assert file.read_text(encoding="utf-8") == theirs
    assert sorted(path.name for path in kiosk.iterdir()) == ["decisions.yaml", "map.yaml"]


def test_a_map_that_could_not_be_read_any_more_gets_its_old_file_back(decide, listed, kiosk, monkeypatch):
    finding = listed()["findings"][0]["id"]
    old = "decisions:\n- {finding: x-1, status: open, owner: A, reason: R}\n"
    (kiosk / "decisions.yaml").write_text(old, encoding="utf-8")
    monkeypatch.setattr("audit_lib.files.decisions.put_decision", lambda text, *_given: text + "wrong: [")
    assert decide("accept", finding, *WHO).status == 2
    assert (kiosk / "decisions.yaml").read_text(encoding="utf-8") == old
    (kiosk / "decisions.yaml").unlink()
    assert decide("accept", finding, *WHO).status == 2
    assert [path.name for path in kiosk.iterdir()] == ["map.yaml"]


def test_a_folder_that_cannot_be_written_to_is_told(decide, listed, kiosk, monkeypatch):
    def refused(*_given, **_named):
        raise PermissionError(13, "Permission denied")

    finding = listed()["findings"][0]["id"]
    monkeypatch.setattr("pathlib.Path.touch", refused)
    answer = decide("accept", finding, *WHO)
    assert answer.status == 2
    assert "cannot be written: permission denied" in answer.err


@pytest.mark.parametrize("command", ["accept", "assign"])
def test_an_end_after_the_last_day_of_the_calendar_is_that_day(run, listed, command):
    finding = listed()["findings"][0]["id"]
    answer = run("findings", command, finding, "--map", "kiosk", *WHO, "--as-of", "9999-12-30")
    assert (answer.status, "until 9999-12-31" in answer.out) == (0, True)
