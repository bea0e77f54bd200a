"""The hand-made facts of Exempellän: municipalities, settlements, outlines and main roads, in SWEREF 99 TM (EPSG:3006).

The county lies in the open Baltic, where no real land can be mistaken for it. Codes 99 (the county) and 98 (the
strip of the neighbour region) are used by no real county. Coordinates below are written in kilometres and given
out in metres.
"""

from __future__ import annotations

from typing import NamedTuple

COUNTY = "99"
NEIGHBOUR = "98"
REGION_NAMES = {COUNTY: "Exempellän", NEIGHBOUR: "Grannlän"}


class Municipality(NamedTuple):
    """One kommun: its four-digit code, name, the settlement that is its main locality, and its region's code."""

    code: str
    name: str
    seat: str
    region: str


class Settlement(NamedTuple):
    """One locality: centre (x, y) in metres; kind city, town or village; `hospital` = an acute hospital stands here.

    `industrial` marks the mill and factory places whose living conditions are weak.
    """

    name: str
    x: float
    y: float
    population: int
    kind: str
    municipality: str
    coastal: bool = False
    on_island: bool = False
    hospital: bool = False
    industrial: bool = False


class MainRoad(NamedTuple):
    """A numbered road as the settlements it passes; `level` is motorway, trunk, national or bridge or ferry."""

    number: int
    level: str
    through: tuple[str, ...]


class CountyPlan(NamedTuple):
    """All facts of one county and the strip of its neighbour; outlines are open rings in metres.

    people, neighbour_people: everybody in the county and in the strip, in localities and in the country.
    """

    region: str
    neighbour: str
    region_names: dict[str, str]
    people: int
    neighbour_people: int
    municipalities: tuple[Municipality, ...]
    settlements: tuple[Settlement, ...]
    main_roads: tuple[MainRoad, ...]
    mainland: tuple[tuple[float, float], ...]
    islands: tuple[tuple[tuple[float, float], ...], ...]
    neighbour_outline: tuple[tuple[float, float], ...]


_MUNICIPALITIES = (
    ("9901", "Lindhamn", "Lindhamn"),
    ("9902", "Ekhamn", "Ekhamn"),
    ("9903", "Norrhamn", "Norrhamn"),
    ("9904", "Norra Sunnerö", "Kyrkeborg"),
    ("9905", "Södra Sunnerö", "Borgmark"),
    ("9906", "Hultaryd", "Hultaryd"),
    ("9907", "Mosshult", "Mosshult"),
    ("9908", "Järnboda", "Järnboda"),
    ("9909", "Kvarnlunda", "Kvarnlunda"),
    ("9910", "Mönsvik", "Mönsvik"),
    ("9911", "Torsvik", "Torsvik"),
    ("9912", "Valdershamn", "Valdershamn"),
    ("9801", "Brännhult", "Brännhult"),
    ("9802", "Granhult", "Granhult"),
    ("9803", "Sörmåla", "Sörmåla"),
    ("9804", "Åhamn", "Åhamn"),
)

