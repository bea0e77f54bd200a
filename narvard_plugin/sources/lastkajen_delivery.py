"""What Trafikverket delivers in a zip from Lastkajen: GeoPackages of whatever letter case, and a text about the delivery."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Optional
from unicodedata import combining, normalize

from ..core.network.nvdb import nvdb_columns
from ..i18n import tr
from .days import day_of
from .errors import Unreadable, WrongChoice
from .gpkg_file import Layer, gpkg_layers
from .hostile import checked_zip

ABOUT = "leveransinformation.txt"
_MOST_ABOUT = 1 << 20


class Delivery(NamedTuple):
    """What ``Leveransinformation.txt`` says; None where it does not."""

    day: Optional[str] = None
    epsg: Optional[int] = None
    objects: Optional[int] = None


class RoadLayer(NamedTuple):
    """The homogenised road network in ``path``, and the other layers that came with it."""

    path: Path
    layer: Layer
    others: tuple[str, ...]


def folded(text: str) -> str:
    """Small letters, blanks for _ and -, and no dots or rings: what names written on different systems have in common."""
    plain = "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
    return " ".join(re.sub(r"[_\W]+", " ", plain).split())


def names_county(text: str, county: str) -> bool:
    """Whether ``text`` names the county, with or without its genitive s: "Norrbottens_län_GeoPackage.zip"."""
    stem = re.sub(r" lan$", "", folded(county))
    stem = stem[:-1] if stem.endswith("s") else stem
    return re.search(rf"\b{re.escape(stem)}s?\b", folded(text)) is not None


def wanted_members(path: Path) -> list[str]:
    """The members of the zip that are looked at: GeoPackages and the text about the delivery."""
    names = [member.filename for member in checked_zip(path)]
    return [name for name in names if name.lower().endswith((".gpkg", ABOUT))]


def read_delivery(files: Sequence[Path]) -> Delivery:
    """What the delivery tells about itself, among the unpacked ``files``; each fact on a line of its own, key before colon."""
    about = next((file for file in files if file.name.lower() == ABOUT), None)
    if about is None:
        return Delivery()
    content = about.read_bytes()[:_MOST_ABOUT]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    day = re.search(r"\b(20\d\d-[01]\d-[0-3]\d)\b", text)
    epsg = re.search(r"EPSG:\s*(\d{1,9})(?!\d)", text, re.IGNORECASE)
    objects = re.search(r"antal objekt\D*(\d[\d  ]{0,20})(?![\d  ])", text, re.IGNORECASE)
    return Delivery(
        day_of(day.group(1)) if day else None,
        int(epsg.group(1)) if epsg else None,
        int("".join(objects.group(1).split())) if objects else None,
    )


def road_layer(files: Sequence[Path], place: str) -> RoadLayer:
    """The one layer that is a homogenised road network: lines with a speed limit along them."""
    found = [(file, layer) for file in files if file.name.lower().endswith(".gpkg") for layer in gpkg_layers(file)]
    roads = [
        (file, layer)
        for file, layer in found
        if "LINESTRING" in layer.kind and "speed_forward" in nvdb_columns(layer.columns)
    ]
    if not found:
        raise Unreadable(place, tr("the delivery holds no GeoPackage with layers"))
    names = [layer.name for _, layer in found]
    if len(roads) != 1:
        raise WrongChoice(
            tr(
                "{place} has {n} layers that are a homogenised road network (lines with a field F_Hogst…), and must have "
                "one. Its layers are: {names}. In Lastkajen, order the homogenised network as a GeoPackage."
            ).format(place=place, n=len(roads), names=", ".join(names[:40]))
        )
    file, layer = roads[0]
    return RoadLayer(file, layer, tuple(name for name in names if name != layer.name))
