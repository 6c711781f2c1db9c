"""Messages between two processes of one user, over a local socket: JSON, then bytes; and open files."""

from __future__ import annotations

import json
import os
import socket
import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

#: How long the JSON of a message is, and the bytes that come after it.
_HEAD: Final = struct.Struct("!IQ")

#: How the kernel tells who is at the other end: process, user, group.
_PEER: Final = struct.Struct("3i")

_MOST_FILES: Final = 4


class Message(NamedTuple):
    """What was said: a JSON object, bytes that go with it, open files that were handed over."""

    said: dict[str, Any]
    blobs: list[bytes]
    files: list[int]


def packed(said: bytes, blobs: Sequence[bytes | memoryview] = ()) -> bytes:
    """Return a message as it goes over the wire.

    >>> Unpacker().feed(packed(b'{"a": 1}', [b"xyz"]))
    [({'a': 1}, [b'xyz'])]
    """
    sizes = b"".join(struct.pack("!Q", memoryview(blob).nbytes) for blob in blobs)
    rest = b"".join([struct.pack("!I", len(blobs)), sizes, *map(bytes, blobs)])
    return _HEAD.pack(len(said), len(rest)) + said + rest


class Unpacker:
    """Puts messages together from pieces that come as they come."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, piece: bytes) -> list[tuple[dict[str, Any], list[bytes]]]:
        """Take a piece in and return the messages that are whole now."""
        self._held += piece
        return list(self._whole())

    def _whole(self) -> Iterator[tuple[dict[str, Any], list[bytes]]]:
        while len(self._held) >= _HEAD.size:
            size, rest = _HEAD.unpack_from(self._held)
            end = _HEAD.size + size + rest
            if len(self._held) < end:
                return
            said = self._held[_HEAD.size : _HEAD.size + size]
            blobs = _blobs(bytes(self._held[_HEAD.size + size : end]))
            del self._held[:end]
            # As Jupyter reads its own messages: what is no UTF-8 is shown as such.
            yield json.loads(said.decode("utf-8", "replace")), blobs


def send(line: socket.socket, said: Mapping[str, Any], files: Sequence[int] = ()) -> None:
    """Send a message, with open files where the other end is to have them.

    Raises
    ------
    OSError
        If nobody is there any more.
    """
    whole = packed(json.dumps(said).encode())
    if files:
        socket.send_fds(line, [whole[: _HEAD.size]], files)
        whole = whole[_HEAD.size :]
    line.sendall(whole)


def receive(line: socket.socket) -> Message:
    """Wait for the next message and return it.

    Raises
    ------
    EOFError
        If the other end has closed.
    OSError
        If it does not come within the time-out of the socket.
    """
    head, files = _head(line)
    try:
        size, rest = _HEAD.unpack(head)
        body = _exactly(line, size + rest)
        return Message(json.loads(body[:size]), _blobs(body[size:]), files)
    except BaseException:
        for file in files:
            os.close(file)
        raise


def peer(line: socket.socket) -> tuple[int, int]:
    """Return the process and the user at the other end, as the system knows them.

    >>> here, there = socket.socketpair()
    >>> peer(here) == (os.getpid(), os.getuid())
    True
    """
    process, user, _ = _PEER.unpack(line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size))
    return process, user


def _head(line: socket.socket) -> tuple[bytes, list[int]]:
    """Return the head of a message; open files come with its first byte."""
    head, files, _, _ = socket.recv_fds(line, _HEAD.size, _MOST_FILES)
    for file in files:
        os.set_inheritable(file, False)
    try:
        return (head + _exactly(line, _HEAD.size - len(head)) if head else _exactly(line, 1)), files
    except BaseException:
        for file in files:
            os.close(file)
        raise


def _exactly(line: socket.socket, size: int) -> bytes:
    taken = bytearray()
    while len(taken) < size:
        piece = line.recv(min(size - len(taken), 1 << 20))
        if not piece:
            raise EOFError("the other end has closed")
        taken += piece
    return bytes(taken)


def _blobs(rest: bytes) -> list[bytes]:
    (many,) = struct.unpack_from("!I", rest)
    at, blobs = 4 + 8 * many, []
    for size in struct.unpack_from(f"!{many}Q", rest, 4):
        blobs.append(rest[at : at + size])
        at += size
    return blobs
