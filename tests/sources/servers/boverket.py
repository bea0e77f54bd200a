"""Boverket's catalogue of plan provisions on loopback: releases in full, one provision, and two kinds of 404."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Sequence
from pathlib import Path

from tests.sources.servers.base import Asked, Reply, Server, as_json

PATH = "/planbestammelsekatalogen"
_ID = "bestammelse/platt/aktuell/"


class BoverketServer(Server):
    """``releases`` with their provisions; the last is in force. ``elsewhere`` provisions are told one by one alone.

    ``marked``: whether a release carries an ETag, which the real service may or may not.
    """

    def __init__(self, releases: Sequence[dict], elsewhere: Sequence[dict] = ()):
        super().__init__()
        self.releases, self.elsewhere = list(releases), list(elsewhere)
        self.marked, self.moved = True, False

    @property
    def base(self) -> str:
        return self.url + PATH

    def reply(self, asked: Asked) -> Reply:
        path = asked.path.removeprefix(PATH).strip("/")
        if self.moved or not asked.path.startswith(PATH):
            return Reply(404, b"<html><body><h1>404 - sidan finns inte</h1></body></html>", "text/html")
        if path == "release":
            return as_json([{k: v for k, v in r.items() if k != "bestammelser"} for r in self.releases])
        if path.startswith("release/full/platt/"):
            return self._full(path.rpartition("/")[2], asked)
        if path.startswith(_ID):
            return self._one(path.removeprefix(_ID))
        return Reply(404, b"", "text/plain")

    def _full(self, which: str, asked: Asked) -> Reply:
        fitting = self.releases[-1:] if which == "aktuell" else [r for r in self.releases if str(r["id"]) == which]
        if not fitting:
            return as_json(f"Release {which} saknas", 404)
        body = json.dumps(fitting[0], ensure_ascii=False).encode()
        mark = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if not self.marked:
            return Reply(200, body)
        if asked.headers.get("if-none-match") == mark:
            return Reply(304, b"")
        return Reply(200, body, headers={"ETag": mark})

    def _one(self, identity: str) -> Reply:
        known = [*self.releases[-1]["bestammelser"], *self.elsewhere]
        found = next((entry for entry in known if entry["id"] == identity), None)
        return as_json(found) if found else as_json(f"Bestämmelsen {identity} saknas", 404)


def provision(name: str, designation: str | None, category: str, **more) -> dict:
    """A made-up provision in the catalogue's form."""
    told = {
        "id": provision_id(name), "bestammelsekod": f"EXEMPEL_{name}", "bestammelseformulering": name,
        "bestammelsetyp": "Användningsbestämmelse", "anvandningsform": "Kvartersmark", "kategori": category,
        "geometrityp": "Yta/Volym", "borjargalla": "2020-10-01T00:00:00", "redigerad": "2025-11-18T09:07:08.3450945",
        "tolkningsbestammelse": False,
    }  # fmt: skip
    return {**told, **({"beteckning": designation} if designation else {}), **more}


def provision_id(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"Exempellän {name}"))


def made_up() -> list[dict]:
    """Two releases of few provisions: uses, marks, a chain of successors, and one whose successor is nowhere."""
    height = provision(
        "Högsta byggnadshöjd", "h#", "Höjd på byggnadsverk", bestammelsetyp="Egenskapsbestämmelse", uttrycktvarde="Max",
        bestammelseformulering="Högsta byggnadshöjd är [höjd:decimaltal] meter.",
    )  # fmt: skip
    older = provision(
        "Sjukhus", "S$", "Sjukhus", slutargalla="2022-12-31T00:00:00", ersattsav=provision_id("Hälsovård")
    )
    middle = provision(
        "Hälsovård", "H", "Hälsovård", slutargalla="2025-11-30T00:00:00", ersattsav=f"{provision_id('Vård')}, {provision_id('Äldrevård')}",
        ersatter=provision_id("Sjukhus"),
    )  # fmt: skip
    provisions = [
        provision("Bostäder", "B", "Bostäder", farg="Gul"),
        provision("Centrum", "C", "Centrum", farg="Brun"),
        provision("Vård", "D", "Vård", farg="Röd", ersatter=provision_id("Hälsovård")),
        provision("Äldrevård", "D1", "Omsorg", ersatter=provision_id("Hälsovård")),
        height,
        provision("Utfartsförbud", None, "Stängsel, utfart och annan utgång", geometrityp="Linje"),
        older,
        middle,
        provision(
            "Friluftsbad",
            "R#",
            "Besöksanläggningar",
            slutargalla="2025-11-30T00:00:00",
            ersattsav=provision_id("Borta"),
        ),
    ]
    first = {"id": 6, "namn": "20250601", "publicerad": "2025-06-01T08:00:00", "url": f"{PATH}/release/6"}
    newest = {"id": 7, "namn": "20251201", "publicerad": "2025-12-01T10:39:00", "url": f"{PATH}/release/7"}
    return [{**first, "bestammelser": provisions[:3]}, {**newest, "bestammelser": provisions}]


def for_county(folder: Path) -> BoverketServer:
    """A made-up catalogue; it is the same for the whole country."""
    return BoverketServer(made_up())
