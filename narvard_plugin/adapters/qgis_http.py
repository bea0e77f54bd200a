"""The web through QGIS's own network: its proxy, certificates and settings, in whatever thread a tool runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ..sources.credentials import Credentials
from ..sources.errors import CutOff, DiskProblem, NoAnswer, SourceError, Stopped, TimedOut, TooLarge, Untrusted
from ..sources.http import Answer, Request

_POLL_MS = 100
#: How much later than ours QGIS's own patience ends.
_LATER_MS = 5000


class QgisHttp:
    """See `sources.http.Http`."""

    def send(self, request: Request, cancelled: Callable[[], bool], path: Optional[Path] = None) -> Answer:
        if cancelled():
            raise Stopped
        return _Exchange(request, cancelled, path).answer()


class _Exchange:
    """One request under way: blocks are taken as they come, so that a large answer never stands whole in memory twice."""

    def __init__(self, request: Request, cancelled, path: Optional[Path]):
        self._request, self._cancelled, self._path = request, cancelled, path
        self._loop, self._poll, self._silence = QEventLoop(), QTimer(), QTimer()
        self._kept = bytearray()
        self._file = None
        self._got = 0
        self._problem: Optional[BaseException] = None

    def answer(self) -> Answer:
        network = QgsNetworkAccessManager.instance()
        asked = _asked(self._request)
        body = self._request.body
        self._reply = network.get(asked) if body is None else network.post(asked, body)
        _let_be_silent(self._reply, self._request.idle_seconds)
        self._reply.readyRead.connect(self._take)
        self._reply.finished.connect(self._loop.quit)
        self._poll.timeout.connect(self._look)
        self._poll.start(_POLL_MS)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(lambda: self._stop(TimedOut(self._request.place, self._request.idle_seconds)))
        self._silence.start(int(self._request.idle_seconds * 1000))
        try:
            if not self._reply.isFinished():
                self._loop.exec()
            self._take()
            return self._finished()
        finally:
            self._poll.stop()
            self._silence.stop()
            if self._file is not None:
                self._file.close()
            self._reply.deleteLater()

    def _take(self):
        block = b"" if self._problem is not None else bytes(self._reply.readAll())
        if not block:
            return
        self._silence.start()
        self._got += len(block)
        most = self._request.most_bytes if self._to_file() else self._request.most_in_memory
        if self._got > most:
            self._stop(TooLarge(self._request.place, most))
            return
        try:
            self._keep(block)
        except OSError as error:
            self._stop(DiskProblem(str(self._path), error.strerror or str(error)))

    def _keep(self, block: bytes):
        if not self._to_file():
            self._kept += block
            return
        if self._file is None:
            self._file = self._path.open("wb")  # closed when the exchange ends
        self._file.write(block)

    def _to_file(self) -> bool:
        return self._path is not None and self._status() == 200

    def _look(self):
        if self._cancelled():
            self._stop(Stopped())

    def _stop(self, problem: BaseException):
        if self._problem is None:
            self._problem = problem
            self._reply.abort()

    def _status(self) -> Optional[int]:
        return self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)

    def _finished(self) -> Answer:
        if self._problem is not None:
            raise self._problem
        status = self._status()
        if status is None:
            raise self._unanswered()
        headers = {
            bytes(k).decode("latin-1").lower(): bytes(v).decode("latin-1") for k, v in self._reply.rawHeaderPairs()
        }
        # A status of success and an error: the answer ended early, or what came could not be unpacked.
        if self._reply.error() in _BROKEN or (status < 400 and self._reply.error() != _NONE):
            raise CutOff(self._request.place, self._got, _number(headers.get("content-length")))
        if self._path is not None and status == 200 and self._file is None:
            self._path.touch()
        return Answer(status, headers, bytes(self._kept), self._request.address)

    def _unanswered(self) -> SourceError:
        if self._reply.error() in (
            QNetworkReply.NetworkError.TimeoutError,
            QNetworkReply.NetworkError.OperationCanceledError,
        ):
            return TimedOut(self._request.place, self._request.idle_seconds)
        if self._reply.error() == QNetworkReply.NetworkError.SslHandshakeFailedError:
            return Untrusted(self._request.place, _words(self._reply))
        return NoAnswer(self._request.place, _words(self._reply))


_NONE = QNetworkReply.NetworkError.NoError
_BROKEN = (
    QNetworkReply.NetworkError.RemoteHostClosedError,
    QNetworkReply.NetworkError.UnknownNetworkError,
    QNetworkReply.NetworkError.ProtocolFailure,
)


def _let_be_silent(reply, seconds: float) -> None:
    """QGIS ends what is silent for a minute, and writes the address with its key to its log; ours is the patience that counts."""
    for timer in reply.findChildren(QTimer, "timeoutTimer"):
        timer.setInterval(int(seconds * 1000) + _LATER_MS)


def _words(reply) -> str:
    """What Qt says, without the address: a key may stand in it."""
    words = reply.errorString()
    for written in (reply.url().toString(), bytes(reply.url().toEncoded()).decode("ascii", "replace")):
        words = words.replace(written, "")
    return words.strip()


def _number(text: Optional[str]) -> Optional[int]:
    return int(text) if text and text.isdecimal() else None


def _asked(request: Request) -> QNetworkRequest:
    asked = QNetworkRequest(QUrl.fromEncoded(request.address.encode("utf8")))
    attributes, policy = QNetworkRequest.Attribute, QNetworkRequest.RedirectPolicy
    asked.setAttribute(attributes.RedirectPolicyAttribute, policy.ManualRedirectPolicy)
    # Our own cache knows sources, dates and licences; two caches would hide a 304 from each other.
    asked.setAttribute(attributes.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
    asked.setAttribute(attributes.CacheSaveControlAttribute, False)
    asked.setTransferTimeout(int(request.idle_seconds * 1000))
    if hasattr(
        asked, "setDecompressedSafetyCheckThreshold"
    ):  # Qt 6 ends what shrinks well; what is unpacked is counted here
        asked.setDecompressedSafetyCheckThreshold(-1)
    for name, value in request.headers.items():
        asked.setRawHeader(name.encode("latin-1"), value.encode("utf8"))
    return asked


def credentials(authcfg: str) -> Optional[Credentials]:
    """User name and password, or header name and key, that QGIS's authentication store keeps under an id."""
    if not authcfg:
        return None
    kept = QgsAuthMethodConfig()
    found = QgsApplication.authManager().loadAuthenticationConfig(authcfg, kept, True)
    if not (found[0] if isinstance(found, tuple) else found):
        return None
    kept = found[1] if isinstance(found, tuple) else kept
    pairs = kept.configMap()
    if kept.method() == "Basic":
        return Credentials(pairs.get("username", ""), pairs.get("password", ""))
    # A line end that came along when a key was pasted would end the header that it stands in.
    return next((Credentials(name.strip(), value.strip()) for name, value in pairs.items() if value.strip()), None)
