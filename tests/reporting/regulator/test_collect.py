"""The parts of a bundle: all that is asked for, from one map, and what is left out is said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from audit_lib.reporting.regulator.answers import evidence_parts
from audit_lib.reporting.regulator.collect import collect, read_for_bundle
from audit_lib.reporting.regulator.records import processors
from audit_lib.risk.screening import screen_all
from audit_lib.views.evidence_example import example_reconciliation

ROOT = Path(__file__).parents[3]
DAY = dt.date(2026, 11, 22)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def btr():
    return read_for_bundle(ROOT / "data_maps" / "btr")


@pytest.fixture(scope="module")
def made(btr):
    return collect(btr, DAY, made_by="test", evidence=example_reconciliation())


def test_there_is_a_record_of_the_controller_and_of_each_processor(btr, made):
    names = {part.name for part in made.parts}
    for stem in ("controller-btr-operating", *(f"processor-{party}" for party in processors(btr))):
        assert {f"records/{stem}.xlsx", f"records/{stem}.html"} <= names


def test_the_record_of_a_processor_is_what_the_controller_knows_of_it(made):
    about = {part.name: (part.about, part.law) for part in made.parts if part.name.endswith("s.html")}
    said, law = about["records/processor-payment-processors.html"]
    assert "the processor keeps a record of its own" in said
    assert law == ("UK GDPR Art. 30(2) and (4): asked of the processor itself",)


def test_the_bundle_says_who_answers_for_the_processing_and_whom_to_ask(made):
    sender = dict(made.about.sender)
    assert sender["Controller"].startswith("BTR Operating, ")
    assert sender["Data protection officer"].startswith("Data Protection Officer, ")


def test_every_table_of_every_page_has_a_caption_and_every_head_says_what_it_names(made):
    for part in made.parts:
        if part.name.endswith(".html"):
            page = BeautifulSoup(part.content, "html.parser")
            assert all(table.caption and table.caption.get_text(strip=True) for table in page("table"))
            assert all(head.get("scope") for head in page("th")), part.name


def test_there_is_an_assessment_of_each_activity_that_calls_for_one_and_of_no_other(btr, made):
    called = {one.activity for one in screen_all(btr) if one.outcome in ("required", "presumed")}
    drafted = {part.name[5:-5] for part in made.parts if part.name.endswith(".docx")}
    assert drafted == called
    assert called


def test_risks_notice_evidence_and_decisions_are_there(made):
    folders = {part.name.split("/")[0] for part in made.parts}
    assert folders == {"records", "risks", "dpia", "notice", "evidence", "decisions"}


def test_each_part_says_what_it_is_and_who_asks_for_it(made):
    for part in made.parts:
        assert part.title
        assert part.about.endswith(".")
        assert all("UK GDPR" in law for law in part.law)


def test_no_part_names_a_folder_of_this_machine(made):
    for part in made.parts:
        assert str(ROOT).encode() not in part.content, part.name


def test_what_is_left_out_is_said(btr):
    left_out = dict(collect(btr, DAY, made_by="test", parties=["yardi"]).about.left_out)
    assert {"The wording of the notice", "A comparison with logs"} <= set(left_out)


def test_pages_load_and_run_nothing(made):
    for part in made.parts:
        if part.name.endswith(".html"):
            assert b"<script" not in part.content
            assert b"default-src 'none'" in part.content


def test_invented_logs_are_said_to_be_invented_before_anybody_opens_them():
    made_up = example_reconciliation()
    reads = tuple(read.model_copy(update={"invented": False}) for read in made_up.reads)
    real = made_up.model_copy(update={"reads": reads})
    assert all(part.about.startswith("Invented logs") for part in evidence_parts(made_up))
    assert not any("nvented" in part.about for part in evidence_parts(real))


def test_the_rows_of_a_processor_are_told_apart_by_what_it_does(made):
    (part,) = [part for part in made.parts if part.name == "records/processor-yardi.html"]
    page = BeautifulSoup(part.content, "html.parser")
    wide = [table for table in page("table") if len(table("tr")) > 10]
    firsts = {table.th.get_text(" ", strip=True) for table in wide}
    assert firsts == {"Categories of processing"}
    assert [head.get_text()[:9] for head in page("h3")] == ["Part 1 of", "Part 2 of"]


def test_every_page_says_of_which_map_in_which_state_it_is(btr, made):
    for part in made.parts:
        if part.name.endswith(".html") and not part.name.startswith("evidence/"):
            assert btr.sha256[:12].encode() in part.content, part.name


def test_every_page_leads_back_to_the_index(made):
    for part in made.parts:
        if part.name.endswith(".html"):
            header = BeautifulSoup(part.content, "html.parser").header
            assert header.a["href"] == "../index.html", part.name
