"""The page that explains every rule to whoever has to answer a finding, and how to write one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..model.theme import Theme
from ..rules.catalogue import CATALOGUE
from ..rules.rule import Rule
from .own_rules_guide import own_rules_guide
from .whole_file import write_text

_HEAD: Final = """\
# What the rules look for

`privacy-audit check` judges a map by these rules, and by those of the organisation's own. Each is a file in
`audit_lib/rules`, with cases on which it speaks and cases on which it is silent in `tests/rules/cases`;
`privacy-audit rules show RULE` prints one. *Severity* is how much a finding matters if it is true,
*confidence* how sure it is: `certain` when the map itself shows it, `likely` when a person should look, `ask`
when it is a question that the map cannot answer.

This page is made from the rules themselves (`make pages`); a test keeps it current.
"""


def rules_guide() -> str:
    """Return the page, in Markdown: a table of contents, every rule under its theme, and how to write one.

    >>> [line for line in rules_guide().splitlines() if line.startswith("## ")][:2]
    ['## Contents', '## Transparency']
    """
    by_theme = {theme: [rule for rule in CATALOGUE if rule.theme is theme] for theme in Theme}
    filled = {theme: rules for theme, rules in by_theme.items() if rules}
    themes = (line for theme, rules in filled.items() for line in _theme(theme, rules))
    return "\n".join([_HEAD, *_contents(filled), *themes, own_rules_guide()])


def write_rules_guide(path: str | Path) -> Path:
    """Write the page to a file, and return it; an older one is replaced whole.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_rules_guide(Path(folder) / "RULES.md").name
    'RULES.md'
    """
    return write_text(path, rules_guide())


def _contents(by_theme: dict[Theme, list[Rule]]) -> Iterator[str]:
    yield from ("## Contents", "", "| theme | rules | |", "|---|---|---|")
    for theme, rules in by_theme.items():
        links = ", ".join(f"[{rule.id}](#{rule.id})" for rule in rules)
        yield f"| [{_called(theme)}](#{_anchor(theme)}) | {len(rules)} | {links} |"
    yield "| [Rules of your own](#rules-of-your-own) | | |"
    yield ""


def _theme(theme: Theme, rules: list[Rule]) -> Iterator[str]:
    yield from (f"## {_called(theme)}", "")
    for rule in rules:
        since = f" The rule is applied from {rule.in_force.isoformat()}." if rule.in_force else ""
        needs = " It needs the clauses of a notice." if rule.needs_notice else ""
        yield from (
            f"### {rule.id}",
            "",
            f"**{rule.title}.** {rule.looks_for}{needs}",
            "",
            f"- *Severity, confidence:* {rule.severity.value}, {rule.confidence.value}",
            f"- *Why it matters:* {rule.why}",
            f"- *Law:* {'; '.join(rule.law)}.{since}",
            f"- *What to do:* {rule.remedy}",
            f"- *When it is a false alarm:* {rule.false_alarms}",
            "",
        )


def _called(theme: Theme) -> str:
    return "The map itself" if theme is Theme.MAP else theme.value.replace("-", " ").capitalize()


def _anchor(theme: Theme) -> str:
    return _called(theme).lower().replace(" ", "-")
