"""Messages over a local socket: whole, in order, with their files, or an error."""

import json
import os
import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.reporting.warm import wire

MESSAGES = st.lists(st.tuples(st.dictionaries(st.text(), st.integers()), st.lists(st.binary())))


@given(MESSAGES, st.integers(1, 50))
def test_messages_that_come_in_pieces_are_put_together(messages, size):
    stream = b"".join(wire.packed(json.dumps(said).encode(), blobs) for said, blobs in messages)
    unpacker, taken = wire.Unpacker(), []
    for at in range(0, len(stream), size):
        taken += unpacker.feed(stream[at : at + size])
    assert taken == messages


def test_files_are_handed_over_and_not_inherited():
    here, there = socket.socketpair()
    read, write = os.pipe()
    with here, there:
        wire.send(here, {"a": 1}, [write])
        os.close(write)
        said, _, (file,) = wire.receive(there)
        assert said == {"a": 1}
        assert not os.get_inheritable(file)
        os.write(file, b"x")
        os.close(file)
        assert os.read(read, 2) == b"x"
    os.close(read)


def test_a_large_message_goes_through():
    here, there = socket.socketpair()
    with here, there:
        sending = threading.Thread(target=wire.send, args=(here, {"a": "x" * 3_000_000}))
        sending.start()
        assert len(wire.receive(there).said["a"]) == 3_000_000
        sending.join()


def test_an_end_that_has_closed_is_an_error():
    here, there = socket.socketpair()
    with there:
        here.send(b"\0\0")
        here.close()
        with pytest.raises(EOFError):
            wire.receive(there)
