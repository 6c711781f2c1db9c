"""Maps for rule cases: a small shared map, what a case changes in it, and the usual for what neither says."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from audit_lib.model.data_map import KINDS, DataMap

#: An agent lets a home to a resident and uses their name for it.
SHARED = """
map: {id: case, title: Case, jurisdiction: England, controller: agent}
parties:
  - {id: resident, name: Residents, kind: individuals}
  - {id: agent, name: Agent, kind: organisation}
data:
  - {id: name, name: Name}
purposes:
  - {id: letting, name: Let homes}
activities:
  - {id: lets, name: Let homes, purpose: letting, data: [name]}
"""

#: What an entry says if the case does not.
USUAL: dict[str, dict[str, Any]] = {
    "parties": {"kind": "organisation"},
    "systems": {"kind": "platform", "operator": "agent"},
    "activities": {
        "function": "Letting",
        "purpose": "letting",
        "controllers": ["agent"],
        "subjects": ["resident"],
        "data": ["name"],
    },
    "flows": {
        "from": "resident",
        "to": "agent",
        "activity": "lets",
        "data": ["name"],
        "subjects": ["resident"],
        "role": "controller",
    },
    "safeguards": {"measure": "general"},
    "channels": {"kind": "email", "uses": ["contact"], "party": "agent"},
    "clauses": {"heading": "Text", "gist": "Says something.", "sketch": "0" * 64},
}

#: Sections whose entries have a name, and say where they come from.
NAMED = ("parties", "systems", "data", "purposes", "activities", "retention", "safeguards", "channels")


def _filled(section: str, number: int, entry: dict[str, Any]) -> dict[str, Any]:
    whole = {**copy.deepcopy(USUAL.get(section, {})), **entry}
    if section == "clauses":
        return {"place": f"{number}.1", "fingerprint": f"{number:016x}", **whole}
    if section in NAMED:
        whole.setdefault("name", entry["id"].replace("-", " ").capitalize())
    for noun in [whole, *whole.get("bases", ())]:
        noun.setdefault("stance", "stated" if noun.get("clauses") else "recorded")
    return whole


def _merged(shared: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    entries = {entry["id"]: entry for entry in shared}
    for entry in own:
        entries[entry["id"]] = {**entries.get(entry["id"], {}), **entry}
    return list(entries.values())


def build(*fragments: dict[str, Any]) -> DataMap:
    """Put fragments of a map over the shared one, entry by entry, and fill in what they leave out."""
    whole = yaml.load(SHARED, yaml.BaseLoader)
    for fragment in copy.deepcopy(fragments):
        for section, value in fragment.items():
            if section in KINDS:
                whole[section] = _merged(whole.get(section, []), value)
            elif isinstance(value, dict):
                whole[section] = {**whole.get(section, {}), **value}
            else:
                whole[section] = value
    for section in KINDS:
        entries = whole.get(section, [])
        whole[section] = [_filled(section, number, entry) for number, entry in enumerate(entries, 1)]
    if whole["clauses"]:
        whole["notice"] = {"title": "Privacy notice", "publisher": "agent", **whole.get("notice", {})}
    return DataMap.model_validate(whole)


@pytest.fixture
def make_map() -> Callable[..., DataMap]:
    return build
