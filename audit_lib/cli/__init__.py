"""The command line, `privacy-audit`: one file a command, each a thin door to the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from .. import __version__
from .bundle import MakesByDefault
from .bundle.make import bundle_make
from .bundle.verify import bundle_verify
from .check import check
from .compare import compare
from .cut import cut
from .discreet import Discreet
from .dpia import dpia
from .draw import draw
from .evidence.check import evidence_check
from .evidence.explain import evidence_explain
from .evidence.generate import evidence_generate
from .findings.decide import findings_accept, findings_assign, findings_reopen
from .findings.list import findings_list
from .incident.assess import incident_assess
from .incident.clock import incident_clock
from .incident.close import incident_close
from .incident.list import incident_list
from .incident.notify import incident_notify
from .incident.rank import incident_rank
from .incident.record import incident_record
from .incident.show import incident_show
from .incident.update import incident_update
from .lia import lia
from .measure import measure
from .notebooks.check import notebooks_check
from .notice.check import notice_check
from .notice.compare import notice_compare
from .notice.draft import notice_draft
from .notice.map import notice_map
from .open import open_lab
from .record import record
from .report import report
from .request.add import request_add
from .request.close import request_close, request_reopen
from .request.contact import request_contact
from .request.deadline import request_complaint, request_deadline
from .request.due import request_due
from .request.importing import request_import
from .request.init import request_init
from .request.letter import request_letter
from .request.list import request_list
from .request.plan import request_plan
from .request.restrict import request_lift, request_restrict, request_restrictions
from .request.show import request_show
from .request.update import request_update
from .request.verify import request_verify
from .rules.list import rules_list
from .rules.show import rules_show
from .runs.compare import runs_compare
from .runs.list import runs_list
from .runs.show import runs_show
from .runs.verify import runs_verify
from .scenario import scenario
from .schedule.due import schedule_due
from .schedule.list import schedule_list
from .schedule.next import schedule_next
from .schedule.run import schedule_run
from .schedule.validate import schedule_validate
from .screen import screen
from .trace import trace

__all__ = ["application", "main"]


def application(*, rich: bool) -> typer.Typer:
    """Return the commands; with `rich`, help is framed and coloured, for a person at a terminal.

    >>> [command.name for command in application(rich=False).registered_commands]
    ['check', 'report', 'record', 'trace', 'cut', 'scenario', 'compare', 'draw', 'screen',
     'dpia', 'lia', 'measure', 'open']
    """
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich" if rich else None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_introduction)
    for name, command in (
        ("check", check),
        ("report", report),
        ("record", record),
        ("trace", trace),
        ("cut", cut),
        ("scenario", scenario),
        ("compare", compare),
        ("draw", draw),
        ("screen", screen),
        ("dpia", dpia),
        ("lia", lia),
        ("measure", measure),
        ("open", open_lab),
    ):
        app.command(name)(command)
    app.add_typer(_notice(rich=rich), name="notice")
    app.add_typer(_rules(rich=rich), name="rules")
    app.add_typer(_findings(rich=rich), name="findings")
    app.add_typer(_request(rich=rich), name="request")
    app.add_typer(_incident(rich=rich), name="incident")
    app.add_typer(_evidence(rich=rich), name="evidence")
    app.add_typer(_runs(rich=rich), name="runs")
    app.add_typer(_schedule(rich=rich), name="schedule")
    app.add_typer(_notebooks(rich=rich), name="notebooks")
    app.add_typer(_bundle(rich=rich), name="bundle")
    return app


def _findings(*, rich: bool) -> typer.Typer:
    findings = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="List findings, and say which are accepted or in hand.",
    )
    for name, command in (
        ("list", findings_list),
        ("accept", findings_accept),
        ("assign", findings_assign),
        ("reopen", findings_reopen),
    ):
        findings.command(name)(command)
    return findings


def _notice(*, rich: bool) -> typer.Typer:
    notice = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="Examine a notice, draft a map from it, compare it with a new text, write the one needed.",
    )
    for name, command in (
        ("check", notice_check),
        ("map", notice_map),
        ("compare", notice_compare),
        ("draft", notice_draft),
    ):
        notice.command(name)(command)
    return notice


def _request(*, rich: bool) -> typer.Typer:
    request = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="Answer people who ask or complain: by when, from where, and a register of what is due.",
    )
    for name, command in (
        ("deadline", request_deadline),
        ("complaint", request_complaint),
        ("init", request_init),
        ("add", request_add),
        ("update", request_update),
        ("close", request_close),
        ("reopen", request_reopen),
        ("due", request_due),
        ("list", request_list),
        ("show", request_show),
        ("import", request_import),
        ("restrict", request_restrict),
        ("lift", request_lift),
        ("restrictions", request_restrictions),
        ("verify", request_verify),
        ("plan", request_plan),
        ("letter", request_letter),
        ("contact", request_contact),
    ):
        request.command(name, cls=Discreet)(command)
    return request


def _incident(*, rich: bool) -> typer.Typer:
    incident = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="Say whom a breach reaches, how grave it is, who is told by when; rank what could leak.",
    )
    for name, command in (
        ("clock", incident_clock),
        ("assess", incident_assess),
        ("rank", incident_rank),
        ("notify", incident_notify),
        ("record", incident_record),
        ("update", incident_update),
        ("list", incident_list),
        ("show", incident_show),
        ("close", incident_close),
    ):
        incident.command(name)(command)
    return incident


def _evidence(*, rich: bool) -> typer.Typer:
    evidence = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="Compare what really happened with what the map declares, explain one row, make up a year.",
    )
    for name, command in (
        ("check", evidence_check),
        ("explain", evidence_explain),
        ("generate", evidence_generate),
    ):
        evidence.command(name)(command)
    return evidence


def _runs(*, rich: bool) -> typer.Typer:
    runs = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="List what has been run, prove that it is as it was, and say what differs between two runs.",
    )
    for name, command in (
        ("list", runs_list),
        ("show", runs_show),
        ("verify", runs_verify),
        ("compare", runs_compare),
    ):
        runs.command(name)(command)
    return runs


def _schedule(*, rich: bool) -> typer.Typer:
    schedule = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="Make reports when they are due, for one map or for many: jobs of reports/schedule.yaml.",
    )
    for name, command in (
        ("list", schedule_list),
        ("next", schedule_next),
        ("run", schedule_run),
        ("due", schedule_due),
        ("validate", schedule_validate),
    ):
        schedule.command(name)(command)
    return schedule


def _bundle(*, rich: bool) -> typer.Typer:
    bundle = typer.Typer(
        cls=MakesByDefault,
        rich_markup_mode="rich" if rich else None,
        help="Pack what a regulator asks for into one file, and say whether such a file is whole.",
    )
    bundle.command("make")(bundle_make)
    bundle.command("verify")(bundle_verify)
    return bundle


def _notebooks(*, rich: bool) -> typer.Typer:
    notebooks = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="Check that notebooks keep the rules of the house.",
    )
    notebooks.callback()(_about_notebooks)
    notebooks.command("check")(notebooks_check)
    return notebooks


def _about_notebooks() -> None:
    """Check that notebooks keep the rules of the house."""


def _rules(*, rich: bool) -> typer.Typer:
    rules = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="List the rules by theme, and show what one of them looks for and why.",
    )
    rules.command("list")(rules_list)
    rules.command("show")(rules_show)
    return rules


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `privacy-audit` with arguments (those of the process without any) and end with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    rich = sys.stdout.isatty() and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    application(rich=rich)(args=arguments, prog_name="privacy-audit")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"privacy-audit {__version__}")
        raise typer.Exit


def _introduction(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Keep a data map as text; have its record, its risks and its pictures made from it."""
