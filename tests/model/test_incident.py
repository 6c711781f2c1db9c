"""How grave a breach is, in the words of the method."""

from audit_lib.model.incident import Level


def test_levels_are_ranked_and_read_out():
    assert [level.rank for level in Level] == [1, 2, 3, 4]
    assert Level.VERY_HIGH.words == "very high"
