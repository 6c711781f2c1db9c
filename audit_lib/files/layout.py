"""Which file of a map holds which sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: The one file that a map must have; it may hold every section.
MAP_FILE: Final = "map.yaml"

#: The other files and the sections that they hold, in the order in which they are read.
FILES: Final[Mapping[str, tuple[str, ...]]] = {
    MAP_FILE: ("map", "risk_scale"),
    "parties.yaml": ("parties",),
    "systems.yaml": ("systems",),
    "data.yaml": ("data",),
    "activities.yaml": ("purposes", "activities"),
    "flows.yaml": ("flows",),
    "retention.yaml": ("retention",),
    "safeguards.yaml": ("safeguards",),
    "rights.yaml": ("rights", "channels"),
    "notice.yaml": ("notice", "clauses"),
    "decisions.yaml": ("decisions",),
    "risk.yaml": ("risk_model",),
}

#: Every section, and the file in which it is written.
HOME: Final[Mapping[str, str]] = {section: file for file, held in FILES.items() for section in held}

#: The first line of each file: editors check and complete what is typed.
FIRST_LINE: Final = "# yaml-language-server: $schema=../map.schema.json"

#: The file that names what a map is compared with; it stands beside the map and is no part of it.
EVIDENCE_FILE: Final = "evidence.yaml"

#: The schema of that file, and its first line.
EVIDENCE_SCHEMA: Final = "evidence.schema.json"
FIRST_LINE_OF_EVIDENCE: Final = f"# yaml-language-server: $schema=../{EVIDENCE_SCHEMA}"

#: The schema of a file that holds a rule of an organisation's own; it stands beside that of the map.
RULE_SCHEMA: Final = "rule.schema.json"


def first_line_of_rule(folder: str) -> str:
    """Return the first line of a rule in a folder within that of a map.

    >>> first_line_of_rule("rules")
    '# yaml-language-server: $schema=../../rule.schema.json'
    """
    up = "../" * (folder.count("/") + 2)
    return f"# yaml-language-server: $schema={up}{RULE_SCHEMA}"


def allowed(file: str) -> tuple[str, ...]:
    """Return the sections that a file may hold.

    >>> allowed("rights.yaml")
    ('rights', 'channels')
    """
    return tuple(HOME) if file == MAP_FILE else FILES[file]
