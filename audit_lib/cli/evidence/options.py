"""What is typed about evidence: which files stand in for a source, and which sources are read."""

from __future__ import annotations

import glob
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from ...errors import Fault, ParameterError, Place, did_you_mean

if TYPE_CHECKING:
    from ...model.data_map import DataMap
    from ...model.evidence_source import Evidence, Source

#: How a file is stored, by its ending; one that is missing here is stored as the source says.
_STORED_AS: Final[Mapping[str, str]] = {
    ".parquet": "parquet",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".har": "har",
}

_SIZE: Final = re.compile(r"\d{1,9}(\.\d{1,3})? ?([KMGT]i?B)", re.IGNORECASE)

SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="ID=FILE",
        help="Read this source from another file than evidence.yaml names; may be given several times.",
        show_default=False,
    ),
]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only", metavar="ID", help="Read this source alone; may be given several times.", show_default=False
    ),
]


class Given(NamedTuple):
    """The sources of a map, and the files that were given in the place of their own, by source."""

    evidence: Evidence
    replaced: Mapping[str, tuple[Path, ...]]


def read_sources(root: Path, data_map: DataMap, replaced: Sequence[str]) -> Given:
    """Return the sources of a map, and the files that were given in the place of their own.

    Raises
    ------
    InputError
        When ``evidence.yaml`` is missing or wrong.
    ParameterError
        When a file is given for a source that there is not, or is not there; all of them at once.

    >>> from audit_lib.graph.example import example_map
    >>> read_sources(Path("no-such-map"), example_map(), [])
    Traceback (most recent call last):
    audit_lib.errors.MapError: no-such-map/evidence.yaml There is no such file. ...
    """
    from ...files.read_evidence import read_evidence

    return with_files(read_evidence(root, data_map), replaced)


def with_files(evidence: Evidence, replaced: Sequence[str]) -> Given:
    """Return evidence in which some sources are read from other files; see ``--source``.

    What a file is stored as follows from its ending, so that a source of Parquet can be tried on a CSV file.

    >>> from audit_lib.model.evidence_source import Evidence
    >>> with_files(Evidence(sources=()), ["log=a.csv"])
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --source No source has the id "log".
    """
    known = {source.id: source for source in evidence.sources}
    given: dict[str, list[Path]] = {}
    faults = []
    for each in replaced:
        name, sign, pattern = each.partition("=")
        if not sign or not name or not pattern:
            faults.append(f'"{each[:80]}" is to be written as ID=FILE.')
        elif name not in known:
            faults.append(f'No source has the id "{name[:80]}".{did_you_mean(name, known)}')
        elif not (files := _files(pattern)):
            faults.append(f"{pattern}: there is no such file.")
        else:
            given.setdefault(name, []).extend(files)
    faults += [fault for name, files in given.items() if (fault := _mixed(name, files))]
    if faults:
        raise ParameterError(Fault(Place("--source"), fault) for fault in faults)
    sources = tuple(
        _stored(source, given[source.id][0]) if source.id in given else source for source in evidence.sources
    )
    changed = evidence.model_copy(update={"sources": sources})
    return Given(changed, {name: tuple(files) for name, files in given.items()})


def _files(pattern: str) -> list[Path]:
    """Return the file of a name, or those that a pattern stands for, in the order of their names."""
    if Path(pattern).is_file():
        return [Path(pattern)]
    return [Path(file) for file in sorted(glob.glob(pattern)) if Path(file).is_file()]  # noqa: PTH207


def _mixed(name: str, files: Sequence[Path]) -> str | None:
    endings = sorted({file.suffix.lower() for file in files})
    if len(endings) > 1:
        return f"The files of {name} end in {', '.join(endings)}: give files of one format."
    return None


def _stored(source: Source, file: Path) -> Source:
    from ...model.evidence_source import SourceFormat

    stored = _STORED_AS.get(file.suffix.lower(), source.format.value)
    return source.model_copy(update={"format": SourceFormat(stored)})


def memory_size(given: str | None) -> str | None:
    """Return an amount of memory as it was typed, if it is one.

    >>> memory_size("1GB"), memory_size(None)
    ('1GB', None)
    >>> memory_size("much")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --memory "much" is no amount of memory: write it as 1GB or 800MB.
    """
    if given is None or _SIZE.fullmatch(given):
        return given
    message = f'"{given[:80]}" is no amount of memory: write it as 1GB or 800MB.'
    raise ParameterError.at("--memory", message)


def only_known(evidence: Evidence, only: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the sources to read, or say which of them there is not.

    >>> from audit_lib.model.evidence_source import Evidence
    >>> only_known(Evidence(sources=()), [])
    ()
    """
    known = [source.id for source in evidence.sources]
    faults = [
        Fault(Place("--only"), f'No source has the id "{name[:80]}".{did_you_mean(name, known)}')
        for name in only
        if name not in known
    ]
    if faults:
        raise ParameterError(faults)
    return tuple(only)
