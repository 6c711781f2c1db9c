"""The register of requests as a user meets it: every mistake is told and changes nothing."""

import csv
import io
import json
from typing import NamedTuple

import pytest
import typer

from audit_lib.cli import application, main
from audit_lib.files.register import open_register

DAY = ["--as-of", "2026-11-22"]
ADA = "Ada Lovelace"


class Answer(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture(scope="module")
def together():
    """The commands, put together once: that takes longer than to run one of them."""
    return typer.main.get_command(application(rich=False))


@pytest.fixture
def run(together, capsys):
    def call(*arguments: str) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            together(args=list(arguments), prog_name="privacy-audit")
        out, err = capsys.readouterr()
        return Answer(int(ended.value.code or 0), out, err)

    return call


@pytest.fixture
def made(kiosk, monkeypatch):
    """A register in the current folder, beside a map, and nothing in the environment."""
    for name in ("PRIVACY_AUDIT_REGISTER", "PRIVACY_AUDIT_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    open_register(kiosk.parent / "register.db", create=True).close()
    return kiosk.parent


@pytest.fixture
def asked(run, made):
    """Run a command of the register on a fixed day."""

    def call(verb, *arguments):
        return run("request", verb, *arguments, *([] if verb == "verify" else DAY))

    return call


@pytest.fixture
def head(made):
    """What the last event of the register is; the register is sound."""

    def call():
        with open_register(made / "register.db", read_only=True) as register:
            found = register.verify()
        assert found.sound
        return found.head

    return call


@pytest.fixture
def access(asked):
    """A request of access, received on 1 October 2026, and the id that it got."""
    answer = asked("add", "--right", "access", "--received", "2026-10-01", "--person", ADA)
    assert answer.status == 0, answer.err
    return answer.out.split()[0]


@pytest.fixture
def refused(asked, head):
    """A command that fails, says why on standard error alone, and leaves the register as it was."""

    def call(verb, *arguments):
        before = head()
        answer = asked(verb, *arguments)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.strip()
        assert head() == before
        return answer.err

    return call


def test_making_a_register_says_where_the_key_is_and_to_keep_it_apart(run, kiosk):
    answer = run("request", "init")
    assert answer.status == 0
    assert "register.db.key (new)" in answer.out
    assert "Keep the key apart" in answer.out


def test_a_register_is_made_once(run, made):
    before = (made / "register.db").read_bytes()
    answer = run("request", "init")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("register.db This is there already")
    assert (made / "register.db").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "--right", "access", "--received", "2026-10-01"],
        ["update", "R-2026-0001", "--identity-asked", "2026-10-02"],
        ["close", "R-2026-0001", "--outcome", "granted"],
        ["reopen", "R-2026-0001"],
        ["due"],
        ["list"],
        ["show", "R-2026-0001"],
        ["restrict", "R-2026-0001", "--ground", "claims"],
        ["lift", "RES-2026-0001"],
        ["restrictions"],
        ["verify"],
    ],
)
def test_a_register_that_is_not_there_is_not_made_by_the_way(run, kiosk, monkeypatch, arguments):
    monkeypatch.delenv("PRIVACY_AUDIT_REGISTER", raising=False)
    answer = run("request", *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert "register.db There is no register here" in answer.err
    assert "privacy-audit request init" in answer.err
    assert not (kiosk.parent / "register.db").exists()


def test_the_register_is_the_option_else_that_of_the_environment(run, made, monkeypatch):
    monkeypatch.setenv("PRIVACY_AUDIT_REGISTER", "other.db")
    assert "other.db There is no register" in run("request", "list").err
    assert run("request", "list", "--register", "register.db").status == 0


def test_entering_says_by_when_and_names_nobody(asked, made):
    answer = asked(
        "add", "--right", "access", "--received", "2026-10-01", "--person", ADA, "--reference", "CR-1"
    )
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("R-2026-0001  access, received 2026-10-01\n")
    assert "due:     end of Monday 2 November 2026" in answer.out
    assert "safe:    Sunday 1 November 2026" in answer.out
    assert "Ada" not in answer.out
    assert b"Lovelace" not in (made / "register.db").read_bytes()


def test_a_name_comes_in_by_standard_input(asked, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{ADA}\nmore\n"))
    asked("add", "--right", "access", "--received", "2026-10-01", "--person", "-")
    answer = asked("list", "--person", "ADA LOVELACE", "--format", "json")
    assert [request["id"] for request in json.loads(answer.out)["requests"]] == ["R-2026-0001"]


def test_earlier_requests_of_the_person_are_told(asked, access):
    answer = asked("add", "--right", "erasure", "--received", "2026-11-02", "--person", ADA.upper())
    assert f"This person has 1 earlier request, the last {access}, received 2026-10-01." in answer.out


def test_the_map_says_whose_bank_holidays_count_and_which_people_there_are(asked, refused):
    given = ["add", "--right", "access", "--received", "2026-10-01", "--map", "kiosk"]
    assert asked(*given, "--subject", "guests").status == 0
    error = refused(*given, "--subject", "guest", "--channel", "post")
    assert 'Did you mean "guests"?' in error
    assert "--channel" in error


def test_everything_that_is_wrong_with_an_entry_is_told_at_once(refused):
    error = refused(
        "add", "--right", "acess", "--received", "1.10.2026", "--nation", "scotlnd",
        "--reference", "ada@example.org", "--person", " ", "--subject", "The Guests",
    )  # fmt: skip
    told = [line.split()[0] for line in error.splitlines()]
    assert sorted(told) == ["--nation", "--person", "--received", "--reference", "--right", "--subject"]
    assert "ada@" not in error


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--right", "access", "--received", "2026-11-23"], "--received"),
        (["--right", "access", "--received", "2017-01-01"], "--received"),
        (["--right", "erasure", "--received", "2026-10-01", "--marketing"], "--marketing"),
        (["--right", "informed", "--received", "2026-10-01"], "--right"),
        (["--right", "complain-to-controller", "--received", "2026-10-01", "--marketing"], "--marketing"),
    ],
)
def test_what_cannot_be_so_is_told_under_its_option(refused, given, option):
    assert {line.split()[0] for line in refused("add", *given).splitlines()} == {option}


