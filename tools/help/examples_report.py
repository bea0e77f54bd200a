"""Examples of reports: the atlas, the structure picture, a text about a result, and open data."""

from __future__ import annotations

from .example import NETWORK, OWN, RESULTS, TIMETABLE, WORKSPACE, Example, layer, result

EXAMPLES = (
    Example(
        "regionreport",
        {
            "WORKSPACE": WORKSPACE,
            "NETWORK": NETWORK,
            "TIMETABLE": TIMETABLE,
            "TIMETABLE_DATE": "2026-11-18",
            "ONLY": "9901",
            "TODAY": "2026-06-15",
            "OUTPUT_HTML": result("atlas", "html"),
            "OUTPUT_PDF": result("atlas", "pdf"),
            "OUTPUT": result("atlas"),
        },
        show=("OUTPUT_PDF",),
        page=6,
        note=("Ett av uppslagen i atlasen.", "One page of the atlas."),
    ),
    Example(
        "structuremap",
        {
            "WORKSPACE": WORKSPACE,
            "PLACES": layer("settlements", OWN),
            "PLACE_NAME": "name",
            "PLACE_POPULATION": "population",
            "YEAR": 2024,
            "NETWORK": NETWORK,
            "PNG": result("strukturbild", "png"),
            "OUTPUT": result("strukturbild"),
        },
        show=("PNG",),
    ),
    Example(
        "resulttext",
        {"INPUT": result("behov_och_restid"), "REFERENCE": "RS 2026/0123", "HTML": result("text", "html")},
        show=("HTML",),
    ),
    Example(
        "publish",
        {
            "LAYERS": [result("vardbehov"), result("platser_per_enhet")],
            "FOLDER": f"{RESULTS}/oppna_data",
            "BASE_IRI": "https://www.region.example/oppnadata",
            "PUBLISHER": "Region Exempellän (påhittad)",
            "CONTACT": "Enheten för analys",
            "EMAIL": "oppnadata@region.example",
            "LICENCE": "cc0",
            "CHECKED": True,
            "OUTPUT": result("oppna_data"),
        },
        show=(f"{RESULTS}/oppna_data/index.html",),
    ),
)
