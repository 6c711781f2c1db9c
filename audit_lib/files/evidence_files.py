"""Which files of a map's folder a source names: patterns that cannot lead out of it, and formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from ..model.evidence_source import Source, SourceFormat
from .quoting import plain

#: Which format the ending of a file's name says.
ENDINGS: Final[Mapping[str, SourceFormat]] = {
    ".parquet": SourceFormat.PARQUET,
    ".csv": SourceFormat.CSV,
    ".tsv": SourceFormat.CSV,
    ".xlsx": SourceFormat.XLSX,
    ".jsonl": SourceFormat.JSONL,
    ".ndjson": SourceFormat.JSONL,
    ".har": SourceFormat.HAR,
    ".db": SourceFormat.REGISTER,
}

#: How many files a pattern may name.
MAX_MATCHES: Final = 100_000


def format_of(patterns: Iterable[str]) -> SourceFormat | None:
    """Return the format that the endings of files say, if all say the same.

    >>> format_of(["evidence/disclosures-*.csv"]).value, format_of(["a.csv", "b.xlsx"]), format_of(["log"])
    ('csv', None, None)
    """
    found = {ENDINGS.get(PurePosixPath(pattern).suffix.lower()) for pattern in patterns}
    return found.pop() if len(found) == 1 else None


def pattern_fault(root: Path, pattern: str) -> str | None:
    """Return what is wrong with a pattern of files within the folder of a map, or None.

    Nothing has to be there yet; what is there must not lead out by a link.

    >>> pattern_fault(Path("map"), "evidence/*.csv"), pattern_fault(Path("map"), "logs/**/*.csv")
    (None, None)
    >>> pattern_fault(Path("map"), "../other/log.csv")
    '"../other/log.csv" leads out of the folder of the map: put the files within it.'
    """
    shown = f'"{plain(pattern)}"'
    if "\\" in pattern:
        return f"{shown} holds a backslash: write / between folders."
    try:
        found = [] if _leads_away(pattern) else list(islice(root.glob(pattern), MAX_MATCHES + 1))
        home = root.resolve()
        if _leads_away(pattern) or not all(path.resolve().is_relative_to(home) for path in found):
            return f"{shown} leads out of the folder of the map: put the files within it."
    except (ValueError, NotImplementedError):
        return f"{shown} is no pattern of files: write one like evidence/*.csv."
    except (OSError, RuntimeError) as failure:
        reason = (getattr(failure, "strerror", None) or str(failure)).lower()
        return f"{shown} cannot be looked for: {reason}."
    many = len(found) > MAX_MATCHES
    return f"{shown} names more than {MAX_MATCHES:,} files: divide it." if many else None


def _leads_away(pattern: str) -> bool:
    parts = PurePosixPath(pattern).parts
    return pattern.startswith(("/", "~")) or bool(PureWindowsPath(pattern).drive) or ".." in parts


def files_of(root: Path, source: Source) -> tuple[Path, ...]:
    """Return the files that a source names and that are there, each once, in the order of their names.

    A pattern that leads out of the folder of the map names nothing; a path from the root of the machine,
    which only the command line can give, names itself.

    >>> source = Source(id="log", kind="disclosures", name="Log", format="csv", files=["no-such.csv"])
    >>> files_of(Path("no-such-map"), source)
    ()
    """
    found: dict[Path, None] = {}
    for pattern in source.files:
        if Path(pattern).is_absolute():
            found[Path(pattern)] = None
        elif pattern_fault(root, pattern) is None:
            found |= dict.fromkeys(path for path in sorted(root.glob(pattern)) if not path.is_dir())
    return tuple(path for path in found if path.exists())
