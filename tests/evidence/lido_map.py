"""An invented swimming pool whose map and logs make every verdict possible."""

from __future__ import annotations

import copy
from typing import Any

from audit_lib.model.data_map import DataMap


def _entry(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "name": name.replace("-", " ").capitalize(), "stance": "recorded", **fields}


def party(name: str, kind: str = "organisation", **fields: Any) -> dict[str, Any]:
    return _entry(name, kind=kind, **fields)


def activity(name: str, purpose: str, *bases: str, **fields: Any) -> dict[str, Any]:
    usual = {"function": "Pool", "controllers": ["lido"], "subjects": ["members"], "data": ["identity"]}
    stated = [{"basis": basis, "stance": "recorded"} for basis in bases]
    return _entry(name, purpose=purpose, bases=stated, **{**usual, **fields})


def flow(name: str, ends: str, work: str, data: list[str], role: str, **fields: Any) -> dict[str, Any]:
    sender, recipient = ends.split(" > ")
    usual = {"id": name, "stance": "recorded", "subjects": ["members"]}
    return {**usual, "from": sender, "to": recipient, "activity": work, "data": data, "role": role, **fields}


def retention(name: str, period: str, **fields: Any) -> dict[str, Any]:
    return _entry(name, period=period, starts="The end of the membership", **fields)


LIDO: dict[str, Any] = {
    "map": {"id": "lido", "title": "Lido", "jurisdiction": "United Kingdom", "controller": "lido"},
    "parties": [
        party("members", "individuals"),
        party("lido"),
        party("front-desk", "team", part_of="lido"),
        party("night-desk", "team", part_of="front-desk"),
        party("host"),
        party("payment-firms", generic=True),
        party("card-firms", generic=True, recipient_class="payment-firms"),
        party("swiftpay", recipient_class="card-firms"),
        party("coach-firms", generic=True),
        party("kayak-coaches", recipient_class="coach-firms"),
        party("printer", country="NO"),
        party("mailer"),
        party("institute"),
        party("insurer"),
        party("claims-office", "team", part_of="insurer"),
        party("cleaner"),
        party("police", "authority"),
        party("council", "authority"),
    ],
    "systems": [
        _entry("booking-app", kind="app", operator="host"),
        _entry("camera", kind="cctv", operator="lido"),
        _entry("mop-app", kind="app", operator="cleaner"),
    ],
    "data": [
        _entry("identity"),
        _entry("name", parent="identity"),
        _entry("photo", parent="identity"),
        _entry("passport-photo", parent="photo"),
        _entry("contact"),
        _entry("email", parent="contact"),
        _entry("payment"),
        _entry("card", parent="payment"),
        _entry("health"),
        _entry("footage"),
        _entry("shoe-size"),
    ],
    "purposes": [
        _entry("swimming"),
        _entry("news", kind="direct-marketing"),
        _entry("study"),
        _entry("claims", kind="legal-claims"),
        _entry("police-requests", kind="authority-requests"),
    ],
    "activities": [
        activity("booking", "swimming", "contract"),
        activity("coaching", "swimming", "contract", "consent"),
        activity("newsletter", "news", "consent"),
        activity("survey", "study"),
        activity("claims-work", "claims", "legitimate-interests"),
        activity("policing", "police-requests", "legal-obligation"),
    ],
    "flows": [
        flow("join", "members > lido", "booking", ["identity", "contact"], "controller"),
        flow("host-it", "lido > host", "booking", ["identity", "contact"], "processor", via="booking-app"),
        flow("pay", "lido > card-firms", "booking", ["payment"], "controller", via="booking-app"),
        flow("tell", "lido > council", "booking", ["contact"], "controller", via="booking-app"),
        flow("clean", "lido > cleaner", "booking", ["name"], "controller"),
        flow("mop", "lido > insurer", "booking", ["card"], "controller", via="mop-app"),
        flow("print", "lido > printer", "newsletter", ["contact"], "processor"),
        flow(
            "mail", "lido > mailer", "newsletter", ["email"], "processor",
            transfer={"country": "US", "mechanism": "The Addendum"},
        ),
        flow(
            "research", "lido > institute", "survey", ["photo"], "unclear",
            transfer={"country": "not-stated"},
        ),
        flow("teach", "coach-firms > lido", "coaching", ["health"], "controller"),
        flow("insure", "front-desk > insurer", "claims-work", ["health", "name"], "controller"),
        flow("cover", "lido > insurer", "booking", ["health"], "joint-controller"),
        flow("summer", "lido > insurer", "booking", ["photo"], "controller",
             since="2026-05-01", until="2026-08-31"),
        flow("report", "lido > police", "policing", ["footage"], "controller"),
        flow("film", "lido > police", "survey", ["photo"], "controller"),
    ],
    "retention": [
        retention("keep-contact", "P1Y2M", data=["contact"]),
        retention("keep-email", "P30D", data=["email"]),
        retention("keep-email-longer", "P5W", data=["email"]),
        retention("keep-study", "P1M", activities=["survey"]),
        retention("keep-health", "not-stated", data=["health"]),
        retention("keep-payment", "P6Y", data=["payment"]),
        retention("keep-footage", "P31D", data=["footage"]),
    ],
}  # fmt: skip


def lido(**sections: list[dict[str, Any]]) -> DataMap:
    """Return the map, with further entries at the end of sections."""
    content = copy.deepcopy(LIDO)
    for section, more in sections.items():
        content[section].extend(more)
    return DataMap.model_validate(content)
