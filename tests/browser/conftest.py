"""A browser without a network, and JupyterLab as `privacy-audit open` starts it in a fresh clone.

The browser is the Chromium of the system; Playwright's own is not needed. Where screenshots are wanted, name
a folder in PRIVACY_AUDIT_SCREENSHOTS; without it they stand in pytest's own folder.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from lab_process import PATIENCE, opened

ROOT = Path(__file__).parents[2]

#: No name of a host is looked up, and nothing is asked that no page asks for.
ALONE = [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


class Watched(NamedTuple):
    """A page, everything it has asked for, and everything about it that nobody should ever see."""

    page: object
    asked: list[str]
    complaints: list[str]
    screenshots: Path

    def picture(self, name):
        self.page.screenshot(path=self.screenshots / f"{name}.png")


@contextmanager
def watched(browser, own, screenshots) -> Iterator[Watched]:
    """Open a page that may ask for what is its own; all else is refused, and fails the test."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, service_workers="block")
    context.set_default_timeout(PATIENCE * 1000)
    seen = Watched(context.new_page(), [], [], screenshots)

    def foreign(address):
        return not address.startswith((own, own.replace("http://", "ws://", 1), "data:", "blob:"))

    def refuse(route):
        seen.complaints.append(f"asks for {route.request.url}")
        route.abort()

    def socket(made):
        if foreign(made.url):
            seen.complaints.append(f"asks for {made.url}")

    def answered(response):
        if response.status >= 400:
            seen.complaints.append(f"{response.status} for {response.url}")

    def said(message):
        if message.type == "error":
            seen.complaints.append(f"console: {message.text}")

    context.route(foreign, refuse)
    context.on("request", lambda request: seen.asked.append(request.url))
    context.on("response", answered)
    seen.page.on("websocket", socket)
    seen.page.on("console", said)
    seen.page.on("pageerror", lambda error: seen.complaints.append(f"error: {error}"))
    try:
        yield seen
    finally:
        context.close()
    assert seen.complaints == []


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory):
    named = os.environ.get("PRIVACY_AUDIT_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def chromium():
    """Start the browser for the tests of one file: Playwright runs once at a time, and others use it too."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        pytest.skip("no Chromium is installed to open pages with")
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=found, args=ALONE)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def clone(tmp_path_factory):
    """What is committed, as somebody gets it who clones it now: nobody has trusted its notebooks."""
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    command = ["git", "clone", "--quiet", str(ROOT), str(folder)]
    cloned = subprocess.run(command, capture_output=True, text=True, check=False)
    if cloned.returncode:
        pytest.skip(f"what is here cannot be cloned: {cloned.stderr.strip()}")
    return folder


@pytest.fixture(scope="session")
def lab(clone):
    with opened(clone) as running:
        yield running


@pytest.fixture
def lab_page(chromium, lab, screenshots):
    with watched(chromium, f"{lab.origin}/", screenshots) as seen:
        yield seen


@pytest.fixture
def page_of_file(chromium, screenshots):
    """Return what opens a file in the browser, which may then ask for nothing but this file."""
    return lambda path: watched(chromium, path.as_uri(), screenshots)
