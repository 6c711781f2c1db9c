"""`privacy-audit compare`."""

import json
import os
import subprocess

import pytest


@pytest.fixture
def two(kiosk):
    """The map in `kiosk`, and one in `later` in which the printer gets more, abroad."""
    later = kiosk.parent / "later"
    later.mkdir()
    text = (kiosk / "map.yaml").read_text(encoding="utf-8")
    sent = "{id: send-out, from: kiosk-ltd, to: printer, activity: badges, data: [passport]"
    assert sent in text
    more = text.replace(sent, sent.replace("passport", "identity") + ", transfer: {country: US}")
    (later / "map.yaml").write_text(more, encoding="utf-8")
    return kiosk.parent


@pytest.fixture
def committed(two, monkeypatch):
    """The earlier map committed, and the later one in its place in the work tree."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(two))
    who = ["git", "-c", "user.name=T", "-c", "user.email=t@example.invalid"]
    for arguments in (["init", "-q"], ["add", "kiosk"], ["commit", "-qm", "First"]):
        subprocess.run([*who, *arguments], check=True, cwd=two)
    (two / "kiosk" / "map.yaml").write_bytes((two / "later" / "map.yaml").read_bytes())
    return two


def test_the_same_map_twice_is_no_difference(run, kiosk):
    answer = run("compare", "kiosk", "kiosk", "--as-of", "2026-11-22", "--fail-on", "changed")
    assert answer.status == 0
    assert "Nothing is different." in answer.out


def test_what_people_must_be_told_of_is_significant(run, two):
    answer = run("compare", "kiosk", "later", "--as-of", "2026-11-22")
    assert answer.status == 1
    assert "Data comes to go to the United States" in answer.out


@pytest.mark.parametrize(("fail_on", "status"), [("never", 0), ("changed", 1), ("significant", 1)])
def test_what_is_a_failure_can_be_chosen(run, two, fail_on, status):
    assert run("compare", "kiosk", "later", "--fail-on", fail_on).status == status


def test_what_only_stops_is_a_change_and_not_significant(run, two):
    text = (two / "kiosk" / "map.yaml").read_text(encoding="utf-8")
    (two / "later" / "map.yaml").write_text(text.partition("  - {id: send-out")[0], encoding="utf-8")
    assert run("compare", "kiosk", "later", "--fail-on", "significant").status == 0
    assert run("compare", "kiosk", "later", "--fail-on", "changed").status == 1


def test_json_is_one_object(run, two):
    found = json.loads(run("compare", "kiosk", "later", "--format", "json").out)
    assert found["must_tell"] is True
    assert found["letter"].startswith("What we do with information about you")


def test_annotations_stand_at_the_lines_of_the_later_map(run, two):
    lines = run("compare", "kiosk", "later", "--format", "github").out.splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    told = [line for line in lines if "title=People must be told first" in line]
    assert told
    assert all(line.startswith("::warning file=later/map.yaml,line=") for line in told)


def test_a_revision_is_compared_with_a_folder(run, committed):
    answer = run("compare", "HEAD:kiosk", "kiosk", "--as-of", "2026-11-22")
    assert answer.status == 1
    assert answer.out.startswith("Kiosk: HEAD:kiosk and kiosk\n")


def test_one_folder_is_compared_with_itself_at_a_revision(run, committed):
    answer = run("compare", "kiosk", "--at", "HEAD", "--as-of", "2026-11-22")
    assert answer.status == 1
    assert answer.out.startswith("Kiosk: HEAD:kiosk and kiosk\n")


def test_a_folder_goes_before_a_revision_of_its_name(run, two):
    (two / "a:b").mkdir()
    (two / "a:b" / "map.yaml").write_bytes((two / "kiosk" / "map.yaml").read_bytes())
    assert "Nothing is different." in run("compare", "a:b", "kiosk").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kiosk"], "Name two versions"),
        (["kiosk", "later", "--at", "HEAD"], "With --at, name one folder"),
        (["kiosk", "nowhere"], "nowhere There is no such folder."),
        (["kiosk", "nope:kiosk"], 'nope:kiosk The repository has no revision "nope".'),
        (["-x:kiosk", "kiosk"], "No such option"),
    ],
)
def test_what_cannot_be_compared_is_said(run, committed, arguments, said):
    answer = run("compare", *arguments)
    assert answer.status == 2
    assert said in answer.err
