"""A PDF gives paragraphs, headings, items and rows from where its letters stand; nothing in it is run."""

import io
import logging

import pypdf
import pytest
from tiny_pdf import LEFT, RIGHT, Paper, pdf, shown, stream, width, wrapped

from audit_lib.files.read_notice import read_notice

LONG = (
    "Kite Homes keeps what you tell us for six years after your tenancy ends, because a claim can be brought "
    "for so long, and then deletes it from its own systems and asks its contractors to do the same."
)


@pytest.fixture
def read(tmp_path):
    """The text of a PDF."""

    def text(made: bytes | Paper) -> str:
        (tmp_path / "notice.pdf").write_bytes(made.bytes() if isinstance(made, Paper) else made)
        return read_notice(tmp_path / "notice.pdf")

    return text


def test_the_lines_of_a_paragraph_are_one_line(read):
    sheet = Paper()
    sheet.paragraph(LONG)
    sheet.paragraph(LONG.replace("Kite", "Otter"))
    assert read(sheet) == f"{LONG}\n{LONG.replace('Kite', 'Otter')}\n"


def test_a_line_that_ends_early_ends_its_paragraph(read):
    short = ["Kite Homes Limited", "3 High Street", "York"]
    sheet = Paper()
    sheet.paragraph(LONG)
    for text in short:
        sheet.line(text)
    assert read(sheet).splitlines() == [LONG, *short]


def test_an_indent_begins_a_paragraph(read):
    sheet = Paper()
    text = "If we keep your data we do not sell it to anybody who asks us for it, " * 5
    first = wrapped(text, RIGHT - LEFT - 17)[0]
    full = wrapped(text[len(first) :], RIGHT - LEFT)[:-1]
    for _ in range(2):
        sheet.line(first, LEFT + 17)
        for line in full:
            sheet.line(line)
    assert read(sheet) == f"{' '.join([first, *full])}\n" * 2


@pytest.mark.parametrize("mark", ["•", "-", "–", "o", "·"])
def test_bullets_make_items(read, mark):
    sheet = Paper()
    sheet.paragraph(LONG)
    sheet.item(LONG, mark)
    sheet.item("with banks", mark)
    assert read(sheet) == f"{LONG}\n- {LONG}\n- with banks\n"


def test_a_bullet_begins_an_item_even_behind_a_full_line(read):
    sheet = Paper()
    sheet.paragraph(LONG)
    full = "which we keep"
    while width(f"{full} it", 11) < RIGHT - LEFT - 36:
        full += " it"
    sheet.item(full)
    sheet.item(full)
    assert read(sheet) == f"{LONG}\n- {full}\n- {full}\n"


def test_items_whose_bullets_are_drawn_are_still_items(read):
    sheet = Paper()
    sheet.paragraph(LONG)
    for text in ("your name", "your income", "your rent"):
        sheet.line(text, LEFT + 30)
    assert read(sheet) == f"{LONG}\n- your name\n- your income\n- your rent\n"


def test_larger_and_bold_lines_are_headings(read):
    sheet = Paper()
    sheet.heading("Privacy notice for the people who live in our homes, who apply for one,", 18)
    sheet.y += 14
    sheet.line("or who did so once", size=18, bold=True)
    sheet.paragraph(LONG)
    sheet.heading("Sharing", 13)
    sheet.paragraph(LONG)
    sheet.heading("With banks", 11)
    sheet.paragraph(LONG)
    headings = [line for line in read(sheet).splitlines() if line.startswith("#")]
    assert headings == [
        "# Privacy notice for the people who live in our homes, who apply for one, or who did so once",
        "## Sharing",
        "### With banks",
    ]


def test_a_bold_sentence_is_no_heading(read):
    sheet = Paper()
    sheet.paragraph(LONG)
    sheet.line("We never sell your data.", bold=True)
    sheet.paragraph(LONG)
    assert "#" not in read(sheet)


