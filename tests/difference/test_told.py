"""Of what people must be told before a change takes effect, and of what not."""

from difference.conftest import after, between, content, entry, flow, shop

from audit_lib.model.difference import NewsKind


def news(difference, kind):
    return [each for each in difference.news if each.kind is kind]


def add(**sections):
    return {"kind": "add", **sections}


def test_nothing_is_told_of_what_only_stops():
    assert not after({"kind": "stop-flows", "flows": ["carry"]}).news


def test_a_new_recipient_is_told():
    found = after(add(flows=[flow("tell", "shop-ltd", "press", "address")]))
    assert [each.what for each in news(found, NewsKind.RECIPIENT)] == [
        "Press is a new recipient, in its own right: address."
    ]
    assert news(found, NewsKind.RECIPIENT)[0].subjects == ("buyers",)


def test_a_joint_controller_is_not_said_to_decide_alone():
    found = after(add(flows=[flow("tell", "shop-ltd", "press", "address", role="joint-controller")]))
    assert "decides together with us" in news(found, NewsKind.RECIPIENT)[0].plain


def test_a_recipient_that_the_notice_names_already_is_not_told_again():
    clauses = content()["clauses"]
    clauses[1]["claims"] = [{"kind": "sharing-permitted", "recipients": ["press"]}]
    found = after(add(flows=[flow("tell", "shop-ltd", "press", "address")]), clauses=clauses)
    assert news(found, NewsKind.RECIPIENT)[0].told_by == ("c2",)
    assert not found.must_tell


def test_a_class_that_becomes_a_particular_party_is_told():
    parties = content()["parties"]
    parties[2]["generic"] = True
    step = {"kind": "change", "entry": "party:courier", "fields": {"generic": False, "name": "Swift"}}
    found = after(step, parties=parties)
    assert [each.what for each in found.must_tell] == ["Swift is a new recipient, in its own right: address."]


def test_what_is_only_expected_is_no_news():
    assert not after(add(flows=[flow("tell", "shop-ltd", "press", "address", stance="expected")])).news


def test_what_was_expected_and_becomes_a_fact_is_news():
    hoped = [*content()["flows"], flow("tell", "shop-ltd", "press", "address", stance="expected")]
    sure = [*content()["flows"], flow("tell", "shop-ltd", "press", "address")]
    assert news(between(shop(flows=hoped), shop(flows=sure)), NewsKind.RECIPIENT)


def test_who_gets_more_than_before_is_told():
    found = after({"kind": "change", "entry": "flow:carry", "fields": {"data": ["orders"]}})
    assert news(found, NewsKind.RECIPIENT)[0].what.startswith("Courier gets more than before")


def test_anonymous_figures_are_nobodys_business():
    made = {"id": "f", "name": "Figures only", "measure": "anonymisation", "activities": ["ads"]}
    to_press = flow("report", "shop-ltd", "press", "figures", activity="ads")
    found = after(add(safeguards=[made], flows=[to_press]))
    assert not news(found, NewsKind.RECIPIENT)


def test_a_new_purpose_is_told():
    step = add(
        purposes=[entry("score", name="Score buyers")],
        activities=[
            entry("scoring", name="Scoring", function="Sales", purpose="score", controllers=["shop-ltd"],
                  subjects=["buyers"], data=["orders"])
        ],
    )  # fmt: skip
    assert news(after(step), NewsKind.PURPOSE)[0].law == "UK GDPR Art. 13(3), 14(4)"


def test_a_new_category_is_told():
    step = {"kind": "change", "entry": "activity:delivery", "fields": {"data": ["orders", "figures"]}}
    assert news(after(step), NewsKind.CATEGORY)[0].about == ("data:figures",)


def test_data_that_comes_to_serve_another_purpose_is_told():
    activities = content()["activities"]
    activities[1]["data"] = []
    step = {"kind": "change", "entry": "activity:ads", "fields": {"data": ["address"]}}
    assert news(after(step, activities=activities), NewsKind.USE)[0].about[0] == "purpose:advertise"


