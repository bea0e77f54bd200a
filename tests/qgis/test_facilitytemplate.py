"""The template for facilities: made, filled in, and read back with services and capacity."""

# ruff: noqa: F811 - the fixtures are imported

import openpyxl
import pytest

from .facility_steps import counts, imported, kept, own, table, workspace  # noqa: F401
from .small_network import refused, rows, run


@pytest.mark.parametrize("chosen", ["xlsx", "csv"])
def test_the_template_is_filled_in_and_read(workspace, tmp_path, chosen):
    made = run("facilitytemplate", FOLDER=str(tmp_path), TYPE="vardcentral", FORMAT=chosen)["FILE"]
    refused("may have been filled in", "facilitytemplate", FOLDER=str(tmp_path), TYPE="vardcentral", FORMAT=chosen)
    with pytest.raises(Exception, match="only example rows"):
        imported(made, workspace, PRESET="excel")
    values = {
        "Facility id": "K1", "Name": "=1+1", "Facility type": "Health centre", "Principal": "Region",
        "Form of operation": "Choice system (LOV)", "Region": "Region Kalmar län", "Municipality": "Kalmar", "Opened year": 1999,
        "Postal code": "039 20", "East (X)": 583000, "North (Y)": 6281000, "Services": "Vaccination", "Registered patients": 8123,
        "Date of the source": "2026-01-31",
    }  # fmt: skip
    fill = fill_workbook if chosen == "xlsx" else fill_csv
    fill(made, values)
    results = imported(made, workspace, PRESET="excel")
    assert counts(results) == [1, 0, 0, 1 if chosen == "xlsx" else 0]
    assert results["EXAMPLE_COUNT"] == (4 if chosen == "xlsx" else 2)
    one = own(workspace).loc["K1"]
    assert [one[name] for name in ("name", "type", "huvudman", "driftsform", "region", "municipality", "opened", "postal_code")] == [
        "=1+1", "vardcentral", "region", "lov", "08", "0880", 1999, "039 20",
    ]  # fmt: skip
    assert kept(workspace, "services")[["facility_id", "service"]].values.tolist() == [["K1", "vaccination"]]
    assert kept(workspace, "capacity").values.tolist() == [["K1", "listade", 8123, "2026-01-31"]]
    if chosen == "xlsx":
        (bad,) = rows(results["REJECTED"])
        assert (bad["sheet"], bad["row"], bad["reason"]) == ("Services", 3, "The service is not known.")
        service = kept(workspace, "services").iloc[0]
        assert [service[name] for name in ("care_form", "weekdays", "hours", "beds", "from_year")] == [
            "oppenvard", "1-5", "08:00-17:00", 4, 2020,
        ]  # fmt: skip
    again = imported(made, workspace, PRESET="excel")
    assert counts(again)[:3] == [0, 0, 1] and (again["SERVICE_COUNT"], again["CAPACITY_COUNT"]) == (0, 0)


def test_the_template_in_swedish(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr("narvard_plugin.algorithms.data.facilitytemplate._spoken", lambda: "sv")
    made = run("facilitytemplate", FOLDER=str(tmp_path), TYPE="all", FORMAT="xlsx")["FILE"]
    book = openpyxl.load_workbook(made)
    assert book.sheetnames == ["Anvisning", "Enheter", "Utbud", "Kapacitet", "Listor"]
    lists = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["Listor"].columns}
    headings = [cell.value for cell in book["Enheter"][1]]
    for row, kind in enumerate(lists["type"], 4):
        values = {
            "Enhetens id": f"E{row}", "Namn": f"Enhet {row}", "Enhetstyp": kind, "Kommun": lists["municipality"][row],
            "Huvudman": lists["huvudman"][row % 3], "Driftsform": lists["driftsform"][row % 6],
        }  # fmt: skip
        for heading, value in values.items():
            book["Enheter"].cell(row, headings.index(heading) + 1, value)
    for row, service in enumerate(lists["service"], 3):
        for column, value in (
            (2, "E4"),
            (3, service),
            (4, lists["care_form"][row % 6]),
            (5, lists["urgency"][row % 2]),
        ):
            book["Utbud"].cell(row, column, value)
    for row, kind in enumerate(lists["kind"], 3):
        for column, value in ((2, "E4"), (3, kind), (4, row)):
            book["Kapacitet"].cell(row, column, value)
    book.save(made)
    results = imported(made, workspace, PRESET="excel")
    assert counts(results) == [len(lists["type"]), 0, 0, 0] and results["UNPLACED_COUNT"] == len(lists["type"])
    assert (results["SERVICE_COUNT"], results["CAPACITY_COUNT"]) == (len(lists["service"]), len(lists["kind"]))
    assert kept(workspace)[["type", "huvudman", "driftsform", "municipality", "region"]].notna().all().all()
    assert kept(workspace)["type"].nunique() == len(lists["type"])


def fill_workbook(path, values):
    book = openpyxl.load_workbook(path)
    facilities, services, capacity = (book[name] for name in ("Facilities", "Services", "Capacity"))
    headings = [cell.value for cell in facilities[1]]
    for column, heading in enumerate(headings, 1):
        cell = facilities.cell(4, column, values.get(heading))
        if isinstance(cell.value, str):
            cell.data_type = "s"
    rows_of = {
        services: [
            [None, "K1", "Vaccination", "Outpatient care", "Planned", "1-5", "08:00-17:00", 4, None, 2020],
            [None, "K1", "Handpåläggning"],
        ],
        capacity: [[None, "K1", "Registered patients", 8123, "2026-01-31"]],
    }
    for sheet, lines in rows_of.items():
        for number, line in enumerate(lines, 3):
            for column, value in enumerate(line, 1):
                sheet.cell(number, column, value)
    book.save(path)


def fill_csv(path, values):
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    headings = text.splitlines()[0].split(";")
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        file.write(text + ";".join(str(values.get(heading, "")) for heading in headings) + "\r\n")


def test_the_workbook_has_its_drop_downs(tmp_path):
    made = run("facilitytemplate", FOLDER=str(tmp_path), TYPE="apotek", FORMAT="xlsx")["FILE"]
    book = openpyxl.load_workbook(made)
    assert book.sheetnames == ["Instructions", "Facilities", "Services", "Capacity", "Lists"]
    assert book["Lists"].sheet_state == "hidden"
    lists = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["Lists"].columns}
    assert lists["type"] == ["Pharmacy", "Pharmacy agent"] and len(lists["municipality"]) == 290
    rules = {str(rule.sqref): rule.formula1 for rule in book["Facilities"].data_validations.dataValidation}
    assert rules["D2:D2000"] == "'Lists'!$B$2:$B$3"
    assert sum(rule.type == "list" for rule in book["Services"].data_validations.dataValidation) == 4
    assert all(row[0].value == "yes" for row in book["Facilities"].iter_rows(min_row=2, max_row=3))
