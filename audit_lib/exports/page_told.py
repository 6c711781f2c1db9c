"""What a page says of its run beside the notebook: how many findings, what is new, what they rest on."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Container, Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from ..errors import ParameterError, Place
from ..evidence.findings_places import places_of
from ..files.read_findings import read_findings
from ..model.activity import Activity
from ..model.data_map import DataMap
from ..model.flow import Flow
from ..model.notice import Clause
from ..model.noun import Gap
from ..model.progress import EarlierRun
from ..model.run_figures import EARLIER_FILE, FIGURES_FILE, FINDINGS_FILE
from ..rules.pairing import known_again
from ..views.selection import data_names
from ..views.sentences import listing


class ToldFinding(NamedTuple):
    """As much of a finding as a page needs to count it, to lead to it and to lead from it to its evidence."""

    id: str
    title: str
    severity: str
    status: str
    about: tuple[str, ...]
    clauses: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether it is still to be dealt with."""
        return self.status in ("open", "expired")

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The references that it rests on, each once: what it is about, and the clauses."""
        clauses = (f"clause:{clause}" for clause in self.clauses)
        return tuple(dict.fromkeys([*self.about, *clauses]))


class Evidence(NamedTuple):
    """An entry of the map that findings rest on: its reference, its name, what it says, where it stands."""

    reference: str
    name: str
    says: str
    place: Place

    @property
    def where(self) -> str:
        """The file, without its folders, and the line, as the findings name them."""
        return str(Place(PurePath(self.place.file).name, self.place.line))


class Told(NamedTuple):
    """What a run found: `new` holds ids, `closed` a number; both None where there was nothing to compare.

    `skipped` are pairs of what could not be judged and why; `figures` further numbers of the run by name.
    `gone` are findings of `since`, the day of what it was set against, that are not found any more.
    """

    findings: tuple[ToldFinding, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    new: frozenset[str] | None = None
    closed: int | None = None
    evidence: tuple[Evidence, ...] = ()
    figures: Mapping[str, float] = {}
    gone: tuple[ToldFinding, ...] = ()
    since: dt.date | None = None

    def about(self, shown: Container[str]) -> Told:
        """Return the same with the evidence of those findings alone that a page shows, by their ids."""
        kept = [one for one in (*self.findings, *self.gone) if one.id in shown]
        named = {reference for finding in kept for reference in finding.rests_on}
        return self._replace(evidence=tuple(one for one in self.evidence if one.reference in named))


def told_of(folder: Path, data_map: DataMap) -> Told | None:
    """Return what a run has left about its findings and figures in its folder; None if it left nothing.

    Reads `findings.json`, `earlier.json` and `figures.json`, each of which a run may lack.

    Raises
    ------
    ParameterError
        If a file is there and cannot be used.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.graph.example import example_map
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     told_of(Path(folder), example_map())
    """
    kept, figures = folder / FINDINGS_FILE, folder / FIGURES_FILE
    if not kept.exists() and not figures.exists():
        return None
    numbers = _figures(figures) if figures.exists() else {}
    if not kept.exists():
        return Told(figures=numbers)
    now = read_findings(kept, data_map.info.id)
    said = json.loads(kept.read_text(encoding="utf-8"))
    found = tuple(map(_finding, said["findings"]))
    skipped = tuple((str(one["what"]), str(one["why"])) for one in said.get("skipped", ()))
    told = Told(found, skipped, evidence=evidence_of(found, data_map), figures=numbers)
    earlier = folder / EARLIER_FILE
    if earlier.exists():
        told = _since(told, now, read_findings(earlier), data_map)
    known = {entry.reference for entry in told.evidence}
    carried = {entry.reference: entry for file in (earlier, kept) for entry in _carried(file)}
    return told._replace(
        evidence=told.evidence + tuple(e for e in carried.values() if e.reference not in known)
    )


def entries_of(findings: Iterable[Mapping[str, Any]], data_map: DataMap) -> list[dict[str, Any]]:
    """Return the entries that findings rest on as plain values, for a page whose map may not hold them.

    >>> from audit_lib.graph.example import example_map
    >>> one = {"id": "a", "title": "A", "severity": "low", "status": "open", "about": ["flow:apply"]}
    >>> entries_of([one], example_map())[0]["name"]
    'Tenants → Agent'
    """
    return [
        {
            "reference": entry.reference,
            "name": entry.name,
            "says": entry.says,
            "place": {"file": PurePath(entry.place.file).name, "line": entry.place.line},
        }
        for entry in evidence_of(map(_finding, findings), data_map)
    ]


def _carried(file: Path) -> list[Evidence]:
    """Return the entries that a file of findings carries, for they are of another version of the map."""
    if not file.exists():
        return []
    said = json.loads(file.read_text(encoding="utf-8")).get("entries", ())
    try:
        return [
            Evidence(
                str(one["reference"]), str(one["name"]), str(one["says"]),
                Place(str(one["place"]["file"]), int(one["place"]["line"])),
            )
            for one in said
        ]  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise ParameterError.at(
            str(file), "Its entries are of another form; a report writes it anew."
        ) from error


def _since(told: Told, now: EarlierRun, then: EarlierRun, data_map: DataMap) -> Told:
    """Return the same with what is new and what is gone; a finding that has grown or shrunk is neither."""
    again = known_again(then.findings, now.findings)
    open_now = {one.id for one in now.findings if one.counts}
    gone = tuple(
        ToldFinding(one.id, one.title, one.severity.value, one.status.value, one.about, one.clauses)
        for one in then.findings
        if one.id not in again
    )
    return told._replace(
        new=frozenset(open_now.difference(again.values())),
        closed=sum(one.counts and again.get(one.id) not in open_now for one in then.findings),
        evidence=evidence_of([*told.findings, *gone], data_map),
        gone=gone,
        since=then.as_of,
    )


def evidence_of(findings: Iterable[ToldFinding], data_map: DataMap) -> tuple[Evidence, ...]:
    """Return the entries of a map that findings rest on, each once, as they stand in its files.

    >>> from audit_lib.graph.example import example_map
    >>> one = ToldFinding("a", "A", "low", "open", ("flow:apply", "source:log"), ())
    >>> [entry.name for entry in evidence_of([one], example_map())]
    ['log', 'Tenants → Agent']
    """
    named = dict.fromkeys(reference for finding in findings for reference in finding.rests_on)
    known = [_evidence(reference, data_map) for reference in named if reference in data_map.by_reference]
    known += [_source(reference, data_map) for reference in named if reference.startswith("source:")]
    head = _head(data_map)
    known += [head] if head.reference in named else []
    return tuple(sorted(known, key=lambda entry: (entry.place.file, entry.place.line, entry.reference)))


def _head(data_map: DataMap) -> Evidence:
    """Return what the head of a map says: findings on the map as a whole rest on it."""
    info, reference = data_map.info, f"map:{data_map.info.id}"
    version = "no version stated" if isinstance(info.version, Gap) else f"version {info.version}"
    controller = data_map.name(f"party:{info.controller}")
    return Evidence(reference, info.title, f"controller {controller}; {version}", data_map.place(reference))


def _source(reference: str, data_map: DataMap) -> Evidence:
    (place,) = places_of(data_map, [reference])
    return Evidence(reference, reference.partition(":")[2], "a source of the evidence", place)


def _evidence(reference: str, data_map: DataMap) -> Evidence:
    entry = data_map.by_reference[reference]
    name, says = data_map.name(reference), ""
    if isinstance(entry, Clause):
        name, says = f"{entry.heading} ({entry.place})", entry.gist
    elif isinstance(entry, Flow):
        ends = (data_map.name(f"party:{end}") for end in (entry.sender, entry.recipient))
        name = " → ".join(ends)
        purpose = data_map.name(f"activity:{entry.activity}")
        says = f"{data_names(data_map, [entry])}, for: {purpose}; as {entry.role.value.replace('-', ' ')}"
    elif isinstance(entry, Activity):
        bases = listing([rests.basis.value.replace("-", " ") for rests in entry.bases])
        says = (
            f"{entry.function}; rests on {bases}"
            if entry.bases
            else f"{entry.function}; no lawful basis stated"
        )
    else:
        told = getattr(entry, "description", None) or getattr(entry, "address", None)
        says = "" if told is None or isinstance(told, Gap) else str(told)
    return Evidence(reference, name, says, data_map.place(reference))


def _finding(one: Mapping[str, Any]) -> ToldFinding:
    return ToldFinding(
        id=str(one["id"]),
        title=str(one["title"]),
        severity=str(one["severity"]),
        status=str(one["status"]),
        about=tuple(map(str, one.get("about", ()))),
        clauses=tuple(map(str, one.get("clauses", ()))),
    )


def _figures(file: Path) -> dict[str, float]:
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ParameterError.at(str(file), f"This is not JSON ({error}); a report writes it anew.") from error
    wrong = not isinstance(said, dict) or [v for v in said.values() if type(v) not in (int, float)]
    if wrong:
        raise ParameterError.at(str(file), "This holds no figures: an object of names and numbers is needed.")
    return {str(name): number for name, number in said.items()}
