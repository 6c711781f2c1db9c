"""`privacy-audit bundle` and the evidence: registers that need a passphrase, comparisons made earlier."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from audit_lib.files.register import open_register

ROOT = Path(__file__).parents[3]
PASSPHRASE = "correct horse battery staple"
EVIDENCE = """\
sources:
  - id: log
    kind: disclosures
    name: Send log
    files: [log.csv]
    columns: {id: no, at: when, person: guest, sender: from, recipient: to, data: what}
"""
REGISTER = "  - {id: register, kind: restrictions, name: Register, format: register, files: [register.db]}\n"
needs_cipher = pytest.mark.skipif(
    importlib.util.find_spec("sqlcipher3") is None, reason='needs the extra "encryption" (sqlcipher3)'
)


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch):
    for name in ("PRIVACY_AUDIT_KEY_FILE", "PRIVACY_AUDIT_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def logged(kiosk):
    """The kiosk with a log of what it sent."""
    rows = [f"{at},2026-03-1{at % 8} 10:00,G-{at % 97},kiosk-ltd,printer,passport" for at in range(200)]
    (kiosk / "evidence.yaml").write_text(EVIDENCE, encoding="utf-8")
    (kiosk / "log.csv").write_text("\n".join(["no,when,guest,from,to,what", *rows]) + "\n", encoding="utf-8")
    return kiosk


@pytest.fixture
def sealed(logged):
    """The kiosk with a log and an encrypted register of restrictions."""
    (logged / "evidence.yaml").write_text(EVIDENCE + REGISTER, encoding="utf-8")
    with open_register(logged / "register.db", passphrase=PASSPHRASE, create=True):
        pass
    return logged


def make(run, folder, *more, out="b.zip", day="2026-11-22"):
    return run("bundle", str(folder), "--as-of", day, "--out", str(folder.parent / out), *more)


def held(folder, name="b.zip"):
    with zipfile.ZipFile(folder.parent / name) as archive:
        return {one.split("/", 1)[1]: archive.read(one) for one in archive.namelist()}


class Words(HTMLParser):
    def __init__(self, markup):
        super().__init__()
        self.said = ""
        self.feed(markup)

    def handle_data(self, data):
        self.said += f" {data}"


def index(folder):
    return " ".join(Words(held(folder)["index.html"].decode()).said.split())


@needs_cipher
@pytest.mark.slow
def test_an_encrypted_register_is_opened_with_its_passphrase_which_is_in_no_output(run, sealed):
    (sealed.parent / "secret").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    answer = make(run, sealed, "--passphrase-file", str(sealed.parent / "secret"))
    assert answer.status == 0, answer.err
    assert "evidence/evidence.html" in held(sealed)
    assert PASSPHRASE not in answer.out + answer.err
    assert not any(PASSPHRASE.encode() in content for content in held(sealed).values())


@needs_cipher
@pytest.mark.slow
def test_the_passphrase_may_stand_in_the_environment(run, sealed, monkeypatch):
    monkeypatch.setenv("PRIVACY_AUDIT_PASSPHRASE", PASSPHRASE)
    assert make(run, sealed).status == 0


@needs_cipher
def test_a_wrong_passphrase_is_one_line_and_nothing_is_written(run, sealed, monkeypatch):
    monkeypatch.setenv("PRIVACY_AUDIT_PASSPHRASE", "a wrong horse battery")
    answer = make(run, sealed)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert "The passphrase does not open this file" in answer.err
    assert "wrong horse" not in answer.err
    assert not list(sealed.parent.glob("*.zip"))


@needs_cipher
def test_without_a_passphrase_it_is_asked_for(run, sealed):
    answer = make(run, sealed)
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert "give its passphrase" in answer.err
    assert not list(sealed.parent.glob("*.zip"))


def test_a_passphrase_file_that_is_not_there_is_told(run, logged):
    answer = make(run, logged, "--passphrase-file", "no-such-file")
    assert answer.status == 2
    assert "There is no such file" in answer.err


def compare(run, folder, out, day="2026-11-20"):
    (folder.parent / out).parent.mkdir(exist_ok=True)
    made = folder.parent / out
    day_and_out = ("--as-of", day, "--fail-on", "never", "--out", str(made))
    answer = run("evidence", "check", str(folder), *day_and_out)
    assert answer.status == 0, answer.err
    return made


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".html", ".xlsx"])
def test_what_evidence_check_wrote_goes_in_as_it_is_with_its_day_and_its_map(run, logged, ending):
    file = compare(run, logged, f"answer{ending}")
    answer = make(run, logged, "--evidence", str(file))
    assert answer.status == 0, answer.err
    assert held(logged)[f"evidence/evidence{ending}"] == file.read_bytes()
    assert "As of 20 November 2026, version 3 of the map (fingerprint " in index(logged)


@pytest.mark.slow
def test_invented_logs_are_said_to_be_invented_whether_compared_now_or_earlier(run, logged):
    (logged / "evidence.yaml").write_text(EVIDENCE + "    invented: true\n", encoding="utf-8")
    file = compare(run, logged, "answer.html")
    for more in ([], ["--evidence", str(file)]):
        answer = make(run, logged, *more)
        assert answer.status == 0, answer.err
        assert "of invented logs: it is for rehearsal" in " ".join(answer.out.split())
        assert "Invented logs, for rehearsal. As of" in index(logged)


@pytest.mark.slow
def test_a_folder_with_page_and_workbook_gives_both(run, logged):
    compare(run, logged, "made/answer.html")
    compare(run, logged, "made/answer.xlsx")
    (logged.parent / "made" / "minutes.html").write_text("<p>Minutes</p>", encoding="utf-8")
    answer = make(run, logged, "--evidence", str(logged.parent / "made"))
    assert answer.status == 0, answer.err
    assert {"evidence/evidence.html", "evidence/evidence.xlsx"} < set(held(logged))


@pytest.mark.slow
def test_two_answers_of_one_kind_in_a_folder_are_refused(run, logged):
    compare(run, logged, "made/a.html")
    compare(run, logged, "made/b.html")
    answer = make(run, logged, "--evidence", str(logged.parent / "made"))
    assert answer.status == 2
    assert "several answers (a.html, b.html)" in answer.err


@pytest.mark.slow
def test_an_answer_of_an_earlier_state_of_the_map_is_refused(run, logged):
    file = compare(run, logged, "answer.html")
    text = (logged / "map.yaml").read_text(encoding="utf-8")
    (logged / "map.yaml").write_text(text.replace('version: "3"', 'version: "4"'), encoding="utf-8")
    answer = make(run, logged, "--evidence", str(file))
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert "This is of version 3 of the map" in answer.err
    assert "the map is now version 4" in answer.err
    assert not (logged.parent / "b.zip").exists()


@pytest.mark.slow
def test_an_answer_of_another_map_and_one_of_a_later_day_are_refused(run, logged):
    file = compare(run, logged, "answer.html", "2026-11-23")
    assert "after the day of the bundle" in make(run, logged, "--evidence", str(file)).err
    text = (logged / "map.yaml").read_text(encoding="utf-8")
    (logged / "map.yaml").write_text(text.replace("id: kiosk,", "id: stall,"), encoding="utf-8")
    answer = make(run, logged, "--evidence", str(file))
    assert answer.status == 2
    assert 'of the map "kiosk"; the bundle is of the map "stall"' in answer.err


@pytest.mark.slow
def test_a_page_that_was_given_something_to_run_is_refused(run, logged):
    file = compare(run, logged, "answer.html")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("</main>", "<script>1</script></main>"), encoding="utf-8")
    answer = make(run, logged, "--evidence", str(file))
    assert answer.status == 2
    assert "would load or run something" in answer.err


def with_program(content):
    with zipfile.ZipFile(io.BytesIO(content)) as before:
        held = {name: before.read(name) for name in before.namelist()}
    return packed(held | {"xl/vbaProject.bin": b"1"})


def with_a_torn_sheet(content):
    with zipfile.ZipFile(io.BytesIO(content)) as before:
        held = {name: before.read(name) for name in before.namelist()}
    torn = held["xl/worksheets/sheet1.xml"]
    return packed(held | {"xl/worksheets/sheet1.xml": torn[: len(torn) // 2]})


def packed(held):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as after:
        for name, content in held.items():
            after.writestr(name, content)
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("change", [with_program, with_a_torn_sheet])
def test_a_workbook_that_is_damaged_or_holds_a_program_is_refused(run, logged, change):
    file = compare(run, logged, "answer.xlsx")
    file.write_bytes(change(file.read_bytes()))
    answer = make(run, logged, "--evidence", str(file))
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert "This workbook is damaged, or holds more than was written." in answer.err


@pytest.mark.parametrize("name", ["page.html", "book.xlsx", "evidence.yaml", "folder"])
def test_what_is_no_answer_is_told_in_one_line(run, logged, name):
    place = logged.parent / name
    if name == "folder":
        place.mkdir()
    else:
        place.write_text("<p>Minutes</p>", encoding="utf-8")
    answer = make(run, logged, "--evidence", str(place))
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert "evidence check --out" in answer.err


def test_a_place_that_is_not_there_is_told(run, logged):
    answer = make(run, logged, "--evidence", "nowhere")
    assert answer.status == 2
    assert "nowhere There is no such file or folder." in answer.err


@pytest.mark.slow
def test_a_run_of_the_report_goes_in_if_nothing_of_it_was_changed(run, logged, monkeypatch):
    out = logged.parent / "runs"
    named = ["--map", str(logged), "--as-of", "2026-11-20", "--set", f"evidence={logged}"]
    monkeypatch.chdir(ROOT)
    answer = run("report", "evidence", *named, "--out", str(out))
    assert answer.status == 0, answer.err
    folder = next(out.rglob("run.json")).parent
    assert make(run, logged, "--evidence", str(folder)).status == 0
    assert "As of 20 November 2026, version 3 of the map" in index(logged)
    assert "Invented" not in index(logged)
    (folder / "evidence.html").write_text("changed", encoding="utf-8")
    answer = make(run, logged, "--evidence", str(folder), out="c.zip")
    assert answer.status == 2
    assert "has been changed since the run" in answer.err
    assert not (logged.parent / "c.zip").exists()
