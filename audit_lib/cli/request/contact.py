"""`privacy-audit request contact`: the name or address of who asked, kept outside the history, or forgotten.

This is the one command that prints a name, and it prints it to standard output alone.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Final, TextIO

import typer

from ...errors import Fault, ParameterError, Place
from ..faults import command, tell
from ..plain import console, line, one_line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from .options import IdArgument, stop_if

if TYPE_CHECKING:
    from ...files.register import Register

#: The longest contact that is read: a name with a postal address, an e-mail address and a number.
LONGEST: Final = 500

#: The exit status where there is nothing to print.
NONE_KEPT: Final = 1

_WRITE_A_DASH: Final = (
    "Give - and the contact on standard input: what stands on the command line stays in the history of the "
    "shell and can be seen by others on this machine."
)


@command
def request_contact(
    request: IdArgument,
    given: Annotated[
        str | None,
        typer.Option(
            "--set", metavar="-", help="Keep the contact that standard input holds.", show_default=False
        ),
    ] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Erase the contact.")] = False,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Print the name or address that is kept for a request; with --set or --forget, keep or erase it.

    It is kept in an encrypted register alone, outside the history, so that it can be erased. No other
    command prints it.

    Exit status: 0 done, 1 no contact is kept, 2 nothing was changed.
    """
    from ...rights.requests import get_request

    stop_if(_misplaced(given, forget=forget))
    reading = given is None and not forget
    with opened(register, key_file, passphrase_file, read_only=reading) as store:
        kept = store.contact(request)  # first, so that nobody types a name into a register that takes none
        get_request(store, request)
        if reading:
            return _print(kept, request)
        if given is not None:
            store.set_contact(request, typed_contact(sys.stdin))
            _say_kept(request, store, before=kept is not None)
        elif kept is None:
            line(f"No contact was kept for {request}.", to=console())
        else:
            store.set_contact(request, None)
            _say_forgotten(request, store)
    return 0


def typed_contact(source: TextIO) -> str:
    r"""Return the contact that standard input holds, in one line.

    Raises
    ------
    ParameterError
        It is no line of text, or too long. What was typed is not repeated.

    >>> import io
    >>> typed_contact(io.StringIO("Ada Lovelace, ada@example.org\n"))
    'Ada Lovelace, ada@example.org'
    """
    try:
        found = source.readline(LONGEST + 2).rstrip("\r\n")
        # A person ends the line; what a program sends is looked at further, so that half an address is
        # not taken for a whole one.
        more = "" if source.isatty() or len(found) > LONGEST else source.read(LONGEST)
    except UnicodeDecodeError:
        raise ParameterError.at("--set", "Standard input holds what is no text in UTF-8.") from None
    if not found.strip():
        message = "There is no contact here: nothing but blanks. To erase one, take --forget."
    elif len(found) > LONGEST:
        message = f"This is longer than {LONGEST} characters."
    elif more.strip():
        message = "These are several lines: write the contact in one, with commas between its parts."
    elif one_line(found) != found:
        message = "It holds a control character, or one that turns the direction of text: take it out."
    else:
        return found.strip()
    raise ParameterError.at("--set", message)


def _misplaced(given: str | None, *, forget: bool) -> list[Fault]:
    """Return what is wrong with how it was typed; a name on the command line is not repeated."""
    told = []
    if given not in (None, "-"):
        told.append(Fault(Place("--set"), _WRITE_A_DASH))
    if given is not None and forget:
        told.append(Fault(Place("--forget"), "Keep a contact or erase it: leave out --set or --forget."))
    return told


def _print(kept: str | None, request: str) -> int:
    if kept is None:
        return tell([f"No contact is kept for {request}."], NONE_KEPT)
    line(kept, to=console())
    return 0


def _say_kept(request: str, store: Register, *, before: bool) -> None:
    page = console()
    how = ", in place of the one before" if before else ""
    line(f"{request}: the contact is kept{how}. ", ("Written to ", "quiet"), str(store.path), to=page)
    line((f"  Erase it when it is no longer needed: request contact {request} --forget", "quiet"), to=page)


def _say_forgotten(request: str, store: Register) -> None:
    page = console()
    line(f"{request}: the contact is erased from {store.path}.", to=page)
    line(("  Copies of the register that were made before still hold it.", "quiet"), to=page)
