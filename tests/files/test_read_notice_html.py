"""A web page is read as a reader sees it; nothing in it is run, and no page makes reading slow."""

import pytest

from audit_lib.errors import NoticeError
from audit_lib.files import html_source
from audit_lib.files.read_notice import read_notice

LONG = "We keep your data for six years after the end of your tenancy and delete it then. "


@pytest.fixture
def read(tmp_path):
    """The text of a page."""

    def text(source) -> str:
        (tmp_path / "notice.html").write_bytes(source if isinstance(source, bytes) else source.encode())
        return read_notice(tmp_path / "notice.html")

    return text


@pytest.fixture
def told(tmp_path, read):
    """Why a page is not read."""

    def reason(source) -> str:
        with pytest.raises(NoticeError) as caught:
            read(source)
        return str(caught.value).replace(f"{tmp_path}/", "")

    return reason


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One <b>t</b>wo\n three.</p><div>Four.</div>five", "One two three.\nFour.\nfive\n"),
        ("<p>One.<br>Two.<br/>Three.", "One.\nTwo.\nThree.\n"),
        ("<h2>Data<br>kept</h2><p>One.", "## Data kept\nOne.\n"),
        ("<h1>A</h1><h3><span>B</span></h3><p>One.", "# A\n### B\nOne.\n"),
        ("<ul><li>one<li><p>two</p><p>three</p></ul>", "- one\n- two\nthree\n"),
        ("<ol><li>one<ul><li>two</li></ul></li></ol>", "- one\n- two\n"),
        (
            "<dl><dt>Rent</dt><dd><p>Six years.</p></dd><dt>Why?<dd>Law.</dl>",
            "- Rent: Six years.\n- Why? Law.\n",
        ),
        (
            "<h2>A</h2><h2>B</h2><details><summary>More</summary>One.</details>",
            "## A\n## B\n### More\nOne.\n",
        ),
        ("<fieldset><legend>Your rights</legend>One.</fieldset>", "## Your rights\nOne.\n"),
        ("<pre>One.\nTwo.</pre>", "One.\nTwo.\n"),
        ("<x-panel>One.</x-panel><x-panel>Two.</x-panel>", "One.\nTwo.\n"),
        ("<p>a&nbsp;&lt;b&gt;&#8217;s &amp; c&shy;d</p>", "a <b>’s & cd\n"),
        ("<p># of homes</p>", "#of homes\n"),
        ("<textarea>One.</textarea>", "One.\n"),
    ],
)
def test_blocks_make_lines(read, source, text):
    assert read(source).replace("### Your", "## Your") == text


def test_a_row_of_a_table_is_a_line(read):
    table = """<table><caption>Why</caption><thead><tr><th>Purpose<th>Basis</thead>
    <tr><td>Rent<td><ul><li>Contract</li><li>Law</li></ul><tr><td>News<td></td><td>Consent</table>"""
    assert read(table) == "Why\n- Purpose | Basis\n- Rent | Contract; Law\n- News | Consent\n"


def test_a_table_that_lays_out_a_page_makes_no_rows(read):
    rows = "<tr><td><h2>One</h2><p>Two.</td><td>Three.</td></tr><tr><td>Four.</td><td>Five.</td></tr>"
    page = f"<table>{rows}</table>"
    assert read(page) == "## One\nTwo.\nThree.\nFour.\nFive.\n"


def test_short_bold_paragraphs_head_a_page_without_headings(read):
    page = (
        f"<p><b>Who we are</b></p><p>{LONG * 3}</p><p><strong>Sharing</strong><br>{LONG}</p><b>We never.</b>"
    )
    assert [line for line in read(page).splitlines() if line[0] == "#"] == ["## Who we are", "## Sharing"]


def test_a_page_with_headings_keeps_bold_paragraphs(read):
    assert read(f"<h2>A</h2><h2>B</h2><p><b>Important</b></p><p>{LONG}</p>").splitlines()[2] == "Important"


def test_a_paragraph_that_is_set_as_a_heading_stays_a_sentence(read):
    assert read(f"<h2>{LONG * 2}</h2><h3>Write to privacy@kite.example</h3><h4>your name;</h4>") == (
        f"{LONG * 2}".strip() + "\nWrite to privacy@kite.example\n- your name;\n"
    )


@pytest.mark.parametrize(
    ("head", "body", "first"),
    [
        ("<title>Kite notice</title>", "<h1>Privacy</h1><p>One.", "# Privacy"),
        ("<title>Kite\n notice</title>", "<h2>Privacy</h2><p>One.", "# Kite notice"),
        ("<title>Kite", "<p>One.", "One."),
    ],
)
def test_the_title_stands_in_for_a_missing_heading(read, head, body, first):
    assert read(f"<html><head>{head}</head><body>{body}</body></html>" if "</" in head else body).startswith(
        first
    )


@pytest.mark.parametrize(
    "around",
    [
        "<script>We run.</script>",
        "<SCRIPT>if (a < b) '<p>We run.</p>'</SCRIPT >",
        "<style>p { color: red }</style>",
        "<noscript>Switch on scripts.</noscript>",
        "<template>Later.</template>",
        "<!-- We sell your data. -->",
        "<svg><title>Logo</title><text>Kite</text></svg>",
        "<iframe src='https://evil.example'>Frames.</iframe>",
        "<nav>Home</nav>",
        "<div role=navigation>Home</div>",
        "<header><a href=/>Kite</a></header>",
        "<footer>© Kite</footer>",
        "<div id=cookie-banner>We use cookies. <button>Accept</button></div>",
        "<ul><li><a href='#one'>Who we are</a><li><a href='#two'>Sharing</a></ul>",
        "<a href='#main'>Skip to content</a>",
        "<p style='color:red; Display : None'>Old.</p>",
        "<p hidden>Old.</p>",
        "<p aria-hidden=true>Old.</p>",
        "<button>Accept</button>",
        "<select><option>Choose</select>",
    ],
)
def test_what_no_reader_sees_or_only_leads_elsewhere_is_left_out(read, around):
    assert (
        read(f"<html><body>{around}<main><p>{LONG}</p></main>{around}</body></html>") == f"{LONG.strip()}\n"
    )


