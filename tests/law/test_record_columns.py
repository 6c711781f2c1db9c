"""The columns of the regulator's templates."""

from __future__ import annotations

from collections import Counter

from audit_lib.law.record_columns import ColumnGroup, column_groups, record_columns
from audit_lib.model.record import RecordKind


def test_a_controllers_record_has_30_columns_in_three_groups_in_order():
    groups = list(column_groups(RecordKind.CONTROLLER).values())
    assert Counter(groups) == {
        ColumnGroup.ARTICLE_30: 11,
        ColumnGroup.ACCOUNTABILITY: 14,
        ColumnGroup.SCHEDULE_1: 5,
    }
    assert groups == sorted(groups, key=list(ColumnGroup).index)


def test_article_30_and_schedule_1_are_required_and_accountability_is_not():
    groups = column_groups(RecordKind.CONTROLLER)
    for column in record_columns(RecordKind.CONTROLLER):
        assert column.required is (groups[column.id] is not ColumnGroup.ACCOUNTABILITY)


def test_every_column_names_its_provision():
    for kind in RecordKind:
        for column in record_columns(kind):
            assert column.law.startswith(("UK GDPR Art. ", "DPA 2018 Sch. 1 para. "))


def test_ids_are_unique():
    for kind in RecordKind:
        ids = [column.id for column in record_columns(kind)]
        assert len(ids) == len(set(ids))


def test_all_of_article_30_2_is_in_a_processors_record():
    laws = {column.law for column in record_columns(RecordKind.PROCESSOR) if column.required}
    assert laws == {f"UK GDPR Art. 30(2)({letter})" for letter in "abcd"}
