"""A small map in plain values, fresh for every test, for tests to put things into."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def content() -> dict[str, Any]:
    """Give a bakery with one customer group, one carrier and one order flow."""
    return {
        "map": {"id": "bakery", "title": "Bakery", "jurisdiction": "UK", "controller": "bakery-ltd"},
        "parties": [
            {
                "id": "customers",
                "name": "Customers",
                "kind": "individuals",
                "stance": "stated",
                "clauses": ["c-1"],
            },
            {"id": "bakery-ltd", "name": "Bakery", "kind": "organisation", "stance": "recorded"},
            {"id": "carrier", "name": "Carrier", "kind": "organisation", "stance": "recorded"},
        ],
        "systems": [
            {"id": "till", "name": "Till", "kind": "platform", "operator": "bakery-ltd", "stance": "recorded"}
        ],
        "data": [
            {"id": "identity", "name": "Identity", "stance": "recorded"},
            {"id": "name", "name": "Name", "parent": "identity", "stance": "recorded"},
            {"id": "first-name", "name": "First name", "parent": "name", "stance": "recorded"},
            {"id": "address", "name": "Address", "stance": "recorded"},
        ],
        "purposes": [{"id": "deliver", "name": "Deliver bread", "stance": "recorded"}],
        "activities": [
            {
                "id": "orders",
                "name": "Orders",
                "function": "Sales",
                "purpose": "deliver",
                "controllers": ["bakery-ltd"],
                "subjects": ["customers"],
                "data": ["identity", "address"],
                "stance": "recorded",
            }
        ],
        "flows": [
            {
                "id": "order",
                "from": "customers",
                "to": "bakery-ltd",
                "via": "till",
                "activity": "orders",
                "data": ["identity"],
                "subjects": ["customers"],
                "role": "controller",
                "stance": "recorded",
            }
        ],
        "channels": [
            {
                "id": "letter",
                "name": "Letter",
                "kind": "post",
                "uses": ["rights"],
                "party": "bakery-ltd",
                "stance": "recorded",
            }
        ],
        "clauses": [
            {
                "id": "c-1",
                "heading": "Us",
                "place": "1.1",
                "fingerprint": "0" * 16,
                "sketch": "0" * 64,
                "gist": "Customers are people.",
            }
        ],
    }
