"""An invented agency, each kind of channel, basis and role once, and a request to it, for letters."""

import datetime as dt
from typing import Any

from audit_lib.model.data_map import DataMap
from audit_lib.model.deadline import RequestDates
from audit_lib.model.letter import LetterKind
from audit_lib.rights.letter.case import ASKED, FITS
from audit_lib.rights.letters import draft_letter
from audit_lib.rights.search_plan import plan_request

Content = dict[str, Any]


def _entry(name: str, **more: Any) -> Content:
    return {"id": name, "name": name.replace("-", " ").capitalize(), "stance": "recorded", **more}


def _activity(name: str, *bases: Content, **more: Any) -> Content:
    given = {"function": "Lettings", "purpose": "letting", "controllers": ["agency"]}
    about = {"subjects": ["tenants"], "data": ["identity"], "bases": list(bases)}
    return _entry(name, **{**given, **about, **more})


def _basis(basis: str, **more: Any) -> Content:
    return {"basis": basis, "stance": "recorded", **more}


def _flow(name: str, sender: str, recipient: str, role: str, **more: Any) -> Content:
    given = {"activity": "tenancy", "data": ["identity"], "subjects": ["tenants"], "stance": "recorded"}
    return {"id": name, "from": sender, "to": recipient, "role": role, **given, **more}


def _channel(name: str, kind: str, use: str, party: str, **more: Any) -> Content:
    return _entry(name, kind=kind, uses=[use], party=party, **more)


def letter_content() -> Content:
    """Return the map as plain values, to be changed and validated."""
    return {
        "map": {
            "id": "agency",
            "title": "Agency",
            "jurisdiction": "England",
            "controller": "agency",
            "regulator": "data-office",
        },
        "parties": [
            _entry("agency", kind="organisation", contact="1 Mill Road, Brookham"),
            _entry("front-desk", kind="team", part_of="agency"),
            _entry("tenants", kind="individuals"),
            _entry("cloud", kind="organisation"),
            _entry("owner", kind="organisation", contact="2 Hill Street, Brookham"),
            _entry("data-office", kind="authority"),
        ],
        "data": [
            _entry("identity"),
            _entry("name", parent="identity"),
            _entry("passport", parent="identity", sensitivity="high-risk"),
            _entry("arrears"),
        ],
        "systems": [_entry("tenancy-platform", kind="platform", operator="cloud", holds=["identity"])],
        "purposes": [_entry("letting"), _entry("marketing", kind="direct-marketing")],
        "activities": [
            _activity(
                "tenancy",
                _basis("contract"),
                contract_with=["tenants"],
                creates=["arrears"],
                systems=["tenancy-platform"],
            ),
            _activity("right-to-rent", _basis("legal-obligation", law="Immigration Act 2014")),
            _activity("newsletter", _basis("consent"), purpose="marketing", data=["name"]),
        ],
        "flows": [
            _flow("apply", "tenants", "agency", "controller"),
            _flow("check", "tenants", "agency", "controller", activity="right-to-rent", data=["passport"]),
            _flow("host", "agency", "cloud", "processor", contract="Hosting contract of 2024"),
            _flow("report", "agency", "owner", "controller", data=["name"]),
        ],
        "rights": [
            {"id": "see", "right": "access", "team": "front-desk", "channels": ["mail"], "stance": "recorded"}
        ],
        "channels": [
            _channel("mail", "post", "rights", "front-desk", address="1 Mill Road, Brookham"),
            _channel("mailbox", "email", "rights", "front-desk"),
            _channel(
                "grumbles", "online-form", "complaints", "front-desk", address="agency.example/grumbles"
            ),
            _channel("office-line", "telephone", "complaints", "data-office", address="0300 000 0000"),
        ],
    }


DAY = dt.date(2026, 11, 22)
CAME = RequestDates(received=dt.date(2026, 11, 9))
MAP = DataMap.model_validate(letter_content())
PAIRS = [(kind, right) for kind in LetterKind for right in FITS[kind]]
STOP = LetterKind.MARKETING_STOPPED


def draft(kind, right, data_map=MAP, *, planned=True, as_of=DAY, dates=CAME, marketing=None, **more):
    marketing = kind is STOP if marketing is None else marketing
    known = {"as_of": as_of, "dates": dates, "marketing": marketing}
    if planned and right in ASKED:
        known["plan"] = plan_request(data_map, right, "tenants", as_of, marketing=marketing)
    return draft_letter(kind, data_map, right, **known, **more)


def said(letter):
    return " ".join(sentence.text for sentence in letter.sentences())


def everything(letter):
    return f"{said(letter)} {' '.join(each.text for each in letter.checks)}"


def headings(letter):
    return [part.heading for part in letter.parts if part.heading]


def gaps(letter):
    return [sentence.text for sentence in letter.sentences() if sentence.gap]
