"""Zips and XML made to harm are refused with what is wrong with them, and leave nothing behind."""

import errno
import io
import stat
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.PyQt.QtCore import QXmlStreamReader

from narvard_plugin.sources import hostile
from narvard_plugin.sources.errors import DiskProblem, HostileFile
from narvard_plugin.sources.hostile import checked_xml, checked_zip, unpack
from narvard_plugin.sources.sentences import sentence

GOOD = {"data/stops.txt": b"stop_id\n1\n", "routes.txt": b"route_id\n" * 1000}


def zipped(members, **options):
    """The bytes of a zip of ``members``: name or ZipInfo -> content."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members.items() if isinstance(members, dict) else members:
            archive.writestr(name, content)
    return packed.getvalue()


def told(name, **of):
    info = zipfile.ZipInfo(name)
    for field, value in of.items():
        setattr(info, field, value)
    return info


@pytest.fixture
def refused(tmp_path):
    """``refused(reason, content)``: neither looking nor unpacking goes well, and nothing is left of it."""

    def refused(reason, content, **options):
        path, folder = tmp_path / "från nätet.zip", tmp_path / "ut" / "inre"
        folder.mkdir(parents=True)
        path.write_bytes(content)
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(HostileFile) as raised:
            unpack(path, folder, **options)
        assert raised.value.reason == reason
        assert "från nätet.zip" in sentence(raised.value)
        assert sorted(tmp_path.rglob("*")) == before

    return refused


def test_an_honest_zip_is_unpacked(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({**GOOD, "data/": b""}))
    made = unpack(path, tmp_path, wanted=lambda name: name.endswith(".txt"))
    assert {file.name: file.read_bytes() for file in made} == {
        "stops.txt": b"stop_id\n1\n",
        "routes.txt": GOOD["routes.txt"],
    }
    assert {file.parent for file in made} == {tmp_path}


@pytest.mark.parametrize(
    "name",
    [
        "../../ut.txt", "a/../../ut.txt", "/etc/passwd", "\\ut.txt", "..\\ut.txt", "C:\\ut.txt", "C:ut.txt", "a/b.txt:dold",
        "\\\\server\\share\\ut.txt", "CON", "data/nul.txt", "aux .csv", "./",
    ],
)  # fmt: skip
def test_no_member_leaves_its_folder(refused, name):
    info = told("x")
    info.filename = name
    refused("outside", zipped([("first.txt", b"1"), (info, b"2")]))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_member_is_a_file(refused, kind):
    refused("link", zipped([(told("roads.shp", external_attr=(kind | 0o777) << 16), b"/etc/passwd")]))


def test_a_link_that_stands_there_already_is_not_followed(tmp_path, refused):
    outside = tmp_path / "utanför.txt"
    outside.write_text("mitt")
    (tmp_path / "ut" / "inre").mkdir(parents=True)
    (tmp_path / "ut" / "inre" / "roads.txt").symlink_to(outside)
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"roads.txt": b"ditt"}))
    with pytest.raises(HostileFile, match="link"):
        unpack(path, tmp_path / "ut" / "inre")
    assert outside.read_text() == "mitt"


@pytest.mark.parametrize("bit", [0x1, 0x40])
def test_an_encrypted_member_is_told(refused, bit):
    content = bytearray(zipped({"hemlig.txt": b"x"}))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = content.find(mark) + at
        struct.pack_into("<H", content, place, bit)
    refused("encrypted", bytes(content))


def test_a_bomb_is_told_by_its_swelling(refused):
    refused("bomb", zipped({"noll.csv": bytes(hostile.SUSPECT_BYTES + 1)}))


def test_a_bomb_does_not_hide_beside_much_else(refused):
    bulk = told("bulk.bin", compress_type=zipfile.ZIP_STORED)
    refused("bomb", zipped([(bulk, bytes(2 << 20)), ("noll.csv", bytes(hostile.SUSPECT_BYTES + 1))]))


def test_more_than_the_limit_is_not_unpacked(refused):
    refused("too_large", zipped({"a.txt": bytes(2000)}), most_bytes=1999)


@pytest.mark.parametrize("size", [10, 1 << 20])
def test_a_zip_may_lie_of_its_sizes(refused, size):
    """Told smaller or larger than it is: what comes out is counted and checked, whatever stands in the directory."""
    content = bytearray(zipped({"first.txt": b"kept until the fault", "a.txt": b"0123456789" * 500}))
    struct.pack_into("<I", content, content.rfind(b"PK\1\2") + 24, size)
    refused("damaged", bytes(content))


def test_an_earlier_file_stays_until_the_new_one_is_whole(tmp_path):
    earlier = tmp_path / "a.txt"
    earlier.write_text("förra")
    content = bytearray(zipped({"a.txt": b"0123456789" * 500}))
    (tmp_path / "ny.zip").write_bytes(content)
    content[60] ^= 0xFF
    (tmp_path / "trasig.zip").write_bytes(content)
    with pytest.raises(HostileFile, match="damaged"):
        unpack(tmp_path / "trasig.zip", tmp_path)
    assert earlier.read_text() == "förra"
    assert unpack(tmp_path / "ny.zip", tmp_path) == [earlier]
    assert earlier.read_text() == "0123456789" * 500
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "ny.zip", "trasig.zip"]


def test_a_full_disk_is_told_as_one(tmp_path, monkeypatch):
    (tmp_path / "a.zip").write_bytes(zipped(GOOD))

    def full(*arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(hostile, "_copy", full)
    with pytest.raises(DiskProblem, match="No space left"):
        unpack(tmp_path / "a.zip", tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


def test_what_comes_out_is_counted_when_the_directory_says_less(tmp_path, monkeypatch):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": bytes(5000)}))
    members = checked_zip(path)
    monkeypatch.setattr(hostile, "checked_zip", lambda *arguments: members)
    with pytest.raises(HostileFile, match="too_large"):
        unpack(path, tmp_path, most_bytes=4000)
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


def test_thousands_of_members_are_too_many(refused):
    refused("too_many", zipped({f"{n}.txt": b"" for n in range(hostile.MOST_MEMBERS + 1)}))


def test_a_directory_without_end_is_not_read(refused):
    content = bytearray(zipped(GOOD))
    struct.pack_into("<I", content, content.rfind(b"PK\5\6") + 12, hostile.MOST_DIRECTORY_BYTES + 1)
    refused("too_many", bytes(content))


def test_the_larger_record_of_a_large_zip_is_read(tmp_path):
    path = tmp_path / "a.zip"
    record = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 1 << 24, 1 << 24, 1 << 40, 0)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1)
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(record + locator + end)
    with pytest.raises(HostileFile, match="too_many"):
        checked_zip(path)


def test_names_that_windows_takes_for_one_are_refused(refused):
    refused("damaged", zipped({"a/Stops.txt": b"1", "b/stops.TXT": b"2"}))


def test_a_zip_within_a_zip_stays_closed(tmp_path):
    inner = zipped({"../ut.txt": b"x"})
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"inner.zip": inner}))
    (made,) = unpack(path, tmp_path)
    assert made.read_bytes() == inner
    assert {file.name for file in tmp_path.iterdir()} == {"a.zip", "inner.zip"}


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.data())
def test_a_damaged_zip_is_refused_or_read_right(tmp_path_factory, data):
    good = zipped(GOOD)
    spoiled = bytearray(good)
    for at in data.draw(st.lists(st.integers(0, len(good) - 1), max_size=4)):
        spoiled[at] = data.draw(st.integers(0, 255))
    folder = tmp_path_factory.mktemp("zip")
    (folder / "a.zip").write_bytes(
        spoiled[: data.draw(st.integers(0, len(good)))] if data.draw(st.booleans()) else spoiled
    )
    try:
        made = unpack(folder / "a.zip", folder)
    except HostileFile:
        made = []
    contents = set(GOOD.values())
    assert all(file.read_bytes() in contents or not file.stat().st_size for file in made)
    assert {file.name for file in folder.iterdir()} == {"a.zip", *(file.name for file in made)}


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><a>&d;</a>'
XML = {
    "doctype": ("entities", b'<?xml version="1.0"?><!DOCTYPE a><a/>'),
    "entity": ("entities", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    "external": ("entities", b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>'),
    "small letters": ("entities", b'<!doctype a [<!entity x "y">]><a>&x;</a>'),
    "laughs": ("entities", LAUGHS.encode()),
    "utf-16": ("entities", ('<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS).encode("utf-16")),
    "utf-16 without mark": ("entities", ('<?xml version="1.0" encoding="UTF-16BE"?>' + LAUGHS).encode("utf-16-be")),
    "utf-32": ("entities", ('<?xml version="1.0" encoding="UTF-32"?>' + LAUGHS).encode("utf-32")),
    "parameter": ("entities", b"<!DOCTYPE a [<!ENTITY % p \"<!ENTITY q 'r'>\">%p;]><a>&q;</a>"),
    "deep": ("too_deep", b"<a>" * 201 + b"</a>" * 201),
    "endless": ("too_deep", b"<a>" * 100_000),
    "cut": ("damaged", b"<a><b>1</b><c>"),
    "empty": ("damaged", b""),
    "unknown entity": ("damaged", b"<a>&x;</a>"),
    "no xml": ("damaged", b"PK\3\4"),
    "two roots": ("damaged", b"<a/><a/>"),
}


@pytest.mark.parametrize("case", XML)
def test_xml_made_to_harm_is_refused(case):
    reason, content = XML[case]
    with pytest.raises(HostileFile) as raised:
        checked_xml("svar.xml", content)
    assert raised.value.reason == reason
    assert "svar.xml" in sentence(raised.value)


def test_a_doctype_in_any_encoding_is_seen_by_the_reader_itself():
    """What hides from a search for ASCII (here UTF-7) is no DOCTYPE to Qt, or is found as one."""
    content = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a [+ADwAIQ-ENTITY x "y"+AD4]+AD4<a>+ACY-x;</a>'
    with pytest.raises(HostileFile):
        checked_xml("svar.xml", content)


def test_honest_xml_is_read_from_its_beginning():
    reader = checked_xml("svar.xml", "<a><b>Åre</b></a>".encode())
    found = []
    while not reader.atEnd():
        if reader.readNext() == QXmlStreamReader.TokenType.Characters:
            found.append(reader.text())
    assert found == ["Åre"]
    assert checked_xml("svar.xml", b"<a>" * 200 + b"</a>" * 200).readNext() == QXmlStreamReader.TokenType.StartDocument
