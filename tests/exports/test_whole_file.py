"""Files are written whole or not at all."""

from __future__ import annotations

import os

import pytest

from audit_lib.errors import OutputError
from audit_lib.exports.whole_file import refuse_taken, whole_file, write_bytes, write_text


def _half_written(path, error):
    with whole_file(path) as aside:
        aside.write_text("half")
        raise error


def test_writes_the_file_and_leaves_nothing_beside_it(tmp_path):
    assert write_bytes(tmp_path / "a.bin", b"all") == tmp_path / "a.bin"
    assert [(item.name, item.read_bytes()) for item in tmp_path.iterdir()] == [("a.bin", b"all")]


def test_replaces_what_was_there(tmp_path):
    (tmp_path / "a.txt").write_text("a longer text than the new one")
    write_text(tmp_path / "a.txt", "new")
    assert (tmp_path / "a.txt").read_text() == "new"


def test_text_keeps_its_line_breaks(tmp_path):
    write_text(tmp_path / "a.txt", "one\r\ntwo\n")
    assert (tmp_path / "a.txt").read_bytes() == b"one\r\ntwo\n"


def test_nothing_is_seen_under_the_final_name_until_all_is_written(tmp_path):
    with whole_file(tmp_path / "a.txt") as aside:
        aside.write_text("half")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_text() == "half"


def test_a_failure_leaves_the_old_file_and_no_part(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(RuntimeError):
        _half_written(tmp_path / "a.txt", RuntimeError())
    assert [(item.name, item.read_text()) for item in tmp_path.iterdir()] == [("a.txt", "old")]


def test_a_refusal_of_the_disk_is_an_output_error_and_leaves_no_part(tmp_path):
    with pytest.raises(OutputError, match="No space left"):
        _half_written(tmp_path / "a.txt", OSError(28, "No space left on device"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("missing/a.txt", "does not exist; make it first"),
        ("", "this is a folder"),
        ("file/a.txt", "is a file, not a folder"),
        ("a\0b", "null character"),
    ],
)
def test_a_path_that_cannot_be_written_says_why(tmp_path, name, what):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=what):
        write_text(f"{tmp_path}/{name}", "x")


def test_a_name_that_is_too_long_for_the_disk_is_an_output_error(tmp_path):
    with pytest.raises(OutputError):
        write_text(tmp_path / ("x" * 300), "x")
    assert list(tmp_path.iterdir()) == []


def test_a_circle_of_links_is_an_output_error(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OutputError):
        write_text(tmp_path / "a", "x")


@pytest.mark.parametrize("linked", [False, True])
def test_what_is_no_regular_file_stays_what_it_is(tmp_path, linked):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to(pipe)
    with pytest.raises(OutputError, match="no regular file"):
        write_text(tmp_path / "link" if linked else pipe, "x")
    assert pipe.is_fifo()


def test_a_link_stays_and_its_target_is_replaced(tmp_path):
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_text(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"


def test_the_file_has_the_rights_that_the_user_gives_to_new_files(tmp_path):
    old = os.umask(0o027)
    try:
        write_text(tmp_path / "a.txt", "x")
    finally:
        os.umask(old)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_of_several_files_none_may_be_there_already(tmp_path):
    paths = [tmp_path / name for name in ("a.md", "b.md", "c.md")]
    refuse_taken(paths)
    paths[1].touch()
    paths[2].symlink_to(tmp_path / "nowhere")
    with pytest.raises(OutputError, match=r"b\.md and 1 more: this is there already"):
        refuse_taken(paths)
