"""The hash chain: each event is sealed with the register's key, together with the seal of the one before.

::

    hash of an event   HMAC-SHA256(chain key, ["event", seq, at, entry, what, body, hash of the event before])
    before the first   HMAC-SHA256(chain key, ["genesis", id of the register])
    seal of the head   HMAC-SHA256(chain key, ["head", seq, hash])

each over canonical JSON, in hexadecimal; the chain key is derived from the key file (`key_file.derived`).
What the chain cannot show: what somebody did who has the key, and a whole older copy of the file put in the
place of the newer one, unless a head was noted elsewhere.
"""

from __future__ import annotations

import datetime as dt
import hmac
import json
from collections.abc import Mapping
from typing import Final, NamedTuple

from pydantic import JsonValue

from .nouns import Draft

_ENCODER: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)


class Link(NamedTuple):
    """One event as it stands in the file; all as text, so that what is sealed is what is stored."""

    seq: int
    at: str
    entry: str
    what: str
    body: str
    before: str


class Head(NamedTuple):
    """The last event of a register: its number (0: there is none) and its hash."""

    seq: int
    hash: str

    def __str__(self) -> str:
        """Return ``number:hash``.

        >>> str(Head(3, "ab"))
        '3:ab'
        """
        return f"{self.seq}:{self.hash}"


def canonical(value: JsonValue) -> str:
    r"""Return JSON that is the same text for the same value: sorted keys, no blanks, ASCII.

    Raises
    ------
    ValueError
        For what JSON has no word for, such as an infinite number.

    >>> canonical({"b": 1, "a": "é"})
    '{"a":"\\u00e9","b":1}'
    """
    return _ENCODER.encode(value)


def sealed(key: bytes, link: Link) -> str:
    """Return the hash of an event: HMAC-SHA256 (RFC 2104) with the key of the chain, in hexadecimal.

    Without the key nobody can make it, however freely they write to the file.

    >>> one = Link(1, "2026-11-22T10:00:00.000000Z", "R-2026-0001", "added", "{}", "0" * 64)
    >>> sealed(b"key", one) == sealed(b"key", one._replace(what="closed"))
    False
    """
    return _seal(key, "event", *link)


def genesis(key: bytes, register: str) -> str:
    """Return what stands before the first event; it binds the chain to one register.

    >>> genesis(b"key", "one") == genesis(b"key", "other")
    False
    """
    return _seal(key, "genesis", register)


def head_seal(key: bytes, head: Head) -> str:
    """Return the seal of the last event's number and hash, so that cutting off the end shows.

    >>> head_seal(b"key", Head(2, "ab")) == head_seal(b"key", Head(1, "ab"))
    False
    """
    return _seal(key, "head", *head)


def moment_text(at: dt.datetime) -> str:
    """Return a moment as it is stored: UTC, to the microsecond, sorting as text.

    Raises
    ------
    ValueError
        For a moment without a time zone.

    >>> moment_text(dt.datetime(2026, 7, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=1))))
    '2026-07-01T11:00:00.000000Z'
    """
    if at.tzinfo is None:
        raise ValueError("A moment in the register needs its time zone.")
    return at.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def event_body(sort: str, draft: Draft) -> str:
    """Return all that an event says of its entry, as canonical JSON.

    >>> event_body("request", Draft(opened=dt.date(2026, 11, 22)))
    '{"body":{},"closed":null,"due":null,"opened":"2026-11-22","person":null,"sort":"request"}'
    """
    days: Mapping[str, dt.date | None] = {"opened": draft.opened, "closed": draft.closed, "due": draft.due}
    said: dict[str, JsonValue] = {name: day.isoformat() if day else None for name, day in days.items()}
    return canonical({**said, "sort": sort, "person": draft.person, "body": draft.body})


def _seal(key: bytes, *parts: str | int) -> str:
    return hmac.digest(key, canonical(list(parts)).encode("ascii"), "sha256").hex()
