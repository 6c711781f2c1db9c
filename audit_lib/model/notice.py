"""The published privacy notice: not its text, but what each sentence says and how to recognise it."""

from __future__ import annotations

from typing import Annotated, Generic, NamedTuple, TypeVar

from pydantic import StringConstraints

from .claim import Claim
from .noun import DateOrGap, Gap, Id, Noun, Text, TextOrGap

C = TypeVar("C", bound=Noun)

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Sketch = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Notice(Noun):
    """A published privacy notice: who published it, where, and which version was read."""

    title: Text
    publisher: Id
    source: TextOrGap = Gap.NOT_STATED
    published: DateOrGap = Gap.NOT_STATED
    version: TextOrGap = Gap.NOT_STATED
    read_on: DateOrGap = Gap.NOT_STATED
    headings: tuple[Text, ...] = ()


class Clause(Noun):
    """One sentence of the notice, in our own words.

    `place` is line and sentence in the published text ("21.2"), `fingerprint` a hash of the normalised
    sentence, `sketch` 64 four-bit minhashes that let a reworded sentence be recognised, `gist` what it says,
    `carries_nothing` why no flow, activity, right, safeguard or retention rests on it, where none does.
    """

    id: Id
    heading: Text
    place: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]
    fingerprint: Fingerprint
    sketch: Sketch
    gist: Text
    claims: tuple[Claim, ...] = ()
    carries_nothing: Text | None = None
    note: Text | None = None


class Said(NamedTuple, Generic[C]):
    """A claim and the clause that makes it."""

    clause: str
    claim: C
