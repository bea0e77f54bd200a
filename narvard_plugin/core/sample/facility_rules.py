"""Where each type of facility stands in the sample county: rules by size of place, and places named by hand."""

from __future__ import annotations

from typing import NamedTuple

THIRD_REGION, THIRD_NAME = "40", "Storlän"


class Rule(NamedTuple):
    """How many facilities of one type a place has, and who answers for them.

    A place of at least ``least`` people has one facility per ``per`` people, at least one; ``places`` adds facilities
    in the places it names. ``private`` is the share run by others (``other`` = their form of operation).
    ``central``: in the middle of the place. ``region`` is set where another region than the place's own answers.
    """

    type: str
    name: str
    huvudman: str = "region"
    driftsform: str = "egen_regi"
    per: float = 0.0
    least: float = 0.0
    places: tuple[str, ...] = ()
    private: float = 0.0
    other: str = "lov"
    central: bool = False
    region: str = ""


RULES = (
    # hospitals and what stands on their grounds
    Rule("universitetssjukhus", "Regionsjukhuset i {place}", places=("Granhult",), central=True),
    Rule("lanssjukhus", "Länssjukhuset i {place}", places=("Lindhamn",), central=True),
    Rule("lansdelssjukhus", "{place}s sjukhus", places=("Ekhamn", "Norrhamn"), central=True),
    Rule("narsjukhus", "{place}s närsjukhus", places=("Brännhult",), central=True),
    # The third region lies beyond the map: its hospital stands where the road to it leaves the data.
    Rule("lanssjukhus", "Storlänets sjukhus", places=("Klavrebo",), central=True, region=THIRD_REGION),
    Rule("hemsjukhus", "Hemsjukhuset {place}", places=("Åhamn",)),
    Rule("helikopterbas", "Helikopterbasen {place}", places=("Lindhamn",), central=True),
    Rule("laboratorium", "Laboratoriet {place}", places=("Lindhamn", "Ekhamn", "Norrhamn", "Granhult")),
    Rule("mammografibuss", "Mammografibussen, bas {place}", places=("Lindhamn",)),
    # primary care
    Rule(
        "vardcentral",
        "{place}s hälsocentral",
        per=7200,
        least=1300,
        places=("Påryda", "Alstermåla", "Överbruk", "Ankarfors", "Ålmåla"),
    ),
    Rule("vardcentrum", "Vårdcentrum {place}", places=("Torsvik",), central=True),
    Rule("primarvardscentrum", "Primärvårdscentrum {place}", places=("Järnboda",), central=True),
    # The branches are in the inland and the far north; the rest of the coast and the island have none.
    Rule(
        "narmottagning",
        "Närmottagningen {place}",
        places=(
            "Storebrotorp",
            "Orrefall",
            "Fågelforsa",
            "Virsebo",
            "Södra Vigen",
            "Misterfors",
            "Bröms",
            "Hjortbo",
            "Gullringe",
            "Kristehult",
            "Vena kvarn",
            "Ruskryd",
            "Tvärmåla",
            "Vissehult",
            "Gökalund",
            "Emmekulla",
            "Fagerhyltan",
            "Blankamåla",
            "Gamlebo",
            "Edsbroa",
        ),
    ),
    Rule("digital_vardcentral", "Hälsocentral online", places=("Lindhamn",)),
    Rule("narakut", "Närakuten {place}", places=("Lindhamn", "Torsvik"), central=True),
    Rule("jourmottagning", "Jourmottagningen {place}", places=("Hultaryd", "Norrhamn")),
    Rule(
        "specialistmottagning",
        "Specialistkliniken {place}",
        places=("Lindhamn", "Torsvik", "Hultaryd"),
        private=0.7,
        other="lou",
    ),
    Rule("smo_mottagning", "SMO-mottagningen {place}", places=("Ekhamn", "Järnboda")),
    Rule("aldremottagning", "Äldremottagningen {place}", places=("Lindhamn", "Norrhamn", "Borgmark")),
    Rule("rehab", "Rehab {place}", per=16000, least=4000, private=0.4),
    # near care
    Rule("narvardsavdelning", "Närvårdsavdelningen {place}", places=("Lindhamn", "Norrhamn")),
    Rule("narvardsplatser", "Närvårdsplatserna {place}", places=("Kyrkeborg", "Mosshult")),
    Rule("ssih", "SSIH {place}", places=("Lindhamn", "Ekhamn", "Norrhamn")),
    Rule("mobilt_team", "Mobila närvårdsteamet {place}", places=("Lindhamn", "Norrhamn", "Hultaryd")),
    Rule("lakarbil", "Läkarbilen, bas {place}", places=("Lindhamn", "Norrhamn")),
    Rule(
        "ambulansstation",
        "Ambulansstationen {place}",
        places=(
            "Lindhamn",
            "Ekhamn",
            "Norrhamn",
            "Torsvik",
            "Hultaryd",
            "Mosshult",
            "Järnboda",
            "Kvarnlunda",
            "Mönsvik",
            "Borgmark",
            "Kyrkeborg",
            "Granhult",
            "Brännhult",
            "Sörmåla",
            "Åhamn",
        ),
    ),
    # specialised care outside the hospitals
    Rule("habilitering", "Habiliteringen {place}", places=("Lindhamn", "Ekhamn", "Norrhamn")),
    Rule("horcentral", "Hörcentralen {place}", places=("Lindhamn", "Norrhamn")),
    Rule("bup", "BUP {place}", places=("Lindhamn", "Ekhamn", "Norrhamn")),
    Rule("forsta_linjen", "En väg in, {place}", places=("Lindhamn",)),
    Rule("vuxenpsykiatri", "Psykiatriska mottagningen {place}", places=("Lindhamn", "Ekhamn", "Norrhamn", "Torsvik")),
    Rule("beroendemottagning", "Mini-Maria {place}", huvudman="region;kommun", places=("Lindhamn", "Norrhamn")),
    # children and families
    Rule("barnahus", "Barnahus {place}", huvudman="kommun;region;stat", places=("Lindhamn",)),
    Rule("familjecentral", "Familjecentralen {place}", huvudman="region;kommun", per=30000, least=6000),
    Rule("bvc", "BVC {place}", per=13000, least=2000, private=0.2),
    Rule("mvc", "Barnmorskemottagningen {place}", per=25000, least=4000, private=0.15),
    Rule("ungdomsmottagning", "Ungdomsmottagningen {place}", huvudman="region;kommun", per=60000, least=5000),
    # dental care and pharmacies
    Rule("folktandvard", "Folktandvården {place}", per=16000, least=2300),
    Rule("mobil_tandvard", "Tandvårdsbussen, bas {place}", places=("Lindhamn",)),
    Rule("apotek", "Apoteket {place}", huvudman="", driftsform="privat_utan_avtal", per=7500, least=1900),
    Rule(
        "apoteksombud",
        "Apoteksombudet {place}",
        huvudman="",
        driftsform="privat_utan_avtal",
        places=(
            "Löttorpa",
            "Nordudden",
            "Storebrotorp",
            "Alstermåla",
            "Timmervik",
            "Figesund",
            "Solstadviken",
            "Hjortbo",
            "Grönhög",
            "Fågelforsa",
            "Vena kvarn",
            "Tunalida",
            "Edsbroa",
            "Bröms",
        ),
    ),
    # municipal care
    Rule("sarskilt_boende", "Äldreboendet {place}", huvudman="kommun", per=4300, least=600, private=0.15, other="lou"),
    Rule("korttidsboende", "Korttidsboendet {place}", huvudman="kommun", per=20000, least=3000),
    Rule("lss_boende", "Gruppbostaden {place}", huvudman="kommun", per=5500, least=2000, private=0.1, other="lou"),
    # rooms without staff of their own, and points that serve in a crisis
    Rule("halsorum", "Hälsorummet {place}", places=("Löttorpa", "Edsbroa", "Hjortbo")),
    Rule("virtuellt_halsorum", "Virtuella hälsorummet {place}", places=("Nordudden", "Gullringe")),
    Rule("virtuellt_akutrum", "Virtuella akutrummet {place}", places=("Kyrkeborg",)),
    Rule("samhallsrum", "Samhällsrummet {place}", huvudman="region;kommun", places=("Ruskryd", "Vena kvarn")),
    Rule("trygghetspunkt", "Trygghetspunkten {place}", huvudman="kommun", per=25000, least=1100),
)

