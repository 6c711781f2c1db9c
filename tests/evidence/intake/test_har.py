"""A browser's HAR file: hosts and names of cookies, and nothing else."""

from __future__ import annotations

import json

import pytest

from audit_lib.errors import InputError

AT = "2026-03-01T14:05:06.000Z"
MOMENT = 1_772_373_906_000_000


def entry(url: str, *cookies: str, at: str | None = AT, **more):
    made = {
        "request": {"url": url},
        "response": {"cookies": [{"name": name, "value": "secret"} for name in cookies]},
        **more,
    }
    return made if at is None else {**made, "startedDateTime": at}


def table(folder, *entries):
    folder.write("scan.har", json.dumps({"log": {"entries": list(entries)}}))
    return folder.table(format="har", columns={})


OWN = entry("https://www.letting.example/flats?name=jane")


def test_a_request_to_a_third_party_is_a_row_without_path_or_query(folder, rows_of) -> None:
    found = table(folder, OWN, entry("https://px.adverts.example/collect?email=jane@x.example"))
    assert rows_of(found) == [("scan:2", MOMENT, "px.adverts.example", "request")]
    assert b"jane" not in b"".join(file.read_bytes() for file in found.files)


def test_a_cookie_is_a_row_with_its_name_and_without_its_value(folder, rows_of) -> None:
    found = table(folder, entry("https://www.letting.example/", "session", "_track"))
    assert rows_of(found, "id", "recipient", "data") == [
        ("scan:1.1", "www.letting.example", "cookie:session"),
        ("scan:1.2", "www.letting.example", "cookie:_track"),
    ]
    assert b"secret" not in b"".join(file.read_bytes() for file in found.files)


def test_a_cookie_that_only_a_header_sets_is_found(folder, rows_of) -> None:
    headers = [{"name": "Set-Cookie", "value": "uid=secret; Path=/\nlang=en"}]
    found = table(folder, OWN, {**entry("https://px.adverts.example/"), "response": {"headers": headers}})
    assert rows_of(found, "data") == [("cookie:uid",), ("cookie:lang",), ("request",)] or sorted(
        rows_of(found, "data")
    ) == [("cookie:lang",), ("cookie:uid",), ("request",)]


@pytest.mark.parametrize(
    ("page", "host", "third"),
    [
        ("www.letting.example", "img.letting.example", False),
        ("www.letting.co.uk", "cdn.letting.co.uk", False),
        ("www.letting.co.uk", "www.adverts.co.uk", True),
        ("letting.example", "letting.example.adverts.example", True),
        ("10.0.0.1", "10.0.0.2", True),
    ],
)
def test_hosts_of_the_same_site_are_no_third_party(folder, page, host, third) -> None:
    assert table(folder, entry(f"https://{page}/"), entry(f"https://{host}:8443/x")).rows == int(third)


def test_each_page_has_its_own_site(folder, rows_of) -> None:
    found = table(
        folder,
        entry("https://a.example/", pageref="1"),
        entry("https://b.example/", pageref="2"),
        entry("https://a.example/", pageref="2"),
    )
    assert rows_of(found, "id", "recipient") == [("scan:3", "a.example")]


def test_what_goes_to_no_host_is_no_row(folder) -> None:
    found = table(folder, OWN, entry("data:text/plain,jane"), entry("blob:https://x.example/1"))
    assert (found.rows, found.refused.count) == (0, 0)


def test_an_entry_without_address_or_moment_is_kept_and_counted(folder) -> None:
    found = table(
        folder, OWN, {"request": {}}, 7, entry("https://x.test/", at=None), entry("https://x.test/", at="?")
    )
    assert found.rows == 0
    assert [(reason.line, reason.why) for reason in found.refused.reasons] == [
        (2, "it is not a request with an address"),
        (3, "it is not a request with an address"),
        (4, "the column at is empty"),
        (5, "the column at holds no moment that can be read"),
    ]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"log": 1}', '{"log": {"entries": {}}}', "[" * 100_000])
def test_what_is_no_har_file_is_told(folder, content) -> None:
    folder.write("scan.har", content)
    with pytest.raises(InputError, match=r"logs/scan.har It is not"):
        folder.table(format="har", columns={})
    assert list(folder.work.iterdir()) == []
