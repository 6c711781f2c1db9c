"""A notice that nobody has mapped becomes a map of candidates that always reads and invents nothing."""

import datetime as dt
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.files.read_map import read_map
from audit_lib.files.write_map import write_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.flow import Role
from audit_lib.model.noun import Confidence, Entry, Stance
from audit_lib.model.party import PartyKind
from audit_lib.model.rights import RightKind
from audit_lib.notice.candidates.draft_map import draft_map
from audit_lib.notice.coverage import cover

AS_OF = dt.date(2026, 11, 22)
NOTICE = """\
Privacy notice of Kite Homes

Who we are
Kite Homes Ltd is the controller. Our data protection officer answers at privacy@kite.example.

What we collect
When you apply for a home we ask you for:
- your name and email address
- a copy of your passport
We do not collect information about your religion.
Your employer sends us a reference.
Tenants: we record calls to our office.

Why we use it
We use your bank details to collect the rent, which is necessary to perform our contract with you.
With your consent we send you our newsletter.

Who we share it with
We share your name and phone number with contractors who carry out repairs.
We may pass your information to the police.
We do not sell your data.
Our hosting provider is in India, under an International Data Transfer Agreement.

How long we keep it
We keep tenancy files for six years after the tenancy ends.

Your rights
You have the right of access and the right to object.
You may complain to the Information Commissioner at ico.org.uk.

Security
All data is encrypted in transit.

Changes
We may change this notice and will email you. It was last updated on 1 May 2026.
"""

#: What hostile and honest notices are made of.
PIECES = [
    "we share your name with the police", "Kite Ltd (we)", "outside the EEA",
    "in the United States", "passport", "\n# ", "\n- ", "\n\n", ":", ". ", "null", "~", "---",
    "&a", "!!x", "%YAML", '"', "'", "c-001", "controller", "\u202e", "\u200b", "\x00", "\x07",
    "\x85", "\u2028", "\ufeff", "\ufffe", "漢字。", "مرحبا", "six years", "ICO",
    "We keep it for 3 years", "Data Protection Act 2018", "right to object", "cookies",
    "a@b.co.uk", "@", "|", "{", "we do not", "Our employer sends us", "newsletter",
    "your consent", "data protection officer", "Ministry of X",
]  # fmt: skip


def drafted(text: str, title: str = "") -> DataMap:
    return draft_map(text, map_id="drafted", title=title, as_of=AS_OF)


@pytest.fixture(scope="module")
def kite() -> DataMap:
    return drafted(NOTICE)


def ends(data_map: DataMap) -> set[tuple[str, str]]:
    return {
        (data_map.party[flow.sender].name, data_map.party[flow.recipient].name) for flow in data_map.flows
    }


def kinds(data_map: DataMap, words: str) -> set[str]:
    """Return the kinds of claims of the clause whose sentence holds some words."""
    covered = cover(data_map, NOTICE)
    clause = next(one.clause for one in covered.clauses if one.text and words in one.text)
    return {claim.kind for claim in data_map.clause[clause].claims}


@settings(max_examples=150)
@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)),
    st.text(max_size=20),
)
def test_any_text_becomes_a_map_that_is_read_back_equal_and_knows_every_sentence_again(text, title):
    data_map = drafted(text, title)
    with tempfile.TemporaryDirectory() as folder:
        write_map(data_map, Path(folder) / "map")
        assert read_map(Path(folder) / "map") == data_map
    covered = cover(data_map, text)
    assert covered.added == ()
    assert all(clause.standing == "unchanged" for clause in covered.clauses)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_whatever_cites_a_clause_is_read_from_it_and_nothing_is_recorded(text):
    for _, entry in drafted(text).entries():
        if isinstance(entry, Entry):
            assert entry.confidence is not None
            assert entry.stance is not Stance.RECORDED
            assert (entry.stance is Stance.EXPECTED) == (not entry.clauses)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "#", "\ufeff", "."])
def test_a_text_without_a_sentence_is_a_map_that_asks_who_published_it(text):
    data_map = drafted(text)
    assert data_map.clauses == ()
    assert data_map.flows == ()
    assert data_map.party[data_map.info.controller].confidence is Confidence.ASK


@pytest.mark.parametrize("text", ["a" * 300_000, "name " * 60_000, "We share your name. " * 400])
def test_a_line_of_any_length_makes_short_ids_and_short_names(text):
    data_map = drafted(text)
    for reference, _ in data_map.entries():
        assert len(data_map.name(reference)) <= 300
    assert all(len(clause.gist) < 500 for clause in data_map.clauses)


