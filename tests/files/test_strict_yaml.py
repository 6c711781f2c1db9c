"""A map's YAML is read strictly: texts stay texts, and what is doubtful is refused at its place."""

import gc
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.errors import Fault, MapError
from audit_lib.files.strict_yaml import MAX_ALIASED, MAX_DEPTH, MAX_FAULTS, read_yaml


def faults(text: str) -> list[str]:
    with pytest.raises(MapError) as caught:
        read_yaml(text, "flows.yaml")
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "word", ["NO", "no", "on", "true", "1.10", "012", "1e3", "12:30", "2026-11-22", "0x1F", ".inf", "="]
)
def test_a_word_stays_the_text_that_was_written(word):
    assert read_yaml(f"a: {word}").value == {"a": word}
    assert read_yaml(f"[{word}]").value == [word]


@pytest.mark.parametrize("nothing", ["", " ~", " null", " Null", " NULL"])
def test_nothing_is_none(nothing):
    assert read_yaml(f"a:{nothing}").value == {"a": None}


def test_a_quoted_null_is_a_word():
    assert read_yaml("a: \"null\"\nb: ''").value == {"a": "null", "b": ""}


def test_a_mapping_knows_its_line_and_column():
    document = read_yaml("flows:\n  - id: rent\n  -  id: keys\n")
    assert [document.start(flow) for flow in document.value["flows"]] == [(2, 5), (3, 6)]


def test_every_repeated_key_is_told_with_the_line_of_the_first():
    text = "a: 1\nb: {x: 1, x: 2}\nflows:\n  - to: a\n    from: b\n    to: c\na: 2\n"
    assert faults(text) == [
        'flows.yaml:2:11 The key "x" stands here twice; the first is in line 2.',
        'flows.yaml:6:5 The key "to" stands here twice; the first is in line 4.',
        'flows.yaml:7:1 The key "a" stands here twice; the first is in line 1.',
    ]


def test_one_key_in_two_mappings_is_no_fault():
    assert read_yaml("- {a: 1}\n- {a: 2}").value == [{"a": "1"}, {"a": "2"}]


SYNTAX = {
    'a: "open\nb: 2\n': "1:4 The quote that opens here is never closed.",
    "a: 'open\nb: 2\n": "1:4 The quote that opens here is never closed.",
    "a:\n\tb: 1\n": "2:1 A tab stands here: YAML is indented with blanks.",
    "a: 1\n\tb: 2\n": "2:1 A tab stands here: YAML is indented with blanks.",
    "a: [1, 2\nb: 3\n": "1:4 The list that opens with [ here is not closed, or lacks a comma.",
    "a: {x: 1\nb: 3\n": "1:4 The mapping that opens with { here is not closed, or lacks a comma.",
    "a:\n  - x\n b: 1\n": "3:2 This line does not fit: check how far it is indented, and its quotes.",
    "a: @x\n": '1:4 A value cannot start with "@": put it in quotes.',
    "a: %x\n": '1:4 A value cannot start with "%": put it in quotes.',
    "a: - b\n": "1:4 A dash cannot start a list here: put it on a line of its own.",
    'a: "\\x1"\n': "1:7 The backslash escape here is not complete: it lacks digits.",
    "a: !!python/object:os.system x\n": (
        '1:4 The tag "tag:yaml.org,2002:python/object:os.system" is refused: write plain values without tags.'
    ),
    "a: !x [1]\n": '1:4 The tag "!x" is refused: write plain values without tags.',
    "!k a: 1\n": '1:1 The tag "!k" is refused: write plain values without tags.',
    "a: 1\n---\nb: 2\n": "2:1 A second document starts here: a file holds one. Take the --- out.",
    "a: 1\n...\nb: 2": "3:1 Something stands here that belongs to nothing above it.",
    "? [a]\n: b\n": "1:3 A key must be a plain word, followed by a colon.",
    "a: *x\n": "1:4 No anchor &x stands before this alias.",
    "a: &x [1, *x]\n": "1:11 The alias *x stands inside its own anchor.",
    "a: &\n": "1:5 An anchor (&) needs a name here; put text that starts so in quotes.",
    "a: \x00\n": "1:4 The character U+0000 cannot stand in YAML: take it out.",
    "a: é\x1b\n": "1:5 The character U+001B cannot stand in YAML: take it out.",
    "a: ]\n": "1:4 A value is missing here, or a sign stands where a value should.",
    "a: \x85\n": (
        "1:4 The character U+0085 breaks a line for some readers of YAML and not for others. "
        'Write "\\N" in double quotes.'
    ),
    "a: b: c\n": (
        "1:5 A colon with a blank behind it starts a value here, where none can start: "
        "put the text in quotes, or check how far the lines are indented."
    ),
    'a: "\\q"\n': (
        "1:5 This backslash escape is none that YAML knows: double the backslash, or use single quotes."
    ),
}