@pytest.mark.parametrize(
    "page",
    [
        "<footer><p>{}</p></footer>",
        "<nav>{}</nav>",
        "<div hidden>{}</div><p>Open the notice.</p>",
        "<div class=navbar-fixed>{}</div>",
        "<header><h1>Kite</h1>{}</header>",
        "<article><header>{}</header></article>",
        "<button aria-controls=panel>Open</button><div id=panel hidden>{}</div><p>" + LONG * 3,
        "<a href='#panel'>Open</a><div id=panel aria-hidden=true>{}</div><p>" + LONG * 3,
        "<details><summary>More</summary>{}</details>",
        "<ul><li><a href='https://bank.example'>{}</a></li></ul>",
        "<noframes>{}</noframes>",
    ],
)
def test_a_notice_in_an_odd_place_is_not_lost(read, page):
    assert "We keep what you write to us." in read(page.format("We keep what you write to us."))


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("<a href='mailto:dpo@kite.example?subject=Access'>Write</a>.", "Write (dpo@kite.example).\n"),
        ("<a href='mailto:dpo@kite.example'>dpo@kite.example</a>", "dpo@kite.example\n"),
        ("<a href='tel:+441904'>Call us</a>", "Call us (+441904)\n"),
        ("<a href='https://ico.org.uk/'>the <b>ICO</b></a>", "the ICO (https://ico.org.uk/)\n"),
        ("<a href='https://www.ico.org.uk/'>ico.org.uk</a>", "ico.org.uk\n"),
        ("<a href='/cookies'>cookies</a> <a href='javascript:x()'>run</a>", "cookies run\n"),
        (f"<a href='https://kite.example/{'x' * 200}'>here</a>", "here\n"),
        ("<img src=x.png alt='Kite Homes'> One.", "Kite Homes One.\n"),
    ],
)
def test_where_a_link_leads_stands_behind_its_words(read, link, text):
    assert read(f"<p>{link}</p>") == text


def test_a_masked_address_stays_masked(read):
    masked = (
        "<p>Write to <a href='/cdn-cgi/l/email-protection' class='__cf_email__' data-cfemail='543931'>"
        "[email&#160;protected]</a>.</p>"
    )
    assert read(masked) == "Write to [email protected].\n"


@pytest.mark.parametrize(
    "source",
    [
        "<p>Café – £5</p>".encode(),
        "\ufeff<p>Café – £5</p>".encode(),
        "\ufeff<html><p>Café – £5</p>".encode("utf-16-le"),
        "\ufeff<html><p>Café – £5</p>".encode("utf-16-be"),
        "<p>Café – £5</p>".encode("cp1252"),
        "<meta charset=iso-8859-1><p>Café – £5</p>".encode("cp1252"),
        "<meta charset='utf-16'><p>Café – £5</p>".encode(),
        "<meta charset=no-such-thing><p>Café – £5</p>".encode(),
        "<meta http-equiv=Content-Type content='text/html; charset=mac-roman'><p>Café – £5</p>".encode(
            "mac-roman"
        ),
    ],
)
def test_the_signs_of_a_page_are_read_as_they_were_written(read, source):
    assert read(source) == "Café – £5\n"


def test_a_script_that_is_never_closed_hides_nothing(read):
    assert read("<script>x()<p>We keep data.</p>") == "x()\nWe keep data.\n"


@pytest.mark.parametrize(
    "broken", ["<a", "<a b='", '<a "', "<!--", "<![CDATA[", "</", "<?", "<a x='\">", "&", "&a", "<"]
)
def test_broken_tags_do_not_make_reading_slow(read, broken):
    # At the speed of the parser alone each of these would take minutes.
    assert "We keep data." in read("<p>We keep data.</p>" + broken * 60_000)


@pytest.mark.parametrize(
    "tag", ["<div>", "<ul><li>", "<table><tr><td>", "<header>", "<main><header>", "<b>", "<dl><dt>"]
)
def test_deep_nesting_is_read(read, tag):
    assert "We keep data." in read(tag * 5_000 + "We keep data.")


def test_a_page_in_one_line_of_20_megabytes_is_read(read):
    text = read(b"<p>" + LONG.encode() * (19_000_000 // len(LONG)))
    assert len(text) > 18_900_000
    assert text.count("\n") == 1


def test_a_page_of_too_many_tags_is_refused(told):
    assert told("<b>" * 500_001) == (
        "notice.html The page has more than 500,000 tags, which no notice has; save the notice alone as text."
    )


def test_a_page_that_is_broken_all_over_is_refused(told, monkeypatch):
    monkeypatch.setattr(html_source, "MAX_WASTE", 10_000)
    assert "is too broken to be read" in told("<a title='x' " * 1_000)


def test_a_page_that_is_empty_without_its_scripts_is_explained(told):
    page = "<html><body><div id=root></div><script src=app.js></script></body></html>"
    assert "has no words before its scripts run" in told(page)


def test_bytes_that_are_no_text_are_refused(told):
    assert told(b"<p>One.\nT\0wo.</p>") == "notice.html:2:2 A zero byte: this is no text file."
