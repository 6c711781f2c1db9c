"""An organisation's own rules are read with the map: every fault of every file, with its place."""

import pytest

from audit_lib.errors import OutputError
from audit_lib.files.read_map import read_map
from audit_lib.files.write_map import write_map

RULE = """\
# yaml-language-server: $schema=../../rule.schema.json
id: own-processors
title: Processors
looks_at: flows
where:
  to: kite
  data: {within: identity}
message: "{names} to {to}"
severity: low
"""


@pytest.fixture
def rules(home, change):
    """The folder of rules of the small map, with one rule."""
    change(home / "map.yaml", "controller: kite", "controller: kite, own_rules: rules")
    folder = home / "rules"
    folder.mkdir()
    (folder / "processors.yaml").write_text(RULE, encoding="utf-8")
    return folder


def test_each_file_is_a_rule_with_its_place(home, rules):
    (rules / "another.yaml").write_text(RULE.replace("own-processors", "own-another"))
    data_map = read_map(home)
    assert [rule.id for rule in data_map.own_rules] == ["own-another", "own-processors"]
    assert str(data_map.place("own-rule:own-processors")) == "demo/rules/processors.yaml:2:1"


def test_only_yaml_files_count_and_not_those_that_are_hidden(home, rules):
    for name in ("README.md", ".draft.yaml", ".git"):
        (rules / name).write_text("not: [YAML")
    assert len(read_map(home).own_rules) == 1


def test_a_map_that_names_no_folder_reads_none(home, rules, change):
    change(home / "map.yaml", ", own_rules: rules", "")
    assert read_map(home).own_rules == ()


def test_every_fault_of_every_file_is_told_after_those_of_the_map(home, rules, faults, change):
    change(home / "flows.yaml", "role: controller", "role: controler")
    change(rules / "processors.yaml", "  to: kite\n", "  too: kite\n  to.kind: organistion\n")
    change(rules / "processors.yaml", "{to}", "{two}")
    (rules / "z.yaml").write_text("id: own-z\nlooks_at: flaws\nseverity: lo\n")
    told = faults(home)
    assert told[0].startswith("demo/flows.yaml:10:11 flows.application.role:")
    assert told[1:5] == [
        'demo/rules/processors.yaml:6:3 where.too: "too" is no field of a flow. Did you mean "to"?',
        'demo/rules/processors.yaml:7:12 where.to.kind: "organistion" is none of the words that stand here. '
        'Did you mean "organisation"?',
        'demo/rules/processors.yaml:9:10 message: {two} cannot be filled: "two" is no field of a flow. '
        'Did you mean "to"?',
        'demo/rules/z.yaml:1:1 The rule lacks the field "title".',
    ]
    assert 'Did you mean "flows"?' in " ".join(told[5:])
    assert 'Did you mean "low"?' in " ".join(told[5:])


def test_an_id_that_the_map_does_not_have_is_a_fault(home, rules, faults, change):
    change(rules / "processors.yaml", "within: identity", "within: [identty]")
    assert faults(home) == [
        'demo/rules/processors.yaml:7:19 where.data.within.1: The map has no data category "identty". '
        'Did you mean "identity"?'
    ]


def test_an_entry_that_is_wrong_elsewhere_is_still_there_to_be_named(home, rules, faults, change):
    change(home / "parties.yaml", "name: Kite Homes", "nme: Kite Homes")
    assert not [fault for fault in faults(home) if "rules/" in fault]


def test_two_files_with_one_id_are_a_fault(home, rules, faults):
    (rules / "z.yaml").write_text(RULE)
    assert faults(home) == [
        'demo/rules/z.yaml:2:1 The id "own-processors" is also that of the rule in '
        "demo/rules/processors.yaml: rename one."
    ]


def test_an_id_that_could_clash_with_the_catalogue_is_a_fault(home, rules, faults, change):
    change(rules / "processors.yaml", "own-processors", "no-lawful-basis")
    (told,) = faults(home)
    assert told.startswith("demo/rules/processors.yaml:2:5 id:")
    assert told.endswith('write "own-no-lawful-basis".')


def test_an_id_with_control_characters_is_shown_harmlessly(home, rules, faults, change):
    change(rules / "processors.yaml", "id: own-processors", 'id: "own-\\e[31mred"')
    (told,) = faults(home)
    assert "\x1b" not in told
    assert "\\x1b[31m" in told


