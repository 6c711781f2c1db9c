"""The parameters of a report, read from its notebook without running it, and checked before a kernel starts.

papermill takes any name and guesses types ("007" becomes 7); here a name must be known and a value must be
of the type that the notebook declares.
"""

from __future__ import annotations

import ast
import math
import re
import types
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import nbformat

from ..errors import Fault, InputError, ParameterError, Place, did_you_mean
from ..model.day import day_of
from .secret import is_reference, is_secret

_TYPES: Final[Mapping[str, type]] = {"str": str, "int": int, "float": float, "bool": bool, "secret": str}
_WORDS: Final[Mapping[type, str]] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    types.NoneType: "none",
}


class Parameter(NamedTuple):
    """A parameter of a report: its name, the value it has unless told, and the types it takes.

    One that stands for a secret (its name says so, or its annotation is ``"secret"``, in quotation marks)
    takes only where the secret is found.
    """

    name: str
    default: Any
    accepts: tuple[type, ...]
    declared_secret: bool = False

    @property
    def is_secret(self) -> bool:
        """Whether the value must be a reference, such as ``env:NAME``, and never the secret itself."""
        return self.declared_secret or is_secret(self.name)

    @property
    def is_date(self) -> bool:
        """Whether the value is a date: the one that the notebook gives is written as one."""
        return isinstance(self.default, str) and day_of(self.default) is not None

    def described(self) -> str:
        """Return the name and what the parameter takes, for a list of what there is.

        >>> Parameter("activity", None, (str, types.NoneType)).described()
        'activity (text or none)'
        """
        words = [self._described(kind) for kind in self.accepts]
        return f"{self.name} ({' or '.join(words)})"

    def _described(self, kind: type) -> str:
        if kind is str and self.is_secret:
            return "where it is found: env:NAME or file:PATH"
        return "a date such as 2026-03-31" if kind is str and self.is_date else _WORDS[kind]


