"""What leaves the register and comes back: the list, the package for the records system, answer files, findings."""

import csv
import hashlib
import io
import json
import zipfile

import pandas as pd
import pytest
from lxml import etree
from qgis import processing
from qgis.core import QgsProcessingContext, QgsVectorLayer

from narvard_plugin.store.plans import cases, referrals, remarks
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.store.plans import review_steps as steps

from .small_network import CancelAfter, refused, rows, run
from .test_planresponse import HOSTILE, SEEN, decided, made


@pytest.fixture
def ready(provider, tmp_path):
    return made(tmp_path / "arbetsyta.gpkg")


@pytest.fixture
def hostile(provider, tmp_path):
    return made(tmp_path / "arbetsyta.gpkg", HOSTILE)


def table(path, separator):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def test_the_register_as_a_list_that_a_spreadsheet_opens(hostile, tmp_path):
    path, referral_id = hostile
    with open_workspace(path) as workspace:
        steps.new_case(workspace, name="=1+1", region_reference=None)
    told = run("exportplanregister", WORKSPACE=path, OUTPUT_FILE=str(tmp_path / "r.csv"),
               DATES_FILE=str(tmp_path / "d.csv"))  # fmt: skip
    assert told["ROW_COUNT"] == 2 and told["DATE_COUNT"] >= 5
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    by_referral = {row["referral_id"]: row for row in table(tmp_path / "r.csv", ";")}
    asked, watched = by_referral[referral_id], by_referral[""]
    assert asked["name"] == SEEN and watched["name"] == "'=1+1"
    assert (asked["municipality_code"], asked["municipality"]) == ("9901", "Lindhamn")
    assert (asked["remarks"], asked["open_remarks"], asked["open_parts"]) == ("3", "3", "0")
    assert watched["answer_by"] == watched["open_remarks"] == watched["stage_text"] == ""  # not known is empty, never 0
    assert (asked["standing"], asked["standing_text"]) == ("vasentligt_intresse", "material interest")
    assert (asked["referral_status"], asked["referral_status_text"]) == ("sammanstallning", "being compiled")
    dates = table(tmp_path / "d.csv", ";")
    assert [row["date"] for row in dates] == sorted(row["date"] for row in dates)
    assert {("svar_senast", "answer by"), ("beslut", "decision")} <= {(row["kind"], row["kind_text"]) for row in dates}
    for row in [*by_referral.values(), *dates]:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    run("exportplanregister", WORKSPACE=path, FORM="plain", OUTPUT_FILE=str(tmp_path / "p.csv"))
    assert len(table(tmp_path / "p.csv", ",")) == 2


