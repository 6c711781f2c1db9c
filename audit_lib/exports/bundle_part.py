"""What a bundle is made of: its parts, and what it says of itself."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Part(NamedTuple):
    """One file: its name in the bundle, its bytes, what it is, and which provisions ask for it."""

    name: str
    content: bytes
    title: str
    about: str
    law: tuple[str, ...] = ()


class BundleAbout(NamedTuple):
    """Which map a bundle was made of, as of which day, by which version; `left_out` is (what, why).

    `sender` are names and values that say who answers for what the bundle holds, and how to reach them.
    """

    title: str
    map_id: str
    version: str
    sha256: str
    as_of: dt.date
    made_by: str
    left_out: tuple[tuple[str, str], ...] = ()
    sender: tuple[tuple[str, str], ...] = ()
