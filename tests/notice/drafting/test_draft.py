"""What a drafted notice says, what it asks, and what it never says."""

import datetime as dt
from typing import Any

import pytest

from audit_lib.model.data_map import DataMap
from audit_lib.model.notice_draft import NoticeDraft
from audit_lib.notice.drafting.draft import draft_notice
from audit_lib.notice.drafting.markdown import markdown

AS_OF = dt.date(2026, 11, 22)
ON_RECORD = {"stance": "recorded"}


def entry(ident: str, **values: Any) -> dict[str, Any]:
    return {"id": ident, "name": ident.replace("-", " ").capitalize(), **ON_RECORD, **values}


def agency(**sections: Any) -> DataMap:
    """Give the map of an invented agency; `sections` replace its own, `activity` changes its one activity."""
    activity = {
        **entry("letting", function="Lettings", purpose="let-homes", controllers=["kite"]),
        "subjects": ["tenants"],
        "data": ["names"],
        **sections.pop("activity", {}),
    }
    content = {
        "map": {"id": "kite-map", "title": "Kite", "jurisdiction": "UK", "controller": "kite"},
        "parties": [
            entry("kite", name="Kite Homes Ltd", kind="organisation", contact="1 Mill Row, Leeds"),
            entry("tenants", kind="individuals"),
            entry("rook", name="Rook Cloud", kind="organisation"),
            *sections.pop("more_parties", []),
        ],
        "data": [entry("names", name="Name"), *sections.pop("more_data", [])],
        "purposes": [entry("let-homes")],
        "activities": [activity, *sections.pop("more_activities", [])],
        **sections,
    }
    return DataMap.model_validate(content)


def flow(name: str, to: str, **values: Any) -> dict[str, Any]:
    usual = {"from": "kite", "activity": "letting", "data": ["names"], "subjects": ["tenants"]}
    return {"id": name, "to": to, **usual, "role": "controller", **ON_RECORD, **values}


def drafted(data_map: DataMap, day: dt.date = AS_OF) -> NoticeDraft:
    return draft_notice(data_map, day)


def under(draft: NoticeDraft, heading: str) -> str:
    """Return what stands under the heading that begins so."""
    found = [section for section in draft.sections if section.heading.startswith(heading)]
    return " ".join(sentence.text for section in found for sentence in section.sentences())


def test_the_controller_is_named_with_its_address():
    assert "Kite Homes Ltd (“we”) is the controller of your data" in under(drafted(agency()), "Who we are")
    assert "You can reach us at 1 Mill Row, Leeds." in under(drafted(agency()), "Who we are")


def test_a_company_that_goes_by_several_names_is_asked_for_the_registered_one():
    parties = [
        entry("kite", name="Kite", kind="organisation", aliases=["Kite Homes Ltd", "Kite Lettings Limited"]),
        entry("tenants", kind="individuals"),
    ]
    said = under(drafted(agency(parties=parties)), "Who we are")
    assert (
        "[To be confirmed: our registered name, which may be Kite Homes Ltd or Kite Lettings Limited.]"
        in said
    )


def test_no_officer_on_record_is_a_gap_and_no_denial():
    assert "[To be filled in: our data protection officer" in under(drafted(agency()), "Who we are")


def test_a_controller_from_abroad_needs_a_representative():
    parties = [
        entry("kite", kind="organisation", country="NO", contact="Oslo"),
        entry("tenants", kind="individuals"),
    ]
    assert "who represents us in the United Kingdom" in under(drafted(agency(parties=parties)), "Who we are")


def test_a_joint_controller_is_named_and_the_arrangement_is_asked_for():
    said = under(drafted(agency(activity={"controllers": ["kite", "rook"]})), "Who we are")
    assert "Rook Cloud and we decide together about some of this: letting." in said
    assert "[To be filled in: what we have agreed with Rook Cloud" in said


def test_what_is_only_expected_is_asked_at_the_end_and_told_nowhere():
    flows = [flow("hosting", "rook", role="processor", stance="expected")]
    draft = drafted(agency(flows=flows))
    assert "[To be confirmed: whether this passes from us to Rook Cloud: name" in under(
        draft, "To be settled"
    )
    assert "Rook" not in under(draft, "Who receives")