def test_a_package_for_the_records_system(hostile, tmp_path):
    path, referral_id = hostile
    with open_workspace(path) as workspace:
        plan_id = referrals.read_referral(workspace, referral_id)["plan_id"]
        name = "..\\..\\plankarta<1>.pdf"
        cases.attach(workspace, plan_id, name, b"%PDF-1.4 kommunens", "application/pdf", "plankarta")
        there = {
            "document_id": "d",
            "plan_id": plan_id,
            "role": "ovrigt",
            "name": "MKB",
            "url": "https://x.example/mkb",
        }
        workspace.write("plan_documents", pd.DataFrame([there]))
    target = tmp_path / "arkiv.zip"
    asked = {"WORKSPACE": path, "REFERRAL": referral_id}
    refused("not been decided", "exportplanrecord", **asked, TARGET=str(target))
    checksum = decided(path, referral_id, who=f"Direktören {HOSTILE}")
    told = run("exportplanrecord", **asked, TARGET=str(target))
    assert told["SHA256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    with zipfile.ZipFile(target) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert len(files) == told["FILE_COUNT"] + 3
    sums = dict(line.split("  ", 1)[::-1] for line in files.pop("checksummor.sha256").decode("utf8").splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert not any(".." in name or "\\" in name or name.startswith("/") for name in files)
    metadata = json.loads(files["metadata.json"])
    (original,) = [one for one in metadata["filer"] if one["roll"] == "yttrande"]
    assert original["sha256"] == checksum
    assert b"kommunens" in next(files[one["sokvag"]] for one in metadata["filer"] if one["roll"] == "plankarta")
    assert (metadata["beslutat"], metadata["delegationspunkt"]) == ("2026-04-10", "3.2")
    assert metadata["hanvisningar"] == [{"titel": "MKB", "roll": "ovrigt", "adress": "https://x.example/mkb"}]
    # Of its own PDFs no more is claimed than is known, and of others' nothing.
    assert {one["roll"]: one["pdf_a"] for one in metadata["filer"]} == {
        "yttrande": "PDF/A-1b enligt Qt, inte validerad", "synpunkter": "PDF/A-1b enligt Qt, inte validerad",
        "granskning": None, "plankarta": None,
    }  # fmt: skip
    assert metadata["beslutat_av"] == f"Direktören {SEEN}"
    tree = etree.fromstring(files["metadata.xml"])
    space = {"a": "urn:narvard:arkivpaket:1"}
    assert tree.findtext("a:beslutat_av", namespaces=space) == f"Direktören {SEEN}"
    assert len(tree.findall("a:filer/a:fil", space)) == told["FILE_COUNT"]
    for name, content in files.items():
        if name.endswith(".pdf") and name.startswith("0"):
            assert b"pdfaid" in content
    with open_workspace(path) as workspace:
        events = workspace.read("plan_events", within={"kind": ["exporterad"]})
    assert len(events) == 1 and told["SHA256"] in events["text"].iloc[0]
    refused("already something", "exportplanrecord", **asked, TARGET=str(target))


def test_a_package_as_a_folder_and_what_a_stop_leaves(ready, tmp_path):
    path, referral_id = ready
    decided(path, referral_id)
    asked = {"WORKSPACE": path, "REFERRAL": referral_id, "TARGET": str(tmp_path / "arkiv")}
    before = sorted(one.name for one in tmp_path.iterdir())
    stopped = CancelAfter(1)
    context = QgsProcessingContext()
    processing.run("narvard:exportplanrecord", asked, feedback=stopped, context=context)
    assert sorted(one.name for one in tmp_path.iterdir()) == before
    refused("does not exist", "exportplanrecord", **{**asked, "TARGET": str(tmp_path / "ingen" / "arkiv")})
    run("exportplanrecord", **asked)
    names = sorted(one.name for one in (tmp_path / "arkiv").iterdir())
    assert names[0].startswith("01_Yttrande") and "metadata.xml" in names
    with open_workspace(path) as workspace:
        assert len(workspace.read("plan_events", within={"kind": ["exporterad"]})) == 1


def test_an_answer_file_goes_out_and_comes_back(provider, tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    with create_workspace(path, "99") as workspace:
        referral_id = steps.new_referral(workspace, steps.new_case(workspace))
        referrals.distribute(workspace, referral_id, steps.EVERY_FUNCTION)
        steps.step(workspace, referral_id, "under_beredning")
        steps.run_checks(workspace, referral_id)
    file = tmp_path / "hs.json"
    told = run("exportpartialanswer", WORKSPACE=path, REFERRAL=referral_id, DEPARTMENT="hs", FILE=str(file))
    assert (told["CHECK_COUNT"], told["REMARK_COUNT"]) == (1, 0)
    document = json.loads(file.read_text("utf8"))
    document["answer"]["values"].update(stance="avstyrker", summary=HOSTILE)
    document["remarks"].append({"values": {"text": "Ny synpunkt.", "severity": "rad"}})
    file.write_text(json.dumps(document), "utf-8-sig")  # as some editors write it
    with open_workspace(path) as workspace:
        part = steps.part_of(workspace, referral_id, "hs")
        key = {"referral_id": referral_id, "department": "hs"}
        workspace.change("partial_answers", key, {"summary": "Registrets."}, row_version=part["row_version"])
    asked = {"WORKSPACE": path, "FILE": str(file), "OUTPUT": "memory:"}
    told = run("importpartialanswer", **asked)
    assert (told["CHANGED_COUNT"], told["ADDED_COUNT"], told["CONFLICT_COUNT"]) == (0, 1, 1)
    told_rows = {row["field"]: row for row in rows(told["OUTPUT"])}
    assert told_rows["summary"]["register"] == "Registrets." and told_rows["summary"]["file"] == SEEN
    assert (told_rows["stance"]["file"], told_rows["stance"]["file_text"]) == ("avstyrker", "opposes")
    with open_workspace(path) as workspace:
        assert steps.part_of(workspace, referral_id, "hs")["stance"] is None
        assert [row["text"] for row in remarks.remarks_of(workspace, referral_id)] == ["Ny synpunkt."]
    document["remarks"] = []
    file.write_text(json.dumps(document), "utf8")
    told = run("importpartialanswer", **asked, TAKE=part["answer_id"])
    assert (told["CHANGED_COUNT"], told["CONFLICT_COUNT"]) == (1, 0)
    refused("not in the file", "importpartialanswer", **asked, TAKE="x")
    with open_workspace(path) as workspace:
        other = steps.new_referral(workspace, steps.new_case(workspace, name="En annan plan"))
        referrals.distribute(workspace, other, {"hs": ""})
    file.write_text(json.dumps({**document, "referral_id": other}), "utf8")
    refused("the right planremiss and function", "importpartialanswer", **asked)
    for content, sentence in ((b"\xff\xfe\x00", "UTF-8"), (b"{}", "no answer file"), (b"[" * 9999, "no JSON")):
        file.write_bytes(content)
        refused(sentence, "importpartialanswer", **asked)
    refused("not been asked", "exportpartialanswer", WORKSPACE=path, REFERRAL=referral_id, DEPARTMENT="kult",
            FILE=str(tmp_path / "x.json"))  # fmt: skip
    assert not (tmp_path / "x.json").exists()


def test_findings_as_layers_with_the_number_of_their_remark(ready):
    path, referral_id = ready
    told = run("planfindings", WORKSPACE=path, REFERRAL=referral_id, OUTPUT="memory:", LINES="memory:", AREAS="memory:")
    (found,) = rows(told["OUTPUT"])
    assert (found["rule_id"], found["remark"], found["verdict"], found["heading"]) == (
        "KOL-01", 2, "anmarkning", "Närmaste hållplats",
    )  # fmt: skip
    assert (found["value"], found["threshold"], found["layer_date"]) == (612.4, "högst 400 m", "2026-02-01")
    assert rows(told["LINES"]) == rows(told["AREAS"]) == []
    layer = told["OUTPUT"] if isinstance(told["OUTPUT"], QgsVectorLayer) else QgsVectorLayer(told["OUTPUT"])
    assert layer.crs().authid() == "EPSG:3006"
    (feature,) = layer.getFeatures()
    assert (feature.geometry().asPoint().x(), feature.geometry().asPoint().y()) == (500_700, 6_600_500)
