"""Decisions put into a text that a person keeps: everything else stays, byte for byte."""

import json

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from audit_lib.errors import MapError
from audit_lib.files.decision_text import put_decision, take_decision
from audit_lib.files.strict_yaml import read_yaml
from audit_lib.model.finding import Decision

KEPT = """\
# yaml-language-server: $schema=../map.schema.json

decisions:
  # of the board, in spring
  - finding: first-11111111   # the sign
    status: accepted
    owner: "Ada"
    reason: >-
      The sign is on the door
      and on the gate.
    # until the works are done
    expires: 2026-06-30  # a Tuesday

  - finding: second-22222222
    owner:   Ben
    status: in-hand
    reason: 'Ben''s job'
# the end
"""


def decision(finding="new-33333333", status="accepted", owner="Cy", reason="Known", expires=None):
    return Decision(finding=finding, status=status, owner=owner, reason=reason, expires=expires)


def said(text):
    return [Decision.model_validate(entry) for entry in read_yaml(text).value["decisions"] or ()]


def test_a_new_decision_comes_after_the_last_as_the_others_are_written():
    added = """\
    reason: 'Ben''s job'

  - finding: new-33333333
    status: accepted
    owner: Cy
    reason: Known
    expires: 2027-01-31
# the end
"""
    new = put_decision(KEPT, decision(expires="2027-01-31"))
    assert new == KEPT.replace("    reason: 'Ben''s job'\n# the end\n", added)


def test_only_the_values_that_differ_change():
    new = put_decision(KEPT, decision("first-11111111", "accepted", "Ada", "It is gone", "2027-06-30"))
    old_reason = ">-\n      The sign is on the door\n      and on the gate."
    assert new == KEPT.replace(old_reason, "It is gone").replace("2026-06-30", "2027-06-30")


def test_a_field_that_comes_to_it_stands_after_its_last():
    new = put_decision(KEPT, decision("second-22222222", "in-hand", "Ben", "Ben's job", "2027-01-31"))
    assert new == KEPT.replace("'Ben''s job'\n", "'Ben''s job'\n    expires: 2027-01-31\n")


def test_an_end_that_falls_away_leaves_the_comment_behind_it():
    new = put_decision(
        KEPT,
        decision("first-11111111", "accepted", "Ada", "The sign is on the door and on the gate."),
    )
    assert new == KEPT.replace("expires: 2026-06-30", "expires: null")
    assert said(new)[0].expires is None


def test_an_end_on_a_line_of_its_own_goes_with_its_line():
    bare = KEPT.replace("  # a Tuesday", "")
    new = put_decision(
        bare, decision("first-11111111", "accepted", "Ada", "The sign is on the door and on the gate.")
    )
    assert new == bare.replace("    expires: 2026-06-30\n", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("decisions:\n", "decisions:\n  - {}\n"),
        ("decisions:", "decisions:\n  - {}"),
        ("decisions: []  # none\n", "decisions:  # none\n  - {}\n"),
        ("decisions: ~\r\n", "decisions:\r\n  - {}\r\n"),
        ("decisions:\n  # none yet\n\n# end", "decisions:\n  # none yet\n  - {}\n\n# end"),
        ("map: {id: m}\ndecisions:\nflows: []\n", "map: {id: m}\ndecisions:\n  - {}\nflows: []\n"),
        ("---\ndecisions: null\n...\n", "---\ndecisions:\n  - {}\n...\n"),
    ],
)
def test_the_first_decision_comes_beneath_the_name_of_the_section(old, new):
    line_break = "\r\n" if "\r" in old else "\n"
    entry = line_break.join(
        ["finding: new-33333333", "    status: accepted", "    owner: Cy", "    reason: Known"]
    )
    assert put_decision(old, decision()) == new.replace("{}", entry)


def test_a_list_in_brackets_grows_in_brackets():
    entry = "{finding: new-33333333, status: accepted, owner: Cy, reason: Known}"
    old = "decisions: [{finding: a, status: accepted, owner: Ada, reason: Known}]"
    assert put_decision(old, decision()) == old.replace("}]", "}, " + entry + "]")
    lines = "decisions: [\n  {finding: a, status: open, owner: A, reason: K},  # so\n]\n"
    assert put_decision(lines, decision()) == lines.replace("# so\n", f"# so\n  {entry},\n")


def test_json_stays_json():
    one = '{"finding": "a", "status": "accepted", "owner": "Ada", "reason": "Known"}'
    for old in ('{"decisions": []}', '{"decisions": null}', f'{{"decisions": [{one}]}}'):
        new = put_decision(old, decision(reason='Says "yes"\nand é', expires="2027-01-31"))
        assert new.isascii() is False
        assert json.loads(new)["decisions"][-1]["reason"] == 'Says "yes"\nand é'