@pytest.mark.parametrize(
    ("elsewhere", "broken", "whole"),
    [
        ("information", "infor\u00admation", "information"),
        ("third-party", "third-\u00adparty", "third-party"),
    ],
)
def test_words_that_are_broken_are_made_whole(read, elsewhere, broken, whole):
    start = "We keep the records of every tenancy in York for six years and longer if the "
    left = broken.split("\u00ad")[0]
    while width(f"{start} {left}--", 11) < RIGHT - LEFT - 4:
        start = start.replace("We", "We still", 1)
    sheet = Paper()
    sheet.line(f"{start}{left.rstrip('-')}-")
    sheet.line(f"{broken.split(chr(173))[1]} is needed.")
    sheet.y -= 8
    sheet.paragraph(f"This is what {elsewhere} means, and {LONG}")
    assert f" {whole} is needed." in read(sheet)


def test_the_rows_of_a_table_are_lines(read):
    sheet = Paper()
    sheet.paragraph(LONG)
    rows = [
        ("Purpose", "Basis", "Kept"),
        (LONG, "The contract that you have with us", "6 years"),
        ("News", "Consent", "1 year"),
    ]
    sheet.table(rows, [LEFT, 300, 430])
    sheet.paragraph(LONG)
    assert read(sheet).splitlines() == [LONG, *(f"- {' | '.join(row)}" for row in rows), LONG]


def test_a_gap_in_one_line_makes_no_table(read):
    sheet = Paper()
    sheet.paragraph(LONG)
    sheet.table([("Signed: Kite", "Date: 3 May")], [LEFT, 300])
    sheet.paragraph(LONG)
    assert read(sheet) == f"{LONG}\nSigned: Kite Date: 3 May\n{LONG}\n"


@pytest.mark.parametrize("height", [697, 693, 689])
def test_cells_that_are_centred_belong_to_their_row(read, height):
    drawing = shown(
        (LEFT, 700, "To let a home to you and to collect"),
        (LEFT, 686, "the rent"),
        (270, height, "The contract"),
        (400, height, "6 years"),
        (LEFT, 660, "To send news"),
        (270, 660, "Consent"),
        (400, 660, "1 year"),
    )
    assert read(pdf([drawing])) == (
        "- To let a home to you and to collect the rent | The contract | 6 years\n"
        "- To send news | Consent | 1 year\n"
    )


def test_two_columns_are_read_one_after_the_other(read):
    sheet = Paper()
    sheet.paragraph(LONG)
    top = sheet.y
    left, right = LONG.replace("Kite", "Left"), LONG.replace("Kite", "Right")
    for edge, text in ((LEFT, left), (330.0, right)):
        sheet.y = top
        for line in wrapped(f"{text} {text}", 190):
            sheet.line(line, edge)
    assert read(sheet) == f"{LONG}\n{left} {left}\n{right} {right}\n"


def test_what_stands_on_every_page_is_taken_out_of_the_text(read):
    sheet = Paper(header="Kite Homes Limited, company 0123456", footer="Page {page} of 3")
    cases = [" ".join(f"This is part {part} of case {case}." for part in range(20)) for case in range(30)]
    for case in cases:
        sheet.paragraph(case)
    assert len(sheet.pages) > 2
    assert read(sheet).splitlines() == [*cases, "Kite Homes Limited, company 0123456"]


@pytest.mark.parametrize("number", ["1", "Page 1", "page 1 of 1", "– 1 –", "1 / 1", "i"])
def test_the_number_of_the_only_page_is_left_out(read, number):
    assert read(pdf([shown((LEFT, 700, "We keep data."), (300, 40, number))])) == "We keep data.\n"


def test_what_is_marked_as_no_part_of_the_text_is_taken_out(read):
    drawing = (
        b"/Artifact BMC "
        + shown((LEFT, 790, "Draft"))
        + b" EMC "
        + shown((LEFT, 700, "We keep data in York."))
    )
    assert read(pdf([drawing])).splitlines() == ["We keep data in York.", "Draft"]