def test_no_five_words_of_the_notice_stand_in_the_map(kite):
    allowed = {name.casefold() for name in (kite.notice.title, *kite.notice.headings)}
    words = re.findall(r"\w+", NOTICE.casefold())
    runs = {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}
    for _, entry in kite.entries():
        for text in _texts(entry.model_dump(mode="json", exclude={"heading"})):
            said = re.findall(r"\w+", text.casefold())
            found = {" ".join(said[at : at + 5]) for at in range(len(said) - 4)} & runs
            assert all(any(run in " ".join(re.findall(r"\w+", name)) for name in allowed) for run in found), (
                found
            )


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def test_the_controller_is_named_and_the_map_is_its(kite):
    assert kite.party[kite.info.controller].name == "Kite Homes Ltd"
    assert "controller-named" in kinds(kite, "is the controller")


def test_the_officer_and_the_regulator_stand_in_the_head(kite):
    assert kite.party[kite.info.dpo].kind is PartyKind.TEAM
    assert kite.party[kite.info.regulator].name == "Information Commissioner"


def test_items_of_a_list_are_collected_because_of_the_line_above_them(kite):
    flow = next(flow for flow in kite.flows if "passport" in flow.data)
    assert kite.party[flow.sender].kind is PartyKind.INDIVIDUALS
    assert {"names", "email-address"} <= set(flow.data)


def test_a_denial_of_collection_is_a_claim_and_no_flow(kite):
    assert kinds(kite, "religion") == {"data-denied"}
    assert not any("religion" in flow.data for flow in kite.flows)


def test_a_source_sends_and_the_controller_receives(kite):
    assert ("Employers", "Kite Homes Ltd") in ends(kite)


def test_a_recipient_gets_what_its_sentence_names(kite):
    flow = next(f for f in kite.flows if kite.party[f.recipient].name.startswith("Maintenance contractors"))
    assert set(flow.data) == {"names", "phone-number"}
    assert flow.stance is Stance.STATED
    assert kite.activity[flow.activity].name == "Maintain and repair"


def test_sharing_without_data_is_a_question(kite):
    flow = next(f for f in kite.flows if kite.party[f.recipient].name == "Law enforcement")
    assert flow.confidence is Confidence.ASK
    assert flow.stance is Stance.UNCLEAR
    assert [kite.category[name].name for name in flow.data] == ["Personal information, not said which"]


def test_not_selling_is_a_promise_and_no_flow(kite):
    assert kinds(kite, "do not sell") == {"promise-made"}


def test_a_transfer_has_its_country_and_mechanism(kite):
    flow = next(f for f in kite.flows if kite.party[f.recipient].name.startswith("Hosting"))
    assert flow.transfer.country == "IN"
    assert "Transfer Agreement" in flow.transfer.mechanism
    assert flow.role is Role.PROCESSOR


def test_a_basis_stands_under_the_activity_of_its_purpose(kite):
    bases = {a.name: [one.basis.value for one in a.bases] for a in kite.activities}
    assert bases["Bill and take payments"] == ["contract"]
    assert bases["Direct marketing"] == ["consent"]


def test_retention_has_its_period_and_from_when_it_runs(kite):
    kept = kite.retention[0]
    assert (kept.period, kept.starts) == ("P6Y", "The end of the tenancy")


def test_rights_and_their_doors(kite):
    assert {right.right for right in kite.rights} >= {
        RightKind.ACCESS,
        RightKind.OBJECTION,
        RightKind.COMPLAIN_TO_REGULATOR,
    }
    assert {channel.address for channel in kite.channels} >= {"privacy@kite.example", "ico.org.uk"}


def test_security_and_changes_are_claimed(kite):
    assert "security-promised" in kinds(kite, "encrypted")
    assert {"version-stated", "change-promised"} <= kinds(kite, "email you") | kinds(kite, "last updated")


def test_categories_stand_under_the_categories_above_them(kite):
    assert kite.category["email-address"].parent == "contact-details"


def test_special_category_data_is_marked():
    drawn = drafted("We collect details of your health and of your ethnic origin from patients.")
    assert {category.sensitivity.value for category in drawn.data if not category.parent} == {
        "special-category"
    }


def test_the_same_notice_gives_the_same_map(kite):
    assert drafted(NOTICE) == kite


def test_the_title_is_the_one_that_was_given():
    assert drafted(NOTICE, "My map").info.title == "My map"


def test_two_companies_of_one_spelling_have_two_ids():
    drawn = drafted("Kite Ltd is the controller. We share your name with C 001 Ltd and with Names Ltd.")
    ids = [reference.partition(":")[2] for reference, _ in drawn.entries()]
    assert len(ids) == len(set(ids))