def test_what_hangs_on_an_alias_is_left_to_a_person():
    old = "decisions:\n- &a {finding: a, status: accepted, owner: Ada, reason: Known}\n- *a\n"
    new = put_decision(old, decision())
    assert new.startswith(old)
    with pytest.raises(MapError, match="By hand: decisions: - finding: x"):
        put_decision("other: &x []\ndecisions: *x\n", decision("x"))


def test_a_value_that_others_share_is_not_changed_for_them():
    old = (
        "decisions:\n- {finding: a, status: accepted, owner: &o Ada, reason: Known}\n"
        "- {finding: b, status: accepted, owner: *o, reason: Known}\n"
    )
    assert [one.owner for one in said(put_decision(old, decision("b", owner="Ben")))] == ["Ada", "Ben"]
    with pytest.raises(MapError, match="cannot be changed on its own"):
        put_decision(old, decision("a", owner="Ben"))


@pytest.mark.parametrize("finding", ["a", "new-33333333"])
def test_a_comment_never_becomes_part_of_a_reason(finding):
    head = "decisions:\n- finding: a\n  status: open\n  owner: A\n  reason: short   # why\n"
    deep = "          # deep\n\n            # deeper\n"
    long = "word " * 40 + "end"
    new = put_decision(head + deep, decision(finding, reason=long))
    assert said(new)[-1].reason == long
    assert [part in new for part in ("# why\n", "          # deep\n", "            # deeper\n")] == [True] * 3


def test_a_decision_is_taken_out_and_the_comments_stay():
    new = take_decision(KEPT, "first-11111111")
    assert [one.finding for one in said(new)] == ["second-22222222"]
    assert "# of the board, in spring\n" in new
    assert new.endswith("  - finding: second-22222222\n" + KEPT.partition("second-22222222\n")[2])


def test_the_only_decision_leaves_an_empty_section():
    assert take_decision("decisions:\n  - {finding: a}", "a") == "decisions:"
    assert take_decision("decisions: [{finding: a},]\n", "a") == "decisions: []\n"


# Any file that a person might keep, and any decision.

TEXTS = st.text(
    st.one_of(
        st.sampled_from(" \n:#'\"-[]{},&*!|>%@`\\?~éa1.é\t\u2028\x85\U0001f3e0"), st.characters(codec="utf-8")
    ),
    min_size=1,
    max_size=160,
)
IDS = st.sampled_from(["a-1", "b-2", "c-3", "d-4"])


@st.composite
def decisions(draw):
    fields = {
        "finding": draw(IDS),
        "status": draw(st.sampled_from(["accepted", "in-hand", "open"])),
        "owner": draw(st.one_of(st.sampled_from(["Ada", "no", "1e3", "a: b", "[x]"]), TEXTS)),
        "reason": draw(st.one_of(st.just("word " * 60 + "end"), TEXTS)),
        "expires": draw(st.none() | st.dates().map(str)),
    }
    try:
        return Decision.model_validate(fields)
    except ValidationError:
        assume(False)


PLAIN_WORDS = st.lists(st.sampled_from(["Known", "to", "us", "since", "1999"]), min_size=1, max_size=9)
COMMENTS = st.sampled_from(["", "  # why", "\t# a: [b"])


@st.composite
def scalar(draw, column):
    """A value in any of the ways in which YAML lets one be written, and whether a comment may follow it."""
    words = draw(PLAIN_WORDS)
    pad = "\n" + " " * (column + draw(st.integers(1, 3)))
    plain = " ".join(words)
    written = [plain, f"'{plain}'", f'"{plain}"', pad.join(words), f'"{pad.join(words)}"']
    head = draw(st.sampled_from(["", " # head"]))
    signs = ("|", ">", "|-", ">-", ">+", "|+")
    return draw(st.sampled_from([*written, *(f"{sign}{head}{pad}{pad.join(words)}" for sign in signs)]))


