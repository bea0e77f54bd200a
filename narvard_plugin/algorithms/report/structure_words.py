"""The words of a structure map's sheet: title, what it does not show, and what it is drawn from."""

from __future__ import annotations

from datetime import date

from ...adapters.structure_sheet import Words
from ...i18n import number, tr
from ...paths import plugin_version
from ..parameters import region_name
from .structure_figures import Drawn, Figures
from .structure_parameters import StructureParameters


class StructureWords(StructureParameters):
    """A structure map that can say what it shows."""

    def words(self, drawn: Drawn, figures: Figures, parameters, context) -> Words:
        name = region_name(drawn.region) if drawn.region else ""
        title = self.parameterAsString(parameters, "TITLE", context).strip()
        if not title:
            title = tr("Structure picture: {region}").format(region=name) if name else tr("Structure picture")
        subtitle = self.parameterAsString(parameters, "NOTE", context).strip()
        if not subtitle:
            subtitle = tr("Service level of places, and the place that each leans on for what it lacks")
        return Words(title, subtitle, figures.text, self._not_shown(drawn, parameters, context), self._sources(drawn, parameters, context))  # fmt: skip

    def _not_shown(self, drawn: Drawn, parameters, context) -> str:
        told = [
            tr("Roads and travel: a link is a straight line to the nearest place of a higher level, and need not be where people go."),
            tr("Opening hours, staffing, capacity and waiting times: a function counts as there or not there."),
            tr("Care outside the places, mobile teams and digital care."),
        ]  # fmt: skip
        if drawn.catchments is None:
            told.append(tr("Catchments: none were given or computed."))
        else:
            told.append(
                tr(
                    "Where people are listed or seek care: a catchment is only the shortest travel time. Its holes, land without roads, are filled."
                )
            )
        if drawn.regions is None:
            told.append(tr("The region's border: no areas were given."))
        if parameters.get("NODES") in (None, "") and not self.parameterAsString(parameters, "RULES", context):
            told.append(tr("The region's own decision on levels: these are the plugin's example rules."))
        return "\n".join(f"• {one}" for one in told)

    def _sources(self, drawn: Drawn, parameters, context) -> str:
        names = [f"{name} ({day})" if day else name for name, day in drawn.sources]
        for name in ("NODES", "CATCHMENTS"):
            layer = self.parameterAsVectorLayer(parameters, name, context)
            if layer is not None:
                made = (
                    layer.metadata().history()
                    or [tr("{layer} (a layer without provenance)").format(layer=layer.name())]
                )[0]
                names.append(made.rstrip("."))
        made = tr("Drawn with Närvård {version} on {date}.").format(
            version=plugin_version(), date=date.today().isoformat()
        )
        year = parameters.get("YEAR")
        stands = (
            tr("Facilities and services as they stand in {year}.").format(year=year) if year not in (None, "") else ""
        )
        sources = (
            tr("Sources: {list}.").format(list="; ".join(dict.fromkeys(names))) if names else tr("Sources: not told.")
        )
        return " ".join(filter(None, (sources, stands, self._reach(drawn, parameters, context), made)))

    def _reach(self, drawn: Drawn, parameters, context) -> str:
        """How the catchments were computed, where this tool did it."""
        if drawn.catchments is None or parameters.get("CATCHMENTS") not in (None, ""):
            return ""
        text = tr(
            "Catchments: each point belongs to the nearest place of at least level {n} by car, at most {minutes} minutes."
        )
        lowest = self.parameterAsInt(parameters, "CATCHMENT_LEVEL", context)
        return text.format(n=lowest, minutes=number(self.parameterAsDouble(parameters, "CATCHMENT_MINUTES", context)))
