"""What holds for any maps, and for any change of them."""

import datetime as dt
import re

import pytest
from difference.conftest import changed, flow, shop
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import data_maps

from audit_lib.audit import run_audit
from audit_lib.difference.apply import apply_change
from audit_lib.difference.audits import compare_audits
from audit_lib.difference.tell import tell
from audit_lib.errors import ChangeError
from audit_lib.model.change import Change
from audit_lib.model.data_map import DataMap
from audit_lib.views.difference_markdown import difference_markdown

DAY = dt.date(2026, 11, 22)
few = settings(max_examples=12, suppress_health_check=list(HealthCheck))


def between(before, after):
    return compare_audits(run_audit(before, DAY), run_audit(after, DAY))


@few
@given(data_maps())
def test_a_map_does_not_differ_from_itself(data_map):
    found = between(data_map, data_map)
    assert not found
    assert not [*found.news, *found.contracts, *found.reviews, *found.still_said]


@few
@given(data_maps(), data_maps())
def test_the_way_back_is_the_mirror_of_the_way_there(one, other):
    there, back = between(one, other), between(other, one)
    assert set(there.gained) == set(back.lost)
    assert {f.id for f in there.found} == {f.id for f in back.gone}
    assert {(f.before.id, f.after.id) for f in there.changed} == {
        (f.after.id, f.before.id) for f in back.changed
    }
    assert sorted(there.entries.added) == sorted(back.entries.removed)
    assert {risk.title: risk.moved for risk in there.risks} == {
        risk.title: -risk.moved for risk in back.risks
    }
    assert {row.activity for row in there.rows} == {row.activity for row in back.rows}


@st.composite
def changes(draw):
    """A map and a change of it: any step that its entries allow to be written."""
    data_map = draw(data_maps())
    references = [ref for ref in data_map.by_reference if not ref.startswith("clause:")]
    hanging = draw(st.sampled_from(["refuse", "drop"]))
    some = draw(st.lists(st.sampled_from(references), min_size=1, max_size=3, unique=True))
    steps = [{"kind": "remove", "entries": some, "hanging": hanging}]
    parties = sorted(data_map.party)
    if len(parties) > 1:
        old, new = draw(st.permutations(parties))[:2]
        steps.append({"kind": "replace-party", "party": old, "by": new})
    if data_map.flows:
        steps.append({"kind": "stop-flows", "flows": [draw(st.sampled_from(sorted(data_map.flow)))]})
    if data_map.systems:
        steps.append(
            {"kind": "move-system", "system": draw(st.sampled_from(sorted(data_map.system))), "to": "US"}
        )
    chosen = draw(st.lists(st.sampled_from(steps), min_size=1, max_size=2))
    return data_map, Change.model_validate({"id": "c", "title": "C", "steps": chosen})


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(changes())
def test_a_change_gives_a_consistent_map_or_a_clear_error(planned):
    data_map, change = planned
    before = data_map.content()
    try:
        found = apply_change(data_map, change)
    except ChangeError as error:
        found, told = data_map, bool(error.faults)
    else:
        told = True
    assert told
    assert DataMap.model_validate(found.content()) == found
    assert data_map.content() == before


@few
@given(changes())
def test_whatever_a_map_says_the_comment_stays_within_its_size(planned):
    data_map, change = planned
    try:
        found = between(data_map, apply_change(data_map, change))
    except ChangeError:
        return
    text = difference_markdown(found, "T", tell(found))
    assert len(text) <= 65_000
    assert not re.search(r"(?<!\\)<script", text)


@pytest.mark.parametrize("most", [300, 2_000, 20_000])
def test_a_comment_is_cut_to_any_size(most):
    after = changed(
        {"kind": "add", "flows": [flow(f"f{n}", "shop-ltd", "press", "address") for n in range(60)]}
    )
    assert len(difference_markdown(between(shop(), after), "T", most=most)) <= most
