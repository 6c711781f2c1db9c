"""An invented letting agency for the tests of pictures and tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from audit_lib.errors import Place
from audit_lib.model.data_map import DataMap
from audit_lib.model.finding import Finding, Severity
from audit_lib.model.noun import Confidence
from audit_lib.views.picture import DPI, Picture, settings

PARTIES = {
    "tenants": ("Tenants", "individuals"),
    "agency": ("Harbour Lettings", "organisation"),
    "desk": ("Front desk", "team"),
    "ledger": ("Ledgerline", "organisation"),
    "owner": ("Owner of the building", "organisation"),
    "police": ("Police", "authority"),
    "readers": ("Readers of reviews", "public"),
}
#: id: sender, recipient, data, activity, stance, role
FLOWS = {
    "apply": ("tenants", "agency", "identity", "let", "stated", "controller"),
    "ask": ("tenants", "desk", "contact", "let", "stated", "controller"),
    "note": ("desk", "agency", "contact", "let", "recorded", "internal"),
    "books": ("agency", "ledger", "contact", "let", "stated", "processor"),
    "copy": ("agency", "ledger", "passport", "let", "stated", "processor"),
    "report": ("agency", "owner", "contact", "tell", "stated", "controller"),
    "pass-on": ("ledger", "owner", "contact", "tell", "expected", "controller"),
    "request": ("agency", "police", "identity", "tell", "inferred", "controller"),
    "review": ("tenants", "readers", "contact", "tell", "stated", "public"),
    "answer": ("agency", "tenants", "contact", "let", "stated", "individual"),
}


def _entry(name: str, /, stance: str = "recorded", **fields: Any) -> dict[str, Any]:
    cites = {"clauses": ["c1"]} if stance in ("stated", "inferred", "unclear") else {}
    return {"id": name, "stance": stance, **cites, **fields}


def letting_map(**changed: Any) -> DataMap:
    """Return the map of the agency, with some of its sections changed."""
    common = {
        "purpose": "letting",
        "function": "Lettings",
        "controllers": ["agency"],
        "subjects": ["tenants"],
    }
    given: dict[str, Any] = {
        "map": {"id": "harbour", "title": "Harbour", "jurisdiction": "GB", "controller": "agency"},
        "parties": [
            _entry(party, name=name, kind=kind, part_of="agency" if kind == "team" else None)
            for party, (name, kind) in PARTIES.items()
        ],
        "data": [
            _entry("identity", name="Identity"),
            _entry("passport", name="Passport copy", parent="identity", sensitivity="high-risk"),
            _entry("contact", name="Contact details"),
            _entry("unused", name="Shoe size"),
        ],
        "purposes": [_entry("letting", name="Letting homes")],
        "activities": [
            _entry(
                "let",
                name="Manage tenancies",
                data=["contact"],
                bases=[{"basis": "contract", "stance": "recorded"}],
                **common,
            ),
            _entry("tell", name="Tell others", data=["contact"], **common),
        ],
        "flows": [
            _entry(
                flow,
                stance,
                **{"from": sender, "to": recipient},
                data=[data],
                subjects=["tenants"],
                activity=activity,
                role=role,
            )
            for flow, (sender, recipient, data, activity, stance, role) in FLOWS.items()
        ],
        "clauses": [
            {
                "id": "c1",
                "heading": "Sharing",
                "place": "1.1",
                "fingerprint": "0" * 16,
                "sketch": "0" * 64,
                "gist": "The agency says whom it tells.",
            }
        ],
    }
    return DataMap.model_validate({**given, **changed})


def a_finding(*about: str, title: str = "No retention period", **fields: Any) -> Finding:
    """Return an open finding of high severity about some entries."""
    given: dict[str, Any] = {
        "id": f"period-stated-{len(about)}-{about[0] if about else 'none'}".replace(":", "-"),
        "rule": "period-stated",
        "theme": "retention",
        "severity": Severity.HIGH,
        "confidence": Confidence.CERTAIN,
        "law": ("UK GDPR Art. 13(2)(a)",),
        "places": (Place("flows.yaml", 7),),
        "message": "No period is stated.",
        "remedy": "State one.",
    }
    return Finding(title=title, about=about, **{**given, **fields})


@pytest.fixture
def letting() -> DataMap:
    return letting_map()


@pytest.fixture
def changed() -> Callable[..., DataMap]:
    """Make the map with some sections changed."""
    return letting_map


@pytest.fixture
def crowded() -> Callable[[int], DataMap]:
    """Make the map with so many more parties, each of which gets the same data from the same sender."""

    def make(number: int) -> DataMap:
        content = letting_map().content()
        party = {"kind": "organisation", "stance": "recorded"}
        many = [{**party, "id": f"p{at}", "name": f"Party {at}"} for at in range(number)]
        flows = [{**content["flows"][3], "id": f"f{at}", "to": f"p{at}"} for at in range(number)]
        return letting_map(parties=[*content["parties"], *many], flows=[*content["flows"], *flows])

    return make


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """Make a finding about some entries."""
    return a_finding


@pytest.fixture
def renamed() -> Callable[[str], DataMap]:
    """Make the map with every name replaced by one text."""

    def make(text: str) -> DataMap:
        content = letting_map().content()
        for section in ("parties", "data", "purposes", "activities"):
            for entry in content[section]:
                entry["name"] = text
        content["map"]["title"] = text
        return DataMap.model_validate(content)

    return make


@pytest.fixture
def words() -> Callable[[Picture], list[str]]:
    """Read all texts of a picture."""
    return lambda picture: [found.get_text() for found in picture.figure.findobj(Text) if found.get_text()]


@pytest.fixture
def lines() -> Callable[[Picture, str], list[PathPatch]]:
    """Find the lines of a colour in a picture."""

    def find(picture: Picture, color: str) -> list[PathPatch]:
        drawn = [patch for patch in picture.figure.findobj(PathPatch) if not patch.get_fill()]
        return [patch for patch in drawn if patch.get_edgecolor() == to_rgba(color)]

    return find


@pytest.fixture
def clipped() -> Callable[[Picture], list[str]]:
    """Find the texts of a picture that do not lie wholly on its sheet."""

    def find(picture: Picture) -> list[str]:
        canvas = FigureCanvasAgg(picture.figure)
        picture.figure.set_dpi(DPI)
        with settings():
            canvas.draw()
        wide, high = picture.figure.get_size_inches() * picture.figure.dpi
        out = []
        for found in picture.figure.findobj(Text):
            with settings():
                box = found.get_window_extent(canvas.get_renderer())
            if found.get_text() and (box.x0 < 0 or box.y0 < 0 or box.x1 > wide or box.y1 > high):
                out.append(found.get_text())
        return out

    return find


@pytest.fixture
def overlapping() -> Callable[[Picture], list[tuple[str, str]]]:
    """Find the pairs of texts of a picture of which one runs over the other by more than a hair."""

    def find(picture: Picture) -> list[tuple[str, str]]:
        canvas = FigureCanvasAgg(picture.figure)
        picture.figure.set_dpi(DPI)
        with settings():
            canvas.draw()
            shown = [found for found in picture.figure.findobj(Text) if found.get_text()]
            boxes = [found.get_window_extent(canvas.get_renderer()) for found in shown]
        hair = DPI / 72
        found = []
        for at, one in enumerate(boxes):
            for other in range(at + 1, len(boxes)):
                two = boxes[other]
                across = min(one.x1, two.x1) - max(one.x0, two.x0)
                down = min(one.y1, two.y1) - max(one.y0, two.y0)
                if across > hair and down > 2 * hair:
                    found.append((shown[at].get_text(), shown[other].get_text()))
        return found

    return find


@pytest.fixture
def least_letter() -> Callable[[Picture], float]:
    """Measure the smallest letters of a picture, in points."""
    return lambda picture: min(
        found.get_fontsize() for found in picture.figure.findobj(Text) if found.get_text()
    )