def test_an_update_works_the_time_out_anew(asked, access):
    waiting = asked("update", access, "--identity-asked", "2026-10-02")
    assert "not known yet" in waiting.out
    came = asked("update", access, "--identity-received", "2026-10-12")
    assert "due:     end of Thursday 12 November 2026" in came.out
    cleared = asked("update", access, "--clear", "identity")
    assert "due:     end of Monday 2 November 2026" in cleared.out


def test_an_extension_told_too_late_is_recorded_with_a_warning(asked, access):
    answer = asked("update", access, "--extended-on", "2026-11-03")
    assert answer.status == 0
    assert "due:     end of Monday 2 November 2026" in answer.out
    assert "told on 2026-11-03 was told too late" in answer.out


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--identity-asked", "2026-09-01"], "--identity-asked"),
        (["--identity-received", "2026-10-05"], "--identity-received"),
        (["--clarification-answered", "2026-10-05"], "--clarification-answered"),
        (["--fee-asked", "2026-12-01"], "--fee-asked"),
        (["--acknowledged-on", "2026-10-05"], "--acknowledged-on"),
        (["--stopped-on", "2026-10-05"], "--stopped-on"),
        (["--identity-asked", "soon"], "--identity-asked"),
        (["--clear", "identty"], "--clear"),
        (["--reference", "Ada"], "--reference"),
        (["--subject", "The Guests"], "--subject"),
        ([], "R-2026-0001"),
    ],
)
def test_an_update_that_cannot_be_changes_nothing(access, refused, given, option):
    assert refused("update", access, *given).split()[0] == option