@pytest.mark.parametrize(
    "name", ["../demo/rules", "/etc", "rules/..", ".", "rules/", '""', "[rules]", "map.yaml", '"a\\0b"']
)
def test_a_folder_that_could_lead_out_is_a_fault(home, rules, faults, change, name):
    change(home / "map.yaml", "own_rules: rules", f"own_rules: {name}")
    (told,) = faults(home)
    assert told.startswith("demo/map.yaml:1:")
    assert "map.own_rules" in told


def test_a_folder_that_is_not_there_is_a_fault_with_its_place(home, rules, faults, change):
    change(home / "map.yaml", "own_rules: rules", "own_rules: rulez")
    (told,) = faults(home)
    assert told.startswith("demo/map.yaml:1:")
    assert told.endswith('The folder of the map holds no folder "rulez": make it, or take this line out.')


def test_a_file_for_a_folder_is_a_fault(home, rules, faults, change):
    (home / "notes").write_text("")
    change(home / "map.yaml", "own_rules: rules", "own_rules: notes")
    assert faults(home)[0].endswith('"notes" is a file; a folder of rules is wanted.')


def test_a_folder_that_is_a_link_out_is_a_fault(home, rules, faults, tmp_path, change):
    (tmp_path / "elsewhere").mkdir()
    (home / "linked").symlink_to(tmp_path / "elsewhere")
    change(home / "map.yaml", "own_rules: rules", "own_rules: linked")
    assert "leads out of the folder of the map" in faults(home)[0]


def test_a_rule_that_is_a_link_out_is_a_fault(home, rules, faults, tmp_path):
    (tmp_path / "secret.yaml").write_text(RULE.replace("own-processors", "own-secret"))
    (rules / "linked.yaml").symlink_to(tmp_path / "secret.yaml")
    assert faults(home) == [
        "demo/rules/linked.yaml The link leads out of the folder of the map; put the file itself here."
    ]


def test_what_would_be_left_unread_is_a_fault(home, rules, faults):
    (rules / "rule.yml").write_text(RULE)
    (rules / "more").mkdir()
    assert [told.partition(" ")[0] for told in faults(home)] == ["demo/rules/more", "demo/rules/rule.yml"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "The file is empty: start with id and title."),
        ("- a", "The fields of a rule are wanted here: start with id and title."),
        ("a: " + "b" * 100_000, "at most 100,000 are read."),
        (
            "a: &a [x, x, x, x]\nb: &b [" + "*a, " * 60 + "]\nc: [" + "*b, " * 60 + "]",
            "Aliases stand for more",
        ),
        ("where: " + "{not: " * 70 + "x" + "}" * 70, "nested more than 64 deep"),
        (RULE.replace("severity: low", "severity: low\nin_force: 1700000000"), "is not a date"),
        (RULE.replace("{names}", "{names!r:>999999999}"), "cannot be filled"),
        (RULE.replace("severity: low", "severity: low\nregex: .*"), "regex is not a known field."),
    ],
    ids=["empty", "list", "long", "bomb", "deep", "epoch", "format", "field"],
)
def test_a_file_that_is_no_rule_is_a_fault(home, rules, faults, text, told):
    (rules / "processors.yaml").write_text(text)
    assert any(told in fault for fault in faults(home))


def test_more_rules_than_anybody_needs_are_not_read(home, rules, faults):
    for number in range(501):
        (rules / f"r{number}.yaml").write_text("x")
    assert faults(home) == ["demo/rules The folder holds 502 rules; at most 500 are read."]


def test_a_map_with_rules_is_written_and_read_back(home, rules, tmp_path):
    data_map = read_map(home)
    written = write_map(data_map, tmp_path / "copy")
    assert written[-1] == tmp_path / "copy" / "rules" / "own-processors.yaml"
    assert (
        written[-1].read_text().startswith("# yaml-language-server: $schema=../../rule.schema.json\nid: own-")
    )
    assert read_map(tmp_path / "copy") == data_map


def test_rules_are_never_written_over_others(home, rules, tmp_path):
    data_map = read_map(home)
    mine = tmp_path / "copy" / "rules" / "mine.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    with pytest.raises(OutputError, match="already holds rules"):
        write_map(data_map, tmp_path / "copy")
    assert [path.name for path in (tmp_path / "copy").rglob("*")] == ["rules", "mine.yaml"]
