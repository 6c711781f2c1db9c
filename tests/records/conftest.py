"""A small letting agency with everything that a record asks for, as plain values that a test can change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from audit_lib.model.data_map import DataMap
from audit_lib.model.record import Cell, Record

Content = dict[str, Any]


def _entry(name: str, **more: Any) -> Content:
    return {"id": name, "name": name.replace("-", " ").capitalize(), "stance": "recorded", **more}


def _flow(name: str, sender: str, recipient: str, role: str, **more: Any) -> Content:
    given = {"activity": "let", "data": ["identity"], "subjects": ["tenants"], "stance": "recorded"}
    return {"id": name, "from": sender, "to": recipient, "role": role, **given, **more}


@pytest.fixture
def content() -> Content:
    """Return an agency that lets homes, keeps data in a cloud and tells the council."""
    clause = {
        "id": "c-1",
        "heading": "Who we are",
        "place": "1.1",
        "fingerprint": "0" * 16,
        "sketch": "0" * 64,
        "gist": "The agency names itself.",
        "claims": [
            {"kind": "controller-named", "name": "Agency", "parties": ["agency"], "address": "1 High Street"}
        ],
    }
    return {
        "map": {
            "id": "m",
            "title": "Letting",
            "jurisdiction": "UK",
            "controller": "agency",
            "dpo": "officer",
        },
        "parties": [
            _entry("agency", kind="organisation", country="GB", aliases=["Agency Ltd"]),
            _entry("officer", kind="team", part_of="agency", contact="dpo@agency.example"),
            _entry("desk", kind="team", part_of="agency"),
            _entry("tenants", kind="individuals"),
            _entry("cloud", kind="organisation", country="US"),
            _entry("council", kind="authority", country="GB"),
            _entry("owner", kind="organisation", contact="owner@owner.example"),
        ],
        "data": [
            _entry("identity"),
            _entry("passport", parent="identity", sensitivity="high-risk"),
            _entry("health", sensitivity="special-category"),
            _entry("offences", sensitivity="criminal-offence"),
            _entry("rent"),
        ],
        "systems": [_entry("crm", kind="platform", operator="cloud", holds=["identity"], location="US")],
        "purposes": [_entry("letting")],
        "activities": [
            _entry(
                "let",
                function="Lettings",
                purpose="letting",
                controllers=["agency"],
                subjects=["tenants"],
                data=["identity"],
                systems=["crm"],
                bases=[{"basis": "contract", "stance": "recorded"}],
            )
        ],
        "flows": [
            _flow("apply", "tenants", "desk", "internal"),
            _flow("host", "desk", "cloud", "processor", contract="DPA of 2024"),
            _flow("tell", "desk", "council", "controller"),
        ],
        "clauses": [clause],
    }


@pytest.fixture
def flow() -> Callable[..., Content]:
    """Return what makes one more flow of the letting activity."""
    return _flow


@pytest.fixture
def entry() -> Callable[..., Content]:
    """Return what makes one more entry with a name and an id."""
    return _entry


@pytest.fixture
def build() -> Callable[[Content], DataMap]:
    """Return what makes a map of plain values."""
    return DataMap.model_validate


@pytest.fixture
def pick() -> Callable[[Record, str], Cell]:
    """Return what finds the cell of a column in the first row of a record."""

    def find(record: Record, column: str, row: int = 0) -> Cell:
        at = [each.id for each in record.columns].index(column)
        return record.rows[row].cells[at]

    return find
