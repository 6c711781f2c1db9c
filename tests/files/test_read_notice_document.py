"""A Word document gives its text in order; what is not text, or not to be trusted, is not opened."""

import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from audit_lib.errors import NoticeError
from audit_lib.files.notice_document import MAX_XML
from audit_lib.files.read_notice import read_notice

LONG = "We keep your data for six years after the end of your tenancy and delete it then."


@pytest.fixture
def document():
    """An empty Word document."""
    return docx.Document()


@pytest.fixture
def read(tmp_path):
    """The text of a Word document."""

    def text(made) -> str:
        made.save(tmp_path / "notice.docx")
        return read_notice(tmp_path / "notice.docx")

    return text


@pytest.fixture
def changed(tmp_path):
    """The text of a Word document in which some parts have other bytes."""

    def text(parts: dict[str, bytes]) -> str:
        kept = io.BytesIO()
        made = docx.Document()
        made.add_paragraph("We keep data.")
        made.save(kept)
        with (
            zipfile.ZipFile(kept) as old,
            zipfile.ZipFile(tmp_path / "notice.docx", "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in {*old.namelist(), *parts}:
                new.writestr(name, parts[name] if name in parts else old.read(name))
        return read_notice(tmp_path / "notice.docx")

    return text


def body(xml: str) -> bytes:
    return f"<w:document {nsdecls('w')}><w:body>{xml}</w:body></w:document>".encode()


def relation(kind: str, target: str) -> bytes:
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    only = f'<Relationship Id="rId1" Type="{kind}" {target}/>'
    return f'<Relationships xmlns="{schema}">{only}</Relationships>'.encode()


def test_styles_say_what_is_a_heading_or_an_item(document, read):
    document.add_paragraph("Privacy notice", "Title")
    document.add_heading("Sharing", 2)
    document.add_paragraph("With banks.", "List Bullet")
    document.add_paragraph("With agents.", "List Number 2")
    own = document.styles.add_style("House heading", 1)
    own.base_style = document.styles["Heading 3"]
    document.add_paragraph("Retention", "House heading")
    assert read(document) == "# Privacy notice\n## Sharing\n- With banks.\n- With agents.\n### Retention\n"


def test_an_outline_level_makes_a_heading(document, read):
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    document.add_paragraph("Sharing")._p.get_or_add_pPr().append(level)
    document.add_paragraph(LONG)
    assert read(document) == f"## Sharing\n{LONG}\n"


def test_bold_paragraphs_head_a_document_without_headings(document, read):
    document.add_paragraph().add_run("Sharing").bold = True
    document.add_paragraph(LONG)
    assert read(document) == f"## Sharing\n{LONG}\n"


def test_tables_stand_where_they_are(document, read):
    document.add_paragraph("One.")
    table = document.add_table(2, 2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), "ABCD", strict=True):
        cell.text = text
    table.cell(1, 1).add_paragraph("E")
    document.add_paragraph("Two.")
    document.add_table(1, 1).cell(0, 0).text = "In a box."
    assert read(document) == "One.\n- A | B\n- C | D; E\nTwo.\nIn a box.\n"


def test_a_table_of_contents_is_left_out(document, read):
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Sharing\t2", "toc 1")
    document.add_paragraph("One.")
    assert read(document) == "One.\n"


def test_links_show_where_they_lead(document, read):
    relation = document.part.relate_to(
        "mailto:dpo@kite.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:t>Write to us</w:t></w:r></w:hyperlink>'
    )
    document.add_paragraph()._p.append(link)
    assert read(document) == "Write to us (dpo@kite.example)\n"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (
            "<w:p><w:ins><w:r><w:t>New.</w:t></w:r></w:ins><w:del><w:r><w:delText>Old.</w:delText></w:r></w:del></w:p>",
            "New.",
        ),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>Held.</w:t></w:r></w:p></w:sdtContent></w:sdt>", "Held."),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:t>Shown.</w:t></w:r></w:p>",
            "Shown.",
        ),
        (
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r></w:p>",
            "One two",
        ),
        ("<w:p><w:r><w:t>One.</w:t><w:br/><w:t>Two.</w:t></w:r></w:p>", "One.\nTwo."),
        (
            "<w:p><w:smartTag><w:r><w:t>self</w:t><w:noBreakHyphen/><w:t>kept</w:t></w:r></w:smartTag></w:p>",
            "self-kept",
        ),
        (
            "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></w:r></w:p>",
            "Boxed.",
        ),
    ],
)
def test_what_a_reader_sees_is_read(changed, xml, text):
    assert changed({"word/document.xml": body(xml)}) == f"{text}\n"


def test_page_footers_stand_once_at_the_end(document, read):
    document.add_paragraph(LONG)
    footer = document.sections[0].footer
    footer.paragraphs[0].text = "Kite Homes Limited, company 0123456"
    footer.add_paragraph("Page 1 of 2")
    document.sections[0].header.paragraphs[0].text = "Six years after"
    assert read(document) == f"{LONG}\nKite Homes Limited, company 0123456\n"


def test_footnotes_stand_behind_the_text(changed):
    note = "<w:footnote><w:p><w:r><w:t>By law.</w:t></w:r></w:p></w:footnote>"
    notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>".encode()
    relations = relation(RELATIONSHIP_TYPE.FOOTNOTES, 'Target="footnotes.xml"')
    text = changed({"word/_rels/document.xml.rels": relations, "word/footnotes.xml": notes})
    assert text == "We keep data.\nBy law.\n"


def test_a_template_from_elsewhere_is_not_fetched(changed):
    outside = 'Target="http://192.0.2.1/notes.xml" TargetMode="External"'
    relations = relation(RELATIONSHIP_TYPE.FOOTNOTES, outside)
    assert changed({"word/_rels/document.xml.rels": relations}) == "We keep data.\n"


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY c SYSTEM "file:///etc/hostname">',
        '<!ENTITY c SYSTEM "http://192.0.2.1/">',
    ],
)
def test_entities_are_refused(changed, code, declared):
    text = f"<w:p><w:r><w:t>&c;</w:t></w:r></w:p>{'<w:p/>' * 300}"
    xml = f"<!DOCTYPE w [{declared}]>".encode(code) + body(text).decode().encode(code).removeprefix(
        b"\xff\xfe"
    )
    with pytest.raises(NoticeError, match="declares entities"):
        changed({"word/document.xml": xml})


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (
            {"word/document.xml": b" " * (MAX_XML + 1)},
            "A part of the Word document has more than 16,000,000 bytes.",
        ),
        (dict.fromkeys(map("word/media/{}.png".format, range(5_001)), b""), "unpacks to more than is read"),
        ({"word/document.xml": b"<w:document"}, "is damaged; save it anew."),
        ({"word/document.xml": body("<w:sdt><w:sdtContent>" * 5_000)}, "is damaged; save it anew."),
        ({"word/document.xml": body("<w:p/>")}, "The file is empty: it holds no word."),
    ],
)
def test_what_is_not_read_is_explained(changed, parts, told):
    with pytest.raises(NoticeError) as caught:
        changed(parts)
    assert told in str(caught.value)


def test_what_would_fill_the_memory_is_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "notice.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", body("<w:p/>"))
        with packed.open("word/media/image1.png", "w", force_zip64=True) as part:
            for _ in range(201):
                part.write(bytes(1_000_000))
    with pytest.raises(NoticeError, match="unpacks to more than is read"):
        read_notice(tmp_path / "notice.docx")
