"""The PDF of a page: tagged, titled, in order, the same each time, and made without a network."""

import subprocess
import sys
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from audit_lib.errors import OutputError
from audit_lib.exports.page import page_text
from audit_lib.exports.pdf import write_pdf
from audit_lib.views.table import tabulate

pytestmark = pytest.mark.slow

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
#: How a file says which part of PDF/UA it keeps.
UA_PART = "{http://www.aiim.org/pdfua/ns/id/}part"

LONG = " ".join(f"In month {number} there were {number} requests." for number in range(1, 30))


def report(*more):
    table = tabulate("Two parties", ("Party", "Role"), [("Yardi", "processor"), ("Abrdn", "owner")])
    pictured = {"image/png": PIXEL, "text/plain": "x"}
    outputs = [
        new_output("display_data", {"text/html": table._repr_html_()}),
        new_output("display_data", pictured, metadata={"image/png": {"alt": LONG}}),
    ]
    cells = [
        new_markdown_cell("# The & report\n\nFirst words."),
        new_markdown_cell("## Who\n\nSecond words."),
    ]
    cells += [new_code_cell("x", outputs=outputs), new_markdown_cell("## Then\n\nLast words."), *more]
    return page_text(new_notebook(cells=cells))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    pytest.importorskip("weasyprint")
    return write_pdf(report(), tmp_path_factory.mktemp("pdf") / "report.pdf")


def elements(pdf):
    """Every element of the structure tree, in order."""

    def below(part):
        kids = part.get("/K", ArrayObject())
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            inner = kid.get_object()
            if isinstance(inner, DictionaryObject) and "/S" in inner:
                yield inner
                yield from below(inner)

    return list(below(PdfReader(pdf).trailer["/Root"]["/StructTreeRoot"]))


def test_it_says_that_it_is_tagged_which_standard_it_keeps_and_its_language(made):
    root = PdfReader(made).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    said = ET.fromstring(root["/Metadata"].get_data().decode())
    assert [part.get(UA_PART) for part in said.iter() if part.get(UA_PART)] == ["1"]


def test_its_title_is_that_of_the_page(made):
    assert PdfReader(made).metadata.title == "The & report"


def test_the_structure_holds_headings_tables_with_heads_and_a_picture(made):
    parts = elements(made)
    kinds = Counter(element["/S"] for element in parts)
    assert kinds["/H1"] == 1
    assert kinds["/H2"] >= 2
    assert kinds["/Table"] == 1
    assert kinds["/TH"] == 4  # two columns, two rows
    assert kinds["/Figure"] == 1


def test_each_cell_says_which_heads_it_stands_under(made):
    parts = elements(made)
    heads = {element["/ID"] for element in parts if element["/S"] == "/TH"}
    cells = [element["/A"]["/Headers"] for element in parts if element["/S"] == "/TD"]
    assert len(cells) == 2
    assert all(len(named) == 2 and set(named) <= heads for named in cells)


def test_a_picture_is_described_in_whole(made):
    (figure,) = [element for element in elements(made) if element["/S"] == "/Figure"]
    assert figure["/Alt"] == LONG


def test_the_text_stands_in_the_order_of_the_page(made):
    whole = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(made).pages)
    words = ("First words.", "Who", "Second words.", "Two parties", "Yardi", "Abrdn", "Last words.")
    at = [whole.index(each) for each in words]
    assert at == sorted(at)


def test_headings_are_bookmarks(made):
    def titles(outline):
        for entry in outline:
            yield from titles(entry) if isinstance(entry, list) else [entry.title]

    assert {"The & report", "Who", "Then"} <= set(titles(PdfReader(made).outline))


def test_each_sheet_bears_its_number(made):
    assert "Page 1 of 1" in PdfReader(made).pages[0].extract_text()


def test_the_same_page_gives_the_same_bytes_in_another_process(made, tmp_path):
    (tmp_path / "page.html").write_text(report(), encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from audit_lib.exports.pdf import write_pdf;"
        "write_pdf(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    again = tmp_path / "again.pdf"
    subprocess.run([sys.executable, "-c", program, tmp_path / "page.html", again], check=True)
    assert again.read_bytes() == made.read_bytes()


@pytest.mark.parametrize("kind", ["http", "file"])
def test_nothing_is_fetched_from_the_network_or_the_disk(kind, tmp_path):
    import http.server  # noqa: PLC0415
    import threading  # noqa: PLC0415

    asked = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    secret = tmp_path / "secret.css"
    secret.write_text("body::before { content: 'read from the disk' }", encoding="utf-8")
    place = f"http://127.0.0.1:{server.server_port}/x" if kind == "http" else secret.as_uri()
    loading = f'<link rel="stylesheet" href="{place}"><style>@import "{place}";'
    loading += f'p {{ background: url("{place}") }}</style>'
    loading += (
        f'<img alt="x" src="{place}"><object data="{place}">o</object><link rel="attachment" href="{place}">'
    )
    page = report().replace("</body>", f"{loading}</body>")
    made = write_pdf(page, tmp_path / "report.pdf")
    server.shutdown()
    assert asked == []
    assert "read from the disk" not in PdfReader(made).pages[0].extract_text()
    assert not PdfReader(made).attachments


def test_where_the_extra_is_missing_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(OutputError, match=r"extra `pdf`.*pip install"):
        write_pdf(report(), tmp_path / "report.pdf")
    assert not list(tmp_path.iterdir())


def test_where_a_library_of_the_system_is_missing_it_says_which(tmp_path, monkeypatch):
    class Broken:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    with pytest.raises(OutputError, match="Pango"):
        write_pdf(report(), tmp_path / "report.pdf")