# name, x km, y km, people inside the locality, kind, municipality, flags: c coastal, i on the island, h acute
# hospital, w weak (industrial)
_SETTLEMENTS = (
    ("Lindhamn", 824.6, 6276.0, 65500, "city", "9901", "ch"),
    ("Ekhamn", 822.6, 6338.0, 17300, "city", "9902", "ch"),
    ("Norrhamn", 818.2, 6400.2, 22000, "city", "9903", "ch"),
    ("Kyrkeborg", 840.2, 6328.0, 3300, "town", "9904", "ci"),
    ("Borgmark", 840.5, 6292.5, 5200, "town", "9905", "ci"),
    ("Hultaryd", 798.0, 6287.0, 9000, "town", "9906", "w"),
    ("Mosshult", 793.5, 6326.0, 5500, "town", "9907", ""),
    ("Järnboda", 799.0, 6391.0, 7500, "town", "9908", "w"),
    ("Kvarnlunda", 790.0, 6360.0, 4200, "town", "9909", ""),
    ("Mönsvik", 824.0, 6301.0, 6500, "town", "9910", "c"),
    ("Torsvik", 817.5, 6256.5, 15000, "town", "9911", "c"),
    ("Valdershamn", 822.8, 6379.0, 3600, "town", "9912", "c"),
    ("Rinkamåla", 817.2, 6281.5, 4500, "town", "9901", ""),
    ("Hagbo", 821.5, 6266.5, 3200, "town", "9901", "c"),
    # the coast from south to north
    ("Sillnäs", 820.6, 6250.3, 700, "village", "9911", "c"),
    ("Bröms", 809.0, 6259.0, 900, "village", "9911", ""),
    ("Tvärmåla", 804.0, 6267.5, 800, "village", "9911", ""),
    ("Gökalund", 812.0, 6268.0, 1100, "village", "9911", ""),
    ("Svensö", 828.3, 6269.6, 2000, "village", "9901", "c"),
    ("Smedstad", 819.8, 6274.5, 2500, "village", "9901", ""),
    ("Drageby", 825.6, 6285.3, 2300, "village", "9901", "c"),
    ("Lönnslätt", 812.5, 6276.0, 1300, "village", "9901", ""),
    ("Revsudd", 829.2, 6289.0, 700, "village", "9901", "c"),
    ("Påryda", 808.5, 6285.0, 1200, "village", "9901", ""),
    ("Ålmåla", 819.0, 6293.0, 1100, "village", "9910", ""),
    ("Timmervik", 826.8, 6305.2, 600, "village", "9910", "c"),
    ("Fliseby", 812.0, 6302.0, 1400, "village", "9910", "w"),
    ("Emmekulla", 819.0, 6318.5, 350, "village", "9902", ""),
    ("Påskvik", 825.2, 6323.0, 400, "village", "9902", "c"),
    ("Kristehult", 810.0, 6334.5, 450, "village", "9902", ""),
    ("Fagerhyltan", 815.0, 6348.5, 320, "village", "9902", ""),
    ("Figesund", 823.2, 6355.0, 380, "village", "9902", "c"),
    ("Misterfors", 811.0, 6363.0, 400, "village", "9912", ""),
    ("Solstadviken", 824.6, 6369.0, 450, "village", "9912", "c"),
    ("Blankamåla", 814.0, 6380.0, 800, "village", "9912", ""),
    ("Gamlebo", 812.2, 6408.5, 1700, "village", "9903", "c"),
    ("Loftsund", 823.0, 6392.5, 600, "village", "9903", "c"),
    ("Helgenäs", 822.2, 6404.0, 400, "village", "9903", "c"),
    ("Ankarfors", 810.0, 6394.0, 1100, "village", "9903", "w"),
    ("Edsbroa", 803.0, 6414.0, 900, "village", "9903", "c"),
    # inland from south to north
    ("Emmaboryd", 791.5, 6273.5, 1500, "village", "9906", "w"),
    ("Orrefall", 803.5, 6295.5, 800, "village", "9906", "w"),
    ("Alstermåla", 791.0, 6297.5, 900, "village", "9906", ""),
    ("Vissehult", 797.5, 6279.0, 700, "village", "9906", ""),
    ("Fågelforsa", 802.0, 6309.0, 700, "village", "9907", "w"),
    ("Ruskryd", 788.5, 6313.0, 800, "village", "9907", ""),
    ("Virsebo", 795.0, 6338.0, 600, "village", "9907", ""),
    ("Storebrotorp", 787.5, 6341.5, 900, "village", "9909", "w"),
    ("Vena kvarn", 798.0, 6351.0, 350, "village", "9909", ""),
    ("Gullringe", 795.0, 6371.0, 800, "village", "9909", ""),
    ("Södra Vigen", 785.0, 6373.0, 1000, "village", "9908", ""),
    ("Överbruk", 791.0, 6384.0, 900, "village", "9908", "w"),
    ("Hjortbo", 787.5, 6402.0, 700, "village", "9908", ""),
    ("Tunalida", 794.5, 6411.0, 500, "village", "9908", "c"),
    # the island from south to north
    ("Grönhög", 843.7, 6270.5, 320, "village", "9905", "ci"),
    ("Mörbyåsa", 839.3, 6279.5, 1900, "village", "9905", "ci"),
    ("Färjesta", 838.2, 6287.5, 2100, "village", "9905", "ci"),
    ("Glöminge", 840.6, 6302.5, 600, "village", "9905", "ci"),
    ("Köpingsvall", 838.9, 6317.0, 800, "village", "9904", "ci"),
    ("Löttorpa", 841.3, 6341.5, 500, "village", "9904", "ci"),
    ("Nordudden", 840.2, 6353.0, 380, "village", "9904", "ci"),
    # the neighbour's strip
    ("Granhult", 771.5, 6331.0, 17000, "city", "9802", "h"),
    ("Brännhult", 766.0, 6384.0, 6000, "town", "9801", ""),
    ("Sörmåla", 770.0, 6279.0, 7500, "town", "9803", ""),
    ("Åhamn", 792.0, 6240.5, 5500, "town", "9804", "c"),
    ("Ydrefors", 772.0, 6404.0, 700, "village", "9801", ""),
    ("Hesselby", 757.5, 6399.0, 500, "village", "9801", ""),
    ("Mariannetorp", 772.5, 6365.0, 1100, "village", "9801", "w"),
    ("Järnforsen", 762.0, 6358.0, 800, "village", "9802", ""),
    ("Skirö kvarn", 760.0, 6338.0, 600, "village", "9802", ""),
    ("Sävsjöby", 763.0, 6316.0, 900, "village", "9802", ""),
    ("Lenhult", 774.5, 6309.0, 1300, "village", "9802", ""),
    ("Klavrebo", 759.0, 6293.0, 700, "village", "9803", ""),
    ("Kosterud", 778.0, 6292.5, 900, "village", "9803", "w"),
    ("Eringsmåla", 774.0, 6262.0, 800, "village", "9803", ""),
    ("Tingsröd", 759.5, 6263.0, 1200, "village", "9803", ""),
    ("Jämsö", 804.5, 6246.5, 1400, "village", "9804", "c"),
    ("Holmsjöby", 782.0, 6252.5, 700, "village", "9804", ""),
    ("Bräkneby", 769.0, 6244.0, 1100, "village", "9804", "c"),
)

