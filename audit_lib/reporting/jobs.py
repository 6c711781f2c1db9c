"""What can be run: the report notebooks, found beside the work or in the clone that is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from ..errors import ParameterError, did_you_mean

#: Where report notebooks stand, seen from the folder that holds the project.
FOLDER: Final = Path("notebooks") / "reports"

#: What `privacy-audit report` runs when it is given no name.
USUAL: Final = ("ropa", "risk")


class Job(NamedTuple):
    """A report that can be run: its name and its notebook."""

    name: str
    notebook: Path


def known_jobs(folder: Path | None = None) -> tuple[Job, ...]:
    """Return the reports that can be run, by name.

    Parameters
    ----------
    folder
        The folder of report notebooks. Without it: `notebooks/reports` in the current folder, else in the
        clone from which this package is installed.

    Raises
    ------
    ParameterError
        If there is no such folder, or no notebook in it.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "ropa.ipynb").write_text("{}")
    ...     [job.name for job in known_jobs(Path(folder))]
    ['ropa']
    """
    places = [folder] if folder else [FOLDER, Path(__file__).parents[2] / FOLDER]
    for place in places:
        notebooks = sorted(place.glob("*.ipynb"))
        if notebooks:
            return tuple(Job(notebook.stem, notebook) for notebook in notebooks)
    looked = " or ".join(str(place) for place in places)
    raise ParameterError.at(
        str(places[0]), f"No report notebook stands in {looked}. Run this in the folder of the project."
    )


def find_job(name: str, folder: Path | None = None) -> Job:
    """Return the report of that name.

    Raises
    ------
    ParameterError
        If there is no report of that name; the message lists those there are.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "ropa.ipynb").write_text("{}")
    ...     find_job("ropa", Path(folder)).name
    'ropa'
    """
    jobs = {job.name: job for job in known_jobs(folder)}
    if name in jobs:
        return jobs[name]
    raise ParameterError.at(
        "report", f'No report is called "{name}".{did_you_mean(name, jobs)} Known: {", ".join(jobs)}.'
    )
