"""A page as a PDF for the file: tagged, with bookmarks, made without a browser and without a network."""

from __future__ import annotations

import hashlib
import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bs4 import BeautifulSoup
from bs4.element import Tag

from ..errors import OutputError
from .whole_file import write_bytes

if TYPE_CHECKING:
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

#: What to do where the packages are not there; nothing else of the workbench needs them.
MISSING: Final = (
    "A PDF needs the extra `pdf` (WeasyPrint 68 or later): "
    "install it with `pip install 'privacy-audit-workbench[pdf]'`. "
    "The page itself can be printed from any browser instead."
)

#: And where the package is there, and a library of the system is not.
UNLINKED: Final = (
    "A PDF needs the system's library Pango (on Debian and Ubuntu: libpango-1.0-0 and libpangoft2-1.0-0). "
    "The page itself can be printed from any browser instead."
)

#: What the writer has to say of properties that only screens know is no news to a reader.
logging.getLogger("weasyprint").addHandler(logging.NullHandler())
logging.getLogger("weasyprint").propagate = False
logging.getLogger("fontTools").setLevel(logging.ERROR)


def write_pdf(page_html: str | Path, path: str | Path) -> Path:
    """Write a page as a PDF that a screen reader can read (PDF/UA-1), whole or not at all; return the file.

    The style for paper holds: page numbers, repeated heads of tables, bookmarks from the headings. Nothing
    is fetched: a picture that the page does not hold itself is left out. The file bears no clock, so that the
    same page gives the same bytes.

    Parameters
    ----------
    page_html
        The page as `page_text` returns it, or the file that holds it.
    path
        The file to write (`.pdf`).

    Raises
    ------
    OutputError
        If the extra `pdf` or a library that it needs is not installed, or the file cannot be written.

    Examples
    --------
    Takes a second a report:

    >>> write_pdf(Path("reports/example/risk/risk.html"), "risk.pdf")  # doctest: +SKIP
    """
    return write_bytes(path, pdf_bytes(page_html))


def pdf_bytes(page_html: str | Path) -> bytes:
    """Return a page as the bytes of a PDF.

    Raises
    ------
    OutputError
        As `write_pdf`.

    >>> pdf_bytes("<!DOCTYPE html><html lang='en-GB'><title>A</title><h1>A</h1>")[:8]  # doctest: +SKIP
    b'%PDF-1.7'
    """
    html, fetcher = _writer()
    text = page_html.read_text(encoding="utf-8") if isinstance(page_html, Path) else page_html
    told = _for_paper(text)
    # The identifier of the file comes from its words and not from the clock.
    identifier = hashlib.sha256(told.encode("utf-8", "replace")).digest()[:16]
    made = html(string=told, url_fetcher=fetcher, media_type="print")
    found: bytes = made.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return found


def _writer() -> tuple[type[HTML], URLFetcher]:
    """Return what writes a PDF, and what fetches for it: only pictures that the page itself holds."""
    try:
        from weasyprint import HTML  # noqa: PLC0415
        from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415
    except ImportError as error:
        raise OutputError(MISSING) from error
    except OSError as error:  # the package is there, and Pango is not
        raise OutputError(UNLINKED) from error

    class OnlyHeld(URLFetcher):  # type: ignore[misc, no-any-unimported, unused-ignore]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            if not url.startswith("data:image/"):
                raise ValueError("a PDF holds only what its page holds")
            return super().fetch(url, headers)

    return HTML, OnlyHeld(allowed_protocols=("data",), allow_redirects=False)


def _for_paper(page: str) -> str:
    """Return the page as paper needs it: pictures described in whole, and what is folded left out."""
    images: list[str] = []

    def held(found: re.Match[str]) -> str:
        images.append(found[1])
        return f'src="held:{len(images) - 1}"'

    soup = BeautifulSoup(re.sub(r'src="(data:[^"]*)"', held, page), "html.parser")
    for figure in soup.find_all("figure"):
        image, told = figure.find("img"), figure.select(".described li")
        if isinstance(image, Tag) and told:
            image["alt"] = " ".join(item.get_text() for item in told)
    for fold in soup.select(".described, .rests, .skip"):
        fold.decompose()
    for fold in soup.select("details:not([open])"):  # as a browser prints it: what is folded stays so
        for part in fold.find_all(recursive=False):
            if part.name != "summary":
                part.decompose()
    there = {str(part["id"]) for part in soup.find_all(id=True)}
    for link in soup.select('a[href^="#"]'):
        if str(link["href"])[1:] not in there:
            link.unwrap()
    return re.sub(r'src="held:(\d+)"', lambda found: f'src="{images[int(found[1])]}"', soup.decode())
