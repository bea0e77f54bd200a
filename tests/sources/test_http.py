"""Both ways to the web give the same answers, the same errors, and keep nothing of an answer that is not whole."""

import json
import threading
import time

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig

from narvard_plugin.adapters.qgis_http import QgisHttp, credentials
from narvard_plugin.sources import errors
from narvard_plugin.sources.cache import Cache
from narvard_plugin.sources.client import Client, Pace
from narvard_plugin.sources.credentials import Credentials
from narvard_plugin.sources.download import download
from narvard_plugin.sources.http import Request
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.sentences import sentence
from tests.sources.servers.base import Reply, Server, as_json

BACKENDS = {"qgis": QgisHttp, "requests": RequestsHttp}


class Echo(Server):
    """Tells what it was asked; /moved sends on, /file has an ETag, /secret wants a header."""

    elsewhere = ""

    def reply(self, asked):
        if asked.path == "/moved":
            return Reply(303, b"", headers={"Location": self.elsewhere or "/ask?a=1%2B2"})
        if asked.path == "/round":
            return Reply(302, b"", headers={"Location": "/round"})
        if asked.path == "/file":
            if asked.headers.get("if-none-match") == '"v1"':
                return Reply(304, b"")
            return Reply(
                200,
                b"x" * 300_000,
                "application/zip",
                {"ETag": '"v1"', "Last-Modified": "Sun, 01 Nov 2026 04:00:00 GMT"},
            )
        if asked.path == "/problem":
            problem = {"type": "about:blank", "title": "Non-existent value", "status": 400, "detail": "Region 99"}
            return as_json(problem, 400, "application/problem+json")
        names = {"authorization", "x-key", "accept-encoding"}
        headers = {name: value for name, value in asked.headers.items() if name in names}
        return as_json(
            {"method": asked.method, "query": asked.pairs, "raw": asked.raw_query, "headers": headers,
             "body": asked.body.decode(), "filling": "å" * 2000}
        )  # fmt: skip


@pytest.fixture
def server():
    with Echo() as running:
        yield running


@pytest.fixture(params=BACKENDS)
def client(request, qgis_app):
    return Client(BACKENDS[request.param](), pause=0.01)


def test_a_question_arrives_as_it_was_asked(server, client):
    query = [("valueCodes[Kön]", "1+2"), ("valueCodes[Region]", "20*"), ("tom", "")]
    told = client.json(Request(server.url + "/ask", query, {"X-Key": "k"}))
    assert told["method"] == "GET"
    assert told["query"] == [list(pair) for pair in query]
    assert "1%2B2" in told["raw"]
    assert told["headers"]["x-key"] == "k"
    assert "gzip" in told["headers"]["accept-encoding"]
    assert told["filling"] == "å" * 2000


def test_a_body_makes_it_a_post(server, client):
    told = client.json(
        Request(server.url + "/ask", body='{"ö": 1}'.encode(), headers={"Content-Type": "application/json"})
    )
    assert (told["method"], told["body"]) == ("POST", '{"ö": 1}')


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("failing", errors.ServerFailed), ("too_many_for_long", errors.TooMany), ("cut_off", errors.CutOff),
        ("wrong_encoding", errors.Unreadable), ("wrong_content_type", errors.WrongContent), ("empty", errors.Unreadable),
        ("malformed", errors.Unreadable), ("closed", errors.NoAnswer),
    ],
)  # fmt: skip
def test_each_fault_is_told_apart(server, client, fault, error):
    server.misbehave(fault, times=None)
    with pytest.raises(error) as raised:
        client.json(Request(server.url + "/ask", [("key", "hemlig")]))
    assert "hemlig" not in sentence(raised.value)
    assert "127.0.0.1" in sentence(raised.value)


def test_a_silent_server_is_given_up(server, client):
    server.misbehave("slow")
    with pytest.raises(errors.TimedOut):
        client.json(Request(server.url + "/ask", idle_seconds=0.3))


def test_a_huge_answer_is_dropped_on_the_way(server, client, tmp_path):
    server.misbehave("huge", times=None)
    with pytest.raises(errors.TooLarge):
        client.json(Request(server.url + "/ask", most_bytes=2 << 20))
    with pytest.raises(errors.TooLarge):
        download(client, Cache(tmp_path), Request(server.url + "/file", most_bytes=2 << 20), source_id="x", licence="")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("fault", ["too_many", "failing", "cut_off", "closed"])
def test_a_passing_fault_is_waited_out(server, client, fault):
    server.misbehave(fault, times=2)
    assert client.json(Request(server.url + "/ask"))["method"] == "GET"
    assert len(server.asked) >= 3


def test_nobody_at_all_is_told_with_the_way_out(client):
    with Echo() as gone:
        url = gone.url
    with pytest.raises(errors.NoAnswer) as raised:
        client.json(Request(url + "/ask"))
    assert "proxy" in sentence(raised.value)


