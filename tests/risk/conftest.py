"""A small agency with a sensitive document, an outside host and a neighbour that decides for itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from audit_lib.model.data_map import DataMap
from audit_lib.model.finding import Finding

Content = dict[str, Any]


def _entry(name: str, **more: Any) -> Content:
    return {"id": name, "name": name.replace("-", " ").capitalize(), "stance": "recorded", **more}


def _flow(name: str, sender: str, recipient: str, role: str, **more: Any) -> Content:
    given = {"activity": "let", "data": ["passport"], "subjects": ["tenants"], "stance": "recorded"}
    return {"id": name, "from": sender, "to": recipient, "role": role, **given, **more}


@pytest.fixture
def content() -> Content:
    return {
        "map": {"id": "m", "title": "Letting", "jurisdiction": "UK", "controller": "agency"},
        "parties": [
            _entry("agency", kind="organisation", country="GB"),
            _entry("desk", kind="team", part_of="agency"),
            _entry("tenants", kind="individuals"),
            _entry("cloud", kind="organisation", country="GB"),
            _entry("owner", kind="organisation", country="GB"),
        ],
        "data": [_entry("passport", sensitivity="high-risk"), _entry("address")],
        "systems": [_entry("crm", kind="platform", operator="cloud", holds=["passport"])],
        "purposes": [_entry("letting")],
        "activities": [
            _entry(
                "let",
                function="Lettings",
                purpose="letting",
                controllers=["agency"],
                subjects=["tenants"],
                data=["passport"],
                bases=[{"basis": "contract", "stance": "recorded"}],
            )
        ],
        "flows": [
            _flow("apply", "tenants", "agency", "controller"),
            _flow("host", "agency", "cloud", "processor", contract="DPA of 2024"),
            _flow("share", "agency", "owner", "controller"),
        ],
        "retention": [_entry("year", period="P1Y")],
    }


@pytest.fixture
def entry() -> Callable[..., Content]:
    return _entry


@pytest.fixture
def flow() -> Callable[..., Content]:
    return _flow


@pytest.fixture
def build() -> Callable[[Content], DataMap]:
    return DataMap.model_validate


@pytest.fixture
def finding() -> Callable[..., Finding]:
    def make(about: str | tuple[str, ...], theme: str = "sharing", number: int = 1, **more: Any) -> Finding:
        given: Content = {
            "id": f"some-rule-{number:08}",
            "rule": "some-rule",
            "theme": theme,
            "title": "Some rule",
            "severity": "high",
            "confidence": "certain",
            "law": (),
            "about": (about,) if isinstance(about, str) else about,
            "message": "Something is wrong.",
            "remedy": "Somebody puts it right.",
        }
        return Finding.model_validate({**given, **more})

    return make
