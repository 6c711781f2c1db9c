"""How the notice of a map stands to what must be told: claims, findings and, for plainness, the words."""

import datetime as dt
from pathlib import Path

import pytest

from audit_lib.audit import run_audit
from audit_lib.files.read_map import read_map
from audit_lib.files.read_notice import read_notice
from audit_lib.model.data_map import DataMap
from audit_lib.model.finding import Finding, Severity
from audit_lib.model.noun import Confidence
from audit_lib.model.transparency import Verdict
from audit_lib.notice.clauses import draft_clauses
from audit_lib.notice.transparency import transparency

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 22)
TEXT = "We keep your data for six years. You may complain to the Information Commissioner."


def a_map(*claims) -> DataMap:
    clauses = [{**draft, "gist": "It says something."} for draft in draft_clauses(TEXT)]
    clauses[0]["claims"] = list(claims)
    return DataMap.model_validate(
        {
            "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
            "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}],
            "clauses": clauses,
        }
    )


def finding(**more) -> Finding:
    given = {
        "id": "r-1",
        "rule": "r",
        "theme": "retention",
        "title": "Two periods",
        "severity": Severity.MEDIUM,
        "confidence": Confidence.CERTAIN,
        "law": (),
        "about": (),
        "clauses": ("c-001",),
        "items": ("A13-2d",),
        "message": "Two periods are told.",
        "remedy": "Tell one.",
    }
    return Finding(**{**given, **more})


def of(item, *args, **how):
    return next(each for each in transparency(*args, **how) if each.item == item)


COMPLAINT = {"kind": "right-offered", "right": "complain-to-regulator"}


def test_a_map_without_a_notice_is_not_judged():
    assert transparency(a_map().model_copy(update={"clauses": ()}), TODAY) == ()


def test_a_finding_makes_what_is_told_partial_and_says_why():
    assert of("A13-2d", a_map(COMPLAINT), TODAY).verdict is Verdict.PRESENT
    told = of("A13-2d", a_map(COMPLAINT), TODAY, [finding()])
    assert (told.verdict, told.why) == (Verdict.PARTIAL, "Two periods.")


def test_a_question_makes_nothing_worse():
    asked = finding(confidence=Confidence.ASK)
    assert of("A13-2d", a_map(COMPLAINT), TODAY, [asked]).verdict is Verdict.PRESENT


def test_how_plain_the_language_is_waits_for_the_words():
    waits = of("A12-1", a_map(), TODAY)
    assert (waits.verdict, waits.why) == (
        Verdict.NOT_APPLICABLE,
        "Only the words show this: give the notice.",
    )
    plain = "We keep your data for six years. We then delete it. You can ask us for a copy at any time. " * 3
    assert of("A12-1", a_map(), TODAY, text=plain).verdict is Verdict.PRESENT


#: What an expert says of the two notices that ship, item by item.
EXPECTED = {
    "btr": {
        "present": "A13-1b A13-2b A13-2c A13-2d A12-2",
        "partial": "A13-1a A13-1c-p A13-1c-b A13-1d A13-1e A13-2a A13-2e A13-3 A12-1 A21-4 PECR-6",
        "missing": "A13-1f A13-2ca A13-2f A14-1d A14-2f A14-2da A14-3 A26-2 VER",
        "not-applicable": "A13-1a-rep",
    },
    "small_agency": {
        "present": "A13-1a A13-1d A13-1f A13-2c A13-2ca A13-2d A13-2e A13-2f A13-3 "
        "A14-1d A14-2f A14-2da A12-1 A12-2 A21-4 VER",
        "partial": "A13-1c-p A13-1c-b A13-1e A13-2a A13-2b PECR-6",
        "missing": "A14-3",
        "not-applicable": "A13-1a-rep A13-1b A26-2",
    },
}
NOTICES = {
    "btr": ROOT.parent / "shared" / "seeds" / "privacy_notice.txt",
    "small_agency": ROOT / "data_maps" / "small_agency" / "notice.txt",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_maps_that_ship_are_judged_as_an_expert_would(name):
    if not NOTICES[name].exists():
        pytest.skip("the published notice is not at hand; it is its publisher's text and not kept here")
    audit = run_audit(read_map(ROOT / "data_maps" / name), TODAY, read_notice(NOTICES[name]))
    found = {
        verdict: " ".join(each.item for each in audit.transparency if each.verdict.value == verdict)
        for verdict in EXPECTED[name]
    }
    assert found == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_missing_or_partial_has_a_finding_that_says_so(name):
    audit = run_audit(read_map(ROOT / "data_maps" / name), TODAY)
    spoken_of = {item for each in audit.findings for item in each.items}
    short = {
        each.item
        for each in audit.transparency
        if each.verdict in (Verdict.PARTIAL, Verdict.MISSING) and each.confidence is not Confidence.ASK
    }
    assert short <= spoken_of
