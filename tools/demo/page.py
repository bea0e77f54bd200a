"""The page that tells the result in Swedish: health first, then care, then both together; every number is computed."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from string import Template
from typing import NamedTuple

import pandas as pd

from narvard_plugin import catalogue
from narvard_plugin.paths import plugin_version

from .figures import BREAKS, FIRST, LAST, WORST, Figures, Reach, Response, Room
from .maps import Picture
from .steps import ALARM_MINUTES, CENTRES, CHOICE_MINUTES, EMERGENCY, NORM, ROOM_MINUTES, ST_NORM, TURNOUT_MINUTES

FILE = "resultat.html"
_COMMON = 3  # facilities that a type has to be listed by name
_TYPES = {
    1: "1 stora socioekonomiska utmaningar",
    2: "2 socioekonomiska utmaningar",
    3: "3 socioekonomiskt blandat",
    4: "4 goda förutsättningar",
    5: "5 mycket goda förutsättningar",
}


class Product(NamedTuple):
    """What a demonstration leaves for its reader."""

    project: Path
    workspace: Path
    pictures: list[Picture]
    page: Path


def write(folder: Path, figures: Figures, pictures: list[Picture]) -> Path:
    """One file with the pictures inside, so that it can be sent on."""
    template = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
    shown = {picture.sheet.name: picture for picture in pictures}
    target = folder / FILE
    parts = {
        "lead": _lead(figures),
        "health": _health(figures, shown),
        "care": _care(figures, shown),
        "both": _both(figures, shown),
        "method": _method(figures),
    }
    target.write_text(template.substitute(parts), encoding="utf-8")
    return target


def _lead(figures: Figures) -> str:
    return (
        f"{_number(figures.people)} invånare i {figures.municipalities} kommuner: var de bor och hur behovet skiljer sig, "
        "var vården finns, hur lång tid resan tar och om platserna räcker, och var stort behov och lång restid möts. Länet är påhittat; "
        "arbetsgången är den som används på riktiga uppgifter."
    )


def _health(figures: Figures, shown: dict[str, Picture]) -> str:
    growing = figures.growth.loc[[1, 5]]
    rest = figures.growth.loc[[2, 3, 4]].sum()
    numbers = _numbers(
        (_number(figures.people), "invånare"),
        (_share(figures.aged_80, figures.people), "är 80 år eller äldre"),
        (_signed(_change(growing.sum())), f"invånare i områdestyp 1 och 5, {FIRST}–{LAST}"),
        (_signed(_change(rest)), f"invånare i områdestyp 2–4, {FIRST}–{LAST}"),
    )
    rows = [
        (_TYPES[kind], _number(row.before), _number(row.now), _signed(row.growth), _signed(row.growth_fixed))
        for kind, row in figures.growth.iterrows()
    ]
    header = ("Områdestyp", str(FIRST), str(LAST), "Förändring", f"Med {FIRST} års typ")
    return (
        numbers
        + _maps(shown, "01_befolkning", "02_aldre")
        + _table(f"Befolkning efter områdestyp, {FIRST} och {LAST}", header, rows)
        + _paragraph(
            f"{figures.reclassified} områden har bytt typ sedan {FIRST}. Sista kolumnen räknar varje område med den typ det "
            "hade från början: det som skiljer mot kolumnen före är omklassning, inte människor som flyttat eller fötts."
        )
        + _maps(shown, "03_omradestyp", "04_vardbehov")
    )


def _care(figures: Figures, shown: dict[str, Picture]) -> str:
    centres, emergency = figures.reach[CENTRES], figures.reach[EMERGENCY]
    largest = figures.served.iloc[0]
    served = _paragraph(
        f"{largest['name']} är närmast för flest, {_number(largest['population'])} invånare. "
        f"{_share(figures.with_choice, figures.people)} har minst två hälsocentraler inom {CHOICE_MINUTES} minuter. Att en "
        "hälsocentral är närmast betyder inte att man är listad där."
    )
    crossing = _paragraph(
        f"{_number(emergency.crossing)} invånare ({_share(emergency.crossing, emergency.people)}) har sin närmaste "
        f"akutmottagning i en annan region, och {_number(centres.crossing)} sin närmaste hälsocentral där. Räknas bara det "
        "egna länets vård blir deras restid för lång."
    )
    unreached = _paragraph(
        f"{_number(centres.no_road)} invånare bor mer än 1 000 meter från närmaste väg, och från "
        f"{_number(centres.no_route)} invånares väg går det inte att nå någon hälsocentral. De har ingen restid och ingår "
        "inte i medelvärdena, men i nämnaren för andelarna."
    )
    return (
        _beside(shown, "05_enheter", _inventory(figures.facilities))
        + "<h3>Geografisk tillgänglighet (restid) till hälsocentral</h3>"
        + _reach_numbers(centres, (10, 20, 30))
        + _maps(shown, "06_restid_halsocentral", "07_ansvarsomraden")
        + served
        + _room(figures.room, figures.people, shown)
        + "<h3>Geografisk tillgänglighet (restid) till akutmottagning dygnet runt</h3>"
        + _reach_numbers(emergency, (20, 30, 60))
        + _beside(shown, "09_akutmottagning", crossing + unreached)
        + _reach_table(figures)
        + _response(figures.response, shown)
    )


def _room(room: Room, people: int, shown: dict[str, Picture]) -> str:
    numbers = _numbers(
        (f"{room.inside} av {room.centres}", "hälsocentraler håller normen för listade"),
        (
            _share(room.listed_inside, room.listed),
            f"av de listade är listade på en sådan ({_number(room.listed_inside)})",
        ),
        (_number(room.spare_places), "lediga platser har de tillsammans"),
        (_share(room.with_room, people), "av invånarna bor där platserna räcker till alla"),
    )
    norm = _paragraph(
        f"Normen är {_number(NORM)} listade per heltidsarbetande specialist i allmänmedicin och {ST_NORM} per ST-läkare "
        "(Socialstyrelsen 2022, varken golv eller tak; regioner har beslutat andra tal). Efter den har länets hälsocentraler "
        f"{_number(room.places)} listningsplatser och {_number(room.listed)} listade: {_number(room.listed - room.places)} "
        "fler listade än platser."
    )
    share = _paragraph(
        f"{_number(room.with_room)} invånare har minst en listningsplats var när alla inom {ROOM_MINUTES} minuter delar på "
        "platserna, grannlänets invånare och hälsocentraler medräknade. Den som har längre restid räknas mindre. "
        f"{_number(room.no_centre)} invånare ({_share(room.no_centre, people)}) når ingen hälsocentral på den tiden och har 0."
    )
    waiting = _paragraph("Platser säger hur många som kan vara listade. Hur länge man väntar på en tid mäts för sig.")
    return (
        "<h3>Listade och listningsplatser på hälsocentralerna</h3>"
        + numbers
        + _beside(shown, "08_platser", norm + share + waiting)
    )


def _response(response: Response, shown: dict[str, Picture]) -> str:
    shares = [
        (_share(within, response.people), f"nås inom {limit} minuter ({_number(within)})")
        for limit, within in response.within.items()
    ]
    soon = _paragraph(
        f"Av dem som kan nås på väg nås hälften inom {_decimal(response.median)} minuter och nio av tio inom "
        f"{_decimal(response.p90)}. "
        f"{_number(response.crossing)} invånare har grannlänets station närmast, och {_number(response.unreachable)} nås "
        "inte på väg; de ingår i nämnaren för andelarna."
    )
    assumed = _paragraph(
        f"Responstiden är larmtid ({_decimal(ALARM_MINUTES)} minuter), anspänningstid ({_decimal(TURNOUT_MINUTES)}) och körtid "
        "enligt skyltad hastighet från närmaste station. Den förutsätter att en ambulans står ledig där när larmet kommer: "
        "räkna med egna uppmätta tider och jämför med verkliga larm."
    )
    return "<h3>Ambulansens responstid</h3>" + _numbers(*shares) + _beside(shown, "10_ambulans", soon + assumed)


def _both(figures: Figures, shown: dict[str, Picture]) -> str:
    agree = figures.longest.index.intersection(figures.heaviest.index)
    lists = [
        _areas_table(f"De {WORST} DeSO som har längst restid", figures.longest, agree),
        _areas_table(f"De {WORST} DeSO där behov och restid väger tyngst ihop", figures.heaviest, agree),
    ]
    told = _paragraph(
        f"{figures.in_both} av {WORST} områden står i båda listorna nedan. Bland dem med längst restid till hälsocentral har "
        f"{_well_off(figures.longest)} goda eller mycket goda förutsättningar (områdestyp 4–5), och "
        f"{int(figures.longest['on_island'].sum())} ligger på en ö. Där behov och restid väger tyngst ihop har "
        f"{_well_off(figures.heaviest)} av {WORST} sådana förutsättningar."
    )
    weight = _paragraph(
        "Vikten är platsen i ordningen efter behov gånger platsen efter restid (0–1), så att ingen av dem räknas mer än den "
        "andra. Den säger var man bör titta först, inte vad som ska göras. Markerade rader står i båda listorna.",
        "note",
    )
    return _beside(shown, "11_behov_restid", told + weight) + f'<div class="columns">{"".join(lists)}</div>'


def _method(figures: Figures) -> str:
    return (
        _paragraph(
            "Restid är bil dörr till dörr längs vägnätet enligt skyltad hastighet, med färja där den går, från varje bebodd "
            "ruta om 250 meter till närmaste enhet, också på andra sidan länsgränsen. Per område vägs restiden med "
            "befolkningen. Behovet är Care Need Index per invånare, där länets medelvärde är 1. Områdestyperna är härledda."
        )
        + _paragraph(
            "Listningsplatser per invånare är räknade med E2SFCA: hälsocentralens platser delas på alla inom "
            f"{ROOM_MINUTES} minuter, med vikten 1 till och med 10 minuter, 0,68 till 20 och 0,22 till 30. Där talet är 1 finns det lika "
            "många platser som invånare som delar på dem."
        )
        + _paragraph(
            "Det som inte är mätt: köer, öppettider, väntetid (vårdgaranti), telefontillgänglighet, resor utan bil, vinterväglag "
            "och om ambulansen är ute på ett annat uppdrag. Restid säger hur långt det är och listningsplatser hur många som "
            "kan vara listade, inte om man får vård i tid.",
        )
        + _paragraph(
            f"Gjort {date.today().isoformat()} med Närvård {plugin_version()}. Allt kan göras om med make demo.", "note"
        )
    )


def _reach_numbers(reach: Reach, limits: Iterable[int]) -> str:
    shares = [
        (_share(reach.within[limit], reach.people), f"når den inom {limit} minuter ({_number(reach.within[limit])})")
        for limit in limits
    ]
    return _numbers(*shares, (f"{_decimal(reach.mean_minutes)} min", "i medeltal per person"))


def _reach_table(figures: Figures) -> str:
    rows = []
    for which, label in ((CENTRES, "Hälsocentral"), (EMERGENCY, "Akutmottagning dygnet runt")):
        reach = figures.reach[which]
        within = (_share(reach.within[limit], reach.people) for limit in BREAKS)
        rows.append((label, *within, _number(reach.no_road + reach.no_route), _number(reach.crossing)))
    header = ("Andel av länets befolkning", *(f"≤ {limit} min" for limit in BREAKS), "Nås inte", "Över länsgräns")
    return _table("Restid till närmaste enhet", header, rows)


def _areas_table(title: str, areas: pd.DataFrame, marked: pd.Index) -> str:
    rows = [
        (
            f"{area.name} ({code})",
            str(area.area_type),
            _decimal(area.need, 2),
            f"{_decimal(area.minutes)} min",
            _decimal(area.weight, 2),
        )
        for code, area in zip(areas.index, areas.itertuples(index=False))
    ]
    marks = ["both" if code in marked else "" for code in areas.index]
    return _table(title, ("DeSO", "Områdestyp", "Behov", "Restid", "Vikt"), rows, marks)


def _inventory(facilities: pd.Series) -> str:
    kinds = catalogue.care().types
    told = _paragraph(f"Länet har {facilities.sum()} enheter av {len(facilities)} typer.")
    rows = [(kinds[kind].label("sv"), str(count)) for kind, count in facilities.items() if count >= _COMMON]
    return told + _table(f"Enhetstyper med minst {_COMMON} enheter", ("Typ", "Antal"), rows)


def _beside(shown: dict[str, Picture], name: str, text: str) -> str:
    return f'<div class="beside">{_figure(shown[name])}<div>{text}</div></div>'


def _maps(shown: dict[str, Picture], *names: str) -> str:
    return f'<div class="maps">{"".join(_figure(shown[name]) for name in names)}</div>'


def _figure(picture: Picture) -> str:
    data = base64.b64encode(picture.png.read_bytes()).decode("ascii")
    title, method = html.escape(picture.sheet.title), html.escape(picture.sheet.method)
    image = f'<img src="data:image/png;base64,{data}" alt="Karta: {title}">'
    return f"<figure>{image}<figcaption><b>{title}</b> {method}</figcaption></figure>"


def _numbers(*pairs: tuple[str, str]) -> str:
    cells = (f"<div><b>{html.escape(value)}</b>{html.escape(label)}</div>" for value, label in pairs)
    return f'<div class="numbers">{"".join(cells)}</div>'


def _table(title: str, header: Iterable[str], rows: Iterable[Iterable[str]], marks: Iterable[str] = ()) -> str:
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in header)
    rows = list(rows)
    body = "".join(
        f'<tr class="{mark}">' + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row, mark in zip(rows, list(marks) or [""] * len(rows))
    )
    return f"<table><caption>{html.escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{html.escape(text)}</p>' if kind else f"<p>{html.escape(text)}</p>"


def _well_off(areas: pd.DataFrame) -> int:
    return int((areas["area_type"] >= 4).sum())


def _change(row: pd.Series) -> float:
    return 100 * (row["now"] / row["before"] - 1)


def _number(value: float) -> str:
    """Swedish: a narrow space between thousands."""
    return f"{value:,.0f}".replace(",", "\u202f")


def _decimal(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def _share(part: float, whole: float) -> str:
    return f"{_decimal(100 * part / whole)} %"


def _signed(per_cent: float) -> str:
    return f"{_decimal(per_cent)} %".replace("-", "−") if per_cent < 0 else f"+{_decimal(per_cent)} %"
