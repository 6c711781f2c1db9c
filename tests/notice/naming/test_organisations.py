"""The organisations of a notice are found by the grammar of names; what is no organisation is not one."""

from pathlib import Path

import pytest

from audit_lib.files.read_map import read_map
from audit_lib.files.read_notice import read_notice
from audit_lib.model.noun import Confidence
from audit_lib.model.party import PartyKind
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.naming.organisations import key, organisations

ROOT = Path(__file__).parents[3]
PUBLISHED = ROOT.parent / "shared" / "seeds" / "privacy_notice.txt"


def found(text: str):
    return organisations(split_sentences(text))


def names(text: str) -> set[str]:
    return {one.name for one in found(text)}


def roles(text: str) -> dict[str, str]:
    return {one.name: one.role for one in found(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Your files are kept by Kite Ltd in Leeds.", "Kite Ltd"),
        ("Your files are kept by Kite & Wren LLP in Leeds.", "Kite & Wren LLP"),
        ("Smith and Wren Limited sees it.", "Smith and Wren Limited"),
        ("It is run by Kite (operating) Ltd for us.", "Kite (operating) Ltd"),
        ("We send it to Wren GmbH.", "Wren GmbH"),
        ("We use Rook Inc. to print letters.", "Rook Inc"),
        ("We are part of Finch plc, a group.", "Finch plc"),
        ("We tell Bramley Town Council who lives there.", "Bramley Town Council"),
        ("We share it with the University of Bramley.", "University of Bramley"),
        ("We report to the Department for Boats, Trains and Kites each year.", "Department for Boats, "
        "Trains and Kites"),
        ("West Bramley NHS Trust receives it.", "West Bramley NHS Trust"),
        ("HM Revenue & Customs asks for it.", "HM Revenue & Customs"),
        ("Bramley Police may ask for it.", "Bramley Police"),
        ("You can go to the Housing Ombudsman.", "Housing Ombudsman"),
        ("We use Google Analytics to count visits.", "Google"),
        ("Payments are taken by Stripe.", "Stripe"),
        ("We work with companies such as Kitely, Wrenly and Rookly to send letters.", "Wrenly"),
        ("Our website is hosted by Kitely.", "Kitely"),
        ("Our payment provider Kitely holds your card.", "Kitely"),
        ("Kitely as the provider of our platform sees your data.", "Kitely"),
        ("Kitely processes your card details for us.", "Kitely"),
        ("We keep your data in a system called Kite Nest Online.", "Kite Nest"),
        ("We may share reports with Kitely as our investment partner.", "Kitely"),
    ],
)  # fmt: skip
def test_a_name_is_found(text, name):
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "We share Personal Data with Service Providers and Business Partners.",
        "Contact our Data Protection Officer at 7 Harbour Lane, Bramley, Fife.",
        "The Privacy Policy covers Personal Information and Usage Data.",
        "We follow the Human Rights Act 1998 and the Data Protection Act 2018.",
        "The Companies Act 2006 asks us to keep it until March 2027.",
        "We transfer data to France, Germany and the United States of America.",
        "We use Cookies to remember your Preferences.",
        "Tradespeople get your name. Banks use your details.",
        "Send a Subject Access Request by Monday.",
        "We use SSL and a VPN to send data.",
        "The Company uses your data. The Limited Edition is sold.",
        "Your Landlord receives your Tenancy Agreement from us.",
        "We use IP Addresses collected by Browsers.",
    ],
)
def test_what_is_no_name_is_not_found(text):
    assert names(text) == set()


def test_a_word_that_the_notice_writes_small_elsewhere_is_no_name():
    assert names("We share it with Lettings. The lettings are ours.") == set()


def test_the_name_that_is_called_we_is_the_controller():
    assert roles('Kite Foods Ltd ("we", "us") sells bread.') == {"Kite Foods Ltd": "controller"}


@pytest.mark.parametrize(
    "text",
    [
        "The data controller is Kite Foods Ltd of York.",
        "Kite Foods Ltd is the controller of your data.",
        "Kite Foods Ltd is committed to protecting your privacy.",
        "At Kite Foods Ltd we respect you.",
        "This is the privacy notice of Kite Foods Ltd.",
        "We, Kite Foods Ltd, use your data.",
    ],
)
def test_a_controller_is_known_by_what_is_said_of_it(text):
    assert roles(text) == {"Kite Foods Ltd": "controller"}


