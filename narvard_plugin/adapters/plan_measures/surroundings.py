"""All that the plans of a review are measured against: layers, network and timetable, each opened once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Optional, Union

from qgis.core import QgsProcessingContext, QgsProcessingException

from ...core.network.network import Network
from ...core.plans.checklist import Checklist
from ...core.plans.layer_doubt import layer_doubt
from ...core.plans.measured import FAILED, MISSING_LAYER, LayerUsed, Unanswerable
from ...core.plans.review_run import NEEDS, NETWORK, OTHER_PLANS, TIMETABLE, Binding, fingerprint
from ...i18n import tr
from ...store.plans.plan_inputs import every_plan
from ..network import open_network
from ..plan_layers import Bound, data_date, open_bound, open_raster, shown_name, table_of
from .departures import is_feed, stops_of, traffic_of
from .layer_data import LayerData, in_use, read_layer
from .plan_ground import PlanGround
from .raster_data import RasterData, read_raster
from .shapes import AREA

#: The role of the register's own plans: bound unless the user binds something else.
PLANS = "plans"


@dataclass(eq=False)
class Surroundings:
    """What is bound to the roles of a checklist, and the plans of the review.

    ``used`` holds what has been looked at since `forget_used`, by role; a role that nothing is bound to is refused with
    `Unanswerable`, as is one that can't be read, so that nobody takes silence for an answer.
    """

    checklist: Checklist
    bounds: Mapping[str, Bound]
    workspace: object
    context: QgsProcessingContext
    feedback: object
    plans: Sequence[PlanGround] = ()
    today: str = ""
    used: dict[str, LayerUsed] = field(default_factory=dict)
    kept: dict[tuple, object] = field(default_factory=dict)
    _opened: dict[str, Union[LayerData, RasterData, QgsProcessingException]] = field(default_factory=dict)

    @property
    def transforms(self):
        return self.context.transformContext()

    def forget_used(self) -> None:
        self.used.clear()

    def layer(self, role: str, chosen: str = "") -> LayerData:
        """The features of a role, of which ``chosen`` (a filter) keeps some."""
        data = self._data(role)
        if not isinstance(data, LayerData):
            raise QgsProcessingException(tr("{role} needs a layer of features, not a raster.").format(role=role))
        found = in_use(data.filtered(self._filter_of(role)).filtered(chosen), self.today)
        self.used[role] = LayerUsed(role, data.name, data.date, len(found))
        return found

    def raster(self, role: str) -> RasterData:
        data = self._data(role)
        if not isinstance(data, RasterData):
            raise QgsProcessingException(tr("{role} needs a raster, not a layer of features.").format(role=role))
        self.used[role] = LayerUsed(role, data.name, data.date)
        return data

    def is_raster(self, role: str) -> bool:
        return isinstance(self._data(role), RasterData)

    def plain_source(self, role: str) -> str:
        """What another tool can open as the very features of the role; blank where a filter or other names stand between."""
        bound = self._bound(role)
        source, table = bound.source, table_of(bound)
        if table:
            source = self.workspace.layer_source(table)
        own = bound.filter or bound.fields or bound.provider or self._filter_of(role)
        return "" if own or not Path(source.partition("|")[0]).is_file() or is_feed(source) else source

    def used_of(self, role: str) -> LayerUsed:
        """The layer that is bound to a role, whether or not anything has looked at it. Raises Unanswerable."""
        bound = self._bound(role)
        if role == NETWORK:
            return LayerUsed(role, shown_name(bound), bound.date or _day_of(self.network.about.get("changed")))
        if role == TIMETABLE:
            return LayerUsed(role, shown_name(bound), bound.date or traffic_of(self, bound.source).day.isoformat())
        data = self._data(role)
        return LayerUsed(role, data.name, data.date, len(data) if isinstance(data, LayerData) else None)

    def has(self, role: str) -> bool:
        return role in self.bounds

    def is_optional(self, role: str) -> bool:
        return role in self.checklist.layers and self.checklist.layers[role].optional

    @cached_property
    def network(self) -> Network:
        return open_network(self._bound(NETWORK).source)

    def use_network(self) -> Network:
        """The road network, noted as looked at."""
        network = self.network
        self.used[NETWORK] = self.used_of(NETWORK)
        return network

    def timetable_source(self) -> str:
        self.used[TIMETABLE] = self.used_of(TIMETABLE)
        return self._bound(TIMETABLE).source

    def every_plan(self) -> list[PlanGround]:
        """Every plan under way in the register, whether or not it is reviewed; read once."""
        if "every_plan" not in self.kept:
            mine = {one.plan.plan_id: one for one in self.plans}
            every = every_plan(self.workspace)
            self.kept["every_plan"] = [mine.get(one.plan_id) or PlanGround(one, self.feedback) for one in every]
        return self.kept["every_plan"]

    def bindings(self, roles: Sequence[str]) -> dict[str, Optional[Binding]]:
        """What each role's verdicts rest on; None for one that nothing is bound to or that can't be read."""
        return {role: self._kept_binding(role) for role in roles}

    def _kept_binding(self, role: str) -> Optional[Binding]:
        key = ("binding", role)
        if key not in self.kept:
            self.kept[key] = self._binding(role)
        return self.kept[key]

    def _binding(self, role: str) -> Optional[Binding]:
        if role == OTHER_PLANS:
            return Binding(fingerprint(sorted((one.plan.plan_id, one.plan.parts) for one in self.every_plan())))
        if role == NEEDS:
            rows = self.workspace.read("local_needs").to_numpy(dtype=object).tolist()
            # Not by pandas, which from 2 on takes the bytes of a geometry for letters.
            return Binding(fingerprint([[str(value) for value in row] for row in rows]))
        if role not in self.bounds:
            return None
        bound = self.bounds[role]
        if role in (NETWORK, TIMETABLE):
            return Binding(fingerprint([bound.source, _stamp(bound.source)]), bound.date)
        try:
            data = self._data(role)
        except (Unanswerable, QgsProcessingException):
            return None
        return Binding(data.sha256, data.date, self._is_stale(role, data.date))

    def _is_stale(self, role: str, day: str) -> bool:
        known = self.checklist.layers.get(role)
        return known is not None and layer_doubt(known, LayerUsed(role, "", day), self.today) is not None

    def _bound(self, role: str) -> Bound:
        if role not in self.bounds:
            raise Unanswerable(MISSING_LAYER, (role,))
        return self.bounds[role]

    def _filter_of(self, role: str) -> str:
        return self.checklist.layers[role].filter if role in self.checklist.layers else ""

    def _data(self, role: str) -> Union[LayerData, RasterData]:
        bound = self._bound(role)
        if role not in self._opened:
            try:
                self._opened[role] = self._read(bound)
            except QgsProcessingException as error:
                self._opened[role] = error
        found = self._opened[role]
        if isinstance(found, QgsProcessingException):
            raise Unanswerable(FAILED, (role,), str(found))
        return found

    def _read(self, bound: Bound) -> Union[LayerData, RasterData]:
        if is_feed(bound.source):
            return stops_of(self, bound.role, bound.source, bound.date)
        role = self.checklist.layers.get(bound.role)
        if role is not None and role.geometry == "raster":
            return read_raster(
                *open_raster(bound, self.context), bound, data_date(bound, None, self.workspace), self.transforms
            )
        layer = open_bound(bound, self.workspace, self.context)
        day = data_date(bound, layer, self.workspace)
        placed = role is None or role.geometry != "table"
        if placed and not layer.isSpatial():
            raise QgsProcessingException(
                tr("The layer for {role} has no geometry: {source}.").format(role=bound.role, source=bound.source)
            )
        if role is not None and role.geometry == "polygon" and layer.geometryType() != AREA:
            text = tr(
                "The layer for {role} must hold areas; distances to points or lines within them say something else: {source}."
            )
            raise QgsProcessingException(text.format(role=bound.role, source=bound.source))
        return read_layer(layer, bound, day, self.transforms, self.feedback, placed=placed)


def _stamp(source: str) -> list:
    """Size and time of change of a file; nothing where it is none."""
    path = Path(source)
    return [path.stat().st_size, path.stat().st_mtime_ns] if path.is_file() else []


def _day_of(moment) -> str:
    """The ISO day of a moment as GDAL writes it (2026/11/22 08:00:00) or as ISO; blank where there is none."""
    return str(moment or "")[:10].replace("/", "-")
