"""Small invented maps, written in a line or two."""

from collections.abc import Callable
from typing import Any

import pytest

from audit_lib.model.data_map import DataMap

PARTIES = {"guests": "individuals", "hotel": "organisation", "laundry": "organisation", "police": "authority"}
DATA = {"identity": None, "name": "identity", "passport": "identity", "footage": None}


def entry(name: str, /, **fields: Any) -> dict[str, Any]:
    return {"id": name, "stance": "recorded", **fields}


def flow(name: str, sender: str, recipient: str, data: str, **fields: Any) -> dict[str, Any]:
    """A flow of one or more categories, "name footage", for the purpose "stay" if nothing else is said."""
    said = {"activity": "stay", "subjects": ["guests"], "role": "controller", "data": data.split(), **fields}
    return entry(name, **{"from": sender, "to": recipient, **said})


def make_map(
    flows: list[dict[str, Any]] | None = None,
    *,
    parties: dict[str, str] | None = None,
    data: dict[str, str | None] | None = None,
    creates: dict[str, str] | None = None,
    stores: dict[str, str] | None = None,
    about: dict[str, str] | None = None,
    **sections: Any,
) -> DataMap:
    """A map of a hotel.

    `creates` and `stores` say by party what an activity of its creates ("name footage"), or a system of its
    holds; `about` by party whom that activity is about. Each party has an activity "<party>-work" with the
    purpose "<party>-ends", and there is an activity "stay" with the purpose "stay-ends".
    """
    parties = PARTIES if parties is None else parties
    data = DATA if data is None else data
    people = next((name for name, kind in parties.items() if kind == "individuals"), None)
    ends = ["stay-ends", *(f"{party}-ends" for party in parties)]

    def activity(name: str, purpose: str, controller: str) -> dict[str, Any]:
        subjects = [(about or {}).get(controller, people)]
        made = (creates or {}).get(controller, "").split() if name != "stay" else []
        what = {"function": "work", "purpose": purpose, "controllers": [controller], "data": []}
        return entry(name, name=name, creates=made, subjects=subjects if people else [], **what)

    first = next(iter(parties))
    return DataMap.model_validate(
        {
            "map": {"id": "hotel", "title": "Hotel", "jurisdiction": "GB", "controller": first},
            "parties": [entry(name, name=name.title(), kind=kind) for name, kind in parties.items()],
            "data": [entry(name, name=name.title(), parent=above) for name, above in data.items()],
            "purposes": [entry(name, name=name) for name in ends],
            "activities": [
                activity("stay", "stay-ends", first),
                *(activity(f"{party}-work", f"{party}-ends", party) for party in parties),
            ],
            "systems": [
                entry(f"{party}-store", name="Store", kind="platform", operator=party, holds=held.split())
                for party, held in (stores or {}).items()
            ],
            "flows": flows or [],
            **sections,
        }
    )


@pytest.fixture(name="make_map", scope="session")
def _make_map() -> Callable[..., DataMap]:
    return make_map


@pytest.fixture(name="flow", scope="session")
def _flow() -> Callable[..., dict[str, Any]]:
    return flow
