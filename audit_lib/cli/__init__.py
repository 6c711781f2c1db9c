"""The command line, `privacy-audit`: one file a command, each a thin door to the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from .. import __version__
from .check import check
from .draw import draw
from .notice_check import notice_check
from .notice_compare import notice_compare
from .notice_draft import notice_draft
from .notice_map import notice_map
from .open import open_lab
from .record import record
from .report import report
from .trace import trace

__all__ = ["application", "main"]


def application(*, rich: bool) -> typer.Typer:
    """Return the commands; with `rich`, help is framed and coloured, for a person at a terminal.

    >>> [command.name for command in application(rich=False).registered_commands]
    ['check', 'report', 'record', 'trace', 'draw', 'open']
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
        ("draw", draw),
        ("open", open_lab),
    ):
        app.command(name)(command)
    app.add_typer(_notice(rich=rich), name="notice")
    return app


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
