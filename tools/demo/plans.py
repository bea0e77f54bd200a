"""The demonstration's plans: two that are alike, one noticed late and one planned together, by the same checklist."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pandas as pd

from .markup import decimal, number, numbers_row, paragraph, table
from .places import Data
from .questions import Question

#: The late twin and the early one: id, name, and the day that its granskning is reviewed.
LATE, EARLY = ("EX-P001", "Ekbacken", "2026-06-15"), ("EX-P002", "Ekhagen", "2026-03-10")
_SHOWN = {"ok": "utan anmärkning", "anmarkning": "anmärkning", "brist": "brist"}
_WEIGHTY = ("villkor", "avstyrkan")


def questions(data: Data) -> Iterator[Question]:
    """The checklist on both plans in their granskning, what changed since the samråd, and a draft of the answer."""
    common = {"WORKSPACE": data.workspace}
    for plan_id, name, today in (LATE, EARLY):
        review = {
            **common,
            "PLAN": plan_id,
            "LAYERS": data.layers.parent / "planunderlag" / "granskningslager.json",
            "NETWORK": data.network,
            "GTFS": data.layers.parent / "gtfs.zip",
            "TODAY": today,
            "OUTPUT": reviewed(data, name),
            "FINDINGS": reviewed(data, name).with_name(f"fynd_{name.lower()}.gpkg"),
        }
        yield "narvard:reviewplan", review, f"Granskar planen {name}"
    change = {**common, "PLAN": LATE[0], "OUTPUT": changes(data)}
    yield "narvard:plandifference", change, "Vad som ändrats sedan samrådet"


def reviewed(data: Data, name: str) -> Path:
    return data.network.with_name(f"granskning_{name.lower()}.gpkg")


def changes(data: Data) -> Path:
    return data.network.with_name("planandringar_ekbacken.gpkg")


def chapter(data: Data) -> str:
    """The twins beside each other: what the checklist finds, rule by rule."""
    late, early = (_verdicts(reviewed(data, name)) for _, name, _ in (LATE, EARLY))
    numbers = numbers_row(
        (number(_found(late)), f"anmärkningar och brister i {LATE[1]}, som regionen fick veta om i granskningen"),
        (number(_weighty(late)), "av dem väger så tungt att regionen ställer villkor eller avstyrker"),
        (number(_found(early)), f"anmärkningar i {EARLY[1]}, där kommun och region talades vid före planbeskedet"),
        (number(_weighty(early)), "av dem väger så tungt"),
    )
    told = paragraph(
        f"{LATE[1]} och {EARLY[1]} är lika stora och har lika många bostäder. I {EARLY[1]} fanns regionens behov av lokal med "
        f"från början. I {LATE[1]} hade regionen nio arbetsdagar över midsommar på sig: användningen vård hade tagits bort "
        "sedan ett samråd som regionen aldrig fick, och husen hade blivit så höga att de når in i helikopterns flygväg."
    )
    rules = [rule for rule in late.index if late.loc[rule, "verdict"] in ("anmarkning", "brist")]
    rules += [
        rule for rule in early.index if early.loc[rule, "verdict"] in ("anmarkning", "brist") and rule not in rules
    ]
    rows = [[_title(rule, late, early), _cell(late, rule), _cell(early, rule)] for rule in sorted(rules)]
    marks = ["weighty" if _is_weighty(late, rule) or _is_weighty(early, rule) else "" for rule in sorted(rules)]
    return (
        numbers
        + told
        + table("Vad checklistan fann i granskningen", ("Regel", LATE[1], EARLY[1]), rows, marks)
        + paragraph(
            "Färgade rader: villkor eller avstyrkan. Regler utan anmärkning i båda planerna visas inte, inte heller frågor som "
            "en människa svarar på. Talen i checklistan är i Exempellän fastställda av ett påhittat beslut; en region "
            "fastställer sina egna, och innan dess svarar reglerna bara oklart.",
            "note",
        )
    )


def _verdicts(path: Path) -> pd.DataFrame:
    with closing(sqlite3.connect(path)) as connection:
        name = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        quoted = '"' + name.replace('"', '""') + '"'
        return pd.read_sql_query("SELECT * FROM " + quoted, connection).set_index("rule_id")


def _found(verdicts: pd.DataFrame) -> int:
    return int(verdicts["verdict"].isin(["anmarkning", "brist"]).sum())


def _weighty(verdicts: pd.DataFrame) -> int:
    return sum(_is_weighty(verdicts, rule) for rule in verdicts.index)


def _is_weighty(verdicts: pd.DataFrame, rule: str) -> bool:
    if rule not in verdicts.index:
        return False
    row = verdicts.loc[rule]
    return row["verdict"] in ("anmarkning", "brist") and row["severity"] in _WEIGHTY


def _title(rule: str, *tables: pd.DataFrame) -> str:
    return next(f"{rule} {one.loc[rule, 'title']}" for one in tables if rule in one.index)


def _cell(verdicts: pd.DataFrame, rule: str) -> str:
    if rule not in verdicts.index:
        return "–"
    row = verdicts.loc[rule]
    shown = _SHOWN.get(row["verdict"], "gäller inte" if row["verdict"] == "ej_tillampligt" else row["verdict"])
    if pd.isna(row["value"]) or row["verdict"] not in _SHOWN:
        return shown
    digits = 0 if abs(row["value"]) >= 20 else 1
    unit = f" {row['unit']}" if isinstance(row["unit"], str) and row["unit"] else ""
    return f"{shown} ({decimal(row['value'], digits)}{unit})"
