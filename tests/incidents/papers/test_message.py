"""The letter to people: all that Art. 34(2) asks for, in words that a child of twelve can read."""

import datetime as dt

import pytest
from incident_cases import AT, breach, content, dentist, gaps, part, texts

from audit_lib.errors import ParameterError
from audit_lib.exports.document_page import document_page
from audit_lib.files.read_map import read_map
from audit_lib.incidents.assess import assess_incident
from audit_lib.incidents.papers.exposed_kinds import KINDS, OTHER, SPECIAL
from audit_lib.incidents.papers.message import draft_message, draft_public_notice
from audit_lib.incidents.papers.message_words import HAPPENED, MEANS, nation_advice
from audit_lib.incidents.register.entry import assessed_fields, in_utc
from audit_lib.model.breach import BreachRecord, Told
from audit_lib.model.circumstances import Circumstances
from audit_lib.model.data_map import DataMap
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.readability import readability

#: Flesch's reading ease of plain English, which a pupil of 12 or 13 reads with ease (70 to 80).
PLAIN = 70

DO = "What you can do"
HAPPENED_PART = "What happened"


def letter(subject="patients", record=None, data_map=None, **facts):
    found, assessment = breach(data_map, **facts)
    return draft_message(found, assessment, subject=subject, as_of=AT, record=record)


def running_text(document):
    return " ".join(
        sentence.text
        for sentence in document.sentences()
        if not sentence.gap and sentence.text.endswith((".", "?"))
    )


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (HAPPENED_PART, "On 20 November 2026 we found out about a data breach at Cloudtooth."),
        (HAPPENED_PART, "We do not know who they are."),
        ("Who you can talk to", "lead@mill.example"),
        ("What this could mean for you", "Someone could try to take money from you"),
        ("What we have done", "The account was shut."),
        (DO, "Tell your bank or card firm."),
    ],
)
def test_it_says_nature_contact_consequences_measures_and_what_helps(section, words):
    made = letter(confidentiality="unknown-recipients", measures=("The account was shut.",))
    assert words in part(made, section)


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        ("passport", "HM Passport Office"),
        ("passport", "loans or accounts that you did not ask for"),
        ("bank-details", "Check your bank account"),
        ("home-address", "If you are in danger, call 999."),
        ("x-ray", "We can talk about what would help."),
    ],
)
def test_what_people_can_do_follows_from_what_was_exposed(data, advice):
    assert advice in part(letter(data=(data,)), DO)


def test_a_password_is_changed_and_elsewhere_too():
    made = letter(party="mill-street", data=("log-in",))
    assert "Change your password with us now." in part(made, DO)


def test_it_does_not_advise_about_data_that_was_not_exposed():
    assert "bank" not in part(letter(data=("passport",)), DO)


def test_each_kind_of_people_reads_of_its_own_data_alone():
    made = letter("visitors")
    assert "Home address" in part(made, "What information this is about")
    assert "Copy of passport" not in " ".join(texts(made))


def test_parents_are_told_to_do_it_for_their_children():
    assert "Is this about your child?" in part(letter("patients"), DO)
    assert "Is this about your child?" not in part(letter("visitors"), DO)


@pytest.mark.parametrize(
    ("jurisdiction", "route"),
    [("England", "Tell Report Fraud"), ("Scotland", "call the police on 101")],
)
def test_fraud_is_told_where_people_live(jurisdiction, route):
    made = letter(data_map=dentist(jurisdiction=jurisdiction), data=("passport",))
    assert route in part(made, DO)


def test_where_the_map_does_not_say_both_routes_are_given():
    assert len(nation_advice("United Kingdom")) == 2


def test_without_facts_it_does_not_say_what_happened_to_the_data():
    assert any("what happened to the information" in gap for gap in gaps(letter(), HAPPENED_PART))


def test_it_does_not_say_that_nobody_was_harmed():
    assert any("come to harm" in gap for gap in gaps(letter(), "What this could mean for you"))


def test_it_says_that_the_regulator_was_told_only_if_the_register_says_so():
    _, assessment = breach()
    fields = assessed_fields(assessment, in_utc(assessment.circumstances))
    record = BreachRecord(id="B-2026-0001", **fields, told=Told(regulator=AT))
    told = part(letter(record=record), "What we have done")
    assert "We told the Office of Data Fairness on 22 November 2026." in told
    assert "We told" not in part(letter(), "What we have done")


def test_data_that_only_the_map_shows_is_to_be_confirmed():
    assert any("that all of this is concerned" in gap for gap in gaps(letter(), "information this is about"))
    assert not gaps(letter(data=("passport",)), "information this is about")


