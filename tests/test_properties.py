"""Whatever map the model accepts, the workbench answers: nothing raises, is skipped or lost."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import data_maps, texts

from audit_lib.audit import run_audit
from audit_lib.exports.plain import write_csv, write_json
from audit_lib.exports.workbook import write_workbook
from audit_lib.files.read_map import read_map
from audit_lib.files.write_map import write_map
from audit_lib.graph.build import build_graph
from audit_lib.graph.compare import compare_maps
from audit_lib.graph.exposure import exposure
from audit_lib.graph.onward import onward
from audit_lib.graph.outset import grounds
from audit_lib.graph.reach import reach
from audit_lib.model.data_map import DataMap
from audit_lib.model.record import Record
from audit_lib.notice.coverage import cover
from audit_lib.records.controller_record import controller_record
from audit_lib.records.processor_record import processor_record
from audit_lib.risk.register import risk_register
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.facts import Facts
from audit_lib.rules.rule import Hit
from audit_lib.rules.run import RuleRun, run_rules
from audit_lib.views.charts import heat_map
from audit_lib.views.flow_ledger import flow_ledger
from audit_lib.views.lane_map import lane_map
from audit_lib.views.who_gets_what import who_gets_what

AS_OF = dt.date(2026, 11, 22)
PNG = b"\x89PNG\r\n\x1a\n"


def examples(number: int) -> settings:
    """Give the settings of a test with so many examples and no deadline."""
    return settings(max_examples=number, suppress_health_check=[HealthCheck.too_slow])


@examples(60)
@given(data_maps())
def test_any_map_becomes_a_graph_of_its_parties_and_flows(data_map: DataMap) -> None:
    graph = build_graph(data_map)
    assert set(graph) == set(data_map.party)
    assert {key for _, _, key in graph.edges(keys=True)} == set(data_map.flow)
    assert nx.is_frozen(graph)


@examples(60)
@given(data_maps())
def test_the_exposure_of_any_map_is_what_following_every_flow_to_the_end_gives(data_map: DataMap) -> None:
    shown = exposure(build_graph(data_map))
    holds, _ = spread_by_hand(data_map)
    assert {party: set(shown.categories_of(party)) for party in data_map.party} == holds


@examples(60)
@given(data_maps())
def test_any_category_of_any_map_can_be_traced_to_all_whom_it_reaches(data_map: DataMap) -> None:
    graph = build_graph(data_map)
    holds, brought = spread_by_hand(data_map)
    outset = {ground.party for ground in grounds(data_map)}
    for category in data_map.category:
        arrivals = {arrival.party: arrival for arrival in reach(graph, category).arrivals}
        reached = {party for party in data_map.party if brought[party] & data_map.below[category]}
        assert set(arrivals) <= reached
        assert reached - outset <= set(arrivals)
        for arrival in arrivals.values():
            for route in arrival.routes:
                assert route.parties[-1] == arrival.party
                assert all(set(step.data) <= holds[step.sender] for step in route.steps)


@examples(60)
@given(data_maps())
def test_onward_disclosures_are_pairs_of_flows_that_meet_at_the_party(data_map: DataMap) -> None:
    for found in onward(build_graph(data_map)):
        received, passed_on = data_map.flow[found.received], data_map.flow[found.passed_on]
        assert received.recipient == found.party == passed_on.sender
        assert found.purpose_received != found.purpose_passed_on
        assert set(found.data) <= data_map.atoms(received.data) & data_map.atoms(passed_on.data)


@examples(30)
@given(data_maps(), data_maps())
def test_what_one_map_has_more_the_other_has_less(one: DataMap, other: DataMap) -> None:
    there, back = compare_maps(one, other), compare_maps(other, one)
    assert set(there.gained) == set(back.lost)
    assert set(there.added) == set(back.removed)


@examples(60)
@given(data_maps())
def test_any_map_does_not_differ_from_itself(data_map: DataMap) -> None:
    assert not compare_maps(data_map, DataMap.model_validate(data_map.content()))


@examples(12)
@given(data_maps())
def test_any_map_can_be_drawn_in_lanes(data_map: DataMap) -> None:
    findings = run_rules(data_map, AS_OF).findings
    assert lane_map(data_map, findings).data(dpi=30).startswith(PNG)


@examples(12)
@given(data_maps())
def test_any_map_can_be_drawn_as_a_ledger(data_map: DataMap) -> None:
    findings = run_rules(data_map, AS_OF).findings
    assert flow_ledger(data_map, findings).data(dpi=30).startswith(PNG)


@examples(12)
@given(data_maps())
def test_any_map_can_be_drawn_as_a_matrix(data_map: DataMap) -> None:
    findings = run_rules(data_map, AS_OF).findings
    assert who_gets_what(data_map, findings).data(dpi=30).startswith(PNG)


@examples(12)
@given(data_maps())
def test_the_risks_of_any_map_can_be_drawn(data_map: DataMap) -> None:
    register = risk_register(data_map, run_rules(data_map, AS_OF).findings)
    assert heat_map(register).data(dpi=30).startswith(PNG)


@examples(60)
@given(data_maps())
def test_the_record_of_any_controller_has_no_empty_cell(data_map: DataMap) -> None:
    controllers = {party for activity in data_map.activities for party in activity.controllers}
    for party in [None, *sorted(controllers)]:
        assert empty_cells(controller_record(data_map, party)) == []


@examples(60)
@given(data_maps())
def test_the_record_of_any_processor_has_no_empty_cell(data_map: DataMap) -> None:
    for party in sorted({party for activity in data_map.activities for party in activity.processors}):
        assert empty_cells(processor_record(data_map, party)) == []


@examples(20)
@given(data_maps())
def test_any_record_can_be_written_for_a_spreadsheet_and_for_a_program(data_map: DataMap) -> None:
    processors = sorted({party for activity in data_map.activities for party in activity.processors})
    records = [controller_record(data_map), *(processor_record(data_map, party) for party in processors)]
    for record in records:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_workbook(record, folder / "record.xlsx")
            write_csv(record, folder / "record.csv")
            write_json(record, folder / "record.json")
            assert openpyxl.load_workbook(folder / "record.xlsx").sheetnames
            with (folder / "record.csv").open(encoding="utf-8-sig", newline="") as file:
                assert len(list(csv.reader(file))) == 1 + len(record.rows)
            assert Record.model_validate_json((folder / "record.json").read_text("utf-8")) == record


@examples(60)
@given(data_maps(), st.dates(dt.date(2018, 5, 25), dt.date(2040, 1, 1)))
def test_no_map_breaks_a_rule(data_map: DataMap, as_of: dt.date) -> None:
    assert broken(run_rules(data_map, as_of)) == []


@examples(1)
@given(data_maps())
def test_a_rule_that_breaks_is_seen_by_the_test_above(data_map: DataMap) -> None:
    def fails(facts: Facts) -> Iterator[Hit]:
        raise ZeroDivisionError

    rule = dataclasses.replace(CATALOGUE[0], test=fails, needs_notice=False, in_force=None)
    assert broken(run_rules(data_map, AS_OF, [rule])) == [f"rule {rule.id}"]


@examples(30)
@given(data_maps(), st.dates())
def test_the_audit_of_any_map_says_the_same_twice(data_map: DataMap, as_of: dt.date) -> None:
    once, twice = run_audit(data_map, as_of), run_audit(data_map, as_of)
    assert once == twice
    assert json.loads(json.dumps(once.as_json())) == twice.as_json()


@examples(60)
@given(data_maps())
def test_the_findings_of_any_map_have_ids_of_their_own(data_map: DataMap) -> None:
    ids = [finding.id for finding in run_audit(data_map, AS_OF).findings]
    assert len(ids) == len(set(ids))


@examples(60)
@given(data_maps())
def test_any_map_that_is_written_reads_back_equal(data_map: DataMap) -> None:
    with tempfile.TemporaryDirectory() as folder:
        written = write_map(data_map, Path(folder) / "map")
        read = read_map(Path(folder) / "map")
        assert read == data_map
        assert written
        assert all(read.place(name).line for name, _ in read.entries())


@examples(60)
@given(data_maps(), st.lists(texts()))
def test_any_notice_can_be_held_against_any_map(data_map: DataMap, lines: list[str]) -> None:
    coverage = cover(data_map, "\n".join(lines))
    assert len(coverage.clauses) == len(data_map.clauses)
    found = sum(clause.text is not None for clause in coverage.clauses)
    assert found + len(coverage.added) == coverage.sentences


def spread_by_hand(data_map: DataMap) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return what each party comes to hold and what flows bring it, found the slow and obvious way."""
    holds: dict[str, set[str]] = {party: set() for party in data_map.party}
    brought: dict[str, set[str]] = {party: set() for party in data_map.party}
    for party in data_map.parties:
        if party.kind in ("individuals", "public"):
            holds[party.id] |= set(data_map.category)
    for system in data_map.systems:
        holds[system.operator] |= data_map.atoms(system.holds)
    for activity in data_map.activities:
        for controller in activity.controllers:
            holds[controller] |= data_map.atoms(activity.creates)
    for _ in range(len(data_map.flows) + 1):
        for flow in data_map.flows:
            carried = data_map.atoms(flow.data) & holds[flow.sender]
            holds[flow.recipient] |= carried
            brought[flow.recipient] |= carried
    return holds, brought


def broken(run: RuleRun) -> list[str]:
    """Name the rules that raised an error, rather than had nothing to judge."""
    return [skipped.what for skipped in run.skipped if "broke" in skipped.why]


def empty_cells(record: Record) -> list[str]:
    """Name the cells that hold neither a value nor a stated gap."""
    head = [name for name, cell in record.head if not cell.text().strip()]
    rows = [
        f"{row.activity}/{column.id}"
        for row in record.rows
        for column, cell in zip(record.columns, row.cells, strict=True)
        if (cell.value is None and cell.gap is None) or not cell.text().strip()
    ]
    return head + rows
