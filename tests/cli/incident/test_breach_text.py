"""An entry of the register of breaches as text: each fact beside its label, in a narrow terminal too."""

import datetime as dt
import io

import pytest

from audit_lib.cli.incident.breach_text import write_record
from audit_lib.cli.plain import console
from audit_lib.incidents.example import example_record

NOW = dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC)


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("wide", [40, 60, 80])
def test_long_facts_stand_beside_their_label_in_a_narrow_terminal(monkeypatch, wide):
    monkeypatch.setenv("COLUMNS", str(wide))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    page = Terminal()
    long = example_record().model_copy(update={"effects": "Calls by strangers. " * 12})
    write_record(long, NOW, console(page))
    rows = page.getvalue().splitlines()
    first = next(at for at, row in enumerate(rows) if row.startswith("  effects:"))
    assert rows[first + 1].startswith(" " * 15 + "C") or rows[first + 1].startswith(" " * 15 + "b")
    assert all(len(row) <= wide for row in rows)
