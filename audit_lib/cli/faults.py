"""What goes wrong, as lines on standard error and an exit status: 2 for what cannot be used."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import Final, NoReturn, ParamSpec

import typer

from ..errors import AuditError, InputError
from .plain import one_line

P = ParamSpec("P")

#: The input cannot be read, an output cannot be written, a report failed.
UNUSABLE: Final = 2

#: What shells report for a program that Ctrl-C, or the end of its reader, has stopped.
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


def command(run: Callable[P, int]) -> Callable[P, NoReturn]:
    """Turn a function that returns an exit status into a command that ends with it.

    >>> import contextlib
    >>> with contextlib.suppress(typer.Exit):
    ...     command(lambda: 0)()
    """

    @functools.wraps(run)
    def ending(*given: P.args, **named: P.kwargs) -> NoReturn:
        raise typer.Exit(guarded(lambda: run(*given, **named)))

    return ending


def guarded(run: Callable[[], int]) -> int:
    """Run a command and return its exit status; a user's mistake is told in lines, a bug keeps its traceback.

    >>> def broken() -> int:
    ...     raise InputError.at("map.yaml", "Nothing is here.", 3, 1)
    >>> import contextlib
    >>> with contextlib.redirect_stderr(sys.stdout):
    ...     guarded(broken)
    map.yaml:3:1 Nothing is here.
    2
    """
    try:
        status = run()
        sys.stdout.flush()
    except InputError as error:
        return tell([str(fault) for fault in error.faults], UNUSABLE)
    except AuditError as error:
        return tell([str(error)], UNUSABLE)
    except BrokenPipeError:
        # Nobody reads on (`privacy-audit check | head`): end without a word, now and when Python closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return tell(["Stopped."], INTERRUPTED)
    return status


def tell(lines: list[str], status: int) -> int:
    """Print lines to standard error, harmless to a terminal, and return the status."""
    for line in lines:
        print(one_line(line), file=sys.stderr)  # noqa: T201  the one place that speaks to standard error
    return status
