"""What a breach can be said to be, and what contradicts itself."""

import pytest
from incident_maps import AWARE
from pydantic import ValidationError

from audit_lib.model.circumstances import Adjustment, Circumstances


def test_a_party_or_a_system_is_hit():
    assert Circumstances(party="cloud", aware=AWARE).hit == "party:cloud"
    assert Circumstances(system="platform", aware=AWARE).hit == "system:platform"


@pytest.mark.parametrize("hit", [{}, {"party": "cloud", "system": "platform"}])
def test_neither_and_both_are_refused(hit):
    with pytest.raises(ValidationError, match="the party or the system"):
        Circumstances(aware=AWARE, **hit)


def test_what_is_not_said_is_not_known():
    known = Circumstances(party="cloud", aware=AWARE)
    said = {known.confidentiality, known.integrity, known.availability, known.malicious, known.encrypted}
    assert {each.value for each in said} == {"not-stated"}


@pytest.mark.parametrize(
    ("factor", "by"), [("public", 1), ("invalid", 2), ("people", -1), ("volume", -1), ("nature", 0)]
)
def test_a_factor_moves_the_context_its_own_way_only(factor, by):
    with pytest.raises(ValidationError):
        Adjustment(factor=factor, by=by, reason="Because.")


def test_a_factor_needs_a_reason():
    with pytest.raises(ValidationError):
        Adjustment(factor="public", by=-1, reason=" ")


def test_a_factor_is_given_once():
    twice = [{"factor": "public", "by": -1, "reason": "Printed."}] * 2
    with pytest.raises(ValidationError, match="once"):
        Circumstances(party="cloud", aware=AWARE, adjustments=twice)
