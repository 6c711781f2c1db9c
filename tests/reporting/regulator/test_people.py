"""No file of a bundle names a person: wherever in a page, a workbook or a Word document it would stand."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment

from audit_lib.errors import InputError
from audit_lib.exports.bundle_part import Part
from audit_lib.graph.example import example_map
from audit_lib.model.party import Party
from audit_lib.reporting.regulator.people import MOST, refuse_people

MARK = "ada.okafor@mail.co.uk"
KIND = "what looks like an e-mail address"


def told(name, content, *, title="Title"):
    """Return what is told of a file, which never repeats what was found."""
    with pytest.raises(InputError) as error:
        refuse_people([Part(name, content, title, "About.")], example_map())
    said = [str(fault) for fault in error.value.faults]
    assert not any("okafor" in one or "ada" in one.lower() for one in said)
    assert all(KIND in one for one in said)
    return [one.removeprefix(f"{name} ").partition(": this")[0] for one in said]


def saved(made):
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def book(change):
    made = openpyxl.Workbook()
    made.active.title = "Record"
    made.active["B4"] = "Nothing"
    change(made)
    return saved(made)


def cell(made):
    made.active["C7"] = f"Ask {MARK}"


def hidden(made):
    made.create_sheet("Behind")["A1"] = MARK
    made["Behind"].sheet_state = "hidden"


def remark(made):
    made.active["B4"].comment = Comment(f"Ask {MARK}", "Office")


def remarked_by(made):
    made.active["B4"].comment = Comment("Done", MARK)


def sheet(made):
    made.create_sheet(MARK)


def foot(made):
    made.active.oddFooter.center.text = MARK


def creator(made):
    made.properties.creator = MARK


def link(made):
    made.active["B4"].hyperlink = f"mailto:{MARK}"


WORKBOOKS = {
    cell: 'sheet "Record", cell C7',
    hidden: 'sheet "Behind", cell A1',
    remark: 'sheet "Record", cell B4, remark',
    remarked_by: 'sheet "Record", cell B4, remark',
    sheet: "the name of sheet 2",
    foot: 'sheet "Record", head or foot',
    creator: "the properties of the file",
    link: 'sheet "Record", cell B4, link',
}


@pytest.mark.parametrize("change", WORKBOOKS, ids=lambda change: change.__name__)
def test_every_place_of_a_workbook_is_read_and_told(change):
    assert WORKBOOKS[change] in told("a.xlsx", book(change))


def test_a_cell_of_a_sheet_that_is_named_after_somebody_is_told_without_the_name():
    def change(made):
        made.active.title = MARK
        made.active["A1"] = MARK

    assert told("a.xlsx", book(change)) == ["the name of sheet 1", 'sheet "…", cell A1']


def test_a_number_that_is_no_text_is_read_too():
    with pytest.raises(InputError, match=r'sheet "Record", cell B4: this would hold .* payment card'):
        refuse_people(
            [
                Part(
                    "a.xlsx",
                    book(lambda made: made.active.cell(4, 2, 4111111111111111)),
                    "Title",
                    "About.",
                )
            ],
            example_map(),
        )


def document(change):
    made = docx.Document()
    made.add_paragraph("Nothing")
    change(made)
    return saved(made)


def paragraph(made):
    added = made.add_paragraph("Ask ada.ok")
    added.add_run("afor@mail.co.uk").bold = True


def in_a_table(made):
    made.add_table(2, 2).cell(1, 0).text = MARK


def header(made):
    made.sections[0].header.paragraphs[0].text = MARK


def footer(made):
    made.sections[0].footer.add_table(1, 1, docx.shared.Cm(5)).cell(0, 0).text = MARK


def comment(made):
    made.add_comment(made.paragraphs[0].runs, text=MARK)


def commented_by(made):
    made.add_comment(made.paragraphs[0].runs, text="Done", author=MARK)


def author(made):
    made.core_properties.author = MARK


def keywords(made):
    made.core_properties.keywords = MARK


DOCUMENTS = {
    paragraph: "paragraph 2",
    in_a_table: "table 1, row 2, cell 1",
    header: "the head of a page",
    footer: "the foot of a page",
    comment: "a remark",
    commented_by: "a remark",
    author: "the properties of the file",
    keywords: "the properties of the file",
}


@pytest.mark.parametrize("change", DOCUMENTS, ids=lambda change: change.__name__)
def test_every_place_of_a_word_document_is_read_and_told(change):
    assert told("a.docx", document(change)) == [DOCUMENTS[change]]


def test_what_was_struck_out_of_a_document_is_read_too():
    held = document(lambda made: made.add_paragraph("Ask STRUCK"))
    struck = held_with(held, "word/document.xml", b"<w:t>Ask STRUCK</w:t>", f"<w:delText>{MARK}</w:delText>")
    assert told("a.docx", struck) == ["paragraph 2"]


def test_what_stands_in_a_part_that_no_cell_shows_is_told_by_its_part():
    held = book(lambda _made: None)
    company = held_with(held, "docProps/app.xml", b"</Properties>", f"<Company>{MARK}</Company></Properties>")
    assert told("a.xlsx", company) == ["the properties of the file"]


def held_with(content, name, old, new):
    """Return an archive in which a part says something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        assert old in before.read(name)
        for each in before.namelist():
            held = before.read(each)
            after.writestr(each, held.replace(old, new.encode()) if each == name else held)
    return out.getvalue()


