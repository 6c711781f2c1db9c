"""The pages of the reports, as whoever is sent one opens it from a folder: complete, and asking nobody."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

EXAMPLE = Path(__file__).parents[2] / "reports" / "example"
PAGES = sorted(EXAMPLE.rglob("*.html"))

every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)

#: Pictures that cannot be decoded, and references within the page to what is not there.
MISSING = """async () => {
    const missing = [];
    for (const picture of document.images)
        await picture.decode().catch(() => missing.push(`picture: ${picture.alt}`));
    for (const link of document.querySelectorAll('a[href^="#"], use[href^="#"]'))
        if (!document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1))))
            missing.push(`anchor: ${link.getAttribute('href')}`);
    return missing;
}"""


@every_page
def test_it_is_complete_and_asks_for_nothing_but_itself(path, page_of_file):
    with page_of_file(path) as seen:
        seen.page.goto(path.as_uri())
        seen.picture(f"page-{path.stem}")
        assert seen.page.evaluate(MISSING) == []
        assert {address for address in seen.asked if not address.startswith("data:")} == {path.as_uri()}


@every_page
def test_what_it_links_to_beside_it_is_there(path, page_of_file):
    with page_of_file(path) as seen:
        seen.page.goto(path.as_uri())
        links = [link.get_attribute("href") for link in seen.page.locator("a[href]").all()]
    beside = [unquote(urlsplit(link).path) for link in links if not urlsplit(link).scheme]
    assert [name for name in beside if name and not (path.parent / name).is_file()] == []


def test_the_example_has_pages():
    assert len(PAGES) >= 9