# Twelve of the thirty-five health centres are private: the second, fourth … of a city, and those in these places.
PRIVATE_CENTRES = ("Påryda", "Ankarfors", "Smedstad", "Hagbo", "Rinkamåla")
PRIVATE_OPERATORS = ("Almvård", "Sju Källor Hälsa", "Vårdlaget", "Strandläkarna")

# First and last year that a facility of the type opened; forms of care are younger than hospitals and health centres.
OPENED = {
    "trygghetspunkt": (2022, 2024),
    "lss_boende": (1994, 2022),
    "familjecentral": (1999, 2022),
    "ungdomsmottagning": (1979, 2012),
    "aldremottagning": (2008, 2022),
    "smo_mottagning": (2019, 2024),
    "narvardsavdelning": (2010, 2020),
    "narvardsplatser": (2012, 2022),
    "mobilt_team": (2015, 2024),
    "lakarbil": (2012, 2022),
    "ssih": (1996, 2012),
    "hemsjukhus": (2018, 2023),
    "forsta_linjen": (2015, 2023),
    "beroendemottagning": (2002, 2018),
    "barnahus": (2007, 2016),
    "halsorum": (2019, 2024),
    "virtuellt_halsorum": (2021, 2024),
    "samhallsrum": (2021, 2024),
    "helikopterbas": (2004, 2014),
    "mammografibuss": (2005, 2018),
    "mobil_tandvard": (2008, 2019),
    "apotek": (1975, 2019),
}
OPENED_OTHERWISE = (1962, 2014)

# Facilities that have come or gone: name → (opened, closed).
YEARS = {
    "Kyrkeborgs hälsocentral": (1978, 2019),
    "Gamlebos hälsocentral": (1985, 2017),
    "Svensös hälsocentral": (1991, 2021),
    "Mörbyåsas hälsocentral": (1988, 2022),
    "Dragebys hälsocentral": (1990, 2020),
    "Närmottagningen Gamlebo": (2017, None),
    "Närmottagningen Tvärmåla": (2022, None),
    "Närmottagningen Hjortbo": (2020, None),
    "Hälsorummet Hjortbo": (2023, None),
    "Virtuella hälsorummet Gullringe": (2024, None),
    "Virtuella akutrummet Kyrkeborg": (2024, None),
    "Närakuten Torsvik": (2022, None),
    "Samhällsrummet Vena kvarn": (2022, None),
    "Hälsocentral online": (2019, None),
    "Apoteksombudet Tunalida": (1994, 2022),
    "Laboratoriet Ekhamn": (1979, 2027),
    "Jourmottagningen Norrhamn": (2001, 2023),
}