PAGES = {
    f"<h2>Flows</h2><p>Ask {MARK}</p>": 'beneath "Flows"',
    f'<h2>Flows</h2><img alt="Ask {MARK}">': 'beneath "Flows"',
    f'<h2>Flows</h2><a href="mailto:{MARK}">us</a>': 'beneath "Flows"',
    f"<h2>Ask {MARK}</h2>": 'beneath "…"',
}


@pytest.mark.parametrize("markup", PAGES)
def test_a_page_is_told_by_the_heading_above(markup):
    assert told("a.html", markup.encode()) == [PAGES[markup]]


def test_the_style_of_a_page_is_no_word_of_it():
    refuse_people([Part("a.html", f"<style>/* {MARK} */</style>".encode(), "Title", "About.")], example_map())


def test_tables_and_data_are_told_by_their_lines():
    assert told("a.csv", f'a,b\r\n"x\n y",{MARK}\r\n'.encode()) == ["line 2"]
    assert told("a.json", f'{{\n "owner": "{MARK}"\n}}'.encode()) == ["line 2"]


def test_the_words_of_the_index_are_read():
    assert told("a.bin", b"", title=f"Record of {MARK}") == ["its line in the index"]


def test_the_contact_of_an_organisation_may_stand_everywhere():
    party = Party(id="x", name="X", kind="organisation", contact=f"write to {MARK}", stance="recorded")
    data_map = example_map()
    data_map = data_map.model_copy(update={"parties": (*data_map.parties, party)})
    refuse_people([Part("a.xlsx", book(cell), "Title", "About.")], data_map)


def test_many_places_of_one_file_are_counted():
    lines = "\n".join(f"ada{number}@mail.co.uk" for number in range(MOST + 5))
    with pytest.raises(InputError) as error:
        refuse_people([Part("a.json", lines.encode(), "Title", "About.")], example_map())
    assert [fault.message for fault in error.value.faults][-1] == "5 more such places are not listed."
    assert len(error.value.faults) == MOST + 1


def test_a_workbook_with_a_hundred_thousand_cells_does_not_take_long():
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet("Patterns")
    for number in range(10_000):
        sheet.append([f"flow f{number}", "declared", "Resident team to Guarantors (Identity)", number] * 2)
    started = dt.datetime.now(tz=dt.UTC)
    refuse_people([Part("a.xlsx", saved(made), "Title", "About.")], example_map())
    assert (dt.datetime.now(tz=dt.UTC) - started).total_seconds() < 60
