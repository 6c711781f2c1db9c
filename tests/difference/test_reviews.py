"""Which assessments a change calls for."""

from difference.conftest import after, content, flow

from audit_lib.model.difference import ReviewKind

TELL = {"kind": "add", "flows": [flow("tell", "shop-ltd", "press", "address", activity="ads")]}


def kinds(difference):
    return [(review.kind, review.activity) for review in difference.reviews]


def with_ads(**fields):
    activities = content()["activities"]
    activities[1].update(fields)
    return activities


def test_what_only_stops_calls_for_none():
    assert not after({"kind": "stop-flows", "flows": ["carry"]}).reviews


def test_an_activity_without_an_assessment_is_screened():
    assert kinds(after(TELL)) == [(ReviewKind.DPIA_SCREENING, "ads")]


def test_an_assessment_that_was_made_is_looked_at_again():
    found = after(TELL, activities=with_ads(dpia={"progress": "Signed in 2025"}))
    assert kinds(found) == [(ReviewKind.DPIA, "ads")]


def test_legitimate_interests_are_weighed_again():
    found = after(TELL, activities=with_ads(bases=[{"basis": "legitimate-interests", "stance": "recorded"}]))
    assert (ReviewKind.LIA, "ads") in kinds(found)


def test_the_reason_is_said():
    assert after(TELL).reviews[0].why == "Press gets address"


def test_a_system_that_moves_abroad_calls_for_a_look():
    found = after({"kind": "move-system", "system": "orders-db", "to": "US"})
    assert kinds(found) == [(ReviewKind.DPIA_SCREENING, "delivery")]


def test_a_measure_alone_calls_for_none():
    step = {"kind": "add", "safeguards": [{"id": "s", "name": "Backups", "measure": "backup"}]}
    assert not after(step).reviews
