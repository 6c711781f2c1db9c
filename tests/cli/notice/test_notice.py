"""`notice`: what can be had from a notice without a map, and from a map without a notice."""

import json

import pytest

from audit_lib.files.read_map import read_map

NOTICE = """\
# Privacy notice of Kiosk Ltd

We are Kiosk Ltd, the controller. Write to us at 3 Quay Street, Ayr KA7 1AB or at privacy@kiosk.example.

## What we do

We use your name and your passport to make a badge for you, because of the contract that we have with you.
We share your name with Printer Ltd, which prints the badge for us.
We keep your data for 6 months after your visit.
By using this site you consent to everything.

## Your rights

You may ask us for a copy of your data, and have it corrected or erased.
You may also complain to the Information Commissioner at any time.
"""


@pytest.fixture
def notice(kiosk):
    file = kiosk.parent / "notice.md"
    file.write_text(NOTICE, encoding="utf-8")
    return file


def items(answer):
    return {each["item"]: each["verdict"] for each in json.loads(answer.out)["judgements"]}


class TestCheck:
    def test_a_program_gets_one_object_with_all_items(self, run, notice):
        answer = run("notice", "check", str(notice), "--format", "json", "--as-of", "2026-11-22")
        found = items(answer)
        assert len(found) == 26
        assert (found["A13-1a"], found["A13-2d"], found["A13-1b"]) == ("present", "present", "missing")

    def test_a_person_gets_the_verdicts_the_flags_and_the_organisations(self, run, notice):
        out = run("notice", "check", str(notice), "--as-of", "2026-11-22").out
        assert "the right to complain to the regulator" in out
        assert "By using this site" in out
        assert "Printer Ltd" in out

    def test_an_item_that_is_missing_makes_the_status_1(self, run, notice):
        assert run("notice", "check", str(notice)).status == 1
        assert run("notice", "check", str(notice), "--fail-on", "never").status == 0

    def test_an_item_that_was_not_law_yet_is_not_asked_for(self, run, notice):
        then = run("notice", "check", str(notice), "--format", "json", "--as-of", "2026-06-18")
        assert "A13-2ca" not in items(then)

    def test_a_page_is_complete_in_itself(self, run, notice):
        page = run("notice", "check", str(notice), "--format", "html").out
        assert page.startswith("<!DOCTYPE html>")
        assert "default-src 'none'" in page
        assert "<script" not in page

    def test_flags_of_plain_text_stand_at_their_lines_on_github(self, run, notice, kiosk):
        plain = notice.with_suffix(".txt")
        plain.write_text(NOTICE, encoding="utf-8")
        out = run("notice", "check", plain.name, "--format", "github").out
        assert "file=notice.txt,line=10,title=implied-consent::" in out

    def test_those_of_other_forms_name_the_file_alone(self, run, notice):
        out = run("notice", "check", notice.name, "--format", "github").out
        assert "file=notice.md,title=implied-consent::" in out

    def test_a_notice_that_is_not_in_english_is_refused_and_not_misjudged(self, run, kiosk):
        file = kiosk.parent / "hinweis.txt"
        file.write_text(
            "Wir verarbeiten Ihre Daten, um Ihnen einen Ausweis auszustellen. " * 5, encoding="utf-8"
        )
        answer = run("notice", "check", str(file))
        assert (answer.status, answer.out) == (2, "")
        assert "English" in answer.err

    @pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04rubbish"], ids=str)
    def test_what_is_no_notice_is_refused_in_a_line(self, run, kiosk, content):
        file = kiosk.parent / "notice.txt"
        file.write_bytes(content)
        answer = run("notice", "check", str(file))
        assert answer.status == 2
        assert answer.err.startswith(str(file))
        assert "Traceback" not in answer.err

    def test_a_notice_that_is_not_there_is_said(self, run, kiosk):
        assert run("notice", "check", "none.txt").status == 2

    def test_nothing_in_a_notice_reaches_the_terminal_as_a_command(self, run, kiosk):
        file = kiosk.parent / "notice.txt"
        file.write_text(
            "We may share your data with Evil\x1b[2J Ltd. By using this you consent.\n" * 3, encoding="utf-8"
        )
        assert "\x1b" not in run("notice", "check", str(file)).out