@pytest.mark.parametrize(
    "command",
    [
        ["update", "--identity-asked", "2026-10-02"],
        ["close", "--outcome", "granted"],
        ["reopen"],
        ["show"],
        ["restrict", "--ground", "claims"],
    ],
)
def test_an_unknown_request_is_told_with_a_hint(access, refused, command):
    error = refused(command[0], "R-2026-0099", *command[1:])
    assert 'There is no entry "R-2026-0099"' in error
    assert access in error


def test_a_request_is_closed_once(asked, access, refused):
    answer = asked("close", access, "--outcome", "granted", "--on", "2026-11-10")
    assert answer.status == 0
    assert "closed:  2026-11-10, granted, late" in answer.out
    assert "It was late: the last day was 2026-11-02." in answer.out
    error = refused("close", access, "--outcome", "granted", "--on", "2026-11-11")
    assert error.startswith(f"{access} It has been closed already (granted on 2026-11-10)")
    assert refused("update", access, "--identity-asked", "2026-10-02").startswith(f"{access} It was closed")


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--outcome", "granted", "--on", "2026-09-30"], "--on"),
        (["--outcome", "granted", "--on", "2026-11-23"], "--on"),
        (["--outcome", "granted", "--on", "yesterday"], "--on"),
        (["--outcome", "upheld"], "--outcome"),
        (["--outcome", "grantd"], "--outcome"),
        (["--outcome", "refused"], "--reason"),
        (["--outcome", "granted", "--reason", "excessive"], "--reason"),
    ],
)
def test_an_end_that_cannot_be_changes_nothing(access, refused, given, option):
    assert [line.split()[0] for line in refused("close", access, *given).splitlines()] == [option]


def test_a_refusal_reminds_of_the_ways_to_complain(asked, access):
    given = ["close", access, "--outcome", "refused", "--reason", "exemption", "--on", "2026-10-20"]
    assert "--told-ways records that" in asked(*given).out
    asked("reopen", access)
    assert "--told-ways" not in asked(*given, "--told-ways").out


def test_what_is_open_is_not_opened_again(access, refused):
    assert refused("reopen", access).startswith(f"{access} It is open")


def test_due_lists_the_overdue_first_and_fails(asked, access):
    asked("add", "--right", "erasure", "--received", "2026-09-01")
    asked("add", "--right", "erasure", "--received", "2026-11-20")
    answer = asked("due")
    assert answer.status == 1
    rows = [row.split()[:2] for row in answer.out.splitlines() if "R-2026" in row]
    assert rows == [["OVERDUE", "R-2026-0002"], ["OVERDUE", access], ["OPEN", "R-2026-0003"]]
    assert answer.out.splitlines()[-1] == "3 open requests: 2 overdue."
    assert asked("due", "--fail-on", "never").status == 0


def test_soon_fails_only_if_that_is_wanted(asked):
    asked("add", "--right", "erasure", "--received", "2026-10-25")
    assert asked("due").status == 0
    assert asked("due", "--fail-on", "soon").status == 1


def test_due_is_cut_and_says_how_many_are_left_out(asked):
    for number in range(1, 6):
        asked("add", "--right", "erasure", "--received", f"2026-10-0{number}")
    answer = asked("due", "--limit", "2", "--format", "json")
    found = json.loads(answer.out)
    assert (len(found["requests"]), found["counts"]["open"], found["counts"]["overdue"]) == (2, 5, 5)
    assert "Not listed: 3 (--limit)." in asked("due", "--limit", "2").out


def test_the_list_can_be_cut_and_comes_as_an_object(asked, access):
    asked("add", "--right", "erasure", "--received", "2026-11-02")
    asked("close", access, "--outcome", "granted", "--on", "2026-10-20")

    def ids(*arguments):
        found = json.loads(asked("list", "--format", "json", *arguments).out)
        return [request["id"] for request in found["requests"]]

    assert ids() == [access, "R-2026-0002"]
    assert ids("--open") == ids("--right", "erasure") == ids("--since", "2026-11-01") == ["R-2026-0002"]
    assert ids("--right", "erasure", "--right", "access") == ids()


