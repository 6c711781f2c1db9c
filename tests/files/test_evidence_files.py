"""Patterns of files name what is in the folder of the map, each file once, and nothing outside."""

import pytest

from audit_lib.files.evidence_files import files_of, format_of, pattern_fault
from audit_lib.model.evidence_source import Source, SourceFormat


def source(*files: str) -> Source:
    return Source(id="log", kind="disclosures", name="Log", format="csv", files=files)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "map"
    for name in ("b.csv", "a.csv", "deep/c.csv", "deep/d.txt"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("x")
    (tmp_path / "secret.csv").write_text("x")
    return made


def names(folder, *patterns: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files_of(folder, source(*patterns))]


def test_files_come_in_the_order_of_their_names(folder):
    assert names(folder, "*.csv") == ["a.csv", "b.csv"]


def test_a_file_that_two_patterns_name_comes_once(folder):
    assert names(folder, "b.csv", "**/*.csv") == ["b.csv", "a.csv", "deep/c.csv"]


def test_a_folder_is_no_file(folder):
    assert names(folder, "*") == ["a.csv", "b.csv"]


def test_a_file_that_is_not_there_is_not_named(folder):
    assert names(folder, "c.csv") == []


@pytest.mark.parametrize("pattern", ["../secret.csv", "deep/../../secret.csv", "../*.csv"])
def test_what_lies_outside_is_not_named(folder, pattern):
    assert names(folder, pattern) == []


def test_a_link_that_leads_outside_takes_its_pattern_with_it(folder):
    (folder / "z.csv").symlink_to(folder.parent / "secret.csv")
    assert names(folder, "*.csv") == []
    assert "leads out" in str(pattern_fault(folder, "*.csv"))


def test_a_folder_that_is_a_link_leads_nowhere(folder):
    (folder / "out").symlink_to(folder.parent)
    assert names(folder, "out/*.csv") == []


def test_a_path_of_the_command_line_names_itself(folder):
    outside = folder.parent / "secret.csv"
    assert files_of(folder, source(str(outside))) == (outside,)


@pytest.mark.parametrize(
    ("patterns", "stored"),
    [
        (["a.csv", "b.TSV"], SourceFormat.CSV),
        (["a.csv", "b.parquet"], None),
        (["a.csv.gz"], None),
        ([], None),
    ],
)
def test_a_format_is_said_by_all_endings_or_by_none(patterns, stored):
    assert format_of(patterns) is stored
