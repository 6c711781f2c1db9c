"""The organisation's own rules, read from the folder that a map names: one file a rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from re import fullmatch
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from ..errors import Fault, MapError, Place
from ..model.own_check import Known, where_misfits
from ..model.own_fields import LooksAt
from ..model.own_message import message_problems
from ..model.own_rule import PREFIX, OwnRule
from .positions import find, locate
from .quoting import plain
from .strict_yaml import Document, read_yaml
from .text_file import read_text
from .wording import Wrong, misdated, told, wrongs

#: How many files of rules a folder may hold, and how many bytes each may have.
MAX_RULES: Final = 500
MAX_FILE: Final = 100_000


class OwnRules(NamedTuple):
    """The rules that could be read, each with its place, and everything wrong with the others."""

    rules: tuple[OwnRule, ...] = ()
    places: tuple[Place, ...] = ()
    faults: tuple[Fault, ...] = ()


def folder_fault(root: Path, name: str) -> str | None:
    """Return what is wrong with the folder of own rules that a map names, or None.

    >>> folder_fault(Path("no-such-map"), "rules")
    'The folder of the map holds no folder "rules": make it, or take this line out.'
    """
    folder = root / name
    try:
        if folder.is_dir():
            if not folder.resolve().is_relative_to(root.resolve()):
                return f'"{plain(name)}" leads out of the folder of the map: put the rules themselves here.'
            next(folder.iterdir(), None)
            return None
    except (OSError, RuntimeError) as failure:
        reason = (getattr(failure, "strerror", None) or str(failure)).lower()
        return f'The folder "{plain(name)}" cannot be read: {reason}.'
    if folder.exists():
        return f'"{plain(name)}" is a file; a folder of rules is wanted.'
    return f'The folder of the map holds no folder "{plain(name)}": make it, or take this line out.'


def read_rules(root: Path, name: str, known: Known | None = None) -> OwnRules:
    """Return the rules in a folder within that of a map, in the order of their file names.

    Each file whose name ends in ``.yaml`` holds one rule; names that start with a full stop do not count.

    Parameters
    ----------
    root, name
        The folder of the map, and that of the rules within it; `folder_fault` has found nothing.
    known
        The ids of the map, to check those that rules name; without it they are taken as they are.

    >>> import tempfile
    >>> rule = "{id: own-a, title: A, looks_at: flows, where: {rol: x}, severity: low, message: A}"
    >>> with tempfile.TemporaryDirectory() as root:
    ...     written = (Path(root) / "a.yaml").write_text(rule)
    ...     print(read_rules(Path(root), ".").faults[0].message)
    where.rol: "rol" is no field of a flow. Did you mean "role"?
    """
    paths, faults = _files(root / name)
    rules: dict[str, tuple[OwnRule, Place]] = {}
    for path in paths:
        try:
            rule, place = _read_rule(path, root, known)
        except MapError as error:
            faults.extend(error.faults)
            continue
        if rule.id in rules:
            other = rules[rule.id][1]
            what = f'The id "{rule.id}" is also that of the rule in {other.file}: rename one.'
            faults.append(Fault(place, what))
        else:
            rules[rule.id] = rule, place
    return OwnRules(
        tuple(rule for rule, _ in rules.values()),
        tuple(place for _, place in rules.values()),
        tuple(faults),
    )


def _files(folder: Path) -> tuple[list[Path], list[Fault]]:
    """Return the files of rules, and what would else be left unread without a word."""
    found: list[Path] = []
    faults: list[Fault] = []
    for path in sorted(path for path in folder.iterdir() if path.name[0] != "."):
        shown = Place(str(path.with_name(plain(path.name))))
        if path.suffix == ".yaml" and path.name.isprintable():
            found.append(path)
        elif path.suffix.lower() in {".yaml", ".yml"}:
            what = "A rule stands in a file with a plain name that ends in .yaml: rename this one."
            faults.append(Fault(shown, what))
        elif path.is_dir():
            faults.append(Fault(shown, "The folder of rules holds no further folders: move this one out."))
    if len(found) > MAX_RULES:
        what = f"The folder holds {len(found):,} rules; at most {MAX_RULES:,} are read."
        return [], [Fault(Place(str(folder)), what)]
    return found, faults


def _read_rule(path: Path, root: Path, known: Known | None) -> tuple[OwnRule, Place]:
    text = read_text(path, MAX_FILE, MapError, inside=root)
    document = read_yaml(text, str(path))
    raw = document.value
    if not isinstance(raw, dict):
        what = "The file is empty" if raw is None else "The fields of a rule are wanted here"
        raise MapError(
            [Fault(Place(str(path), *((1, 1) if raw else ())), f"{what}: start with id and title.")]
        )
    return _rule(raw, document, text, str(path), known)


def _rule(
    raw: dict[str, Any], document: Document, text: str, file: str, known: Known | None
) -> tuple[OwnRule, Place]:
    found = list(_misfits(raw, known))
    told = {wrong.path[0] for wrong in found}
    rule = None
    try:
        rule = OwnRule.model_validate(raw)
    except ValidationError as error:
        for wrong in wrongs(error, OwnRule, raw):
            if not (wrong.path and wrong.path[0] in told) and (wrong.path or not found):
                found.append(_own_id(wrong, raw))
    if rule is None or found:
        raise MapError(_placed(found, text, file))
    return rule, Place(file, *document.start(raw))


def _misfits(raw: dict[str, Any], known: Known | None) -> Iterator[Wrong]:
    """Yield what the noun itself would only tell as one, or not at all, with the way to each."""
    looks_at = raw.get("looks_at")
    if isinstance(looks_at, str) and looks_at in tuple(LooksAt):
        if raw.get("where") is not None:
            yield from (Wrong(*misfit) for misfit in where_misfits(raw["where"], LooksAt(looks_at), known))
        if isinstance(raw.get("message"), str):
            for message in message_problems(raw["message"], LooksAt(looks_at)):
                yield Wrong(("message",), message)
    wrong = misdated(raw.get("in_force"))
    if wrong:
        yield Wrong(("in_force",), wrong)


def _own_id(wrong: Wrong, raw: dict[str, Any]) -> Wrong:
    """Say of an id that would do elsewhere what it lacks here."""
    name = raw.get("id")
    if wrong.path != ("id",) or not isinstance(name, str) or not name:
        return wrong
    form = "lower-case letters, digits and single hyphens, at most 80"
    write = f'"{PREFIX}{name}"' if fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) else form
    why = f'"{PREFIX}", so that none clashes with a rule that comes with the workbench'
    return Wrong(
        wrong.path, f'"{plain(name)}" does not fit: ids of own rules begin with {why}; write {write}.'
    )


def _placed(found: list[Wrong], text: str, file: str) -> Iterator[Fault]:
    spots = locate(text, [wrong.path for wrong in found])
    for path, message, is_key in found:
        called = ".".join(plain(step) if isinstance(step, str) else str(step + 1) for step in path)
        place = Place(file, *find(spots, path, key=is_key))
        yield Fault(place, told(called, message) if called else f"The rule {message}")
