"""All parts of a bundle, each made from the same map as of the same day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ...audit import run_audit
from ...errors import Fault, ParameterError, Place, did_you_mean
from ...exports.bundle_part import BundleAbout, Part
from ...files.read_map import read_map
from ...model.audit import Audit
from ...model.data_map import DataMap
from ...model.day import long_date
from ...model.noun import Gap
from ...model.reconciliation import Reconciliation
from .answers import decision_parts, earlier_parts, evidence_parts, notice_parts, risk_parts
from .earlier import Earlier
from .impact import impact_parts
from .people import refuse_people
from .records import record_parts


class Collected(NamedTuple):
    """The parts of a bundle, in the order of its index, and what the bundle says of itself."""

    parts: tuple[Part, ...]
    about: BundleAbout


def read_for_bundle(folder: Path) -> DataMap:
    """Read a map so that its places are those within its folder: a bundle names no folder of a machine.

    Raises
    ------
    MapError
        As `read_map`.

    >>> read_for_bundle(Path("no-such-folder"))
    Traceback (most recent call last):
    audit_lib.errors.MapError: ...
    """
    data_map = read_map(folder)
    within = {
        reference: Place(_within(place.file, folder), place.line, place.column)
        for reference, place in data_map.places.items()
    }
    return data_map.model_copy(update={"places": within})


def collect(  # noqa: PLR0913 - one keyword for each thing that a bundle can hold
    data_map: DataMap,
    as_of: dt.date,
    *,
    made_by: str,
    notice_text: str | None = None,
    evidence: Reconciliation | Earlier | None = None,
    parties: Sequence[str] = (),
) -> Collected:
    """Make every part of a bundle.

    Parameters
    ----------
    data_map
        The map, as `read_for_bundle` returns it.
    as_of
        The day on which the law and the decisions are looked at.
    made_by
        Which version of the workbench makes it.
    notice_text
        The text of the published notice; without it the notice is judged by what the map holds of it.
    evidence
        What a comparison with logs has found, or one that was made earlier (`read_earlier`), if there is any.
    parties
        Ids: records of these parties alone. Without any, of the controller and of every processor.

    Raises
    ------
    ParameterError
        If the map has no such party, or one that keeps no record.
    InputError
        If a part would hold what looks like data about a person.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> made = collect(example_map(), dt.date(2026, 11, 22), made_by="0.1")
    >>> made.parts[0].name, made.about.map_id == example_map().info.id
    ('records/controller-agent.xlsx', True)
    """
    refuse_parties(parties, data_map)
    audit = run_audit(data_map, as_of, notice_text)
    parts = tuple(_parts(audit, notice_text, evidence, parties))
    refuse_people(parts, data_map)
    info = data_map.info
    left_out = tuple(_left_out(audit, notice_text, evidence))
    sender = tuple(_sender(data_map))
    about = BundleAbout(
        info.title, info.id, str(info.version), data_map.sha256, as_of, made_by, left_out, sender
    )
    return Collected(parts, about)


def _parts(
    audit: Audit,
    notice_text: str | None,
    evidence: Reconciliation | Earlier | None,
    parties: Sequence[str],
) -> Iterator[Part]:
    yield from record_parts(audit.data_map, audit.as_of, parties)
    yield from risk_parts(audit)
    yield from impact_parts(audit)
    if audit.data_map.clauses:
        yield from notice_parts(audit, notice_text)
    if isinstance(evidence, Earlier):
        yield from earlier_parts(evidence)
    elif evidence is not None:
        yield from evidence_parts(evidence)
    yield from decision_parts(audit)


def _sender(data_map: DataMap) -> Iterator[tuple[str, str]]:
    """Say who answers for the processing, and whom to ask about it; what is not known is left out."""
    info = data_map.info
    for label, party_id in (("Controller", info.controller), ("Data protection officer", info.dpo)):
        if party_id is not None and party_id in data_map.party:
            party = data_map.party[party_id]
            contact = () if isinstance(party.contact, Gap) else (str(party.contact),)
            yield label, ", ".join((party.name, *contact))
    if not isinstance(info.reviewed_on, Gap):
        yield "Data map reviewed on", long_date(info.reviewed_on)


def _left_out(
    audit: Audit, notice_text: str | None, evidence: Reconciliation | Earlier | None
) -> Iterator[tuple[str, str]]:
    """Say what a reader may look for and does not find."""
    if not audit.data_map.clauses:
        yield "The notice check", "the map holds no clause of a notice"
    elif notice_text is None:
        yield "The wording of the notice", "it was not given; its clauses are told by their gist"
    if evidence is None:
        yield "A comparison with logs", "the map names no evidence, or it was left out on purpose"
    for skipped in audit.skipped:
        yield skipped.what, skipped.why


def refuse_parties(parties: Sequence[str], data_map: DataMap) -> None:
    """Refuse ids that no party of the map has, all at once.

    >>> from audit_lib.graph.example import example_map
    >>> refuse_parties(["nobody"], example_map())
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --party No party of the map has the id "nobody".
    """
    faults = [
        Fault(
            Place("--party"), f'No party of the map has the id "{name}".{did_you_mean(name, data_map.party)}'
        )
        for name in parties
        if name not in data_map.party
    ]
    if faults:
        raise ParameterError(faults)


def _within(file: str, folder: Path) -> str:
    try:
        return Path(file).relative_to(folder).as_posix()
    except ValueError:
        return Path(file).name