def read_parameters(notebook: Path) -> dict[str, Parameter]:
    """Return the parameters that a notebook declares in its cell tagged `parameters`.

    The cell is read, never run: each line gives a name, a literal value and, where the value does not tell
    the type, an annotation (`activity: str | None = None`).

    Raises
    ------
    ParameterError
        If the file is no notebook, has no such cell, or the cell holds anything but such lines.

    Examples
    --------
    >>> import tempfile
    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> cell = new_code_cell("as_of = '2026-03-31'", metadata={"tags": ["parameters"]})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     nbformat.write(new_notebook(cells=[cell]), file := Path(folder) / "x.ipynb")
    ...     [parameter.described() for parameter in read_parameters(file).values()]
    ['as_of (a date such as 2026-03-31)']
    """
    try:
        node = nbformat.read(notebook, as_version=4)
    except Exception as error:  # nbformat raises whatever its parser and its schema raise
        raise ParameterError.at(str(notebook), f"This is not a notebook: {type(error).__name__}.") from error
    cells = [cell for cell in node.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(cells) != 1 or cells[0].cell_type != "code":
        raise ParameterError.at(str(notebook), "A report needs one code cell tagged `parameters`.")
    try:
        lines = ast.parse(cells[0].source).body
    except SyntaxError as error:
        raise ParameterError.at(str(notebook), f"The cell tagged `parameters`: {error}.") from error
    found = [_declared(line, notebook) for line in lines if not _is_remark(line)]
    return {parameter.name: parameter for parameter in found}


def check_parameters(given: Mapping[str, Any], known: Mapping[str, Parameter], report: str) -> None:
    """Raise one error that lists every unknown name and every value of a wrong type.

    Raises
    ------
    ParameterError
        With a fault for each, and the list of known parameters where a name is unknown.

    Examples
    --------
    >>> check_parameters({"top": "5"}, {"top": Parameter("top", 10, (int,))}, "risk")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: risk top (a whole number) cannot be '5'.
    """
    faults = [
        Fault(Place(report), message)
        for name, value in given.items()
        if (message := _unknown(name, known) if name not in known else _wrong(known[name], value))
    ]
    if faults:
        raise ParameterError(faults)


def read_setting(text: str, known: Mapping[str, Parameter], report: str) -> tuple[str, Any]:
    """Return the name and the value of a setting as it is typed: `top=5`.

    Text stays as it is ("007" is not 7); a number must be written as one; `none` is no value where the
    parameter takes none.

    Raises
    ------
    ParameterError
        If it is not of the form name=value, the name is unknown or the value does not fit.

    Examples
    --------
    >>> read_setting("unit=007", {"unit": Parameter("unit", "", (str,))}, "risk")
    ('unit', '007')
    >>> read_setting("top=5", {"top": Parameter("top", 10, (int,))}, "risk")
    ('top', 5)
    """
    name, sign, typed = text.partition("=")
    if not sign or not name:
        shown = "This" if _may_be_secret(text) else f'"{text}"'
        raise ParameterError.at(report, f"{shown} is no setting: write name=value.")
    if name not in known:
        raise ParameterError.at(report, _unknown(name, known))
    for kind in sorted(known[name].accepts, key=lambda kind: kind is str):
        value = _READERS[kind](typed)
        if value is not _NOT:
            check_parameters({name: value}, known, report)
            return name, value
    raise ParameterError.at(report, _wrong(known[name], typed) or f"{name} takes no value.")


def _may_be_secret(text: str) -> bool:
    """Whether a setting that is none begins with the name of a secret: what follows is not repeated."""
    return is_secret(re.split(r"\W", text.strip(), maxsplit=1)[0])


_NOT: Final = object()


#: A number as JSON writes it: 007, 1_000, +5, NaN and Infinity are none.
_WRITTEN: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def _number(kind: Callable[[str], float]) -> Callable[[str], Any]:
    def read(typed: str) -> Any:
        if not _WRITTEN.fullmatch(typed):
            return _NOT
        try:
            value = kind(typed)
        except ValueError:
            return _NOT
        return value if abs(value) < math.inf else _NOT

    return read


_READERS: Final[Mapping[type, Callable[[str], Any]]] = {
    types.NoneType: lambda typed: None if typed == "none" else _NOT,
    bool: lambda typed: {"true": True, "false": False}.get(typed, _NOT),
    int: _number(int),
    float: _number(float),
    str: lambda typed: typed,
}


def _is_remark(line: ast.stmt) -> bool:
    return (
        isinstance(line, ast.Expr)
        and isinstance(line.value, ast.Constant)
        and isinstance(line.value.value, str)
    )


def _declared(line: ast.stmt, notebook: Path) -> Parameter:
    """Return the parameter that a line of the cell declares."""
    name, value, annotation = _parts(line)
    if name is None or value is None:
        raise _unreadable(line, notebook, "is no name with a value")
    try:
        default = ast.literal_eval(value)
    except ValueError as error:
        raise _unreadable(line, notebook, "gives a value that is not written out") from error
    accepts = _annotated(annotation) if annotation else (type(default),)
    if accepts == (types.NoneType,):
        accepts = (str, types.NoneType)
    if not accepts or any(kind not in _WORDS for kind in accepts) or type(default) not in accepts:
        raise _unreadable(line, notebook, "is of a type that is not known here (str, int, float, bool, None)")
    parameter = Parameter(name, default, accepts, _says_secret(annotation))
    if parameter.is_secret and default not in (None, "") and not is_reference(default):
        message = f'"{name}" is a secret and stands here in clear; declare it as None, env:NAME or file:PATH.'
        raise ParameterError.at(str(notebook), message)
    return parameter


def _parts(line: ast.stmt) -> tuple[str | None, ast.expr | None, ast.expr | None]:
    if isinstance(line, ast.Assign) and len(line.targets) == 1 and isinstance(line.targets[0], ast.Name):
        return line.targets[0].id, line.value, None
    if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
        return line.target.id, line.value, line.annotation
    return None, None, None


def _unreadable(line: ast.stmt, notebook: Path, why: str) -> InputError:
    message = f"Line {line.lineno} of the cell tagged `parameters` {why}: {ast.unparse(line)}"
    return ParameterError.at(str(notebook), message)


def _annotated(annotation: ast.expr) -> tuple[type, ...]:
    """Return the types that an annotation names; none where it names anything else."""
    if isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
        left, right = _annotated(annotation.left), _annotated(annotation.right)
        return (*left, *right) if left and right else ()
    if isinstance(annotation, ast.Name) and annotation.id in _TYPES:
        return (_TYPES[annotation.id],)
    if isinstance(annotation, ast.Constant) and annotation.value is None:
        return (types.NoneType,)
    inner = _unquoted(annotation)
    return _annotated(inner) if inner is not None else ()


def _unquoted(annotation: ast.expr | None) -> ast.expr | None:
    """Return what an annotation in quotation marks says, if it is one."""
    if not isinstance(annotation, ast.Constant) or not isinstance(annotation.value, str):
        return None
    try:
        return ast.parse(annotation.value, mode="eval").body
    except SyntaxError:
        return None


def _says_secret(annotation: ast.expr | None) -> bool:
    said = _unquoted(annotation) or annotation
    return said is not None and any(
        isinstance(one, ast.Name) and one.id == "secret" for one in ast.walk(said)
    )


def _unknown(name: str, known: Mapping[str, Parameter]) -> str:
    listed = ", ".join(parameter.described() for parameter in known.values()) or "none"
    return f'No parameter is called "{name}".{did_you_mean(name, known)} Known: {listed}.'


def _wrong(parameter: Parameter, value: Any) -> str | None:
    """Return what is wrong with a value, or None: no value is turned into another type."""
    if parameter.is_secret and value not in (None, "") and not is_reference(value):
        return (
            f"{parameter.name} is a secret: give env:NAME or file:PATH, which say where it is, never itself."
        )
    fits = type(value) in parameter.accepts or (type(value) is int and float in parameter.accepts)
    if fits and not (isinstance(value, str) and parameter.is_date and day_of(value) is None):
        return None
    return f"{parameter.described()} cannot be {value!r}."
