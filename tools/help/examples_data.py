"""Examples of data and network: what is made, fetched from the sources, imported and frozen."""

from __future__ import annotations

from .example import NETWORK, RESULTS, WORKSPACE, Example, Stored, layer, result

BASIS = f"{RESULTS}/RS_2026-0123_Beslut_om_Ekhamn"
_NEW, _FETCHED = result("egen"), result("hamtat")
_ROADS = '"Klass_181" <= 6'  # the larger ones: all of them are too many for a small picture
_BAD = "exempellan/felaktiga_data"
_HERE = {"REGION": "99"}
_FROM = {"WORKSPACE": _FETCHED, "REGION": "08"}
_BROUGHT = (
    "Bilden visar Exempellän, hämtat från en efterbildning av källan på den egna datorn.",
    "The picture shows the sample county, fetched from an imitation of the source on this computer.",
)


def _fetched(name: str, **where: str) -> Stored:
    return Stored(name, where.get("where", ""), _FETCHED)


def _fetch(tool: str, show, given: dict, local: dict, **more) -> Example:
    shown = (show,)
    return Example(tool, {**_FROM, **given}, shown, local={**_HERE, **local}, note=_BROUGHT, **more)


EXAMPLES = (
    Example(
        "samplecounty",
        {"FOLDER": "exempellan", "SCALE": 1, "SEED": 1},
        show=(layer("facilities", "closed IS NULL"), layer("areas")),
    ),
    Example(
        "buildnetwork",
        {"ROADS": layer("roads"), "NETWORK": NETWORK, "SKIPPED": result("overhoppade_vagar")},
        show=(layer("roads", _ROADS),),
    ),
    Example(
        "createworkspace",
        {"WORKSPACE": _NEW, "REGION": "99"},
        show=(_NEW,),
    ),
    _fetch(
        "fetchareas",
        _fetched("areas", where="vintage = '2025'"),
        {"VERSION": "deso2025;regso2025", "NEIGHBOURS": True},
        {"BASE_URL": "{scb_areas}"},
    ),
    _fetch("fetchgrid", _fetched("people"), {"YEAR": 2025}, {"BASE_URL": "{scb_grid}"}),
    _fetch("fetchfacilities", _fetched("facilities"), {"ONLY_MISSING": True}, {"BASE_URL": "{osm}"}),
    _fetch(
        "fetchroads",
        f"{RESULTS}/vagar/Exempellän_homogeniserat.gpkg|layername=NVDB_homogeniserat|subset={_ROADS}",
        {"AUTH": "abc1234", "FOLDER": f"{RESULTS}/vagar"},
        {"BASE_URL": "{lastkajen}", "AUTH": "{key:AUTH_LASTKAJEN}"},
    ),
    _fetch(
        "fetchtimetable",
        Stored("sources", "source_id = 'trafiklab'", _FETCHED),
        {"OPERATOR": "klt", "AUTH": "abc1234", "FOLDER": f"{RESULTS}/tidtabell"},
        {"BASE_URL": "{trafiklab}", "AUTH": "{key:AUTH_TRAFIKLAB}", "OPERATOR": "exempel"},
        fields=("name", "publisher", "licence", "data_date", "part", "fetched"),
    ),
    _fetch(
        "fetchgeodata",
        _fetched("divisions"),
        {"COLLECTION": "kommun-lan-rike", "AUTH": "abc1234", "FOLDER": f"{RESULTS}/granser"},
        {"BASE_URL": "{lantmateriet_stac}", "AUTH": "{key:AUTH_LANTMATERIET}"},
    ),
    _fetch(
        "fetchplans",
        _fetched("plan_items"),
        {"AUTH": "abc1234"},
        {"BASE_URL": "{ngp}", "AUTH": "{key:AUTH_LANTMATERIET}", "SIGN_IN": "basic"},
        fields=("name", "municipality", "designation", "status", "status_date"),
    ),
    _fetch(
        "fetchprovisions",
        _fetched("plan_provisions"),
        {},
        {"BASE_URL": "{boverket}"},
        fields=("designation", "category", "kind", "wording", "use_form", "valid_from"),
    ),
    _fetch(
        "fetchstatistics",
        _fetched("statistics"),
        {"TABLE": "population", "VERSION": "2025"},
        {"BASE_URL": "{scb_statistics}", "YEARS": "2024"},
        fields=("area_code", "vintage", "variable", "year", "value", "status"),
    ),
    _fetch(
        "fetchhealth",
        _fetched("health_figures", where="source = 'kolada'"),
        {"SOURCE": "kolada", "INDICATORS": "N00945;U79038", "YEARS": "2022-2024"},
        {"BASE_URL": "{kolada}", "INDICATORS": "N99001;U99002"},
        fields=("indicator_name", "area_code", "area_level", "period", "value", "unit"),
    ),
    Example(
        "fetchregion",
        {
            "WORKSPACE": result("hela_lanet"),
            "REGION": "08",
            "FOLDER": f"{RESULTS}/filer",
            "NEIGHBOURS": True,
            "OPERATOR": "klt",
            "OUTPUT": result("kvitto"),
        },
        local={
            **_HERE,
            "OPERATOR": "exempel",
            "SOCIALSTYRELSEN": "dodsorsaker;matt=1",
            "KOLADA": "N99001;U99002",
            "AUTH_TRAFIKLAB": "{key:AUTH_TRAFIKLAB}",
            "AUTH_LASTKAJEN": "{key:AUTH_LASTKAJEN}",
            "AUTH_LANTMATERIET": "{key:AUTH_LANTMATERIET}",
            "SOURCE_URLS": "{every source}",
        },
        fields=("source", "status", "added", "changed", "removed"),
        note=_BROUGHT,
    ),
    Example("facilitytemplate", {"FOLDER": f"{RESULTS}/mall", "TYPE": "vardcentral", "FORMAT": "csv"}, show=("FILE",)),
    Example(
        "importfacilities",
        {
            "INPUT": f"{_BAD}/hsa_omkastade_rt90.csv",
            "WORKSPACE": WORKSPACE,
            "PRESET": "hsa",
            "SOURCE_DATE": "2026-01-31",
            "OUTPUT": result("inlasta_enheter"),
            "DUPLICATES": result("dubbletter"),
        },
    ),
    Example(
        "placefacility",
        {"WORKSPACE": WORKSPACE, "FACILITY_ID": "99-vardcentral-002", "POINT": "824500,6277000 [EPSG:3006]"},
        show=(Stored("facilities", "facility_id = '99-vardcentral-002'"),),
        near=True,
    ),
    Example(
        "importwaitingtimes",
        {
            "INPUT": layer("waiting_times"),
            "WORKSPACE": _NEW,
            "REGION_FIELD": "region",
            "UNIT_FIELD": "unit",
            "NUMBER_FIELD": "number",
            "SHARE_FIELD": "share_over_90d",
            "SOURCE_FIELD": "source",
            "OUTPUT": result("vantetider"),
        },
    ),
    Example(
        "importlistings",
        {"INPUT": f"{_BAD}/listade_dolda_celler.csv", "WORKSPACE": WORKSPACE, "OUTPUT": result("listade")},
        where="status <> 'ok'",
    ),
    Example(
        "importsquares",
        {
            "INPUT": layer("squares_1km"),
            "WORKSPACE": WORKSPACE,
            "ID_FIELD": "origin_id",
            "POPULATION": "population",
            "SOURCE": "SCB, beställning",
            "REPLACE": True,
            "OUTPUT": result("rutor"),
        },
    ),
    Example(
        "exportexchange",
        {
            "WORKSPACE": WORKSPACE,
            "WITH": "people",
            "DISTANCE": 30000,
            "LICENCE": "CC0",
            "CONTACT": "planering@region.example",
            "FILE": result("till_grannen"),
        },
        show=(f"{result('till_grannen')}|layername=people", f"{result('till_grannen')}|layername=facilities"),
    ),
    Example(
        "importexchange",
        {
            "FILE": result("till_grannen"),
            "WORKSPACE": result("granne"),
            "REGION": "99",
            "OUTPUT": result("utbyte_inlast"),
        },
    ),
    Example(
        "freezebasis",
        {
            "WORKSPACE": WORKSPACE,
            "NAME": "Beslut om Ekhamn",
            "REFERENCE": "RS 2026/0123",
            "FOLDER": RESULTS,
            "RESULTS": [result("restid")],
            "INPUTS": [layer("facilities")],
            "NETWORK": NETWORK,
            "NOTE": "Underlag till beslutet om Ekhamns sjukhus.",
        },
        show=("BASIS",),
    ),
    Example(
        "comparewithbasis",
        {
            "BASIS": BASIS,
            "INPUT": result("restid_ny_enhet"),
            "ID_FIELD": "origin_id",
            "LAYER": "restid",
            "OUTPUT": result("andrat_sedan_beslutet"),
            "SUMMARY": result("andrat_samlat"),
        },
    ),
    Example(
        "importdivision",
        {
            "KIND": "narsjukvardsomrade",
            "AREAS": layer("areas"),
            "TABLE": result("indelning", "csv"),
            "TABLE_CODE": "kommun",
            "TABLE_ZONE": "omrade",
            "TABLE_NAME": "namn",
            "POPULATION": "population",
            "SOURCE": "Regionstyrelsen",
            "SOURCE_DATE": "2026-01-01",
            "WORKSPACE": _NEW,
            "OUTPUT": result("indelning"),
        },
        files={
            result("indelning", "csv"): "kommun;omrade;namn\n"
            + "".join(
                f"99{number:02};{'SN'[number > 6]};{'Södra' if number <= 6 else 'Norra'} närsjukvårdsområdet\n"
                for number in range(1, 13)
            )
        },
    ),
    Example("importgrants", {"INPUT": layer("grant_followup"), "WORKSPACE": _NEW, "OUTPUT": result("insatser")}),
    Example(
        "importcni",
        {
            "INPUT": "exempellan/cni_per_enhet.csv",
            "WORKSPACE": WORKSPACE,
            "CODE_FIELD": "Enhet",
            "POINTS_FIELD": "CNI-poäng",
            "PER_PERSON_FIELD": "CNI per person",
            "POPULATION_FIELD": "Antal listade",
            "SOURCE_FIELD": "Källa",
            "DATE": "2024-12-31",
            "OUTPUT": result("cni"),
        },
    ),
)

_MOVED = "type = 'vardcentral' AND closed IS NULL AND facility_id <> '99-vardcentral-002'"
BEFORE = {
    "fetchareas": (Example("createworkspace", {"WORKSPACE": _FETCHED, "REGION": "99"}),),
    "fetchregion": (),
    "importexchange": (Example("createworkspace", {"WORKSPACE": result("granne"), "REGION": "08"}),),
    "comparewithbasis": (
        Example(
            "nearestfacility",
            {
                "NETWORK": NETWORK,
                "ORIGINS": layer("people_1km"),
                "ORIGIN_ID": "origin_id",
                "POPULATION": "population",
                "FACILITIES": layer("facilities", _MOVED),
                "FACILITY_ID": "facility_id",
                "ORIGIN_REGION": "region",
                "FACILITY_REGION": "region",
                "REPORT_REGION": "99",
                "OUTPUT": result("restid_ny_enhet"),
            },
        ),
    ),
}
