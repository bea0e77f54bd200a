"""What users choose among when plans are imported, as they read it."""

from __future__ import annotations

from collections.abc import Mapping

from ...i18n import tr


def form_labels() -> Mapping[str, str]:
    return {
        "auto": tr("Found out from the file"),
        "specification41": tr("National specification Detaljplan 4.1 (JSON)"),
        "ngp": tr("Items of the national geodata platform (GeoJSON)"),
        "ss637040": tr("SS 637040:2016 (GML)"),
        "layer": tr("A layer of areas"),
        "plan_items": tr("The plans that were fetched into the workspace"),
    }


def stage_labels() -> Mapping[str, str]:
    return {
        "planbesked": tr("Planning notice (planbesked)"),
        "program": tr("Planning programme (program)"),
        "samråd": tr("Consultation (samråd)"),
        "granskning": tr("Review (granskning)"),
        "antagen": tr("Adopted (antagen)"),
        "övrigt": tr("Other (övrigt)"),
    }


def kind_labels() -> Mapping[str, str]:
    return {
        "planbesked": tr("Planning notice (planbesked)"),
        "planprogram": tr("Planning programme (planprogram)"),
        "detaljplan": tr("Detail plan (detaljplan)"),
        "andring": tr("Change of a detail plan (ändring)"),
        "upphavande": tr("Repeal of a detail plan (upphävande)"),
        "oversiktsplan": tr("Comprehensive plan (översiktsplan)"),
        "fordjupning": tr("Detailed comprehensive plan (fördjupning)"),
        "tillagg": tr("Addition to a comprehensive plan (tillägg)"),
        "bostadsforsorjning": tr("Guidelines for housing (bostadsförsörjning)"),
        "vagplan": tr("Road plan (vägplan)"),
        "jarnvagsplan": tr("Railway plan (järnvägsplan)"),
        "markanvisning": tr("Allocation of land (markanvisning)"),
        "grannregion": tr("Plan of a neighbour region"),
    }


def field_labels() -> Mapping[str, tuple[str, str]]:
    """Column that a field of a layer may tell -> (label, help)."""
    return {
        "name": (tr("Name (field)"), tr("Blank = the designation, or the layer's name.")),
        "designation": (tr("Designation (field)"), tr("The municipality's own; features with the same one are one plan.")),
        "municipality": (tr("Municipality (field)"), tr("Code or name. Blank = MUNICIPALITY.")),
        "status": (tr("Status (field)"), tr("Such as samråd, granskning, laga kraft; unknown words are left out and listed.")),
        "status_date": (tr("In this status since (field)"), tr("A date.")),
        "kind": (tr("Kind of case (field)"), tr("Blank = KIND.")),
        "procedure": (tr("Procedure (field)"), tr("Standard, utökat, samordnat, begränsat.")),
        "purpose": (tr("Purpose (field)"), tr("What the plan is for.")),
        "municipality_reference": (tr("The municipality's reference (field)"), tr("Diarienummer.")),
        "dwellings_min": (tr("Dwellings, at least (field)"), tr("Whole numbers.")),
        "dwellings_max": (tr("Dwellings, at most (field)"), tr("Whole numbers.")),
        "care_area_m2": (tr("Gross floor area for care, m² (field)"), tr("A number.")),
        "source_url": (tr("Address of the source (field)"), tr("Where the municipality shows the plan.")),
        "use": (
            tr("Uses (field)"),
            tr("Letters of use of each area, such as B, C or BD: each becomes a provision of that area."),
        ),
    }  # fmt: skip
