"""Tables from files as people keep them: every encoding, delimiter and workbook gives the same text, or a reason."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.sources.errors import HostileFile
from narvard_plugin.sources.facility_files import FileProblem, decoded, read_sheet, read_table, sha256_of
from tests.shared import campaign, shared_file

HEADER = ["Enhetens id", "Namn", "Öst (X)"]
CELLS = st.text(st.sampled_from("abcÅÄÖåäöé 0123456789,.;|\t\"'-=+@\n€"), max_size=12).map(str.strip)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6)


@settings(max_examples=campaign(150, 4000), deadline=None, derandomize=True)
@given(
    ROWS,
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    st.sampled_from(";,\t|"),
    st.sampled_from(["\r\n", "\n"]),
)
def test_what_was_written_is_read(tmp_path_factory, rows, encoding, delimiter, ending):
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=delimiter, lineterminator=ending, quoting=csv.QUOTE_ALL)
    writer.writerows([HEADER, *rows])
    path = tmp_path_factory.getbasetemp() / "rows.csv"
    path.write_bytes(made.getvalue().encode(encoding))
    table = read_table(path)
    assert (table.header, table.delimiter) == (HEADER, delimiter)
    assert table.rows == [list(row) for row in rows]


def test_a_plain_file_of_excel_in_sweden(tmp_path):
    path = tmp_path / "vård.csv"
    path.write_bytes("sep=;\r\nid;namn;x\r\n0580;Tjärö, västra;583 000,5\r\n;;\r\n0581;Å;\r\n".encode("cp1252"))
    table = read_table(path)
    assert (table.header, table.encoding, table.delimiter) == (["id", "namn", "x"], "cp1252", ";")
    assert table.rows == [["0580", "Tjärö, västra", "583 000,5"], ["", "", ""], ["0581", "Å", ""]]


def test_signs_that_nobody_sees_make_no_other_id(tmp_path):
    path = tmp_path / "hopfogad.csv"
    path.write_text("\ufeffid;namn\na;Ett\n\ufeffid;namn\n\ufeffa;\u200bEtt\u00ad\n", encoding="utf-8")
    table = read_table(path)
    assert (table.header, table.rows) == (["id", "namn"], [["a", "Ett"], ["id", "namn"], ["a", "Ett"]])


@pytest.mark.parametrize("end", ["", 'd;"Tre";5;6\n'])
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows_in_silence(tmp_path, end):
    path = tmp_path / "citat.csv"
    path.write_text(f'id;namn;x;y\na;"Ett, ""A""\nvid ån";1;2\nb;"Två;3;4\nc;Tre;5;6\n{end}', encoding="utf-8")
    with pytest.raises(FileProblem) as raised:
        read_table(path)
    assert (raised.value.reason, raised.value.detail) == ("quote", "2")


def test_decimal_commas_do_not_divide(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("namn;x;y\na;1,5;2,5\nb;1,5;2,5\nc;1,5;2,5\n", encoding="utf-8")
    assert read_table(path).delimiter == ";"


def test_every_byte_is_a_letter_of_some_kind():
    assert decoded(bytes(range(256)))[1] == "latin-1"
    assert decoded("Å".encode("utf-8-sig")) == ("Å", "utf-8-sig")


def workbook(path, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, str):
                    cell.data_type = "s"
    book.save(path)
    return path


def test_workbooks_keep_codes_and_formulas_as_text(tmp_path):
    path = workbook(
        tmp_path / "enheter.xlsx",
        Anvisning=[["Läs detta"]],
        Enheter=[
            ["id", "kommun", "x", "år"],
            ["=1+1", "0880", 583000.25, 1998],
            [None, None, None, None],
            ["b", 880, 1e-5, None],
        ],
        Utbud=[["id"], ["=1+1"]],
    )
    table = read_table(path, ("Enheter",))
    assert (table.sheet, table.sheets) == ("Enheter", ("Anvisning", "Enheter", "Utbud"))
    assert table.header == ["id", "kommun", "x", "år"]
    assert table.rows == [["=1+1", "0880", "583000.25", "1998"], ["", "", "", ""], ["b", "880", "1e-05", ""]]
    assert read_sheet(path, ("Services", "Utbud")).rows == [["=1+1"]]
    assert read_sheet(path, ("Kapacitet",)) is None
    assert read_table(path, ("Finns inte",)).sheet == "Enheter"  # the first with rows under its headings


def test_json_of_a_service(tmp_path):
    path = tmp_path / "units.json"
    path.write_text(
        json.dumps({"careUnits": [{"name": "Å", "lat": 57.5, "open": {"mon": 1}}, {"name": "B", "hsa": None}]})
    )
    table = read_table(path)
    assert table.header == ["name", "lat", "open", "hsa"]
    assert table.rows == [["Å", "57.5", '{"mon": 1}', ""], ["B", "", "", ""]]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"", "empty"), ("a.csv", b"\r\n ; ;\r\n", "empty"), ("a.csv", b"a;b\n\0\0;c", "not_a_table"),
        ("a.json", b"[1, 2]", "not_a_table"), ("a.json", b'{"a": 1}', "not_a_table"), ("a.json", b"[{", "damaged"),
        ("a.json", b"[" * 100_000, "damaged"), ("a.json", b"[]", "empty"),
        ("a.csv", b"a;b\n" + b"x" * (1 << 21) + b";c", "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_table(tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileProblem) as problem:
        read_table(tmp_path / name)
    assert problem.value.reason == reason


def test_a_file_that_is_missing_or_harmful(tmp_path):
    with pytest.raises(FileProblem, match="missing"):
        read_table(tmp_path / "finns inte.csv")
    with pytest.raises(FileProblem):
        sha256_of(tmp_path / "finns inte.csv")
    fake = tmp_path / "fake.xlsx"
    fake.write_bytes(b"not a zip")
    with pytest.raises(HostileFile, match="damaged"):
        read_table(fake)
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (100 << 20))
    with pytest.raises(HostileFile, match="bomb"):
        read_table(bomb)
    empty = tmp_path / "empty.xlsx"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("hej.txt", "hej")
    with pytest.raises(FileProblem, match="damaged"):
        read_table(empty)


def test_entities_of_a_workbook_do_not_swell(tmp_path):
    """A billion laughs in a sheet: refused before anybody reads them."""
    good, bad = workbook(tmp_path / "good.xlsx", Enheter=[["id"], ["text"]]), tmp_path / "bad.xlsx"
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            if member == "xl/worksheets/sheet1.xml":
                text = content.decode().replace("<t>text</t>", "<t>&l9;</t>")
                start = text.index("<worksheet")
                content = f'{text[:start]}<!DOCTYPE worksheet [<!ENTITY l0 "ha">{laughs}]>{text[start:]}'.encode()
            new.writestr(member, content)
    with pytest.raises(HostileFile, match="entities"):
        read_table(bad)


@pytest.mark.parametrize(
    ("file", "rows", "encoding"),
    [
        ("pipos_pharmacies_2025/pharmacies_2025.csv", 1408, "utf-8"), ("osm_health_sweden_2020/facilities.csv", 1546, "utf-8"),
        ("scb_grid1km_dalarna/befolkning_1km_2025_dalarna.csv", 4004, "utf-8-sig"), ("hsa_careunits_vgr/careunits.json", 2, "utf-8"),
    ],
)  # fmt: skip
def test_real_files(file, rows, encoding):
    table = read_table(shared_file(f"data/{file}"))
    assert (len(table.rows), table.encoding) == (rows, encoding)
    assert {len(row) for row in table.rows} == {len(table.header)}
    assert not table.header[0].startswith("\ufeff")
