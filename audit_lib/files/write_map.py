"""A data map written as a folder of YAML files, which are then a person's to keep."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import OutputError
from ..model.data_map import DataMap
from ..model.noun import Noun
from .layout import FILES, FIRST_LINE, first_line_of_rule
from .new_name import give_name
from .yaml_text import as_yaml


def write_map(data_map: DataMap, folder: str | Path) -> tuple[Path, ...]:
    """Write a map into a folder that holds none yet, and return the files.

    `read_map` reads them back as an equal map. Fields that have their default are left out, and so are files
    without an entry. Each of the organisation's own rules becomes a file in the folder that the map names.
    Files that are there are never touched, so that nobody's comments are lost; when something fails, nothing
    is left behind.

    Parameters
    ----------
    data_map
        The map.
    folder
        Where to; made if it is not there.

    Raises
    ------
    OutputError
        When the folder already holds a file of a map, or cannot be written to.

    >>> import tempfile
    >>> from audit_lib.files.read_map import read_map
    >>> made = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}]})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print([path.name for path in write_map(made, folder)], read_map(folder) == made)
    ['map.yaml', 'parties.yaml'] True
    """
    root = Path(folder)
    texts = _texts(data_map)
    try:
        _refuse_map(root, data_map.info.own_rules)
        new = [path for path in (root, *_between(root, data_map.info.own_rules)) if not path.exists()]
        for path in new:
            path.mkdir(parents=True, exist_ok=True)
        return _write_all(root, texts, new=new)
    except (OSError, ValueError) as failure:
        reason = (getattr(failure, "strerror", None) or str(failure)).lower()
        raise OutputError(f"The map cannot be written to {root}: {reason}.") from failure


def _refuse_map(root: Path, own: str | None) -> None:
    there = [name for name in (*FILES, *([own] if own else ())) if os.path.lexists(root / name)]
    if there:
        raise OutputError(f"{root} already holds {', '.join(there)}: give a folder without a map.")


def _texts(data_map: DataMap) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name, sections in FILES.items():
        held = {
            section: _plain(getattr(data_map, "info" if section == "map" else section))
            for section in sections
        }
        filled = {section: value for section, value in held.items() if value}
        if filled:
            texts[name] = f"{FIRST_LINE}\n{as_yaml(filled)}"
    folder = data_map.info.own_rules or ""
    for rule in data_map.own_rules:
        texts[f"{folder}/{rule.id}.yaml"] = f"{first_line_of_rule(folder)}\n{as_yaml(_plain(rule))}"
    return texts


def _between(root: Path, folder: str | None) -> list[Path]:
    """Return a folder within that of the map, after those that hold it."""
    steps = folder.split("/") if folder else []
    return [root.joinpath(*steps[: at + 1]) for at in range(len(steps))]


def _plain(value: Noun | Sequence[Noun] | None) -> Any:
    if value is None:
        return None
    if isinstance(value, Noun):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return [_plain(noun) for noun in value]


def _write_all(root: Path, texts: Mapping[str, str], *, new: Sequence[Path]) -> tuple[Path, ...]:
    """Write every file aside, and only when all are whole give them their names."""
    paths = {root / name: text for name, text in texts.items()}
    asides = {path: path.with_name(f".{path.name}.{os.getpid()}.partial") for path in paths}
    made: list[Path] = []
    try:
        for path, aside in asides.items():
            with aside.open("x", encoding="utf-8", newline="\n") as file:
                made.append(aside)
                file.write(paths[path])
                file.flush()
                os.fsync(file.fileno())
        for path, aside in asides.items():
            give_name(aside, path)
            made.append(path)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        for folder in reversed(new):
            folder.rmdir()
        raise
    for aside in asides.values():
        aside.unlink(missing_ok=True)
    return tuple(asides)
