"""What is said of data in everyday words: why, on what ground, from whom, to whom, where, how long."""

import pytest

from audit_lib.model.transparency import Effect
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.text_signs import text_signs


def aspects(text: str, item: str) -> set[str]:
    """Return the aspects of an item that a text shows."""
    found = text_signs(split_sentences(text))
    return {sign.aspect for sign in found if sign.item == item and sign.effect is Effect.SHOWS}


SAID = [
    ("A13-1c-p", "purposes", "We take down your mobile so that the skipper can ring you about the tide."),
    ("A13-1c-p", "purposes", "Cameras watch the slipway to keep the boats safe."),
    ("A13-1c-p", "vague", "What we know about you is used for our operational purposes."),
    ("A13-1c-b", "linked", "We post you the tide table because you asked us to."),
    ("A13-1c-b", "linked", "Berth invoices are kept because the law obliges us to."),
    ("A13-1d", "interest", "Our interest in keeping the pontoon safe is why we watch it."),
    ("A13-1e", "recipients", "The harbour inspector is sent your name and the size of the boat."),
    ("A13-1e", "recipients", "Your payment is dealt with by Stripe."),
    ("A13-1e", "vague", "Some information goes outside the club where appropriate."),
    ("A13-1e", "none", "What the skipper notes down stays in-house."),
    ("A13-1f", "transfer", "The crew list is kept on a server in Norway."),
    ("A13-1f", "safeguard", "The agreement is on terms approved by the ICO."),
    ("A13-1f", "copy", "Ask the purser if you want to read the transfer agreement."),
    ("A13-1f", "adequate", "Norway has been declared to protect data well enough."),
    ("A13-1f", "none", "Nothing about the crew is sent abroad."),
    ("A13-2a", "period", "Two years on, we shred the mooring forms."),
    ("A13-2a", "criteria", "Your card comes off the board once you give up your berth."),
    ("A13-2a", "vague", "We hang on to your details while we need them."),
    ("A14-2f", "source", "Your skipper tells us how many of you are aboard."),
    ("A14-1d", "categories", "Your skipper tells us your name and your age."),
    ("A14-2f", "vague", "Somebody else may give us your details."),
    ("A14-3", "timing", "Whoever a member names as next of kin is told when we first write to them."),
]


@pytest.mark.parametrize(("item", "aspect", "text"), SAID, ids=[text for _, _, text in SAID])
def test_everyday_words_show_an_aspect(item: str, aspect: str, text: str) -> None:
    assert aspect in aspects(text, item)


ONLY_LIKE_IT = [
    ("A13-1c-p", "We will ask you first if we want your data for a new purpose."),
    ("A13-1c-b", "You can change your mind because you agreed without pressure."),
    ("A13-1d", "A declaration of financial interests must be made when buying a berth."),
    ("A13-1e", "The harbour master receives a salute on Sundays."),
    ("A13-1e", "Please never share the code of the gate with anyone."),
    ("A13-1f", "Our regatta in Norway was won by the junior crew."),
    ("A13-1f", "We pass nothing on outside the club."),
    ("A13-2a", "We keep your data safe and locked away."),
    ("A13-2a", "Members must be over 18 years of age."),
    ("A14-2f", "If you are not happy, tell us."),
    ("A14-2f", "We never buy lists of names from anyone."),
    ("A14-3", "You will be told within a month whether there is a berth."),
]


@pytest.mark.parametrize(("item", "text"), ONLY_LIKE_IT, ids=[text for _, text in ONLY_LIKE_IT])
def test_words_that_only_look_like_it_show_nothing(item: str, text: str) -> None:
    assert aspects(text, item) == set()


def test_a_heading_that_asks_is_answered_by_one_word() -> None:
    assert aspects("## Is anything sent overseas?\nNo.", "A13-1f") == {"none"}
    assert aspects("## Who else sees it?\nNobody.", "A13-1e") == {"none"}


def test_servers_all_over_the_world_do_not_stay_in_the_country() -> None:
    assert "none" not in aspects("Our servers are worldwide and mirrored in the UK.", "A13-1f")


def test_an_entry_of_a_list_ties_a_use_to_its_ground() -> None:
    text = "## What allows us to\n- Billing for berths: contract with you\n- Tax returns: legal obligation"
    assert aspects(text, "A13-1c-b") == {"basis", "linked"}


def test_interests_make_their_item_due() -> None:
    found = text_signs(split_sentences("We rely on our legitimate interests."))
    assert any(sign.item == "A13-1d" and sign.effect is Effect.APPLIES for sign in found)
