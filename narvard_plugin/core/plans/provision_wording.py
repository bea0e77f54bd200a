"""The catalogue code that the wording of a provision tells, for files that give no code."""

from __future__ import annotations

import re

_HEIGHT = re.compile(
    r"(?P<bound>högsta |lägsta |)(?P<form>nock|total|byggnads)höjd(?:en)?(?P<of> på .+?)? (?:är|ska vara) .+? (?:meter|m)\b"
    r"(?P<datum> över angivet nollplan)?",
    re.IGNORECASE,
)
_STOREYS = re.compile(r"högsta antal våningar", re.IGNORECASE)
_AREA = re.compile(
    r"(?P<bound>största|minsta) (?P<what>bruttoarea|byggnadsarea)(?P<under> under mark)? är .+? (?P<unit>m²|m2|kvm|%|procent)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PLOT = re.compile(r"(?P<bound>minsta|största) fastighetsstorlek är ", re.IGNORECASE)
_DWELLINGS = re.compile(r"antal (?:bostäder|lägenheter|bostadslägenheter|bostadsenheter)", re.IGNORECASE)


def code_of_wording(wording: str) -> str:
    """The code of Boverket's Planbestämmelsekatalogen whose wording this is; blank where it is none with a known number."""
    wording = wording.strip()
    if _STOREYS.match(wording):
        return "DP_KM_Eg_Hojd_HogstaHojd_HogstaVan_Aldre"
    found = _HEIGHT.match(wording)
    if found:
        return _height(found)
    found = _AREA.match(wording)
    if found:
        return _area(found)
    found = _PLOT.match(wording)
    if found:
        bound = "Minsta" if found["bound"].lower() == "minsta" else "Storsta"
        return f"DP_KM_Eg_Fastighetsstorlek_{bound}_{bound}"
    if _DWELLINGS.search(wording):
        return "DP_KM_Eg_LghFordelningOchStorlek_Antal"
    if re.match(r"byggnad ska placeras minst .+ meter från fastighetsgräns", wording, re.IGNORECASE):
        return "DP_KM_Eg_Plac_Byggnadsverk_Fastgrans"
    if re.match(r"minst .+ % av marken ska vara genomsläpplig", wording, re.IGNORECASE):
        return "DP_KM_Eg_MarkensAnordOchVeg_MarkensGenomslapp_Proc"
    return ""


def _height(found) -> str:
    bound = {"högsta": "HogstaHojd", "lägsta": "LagstaHojd", "": "ExaktHojd"}[found["bound"].strip().lower()]
    works = "Byggnadsverk" if found["of"] else ""
    return f"DP_KM_Eg_Hojd_{bound}_{works}{found['form'].capitalize()}hojd{'Nollplan' if found['datum'] else ''}"


def _area(found) -> str:
    most = "Storsta" if found["bound"].lower() == "största" else "Minsta"
    gross = found["what"].lower() == "bruttoarea"
    rest = found["rest"].lower()
    if found["under"]:
        return f"DP_KM_Eg_Utnytt_AreaUnderMark_{most}Kvm"
    if found["unit"] in ("%", "procent"):
        what = "Brutto" if gross else "Byggnads"
        suffix = _suffix(rest, {"inom användningsområdet": "Anv", "inom egenskapsområdet": "Egen"})
        if suffix == "" and "fastighetsarean" in rest:
            suffix = "Fastigh"
        return f"DP_KM_Eg_Utnytt_{most}AreaProc_{what}{suffix}"
    if re.match(r" per (?!fastighet)", rest):
        return f"DP_KM_Eg_Utnytt_AreaPerByggnad_{most}{'Brutto' if gross else 'Byggnads'}Kvm"
    suffix = _suffix(rest, {"per fastighet": "Fastigh", "inom användningsområdet": "Anv"})
    if most == "Minsta" and gross and not suffix:
        suffix = "Kvm"
    return f"DP_KM_Eg_Utnytt_{most}AreaKvm_{'Brutto' if gross else 'Byggnadsarea'}{suffix}"


def _suffix(rest: str, endings: dict[str, str]) -> str:
    return next((suffix for words, suffix in endings.items() if words in rest), "")
