"""What a comparison comes to: findings, flows that were never seen, and what two ends say of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ..law.periods import LONDON
from ..model.evidence_source import Evidence, SourceKind
from ..model.finding import Skipped
from ..model.reconciliation import Read, Reconciliation
from .findings import findings_of
from .findings_around import Shown
from .two_sided import TwoSided
from .unseen import Cover, unseen

NO_ENDS: Final = Skipped(
    what="receipts", why="With a store, what the two ends say is not compared: run once without --store."
)


def conclude(
    found: Reconciliation,
    evidence: Evidence,
    senders: Mapping[str, frozenset[str]],
    ends: TwoSided | None,
    *,
    complete: bool,
) -> Reconciliation:
    """Return a comparison with its findings and with what was never seen.

    Parameters
    ----------
    senders
        Which senders each log names, as ids of parties.
    ends
        What two ends say of the same disclosures; None if that was not looked at.
    complete
        Whether all sources of the map were compared.
    """
    never = unseen(found.data_map, evidence, found.volumes, _cover(found.reads, senders), found.as_of)
    skipped = [*found.skipped, *(ends.skipped if ends else ())]
    if ends is None and any(source.kind is SourceKind.RECEIPTS for source in evidence.sources):
        skipped.append(NO_ENDS)
        complete = False
    known = ends.ends if ends else ()
    shown = Shown(found.unresolved, never, known, found.late, found.reads, complete, found.groups)
    run = findings_of(found.data_map, found.as_of, found.totals, shown, found.threshold)
    return found.model_copy(
        update={
            "unseen": never,
            "ends": known,
            "findings": run.findings,
            "skipped": (*skipped, *run.skipped),
        }
    )


def _cover(reads: Sequence[Read], senders: Mapping[str, frozenset[str]]) -> dict[str, Cover]:
    return {
        read.source: Cover(
            read.first.astimezone(LONDON).date(),
            read.last.astimezone(LONDON).date(),
            senders.get(read.source, frozenset()),
        )
        for read in reads
        if read.first is not None and read.last is not None
    }