def test_who_is_said_to_collect_most_is_the_controller_if_nobody_else_is():
    notice = (
        "Kitely Homes Trust collects your name. Kitely Homes Trust uses your name to write to you. We "
        "use Stripe."
    )
    assert roles(notice) == {"Kitely Homes Trust": "controller", "Stripe": "recipient"}


def test_roles_of_others():
    notice = (
        "We share your name with Kite Ltd. We receive a report from Wren Ltd. Complain to the ICO. "
        "Rook Ltd is in York."
    )
    assert roles(notice) == {
        "Kite Ltd": "recipient",
        "Wren Ltd": "source",
        "ICO": "regulator",
        "Rook Ltd": "mentioned",
    }


def test_labels_and_shorter_forms_are_one_with_the_name():
    notice = 'We share it with Kite Foods Ltd ("KFL"). KFL prints. Kite Foods deletes. Kite Foods Limited.'
    (one,) = found(notice)
    assert one.name == "Kite Foods Ltd"
    assert one.places == ("1.1", "1.2", "1.3", "1.4")


def test_a_label_that_is_referred_to_is_one_with_the_name():
    notice = (
        "Kite (operating) Ltd , (referred to from this point as Kite Operating Ltd) uses it. Kite "
        "Operating Ltd asks."
    )
    assert len(found(notice)) == 1


def test_an_acronym_before_its_name_is_one_with_it():
    assert len(found("We store data with AWS (Amazon Web Services). AWS keeps it.")) == 1


def test_two_companies_of_one_group_stay_two():
    assert len(found("We pass it from Kite Ltd to Kite Foods Ltd.")) == 2


def test_the_regulator_is_one_under_all_its_names():
    notice = (
        "Complain to the Information Commissioner’s Office (ICO). The ICO answers. Ask the "
        "Information Commissioner."
    )
    (one,) = found(notice)
    assert one.role == "regulator"
    assert one.places == ("1.1", "1.2", "1.3")


def test_how_sure_it_is_follows_what_shows_it():
    sure = {
        one.name: one.confidence
        for one in found("Kite Ltd, Kitely and more: data provided by Wrenly, sent to Rookly.")
    }
    assert sure["Kite Ltd"] is Confidence.CERTAIN
    assert sure["Wrenly"] is Confidence.LIKELY
    assert sure["Rookly"] is Confidence.ASK


def test_keys_forget_legal_form_case_and_marks():
    assert key("The Kite Foods Ltd.") == key("KITE FOODS LIMITED") == "kite foods"


def test_organisations_stand_in_the_order_of_the_notice():
    assert [one.name for one in found("We ask Wren Ltd. We ask Kite Ltd.")] == ["Wren Ltd", "Kite Ltd"]


def test_of_no_sentences_none():
    assert organisations([]) == ()


def test_a_line_of_many_capitals_is_read():
    assert isinstance(found("Kite And Wren Of The Rook " * 4000), tuple)


def measured(folder: str, text: str) -> tuple[set[str], set[str]]:
    """Return the keys of the map's named parties that stand in the notice, and of those found there."""
    data_map = read_map(ROOT / "data_maps" / folder)
    headings = data_map.notice.headings if data_map.notice else ()
    got = {key(one.name) for one in organisations(split_sentences(text, headings))}
    kinds = (PartyKind.ORGANISATION, PartyKind.AUTHORITY)
    want = set()
    for party in data_map.parties:
        if party.kind in kinds and not party.generic and party.stance.rests_on_notice:
            named = {key(name) for name in (party.name, *party.aliases) if name in text}
            want |= {next(iter(named & got), next(iter(named)))} if named else set()
    return want, got


def test_the_small_agencys_notice_is_read_without_a_miss_or_a_slip():
    want, got = measured("small_agency", read_notice(ROOT / "data_maps" / "small_agency" / "notice.txt"))
    assert want <= got
    assert got == {
        "harbour lane lettings",
        "keyhaven software",
        "tallymark credit",
        "information commissioner",
    }


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published notice is not in the project")
def test_the_operators_notice_is_read_without_a_miss():
    want, got = measured("btr", read_notice(PUBLISHED))
    assert want <= got
    assert len(got - want) <= 1
