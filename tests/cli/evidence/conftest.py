"""A kiosk whose log shows a passport sent as declared, or to a bank, and a word that nobody knows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from audit_lib.files.register import Draft, open_register

EVIDENCE = """\
sources:
  - id: log
    kind: disclosures
    name: Send log
    files: [log.csv]
    columns: {id: no, at: when, person: guest, sender: from, recipient: to, data: what}
  - id: list
    kind: restrictions
    name: Do not use
    files: [list.csv]
    columns: {person: guest, since: since, ground: why}
"""
FAULTY = 30


def log_rows(rows: int = 400) -> str:
    """Return the log: of its rows, 30 go to guests' bank, 20 to nobody whom the map knows."""
    lines = ["no,when,guest,from,to,what"]
    for at in range(rows):
        to = "bank" if at < FAULTY else "Bank Ltd" if at < FAULTY + 20 else "printer"
        lines.append(f"{at},2026-0{1 + at % 9}-1{at % 8} 10:00,G-{at % 97},kiosk-ltd,{to},passport")
    return "\n".join(lines) + "\n"


@pytest.fixture
def logged(kiosk: Path) -> Path:
    """Return the folder of the kiosk with its evidence."""
    text = (kiosk / "map.yaml").read_text(encoding="utf-8")
    bank = "  - {id: bank, name: Bank, kind: organisation, stance: recorded}\ndata:"
    (kiosk / "map.yaml").write_text(text.replace("data:", bank, 1), encoding="utf-8")
    (kiosk / "evidence.yaml").write_text(EVIDENCE, encoding="utf-8")
    (kiosk / "log.csv").write_text(log_rows(), encoding="utf-8")
    (kiosk / "list.csv").write_text("guest,since,why\nG-60,2026-01-01,objection\n", encoding="utf-8")
    return kiosk


def with_register(folder: Path) -> None:
    """Put a register into the map in which the guest G-62 has objected in March."""
    evidence = (folder / "evidence.yaml").read_text(encoding="utf-8")
    source = (
        "  - {id: register, kind: restrictions, name: Register, format: register, files: [register.db]}\n"
    )
    (folder / "evidence.yaml").write_text(evidence + source, encoding="utf-8")
    since, now = dt.date(2026, 1, 10), dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    with open_register(folder / "register.db", create=True) as register:
        body = {"person": register.pseudonym("G-62"), "request": "R-2026-0001", "ground": "objection"}
        body |= {"since": since.isoformat()}
        register.add(
            "restriction", since, now, lambda _: Draft(opened=since, person=body["person"], body=body)
        )
