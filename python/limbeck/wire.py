"""Messages of the protocol, version 1, as docs/external-models.md describes them."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import BinaryIO, Optional, Tuple

import numpy as np

MAGIC = b"LMBX"
VERSION = 1
LONGEST = 1 << 30

_LENGTH = struct.Struct("<I")
_HEADER = struct.Struct("<IB")


class Kind(IntEnum):
    HELLO = 1
    CREATE = 2
    ROWS = 3
    FORGET = 4
    PREDICT = 5
    STEP = 6
    PRIVATE_STEP = 7
    GRADIENT = 8
    GET_WEIGHTS = 9
    SET_WEIGHTS = 10
    SAVE = 11
    RESTORE = 12
    CLOSE = 13
    ERROR = 127


class ProtocolError(Exception):
    """The other side does not keep to the protocol."""


def text(value: str) -> bytes:
    encoded = value.encode("utf-8")
    return _LENGTH.pack(len(encoded)) + encoded


def read_message(stream: BinaryIO) -> Optional[Tuple[int, bytearray]]:
    """Returns kind and body, or None at the end of the stream, also in the midst of a message."""
    header = stream.read(5)
    if len(header) < 5:
        return None
    length, kind = _HEADER.unpack(header)
    if not 1 <= length <= LONGEST:
        raise ProtocolError(f"a message has 1 to {LONGEST} bytes, this one announces {length}")
    body = bytearray(length - 1)
    if stream.readinto(body) < len(body):  # type: ignore[attr-defined]
        return None
    return kind, body


def write_message(stream: BinaryIO, kind: int, body: bytes = b"") -> None:
    length = len(body) + 1
    if length > LONGEST:
        raise ProtocolError(f"an answer of {length} bytes is longer than {LONGEST}")
    stream.write(_HEADER.pack(length, kind) + body)
    stream.flush()


class Body:
    """Reads the body of a message from its beginning to its end."""

    __slots__ = ("_bytes", "_at")

    def __init__(self, content: bytearray) -> None:
        self._bytes = content
        self._at = 0

    def unpack(self, layout: struct.Struct) -> tuple:
        self._need(layout.size)
        values = layout.unpack_from(self._bytes, self._at)
        self._at += layout.size
        return values

    def array(self, dtype: str, count: int) -> np.ndarray:
        """Returns the next values, which share the message's memory."""
        size = 4 * count
        self._need(size)
        values = np.frombuffer(self._bytes, dtype, count, self._at)
        self._at += size
        return values

    def rest(self) -> bytes:
        rest = bytes(memoryview(self._bytes)[self._at :])
        self._at = len(self._bytes)
        return rest

    def end(self) -> None:
        if self._at != len(self._bytes):
            raise ProtocolError(f"{len(self._bytes) - self._at} bytes are left over in a message")

    def _need(self, size: int) -> None:
        if self._at + size > len(self._bytes):
            raise ProtocolError(f"a message of {len(self._bytes) + 1} bytes is too short")
