"""`privacy-audit evidence check`: sets logs, exports and lists against what the map declares."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from ..baseline import to_tell, with_baseline
from ..check import FINDINGS, FailOn, Format, fails
from ..document_files import checked_ending
from ..faults import command
from ..github import workflow_commands
from ..options import AsOfOption, MapArgument, day, load, map_folder
from ..plain import console, line, write_json
from ..register_options import KeyFileOption, PassphraseFileOption, key_path, passphrase
from ..sarif import sarif_log
from .options import OnlyOption, SourceOption, memory_size, only_known, read_sources
from .progress import reporting
from .stopping import stoppable

if TYPE_CHECKING:
    from ...model.finding import Finding
    from ...model.progress import Progress
    from ...model.reconciliation import Reconciliation

#: What the answer can be written to beside standard output.
ENDINGS: Final = (".xlsx", ".html")


class Engine(StrEnum):
    """What does the work: DuckDB on this machine, or Spark on a cluster or in local mode."""

    DUCKDB = "duckdb"
    SPARK = "spark"


@command
def evidence_check(
    data_map: MapArgument = None,
    *,
    sources: SourceOption = None,
    only: OnlyOption = None,
    engine: Annotated[Engine, typer.Option("--engine", help="What does the work.")] = Engine.DUCKDB,
    memory: Annotated[
        str | None,
        typer.Option("--memory", metavar="SIZE", help="How much memory to take, as 1GB.", show_default=False),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store",
            metavar="DIR",
            help="Keep the patterns of the logs here, so that an edit of the map or a new file is quick.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
    threshold: Annotated[
        int, typer.Option("--threshold", min=1, help="About how many people a figure must be to be told.")
    ] = 10,
    output: Annotated[Format, typer.Option("--format", help="How to answer.")] = Format.TEXT,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Also write .xlsx or .html.", show_default=False),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The least severity that is a failure.")
    ] = FailOn.HIGH,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="What this printed earlier, as json or sarif: only what is new or worse is told.",
            show_default=False,
        ),
    ] = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    progress: Annotated[
        bool, typer.Option("--progress", help="Say now and then how far it is, at no terminal too.")
    ] = False,
) -> int:
    """Compare what the sources of evidence.yaml show with what the map declares, row by row and in sum.

    Exit status: 0 clean, 1 findings at or above --fail-on that are not dealt with, 2 the input cannot be
    read; then every fault is printed with its file, line and column. People appear nowhere in the answer, and
    a figure about fewer than --threshold people is not told, nor any from which it could be worked out.
    """
    from ...evidence.check import check_evidence

    if out is not None:
        checked_ending(out, ENDINGS)
    size = memory_size(memory)
    when, root, read = day(as_of), map_folder(data_map), load(data_map)
    since = _progress(baseline, read.info.id)
    evidence, replaced = read_sources(root, read, sources or ())
    wanted = only_known(evidence, only or ())
    with stoppable():
        with reporting(asked=progress) as report:
            found = check_evidence(
                read,
                evidence,
                root,
                when,
                engine=engine.value,
                memory=size,
                store=store,
                key_file=key_path(key_file),
                passphrase=passphrase(passphrase_file),
                only=wanted,
                replaced=replaced,
                threshold=threshold,
                progress=report,
            )
        moved = since(found.findings) if since else None
        if out is not None:
            _write_file(found, out)
        _write(found, output, moved, str(baseline))
    if out is not None and output is Format.TEXT:
        line(f"Written: {out}", to=console())
    nothing = found.observations == 0 and fail_on is not FailOn.NEVER
    return FINDINGS if nothing or fails(to_tell(found, moved), fail_on) else 0


def _progress(baseline: Path | None, map_id: str) -> Callable[[Sequence[Finding]], Progress] | None:
    """Read the baseline before the work begins; of what another command found nothing is told as closed."""
    from ...evidence.grounds import EVIDENCE_RULES
    from ...files.read_findings import read_findings
    from ...rules.progress import progress

    if baseline is None:
        return None
    earlier = read_findings(baseline, map_id)
    known = {rule.id for rule in EVIDENCE_RULES}
    ours = tuple(one for one in earlier.findings if one.rule in known)
    return lambda findings: progress(findings, earlier.model_copy(update={"findings": ours}))


def _write_file(found: Reconciliation, out: Path) -> None:
    if out.suffix.lower() == ".xlsx":
        from ...exports.evidence_workbook import write_evidence_workbook

        write_evidence_workbook(found, out)
    else:
        from ...exports.evidence_page import write_evidence_page

        write_evidence_page(found, out)


def _write(found: Reconciliation, output: Format, moved: Progress | None, file: str) -> None:
    if output is Format.TEXT:
        from .check_text import write_reconciliation

        write_reconciliation(found, moved)
    elif output is Format.GITHUB:
        _write_lines(workflow_commands(to_tell(found, moved)))
    else:
        write_json(_answer(found, output, moved, file))


def _write_lines(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{said}\n" for said in lines))


def _answer(found: Reconciliation, output: Format, moved: Progress | None, file: str) -> dict[str, Any]:
    if output is Format.SARIF:
        from ...evidence.grounds import EVIDENCE_RULES

        return sarif_log(found, moved, rules=EVIDENCE_RULES, run_name="evidence/")
    from .check_json import reconciliation_json

    answer = reconciliation_json(found)
    return with_baseline(answer, found.findings, moved, file) if moved else answer
