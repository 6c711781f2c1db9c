"""A page and its run: counts on top, findings linked to what they rest on, and the evidence linked back."""

import datetime as dt
import json

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from audit_lib.audit import run_audit
from audit_lib.errors import ParameterError
from audit_lib.exports.page import page_text
from audit_lib.exports.page_told import Told, ToldFinding, evidence_of, told_of
from audit_lib.files.read_map import read_map
from audit_lib.views.decision_tables import actions_table
from audit_lib.views.table import tabulate
from audit_lib.views.tables import findings_table

MAP = """\
map: {id: shop, title: Shop, jurisdiction: GB, controller: shop, version: 1}
parties:
  - {id: buyers, name: Buyers, kind: individuals, stance: recorded}
  - {id: shop, name: "The <b>Shop</b>", kind: organisation, country: GB, stance: recorded}
  - {id: carrier, name: Carrier, kind: organisation, country: US, stance: recorded}
data:
  - {id: address, name: Address, stance: recorded}
purposes:
  - {id: deliver, name: Deliver, stance: recorded}
activities:
  - id: delivery
    name: Delivery
    function: Sales
    purpose: deliver
    controllers: [shop]
    subjects: [buyers]
    data: [address]
    stance: recorded
flows:
  - {id: order, from: buyers, to: shop, activity: delivery, data: [address], subjects: [buyers],
     role: controller, stance: recorded}
  - {id: parcel, from: shop, to: carrier, activity: delivery, data: [address], subjects: [buyers],
     role: processor, stance: recorded}
"""


@pytest.fixture
def shop(tmp_path):
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "map.yaml").write_text(MAP, encoding="utf-8")
    return read_map(tmp_path / "shop")


@pytest.fixture
def audit(shop):
    return run_audit(shop, dt.date(2026, 11, 22))


@pytest.fixture
def folder(audit, tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "findings.json").write_text(json.dumps(audit.as_json()), encoding="utf-8")
    return tmp_path / "run"


def shown(*tables):
    outputs = [new_output("display_data", {"text/html": table._repr_html_()}) for table in tables]
    words = new_markdown_cell("# Risks\n\nWhat was found.")
    return new_notebook(cells=[words, new_markdown_cell("## Findings"), new_code_cell("x", outputs=outputs)])


def page_of(notebook, told):
    return BeautifulSoup(page_text(notebook, told=told), "html.parser")


def targets(page):
    return {tag["id"] for tag in page.find_all(id=True)}