_MAIN_ROADS = (
    (96, "trunk", ("Bräkneby", "Åhamn", "Jämsö", "Torsvik", "Hagbo")),
    (96, "motorway", ("Hagbo", "Lindhamn", "Drageby")),
    (96, "trunk", ("Drageby", "Mönsvik", "Emmekulla", "Ekhamn", "Figesund", "Solstadviken", "Valdershamn", "Norrhamn")),
    (96, "trunk", ("Norrhamn", "Gamlebo", "Edsbroa")),
    (71, "trunk", ("Åhamn", "Holmsjöby", "Emmaboryd", "Hultaryd", "Alstermåla", "Ruskryd", "Mosshult")),
    (71, "trunk", ("Mosshult", "Virsebo", "Kvarnlunda", "Gullringe", "Järnboda", "Edsbroa")),
    (73, "national", ("Lindhamn", "Smedstad", "Lönnslätt", "Påryda", "Hultaryd", "Kosterud", "Sörmåla", "Klavrebo")),
    (75, "national", ("Ekhamn", "Kristehult", "Mosshult", "Granhult", "Skirö kvarn")),
    (79, "national", ("Norrhamn", "Ankarfors", "Järnboda", "Överbruk", "Södra Vigen", "Brännhult")),
    (81, "national", ("Bräkneby", "Eringsmåla", "Sörmåla", "Lenhult", "Granhult")),
    (81, "national", ("Granhult", "Mariannetorp", "Brännhult", "Ydrefors")),
    (76, "national", ("Torsvik", "Bröms", "Tvärmåla", "Vissehult", "Hultaryd")),
    (78, "national", ("Granhult", "Storebrotorp", "Kvarnlunda", "Misterfors", "Valdershamn")),
    (74, "national", ("Mönsvik", "Fliseby", "Fågelforsa", "Mosshult")),
    (136, "bridge", ("Lindhamn", "Färjesta")),
    (136, "national", ("Grönhög", "Mörbyåsa", "Färjesta", "Borgmark", "Glöminge", "Köpingsvall", "Kyrkeborg")),
    (136, "national", ("Kyrkeborg", "Löttorpa", "Nordudden")),
    (137, "ferry", ("Ekhamn", "Nordudden")),
)