def test_the_list_as_a_table_goes_into_another_register(run, asked, access, made):
    asked("add", "--right", "objection", "--marketing", "--received", "2026-11-02", "--person", ADA)
    text = asked("list", "--format", "csv").out
    (made / "table.csv").write_text(text, encoding="utf-8")
    run("request", "init", "--register", "second.db")
    assert asked("import", "table.csv", "--register", "second.db").status == 0
    first, second = (
        [row | {"reference": ""} for row in csv.DictReader(io.StringIO(table))]
        for table in (text, asked("list", "--format", "csv", "--register", "second.db").out)
    )
    assert first == second


def test_nothing_in_a_table_is_a_formula(asked, access):
    rows = csv.reader(io.StringIO(asked("list", "--format", "csv").out))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_show_has_the_clock_the_restrictions_and_the_history(asked, access):
    asked("update", access, "--identity-asked", "2026-10-02")
    asked("restrict", access, "--ground", "claims")
    answer = asked("show", access)
    assert answer.status == 0
    for words in (
        "Answer the request",
        "RES-2026-0001  claims",
        "added; due 2026-11-02",
        "changed: identity asked",
    ):
        assert words in answer.out
    found = json.loads(asked("show", access, "--format", "json").out)
    assert [event["what"] for event in found["history"]] == ["added", "changed: identity asked"]
    assert found["clock"]["deadlines"][0]["latest"] is None


def test_a_table_comes_in_as_a_whole_or_not_at_all(asked, refused, made):
    good = "right,received,person\naccess,2026-10-01,Ada Lovelace\nerasure,2026-11-02,Ada Lovelace\n"
    (made / "bad.csv").write_text(good + "acess,2026-10-01,Grace Hopper\naccess,soon,\n", encoding="utf-8")
    error = refused("import", "bad.csv")
    assert [line.split()[0] for line in error.splitlines()] == ["bad.csv:4", "bad.csv:5"]
    assert "Grace" not in error
    (made / "good.csv").write_text(good, encoding="utf-8")
    answer = asked("import", "good.csv")
    assert answer.out.startswith("2 entered: 2 open, 0 closed.")


@pytest.mark.parametrize("content", [b"\xff\xfer\x00", b"right,received\naccess,2026-10-01,\xe9\n", b""])
def test_what_is_no_text_is_refused(refused, made, content):
    (made / "table.csv").write_bytes(content)
    assert refused("import", "table.csv").startswith("table.csv")


def test_a_table_that_is_not_there_is_told(refused):
    assert refused("import", "nothing.csv").startswith("nothing.csv There is no such file")
    assert refused("import").startswith("FILE")


def test_the_columns_are_documented(run):
    answer = run("request", "import", "--columns")
    assert answer.status == 0
    assert "identity_received" in answer.out


def test_an_objection_to_marketing_is_on_the_list_at_once_and_for_good(asked, made):
    objection = ["add", "--right", "objection", "--marketing", "--received", "2026-11-20"]
    answer = asked(*objection, "--person", ADA)
    assert "RES-2026-0001: no more direct marketing to this person, since 2026-11-20" in answer.out
    assert "at once" in answer.out
    asked("close", "R-2026-0001", "--outcome", "granted")
    (listed,) = json.loads(asked("restrictions", "--format", "json").out)["restrictions"]
    assert (listed["active"], listed["until"], listed["ground"]) == (True, None, "marketing")
    assert "nobody can be left out" in asked(*objection).out


def test_restrict_and_lift(asked, access):
    answer = asked("restrict", access, "--ground", "accuracy", "--data", "passport", "--map", "kiosk")
    assert "Art. 18(1)(a)" in answer.out
    assert "RES-2026-0001" in asked("restrictions", "--active").out
    lifted = asked("lift", "RES-2026-0001", "--on", "2026-11-22")
    assert "The person must be told before it is lifted (Art. 18(3))" in lifted.out
    rows = list(csv.DictReader(io.StringIO(asked("restrictions", "--format", "csv").out)))
    assert [(row["data"], row["until"], row["lifted"]) for row in rows] == [("passport", "2026-11-22", "yes")]


