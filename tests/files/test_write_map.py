"""A map that is written is read back equal, reads well, and never costs anybody a file."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_lib.errors import OutputError
from audit_lib.files import write_map as writing
from audit_lib.files.layout import FILES, FIRST_LINE
from audit_lib.files.read_map import read_map
from audit_lib.files.strict_yaml import read_yaml
from audit_lib.files.write_map import write_map
from audit_lib.files.yaml_text import WIDTH, as_yaml
from audit_lib.model.data_map import DataMap

RECORDED = {"stance": "recorded"}
AWKWARD = [
    "NO",
    "yes",
    "null",
    "~",
    "1.10",
    "012",
    "0o14",
    "1e3",
    "12:30:00",
    "2026-11-22",
    ".inf",
    "nan",
    "=",
    "<<",
    "- a",
    "a: b",
    "a #b",
    "#a",
    "a:",
    "'",
    '"',
    "\\",
    "{a}",
    "[a]",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "|",
    ">",
    "---",
    "...",
    "? a",
    ", a",
    "a\nb",
    "a\n\nb",
    "a\n  b",
    "  a\nb",
    "a \nb",
    "a\n \nb",
    "a\tb",
    "a  b",
    "\ta",
    "é",
    "шрифт",
    "עברית مرحبا",
    "\u202eabc",
    "a\u2028b",
    "a\x85b",
    "a\u00a0b",
    "\ufeffa",
    "🙂",
    "\U0001fffe",
    "x" * 10_000,
    "word " * 2_000 + "end",
    "# " * 60 + "end",
    "- " * 60 + "end",
    "a\n" * 300 + "b",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "a" * 90 + " b: c",
    "'quoted' at the start",
    "ends with:",
]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def made(**more) -> DataMap:
    return DataMap.model_validate(
        {
            "map": {"id": "demo", "title": "Demo", "jurisdiction": "UK", "controller": "kite"},
            "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", **RECORDED}],
            **more,
        }
    )


def with_note(text: str) -> DataMap:
    return made(purposes=[{"id": "p", "name": text, "description": text, "note": text, **RECORDED}])


@pytest.mark.parametrize("text", AWKWARD, ids=lambda text: ascii(text[:12]))
def test_an_awkward_text_is_read_back_as_it_was(tmp_path, text):
    data_map = with_note(text)
    write_map(data_map, tmp_path / "map")
    assert read_map(tmp_path / "map") == data_map


def texts_of_a_map() -> st.SearchStrategy[str]:
    signs = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    sign = signs.filter(lambda one: not 0xFDD0 <= ord(one) <= 0xFDEF) | st.sampled_from(
        "\n\t :#-'\"\\\x85\u2028"
    )
    return st.text(sign, min_size=1, max_size=200).filter(lambda text: text.strip() != "")


@given(texts_of_a_map())
def test_any_text_means_the_same_to_readers_of_yaml_1_1_and_1_2(text):
    written = as_yaml({"purposes": [{"name": text, "of": [text, "plain"], "in": {"note": text}}]})
    meant = {"purposes": [{"name": text, "of": [text, "plain"], "in": {"note": text}}]}
    assert read_yaml(written).value == meant
    assert yaml.safe_load(written) == meant
    assert yaml.load(written, yaml.CSafeLoader) == meant


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts_of_a_map())
def test_any_map_of_any_text_is_read_back_equal(tmp_path_factory, text):
    try:
        data_map = with_note(text)
    except ValueError:
        return
    folder = tmp_path_factory.mktemp("map")
    write_map(data_map, folder)
    assert read_map(folder) == data_map


def test_each_section_goes_into_its_file_under_the_line_for_editors(tmp_path):
    paths = write_map(made(purposes=[{"id": "p", "name": "P", **RECORDED}]), tmp_path)
    assert [path.name for path in paths] == ["map.yaml", "parties.yaml", "activities.yaml"]
    assert names(tmp_path) == ["activities.yaml", "map.yaml", "parties.yaml"]
    assert all(path.read_text(encoding="utf-8").startswith(f"{FIRST_LINE}\n") for path in paths)


def test_what_has_its_default_is_left_out_and_what_is_short_stays_on_one_line(tmp_path):
    data_map = made(
        data=[{"id": "name", "name": "Name", **RECORDED}, {"id": "2fa", "name": "No: 2", **RECORDED}],
        safeguards=[{"id": "s", "name": "S", "measure": "training", "data": ["name", "2fa"], **RECORDED}],
    )
    write_map(data_map, tmp_path)
    assert (tmp_path / "safeguards.yaml").read_text() == (
        f"{FIRST_LINE}\nsafeguards:\n  - id: s\n    stance: recorded\n    name: S\n    measure: training\n"
        '    data: [name, "2fa"]\n'
    )
    assert '    name: "No: 2"\n' in (tmp_path / "data.yaml").read_text()


def test_long_texts_are_folded_and_paragraphs_kept():
    folded = as_yaml({"note": "some words of a long note " * 10 + "end", "gist": "one\n\ntwo"})
    assert folded.startswith("note: >-\n  some words")
    assert folded.endswith("gist: |-\n  one\n\n  two\n")
    assert max(map(len, folded.splitlines())) <= WIDTH


def test_a_long_list_of_ids_has_one_line_each():
    ids = [f"category-{number}" for number in range(20)]
    assert as_yaml({"data": ids}) == "data:\n" + "".join(f"  - {one}\n" for one in ids)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_there_is_never_touched(tmp_path, name):
    (tmp_path / name).write_text("# mine\n")
    with pytest.raises(OutputError, match=f"already holds {name}"):
        write_map(made(), tmp_path)
    assert names(tmp_path) == [name]
    assert (tmp_path / name).read_text() == "# mine\n"


def test_a_dangling_link_under_a_name_counts_as_a_file(tmp_path):
    (tmp_path / "flows.yaml").symlink_to("gone")
    with pytest.raises(OutputError):
        write_map(made(), tmp_path)


def test_other_files_in_the_folder_stay(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    write_map(made(), tmp_path)
    assert (tmp_path / "README.md").read_text() == "mine"


@pytest.mark.parametrize("is_new", [True, False])
def test_nothing_is_left_when_writing_fails(tmp_path, monkeypatch, is_new):
    folder = tmp_path / "map"
    if not is_new:
        folder.mkdir()
    named = []

    def fail_at_the_second(aside: Path, path: Path) -> None:
        if named:
            raise OSError(28, "No space left on device")
        named.append(path)
        aside.rename(path)

    monkeypatch.setattr(writing, "give_name", fail_at_the_second)
    with pytest.raises(OutputError, match="no space left"):
        write_map(made(), folder)
    assert folder.exists() is not is_new
    assert is_new or not names(folder)


def test_a_file_that_comes_to_be_there_meanwhile_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "_refuse_map", lambda *_: (tmp_path / "map.yaml").write_text("old"))
    with pytest.raises(OutputError, match="file exists"):
        write_map(made(), tmp_path)
    assert (tmp_path / "map.yaml").read_text() == "old"
    assert names(tmp_path) == ["map.yaml"]


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_map(made(), tmp_path / "file" / "map")


def test_days_of_a_flow_and_the_class_of_a_party_come_back(tmp_path):
    party = {"name": "P", "kind": "organisation", **RECORDED}
    flow = {"from": "us", "to": "them", "activity": "a", "data": ["d"], "subjects": ["people"]}
    made = DataMap.model_validate(
        {
            "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "us"},
            "parties": [
                {"id": "us", **party},
                {"id": "class", **party, "generic": True},
                {"id": "them", **party, "recipient_class": "class"},
                {"id": "people", "name": "People", "kind": "individuals", **RECORDED},
            ],
            "data": [{"id": "d", "name": "D", **RECORDED}],
            "purposes": [{"id": "p", "name": "P", **RECORDED}],
            "activities": [
                {
                    "id": "a",
                    "name": "A",
                    "function": "F",
                    "purpose": "p",
                    "controllers": ["us"],
                    "subjects": ["people"],
                    "data": ["d"],
                    **RECORDED,
                }
            ],
            "flows": [
                {
                    "id": "f",
                    **flow,
                    "role": "processor",
                    "since": "2024-03-01",
                    "until": "2026-02-28",
                    **RECORDED,
                }
            ],
        }
    )
    write_map(made, tmp_path)
    assert read_map(tmp_path) == made
