"""What a browser's HAR file says about requests to third parties and cookies, and nothing more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from ...model.evidence_source import Column
from .rows import Row

#: How many bytes a HAR file may have; it is held in memory.
MOST_BYTES: Final = 300_000_000
#: The columns of a HAR file, which need not be stated.
HAR_COLUMNS: Final = (Column.ID, Column.AT, Column.RECIPIENT, Column.DATA)

#: Names under which a country's registry lets others register: "example.co.uk" is one site.
_REGISTRIES: Final = frozenset(
    {"ac", "co", "com", "edu", "gov", "ltd", "me", "net", "nhs", "org", "plc", "police", "sch"}
)
_LONGEST_NAME: Final = 100


class BadHar(Exception):  # noqa: N818 - never leaves the intake
    """A file that is not a HAR file, and why."""


def har_rows(path: Path) -> Iterator[Row]:
    """Yield a row for each request to another site than the page's, and for each cookie that is set.

    The cells are id, at, recipient (the host) and data ("request", or "cookie:" and its name). Paths, queries
    and values of cookies are not read: they hold personal data. Two hosts are of one site if they share the
    name that was registered, as far as that can be told from the name alone. The page's own host is that of
    its first request. The line of a row is the number of the entry.

    Raises
    ------
    BadHar
        When the file is not a HAR file.

    >>> import tempfile
    >>> entry = {"startedDateTime": "2026-03-01T14:05Z", "request": {"url": "https://a.example/?q=1"}}
    >>> entry["response"] = {"cookies": [{"name": "session", "value": "secret"}]}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "scan.har"
    ...     _ = path.write_text(json.dumps({"log": {"entries": [entry]}}))
    ...     [row.cells for row in har_rows(path)]
    [('scan:1.1', '2026-03-01T14:05Z', 'a.example', 'cookie:session')]
    """
    entries = _entries(path)
    own: dict[str, str] = {}
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or (host := _host(entry)) is None:
            yield Row(number, "", None, "it is not a request with an address")
            continue
        if not host:
            continue
        site = own.setdefault(str(entry.get("pageref", "")), _site(host))
        at = entry.get("startedDateTime")
        moment = at if isinstance(at, str) else None
        call = f"{path.stem}:{number}"
        if _site(host) != site:
            yield Row(number, "", (call, moment, host, "request"))
        for place, cookie in enumerate(_cookies(entry), 1):
            yield Row(number, "", (f"{call}.{place}", moment, host, f"cookie:{cookie}"))


def _entries(path: Path) -> list[Any]:
    if path.stat().st_size > MOST_BYTES:
        raise BadHar(f"It has more than {MOST_BYTES // 1_000_000} MB: record fewer pages in one file.")
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as failure:
        raise BadHar("It is not JSON, or it is cut off.") from failure
    log = found.get("log") if isinstance(found, dict) else None
    entries = log.get("entries") if isinstance(log, dict) else None
    if not isinstance(entries, list):
        raise BadHar("It is not a HAR file: it has no log.entries.")
    return entries


def _host(entry: dict[str, Any]) -> str | None:
    """Return the host of a request, nothing for one that stays in the browser, None for no request."""
    request = entry.get("request")
    address = request.get("url") if isinstance(request, dict) else None
    if not isinstance(address, str):
        return None
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", "ws", "wss"}:
        return ""
    return host[:253] or None


def _site(host: str) -> str:
    """Return the name that was registered, as in "example.co.uk"."""
    labels = host.split(".")
    if host.replace(".", "").isdigit() or ":" in host:
        return host
    second = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _REGISTRIES
    return ".".join(labels[-3 if second else -2 :])


def _cookies(entry: dict[str, Any]) -> Iterator[str]:
    response = entry.get("response")
    if not isinstance(response, dict):
        return
    stated = response.get("cookies")
    names = [cookie.get("name") for cookie in stated or () if isinstance(cookie, dict)]
    if not names:
        names = list(_set_by_headers(response.get("headers")))
    for name in names:
        if isinstance(name, str) and name.strip():
            yield "".join(letter for letter in name.strip()[:_LONGEST_NAME] if letter.isprintable())


def _set_by_headers(headers: Any) -> Iterator[str]:
    for header in headers if isinstance(headers, list) else ():
        if isinstance(header, dict) and str(header.get("name", "")).lower() == "set-cookie":
            for line in str(header.get("value", "")).splitlines():
                yield line.partition("=")[0]
