"""A small invented letting firm with a party of every standing, for tests of search plans."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

from audit_lib.model.data_map import DataMap
from audit_lib.model.request_plan import RequestPlan
from audit_lib.model.rights import RightKind
from audit_lib.rights.search_plan import plan_request

DAY = dt.date(2026, 11, 22)


def _entry(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "name": name.capitalize(), "stance": "recorded", **fields}


def _party(name: str, kind: str = "organisation", **fields: Any) -> dict[str, Any]:
    return _entry(name, kind=kind, **fields)


def activity(name: str, purpose: str, data: list[str], **fields: Any) -> dict[str, Any]:
    """Return an activity of the agent about tenants."""
    usual = {"function": "Lettings", "purpose": purpose, "controllers": ["agent"], "subjects": ["tenants"]}
    return _entry(name, **{**usual, "data": data, **fields})


def flow(name: str, ends: str, role: str, work: str, data: list[str], **fields: Any) -> dict[str, Any]:
    """Return a flow about tenants; ends are written as ``"agent>host"``."""
    sender, recipient = ends.split(">")
    usual = {"from": sender, "to": recipient, "role": role, "activity": work, "data": data}
    return {"id": name, "stance": "recorded", "subjects": ["tenants"], **usual, **fields}


def basis(kind: str, **fields: Any) -> dict[str, Any]:
    """Return a lawful basis."""
    return {"basis": kind, "stance": "recorded", **fields}


def content() -> dict[str, Any]:
    """Return the plain values of the map; a test changes what it is about."""
    purposes = {
        "letting": "tenancy",
        "checking": "right-to-rent",
        "news": "direct-marketing",
        "watching": "site-security",
        "policing": "crime-prevention",
        "referencing": "referencing",
        "reviews": "other",
    }
    return {
        "map": {"id": "firm", "title": "Firm", "jurisdiction": "England", "controller": "agent"},
        "parties": [
            _party("tenants", "individuals"),
            _party("guests", "individuals"),
            _party("agent"),
            _party("desk", "team", part_of="agent"),
            _party("host"),
            _party("store"),
            _party("partner"),
            _party("trades", generic=True),
            _party("scheme"),
            _party("buyer"),
            _party("police", "authority"),
            _party("readers", "public"),
            _party("surveyor", stance="expected"),
            _party("idle"),
        ],
        "systems": [
            _entry("cloud", kind="platform", operator="host", holds=["identity", "arrears"]),
            _entry("cameras", kind="cctv", operator="agent", holds=["footage"]),
        ],
        "data": [
            _entry("identity"),
            _entry("name", parent="identity"),
            _entry("passport", parent="identity"),
            _entry("arrears"),
            _entry("footage"),
            _entry("reference"),
            _entry("review"),
        ],
        "purposes": [_entry(name, kind=kind) for name, kind in purposes.items()],
        "activities": [
            activity(
                "let",
                "letting",
                ["identity", "arrears"],
                creates=["arrears"],
                processors=["host"],
                systems=["cloud"],
                bases=[basis("contract")],
                contract_with=["tenants"],
            ),
            activity("check", "checking", ["passport"], bases=[basis("legal-obligation", law="A Rent Act")]),
            activity("post-news", "news", ["name"], bases=[basis("legitimate-interests")]),
            activity(
                "watch",
                "watching",
                ["footage"],
                subjects=["tenants", "guests"],
                creates=["footage"],
                systems=["cameras"],
            ),
            activity("help-police", "policing", ["footage"]),
            activity("ask-referees", "referencing", ["reference"], bases=[basis("consent")]),
            activity("show-reviews", "reviews", ["review"], bases=[basis("consent")]),
        ],
        "flows": [
            flow("apply", "tenants>agent", "controller", "let", ["identity"]),
            flow("hand-in", "agent>desk", "internal", "let", ["name"]),
            flow(
                "host-it", "agent>host", "processor", "let", ["identity", "arrears"], contract="Hosting 2025"
            ),
            flow("store-it", "host>store", "sub-processor", "let", ["identity"]),
            flow("share-it", "agent>partner", "joint-controller", "let", ["name"]),
            flow("repair", "desk>trades", "unclear", "let", ["name"]),
            flow("protect", "agent>scheme", "controller", "let", ["name", "arrears"]),
            flow("sell-on", "scheme>buyer", "controller", "let", ["identity"]),
            flow("report", "agent>police", "controller", "help-police", ["footage"]),
            flow("refer", "guests>agent", "controller", "ask-referees", ["reference"]),
            flow("publish", "tenants>readers", "public", "show-reviews", ["review"]),
            flow("survey", "agent>surveyor", "controller", "let", ["name"], stance="expected"),
            flow("guests-only", "guests>idle", "controller", "watch", ["footage"], subjects=["guests"]),
        ],
        "retention": [
            {
                "id": "keep-let",
                "name": "Tenancy files",
                "activities": ["let"],
                "period": "P6Y",
                "starts": "The end of the tenancy",
                "stance": "recorded",
            }
        ],
    }


def changed(**sections: Any) -> DataMap:
    """Return the map with other sections, or with what a function makes of one."""
    values = copy.deepcopy(content())
    for section, change in sections.items():
        values[section] = change(values.get(section, [])) if callable(change) else change
    return DataMap.model_validate(values)


def plan(
    right: str, subject: str = "tenants", data_map: DataMap | None = None, **options: Any
) -> RequestPlan:
    """Return the plan of a right on the usual day."""
    return plan_request(data_map or changed(), RightKind(right), subject, DAY, **options)
