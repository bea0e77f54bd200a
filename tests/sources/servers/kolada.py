"""Kolada on loopback: 25 ids a call, calls a second, pages by next_url, empty beside nought, deleted rows."""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlencode

from .base import Asked, Reply, Server, as_json

BASE = "/v3"
_MOST_IDS, _MOST_PER_PAGE = 25, 5000


class KoladaServer(Server):
    """``kpis`` title by id, ``areas`` (title, type) by id, ``data`` {(kpi, area, year): [(gender, value, isdeleted), …]}."""

    def __init__(
        self, kpis: Mapping[str, str], areas: Mapping[str, tuple[str, str]], data: Mapping, *, calls=5, window=1.0
    ):
        super().__init__()
        self.kpis, self.areas, self.data = dict(kpis), dict(areas), dict(data)
        self.calls, self.window, self.per_page = calls, window, _MOST_PER_PAGE
        self.retry_after, self.turned_away = True, 0
        self._lately: deque[float] = deque()

    @property
    def base(self) -> str:
        return self.url + BASE

    def reply(self, asked: Asked) -> Reply:
        now = time.monotonic()
        while self._lately and now - self._lately[0] > self.window:
            self._lately.popleft()
        if len(self._lately) >= self.calls:
            self.turned_away += 1
            return Reply(429, b"Too Many Requests", "text/plain", {"Retry-After": "1"} if self.retry_after else {})
        self._lately.append(now)
        parts = [unquote(part) for part in asked.path.strip("/").split("/")]
        if parts[0] != "v3":
            return as_json({"message": "Not Found"}, 404)
        ids = [part.split(",") for part in parts[2:] if part not in ("kpi", "municipality", "year")]
        if any(len(one) > _MOST_IDS for one in ids):
            return as_json({"message": "Too many ids"}, 400)
        if parts[1] == "kpi":
            return self._page(
                asked, [_kpi(one, self.kpis[one]) for one in (ids[0] if ids else self.kpis) if one in self.kpis]
            )
        if parts[1] == "municipality":
            return self._page(
                asked, [{"id": one, "title": title, "type": kind} for one, (title, kind) in self.areas.items()]
            )
        if parts[1] == "data" and len(ids) == 3:
            return self._page(asked, list(self._rows(*ids)))
        return as_json({"message": "Not Found"}, 404)

    def _rows(self, kpis: Sequence[str], areas: Sequence[str], years: Sequence[str]):
        for kpi in kpis:
            for area in areas:
                for year in years:
                    told = self.data.get((kpi, area, int(year)))
                    if told is not None:
                        yield {
                            "kpi": kpi, "period": int(year), "municipality": area,
                            "values": [
                                {"gender": gender, "count": 1, "status": "", "value": value, "isdeleted": deleted}
                                for gender, value, deleted in told
                            ],
                        }  # fmt: skip

    def _page(self, asked: Asked, rows: list) -> Reply:
        page = int(asked.query.get("page", 1))
        size = min(int(asked.query.get("per_page", 100)), self.per_page)
        shown = rows[(page - 1) * size : page * size]
        # As behind a proxy: http, and no port.
        here = f"http://127.0.0.1{asked.path}?"
        following = here + urlencode({"page": page + 1, "per_page": size}) if page * size < len(rows) else None
        before = here + urlencode({"page": page - 1, "per_page": size}) if page > 1 else None
        return as_json({"values": shown, "count": len(shown), "next_url": following, "previous_url": before})


def _kpi(id_: str, title: str):
    return {
        "id": id_, "title": title, "description": "", "is_divided_by_gender": 1, "municipality_type": "A",
        "auspice": "X", "operating_area": "", "perspective": "", "prel_publication_date": None,
        "publication_date": None, "publ_period": "2024", "has_ou_data": False,
    }  # fmt: skip


def municipalities(folder: Path) -> dict[str, str]:
    """The made-up county's municipalities, its neighbour's as well."""
    with sqlite3.connect(f"file:{folder / 'exempellan.gpkg'}?mode=ro", uri=True) as layers:
        return dict(layers.execute("SELECT code, name FROM municipalities ORDER BY code").fetchall())


def for_county(folder: Path) -> KoladaServer:
    """Made-up key figures, and their titles say so."""
    areas = {"0000": ("Riket", "L"), "0099": ("Region Exempellän", "L"), "0098": ("Region Grannlän", "L")}
    areas |= {code: (name, "K") for code, name in municipalities(folder).items()}
    kpis = {"N99001": "Självskattad god hälsa, andel (%) (påhittat)", "U99002": "Bostadsmarknadsläge (påhittat)"}
    data = {}
    for at, area in enumerate(areas):
        for year in range(2020, 2025):
            middle = 70 + at % 7 - 0.2 * (year - 2020)
            told = [("T", middle), ("K", middle - 1.5), ("M", middle + 1.5)]
            data["N99001", area, year] = [(gender, round(value, 1), False) for gender, value in told]
            data["U99002", area, year] = [("T", None if at % 5 == 4 else float(at % 3), False)]
    return KoladaServer(kpis, areas, data)
