"""A region's work with a plan, step by step as people do it: tools for what a program does, services for what a person decides."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier
from typing import NamedTuple

import numpy as np
import pandas as pd
from lxml import etree
from qgis import processing

from narvard_plugin.core.plans.rows import records
from narvard_plugin.reports import statement as statement_report
from narvard_plugin.reports.templates import Templates
from narvard_plugin.sources.plans.checklist_file import open_checklist
from narvard_plugin.store.errors import RowChanged
from narvard_plugin.store.plans import answers, cases, checks, needs, referrals, remarks, statements
from narvard_plugin.store.schema import GEOMETRY
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.qgis.fetching_steps import heard
from tests.qgis.small_network import rows, run

LATE, EARLY = "EX-P001", "EX-P002"
CHECKLIST = open_checklist()
COORDINATOR, DECIDER, HEALTH = "Samordnaren", "Regionutvecklingsdirektören", "Vårdplaneraren"
#: Who of the region's people speaks for which function of the checklist.
FUNCTIONS = {"hs": HEALTH, "fast": "Fastighetsplaneraren", "akut": "Ambulansplaneraren", "rut": COORDINATOR,
             "rkm": "Trafikplaneraren"}  # fmt: skip
_CARRIED = ("facilities", "capacity", "board_meetings", "plan_contacts", "parameter_decisions")
_CATALOGUE = ("code", "designation", "category", "use_form", "kind", "wording")


class Place(NamedTuple):
    """Where a walk takes place: the register's text, the sample county, a folder for what is written, and the rules that are run."""

    text: str
    county: object
    folder: Path
    rules: str = ""

    @property
    def papers(self) -> Path:
        return Path(self.county.folder) / "planunderlag"

    def opened(self, who: str = COORDINATOR, writable: bool = True):
        return open_workspace(self.text, writable, who=who)


def new_register(place: Place) -> None:
    """The county's register as it was before anybody had heard of the twins: its care, its board, and its other plans."""
    source = Path(place.county.folder) / "arbetsyta.gpkg"
    with (
        open_workspace(str(source), writable=False) as told,
        create_workspace(place.text, "99", who=COORDINATOR) as made,
    ):
        for table in _CARRIED:
            _carry(told, made, table)
        others = told.read("plan_cases")
        others = list(others.loc[~others["plan_id"].isin((LATE, EARLY)), "plan_id"])
        _carry(told, made, "plan_cases", {"plan_id": others})
        _carry(told, made, "plan_versions", {"plan_id": others})
        versions = {"version_id": list(made.read("plan_versions")["version_id"])}
        _carry(told, made, "plan_areas", versions)
        _carry(told, made, "provisions", versions)
        made.write("plan_provisions", _catalogue(told.read("provisions")))


def _carry(told, made, table, within=None) -> None:
    found = told.read(table, within=within)
    shapes = list(found.pop(GEOMETRY)) if GEOMETRY in found else None
    made.write(table, found, wkb=shapes)


def _catalogue(provisions: pd.DataFrame) -> pd.DataFrame:
    """The catalogue of provisions as far as the made-up plans use it; wordings with a plan's own numbers are no part of it."""
    told = provisions.drop_duplicates("catalogue_id")
    told = told[["catalogue_id", *_CATALOGUE]].rename(columns={"catalogue_id": "provision_id"})
    return told.fillna({"category": "Egenskap (påhittad)"}).assign(release="påhittad", wording=None)


# What the program does


def imported(place: Place, plan: str, stage: str) -> str:
    """The id of the version that the file of a stage became."""
    name = f"{plan}_{stage.translate(str.maketrans('åä', 'aa'))}.json"
    told = run("importplans", INPUT=str(place.papers / name), WORKSPACE=place.text, OUTPUT="memory:")
    assert (told["PLAN_COUNT"], told["UNKNOWN_COUNT"], told["REJECTED_COUNT"]) == (1, 0, 0)
    return told["VERSION_IDS"]


