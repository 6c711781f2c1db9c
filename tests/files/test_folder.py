"""Nothing in the folder of a map is left unread, and nothing but plain files in it is opened."""

import os
from pathlib import Path

import pytest

from audit_lib.files.read_map import read_map


def test_files_of_another_kind_may_stand_beside(home):
    for name in ("README.md", "notice.txt", ".hidden.yaml"):
        (home / name).write_text("not: [YAML")
    assert read_map(home)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(home):
    path = home / "flows.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_map(home).places["flow:application"].line == 3


def test_a_section_in_two_files_is_a_fault(home, faults, change):
    change(home / "map.yaml", "data:\n", "flows: []\ndata:\n")
    assert faults(home) == [
        "demo/flows.yaml:2:1 The section flows also stands in map.yaml, line 2: keep one of them."
    ]


def test_a_section_in_the_wrong_file_is_a_fault(home, faults, change):
    change(home / "flows.yaml", "flows:\n", "systems: []\nflows:\n")
    assert faults(home) == [
        "demo/flows.yaml:2:1 systems is not a section of flows.yaml: move it to systems.yaml or map.yaml."
    ]


def test_an_unknown_section_is_a_fault(home, faults, change):
    change(home / "map.yaml", "data:\n", "dta: []\ndata:\n")
    assert faults(home) == ['demo/map.yaml:2:1 dta is not a known section. Did you mean "data"?']


@pytest.mark.parametrize("name", ["flow.yaml", "flows.yml", "Flows.yaml"])
def test_a_yaml_file_of_another_name_is_a_fault(home, name, faults):
    (home / name).write_text("flows: []")
    assert faults(home) == [
        f'demo/{name} No file of a map has this name, so it would not be read. Did you mean "flows.yaml"?'
    ]


def test_a_folder_without_map_yaml_is_no_map(home, faults):
    (home / "map.yaml").unlink()
    assert "demo/map.yaml There is no such file." in faults(home)


def test_a_folder_that_is_not_there(tmp_path, faults):
    assert faults("nowhere") == ["nowhere There is no such folder."]


def test_a_file_for_a_folder(home, faults):
    assert faults(home / "map.yaml") == ["demo/map.yaml This is a file; a folder is wanted."]


def test_a_name_that_no_file_can_have(faults):
    assert faults("a\0b") == ["a\\x00b There is no such folder."]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", " The file is empty; it holds sections such as systems."),
        (b"# nothing yet\n", " The file is empty; it holds sections such as systems."),
        (b"- a\n", ":1:1 a list stands here; sections are wanted, such as systems."),
        (b"systems: # caf\xe9\n", ":1:15 The file is not UTF-8: byte 14 (0xE9) is none; save it as UTF-8."),
        (
            "é\nsystems: ".encode() + b"\xff\n",
            ":2:10 The file is not UTF-8: byte 12 (0xFF) is none; save it as UTF-8.",
        ),
        ("systems: []".encode("utf-16"), ":1:1 The file is UTF-16: save it as UTF-8."),
        (b"systems: \0[]", ":1:10 The character U+0000 cannot stand in YAML: take it out."),
    ],
)
def test_a_file_that_is_no_map_file_is_told(home, data, told, faults):
    (home / "systems.yaml").write_bytes(data)
    assert faults(home) == [f"demo/systems.yaml{told}"]


def test_a_blob_of_50_megabytes_is_refused(home, faults):
    with (home / "systems.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert faults(home) == ["demo/systems.yaml The file has 50,000,000 bytes; at most 40,000,000 are read."]


def test_a_folder_under_the_name_of_a_file(home, faults):
    (home / "systems.yaml").mkdir()
    assert faults(home) == ["demo/systems.yaml This is a folder; a file is wanted."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_opened(home, faults):
    os.mkfifo(home / "systems.yaml")
    told = "This is no regular file (a pipe, a socket or a device) and is not opened."
    assert faults(home) == [f"demo/systems.yaml {told}"]


def test_a_link_out_of_the_folder_is_refused(home, faults):
    Path("elsewhere.yaml").write_text("systems: []\n")
    (home / "systems.yaml").symlink_to(Path("elsewhere.yaml").resolve())
    told = "The link leads out of the folder of the map; put the file itself here."
    assert faults(home) == [f"demo/systems.yaml {told}"]


def test_a_link_within_the_folder_is_followed(home):
    (home / "flows.yaml").rename(home / "flows.txt")
    (home / "flows.yaml").symlink_to("flows.txt")
    assert len(read_map(home).flows) == 1


def test_a_link_that_leads_nowhere(home, faults):
    (home / "systems.yaml").symlink_to("gone.txt")
    assert faults(home) == ["demo/systems.yaml The link leads to no file."]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may read all files"
)
def test_a_file_that_may_not_be_read(home, faults):
    (home / "flows.yaml").chmod(0)
    assert faults(home) == ["demo/flows.yaml The file cannot be read: permission denied."]


def test_the_sources_of_evidence_stand_beside_the_map_and_are_no_part_of_it(home):
    before = read_map(home)
    (home / "evidence.yaml").write_text("this: is [not read")
    assert read_map(home) == before


def test_a_slip_in_the_name_of_the_evidence_is_told(home, faults):
    (home / "evidense.yaml").write_text("sources: []")
    assert 'Did you mean "evidence.yaml"?' in faults(home)[0]
