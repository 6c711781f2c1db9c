"""Where documents go: the endings that say what is written, and folders in which nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..errors import OutputError, ParameterError

if TYPE_CHECKING:
    from ..model.document import Document

#: What a document can be written as.
ENDINGS: Final = (".docx", ".html", ".md")


def checked_ending(out: Path, endings: Sequence[str] = ENDINGS) -> str:
    """Return the ending of a file, in small letters, if something can be written as it.

    Raises
    ------
    ParameterError
        The ending is none of those known.

    >>> checked_ending(Path("plan.pdf"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --out "plan.pdf" must end in .docx, .html, .md.
    """
    ending = out.suffix.lower()
    if ending not in endings:
        raise ParameterError.at("--out", f'"{out}" must end in {", ".join(endings)}.')
    return ending


def write_by_ending(document: Document, out: Path) -> None:
    """Write a document as the ending of the file says, whole or not at all.

    Raises
    ------
    ParameterError
        The ending is none of those known; nothing is written.
    OutputError
        The file cannot be written.

    >>> import datetime as dt, tempfile
    >>> from audit_lib.model.document import Document
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     out = Path(folder) / "form.md"
    ...     write_by_ending(Document(title="Form", as_of=dt.date(2026, 11, 22), sections=()), out)
    ...     out.read_text().splitlines()[0]
    '# Form'
    """
    from ..exports.document import write_document
    from ..exports.document_page import write_page
    from ..exports.document_text import write_markdown

    writers = {".docx": write_document, ".html": write_page, ".md": write_markdown}
    writers[checked_ending(out)](document, out)


def fresh_folder(folder: Path, files: Iterable[Path]) -> None:
    """Make the folder for several files, if none of them is there: somebody may have filled it in.

    Raises
    ------
    OutputError
        A file of the name is there already, or the folder cannot be made.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     fresh_folder(Path(folder) / "letters", [Path(folder) / "letters" / "answer.docx"])
    ...     [path.name for path in Path(folder).iterdir()]
    ['letters']
    """
    from ..exports.whole_file import refuse_taken

    refuse_taken(files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {error.strerror}.") from error
