"""The sources of evidence are read with the map beside them: every fault at once, each with its place."""

from random import Random

import pytest
import yaml

from audit_lib.errors import MapError
from audit_lib.files.layout import FIRST_LINE_OF_EVIDENCE
from audit_lib.files.read_evidence import MAX_SOURCES, read_evidence
from audit_lib.files.read_map import read_map
from audit_lib.model.evidence_source import Column, Source, SourceFormat

LOG = f"""\
{FIRST_LINE_OF_EVIDENCE}
sources:
  - id: platform-log
    kind: disclosures
    name: Log of the platform
    files: [evidence/disclosures-*.csv]
    columns: {{id: entry, at: sent_at, person: tenant_no, recipient: to, data: fields, purpose: reason}}
    constants: {{sender: kite}}
    values: {{recipient: {{"KITE INC": kite, "*.kite.example": kite}}}}
    separators: {{data: ";"}}
"""
RETENTION = """\
retention:
  - {id: six-years, name: Six years, period: P6Y, stance: recorded}
  - {id: for-ever, name: For ever, period: none, stance: recorded}
"""


@pytest.fixture
def log(home):
    """The evidence of the small map: one log."""
    path = home / "evidence.yaml"
    path.write_text(LOG, encoding="utf-8")
    (home / "retention.yaml").write_text(RETENTION, encoding="utf-8")
    return path


def read(home):
    return read_evidence(home, read_map(home))


def wrong(home) -> list[str]:
    with pytest.raises(MapError) as caught:
        read(home)
    return [str(fault) for fault in caught.value.faults]


def added(log, text: str) -> None:
    log.write_text(LOG + text, encoding="utf-8")


def other(fields: str) -> str:
    return f"  - {{id: other, name: Other, {fields}}}\n"


#: What may stand by mistake, or on purpose, where something else should.
ANYTHING = (
    "", None, "x", "**", "[a", "a\x00", "é" * 300, [], ["a"], [None], [["a"]], [{"a": "b"}], {}, {"": ""},
    {"recipient": "kite"}, {"recipient": {"X": "kite"}}, {"recipient": {"*.": "kite"}}, {"at": ["x"]}, "har",
    {"data": ";"}, "register", "postgres", "ends", "people", "true", "/", ["/etc/passwd"], ["~/a.csv"], "\t",
    ["a.csv", "b.db"], [".csv"], ["x" * 5_000 + ".csv"], ["\x00.csv"], "base64", "undefined", "Europe",
    "/etc/localtime", "UTC+1", "A" * 5_000,
)  # fmt: skip


def with_anything(chance: Random) -> object:
    """Give a source in which up to four fields hold something else."""
    source = {**yaml.safe_load(LOG)["sources"][0], "id": f"log-{chance.randrange(1_000_000)}"}
    for _ in range(chance.randrange(5)):
        field = chance.choice([*Source.model_fields, "colour"])
        column = chance.choice([*(each.value for each in Column), "colour"])
        value = chance.choice(ANYTHING)
        source[field] = {column: value} if chance.random() < 0.3 else value
    return source if chance.random() < 0.95 else chance.choice(ANYTHING)


# What is right


def test_a_source_is_read_as_it_is_written(home, log):
    (source,) = read(home).sources
    assert source.columns[Column.PERSON] == "tenant_no"
    assert source.constants == {Column.SENDER: "kite"}
    assert source.values[Column.RECIPIENT]["KITE INC"] == "kite"
    assert source.separators == {Column.DATA: ";"}
    assert source.zone == "Europe/London"


@pytest.mark.parametrize(
    ("files", "stored"),
    [
        ("a.parquet", SourceFormat.PARQUET),
        ("a-*.CSV", SourceFormat.CSV),
        ("a.tsv", SourceFormat.CSV),
        ("logs/**/*.jsonl", SourceFormat.JSONL),
        ("a.xlsx", SourceFormat.XLSX),
    ],
)
def test_the_format_is_that_of_the_endings_where_it_is_not_written(home, log, change, files, stored):
    change(log, "evidence/disclosures-*.csv", files)
    assert read(home).sources[0].format is stored


def test_a_format_that_is_written_counts_whatever_the_ending(home, log, change):
    change(log, "name: Log", "format: jsonl\n    name: Log")
    assert read(home).sources[0].format is SourceFormat.JSONL


def test_files_need_not_be_there_yet(home, log):
    assert not (home / "evidence").exists()
    assert read(home).sources