class TestMap:
    def test_the_draft_reads_without_faults(self, run, notice):
        answer = run("notice", "map", str(notice), "--out", "drafted", "--as-of", "2026-11-22")
        assert answer.status == 0
        drafted = read_map("drafted")
        assert "Kiosk Ltd" in {party.name for party in drafted.parties}
        assert drafted.info.id == "drafted"

    def test_every_candidate_says_how_sure_it_is(self, run, notice):
        run("notice", "map", str(notice), "--out", "drafted")
        drafted = read_map("drafted")
        assert all(flow.confidence and flow.clauses for flow in drafted.flows)
        assert drafted.flows

    def test_a_folder_that_holds_a_map_is_not_touched(self, run, notice, kiosk):
        before = (kiosk / "map.yaml").read_bytes()
        answer = run("notice", "map", str(notice), "--out", "kiosk")
        assert answer.status == 2
        assert (kiosk / "map.yaml").read_bytes() == before

    def test_an_id_that_is_none_is_refused_before_anything_is_written(self, run, notice, kiosk):
        assert run("notice", "map", str(notice), "--out", "drafted", "--id", "No Id").status == 2
        assert not (kiosk.parent / "drafted").exists()


class TestCompare:
    @pytest.fixture
    def drafted(self, run, notice):
        run("notice", "map", str(notice), "--out", "drafted")
        return "drafted"

    def test_the_same_notice_has_not_changed(self, run, drafted, notice):
        answer = run("notice", "compare", drafted, "--notice", str(notice))
        assert answer.status == 0
        assert "Nothing that people must be told of." in answer.out

    def test_a_longer_retention_is_told_and_makes_the_status_1(self, run, drafted, notice):
        notice.write_text(NOTICE.replace("6 months", "10 years"), encoding="utf-8")
        answer = run("notice", "compare", drafted, "--notice", str(notice), "--format", "json")
        assert answer.status == 1
        kinds = [each["kind"] for each in json.loads(answer.out)["significant"]]
        assert "longer-retention" in kinds

    def test_the_old_words_are_shown_where_they_are_given(self, run, drafted, notice, kiosk):
        old = kiosk.parent / "old.md"
        old.write_text(NOTICE, encoding="utf-8")
        notice.write_text(
            NOTICE.replace("have it corrected or erased", "have it corrected"), encoding="utf-8"
        )
        answer = run("notice", "compare", drafted, "--notice", str(notice), "--old", str(old))
        assert "corrected or erased" in answer.out


class TestDraft:
    @pytest.mark.parametrize("ending", ["md", "html", "docx"])
    def test_a_notice_is_written_in_each_form(self, run, kiosk, ending):
        answer = run("notice", "draft", "kiosk", "--out", f"notice.{ending}", "--as-of", "2026-11-22")
        assert answer.status == 0
        assert "to fill" in answer.out
        assert (kiosk.parent / f"notice.{ending}").stat().st_size > 1000

    def test_the_draft_can_be_read_and_is_accounted_for_by_the_map_that_goes_with_it(self, run, kiosk):
        run("notice", "draft", "kiosk", "--out", "new.md", "--map-out", "new", "--as-of", "2026-11-22")
        answer = run("check", "new", "--notice", "new.md", "--fail-on", "never", "--as-of", "2026-11-22")
        counted = next(line for line in answer.out.splitlines() if "accounted for" in line).split()
        assert counted[0] == counted[2]
        assert "added since" not in answer.out

    def test_another_ending_is_refused(self, run, kiosk):
        answer = run("notice", "draft", "kiosk", "--out", "notice.pdf")
        assert answer.status == 2
        assert ".docx" in answer.err
