from __future__ import annotations

from pathlib import Path

import pytest

from audit_lib.errors import OutputError
from audit_lib.files.evidence_guide import evidence_guide, write_evidence_guide
from audit_lib.model.evidence_source import Column, SourceKind

PAGE = Path(__file__).parents[2] / "data_maps" / "EVIDENCE.md"


def test_the_page_in_the_repository_is_current():
    assert PAGE.read_text(encoding="utf-8") == evidence_guide()


def test_each_kind_of_source_and_each_column_is_explained():
    page = evidence_guide()
    assert all(f"| `{one}` |" in page for one in (*SourceKind, *Column))


def test_what_a_source_must_have_is_told_apart_from_what_it_may_have():
    (row,) = [line for line in evidence_guide().splitlines() if line.startswith("| `consents`")]
    assert row.endswith("| `since`, `person`, `purpose` | `until` |")


def test_a_page_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(OutputError):
        write_evidence_guide(tmp_path / "missing" / "EVIDENCE.md")
