"""The register encrypted as a whole by SQLCipher: every page of file and journal (AES-256 and an HMAC)."""

from __future__ import annotations

import importlib
import sqlite3
import sys
from types import ModuleType
from typing import Final

from ...errors import InputError

#: A new register does not take a passphrase that is shorter than this.
SHORTEST: Final = 12

_MODULE: Final = "sqlcipher3.dbapi2"


def database_errors() -> tuple[type[Exception], ...]:
    """Return what the databases raise: the one of the standard library and, once it is in use, SQLCipher.

    >>> database_errors()[0].__name__
    'Error'
    """
    found = sys.modules.get(_MODULE)
    return (sqlite3.Error, found.Error) if found else (sqlite3.Error,)


def driver(file: str) -> ModuleType:
    """Return the database module that encrypts.

    Raises
    ------
    InputError
        When it is not installed.

    >>> try:
    ...     name = driver("register.db").__name__
    ... except InputError as error:
    ...     name = str(error)
    >>> "sqlcipher3" in name
    True
    """
    try:
        return importlib.import_module(_MODULE)
    except ImportError:
        message = 'An encrypted register needs SQLCipher: install the extra "encryption" (sqlcipher3).'
        raise InputError.at(file, message) from None


def unlock(connection: sqlite3.Connection, passphrase: str) -> None:
    """Give the passphrase to a connection that has just been opened.

    The key is derived from it as SQLCipher 4 does (PBKDF2 with HMAC-SHA512, 256,000 rounds), so that other
    programs for SQLCipher open the file as well. To SQLite alone it means nothing.

    >>> unlock(sqlite3.connect(":memory:"), "it's no matter here")
    """
    connection.execute("PRAGMA cipher_log_level = NONE")
    literal = passphrase.replace("'", "''")
    connection.execute(f"PRAGMA key = '{literal}'")


def refuse_weak(passphrase: str, file: str) -> None:
    """Raise an error for a passphrase that no new register should have.

    >>> refuse_weak("short", "register.db")
    Traceback (most recent call last):
    audit_lib.errors.InputError: register.db The passphrase is too short: give at least 12 characters, ...
    """
    if len(passphrase) < SHORTEST:
        message = f"The passphrase is too short: give at least {SHORTEST} characters, such as four words."
        raise InputError.at(file, message)
    refuse_no_text(passphrase, file)


def refuse_no_text(passphrase: str, file: str) -> None:
    r"""Raise an error for a passphrase that a database cannot be given: with a zero byte, or no UTF-8.

    >>> refuse_no_text("a long \udcff passphrase", "register.db")
    Traceback (most recent call last):
    audit_lib.errors.InputError: register.db The passphrase holds a zero byte or what is no UTF-8; give text.
    """
    if "\x00" in passphrase or any("\ud800" <= each <= "\udfff" for each in passphrase):
        message = "The passphrase holds a zero byte or what is no UTF-8; give text."
        raise InputError.at(file, message)
