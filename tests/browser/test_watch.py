"""The watch over a page: what must fail a test does fail it."""

import pytest

ASKING = {
    "picture of another machine": '<img src="https://elsewhere.example/dot.png">',
    "style of another machine": '<link rel="stylesheet" href="https://elsewhere.example/page.css">',
    "program of another machine": '<script src="https://elsewhere.example/count.js"></script>',
    "port of this machine": '<img src="http://127.0.0.1:9/dot.png">',
    "message to another machine": "<script>navigator.sendBeacon('https://elsewhere.example/')</script>",
    "line to another machine": "<script>new WebSocket('wss://elsewhere.example/')</script>",
    "file of this machine": '<iframe src="other.html"></iframe>',
    "error": "<script>throw new Error('broken')</script>",
    "complaint": "<script>console.error('broken')</script>",
}


def look_at(markup, page_of_file, folder):
    (folder / "other.html").write_text("<p>other</p>")
    page = folder / "page.html"
    page.write_text(f"<!doctype html><title>page</title>{markup}<p>text</p>")
    with page_of_file(page) as seen:
        seen.page.goto(page.as_uri())
        seen.page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("markup", ASKING.values(), ids=ASKING)
def test_a_page_that_asks_or_complains_fails(markup, page_of_file, tmp_path):
    with pytest.raises(AssertionError):
        look_at(markup, page_of_file, tmp_path)


def test_a_page_that_holds_all_it_shows_does_not(page_of_file, tmp_path):
    look_at('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', page_of_file, tmp_path)
