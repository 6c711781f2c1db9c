"""The lexicon stops where a careful reader stops, and nowhere else."""

import pytest

from audit_lib.model.finding import Severity
from audit_lib.model.noun import Confidence
from audit_lib.model.reading import FlagKind
from audit_lib.notice.clauses import Sentence, split_sentences
from audit_lib.notice.flags.lexicon import LEXICON
from audit_lib.notice.flags.red_flags import red_flags

VAGUE, OPEN, CONSENT = FlagKind.VAGUE, FlagKind.OPEN_ENDED, FlagKind.IMPLIED_CONSENT
LIABILITY, PROMISE, LAW = FlagKind.LIABILITY_DENIED, FlagKind.ABSOLUTE_PROMISE, FlagKind.OUTDATED_LAW
RIGHTS, PLACEHOLDER = FlagKind.RIGHTS_OBSTRUCTED, FlagKind.PLACEHOLDER

#: What must be stopped at: the kind, the sentence, and words that the flag must show.
STOPS = [
    (VAGUE, "We collect your name, including but not limited to your maiden name.", "including but not "
    "limited to"),
    (VAGUE, "We use it to send bills and for other purposes.", "for other purposes"),
    (VAGUE, "Your details are used for internal purposes.", "for internal purposes"),
    (VAGUE, "We analyse visits to improve our services.", "improve our services"),
    (VAGUE, "We rely on our legitimate business interests.", "legitimate business interests"),
    (VAGUE, "We share your data with trusted partners who help us.", "trusted partners"),
    (VAGUE, "We pass details to relevant third parties for processing.", "relevant third parties"),
    (VAGUE, "Your information is shared with third parties.", "shared with third parties"),
    (VAGUE, "We send it to third parties such as printers.", "third parties such as"),
    (VAGUE, "This notice is about certain information.", "certain information"),
    (VAGUE, "We hold your name and any other information.", "any other information"),
    (VAGUE, "In certain circumstances we delete it.", "In certain circumstances"),
    (VAGUE, "We share information where appropriate.", "where appropriate"),
    (VAGUE, "We keep records at our sole discretion.", "at our sole discretion"),
    (VAGUE, "Agents may see and otherwise use your data where you ask them to.", "otherwise use"),
    (VAGUE, "We disclose it as permitted by applicable law.", "permitted by applicable law"),
    (VAGUE, "We keep your data for as long as is necessary.", "as long as is necessary"),
    (VAGUE, "We collect your name, address, etc.", "etc."),
    (OPEN, "We may share your information with other group members.", "may share"),
    (OPEN, "A camera might record your visit.", "might record"),
    (OPEN, "This may include sharing data with our owners.", "may include sharing"),
    (OPEN, "We monitor your calls from time to time.", "from time to time"),
    (OPEN, "Please check this page regularly for changes.", "Please check this page regularly"),
    (CONSENT, "By using this website you consent to this policy.", "you consent"),
    (CONSENT, "By visiting our shop, you are accepting and agreeing to the practices here.", "you are "
    "accepting"),
    (CONSENT, "Your continued use of the app constitutes your consent.", "constitutes your consent"),
    (CONSENT, "We will assume that you are happy to receive cookies.", "assume that you are happy"),
    (CONSENT, "If you continue to browse, you agree to our cookies.", "If you continue to browse"),
    (CONSENT, "If you do not agree with this policy, please do not use our site.", "If you do not agree"),
    (CONSENT, "The box for the newsletter is pre-ticked.", "pre-ticked"),
    (LIABILITY, "We are not responsible for any loss of your data.", "not responsible"),
    (LIABILITY, "We accept no liability for unauthorised access.", "accept no liability"),
    (LIABILITY, "We are not responsible for the content of linked websites.", "not responsible"),
    (LIABILITY, "Any transmission is at your own risk.", "at your own risk"),
    (LIABILITY, "They are liable for the security of what you give them.", "They are liable for"),
    (PROMISE, "Our servers are 100% secure.", "100% secure"),
    (PROMISE, "Your information is completely safe.", "completely safe"),
    (PROMISE, "We guarantee that nobody reads it.", "We guarantee"),
    (PROMISE, "We will never share your address.", "never share"),
    (PROMISE, "We do not share your data with any third parties.", "not share your data"),
    (PROMISE, "Nobody else receives your data.", "Nobody else receives"),
    (PROMISE, "We never sell your data.", "never sell"),
    (PROMISE, "We will always tell you why.", "We will always tell"),
    (PROMISE, "Our legitimate interests do not affect your rights.", "do not affect your rights"),
    (PROMISE, "We use military-grade encryption.", "military-grade"),
    (PROMISE, "Our system is GDPR compliant.", "GDPR compliant"),
    (LAW, "We process data under the Data Protection Act 1998.", "Data Protection Act 1998"),
    (LAW, "We follow Directive 95/46/EC.", "Directive 95/46/EC"),
    (LAW, "Our host has joined the Safe Harbor framework.", "Safe Harbor framework"),
    (LAW, "Our host is certified under the Privacy Shield.", "Privacy Shield"),
    (LAW, "The UK GDPR applies, and our host in the US has joined the Data Privacy Framework.", "Data "
    "Privacy Framework"),
    (LAW, "Write to the ICO if data leaves, that is, goes outside the EEA.", "outside the EEA"),
    (LAW, "We in England rely on model clauses.", "model clauses"),
    (LAW, "You can complain to the European Commission.", "complain to the European Commission"),
    (LAW, "We keep to the eight data protection principles.", "eight data protection principles"),
    (LAW, "For the purpose of the General Data Protection Act we are the controller.", "General Data "
    "Protection Act"),
    (RIGHTS, "A copy of your data costs a fee of £10.", "fee of"),
    (RIGHTS, "We will respond to your request within 40 days.", "40 days"),
    (RIGHTS, "We reserve the right to refuse your request.", "reserve the right to refuse"),
    (RIGHTS, "You must provide a copy of your passport with every request.", "must provide a copy of your "
    "passport"),
    (RIGHTS, "Requests for access must be made in writing.", "must be made in writing"),
    (RIGHTS, "You may make only one request per year.", "only one request per year"),
    (RIGHTS, "You waive your rights to the data.", "You waive"),
    (PLACEHOLDER, "Write to [insert name] for details.", "[insert name]"),
    (PLACEHOLDER, "Email us at [email protected] please.", "[email protected]"),
    (PLACEHOLDER, "Lorem ipsum dolor sit amet.", "Lorem ipsum"),
    (PLACEHOLDER, "Our registration number is TBC.", "TBC"),
    (PLACEHOLDER, "Ring us on XXXXX today.", "XXXXX"),
]  # fmt: skip

