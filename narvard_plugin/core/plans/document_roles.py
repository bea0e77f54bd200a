"""What a document of a plan is, by the name of its file; what no word tells is just another document."""

from __future__ import annotations

import re
from typing import Optional

#: The most telling first: a samrådsredogörelse has its own word, and a "PM plankarta" is a map.
_ROLES = (
    ("samradsredogorelse", r"samr[åa]dsredog[öo]relse"),
    ("granskningsutlatande", r"granskningsutl[åa]tande|s[äa]rskilt utl[åa]tande"),
    ("planbeskrivning", r"planbeskrivning"),
    ("plankarta", r"plankarta"),
    ("grundkarta", r"grundkarta"),
    ("beslutshandling", r"antagandebeslut|beslut|protokoll"),
    ("missiv", r"missiv|f[öo]ljebrev|underr[äa]ttelse|kung[öo]relse|inbjudan"),
    ("planeringsunderlag", r"utredning|unders[öo]kning|\bpm\b|milj[öo]konsekvens|\bmkb\b|inventering|bilaga"),
)
#: Of a planning basis: which of the national list of underlagstyp.
_INVESTIGATIONS = (
    ("bullerutredning", r"buller"),
    ("dagvattenutredning", r"dagvatten|skyfall"),
    ("geoteknisk utredning", r"geotekni"),
    ("markmiljöutredning", r"markmilj[öo]"),
    ("miljökonsekvensbeskrivning", r"milj[öo]konsekvens|\bmkb\b"),
    ("naturinventering", r"naturinventering|naturv[äa]rdesinventering"),
    ("riskutredning", r"risk"),
    ("trafikutredning", r"trafik"),
    ("dagsljus och skugga", r"skugg|solstudie|dagsljus"),
)


def role_of(name: str) -> str:
    """The role of a document by its name, one of `codes.DOCUMENT_ROLES`."""
    return _first(name, _ROLES) or ("planeringsunderlag" if investigation_of(name) else "ovrigt")


def investigation_of(name: str) -> Optional[str]:
    """Which investigation it is (underlagstyp of Detaljplan 4.1); None where the name does not tell."""
    return _first(name, _INVESTIGATIONS)


def _first(name: str, known) -> Optional[str]:
    words = re.sub(r"[_\-.]+", " ", name.casefold())
    return next((code for code, pattern in known if re.search(pattern, words)), None)
