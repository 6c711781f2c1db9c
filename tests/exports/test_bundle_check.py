"""`verify_bundle`: a bundle as it was made, one that somebody changed, and what nobody should unpack."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile

import pytest
from bundle_parts import ABOUT, PARTS

from audit_lib.errors import InputError
from audit_lib.exports.bundle import Bundle, pack, sums
from audit_lib.exports.bundle_check import verify_bundle

FOLDER = "privacy-audit-kiosk-2026-11-22"


@pytest.fixture
def made() -> Bundle:
    return pack(PARTS[:2], ABOUT)


@pytest.fixture
def verified(tmp_path):
    def check(content: bytes):
        (tmp_path / "b.zip").write_bytes(content)
        return verify_bundle(tmp_path / "b.zip")

    return check


def rewritten(made, change=None, *, order=sorted, entry=None):
    """Return the archive again, with files that `change` has changed and entries that `entry` has."""
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        files = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
    files = (change or dict)(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in order(files):
            info = zipfile.ZipInfo(f"{FOLDER}/{name}", (2026, 11, 22, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            if entry:
                entry(info)
            archive.writestr(info, files[name], compresslevel=9)
    return out.getvalue()


def test_a_bundle_is_as_it_was_made(made, verified):
    found = verified(made.content)
    assert found.faults == ()
    assert (found.files, found.map_id, found.as_of, found.sha256) == (5, "kiosk", "2026-11-22", made.sha256)


def test_packing_the_same_files_again_is_no_change(made, verified):
    assert verified(rewritten(made)).faults == ()


def changed(files):
    return files | {"records/a.xlsx": b"another"}


def removed(files):
    return {name: held for name, held in files.items() if name != "records/a.xlsx"}


def added(files):
    return files | {"records/z.xlsx": b"more"}


def without_sums(files):
    return {name: held for name, held in files.items() if name != "SHA256SUMS"}


def other_sums(files):
    return files | {"SHA256SUMS": sums({"index.html": "0" * 64})}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed, "records/a.xlsx is not what the manifest says."),
        (removed, "records/a.xlsx is missing."),
        (added, "records/z.xlsx is not in the manifest."),
        (without_sums, "SHA256SUMS is missing."),
        (other_sums, "SHA256SUMS is not what it was made from these files."),
    ],
)
def test_every_change_is_told(made, verified, change, said):
    assert said in verified(rewritten(made, change)).faults


@pytest.mark.parametrize("hide", [lambda b: b + b"x", lambda b: b"#!x\n" + b, lambda b: b[:-2] + b"\x01\0Z"])
def test_hidden_bytes_are_told(made, verified, hide):
    assert verified(hide(made.content)).faults == (
        "The archive holds bytes that belong to none of its files.",
    )


def older(info):
    info.date_time = (2020, 1, 1, 0, 0, 0)


def executable(info):
    info.external_attr = 0o100755 << 16


def remarked(info):
    info.comment = b"x"


@pytest.mark.parametrize(
    ("entry", "said"), [(older, "another date"), (executable, "other rights"), (remarked, "other rights")]
)
def test_another_form_of_the_archive_is_told(made, verified, entry, said):
    assert any(said in fault for fault in verified(rewritten(made, entry=entry)).faults)


def test_another_order_is_told(made, verified):
    found = verified(rewritten(made, order=lambda files: sorted(files, reverse=True)))
    assert "The files stand in another order than they were made in." in found.faults


def archive_of(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in entries:
            archive.writestr(name, held)
    return out.getvalue()


def refused(verified, content):
    with pytest.raises(InputError) as error:
        verified(content)
    return [fault.message for fault in error.value.faults]


@pytest.mark.parametrize(
    "name",
    ["../evil.html", "/etc/passwd", f"{FOLDER}/../../evil", f"{FOLDER}/a\\..\\b", "C:/x", f"{FOLDER}/"],
)
def test_a_name_that_leads_out_of_the_folder_is_refused(verified, name):
    assert any("could lead out" in said for said in refused(verified, archive_of((name, b"x"))))


def test_a_link_is_refused(verified):
    link = zipfile.ZipInfo(f"{FOLDER}/records/a.xlsx")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    assert any("a link or a device" in said for said in refused(verified, archive_of((link, b"/etc/passwd"))))


def test_a_bomb_is_refused_before_it_is_unpacked(verified, monkeypatch):
    held = bytearray(archive_of((f"{FOLDER}/records/a.xlsx", bytes(1_000_000))))
    at = held.rindex(b"PK\x01\x02")
    held[at + 24 : at + 28] = struct.pack("<I", 4_000_000_000)
    monkeypatch.delattr(zipfile.ZipFile, "open")
    assert any("fill the disk" in said for said in refused(verified, bytes(held)))


def test_a_strong_compression_is_refused(verified):
    held = bytearray(archive_of((f"{FOLDER}/records/a.xlsx", bytes(100_000))))
    at = held.rindex(b"PK\x01\x02")
    held[at + 24 : at + 28] = struct.pack("<I", 900_000_000)
    assert any("bomb" in said for said in refused(verified, bytes(held)))


def test_a_file_that_unpacks_to_more_than_it_says_is_told(made, verified):
    held = bytearray(rewritten(made, lambda files: files | {"records/a.xlsx": bytes(50_000)}))
    at = held.rindex(b"records/a.xlsx") - 46 - len(FOLDER) - 1
    held[at + 24 : at + 28] = struct.pack("<I", 8)
    assert any("records/a.xlsx" in fault for fault in verified(bytes(held)).faults)


def test_two_files_of_one_name_are_refused(verified):
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = archive_of((f"{FOLDER}/a.html", b"1"), (f"{FOLDER}/a.html", b"2"))
    assert "Two files of the archive have one name." in refused(verified, twice)


def test_two_folders_are_refused(verified):
    said = refused(verified, archive_of((f"{FOLDER}/a.html", b"1"), ("other/a.html", b"2")))
    assert "The archive holds more than one folder." in said


def test_a_bundle_that_was_damaged_anywhere_is_told_or_refused_and_breaks_nothing(made, verified):
    for place in range(len(made.content)):
        damaged = bytearray(made.content)
        damaged[place] ^= 0x10
        try:
            found = verified(bytes(damaged))
        except InputError:
            continue
        assert found.faults or found.sha256 != made.sha256


@pytest.mark.parametrize("content", [b"", b"PK", b"text", bytes(100), b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_gives_one_clear_line(verified, content):
    assert len(refused(verified, content)) == 1


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100000,
        json.dumps({"format": "x"}).encode(),
        b'{"format": "privacy-audit bundle 1"}',
        json.dumps(
            {"format": "privacy-audit bundle 1", "as_of": "x", "map": {"id": "k"}, "files": []}
        ).encode(),
    ],
)
def test_an_archive_without_a_manifest_that_can_be_read_is_no_bundle(verified, manifest):
    said = refused(verified, archive_of((f"{FOLDER}/manifest.json", manifest)))
    assert len(said) == 1
    assert said[0].startswith("This is")


def test_another_name_of_the_folder_is_told(made, verified):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made.content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename.replace("kiosk", "other"), old.read(entry))
    assert any("has not the name" in fault for fault in verified(out.getvalue()).faults)
