"""What stands for a name."""

import logging
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.errors import InputError
from audit_lib.files.register import Draft, open_register
from audit_lib.files.register.pseudonym import normalised, pseudonym_of

from .conftest import DAY, MOMENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Lovelace", "  ada \t LOVELACE\n"),
        ("Zoë", "Zoe\u0308"),
        ("O’Brien", "O'BRIEN"),
        ("Smith–Jones", "Smith-Jones"),
        ("Ada\u00a0Lovelace", "Ada Lovelace"),
        ("Ada\u200bLovelace", "AdaLovelace"),
        ("ＡＤＡ", "ada"),
        ("Straße", "STRASSE"),
        (" Ada@Example.ORG ", "ada@example.org"),
    ],
)
def test_one_person_written_in_two_ways_has_one_pseudonym(one, other):
    assert pseudonym_of(b"k", one) == pseudonym_of(b"k", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada", "Adá"), ("Ada Lovelace", "AdaLovelace"), ("a.b@c.org", "ab@c.org"), ("flat 1", "flat 11")],
)
def test_two_people_have_two(one, other):
    assert pseudonym_of(b"k", one) != pseudonym_of(b"k", other)


@given(st.text())
def test_levelling_a_second_time_changes_nothing(name):
    once = normalised(name)
    assert normalised(once) == once


@given(st.text(), st.binary(min_size=1))
def test_a_pseudonym_is_always_one_that_an_entry_accepts(name, key):
    if normalised(name):
        made = pseudonym_of(key, name)
        assert re.fullmatch(r"[a-z2-7]{4}(-[a-z2-7]{4}){3}", made)
        assert Draft(opened=DAY, person=made).person == made


def test_another_register_has_other_pseudonyms(tmp_path):
    made = set()
    for name in ("one.db", "other.db"):
        with open_register(tmp_path / name, create=True) as register:
            made.add(register.pseudonym("Ada Lovelace"))
    assert len(made) == 2


def test_a_hundred_thousand_people_share_none():
    assert len({pseudonym_of(b"k", f"person {number}") for number in range(100_000)}) == 100_000


@pytest.mark.parametrize("blank", ["", " \t\n", "\u200b\u2060", "\x00"])
def test_a_name_of_nothing_is_refused(register, blank):
    with pytest.raises(InputError, match="There is no name here"):
        register.pseudonym(blank)


def test_a_name_reaches_neither_the_files_nor_the_log_nor_an_error(home, register, caplog):
    name = "Wilhelmina Quackenbush"
    caplog.set_level(logging.DEBUG)
    person = register.pseudonym(name)
    register.add("request", DAY, MOMENT, lambda _: Draft(opened=DAY, person=person))
    with pytest.raises(InputError) as caught:
        register.get("R-2026-0009")
    with pytest.raises(ValueError, match="person") as refused:
        Draft(opened=DAY, person="abc")
    assert "Quackenbush" not in str(refused.value)
    assert "Quackenbush" not in str(caught.value) + caplog.text
    register.close()
    for file in home.parent.iterdir():
        held = file.read_bytes().lower()
        assert b"quackenbush" not in held
        assert b"wilhelmina" not in held
