"""What every local server shares: a loopback port, a log of what was asked, and the faults that any service can have."""

from __future__ import annotations

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

#: Faults that every server can show on command; each source must meet each of them with a sentence and without storing anything.
FAULTS = (
    "slow", "cut_off", "too_many", "too_many_for_long", "failing", "wrong_encoding", "wrong_content_type", "empty", "huge",
    "malformed", "closed",
)  # fmt: skip
HUGE_BYTES = 320 << 20


class Asked(NamedTuple):
    """A request as it arrived: ``query`` decoded, repeated names kept in ``pairs``."""

    method: str
    path: str
    pairs: list[tuple[str, str]]
    headers: dict[str, str]
    body: bytes
    raw_query: str

    @property
    def query(self) -> dict[str, str]:
        return dict(self.pairs)

    @property
    def json(self):
        return json.loads(self.body)


class Reply(NamedTuple):
    status: int
    body: bytes
    content_type: str = "application/json"
    headers: dict[str, str] = {}


def as_json(value, status=200, content_type="application/json", **headers):
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, json.dumps(value, ensure_ascii=False).encode(), content_type, named)


class Server:
    """A service on loopback. A subclass overrides `reply`; use it in ``with``.

    ``misbehave("slow", times=1)`` makes the next answers faulty; ``times=None`` all of them until ``behave()``. ``after`` lets so
    many good answers pass first, so that a fault meets the client in the middle of its work.
    """

    def __init__(self):
        self.asked: list[Asked] = []
        self._fault, self._left, self._after = "", 0, 0
        self.released = threading.Event()  # ends a slow answer early, when the test is done
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # else each answer waits 40 ms between its head and its body

            def do_GET(self):
                server._serve(self)

            def do_POST(self):
                server._serve(self)

            def do_HEAD(self):
                server._serve(self)

            def log_message(self, *args):
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, address):
                pass  # the client hung up, which is what many tests are about

        self._http = Quiet(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *exception):
        self.released.set()
        self._http.shutdown()
        self._http.server_close()

    def reply(self, asked: Asked) -> Reply:
        raise NotImplementedError

    def misbehave(self, fault: str, times: int | None = 1, after: int = 0) -> None:
        if fault not in FAULTS:
            raise ValueError(fault)
        self._fault, self._left, self._after = fault, times, after

    def behave(self) -> None:
        self._fault = ""

    def _serve(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        body = handler.rfile.read(int(handler.headers.get("content-length") or 0))
        asked = Asked(
            handler.command,
            parts.path,
            parse_qsl(parts.query, keep_blank_values=True),
            {name.lower(): value for name, value in handler.headers.items()},
            body,
            parts.query,
        )
        self.asked.append(asked)
        fault = self._next_fault()
        answer = self._faulty(fault, asked) if fault else self.reply(asked)
        if answer is None:
            handler.close_connection = True
            handler.connection.close()
            return
        self._write(handler, answer, asked, fault)

    def _next_fault(self) -> str:
        if not self._fault:
            return ""
        if self._after:
            self._after -= 1
            return ""
        if self._left is not None:
            if not self._left:
                return ""
            self._left -= 1
        return self._fault

    def _faulty(self, fault: str, asked: Asked):
        if fault == "closed":
            return None
        if fault == "slow":
            self.released.wait(120)
            return None
        if fault == "too_many":
            return Reply(429, b"Too many requests", "text/plain", {"Retry-After": "0"})
        if fault == "too_many_for_long":
            return Reply(429, b"Too many requests", "text/plain", {"Retry-After": "3600"})
        if fault == "failing":
            return Reply(500, b"<html><body><h1>Internal error</h1></body></html>", "text/html")
        good = self.reply(asked)
        if fault == "wrong_encoding":
            return good._replace(body=good.body + "\nÅÄÖ".encode("utf-16"))
        if fault == "wrong_content_type":
            return Reply(200, b"<html><head><title>Logga in</title></head><body>Logga in</body></html>", "text/html")
        if fault == "empty":
            return good._replace(body=b"")
        if fault == "malformed":
            return good._replace(body=good.body[: len(good.body) // 2])
        return good  # cut_off and huge are done while writing

    def _write(self, handler, answer: Reply, asked: Asked, fault: str) -> None:
        body, headers = answer.body, dict(answer.headers)
        if "gzip" in asked.headers.get("accept-encoding", "") and len(body) > 512 and fault not in ("cut_off", "huge"):
            body, headers = gzip.compress(body, 1), {**headers, "Content-Encoding": "gzip"}
        handler.send_response(answer.status)
        handler.send_header("Content-Type", answer.content_type)
        for name, value in headers.items():
            handler.send_header(name, value)
        length = HUGE_BYTES if fault == "huge" else len(body) + 1000 if fault == "cut_off" else len(body)
        if answer.status != 304:
            handler.send_header("Content-Length", str(length))
        if fault == "cut_off":
            handler.send_header("Connection", "close")
            handler.close_connection = True
        handler.end_headers()
        if asked.method == "HEAD" or answer.status == 304:
            return
        if fault == "huge":
            block = b" " * (1 << 20)
            for _ in range(HUGE_BYTES >> 20):
                handler.wfile.write(block)
            return
        handler.wfile.write(body)
        handler.wfile.flush()
        if fault == "cut_off":
            handler.connection.close()
