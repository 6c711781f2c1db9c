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
from .groups import GROUPS, made
from .lia import lia
from .measure import measure
from .open import open_lab
from .record import record
from .report import report
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
    for group in GROUPS:
        app.add_typer(made(group, rich=rich), name=group.name)
    return app


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
