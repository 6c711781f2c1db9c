"""The data behind the pictures and tables of an executed notebook, as files that any program can read."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import nbformat
from bs4 import BeautifulSoup, Tag

from ..errors import OutputError
from ..views.picture import MIME
from .plain import tamed
from .whole_file import write_bytes

#: The folder beside a report that holds these files, and the list of what each of them is.
FOLDER: Final = "data"
CONTENTS: Final = "00-contents.csv"

#: So many letters of a title are in the name of a file.
LONGEST: Final = 60

_CONTENT_COLUMNS: Final = ("File", "What it is", "Title", "Cell", "Rows", "Note")


class DataFile(NamedTuple):
    """One file: its name, its bytes, and what it holds; `cell` counts all cells of the notebook from 1."""

    name: str
    content: bytes
    kind: str
    title: str
    cell: int
    rows: int | None = None
    note: str = ""


def data_behind(notebook: nbformat.NotebookNode) -> tuple[DataFile, ...]:
    r"""Return a CSV for each table of an executed notebook, a JSON for each picture, and their list.

    A table has all the rows that the notebook shows; a note that some are not shown stands in the list. A
    cell that a spreadsheet would take for a formula gets an apostrophe in front. A picture has its title, its
    alternative text, the hash of its geometry and, where its drawer gives them, the values that it was drawn
    from; a picture of another origin has the hash of its pixels. The same notebook gives the same bytes.

    Parameters
    ----------
    notebook
        The notebook with its outputs.

    Returns
    -------
    tuple of DataFile
        Named `<nn>-<title>.csv` and `.json` in the order of the notebook; empty if it shows neither.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook, new_output
    >>> table = "<table><caption>Parties</caption><tr><th>Name</th></tr><tr><td>A</td></tr></table>"
    >>> shown = new_output("display_data", {"text/html": table})
    >>> made = data_behind(new_notebook(cells=[new_code_cell("", outputs=[shown])]))
    >>> [file.name for file in made], made[1].content.decode("utf-8-sig").splitlines()
    (['00-contents.csv', '01-parties.csv'], ['"Name"', '"A"'])
    """
    found = tuple(
        made._replace(name=f"{number:02}-{made.name}") for number, made in enumerate(_found(notebook), 1)
    )
    if not found:
        return ()
    rows = [
        (made.name, made.kind, made.title, made.cell, "" if made.rows is None else made.rows, made.note)
        for made in found
    ]
    listed = csv_bytes([_CONTENT_COLUMNS, *((str(cell) for cell in row) for row in rows)])
    return (DataFile(CONTENTS, listed, "list", "What each file holds", 0, len(rows)), *found)


def write_data(notebook: nbformat.NotebookNode, folder: Path) -> tuple[Path, ...]:
    """Write the data behind a notebook into `data` of a folder and return the files; none without any.

    Raises
    ------
    OutputError
        If the folder or a file cannot be written.

    Examples
    --------
    >>> from nbformat.v4 import new_notebook
    >>> write_data(new_notebook(), Path("no-such-folder"))
    ()
    """
    made = data_behind(notebook)
    target = folder / FOLDER
    if made:
        try:
            target.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{target}: the folder cannot be made: {error.strerror}.") from error
    return tuple(write_bytes(target / file.name, file.content) for file in made)


def _found(notebook: nbformat.NotebookNode) -> Iterator[DataFile]:
    for at, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "image/png" in data or MIME in data:
                yield _picture(output, at)
            elif "text/html" in data:
                yield from _tables(_joined(data["text/html"]), at)


def _picture(output: nbformat.NotebookNode, cell: int) -> DataFile:
    data, about = output["data"], output.get("metadata", {})
    known = data.get(MIME)
    if not isinstance(known, dict):
        pixels = "".join(_joined(data.get("image/png", "")).split())
        alt = about.get("image/png", {}).get("alt") or _joined(data.get("text/plain", ""))
        known = {"title": alt, "alt": alt, "png": hashlib.sha256(pixels.encode()).hexdigest()}
    title = str(known.get("title", ""))
    table = known.get("values")
    rows = len(table["rows"]) if isinstance(table, dict) and isinstance(table.get("rows"), list) else None
    content = json.dumps(_plain(known), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return DataFile(f"{slug(title)}.json", content.encode("utf-8", "replace"), "picture", title, cell, rows)


def _tables(markup: str, cell: int) -> Iterator[DataFile]:
    """Yield every table of an output that stands in no other table, whatever program has made it."""
    soup = BeautifulSoup(markup, "html.parser")
    for table in soup.find_all("table"):
        if not isinstance(table, Tag) or table.find_parent("table"):
            continue
        caption, after = table.find("caption"), table.find_next_sibling()
        title = _text(caption) if isinstance(caption, Tag) else "Table"
        note = _text(after) if isinstance(after, Tag) and after.name == "p" else ""
        rows = [_row(row) for row in table.find_all("tr") if isinstance(row, Tag)]
        body = sum(1 for row in table.find_all("tr") if isinstance(row, Tag) and row.find("td"))
        yield DataFile(f"{slug(title)}.csv", csv_bytes(rows), "table", title, cell, body, note)


def _row(row: Tag) -> list[str]:
    return [_text(cell) for cell in row.find_all(["th", "td"]) if isinstance(cell, Tag)]


def _text(tag: Tag) -> str:
    """Return what a cell says, with a line for each line that it shows."""
    for line_break in tag.find_all("br"):
        line_break.replace_with("\n")
    parts: list[str] = []
    line = ""
    for piece in tag.descendants:
        if isinstance(piece, Tag):
            if "display:block" in str(piece.get("style", "")):
                parts, line = [*parts, line], ""
        else:
            apart = _in_block(piece.parent, tag)
            line = line + str(piece)
            if apart:
                parts, line = [*parts, line], ""
    said = (" ".join(one.split(" ")).strip() for one in (*parts, line))
    return "\n".join(one for one in said if one)


def _in_block(parent: Tag | None, whole: Tag) -> bool:
    return parent is not None and parent is not whole and "display:block" in str(parent.get("style", ""))


def csv_bytes(rows: Sequence[Any]) -> bytes:
    r"""Return rows as CSV for every spreadsheet: quoted, in UTF-8 with its mark, and without a formula.

    >>> csv_bytes([("=1+1", "a")])[3:]
    b'"\'=1+1","a"\r\n'
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([tamed(text) for text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def slug(title: str) -> str:
    """Return a title as a part of a file name: small letters, digits and hyphens, at most 60.

    >>> slug("Who gets what? £5,000 & more"), slug("日本"), slug("../../etc")
    ('who-gets-what-5-000-more', 'untitled', 'etc')
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST].strip("-")
    return words or "untitled"


def _joined(held: Any) -> str:
    return "".join(held) if isinstance(held, list) else str(held)


def _plain(held: Any) -> Any:
    """Return what a notebook holds as plain objects; nothing of it is dropped."""
    if isinstance(held, dict):
        return {str(key): _plain(inner) for key, inner in held.items()}
    return [_plain(inner) for inner in held] if isinstance(held, list) else held
