"""A small invented shop, and changes of it written in a line or two."""

import datetime as dt
from typing import Any

from audit_lib.audit import run_audit
from audit_lib.difference.apply import apply_change
from audit_lib.difference.audits import compare_audits
from audit_lib.difference.difference import AuditDifference
from audit_lib.model.change import Change
from audit_lib.model.data_map import DataMap

DAY = dt.date(2026, 11, 22)
MARK = {"fingerprint": "0" * 16, "sketch": "0" * 64, "heading": "Sharing"}


def entry(name: str, /, **fields: Any) -> dict[str, Any]:
    return {"id": name, "stance": "recorded", **fields}


def flow(name: str, sender: str, recipient: str, data: str, **fields: Any) -> dict[str, Any]:
    said = {"activity": "delivery", "subjects": ["buyers"], "role": "controller", **fields}
    return entry(name, **{"from": sender, "to": recipient, "data": data.split(), **said})


def content(**sections: Any) -> dict[str, Any]:
    """A shop that takes orders, has them carried by a courier, and keeps them in a system of a host."""
    return {
        "map": {"id": "shop", "title": "Shop", "jurisdiction": "UK", "controller": "shop-ltd"},
        "parties": [
            entry("buyers", name="Buyers", kind="individuals"),
            entry("shop-ltd", name="Shop Ltd", kind="organisation", country="GB"),
            entry("courier", name="Courier", kind="organisation", country="GB"),
            entry("host", name="Host", kind="organisation", stance="stated", clauses=["c1"]),
            entry("press", name="Press", kind="organisation"),
        ],
        "systems": [
            entry("orders-db", name="Orders database", kind="platform", operator="host", holds=["orders"])
        ],
        "data": [
            entry("orders", name="Orders"),
            entry("address", name="Address", parent="orders"),
            entry("figures", name="Figures"),
        ],
        "purposes": [entry("deliver", name="Deliver orders"), entry("advertise", name="Advertise")],
        "activities": [
            entry(
                "delivery", name="Delivery", function="Sales", purpose="deliver", controllers=["shop-ltd"],
                processors=["host"], subjects=["buyers"], data=["orders"], systems=["orders-db"],
                bases=[{"basis": "contract", "stance": "recorded"}], contract_with=["buyers"],
            ),
            entry(
                "ads", name="Advertising", function="Sales", purpose="advertise", controllers=["shop-ltd"],
                subjects=["buyers"], data=["orders"],
                bases=[{"basis": "consent", "stance": "recorded"}],
            ),
        ],
        "flows": [
            flow("order", "buyers", "shop-ltd", "orders"),
            flow("keep", "shop-ltd", "host", "orders", role="processor", via="orders-db", stance="stated",
                 clauses=["c1"], contract="Terms of 2025"),
            flow("carry", "shop-ltd", "courier", "address"),
        ],
        "retention": [
            entry("two-years", name="Orders", data=["orders"], activities=["delivery"], period="P2Y")
        ],
        "safeguards": [entry("host-terms", name="Host's terms", measure="contract", parties=["host"])],
        "clauses": [
            {"id": "c1", "place": "1.1", "gist": "Host keeps the orders.", **MARK,
             "claims": [{"kind": "sharing-permitted", "recipients": ["host"]}]},
            {"id": "c2", "place": "2.1", "gist": "Orders are carried by couriers.", **MARK,
             "fingerprint": "1" * 16, "claims": [{"kind": "purpose-stated", "purposes": ["deliver"]}]},
        ],
        **sections,
    }  # fmt: skip


def shop(**sections: Any) -> DataMap:
    return DataMap.model_validate(content(**sections))


def change(*steps: dict[str, Any]) -> Change:
    return Change.model_validate({"id": "c", "title": "C", "steps": list(steps)})


def changed(*steps: dict[str, Any], **sections: Any) -> DataMap:
    return apply_change(shop(**sections), change(*steps))


def between(before: DataMap, after: DataMap) -> AuditDifference:
    return compare_audits(run_audit(before, DAY), run_audit(after, DAY))


def after(*steps: dict[str, Any], **sections: Any) -> AuditDifference:
    """What is different once these steps are made to the shop."""
    return between(shop(**sections), changed(*steps, **sections))
