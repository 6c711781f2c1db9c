"""A notice is a text file of bounded size."""

import os

import pytest

from audit_lib.errors import NoticeError
from audit_lib.files.read_notice import MAX_NOTICE, read_notice


def fault(path) -> str:
    with pytest.raises(NoticeError) as caught:
        read_notice(path)
    return str(caught.value).replace(f"{path.parent}/", "")


def test_line_ends_are_made_one(tmp_path):
    (tmp_path / "notice.txt").write_bytes("\ufeffOne.\r\nTwo.\rThree.\n".encode())
    assert read_notice(tmp_path / "notice.txt") == "One.\nTwo.\nThree.\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", " The file is empty: it holds no word."),
        (b" \n\t\n", " The file is empty: it holds no word."),
        (b"Caf\xe9", ":1:4 The file is not UTF-8: byte 3 (0xE9) is none; save it as UTF-8."),
        (b"One.\nTw\0o", ":2:3 A zero byte: this is no text file."),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, data, told):
    (tmp_path / "notice.txt").write_bytes(data)
    assert fault(tmp_path / "notice.txt") == f"notice.txt{told}"


def test_a_notice_that_is_too_large(tmp_path):
    with (tmp_path / "notice.txt").open("wb") as file:
        file.truncate(MAX_NOTICE + 1)
    assert fault(tmp_path / "notice.txt").endswith("has 20,000,001 bytes; at most 20,000,000 are read.")


def test_a_folder_is_no_notice(tmp_path):
    (tmp_path / "notice.txt").mkdir()
    assert fault(tmp_path / "notice.txt") == "notice.txt This is a folder; a file is wanted."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_notice(tmp_path):
    os.mkfifo(tmp_path / "notice.txt")
    assert "is not opened" in fault(tmp_path / "notice.txt")


def test_a_notice_may_stand_anywhere(tmp_path):
    (tmp_path / "published.txt").write_text("One.")
    (tmp_path / "notice.txt").symlink_to(tmp_path / "published.txt")
    assert read_notice(str(tmp_path / "notice.txt")) == "One."
