"""`privacy-audit evidence explain`: each test of one observation, and on what it rests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from ..faults import command
from ..options import AsOfOption, TextOrJson, day, load, map_folder
from ..plain import write_json
from ..register_options import PassphraseFileOption, key_path, passphrase
from .options import SourceOption, read_sources
from .stopping import stoppable


@command
def evidence_explain(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar="[MAP] ID", help="The observation, as source:id; before it the map, if not the default."
        ),
    ],
    *,
    sources: SourceOption = None,
    key_file: Annotated[
        Path | None,
        typer.Option(
            "--key-file",
            metavar="FILE",
            help="The key of a register: the person is shown by the pseudonym that it makes.",
            show_default=False,
        ),
    ] = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
) -> int:
    """Explain one observation: each test, why it passed or failed, and the flow, clause or list behind it.

    The person does not stand in the answer; with --key-file, a pseudonym does. Exit status: 0, or 2 where
    there is no such observation or the input cannot be read.
    """
    from ...evidence.explain import explain
    from ...evidence.explaining.registers import Unlocking

    folder, observation = _arguments(given)
    when, root, read = day(as_of), map_folder(folder), load(folder)
    evidence, replaced = read_sources(root, read, sources or ())
    pseudonym = _pseudonyms(key_file)
    unlocking = Unlocking(key_path(key_file), passphrase(passphrase_file))
    with stoppable():
        found = explain(
            read,
            evidence,
            root,
            when,
            observation,
            pseudonym=pseudonym,
            replaced=replaced,
            unlocking=unlocking,
        )
    if output is TextOrJson.JSON:
        write_json(found.as_json())
    else:
        from .explain_text import write_explanation

        write_explanation(found)
    return 0


def _arguments(given: list[str]) -> tuple[Path | None, str]:
    """Return the folder of the map, if one is named, and the evidence id."""
    if len(given) > 2:
        raise typer.BadParameter("Give the map, if it is not the default one, and one ID.")
    return (Path(given[0]) if len(given) == 2 else None), given[-1]


def _pseudonyms(key_file: Path | None) -> Callable[[str], str] | None:
    if key_file is None:
        return None
    from ...files.register.key_file import read_keys
    from ...files.register.pseudonym import pseudonym_of

    key = read_keys(key_file).names
    return lambda person: pseudonym_of(key, person)
