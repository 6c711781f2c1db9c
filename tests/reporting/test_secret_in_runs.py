"""A secret opens what it is for, and stands in nothing that a run leaves or says, however it ends."""

import datetime as dt
import json
import os
import tempfile
from pathlib import Path

import pytest

from audit_lib.cli import main
from audit_lib.errors import ParameterError, ReportError
from audit_lib.files.register import open_register
from audit_lib.reporting.checking import check
from audit_lib.reporting.fingerprint import inputs_of
from audit_lib.reporting.order import Order
from audit_lib.reporting.parcel import pack
from audit_lib.reporting.report import run_report
from audit_lib.reporting.sweep import run_sweep
from audit_lib.reporting.warm.linux import hindrance

pytestmark = pytest.mark.slow

SECRET = "heron ladder quartz 58213"
WRONG = "heron ladder quartz 99999"
DAY = dt.date(2026, 3, 31)
PARAMETERS = """\
map: str = "unset"
as_of = "2026-01-01"
out: str | None = None
register: str | None = None
register_passphrase: str | None = None
"""
OPENS = """\
from audit_lib import open_register, read_secret
with open_register(register, passphrase=read_secret(register_passphrase), read_only=True) as book:
    print("opened")
"""
SHOWS = "secret = read_secret(register_passphrase)\n[secret]"
FAILS = "def use(secret):\n    return 1 / 0\nuse(read_secret(register_passphrase))"

ENGINES = ["stock", *([] if hindrance() else ["warm"])]


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("register")
    open_register(folder / "register.db", create=True, passphrase=SECRET).close()
    return folder / "register.db"


@pytest.fixture
def project(made_once, notebooks, map_folder, tmp_path, monkeypatch):
    """The current folder: a map, an encrypted register, its passphrase in a file and in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REGISTER_PASS", SECRET)
    monkeypatch.setenv("WRONG_PASS", WRONG)
    monkeypatch.delenv("PRIVACY_AUDIT_PASSPHRASE", raising=False)
    (tmp_path / "register.db").write_bytes(made_once.read_bytes())
    (tmp_path / "pass.txt").write_text(f"{SECRET}\n", encoding="utf-8")
    (tmp_path / "pass.txt").chmod(0o600)
    for name, code in (("opens", [OPENS]), ("shows", [OPENS, SHOWS]), ("fails", [OPENS, FAILS])):
        notebooks(name, *code, parameters=PARAMETERS)
    (tmp_path / "notebooks" / "reports").symlink_to(tmp_path / "notebooks")
    return tmp_path


@pytest.fixture
def without_traces(project, capfd, caplog):
    """Everything that a test leaves is searched for the secret when it has ended."""
    before = set(Path(tempfile.gettempdir()).glob("privacy-audit-sweep-*"))
    yield
    said = "".join(capfd.readouterr()) + caplog.text
    left = [path for path in project.rglob("*") if path.is_file() and path.name != "pass.txt"]
    left += [
        path
        for folder in set(Path(tempfile.gettempdir()).glob("privacy-audit-sweep-*")) - before
        for path in folder.rglob("*")
        if path.is_file()
    ]
    assert any(path.name == "run.json" for path in left)
    for secret in (SECRET, WRONG):
        assert secret not in said
        assert [path for path in left if secret.encode() in path.read_bytes()] == []


def made(name="opens", reference="env:REGISTER_PASS", **given):
    parameters = {"register": "register.db", "register_passphrase": reference}
    return run_report(
        name,
        map_folder="kiosk",
        as_of=DAY,
        out="out",
        notebooks=Path("notebooks"),
        parameters=parameters,
        **given,
    )


def order(name="opens", reference="env:REGISTER_PASS", **given):
    parameters = {"register": "register.db", "register_passphrase": reference}
    return Order(name, "kiosk", DAY, parameters, notebooks="notebooks", **given)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("reference", ["env:REGISTER_PASS", "file:pass.txt"])
def test_the_reference_opens_the_register_and_is_all_that_is_kept(without_traces, engine, reference):
    run = made(reference=reference, engine=engine)
    assert run.parameters["register_passphrase"] == reference
    folder = Path("out/opens")
    for name in ("run.json", "opens.html", "opens.ipynb"):
        assert reference in (folder / name).read_text(encoding="utf-8")
    assert "opened" in (folder / "opens.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_cell_that_shows_it_shows_that_it_is_withheld(without_traces, engine):
    made("shows", engine=engine)
    assert "withheld" in Path("out/shows/shows.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_traceback_does_not_show_it(without_traces, engine):
    with pytest.raises(ReportError, match="ZeroDivisionError"):
        made("fails", engine=engine)
    assert "use(read_secret(register_passphrase))" in Path("out/fails.failed/traceback.txt").read_text()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("env:NO_SUCH_PASS", "env:NO_SUCH_PASS There is no such variable in the environment"),
        ("file:no-such.txt", "file:no-such.txt There is no such file"),
        ("env:WRONG_PASS", "register.db The passphrase does not open this file"),
    ],
)
def test_what_does_not_open_it_is_one_line(without_traces, engine, reference, told):
    with pytest.raises(ReportError) as caught:
        made(reference=reference, engine=engine)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (
        json.loads(Path("out/opens.failed/run.json").read_text())["parameters"]["register_passphrase"]
        == reference
    )


@pytest.mark.skipif("warm" not in ENGINES, reason="no interpreter can be forked here")
def test_a_server_that_was_started_before_sees_the_environment_of_each_caller(without_traces, monkeypatch):
    made(engine="warm")
    monkeypatch.setenv("LATER_PASS", SECRET)
    made(reference="env:LATER_PASS", engine="warm")
    monkeypatch.delenv("REGISTER_PASS")
    with pytest.raises(ReportError, match="env:REGISTER_PASS There is no such variable"):
        made(engine="warm")


@pytest.mark.parametrize("engine", ENGINES)
def test_in_a_sweep(without_traces, engine):
    orders = [
        order(folder="a"),
        order("fails", folder="b"),
        order(reference="env:WRONG_PASS", folder="c"),
        order(reference=f"file:{Path('pass.txt').absolute()}", folder="d"),
    ]
    told = run_sweep(orders, "out", workers=1, engine=engine)
    assert [run.folder for run in told.made] == ["a", "d"]
    assert "ZeroDivisionError" in told.failed[0].why
    assert "The passphrase does not open this file" in told.failed[1].why


def test_on_a_cluster_it_is_looked_up_where_the_run_is_made(without_traces):
    pytest.importorskip("distributed")
    orders = [order(folder="a"), order(reference=f"file:{Path('pass.txt').absolute()}", folder="b")]
    told = run_sweep(orders, "out", workers=1, on="dask")
    assert [run.folder for run in told.made] == ["a", "b"]


def test_the_file_of_a_secret_does_not_go_to_another_machine(project):
    whole = pack(check(order(reference="file:pass.txt")), Path("out/opens"))
    assert SECRET.encode() not in b"".join(whole.files.values())
    (project / "kiosk" / "pass.txt").write_text(SECRET)
    with pytest.raises(ParameterError, match=r"kiosk/pass.txt: this lies in what goes to another machine"):
        pack(check(order(reference="file:kiosk/pass.txt")), Path("out/opens"))


def test_what_a_run_depends_on_is_told_by_the_reference(project, monkeypatch):
    before = inputs_of(check(order()))
    monkeypatch.setenv("REGISTER_PASS", "another one altogether")
    assert inputs_of(check(order())) == before
    assert inputs_of(check(order(reference="env:OTHER"))) != before


def called(*arguments):
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.mark.parametrize("typed", [f"register_passphrase={SECRET}", f"register_passphrase:{SECRET}"])
def test_in_clear_it_is_refused_before_anything_starts_and_not_repeated(project, capfd, typed):
    status = called("report", "opens", "--map", "kiosk", "--out", "out", "--set", typed)
    out, err = capfd.readouterr()
    assert status == 2
    assert SECRET not in out + err
    assert "env:NAME or file:PATH" in err or "write name=value" in err
    assert not Path("out").exists()


SCHEDULE = """\
out: runs
jobs:
  - id: weekly
    title: Every Monday
    reports: opens
    map: kiosk
    {how}
