"""A picture as a file: PNG for notebooks and mail, SVG and PDF for print."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, Protocol

from ..errors import OutputError
from .whole_file import write_bytes

Format = Literal["png", "svg", "pdf"]

#: The format that a file's ending asks for.
FORMATS: Final[dict[str, Format]] = {".png": "png", ".svg": "svg", ".pdf": "pdf"}


class Drawn(Protocol):
    """Anything that gives itself as the bytes of a picture."""

    def data(self, format: Format = "png") -> bytes:  # noqa: A002
        """Return the picture as the bytes of a file."""


def picture_format(path: str | Path) -> Format:
    """Return the format that the ending of a file's name asks for.

    Raises
    ------
    OutputError
        If the ending is none of .png, .svg and .pdf.

    Examples
    --------
    >>> picture_format("lanes.SVG")
    'svg'
    """
    ending = Path(path).suffix.lower()
    if ending not in FORMATS:
        raise OutputError(f"{path}: a picture is written as {', '.join(FORMATS)}; name the file so.")
    return FORMATS[ending]


def write_picture(picture: Drawn, path: str | Path) -> Path:
    """Write a picture to a file, in the format that its ending asks for, and return its path.

    Raises
    ------
    OutputError
        If the ending is not known or the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> class Dot:
    ...     def data(self, format: Format = "png") -> bytes:
    ...         return b"<svg/>"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_picture(Dot(), Path(folder) / "dot.svg").read_bytes()
    b'<svg/>'
    """
    return write_bytes(path, picture.data(picture_format(path)))
