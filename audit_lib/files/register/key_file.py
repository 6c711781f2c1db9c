"""The key of a register: 32 random bytes in a file that only its owner can read."""

from __future__ import annotations

import hmac
import os
import re
import secrets
import stat
from pathlib import Path
from typing import Final, NamedTuple

from ...errors import InputError, OutputError
from ..text_file import read_text
from .whole import place_new

#: The first word of a key file, so that one is recognised and no other file is taken for one.
MARK: Final = "privacy-audit-register-key-1"
MAX_KEY_FILE: Final = 1_000


class Keys(NamedTuple):
    """What is derived from the key file, one key for each use; none can be told from another."""

    chain: bytes
    names: bytes
    fingerprint: str

    def __repr__(self) -> str:
        """Return which keys these are and nothing that must stay secret."""
        return f"Keys(fingerprint={self.fingerprint!r})"


def default_key_file(register: Path) -> Path:
    """Return where the key of a register is looked for: beside it.

    >>> default_key_file(Path("register.db")).name
    'register.db.key'
    """
    return Path(f"{register}.key")


def read_keys(path: Path) -> Keys:
    """Return the keys that are derived (HKDF with SHA-256, RFC 5869) from a key file.

    Raises
    ------
    InputError
        When there is no such file, when it holds no key, or when other users of the machine can read it.

    >>> read_keys(Path("no-such.key"))
    Traceback (most recent call last):
    audit_lib.errors.InputError: no-such.key There is no such file.
    """
    text = read_text(path, MAX_KEY_FILE, InputError)
    _refuse_shared(path)
    found = re.fullmatch(rf"{MARK} ([0-9a-f]{{64}})\s*", text)
    if found is None:
        message = f'This is no key of a register: it does not say "{MARK}" and 64 hexadecimal digits.'
        raise InputError.at(str(path), message + " Give the key file that was made with the register.")
    return derived(bytes.fromhex(found[1]))


def make_key_file(path: Path) -> None:
    """Write a new key, readable by its owner alone, unless the file is there already.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     make_key_file(Path(folder) / "a.key")
    ...     first = read_keys(Path(folder) / "a.key")
    ...     make_key_file(Path(folder) / "a.key")
    ...     read_keys(Path(folder) / "a.key") == first
    True
    """
    if os.path.lexists(path):
        return
    try:
        with place_new(path) as aside:
            text = f"{MARK} {secrets.token_hex(32)}\n"
            aside.write_text(text, encoding="ascii", newline="\n")
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise OutputError(f"{path}: the key cannot be written: {reason}.") from failure


def derived(secret: bytes) -> Keys:
    """Return the keys for each use from one secret.

    >>> keys = derived(bytes(32))
    >>> len({keys.chain, keys.names}), keys.fingerprint
    (2, '018d1db04685445b')
    """
    source = hmac.digest(b"privacy-audit register", secret, "sha256")
    chain, names, fingerprint = (
        hmac.digest(source, use + b"\x01", "sha256") for use in (b"chain", b"pseudonym", b"fingerprint")
    )
    return Keys(chain, names, fingerprint.hex()[:16])


def _refuse_shared(path: Path) -> None:
    """Other users of the machine must not be able to read the key; Windows has no such bits."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        message = (
            f"Other users can use this key (mode {mode:04o}). Take that from them: chmod 600, then repeat."
        )
        raise InputError.at(str(path), message)
