"""The files of a publication, and the catalogue that tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, Optional

from ...adapters.publication import Content, in_degrees, write_package
from ...adapters.result_text import narratives
from ...core.open_data import licences
from ...core.open_data.catalogue import PREFIXES, Catalogue, Contact, Dataset, Distribution, Publisher, statements
from ...core.open_data.rdf import rdf_xml, turtle
from ...core.open_data.roles import PLAIN
from ...core.open_data.tables import FEATURE_ID, HIDDEN, LATITUDE, LONGITUDE, WKT, csv_bytes, slug, table_schema
from ...paths import plugin_version
from ...sources.publication_folder import CATALOGUE, Earlier, digest_of
from .publish_content import Ready, told_rows
from .publish_page import publication_html
from .publish_settings import Told

TURTLE, PAGE = "dcat.ttl", "index.html"
_GEOPACKAGE, _CSV = "application/geopackage+sqlite3", "text/csv"


class Wanted(NamedTuple):
    """What holds for the whole publication; ``told`` is what the user says of each layer by its name, ``common`` of all."""

    base: str
    publisher: Publisher
    contact: Contact
    licence: str
    title: str
    description: str
    common: Told
    told: dict[str, Told]
    minimum: int


class Published(NamedTuple):
    """A dataset with what its receipt says."""

    dataset: Dataset
    layer: str
    rows: int
    hidden: int
    files: tuple[str, ...]


def slug_of(one: Ready, told: Told) -> str:
    """What the dataset is called in addresses: the user's own id, else made of the layer's name."""
    return told.id or slug(one.layer)


def write_publication(
    folder: Path, wanted: Wanted, ready: Sequence[Ready], hidden, earlier: Earlier, context, feedback
):
    """Every file of the publication in ``folder``; what was published, in the order of ``ready``."""
    published = []
    for number, (one, own) in enumerate(zip(ready, hidden.fields)):
        feedback.setProgress(100 * number / len(ready))
        published.append(_write_dataset(folder, wanted, one, own, earlier, context, feedback))
    catalogue = _catalogue(wanted, [one.dataset for one in published], earlier)
    said = statements(catalogue)
    (folder / CATALOGUE).write_bytes(rdf_xml(said, PREFIXES).encode("utf-8"))
    (folder / TURTLE).write_bytes(turtle(said, PREFIXES).encode("utf-8"))
    page = publication_html(catalogue, published, licences.NAMES[wanted.licence], wanted.minimum)
    (folder / PAGE).write_bytes(page.encode("utf-8"))
    return published


def _write_dataset(folder: Path, wanted: Wanted, one: Ready, own, earlier: Earlier, context, feedback) -> Published:
    told = wanted.told.get(one.layer, Told())
    name = slug_of(one, told)
    title = told.title or one.layer.strip()
    content, hidden = told_rows(one, own)
    files = tuple(f"{name}.{ending}" for ending in ("gpkg", "csv", "schema.json"))
    write_package(folder / files[0], name, title, told.description, content, one.ids, hidden, feedback)
    (folder / files[1]).write_bytes(_csv(content, one.ids, hidden, context))
    schema = table_schema(content.fields, wanted.minimum, content.wkb_type is not None, content.points)
    (folder / files[2]).write_bytes(schema)
    dataset = _dataset(folder, wanted, one, told, name, title, files, content.box, earlier)
    return Published(dataset, one.layer, len(content.rows), int(sum(mask.sum() for mask in own.values())), files)


def _csv(content: Content, ids: Sequence[str], hidden: Optional[list[str]], context) -> bytes:
    names = [FEATURE_ID, *(field.name for field in content.fields), *([] if hidden is None else [HIDDEN])]
    names += [LATITUDE, LONGITUDE] if content.points else []
    names += [] if content.wkb_type is None else [WKT]
    move = in_degrees(context)
    rows = []
    for at, row in enumerate(content.rows):
        geometry = content.geometries[at]
        more = [] if hidden is None else [hidden[at]]
        if content.points:
            point = None if geometry is None else move.transform(geometry.asPoint())
            more += [None, None] if point is None else [round(point.y(), 6), round(point.x(), 6)]
        if content.wkb_type is not None:
            more.append(None if geometry is None else geometry.asWkt(2).upper())
        rows.append([ids[at], *row, *more])
    return csv_bytes(names, rows)


def _dataset(
    folder: Path, wanted: Wanted, one: Ready, told: Told, name, title, files, box, earlier: Earlier
) -> Dataset:
    iri = f"{wanted.base}/dataset/{name}"
    common = wanted.common
    distributions = (
        _distribution(folder, wanted.base, iri, "gpkg", files[0], _GEOPACKAGE, f"{title} (GeoPackage)",
                      "GeoPackage med ett lager i SWEREF 99 TM (EPSG:3006)."),
        _distribution(folder, wanted.base, iri, "csv", files[1], _CSV, f"{title} (CSV)",
                      f"CSV i UTF-8 med komma mellan fälten och decimalpunkt. Fälten beskrivs i {wanted.base}/{files[2]} (Table Schema)."),
    )  # fmt: skip
    same = all(earlier.checksums.get(file.iri) == file.sha1 for file in distributions)
    today = date.today().isoformat()
    place = told.place or common.place
    return Dataset(
        iri, name, title, told.description or _description(one, title, wanted.minimum), told.keywords or ("vård", "geodata"),
        told.themes or common.themes, earlier.issued.get(iri, today), earlier.modified.get(iri, today) if same else today,
        distributions, f"{wanted.base}/{PAGE}#{name}", _provenance(one), told.frequency or common.frequency,
        told.period or common.period, place, box,
    )  # fmt: skip


def _distribution(folder: Path, base: str, dataset: str, kind: str, file: str, form: str, title: str, description: str):
    path = folder / file
    address = f"{base}/{file}"
    return Distribution(
        f"{dataset}/{kind}", title, description, address, address, form, path.stat().st_size, digest_of(path, "sha1")
    )


def _description(one: Ready, title: str, minimum: int) -> str:
    """What can be said of a dataset that nobody has described: what its tool tells, its fields, and what is hidden in it."""
    text = f"{title}."
    narrative = narratives().tools.get(one.tool)
    if narrative is not None:
        text += f" {narrative.asked.get('sv')} {narrative.method.get('sv')}"
    named = [field.title for field in one.content.fields if field.title and field.title != field.name]
    if named:
        text += (
            f" Innehåller: {', '.join(named[:12])}{' med flera' if len(one.content.fields) > len(named[:12]) else ''}."
        )
    if any(field.role != PLAIN for field in one.content.fields):
        text += f" Uppgifter om färre än {minimum} personer är dolda, liksom tal som skulle avslöja dem."
    return text


def _provenance(one: Ready) -> str:
    """Who made it with what, and whose data it stands on; no paths, which tell of the region's own disks."""
    tool = f", verktyget {one.tool}" if one.tool else ""
    return f"Publicerad med Närvård {plugin_version()}{tool}. {licences.credits(one.sources)}".strip()


def _catalogue(wanted: Wanted, datasets: Sequence[Dataset], earlier: Earlier) -> Catalogue:
    iri = f"{wanted.base}/catalog"
    today = date.today().isoformat()
    changed = tuple(one.iri for one in datasets) != earlier.datasets or any(one.modified == today for one in datasets)
    return Catalogue(
        iri, wanted.title, wanted.description, f"{wanted.base}/{PAGE}", licences.ADDRESSES[wanted.licence], wanted.publisher,
        wanted.contact, earlier.issued.get(iri, today), today if changed else earlier.modified.get(iri, today), tuple(datasets),
    )  # fmt: skip
