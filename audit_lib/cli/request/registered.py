"""A request of the register as what a plan or a letter is about, so that nothing of it is typed again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import Fault, ParameterError, Place
from ..register_options import opened

if TYPE_CHECKING:
    from ...model.request import Request

NumberOption = Annotated[
    str | None,
    typer.Option(
        "--id",
        metavar="ID",
        help="A request of the register: its right, people, dates and nation are taken from there.",
        show_default=False,
    ),
]


def from_register(
    number: str, register: Path | None, key_file: Path | None, passphrase_file: Path | None
) -> Request:
    """Return a request of the register; nothing is changed.

    >>> from_register("R-2026-0001", Path("no-such.db"), None, None)
    Traceback (most recent call last):
    audit_lib.errors.InputError: no-such.db There is no register here. Make one with privacy-audit
    request init, or name the file with --register.
    """
    from ...rights.requests import get_request

    with opened(register, key_file, passphrase_file, read_only=True) as store:
        return get_request(store, number)


def named_once(number: str | None, told_there: Mapping[str, object]) -> Iterator[Fault]:
    """Yield a fault for each option that says again what the register says, or if there is no right at all.

    >>> [str(fault) for fault in named_once("R-2026-0001", {"--right": "access", "--received": None})]
    ['--right The register says it already: leave it out, or put it right with request update.']
    """
    if number is None:
        if told_there.get("--right") is None:
            yield Fault(Place("--right"), "Say what the person asks for, or name a request with --id.")
        return
    for option, given in told_there.items():
        if given:
            message = "The register says it already: leave it out, or put it right with request update."
            yield Fault(Place(option), message)


def people_of(request: Request, typed: str | None) -> str | None:
    """Return what kind of person it is: as the register says it, else as typed.

    >>> from audit_lib.model.request import Request
    >>> entry = Request(id="R-2026-0001", right="access", dates={"received": "2026-10-01"})
    >>> people_of(entry, "tenants")
    'tenants'
    """
    if typed and request.subject and typed != request.subject:
        message = f'The register says "{request.subject}": leave it out, or put it right with request update.'
        raise ParameterError.at("--subject", message)
    return request.subject or typed


def reference_of(request: Request) -> str:
    """Return what a letter calls the matter: the organisation's own reference, if it has one, and the id.

    >>> from audit_lib.model.request import Request
    >>> entry = Request(id="R-2026-0001", right="access", dates={"received": "2026-10-01"})
    >>> reference_of(entry), reference_of(entry.model_copy(update={"reference": "CR-2231"}))
    ('R-2026-0001', 'CR-2231 (R-2026-0001)')
    """
    return f"{request.reference} ({request.id})" if request.reference else request.id