def reviewed(place: Place, referral: str, today: str, only_affected: bool = False):
    """The checks that a run of the checklist left in the register, by rule, and the tool's counts."""
    county = place.county
    told = run(
        "reviewplan", WORKSPACE=place.text, REFERRAL=referral, LAYERS=str(place.papers / "granskningslager.json"),
        NETWORK=str(county.network), GTFS=str(Path(county.folder) / "gtfs.zip"), RULES=place.rules, TODAY=today, STORE=True,
        ONLY_AFFECTED=only_affected, OUTPUT="memory:",
    )  # fmt: skip
    return by_rule(place, referral), told


def by_rule(place: Place, referral: str) -> dict[str, dict]:
    """The newest check of every rule."""
    with place.opened(writable=False) as workspace:
        return {row["rule_id"]: row for row in records(checks.latest_checks(workspace, referral))}


def differences(place: Place, plan_id: str, before: str, after: str):
    """The changes between two stages, and the tool's results."""
    told = run("plandifference", WORKSPACE=place.text, PLAN=plan_id, VERSION_A=before, VERSION_B=after, OUTPUT="memory:",
               TABLE="memory:")  # fmt: skip
    return rows(told["OUTPUT"]), {(row["measure"], row["use"] or ""): row for row in rows(told["TABLE"])}, told


def found_by_watching(place: Place, today: str):
    """What the watch says of Lindhamn's own map, and what it keeps: rows by (kind, name of the plan), and its results."""
    plans = processing.run("native:refactorfields", {
        "INPUT": str(place.papers / "kommunens_planer.geojson"), "OUTPUT": "memory:",
        "FIELDS_MAPPING": [{"name": name, "expression": formula, "type": 10, "length": 0, "precision": 0}
                           for name, formula in _MAPPING.items()],
    })["OUTPUT"]  # fmt: skip
    told = run(
        "watchplans", WORKSPACE=place.text, SOURCE=plans, KEEP=True, TODAY=today, OUTPUT="memory:", FOUND="memory:"
    )
    return {(row["kind"], row["plan"]): row for row in rows(told["OUTPUT"])}, told


#: A field of the watch -> what the municipality's map calls it.
_MAPPING = {"municipality": "'9901'", "item_id": '"ARENDE"', "name": '"PLANNAMN"', "status": 'lower("SKEDE")',
            "status_date": '"UPPDATERAD"'}  # fmt: skip


def letter_registered(place: Place):
    """The mail about Ekbacken's granskning into the register: the tool's results, and what was said."""
    return heard("registerletter", INPUT=str(place.papers / "underrattelse_ekbacken.eml"), WORKSPACE=place.text,
                 OUTPUT="memory:")  # fmt: skip


def documents(place: Place, referral: str, name: str, **more) -> dict[str, Path]:
    """The answer as it stands now, in the three forms."""
    files = {suffix: place.folder / f"{name}.{suffix}" for suffix in ("odt", "html", "pdf")}
    for path in files.values():
        run("planresponse", WORKSPACE=place.text, REFERRAL=referral, OUTPUT_FILE=str(path), **more)
    return files


def text_of(path: Path) -> str:
    """The words of an ODT or HTML document, one space between them."""
    if path.suffix == ".odt":
        with zipfile.ZipFile(path) as archive:
            text = " ".join(etree.fromstring(archive.read("content.xml")).itertext())
    else:
        text = path.read_text("utf8")
    return " ".join(text.split())


# What people do


class Said(NamedTuple):
    """What a function says: its stance and summary, and by rule what it judges otherwise than the program: (verdict, reason)."""

    stance: str
    summary: str
    otherwise: dict[str, tuple[str, str]] = {}


def said_in_the_county(place: Place, plan: str, stage: str) -> dict[str, Said]:
    """The functions' words as the sample county has them."""
    with open_workspace(str(Path(place.county.folder) / "arbetsyta.gpkg"), writable=False) as told:
        referral = told.read("referrals", within={"plan_id": [plan], "stage": [stage]})["referral_id"]
        parts = records(told.read("partial_answers", within={"referral_id": list(referral)}))
    return {part["department"]: Said(part["stance"], part["summary"]) for part in parts}


