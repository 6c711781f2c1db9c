"""All sources of a map together: what is found, left out, joined, and never half written."""

from __future__ import annotations

import stat
import subprocess
import sys
import textwrap

import pytest

from audit_lib.errors import InputError, OutputError, ParameterError
from audit_lib.model.evidence_source import Column

HEAD = "nr,when,who,to,what\n"
GOOD = "1,2026-03-01 14:05:06,p1,yardi,name\n"


def test_a_source_whose_patterns_find_nothing_is_skipped_with_the_reason(folder, make) -> None:
    intake = folder.take(make())
    assert intake.tables == ()
    assert [(skipped.what, skipped.why) for skipped in intake.skipped] == [
        ("source log", 'No file matches "logs/*".')
    ]


def test_a_source_that_was_asked_for_must_have_files(folder, make) -> None:
    with pytest.raises(InputError, match=r'log No file matches "logs/\*"'):
        folder.take(make(), only=["log"])


def test_only_the_sources_asked_for_are_taken_in(folder, make) -> None:
    folder.write("a.csv", HEAD + GOOD)
    intake = folder.take(make(), make(id="other"), only=["other"])
    assert [table.source.id for table in intake.tables] == ["other"]


def test_a_source_that_the_map_does_not_have_is_named_with_the_nearest(folder, make) -> None:
    with pytest.raises(ParameterError, match=r'"lof" is no source of this map. Did you mean "log"\?'):
        folder.take(make(), only=["lof"])


def test_files_of_the_command_line_take_the_place_of_patterns(folder, make, tmp_path, rows_of) -> None:
    folder.write("a.csv", HEAD + GOOD)
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text(HEAD + GOOD.replace("1,", "9,", 1))
    (table,) = folder.take(make(), replaced={"log": (elsewhere,)}).tables
    assert rows_of(table, "id") == [("9",)]


def test_a_file_of_the_command_line_that_is_not_there_is_a_fault(folder, make, tmp_path) -> None:
    with pytest.raises(InputError, match=r"There is no such file\. It was given for the source log"):
        folder.take(make(), replaced={"log": (tmp_path / "gone.csv",)})


@pytest.mark.parametrize("pattern", ["../*.csv", "/etc/passwd", "logs/../../x"])
def test_a_pattern_never_leaves_the_folder_of_the_map(folder, make, pattern) -> None:
    with pytest.raises(InputError, match="outside the folder of the map"):
        folder.take(make(files=(pattern,)))