def test_what_has_ended_is_not_among_the_active(asked, access):
    asked("restrict", access, "--ground", "claims", "--since", "2026-11-01", "--until", "2026-11-21")
    assert "RES-2026-0001" not in asked("restrictions", "--active").out
    assert "ENDED   RES-2026-0001" in asked("restrictions").out


def test_a_lifting_that_was_told_needs_no_reminder(asked, access):
    asked("restrict", access, "--ground", "accuracy", "--since", "2026-11-01")
    answer = asked("lift", "RES-2026-0001", "--on", "2026-11-20", "--told-on", "2026-11-18")
    assert "must be told" not in answer.out


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--ground", "acuracy"], "--ground"),
        (["--ground", "claims", "--since", "2026-09-30"], "--since"),
        (["--ground", "claims", "--since", "2026-11-23"], "--since"),
        (["--ground", "claims", "--until", "2026-11-01"], "--until"),
        (["--ground", "claims", "--until", "then"], "--until"),
        (["--ground", "claims", "--map", "kiosk", "--data", "pasport"], "--data"),
        (["--ground", "claims", "--map", "kiosk", "--activity", "badge"], "--activity"),
        (["--ground", "claims", "--data", "The Data"], "--data"),
        (["--ground", "marketing"], "--ground"),
    ],
)
def test_a_restriction_that_cannot_be_changes_nothing(access, refused, given, option):
    assert [line.split()[0] for line in refused("restrict", access, *given).splitlines()] == [option]


def test_the_same_is_restricted_once_and_lifted_once(asked, access, refused):
    asked("restrict", access, "--ground", "claims")
    assert refused("restrict", access, "--ground", "claims").startswith("RES-2026-0001 The same")
    assert refused("lift", "RES-2026-0001", "--on", "2026-11-23").startswith("--on")
    asked("lift", "RES-2026-0001")
    assert refused("lift", "RES-2026-0001").startswith("RES-2026-0001 It has been lifted already")
    assert "no entry" in refused("lift", "RES-2026-0002")
    assert "no restriction" in refused("lift", access)


def test_verify_takes_the_head_that_was_noted_and_finds_what_was_cut_off(run, asked, access, made, head):
    copy = (made / "register.db").read_bytes()
    asked("update", access, "--identity-asked", "2026-10-02")
    noted = head()
    assert run("request", "verify", "--head", noted).status == 0
    (made / "register.db").write_bytes(copy)
    answer = run("request", "verify", "--head", noted)
    assert answer.status == 1
    assert answer.out.startswith("TAMPERED")
    found = json.loads(run("request", "verify", "--head", noted, "--format", "json").out)
    assert (found["sound"], bool(found["troubles"])) == (False, True)
    assert run("request", "verify", "--head", "what").status == 2


def test_without_the_key_nothing_is_entered(asked, made, access):
    (made / "register.db.key").rename(made / "elsewhere.key")
    assert asked("add", "--right", "access", "--received", "2026-10-01").status == 2
    assert asked("due").status == 1
    assert asked("list", "--key-file", "elsewhere.key", "--person", ADA).status == 0


def test_lines_of_a_register_cannot_move_the_cursor(asked, access):
    answer = asked("show", "R-\x1b[2J")
    assert answer.status == 2
    assert "\x1b" not in answer.err


def test_the_commands_are_told_of(run, capsys):
    with pytest.raises(SystemExit):
        main(["request", "--help"])
    told = capsys.readouterr().out
    for command in (
        "init",
        "add",
        "update",
        "close",
        "reopen",
        "due",
        "list",
        "show",
        "import",
        "verify",
        "lift",
    ):
        assert command in told
