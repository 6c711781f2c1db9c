"""A small map on disk to break in one place at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from audit_lib.errors import MapError
from audit_lib.files.read_map import read_map

HEAD = "map: {id: demo, title: Demo, jurisdiction: UK, controller: kite}\n"
PARTIES = """\
parties:
  - {id: kite, name: Kite Homes, kind: organisation, stance: recorded}
  - {id: tenants, name: Tenants, kind: individuals, stance: recorded}
"""
REST = """\
data:
  - {id: identity, name: Who somebody is, stance: recorded}
purposes:
  - {id: letting, name: Letting homes, stance: recorded}
activities:
  - id: tenancy
    name: Tenancies
    function: Lettings
    purpose: letting
    controllers: [kite]
    subjects: [tenants]
    data: [identity]
    stance: recorded
"""
FLOWS = """\
# yaml-language-server: $schema=../map.schema.json
flows:
  - id: application
    stance: recorded
    from: tenants
    to: kite
    activity: tenancy
    data: [identity]
    subjects: [tenants]
    role: controller
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the small map stands, called by its relative name."""
    monkeypatch.chdir(tmp_path)
    made = Path("demo")
    made.mkdir()
    (made / "map.yaml").write_text(HEAD + REST, encoding="utf-8")
    (made / "parties.yaml").write_text(PARTIES, encoding="utf-8")
    (made / "flows.yaml").write_text(FLOWS, encoding="utf-8")
    return made


@pytest.fixture
def faults() -> Callable[[object], list[str]]:
    """What is said of a folder that is no map."""

    def told(folder) -> list[str]:
        with pytest.raises(MapError) as caught:
            read_map(folder)
        return [str(fault) for fault in caught.value.faults]

    return told


@pytest.fixture
def change() -> Callable[[Path, str, str], None]:
    """Put other words into a file, once."""

    def put(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return put
