"""A map of five parties, small enough to follow with a finger, for the examples in this package."""

from __future__ import annotations

from typing import Any, Final

from ..model.data_map import DataMap


def _entry(name: str, /, **fields: Any) -> dict[str, Any]:
    return {"id": name, "stance": "recorded", **fields}


def _flow(name: str, sender: str, recipient: str, activity: str, *data: str) -> dict[str, Any]:
    ends = {"from": sender, "to": recipient, "activity": activity, "role": "controller"}
    return _entry(name, data=data, subjects=["tenants"], **ends)


def _activity(purpose: str, controller: str, *creates: str) -> dict[str, Any]:
    what = {"name": purpose, "function": "lettings", "purpose": purpose, "controllers": [controller]}
    return _entry(f"{purpose}-work", subjects=["tenants"], data=["identity"], creates=creates, **what)


_PARTIES: Final = {
    "tenants": "individuals",
    "agent": "organisation",
    "referencer": "organisation",
    "insurer": "organisation",
    "court": "authority",
}


def example_map() -> DataMap:
    """Return the map of an invented letting agent who has tenants checked by a referencing firm.

    Tenants give the agent their identity; the agent hands the passport copy to a referencer, who sells it
    on to an insurer. The agent writes arrears down itself and reports them to a court.

    >>> [flow.id for flow in example_map().flows]
    ['apply', 'check', 'sell', 'sue']
    """
    return DataMap.model_validate(
        {
            "map": {"id": "example", "title": "Example", "jurisdiction": "GB", "controller": "agent"},
            "parties": [_entry(name, name=name.title(), kind=kind) for name, kind in _PARTIES.items()],
            "data": [
                _entry("identity", name="Identity"),
                _entry("name", name="Name", parent="identity"),
                _entry("passport-copy", name="Passport copy", parent="identity"),
                _entry("arrears", name="Arrears"),
            ],
            "purposes": [_entry(name, name=name.title()) for name in ("letting", "checking", "insuring")],
            "activities": [
                _activity("letting", "agent", "arrears"),
                _activity("checking", "referencer"),
                _activity("insuring", "insurer"),
            ],
            "flows": [
                _flow("apply", "tenants", "agent", "letting-work", "identity"),
                _flow("check", "agent", "referencer", "checking-work", "passport-copy"),
                _flow("sell", "referencer", "insurer", "insuring-work", "identity", "arrears"),
                _flow("sue", "agent", "court", "letting-work", "arrears"),
            ],
        }
    )
