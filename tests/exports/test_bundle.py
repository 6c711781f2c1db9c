"""A bundle: the same inputs give the same bytes, every file has its hash, and the index says what it is."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import shutil
import subprocess
import time
import zipfile
from html.parser import HTMLParser

import pytest
from bundle_parts import ABOUT, DAY, PARTS

from audit_lib.errors import OutputError
from audit_lib.exports.bundle import pack, write_bundle
from audit_lib.exports.bundle_index import index_page

FOLDER = "privacy-audit-kiosk-2026-11-22"


def opened(made):
    return zipfile.ZipFile(io.BytesIO(made.content))


def text(made, name):
    return opened(made).read(f"{FOLDER}/{name}").decode()


def test_the_same_parts_give_the_same_bytes_at_another_time(monkeypatch):
    first = pack(PARTS, ABOUT)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 40 * 86_400)
    assert pack(PARTS, ABOUT) == first


def test_one_folder_holds_all_of_it_in_order():
    names = opened(pack(PARTS, ABOUT)).namelist()
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {FOLDER}
    assert {f"{FOLDER}/{part.name}" for part in PARTS} < set(names)


def test_dates_and_rights_are_fixed():
    for entry in opened(pack(PARTS, ABOUT)).infolist():
        assert entry.date_time == (2026, 11, 22, 0, 0, 0)
        assert entry.external_attr >> 16 == 0o100644
        assert entry.create_system == 3


def test_a_day_before_zip_knew_any_is_no_error():
    made = pack(PARTS, ABOUT._replace(as_of=dt.date(1975, 3, 1)))
    assert {entry.date_time[0] for entry in opened(made).infolist()} == {1980}


def test_the_manifest_tells_every_file_with_its_hash_and_the_law_that_asks_for_it():
    manifest = json.loads(text(pack(PARTS, ABOUT), "manifest.json"))
    told = {file["name"]: file for file in manifest["files"]}
    assert set(told) == {"index.html", *(part.name for part in PARTS)}
    assert told["records/a.xlsx"]["sha256"] == hashlib.sha256(b"workbook").hexdigest()
    assert told["records/a.xlsx"]["bytes"] == 8
    assert told["records/a.xlsx"]["law"] == ["UK GDPR Art. 30(4)"]
    assert (manifest["as_of"], manifest["map"]["id"]) == (DAY.isoformat(), "kiosk")


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this machine")
def test_sha256sum_accepts_the_sums(tmp_path):
    opened(pack(PARTS, ABOUT)).extractall(tmp_path)
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=tmp_path / FOLDER, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.count(b": OK") == len(PARTS) + 2


@pytest.mark.parametrize(
    "name", ["../x", "/x", "a/../../b", "C:\\x", "a\\b", "x\0", ".x", "A b", "a//b", "a."]
)
def test_a_name_that_leads_out_of_the_folder_is_refused(name):
    with pytest.raises(OutputError, match="cannot have this name"):
        pack([PARTS[0]._replace(name=name)], ABOUT)


@pytest.mark.parametrize("name", ["records/a.xlsx", "index.html", "manifest.json"])
def test_two_files_of_one_name_are_refused(name):
    with pytest.raises(OutputError, match="would have this name"):
        pack([PARTS[0], PARTS[1]._replace(name=name)], ABOUT)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path):
    with pytest.raises(OutputError):
        write_bundle(PARTS, ABOUT, tmp_path / "none" / "b.zip")
    assert not list(tmp_path.iterdir())


class Page(HTMLParser):
    def __init__(self, markup):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def of(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def test_the_index_links_every_file_and_says_which_law_asks_for_it():
    page = Page(index_page(PARTS, ABOUT))
    assert {link["href"] for link in page.of("a")} >= {part.name for part in PARTS}
    assert "UK GDPR Art. 30(4)" in page.words
    assert "2.0 MB" in page.words


def test_forms_of_one_thing_stand_in_one_row():
    page = Page(index_page(PARTS, ABOUT))
    assert len([attrs for attrs in page.of("th") if attrs.get("scope") == "row"]) == 2


def test_the_index_says_first_who_answers_for_the_processing():
    page = Page(index_page(PARTS, ABOUT._replace(sender=(("Controller", "Kiosk <Ltd>, 1 Pier"),))))
    assert "ControllerKiosk <Ltd>, 1 PierAs of" in page.words


def test_each_table_of_the_index_has_a_caption():
    page = Page(index_page(PARTS, ABOUT))
    assert len(page.of("caption")) == len(page.of("table")) == 2
    assert "1 thing in 2 files" in page.words


def test_every_text_of_the_index_is_escaped():
    page = Page(index_page(PARTS, ABOUT))
    assert not page.of("b")
    assert not page.of("i")
    assert "Kiosk & <b>" in page.words
    assert "Record of <A>" in page.words
    assert "none <i>" in page.words


def test_the_index_loads_and_runs_nothing():
    page = Page(index_page(PARTS, ABOUT))
    assert not {"script", "link", "img", "iframe", "form"} & {tag for tag, _ in page.tags}
    policies = [meta["content"] for meta in page.of("meta") if "http-equiv" in meta]
    assert policies[0].startswith("default-src 'none'")


def test_the_index_can_be_heard():
    page = Page(index_page(PARTS, ABOUT))
    assert page.of("html")[0]["lang"] == "en-GB"
    assert len(page.of("h1")) == 1
    assert all(head.get("scope") for head in page.of("th"))
    labels = [link.get("aria-label") for link in page.of("a") if not link["href"].startswith("#")]
    assert len(set(labels)) == len(PARTS)
    anchors = {link["href"][1:] for link in page.of("a") if link["href"].startswith("#")}
    assert anchors <= {section["id"] for section in page.of("section")}