def test_the_counts_stand_before_everything_but_the_first_words(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    first, second = page.main.find_all("section", recursive=False)[:2]
    assert first.get_text(strip=True) == "What was found."
    said = [item.get_text(" ", strip=True) for item in second.select(".tiles li")]
    counts = audit.counts
    assert said[:3] == [f"{counts[severity]} {severity}" for severity in ("high", "medium", "low")]


def test_each_count_leads_to_the_first_finding_that_it_counts(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    for severity in {finding.severity.value for finding in audit.findings}:
        link = page.select_one(f".tiles .{severity} a")
        row = page.find(id=link["href"][1:])
        assert row.td.get_text(" ").split()[0] == severity


def test_each_finding_can_be_linked_to_by_its_id(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    assert {finding.id for finding in audit.findings} <= targets(page)
    for finding in audit.findings:
        assert finding.title in page.find(id=finding.id).get_text()


def test_each_finding_leads_to_every_entry_that_it_rests_on_and_each_entry_leads_back(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    for finding in audit.findings:
        hrefs = {link["href"] for link in page.find(id=finding.id).find_all("a")}
        for reference in finding.about:
            at = f"entry-{reference.replace(':', '-')}"
            assert f"#{at}" in hrefs
            assert f"#{finding.id}" in {link["href"] for link in page.find(id=at).find_all("a")}


def test_every_link_within_the_page_leads_somewhere(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    hrefs = {link["href"][1:] for link in page.find_all("a", href=True) if link["href"].startswith("#")}
    assert len(hrefs) > 5
    assert hrefs <= targets(page)


def test_an_entry_says_where_it_stands_in_the_map(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    at = shop.place("flow:parcel")
    assert f"map.yaml:{at.line}" in page.find(id="entry-flow-parcel").get_text()


def test_a_finding_on_the_whole_map_leads_to_its_head(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    whole = next(finding for finding in audit.findings if finding.about == ("map:shop",))
    assert page.find(id=whole.id).find("a", href="#entry-map-shop")
    assert "controller The <b>Shop</b>; version 1" in page.find(id="entry-map-shop").get_text()


def test_a_finding_on_a_source_of_the_evidence_leads_to_it(shop):
    finding = ToldFinding("words-0123abcd", "Words", "low", "open", ("source:log",), ())
    row = "<table><tbody><tr><td>Words</td><td>evidence.yaml\nwords-0123abcd</td></tr></tbody></table>"
    notebook = new_notebook(
        cells=[new_code_cell("x", outputs=[new_output("display_data", {"text/html": row})])]
    )
    page = page_of(notebook, Told((finding,), evidence=evidence_of([finding], shop)))
    assert page.find(id="words-0123abcd").find("a", href="#entry-source-log")
    assert "log source log" in page.find(id="entry-source-log").get_text(" ", strip=True)


def test_nothing_of_the_map_becomes_markup(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    assert "The <b>Shop</b>" in page.find(id="entry-flow-parcel").get_text()


def test_a_finding_leads_to_the_rows_of_the_logs_that_show_it_and_they_lead_back():
    findings = "<tr><td>high</td><td>Sent abroad (for example log:17)</td><td>late-0123abcd</td></tr>"
    rows = "<tr><td>Carrier</td><td>log:17</td></tr><tr><td>Shop</td><td>log:18</td></tr>"
    table = "<table><thead><tr><th>A</th></tr></thead><tbody>{}</tbody></table>"
    outputs = [new_output("display_data", {"text/html": table.format(each)}) for each in (findings, rows)]
    page = page_of(new_notebook(cells=[new_code_cell("x", outputs=outputs)]), None)
    assert page.find(id="late-0123abcd").a["href"] == "#row-log-17"
    assert page.find(id="row-log-17").a["href"] == "#late-0123abcd"
    assert not page.find(id="row-log-18").find("a")


def test_whatever_names_a_finding_leads_to_it(audit, shop, folder):
    one = audit.findings[0]
    other = tabulate("Decisions", ("Finding", "Who"), [(one.id, "The officer"), ("none-00000000x", "Nobody")])
    page = page_of(shown(other, findings_table(audit.findings)), told_of(folder, shop))
    assert page.table.select_one("tbody a")["href"] == f"#{one.id}"


def test_what_is_new_and_what_is_closed_is_counted(audit, shop, folder):
    said = audit.as_json()
    gone = {**said["findings"][0], "id": "gone-00000000", "rule": "gone"}
    earlier = {**said, "findings": [*said["findings"][1:], gone]}
    (folder / "earlier.json").write_text(json.dumps(earlier), encoding="utf-8")
    told = told_of(folder, shop)
    assert told.new == {audit.findings[0].id}
    assert told.closed == 1
    page = page_of(shown(findings_table(audit.findings)), told)
    tiles = {item.get_text(" ", strip=True): item for item in page.select(".tiles li")}
    assert tiles["1 new"].a["href"] == f"#{audit.findings[0].id}"
    assert not tiles["1 closed"].a
    assert "against the map as it was, as of 22 November 2026" in page.select_one(".summary").get_text()


def test_a_finding_that_is_gone_leads_to_what_it_rested_on(audit, shop, folder):
    """It stands on a page of changes, whose map of today knows its entries still."""
    gone, *still = audit.findings
    (folder / "findings.json").write_text(
        json.dumps(audit.model_copy(update={"findings": tuple(still)}).as_json()), encoding="utf-8"
    )
    (folder / "earlier.json").write_text(json.dumps(audit.as_json()), encoding="utf-8")
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    at = f"entry-{gone.about[0].replace(':', '-')}"
    assert page.find(id=gone.id).find("a", href=f"#{at}")
    assert f"{gone.title} (closed)" in page.find(id=at).get_text(" ", strip=True)
    tiles = {item.get_text(" ", strip=True): item for item in page.select(".tiles li")}
    assert tiles["1 closed"].a["href"] == f"#{gone.id}"


def test_a_finding_that_has_come_to_be_about_other_entries_is_neither_new_nor_closed(audit, shop, folder):
    said = audit.as_json()
    wider = {
        **said["findings"][0],
        "id": "wider-00000000",
        "about": ["flow:left", *said["findings"][0]["about"]],
    }
    earlier = {**said, "findings": [wider, *said["findings"][1:]]}
    (folder / "earlier.json").write_text(json.dumps(earlier), encoding="utf-8")
    told = told_of(folder, shop)
    assert (told.new, told.closed, told.gone) == (frozenset(), 0, ())


def test_without_an_earlier_run_nothing_is_said_to_be_new(audit, shop, folder):
    page = page_of(shown(findings_table(audit.findings)), told_of(folder, shop))
    assert " new" not in page.select_one(".tiles").get_text(" ")
    assert "New and closed" not in page.get_text()


def test_what_could_not_be_judged_is_counted_and_listed_with_its_reason():
    told = Told(skipped=(("rule <x>", "the map states no period"),))
    page = page_of(shown(tabulate("T", ("A",), [("a",)])), told)
    link = next(item.a for item in page.select(".tiles li") if "could not be judged" in item.get_text())
    assert page.find(id=link["href"][1:]).get_text(" ", strip=True) == "rule <x> the map states no period"


def test_a_page_that_lists_no_finding_counts_them_and_lists_no_evidence(audit, shop, folder):
    page = page_of(shown(tabulate("T", ("A",), [("a",)])), told_of(folder, shop))
    assert page.select_one(".tiles .high b").get_text() == str(audit.counts["high"])
    assert not page.select_one(".tiles .high a")
    assert "What the findings rest on" not in page.get_text()


def test_the_evidence_is_that_of_the_findings_on_the_page(audit, shop, folder):
    first = audit.findings[:1]
    page = page_of(shown(actions_table(first)), told_of(folder, shop))
    section = page.find("h2", string="What the findings rest on").parent
    linked = {link["href"] for link in section.find_all("a")}
    assert linked == {f"#{first[0].id}"}


@pytest.mark.parametrize("table", [findings_table, actions_table])
def test_a_row_leads_to_the_entries_of_its_own_finding_alone(table, audit, shop, folder):
    page = page_of(shown(table(audit.findings)), told_of(folder, shop))
    listed = [finding for finding in audit.findings if page.find(id=finding.id)]
    assert len(listed) >= 8
    for finding in listed:
        hrefs = {link["href"] for link in page.find(id=finding.id).find_all("a")}
        assert hrefs == {f"#entry-{one.replace(':', '-')}" for one in finding.about}


def test_a_finding_of_a_document_is_known_by_the_line_that_tells_its_law(audit, shop, folder):
    one, other = audit.findings[:2]
    rows = [("1", f"{one.title}\n{one.id}; UK GDPR Art. 30", "x"), ("2", f"see {other.id}; Art. 5", "y")]
    page = page_of(shown(tabulate("Risks", ("No", "Risk", "How"), rows)), told_of(folder, shop))
    assert page.find(id=one.id).find("a", href=f"#entry-{one.about[0].replace(':', '-')}")
    assert not page.find(id=other.id)


def test_an_accepted_finding_is_counted_as_accepted_and_not_as_open():
    told = Told((ToldFinding("a-0", "A", "high", "accepted", (), ()),))
    said = (
        page_of(shown(tabulate("T", ("A",), [("a",)])), told).select_one(".tiles").get_text(" ", strip=True)
    )
    assert said.startswith("0 high")
    assert "1 accepted" in said


def test_the_figures_of_a_run_without_findings_are_shown(shop, tmp_path):
    (tmp_path / "figures.json").write_text('{"requests_overdue": 2, "something_else": 7}', encoding="utf-8")
    told = told_of(tmp_path, shop)
    assert told.figures["something_else"] == 7
    said = (
        page_of(shown(tabulate("T", ("A",), [("a",)])), told).select_one(".tiles").get_text(" ", strip=True)
    )
    assert said == "2 overdue requests"


@pytest.mark.parametrize("text", ["{", "[]", '{"a": "1"}', '{"a": true}', '{"a": null}'])
def test_figures_that_are_none_are_refused_with_the_name_of_the_file(text, shop, tmp_path):
    (tmp_path / "figures.json").write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError, match=r"figures\.json"):
        told_of(tmp_path, shop)


def test_a_run_that_left_nothing_has_no_summary(shop, tmp_path):
    assert told_of(tmp_path, shop) is None
    assert "In short" not in page_text(shown(tabulate("T", ("A",), [("a",)])), told=None)
