"""Tables of words become cards on a narrow screen; tables of numbers stay tables."""

from bs4 import BeautifulSoup

from audit_lib.exports.page_cards import deal

SENTENCE = "The owner of each activity names a basis."


def dealt(rows, heads="<tr><th>Name</th><th>What</th><th>Why</th></tr>"):
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = BeautifulSoup(f"<table><thead>{heads}</thead><tbody>{body}</tbody></table>", "html.parser")
    deal(page.table)
    return page.table


def test_each_cell_of_a_table_of_words_says_which_column_it_is():
    table = dealt([("Yardi", "processor", SENTENCE)])
    assert table["class"] == "cards"
    assert [cell["data-column"] for cell in table.select("td")] == ["Name", "What", "Why"]


def test_the_name_of_a_row_heads_its_card_and_one_in_a_later_column_says_which_it_is():
    row = f"<th>Yardi</th><th>{SENTENCE}</th><td>{SENTENCE}</td>"
    heads = "<tr><th>Name</th><th>What</th><th>Why</th></tr>"
    markup = f"<table><thead>{heads}</thead><tbody><tr>{row}</tr></tbody></table>"
    table = BeautifulSoup(markup, "html.parser").table
    deal(table)
    assert [cell.get("data-column") for cell in table.tbody.tr.children] == [None, "What", "Why"]


def test_an_empty_cell_says_nothing():
    table = dealt([("Yardi", "", SENTENCE)])
    assert [cell.get("data-column") for cell in table.select("td")] == ["Name", None, "Why"]


def test_numbers_stay_in_columns_however_long_the_names_of_their_rows_are():
    assert "class" not in dealt([(SENTENCE, "1", "2")]).attrs


def test_a_table_of_many_short_columns_stays_one():
    heads = f"<tr>{'<th>A</th>' * 8}</tr>"
    assert "class" not in dealt([("Yardi", SENTENCE, *"123456")], heads).attrs


def test_heads_over_several_columns_and_rows_that_are_not_whole_stay_as_they_are():
    two = "<tr><th>Name</th><th colspan=2>Both</th></tr>"
    assert "class" not in dealt([("Yardi", SENTENCE, SENTENCE)], two).attrs
    assert "class" not in dealt([("Yardi", SENTENCE), ("Abrdn", SENTENCE, SENTENCE)]).attrs
