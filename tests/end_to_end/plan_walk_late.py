"""Ekbacken, the late twin: nobody sent its samråd, and its granskning came over Midsummer with the care gone."""

import hashlib
import json
import zipfile
from datetime import date

import pytest

from narvard_plugin.store.errors import StoreError
from narvard_plugin.store.plans import cases, deadline_rows, referrals, statements
from tests.qgis.small_network import run

from .plan_outcome import Walked, walked
from .plan_walk import (
    LATE,
    Place,
    begun,
    by_rule,
    dates,
    decided_and_sent,
    differences,
    draft_of,
    found_by_watching,
    function_at_work,
    imported,
    letter_registered,
    merged,
    need_told,
    papers_kept,
    replied,
    reviewed,
    said_in_the_county,
    taken,
    together,
)

HEARD_OF, NAME = date(2026, 6, 12), "Ekbacken, Lasarettsparken 3 m.fl."
MUNICIPALITY, MAIL = "9901", "plan@9901.example"
MAP, LETTER, REGISTER = "kommunens_planer.geojson", "underrattelse_ekbacken.eml", "arbetsyta.gpkg"
FILES = "ekbacken_samrad.json", "ekbacken_granskning.json"
#: Nyhems hälsocentral: listed, places by the norm, and the people of the late twin and of the two other plans.
LISTED, PLACES, OWN, OTHERS = 10_947, 11_792, 378, 672


def walk(place: Place) -> Walked:
    said: dict[tuple[str, str], str] = {}
    plan, referral = noticed(place, said)
    lost = compared(place, plan, referral, said)
    judged(place, plan, referral, said)
    answered(place, referral)
    followed_up(place, plan, referral)
    return walked(place, plan, (referral,), HEARD_OF, lost, said)


def noticed(place: Place, said) -> tuple[str, str]:
    """The municipality's map shows a plan that nobody sent; the same day its letter comes, with nine workdays to answer."""
    found, _ = found_by_watching(place, HEARD_OF.isoformat())
    kinds = sorted(kind for kind, name in found if name == NAME)
    assert {"new", "nobody_sent"} <= set(kinds)
    said[MAP, "watchplans"] = "; ".join(kinds)
    done, heard = letter_registered(place)
    watched = found["new", NAME]["plan_id"]
    assert (done["PLAN_ID"], done["CASE"], done["REFERRAL"], done["DOCUMENT_COUNT"]) == (watched, "known", "made", 1)
    assert "2026-06-26" in heard
    plan, referral = done["PLAN_ID"], done["REFERRAL_ID"]
    again, _ = letter_registered(place)
    assert (again["REFERRAL_ID"], again["REFERRAL"], again["DOCUMENT_COUNT"]) == (referral, "already", 0)
    told = run("plandeadlines", WORKSPACE=place.text, REFERRAL=referral, TODAY="2026-06-12", OUTPUT="memory:")
    with place.opened() as workspace:
        assert dates(workspace, referral) == {
            "fordelas": ["2026-06-16"], "delsvar": ["2026-06-17"], "sammanstallt": ["2026-06-22"],
            "beslut": ["2026-06-24"], "skicka": ["2026-06-26"], "svar_senast": ["2026-06-26"],
        }  # fmt: skip
        row = referrals.read_referral(workspace, referral)
        asked = date.fromisoformat(told["PROPOSED_EXTENSION"])
        referrals.ask_extension(workspace, referral, asked, row["row_version"], HEARD_OF)
        assert referrals.read_referral(workspace, referral)["answer_by"] == "2026-06-26"  # theirs stands
    said[LETTER, "registerletter"] = f"answer by {row['answer_by']}"
    said[LETTER, "plandeadlines"] = f"{told['WORKDAYS']} workdays; extension to {asked}"
    return plan, referral


def compared(place: Place, plan: str, referral: str, said) -> str:
    """The documents of both stages, asked for afterwards: what has become of the care since the samråd that nobody sent."""
    with place.opened() as workspace:
        need_told(place, workspace, MUNICIPALITY)
        told = {"designation": LATE, "dwellings_min": 180, "dwellings_max": 180}
        cases.change_case(workspace, plan, told, cases.read_case(workspace, plan)["row_version"], HEARD_OF)
    imported(place, "ekbacken", "samråd")
    version = imported(place, "ekbacken", "granskning")
    with place.opened() as workspace:
        papers_kept(workspace, plan, version, HEARD_OF.isoformat())
        row = referrals.read_referral(workspace, referral)
        referrals.change_referral(workspace, referral, {"version_id": version}, row["row_version"])
    changes, numbers, told = differences(place, plan, "samråd", version)
    care, high = numbers["gross_area", "D"], numbers["height_above_ground", ""]
    assert (care["before"], care["after"], high["before"], high["after"]) == (2400, 0, 16, 31)
    assert {row["change"] for row in changes if row["use"] == "D"} == {"removed"}
    assert (told["USES_LOST"], told["USES_LOST_COUNT"]) == ("D", 1)
    said[", ".join(FILES), "plandifference"] = (
        f"{told['USES_LOST']} lost; D {care['before']:g} → {care['after']:g} m²; "
        f"height {high['before']:g} → {high['after']:g} m"
    )
    return told["USES_LOST"]


