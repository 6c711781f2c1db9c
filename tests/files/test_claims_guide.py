"""The page on the vocabulary of claims says all that the model knows, and its copy is current."""

from pathlib import Path
from typing import get_args

import pytest

from audit_lib.errors import OutputError
from audit_lib.files.claims_guide import claims_guide, write_claims_guide
from audit_lib.model.claim import TypeOfClaim

PAGE = Path(__file__).parents[2] / "data_maps" / "CLAIMS.md"
KINDS = get_args(TypeOfClaim)


def _section(kind):
    (name,) = get_args(kind.model_fields["kind"].annotation)
    return claims_guide().partition(f"### {name}\n")[2].partition("\n##")[0]


def test_the_page_beside_the_maps_is_current():
    assert PAGE.read_text(encoding="utf-8") == claims_guide()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_is_explained_with_all_its_fields(kind):
    section = _section(kind)
    assert kind.__doc__.strip().partition("\n")[0] in section
    assert [field for field in kind.model_fields if field != "kind" and f"| `{field}` |" not in section] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_needed_is_marked(kind):
    needed = [f for f, about in kind.model_fields.items() if f != "kind" and about.is_required()]
    assert [field for field in needed if f"| `{field}` | yes |" not in _section(kind)] == []


def test_a_closed_list_gives_every_word():
    assert "`by-conduct`, `opt-in`, `opt-out`, `not-said`" in claims_guide()


def test_a_page_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write_claims_guide(tmp_path / "missing" / "CLAIMS.md")
