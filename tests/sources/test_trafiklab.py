"""Timetables from Trafiklab: within the quota, only when changed, opened before they are believed, and the key nowhere."""

from contextlib import nullcontext
from datetime import date
from urllib.parse import quote

import pytest

from narvard_plugin.sources import errors
from narvard_plugin.sources.cache import Cache
from narvard_plugin.sources.client import Client
from narvard_plugin.sources.credentials import Credentials
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.new_files import NewFiles
from narvard_plugin.sources.trafiklab import Trafiklab
from tests.sources.impatient import files_in, impatient, told
from tests.sources.servers.base import FAULTS
from tests.sources.servers.trafiklab import KEY, TrafiklabServer, without_weekdays, zipped

DAY = date(2026, 11, 23)


def table(text: str) -> bytes:
    return text.replace(" ", "").strip().replace("\n", "\r\n").encode()


TABLES = {
    "agency.txt": table("agency_id,agency_name,agency_url,agency_timezone\n1,Ö,https://example.org,Europe/Stockholm"),
    "feed_info.txt": table("feed_publisher_name,feed_publisher_url,feed_lang,feed_version\nÖ,https://example.org,sv,1"),
    "stops.txt": table("stop_id,stop_name,stop_lat,stop_lon\na,A,58.1,15.1\nb,B,58.2,15.2"),
    "routes.txt": table("route_id,agency_id,route_short_name,route_type\n1,1,1,700"),
    "trips.txt": table("route_id,service_id,trip_id\n1,S,t1"),
    "stop_times.txt": table(
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,24:10:00,24:10:00,a,1\nt1,24:20:00,24:20:00,b,2"
    ),
    "calendar.txt": table(
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "S,1,1,1,1,1,0,0,20261101,20261212"
    ),
    "calendar_dates.txt": table("service_id,date,exception_type\nS,20261212,1"),
}
FEED = zipped(TABLES)


@pytest.fixture
def server():
    with TrafiklabServer({"otraf": FEED, "sverige2": FEED}) as running:
        yield running


def fetch(server, kept_in, client=None, folder=None, **more):
    given = {"key": Credentials("key", KEY), "operator": "otraf", "cache": Cache(kept_in), "today": DAY, **more}
    with NewFiles(folder) if folder else nullcontext() as files:
        return Trafiklab(server.base, files=files, **given).fetch(client or Client(RequestsHttp(), pause=0.01))


def test_one_download_serves_until_the_timetable_changes(server, tmp_path):
    first = fetch(server, tmp_path)
    assert (first.parts, first.part, first.data_date) == ((), "otraf", "2026-11-01")
    assert "valid 2026-11-01–2026-12-12" in first.notes[0]
    assert first.files[0].read_bytes() == FEED
    asked, left = len(server.asked), server.left
    assert fetch(server, tmp_path).files == first.files
    assert (len(server.asked), server.left) == (asked, left), "younger than a day: not asked for"
    fetch(server, tmp_path, max_age_days=0.0)
    assert server.asked[-1].headers["if-none-match"].strip('"') == first.version
    assert server.asked[-1].headers["if-modified-since"].startswith("Sun, 01 Nov 2026")
    server.feeds["otraf"] = zipped({**TABLES, "feed_info.txt": TABLES["feed_info.txt"].replace(b",1", b",2")})
    assert fetch(server, tmp_path, max_age_days=0.0).version != first.version


def test_validity_comes_from_the_single_dates_where_no_weekday_is_set(server, tmp_path):
    server.feeds["otraf"] = without_weekdays(FEED)
    fetched = fetch(server, tmp_path, today=date(2027, 1, 4))
    assert "valid 2026-11-02–2026-12-12" in fetched.notes[0]  # the first Monday; the last day is a Saturday on its own
    assert "outside those days" in fetched.notes[1]


def test_a_copy_is_put_into_the_folder_whole_or_not_at_all(server, tmp_path):
    folder = tmp_path / "tidtabeller åäö"
    fetched = fetch(server, tmp_path / "cache", folder=folder)
    assert fetched.files == (folder / "otraf.zip",)
    assert files_in(folder) == ["otraf.zip"]
    assert fetched.files[0].read_bytes() == FEED
    blocked = tmp_path / "fil"
    blocked.write_text("ingen mapp")
    with pytest.raises(errors.DiskProblem):
        fetch(server, tmp_path / "cache", folder=blocked)


