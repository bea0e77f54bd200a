"""A server that answers with whatever bytes it is given, as no honest one would, with or without TLS."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Optional, Union


def answer(body: bytes, *headers: str, status: str = "200 OK", content_type: str = "application/json") -> bytes:
    """An honest answer with ``body``; ``headers`` such as "Retry-After: 3" come before its own."""
    own = [f"Content-Type: {content_type}", f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, *own, "", ""]).encode() + body


class Raw:
    """Answers each connection once with the bytes ``reply``, or with what ``reply(question)`` gives; use it in ``with``."""

    def __init__(
        self,
        reply: Union[bytes, Callable[[bytes], bytes]],
        *,
        host: str = "127.0.0.1",
        tls: Optional[ssl.SSLContext] = None,
    ):
        self._reply, self._tls = reply, tls
        self._listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        self._listening.bind((host, 0))
        self._listening.listen()
        self.asked: list[bytes] = []
        named = f"[{host}]" if ":" in host else host
        self.url = f"{'https' if tls else 'http'}://{named}:{self._listening.getsockname()[1]}"

    def __enter__(self) -> Raw:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *exception) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection) -> None:
        with connection, suppress(OSError):
            connection.settimeout(10)
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            question = b""
            while b"\r\n\r\n" not in question:
                block = connection.recv(1 << 16)
                if not block:
                    return
                question += block
            self.asked.append(question)
            connection.sendall(self._reply(question) if callable(self._reply) else self._reply)
            connection.shutdown(socket.SHUT_RDWR)
