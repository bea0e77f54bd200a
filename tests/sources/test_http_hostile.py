"""Answers that were made to harm, or that no sound service gives: each is met with a sentence, the same in both ways to the web."""

import json
import os
import ssl
import subprocess
import threading
import time
import zlib
from datetime import datetime, timedelta, timezone

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager

from narvard_plugin.adapters.qgis_http import QgisHttp
from narvard_plugin.sources import errors, http
from narvard_plugin.sources.cache import Cache
from narvard_plugin.sources.client import Client
from narvard_plugin.sources.download import download
from narvard_plugin.sources.http import Request, is_web, public
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.sentences import sentence
from narvard_plugin.sources.strict_json import loads
from tests.sources.servers.raw import Raw, answer

BACKENDS = {"qgis": QgisHttp, "requests": RequestsHttp}


@pytest.fixture(params=BACKENDS)
def client(request, qgis_app):
    return Client(BACKENDS[request.param](), pause=0.01)


def moved(place, status="302 Found"):
    return answer(b"", f"Location: {place}", status=status)


@pytest.mark.parametrize(
    "place", ["file://{file}", "data:application/json,%7B%7D", "ftp://127.0.0.1/x", "http://127.0.0.1:abc/", "http://127.0.0.1:99999/", "http://[::1/", "//"]
)  # fmt: skip
def test_a_redirect_leads_to_the_web_or_nowhere(client, tmp_path, place):
    """QGIS's network reads files as well, and would take one for an answer."""
    secret = tmp_path / "hemlig.json"
    secret.write_text('{"hemligt": 1}')
    with Raw(moved(place.format(file=secret))) as server:
        with pytest.raises(errors.Unreadable) as raised:
            client.json(Request(server.url))
        with pytest.raises(errors.SourceError):
            download(client, Cache(tmp_path / "cache"), Request(server.url), source_id="x", licence="")
    assert "hemligt" not in sentence(raised.value)
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    "place", ["file:///etc/hostname", "hej", "", "http://127.0.0.1:abc/", "https://", "ftp://127.0.0.1/"]
)
def test_an_address_that_is_none_is_told_before_anything_is_asked(client, place):
    with pytest.raises(errors.WrongChoice, match="no address on the web"):
        client.json(Request(place, [("key", "hemlig")]))


def test_https_is_never_left(monkeypatch):
    sent = []

    class Http:
        def send(self, request, cancelled, path=None):
            sent.append(request)
            return http.Answer(302, {"location": "http://kalla.test/a"}, b"", request.url)

    with pytest.raises(errors.Unreadable, match="without https"):
        Client(Http()).json(Request("https://kalla.test/a", headers={"Authorization": "Bearer hemlig"}))
    assert len(sent) == 1


def test_neither_a_password_in_the_question_nor_a_key_in_a_header_follows_to_another_host(client):
    with Raw(answer(b"{}")) as other:
        there = other.url.replace("127.0.0.1", "localhost")
        with Raw(moved(there, "307 Moved")) as server, pytest.raises(errors.Unreadable, match="sends our question on"):
            client.json(Request(server.url, body=b'{"Password": "hemlig"}'))
        assert not other.asked
        with Raw(moved(there)) as server:
            assert client.json(Request(server.url, headers={"X-Api-Key": "hemlig", "Accept": "application/json"})) == {}
    assert b"hemlig" not in other.asked[0] and b"application/json" in other.asked[0]


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)), packer.flush()])


def test_what_is_unpacked_is_what_counts(client, tmp_path):
    packed = bomb(300)
    assert len(packed) < 1 << 20
    with Raw(answer(packed, "Content-Encoding: gzip")) as server:
        question = Request(server.url, most_bytes=4 << 20)
        with pytest.raises(errors.TooLarge):
            client.json(question)
        with pytest.raises(errors.TooLarge):
            download(client, Cache(tmp_path), question, source_id="x", licence="")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_bomb_within_a_bomb_is_not_opened():
    twice = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = twice.compress(bomb(64)) + twice.flush()
    reply = answer(packed, "Content-Encoding: gzip, gzip")
    with Raw(reply) as server, pytest.raises(errors.Unreadable, match="packed more than once"):
        Client(RequestsHttp()).json(Request(server.url))