def part_of(workspace, referral: str, department: str) -> dict:
    return next(part for part in answers.parts_of(workspace, referral) if part["department"] == department)


def function_at_work(place: Place, referral: str, department: str, said: Said):
    """One function judges its own checks, answers and locks; stops between each so that others come in between."""
    who = FUNCTIONS[department]
    with place.opened(who) as workspace:
        yield
        answers.start_part(workspace, *_id_and_version(part_of(workspace, referral, department)), handler=who)
        yield
        for check in records(checks.latest_checks(workspace, referral)):
            if check["department"] == department:
                _judge(workspace, check, CHECKLIST.rule(check["rule_id"]), who, said.otherwise)
                yield
        part = part_of(workspace, referral, department)
        answers.answer_part(workspace, part["answer_id"], said.stance, said.summary, part["row_version"])
        yield
        answers.lock_part(workspace, *_id_and_version(part_of(workspace, referral, department)))


def _id_and_version(part) -> tuple:
    return part["answer_id"], part["row_version"]


def _judge(workspace, check, rule, who, otherwise) -> None:
    """A function stands by what weighs, changes what it knows better, and answers what it is asked."""
    key = check["check_id"]
    if check["rule_id"] in otherwise:
        checks.override(workspace, key, *otherwise[check["rule_id"]], who, check["row_version"])
    elif check["verdict"] in ("ej_bedomt", "oklart") and rule.question:
        word = good_answer(rule)
        checks.answer_question(workspace, key, word, "", who, check["row_version"], answers=rule.answers)
    elif check["verdict"] in ("anmarkning", "brist"):
        checks.confirm(workspace, key, who, check["row_version"])


def together(place: Place, works) -> None:
    """Several people at work, each in a workspace of their own: at once on PostgreSQL, by turns in a file."""
    works = list(works)
    for work in works:
        next(work)  # everybody has the register open before anybody writes
    if place.text.endswith(".gpkg"):
        while works:
            works = [work for work in works if next(work, works) is None]
    else:
        with ThreadPoolExecutor(len(works)) as people:
            for done in [people.submit(list, work) for work in works]:
                done.result()


def raced(place: Place, read, act) -> Counter:
    """Two people who have read the same row both write it: whose word it became, and what the other was told.

    ``read(workspace)`` gives what ``act(workspace, read, who)`` writes by.
    """
    people = (COORDINATOR, HEALTH)
    with place.opened(people[0]) as one, place.opened(people[1]) as other:
        start = Barrier(2)

        def write(workspace, row, who, wait=True):
            if wait:
                start.wait()
            try:
                act(workspace, row, who)
            except RowChanged:
                return "told"
            return "written"

        turns = [(one, read(one), people[0]), (other, read(other), people[1])]
        if place.text.endswith(".gpkg"):
            return Counter(write(*turn, wait=False) for turn in turns)
        with ThreadPoolExecutor(2) as pool:
            return Counter(pool.map(lambda turn: write(*turn), turns))


def good_answer(rule) -> str:
    """The answer to a rule's question that says that all is well."""
    return next(word for word, verdict in rule.answers.items() if verdict == "ok")


def papers_kept(workspace, plan: str, version: str, day: str) -> None:
    """The map and the description that every plan comes with."""
    for name, role in (("Plankarta.pdf", "plankarta"), ("Planbeskrivning.pdf", "planbeskrivning")):
        content = f"%PDF-1.4 {name} {day} (påhittad)".encode()
        cases.attach(workspace, plan, name, content, "application/pdf", role, version_id=version, received=day)


