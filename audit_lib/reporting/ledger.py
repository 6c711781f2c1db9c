"""The ledger of an output root: one line for whatever happened to a run, each sealed to the one before.

`runs.jsonl` holds canonical JSON, one object a line. Each line carries the SHA-256 of its own other fields
and that of the line before. No byte can be changed, and no line taken out or put in, without its being seen;
only lines cut off at the end are not missed, unless somebody has written down an earlier head.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from ..errors import Fault, ParameterError, Place
from ..files.text_file import read_bytes

#: The file of a root that holds its ledger.
LEDGER_FILE: Final = "runs.jsonl"

#: What the first line is sealed to.
START: Final = "0" * 64

#: How many bytes a ledger may have: more than a million lines.
MAX_LEDGER: Final = 1_000_000_000

#: A run got its final name, took the place of an earlier one, or went; or the line before came to nothing.
Event = Literal["published", "replaced", "removed", "voided"]

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_TYPES: Final = {
    "number": int, "at": str, "event": str, "folder": str, "run_sha256": str, "previous": str, "seal": str,
}  # fmt: skip


class Line(NamedTuple):
    """One line: what happened to the run in which folder (seen from the root), when (UTC); its `run.json`.

    A line that says "voided" takes back the one before it: that run never got its name, or never went.
    """

    number: int
    at: str
    event: Event
    folder: str
    run_sha256: str
    previous: str

    @property
    def seal(self) -> str:
        """The SHA-256 of the fields of this line, the seal of the line before among them.

        >>> Line(1, "2026-11-22T08:00:00Z", "published", "risk", START, START).seal[:12]
        'c89c1c0cb491'
        """
        return hashlib.sha256(_canonical(self._asdict())).hexdigest()

    def written(self) -> bytes:
        r"""Return the line as it stands in the file, with its end.

        >>> Line(1, "2026-11-22T08:00:00Z", "published", "risk", START, START).written()[-1:]
        b'\n'
        """
        return _canonical({**self._asdict(), "seal": self.seal}) + b"\n"


class Ledger(NamedTuple):
    """All lines of a root, what is wrong with them, and the bytes after the last line end, if any."""

    root: Path
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...] = ()
    torn: bytes = b""

    @property
    def head(self) -> str:
        """The seal of the last line, which stands for all of them; to be written down elsewhere.

        >>> Ledger(Path("reports"), ()).head == START
        True
        """
        return self.lines[-1].seal if self.lines else START

    def standing(self) -> dict[str, Line]:
        """Return which folders hold a run by what the lines say, with the line that put it there.

        >>> first = Line(1, "2026-11-22T08:00:00Z", "published", "risk", START, START)
        >>> list(Ledger(Path("reports"), (first,)).standing())
        ['risk']
        >>> second = first._replace(number=2, event="removed", previous=first.seal)
        >>> Ledger(Path("reports"), (first, second)).standing()
        {}
        """
        voided = {line.number - 1 for line in self.lines if line.event == "voided"}
        found: dict[str, Line] = {}
        for line in self.lines:
            if line.event == "voided" or line.number in voided:
                continue
            found.pop(line.folder, None)
            if line.event != "removed":
                found[line.folder] = line
        return found


def next_line(last: Line | None, event: Event, folder: str, run_sha256: str) -> Line:
    """Return the line that follows another one, of now.

    >>> next_line(None, "published", "risk", START).number
    1
    """
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    number, previous = (last.number + 1, last.seal) if last else (1, START)
    return Line(number, now, event, folder, run_sha256, previous)


def read_line(raw: bytes) -> Line:
    """Return the line that some bytes (without the line end) hold.

    Raises
    ------
    ValueError
        If a byte of it is other than when it was written; the message says what was seen.

    >>> read_line(b"{}")
    Traceback (most recent call last):
    ValueError: it is of another form
    """
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise ValueError("it is not JSON") from error
    if not isinstance(said, dict) or said.keys() != _TYPES.keys():
        raise ValueError("it is of another form")
    if any(type(said[name]) is not kind for name, kind in _TYPES.items()):
        raise ValueError("a field is of another type")
    seal = said.pop("seal")
    line = Line(**said)
    if line.event not in get_args(Event) or not all(map(_HASH.fullmatch, (line.run_sha256, line.previous))):
        raise ValueError("a field holds what no line can hold")
    if seal != line.seal or raw + b"\n" != line.written():
        raise ValueError("it does not bear out its own seal")
    return line


def read_ledger(root: Path) -> Ledger:
    r"""Return the ledger of a root, with each fault of its chain; the runs themselves are not looked at.

    Raises
    ------
    ParameterError
        If there is no ledger, or it cannot be read.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     first = next_line(None, "published", "risk", START)
    ...     _ = (Path(folder) / "runs.jsonl").write_bytes(first.written() + b"{}\n")
    ...     [fault.place.line for fault in read_ledger(Path(folder)).faults]
    [2]
    """
    path = root / LEDGER_FILE
    *whole, torn = read_bytes(path, MAX_LEDGER, ParameterError).split(b"\n")
    lines: list[Line] = []
    faults: list[Fault] = []
    sealed_to: str | None = START
    for number, raw in enumerate(whole, start=1):
        place = Place(path.as_posix(), number)
        try:
            line = read_line(raw)
        except ValueError as error:
            faults.append(Fault(place, f"This line has been changed: {error}."))
            sealed_to = None
            continue
        if line.number != number or sealed_to not in (None, line.previous):
            message = "This line does not follow the one before: something was taken out, put in or moved."
            faults.append(Fault(place, message))
        lines.append(line)
        sealed_to = line.seal
    return Ledger(root, tuple(lines), tuple(faults), torn)


def _canonical(said: dict[str, object]) -> bytes:
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")
