"""Each item in the words that notices use for it, and in words that only look like it."""

import datetime as dt

import pytest

from audit_lib.model.noun import Confidence
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.judge import judge
from audit_lib.notice.signs.text_signs import text_signs

TODAY = dt.date(2026, 11, 22)
RIGHTS = "You have the right to access, correct, delete and restrict your data and to object to its use."

CASES = {
    "A13-1a": [
        ("Kite Homes Ltd is the data controller. Write to us at 4 Mill Lane, York YO1 7HD.", "present"),
        ('We, Kite Homes Ltd ("we"), use your data. Email: hello@kite.example', "present"),
        ("## Who we are\nKite Town Council, Market Square, Kite KT1 2AB", "present"),
        ("Kite Homes Ltd is the data controller.", "partial"),
        ("Questions? hello@kite.example", "partial"),
        ("A data controller is whoever decides why data is used.", "missing"),
        (
            "The controller is Kite Homes Ltd. The controller is Kite Homes North Ltd. Ring 01904 555 0199.",
            "partial",
        ),
    ],
    "A13-1a-rep": [
        ("Our UK representative is Kite Agents Ltd.", "present"),
        ("The data controller is Kite Inc., Dover, Delaware.", "missing"),
        ("The data controller is Kite Ltd, York, England.", "not-applicable"),
    ],
    "A13-1b": [
        ("You can reach our data protection officer at dpo@kite.example.", "present"),
        ("## Data protection officer\nAda Kite, 4 Mill Lane, York YO1 7HD", "present"),
        ("We have appointed a data protection officer.", "partial"),
        ("We are not required to appoint a data protection officer.", "not-applicable"),
        ("We take data protection seriously.", "missing"),
    ],
    "A13-1c-p": [
        ("We use your address to deliver your order.", "present"),
        ("## How we use your data\n- Arranging your appointments\n- Paying our suppliers", "present"),
        ("We use your data to improve our services.", "partial"),
        ("Cookies are small files.", "missing"),
    ],
    "A13-1c-b": [
        (
            "We rely on our contract with you to deliver your order, and on your consent to send you news. "
            "Our legal basis for keeping invoices for the tax office is a legal obligation.",
            "present",
        ),
        ("The lawful basis for all this is public task.", "present"),
        (
            "The lawful bases we rely on are: (a) your consent; (b) a contract; (c) a legal obligation.",
            "partial",
        ),
        ("We share data where we are required to do so by law.", "missing"),
    ],
    "A13-1d": [
        ("It is in our legitimate interests to prevent fraud.", "present"),
        ("Our lawful basis is legitimate interests.", "partial"),
        ("We do not rely on legitimate interests.", "not-applicable"),
        ("You can object where we rely on legitimate interests.", "not-applicable"),
    ],
    "A13-1e": [
        ("We share your details with couriers and with our accountants.", "present"),
        ("We will not share your data with anyone else.", "present"),
        ("## Who sees your data\n- The police\n- Our bank", "present"),
        ("We may share your data with selected third parties.", "partial"),
        ("We never sell your data to third parties.", "missing"),
    ],
    "A13-1f": [
        ("We do not transfer your data outside the UK.", "present"),
        (
            "We transfer data to India under the International Data Transfer Agreement. "
            "Ask us for a copy of the agreement.",
            "present",
        ),
        (
            "Our host is in Canada, which has an adequacy decision; your data is transferred to Canada.",
            "present",
        ),
        ("Your data may be transferred to countries outside the UK.", "partial"),
        ("We may transfer your data to us.", "missing"),
    ],
    "A13-2a": [
        ("We keep your file for six years after you leave.", "present"),
        (
            "We delete your address once your account is closed, and hold it while you are a customer.",
            "present",
        ),
        ("We keep your data for as long as necessary.", "partial"),
        ("We follow our retention policy.", "partial"),
        ("Invoices are kept for six years for tax. Other data is kept as long as needed.", "partial"),
        ("Our cookies last for one year. We answer requests within one month.", "missing"),
    ],
    "A13-2b": [
        (f"{RIGHTS} You have the right to have it moved to another provider.", "present"),
        (f"Our lawful basis for all this is public task. {RIGHTS}", "present"),
        ("You have the right to:\n- see your data\n- have it put right", "partial"),
        ("Staff have limited access to our building.", "missing"),
    ],
    "A13-2c": [
        ("We rely on your consent to send you news. You can withdraw your consent at any time.", "present"),
        ("We rely on your consent to send you news.", "missing"),
        ("We never ask for your consent.", "not-applicable"),
    ],
    "A13-2ca": [
        ("If you want to complain about how we use your data, write to us at hello@kite.example.", "present"),
        ("## Complaints\nPlease tell us first if something is wrong. Ring us on 01904 555 0199.", "present"),
        ("If you have concerns about your data, please contact us.", "partial"),
        ("You can complain to the Information Commissioner on 0303 123 1113.", "missing"),
        ("We use your data to handle complaints and queries.", "missing"),
    ],
    "A13-2d": [
        ("You can complain to the Information Commissioner's Office.", "present"),
        ("If we cannot help, you may lodge a complaint with your local supervisory authority.", "present"),
        ("The Information Commissioner's Office can be found at ico.org.uk.", "partial"),
        ("We are registered with the ICO under ZA000000.", "missing"),
        ("We share it with the local authority.", "missing"),
    ],
    "A13-2e": [
        (
            "You must provide your name, as the contract requires. "
            "If you do not provide it, we cannot deliver your order.",
            "present",
        ),
        ("If you do not give us your address, we may not be able to help.", "partial"),
        ("We are required by law to give data to the police.", "missing"),
    ],
    "A13-2f": [
        ("We do not use automated decision-making.", "present"),
        ("We build a profile of you to guess what you like.", "missing"),
        ("You have the right not to be subject to automated decisions.", "partial"),
        ("We back up our files automatically.", "not-applicable"),
    ],
    "A13-3": [
        ("If we want to use your data for a new purpose, we will tell you first.", "present"),
        ("We may change this notice from time to time.", "partial"),
        ("You can change your address in your account.", "missing"),
    ],
    "A14-2f": [
        ("Your last landlord sends us a reference about your rent.", "present"),
        ("We receive information about you from third parties.", "partial"),
        ("Our website collects information from your browser.", "not-applicable"),
    ],
    "A14-1d": [
        ("We obtain your credit history and your address from a credit reference agency.", "present"),
        ("We receive information from you when you order.", "not-applicable"),
    ],
    "A14-2da": [
        (
            "Your school sends us reports. If you want to complain to us, write to hello@kite.example.",
            "present",
        ),
        ("If you want to complain to us, write to hello@kite.example.", "not-applicable"),
    ],
    "A14-3": [
        (
            "We receive your name from your employer. "
            "We will tell you within one month of obtaining your data from others.",
            "present",
        ),
        ("We receive your name from your employer.", "missing"),
    ],
    "A12-2": [
        ("To exercise your rights, email hello@kite.example.", "present"),
        ("Our address is 4 Mill Lane, York YO1 7HD.", "partial"),
        ("You have rights.", "missing"),
    ],
    "A21-4": [
        (
            "We rely on legitimate interests to stop fraud.\n## Right to object\nYou may object at any time.",
            "present",
        ),
        (f"We rely on legitimate interests to stop fraud.\n## Rights\n{RIGHTS}", "partial"),
        ("We rely on legitimate interests to stop fraud.", "missing"),
        ("You may object at any time.", "not-applicable"),
    ],
    "A26-2": [
        (
            "We and Kite Schools are joint controllers. Under our joint arrangement Kite Schools is "
            "responsible for answering requests.",
            "present",
        ),
        ("We are joint controllers with Kite Schools.", "partial"),
        ("We are not joint controllers with anybody.", "not-applicable"),
    ],
    "PECR-6": [
        (
            "We use two cookies to count visits, which last one year. You can refuse cookies in our banner.",
            "present",
        ),
        ("Our website sets no cookies.", "present"),
        ("We use cookies to count visits.", "partial"),
        ("When you visit our website we record your IP address.", "missing"),
        ("Come to our shop.", "not-applicable"),
    ],
    "VER": [
        ("This notice was last updated in May 2024.", "present"),
        ("Privacy notice, version 2.1", "present"),
        ("We follow the Data Protection Act 2018.", "missing"),
    ],
}


@pytest.mark.parametrize(
    ("item", "text", "verdict"),
    [(item, text, verdict) for item, cases in CASES.items() for text, verdict in cases],
)
def test_an_item_is_judged_as_an_auditor_would(item, text, verdict):
    judged = judge(text_signs(split_sentences(text)), TODAY, silence=Confidence.LIKELY)
    assert next(one.verdict for one in judged if one.item == item) == verdict


@pytest.mark.parametrize("item", CASES)
def test_every_item_has_cases_that_tell_verdicts_apart(item):
    assert len({verdict for _, verdict in CASES[item]}) > 1
