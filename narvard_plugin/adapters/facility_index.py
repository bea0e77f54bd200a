"""The register's facilities and services as arrays, held in memory so that searching and filtering reads no store."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from ..core.access.services import offered_in, standing_in
from ..store.schema import GEOMETRY

#: Stands for a missing huvudman, driftsform or region among the values of a filter.
UNKNOWN = ""

#: What a facility can be filtered on beside its type, region and year.
HUVUDMAN, DRIFTSFORM, SERVICE = "huvudman", "driftsform", "service"
FILTERS = (HUVUDMAN, DRIFTSFORM, SERVICE)


class Wanted(NamedTuple):
    """What is asked for. Values of one kind are alternatives; the kinds must all hold. An empty set asks for nothing.

    ``regions`` None = everywhere. A facility without a known region is never left out: nobody knows where it belongs.
    """

    year: int
    regions: Optional[frozenset] = None
    huvudman: frozenset = frozenset()
    driftsform: frozenset = frozenset()
    service: frozenset = frozenset()
    words: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether anything beside year and region narrows the choice."""
        return bool(self.huvudman or self.driftsform or self.service or self.words.strip())


class Words(NamedTuple):
    """What codes are called in the user's language; each takes a code and gives a text."""

    type: Callable[[str], str] = str
    service: Callable[[str], str] = str
    municipality: Callable[[str], str] = str


