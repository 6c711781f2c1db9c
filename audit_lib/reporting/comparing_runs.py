"""What differs between two runs of a report: what went in, figures, findings, tables, files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import ParameterError
from ..files.read_findings import read_findings
from ..model.progress import Known
from ..model.run_figures import FINDINGS_FILE
from .comparing_tables import Table, TableDifference, compare_tables, page_of, tables_of
from .runs import Revision, Run, read_run


class Differing(NamedTuple):
    """One thing that the two runs say differently: what it is, what it was and what it is; None is absent."""

    what: str
    before: Any
    after: Any


class FindingChanged(NamedTuple):
    """A finding that both runs have, and what about it is other: severity, status or whom it is about."""

    finding: Known
    how: str


class FindingsDifference(NamedTuple):
    """Findings that came, went or changed."""

    came: tuple[Known, ...] = ()
    went: tuple[Known, ...] = ()
    changed: tuple[FindingChanged, ...] = ()


class RunDifference(NamedTuple):
    """All that differs between two runs; `notes` say what could not be compared."""

    before: Run
    after: Run
    inputs: tuple[Differing, ...]
    figures: tuple[Differing, ...]
    findings: FindingsDifference
    tables: tuple[TableDifference, ...]
    files: tuple[Differing, ...]
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs but when the runs were made and how long they took."""
        return any((self.inputs, self.figures, any(self.findings), self.tables, self.files))


def compare_runs(before: Path, after: Path) -> RunDifference:
    """Return what differs between the runs in two folders.

    Raises
    ------
    ParameterError
        If one of them holds no run, or they are runs of two reports.

    >>> compare_runs(Path("no-such-folder"), Path("no-such-folder"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: no-such-folder/run.json There is no such file.
    """
    old, new = read_run(before), read_run(after)
    if old.report != new.report:
        message = f'This is a run of "{new.report}", {before} one of "{old.report}"; name two of one report.'
        raise ParameterError.at(str(after), message)
    notes: list[str] = []
    return RunDifference(
        before=old,
        after=new,
        inputs=tuple(_inputs(old, new)),
        figures=tuple(_mappings(old.figures, new.figures)),
        findings=_findings(before, after, notes),
        tables=_table_differences(_tables(before, old, notes), _tables(after, new, notes)),
        files=tuple(_files(old, new)),
        notes=tuple(notes),
    )


def _inputs(old: Run, new: Run) -> Iterator[Differing]:
    """Yield what went in otherwise; of a map the version is told too when only its content is other."""
    pairs: list[tuple[str, Any, Any]] = [
        ("map", old.data_map.id, new.data_map.id),
        ("version of the map", old.data_map.version, new.data_map.version),
        ("content of the map (SHA-256)", old.data_map.sha256, new.data_map.sha256),
        ("folder of the map", old.data_map.folder, new.data_map.folder),
        ("commit of the map", _revision(old.map_revision), _revision(new.map_revision)),
        ("as of", old.as_of.isoformat(), new.as_of.isoformat()),
        ("notebook (SHA-256)", old.notebook_sha256, new.notebook_sha256),
        ("commit of the project", _revision(old.project_revision), _revision(new.project_revision)),
        ("case", old.case, new.case),
        ("outcome", old.outcome, new.outcome),
        ("Python", old.python, new.python),
    ]
    yield from (Differing(*pair) for pair in pairs if pair[1] != pair[2])
    yield from _mappings(_own(old), _own(new), "parameter ")
    yield from _mappings(_read(old), _read(new), "content given by ")
    yield from _mappings(old.packages, new.packages, "package ")


def _own(run: Run) -> dict[str, Any]:
    return {name: value for name, value in run.parameters.items() if name not in ("map", "as_of")}


def _read(run: Run) -> dict[str, str]:
    return {one.parameter: one.sha256 or f"{one.bytes:,} bytes" for one in run.read}


def _revision(revision: Revision | None) -> str | None:
    if revision is None:
        return None
    return f"{revision.commit}{' and changes' if revision.changed else ''}"


def _mappings(old: Mapping[str, Any], new: Mapping[str, Any], kind: str = "") -> Iterator[Differing]:
    for name in [*old, *(name for name in new if name not in old)]:
        if old.get(name) != new.get(name):
            yield Differing(f"{kind}{name}", old.get(name), new.get(name))


def _findings(before: Path, after: Path, notes: list[str]) -> FindingsDifference:
    kept = [folder / FINDINGS_FILE for folder in (before, after)]
    if not any(file.is_file() for file in kept):
        return FindingsDifference()
    if not all(file.is_file() for file in kept):
        lacking = next(file for file in kept if not file.is_file())
        notes.append(f"Findings are not compared: {lacking} is missing.")
        return FindingsDifference()
    old, new = ({known.id: known for known in read_findings(file).findings} for file in kept)
    both = ((old[name], new[name]) for name in new if name in old)
    return FindingsDifference(
        came=tuple(new[name] for name in new if name not in old),
        went=tuple(old[name] for name in old if name not in new),
        changed=tuple(FindingChanged(later, how) for first, later in both if (how := _how(first, later))),
    )


def _how(old: Known, new: Known) -> str:
    said = [
        f"{name} was {was.replace('-', ' ')}, is {now.replace('-', ' ')}"
        for name, was, now in (
            ("severity", old.severity.value, new.severity.value),
            ("status", old.status.value, new.status.value),
        )
        if was != now
    ]
    for word, some, others in (("more", new.about, old.about), ("no more", old.about, new.about)):
        rest = [about for about in some if about not in others]
        said += [f"{word} about {', '.join(rest)}"] if rest else []
    return "; ".join(said)


def _table_differences(
    old: dict[str, Table] | None, new: dict[str, Table] | None
) -> tuple[TableDifference, ...]:
    return () if old is None or new is None else tuple(compare_tables(old, new))


def _tables(folder: Path, run: Run, notes: list[str]) -> dict[str, Table] | None:
    page, notebook = folder / f"{run.report}.html", folder / f"{run.report}.ipynb"
    try:
        if page.is_file():
            return tables_of(page.read_text(encoding="utf-8"))
        if notebook.is_file():
            return tables_of(page_of(notebook))
    except (OSError, ValueError, AttributeError) as error:
        notes.append(f"Tables are not compared: those in {folder} cannot be read ({type(error).__name__}).")
        return None
    notes.append(f"Tables are not compared: {folder} has neither page nor notebook.")
    return None


def _files(old: Run, new: Run) -> Iterator[Differing]:
    first, second = ({made.name: made.sha256 for made in run.files} for run in (old, new))
    yield from _mappings(first, second)