"""


def scheduled(how):
    Path("reports").mkdir(exist_ok=True)
    Path("reports/schedule.yaml").write_text(SCHEDULE.replace("{how}", how), encoding="utf-8")


def test_from_a_schedule(without_traces, capfd):
    scheduled("parameters: {register: register.db, register_passphrase: env:REGISTER_PASS}")
    assert called("schedule", "run", "weekly", "--workers", "1") == 0, capfd.readouterr()
    assert len(list(Path("runs").rglob("opens.html"))) == 1


@pytest.mark.parametrize(
    "how",
    [
        f'parameters: {{register_passphrase: "{SECRET}"}}',
        f'parameters: {{register_passphrase: ["{SECRET}"]}}',
        f'sweep: {{register_passphrase: "{SECRET}"}}',
        f'sweep: {{register_passphrase: ["{SECRET}", "{SECRET}"]}}',
    ],
)
def test_a_schedule_with_it_in_clear_is_refused_and_not_repeated(project, capfd, how):
    scheduled(how)
    status = called("schedule", "validate")
    out, err = capfd.readouterr()
    assert status == 2
    assert "reports/schedule.yaml:7" in out + err
    assert SECRET not in out + err


REAL = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["rights_register", "breach"])
def test_the_reports_that_read_a_register_open_an_encrypted_one(without_traces, project, name):
    parameters = {"register": "register.db", "register_passphrase": "env:REGISTER_PASS"}
    given = {
        "map_folder": REAL / "data_maps/btr",
        "as_of": dt.date(2026, 11, 22),
        "out": "out",
        "notebooks": REAL / "notebooks/reports",
    }
    assert run_report(name, parameters=parameters, **given).outcome == "finished"
    with pytest.raises(ReportError, match="The passphrase does not open this file"):
        run_report(name, parameters={**parameters, "register_passphrase": "env:WRONG_PASS"}, **given)


def test_as_the_commands_take_it_where_nothing_is_said(without_traces, monkeypatch):
    monkeypatch.setenv("PRIVACY_AUDIT_PASSPHRASE", SECRET)
    run = run_report(
        "rights_register",
        map_folder=REAL / "data_maps/btr",
        as_of=dt.date(2026, 11, 22),
        out="out",
        notebooks=REAL / "notebooks/reports",
        parameters={"register": "register.db"},
    )
    assert run.outcome == "finished"
    assert os.environ["PRIVACY_AUDIT_PASSPHRASE"] == SECRET