@st.composite
def files(draw):
    """A file with decisions: comments, empty lines, quotes, orders and indents of every kind."""
    dash, offset = draw(st.sampled_from([0, 2, 4])), draw(st.integers(2, 4))
    lines = [*draw(st.lists(st.sampled_from(["# head", ""]), max_size=2)), "decisions:" + draw(COMMENTS)]
    ids = draw(st.lists(IDS, max_size=4, unique=True))
    for finding in ids:
        lines += draw(
            st.lists(st.sampled_from(["", " " * dash + "# about the next", "# left", "      "]), max_size=2)
        )
        lines += draw(entries(finding, dash, offset))
    if not ids:
        lines[-1] = draw(st.sampled_from(["decisions:", "decisions: ~", "decisions: []  # none"]))
    lines += draw(st.lists(st.sampled_from(["", "# tail", "        # deep", "   "]), max_size=3))
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@st.composite
def entries(draw, finding, dash, offset):
    column = dash + offset
    if draw(st.booleans()):
        said = [f"finding: {finding}", "status: accepted", "owner: 'A, b'", "reason: Known"]
        said += draw(st.sampled_from([[], ["expires: 2026-01-01"]]))
        between = draw(st.sampled_from([", ", ",\n" + " " * (column + 1)]))
        braced = "{" + between.join(draw(st.permutations(said))) + "}"
        return (" " * dash + "-" + " " * (offset - 1) + braced + draw(COMMENTS)).split("\n")
    said = {
        "finding": finding,
        "status": draw(st.sampled_from(["accepted", '"in-hand"'])),
        "owner": draw(scalar(column)),
        "reason": draw(scalar(column)),
    }
    if draw(st.booleans()):
        said["expires"] = draw(st.sampled_from(["2026-01-01", "'2026-01-01'", "", "~"]))
    lines = []
    for name in draw(st.permutations(list(said))):
        # A comment behind a text of several lines would be part of it, or end it.
        comment = "" if "\n" in said[name] else draw(COMMENTS)
        lines += (" " * column + f"{name}: {said[name]}{comment}").split("\n")
        lines += draw(st.sampled_from([[], [], [""], ["# between"]])) if "\n" not in said[name] else []
    lines[0] = " " * dash + "-" + lines[0][dash + 1 :]
    return lines


def touched(old, new):
    """The number of the first old line that is not in the new text as it was, and that after the last."""
    same = alike(old, new)
    return same, len(old) - alike(old[same:][::-1], new[same:][::-1])


def alike(some, others):
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))


@settings(max_examples=150)
@given(files(), decisions())
def test_whatever_stands_there_the_old_decisions_and_the_new_one_are_read_back(text, new):
    old = said(text)
    result = put_decision(text, new)
    if new.finding in {one.finding for one in old}:
        assert said(result) == [new if one.finding == new.finding else one for one in old]
    else:
        assert said(result) == [*old, new]
    assert put_decision(result, new) == result


@settings(max_examples=150)
@given(files(), decisions())
def test_whatever_stands_there_all_other_lines_stay(text, new):
    result = put_decision(text, new)
    lines = text.splitlines()
    first, behind = touched(lines, result.splitlines())
    findings = [one.finding for one in said(text)]
    if new.finding in findings:
        starts = [at for at, line in enumerate(lines) if line.lstrip(" ").startswith("-")] + [len(lines)]
        number = findings.index(new.finding)
        assert first == behind or starts[number] <= first <= behind <= starts[number + 1]
    else:
        # Nothing goes; only of "decisions: []" the brackets (that comments stay is proved beneath).
        gone = [line for line in lines[first:behind] if not line.lstrip(" ").startswith("#")]
        assert gone in ([], ["decisions: ~"], ["decisions: []  # none"])


def test_a_file_that_ends_without_a_line_break_still_does_when_its_last_line_goes():
    kept = "decisions:\n- finding: a-1\n  status: accepted\n  owner: Ada\n  reason: Known"
    new = Decision(finding="a-1", status="accepted", owner="Ada", reason="Known")
    assert put_decision(f"{kept}\n\n  expires: 2026-01-01", new) == kept


@settings(max_examples=80)
@given(files(), decisions())
def test_whatever_stands_there_comments_and_line_ends_stay(text, new):
    result = put_decision(text, new)
    left = iter(result.splitlines())
    # A line that looks like a comment and belongs to a text of several lines goes with that text.
    values = "".join(one.owner + one.reason for one in said(text))
    lines = (line for line in text.splitlines() if line.lstrip(" ").startswith("#"))
    assert all(line in left for line in lines if line.strip() not in values)
    assert result.endswith("\n") == text.endswith("\n")
    if "\n" in text:
        assert result.count("\n") == result.count("\r\n") or "\r\n" not in text
        assert "\r" not in result or "\r\n" in text


@settings(max_examples=80)
@given(files(), IDS)
def test_whatever_stands_there_a_decision_can_be_taken_out(text, finding):
    result = take_decision(text, finding)
    assert said(result) == [one for one in said(text) if one.finding != finding]


@settings(max_examples=50)
@given(decisions())
def test_other_readers_of_yaml_read_the_same_texts(new):
    (read,) = yaml.safe_load(put_decision("decisions:\n", new))["decisions"]
    assert read["reason"].strip() == new.reason
    assert str(read["owner"]).strip() == new.owner


def test_a_windows_line_break_between_two_decisions_is_no_empty_line():
    text = put_decision("decisions:\n", decision("one-11111111")).replace("\n", "\r\n")
    for finding in ("two-22222222", "three-33333333"):
        text = put_decision(text, decision(finding))
    assert "\r\n\r\n" not in text
