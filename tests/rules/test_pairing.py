"""Which findings of two runs are one."""

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.model.progress import Known
from audit_lib.rules.pairing import known_again, paired


def told(name, *about, rule="gap"):
    return Known(id=name, rule=rule, title="Gap", severity="low", about=about)


def ids(before, after):
    return {(one.id, other.id) for one, other in paired(before, after)}


def test_a_cause_that_comes_to_be_about_other_entries_is_one():
    assert ids([told("a", "flow:x", "flow:y")], [told("b", "flow:y", "flow:z")]) == {("a", "b")}


def test_what_shares_most_of_what_it_is_about_is_paired_first():
    wide = told("b", *(f"flow:{name}" for name in "uvwxyz"))
    assert ids([told("a", "flow:x", "flow:y")], [wide, told("c", "flow:x")]) == {("a", "c")}


def test_findings_of_two_rules_or_about_nothing_in_common_are_never_one():
    before = [told("a", "flow:x")]
    assert not ids(before, [told("b", "flow:x", rule="leak"), told("c", "flow:y"), told("d")])


def test_one_id_is_one_finding_whatever_it_is_about_and_what_is_left_is_paired():
    before = [told("a", "flow:x"), told("b", "flow:y"), told("c", "flow:z")]
    after = [told("a", "flow:y"), told("d", "flow:y")]
    assert known_again(before, after) == {"a": "a", "b": "d"}


FINDINGS = st.lists(
    st.builds(
        lambda name, rule, about: told(name, *about, rule=rule),
        st.text("abcdef", min_size=1, max_size=3),
        st.sampled_from(["gap", "leak"]),
        st.lists(st.sampled_from(["flow:x", "flow:y", "flow:z"]), unique=True),
    ),
    unique_by=lambda one: one.id,
)


@given(FINDINGS, FINDINGS, st.randoms())
def test_each_is_paired_at_most_once_and_in_whatever_order_they_come(before, after, chance):
    before = [one.model_copy(update={"id": f"{one.id}-then"}) for one in before]
    found = list(paired(before, after))
    assert len({one.id for one, _ in found}) == len({other.id for _, other in found}) == len(found)
    shuffled = [chance.sample(each, len(each)) for each in (before, after)]
    assert ids(*shuffled) == {(one.id, other.id) for one, other in found}
