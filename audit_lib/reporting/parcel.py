"""Folders as bytes: what a run has made on its way back, and what an order needs on its way to a machine."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from ..errors import Fault, OutputError, ParameterError, Place
from ..model.run_figures import EARLIER_FILE, FINDINGS_FILE
from .checking import Checked
from .order import READ_BY_REPORTS, Order, as_seen_from_here, text_of
from .origin import KEPT_BY_REPORTS
from .runs import RUN_FILE, python_version, sha256_of, versions
from .secret import FILE, is_reference

#: How much an order may take along (bytes): a map, a notebook, a notice, a register.
MOST: Final = 50_000_000

#: What is taken along of an earlier run that findings are set against.
_OF_A_RUN: Final = (RUN_FILE, FINDINGS_FILE, EARLIER_FILE)


class Parcel(NamedTuple):
    """An order with all that it reads, by path as seen from the folder in which it was given."""

    order: Order
    files: Mapping[str, bytes]
    made_with: Mapping[str, str]


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder, by its name as seen from the folder.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "a.txt").write_text("x")
    ...     files_of(Path(folder))
    {'a.txt': b'x'}
    """
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder, for their owner alone; none over another, and none outside of it.

    Raises
    ------
    OutputError
        If a name leads out of the folder, or the disk refuses.

    Examples
    --------
    >>> write_files({"../a.txt": b"x"}, Path("made"))
    Traceback (most recent call last):
    audit_lib.errors.OutputError: '../a.txt': no file of a run has such a name, so nothing is written.
    """
    for name in files:
        if not _is_below(name):
            raise OutputError(f"{name!r}: no file of a run has such a name, so nothing is written.")
    try:
        for name, content in files.items():
            path = folder / name
            for above in reversed([place for place in path.parents if not place.exists()]):
                above.mkdir(mode=0o700)
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
            with os.fdopen(file, "wb") as whole:
                whole.write(content)
                whole.flush()
                os.fsync(whole.fileno())
    except OSError as error:
        raise OutputError(f"{folder}: its files cannot be written: {error.strerror}.") from error


def refuse_to_send(orders: Iterable[tuple[Checked, Path]]) -> None:
    """Raise one error with everything that keeps orders from going to another machine.

    Parameters
    ----------
    orders
        Each order, and where its run is to stand.

    Raises
    ------
    ParameterError
        Where something that an order reads is not below the current folder, or is too large altogether, or
        where the file of a secret lies in it.

    Examples
    --------
    >>> refuse_to_send([])
    """
    faults = [fault for checked, final in orders for fault in _faults(checked, final)]
    if faults:
        raise ParameterError(dict.fromkeys(faults))


def pack(checked: Checked, final: Path) -> Parcel:
    """Return an order with what it reads: map, notebook, notice, files that parameters name, findings before.

    Parameters
    ----------
    checked
        The order.
    final
        Where the run is to stand; if one stands there, its findings go along.

    Raises
    ------
    ParameterError
        As `refuse_to_send`.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.reporting.checking import check
    >>> parcel = pack(check(Order("ropa", "data_maps/btr", dt.date(2026, 3, 31))), Path("none"))
    >>> sorted(parcel.files)[:2]
    ['data_maps/btr/activities.yaml', 'data_maps/btr/changes/...']
    """
    refuse_to_send([(checked, final)])
    files = {file.as_posix(): file.read_bytes() for file in _files_read_by(checked, final)}
    notebooks = as_seen_from_here(checked.job.notebook.parent).as_posix()
    return Parcel(checked.order._replace(notebooks=notebooks), files, made_with())


def _faults(checked: Checked, final: Path) -> Iterator[Fault]:
    report, size = checked.order.report, 0
    for name, path in _read_by(checked, final):
        seen = as_seen_from_here(path)
        if not _is_below(seen.as_posix()):
            message = f"{path}: this is not below the current folder, so it cannot go to another machine."
            yield Fault(Place(f"{report}: {name}"), message)
        elif not seen.exists():
            message = f"{path}: only what is a file or a folder here can go to another machine."
            yield Fault(Place(f"{report}: {name}"), message)
        else:
            size += sum(file.stat().st_size for file in _files_at(seen))
    yield from _secrets_among(checked, final)
    for name in KEPT_BY_REPORTS:
        if text_of(checked.given, name):
            message = (
                "what a report keeps for its next run stays on this machine: leave it out, or make it here."
            )
            yield Fault(Place(f"{report}: {name}"), message)
    if size > MOST:
        told = f"What it reads is {size / 1e6:.0f} MB, and {MOST / 1e6:.0f} MB can go to another machine"
        yield Fault(Place(f"{report}: {checked.order.place}"), f"{told}; make it here.")


def _secrets_among(checked: Checked, final: Path) -> Iterator[Fault]:
    """Yield a fault for each file of a secret that would go along in a folder that is sent."""
    files = {
        name: Path(value.removeprefix(FILE)).resolve()
        for name, value in checked.given.items()
        if is_reference(value) and value.startswith(FILE)
    }
    if not files:
        return
    sent = {file.resolve() for file in _files_read_by(checked, final)}
    for name in (name for name, file in files.items() if file in sent):
        message = (
            f"{checked.given[name]}: this lies in what goes to another machine, and a secret does not; "
            "keep it elsewhere."
        )
        yield Fault(Place(f"{checked.order.report}: {name}"), message)


def _files_read_by(checked: Checked, final: Path) -> list[Path]:
    found = (_files_at(as_seen_from_here(path)) for _, path in _read_by(checked, final))
    return list(dict.fromkeys(file for files in found for file in files))


def _read_by(checked: Checked, final: Path) -> Iterator[tuple[str, Path]]:
    """Return all that an order reads, with the name of the parameter."""
    yield "notebook", checked.job.notebook
    for name, value in checked.given.items():
        if name in READ_BY_REPORTS and isinstance(value, str):
            yield name, Path(value)
    previous = Path(checked.order.previous or final)
    yield from (("previous", previous / kept) for kept in _OF_A_RUN if (previous / kept).is_file())


def _files_at(path: Path) -> Iterable[Path]:
    return sorted(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else [path]


def _is_below(name: str) -> bool:
    """Whether a name leads nowhere but into the folder that it is seen from."""
    path = PurePosixPath(name)
    bad = path.is_absolute() or not path.parts or ".." in path.parts
    return not (bad or any(sign in name for sign in ("\\", "\0", ":")))


@cache
def made_with() -> Mapping[str, str]:
    """Return what a machine must have in common with this one for a run to be the same there.

    >>> made_with()["code of the workbench"] == content_of_code()
    True
    """
    return {"Python": python_version(), "code of the workbench": content_of_code(), **versions()}


@cache
def content_of_code() -> str:
    """Return the fingerprint of the workbench's own code and templates.

    >>> len(content_of_code())
    64
    """
    told, root = hashlib.sha256(), Path(__file__).parents[1]
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            told.update(f"{path.relative_to(root).as_posix()}\0{sha256_of(path)}\0".encode())
    return told.hexdigest()


def differences(there: Mapping[str, str]) -> list[str]:
    """Return what of `made_with` is another on this machine, in words.

    >>> differences({**made_with(), "pandas": "1.0"})[0].startswith("pandas: 1.0 where the run is wanted, ")
    True
    """
    here = made_with()
    return [
        f"{name}: {value[:20]} where the run is wanted, {here.get(name, 'none')[:20]} here"
        for name, value in there.items()
        if here.get(name) != value
    ]
