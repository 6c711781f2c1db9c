"""An invented ferry company on whose map every verdict can arise."""

from typing import Any

from audit_lib.model.data_map import DataMap


def _entry(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "stance": "recorded", "name": name.replace("-", " ").capitalize(), **fields}


def _party(name: str, kind: str = "organisation", **fields: Any) -> dict[str, Any]:
    return _entry(name, kind=kind, **fields)


def _activity(name: str, purpose: str, data: list[str], *bases: str, **fields: Any) -> dict[str, Any]:
    return _entry(
        name,
        function="Ferries",
        purpose=purpose,
        controllers=["ferry"],
        subjects=["passengers", "crew"],
        data=data,
        bases=[{"basis": basis, "stance": "recorded"} for basis in bases],
        **fields,
    )


def _flow(name: str, ends: tuple[str, str], activity: str, data: list[str], **fields: Any) -> dict[str, Any]:
    given = {"subjects": ["passengers"], "role": "controller", "stance": "recorded", **fields}
    return {"id": name, "from": ends[0], "to": ends[1], "activity": activity, "data": data, **given}


def ferry_map() -> DataMap:
    """Return the map: a class of recipients, a team, a processor, dated flows, transfers, retention."""
    return DataMap.model_validate(
        {
            "map": {"id": "ferry", "title": "Ferry", "jurisdiction": "United Kingdom", "controller": "ferry"},
            "parties": [
                _party("passengers", "individuals", number=900),
                _party("crew", "individuals", number=60),
                _party("ferry", aliases=["The Ferry Company"]),
                _party("ticket-office", "team", part_of="ferry"),
                _party("caterers", generic=True),
                _party("galley-co", recipient_class="caterers", aliases=["Galley & Co."]),
                _party("booker", country="IE"),
                _party("mailer", country="US"),
                _party("harbour-police", "authority"),
                _party("insurer"),
                _party("museum"),
            ],
            "systems": [
                _entry("booking", kind="platform", operator="booker"),
                _entry("site", kind="website", operator="ferry"),
                _entry("cameras", kind="cctv", operator="ferry"),
            ],
            "data": [
                _entry("identity"),
                _entry("name", parent="identity"),
                _entry("passport", parent="identity"),
                _entry("journey"),
                _entry("cabin", parent="journey"),
                _entry("recording"),
                _entry("meal"),
            ],
            "purposes": [
                _entry("carry", kind="other"),
                _entry("market", kind="direct-marketing"),
                _entry("answer", kind="authority-requests"),
                _entry("guard", kind="site-security"),
                _entry("claim", kind="legal-claims"),
                _entry("feed"),
            ],
            "activities": [
                _activity("travel", "carry", ["identity", "journey"], "contract", "legal-obligation"),
                _activity("offers", "market", ["name", "journey"], "consent"),
                _activity("police-help", "answer", ["recording", "identity"], "legal-obligation"),
                _activity("watching", "guard", ["recording"], "legitimate-interests"),
                _activity("disputes", "claim", ["identity", "journey"]),
                _activity("dining", "feed", ["meal", "name"], "contract"),
            ],
            "flows": [
                _flow("book", ("passengers", "ferry"), "travel", ["identity", "journey"], via="site"),
                _flow("reserve", ("ferry", "booker"), "travel", ["name", "journey"], role="processor"),
                _flow("told", ("ferry", "insurer"), "travel", ["journey"], via="booking"),
                _flow(
                    "news",
                    ("ferry", "mailer"),
                    "offers",
                    ["name", "journey"],
                    role="processor",
                    transfer={"country": "US"},
                ),
                _flow("asked", ("ferry", "harbour-police"), "police-help", ["recording", "identity"]),
                _flow("film", ("passengers", "ferry"), "watching", ["recording"], via="cameras"),
                _flow("hand-over", ("ferry", "insurer"), "disputes", ["identity", "journey"], role="unclear"),
                _flow(
                    "meals",
                    ("ferry", "caterers"),
                    "dining",
                    ["meal", "name"],
                    subjects=["passengers", "crew"],
                    transfer={"country": "not-stated"},
                ),
                _flow(
                    "summer-menu",
                    ("ferry", "museum"),
                    "dining",
                    ["meal"],
                    since="2026-05-01",
                    until="2026-09-30",
                ),
                _flow("old-menu", ("ferry", "insurer"), "dining", ["meal"], until="2026-03-31"),
            ],
            "retention": [
                {
                    "id": "keep-trips",
                    "name": "Trips",
                    "data": ["journey"],
                    "period": "P1Y",
                    "stance": "recorded",
                    "starts": "The last journey",
                },
                {
                    "id": "keep-travel",
                    "name": "Travel",
                    "activities": ["travel"],
                    "period": "P6M10D",
                    "stance": "recorded",
                    "starts": "The last journey",
                },
                {
                    "id": "keep-meals",
                    "name": "Meals",
                    "data": ["meal"],
                    "activities": ["dining"],
                    "period": "P5W",
                    "stance": "recorded",
                    "starts": "The  end of the meal plan",
                },
                {
                    "id": "keep-all",
                    "name": "All",
                    "period": "P3Y",
                    "stance": "recorded",
                    "starts": "The last journey",
                },
            ],
        }
    )