def test_a_scan_of_cookies_says_who_and_when_itself(home, log):
    added(log, other("kind: disclosures, files: [scan.har], constants: {sender: kite, data: identity}"))
    assert read(home).sources[1].format is SourceFormat.HAR


def test_a_register_of_requests_lists_restrictions(home, log):
    added(log, other("kind: restrictions, files: [register.db]"))
    assert read(home).sources[1].format is SourceFormat.REGISTER


def test_a_table_of_a_database_is_reached_by_a_variable(home, log):
    fields = "table: public.sent, connection: EVIDENCE_DB, columns: {person: p, at: t}, starts: [six-years]"
    added(log, other(f"kind: ends, {fields}"))
    assert read(home).sources[1].format is SourceFormat.POSTGRES


def test_other_names_of_people_come_from_a_source_of_people(home, log, change):
    added(log, other("kind: people, files: [people.csv], columns: {alias: mail, person: number}"))
    change(log, "    separators", "    people: other\n    separators")
    assert read(home).sources[0].people == "other"


# What is wrong with the file


def test_a_map_without_evidence_is_told_what_the_file_is_for(home):
    assert wrong(home) == [
        "demo/evidence.yaml There is no such file. It names the logs, exports and lists that the map is "
        "compared with."
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "evidence.yaml The file is empty: it holds one list, called sources."),
        ("- a", "evidence.yaml:1:1 a list stands here: it holds one list, called sources."),
        ("source: []", 'evidence.yaml:1:1 source is not a known section. Did you mean "sources"?'),
        ("sources: []", "sources: a list of sources is wanted here, each with id, kind, name and files."),
        ("sources: {a: b}", "sources: a list of sources is wanted here, each with id, kind, name and files."),
        ("sources: [log]", 'sources.1: "log" stands here; the fields of a source are wanted, such as id'),
    ],
)
def test_a_file_that_is_no_list_of_sources(home, text, told):
    (home / "evidence.yaml").write_text(text)
    assert told in wrong(home)[0]


def test_too_many_sources_are_refused(home, log):
    added(log, "  - {}\n" * MAX_SOURCES)
    assert wrong(home) == [
        f"demo/evidence.yaml:3:3 sources: 201 sources stand here; at most {MAX_SOURCES} are read."
    ]


