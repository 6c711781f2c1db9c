"""Each house rule of notebooks: what keeps it, and what does not."""

from __future__ import annotations

import base64
import struct

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from audit_lib.reporting.notebook_rules.catalogue import RULES
from audit_lib.views.picture import MIME

IMAGE = "image/png"


def code(source):
    """Put code into the last cell."""
    return lambda node: node.cells[3].update(source=source)


def declares(many):
    """Declare so many parameters."""
    source = "\n".join(f"p{number} = {number}" for number in range(many))
    return lambda node: node.cells[1].update(source=source)


def text(source):
    """Put text into the second cell of text."""
    return lambda node: node.cells[2].update(source=source)


def shows(**data):
    """Have the last cell show something; __ stands for the stroke in the name of a type."""
    held = {name.replace("__", "/"): value for name, value in data.items()}
    return lambda node: node.cells[3].update(outputs=[new_output("display_data", held)])


def prints(said, name="stdout"):
    return lambda node: node.cells[3].update(outputs=[new_output("stream", name=name, text=said)])


def untagged(node):
    node.cells[1].metadata.tags = []


def tagged_twice(node):
    node.cells[3].metadata.tags = ["parameters"]


def many_cells(node):
    for at in range(12):
        node.cells.append(new_code_cell("1", execution_count=at + 3))


def without_words(node):
    node.cells[3].outputs[0].metadata = {}


def no_png(node):
    node.cells[3].outputs[0].data[IMAGE] = "Rm9ybQ=="


def huge_picture(node):
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000)
    node.cells[3].outputs[0].data[IMAGE] = base64.b64encode(head).decode()


def folded(node):
    node.cells[1].metadata["jupyter"] = {"source_hidden": True}


def much_behind(node):
    node.cells[3].outputs[0].data[MIME] = {"values": "x" * 200_000}


def behind_nothing(node):
    node.cells[3].outputs = [new_output("display_data", {"text/plain": "x", MIME: {}})]


def failed(node):
    node.cells[3].outputs = [new_output("error", ename="KeyError", evalue="x", traceback=[])]


def run_later(node):
    node.cells[3].execution_count = 7


def never_run(node):
    node.cells[3].execution_count = None


def other_kernel(node):
    node.metadata.kernelspec.name = "ir"


def timed(node):
    node.cells[3].metadata.execution = {"iopub.execute_input": "2026-11-22T10:00:00Z"}


def by_papermill(node):
    node.metadata.papermill = {"duration": 3}


def versioned(node):
    node.metadata.language_info.version = "3.12.1"


def same_ids(node):
    node.cells[2].id = node.cells[0].id


def old_format(node):
    node.nbformat_minor = 4
    for cell in node.cells:
        del cell["id"]


def second_title(node):
    node.cells.append(new_markdown_cell("# Another"))


def no_title(node):
    node.cells[0].source = "Who gets what"


def long_file(node):
    node.cells += [new_markdown_cell("word " * 100_000) for _ in range(5)]


TABLE = "<table><tr><th>Unit</th><th>Surname</th></tr><tr><td>12</td><td>Okafor</td></tr></table>"

BROKEN = [
    (untagged, "parameters-first", "No cell is tagged"),
    (tagged_twice, "parameters-first", "Tagged are: 2, 4."),
    (lambda node: node.cells[1].update(source="top = len('x')"), "parameters-first", ""),
    (folded, "open-parameters", "folded"),
    (many_cells, "few-cells", "14 code cells"),
    (code("\n".join("x = 1" for _ in range(9))), "short-cells", "9 lines"),
    (declares(13), "short-cells", "13 lines"),
    (code("x = '" + "a" * 4_000 + "'"), "short-cells", "letters"),
    (code("%matplotlib inline"), "plain-python", "magic"),
    (code("!rm x"), "plain-python", "shell"),
    (code("x ="), "plain-python", "not valid Python"),
    (code("x = " + "(" * 300 + ")" * 300), "plain-python", "not valid Python"),
    (code("def f(): pass"), "no-definitions", "`f`"),
    (code("class C: pass"), "no-definitions", "`C`"),
    (code("f = lambda: 1"), "no-definitions", "lambda"),
    (code("import requests"), "listed-imports", "requests"),
    (code("import os"), "listed-imports", "`import os`"),
    (code("from os import system"), "listed-imports", "system"),
    (code("from audit_lib import read_mapp"), "listed-imports", 'Did you mean "read_map"?'),
    (code("from audit_lib.files import read_map"), "listed-imports", "audit_lib.files"),
    (code("__import__('socket')"), "listed-imports", "__import__"),
    (code("x = 'https://example.org/map.yaml'"), "no-network", "address"),
    (no_title, "one-title", "does not begin"),
    (second_title, "one-title", "second title"),
    (text("#### Deep"), "one-title", "level 4 follows one of level 1"),
    (text("## A\n\n[x](gone.ipynb)"), "links", "gone.ipynb leads to nothing"),
    (text("## A\n\n[x](#no-such-heading)"), "links", "no heading"),
    (text("## A\n\n[x](/etc/passwd)"), "links", "one machine"),
    (text("## A\n\n[x](file:///etc/passwd)"), "links", "one machine"),
    (text("## A\n\n![x](https://example.org/pixel.png)"), "links", "loaded from elsewhere"),
    (text("## A\n\n<img src=x>"), "links", "loads or runs"),
    (shows(**{"image/svg+xml": "<svg/>"}), "shown-untrusted", "image/svg+xml"),
    (shows(**{"application/javascript": "x()"}), "shown-untrusted", "application/javascript"),
    (shows(text__html="<script>x()</script>"), "shown-untrusted", "<script>"),
    (shows(text__html="<b onclick='x()'>a</b>"), "shown-untrusted", "onclick"),
    (shows(text__html="<img src='https://example.org/p.png'>"), "shown-untrusted", "loaded from elsewhere"),
    (shows(text__html="<p style='background:url(x)'>a</p>"), "shown-untrusted", "style"),
    (shows(text__html="<a href='javascript:x()'>a</a>"), "shown-untrusted", "no page"),
    (behind_nothing, "shown-untrusted", "without the picture"),
    (failed, "no-errors", "KeyError"),
    (prints("careful", name="stderr"), "no-errors", "standard error"),
    (prints("x" * 1_100_000), "small-outputs", "1,100,000 bytes"),
    (much_behind, "small-outputs", MIME),
    (without_words, "whole-pictures", "no words"),
    (no_png, "whole-pictures", "no PNG"),
    (huge_picture, "whole-pictures", "60,000 x 60,000"),
    (prints("jo.okafor@mail.co.uk"), "nobody-named", "an e-mail address (jo"),
    (prints("Call 0117 496 1234 or 07911 123456"), "nobody-named", "a telephone number"),
    (prints("NI: AB 12 34 56 C"), "nobody-named", "National Insurance"),
    (prints("Date of birth: 3 May 1988"), "nobody-named", "date of birth"),
    (prints("Mrs Ada Okafor"), "nobody-named", "the name of a person"),
    (prints("Ada Okafor, tenancy no. T-00412"), "nobody-named", "beside an identifier"),
    (text("## A\n\njo.okafor@mail.co.uk"), "nobody-named", "The text looks"),
    (shows(text__html=TABLE), "nobody-named", 'column "Surname"'),
    (run_later, "run-in-order", "run as number 7"),
    (never_run, "run-in-order", "was not run"),
    (other_kernel, "clean-metadata", "ir"),
    (timed, "clean-metadata", "execution"),
    (by_papermill, "clean-metadata", "papermill"),
    (versioned, "clean-metadata", "language_info.version"),
    (same_ids, "stable-ids", "stands 2 times"),
    (old_format, "stable-ids", "format 4.4"),
    (long_file, "small-file", "bytes"),
]

