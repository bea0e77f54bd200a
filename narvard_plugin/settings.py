"""What the user has chosen, kept in QGIS's settings under ``narvard/``; an IT department can set the same by environment.

``NARVARD_REGION=08`` goes before the setting ``narvard/region``, and so for every field of `Settings`.
"""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass, fields, replace

from qgis.core import QgsApplication, QgsSettings

_FOLDER = "narvard/"
_TRUE = ("1", "true", "yes", "ja")


@dataclass(frozen=True)
class Settings:
    """One choice a field; the default is what a new user meets."""

    region: str = ""
    neighbours: bool = False
    horizon: str = "now"
    workspace: str = ""
    network: str = ""
    #: Ids of the sources that are switched off, with ``;`` between.
    sources_off: str = ""
    #: Other addresses of sources: ``id=url`` with ``;`` between, for mirrors and proxies of one's own.
    source_urls: str = ""
    #: Where downloads are kept; blank = a folder in the QGIS profile.
    cache_folder: str = ""
    #: The region's own checklist for plans (.yaml or .json); blank = the one that comes with the plugin.
    checklist: str = ""
    #: Which layers a review measures against, as the tool's LAYERS: a .json file, or the JSON itself.
    review_layers: str = ""
    #: Whether the plan dock opens as the view for elected representatives, in which nothing can be changed.
    plan_reader: bool = False
    #: Who stands in the audit and the method log; blank = the name of the account on this computer.
    who: str = ""

    def is_off(self, source_id: str) -> bool:
        return source_id in _ids(self.sources_off)

    def switched(self, source_id: str, on: bool) -> Settings:
        """These settings with one source switched on or off."""
        others = [part for part in _ids(self.sources_off) if part != source_id]
        return replace(self, sources_off=";".join(others if on else [*others, source_id]))

    def url_of(self, source_id: str) -> str:
        """The address chosen instead of the source's own; "" where none is."""
        pairs = (part.partition("=") for part in _parts(self.source_urls))
        return {name.strip(): url.strip() for name, _, url in pairs}.get(source_id, "")

    @property
    def person(self) -> str:
        return self.who or QgsApplication.userFullName() or _account()


def load() -> Settings:
    stored, found = QgsSettings(), {}
    for field in fields(Settings):
        kind = type(field.default)
        given = os.environ.get("NARVARD_" + field.name.upper())
        if given is None:  # without a type QGIS gives the text "false" for False
            found[field.name] = stored.value(_FOLDER + field.name, field.default, type=kind)
        else:
            found[field.name] = given.strip().lower() in _TRUE if kind is bool else given
    return Settings(**found)


def save(settings: Settings) -> None:
    """Keep every field that differs from what is stored; what the environment rules is left alone."""
    stored, before = QgsSettings(), load()
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if "NARVARD_" + field.name.upper() not in os.environ and value != getattr(before, field.name):
            stored.setValue(_FOLDER + field.name, value)


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # an account without a name, as of a service
        return "?"


def _ids(text: str) -> list[str]:
    """Ids as people write them: what they meant to switch off must not be asked for the sake of a comma."""
    return _parts(text.replace(",", ";").lower())


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
