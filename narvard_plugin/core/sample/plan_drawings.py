"""The made-up plans drawn: each use, street, height and building right of a version as areas inside the plan."""

from __future__ import annotations

import json
import uuid
from typing import NamedTuple

import numpy as np
import pandas as pd

from .plan_cases import SOURCE, PlanCases

_DWELLINGS = "B"
_STREETS, _STREET_HALF_WIDTH_M = (0.25, 0.75), 6.0
# Codes and ids of Boverket's catalogue, release 20251201. Those of C, D and GATA were not at hand: theirs are made up.
_NAMESPACE = uuid.UUID("5f1d0c52-9f0e-5d3c-8a51-3a7d0c1b9a11")
_USES = {
    "B": ("Bostäder", "Kvartersmark", "DP_KM_B2", "f9e056a6-cda8-4b92-a15d-dc70d61dfa36"),
    "C": ("Centrum", "Kvartersmark", "", str(uuid.uuid5(_NAMESPACE, "C"))),
    "D": ("Vård", "Kvartersmark", "", str(uuid.uuid5(_NAMESPACE, "D"))),
    "J": ("Industri", "Kvartersmark", "DP_KM_J2", "a0f58fd5-a361-4002-a359-03474901c15f"),
    "GATA": ("Gata", "Allmän plats", "", str(uuid.uuid5(_NAMESPACE, "GATA"))),
}
_HEIGHT = ("DP_KM_Eg_Hojd_HogstaHojd_Nockhojd", "ee5f8de3-89b0-479a-a5cb-7439d40623e8", "h")
_GROSS_AREA = ("DP_KM_Eg_Utnytt_StorstaAreaKvm_BruttoAnv", "c0d19d33-d378-4a5b-ba20-53c57069c2ca", "e")
_USE, _PROPERTY = "användningsbestämmelse", "egenskapsbestämmelse"


class Drawings(NamedTuple):
    """``rows``: one per provision with plan_id, stage and the register's columns; ``polygons``: its closed rings each."""

    rows: pd.DataFrame
    polygons: list[list[np.ndarray]]


def draw_plans(cases: PlanCases) -> Drawings:
    """Every version that has uses, drawn inside its plan area; the same plan gets the same ids."""
    rings = dict(zip(cases.plans["plan_id"], cases.plan_rings))
    rows, polygons = [], []
    for (plan_id, stage), uses in cases.provisions.groupby(["plan_id", "stage"], sort=False):
        for row, shape in _drawn(plan_id, rings[plan_id], uses):
            rows.append({"plan_id": plan_id, "stage": stage, **row})
            polygons.append(shape)
    return Drawings(pd.DataFrame(rows).assign(source=SOURCE), polygons)


def provision_id(plan_id: str, what: str) -> str:
    """The identity of a provision: the same in every version of a plan."""
    return str(uuid.uuid5(_NAMESPACE, plan_id + " " + what))


def _drawn(plan_id: str, ring: np.ndarray, uses: pd.DataFrame):
    """Each use is a block across the plan, with a street before the next; dwellings have two streets along them."""
    length, width = (float(np.hypot(*(ring[corner] - ring[0]))) for corner in (1, 3))
    gap, half = 2 * _STREET_HALF_WIDTH_M / length, _STREET_HALF_WIDTH_M / width
    shares = uses["gross_area_m2"] / uses["gross_area_m2"].sum() * (1.0 - gap * (len(uses) - 1))
    last = (np.cumsum(shares) + gap * np.arange(len(uses))).to_numpy()
    blocks = list(zip(last - shares.to_numpy(), last))
    streets = [_part(ring, (end, end + gap), (0, 1)) for _, end in blocks[:-1]]
    drawn = []
    for use, along in zip(uses.itertuples(), blocks):
        bands = [(0.0, 1.0)]
        if use.use == _DWELLINGS:
            streets += [_part(ring, along, (middle - half, middle + half)) for middle in _STREETS]
            edges = [0.0, *(edge for middle in _STREETS for edge in (middle - half, middle + half)), 1.0]
            bands = list(zip(edges[::2], edges[1::2]))
        drawn.append((use, [_part(ring, along, band) for band in bands], bands))
    for order, street in enumerate(streets, 1):  # each by itself: they share edges
        yield _use(plan_id, "GATA", f"GATA {order}"), [street]
    for use, parts, bands in drawn:
        yield _use(plan_id, use.use), parts
        built = sum(end - start for start, end in bands)
        for order, (part, (start, end)) in enumerate(zip(parts, bands), 1):
            area = round(use.gross_area_m2 * (end - start) / built)
            yield _height(plan_id, use, order), [part]
            yield _building_right(plan_id, use, order, area), [part]


def _use(plan_id: str, letter: str, name: str = "") -> dict:
    category, form, code, catalogue = _USES[letter]
    return {
        "national_id": provision_id(plan_id, name or letter), "kind": _USE, "catalogue_id": catalogue, "code": code,
        "designation": letter, "category": category, "use_form": form, "wording": category, "values_json": "[]",
        "regulates": "[]",
    }  # fmt: skip


def _height(plan_id: str, use, order: int) -> dict:
    wording = f"Högsta nockhöjd är {use.highest_building_m:g} meter."
    return _property(plan_id, use.use, f"höjd {order}", _HEIGHT, wording, use.highest_building_m, "meter")


def _building_right(plan_id: str, use, order: int, area: int) -> dict:
    wording = f"Största bruttoarea är {area} m² inom användningsområdet."
    return _property(plan_id, use.use, f"exploatering {order}", _GROSS_AREA, wording, area, "kvadratmeter")


def _property(plan_id, letter, name, catalogue, wording, value, unit) -> dict:
    number = {"datatyp": "decimaltal", "variabelvarde": f"{value:g}", "beskrivning": name.split()[0], "vardetyp": "max"}
    return {
        "national_id": provision_id(plan_id, letter + " " + name), "kind": _PROPERTY, "catalogue_id": catalogue[1],
        "code": catalogue[0], "designation": catalogue[2], "category": "", "use_form": "", "wording": wording,
        "values_json": json.dumps([{**number, "enhet": unit}], ensure_ascii=False),
        "regulates": json.dumps([provision_id(plan_id, letter)]),
    }  # fmt: skip


def _part(ring: np.ndarray, along: tuple[float, float], across: tuple[float, float]) -> np.ndarray:
    """The closed ring of a part of the rectangle, in shares of its length and width; counter-clockwise."""
    long, wide = ring[1] - ring[0], ring[3] - ring[0]
    corners = [(along[0], across[0]), (along[1], across[0]), (along[1], across[1]), (along[0], across[1])]
    return np.round(np.array([ring[0] + s * long + t * wide for s, t in (*corners, corners[0])]), 2)
