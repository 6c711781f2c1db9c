"""An invented dentist's data map, and breaches of it, for the tests of papers and of the register."""

import copy
import datetime as dt

from audit_lib.incidents.assess import assess_incident
from audit_lib.model.circumstances import Circumstances
from audit_lib.model.data_map import DataMap

AWARE = dt.datetime(2026, 11, 20, 14, 35)
AT = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC)
AFTER = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)

CONTENT = {
    "map": {
        "id": "dentist",
        "title": "Dentist",
        "jurisdiction": "England",
        "controller": "mill-street",
        "dpo": "officer",
        "regulator": "watchdog",
        "accountability": {"fee_registration": "ZA000000", "training_record": "Folder of courses"},
    },
    "parties": [
        {"id": "mill-street", "name": "Mill Street Dental", "kind": "organisation", "stance": "recorded",
         "contact": "4 Mill Street"},
        {"id": "officer", "name": "Data Protection Lead", "kind": "team", "part_of": "mill-street",
         "stance": "recorded", "contact": "lead@mill.example"},
        {"id": "watchdog", "name": "Office of Data Fairness", "kind": "authority", "stance": "recorded",
         "contact": "0300 000 0000"},
        {"id": "patients", "name": "Patients", "kind": "individuals", "number": 900, "stance": "recorded",
         "vulnerability": ["child"]},
        {"id": "visitors", "name": "Visitors", "kind": "individuals", "stance": "recorded"},
        {"id": "cloud", "name": "Cloudtooth", "kind": "organisation", "stance": "recorded"},
        {"id": "trust", "name": "County Trust", "kind": "organisation", "stance": "recorded"},
    ],
    "systems": [
        {"id": "chart", "name": "Chart", "kind": "platform", "operator": "cloud", "stance": "recorded",
         "holds": ["x-ray", "home-address", "bank-details", "passport"]},
    ],
    "data": [
        {"id": "x-ray", "name": "Health record", "sensitivity": "special-category", "stance": "recorded"},
        {"id": "home-address", "name": "Home address", "stance": "recorded"},
        {"id": "bank-details", "name": "Bank details", "sensitivity": "high-risk", "stance": "recorded"},
        {"id": "passport", "name": "Copy of passport", "sensitivity": "high-risk", "stance": "recorded"},
        {"id": "log-in", "name": "Passwords", "stance": "recorded"},
    ],
    "purposes": [{"id": "treat", "name": "Treat patients", "stance": "recorded"}],
    "activities": [
        {"id": "treating", "name": "Treating", "function": "care", "purpose": "treat",
         "controllers": ["mill-street"], "processors": ["cloud"], "subjects": ["patients"],
         "data": ["x-ray", "home-address", "bank-details", "passport"], "systems": ["chart"],
         "stance": "recorded"},
        {"id": "visiting", "name": "Visiting", "function": "care", "purpose": "treat",
         "controllers": ["mill-street"], "processors": ["cloud"], "subjects": ["visitors"],
         "data": ["home-address"], "systems": ["chart"], "stance": "recorded"},
        {"id": "screening", "name": "Screening", "function": "care", "purpose": "treat",
         "controllers": ["trust"], "processors": ["mill-street"], "subjects": ["patients"],
         "data": ["log-in"], "stance": "recorded"},
    ],
    "flows": [
        {"id": "in", "from": "patients", "to": "mill-street", "activity": "treating", "role": "controller",
         "data": ["x-ray", "home-address", "bank-details", "passport"], "subjects": ["patients"],
         "stance": "recorded"},
        {"id": "call", "from": "visitors", "to": "mill-street", "activity": "visiting", "role": "controller",
         "data": ["home-address"], "subjects": ["visitors"], "stance": "recorded"},
        {"id": "out", "from": "mill-street", "to": "cloud", "activity": "treating", "role": "processor",
         "data": ["x-ray", "home-address", "bank-details", "passport"], "subjects": ["patients"],
         "stance": "recorded"},
        {"id": "out-visits", "from": "mill-street", "to": "cloud", "activity": "visiting",
         "role": "processor", "data": ["home-address"], "subjects": ["visitors"], "stance": "recorded"},
        {"id": "at-trust", "from": "patients", "to": "trust", "activity": "screening",
         "role": "controller", "data": ["log-in"], "subjects": ["patients"], "stance": "recorded"},
        {"id": "hand-in", "from": "trust", "to": "mill-street", "activity": "screening",
         "role": "processor", "data": ["log-in"], "subjects": ["patients"], "stance": "recorded"},
    ],
    "safeguards": [
        {"id": "locks", "name": "Locked doors", "measure": "access-control", "stance": "recorded"},
        {"id": "care", "name": "Every care", "measure": "general", "stance": "recorded"},
    ],
}  # fmt: skip


def content():
    """Return the map as it stands in files, to be altered."""
    return copy.deepcopy(CONTENT)


def dentist(**head):
    """Return the map, with other fields in its head."""
    said = content()
    said["map"] |= head
    return DataMap.model_validate(said)


def breach(data_map=None, **facts):
    """Return a map and the assessment of a breach of its processor."""
    found = data_map or dentist()
    if not facts.keys() & {"party", "system"}:
        facts["party"] = "cloud"
    known = Circumstances(**({"aware": AWARE} | facts))
    return found, assess_incident(found, known, dt.date(2026, 11, 24))


def texts(document):
    """Return all that a reader of a document sees, line by line."""
    found = [document.title]
    for part in document.sections:
        found += [part.heading, *(sentence.text for sentence in part.sentences())]
    return [*found, document.foot]


def part(document, name):
    """Return the words of one section."""
    found = next(each for each in document.sections if each.heading.endswith(name))
    return " ".join(sentence.text for sentence in found.sentences())


def gaps(document, name):
    """Return the gaps of one section."""
    found = next(each for each in document.sections if each.heading.endswith(name))
    return [sentence.text for sentence in found.sentences() if sentence.gap]