def test_a_link_out_of_the_folder_is_not_followed(folder, make, tmp_path) -> None:
    (tmp_path / "secret.csv").write_text(HEAD + GOOD)
    (folder.root / "logs" / "a.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(InputError, match="This leads outside the folder of the map"):
        folder.take(make())


def test_faults_of_all_sources_are_told_at_once(folder, make) -> None:
    folder.write("a.csv", "nr,when,who,to\n")
    folder.write("b.xlsx", "no workbook")
    sources = [
        make(files=("logs/*.csv",)),
        make(id="sheet", format="xlsx", files=("logs/*.xlsx",)),
        make(id="zone", files=("logs/*.csv",), columns={"at": "when"}, zone="Mars/Olympus"),
        make(id="code", files=("logs/*.csv",), columns={"at": "when"}, encoding="latin-one"),
        make(id="mark", files=("logs/*.csv",), columns={"at": "when"}, delimiter='"'),
    ]
    with pytest.raises(InputError) as error:
        folder.take(*sources)
    assert [str(fault).split(". ")[0] for fault in error.value.faults] == [
        'logs/a.csv The column "what" (data) is not here',
        "logs/b.xlsx It is not an XLSX workbook, or it is cut off or locked with a password.",
        'zone "Mars/Olympus" is no known time zone',
        'code "latin-one" is no known encoding',
        'mark """ cannot part fields: write one character, such as a comma.',
    ]


def test_a_source_without_columns_is_a_fault(folder, make) -> None:
    folder.write("a.csv", HEAD + GOOD)
    with pytest.raises(InputError, match="log It states no columns"):
        folder.take(make(columns={}))


def test_a_file_named_like_a_pattern_is_read_alone(folder, make, rows_of) -> None:
    folder.write("a[1].csv", HEAD + GOOD)
    folder.write("a1.csv", HEAD + GOOD.replace("1,", "2,", 1))
    intake = folder.take(make(files=("logs/a[[]1].csv",)))
    assert rows_of(intake.tables[0], "id") == [("1",)]


def test_no_reader_is_loaded_before_it_is_needed() -> None:
    script = (
        "import sys, audit_lib.evidence.intake; print({'duckdb', 'openpyxl', 'psycopg'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_a_column_that_is_there_twice_is_a_fault_if_it_is_wanted(folder, make) -> None:
    folder.write("a.csv", "nr,when,who,to,what,what,x,x\n")
    with pytest.raises(InputError) as error:
        folder.take(make())
    assert str(error.value) == 'logs/a.csv The column "what" (data) is here 2 times.'


def test_a_cell_with_several_values_makes_a_row_of_each_with_the_same_id(folder, rows_of) -> None:
    folder.write("a.csv", HEAD + "1,2026-03-01,p,x;y,name; address ;;name\n2,2026-03-01,p,x,;\n")
    table = folder.table(separators={"data": ";", "recipient": ";"})
    assert rows_of(table, "id", "recipient", "data") == [
        ("1", "x", "address"),
        ("1", "x", "name"),
        ("1", "y", "address"),
        ("1", "y", "name"),
        ("2", "x", None),
    ]
    assert (table.rows, table.repeated) == (5, 0)


def test_a_cell_with_too_many_values_is_refused(folder) -> None:
    folder.write("a.csv", HEAD + f"1,2026-03-01,p,x,{';' * 1000}\n" + GOOD)
    table = folder.table(separators={"data": ";"})
    assert (table.rows, table.refused.count) == (1, 1)
    assert table.refused.reasons[0].why == "the column what holds more than 1,000 values"


PEOPLE = {
    "id": "people",
    "kind": "people",
    "files": ("people.csv",),
    "columns": {"alias": "name", "person": "nr"},
}


def people(folder, content: str) -> None:
    (folder.root / "people.csv").write_text("name,nr\n" + content)


def test_a_person_is_whom_the_source_of_people_says(folder, make, rows_of) -> None:
    people(folder, " Jane@X.example ,7\nJONES,8\n")
    folder.write(
        "a.csv", HEAD + "1,2026-03-01,jane@x.EXAMPLE ,x,y\n2,2026-03-01,jones,x,y\n3,2026-03-01,,x,y\n"
    )
    log, _ = folder.take(make(people="people"), make(**PEOPLE)).tables
    assert rows_of(log, "id", "person") == [("1", "7"), ("2", "8"), ("3", None)]
    assert log.unnamed == 0


def test_a_name_that_the_source_of_people_does_not_know_is_nobody_and_counted(folder, make, rows_of) -> None:
    people(folder, "jane,7\n")
    folder.write("a.csv", HEAD + "1,2026-03-01,stranger,x,y\n2,2026-03-01,jane,x,y\n3,2026-03-01,7,x,y\n")
    log, _ = folder.take(make(people="people"), make(**PEOPLE), only=["log"]).tables
    assert rows_of(log, "id", "person") == [("1", None), ("2", "7"), ("3", None)]
    assert log.unnamed == 2


def test_a_name_that_two_people_share_is_nobody(folder, make, rows_of) -> None:
    people(folder, "jones,7\nJones,8\njane,9\njane,9\n")
    folder.write("a.csv", HEAD + "1,2026-03-01,jones,x,y\n2,2026-03-01,jane,x,y\n")
    log, names = folder.take(make(people="people"), make(**PEOPLE)).tables
    assert rows_of(log, "person") == [("9",), (None,)]
    assert "1 name stands for more than one person, so for nobody." in names.notes


def test_nobody_is_known_where_the_source_of_people_has_no_file(folder, make, rows_of) -> None:
    folder.write("a.csv", HEAD + GOOD)
    (log,) = folder.take(make(people="people"), make(**PEOPLE)).tables
    assert (rows_of(log, "person"), log.unnamed) == ([(None,)], 1)


@pytest.mark.parametrize(
    ("kind", "columns", "line", "wanted"),
    [
        ("consents", {"person": "a", "purpose": "b", "since": "c", "until": "d"},
         "p,ads,2026-07-01,2026-07-02", ("p", "ads", 1_782_860_400_000_000, 1_783_033_200_000_000)),
        ("restrictions", {"person": "a", "ground": "b", "since": "c", "until": "d"},
         "p,objection,2026-07-01,", ("p", "objection", 1_782_946_800_000_000, None)),
        ("ends", {"person": "a", "at": "c"}, "p,,,", ("p", None)),
        ("deletions", {"person": "a", "sender": "b", "at": "c", "data": "d"}, "p,me,2026-07-01,name",
         ("a:2", "p", "me", 1_782_946_799_999_999, "name")),
        ("requests", {"person": "a", "recipient": "b", "at": "c", "reference": "d"},
         "p,police,2026-07-01,R 1", ("a:2", "p", "police", 1_782_860_400_000_000, "R 1")),
    ],
)  # fmt: skip
def test_each_kind_of_source_has_its_columns_and_its_days(
    folder, rows_of, kind, columns, line, wanted
) -> None:
    folder.write("a.csv", f"a,b,c,d\n{line}\n")
    table = folder.table(kind=kind, columns=columns, zone="Europe/London")
    names = (["id"] if len(wanted) > len(columns) else []) + list(columns)
    assert rows_of(table, *names) == [wanted]
    moments = {
        column: kind
        for column, kind in table.types.items()
        if column in {Column.AT, Column.SINCE, Column.UNTIL}
    }
    assert set(moments.values()) == {"BIGINT"}


def test_a_consent_until_an_unreadable_day_is_refused(folder) -> None:
    folder.write("a.csv", "a,b,c,d\np,ads,2026-07-01,some day\n")
    table = folder.table(kind="consents", columns={"person": "a", "purpose": "b", "since": "c", "until": "d"})
    assert (table.rows, table.refused.count) == (0, 1)


def test_progress_is_told_in_rows(folder, make) -> None:
    folder.write("a.csv", HEAD + GOOD * 3)
    folder.write("b.csv", HEAD + GOOD.replace("yardi", '"yardi"') * 2)
    told = []
    folder.take(make(), progress=lambda done, total: told.append((done, total)))
    assert told == [(3, None), (5, None)]


def test_the_same_input_gives_the_same_files(folder, make) -> None:
    folder.write("a.csv", HEAD + "".join(f"{n},2026-03-01,p{n},x,y\n" for n in range(50_000)))
    (first,) = folder.take(make()).tables
    content = [file.read_bytes() for file in first.files]
    (second,) = folder.take(make()).tables
    assert [file.read_bytes() for file in second.files] == content


def test_all_that_is_written_is_private_and_nothing_else_is_left(folder, make) -> None:
    folder.write("a.csv", HEAD + GOOD + "broken\n")
    folder.take(make())
    found = sorted(path.relative_to(folder.work).as_posix() for path in folder.work.rglob("*"))
    assert found == ["refused", "refused/log.csv", "taken", "taken/log", "taken/log/00001.parquet"]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.work.rglob("*") if path.is_file()}
    assert modes == {0o600}


def test_what_an_earlier_run_left_is_replaced(folder, make) -> None:
    folder.write("a.csv", HEAD + "broken\n")
    folder.write("b.csv", HEAD + GOOD)
    folder.take(make())
    folder.write("a.csv", HEAD + GOOD)
    (folder.root / "logs" / "b.csv").unlink()
    folder.take(make())
    assert sorted(path.name for path in folder.work.rglob("*") if path.is_file()) == ["00001.parquet"]


def test_a_fault_leaves_what_an_earlier_run_wrote(folder, make) -> None:
    folder.write("a.csv", HEAD + GOOD)
    (table,) = folder.take(make()).tables
    before = table.files[0].read_bytes()
    folder.write("a.csv", "nothing that is wanted\n")
    with pytest.raises(InputError):
        folder.take(make())
    assert table.files[0].read_bytes() == before


def _run(folder, limit: str, kind: str) -> subprocess.CompletedProcess[str]:
    script = f"""
        import resource, signal, sys
        from pathlib import Path
        from audit_lib.errors import OutputError
        from audit_lib.evidence.intake import take
        from audit_lib.model.evidence_source import Evidence, Source
        columns = {{"id": "nr", "at": "when", "recipient": "to", "data": "what"}}
        source = Source(
            id="log", kind="disclosures", name="L", format="csv", files=("logs/*",), columns=columns
        )
        import duckdb, pandas
        {limit}
        try:
            take(Evidence(sources=(source,)), Path({str(folder.root)!r}), Path({str(folder.work)!r}){kind})
        except OutputError as error:
            print(error)
            sys.exit(2)
    """
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_full_disk_is_told_and_nothing_is_left(folder, quote) -> None:
    lines = "".join(f"{n},2026-03-01,p,{quote}{n * 7919 % 1000003}{quote},y{n}\n" for n in range(30_000))
    folder.write("a.csv", HEAD + lines)
    run = _run(folder, "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))", "")
    assert run.returncode == 2, run.stderr
    assert (
        run.stdout
        == "The evidence could not be taken in: a file would grow larger than this system allows.\n"
    )
    assert list(folder.work.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(folder, make) -> None:
    folder.write("a.csv", HEAD + GOOD)
    folder.work.write_text("a file stands here")
    with pytest.raises(OutputError, match="The evidence could not be taken in: file exists"):
        folder.take(make())


def test_a_killed_run_leaves_nothing_under_a_final_name_and_does_not_hinder_the_next(
    folder, make, rows_of
) -> None:
    folder.write("a.csv", HEAD + GOOD.replace("yardi", '"yardi"'))
    kill = ", progress=lambda done, total: __import__('os').kill(__import__('os').getpid(), 9)"
    assert _run(folder, "", kill).returncode == -9
    assert [path.name for path in folder.work.iterdir()] == [".intake.part"]
    (table,) = folder.take(make()).tables
    assert table.rows == 1
    assert sorted(path.name for path in folder.work.iterdir()) == ["refused", "taken"]


def test_memory_stays_bounded_while_a_large_file_is_read(folder) -> None:
    lines = "".join(f'{n},2026-03-01 00:00:{n % 60:02},p,"{n % 1000}",y\n' for n in range(20_000))
    with (folder.root / "logs" / "a.csv").open("w") as file:
        file.write(HEAD)
        for _ in range(20):
            file.write(lines)
    script_limit = "resource.setrlimit(resource.RLIMIT_DATA, (900_000_000, 900_000_000))"
    run = _run(folder, script_limit, ', memory="200MB"')
    assert run.returncode == 0, run.stderr