def test_a_new_source_is_told():
    found = after(add(flows=[flow("hear", "press", "shop-ltd", "address")]))
    assert news(found, NewsKind.SOURCE)[0].what == "Press is a new source: address."


def test_a_move_abroad_is_told_with_what_protects_the_data():
    step = {"kind": "move-system", "system": "orders-db", "to": "US", "mechanism": "UK Addendum"}
    found = news(after(step), NewsKind.TRANSFER)
    assert [each.what for each in found] == ["Data comes to go to the United States, to Host: orders."]
    assert "UK Addendum" in found[0].plain


def test_a_move_without_a_mechanism_leaves_a_gap_to_fill():
    found = news(after({"kind": "move-system", "system": "orders-db", "to": "US"}), NewsKind.TRANSFER)
    assert "[what protects it there" in found[0].plain


def test_a_change_of_basis_is_told_with_the_rights_that_go():
    step = {
        "kind": "change",
        "entry": "activity:ads",
        "fields": {"bases": [{"basis": "legitimate-interests"}]},
    }
    found = after(step)
    assert "legitimate interests instead of consent" in news(found, NewsKind.BASIS)[0].what
    assert "to withdraw consent" in news(found, NewsKind.RIGHT)[0].what


def test_longer_retention_is_told_and_shorter_is_not():
    def kept(period):
        return after({"kind": "change", "entry": "retention:two-years", "fields": {"period": period}})

    assert news(kept("P6Y"), NewsKind.RETENTION)[0].what == "Orders: kept for 6 years instead of 2 years."
    assert not kept("P1Y").news


def test_twelve_months_and_a_year_are_the_same():
    retention = content()["retention"]
    retention[0]["period"] = "P1Y"
    step = {"kind": "change", "entry": "retention:two-years", "fields": {"period": "P12M"}}
    assert not after(step, retention=retention).news


def test_a_new_controller_is_told():
    step = {"kind": "change", "entry": "activity:ads", "fields": {"controllers": ["shop-ltd", "press"]}}
    assert (
        news(after(step), NewsKind.CONTROLLER)[0].what == "Press becomes a joint controller of: advertising."
    )


def test_a_processor_that_comes_to_decide_for_itself_is_told():
    step = {"kind": "change", "entry": "flow:keep", "fields": {"role": "controller"}}
    assert news(after(step), NewsKind.ROLE)[0].about == ("flow:keep", "party:host")


def test_automated_decisions_that_begin_are_told():
    fields = {"automated_decisions": "Orders are refused by a score."}
    found = after({"kind": "change", "entry": "activity:delivery", "fields": fields})
    assert news(found, NewsKind.AUTOMATED_DECISION)


RIGHTS = {
    "channels": [entry("desk", name="Desk", kind="in-person", uses=["rights"], party="shop-ltd")],
    "rights": [entry("see", right="access", channels=["desk"]), entry("see-again", right="access")],
}


def test_a_right_that_is_offered_in_two_entries_and_stays_in_one_with_its_ways_is_as_before():
    assert not after({"kind": "remove", "entries": ["right:see-again"]}, **RIGHTS).news


def test_a_way_to_use_a_right_that_goes_is_told():
    found = news(after({"kind": "remove", "entries": ["channel:desk"]}, **RIGHTS), NewsKind.RIGHT)
    assert [each.what for each in found] == ["The right of access can no longer be used by: desk."]


def test_a_right_that_is_no_longer_offered_is_told():
    found = news(
        after({"kind": "remove", "entries": ["right:see", "right:see-again"]}, **RIGHTS), NewsKind.RIGHT
    )
    assert [each.what for each in found] == ["The right of access is no longer offered."]


def test_a_new_limit_on_a_right_is_told():
    step = {"kind": "change", "entry": "right:see", "fields": {"limits": "Once a year."}}
    assert "gets a limit: Once a year." in news(after(step, **RIGHTS), NewsKind.RIGHT)[0].what