def test_a_page_of_error_is_no_reason_to_fill_the_memory(client, tmp_path, monkeypatch):
    monkeypatch.setattr(http, "MOST_BYTES", 1 << 20)
    with Raw(answer(b" " * (3 << 20), status="404 Not Found", content_type="text/html")) as server:
        question = Request(server.url, most_bytes=1 << 30)
        with pytest.raises(errors.TooLarge):
            download(client, Cache(tmp_path), question, source_id="x", licence="")


@pytest.mark.parametrize(
    "reply",
    [
        answer(b'{"a":1}' + b" " * 600).replace(b"Content-Length: 607", b"Content-Length: 9000"),
        answer(b'{"a":1}').replace(b"Content-Length: 7", b"Content-Length: 3"),
        answer(b'{"a":').replace(b"Content-Length: 5", b"Transfer-Encoding: chunked").replace(b'{"a":', b'5\r\n{"a":\r\n'),
        answer(b"\x1f\x8b no zip at all", "Content-Encoding: gzip"),
        answer(b"[" * 100_000 + b"]" * 100_000),
        answer(b'{"a":NaN}'), answer(b'{"a":-Infinity}'), answer(b'{"a":1e999}'), answer(b'{"a":1,"a":2}'),
        answer(b'{"a":' + b"9" * 19 + b"}"), answer(b'{"a":' + b"9" * 5000 + b"}"), answer(b'{"a":"\\ud800"}'), answer(b'{"a":"x\\u0000"}'),
        answer(b'{"error":"stangt"}'), answer(b'{"status":500,"message":"Internal"}'), answer(b"{}", status="206 Partial Content"),
        b"HELLO\r\n\r\n", b"", answer(b"{}", "Retry-After: \xc2\xb2".encode().decode("latin-1"), status="429 X"),
        answer(b"{}", "Retry-After: Mon, 01 Jan 99999 00:00:00 GMT", status="429 X"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_no_answer(client, reply):
    with Raw(reply) as server, pytest.raises(errors.SourceError) as raised:
        client.json(Request(server.url, [("key", "hemlig")], idle_seconds=5))
    assert "127.0.0.1" in sentence(raised.value) and "hemlig" not in sentence(raised.value)


def test_words_about_an_error_with_status_200_are_told(client):
    reply = answer('{"error": "Tjänsten är stängd", "code": 17}'.encode())
    with Raw(reply) as server, pytest.raises(errors.Rejected, match="Tjänsten är stängd"):
        client.json(Request(server.url))


def test_json_that_only_looks_odd_is_read():
    text = '{"a": "\\ud83d\\ude91", "b": "C:\\\\u0000", "c": -123456789012345678, "d": 1.5e-7, "e": {"error": 1, "values": []}, "f": [{}, {}]}'
    assert loads(text) == json.loads(text)


def test_qgis_own_patience_does_not_end_what_was_told_to_take_its_time(qgis_app):
    """QGIS gives up after a minute; an Overpass server may think for three."""
    before, said = QgsNetworkAccessManager.timeout(), []
    QgsNetworkAccessManager.setTimeout(200)
    QgsApplication.messageLog().messageReceived.connect(lambda *words: said.append(words[0]))

    def later(question):
        time.sleep(0.8)
        return answer(b"{}")

    try:
        with Raw(later) as server:
            assert Client(QgisHttp()).json(Request(server.url, [("key", "hemlig")], idle_seconds=20)) == {}
            with pytest.raises(errors.TimedOut, match=r"0\.4"):
                Client(QgisHttp()).json(Request(server.url, [("key", "hemlig")], idle_seconds=0.4))
    finally:
        QgsNetworkAccessManager.setTimeout(before)
    assert not [words for words in said if "hemlig" in words]


def test_a_certificate_that_nobody_vouches_for(client, tmp_path):
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run(
        [*made, "-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"], check=True, capture_output=True
    )
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with Raw(answer(b"{}"), tls=tls) as server, pytest.raises(errors.Untrusted) as raised:
        client.json(Request(server.url, [("key", "hemlig")]))
    assert not server.asked, "not even the question is shown to it"
    assert "certificate" in sentence(raised.value) and "hemlig" not in sentence(raised.value)


def test_the_sixth_version_of_the_internet(client):
    with Raw(answer(b"{}", status="404 Not Found"), host="::1") as server, pytest.raises(errors.NotThere) as raised:
        client.json(Request(server.url + "/a", [("key", "hemlig")]))
    assert server.url + "/a" in sentence(raised.value)


def test_what_is_shown_of_an_address():
    assert public("https://anna:hemlig@[::1]:8080/a?key=hemlig#x") == "https://[::1]:8080/a"
    assert public("https://anna:hemlig@kalla.test:port/a?key=hemlig") == "https://kalla.test:port/a"
    assert is_web("http://[::1]/") and is_web("https://källa.test/å")
    assert not any(map(is_web, ("file:///etc/passwd", "https:///x", "http://a:0/", "https://[::1", "källa.test")))


def test_an_account_in_a_netrc_file_does_not_take_the_keys_place(tmp_path, monkeypatch):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login någon password annan\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with Raw(answer(b"{}")) as server:
        Client(RequestsHttp()).json(Request(server.url, headers={"Authorization": "Bearer egen"}))
    assert b"Bearer egen" in server.asked[0]


def test_two_downloads_of_one_file_at_once_are_both_whole(tmp_path):
    """Two tasks of one QGIS have the same process, and fetch the same timetable."""
    bodies = [bytes([letter]) * (1 << 20) for letter in b"abcdefgh"]
    waiting = list(bodies)
    found = []

    def fetch():
        question = Request(server.url + "/fil")
        kept = download(Client(RequestsHttp()), Cache(tmp_path), question, source_id="x", licence="", key="fil")
        found.append(kept.about.sha256)

    with Raw(lambda question: answer(waiting.pop())) as server:
        threads = [threading.Thread(target=fetch) for _ in bodies]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    assert len(set(found)) == len(bodies), "each got a file of its own, of one letter"
    path, _ = Cache(tmp_path).find("fil")
    assert path.read_bytes() in bodies
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["about.json", "body"]


@pytest.mark.parametrize("fetched", ["2999-01-01T00:00:00+00:00", "2026-01-01T00:00:00", "i går", None])
def test_a_cache_from_the_future_or_with_no_date_is_asked_for_anew(tmp_path, fetched):
    with Raw(answer(b"ny")) as server:

        def fetch():
            return download(
                Client(RequestsHttp()), Cache(tmp_path), Request(server.url), source_id="x", licence="", key="fil", max_age_days=1
            )  # fmt: skip

        about = fetch().path.parent / "about.json"
        assert not fetch().fresh
        about.write_text(json.dumps({**json.loads(about.read_text()), "fetched": fetched}))
        assert fetch().fresh


def test_what_a_killed_run_left_is_swept_away(tmp_path):
    old, young = tmp_path / "a.1.part", tmp_path / "b.2.part"
    for left in (old, young):
        left.write_bytes(b"halv")
    (tmp_path / "c.3.new").mkdir()
    long_ago = (datetime.now(timezone.utc) - timedelta(days=3)).timestamp()
    for left in (old, tmp_path / "c.3.new"):
        os.utime(left, (long_ago, long_ago))
    Cache(tmp_path).unfinished("x")
    assert list(tmp_path.iterdir()) == [young]