def test_sweden_2_asks_for_its_free_description_first(server, tmp_path):
    fetch(server, tmp_path, kind="sverige2", operator="")
    asked = [one.path for one in server.asked]
    assert asked == ["/gtfs/sweden.zip"]
    fetch(server, tmp_path, kind="sverige2", operator="", max_age_days=0.0)
    assert [one.path for one in server.asked][1:] == ["/samtrafiken/gtfs/feed_info.txt"], (
        "the same version: no download"
    )
    assert all(one.method == "GET" for one in server.asked)
    assert "key" not in server.asked[-1].query
    server.feeds["sverige2"] = zipped({**TABLES, "feed_info.txt": TABLES["feed_info.txt"].replace(b",1", b",2")})
    words = told(lambda: fetch(server, tmp_path, impatient_of_pace(), kind="sverige2", operator="", max_age_days=0.0))
    assert "At most one call a minute" in words


def impatient_of_pace():
    """A client for which waiting takes no time, so that the server's own limit is what it meets."""
    client = impatient()
    client.wait = lambda seconds: None
    return client


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda server: server.feeds.clear(), "The file does not exist"),
        (lambda server: setattr(server, "left", 0), "Quota exceeded for this month. Try again later"),
        (lambda server: server.feeds.update(otraf=zipped({**TABLES, "calendar.txt": b"", "calendar_dates.txt": b""})), "no day on which anything runs"),
        (lambda server: server.feeds.update(otraf=zipped({"stops.txt": b"stop_id\n"})), "lacks"),
        (lambda server: server.feeds.update(otraf=FEED[:200]), "damaged"),
        (lambda server: server.feeds.update(otraf=zipped({**TABLES, "../hemma.txt": b"x"})), "outside its folder"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told_and_the_earlier_timetable_stays(server, tmp_path, spoil, words):
    kept = fetch(server, tmp_path)
    spoil(server)
    assert words in told(lambda: fetch(server, tmp_path, max_age_days=0.0))
    assert kept.files[0].read_bytes() == FEED
    assert files_in(tmp_path) == ["about.json", "body"]


#: A zip has no encoding of its own, and what stands after its end is read by nobody.
@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "wrong_encoding"])
def test_no_fault_leaves_anything(server, tmp_path, fault):
    server.misbehave(fault, times=None)
    assert "Nothing was stored" in told(lambda: fetch(server, tmp_path, impatient()))
    assert files_in(tmp_path) == []


def test_the_key_is_nowhere_but_in_the_question(server, tmp_path):
    fetched = fetch(server, tmp_path)
    assert server.asked[-1].query["key"] == KEY
    wrong = Credentials("key", "fel+nyckel/Å=9")
    words = told(lambda: fetch(server, tmp_path, key=wrong, max_age_days=0.0))
    assert "403" in words and "is invalid" in words
    secrets = [KEY, wrong.secret, quote(KEY, safe=""), quote(wrong.secret, safe="")]
    kept = [path.read_bytes().decode("latin-1") for path in tmp_path.rglob("*.json")]
    for secret in secrets:
        assert secret not in words
        assert secret not in repr(fetched)
        assert all(secret not in text for text in kept)
    with TrafiklabServer({}) as gone:
        url = gone.url
    with pytest.raises(errors.NoAnswer) as raised:
        Trafiklab(url, Credentials("key", KEY), "klt", Cache(tmp_path)).fetch(impatient())
    assert KEY not in repr(raised.value) + str(vars(raised.value))


def test_cancel_while_downloading_leaves_nothing(server, tmp_path):
    asks = iter([False, False])
    stop = impatient(cancelled=lambda: next(asks, True))
    with pytest.raises(errors.Stopped):
        fetch(server, tmp_path / "cache", stop, folder=tmp_path / "ut")
    assert files_in(tmp_path) == []
