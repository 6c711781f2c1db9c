"""A PDF that is damaged, locked, a scan or a bomb is refused, quickly, and told apart."""

import io

import pypdf
import pytest
from tiny_pdf import LEFT, pdf, shown, stream

from audit_lib.errors import NoticeError
from audit_lib.files import pdf_runs
from audit_lib.files.read_notice import read_notice

LONG = "Kite Homes keeps what you tell us for six years after your tenancy ends."


@pytest.fixture
def told(tmp_path):
    """Why a PDF is not read."""

    def reason(made: bytes) -> str:
        (tmp_path / "notice.pdf").write_bytes(made)
        with pytest.raises(NoticeError) as caught:
            read_notice(tmp_path / "notice.pdf")
        return str(caught.value).replace(f"{tmp_path}/", "")

    return reason


@pytest.mark.parametrize("pages", [[], [b""], [b"0 0 m 9 9 l S"], [b"BT /F1 11 Tf 72 700 Td (...) Tj ET"]])
def test_a_scan_is_explained(told, pages):
    assert "holds no text, only pictures of pages" in told(pdf(pages))


def test_a_password_is_asked_for(told):
    kept = io.BytesIO()
    locked = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([shown((LEFT, 700, "We keep data."))])))
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(kept)
    assert told(kept.getvalue()) == (
        "notice.pdf The PDF is encrypted; save a copy without a password, or print it to a new PDF."
    )


DAMAGED = {
    "cut off": pdf([shown((LEFT, 700, LONG))])[:400],
    "nothing but its mark": b"%PDF-1.7\n",
    "noise": b"%PDF-1.7\n" + bytes(range(256)) * 4_000,
    "objects without end": b"%PDF-1.7\n" + b"1 0 obj <<>> endobj\n" * 20_000,
    "pages that hold themselves": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>",
    "an array without bottom": pdf([shown((LEFT, 700, LONG))], b"/X " + b"[" * 50_000 + b"]" * 50_000),
    "a drawing without bottom": pdf([b"[" * 50_000]),
    "text without end": pdf([b"BT (" + b"(" * 50_000]),
}


@pytest.mark.parametrize("made", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_refused(told, made):
    assert any(words in told(made) for words in ("damaged", "would unpack", "holds no text"))


BLANKS = b" " * (pdf_runs.MAX_PART + 1)
FORM = stream(b"BT /F1 11 Tf (a) Tj ET " * 9_000, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
BOMBS = {
    "a drawing that unpacks to more than is read": pdf([BLANKS]),
    "a drawing that is drawn again and again": pdf(
        [b"/X Do " * 1_000], resources=b"/XObject<</X 3 0 R>>", more=[FORM]
    ),
    "more pages than are read": pdf([b""] * (pdf_runs.MAX_PAGES + 1)),
}


@pytest.mark.parametrize("made", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused(told, made):
    assert len(made) < 1_000_000
    assert any(
        words in told(made) for words in ("would unpack to more", "draws more than any", "has 1,001 pages")
    )


def test_many_operations_are_refused(told, monkeypatch):
    monkeypatch.setattr(pdf_runs, "MAX_OPERATIONS", 1_000)
    assert "draws more than any notice does" in told(pdf([shown(*[(LEFT, 700, "a")] * 400)]))
