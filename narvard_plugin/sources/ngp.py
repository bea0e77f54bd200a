"""Detail plans as municipalities published them on the national geodata platform (Lantmäteriet), municipality by municipality."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timezone
from itertools import count
from pathlib import Path
from typing import Optional

import pandas as pd

from ..i18n import tr
from .cache import Cache
from .checked_cache import CheckedCache
from .client import Client
from .credentials import Credentials, unspoken
from .download import Download, download
from .errors import HostileFile, NotThere, Rejected, Unreadable, WrongChoice
from .hostile import checked_zip
from .http import Request, public
from .interface import Fetched, Part
from .new_files import NewFiles, copy_file
from .ngp_items import PLAN, SOURCE, Plans, read_items
from .oauth import SignedIn
from .stac_paging import TYPES, search

_PAGE = 500
#: Stages as the platform writes them.
STAGES = (
    "påbörjad", "samråd", "granskning", "antagen", "överklagad", "tillsyn", "laga kraft", "upphävd", "avslutad",
)  # fmt: skip
_LONGEST_NAME = 80
_MOST_DOCUMENT = 512 << 20
_DOCUMENT_DAYS = 30.0
#: Content types of documents, and what their files end in.
DOCUMENT_TYPES = {
    "application/pdf": ".pdf", "image/tiff": ".tif", "image/png": ".png", "image/jpeg": ".jpg", "application/json": ".json",
    "application/geo+json": ".json", "application/vnd.lm.detaljplan.v4+json": ".json", "application/xml": ".xml",
    "text/xml": ".xml", "application/gml+xml": ".xml", "application/zip": ".zip", "text/plain": ".txt",
}  # fmt: skip
_BEGINNINGS = {
    ".pdf": (b"%PDF",),
    ".png": (b"\x89PNG",),
    ".jpg": (b"\xff\xd8",),
    ".tif": (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
}


class Ngp:
    """The plans of ``municipalities`` (four-digit codes), only those in ``statuses`` where some are given.

    ``stored`` are the rows of the workspace's ``plan_items``, which tell what an answer stands instead of. ``part`` tells one choice of plans from another. Documents go to ``documents`` where they are given.
    """

    ID = "ngp"

    def __init__(
        self,
        url: str,
        given: Credentials,
        municipalities: Sequence[str],
        *,
        sign_in_url: str = "",
        part: str = "",
        statuses: Sequence[str] = (),
        stored: pd.DataFrame,
        documents: Optional[NewFiles] = None,
        cache: Optional[Cache] = None,
        now: Optional[datetime] = None,
    ):
        self._url, self._given, self._sign_in_url, self._part = url, given, sign_in_url, part
        self._codes, self._statuses = tuple(municipalities), tuple(statuses)
        self._stored, self._documents, self._cache = stored, documents, cache
        # One check a day: asking twice on one day is one fact.
        self._checked = (now or datetime.now(timezone.utc)).strftime("%Y-%m-%dT00:00:00.000Z")

    def fetch(self, client: Client) -> Fetched:
        with unspoken(self._given):
            return self._fetched(client)

    def _fetched(self, client: Client) -> Fetched:
        signed = SignedIn(client, self._given, self._url, self._sign_in_url)
        found = {code: self._plans(signed, code) for code in self._codes}
        rows = pd.concat([plans.rows for plans in found.values()], ignore_index=True)
        repeated = rows["item_id"][rows["item_id"].duplicated()]
        if len(repeated):
            raise Unreadable(public(self._url), f"{len(repeated)} × id: {repeated.iloc[0]}")
        # A check of some stages says nothing of the others, and must not be taken for one of all.
        asked = ": ".join((SOURCE, "; ".join(self._statuses))) if self._statuses else SOURCE
        wkb = [shape for plans in found.values() for shape in plans.wkb]
        checks = pd.DataFrame(
            {
                "municipality": list(found),
                "source": asked,
                "checked": self._checked,
                "found": [len(plans.rows) for plans in found.values()],
            }
        )
        notes = [*self._notes(found), *self._notes_on_gone(rows)]
        files = self._fetch_documents(signed, rows, notes) if self._documents is not None else ()
        return Fetched(
            (
                Part("plan_items", rows, self._within(rows), wkb=wkb),
                Part(
                    "plan_checks", checks, {"checked": [self._checked], "municipality": list(found), "source": [asked]}
                ),
            ),
            data_date=self._checked[:10],
            url=public(self._url),
            part=self._part,
            notes=tuple(notes),
            files=files,
        )

    def _plans(self, signed: SignedIn, code: str) -> Plans:
        query: dict = {"feature.typ": {"eq": PLAN}}
        if len(self._statuses) == 1:
            query["detaljplan.status"] = {"eq": self._statuses[0]}
        elif self._statuses:
            query["detaljplan.status"] = {"in": list(self._statuses)}
        question = {"collections": [code], "query": query, "limit": _PAGE}
        try:
            items = search(signed, self._url, question, after_id=True)
        except (NotThere, Rejected):  # a municipality that has never delivered a plan may have no collection
            if code in self._collections(signed):
                raise
            items = []
        return read_items(items, code, self._statuses, public(self._url))

    def _collections(self, signed: SignedIn) -> Collection[str]:
        request = Request(f"{self._url}/collections")
        told = signed.json(request, TYPES)
        listed = told.get("collections") if isinstance(told, dict) else None
        if not isinstance(listed, list) or not listed:
            raise Unreadable(request.place, "collections")
        return {str(entry.get("id")) for entry in listed if isinstance(entry, dict)}

    def _within(self, rows: pd.DataFrame) -> Mapping[str, Sequence]:
        """The stored plans that were asked for, and those that the answer names, wherever they have stood till now."""
        return {"item_id": sorted({*rows["item_id"], *self._asked_for()["item_id"]})}

    def _asked_for(self) -> pd.DataFrame:
        stored = self._stored
        asked = stored["municipality"].isin(self._codes) & (stored["source"] == SOURCE)
        return stored[asked & stored["status"].isin(self._statuses)] if self._statuses else stored[asked]

    def _notes_on_gone(self, rows: pd.DataFrame):
        stored = self._asked_for()
        gone = stored[~stored["item_id"].isin(rows["item_id"])]
        names = ", ".join(gone["designation"].fillna(gone["item_id"]).head(20))
        if len(gone) and self._statuses:
            yield tr(
                "{n} stored plans are no longer in these stages, and are taken out of the table: {names}. They may have moved "
                "on: leave STATUSES blank to see where they stand now."
            ).format(n=len(gone), names=names)
        elif len(gone):
            yield tr("{n} stored plans are no longer at the source, and are taken out of the table: {names}").format(
                n=len(gone), names=names
            )

    def _notes(self, found: Mapping[str, Plans]):
        none = [code for code, plans in found.items() if not len(plans.rows)]
        if none and self._statuses:
            yield tr(
                "No digital plan in the stages {stages} was found in {codes}. That does not mean that there is none: only "
                "plans delivered digitally are here, mostly adopted ones. Ask the municipality."
            ).format(stages=", ".join(self._statuses), codes=", ".join(none))
        elif none:
            yield tr(
                "No digital plan was found in {codes}. That does not mean that there is none: only plans delivered "
                "digitally are here. Ask the municipality."
            ).format(codes=", ".join(none))
        left = sum((Counter(plans.left) for plans in found.values()), Counter())
        if left:
            yield tr("Left for the plan register, not stored here: {kinds}.").format(
                kinds=", ".join(f"{count} {kind}" for kind, count in sorted(left.items()))
            )
        without = [name for plans in found.values() for name in plans.without_area]
        if without:
            yield tr("{n} plans came without an area and stand in the table without one: {names}").format(
                n=len(without), names=", ".join(without[:20])
            )

        crossing = [name for plans in found.values() for name in plans.crossing]
        if crossing:
            yield tr("{n} plans have an area that crosses itself, kept as it was published: {names}").format(
                n=len(crossing), names=", ".join(crossing[:20])
            )

    def _fetch_documents(self, signed: SignedIn, rows: pd.DataFrame, notes: list[str]) -> tuple[Path, ...]:
        """Every document of the plans, as files called after plan and document; those that are gone are told."""
        gone, elsewhere, files, taken = [], [], [], set()
        with self._documents.filling() as made:
            for plan in rows.itertuples():
                for name, asset in sorted(json.loads(plan.assets).items()):
                    href = asset.get("href") if isinstance(asset, dict) else None
                    if not isinstance(href, str):
                        continue
                    file = _file_name(plan.designation or plan.item_id, plan.item_id, name, taken)
                    if not signed.is_at_home(href):
                        elsewhere.append(file)
                        continue
                    try:
                        kept, ending = fetch_asset(signed, self._cache, href)
                    except NotThere:
                        gone.append(file)
                        continue
                    copy_file(signed, kept.path, made / (file + ending))
                    files.append(self._documents.folder / (file + ending))
        notes.append(tr("{n} documents are in {folder}.").format(n=len(files), folder=self._documents.folder))
        if gone:
            notes.append(
                tr("{n} documents are no longer at the source: {names}").format(n=len(gone), names=", ".join(gone[:20]))
            )
        if elsewhere:
            notes.append(
                tr("{n} documents lie at other hosts than the platform's, and are not fetched: {names}").format(
                    n=len(elsewhere), names=", ".join(elsewhere[:20])
                )
            )
        return tuple(files)


def fetch_asset(signed: SignedIn, cache: Cache, href: str) -> tuple[Download, str]:
    """A document of a plan through the cache, and what its file shall end in.

    The platform sends on to the file (303), with the same account. Only kinds of content that a plan's documents have are
    taken, and they must begin as such a file does.
    """
    request = Request(href, most_bytes=_MOST_DOCUMENT)
    name = request.place.rpartition("/")[2]

    def check(path: Path) -> None:
        _check_document(path, DOCUMENT_TYPES[signed.content_type], name)

    kept = download(
        signed,
        CheckedCache(cache.folder, name, check),
        request,
        source_id=SOURCE,
        licence="",
        types=tuple(DOCUMENT_TYPES),
        max_age_days=_DOCUMENT_DAYS,
    )
    return kept, DOCUMENT_TYPES[signed.content_type] if kept.fresh else _ending_of(kept.path)


def _check_document(path: Path, ending: str, name: str) -> None:
    with open(path, "rb") as file:
        beginning = file.read(16)
    if not beginning or (ending in _BEGINNINGS and not beginning.startswith(_BEGINNINGS[ending])):
        raise HostileFile(name, "damaged")
    if ending == ".zip":
        checked_zip(path)


def _ending_of(path: Path) -> str:
    """What a kept document ends in, by how it begins."""
    with open(path, "rb") as file:
        beginning = file.read(16)
    known = (
        (ending, marks)
        for ending, marks in {**_BEGINNINGS, ".zip": (b"PK",), ".xml": (b"<",), ".json": (b"{",)}.items()
    )
    return next((ending for ending, marks in known if beginning.lstrip().startswith(marks)), ".txt")


def _file_name(designation: str, item_id: str, asset: str, taken: set[str]) -> str:
    """Two plans may have one designation, and a document any name: the id keeps files apart, and else a number."""
    plain = "_".join(re.sub(r"[^\w.-]+", "_", text)[:_LONGEST_NAME] for text in (designation, item_id[:8], asset))
    plain = plain.strip("._")
    name = next(
        name for n in count(1) if (name := plain if n == 1 else f"{plain}_{n}").casefold() not in taken
    )  # Windows does not tell capitals apart
    taken.add(name.casefold())
    return name


def chosen_stages(texts: Sequence[str]) -> list[str]:
    """Stages as the platform writes them; `WrongChoice` where a text is none, which would find nothing and not say why."""
    known = {stage.casefold(): stage for stage in STAGES}
    strange = [text for text in texts if text.casefold() not in known]
    if strange:
        raise WrongChoice(
            tr("{stages} are no stages of a plan. There are: {known}.").format(
                stages=", ".join(strange), known=", ".join(STAGES)
            )
        )
    return list(dict.fromkeys(known[text.casefold()] for text in texts))
