"""`risk.yaml`: read with all its faults, written and read again."""

from __future__ import annotations

import pytest

from audit_lib.errors import MapError
from audit_lib.files.read_map import read_map
from audit_lib.files.write_map import write_map

MAP = """\
map: {id: m, title: M, jurisdiction: UK, controller: kite}
parties:
  - {id: kite, name: Kite, kind: organisation, stance: recorded}
"""
RISK = """\
risk_model:
  turnover: {organisation: 260000, undertaking: 3_000_000, source: accounts of 2025}
  scenarios:
    - scenario: exposed-where-kept
      probability: {low: 0.02, high: 0.05, source: log of incidents}
      losses:
        - {kind: response, low: 5000, high: 40000, source: last incident}
  assumptions:
    - {assumption: telling-cost, low: 2, high: 4, source: last mailing}
  measures:
    - id: second-factor
      name: Second factor
      measure: authentication
      parties: [kite]
      cost: {low: 1000, high: 3000, source: quote}
      due: 2027-03-01
"""


@pytest.fixture
def folder(tmp_path):
    def make(risk=RISK):
        (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
        (tmp_path / "risk.yaml").write_text(risk, encoding="utf-8")
        return tmp_path

    return make


def _faults(folder):
    with pytest.raises(MapError) as caught:
        read_map(folder)
    return [str(fault).removeprefix(f"{folder}/") for fault in caught.value.faults]


def test_it_is_read(folder):
    model = read_map(folder()).risk_model
    assert model.turnover.undertaking == 3_000_000
    assert model.of("exposed-where-kept").probability.high == 0.05
    assert model.measures[0].due.isoformat() == "2027-03-01"


def test_it_is_written_as_it_was_read(folder, tmp_path):
    read = read_map(folder())
    write_map(read, tmp_path / "again")
    assert (tmp_path / "again" / "risk.yaml").is_file()
    assert read_map(tmp_path / "again") == read


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("exposed-where-kept", "exposed-where-kep", 'Did you mean "exposed-where-kept"?'),
        ("telling-cost", "teling-cost", 'Did you mean "telling-cost"?'),
        ("kind: response", "kind: respons", 'Did you mean "response"?'),
        ("low: 0.02", "low: 0.2", "risk.yaml:5:20 risk_model.scenarios.1.probability"),
        ("[kite]", "[kit]", 'risk.yaml:14:17 risk_model.measures.1.parties.1: No party has the id "kit".'),
        ("2027-03-01", "20270301", "write a date as year-month-day"),
        ("low: 1000,", "low: a few,", '"a few" stands here: write a number'),
        ("authentication", "authentification", 'Did you mean "authentication"?'),
        ("due:", "dew:", 'is not a known field. Did you mean "due"?'),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_do(folder, right, wrong, said):
    (fault,) = _faults(folder(RISK.replace(right, wrong)))
    assert fault.startswith("risk.yaml:")
    assert said in fault


def test_all_faults_are_told_at_once(folder):
    broken = RISK.replace("telling-cost", "teling-cost").replace("0.02", "0.2").replace("2027-03-01", "soon")
    assert len(_faults(folder(broken))) == 3