def test_an_activity_that_nobody_has_confirmed_is_asked_and_not_told():
    more = [{**entry("referencing", function="Lettings", purpose="let-homes", controllers=["kite"]),
             "subjects": ["tenants"], "data": ["names"], "stance": "expected"}]  # fmt: skip
    draft = drafted(agency(more_activities=more))
    assert "whether we do this with data about tenants: referencing" in under(draft, "To be settled")
    assert "eferencing" not in under(draft, "What we use")


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ({"basis": "legal-obligation", "law": "Housing Act 2004"}, "A legal obligation: Housing Act 2004"),
        ({"basis": "legal-obligation"}, "[To be filled in: which law obliges us.]"),
        (
            {"basis": "legitimate-interests", "interest": "Knowing that the rent can be paid"},
            "Our legitimate interests: knowing that the rent can be paid",
        ),
        ({"basis": "legitimate-interests"}, "[To be filled in: which interest that is.]"),
        (
            {"basis": "legitimate-interests", "interest": "Running our business"},
            "[To be filled in: which interest that is, more precisely.]",
        ),
        (
            {"basis": "recognised-legitimate-interest"},
            "[To be filled in: which condition of Annex 1 is met.]",
        ),
        (
            {"basis": "consent", "stance": "expected"},
            "[To be confirmed: whether this rests on your consent.]",
        ),
        ({"basis": "vital-interests"}, "Protecting somebody’s life (vital interests)"),
    ],
)
def test_a_basis_stands_with_what_the_law_wants_told_or_asks_for_it(basis, said):
    draft = drafted(agency(activity={"bases": [{**ON_RECORD, **basis}]}))
    assert said in under(draft, "What we use")


def test_a_contract_counts_only_for_those_who_are_a_party_to_it():
    contract = {"bases": [{"basis": "contract", **ON_RECORD}]}
    with_tenants = drafted(agency(activity={**contract, "contract_with": ["tenants"]}))
    with_others = drafted(agency(activity={**contract, "contract_with": ["rook"]}))
    assert "A contract with you" in under(with_tenants, "What we use")
    assert "the contract on record is with Rook Cloud" in under(with_others, "What we use")
    assert "A contract with you" not in under(with_others, "What we use")


def test_a_basis_that_the_law_did_not_know_on_the_day_is_not_told():
    basis = {
        "bases": [{"basis": "recognised-legitimate-interest", "condition": "Annex 1 para. 5", **ON_RECORD}]
    }
    early = drafted(agency(activity=basis), dt.date(2026, 2, 4))
    assert "is not one yet" in under(early, "What we use")


def test_sensitive_data_stands_with_its_condition_or_asks_for_it():
    health = entry("health", sensitivity="special-category")
    activity = {"data": ["names", "health"], "bases": [{"basis": "consent", **ON_RECORD}]}
    bare = under(drafted(agency(more_data=[health], activity=activity)), "What we use")
    assert "[To be filled in: the condition for using health.]" in bare
    activity["special_condition"] = "Explicit consent (UK GDPR Art. 9(2)(a))"
    told = under(drafted(agency(more_data=[health], activity=activity)), "What we use")
    assert "for health: explicit consent (UK GDPR Art. 9(2)(a))" in told


def test_a_remark_of_the_map_about_the_old_notice_is_not_published():
    activity = {"requirement": "Needed for the lease; what follows if it is withheld is not said"}
    said = under(drafted(agency(activity=activity)), "Must you")
    assert "not said" not in said
    assert "[To be filled in: which data people must give for each of these" in said


def test_recipients_stand_by_name_and_by_their_part():
    flows = [
        flow("hosting", "rook", role="processor", contract="Hosting agreement of 2025"),
        flow("statement", "owner", role="controller", condition="Once a month"),
    ]
    more = [entry("owner", name="Owner of the home", kind="organisation", generic=True)]
    said = under(drafted(agency(flows=flows, more_parties=more)), "Who receives")
    assert "These work for us" in said
    assert "Rook Cloud works under a written contract" in said
    assert "Let homes – once a month" in said
    assert "[To be filled in: the names of those behind these descriptions" in said


def test_a_processor_without_a_contract_on_record_is_asked_for_it():
    said = under(drafted(agency(flows=[flow("hosting", "rook", role="processor")])), "Who receives")
    assert "[To be confirmed: that a written contract binds these: Rook Cloud.]" in said


def test_nobody_on_record_is_a_question_and_no_denial():
    said = under(drafted(agency()), "Who receives")
    assert said.startswith("[To be confirmed: that nobody outside our organisation receives your data")


def test_a_transfer_names_country_and_safeguard_and_how_to_get_a_copy():
    transfer = {"country": "IN", "mechanism": "International Data Transfer Agreement"}
    said = under(
        drafted(agency(flows=[flow("desk", "rook", role="processor", transfer=transfer)])), "Data outside"
    )
    assert "in India; there it is protected by this safeguard: International Data Transfer Agreement." in said
    assert "You can get a copy of these safeguards from us" in said


def test_a_country_that_is_not_known_is_a_gap():
    said = under(drafted(agency(flows=[flow("hosting", "rook", role="processor")])), "Data outside")
    assert said.startswith("[To be filled in: in which countries these keep your data")