#: What looks like it and is none.
NEAR_MISSES = [
    "This notice was last changed in May 2024.",
    "You may ask us for a copy of your information.",
    "You may object at any time.",
    "We may share your name with the police when a court orders it.",
    "We may use your email to send you a bill.",
    "We may contact you for market research.",
    "We do not guarantee that the website is always available.",
    "No method of transmission is completely secure.",
    "We cannot promise that it is 100% secure.",
    "We do not use your data for any other purpose.",
    "If we wish to use your data for another purpose, we will tell you first.",
    "We do not share your data with other companies unless you ask us to.",
    "We never share your data without your consent.",
    "By ticking the box you consent to our newsletter.",
    "By using this site you accept the terms of use.",
    "We use appropriate safeguards where appropriate safeguards are due.",
    "The UK GDPR replaced the Data Protection Act 1998.",
    "We no longer rely on the Privacy Shield.",
    "A fee may be charged only if your request is manifestly unfounded or excessive.",
    "You will not have to pay a fee to access your data.",
    "We keep recordings for 40 days and then delete them.",
    "We may need to ask you for proof of your identity if we have doubts.",
    "You must provide your passport for the right to rent check.",
    "You are not required to pay any charge for exercising your rights.",
    "You have the right to ask us to erase your data in certain circumstances.",
    "You can make a request in writing, by email or by telephone.",
    "You are responsible for keeping your password safe.",
    "You are not responsible for the loss of a card that was stolen.",
    "We keep your data for as long as is necessary, which is six years.",
    "In certain circumstances, such as a fire, we delete it.",
    "Contact us if you need any other information.",
    "[Read more about access](https://example.test/access) here.",
    "See Part XX of the rules.",
    "The Local Government etc. (Scotland) Act 1994 applies.",
    "Harbour Lane is a safe harbour for boats.",
    "We follow the UK GDPR and the Data Protection Act 2018.",
    "Data leaves the UK only for countries outside the UK and the EEA.",
    "Ring the tenants' helpline from time to time.",
    "We may update this notice from time to time.",
    "You are under no obligation to provide your phone number.",
]


