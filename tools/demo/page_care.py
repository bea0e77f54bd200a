"""The page's chapter on care's geography: where care is, how far it is, whether the places are enough, how soon help comes."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from narvard_plugin import catalogue
from narvard_plugin.core.sample.facilities import SOURCE, SOURCE_DATE

from .figures import BREAKS, Figures, Reach, Response, Room
from .maps import Picture
from .markup import beside, decimal, maps_of, number, numbers_row, paragraph, share, table
from .places import CENTRES, EMERGENCY
from .questions import ALARM_MINUTES, CHOICE_MINUTES, NORM, ROOM_MINUTES, ST_NORM, TURNOUT_MINUTES

_COMMON = 10  # facilities that a type has to be listed by name


def care(figures: Figures, shown: dict[str, Picture]) -> str:
    centres, emergency = figures.reach[CENTRES], figures.reach[EMERGENCY]
    largest = figures.served.iloc[0]
    served = paragraph(
        f"{largest['name']} är närmast för flest, {number(largest['population'])} invånare. "
        f"{share(figures.with_choice, figures.people)} har minst två hälsocentraler inom {CHOICE_MINUTES} minuter. Att en "
        "hälsocentral är närmast betyder inte att man är listad där."
    )
    crossing = paragraph(
        f"{number(emergency.crossing)} invånare ({share(emergency.crossing, emergency.people)}) har sin närmaste "
        f"akutmottagning i en annan region, och {number(centres.crossing)} sin närmaste hälsocentral där. Räknas bara det "
        "egna länets vård blir deras restid för lång."
    )
    unreached = paragraph(
        f"{number(centres.no_road)} invånare bor mer än 1 000 meter från närmaste väg, och från "
        f"{number(centres.no_route)} invånares väg går det inte att nå någon hälsocentral. De har ingen restid och ingår "
        "inte i medelvärdena, men i nämnaren för andelarna."
    )
    return (
        beside(shown, "07_enheter", _inventory(figures.facilities))
        + "<h3>Geografisk tillgänglighet (restid) till hälsocentral</h3>"
        + _reach_numbers(centres, (10, 20, 30))
        + maps_of(shown, "08_restid_halsocentral", "09_ansvarsomraden")
        + served
        + _elderly(figures.elderly)
        + _room(figures.room, figures.people, shown)
        + "<h3>Geografisk tillgänglighet (restid) till akutmottagning dygnet runt</h3>"
        + _reach_numbers(emergency, (20, 30, 60))
        + beside(shown, "11_akutmottagning", crossing + unreached)
        + _reach_table(figures)
        + _response(figures.response, shown)
        + paragraph(
            f"Källa: {SOURCE}, {SOURCE_DATE}. Inte mätt: köer, öppettider, väntetid (vårdgaranti), telefontillgänglighet, resor utan bil, "
            "vinterväglag och om ambulansen är ute på ett annat uppdrag. Restid säger hur långt det är och listningsplatser hur "
            "många som kan vara listade, inte om man får vård i tid.",
            "note",
        )
    )


def _elderly(shares: pd.Series) -> str:
    return paragraph(
        f"I områdena är från {decimal(100 * shares.iloc[0])} % ({shares.index[0]}) till {decimal(100 * shares.iloc[-1])} % "
        f"({shares.index[-1]}) av invånarna 65 år eller äldre."
    )


def _room(room: Room, people: int, shown: dict[str, Picture]) -> str:
    numbers = numbers_row(
        (f"{room.inside} av {room.centres}", "hälsocentraler håller normen för listade"),
        (
            share(room.listed_inside, room.listed),
            f"av de listade är listade på en sådan ({number(room.listed_inside)})",
        ),
        (number(room.spare_places), "lediga platser har de tillsammans"),
        (share(room.with_room, people), "av invånarna bor där platserna räcker till alla"),
    )
    norm = paragraph(
        f"Normen är {number(NORM)} listade per heltidsarbetande specialist i allmänmedicin och {ST_NORM} per ST-läkare "
        "(Socialstyrelsen 2022, varken golv eller tak; regioner har beslutat andra tal). Efter den har länets hälsocentraler "
        f"{number(room.places)} listningsplatser och {number(room.listed)} listade: {number(room.listed - room.places)} "
        "fler listade än platser."
    )
    sharing = paragraph(
        f"{number(room.with_room)} invånare har minst en listningsplats var när alla inom {ROOM_MINUTES} minuter delar på "
        "platserna, grannlänets invånare och hälsocentraler medräknade. Den som har längre restid räknas mindre. "
        f"{number(room.no_centre)} invånare ({share(room.no_centre, people)}) når ingen hälsocentral på den tiden och har 0."
    )
    waiting = paragraph("Platser säger hur många som kan vara listade. Hur länge man väntar på en tid mäts för sig.")
    return (
        "<h3>Listade och listningsplatser på hälsocentralerna</h3>"
        + numbers
        + beside(shown, "10_platser", norm + sharing + waiting)
    )


def _response(response: Response, shown: dict[str, Picture]) -> str:
    shares = [
        (share(within, response.people), f"nås inom {limit} minuter ({number(within)})")
        for limit, within in response.within.items()
    ]
    soon = paragraph(
        f"Av dem som kan nås på väg nås hälften inom {decimal(response.median)} minuter och nio av tio inom "
        f"{decimal(response.p90)}. "
        f"{number(response.crossing)} invånare har grannlänets station närmast, och {number(response.unreachable)} nås "
        "inte på väg; de ingår i nämnaren för andelarna."
    )
    assumed = paragraph(
        f"Responstiden är larmtid ({decimal(ALARM_MINUTES)} minuter), anspänningstid ({decimal(TURNOUT_MINUTES)}) och körtid "
        "enligt skyltad hastighet från närmaste station. Den förutsätter att en ambulans står ledig där när larmet kommer: "
        "räkna med egna uppmätta tider och jämför med verkliga larm."
    )
    return "<h3>Ambulansens responstid</h3>" + numbers_row(*shares) + beside(shown, "12_ambulans", soon + assumed)


def _reach_numbers(reach: Reach, limits: Iterable[int]) -> str:
    shares = [
        (share(reach.within[limit], reach.people), f"når den inom {limit} minuter ({number(reach.within[limit])})")
        for limit in limits
    ]
    return numbers_row(*shares, (f"{decimal(reach.mean_minutes)} min", "i medeltal per person"))


def _reach_table(figures: Figures) -> str:
    rows = []
    for which, label in ((CENTRES, "Hälsocentral"), (EMERGENCY, "Akutmottagning dygnet runt")):
        reach = figures.reach[which]
        within = (share(reach.within[limit], reach.people) for limit in BREAKS)
        rows.append((label, *within, number(reach.no_road + reach.no_route), number(reach.crossing)))
    header = ("Andel av länets befolkning", *(f"≤ {limit} min" for limit in BREAKS), "Nås inte", "Över länsgräns")
    return table("Restid till närmaste enhet", header, rows)


def _inventory(facilities: pd.Series) -> str:
    kinds = catalogue.care().types
    told = paragraph(f"Länet har {facilities.sum()} enheter av {len(facilities)} typer.")
    rows = [(kinds[kind].label("sv"), str(count)) for kind, count in facilities.items() if count >= _COMMON]
    return told + table(f"Enhetstyper med minst {_COMMON} enheter", ("Typ", "Antal"), rows)