def judged(place: Place, plan: str, referral: str, said) -> None:
    """The care is gone, a building stands into the helicopter's surface, and three plans fill the centre that two would not."""
    found, _ = reviewed(place, referral, "2026-06-15")
    verdicts = {rule: row["verdict"] for rule, row in found.items()}
    assert {rule for rule, verdict in verdicts.items() if verdict == "brist"} == {"VRD-01", "VRD-03", "AKU-02"}
    assert (found["PRO-02"]["value"], found["PRO-02"]["verdict"], found["AKU-03"]["value"]) == (9, "anmarkning", 31)
    assert found["AKU-02"]["value"] < 0  # metres below the surface
    assert verdicts["PRO-04"] == "ej_tillampligt"  # nobody asked before
    assert json.loads(found["VRD-01"]["values_json"])["persons"] == pytest.approx(OWN)
    assert "1,050 new people (672 of them from other plans)" in found["VRD-01"]["explanation"]
    said[FILES[1], "reviewplan"] = "; ".join(f"{rule} {verdict}" for rule, verdict in sorted(verdicts.items()))
    county = place.county
    given = {
        "WORKSPACE": place.text, "PLAN": plan, "HOUSEHOLD_SIZE": 2.1, "NETWORK": str(county.network), "TODAY": "2026-06-15",
        "FACILITIES": county.layer("facilities", "type = 'vardcentral'"), "FACILITY_ID": "facility_id",
        "CAPACITY": county.layer("capacity"), "MAX_MINUTES": 15, "DISTRIBUTION": "room", "OUTPUT": "memory:",
    }  # fmt: skip
    load = run("cumulativeplans", **given)["LOAD_MAX"]
    assert load == pytest.approx((LISTED + OWN + OTHERS) / PLACES)
    assert load > 1 > (LISTED + 735) / PLACES  # the two largest alone
    said[REGISTER, "cumulativeplans"] = f"load {load:.3f}"


def answered(place: Place, referral: str) -> None:
    """The functions contradict each other; the worst that they have confirmed proposes, and a person decides."""
    words = said_in_the_county(place, LATE, "granskning")
    begun(place, referral, words, date(2026, 6, 15))
    together(place, [function_at_work(place, referral, code, one) for code, one in words.items()])
    found = merged(place, referral, "Planen tar bort vården och bryter helikopterns yta.")
    assert {"AKU-02", "VRD-03", "VRD-01"} <= {remark["rule_id"] for remark in found}
    assert [remark["number"] for remark in found] == list(range(1, len(found) + 1))
    draft = draft_of(place, referral)
    assert (draft["proposal"]["stance"], draft["proposal"]["because"]) == ("avstyrker", ["AKU-02"])
    checksum = decided_and_sent(place, referral, "avstyrker", "2026-06-24", MAIL)
    target = place.folder / "ekbacken.zip"
    run("exportplanrecord", WORKSPACE=place.text, REFERRAL=referral, TARGET=str(target))
    with zipfile.ZipFile(target) as archive:
        metadata = json.loads(archive.read("metadata.json"))
        (original,) = [one for one in metadata["filer"] if one["roll"] == "yttrande"]
        assert hashlib.sha256(archive.read(original["sokvag"])).hexdigest() == original["sha256"] == checksum
        assert {"missiv", "plankarta"} <= {one["roll"] for one in metadata["filer"]}


def followed_up(place: Place, plan: str, referral: str) -> None:
    """The municipality adopts the plan as it was; what the region decided stands as it was decided."""
    reply = ("Kommunen bedömer att planen kan antas.", "ej_tillgodosedd")
    replied(place, referral, "Granskningsutlåtande, s. 7 (påhittad)", lambda number: reply)
    taken(place, referral, "aterkopplad", "avslutad")
    with place.opened() as workspace:
        assert deadline_rows.watch_appeal(workspace, plan, date(2026, 12, 3), 21) == date(2026, 12, 28)
        statement = statements.statements_of(workspace, referral)[-1]
        key = {"statement_id": statement["statement_id"]}
        with pytest.raises(StoreError):
            workspace.change("statements", key, {"stance": "tillstyrker"}, row_version=statement["row_version"])
        assert by_rule(place, referral)["AKU-02"]["confirmed_by"] == "Ambulansplaneraren"
