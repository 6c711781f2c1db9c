"""`privacy-audit request import`: a table that somebody has kept, into the register."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, Final

import typer

from ...errors import ParameterError
from ..faults import command
from ..options import AsOfOption, day
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, now, opened
from .options import CheckMapOption, checked_map

_COLUMN: Final = 22


@command
def request_import(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="The table, as CSV with commas, in UTF-8.", show_default=False),
    ] = None,
    columns: Annotated[bool, typer.Option("--columns", help="Say what columns there are.")] = False,
    data_map: CheckMapOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Enter every request of a table, or none if anything is wrong with it.

    Names in the column `person` become pseudonyms. The ids of another register are kept as references.

    Exit status: 0 entered, 2 nothing was changed.
    """
    if columns:
        return _columns()
    if file is None:
        raise ParameterError.at("FILE", "Name the table; --columns says what it can hold.")
    from ...files.text_file import read_text
    from ...rights.register.importing import import_requests
    from ...rights.register.table import MAX_BYTES, Table

    today = day(as_of)
    read = checked_map(data_map, [])
    table = Table(str(file), read_text(file, MAX_BYTES, ParameterError))
    with opened(register, key_file, passphrase_file) as store:
        entered, listed = import_requests(store, table, now(), today, read)
        path = store.path
    page = console()
    still_open = sum(request.open for request in entered)
    line(f"{len(entered):,} entered: {still_open:,} open, {len(entered) - still_open:,} closed.", to=page)
    for right, number in sorted(Counter(request.right.asked for request in entered).items()):
        line(f"  {number:>7,}  {right}", to=page)
    if listed:
        line(f"{len(listed):,} put on the restriction list: no more direct marketing.", to=page)
    line(("Written to ", "quiet"), str(path), to=page)
    return 0


def _columns() -> int:
    from ...rights.register.columns import COLUMNS, ID, MADE

    page = console()
    for name, meaning in COLUMNS.items():
        line(f"{name.ljust(_COLUMN)}  {meaning}", to=page, hang=_COLUMN + 2)
    line(f"{ID.ljust(_COLUMN)}  of another register; kept as the reference, if there is no other", to=page)
    line(f"{', '.join(MADE)}: worked out anew, whatever stands there", to=page)
    line("Only right and received must be there.", to=page)
    return 0