@dataclass(frozen=True, eq=False)
class FacilityIndex:
    """Facilities (f) and service rows (s) in the order of the register; a missing text is "", a missing year NaN."""

    facilities: pd.DataFrame
    services: pd.DataFrame
    words: Words = field(default_factory=Words)

    def __len__(self) -> int:
        return len(self.facilities)

    @cached_property
    def ids(self) -> np.ndarray:
        return self.facilities["facility_id"].to_numpy(object)

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """Facility id to its number."""
        return {facility: number for number, facility in enumerate(self.ids)}

    @cached_property
    def types(self) -> np.ndarray:
        """The distinct types (t)."""
        return self._types[0]

    @cached_property
    def type_of(self) -> np.ndarray:
        """(f int) position in ``types``."""
        return self._types[1]

    @cached_property
    def codes(self) -> np.ndarray:
        """The distinct services (c)."""
        return self._services[0]

    @cached_property
    def placed(self) -> np.ndarray:
        """(f bool): has a place on the map."""
        return self.facilities["placed"].to_numpy(bool)

    def matching(self, wanted: Wanted, leave_out: str = "") -> np.ndarray:
        """(f bool) facilities that are wanted; the filter named ``leave_out`` is not asked."""
        found = self._standing(wanted)
        if wanted.huvudman and leave_out != HUVUDMAN:
            found = found & self._any_huvudman(wanted.huvudman)
        if wanted.driftsform and leave_out != DRIFTSFORM:
            found = found & self.facilities["driftsform"].isin(wanted.driftsform).to_numpy()
        if wanted.service and leave_out != SERVICE:
            found = found & self._offering(np.isin(self.codes, list(wanted.service)), wanted.year)
        for word in folded(wanted.words).split():
            by_service = np.array([word in text for text in self._service_texts], bool)
            here = np.array([word in text for text in self._texts], bool)
            found = found & (here | self._offering(by_service, wanted.year))
        return found

    def facets(self, wanted: Wanted) -> dict[str, dict[str, int]]:
        """For each filter, how many facilities each of its values would give with the other filters as they are."""
        by = {name: self.matching(wanted, leave_out=name) for name in FILTERS}
        operators = {value: int(np.count_nonzero(by[HUVUDMAN] & has)) for value, has in self._huvudman.items()}
        forms = self.facilities["driftsform"][by[DRIFTSFORM]].value_counts().to_dict()
        return {
            HUVUDMAN: {value: n for value, n in operators.items() if n},
            DRIFTSFORM: {str(value): int(n) for value, n in forms.items()},
            SERVICE: {code: n for code, n in zip(self.codes, self.service_counts(by[SERVICE], wanted.year)) if n},
        }

    def type_counts(self, found: np.ndarray) -> np.ndarray:
        """(t int) facilities of each type among ``found`` (f bool)."""
        return np.bincount(self.type_of[found], minlength=len(self.types))

    def service_counts(self, found: np.ndarray, year: int) -> np.ndarray:
        """(c int) facilities among ``found`` that offer each service in ``year``."""
        return self.services_by_type(found, year).sum(axis=0)

    def services_by_type(self, found: np.ndarray, year: int) -> np.ndarray:
        """(t, c int) facilities of each type among ``found`` that offer each service in ``year``, each counted once."""
        facility, code = self._offered(year)
        keep = found[facility]
        counts = np.zeros((len(self.types), len(self.codes)), int)
        np.add.at(counts, (self.type_of[facility[keep]], code[keep]), 1)
        return counts

    def _standing(self, wanted: Wanted) -> np.ndarray:
        found = standing_in(
            self.facilities["opened"].to_numpy(float), self.facilities["closed"].to_numpy(float), wanted.year
        )
        if wanted.regions is None:
            return found
        return found & self.facilities["region"].isin(wanted.regions | {UNKNOWN}).to_numpy()

    def _offering(self, codes: np.ndarray, year: int) -> np.ndarray:
        """(f bool) that offer any of the ``codes`` (c bool) in ``year``."""
        facility, code = self._offered(year)
        found = np.zeros(len(self), bool)
        found[facility[codes[code]]] = True
        return found

    def _offered(self, year: int) -> tuple[np.ndarray, np.ndarray]:
        """Numbers of facility and service of all that is offered in ``year``, each pair once."""
        if year not in self._offered_by_year:
            now = offered_in(self.services["from_year"].to_numpy(float), self.services["to_year"].to_numpy(float), year)
            pairs = np.unique(self._service_facility[now] * max(len(self.codes), 1) + self._services[1][now])
            self._offered_by_year[year] = np.divmod(pairs, max(len(self.codes), 1))
        return self._offered_by_year[year]

    def _any_huvudman(self, values: frozenset) -> np.ndarray:
        found = np.zeros(len(self), bool)
        for value in values:
            found |= self._huvudman.get(value, False)
        return found

    @cached_property
    def _types(self):
        return np.unique(self.facilities["type"].to_numpy(str), return_inverse=True)

    @cached_property
    def _services(self):
        return np.unique(self.services["service"].to_numpy(str), return_inverse=True)

    @cached_property
    def _service_facility(self) -> np.ndarray:
        return self.services["facility_id"].map(self.number_of).to_numpy(int)

    @cached_property
    def _offered_by_year(self) -> dict:
        return {}

    @cached_property
    def _huvudman(self) -> dict[str, np.ndarray]:
        """Each huvudman to the facilities (f bool) it answers for, alone or with others."""
        held = [set(text.split(";")) for text in self.facilities["huvudman"]]
        values = sorted(set().union(*held)) if held else []
        return {value: np.array([value in those for those in held]) for value in values}

    @cached_property
    def _texts(self) -> list[str]:
        """What each facility is searched by, beside its services."""
        types = {code: self.words.type(code) for code in self.types}
        places = {code: self.words.municipality(code) for code in self.facilities["municipality"].unique()}
        rows = self.facilities
        columns = (rows["name"], rows["type"].map(types), rows["municipality"].map(places), rows["municipality"],
                   rows["locality"], rows["role"], rows["facility_id"])  # fmt: skip
        return [folded(" ".join(map(str, parts))) for parts in zip(*columns)]

    @cached_property
    def _service_texts(self) -> list[str]:
        return [folded(f"{self.words.service(code)} {code}") for code in self.codes]


def folded(text: str) -> str:
    """Small letters without accents and rings, so that ``halso`` finds ``Hälso``."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def index_of(facilities: pd.DataFrame, services: pd.DataFrame, words: Words) -> FacilityIndex:
    """The index of the workspace's tables ``facilities`` and ``services``, as they are read."""
    rows = facilities.drop(columns=GEOMETRY)
    for name in ("opened", "closed"):
        rows[name] = pd.to_numeric(rows[name])
    texts = [name for name in rows.columns if name not in ("opened", "closed")]
    rows[texts] = rows[texts].fillna(UNKNOWN).astype(str)
    rows["placed"] = facilities[GEOMETRY].notna()
    return FacilityIndex(rows, services.reset_index(drop=True), words)
