"""What comes out of a pipe, with times, up to a limit."""

import asyncio
import time
from collections.abc import Callable

MOST_OUTPUT = 1024 * 1024
"""Bytes on one stream after which a process is ended."""


class Pipe(asyncio.Protocol):
    """Collects what is read from a pipe.

    Attributes:
        chunks: What was read, each with its time in seconds of `time.monotonic`.
        closed: Set when nobody can write to it any more.
        is_flooded: Whether more than `MOST_OUTPUT` bytes came; the rest is dropped.
    """

    def __init__(self, on_chunk: Callable[[bytes, float], None]) -> None:
        """Say whom to call with each chunk and its time."""
        self.chunks: list[tuple[float, bytes]] = []
        self.closed = asyncio.Event()
        self._size = 0
        self._on_chunk = on_chunk

    @property
    def is_flooded(self) -> bool:
        """Whether more came than is read."""
        return self._size > MOST_OUTPUT

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what it is read by; see `asyncio.BaseProtocol`."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Keep what was read and when; see `asyncio.Protocol`."""
        if self.is_flooded:
            return
        now = time.monotonic()
        self._size += len(data)
        self.chunks.append((now, data))
        self._on_chunk(data, now)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Note its end; see `asyncio.BaseProtocol`."""
        self.closed.set()

    def close(self) -> None:
        """Read no more."""
        self._transport.close()