def test_that_data_stays_here_is_told_only_where_it_is_known_of_everybody():
    at_home = flow("hosting", "rook", role="processor", transfer="none")
    assert "in the United Kingdom." in under(drafted(agency(flows=[at_home])), "Data outside")
    assert under(drafted(agency()), "Data outside").startswith("[To be confirmed: that your data stays")


def test_a_period_stands_with_its_event_and_a_missing_one_as_a_gap():
    kept = [entry("lease-files", period="P6Y", starts="The end of the tenancy", data=["names"])]
    assert "6 years from the end of the tenancy" in under(drafted(agency(retention=kept)), "How long")
    assert "[To be filled in: how long we keep: name.]" in under(drafted(agency()), "How long")


def test_two_periods_for_the_same_data_are_a_question():
    kept = [entry("short", period="P1Y", data=["names"]), entry("long", period="P6Y", data=["names"])]
    said = under(drafted(agency(retention=kept)), "How long")
    assert "[To be confirmed: which of these times holds" in said
    assert "short (1 year) and long (6 years)" in said


def test_the_right_to_object_stands_apart_and_before_the_others():
    draft = drafted(agency())
    headings = [section.heading for section in draft.sections]
    assert [section.heading for section in draft.sections if section.set_apart] == ["Your right to object"]
    assert headings.index("Your right to object") < headings.index("Your other rights")


def test_complaints_to_the_controller_come_with_the_law():
    before, since = drafted(agency(), dt.date(2026, 6, 18)), drafted(agency(), dt.date(2026, 6, 19))
    assert "acknowledge your complaint within 30 days" not in under(before, "If you are unhappy")
    assert "acknowledge your complaint within 30 days" in under(since, "If you are unhappy")


def test_consent_can_be_taken_back_where_something_rests_on_it():
    resting = drafted(agency(activity={"bases": [{"basis": "consent", **ON_RECORD}]}))
    assert "withdraw it at any time" in under(resting, "Taking back")
    assert under(drafted(agency()), "Taking back") == ""


def test_consent_that_the_old_notice_took_from_conduct_is_asked_for():
    clause = {
        "id": "c-1",
        "heading": "News",
        "place": "1.1",
        "fingerprint": "0" * 16,
        "sketch": "0" * 64,
        "gist": "Whoever writes agrees.",
        "claims": [{"kind": "consent-claimed", "how": "by-conduct", "activities": ["letting"]}],
    }
    draft = drafted(agency(clauses=[clause], activity={"bases": [{"basis": "consent", **ON_RECORD}]}))
    assert "what you do otherwise is no consent" in under(draft, "What we use")


def test_security_promises_nothing_without_limits():
    locks = [entry("tls", name="Encrypted connections", measure="encryption-in-transit")]
    said = under(drafted(agency(safeguards=locks)), "How we protect")
    assert "We encrypt data on its way." in said
    assert "No measure is perfect" in said


def test_cookies_stand_with_purpose_choice_and_who_sets_them():
    systems = [entry("site-cookies", kind="cookies", operator="kite", holds=["names"])]
    channels = [entry("banner", name="Banner on each page", kind="banner", uses=["cookies"], party="kite")]
    draft = drafted(agency(systems=systems, channels=channels, activity={"systems": ["site-cookies"]}))
    said = under(draft, "Cookies")
    assert "Let homes (name)." in said
    assert "You choose by way of the banner on each page." in said
    assert "We set and read them ourselves." in said
    assert "[To be filled in: the name of each cookie and how long it lasts" in said


def test_a_website_without_a_word_on_cookies_is_asked_about_them():
    systems = [entry("site", kind="website", operator="kite")]
    assert "[To be confirmed: whether any cookies are set" in under(
        drafted(agency(systems=systems)), "Cookies"
    )
    assert under(drafted(agency()), "Cookies") == ""


def test_the_first_line_counts_the_gaps():
    draft = drafted(agency())
    assert f"fill in or confirm {draft.gaps} places" in draft.sentences()[0].text


def test_every_gap_says_which_entries_it_is_about():
    draft = drafted(agency(flows=[flow("hosting", "rook", role="processor")]))
    known = {*agency(flows=[flow("hosting", "rook", role="processor")]).by_reference, "map:kite-map"}
    assert all(sentence.rests for sentence in draft.sentences() if sentence.gap)
    assert {reference for sentence in draft.sentences() for reference in sentence.rests} <= known


def test_the_same_map_gives_the_same_draft():
    assert drafted(agency()) == drafted(agency())
    assert markdown(drafted(agency())) == markdown(drafted(agency()))
