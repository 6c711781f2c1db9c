"""A sentence is read with its heading, its list and its table."""

from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.passages import passages, plain


def read(text: str):
    return passages(split_sentences(text))


def test_contractions_are_written_out():
    assert plain("We'll tell you, won't we, if it's lost?") == "we will tell you, will not we, if it is lost?"


def test_a_possessive_loses_its_apostrophe():
    assert plain("The Commissioner’s office") == "the commissioners office"


def test_markup_goes_and_addresses_in_angle_brackets_stay():
    assert plain("<b>Write</b> to <hello@kite.example>") == "write to <hello@kite.example>"


def test_the_right_to_rent_is_no_right_over_data():
    assert plain("the right to rent") == "the right_to_rent"


def test_caution_denies_nothing():
    assert plain("including, but not limited to, names") == "including, names"


def test_items_know_what_introduces_them():
    items = read("On Monday, and then only, we collect:\n- names\n- addresses")[1:]
    assert {item.lead for item in items} == {"on monday, and then only, we collect:"}


def test_a_list_ends_where_sentences_go_on():
    after = read("On Monday, and then only, we collect:\n- names\n- addresses\nWe never sell anything.")[-1]
    assert after.lead == ""


def test_a_list_ends_with_its_heading():
    after = read("On Monday, and then only, we collect:\n- names\n## Rights\nNone, sadly.")[-1]
    assert after.lead == ""


def test_rows_know_the_head_of_their_table():
    rows = read("| Purpose | How long |\n|---|---|\n| News | One year |\n| Bread | Two years |")
    assert [row.lead for row in rows] == ["", *["| purpose | how long |"] * 2]


def test_the_number_of_a_heading_is_not_read():
    assert read("## 4. Your rights\nYou have some.")[0].heading == "your rights"


def test_glued_sentences_come_apart():
    assert plain("We use a hash.If you ask, we tell.") == "we use a hash. if you ask, we tell."