@pytest.mark.parametrize("text", SYNTAX)
def test_a_fault_of_syntax_is_told_in_plain_words_at_its_place(text):
    assert faults(text) == [f"flows.yaml:{SYNTAX[text]}"]


def test_faults_before_a_fault_of_syntax_are_told_too():
    assert len(faults('a: 1\na: !x 2\nb: "')) == 3


def test_a_value_in_a_message_is_short_and_harmless():
    told = faults('"\\e[31m\\u202e": 1\n"\\e[31m\\u202e": 1')[0]
    assert "\\x1b[31m\\u202e" in told
    assert told.isprintable()
    assert len(faults(f"{'k' * 500}: 1\n{'k' * 500}: 1")[0]) < 200


def test_an_alias_is_the_value_of_its_anchor():
    assert read_yaml("a: &one [x, y]\nb: *one\nc: &two z\nd: *two").value == {
        "a": ["x", "y"],
        "b": ["x", "y"],
        "c": "z",
        "d": "z",
    }


def test_ampersands_inside_words_change_nothing():
    assert read_yaml("a: this & that!\nb: NO\nc: [~, x]").value == {
        "a": "this & that!",
        "b": "NO",
        "c": [None, "x"],
    }


def test_a_merge_key_is_a_key_like_any_other():
    assert read_yaml("a: &a {x: 1}\nb: {<<: *a}").value["b"] == {"<<": {"x": "1"}}


def test_aliases_may_stand_for_many_values_but_not_for_more():
    listed = f"a: &a [{'x,' * 99}]\n"
    assert len(read_yaml(f"{listed}b: [{'*a,' * (MAX_ALIASED // 100)}]").value["b"]) == MAX_ALIASED // 100
    told = faults(f"{listed}b: [{'*a,' * (MAX_ALIASED // 100 + 1)}]")
    assert told == ["flows.yaml:2:305 Aliases stand for more than 10,000 values here: write them out."]


def laughs(levels: int) -> str:
    lines = ["a0: &a0 [" + "lol," * 9 + "]"]
    lines += [f"a{level}: &a{level} [" + f"*a{level - 1}," * 9 + "]" for level in range(1, levels)]
    return "\n".join(lines)


def test_a_billion_laughs_are_refused_early():
    assert faults(laughs(100))[0].startswith("flows.yaml:5:")


def test_a_billion_laughs_stay_small():
    script = (
        "import resource, sys; from audit_lib.files.strict_yaml import read_yaml;"
        "from audit_lib.errors import Fault, MapError\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try:\n    read_yaml(sys.stdin.read())\nexcept MapError:\n"
        "    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", script], input=laughs(60), capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 20


def test_nesting_is_bounded():
    assert read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH).value
    told = faults("[" * 100_000)
    assert told == [f"flows.yaml:1:{MAX_DEPTH + 1} Lists and mappings are nested more than 64 deep here."]


def test_a_flood_of_faults_is_cut_off():
    assert len(faults("a: 1\n" * 5_000)) == MAX_FAULTS


def test_the_collector_is_left_as_it_was():
    read_yaml("a: 1")
    assert gc.isenabled()
    faults("a: 1\na: 2")
    assert gc.isenabled()


def test_the_parser_in_python_reads_the_same():
    script = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from audit_lib.files.strict_yaml import read_yaml; from audit_lib.files.yaml_events import Parser\n"
        "assert Parser.__name__ == 'SafeLoader'\n"
        "print(read_yaml('country: NO\\nlist: [1.10, ~, &x a, *x]').value)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "{'country': 'NO', 'list': ['1.10', None, 'a', 'a']}"


def written(text: str) -> str:
    """Write a text in double quotes with every character that is not ASCII as an escape."""
    escapes = (f"\\U{ord(sign):08X}" if not sign.isalnum() or not sign.isascii() else sign for sign in text)
    return f'"{"".join(escapes)}"'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_any_text_is_read_back_from_its_escapes(texts):
    lines = "".join(f"- {written(text)}\n" for text in texts)
    assert (read_yaml(lines).value or []) == texts


def faults_if_any(text: str) -> tuple[Fault, ...]:
    try:
        read_yaml(text)
    except MapError as error:
        return error.faults
    return ()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_at_all_is_read_or_refused_at_a_line(text):
    assert all(fault.place.line > 0 for fault in faults_if_any(text.removeprefix("\ufeff")))


@given(st.text(alphabet="ab:-[]{},&*!|>'\"#% \n\t?~", max_size=40))
def test_whatever_the_signs_nothing_but_faults_comes_out(text):
    assert all(fault.message.endswith(".") for fault in faults_if_any(text))
