"""What a map says is untrusted: it reaches pages, sheets, pictures and terminals unharmed and harmless."""

from __future__ import annotations

import csv
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from strategies import HOSTILE

from audit_lib.cli import main
from audit_lib.exports.page import page_text
from audit_lib.exports.plain import write_csv, write_json
from audit_lib.exports.workbook import write_workbook
from audit_lib.files.write_map import write_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.finding import Finding
from audit_lib.notice.coverage import cover
from audit_lib.records.controller_record import controller_record
from audit_lib.records.processor_record import processor_record
from audit_lib.views.flow_ledger import flow_ledger
from audit_lib.views.lane_map import lane_map
from audit_lib.views.table import Table
from audit_lib.views.tables import (
    coverage_table,
    findings_table,
    flows_table,
    map_summary,
    parties_table,
    record_table,
)
from audit_lib.views.who_gets_what import who_gets_what

TABLE_TAGS = {"table", "caption", "strong", "thead", "tbody", "tr", "th", "td", "p", "br", "span"}

#: What moves the cursor, sets colours or turns the direction of text: C0 but the line break, C1, bidi.
UNSAFE_IN_A_TERMINAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")

#: How a spreadsheet recognises a formula in a CSV file.
STARTS_A_FORMULA = re.compile(r"[=+\-@\t\r\n]")

hostile = pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))