def flags(text: str):
    return red_flags([Sentence(heading="Heading", place="7.2", text=text)])


@pytest.mark.parametrize(("kind", "text", "words"), STOPS)
def test_a_careful_reader_stops_here(kind, text, words):
    assert any(flag.kind is kind and words in flag.words for flag in flags(text)), flags(text)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_and_does_not_stop_here(text):
    assert flags(text) == ()


def test_every_entry_of_the_lexicon_finds_something():
    idle = {entry.words.pattern for entry in LEXICON}
    for _, text, _ in STOPS:
        for flag in flags(text):
            idle -= {
                entry.words.pattern for entry in LEXICON if entry.why == flag.why and entry.ask == flag.ask
            }
    assert not idle


def test_a_flag_says_where_what_why_and_what_to_do():
    (flag,) = flags("By using this website you consent to this policy.")
    assert (flag.place, flag.severity, flag.confidence) == ("7.2", Severity.HIGH, Confidence.LIKELY)
    assert flag.why
    assert flag.ask
    assert "UK GDPR Art. 7" in flag.law


def test_a_masked_address_is_asked_about_and_not_asserted():
    (flag,) = flags("Email us at [email protected] please.")
    assert flag.confidence is Confidence.ASK


def test_a_promise_that_can_be_kept_is_only_asked_about():
    (flag,) = flags("We never sell your data.")
    assert (flag.severity, flag.confidence) == (Severity.LOW, Confidence.ASK)


def test_curly_quotes_and_long_dashes_make_no_difference():
    assert [flag.words for flag in flags("We’ll always tell you.")] == ["We’ll always tell"]


def test_the_words_of_a_list_are_read_with_its_introduction():
    notice = (
        "# Sharing\nWe will never, in any case and for any reason whatsoever:\n- share your data with "
        "third parties"
    )
    assert [flag for flag in red_flags(split_sentences(notice)) if flag.kind is VAGUE] == []


def test_an_introduction_that_was_taken_for_a_heading_still_denies():
    notice = "We will not:\n\n- sell or rent your data to third parties"
    assert red_flags(split_sentences(notice)) == ()


def test_law_of_the_union_is_no_flag_in_a_notice_of_the_union():
    assert flags("Our host in Lyon keeps data inside the EEA under the GDPR.") == ()


def test_a_british_notice_that_names_only_the_regulation_of_the_union_is_told_once():
    notice = "We follow the General Data Protection Regulation. The GDPR is good. Complain to the ICO."
    found = [flag for flag in red_flags(split_sentences(notice)) if flag.kind is LAW]
    assert [flag.words for flag in found] == ["the General Data Protection Regulation"]


def test_a_british_notice_that_names_the_uk_gdpr_anywhere_is_not():
    notice = "We follow the General Data Protection Regulation. By that we mean the UK GDPR."
    assert red_flags(split_sentences(notice)) == ()


def test_a_law_of_another_country_is_not_called_unknown():
    assert flags("California residents have rights under the California Consumer Privacy Act.") == ()


def test_a_misnamed_law_is_shown_with_the_law_that_may_be_meant():
    (flag,) = flags("We keep to the Data Protecton Act 2018.")
    assert "Data Protection Act 2018" in flag.ask


def test_flags_stand_in_the_order_of_the_notice():
    notice = "Our data is 100% secure. We follow the GDPR in the UK. We will never share your data."
    assert [flag.place for flag in red_flags(split_sentences(notice))] == ["1.1", "1.2", "1.3"]


def test_the_words_of_a_flag_are_of_the_sentence_and_never_a_page():
    text = "By using " + "this and that " * 11 + "you consent to it."
    (flag,) = flags(text)
    assert len(flag.words) <= 160
    assert text.startswith(flag.words.rstrip("…"))


@pytest.mark.parametrize(
    "piece", ["we may share ", "by using you are ", "[insert ", "not able ", "Act And Of The "]
)
def test_a_line_of_tens_of_thousands_of_words_is_read(piece):
    words = piece * (20_000 // len(piece.split()))
    assert len(flags(words)) <= len(LEXICON) + 2


def test_no_sentences_no_flags():
    assert red_flags([]) == ()
