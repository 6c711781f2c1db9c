"""Where in the files of a map something stands that a finding of the evidence touches."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from ..errors import Place
from ..files.layout import EVIDENCE_FILE
from ..model.data_map import DataMap


def places_of(data_map: DataMap, references: Iterable[str]) -> tuple[Place, ...]:
    """Return where entries stand, each once; a source stands in the file of the evidence.

    >>> from audit_lib.graph.example import example_map
    >>> [str(place) for place in places_of(example_map(), ["source:log", "flow:sue", "flow:sue"])]
    ['evidence.yaml', 'flow:sue']
    """
    return tuple(
        dict.fromkeys(
            _evidence_file(data_map) if reference.startswith("source:") else data_map.place(reference)
            for reference in references
        )
    )


def _evidence_file(data_map: DataMap) -> Place:
    """Return the file beside the one that holds the head of the map."""
    head = data_map.places.get(f"map:{data_map.info.id}")
    folder = PurePosixPath(head.file).parent if head else PurePosixPath()
    return Place(str(folder / EVIDENCE_FILE))
