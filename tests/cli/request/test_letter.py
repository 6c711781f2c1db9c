"""`request letter`: one letter into a file, or all that a right may need into a folder."""

import docx
import pytest

DATES = ("--received", "2026-11-09", "--as-of", "2026-11-22")
ERASURE = ("request", "letter", "--right", "erasure", "--map", "kiosk")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_one_letter_goes_into_one_file_and_is_counted(run, kiosk, tmp_path, ending):
    out = tmp_path / f"letter.{ending}"
    answer = run(*ERASURE, "--kind", "acknowledgement", *DATES, "--out", str(out))
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.strip().endswith("letter." + ending + ": 7 places to fill in")
    assert out.stat().st_size > 500


def test_the_dates_reach_the_letter(run, kiosk, tmp_path):
    out = tmp_path / "letter.md"
    asked = ("--identity-asked", "2026-11-10", "--identity-received", "2026-11-13")
    run(*ERASURE, "--kind", "acknowledgement", *DATES, *asked, "--out", str(out))
    assert "by Monday 14 December 2026 at the latest" in out.read_text("utf-8")


def test_the_nation_reaches_the_letter(run, kiosk, tmp_path):
    out = tmp_path / "letter.md"
    came = ("--kind", "acknowledgement", "--received", "2026-12-02", "--as-of", "2026-12-03")
    for nation, day in (("england-and-wales", "Monday 4 January"), ("scotland", "Tuesday 5 January")):
        run(*ERASURE, *came, "--nation", nation, "--out", str(out))
        assert f"by {day} 2027 at the latest" in out.read_text("utf-8"), nation


def test_with_a_subject_the_plan_fills_in_what_the_map_knows(run, kiosk, tmp_path):
    out = tmp_path / "answer.md"
    access = (
        "request",
        "letter",
        "--right",
        "access",
        "--map",
        "kiosk",
        "--kind",
        "answer",
        "--out",
        str(out),
    )
    run(*access, *DATES, "--subject", "guests")
    assert "Make a badge" in out.read_text("utf-8")
    run(*access, *DATES)
    assert "Make a badge" not in out.read_text("utf-8")


def test_all_letters_that_fit_go_into_a_folder_with_names_of_ids_alone(run, kiosk, tmp_path):
    answer = run(*ERASURE, "--all", "--subject", "guests", *DATES, "--out", str(tmp_path / "letters"))
    assert answer.status == 0
    assert names(tmp_path / "letters") == [
        "acknowledgement-erasure.docx", "answer-erasure.docx", "extension-erasure.docx", "fee-erasure.docx",
        "identity-erasure.docx", "processor-instruction-erasure-printer.docx", "refusal-erasure.docx",
    ]  # fmt: skip
    assert len(answer.out.splitlines()) == 7


@pytest.mark.parametrize(
    ("right", "there"), [("restriction", True), ("objection", False), ("rectification", False)]
)
def test_the_letter_before_a_lifting_is_drafted_when_named_and_among_all_only_for_a_restriction(
    run, kiosk, tmp_path, right, there
):
    asked = ("request", "letter", "--right", right, "--map", "kiosk", *DATES)
    assert run(*asked, "--kind", "restriction-lifted", "--out", "one.md").status == 0
    assert "We will lift the limit" in (tmp_path / "one.md").read_text("utf-8")
    assert run(*asked, "--all", "--out", "letters").status == 0
    assert (f"restriction-lifted-{right}.docx" in names(tmp_path / "letters")) is there


def test_no_letter_lifts_a_stop_to_marketing(run, kiosk, tmp_path):
    asked = ("request", "letter", "--right", "objection", "--marketing", "--map", "kiosk", *DATES)
    answer = run(*asked, "--kind", "restriction-lifted", "--out", "one.md")
    assert answer.status == 2
    assert "does not fit an objection to direct marketing, which is final" in answer.err
    assert names(tmp_path) == ["kiosk"]


def test_a_letter_that_comes_too_late_is_named_and_left_out(run, kiosk, tmp_path):
    late = ("--received", "2026-09-01", "--as-of", "2026-11-22")
    answer = run(*ERASURE, "--all", *late, "--format", "md", "--out", str(tmp_path / "letters"))
    assert answer.status == 0
    assert "extension-erasure: not drafted: 2026-11-22 is too late" in answer.out
    assert "extension-erasure.md" not in names(tmp_path / "letters")


def test_a_complaint_has_letters_of_its_own(run, kiosk, tmp_path):
    folder = tmp_path / "letters"
    asked = ("request", "letter", "--right", "complain-to-controller", "--map", "kiosk", "--all", *DATES)
    assert run(*asked, "--out", str(folder)).status == 0
    assert names(folder) == [
        "complaint-acknowledgement-complain-to-controller.docx",
        "complaint-outcome-complain-to-controller.docx",
    ]