# The land of both regions, clockwise from the north-west; the western edge is where the sample's data end.
_MAINLAND = (
    (753, 6413), (760, 6417), (770, 6414.5), (779, 6419), (790, 6416), (799, 6420), (808, 6416), (815, 6411.5),
    (812, 6409.5), (821, 6408), (826, 6404), (820, 6400.2), (826, 6394), (824, 6389), (828, 6384), (825, 6379.5),
    (829, 6374), (825, 6366), (828, 6360), (824, 6354), (828, 6347), (823.6, 6338.4), (829, 6331), (826, 6322),
    (830, 6315), (827, 6304), (824.8, 6300), (829, 6296), (831, 6289), (828, 6283), (826.6, 6276), (831, 6271),
    (827, 6264), (820, 6257), (824, 6251), (820, 6247), (812, 6250), (806, 6243), (800, 6239), (792, 6238.5),
    (785, 6232), (776, 6236), (768, 6241), (760, 6233), (753, 6236),
)  # fmt: skip
_ISLAND = (
    (839, 6360), (842, 6359), (842.3, 6352), (844, 6345), (846.5, 6336), (848, 6324), (849, 6310), (849, 6296),
    (847.5, 6282), (846.5, 6272), (844.5, 6266), (842.3, 6267), (839.5, 6274), (836.8, 6283), (836.4, 6291),
    (837, 6302), (836, 6312), (836.8, 6322), (838, 6330), (838.5, 6340), (838, 6350), (837.6, 6357),
)  # fmt: skip
_SKERRIES = (
    ((829.5, 6392), (831.5, 6393.5), (832.5, 6391), (830.5, 6389.5)),
    ((831, 6380), (832.5, 6381.5), (833.5, 6379), (831.8, 6377.5)),
    ((830.5, 6401), (832, 6402.5), (833, 6400.5), (831.5, 6399)),
    ((830.8, 6366.5), (832.4, 6368), (833, 6365.6), (831.6, 6364.4)),
    ((828.8, 6407.5), (830.5, 6408.6), (831.3, 6406.5), (829.5, 6405.6)),
)
# Whatever land lies in here belongs to the neighbour: the county border, closed far out to the west.
_NEIGHBOUR_OUTLINE = (
    (730, 6210), (824, 6210), (824, 6243),
    (818, 6247.5), (812, 6252), (800, 6255), (789, 6262), (783, 6272), (784, 6290), (781, 6305),
    (782, 6322), (779, 6338), (781, 6356), (778, 6370), (780, 6390), (778, 6404), (782, 6425), (782, 6440),
    (730, 6440),
)  # fmt: skip


def county_plan() -> CountyPlan:
    """The plan of Exempellän itself, in metres (EPSG:3006)."""
    return CountyPlan(
        region=COUNTY,
        neighbour=NEIGHBOUR,
        region_names=dict(REGION_NAMES),
        people=252_000,
        neighbour_people=60_000,
        municipalities=tuple(Municipality(code, name, seat, code[:2]) for code, name, seat in _MUNICIPALITIES),
        settlements=tuple(_settlement(*row) for row in _SETTLEMENTS),
        main_roads=tuple(MainRoad(*row) for row in _MAIN_ROADS),
        mainland=_metres(_MAINLAND),
        islands=tuple(_metres(outline) for outline in (_ISLAND, *_SKERRIES)),
        neighbour_outline=_metres(_NEIGHBOUR_OUTLINE),
    )


def _settlement(
    name: str, x_km: float, y_km: float, population: int, kind: str, municipality: str, flags: str
) -> Settlement:
    return Settlement(
        name=name,
        x=x_km * 1000.0,
        y=y_km * 1000.0,
        population=population,
        kind=kind,
        municipality=municipality,
        coastal="c" in flags,
        on_island="i" in flags,
        hospital="h" in flags,
        industrial="w" in flags,
    )


def _metres(outline: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    return tuple((x * 1000.0, y * 1000.0) for x, y in outline)