def test_a_paragraph_goes_on_over_the_end_of_a_page(read):
    sheet = Paper(footer="{page}")
    text = " ".join(f"Sentence {number} of this paragraph goes on." for number in range(200))
    sheet.paragraph(text)
    assert len(sheet.pages) > 1
    assert read(sheet) == f"{text}\n"


@pytest.mark.parametrize(
    ("drawing", "text"),
    [
        (b"BT /F1 11 Tf 72 700 Td [(We k)20(eep)-300(data.)] TJ ET", "We keep data.\n"),
        (b"BT /F1 11 Tf 72 700 Td (We ) Tj (keep) Tj ( data.) Tj ET", "We keep data.\n"),
        (
            b"BT /F1 1 Tf 11 0 0 11 72 700 Tm (We keep) Tj ET BT /F1 11 Tf 120 700 Td (data.) Tj ET",
            "We keep data.\n",
        ),
        (b"BT /F1 11 Tf 14 TL 72 700 Td (We keep data.) Tj (Always.) ' ET", "We keep data. Always.\n"),
        (b"q 0 1 -1 0 300 100 cm BT /F1 11 Tf (We keep data.) Tj ET Q", "We keep data.\n"),
        (
            b"BT /F1 11 Tf 72 700 Td (We protec) Tj /Span <</ActualText (ti)>> BDC (x) Tj EMC (on.) Tj ET",
            "We protection.\n",
        ),
        (b"BT /F1 11 Tf 72 700 Td (Caf\xe9 \x96 \x80 5 \\(net\\)) Tj ET", "Café – € 5 (net)\n"),
    ],
)
def test_ways_to_show_text(read, drawing, text):
    assert read(pdf([drawing])) == text


def test_text_in_a_drawing_within_a_page_is_read(read):
    form = stream(
        shown((LEFT, 700, "We keep data.")),
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1"
        b"/BaseFont/Helvetica>>>>>>",
    )
    assert read(pdf([b"/X Do"], resources=b"/XObject<</X 3 0 R>>", more=[form])) == "We keep data.\n"


def test_what_would_run_or_open_something_is_not_touched(read, monkeypatch):
    def forbidden(*_, **__):
        raise AssertionError("something was run or opened")

    for name in ("subprocess.Popen.__init__", "socket.socket.connect", "os.system"):
        monkeypatch.setattr(name, forbidden)
    catalog = (
        b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/Launch/F(calc.exe)>>>>"
        b"/Names<</EmbeddedFiles<</Names[(a.exe)<</EF<</F 9 0 R>>>>]>>>>/AcroForm<</XFA(http://192.0.2.1)>>"
    )
    assert read(pdf([shown((LEFT, 700, "We keep data."))], catalog)) == "We keep data.\n"


def test_a_lock_against_changes_alone_is_no_hindrance(read):
    kept = io.BytesIO()
    locked = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([shown((LEFT, 700, "We keep data."))])))
    locked.encrypt("", owner_password="secret", algorithm="RC4-128")
    locked.write(kept)
    assert read(kept.getvalue()) == "We keep data.\n"


def test_a_drawing_that_draws_itself_is_read_once(read):
    form = stream(
        b"/X Do " + shown((LEFT, 700, "We keep data.")),
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 3 0 R>>/Font<</F1<</Type/Font"
        b"/Subtype/Type1/BaseFont/Helvetica>>>>>>",
    )
    assert read(pdf([b"/X Do"], resources=b"/XObject<</X 3 0 R>>", more=[form])) == "We keep data.\n"


def test_what_the_library_has_to_say_does_not_reach_the_terminal(read, capfd, caplog):
    # The table of places is wrong, which the library repairs and tells.
    made = pdf([shown((LEFT, 700, "We keep data."))]).replace(b"%PDF-1.7\n", b"%PDF-1.7\n% more\n")
    assert read(made) == "We keep data.\n"
    assert capfd.readouterr() == ("", "")
    assert not caplog.records
    assert logging.getLogger("pypdf").propagate
