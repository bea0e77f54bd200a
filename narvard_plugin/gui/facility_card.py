"""The card of the selected facility: what it is and offers, how much it can take, how many people are near, and from where."""

from __future__ import annotations

from html import escape
from typing import Optional

import pandas as pd
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QColor, QDesktopServices, QPalette
from qgis.PyQt.QtWidgets import QTextBrowser

from ..adapters.facility_facts import Facts, facts_of
from ..adapters.project_results import Within, people_within
from ..i18n import tr
from . import vocabulary as words
from .language import shown
from .session import Session


class FacilityCard(QTextBrowser):
    """Text that can be selected, copied and read out; links ask for what the dock can do."""

    asked = pyqtSignal(str)  # zoom, times, close:<id> … : what a link asks for

    def __init__(self, session: Session, parent=None):
        super().__init__(parent)
        self._session = session
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Facility card"))
        self.anchorClicked.connect(self._clicked)
        session.facility_changed.connect(self.refresh)
        session.snapshot_changed.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_) -> None:
        self.setHtml(self._html())

    def changeEvent(self, event):
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self.refresh()

    def _html(self) -> str:
        session = self._session
        if session.snapshot is None or not session.facility:
            hint = tr("Choose a facility in the tree, on the map or by searching, and its card is shown here.")
            return _page(self.palette(), f"<p class='quiet'>{escape(hint)}</p>")
        facts = facts_of(session.snapshot, session.facility, session.year)
        if facts is None:
            gone = tr("The workspace has no facility {id}.").format(id=session.facility)
            return _page(self.palette(), f"<p>{escape(gone)}</p>")
        within = people_within(QgsProject.instance(), session.facility)
        return _page(self.palette(), card(facts, within, session))

    def _clicked(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        else:
            self.asked.emit(url.toString())


def card(facts: Facts, within: list[Within], session: Session) -> str:
    """The body of the card as HTML."""
    row = facts.row
    region = session.snapshot.region
    kind = words.type_label(row["type"], region)
    parts = [f"<h3>{escape(row['name'])}</h3>", f"<p class='quiet'>{escape(kind)}</p>"]
    if not facts.stands:
        parts.append(f"<p class='warn'>{escape(_not_standing(row, session.year))}</p>")
    parts.append(_table(_basics(row, facts)))
    parts.append(_section(tr("Services in {year}").format(year=session.year), _services(facts)))
    parts.append(_section(tr("Capacity"), _capacity(facts)))
    parts.append(_section(tr("People near"), _within(within)))
    parts.append(_section(tr("Source"), _source(row)))
    parts.append(_links(facts))
    return "".join(parts)


def _basics(row: pd.Series, facts: Facts) -> list[tuple[str, str]]:
    place = ", ".join(filter(None, (row["address"], " ".join(filter(None, (row["postal_code"], row["locality"]))))))
    years = [tr("since {year}").format(year=int(row["opened"]))] if pd.notna(row["opened"]) else []
    if pd.notna(row["closed"]):
        years.append(tr("closes {year}").format(year=int(row["closed"])))
    lines = [
        (tr("Role"), row["role"]),
        (tr("Huvudman"), words.huvudman_label(row["huvudman"])),
        (tr("Driftsform"), words.driftsform_label(row["driftsform"])),
        (tr("Operator"), row["operator"]),
        (tr("Municipality"), words.municipality_label(row["municipality"])),
        (tr("Address"), place),
        (tr("Years"), ", ".join(years)),
        (tr("Id"), row["facility_id"]),
    ]
    if not facts.placed:
        lines.append((tr("Place"), tr("Has no place, and is not on the map.")))
    elif row["placement"] in ("address", "by_hand"):
        how = {"address": tr("placed by its address"), "by_hand": tr("placed by hand")}[row["placement"]]
        lines.append((tr("Place"), how))
    return [(name, value) for name, value in lines if value]


def _not_standing(row: pd.Series, year: int) -> str:
    if pd.notna(row["closed"]) and row["closed"] <= year:
        return tr("Closed since {closed}: it does not stand in {year}.").format(closed=int(row["closed"]), year=year)
    return tr("Opens in {opened}: it does not stand in {year} yet.").format(opened=int(row["opened"]), year=year)


def _services(facts: Facts) -> str:
    if facts.services.empty:
        text = (
            tr("None in the register.")
            if not facts.ended
            else tr("None in this year; {n} in others.").format(n=facts.ended)
        )
        return _quiet(text)
    rows = []
    for service in facts.services.itertuples():
        how = (words.care_form_label(_text(service.care_form)), words.urgency_label(_text(service.urgency)))
        when = " ".join(filter(None, (days(_text(service.weekdays)), _text(service.hours))))
        beds = tr("{n} beds").format(n=shown(service.beds)) if pd.notna(service.beds) else ""
        details = ", ".join(filter(None, (*how, when, beds)))
        rows.append((words.service_label(service.service), details))
    body = _table(rows)
    return body + (_quiet(tr("{n} more in other years.").format(n=facts.ended)) if facts.ended else "")


def _capacity(facts: Facts) -> str:
    rows = []
    for one in facts.capacity.itertuples():
        decimals = 0 if float(one.value).is_integer() else 1
        value = f"{shown(one.value, decimals)} {words.capacity_unit(one.kind)}"
        rows.append((words.capacity_label(one.kind), f"{value} ({one.date or tr('date unknown')})"))
    if facts.listed_per_gp is not None:
        rows.append((tr("Listed per full-time specialist"), shown(facts.listed_per_gp)))
    return _table(rows) if rows else _quiet(tr("None in the register."))


def _within(within: list[Within]) -> str:
    if not within:
        text = tr("Not computed. Run Catchments with people, and the numbers come from the result in the project.")
        return _quiet(text) + f"<p><a href='times'>{escape(tr('Open Catchments'))}</a></p>"
    rows = [(tr("Within {n} minutes").format(n=shown(one.minutes)), shown(one.people)) for one in within]
    return _table(rows) + _quiet(tr("From the layer {name}.").format(name=within[0].layer))


def _source(row: pd.Series) -> str:
    known = [escape(row["source"]) if row["source"] else escape(tr("Not known"))]
    if row["source_date"]:
        known.append(escape(row["source_date"]))
    return f"<p>{', '.join(known)}</p>"


def _links(facts: Facts) -> str:
    links = []
    if facts.placed:
        links.append(("zoom", tr("Zoom to")))
    if facts.stands:
        links.append(("scenario:close", tr("Close in the scenario")))
        links.append(("scenario:move", tr("Move in the scenario")))
    return "<p>" + " · ".join(f"<a href='{href}'>{escape(text)}</a>" for href, text in links) + "</p>"


def days(weekdays: str) -> str:
    """Days of the week by name, from the register's ``1-5`` or ``1,3``; other texts as they stand."""
    names = {
        "1": tr("Mon"),
        "2": tr("Tue"),
        "3": tr("Wed"),
        "4": tr("Thu"),
        "5": tr("Fri"),
        "6": tr("Sat"),
        "7": tr("Sun"),
    }
    if weekdays == "1-7":
        return tr("every day")
    return "".join(
        names.get(sign, "–" if sign == "-" else ", " if sign in ",;" else sign) for sign in weekdays.replace(" ", "")
    )


def _section(heading: str, body: str) -> str:
    return f"<h4>{escape(heading)}</h4>{body}"


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td class='quiet'>{escape(name)}&nbsp;&nbsp;</td><td>{escape(str(value))}</td></tr>"
        for name, value in rows
    )
    return f"<table cellspacing='0' cellpadding='1'>{cells}</table>"


def _quiet(text: str) -> str:
    return f"<p class='quiet'>{escape(text)}</p>"


def _text(value: Optional[str]) -> str:
    return value if isinstance(value, str) else ""


def _page(palette: QPalette, body: str) -> str:
    """Colours of the theme that is on: faint text is halfway between text and ground, and warnings are bold, not only coloured."""
    text, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    mixed = (round(0.68 * a + 0.32 * b) for a, b in zip(text.getRgb()[:3], ground.getRgb()[:3]))
    quiet = QColor(*mixed).name()
    link = palette.color(QPalette.ColorRole.Link).name() if ground.lightness() > 128 else "#7db7ff"
    style = (
        f"body {{ color: {text.name()}; }} .quiet {{ color: {quiet}; }} a {{ color: {link}; }} "
        "h3 { margin: 0 0 2px 0; } h4 { margin: 10px 0 2px 0; } p { margin: 2px 0; } .warn { font-weight: bold; }"
    )
    return f"<html><head><style>{style}</style></head><body>{body}</body></html>"
