"""The same notice gives the same sentences, whatever it is published as."""

import io
import subprocess
import sys

import docx
import pytest
from tiny_pdf import LEFT, Paper

from audit_lib.files.read_notice import read_notice
from audit_lib.notice.clauses import split_sentences

OPENING = (
    "Kite Homes Limited lets homes in York, and it is the controller of the personal data of those in them.",
    "This notice tells you what we collect, why we use it, who gets it and how long it stays with us.",
    "It is about people who apply for a home, who live in one, or who once did.",
)
INTRODUCTION = " ".join(OPENING)
COLLECTED = [
    "your name, your address and your date of birth",
    "what you earn, and what your employer says of it when we ask for a reference before we offer you a home",
    "a copy of your passport or of another document",
]
TABLE = [
    ("Purpose", "Lawful basis", "How long we keep it"),
    ("To collect the rent and to repair the home while you live in it", "The contract with you", "6 years"),
    ("To check whether you may rent a home", "A duty that the Immigration Act 2014 lays on us", "1 year"),
]
RIGHTS = (
    "You may ask for a copy of your data, and you may ask us to correct it. You may object at any time. "
    "Write to privacy@kite.example or to 3 High Street, York. We answer within one month."
)
LEAD = "From everybody who applies for a home we take:"
STEPS = ["Tell us first, so that we can put it right.", "Then complain to the Information Commissioner."]
LONG = " ".join(
    f"Sentence {number} of this section says how we keep your data safe." for number in range(1, 100)
)

SENTENCES = [
    *(("Privacy notice", text) for text in OPENING),
    ("What we collect", LEAD),
    *(("What we collect", item) for item in COLLECTED),
    *(("Why we use it", " | ".join(row)) for row in TABLE),
    *(("Your rights", text.rstrip(".") + ".") for text in RIGHTS.split(". ")),
    *(("If you are not content", step) for step in STEPS),
    *(("Security", text.rstrip(".") + ".") for text in LONG.split(". ")),
]


def markdown() -> bytes:
    lines = [
        "# Privacy notice\n",
        INTRODUCTION,
        f"\n## What we collect\n\n{LEAD}\n",
        *(f"* {item}" for item in COLLECTED),
        "\n## Why we use it\n",
        "| " + " | ".join(TABLE[0]) + " |",
        "| --- | --- | --- |",
        *("| " + " | ".join(row) + " |" for row in TABLE[1:]),
        "\n## Your rights\n\n" + RIGHTS + "\n\n## If you are not content\n",
        *(f"{number}. {step}" for number, step in enumerate(STEPS, start=1)),
        "\n## Security\n\n" + LONG.replace(" of ", "\nof "),
    ]
    return "\n".join(lines).encode()


def page() -> bytes:
    def listed(tag, items):
        return f"<{tag}>" + "".join(f"<li>{item}" for item in items) + f"</{tag}>"

    rows = "".join("<tr>" + "".join(f"<td><p>{cell}</p>" for cell in row) + "</tr>" for row in TABLE)
    head = "<title>Kite Homes</title><style>p { color: red }</style>"
    return f"""<!DOCTYPE html><html><head>{head}</head><body>
    <nav><a href="/">Home</a> <a href="/let">Homes to let</a></nav><main><h1>Privacy <em>notice</em></h1>
    <p>{INTRODUCTION}</p><h2>What we collect</h2><p>{LEAD}</p>{listed("ul", COLLECTED)}
    <h2>Why we use it</h2><table>{rows}</table><h2>Your rights</h2><p>{RIGHTS}</p>
    <h2>If you are not content</h2>{listed("ol", STEPS)}<h2>Security</h2><p>{LONG}</p></main>
    <footer>© Kite Homes</footer></body></html>""".encode()


def paper() -> bytes:
    sheet = Paper(header="Privacy notice", footer="Page {page}")
    sheet.heading("Privacy notice", 22)
    sheet.paragraph(INTRODUCTION)
    sheet.heading("What we collect")
    sheet.paragraph(LEAD)
    for item in COLLECTED:
        sheet.item(item)
    sheet.heading("Why we use it")
    sheet.table(TABLE, [LEFT, 270, 410])
    sheet.heading("Your rights")
    sheet.paragraph(RIGHTS)
    sheet.heading("If you are not content")
    for number, step in enumerate(STEPS, start=1):
        sheet.item(step, f"{number}.")
    sheet.heading("Security")
    sheet.paragraph(LONG)
    assert len(sheet.pages) > 2, "a paragraph must go over the end of a page"
    return sheet.bytes()


def document() -> bytes:
    made = docx.Document()
    made.add_heading("Privacy notice", 0)
    made.add_paragraph(INTRODUCTION)
    made.add_heading("What we collect", 1)
    made.add_paragraph(LEAD)
    for item in COLLECTED:
        made.add_paragraph(item, "List Bullet")
    made.add_heading("Why we use it", 1)
    table = made.add_table(0, 3)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.add_heading("Your rights", 1)
    made.add_paragraph(RIGHTS)
    made.add_heading("If you are not content", 1)
    for step in STEPS:
        made.add_paragraph(step, "List Number")
    made.add_heading("Security", 1)
    made.add_paragraph(LONG)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [("notice.md", markdown), ("notice.html", page), ("notice.pdf", paper), ("notice.docx", document)],
    ids=["markdown", "html", "pdf", "docx"],
)
def test_the_same_sentences_under_the_same_headings(tmp_path, name, make):
    (tmp_path / name).write_bytes(make())
    text = read_notice(tmp_path / name)
    assert [(sentence.heading, sentence.text) for sentence in split_sentences(text)] == SENTENCES


@pytest.mark.parametrize("make", [page, paper, document], ids=["html", "pdf", "docx"])
def test_a_file_without_a_suffix_is_known_by_what_it_holds(tmp_path, make):
    (tmp_path / "notice").write_bytes(make())
    assert read_notice(tmp_path / "notice").startswith("# Privacy notice\n")


def test_plain_text_stays_as_it_stands(tmp_path):
    text = "# Privacy\n\n  * one\n<b>two</b> &amp; [three](https://kite.example)\n\n\n"
    (tmp_path / "notice.txt").write_text(text)
    assert read_notice(tmp_path / "notice.txt") == text


def test_the_libraries_are_not_imported_before_they_are_needed():
    code = (
        "import sys, audit_lib.files.read_notice; from audit_lib.cli import main\n"
        "print(sorted({'bs4', 'docx', 'lxml', 'markdown_it', 'pypdf'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
