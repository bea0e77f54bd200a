"""An atlas with one of everything, made by hand: missing values, hidden ones, long words, and signs that are markup."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from narvard_plugin.core.atlas.content import (
    BARS,
    LINES,
    PYRAMID,
    REACH,
    TOPICS,
    Atlas,
    Chapter,
    Chart,
    Compared,
    Measure,
    Origin,
    Table,
    Topic,
)

REGION = "99"
EVIL = '<b onload="x">Å & Ö</b>'
LONG = "Norra Kommungränsöverskridandesjukvårdsområdesförbundets närområde"
#: code -> (name, west, east) of a region 60 km wide and 40 km high.
AREAS = {"9901": ("Östernäs", 0, 24), "9902": (EVIL, 24, 40), "9903": (LONG, 40, 60)}
AGES = ("0–5", "6–15", "16–19", "20–44", "45–64", "65–79", "80–84", "85+")
WHY = "färre än fem personer"

TITLES = {
    "people": "Befolkning", "age": "Ålder", "need": "Vårdbehov", "health": "Hälsa",
    "access": "Geografisk tillgänglighet (restid)", "services": "Vårdutbud", "capacity": "Kapacitet",
    "waiting": "Väntetid (vårdgaranti)", "vulnerability": "Sårbarhet", "need_access": "Behov och restid tillsammans",
    "forecast": "Befolkningen framåt", "plans": "Detaljplaner på gång", "targets": "Målvärden och gap",
}  # fmt: skip
MISSING = {
    "health": "Inga hälsouppgifter är hämtade. Kör verktyget Hämta hälsouppgifter.",
    "waiting": "Importera väntetider.",
}
ORIGINS = (
    Origin("SCB, befolkning per DeSO", "2025-12-31", "Summerad per område", "CC0"),
    Origin(f"Restider {EVIL}", "", "Närmaste vårdcentral med bil på NVDB"),
)
UNCERTAIN = ("Små områden har osäkra andelar: en enda flytt kan ändra dem.", "Restiden är beräknad utan köer.")
NOT_MEASURED = ("Upplevd hälsa mäts inte.", "Personer utan folkbokföring räknas inte.")


def atlas(language: str = "sv") -> Atlas:
    chapters = [
        _chapter(REGION, "Exempellän", 0),
        *(_chapter(code, AREAS[code][0], at) for at, code in enumerate(AREAS, 1)),
    ]
    return Atlas(
        title="Hälsans och vårdens geografi i Exempellän",
        region=REGION,
        region_name="Exempellän",
        division="kommuner",
        made="2026-03-02",
        language=language,
        chapters=chapters,
        compared=(
            Compared(
                "minutes_median", "Medianrestid till vårdcentral med bil", "min", 1, "lower",
                {"Exempellän": 11.4, "Grannlän": 9.8, f"Fjärrlän {EVIL}": None}, {"Exempellän": "2026-02-01", "Grannlän": "2024-05-01"},
                f"Grannlän räknar filialer som vårdcentraler. {EVIL}",
            ),
        ),
        notes=(f"Ett område utan namn är utelämnat. {EVIL}",),
    )  # fmt: skip


def _chapter(code: str, name: str, at: int) -> Chapter:
    topics = [_topic(key, name, at) for key in TOPICS]
    return Chapter(
        code, name, topics, (f"{name} har fler äldre än regionen i stort.", "Två av tio har mer än 20 minuter.")
    )


def _topic(key: str, name: str, at: int) -> Topic:
    if key in MISSING:
        return Topic(key, TITLES[key], missing=MISSING[key])
    return Topic(
        key,
        TITLES[key],
        text=(
            f"I {name} bor {12 + at} 345 invånare, och två av tio har mer än 20 minuter till närmaste vårdcentral.",
            "Andelen är högre än i regionen som helhet. Skillnaden beror främst på att fler bor utanför tätorterna.",
        ),
        measures=_measures(key, at),
        charts=CHARTS.get(key, ()),
        tables=TABLES.get(key, ()),
        map={"need": "need", "access": "points", "services": "structure", "plans": "nothing"}.get(key, ""),
        origins=ORIGINS,
        uncertain=UNCERTAIN,
        not_measured=NOT_MEASURED,
    )


def _measures(key: str, at: int) -> tuple:
    return (
        Measure(f"{key}_people", "Invånare", 12345.0 + at, region=456789.0),
        Measure(f"{key}_far", "Andel med mer än 20 minuter", 21.04 + at, "%", 1, 18.2, 2100.0 + at, "lower"),
        Measure(f"{key}_near", "Andel inom 10 minuter", 61.5, "%", 1, 58.2, better="higher"),
        Measure(f"{key}_hidden", f"Andel med {EVIL}", None, "%", 1, 3.5, 3.0, "lower", WHY),
    )


CHARTS = {
    "age": (
        Chart(PYRAMID, "Åldersfördelning", "andel, %", AGES, {EVIL: (6, 11, 5, 28, 26, 17, 4, None), "Exempellän": (7, 12, 5, 31, 25, 15, 3, 2)}),
        Chart(BARS, "Andel 80 år och äldre", "%", ("Östernäs", LONG, EVIL), {"2025": (7.5, None, 4.25)}, ("Regionen", 5.0), 1),
    ),
    "access": (
        Chart(REACH, "Andel som når en vårdcentral", "%", ("5", "10", "20", "30", "60"), {"Med bil": (30, 61.5, 79, 94, 100), "Med kollektivtrafik": (12, 25, None, 60, 88)}),
        Chart(BARS, "Restid efter utbud", "min", ("Vårdcentral", "Akutmottagning"), {"Bil": (11.4, 31.0), "Kollektivtrafik": (28.0, None)}, ("Mål", 20.0), 1),
    ),
    "forecast": (
        Chart(LINES, "Invånare 80 år och äldre", "invånare", ("2025", "2030", "2040", "2050"), {"Prognos": (700, 905, 1210, None), "Högt alternativ": (700, 950, 1400, 1600)}, ("I dag", 700.0)),
    ),
    "targets": (Chart(LINES, "Utan värden", "%", ("2025", "2030"), {"Mål": (None, None)}),),
}  # fmt: skip
TABLES = {
    "capacity": (Table("Vårdcentraler och listade", ("Vårdcentral", "Listade", "Listade per läkare"), ((EVIL, 8123, 1401.5), ("Ekens vårdcentral", 5400, None)), (0, 0, 1), "Listade enligt regionens register."),),
    "targets": (Table("Mål och utfall", ("Mål", "År", "Utfall"), tuple((f"Mål {n}", "2030", n * 1.5) for n in range(70)), (0, 0, 1)),),
}  # fmt: skip


def places() -> dict:
    found = {REGION: _box(0, 60)}
    found.update({code: _box(west, east) for code, (_, west, east) in AREAS.items()})
    return {code: bytes(geometry.asWkb()) for code, geometry in found.items()}


def _box(west: float, east: float) -> QgsGeometry:
    x0, x1 = 500_000 + 1000 * west, 500_000 + 1000 * east
    return QgsGeometry.fromWkt(
        f"MultiPolygon((({x0} 6400000, {x1} 6400000, {x1} 6440000, {x0} 6440000, {x0} 6400000)))"
    )


def layers() -> dict:
    """Per role its layers: a polygon layer that has nothing in the east, and points."""
    need = QgsVectorLayer("Polygon?crs=EPSG:3006&field=class:string", f"Vårdbehov {EVIL}", "memory")
    _add(need, [(_box(0, 12), "stort vårdbehov"), (_box(12, 40), "litet vårdbehov")])
    classes = (("stort vårdbehov", "#08519c"), ("litet vårdbehov", "#c6dbef"))
    need.setRenderer(
        QgsCategorizedSymbolRenderer(
            "class",
            [
                QgsRendererCategory(name, QgsFillSymbol.createSimple({"color": colour}), name)
                for name, colour in classes
            ],
        )
    )
    points = QgsVectorLayer("Point?crs=EPSG:3006&field=name:string", "Vårdcentraler", "memory")
    centres = [(510_000, 6_420_000), (532_000, 6_410_000), (550_000, 6_430_000)]
    _add(points, [(QgsGeometry.fromWkt(f"Point({x} {y})"), "Eken") for x, y in centres])
    points.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "#a34700", "size": "3"})))
    return {"need": [need], "points": [points], "structure": [points, need]}


def _add(layer, rows) -> None:
    features = []
    for geometry, value in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes([value])
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
