"""A notice, examined, as one page."""

import datetime as dt

from audit_lib.exports.reading_page import reading_page
from audit_lib.notice.examine import examine

TODAY = dt.date(2026, 11, 22)


def page(text: str, name: str = "notice.txt") -> str:
    return reading_page(examine(text, TODAY), name)


def test_the_page_holds_the_judgements_the_flags_and_the_marked_notice():
    made = page("We are Kite Ltd. By using this site you consent to all that we do with your data.")
    for words in ("What must be told", "Red flags", "By using this site", "The notice, marked", "Kite Ltd"):
        assert words in made


def test_nothing_of_the_notice_is_obeyed():
    made = page("We are <script>alert(1)</script> Kite Ltd. We keep <img src=x onerror=alert(1)> your data.")
    assert "<script" not in made
    assert "<img src=x" not in made


def test_neither_is_its_name():
    assert "<b>" not in page("We are Kite Ltd and we keep your data.", "<b>.txt")


def test_the_page_loads_nothing():
    made = page("We are Kite Ltd and we keep your data. See https://kite.example/privacy for more.")
    assert 'src="http' not in made
    assert "default-src 'none'" in made


def test_the_same_notice_gives_the_same_page():
    text = "We are Kite Ltd and we keep your data for six years."
    assert page(text) == page(text)
