"""`privacy-audit evidence check` with the log of a recipient, ends of stays and a log of deletions."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

DAY = ("--as-of", "2026-11-22", "--fail-on", "never")
SOURCES = """\
  - id: got
    kind: receipts
    name: What the printer got
    files: [got.csv]
    columns: {id: no, at: when, person: guest, sender: from, recipient: to, data: what}
  - id: left
    kind: ends
    name: Ends of stays
    files: [left.csv]
    columns: {person: guest, at: day}
    starts: [keep]
  - id: gone
    kind: deletions
    name: Deletions
    files: [gone.csv]
    columns: {id: no, person: guest, at: day, sender: by, data: what}
"""
KEEP = """\
retention:
  - {id: keep, name: Copies, data: [passport], period: P1Y, starts: The stay ends, stance: recorded}
"""
GUESTS = 80


@pytest.fixture
def watched(logged: Path) -> Path:
    """Return the kiosk with a printer that lost 24 of what was sent, and 80 guests who left a year ago.

    Of 77 passports a deletion is logged; 30 of these came half a year late.
    """
    with (logged / "evidence.yaml").open("a", encoding="utf-8") as evidence:
        evidence.write(SOURCES)
    with (logged / "map.yaml").open("a", encoding="utf-8") as entries:
        entries.write(KEEP)
    head, *sent = (logged / "log.csv").read_text(encoding="utf-8").splitlines()
    arrived = [row for at, row in enumerate(row for row in sent if ",printer," in row) if at >= 24]
    (logged / "got.csv").write_text("\n".join([head, *arrived]) + "\n", encoding="utf-8")
    left = [f"G-{at},2025-01-31" for at in range(GUESTS)]
    (logged / "left.csv").write_text("\n".join(["guest,day", *left]) + "\n", encoding="utf-8")
    gone = [f"{at},G-{at},2026-0{7 if at < 30 else 1}-31,kiosk-ltd,passport" for at in range(GUESTS - 3)]
    (logged / "gone.csv").write_text("\n".join(["no,guest,day,by,what", *gone]) + "\n", encoding="utf-8")
    return logged


def test_json_tells_what_each_end_alone_has_and_withholds_what_tells_of_few(watched: Path, run) -> None:
    said = json.loads(run("evidence", "check", "kiosk", *DAY, "--format", "json").out)
    (ends,) = said["ends"]
    assert (ends["sender"], ends["recipient"], ends["sent"]) == ("kiosk-ltd", "printer", 350)
    assert (ends["sent_only"]["entries"], ends["received_only"]["entries"]) == (24, 0)
    (due,) = said["due"]
    assert (due["retention"], due["due"], due["late"]) == ("keep", 80, 30)
    assert (due["in_time"], due["not_logged"], due["suppressed"]) == (None, None, True)


def test_no_guest_stands_on_the_page_or_in_the_answer(watched: Path, run) -> None:
    answer = run("evidence", "check", "kiosk", *DAY, "--format", "json", "--out", "evidence.html")
    page = Path("evidence.html").read_text(encoding="utf-8")
    assert "What the two ends say of each other" in page
    assert "Due for deletion" in page
    assert not re.search(r"\bG-\d", page + answer.out)


def test_without_such_sources_neither_is_told(logged: Path, run) -> None:
    answer = run("evidence", "check", "kiosk", *DAY, "--format", "json", "--out", "evidence.html")
    page = Path("evidence.html").read_text(encoding="utf-8")
    assert (json.loads(answer.out)["ends"], json.loads(answer.out)["due"]) == ([], [])
    assert "two ends" not in page
    assert "Due for deletion" not in page
