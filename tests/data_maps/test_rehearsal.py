"""The invented requests to rehearse with fit the map, name nobody and show what a register must show."""

import datetime as dt
from pathlib import Path

import pytest

from audit_lib.errors import ParameterError
from audit_lib.files.read_map import read_map
from audit_lib.files.text_file import read_text
from audit_lib.model.deadline import Question
from audit_lib.rights.figures import monthly_figures
from audit_lib.rights.register.importing import parse_requests
from audit_lib.rights.register.source import load_requests
from audit_lib.rights.register.table import MAX_BYTES, Table

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data_maps" / "btr"
TABLE = FOLDER / "rehearsal" / "requests.csv"
AS_OF = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def requests():
    return load_requests(TABLE, AS_OF).requests


def test_the_map_is_read_without_looking_into_the_folder():
    assert not any(place.file.endswith(".csv") for place in read_map(FOLDER).places.values())


def test_people_and_channels_are_those_of_the_map(requests):
    table = Table(TABLE.name, read_text(TABLE, MAX_BYTES, ParameterError))
    assert parse_requests(table, AS_OF, data_map=read_map(FOLDER)) == requests


def test_everybody_stands_under_a_pseudonym_and_in_the_nation_of_the_map(requests):
    assert all(request.person for request in requests)
    assert {request.nation for request in requests} == {"england-and-wales"}


def test_it_shows_what_a_register_must_show(requests):
    figures = monthly_figures(requests, AS_OF)
    assert [month.month.month for month in figures.months] == list(range(2, 12))
    assert all(month.received for month in figures.months)
    total = figures.total
    assert (total.overdue, total.waiting, figures.later) == (2, 2, 0)
    assert min(total.in_time, total.late, total.untimed, total.extended, total.refused) > 0
    assert any(request.late_extension for request in requests)
    assert any(request.marketing and not request.open for request in requests)
    assert any(request.dates.identity != Question() for request in requests)
    assert any(len(request.dates.clarifications) > 0 and not request.open for request in requests)
    assert any(request.due == dt.date(2026, 4, 7) for request in requests), "Easter"
    assert any(request.due == dt.date(2026, 12, 29) for request in requests), "Christmas"
