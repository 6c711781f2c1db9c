"""How hard a notice is to read is counted, and not said where it cannot be."""

import pytest

from audit_lib.notice.clauses import Sentence, split_sentences
from audit_lib.notice.readability import readability, syllables

#: As a dictionary divides them.
SYLLABLES = {
    "data": 2, "used": 1, "purposes": 3, "information": 4, "various": 3, "policies": 3, "privacy": 3,
    "controller": 3, "processing": 3, "necessary": 4, "disclosed": 2, "services": 3, "area": 3, "deleted": 3,
    "created": 3, "website": 2, "people": 2, "requirement": 3, "legitimate": 4, "consent": 2, "employee": 3,
    "enquiries": 3, "cookies": 2, "changes": 2, "society": 4, "regulation": 4, "ourselves": 2, "passport": 2,
    "quality": 3, "situation": 4, "continuous": 4, "table": 2, "media": 3, "european": 4, "individual": 5,
    "needed": 2, "based": 1, "telephone": 3, "statement": 2, "employer": 3, "names": 1, "we": 1,
}  # fmt: skip


def read(text: str):
    return readability(split_sentences(text))


@pytest.mark.parametrize(("word", "number"), SYLLABLES.items())
def test_syllables_are_those_of_the_dictionary(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize("word", ["", "x", "hmm", "the", "we’ll", "Ltd"])
def test_every_word_has_a_syllable(word):
    assert syllables(word) == 1


def test_lix_is_words_a_sentence_plus_the_percentage_of_long_words():
    found = read("We collect personal information about tenants. Nobody else has it here now.")
    assert (found.words, found.sentences, found.words_a_sentence) == (12, 2, 6.0)
    assert found.lix == round(6 + 100 * 4 / 12, 1)


def test_reading_ease_is_that_of_flesch():
    found = read("We keep your name safe.")
    assert found.reading_ease == round(206.835 - 1.015 * 5 - 84.6 * 5 / 5, 1)


def test_plain_words_are_easier_than_those_of_lawyers():
    plain = read("We keep your name. We use it to send you bills. You can ask us to stop.")
    heavy = read(
        "Notwithstanding the foregoing, personally identifiable information relating to individuals may "
        "be disclosed to affiliated organisations, contractual counterparties and governmental authorities."
    )
    assert plain.lix is not None
    assert heavy.lix is not None
    assert plain.lix < 30 < 60 < heavy.lix
    assert plain.reading_ease is not None
    assert heavy.reading_ease is not None
    assert plain.reading_ease > 90 > 10 > heavy.reading_ease


def test_numbers_and_marks_are_no_words():
    assert read("Ring 0303 123 1113 – 24/7.").words == 1


def test_a_word_with_an_apostrophe_or_a_hyphen_is_one():
    assert read("We’ll keep your e-mail.").words == 4


def test_sentences_beyond_thirty_words_are_named():
    long = " ".join(["word"] * 31)
    assert read(f"Short one here.\n{long}.\nAnother short one.").long_sentences == ("2.1",)
    assert read(" ".join(["word"] * 30) + ".").long_sentences == ()


def test_minutes_are_whole_and_begun_minutes_count():
    assert [read("word " * number).minutes for number in (0, 1, 238, 239, 2380)] == [0, 1, 1, 2, 10]


@pytest.mark.parametrize(
    "text",
    [
        "我们收集您的个人数据。我们不出售它。",
        "نحن نجمع بياناتك الشخصية. لا نبيعها.",
        "Мы храним ваши данные.",
    ],
)
def test_in_another_script_there_is_no_index(text):
    found = read(text)
    assert (found.lix, found.reading_ease) == (None, None)
    assert found.words > 0


def test_an_accent_is_no_other_script():
    assert read("Nous gardons vos données à Québec.").lix is not None


def test_of_nothing_nothing_is_said():
    found = readability([])
    assert (found.words, found.sentences, found.words_a_sentence, found.minutes) == (0, 0, 0.0, 0)
    assert (found.lix, found.reading_ease, found.long_sentences) == (None, None, ())


def test_a_line_without_a_letter_is_no_sentence():
    assert readability([Sentence(heading="H", place="1.1", text="020 7946 0000")]).sentences == 0
