"""A notice in Markdown gives its headings, paragraphs, items and rows, a line each."""

import pytest

from audit_lib.errors import NoticeError
from audit_lib.files.read_notice import read_notice


@pytest.fixture
def read(tmp_path):
    """The text of a notice in Markdown."""

    def text(source: str) -> str:
        (tmp_path / "notice.md").write_text(source, encoding="utf-8")
        return read_notice(tmp_path / "notice.md")

    return text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One\ntwo.\n\nThree.", "One two.\nThree.\n"),
        ("One.  \nTwo.\\\nThree.", "One.\nTwo.\nThree.\n"),
        ("Privacy\n=======\n\nSharing\n---\n\nOne.", "# Privacy\n## Sharing\nOne.\n"),
        ("### A *b* `c` ###\n\nOne.", "### A b c\nOne.\n"),
        ("* one\n* two\n\n  more\n    1. three", "- one\n- two\nmore\n- three\n"),
        ("> One.\n>\n> - two", "One.\n- two\n"),
        ("```\nOne.\nTwo.\n```", "One.\nTwo.\n"),
        (
            "|A|B|\n|-|-|\n|One.<br>Two|[c](https://c.example)|",
            "- A | B\n- One. Two | c (https://c.example)\n",
        ),
        (
            "[us](mailto:a@kite.example), <a@kite.example>, [all](/x)",
            "us (a@kite.example), a@kite.example, all\n",
        ),
        ("![Kite *Homes*](x.png) &amp; ~~not~~", "Kite Homes & not\n"),
        ("One.\n\n---\n\n***\n\nTwo.", "One.\nTwo.\n"),
        (
            "**Who we are**\n\n" + "We keep data. " * 9,
            "## Who we are\n" + ("We keep data. " * 9).strip() + "\n",
        ),
        (
            "1. **Sharing**\n\nWe share data with banks and others.",
            "## Sharing\nWe share data with banks and others.\n",
        ),
    ],
)
def test_markdown_makes_lines(read, source, text):
    assert read(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<div class=x>\n<p>One.</p>\n<script>We run.</script></div>\n\nTwo.", "One.\nTwo.\n"),
        ("<details>\n<summary>More</summary>\n\nOne <b>two</b>.\n\n</details>", "## More\nOne two.\n"),
        ("<!-- old -->\n\nOne.<br>Two.", "One.\nTwo.\n"),
        ("<h2>Sharing</h2>\n\nOne.", "## Sharing\nOne.\n"),
    ],
)
def test_html_in_it_is_read_as_html(read, source, text):
    assert read(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("---\ntitle: 'Kite: notice'\ndate: 2026-01-01\n---\nOne.", "# Kite: notice\nOne.\n"),
        ('+++\ntitle = "Kite notice"\n+++\n## A\nOne.', "# Kite notice\n## A\nOne.\n"),
        ("---\ntitle: Kite\n---\n# Privacy\nOne.", "# Privacy\nOne.\n"),
        ("---\nlayout: page\n---\nOne.", "One.\n"),
        ("---\n\nOne.", "One.\n"),
    ],
)
def test_settings_before_the_text_are_left_out_but_for_the_title(read, source, text):
    assert read(source) == text


def test_lists_within_lists_are_read_to_the_last(read):
    deep = "".join(f"{'  ' * at}- level {at}\n" for at in range(45))
    assert read(deep) == "".join(f"- level {at}\n" for at in range(45))


@pytest.mark.parametrize(
    "mark", ["*a ", "**a", "`a``", "_a__", "<http://a ", "&a", "\\", "> ", "- ", "(", "~~"]
)
def test_marks_without_end_do_not_make_reading_slow(read, mark):
    # Were the time to grow with the square of the length, each would take minutes.
    assert read("We keep data.\n\n" + mark * 20_000).startswith("We keep data.\n")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("[" * 3_001, "notice.md A paragraph has more than 3,000 square brackets, which no notice has."),
        (
            "a\n" * 200_001,
            "notice.md Markdown is read up to 1,500,000 signs and 200,000 lines; save it as plain text.",
        ),
        ("One.\nT\0wo.", "notice.md:2:2 A zero byte: this is no text file."),
        ("<!-- nothing -->", "notice.md The file is empty: it holds no word."),
    ],
)
def test_what_is_not_read_is_explained(tmp_path, read, source, told):
    with pytest.raises(NoticeError) as caught:
        read(source)
    assert str(caught.value).replace(f"{tmp_path}/", "") == told
