"""The words of the page How well the model fits."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from ...adapters.roads import NVDB, OSM
from ...core.access.fit_page import MOST_POINTS, Page, fit_page
from ...core.network.road_class import CALIBRATION
from ...core.network.travel import NO_ROAD, NO_ROUTE
from ...i18n import tr
from ...paths import bundled, plugin_version
from .observed_results import Compared, class_table, overall_sentence, verdict


def page_of(compared: Compared, about: dict, trips: str, file: str, mode: str, decimal_sign: str) -> str:
    """The page as HTML. ``about`` is the network's; ``trips``, ``file`` (of the network) and ``mode`` are names that users read."""
    date, used = datetime.now().strftime("%Y-%m-%d"), len(compared.used.ids)
    words = {
        "compared": tr("{n} known trips ({trips}) against {network}, {mode}, {date}").format(
            n=used, trips=trips, network=file, mode=mode, date=date
        ),
        "verdict": verdict(compared.comparison.errors, decimal_sign),
        "left_out": _left_out(compared),
        "drawn": tr("{shown} of {n} trips are drawn.").format(shown=MOST_POINTS, n=used) if used > MOST_POINTS else "",
        "drawing_label": tr("Computed against observed travel time"),
        "observed_label": tr("Observed time (min)"),
        "computed_label": tr("Computed time (min)"),
        "too_few": tr("too few trips: the overall factor"),
        "factors_told": _classes_told(about) + " " + overall_sentence(compared, decimal_sign)
        if compared.comparison.proposal is not None
        else tr("Factors are proposed for driving only."),
        "sources": _sources(about, trips, file),
        "made": tr("Made with Närvård {version}, {date}.").format(version=plugin_version(), date=date),
    }
    # The translation of the template's name is the name of the translated template.
    template = bundled("resources", "templates", tr("model_fit_en.html")).read_text(encoding="utf8")
    observed = compared.trips.observed[compared.attached]
    return fit_page(template, Page(words, compared.comparison, observed, class_table(compared), decimal_sign))


def _left_out(compared: Compared) -> str:
    """How many trips the rows stand for, where some stand for several, and how many were left out for what reason."""
    trips = compared.used.weight.sum()
    counts = (
        (trips if trips != len(compared.used.ids) else 0, tr("The rows compared stand for {n} trips.")),
        (compared.skipped, tr("{n} trips lack an observed time or a known end.")),
        (np.sum(compared.status == NO_ROAD), tr("{n} trips begin or end too far from a road.")),
        (np.sum(compared.status == NO_ROUTE), tr("{n} trips have no route along the roads.")),
    )
    return " ".join(sentence.format(n=round(float(n))) for n, sentence in counts if n)


def _classes_told(about: dict) -> str:
    return {
        NVDB: tr("Classes are the functional classes of road in NVDB, 0–9."),
        OSM: tr("Classes are the values of highway in OpenStreetMap."),
    }.get(about.get("preset"), tr("Classes are those of the road data."))


def _sources(about: dict, trips: str, file: str) -> str:
    text = tr("Trips: {trips}. Roads: {roads}, network file {network} made {made}.").format(
        trips=trips, roads=about.get("source", "–"), network=file, made=str(about.get("made", "–"))[:10]
    )
    if CALIBRATION not in about:
        return text
    return text + " " + tr("The network's drive times have been multiplied by factors before.")
