"""What the README tells a reader to type works as it stands there."""

import re
import shlex
from pathlib import Path

import pytest

from audit_lib.cli import main

ROOT = Path(__file__).parents[1]


def typed_under(heading):
    """The commands of the first block beneath a heading, without what is said behind them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(rf"^## {heading}\n\n((?: {{4}}.*\n)+)", text, re.MULTILINE)[1]
    return [shlex.split(line, comments=True) for line in block.splitlines()]


@pytest.mark.slow
def test_a_made_up_year_is_compared_and_one_observation_explained(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data_maps").symlink_to(ROOT / "data_maps")
    for program, *arguments in typed_under("Compare with evidence"):
        assert program == "privacy-audit"
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        answer = capsys.readouterr()
        assert ended.value.code in {0, 1}, answer.err