KEPT = [
    code("from os import environ\nfrom datetime import date\nread_map(map)"),
    declares(12),
    text("## A\n\n[x](#a), [the law](https://www.legislation.gov.uk) and [a map](map/map.yaml)"),
    shows(text__html="<p>Read <a href='https://ico.org.uk'>this</a>: data:image, https://ico.org.uk</p>"),
    prints("privacy@kiosk.co.uk, 020 7123 4567"),  # its map states them of an organisation
    prints("jo@example.org, 07700 900123, QQ 12 34 56 C, 0303 123 1113"),  # nobody can have them
    prints("Date of birth, Surname, flow 0207, SHA-256 01632960d41e4d02, Data Protection Act 2018"),
    prints("The tribunal of 12 May 2024, [2022] EWCA Civ 1000, s. 174(3), GBP 07 1234"),
]


def test_a_clean_notebook_keeps_every_rule(notebook, faults):
    assert faults(notebook) == ()


@pytest.mark.parametrize(("break_it", "rule", "said"), BROKEN)
def test_what_is_against_a_rule_is_told_with_its_cell(notebook, faults, break_it, rule, said):
    break_it(notebook)
    found = [fault for fault in faults(notebook) if fault.rule.id == rule]
    assert found
    assert said in found[0].message
    assert str(found[0]).endswith(f"{found[0].rule.remedy} [{rule}]")


def test_other_code_may_be_folded(notebook, faults):
    notebook.cells[3].metadata["jupyter"] = {"source_hidden": True}
    assert faults(notebook) == ()


@pytest.mark.parametrize("change", KEPT)
def test_what_looks_like_a_fault_and_is_none_is_not_told(notebook, faults, change):
    change(notebook)
    assert faults(notebook) == ()


def test_every_rule_has_a_case_against_it():
    assert {rule.id for rule in RULES} == {rule for _, rule, _ in BROKEN} | {"report-parameters"}


def test_every_rule_says_what_it_asks_for_why_and_what_to_do():
    for rule in RULES:
        assert rule.title[0].isupper()
        assert rule.why.endswith(".")
        assert rule.remedy.endswith(".")


def test_a_report_takes_a_map_a_day_and_a_folder(notebook, faults):
    notebook.cells[1].source = 'map = "map"'
    assert "report-parameters" not in {fault.rule.id for fault in faults(notebook)}
    found = [fault for fault in faults(notebook, "reports") if fault.rule.id == "report-parameters"]
    assert found[0].message == "A report takes as_of, out as well."


def test_all_faults_are_told_at_once(notebook, faults):
    for break_it in (untagged, second_title, timed, failed):
        break_it(notebook)
    assert {fault.rule.id for fault in faults(notebook)} >= {
        "parameters-first",
        "one-title",
        "clean-metadata",
        "no-errors",
    }


def test_what_papermill_puts_in_before_a_run_is_no_cell_of_the_notebook(notebook, faults):
    given = new_code_cell("map = 'map'", metadata={"tags": ["injected-parameters"]}, execution_count=2)
    notebook.cells.insert(2, given)
    notebook.cells[4].execution_count = 3
    assert faults(notebook) == ()


def test_no_personal_data_is_repeated_in_what_is_told(notebook, faults):
    prints("Mrs Ada Okafor, jo.okafor@mail.co.uk, AB 12 34 56 C")(notebook)
    told = " ".join(str(fault) for fault in faults(notebook))
    assert "Okafor" not in told
    assert "okafor" not in told
    assert "12 34 56" not in told
