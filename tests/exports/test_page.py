"""The page of a report: complete without a network, without code, readable, and harmless."""

import base64
import io
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from matplotlib.figure import Figure
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from audit_lib.errors import OutputError
from audit_lib.exports.harmless import harmless
from audit_lib.exports.page import page_text, write_page
from audit_lib.exports.page_shell import contents

PNG = base64.b64encode(
    bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")
    + bytes.fromhex("0000000a49444154789c6300010000050001")
    + bytes.fromhex("0d0a2db40000000049454e44ae426082")
).decode()


def report(*cells):
    return new_notebook(cells=[new_markdown_cell("# Record of processing"), *cells])


def shown(data, **metadata):
    return new_code_cell("make()", outputs=[new_output("display_data", data, metadata=metadata)])


def rich_report():
    return report(
        new_code_cell("map = 'secret-setting'", metadata={"tags": ["parameters"]}),
        new_code_cell("map = 'injected-setting'", metadata={"tags": ["injected-parameters"]}),
        new_markdown_cell("## Who gets what\n\nRead [the law](https://www.example.org/law)."),
        shown(
            {"text/html": "<table><thead><tr><th>Party</th></tr></thead><tr><td>A &amp; B</td></tr></table>"}
        ),
        new_markdown_cell("## Where it goes"),
        shown(
            {"image/png": PNG, "text/plain": "<Figure>"},
            **{"image/png": {"alt": 'Lines "to" B', "width": 300}},
        ),
        shown({"application/javascript": "alert(1)", "text/plain": "script"}),
        new_code_cell("noisy()", outputs=[new_output("stream", name="stderr", text="a warning")]),
        new_code_cell("talk()", outputs=[new_output("stream", name="stdout", text="12 \x1b[31mrows <b>")]),
    )


class Elements(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def all(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


def test_a_page_runs_nothing_and_loads_nothing():
    page = page_text(rich_report())
    elements = Elements(page)
    for tag in ("script", "link", "iframe", "object", "embed", "form", "base", "video", "audio", "svg"):
        assert not elements.all(tag), tag
    assert all(image["src"].startswith("data:image/") for image in elements.all("img"))
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search(r"\bimport\(", page)
    assert not [name for _, given in elements.found for name in given if name.startswith("on")]


def test_a_page_forbids_what_it_does_not_need():
    policy = next(m["content"] for m in Elements(page_text(rich_report())).all("meta") if "http-equiv" in m)
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert "img-src data:" in policy


def test_the_only_other_hosts_are_those_of_links_in_the_text():
    page = page_text(rich_report())
    hosts = set(re.findall(r"""https?://[^"'<>\s)]+""", page))
    assert hosts == {"https://www.example.org/law"}


def test_code_and_parameters_are_not_shown():
    page = page_text(rich_report())
    for code in ("make()", "secret-setting", "injected-setting", "In [", "Out["):
        assert code not in page


def test_cells_for_the_notebook_alone_are_left_out():
    hint = new_markdown_cell("Change the line below.", metadata={"tags": ["notebook-only"]})
    assert "Change the line" not in page_text(report(hint))


def test_warnings_are_not_shown_and_printed_text_is_shown_as_text():
    page = page_text(rich_report())
    assert "a warning" not in page
    assert "12 rows &lt;b&gt;" in page


def test_the_first_heading_is_the_title_and_stands_once():
    page = page_text(rich_report())
    assert "<title>Record of processing</title>" in page
    assert page.count("<h1") == 1


def test_a_given_title_wins_and_is_escaped():
    assert "<title>A &lt;b&gt; C</title>" in page_text(rich_report(), title="A <b> C")


def test_the_cover_shows_its_facts():
    page = page_text(rich_report(), facts=[("As of", "3 March 2026"), ("Map", "<i>x</i>")])
    assert "<dt>As of</dt><dd>3 March 2026</dd>" in page
    assert "&lt;i&gt;x&lt;/i&gt;" in page


def test_the_table_of_contents_leads_to_the_headings():
    elements = Elements(page_text(rich_report()))
    anchors = {a["href"][1:] for a in elements.all("a") if a.get("href", "").startswith("#")}
    headings = {heading["id"] for heading in elements.all("h2") if "id" in heading}
    assert {"who-gets-what", "where-it-goes"} == headings
    assert headings <= anchors


def test_headings_with_the_same_words_have_different_anchors():
    found = contents("<h2>Flows</h2><h2>Flows</h2><h2>Flows</h2>")
    assert len({heading.anchor for heading in found.headings}) == 3


def test_a_picture_has_its_description_and_its_width():
    image = Elements(page_text(rich_report())).all("img")[0]
    assert image["alt"] == 'Lines "to" B'
    assert "300px" in image["style"]


def test_a_picture_that_says_how_fine_it_is_keeps_its_size():
    """150 dots an inch, 300 dots wide: 2 inches, 192 CSS pixels."""
    figure = Figure(figsize=(2, 1))
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=150)
    page = page_text(report(shown({"image/png": base64.b64encode(drawn.getvalue()).decode()})))
    assert "192px" in Elements(page).all("img")[0]["style"]


def test_the_language_is_british_english():
    assert Elements(page_text(rich_report())).all("html") == [{"lang": "en-GB"}]


def test_tables_keep_their_inline_style():
    cell = '<td style="background:#fde; padding:4px 8px; text-align:right">1</td>'
    table = f"<table><tbody><tr>{cell}</tr></tbody></table>"
    style = Elements(page_text(report(shown({"text/html": table})))).all("td")[0]["style"]
    assert "background:#fde" in style.replace(" ", "")
    assert "padding:4px8px" in style.replace(" ", "")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src='https://evil.example/pixel'>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='data:text/html,<script>1</script>'>x</a>",
        "<svg onload=alert(1)><use href='https://evil.example/x'/></svg>",
        "<iframe src='https://evil.example'></iframe>",
        "<form action='https://evil.example'><input name=x></form>",
        "<div style='background:url(https://evil.example/x)'>x</div>",
        "<div style='background:\\75rl(https://evil.example/x)'>x</div>",
        "<link rel=stylesheet href='https://evil.example'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<base href='https://evil.example'><object data='https://evil.example'></object>",
        "<table><script>alert(1)</script></table><noscript><img src=x></noscript>",
    ],
)
@pytest.mark.parametrize("kind", ["text/html", "text/markdown"])
def test_hostile_output_runs_and_loads_nothing(kind, hostile):
    page = page_text(report(shown({kind: hostile})))
    elements = Elements(page)
    allowed = {"img": "data:image/", "a": "#"}
    for tag, attributes in elements.found:
        assert tag not in {
            "script",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "link",
            "base",
            "svg",
            "use",
        }
        assert not [name for name in attributes if name.startswith("on")]
        assert "url(" not in attributes.get("style", "")
        assert "\\" not in attributes.get("style", "")
        for name in ("src", "href"):
            if attributes.get(name):
                assert attributes[name].startswith(allowed[tag])


