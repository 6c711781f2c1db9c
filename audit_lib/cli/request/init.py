"""`privacy-audit request init`: make a register, once."""

from __future__ import annotations

import os

from ...errors import InputError
from ..faults import command
from ..plain import console, line
from ..register_options import (
    KeyFileOption,
    PassphraseFileOption,
    RegisterOption,
    key_path,
    passphrase,
    register_path,
)


@command
def request_init(
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Make a register for requests, restrictions and breaches, with the key that makes pseudonyms.

    With a passphrase (--passphrase-file, or the environment) the whole file is encrypted.

    Exit status: 0 made, 2 nothing was made.
    """
    from ...files.register import open_register
    from ...files.register.key_file import default_key_file

    path = register_path(register)
    if os.path.lexists(path):
        raise InputError.at(str(path), "This is there already, and stays as it is: name another file.")
    key = key_path(key_file) or default_key_file(path)
    known = os.path.lexists(key)
    with open_register(path, key_file=key, passphrase=passphrase(passphrase_file), create=True) as made:
        encrypted = made.encrypted
    page = console()
    line(("Register: ", "quiet"), f"{path} ({'encrypted' if encrypted else 'not encrypted'})", to=page)
    line(("Key:      ", "quiet"), f"{key} ({'was there' if known else 'new'})", to=page)
    line(to=page)
    line(
        "Keep the key apart from the register and back both up. Whoever has both can tell whether a", to=page
    )
    line("person they know of stands in it; without the key no entry can be added or verified.", to=page)
    return 0
