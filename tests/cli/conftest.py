"""The command line as a user meets it: arguments in; exit status and two streams out."""

from typing import NamedTuple

import pytest

from audit_lib.cli import main

MAP = """\
map: {id: kiosk, title: Kiosk, jurisdiction: UK, controller: kiosk-ltd, version: "3"}
parties:
  - {id: kiosk-ltd, name: Kiosk Ltd, kind: organisation, stance: recorded}
  - {id: guests, name: Guests, kind: individuals, stance: recorded}
  - {id: printer, name: "Printer [bold]x[/]", kind: organisation, stance: recorded}
data:
  - {id: identity, name: Identity, stance: recorded}
  - {id: passport, name: Passport, parent: identity, sensitivity: high-risk, stance: recorded}
purposes:
  - {id: badge, name: Make a badge, stance: recorded}
activities:
  - id: badges
    name: Badges
    function: Front desk
    purpose: badge
    controllers: [kiosk-ltd]
    subjects: [guests]
    data: [identity]
    stance: recorded
flows:
  - {id: hand-in, from: guests, to: kiosk-ltd, activity: badges, data: [identity], subjects: [guests],
     role: controller, stance: recorded}
  - {id: send-out, from: kiosk-ltd, to: printer, activity: badges, data: [passport], subjects: [guests],
     role: processor, stance: recorded}
"""


class Answer(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def kiosk(tmp_path, monkeypatch):
    """A small map in the folder `kiosk`, seen from the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "map.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path / "kiosk"


@pytest.fixture
def run(capsys, monkeypatch):
    def call(*arguments: str) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capsys.readouterr()
        return Answer(int(ended.value.code or 0), out, err)

    return call
