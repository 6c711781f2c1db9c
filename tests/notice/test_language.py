"""Only English can be read; other languages are recognised as such."""

import pytest

from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.language import looks_english

ENGLISH = [
    "We keep your name and your address for as long as you are a customer of the bakery.",
    "You may ask us for a copy of what we hold about you, and we will send it within a month.",
    "Who we are\nKite Homes Ltd\nWhat we collect\nWe collect your name, your address and your rent.",
]
OTHER = [
    "Wir speichern Ihren Namen und Ihre Anschrift, solange Sie Kunde der Bäckerei sind.",
    "Nous conservons votre nom et votre adresse tant que vous êtes client de la boulangerie.",
    "Conservamos su nombre y su dirección mientras sea cliente de la panadería.",
    "Rydym yn cadw eich enw a'ch cyfeiriad tra byddwch yn gwsmer i'r becws.",
    "Wij bewaren uw naam en adres zolang u klant van de bakkerij bent.",
    "我们会在您是客户期间保留您的姓名和地址。",
    "نحتفظ باسمك وعنوانك طالما أنك عميل.",
    "",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_recognised(text):
    assert looks_english(split_sentences(text))


@pytest.mark.parametrize("text", OTHER)
def test_other_languages_are_not_taken_for_english(text):
    assert not looks_english(split_sentences(text))


def test_a_name_in_another_language_does_not_hide_english():
    assert looks_english(
        split_sentences("We share your data with the Bundesamt für Sicherheit and with our bank.")
    )