def test_all_faults_of_the_options_are_told_at_once_and_nothing_is_written(run, kiosk, tmp_path):
    answer = run(
        "request", "letter", "--right", "erasur", "--kind", "anser", "--received", "9.11.2026",
        "--nation", "wales", "--data", "identity", "--out", "letter.pdf", "--map", "kiosk",
    )  # fmt: skip
    assert answer.status == 2
    for told in (
        '--received "9.11.2026" is no date',
        '--kind "anser" is none of',
        'Did you mean "answer"?',
        '--nation "wales" is none of',
        '--right "erasur" is none of',
        '--out "letter.pdf" must end in .docx, .html, .md',
        "--data It narrows the search plan: give --subject too.",
    ):
        assert told in answer.err
    assert names(tmp_path) == ["kiosk"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--out", "a.md"), "--kind Name one letter with --kind, or take --all"),
        (("--all", "--out", "a.md"), '--out "a.md" must be a folder with --all'),
        (
            ("--all", "--recipient", "printer", "--out", "f"),
            "--recipient With --all there is a letter to each",
        ),
        (("--all", "--format", "pdf", "--out", "f"), '--format "pdf" is none of docx, html, md.'),
        (("--kind", "clarification", "--out", "a.md"), "--kind A clarification letter does not fit"),
        (("--kind", "answer", "--subject", "gests", "--out", "a.md"), 'Did you mean "guests"?'),
        (("--kind", "recipient-notice", "--recipient", "prnter", "--out", "a.md"), 'Did you mean "printer"?'),
        (
            ("--kind", "answer", "--extended-on", "2026-11-20", "--out", "a.md"),
            "--received The other days count",
        ),
    ],
)
def test_what_does_not_fit_together_is_told_under_its_option(run, kiosk, tmp_path, options, told):
    answer = run(*ERASURE, *options)
    assert answer.status == 2
    assert told in answer.err
    assert names(tmp_path) == ["kiosk"]


def test_a_folder_that_cannot_be_made_is_told(run, kiosk, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    answer = run(*ERASURE, "--all", *DATES, "--out", "file/letters")
    assert answer.status == 2
    assert "cannot be made" in answer.err


def test_what_the_map_names_moves_no_cursor_and_opens_no_tag(run, kiosk, tmp_path):
    out = tmp_path / "notice.html"
    asked = ("--kind", "processor-instruction", "--subject", "guests", "--recipient", "printer")
    answer = run(*ERASURE, *asked, *DATES, "--out", str(out))
    assert answer.status == 0
    assert "Printer [bold]x[/]" in out.read_text("utf-8")


def test_the_file_bears_no_author(run, kiosk, tmp_path):
    out = tmp_path / "letter.docx"
    run(*ERASURE, "--kind", "acknowledgement", *DATES, "--out", str(out))
    assert docx.Document(str(out)).core_properties.author == ""


@pytest.mark.parametrize("ending", ["docx", "html", "md", "xlsx"])
def test_a_plan_goes_into_a_file_that_says_what_it_holds(run, kiosk, tmp_path, ending):
    plan = ("request", "plan", "--right", "erasure", "--subject", "guests", "--map", "kiosk")
    answer = run(*plan, "--as-of", "2026-11-22", "--out", f"plan.{ending}")
    assert answer.status == 0
    assert f"plan.{ending}: 2 to ask, 1 to tell;" in answer.out
    assert (tmp_path / f"plan.{ending}").stat().st_size > 500


def test_a_plan_in_an_unknown_form_is_refused(run, kiosk, tmp_path):
    answer = run(
        "request", "plan", "--right", "erasure", "--subject", "guests", "--map", "kiosk", "--out", "p.pdf"
    )
    assert answer.status == 2
    assert '--out "p.pdf" must end in .docx, .html, .md, .xlsx.' in answer.err
    assert names(tmp_path) == ["kiosk"]


def test_a_letter_that_somebody_has_completed_is_not_drafted_over(run, kiosk, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "refusal-erasure.docx").write_text("completed by hand", encoding="utf-8")
    answer = run(*ERASURE, "--all", *DATES, "--out", "letters")
    assert answer.status == 2
    assert "letters/refusal-erasure.docx: this is there already, and nothing was written." in answer.err
    assert names(folder) == ["refusal-erasure.docx"]


def test_a_name_that_is_too_long_is_told(run, kiosk, tmp_path):
    answer = run(*ERASURE, "--all", *DATES, "--out", "l" * 300)
    assert answer.status == 2
    assert "cannot be made: File name too long." in answer.err
