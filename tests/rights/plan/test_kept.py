"""What stays in spite of a request."""

from plan_map import activity, basis, changed, plan


def grounds(found):
    return [(one.provision, one.certain) for one in found.kept]


def test_a_named_duty_keeps_what_it_needs():
    [duty] = [one for one in plan("erasure").kept if one.activity == "check"]
    assert duty.certain
    assert duty.law == "A Rent Act"
    assert duty.data == ("passport",)
    assert duty.provision == "UK GDPR Art. 17(3)(b)"


def test_a_duty_without_a_law_or_without_certainty_is_asked():
    for bases in ([basis("legal-obligation")], [basis("legal-obligation", law="An Act", stance="expected")]):
        unsure = activity("check", "checking", ["passport"], bases=bases)
        found = plan("erasure", data_map=changed(activities=lambda a, one=unsure: [a[0], one, *a[2:]]))
        [duty] = [one for one in found.kept if one.activity == "check"]
        assert not duty.certain


def test_a_period_is_no_ground_by_itself():
    [period] = [one for one in plan("erasure").kept if one.retention == "keep-let"]
    assert not period.certain
    assert period.period == "6 years, from: The end of the tenancy"


def test_a_legal_claim_is_asked_and_never_asserted():
    assert ("UK GDPR Art. 17(3)(e)", False) in grounds(plan("erasure"))


def test_what_was_done_is_itself_kept():
    assert ("UK GDPR Art. 5(2), 17(3)(b)", True) in grounds(plan("erasure"))


def test_a_restriction_goes_on_storing_and_keeps_its_entry():
    said = " ".join(one.says for one in plan("restriction").kept)
    assert "Storage of all of it goes on" in said
    assert "The restriction entry" in said


def test_an_objection_keeps_an_entry_where_there_is_marketing():
    assert len(plan("objection").kept) == 1
    without = changed(activities=lambda a: [one for one in a if one["id"] != "post-news"])
    assert plan("objection", data_map=without).kept == ()


def test_an_access_keeps_nothing_to_speak_of():
    assert plan("access").kept == ()
