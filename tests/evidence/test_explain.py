"""The explanation of one observation: a third, single-row telling that must agree with the reference."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_lib.errors import ParameterError
from audit_lib.evidence.engine.duckdb_session import DuckSession
from audit_lib.evidence.explain import explain, judged
from audit_lib.evidence.explaining.rows import history_of, rows_where
from audit_lib.evidence.intake import Table
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import Column, Evidence, SourceKind
from audit_lib.model.explanation import Explanation, Observation, Outcome

from .cases import Case
from .conftest import AS_OF, ZONE, Written
from .lido_world import CASES
from .random_worlds import random_world
from .reference import judge
from .worlds import World

SMALL = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def one_by_one(
    data_map: DataMap, tables: list[Table], ids: dict[str, list[str]], root: Path
) -> dict[tuple[str, str], Observation]:
    """Return the observations of each source by their ids, read and judged one at a time."""
    session, found = DuckSession(root), {}
    for table in tables:
        for name in ids.get(table.source.id, ()):
            (row,) = rows_where(session, table, Column.ID, name)
            history = history_of(session, data_map, tables, row.text(Column.PERSON))
            found[table.source.id, name] = judged(data_map, row, history)
    session.close()
    return found


def logs(evidence: Evidence) -> list[str]:
    return [source.id for source in evidence.sources if source.kind is SourceKind.DISCLOSURES]


def explained(world: World, root: Path) -> dict[tuple[str, str], Observation]:
    evidence = world.write(root)
    ids = {log: [str(row["id"]) for row in world.rows[log]] for log in logs(evidence)}
    return one_by_one(world.data_map, world.tables(root, evidence), ids, root)


@SMALL
@given(st.randoms(use_true_random=False))
def test_it_agrees_with_the_reference_on_any_small_map(dice: random.Random) -> None:
    world = random_world(dice, rows=8)
    with tempfile.TemporaryDirectory() as folder:
        single = explained(world, Path(folder))
        evidence = world.write(Path(folder))
        rows = judge(world.data_map, evidence, world.tables(Path(folder), evidence), ZONE)
    expected: dict[tuple[str, str], set[str]] = {}
    for source, name, verdict in rows[["source", "id", "verdict"]].itertuples(index=False):
        expected.setdefault((source, name), set()).add(verdict)
    assert {key: {verdict.value for verdict in one.verdicts} for key, one in single.items()} == expected
    nearest = {(row.source, row.id): row.flow for row in rows.itertuples()}
    assert {key: one.flow for key, one in single.items()} == nearest


@SMALL
@given(st.randoms(use_true_random=False))
def test_what_it_says_fits_together(dice: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        single = explained(random_world(dice, rows=5), Path(folder))
    for one in single.values():
        failed = {test.verdict for test in one.tests if test.outcome is Outcome.FAILED}
        assert failed == {verdict for verdict in one.verdicts if not verdict.is_covered}
        assert all((test.verdict is None) == (test.outcome is not Outcome.FAILED) for test in one.tests)
        first = [near.flow for near in one.nearby[:1] if near.is_candidate]
        assert first == ([one.flow] if one.flow else [])


@pytest.fixture(scope="module")
def by_case(lido_written: Written) -> dict[int, Observation]:
    world = lido_written
    (log,) = logs(world.evidence)
    ids = {log: [str(number) for number in range(len(CASES))]}
    with tempfile.TemporaryDirectory() as folder:
        found = one_by_one(world.data_map, world.tables, ids, Path(folder))
    return {int(name): one for (_, name), one in found.items()}


@pytest.mark.parametrize(
    ("number", "one"), [pytest.param(at, one, id=one.name) for at, one in enumerate(CASES)]
)
def test_it_gives_each_case_its_verdicts(number: int, one: Case, by_case: dict[int, Observation]) -> None:
    assert set(by_case[number].verdicts) == one.verdicts


def test_the_tests_stand_in_the_order_of_the_judgement(by_case: dict[int, Observation]) -> None:
    order = (
        "words", "sender", "recipient", "data", "purpose", "role", "basis", "country", "time",
        "restriction", "deletion", "consent", "request", "retention",
    )  # fmt: skip
    for one in by_case.values():
        assert tuple(dict.fromkeys(test.test for test in one.tests)) == order


@pytest.fixture
def tell(lido_written: Written):
    world = lido_written
    (log,) = logs(world.evidence)

    def call(name: str, **options: object) -> Explanation:
        return explain(world.data_map, world.evidence, world.root, AS_OF, name.replace("LOG", log), **options)

    return call


def test_one_row_is_read_out_of_its_source_and_judged(tell, by_case: dict[int, Observation]) -> None:
    assert tell("LOG:3").observations == (by_case[3],)


def test_nothing_of_a_person_is_said_but_that_the_row_names_one(tell) -> None:
    number = next(at for at, one in enumerate(CASES) if one.row.get("person") == "rita")
    said = tell(f"LOG:{number}")
    (found,) = said.observations
    assert (found.has_person, found.person) == (True, None)
    assert "rita" not in said.model_dump_json(exclude={"data_map"})


def test_with_a_key_the_person_is_a_pseudonym(tell, by_case: dict[int, Observation]) -> None:
    named = next(number for number, one in by_case.items() if one.has_person)
    (found,) = tell(f"LOG:{named}", pseudonym=lambda person: f"<{len(person)}>").observations
    assert found.person is not None
    assert found.person.startswith("<")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nonsense", "An evidence id is written source:id"),
        ("LOG:", "An evidence id is written source:id"),
        ("LOGS:3", "Did you mean"),
        ("LOG:999999", "has no row with this id"),
        ("LOG:1 or 1=1", "has no row with this id"),
        ("LOG:'; drop table x; --", "has no row with this id"),
    ],
)
def test_what_is_not_there_is_told(tell, name: str, said: str) -> None:
    with pytest.raises(ParameterError, match=said):
        tell(name)


def test_only_disclosures_are_explained(tell, lido_written: Written) -> None:
    other = next(source for source in lido_written.evidence.sources if source.kind is SourceKind.CONSENTS)
    with pytest.raises(ParameterError, match="only disclosures are judged"):
        tell(f"{other.id}:1")
