"""What parent and child say to each other: frames of a JSON value and bytes. Nothing in them can run.

Pickle would let whoever took over the child run code in the parent; JSON carries values only, and `plain` checks them.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">II")


def write_frame(stream: IO[bytes], value: object, data: bytes = b"") -> None:
    """Write a value that JSON can hold, and bytes beside it."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    stream.write(_LENGTHS.pack(len(said), len(data)))
    stream.write(said)
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes], limit: int) -> tuple[Any, bytes]:
    """Return the next value and its bytes.

    Raises EOFError where the other side is gone, ValueError (RecursionError for depth) where it sends no frame or one
    of more than `limit` bytes.
    """
    said, data = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if said + data > limit:
        raise ValueError(f"a frame of {said + data} bytes")
    value = json.loads(_exactly(stream, said).decode("utf-8", "surrogatepass"))
    return value, _exactly(stream, data)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