def need_told(place: Place, workspace, municipality: str) -> str:
    """The premises that the region has decided on in a municipality, which it has told nobody of."""
    with open_workspace(str(Path(place.county.folder) / "arbetsyta.gpkg"), writable=False) as told:
        found = told.read("local_needs", within={"municipality": [municipality]})
    (row,) = records(found.drop(columns=GEOMETRY))
    xy = np.frombuffer(bytes(found[GEOMETRY].iloc[0])[5:21], "<f8")
    return needs.add_need(workspace, {**row, "status": "beslutat", "plan_id": None}, xy=xy)


def dates(workspace, referral: str) -> dict[str, list[str]]:
    """The days of a planremiss by kind."""
    found: dict[str, list[str]] = {}
    for row in records(workspace.read("deadlines", within={"referral_id": [referral]})):
        found.setdefault(row["kind"], []).append(row["date"])
    return {kind: sorted(days) for kind, days in found.items()}


def begun(place: Place, referral: str, functions, today: date) -> dict[str, str]:
    """The functions are asked for their parts, and two people begin the work at once; why each was proposed."""
    with place.opened() as workspace:
        proposed = {one.department: ", ".join(one.rules) for one in answers.propose_functions(workspace, referral)}
        asked = {code: proposed.get(code, "samordnaren") for code in functions}
        assert referrals.distribute(workspace, referral, asked, today) == tuple(asked)

    def begin(workspace, row, who):
        referrals.step(workspace, referral, "under_beredning", row["row_version"], today)

    found = raced(place, lambda workspace: referrals.read_referral(workspace, referral), begin)
    assert found == {"written": 1, "told": 1}
    return proposed


def taken(place: Place, referral: str, *states: str) -> None:
    with place.opened() as workspace:
        for state in states:
            referrals.step(workspace, referral, state, referrals.read_referral(workspace, referral)["row_version"])


def merged(place: Place, referral: str, summary: str) -> list[dict]:
    """The coordinator approves the parts, takes them together and drafts the answer; the remarks by number."""
    with place.opened() as workspace:
        for part in answers.parts_of(workspace, referral):
            answers.approve_part(workspace, *_id_and_version(part))
    taken(place, referral, "sammanstallning")
    with place.opened() as workspace:
        remarks.propose_remarks(workspace, referral)
        statements.draft_statement(workspace, referral, summary=summary)
        return sorted(remarks.remarks_of(workspace, referral), key=lambda remark: remark["number"])


def said_remarks(workspace, referral: str) -> list[dict]:
    """The remarks that nobody has struck."""
    return [remark for remark in remarks.remarks_of(workspace, referral) if remark["wording"] != "struken"]


def draft_of(place: Place, referral: str) -> dict:
    """What stands in the draft: the proposed stance, what is left open, and who contradicts whom."""
    with place.opened(writable=False) as workspace:
        return json.loads(statements.statements_of(workspace, referral)[-1]["content"])


def decided_and_sent(place: Place, referral: str, stance: str, day: str, receiver: str) -> str:
    """A person decides, by delegation; it is sent and reported to the board. The checksum of the file that was decided."""
    with place.opened() as workspace:
        row = statements.statements_of(workspace, referral)[-1]
        statements.send_to_decision(workspace, row["statement_id"], row["row_version"])
    with place.opened(DECIDER) as workspace:
        row = statements.statements_of(workspace, referral)[-1]
        checksum = statement_report.decide_with_document(
            workspace, row["statement_id"], stance, DECIDER, day, "3.2", row["row_version"], templates=Templates("sv")
        )
    with place.opened() as workspace:
        referrals.dispatch(workspace, referral, date.fromisoformat(day), receiver)
        version = referrals.read_referral(workspace, referral)["row_version"]
        referrals.notify_delegation(workspace, referral, "3.2", date.fromisoformat(day), version)
    return checksum


def replied(place: Place, referral: str, source: str, reply) -> None:
    """What the municipality answered to each remark: ``reply(number)`` gives its words and the outcome."""
    with place.opened() as workspace:
        for remark in said_remarks(workspace, referral):
            words, outcome = reply(remark["number"])
            version = remark["row_version"]
            remarks.record_reply(workspace, remark["remark_id"], words, source, outcome, COORDINATOR, version)