def test_the_user_can_stop_a_silent_answer(server, qgis_app):
    for backend in BACKENDS.values():
        stop = threading.Event()
        server.misbehave("slow", times=None)
        timer = threading.Timer(0.3, stop.set)
        timer.start()
        # A reader that waits inside one read can't be interrupted: there the silence ends it.
        silence = 60.0 if backend is QgisHttp else 1.0
        expected = errors.Stopped if backend is QgisHttp else (errors.Stopped, errors.TimedOut)
        with pytest.raises(expected):
            Client(backend(), cancelled=stop.is_set).json(Request(server.url + "/ask", idle_seconds=silence))
        timer.cancel()


def test_the_user_can_stop_while_the_source_makes_us_wait(server, client):
    server.misbehave("failing", times=None)
    client._pause, client._cancelled = 30.0, lambda: bool(server.asked)
    with pytest.raises(errors.Stopped):
        client.json(Request(server.url + "/ask"))


def test_the_words_of_a_problem_reach_the_user(server, client):
    with pytest.raises(errors.Rejected) as raised:
        client.json(Request(server.url + "/problem"))
    assert raised.value.detail == "Non-existent value: Region 99"


def test_a_redirect_keeps_the_key_at_home(server, client):
    key = {"Authorization": "Bearer t"}
    assert client.json(Request(server.url + "/moved", headers=key))["headers"]["authorization"] == "Bearer t"
    with Echo() as other:
        server.elsewhere = other.url + "/ask"
        told = client.json(Request(server.url + "/moved", headers=key))
    assert "authorization" not in told["headers"]
    with pytest.raises(errors.Unreadable, match="redirects"):
        client.json(Request(server.url + "/round"))


def test_calls_keep_to_the_pace(server):
    client = Client(RequestsHttp(), pace=Pace(3, 0.6))
    slept = []
    client.wait = slept.append
    for _ in range(5):
        client.json(Request(server.url + "/ask"))
    assert len(slept) == 2
    assert all(0 < seconds <= 0.61 for seconds in slept)


def test_the_pace_counts_from_the_answer_on(server):
    """A question may be long on its way: the service counts from when it came."""
    client = Client(RequestsHttp(), pace=Pace(1, 30.0))
    slept = []
    client.wait = slept.append
    whole = server.reply
    server.reply = lambda asked: (time.sleep(0.5), whole(asked))[1]
    for _ in range(2):
        client.json(Request(server.url + "/ask"))
    assert len(slept) == 1 and slept[0] > 29.8


def test_a_download_is_kept_once_and_asked_for_with_its_mark(server, client, tmp_path):
    def fetch(**more):
        known = {"source_id": "trafiklab", "licence": "CC0 1.0", "types": ("application/zip",)}
        return download(client, Cache(tmp_path), Request(server.url + "/file", [("key", "hemlig")]), **known, **more)

    first, again = fetch(), fetch()
    assert (first.fresh, again.fresh) == (True, False)
    assert server.asked[-1].headers["if-modified-since"] == "Sun, 01 Nov 2026 04:00:00 GMT"
    assert again.path.read_bytes() == b"x" * 300_000
    asked = len(server.asked)
    assert fetch(max_age_days=1).about.licence == "CC0 1.0"
    assert len(server.asked) == asked, "a young copy is not asked for"
    told = json.loads((first.path.parent / "about.json").read_text())
    assert "hemlig" not in json.dumps(told)
    first.path.write_bytes(b"x" * 299_999 + b"y")
    assert fetch(max_age_days=1).fresh, "a damaged copy is fetched again"


@pytest.mark.parametrize("fault", ["cut_off", "wrong_content_type", "failing", "closed"])
def test_a_download_that_fails_leaves_the_earlier_one(server, client, tmp_path, fault):
    def fetch():
        return download(
            client,
            Cache(tmp_path),
            Request(server.url + "/file"),
            source_id="x",
            licence="",
            types=("application/zip",),
        )

    before = fetch()
    before_about = (before.path.parent / "about.json").read_text()
    server.reply = lambda asked: Reply(200, b"z" * 10_000, "application/zip")
    server.misbehave(fault, times=None)
    with pytest.raises(errors.SourceError):
        fetch()
    assert before.path.read_bytes() == b"x" * 300_000
    assert (before.path.parent / "about.json").read_text() == before_about
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["about.json", "body"]


def test_credentials_come_from_the_authentication_store_and_are_never_shown(qgis_app):
    manager = QgsApplication.authManager()
    kept = QgsAuthMethodConfig("Basic")
    kept.setName("Lastkajen")
    kept.setConfig("username", "planerare")
    kept.setConfig("password", "hemligt")
    manager.setMasterPassword("prov", True)
    assert manager.storeAuthenticationConfig(kept)
    assert credentials(kept.id()) == Credentials("planerare", "hemligt")
    assert "hemligt" not in repr(credentials(kept.id()))
    assert credentials("saknas1") is None


def test_every_error_has_a_sentence():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.SourceError)]
    made = {"reason": "bomb", "status": 403, "seconds": 3.0, "expected": 9, "got": 4, "most_bytes": 1 << 20}
    for kind in kinds:
        if kind is not errors.SourceError:
            values = {name: made.get(name, "x") for name in kind.__dataclass_fields__}
            assert len(sentence(kind(**values))) > 60
