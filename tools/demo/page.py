"""The page that tells the result in Swedish: health first, then care, then both together; every number is computed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from string import Template
from typing import NamedTuple

import pandas as pd

from narvard_plugin.core.sample.facilities import SOURCE, SOURCE_DATE
from narvard_plugin.paths import plugin_version

from . import plans
from .figures import GREAT_NEED, WORST, Ahead, Clusters, Equity, Figures, Growth, NeedAndAccess
from .maps import Picture
from .markup import beside, decimal, drawing, maps_of, number, numbers_row, paragraph, share, signed, table
from .page_care import care
from .places import Data
from .questions import AHEAD, FIRST, LAST, POT, ROOM_MINUTES, STEP_KRONOR, STEP_THRESHOLD

FILE = "resultat.html"
_SERVICES = {
    "besok_vardcentral": "besök på hälsocentral",
    "varddygn_slutenvard": "vårddygn på sjukhus",
    "hemsjukvard_personer": "personer med hemsjukvård",
}


class Product(NamedTuple):
    """What a demonstration leaves for its reader."""

    project: Path
    workspace: Path
    pictures: list[Picture]
    page: Path


def write(folder: Path, data: Data, figures: Figures, pictures: list[Picture]) -> Path:
    """One file with the pictures inside, so that it can be sent on."""
    template = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
    shown = {picture.sheet.name: picture for picture in pictures}
    target = folder / FILE
    parts = {
        "lead": _lead(figures),
        "health": _health(figures, data, shown),
        "care": care(figures, shown),
        "both": _both(figures, data, shown),
        "plans": plans.chapter(data),
        "method": _method(),
    }
    target.write_text(template.substitute(parts), encoding="utf-8")
    return target


def _lead(figures: Figures) -> str:
    return (
        f"{number(figures.people)} invånare i {figures.municipalities} kommuner: var de bor och hur behovet skiljer sig, "
        "var vården finns, hur lång tid resan tar och om platserna räcker, och var stort behov och lång restid möts. Länet är påhittat; "
        "arbetsgången är den som används på riktiga uppgifter."
    )


def _health(figures: Figures, data: Data, shown: dict[str, Picture]) -> str:
    people = numbers_row(
        (number(figures.people), "invånare"),
        (share(figures.aged_80, figures.people), "är 80 år eller äldre"),
        (_growth_of(figures.growth, 1, 5), f"invånare i områden av typ 1 och 5, {FIRST}–{LAST}"),
        (_growth_of(figures.growth, 2, 3, 4), f"invånare i områden av typ 2–4, {FIRST}–{LAST}"),
    )
    return (
        people
        + maps_of(shown, "01_befolkning", "02_aldre")
        + "<h3>Var har befolkningen ökat?</h3>"
        + _growth(figures.growth)
        + maps_of(shown, "03_omradestyp", "04_forandring")
        + drawing(
            data.health.figure,
            1,
            f"Befolkningens förändring {FIRST}–{LAST} efter områdestyp, och områden som bytt typ.",
        )
        + "<h3>Var är behovet?</h3>"
        + _need(figures)
        + _clusters(figures.clusters)
        + maps_of(shown, "05_vardbehov", "06_kluster")
        + f"<h3>Vad väntar till {AHEAD}?</h3>"
        + _ahead(figures)
        + _not_measured(
            "hur den enskilde mår. Områdestyp, index och CNI beskriver områden och förväntat behov, inte människor och "
            "inte den vård de fått."
        )
    )


def _growth(growth: Growth) -> str:
    of_type = {kind: signed(100 * value) for kind, value in growth.types["growth_fixed"].items()}
    seeming = growth.types.loc["5"]
    return paragraph(
        f"Befolkningen förändrades med {signed(100 * growth.everyone['growth_current'])}, och ökade mest i skalans båda ändar: {of_type['1']} i områden med stora utmaningar (typ 1) och {of_type['5']} i "
        f"områden med mycket goda förutsättningar (typ 5), mot {of_type['2']}, {of_type['3']} och {of_type['4']} i typ 2, 3 och 4. Varje område är då räknat med den "
        f"typ det hade {FIRST}. {growth.retyped} områden har bytt typ: räknat med varje års typ ser typ 5 ut att ha ökat "
        f"{decimal(100 * seeming['growth_current'])} %, men {decimal(100 * seeming['reclassification'])} procentenheter av det är "
        "områden som bytt typ, inte människor som flyttat eller fötts."
    )


def _growth_of(growth: Growth, *kinds: int) -> str:
    """Growth in types taken together, each area in the type of the first year."""
    rows = growth.types.loc[[str(kind) for kind in kinds]].sum()
    return signed(100 * (rows["population_after_fixed"] / rows["population_before"] - 1))


def _need(figures: Figures) -> str:
    greatest, people = figures.need
    return paragraph(
        f"{number(people)} invånare ({share(people, figures.people)}) bor i områden där vårdbehovet är minst {decimal(GREAT_NEED)} gånger "
        f"länets. Störst är det i {greatest['name']}: {decimal(greatest['cni_ratio'], 1)} gånger."
    )


def _clusters(clusters: Clusters) -> str:
    great, small = clusters.great, clusters.small
    names = ", ".join(great.nlargest(len(great), "socioeconomic_index")["name"])
    return paragraph(
        f"{number(great['population'].sum())} invånare bor i {len(great)} områden där stora utmaningar hopas, mer än slumpen "
        f"ger: {names}. {number(small['population'].sum())} bor i {len(small)} områden där små utmaningar hopas."
    )


def _ahead(figures: Figures) -> str:
    ahead: Ahead = figures.ahead
    cells = [
        (_change(figures.people, ahead.people), f"invånare ({number(ahead.people)})"),
        (_change(figures.aged_80, ahead.aged_80), f"80 år och äldre ({number(ahead.aged_80)})"),
    ]
    cells += [
        (_change(row.now, row.then), f"{_SERVICES[row.Index]} ({number(row.then)})") for row in ahead.care.itertuples()
    ]
    return numbers_row(*cells) + paragraph(
        f"Förändring {LAST}–{AHEAD} enligt kommunprognosen, fördelad på rutor efter ålder, om varje åldersgrupp tar emot lika "
        "mycket vård per person som i dag. Vården ökar mer än befolkningen därför att de äldsta blir fler.",
        "note",
    )


def _both(figures: Figures, data: Data, shown: dict[str, Picture]) -> str:
    return (
        _need_and_access(figures.together, shown)
        + "<h3>Hur är restiden fördelad?</h3>"
        + _equity(figures, data)
        + "<h3>Socioekonomisk utvecklingspeng</h3>"
        + beside(shown, "14_utvecklingspeng", _grants(figures.grants))
        + _not_measured(
            "om vården räcker till det behov den möter. Rangordningen säger var man bör titta först, inte vad som ska göras, "
            "och ett medelvärde döljer skillnader inom området."
        )
    )


def _need_and_access(found: NeedAndAccess, shown: dict[str, Picture]) -> str:
    agree = found.longest.index.intersection(found.heaviest.index)
    people = paragraph(
        f"{number(found.people)} invånare ({decimal(100 * found.share)} %) i {found.areas} områden har både stort vårdbehov och lång "
        "restid till närmaste hälsocentral eller filial."
    )
    told = paragraph(
        f"{found.in_both} av {WORST} områden står i båda listorna nedan. De med längst restid har mindre vårdbehov än länet i stort "
        f"({decimal(found.longest['cni_ratio'].mean(), 2)} i medeltal, länet = 1), och {_well_off(found.longest)} av {WORST} har goda "
        f"eller mycket goda förutsättningar (områdestyp 4–5). Där behov och restid väger tyngst ihop är behovet "
        f"{decimal(found.heaviest['cni_ratio'].mean(), 2)}, och {_well_off(found.heaviest)} av {WORST} har sådana förutsättningar."
    )
    weight = paragraph(
        "Vikten är platsen i ordningen efter behov gånger platsen efter restid (0–1), så att ingen av dem räknas mer än den "
        "andra. Markerade rader står i båda listorna.",
        "note",
    )
    lists = [
        _areas_table(f"De {WORST} DeSO som har längst restid", found.longest, agree),
        _areas_table(f"De {WORST} DeSO där behov och restid väger tyngst ihop", found.heaviest, agree),
    ]
    return beside(shown, "13_behov_restid", people + told + weight) + f'<div class="columns">{"".join(lists)}</div>'


def _equity(figures: Figures, data: Data) -> str:
    found: Equity = figures.equity
    told = paragraph(
        f"Den femtedel av invånarna som bor i områden med störst vårdbehov har i medeltal {decimal(found.greatest)} minuter till "
        f"närmaste hälsocentral eller filial, och den femtedel som har minst {decimal(found.least)}: {decimal(found.ratio)} gånger så lång tid. "
        f"I medeltal har alltså de med störst behov kortast väg; de {figures.together.areas} områdena med stort behov och lång restid är undantagen. "
        + (f"{number(found.without)} invånare saknar restid och är inte med." if found.without else "")
    )
    caption = "Andel av all restid efter andel av invånarna, störst vårdbehov först (koncentrationskurva)."
    return f'<div class="beside"><div>{told}</div>{drawing(data.both.curve, 1, caption)}</div>'


def _grants(grants: pd.DataFrame) -> str:
    by_listed = grants.loc[(grants["amount_listed"] - grants["amount_area"]).idxmax()]
    below = grants.loc[grants.loc[grants["index_listed"] < STEP_THRESHOLD, "index_listed"].idxmax()]
    paid = (grants[["amount_listed_step", "amount_area_step"]] > 0).sum()
    told = paragraph(
        f"Regeln avgör vem som får. {by_listed['name']} ligger i ett område med litet behov ({decimal(by_listed['index_area'], 2)}) men har "
        f"listade med stort ({decimal(by_listed['index_listed'], 2)}), och får {number(by_listed['amount_listed'])} kronor efter sina listade mot "
        f"{number(by_listed['amount_area'])} efter området. {below['name']} har {decimal(below['index_listed'], 2)} och får inget när tröskeln är "
        f"{decimal(STEP_THRESHOLD, 2)}. Efter listade når {paid['amount_listed_step']} hälsocentraler tröskeln, efter område {paid['amount_area_step']}."
    )
    rules = {
        "Proportionell, efter de listade": "amount_listed",
        "Proportionell, efter området": "amount_area",
        "Tröskel, efter de listade": "amount_listed_step",
        "Tröskel, efter området": "amount_area_step",
    }
    rows = [
        (
            rule,
            number(by_listed[name]),
            number(below[name]),
            str((grants[name] > 0).sum()),
            f"{decimal(grants[name].sum() / 1e6)} mn",
        )
        for rule, name in rules.items()
    ]
    header = ("Regel, kronor", by_listed["name"], below["name"], "Antal som får", "Summa kr")
    read = paragraph(
        f"Proportionell: {number(POT)} kronor delas efter listade gånger vårdbehov (CNI, länet = 1). Tröskel: {STEP_KRONOR} kronor per listad "
        f"där behovet är över {decimal(STEP_THRESHOLD, 2)}; summan blir vad den blir.",
        "note",
    )
    return told + table("Två regler, efter var de listade bor och efter var hälsocentralen ligger", header, rows) + read


def _method() -> str:
    return (
        paragraph(
            "Restid är bil dörr till dörr längs vägnätet enligt skyltad hastighet, med färja där den går, från varje bebodd "
            "ruta om 250 meter till närmaste enhet, också på andra sidan länsgränsen. Per område vägs restiden med "
            "befolkningen. Behovet är Care Need Index per invånare, där länets medelvärde är 1. Områdestyperna är härledda."
        )
        + paragraph(
            "Listningsplatser per invånare är räknade med E2SFCA: hälsocentralens platser delas på alla inom "
            f"{ROOM_MINUTES} minuter, med vikten 1 till och med 10 minuter, 0,68 till 20 och 0,22 till 30. Där talet är 1 finns det lika "
            "många platser som invånare som delar på dem."
        )
        + paragraph(
            f"Gjort {date.today().isoformat()} med verktygen i Närvård {plugin_version()}, vart och ett kört som i verktygslådan. Allt kan göras om "
            "med make demo.",
            "note",
        )
    )


def _not_measured(text: str) -> str:
    return paragraph(f"Källa: {SOURCE}, {SOURCE_DATE}. Inte mätt: {text}", "note")


def _areas_table(title: str, areas: pd.DataFrame, marked: pd.Index) -> str:
    rows = [
        (
            f"{area.name} ({code})",
            str(area.area_type),
            decimal(area.cni_ratio, 2),
            f"{decimal(area.restid_mean)} min",
            decimal(area.weight, 2),
        )
        for code, area in zip(areas.index, areas.itertuples(index=False))
    ]
    marks = ["both" if code in marked else "" for code in areas.index]
    return table(title, ("DeSO", "Områdestyp", "Behov", "Restid", "Vikt"), rows, marks)


def _well_off(areas: pd.DataFrame) -> int:
    return int((areas["area_type"] >= 4).sum())


def _change(now: float, then: float) -> str:
    return signed(100 * (then / now - 1))
