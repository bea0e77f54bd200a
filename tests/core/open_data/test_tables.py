"""Columns, ids, CSV, licences and roles of what is published."""

import csv
import io
import json

import numpy as np
import pytest

from narvard_plugin.core.open_data import licences
from narvard_plugin.core.open_data.licences import Source
from narvard_plugin.core.open_data.roles import (
    PEOPLE,
    PLAIN,
    RESTS,
    SHARE,
    UNKNOWN,
    Named,
    has_identity_numbers,
    holds_numbers,
    personal_fields,
    role_of,
    whole_field,
)
from narvard_plugin.core.open_data.tables import (
    Field,
    csv_bytes,
    feature_ids,
    key_fields,
    read_period,
    slug,
    table_schema,
)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("population", PEOPLE), ("population_july", PEOPLE), ("age_85_plus", PEOPLE), ("aged_65_plus", PEOPLE), ("listed", PEOPLE),
        ("population_change", RESTS), ("share_low_education", SHARE), ("diabetes_share", SHARE), ("listed_per_gp", RESTS),
        ("median_income_tkr", RESTS), ("person_minutes", RESTS), ("extra_person_km", RESTS), ("minutes_1", PLAIN), ("year", PLAIN),
        ("area_km2", PLAIN), ("area_type_2015", PLAIN), ("demand_gp", RESTS), ("under_5", PEOPLE), ("value", UNKNOWN),
        ("number", UNKNOWN), ("Invanare", PEOPLE), ("socioeconomic_index", RESTS), ("fall_injuries_per_100000", RESTS),
    ],
)  # fmt: skip
def test_what_a_field_is_of(name, role):
    assert role_of(name, Named()) == role


def test_what_the_user_says_goes_first():
    named = Named(people=("value",), shares=("minutes",), means=("population",))
    assert [role_of(name, named) for name in ("value", "minutes", "population")] == [PEOPLE, SHARE, RESTS]
    assert whole_field({"listed": PEOPLE, "Population": PEOPLE, "people": SHARE}) == "Population"


def test_persons_are_seen():
    assert personal_fields(["name", "Handlaggare", "who", "email", "E_post", "population"]) == ["Handlaggare", "who", "email", "E_post"]  # fmt: skip
    assert has_identity_numbers(["19121212-1212", None, "640823-3234"])
    assert not has_identity_numbers(["0880A0010", "0771-123456", "2024-12-31", None])
    assert not has_identity_numbers(["facility 191212121212", "b", "c"])


def test_numbers_written_as_texts_are_numbers_and_codes_are_not():
    assert holds_numbers("antal", ["3", "1 200", None, "2,5", ".."])
    assert not holds_numbers("antal", ["3", "okänt"])
    assert (
        not holds_numbers("kod", ["3", "4"])
        and not holds_numbers("nr", ["0880", "0881"])
        and not holds_numbers("x", [])
    )


def test_addresses_and_ids():
    assert [slug(text) for text in ("Områden 2024!", "  ", "日本", "Å/Ä–Ö", "x" * 99)] == [
        "omraden-2024",
        "",
        "",
        "a-ao",
        "x" * 60,
    ]
    assert key_fields(["name", "area_code"], [["x", "x"], ["1", "2"]]) == [1]
    assert key_fields(["area_code", "year"], [["1", "1"], [1, 2]]) == [0, 1]
    assert key_fields(["area_code"], [["1", None]]) == [] == key_fields(["name"], [["a"]])
    ids = feature_ids(["a", "", "", "a"], [b"", b"x", b"x", b""])
    assert ids[0] == "a" and ids[3] == "a-2" and ids[2] == f"{ids[1]}-2" and len(ids[1]) == 16
    assert feature_ids(["a", "a", "a-2"], [b""] * 3) == ["a", "a-2", "a-2-2"], "a key that looks like another's number"


def test_csv_comes_back_as_it_was():
    rows = [["a", 1, 2.5, True, None], ['å "x", y\nz', -3, float("nan"), False, 4.0], ["=1+1", 0, 1e-7, None, np.inf]]
    read = list(csv.reader(io.StringIO(csv_bytes(["id", "n", "r", "f", "g"], rows).decode("utf-8"), newline="")))
    assert read[0] == ["id", "n", "r", "f", "g"]
    assert read[1:] == [
        ["a", "1", "2.5", "true", ""],
        ['å "x", y\nz', "-3", "", "false", "4"],
        ["'=1+1", "0", "1e-07", "", ""],
    ]


def test_every_column_is_described():
    fields = [Field("area_code", "text", "Kod"), Field("old", "integer", "Äldre", PEOPLE)]
    schema = json.loads(table_schema(fields, 5, geometry=True, points=True))
    assert [field["name"] for field in schema["fields"]] == ["feature_id", "area_code", "old", "hidden_fields", "latitude", "longitude", "wkt"]  # fmt: skip
    assert schema["primaryKey"] == "feature_id" and "färre än 5" in schema["fields"][2]["description"]
    assert len(json.loads(table_schema(fields[:1], 5, geometry=False, points=False))["fields"]) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [("", None), ("2024", ("2024", "2024")), ("2020/2024", ("2020", "2024")), ("2024-01-01/", ("2024-01-01", ""))],
)
def test_periods(text, found):
    assert read_period(text) == found


@pytest.mark.parametrize("text", ["24", "2024-13-01", "2024/2020", "/2024", "2024/2025/2026", "i år"])
def test_bad_periods(text):
    with pytest.raises(ValueError, match=text):
        read_period(text)


def test_what_licences_ask():
    osm, scb, lm, unknown = Source("OSM", "ODbL 1.0"), Source("SCB", "CC0"), Source("LM", "CC BY 4.0"), Source("X", "")
    kinds = {one.source.publisher: one.kind for one in licences.demands([osm, scb, lm, unknown, osm], licences.CC0)}
    assert kinds == {
        "OSM": licences.SHARE_ALIKE,
        "SCB": licences.FINE,
        "LM": licences.ATTRIBUTION,
        "X": licences.NOT_KNOWN,
    }
    assert [one.kind for one in licences.demands([osm], licences.ODBL)] == [licences.FINE]
    assert [one.kind for one in licences.demands([lm], licences.CC_BY)] == [licences.FINE]
    assert licences.licence_of("CC BY-NC 4.0") == ""
    assert licences.sources_in("Vägar: NVDB; befolkning SCB") == ["scb_statistics", "lastkajen"]
    assert licences.credits([scb, scb, unknown]) == "Källor: SCB (CC0); X."