def test_a_file_that_leads_out_of_the_folder_is_not_read(home, tmp_path):
    (tmp_path / "elsewhere.yaml").write_text(LOG)
    (home / "evidence.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert "leads out of the folder" in wrong(home)[0]


def test_everything_is_told_at_once_in_the_order_of_the_file(home, log, change):
    change(log, "kind: disclosures", "kind: disclosures\n    colour: red")
    change(log, "at: sent_at", "att: sent_at")
    change(log, "sender: kite", "sender: kit")
    change(log, '"KITE INC": kite', '"KITE INC": kiet')
    log.write_text(log.read_text() + other("kind: consent, files: [../x.csv]"))
    called = "sources.platform-log"
    expected = [
        (":3:5", f'{called} lacks "at": name its column under columns.'),
        (":5:5", f'{called}.colour is not a known field. Did you mean "columns"?'),
        (":8:26", f'{called}.columns.att is no column of a disclosures source. Did you mean "at"?'),
        (":9:25", f'{called}.constants.sender: No party has the id "kit". Did you mean "kite"?'),
        (":10:38", f'{called}.values.recipient.KITE INC: No party has the id "kiet". Did you mean "kite"?'),
        (":12:36", 'sources.other.kind: "consent" is not one of disclosures, receipts, consents'),
        (":12:53", 'sources.other.files.1: "../x.csv" leads out of the folder of the map'),
    ]
    for fault, (place, told) in zip(wrong(home), expected, strict=True):
        assert fault.startswith(f"demo/evidence.yaml{place} {told}")


def test_two_sources_do_not_share_an_id(home, log):
    added(log, LOG.partition("sources:\n")[2])
    assert wrong(home) == [
        'demo/evidence.yaml:11:9 sources.platform-log.id: "platform-log" is also the id of the source in '
        "line 3: rename one."
    ]


def test_a_source_without_anything_is_told_what_it_lacks(home):
    (home / "evidence.yaml").write_text("sources:\n  - {}\n")
    lacks = [
        fault.partition("lacks the field ")[2].partition('"')[2].partition('"')[0] for fault in wrong(home)
    ]
    assert sorted(lacks) == ["files", "format", "id", "kind", "name"]


# What is wrong with a source


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("at: sent_at, ", "", 'platform-log lacks "at": name its column under columns.'),
        ("recipient: to, ", "", 'lacks "recipient": name its column under columns, or the one id for all ro'),
        ("recipient: to, ", "", "values.recipient is of no use, for recipient is not named"),
        ("id: entry", "until: entry", "columns.until is no column of a disclosures source. Known are id, at"),
        ("{sender: kite}", "{at: noon}", "constants.at is no column of words of a disclosures source."),
        ("{sender: kite}", "{purpose: letting}", "constants.purpose is also named under columns: keep one."),
        ("{sender: kite}", "{sender: tenancy}", 'constants.sender: No party has the id "tenancy".'),
        ("{sender: kite}", "{basis: consnt}", 'is not one of consent, contract, legal-obligation'),
        ("{sender: kite}", "{basis: consnt}", 'Did you mean "consent"?'),
        ("{sender: kite}", "{role: boss}", '"boss" is not one of controller, joint-controller'),
        ("{sender: kite}", "{country: UK1}", '"UK1" is not a country: use two capital letters, like GB.'),
        ("{sender: kite}", "[kite]", "constants: a list stands here; a mapping with fields is wanted."),
        ('{data: ";"}', '{data: "; and; then"}', "one to five characters are wanted."),
        ('{data: ";"}', '{at: ";"}', "separators.at is no column of words of a disclosures source."),
        ('{data: ";"}', '{country: ";"}', "separators.country is of no use, for country is not"),
        ('"KITE INC": kite', '"": kite', "is empty: an empty cell says nothing and cannot mean an id."),
        ('"KITE INC": kite', '"KITE INC": kite, " KITE INC": tenants', "stands here twice, but for blanks"),
        ('"*.kite.example"', '"*.kite..example"', "is no domain with all beneath it"),
        ("{recipient: {", '{purpose: {"*.kite": letting}, recipient: {', "which only recipients can be"),
        ('"KITE INC": kite', '"KITE INC": [kite]', "values.recipient.KITE INC: a list stands here"),
        ("disclosures-*.csv", "disclosures-*", 'lacks the field "format", and its files do not all end in o'),
        ("[evidence/disclosures-*.csv]", "evidence.csv", '"evidence.csv" stands here; a list is wanted, suc'),
        ("[evidence/disclosures-*.csv]", "[]", 'lacks the field "files": name its files'),
        ("evidence/disclosures-*.csv", "/etc/log.csv", '"/etc/log.csv" leads out of the folder of the map'),
        ("evidence/disclosures-*.csv", "~/log.csv", '"~/log.csv" leads out of the folder of the map'),
        ("evidence/disclosures-*.csv", "C:log.csv", '"C:log.csv" leads out of the folder of the map'),
        ("evidence/disclosures-*.csv", "a/../../b.csv", '"a/../../b.csv" leads out of the folder of the map'),
        ("evidence/disclosures-*.csv", "a\\b.csv", "holds a backslash: write / between folders."),
        ("evidence/disclosures-*.csv", "a/**.csv", '"a/**.csv" is no pattern of files: write one like'),
        ("name: Log", "zone: Europe/Lodnon\n    name: Log", 'no time zone: write one like "Europe/London". '),
        ("name: Log", "zone: london\n    name: Log", 'Did you mean "Europe/London"?'),
        ("name: Log", "zone: ../etc/passwd\n    name: Log", '"../etc/passwd" is no time zone'),
        ("name: Log", "encoding: utf-9\n    name: Log", '"utf-9" is no encoding of text'),
        ("name: Log", "encoding: rot13\n    name: Log", '"rot13" is no encoding of text'),
        ("name: Log", 'delimiter: "||"\n    name: Log', '"||" is not one character: write one, such as ";"'),
        ("name: Log", "delimiter: x\n    name: Log", '"x" cannot part columns: write one such as ";".'),
        ("name: Log", "sheet: One\n    name: Log", "sheet is for sources of format xlsx; this one is of"),
        ("name: Log", "table: sent\n    name: Log", "table is for sources of format postgres; this one is o"),
        ("name: Log", "day_first: perhaps\n    name: Log", "day_first: \"perhaps\" stands here: write true "),
        ("name: Log", "format: cvs\n    name: Log", '"cvs" is not one of parquet, csv, xlsx'),
        ("name: Log", "people: crowd\n    name: Log", 'No source of kind people has the id "crowd".'),
        ("name: Log", "starts: [six-years]\n    name: Log", "starts is for sources of kind ends alone"),
        ("name: Log", "covers: [aplication]\n    name: Log", 'No flow has the id "aplication". Did you mean'),
    ],
)  # fmt: skip
def test_a_fault_of_a_source_is_told(home, log, change, old, new, told):
    change(log, old, new)
    assert any(told in fault for fault in wrong(home)), wrong(home)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("kind: ends, files: [a.csv], columns: {person: p, at: t}", 'lacks the field "starts": name the ret'),
        (
            "kind: ends, files: [a.csv], columns: {person: p, at: t}, starts: [sixyears]",
            'No retention has the id "sixyears". Did you mean "six-years"?',
        ),
        (
            "kind: ends, files: [a.csv], columns: {person: p, at: t}, starts: [for-ever]",
            '"for-ever" states no period, so nothing can start it: take it out.',
        ),
        ("kind: consents, files: [a.csv], columns: {person: p, since: s}", 'lacks "purpose": name its colum'),
        ("kind: receipts, files: [a.har]", "receipts\" stands here; a source of format har is of kind discl"),
        ("kind: consents, files: [a.db]", '"consents" stands here; a source of format register is of kind'),
        ("kind: restrictions, files: [a.db, b.db]", "A register is one file: name just that."),
        ("kind: restrictions, files: ['*.db']", "A register is one file: name just that."),
        ("kind: restrictions, files: [a.db], columns: {person: p}", "columns is for sources of format parqu"),
        ("kind: people, files: [a.csv], columns: {alias: a, person: p}, people: other", "people is not for"),
        ("kind: restrictions, format: postgres, table: t", 'lacks the field "connection", like EVIDENCE_DAT'),
        ("kind: restrictions, format: postgres, connection: DB", 'lacks the field "table", like public.'),
        ("kind: restrictions, table: 'a; drop table b', connection: DB", '"a; drop table b" is no table: wr'),
        ("kind: restrictions, table: a, connection: DB, files: [a.csv], format: postgres", "files is for so"),
    ],
)  # fmt: skip
def test_a_fault_of_another_kind_of_source_is_told(home, log, fields, told):
    added(log, other(fields))
    assert any(told in fault for fault in wrong(home)), wrong(home)


