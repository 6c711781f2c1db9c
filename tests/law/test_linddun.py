"""The seven kinds of threat."""

from audit_lib.law.authority import Authority
from audit_lib.law.linddun import AUTHORITY, THREATS, Threat, named_source


def test_there_are_seven_and_their_initials_spell_the_method():
    assert "".join(threat.value[0] for threat in Threat).upper() == "LINDDUN"
    assert set(THREATS) == set(Threat)


def test_they_are_no_law():
    assert AUTHORITY is Authority.GUIDANCE


def test_a_rule_cites_the_paper():
    for threat in Threat:
        assert named_source(threat).startswith(f"LINDDUN: {threat.value} ")
        assert "10.1007/s00766-010-0115-7" in named_source(threat)


def test_each_says_what_happens_and_what_keeps_it_off():
    assert all(meaning.happens and meaning.kept_off_by for meaning in THREATS.values())
