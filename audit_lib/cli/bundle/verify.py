"""`privacy-audit bundle verify`: says whether a bundle is as it was made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from ..faults import command
from ..plain import console, line

#: The bundle is not as it was made.
CHANGED: Final = 1


@command
def bundle_verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The bundle: a .zip file.")],
    sha256: Annotated[
        str | None,
        typer.Option(
            "--sha256", metavar="HASH", help="The hash that the sender has told of it.", show_default=False
        ),
    ] = None,
) -> int:
    """Say whether a bundle is as it was made: every file by its hash, and the archive by its form.

    Nothing is unpacked to the disk. Exit status: 0 whole, 1 changed, 2 no bundle, or dangerous to unpack.
    """
    from ...exports.bundle_check import verify_bundle

    found = verify_bundle(file)
    page = console()
    faults = list(found.faults)
    if sha256 is not None and sha256.strip().lower() != found.sha256:
        faults.append("The hash of the archive is not the one that the sender has told.")
    for said in faults:
        line((said, "high"), to=page)
    said = f"{file}: {found.files} files, map {found.map_id} as of {found.as_of}: "
    line(said, ("changed.", "high") if faults else ("as it was made.", "good"), to=page)
    line(f"  SHA-256 {found.sha256}", to=page)
    if sha256 is None and not faults:
        line(("  Compare this hash with the one that the sender tells on another way.", "quiet"), to=page)
    return CHANGED if faults else 0