def test_text_survives_the_cleaning():
    assert (
        harmless("<p>=cmd|' /C calc'!A0 &amp; שלום &lt;b&gt;</p>")
        == "<p>=cmd|' /C calc'!A0 &amp; שלום &lt;b&gt;</p>"
    )


def test_the_notebook_is_not_changed():
    notebook = rich_report()
    before = nbformat.writes(notebook)
    page_text(notebook)
    assert nbformat.writes(notebook) == before


def test_the_same_notebook_gives_the_same_page():
    assert page_text(rich_report()) == page_text(rich_report())


def test_a_page_is_written_from_a_file(tmp_path):
    nbformat.write(rich_report(), tmp_path / "r.ipynb")
    page = write_page(tmp_path / "r.ipynb", tmp_path / "r.html")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_page_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(OutputError):
        write_page(rich_report(), tmp_path / "absent" / "r.html")
    assert list(tmp_path.iterdir()) == []


CONTRAST_OF_TEXT = 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("ink", "paper"), ("soft", "paper"), ("soft", "ground"), ("accent", "paper"), ("bad", "bad-ground")],
)
def test_text_stands_out_from_its_ground(scheme, ink, ground):
    """WCAG 2.2, success criterion 1.4.3 (AA)."""
    style = (Path(page_text.__code__.co_filename).parent / "templates/offline/page.css").read_text(
        encoding="utf-8"
    )
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", blocks[scheme]))
    light, dark = sorted([luminance(colours[ink]), luminance(colours[ground])], reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= CONTRAST_OF_TEXT


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.slow
def test_a_browser_shows_the_page_without_a_complaint(tmp_path):
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        pytest.skip("no Chromium is installed to look at the page with")
    page = write_page(rich_report(), tmp_path / "r.html")
    quiet = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
    ]
    quiet += ["--disable-component-update", "--disable-sync", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run(
        [browser, *quiet, "--enable-logging=stderr", "--dump-dom", page.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert "Who gets what" in done.stdout
    assert "CONSOLE" not in done.stderr
