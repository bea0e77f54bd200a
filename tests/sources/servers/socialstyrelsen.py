"""Socialstyrelsen's database on loopback: decimal commas, next pages at http without a port, ids in several styles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from .base import Asked, Reply, Server, as_json
from .kolada import municipalities

BASE = "/api/v1/sv"


class Subject(NamedTuple):
    """``variables`` are lists of ``{"id", "kod"?, "text"}`` by name; ``figures`` {ids in their order: text, None = no row}."""

    variables: Mapping[str, Sequence[Mapping]]
    figures: Mapping[tuple, str]


class SocialstyrelsenServer(Server):
    """``most_per_page`` is how many rows a page has, however many are asked for."""

    def __init__(self, subjects: Mapping[str, Subject], most_per_page=5000):
        super().__init__()
        self.subjects, self.most_per_page = dict(subjects), most_per_page

    @property
    def base(self) -> str:
        return self.url + BASE

    def reply(self, asked: Asked) -> Reply:
        parts = [unquote(part) for part in asked.path.removeprefix(BASE).strip("/").split("/")]
        subject = self.subjects.get(parts[0])
        if subject is None or not asked.path.startswith(BASE):
            return Reply(404, b"<html><body><h1>Sidan finns inte</h1></body></html>", "text/html")
        if len(parts) == 1:
            told = [{"namn": name, "text": name.capitalize(), "info": "<p>Om</p>"} for name in subject.variables]
            return as_json(told)
        if len(parts) == 2 and parts[1] in subject.variables:
            return as_json(list(subject.variables[parts[1]]))
        if parts[1] == "resultat":
            return self._result(asked, parts[0], subject, dict(zip(parts[2::2], parts[3::2])))
        return Reply(404, b"<html><body><h1>404</h1></body></html>", "text/html")

    def _result(self, asked: Asked, name: str, subject: Subject, chosen: Mapping[str, str]) -> Reply:
        rows = []
        for key in product(*([one["id"] for one in values] for values in subject.variables.values())):
            told = dict(zip(subject.variables, key))
            if key in subject.figures and all(str(told[one]) == value for one, value in chosen.items()):
                ids = {(one if one == "ar" else f"{one}Id"): value for one, value in told.items()}
                rows.append({**ids, "varde": subject.figures[key]})
        page = int(asked.query.get("sida", 1))
        size = min(int(asked.query.get("per_sida", 1000)), self.most_per_page)
        pages = -(-len(rows) // size)
        here = f"http://127.0.0.1{asked.path}?per_sida={size}&sida="
        return as_json(
            {
                "data": rows[(page - 1) * size : page * size], "amne": name, "sida": page, "per_sida": size,
                "sidor": pages, "nasta_sida": f"{here}{page + 1}" if page < pages else None,
                "foregaende_sida": f"{here}{page - 1}" if page > 1 else None,
            }
        )  # fmt: skip


SEXES = ({"id": 1, "text": "Män"}, {"id": 2, "text": "Kvinnor"}, {"id": 3, "text": "Båda könen"})


def for_county(folder: Path) -> SocialstyrelsenServer:
    """Made-up deaths by region and injuries by municipality; the diagnoses say that they are made up."""
    deaths = {
        "region": [{"id": 0, "kod": "00", "text": "Riket"}, {"id": 98, "kod": "98", "text": "Grannlän"}, {"id": 99, "kod": "99", "text": "Exempellän"}],
        "alder": [{"id": 1, "text": "0-64"}, {"id": 2, "text": "65+"}],
        "kon": SEXES,
        "matt": [{"id": 1, "text": "Antal döda"}, {"id": 2, "text": "Antal döda per 100 000"}],
        "ar": [{"id": year, "text": str(year)} for year in range(2020, 2025)],
        "diagnos": [{"id": 1, "kod": "I00-I99", "text": "Cirkulationsorganens sjukdomar (påhittat)"}],
    }  # fmt: skip
    places = [{"id": code, "kod": code, "text": name} for code, name in municipalities(folder).items()]
    injuries = {
        "region": [{"id": "00", "kod": "00", "text": "Riket"}, {"id": "99", "kod": "99", "text": "Exempellän"}, *places],
        "kon": SEXES,
        "matt": [{"id": 1, "text": "Fallolyckor per 100 000 (påhittat)"}],
        "ar": [{"id": period, "text": period} for period in ("2020-2022", "2021-2023", "2022-2024")],
    }  # fmt: skip
    return SocialstyrelsenServer(
        {
            "dodsorsaker": Subject(deaths, _figures(deaths, 180.0)),
            "skadorochskadehandelserisverigeskommunerochlan": Subject(injuries, _figures(injuries, 640.0)),
        }
    )


def _figures(variables, middle: float) -> dict[tuple, str]:
    """Numbers as Swedish text; now and then none."""
    keys = product(*([one["id"] for one in values] for values in variables.values()))
    return {
        key: "" if at % 37 == 36 else f"{middle + 3.7 * (at % 11) - at % 4:.1f}".replace(".", ",")
        for at, key in enumerate(keys)
    }
