"""Names are alike in their words or letter by letter; a guess is bounded in what it costs."""

from audit_lib.evidence.likeness import Labels


def test_a_plural_is_the_same_word():
    assert Labels([("pay", "Payment processors")]).nearest("payment processor (card)") == "pay"


def test_words_that_many_names_have_tell_little():
    labels = Labels([("a", "Alpha services"), ("b", "Beta services"), ("c", "Gamma services")])
    assert labels.nearest("Gamma rescue services") == "c"


def test_legal_forms_make_no_likeness():
    assert Labels([("a", "Acme Ltd")]).nearest("Zenith Ltd") is None


def test_letters_make_up_for_slips():
    assert Labels([("a", "Maintenance contractors")]).nearest("maintenence contracters") == "a"


def test_one_word_of_several_is_not_enough():
    assert Labels([("a", "Red harbour lights")]).nearest("Harbour café owners") is None


def test_of_two_as_like_the_first_counts():
    assert Labels([("b", "Marina"), ("a", "Marina")]).nearest("marina") == "b"


def test_without_names_nothing_is_like():
    assert Labels([]).nearest("anything") is None


def test_a_name_without_letters_is_like_nothing():
    assert Labels([("a", "§§")]).nearest("§§") is None
