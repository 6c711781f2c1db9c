"""The register of requests as a user meets it: a register beside a map, and commands on a fixed day."""

import pytest
import typer

from audit_lib.cli import application
from audit_lib.files.register import open_register

from ..conftest import Answer

DAY = ["--as-of", "2026-11-22"]
ADA = "Ada Lovelace"


@pytest.fixture(scope="session")
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
    for name in ("PRIVACY_AUDIT_REGISTER", "PRIVACY_AUDIT_KEY_FILE", "PRIVACY_AUDIT_PASSPHRASE"):
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