def test_a_password_in_the_wrong_place_is_not_repeated(home, log):
    added(log, other("kind: restrictions, table: t, connection: 'postgresql://me:s3cret@host/db'"))
    (fault,) = [each for each in wrong(home) if "connection" in each]
    assert "s3cret" not in fault
    assert "is not the name of an environment variable: write one like EVIDENCE_DATABASE" in fault


def test_a_link_out_of_the_folder_is_refused(home, log, tmp_path):
    (tmp_path / "log.csv").write_text("x")
    (home / "evidence").mkdir()
    (home / "evidence" / "disclosures-1.csv").symlink_to(tmp_path / "log.csv")
    assert "leads out of the folder of the map" in wrong(home)[0]


def test_a_link_within_the_folder_is_followed(home, log):
    (home / "real.csv").write_text("x")
    (home / "evidence").mkdir()
    (home / "evidence" / "disclosures-1.csv").symlink_to("../real.csv")
    assert read(home).sources


def test_text_that_would_act_in_a_terminal_is_shown_harmless(home, log, change):
    change(log, "[evidence/disclosures-*.csv]", '["../\\e[31mred.csv"]')
    assert "\x1b" not in "".join(wrong(home))


@pytest.mark.parametrize("seed", range(40))
def test_whatever_stands_there_is_read_or_told_in_plain_words(home, log, seed):
    data_map, chance = read_map(home), Random(seed)
    for _ in range(10):
        sources = [with_anything(chance) for _ in range(3)]
        log.write_text(yaml.safe_dump({"sources": sources}), encoding="utf-8")
        try:
            assert len(read_evidence(home, data_map).sources) == 3
        except MapError as error:
            said = [str(fault) for fault in error.faults]
            assert all(fault.isprintable() and len(fault) < 1_000 for fault in said)


def test_a_flood_of_faults_is_counted(home, log):
    words = ", ".join(f"w{number}: nobody{number}" for number in range(1_500))
    added(
        log,
        other(
            f"kind: disclosures, files: [a.csv], columns: {{at: a, recipient: r, data: d}}, "
            f"values: {{recipient: {{{words}}}}}"
        ),
    )
    told = wrong(home)
    assert len(told) == 1_001
    assert told[-1] == "demo/evidence.yaml 500 more faults are not listed."
