"""A notice is cut into the sentences that a careful reader would find, and no word is lost."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.model.notice import Clause
from audit_lib.notice.clauses import NO_HEADING, draft_clauses, split_sentences

NOTICE = """\
Kite Homes
Who we are
Kite Homes Ltd. is the controller. Write to us.

What we keep:
- Your name, e.g. as on your lease
- Your rent (3.5 per cent. more each year). Since May!
Post: write to
1 Mill Lane
"""
PUBLISHED = Path(__file__).parents[2].parent / "shared" / "seeds" / "privacy_notice.txt"
WORD = re.compile(r"\w+")


def texts(notice: str, headings=("no such heading",)) -> list[str]:
    return [sentence.text for sentence in split_sentences(notice, headings)]


def test_a_sentence_has_its_heading_and_place():
    found = [
        (sentence.place, sentence.heading, sentence.text)
        for sentence in split_sentences(NOTICE, ["Kite Homes", "Who we are", "What we keep:"])
    ]
    assert found == [
        ("3.1", "Who we are", "Kite Homes Ltd. is the controller."),
        ("3.2", "Who we are", "Write to us."),
        ("6.1", "What we keep:", "Your name, e.g. as on your lease"),
        ("7.1", "What we keep:", "Your rent (3.5 per cent. more each year)."),
        ("7.2", "What we keep:", "Since May!"),
        ("8.1", "What we keep:", "Post: write to"),
        ("9.1", "What we keep:", "1 Mill Lane"),
    ]


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("We ask. You answer.", ["We ask.", "You answer."]),
        ("Why? Because! Really…  Yes.", ["Why?", "Because!", "Really…", "Yes."]),
        ("We ask.. You answer.", ["We ask..", "You answer."]),
        ("We wait... And then?", ["We wait...", "And then?"]),
        ("It costs 3.50 pounds. It is due.", ["It costs 3.50 pounds.", "It is due."]),
        ("Go to www.kite.example/a.b. Then stop.", ["Go to www.kite.example/a.b.", "Then stop."]),
        ("Write to a.b@kite.example. We reply.", ["Write to a.b@kite.example.", "We reply."]),
        ("He said “Stop.” She did (at once.) Good.", ["He said “Stop.”", "She did (at once.)", "Good."]),
        ("Call us. 24 hours a day.", ["Call us.", "24 hours a day."]),
        ("We keep it. “It” is data.", ["We keep it.", "“It” is data."]),
        ("under Art. 6 and s. 5 of the Act", ["under Art. 6 and s. 5 of the Act"]),
        ("by Kite Ltd. For example, rent.", ["by Kite Ltd.", "For example, rent."]),
        ("by Kite Ltd , its users", ["by Kite Ltd , its users"]),
        ("all of it etc. and more", ["all of it etc. and more"]),
        ("我们收集数据。我们保护它。", ["我们收集数据。", "我们保护它。"]),
        ("نحن نجمع البيانات. نحن نحميها.", ["نحن نجمع البيانات.", "نحن نحميها."]),
    ],
)
def test_a_line_is_cut_where_its_sentences_end(line, sentences):
    assert texts(line) == sentences


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("- one", "one"),
        ("* one", "one"),
        ("• one", "one"),
        ("– one", "one"),
        ("1. one", "one"),
        ("12) one", "one"),
        ("(a) one", "one"),
        ("(iv) one", "one"),
        ("- 1. one", "one"),
        ("1 Mill Lane", "1 Mill Lane"),
        ("-one", "-one"),
        ("3.", "3."),
    ],
)
def test_the_mark_of_a_list_is_taken_off(line, sentence):
    assert texts(line) == [sentence]


@pytest.mark.parametrize("line", ["", "   ", "***", "----", ". . ."])
def test_a_line_without_a_word_is_no_sentence(line):
    assert texts(line) == []


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(ending):
    places = [sentence.place for sentence in split_sentences(ending.join(["\ufeffa", "", "b"]), ["x"])]
    assert places == ["1.1", "3.1"]


def test_what_stands_before_any_heading_says_so():
    assert split_sentences("We keep data.", ["x"])[0].heading == NO_HEADING


def test_given_headings_alone_decide_whatever_their_case_and_spacing():
    notice = "YOUR  RIGHTS\nAsk us\nWho we are"
    assert [(s.heading, s.text) for s in split_sentences(notice, ["Your rights"])] == [
        ("YOUR  RIGHTS", "Ask us"),
        ("YOUR  RIGHTS", "Who we are"),
    ]


def test_a_bullet_is_no_heading():
    assert texts("- Consent\nConsent", ["Consent"]) == ["Consent"]


def test_a_line_of_markdown_is_always_a_heading():
    (sentence,) = split_sentences("## Your rights ##\nAsk us.", ["x"])
    assert sentence.heading == "Your rights"


@pytest.mark.parametrize("line", ["Your rights", "What are cookies?", "What we keep:", "2. Your rights"])
def test_without_headings_a_short_line_is_taken_for_one(line):
    assert [s.heading for s in split_sentences(f"{line}\nWe keep data.")] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "We keep data.",
        "1 Mill Lane",
        "York, England",
        "write to us",
        "Write to a@kite.example",
        "This line has many words and goes on for longer than headings do",
        "For more of this and that go to the page:",
    ],
)
def test_without_headings_other_lines_are_not(line):
    assert line in texts(f"{line}\nWe keep data.", ())


signs = st.sampled_from([*" \n\t\r.!?…\"'()*-#:“”1aAbBéش中。", "Ltd. ", "e.g. ", "We ", "- ", "1. ", "no. "])


@given(st.lists(signs, max_size=80).map("".join))
def test_no_word_is_lost_and_none_comes_twice(notice):
    lines = [line.strip() for line in notice.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = [line for line in lines if not re.fullmatch(r"#{1,6}\s+\S.*", line)]
    bare = [
        re.sub(r"^(?:[-*]\s+)?(?:\d\d?[.)]|\([a-z]{1,4}\)|\(\d\d?\)|[a-z]\))\s+(?=\S)", "", line)
        for line in kept
    ]
    words = [word for line in bare for word in WORD.findall(line)]
    assert [word for text in texts(notice) for word in WORD.findall(text)] == words


@given(st.lists(signs, max_size=40).map("".join))
def test_every_sentence_has_a_word_and_its_own_place(notice):
    sentences = split_sentences(notice, ["x"])
    assert all(any(sign.isalnum() for sign in sentence.text) for sentence in sentences)
    places = [tuple(map(int, sentence.place.split("."))) for sentence in sentences]
    assert places == sorted(set(places))


def test_a_draft_of_the_clauses_lacks_only_what_a_person_must_say():
    drafts = draft_clauses(NOTICE, ["Kite Homes", "Who we are", "What we keep:"])
    assert [draft["id"] for draft in drafts][:2] == ["c-001", "c-002"]
    clauses = [Clause.model_validate({**draft, "gist": "to be said"}) for draft in drafts]
    assert len(clauses) == 7


@pytest.mark.skipif(not PUBLISHED.exists(), reason=f"the published notice is not there: {PUBLISHED.name}")
def test_the_published_notice_keeps_every_word():
    notice = PUBLISHED.read_text(encoding="utf-8")
    assert [w for text in texts(notice) for w in WORD.findall(text)] == WORD.findall(notice)
    assert len(split_sentences(notice)) == 122


def test_without_given_headings_a_short_line_is_one_only_with_text_beneath():
    found = split_sentences("Our notice\nSharing\nWe tell the bank.\nKite Ltd")
    assert [(sentence.heading, sentence.text) for sentence in found] == [
        ("(before the first heading)", "Our notice"),
        ("Sharing", "We tell the bank."),
        ("Sharing", "Kite Ltd"),
    ]


def test_where_headings_are_marked_none_is_guessed():
    found = split_sentences("# Sharing\nKite Homes Limited\nWe tell the bank.")
    assert [sentence.text for sentence in found] == ["Kite Homes Limited", "We tell the bank."]


def test_a_line_of_marks_without_end_is_cut_in_no_more_than_its_own_time():
    assert texts("! " * 50_000 + "We.") == ["! " * 50_000 + "We."]
