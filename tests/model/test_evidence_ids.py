"""What words of a log can stand for follows from the column."""

from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_ids import ids_of
from audit_lib.model.evidence_source import WORDS, Column
from audit_lib.model.restriction import Ground


def test_each_column_of_words_but_the_country_has_its_ids(content):
    data_map = DataMap.model_validate(content)
    assert [column for column in WORDS if not ids_of(data_map, column)] == [Column.COUNTRY]


def test_people_can_be_senders_and_recipients(content):
    data_map = DataMap.model_validate(content)
    assert "customers" in ids_of(data_map, Column.SENDER)
    assert "customers" in ids_of(data_map, Column.RECIPIENT)


def test_grounds_are_those_of_a_restriction(content):
    assert ids_of(DataMap.model_validate(content), Column.GROUND) == tuple(Ground)
