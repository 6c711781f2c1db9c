"""The command line, `privacy-audit`: one file a command, each a thin door to the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from .. import __version__
from .check import check
from .compare import compare
from .cut import cut
from .dpia import dpia
from .draw import draw
from .findings_decide import findings_accept, findings_assign, findings_reopen
from .findings_list import findings_list
from .incident_clock import incident_clock
from .lia import lia
from .measure import measure
from .notice_check import notice_check
from .notice_compare import notice_compare
from .notice_draft import notice_draft
from .notice_map import notice_map
from .open import open_lab
from .record import record
from .report import report
from .request_deadline import request_complaint, request_deadline
from .rules_list import rules_list
from .rules_show import rules_show
from .scenario import scenario
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
        help="Say by when a person who asks or complains must be answered, and how that comes about.",
    )
    for name, command in (
        ("deadline", request_deadline),
        ("complaint", request_complaint),
    ):
        request.command(name)(command)
    return request


def _incident(*, rich: bool) -> typer.Typer:
    incident = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode="rich" if rich else None,
        help="Say by when a breach of personal data must be told, and to whom.",
    )
    incident.callback()(_incident_group)
    incident.command("clock")(incident_clock)
    return incident


def _incident_group() -> None:
    """Keep `clock` a word of its own: a group of one command would swallow its name."""


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
