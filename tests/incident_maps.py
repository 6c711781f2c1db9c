"""An invented hostel with a processor, a joint controller, a bystander and a system that another runs."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

from audit_lib.model.circumstances import Circumstances
from audit_lib.model.data_map import DataMap

AWARE = dt.datetime(2026, 11, 20, 14, 35)
TODAY = dt.date(2026, 11, 22)


def _party(name: str, kind: str = "organisation", **more: Any) -> dict[str, Any]:
    return {"id": name, "name": name.replace("-", " ").title(), "kind": kind, "stance": "recorded", **more}


def _data(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": name.replace("-", " ").title(), "stance": "recorded", **more}


def _system(name: str, kind: str, operator: str, *holds: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name.replace("-", " ").title(),
        "kind": kind,
        "operator": operator,
        "holds": list(holds),
        "stance": "recorded",
        **more,
    }


def activity(name: str, data: list[str], subjects: list[str], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name.title(),
        "function": "Front desk",
        "purpose": "run",
        "controllers": ["hostel"],
        "subjects": subjects,
        "data": data,
        "stance": "recorded",
        **more,
    }


def flow(
    name: str, sender: str, to: str, work: str, role: str, data: list[str], **more: Any
) -> dict[str, Any]:
    ends = {"from": sender, "to": to, "activity": work, "role": role, "data": data}
    return {"id": name, "subjects": ["guests"], "stance": "recorded", **ends, **more}


HOSTEL: dict[str, Any] = {
    "map": {
        "id": "hostel",
        "title": "Hostel",
        "jurisdiction": "GB",
        "controller": "hostel",
        "regulator": "ico",
    },
    "parties": [
        _party("guests", "individuals", number=300, vulnerability=["child"]),
        _party("staff", "individuals"),
        _party("hostel"),
        _party("front-desk", "team", part_of="hostel"),
        _party("cloud"),
        _party("sister"),
        _party("insurer"),
        _party("broker"),
        _party("archive"),
        _party("ico", "authority"),
    ],
    "data": [
        _data("identity", context="simple", identifies="maximum"),
        _data("name", parent="identity", identifies="significant"),
        _data("passport", parent="identity", context="financial", sensitivity="high-risk"),
        _data("diet", sensitivity="special-category", identifies="limited"),
        _data("mood"),
        _data("card", context="financial", identifies="limited", sensitivity="high-risk"),
    ],
    "purposes": [{"id": "run", "name": "Run the hostel", "stance": "recorded"}],
    "systems": [
        _system("platform", "platform", "cloud", "identity"),
        _system("mailbox", "email", "hostel"),
        _system("app", "app", "cloud"),
    ],
    "activities": [
        activity("booking", ["identity"], ["guests"], processors=["cloud"], systems=["platform", "mailbox"]),
        activity("meals", ["diet"], ["guests"], controllers=["hostel", "sister"], systems=["app"]),
        activity("claims", ["name"], ["guests"], controllers=["hostel"]),
        activity("rota", ["mood"], ["staff"], creates=["mood"]),
    ],
    "flows": [
        flow("book", "guests", "front-desk", "booking", "controller", ["identity"], via="mailbox"),
        flow("desk", "front-desk", "hostel", "booking", "internal", ["identity"]),
        flow("store", "hostel", "cloud", "booking", "processor", ["identity"], via="platform"),
        flow("eat", "guests", "hostel", "meals", "controller", ["diet"], via="app"),
        flow("cook", "hostel", "sister", "meals", "joint-controller", ["diet"]),
        flow("insure", "hostel", "insurer", "claims", "controller", ["name"]),
        flow("sell", "insurer", "broker", "claims", "controller", ["name"]),
        flow("keep", "cloud", "archive", "booking", "sub-processor", ["identity"], stance="expected"),
    ],
}


def hostel(**sections: list[dict[str, Any]]) -> DataMap:
    """Return the map, with further entries put at the end of sections."""
    content = copy.deepcopy(HOSTEL)
    for section, more in sections.items():
        content.setdefault(section, []).extend(more)
    return DataMap.model_validate(content)


def without(section: str, name: str, **changed: Any) -> DataMap:
    """Return the map with one entry changed; without a change, without the entry."""
    content = copy.deepcopy(HOSTEL)
    kept = [entry for entry in content[section] if entry["id"] != name]
    if changed:
        kept = [{**entry, **changed} if entry["id"] == name else entry for entry in content[section]]
    content[section] = kept
    return DataMap.model_validate(content)


def breach(**known: Any) -> Circumstances:
    """Return what is known of a breach at the cloud, or elsewhere; known since a Friday afternoon."""
    hit = {} if "party" in known or "system" in known else {"party": "cloud"}
    return Circumstances(**{"aware": AWARE, **hit, **known})


#: Everything about the circumstances is known, and none of it is grave.
SETTLED: dict[str, str] = {
    "confidentiality": "at-risk",
    "integrity": "none",
    "availability": "none",
    "malicious": "no",
    "encrypted": "no",
    "contained": "no",
}