def test_where_nobody_saw_the_data_it_does_not_frighten_with_fraud():
    made = letter(confidentiality="none", integrity="none", availability="for-good")
    assert "Someone could" not in " ".join(texts(made))
    assert "Your information is lost" in part(made, HAPPENED_PART)
    assert "could come late" in part(made, "What this could mean for you")


def test_what_we_call_the_case_does_not_stand_in_the_letter():
    made = letter()
    assert "Draft" not in made.foot
    assert "map" not in made.foot


def test_words_of_the_staff_are_not_passed_on_before_somebody_has_read_them():
    made = letter(what="Kim left the door open.")
    said = next(each for each in made.sentences() if "Kim left" in each.text)
    assert said.gap


@pytest.mark.parametrize("subject", ["patients", "visitors"])
def test_a_pupil_of_twelve_can_read_it(subject):
    made = letter(
        subject, confidentiality="unknown-recipients", availability="temporary", integrity="altered"
    )
    found = readability(split_sentences(running_text(made)))
    assert found.reading_ease >= PLAIN
    assert not found.long_sentences


def test_the_letters_of_the_shipped_maps_are_plain():
    for folder, facts in (
        ("btr", {"party": "yardi", "data": ("passport-copy",)}),
        ("small_agency", {"system": "platform"}),
    ):
        data_map = read_map(f"data_maps/{folder}")
        known = Circumstances(aware=dt.datetime(2026, 11, 20, 14, 35), **facts)
        assessed = assess_incident(data_map, known, dt.date(2026, 11, 22))
        for subject in assessed.radius.subjects:
            made = draft_message(data_map, assessed, subject=subject, as_of=AT)
            assert readability(split_sentences(running_text(made))).reading_ease >= PLAIN


def test_every_sentence_that_a_letter_can_hold_is_short():
    every = [text for kind in (*KINDS, OTHER, SPECIAL) for text in (kind.may, *kind.do)]
    every += [*HAPPENED.values(), *(text for pair in MEANS.values() for text in pair)]
    for text in every:
        assert not readability(split_sentences(text)).long_sentences, text


def test_people_whose_data_is_not_exposed_get_no_letter():
    data_map, assessment = breach()
    with pytest.raises(ParameterError, match=r'No data of "patient" is exposed.*Did you mean "patients"'):
        draft_message(data_map, assessment, subject="patient", as_of=AT)


def test_a_public_notice_speaks_to_the_same_people_and_asks_where_it_is_shown():
    data_map, assessment = breach(effort="yes")
    made = draft_public_notice(data_map, assessment, subject="patients", as_of=AT)
    assert made.title == "A notice about your information"
    assert "This is for patients." in " ".join(texts(made))
    assert any("where this is shown so that patients will see it" in each for each in texts(made))


def test_what_comes_from_outside_cannot_become_markup():
    said = content()
    said["parties"][0]["name"] = "<script>alert(1)</script>"
    said["data"][3]["name"] = "<b onclick=x>Passport</b>"
    page = document_page(letter(data_map=DataMap.model_validate(said)))
    assert "<script>" not in page
    assert "<b onclick" not in page


def suspected(subject="suspects"):
    """Return a map in which the data of patients is that of suspects too, whom an inquiry is about."""
    values = content()
    for party in list(values["parties"]):
        if party["id"] == "patients":
            values["parties"].append({**party, "id": subject, "name": "Suspected thieves"})
    values["purposes"].append(
        {"id": "inquire", "name": "Inquire", "kind": "crime-prevention", "stance": "recorded"}
    )
    work = {**values["activities"][0], "id": "look-into", "name": "Look into", "purpose": "inquire"}
    values["activities"].append({**work, "subjects": [subject], "bases": [], "contract_with": []})
    for flow in values["flows"]:
        if "patients" in flow["subjects"]:
            flow["subjects"] = [*flow["subjects"], subject]
    return DataMap.model_validate(values)


@pytest.mark.parametrize("draft", [draft_message, draft_public_notice])
def test_suspects_are_not_called_so_and_somebody_asks_first_whether_they_are_told(draft):
    found, assessment = breach(suspected())
    text = " ".join(texts(draft(found, assessment, subject="suspects", as_of=AT)))
    assert "thieves" not in text.lower()
    assert "an inquiry may ask for silence" in text
    assert "an inquiry may" not in " ".join(texts(draft(found, assessment, subject="patients", as_of=AT)))


def test_that_somebody_is_suspected_is_not_written_to_them():
    values = content()
    for category in values["data"]:
        if category["id"] == next(iter(breach()[1].radius.exposed)).data[0]:
            category["sensitivity"] = "criminal-offence"
            name = category["name"]
    found, assessment = breach(DataMap.model_validate(values))
    made = draft_message(found, assessment, subject="patients", as_of=AT)
    assert name not in part(made, "What information this is about")
    assert any("may be told" in text for text in gaps(made, "What information this is about"))