class Reader(HTMLParser):
    """Reads markup as a browser would: its elements, its attributes, and the text between tags."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = [""]
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.extend(attrs)
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def visible(text: str) -> str:
    """Return what a reader sees of a text: no control, format or unassigned characters, one blank a gap."""
    seen = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cn", "Cs"))
    return " ".join(seen.split())


def tables(data_map: DataMap, text: str) -> dict[str, Table]:
    finding = Finding.model_validate(
        {
            "id": "r-1", "rule": "r", "theme": "sharing", "title": text, "severity": "high",
            "confidence": "certain", "law": [text], "about": ["party:them"], "message": text, "remedy": text,
        }
    )  # fmt: skip
    return {
        "parties": parties_table(data_map),
        "flows": flows_table(data_map),
        "record": record_table(controller_record(data_map)),
        "processor": record_table(processor_record(data_map, "them")),
        "coverage": coverage_table(cover(data_map, text), data_map),
        "findings": findings_table([finding]),
        "summary": map_summary(data_map),
    }


@hostile
def test_a_table_shows_the_text_and_holds_no_element_but_its_own(text: str) -> None:
    for name, table in tables(map_of(text), text).items():
        page = Reader(table._repr_html_())
        assert page.tags <= TABLE_TAGS, name
        assert {key for key, _ in page.attributes} <= {"style", "scope", "dir", "colspan", "title"}, name
        if name != "summary":
            assert any(visible(text) in visible(found) for found in page.texts), name


@hostile
def test_a_table_as_plain_text_holds_nothing_that_moves_the_cursor(text: str) -> None:
    for name, table in tables(map_of(text), text).items():
        assert not UNSAFE_IN_A_TERMINAL.search(str(table)), name


@hostile
def test_the_offline_page_runs_and_loads_nothing_and_shows_the_text(text: str) -> None:
    outputs = [
        new_output("display_data", data={"text/html": table._repr_html_(), "text/plain": str(table)})
        for name, table in tables(map_of(text), text).items()
        if name in ("flows", "findings")
    ]
    outputs.append(new_output("stream", name="stdout", text=text))
    notebook = new_notebook(cells=[new_markdown_cell("# Report"), new_code_cell("1", outputs=outputs)])
    page = Reader(page_text(notebook, title=text, facts=[("Map", text)]))
    assert not page.tags & {"script", "iframe", "object", "embed", "form", "link", "base"}
    assert [key for key, _ in page.attributes if key.startswith("on")] == []
    assert [at for key, at in page.attributes if key in ("href", "src") and at and at[0] not in "#d"] == []
    assert any(visible(text) in visible(found) for found in page.texts)


@hostile
def test_a_workbook_holds_the_text_as_text(text: str, tmp_path: Path) -> None:
    record = controller_record(map_of(text))
    write_workbook(record, tmp_path / "record.xlsx", title=text, version=text)
    book = openpyxl.load_workbook(tmp_path / "record.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    assert any(text.strip() in str(cell.value) for cell in cells)


@hostile
def test_a_csv_file_holds_the_text_and_no_formula(text: str, tmp_path: Path) -> None:
    write_csv(controller_record(map_of(text)), tmp_path / "record.csv")
    with (tmp_path / "record.csv").open(encoding="utf-8-sig", newline="") as file:
        headings, row = csv.reader(file)
    assert len(row) == len(headings) == 30
    assert [cell for cell in row if STARTS_A_FORMULA.match(cell)] == []
    assert any(text.strip() in cell for cell in row)


@hostile
def test_a_json_file_holds_the_text(text: str, tmp_path: Path) -> None:
    record = controller_record(map_of(text))
    written = write_json(record, tmp_path / "record.json").read_text(encoding="utf-8")
    assert type(record).model_validate_json(written) == record


@hostile
@pytest.mark.parametrize("draw", [lane_map, flow_ledger, who_gets_what], ids=lambda draw: draw.__name__)
def test_a_picture_is_whole(text: str, draw: Any) -> None:
    picture = draw(map_of(text)).data(dpi=30)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture.endswith(b"IEND\xaeB`\x82")


@hostile
@pytest.mark.parametrize(
    "command",
    [["check"], ["check", "--format", "github"], ["trace", "--data", "all"], ["screen", "--format", "json"]],
    ids=lambda command: "-".join(part.strip("-") for part in command),
)
def test_a_terminal_gets_no_control_character(
    text: str, command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_map(map_of(text), tmp_path / "map")
    with pytest.raises(SystemExit) as ended:
        main([command[0], str(tmp_path / "map"), *command[1:]])
    said = capsys.readouterr()
    assert ended.value.code in (0, 1)
    assert said.out
    assert not UNSAFE_IN_A_TERMINAL.search(said.out + said.err)


@hostile
def test_a_fault_in_a_file_is_told_without_a_control_character(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = (path for path in write_map(map_of(text), tmp_path / "map") if path.name == "map.yaml")
    broken = "\n" + "unheard: " + "'" + text.replace("'", "''").replace("\n", " ") + "'" + "\n"
    file.write_text(file.read_text(encoding="utf-8") + broken, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["check", str(tmp_path / "map")])
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.err.count("map.yaml:") >= 1
    assert not UNSAFE_IN_A_TERMINAL.search(said.out + said.err)


@pytest.mark.parametrize("command", ["dpia", "lia"])
@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_texts_as_long_as_a_map_may_hold_make_an_assessment(
    command: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_map(map_of("a" * 20_000), tmp_path / "map")
    out = tmp_path / f"assessment.{ending}"
    with pytest.raises(SystemExit) as ended:
        main([command, str(tmp_path / "map"), "--activity", "work", "--out", str(out)])
    assert (ended.value.code, capsys.readouterr().err) == (0, "")
    assert out.stat().st_size > 0


def map_of(text: str) -> DataMap:
    """Return a small map in which every text is the given one."""
    entry = {"stance": "stated", "clauses": ["said"], "note": text}
    named = entry | {"name": text, "description": text}
    people = named | {"id": "people", "kind": "individuals", "aliases": [text]}
    party = named | {"kind": "organisation", "contact": text, "country": "GB"}
    moves = entry | {
        "activity": "work",
        "data": ["all"],
        "subjects": ["people"],
        "condition": text,
        "contract": text,
    }
    abroad = {"transfer": {"country": "US", "mechanism": text}}
    basis = {"basis": "legitimate-interests", "stance": "stated", "clauses": ["said"], "interest": text}
    right, door = entry | {"right": "access"}, entry | {"kind": "post", "uses": ["rights"]}
    content: dict[str, Any] = {
        "map": {
            "id": "hostile", "title": text, "jurisdiction": text, "controller": "us", "dpo": "them",
            "regulator": "them", "version": text, "owner": text,
        },
        "parties": [people, party | {"id": "us"}, party | {"id": "them"}],
        "systems": [named | {"id": "till", "kind": "platform", "operator": "them", "holds": ["all"]}],
        "data": [named | {"id": "all", "examples": [text]}, named | {"id": "part", "parent": "all"}],
        "purposes": [named | {"id": "why"}],
        "activities": [
            entry | {
                "id": "work", "name": text, "function": text, "purpose": "why", "controllers": ["us"],
                "processors": ["them"], "subjects": ["people"], "data": ["all"], "systems": ["till"],
                "bases": [basis | {"condition": text, "law": text, "note": text}], "special_condition": text,
                "offence_condition": text, "lia": text, "source": text, "requirement": text,
                "automated_decisions": text, "consent_record": text, "dpia": {"progress": text, "link": text},
                "breach": {"link": text}, "policy": {"link": text, "reasons": text},
            },
        ],
        "flows": [
            moves | {"id": "in", "from": "people", "to": "us", "via": "till", "role": "controller"},
            moves | {"id": "out", "from": "us", "to": "them", "via": "door", "role": "processor"} | abroad,
        ],
        "retention": [
            entry | {
                "id": "kept", "name": text, "activities": ["work"], "period": "P1Y", "starts": text,
                "ground": text, "at_end": text,
            },
        ],
        "safeguards": [named | {"id": "lock", "measure": "encryption-at-rest"}],
        "rights": [right | {"id": "ask", "channels": ["door"], "team": "us", "limits": text}],
        "channels": [
            door | {"id": "door", "name": text, "party": "us", "address": text}
        ],
        "notice": {"title": text, "publisher": "us", "source": text, "version": text, "headings": [text]},
        "clauses": [
            {
                "id": "said", "heading": text, "place": "1.1", "fingerprint": "0" * 16, "sketch": "0" * 64,
                "gist": text, "claims": [{"kind": "law-cited", "name": text}], "note": text,
            },
        ],
        "decisions": [{"finding": text, "status": "accepted", "owner": text, "reason": text}],
    }  # fmt: skip
    return DataMap.model_validate(content)
