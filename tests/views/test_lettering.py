"""Words in pictures: harmless, and never wider than their room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.views.lettering import fit, one_line, width, wrap

TEXTS = st.text(max_size=300)


@given(TEXTS, st.floats(20, 400), st.floats(6, 18))
def test_a_fitted_text_is_never_wider_than_its_room(text, room, size):
    assert width(fit(text, room, size), size) <= room + 1e-6


@given(TEXTS, st.floats(20, 400), st.integers(1, 4))
def test_no_wrapped_line_is_wider_than_its_room(text, room, lines):
    found = wrap(text, room, 9, "bold", lines)
    assert len(found) <= lines
    assert all(width(line, 9, "bold") <= room + 1e-6 for line in found)


@given(TEXTS)
def test_a_line_holds_nothing_that_breaks_or_turns_it(text):
    assert all(character.isprintable() or character == "\u3000" for character in one_line(text))


def test_a_short_text_is_left_as_it_is():
    assert fit("Tenants", 100, 9) == "Tenants"
    assert wrap("Repair contractors", 200, 9) == ("Repair contractors",)


def test_what_is_cut_off_is_said():
    assert fit("Tenants and their guests", 60, 9).endswith("…")
    assert wrap("one two three four five six", 40, 9, lines=2)[-1].endswith("…")
    assert one_line("x" * 10_000).endswith("…")


def test_wrapping_loses_no_word_while_there_is_room():
    text = "Card and payment processors of the agency"
    assert " ".join(wrap(text, 90, 9, lines=9)) == text


def test_a_word_wider_than_a_line_goes_on_in_the_next():
    assert "".join(wrap("Verwaltungsgesellschaft", 60, 9, lines=5)) == "Verwaltungsgesellschaft"


def test_marks_that_reverse_the_direction_of_writing_go():
    assert one_line("rent \u202eexe.pdf\u2066") == "rent exe.pdf"


def test_right_to_left_words_stay():
    assert one_line("שכירות") == "שכירות"
