"""What a file holds decides how it is read; what cannot be read is named, with what to do."""

import io
import os
import zipfile

import pytest

from audit_lib.errors import NoticeError
from audit_lib.files.read_notice import read_notice


def packed(**parts: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return kept.getvalue()


SAVE = "save it as .docx, .pdf or .txt."
RECOGNISE = "have the text in it recognised (OCR), or ask for the text"
PAGE = b"\xef\xbb\xbf\n<!-- Kite -->\n<!DOCTYPE html><p>We keep data."


def told(path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(NoticeError) as caught:
        read_notice(path)
    return str(caught.value).removeprefix(f"{path} ")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("n.txt", b"%PDF-1.7\n", "The file is a PDF, its name says plain text: rename it .pdf."),
        ("n.html", b"%PDF-1.7\n", "The file is a PDF, its name says a web page: rename it .pdf."),
        ("n.txt", PAGE, "The file is a web page, its name says plain text: rename it .html."),
        ("n.pdf", b"<html><p>Log in.", "The file is a web page, its name says a PDF: rename it .html."),
        (
            "n.md",
            packed(word__document_xml=""),
            "The file is a Word document, its name says Markdown: rename it .docx.",
        ),
        ("n.pdf", b"We keep data.", "The file is no PDF, though its name says so."),
        ("n.docx", b"We keep data.", "The file is no Word document, though its name says so."),
        ("n.txt", b"\x89PNG\r\n\x1a\n\0", f"The file is a picture (PNG): {RECOGNISE}."),
        ("n.pdf", b"\xff\xd8\xff\xe0\0", f"The file is a picture (JPEG): {RECOGNISE}."),
        ("n", b"\0\0\0\x18ftypheic", f"The file is a picture or a film: {RECOGNISE}."),
        (
            "n.txt",
            packed(notice_txt="One."),
            "The file is a packed file (zip): unpack it and give the notice that is in it.",
        ),
        ("n.docx", packed(xl__workbook_xml=""), f"The file is a workbook or a presentation: {SAVE}"),
        ("n.odt", packed(mimetype=""), f"The file is an OpenDocument or an e-book: {SAVE}"),
        (
            "n.docx",
            b"PK\x03\x04 and no more",
            "The file is a damaged archive (zip) or document; save it anew.",
        ),
        (
            "n.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            f"The file is a document of an old version of Word: {SAVE}",
        ),
        ("n.rtf", b"{\\rtf1 One.}", f"The file is a rich text (RTF): {SAVE}"),
        (
            "n.mht",
            b"MIME-Version: 1.0\r\n",
            "The file is a web archive (MHTML): save the page as HTML or print it to a PDF.",
        ),
        ("n.txt", "\ufeffWe keep data.".encode("utf-16-le"), "The file is UTF-16: save it as UTF-8."),
        ("n.txt", "We keep data.".encode("utf-16-le"), "The file seems to be UTF-16: save it as UTF-8."),
        ("n.txt", b"We keep data.\0", "A zero byte: this is no text file."),
    ],
)
def test_what_it_is_and_what_to_do(tmp_path, name, data, reason):
    assert told(tmp_path / name, data).removeprefix(f"{tmp_path / name}:1:1 ").endswith(reason)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("notice", PAGE, "We keep data.\n"),
        ("notice.php", PAGE, "We keep data.\n"),
        ("NOTICE.HTM", b"<p>We keep data.", "We keep data.\n"),
        ("notice", b"We *keep* data.", "We *keep* data."),
        ("notice.md", b"We *keep* data.", "We keep data.\n"),
        ("notice.txt", b"BMW keeps data.", "BMW keeps data."),
        (
            "notice.txt",
            b"We read %PDF-1.7 files and <html> pages.",
            "We read %PDF-1.7 files and <html> pages.",
        ),
    ],
)
def test_how_it_is_read(tmp_path, name, data, text):
    (tmp_path / name).write_bytes(data)
    assert read_notice(tmp_path / name) == text


@pytest.mark.parametrize("suffix", [".md", ".html", ".pdf", ".docx", ""])
def test_noise_is_refused(tmp_path, suffix):
    noise = bytes((at * at + 7 * at) % 256 for at in range(1, 60_000))
    assert told(tmp_path / f"notice{suffix}", noise)


@pytest.mark.parametrize("suffix", [".md", ".html", ".pdf", ".docx"])
def test_a_folder_and_a_pipe_are_not_opened(tmp_path, suffix):
    (tmp_path / f"folder{suffix}").mkdir()
    with pytest.raises(NoticeError, match="This is a folder"):
        read_notice(tmp_path / f"folder{suffix}")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / f"pipe{suffix}")
        with pytest.raises(NoticeError, match="is not opened"):
            read_notice(tmp_path / f"pipe{suffix}")
