"""Boverket's catalogue: marks tidied, successors followed, care found without guessing its code, and two kinds of 404."""

import json
from urllib.parse import unquote

import pytest

from narvard_plugin.sources import errors
from narvard_plugin.sources.boverket import Boverket, is_care, newest_of
from narvard_plugin.sources.cache import Cache
from tests.shared import shared_file
from tests.sources.impatient import files_in, impatient, told
from tests.sources.servers.base import FAULTS
from tests.sources.servers.boverket import BoverketServer, made_up, provision, provision_id


@pytest.fixture
def server():
    with BoverketServer(made_up()) as running:
        yield running


def fetch(server, folder, client=None, release=""):
    return Boverket(server.base, Cache(folder), release).fetch(client or impatient())


def test_a_release_becomes_rows(server, tmp_path):
    fetched = fetch(server, tmp_path)
    (part,) = fetched.parts
    assert (part.table, part.within) == ("plan_provisions", {"release": ["20251201"]})
    assert (fetched.data_date, fetched.version, fetched.part) == ("2025-12-01", "7", "20251201")
    rows = part.rows.set_index("wording")
    assert len(rows) == 9
    assert rows["designation"].tolist() == ["B", "C", "D", "D1", "h", None, "S", "H", "R"]
    height = rows.loc["Högsta byggnadshöjd är [höjd:decimaltal] meter."]
    assert height[["expressed_value", "kind", "valid_from"]].tolist() == ["Max", "Egenskapsbestämmelse", "2020-10-01"]
    both = sorted([provision_id("Vård"), provision_id("Äldrevård")])
    assert sorted(rows.loc["Sjukhus", "counterpart"].split(";")) == both, "through Hälsovård to today's two"
    assert sorted(rows.loc["Hälsovård", "replaced_by"].split(";")) == both
    assert rows.loc["Hälsovård", ["replaces", "valid_to"]].tolist() == [provision_id("Sjukhus"), "2025-11-30"]
    assert rows.loc["Vård", "counterpart"] is None
    assert json.loads(rows.loc["Vård", "properties"])["kategori"] == "Vård"
    assert "9 provisions, 3 of them with a last day. Source: Boverket" in fetched.notes[0]
    assert "2 provisions are for care" in fetched.notes[1]
    assert (
        f"1 provisions are replaced by others that the catalogue does not have: {provision_id('Borta')}"
        in fetched.notes[2]
    )


def test_a_kept_release_is_not_asked_for_within_a_month(server, tmp_path):
    first = fetch(server, tmp_path)
    full = [one for one in server.asked if "/full/" in one.path]
    again = fetch(server, tmp_path)
    assert [one for one in server.asked if "/full/" in one.path] == full
    assert again.parts[0].rows.equals(first.parts[0].rows)


@pytest.mark.parametrize("name", ["6", "20250601"])
def test_an_older_release_by_name_or_number(server, tmp_path, name):
    fetched = fetch(server, tmp_path, release=name)
    assert (fetched.part, len(fetched.parts[0].rows)) == ("20250601", 3)
    assert '"1999" fits 0' in told(lambda: fetch(server, tmp_path, release="1999"))


def test_absent_and_gone_astray_are_two_things(server, tmp_path):
    source = Boverket(server.base, Cache(tmp_path))
    assert source.provision(impatient(), provision_id("Vård"))["beteckning"] == "D"
    assert source.provision(impatient(), "finns-inte") is None
    server.moved = True
    with pytest.raises(errors.NotThere):
        source.provision(impatient(), "finns-inte")
    assert "is not there" in told(lambda: fetch(server, tmp_path))
    server.moved, server.releases = False, []
    assert "this release is absent" in told(lambda: fetch(server, tmp_path))
    assert files_in(tmp_path) == []


def test_a_successor_that_is_told_elsewhere_is_no_loss(server, tmp_path):
    server.elsewhere.append(provision("Borta", "Q", "Bad"))
    assert len(fetch(server, tmp_path).notes) == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda release: release.update(bestammelser=[]), "holds no provision"),
        (lambda release: release.update(bestammelser=release["bestammelser"] * 2), "id: 9 < 18"),
        (lambda release: release["bestammelser"][0].pop("id"), "bestammelser: id"),
        (lambda release: release.pop("namn"), "namn, bestammelser"),
    ],
)
def test_a_release_in_another_form_is_refused(server, tmp_path, change, words):
    change(server.releases[-1])
    assert words in told(lambda: fetch(server, tmp_path))


@pytest.mark.parametrize("odd", [7, True, [1], {"a": 1}, "", "nyss"])
@pytest.mark.parametrize("name", ["bestammelsekod", "beteckning", "kategori", "farg", "borjargalla", "ersatter"])
def test_values_of_another_kind_are_kept_as_they_came(server, tmp_path, name, odd):
    server.releases[-1]["bestammelser"][0][name] = odd
    (part,) = fetch(server, tmp_path).parts
    row = part.rows.iloc[0]
    assert json.loads(row["properties"])[name] == odd
    assert row["valid_from"] == (None if name == "borjargalla" else "2020-10-01")
    assert all(value is None or isinstance(value, str) for value in row)


def test_more_successors_than_are_looked_for_are_told(server, tmp_path):
    server.releases[-1]["bestammelser"][0]["ersattsav"] = ", ".join(f"okänd-{n}" for n in range(60))
    notes = fetch(server, tmp_path).notes
    assert len([one for one in server.asked if "okänd" in unquote(one.path)]) <= 50
    assert "11 more that stand instead of others are not in this release, and were not looked for." in notes


@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_leaves_anything(server, tmp_path, fault):
    server.misbehave(fault, times=None)
    assert "Nothing was stored" in told(lambda: fetch(server, tmp_path))
    assert files_in(tmp_path) == []


def test_a_ring_of_successors_ends():
    ring = {"a": {"id": "a", "ersattsav": "b"}, "b": {"id": "b", "ersattsav": "c, a"}, "c": {"id": "c"}}
    assert newest_of("a", ring) == ["c"]
    assert newest_of("a", {"a": {"id": "a", "ersattsav": "b"}, "b": {"id": "b", "ersattsav": "a"}}) == []


def test_care_by_category_or_letter():
    assert is_care({"kategori": "Vård"}) and is_care({"kategori": "vård "}) and is_care({"beteckning": "D#"})
    assert not is_care({"kategori": "Vårdträd", "beteckning": "n#"}) and not is_care({"beteckning": "d#"})


def test_the_catalogue_as_it_was_published(tmp_path):
    """Five provisions of release 7: one of them superseded on 30 November 2025."""
    body = json.loads(
        shared_file("data/boverket_planbestammelsekatalog/release_full_platt_urval.json").read_text("utf-8")
    )
    with BoverketServer([body]) as server:
        server.marked = False
        fetched = fetch(server, tmp_path)
    rows = fetched.parts[0].rows.set_index("code")
    assert len(rows) == 5
    assert rows.loc["DP_KM_B2", ["designation", "category", "colour"]].tolist() == ["B", "Bostäder", "Gul"]
    assert rows.loc["DP_KM_Eg_Utnytt_StorstaAreaProc_ByggnadsEgen", "designation"] == "e"
    old = rows.loc["DP_KM_Eg_Utforande_Genomslapp_Genomslapplig"]
    assert (old["valid_to"], old["counterpart"]) == ("2025-11-30", "e1e9c735-6562-4acb-88d1-580744917c5d")
    assert rows.loc["DP_KM_Eg_StangselUtfart_Utfart_UtfartForbud", "designation"] is None
    assert any("says nothing of care" in note for note in fetched.notes)
