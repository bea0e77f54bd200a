"""What the travel tools tell about a run: who was left out and why, in sentences for the log and the metadata."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingException

from ..adapters.network import roads_changed
from ..adapters.points import people_skipped
from ..adapters.reading import listed
from ..core.network.modes import VEHICLE_MODES
from ..core.network.road_class import CALIBRATION
from ..core.network.travel import BEYOND_LIMIT, NO_ROAD, NO_ROUTE, NoFacilityOnRoad
from ..i18n import number, tr


def people_text(people: float) -> str:
    return f"{people:.0f}"


def warn_if_roads_changed(network, account, feedback) -> None:
    if roads_changed(network):
        text = tr(
            "The roads in {path} have changed since the network file was made on {date}. Make it again if that matters."
        )
        account.say(
            feedback, text.format(path=Path(network.about["path"]).name, date=network.about["made"][:10]), warn=True
        )


def say_calibration(network, mode: str, account, feedback) -> None:
    """That the network's drive times carry factors from known trips; a warning where those were made by another vehicle."""
    told = network.about.get(CALIBRATION)
    if not told or mode not in VEHICLE_MODES:
        return
    factors = "; ".join(f"{name}: {number(round(factor, 2))}" for name, factor in told["factors"].items())
    text = tr(
        "The network's drive times carry factors per class of road from {n} known trips ({source}, {date}): {list}."
    )
    text = text.format(n=told["trips"], source=told["source"], date=told["date"][:10], list=factors)
    account.say(feedback, text)
    if told["mode"] != mode:
        text = tr("The factors come from trips by another vehicle ({theirs}) than this run's ({own}).")
        account.say(feedback, text.format(theirs=told["mode"], own=mode), warn=True)


def say_skipped(points, layer: str, population: str, account, feedback) -> None:
    if not points.skipped:
        return
    ids = [f"{skipped.id} ({skipped.reason})" for skipped in points.skipped]
    account.say(
        feedback,
        tr("Skipped {n} features of {layer}: {list}.").format(n=len(ids), layer=layer, list=listed(ids)),
        warn=True,
    )
    if layer == "ORIGINS":
        text = tr("The skipped features stand for {n} people, who are in no figure of the result.")
        account.say(feedback, text.format(n=people_text(people_skipped(points, population))), warn=True)


def no_facility_on_road(travel, facilities) -> str:
    text = tr(
        "None of the {n} facilities lies within {metres} m of a road that the mode may use. "
        "Check that FACILITIES and the network cover the same place, or raise MAX_OFFROAD."
    )
    return text.format(n=len(facilities.ids), metres=number(travel.rules.max_offroad_m))


def say_attached(travel, facilities, account, feedback) -> None:
    """Which facilities take no part, or stand on roads that may surprise; none on a road at all stops the tool."""
    metres = number(travel.rules.max_offroad_m)
    try:
        lost = facilities.ids[travel.facilities_without_road]
    except NoFacilityOnRoad as error:
        raise QgsProcessingException(no_facility_on_road(travel, facilities)) from error
    for ids, sentence in (
        (lost, tr("{n} facilities lie farther than {metres} m from a road and take no part: {list}.")),
        (
            facilities.ids[travel.facilities_outside_main_part],
            tr("{n} facilities stand on roads that do not connect both ways with the rest: {list}."),
        ),
        (
            facilities.ids[travel.facilities_moved_to_main_part],
            tr(
                "{n} facilities were attached to the connected road network although another road is much nearer: {list}."
            ),
        ),
    ):
        if len(ids):
            account.say(feedback, sentence.format(n=len(ids), metres=metres, list=listed(ids)), warn=True)


def say_regions(question, facilities_name, account, feedback) -> None:
    """Features without a region, and reported regions without people or facilities.

    A code to report that neither have stops the tool, and so does one code written in two ways. ``facilities_name`` is the
    parameter that holds the facilities.
    """
    codes = {}
    for region, layer in ((question.origin_region, "ORIGINS"), (question.facility_region, facilities_name)):
        if region is None:
            continue
        unknown = sum(code is None for code in region)
        codes[layer] = {code for code in region if code is not None}
        if unknown:
            text = tr("{n} features of {layer} have no region; they take part, but belong to none.")
            account.say(feedback, text.format(n=unknown, layer=layer), warn=True)
    _refuse_two_spellings(codes)
    report, present = list(question.report if question.report is not None else []), set().union(*codes.values())
    absent = [code for code in report if code not in present]
    if absent:
        raise QgsProcessingException(
            tr("No feature has the region {codes} of REPORT_REGION. The regions in the layers are: {present}.").format(
                codes=", ".join(absent), present=listed(sorted(present))
            )
        )
    for layer, there in codes.items():
        empty = [code for code in report if code not in there]
        if empty:
            text = tr("No feature of {layer} has the region {codes} of REPORT_REGION.")
            account.say(feedback, text.format(layer=layer, codes=", ".join(empty)), warn=True)


def _refuse_two_spellings(codes: dict[str, set[str]]) -> None:
    """A table that was read as numbers has 8 where another layer has 08, and everybody would seem to cross a border."""
    if len(codes) < 2:
        return
    people, facilities = codes.values()
    plain = {code.lstrip("0"): code for code in people - facilities}
    unlike = [(plain[code.lstrip("0")], code) for code in sorted(facilities - people) if code.lstrip("0") in plain]
    if unlike:
        raise QgsProcessingException(
            tr("The same regions are written as {people} in ORIGINS and as {facilities} in FACILITIES. Write them the same way in both.")
            .format(people=listed([one for one, _ in unlike]), facilities=listed([two for _, two in unlike]))
        )  # fmt: skip


def say_reached(question, reached, shown, account, feedback) -> None:
    """How many of the ``shown`` people there are, and how many of them reach nothing, by reason."""
    text = tr("{n} people at {points} points.")
    account.say(feedback, text.format(n=people_text(question.people[shown].sum()), points=int(shown.sum())))
    for those, sentence in (
        (reached.status == NO_ROAD, tr("{n} people at {points} points have no road within the distance allowed.")),
        (reached.status == NO_ROUTE, tr("{n} people at {points} points cannot reach any facility along the roads.")),
        (
            reached.status == BEYOND_LIMIT,
            tr("{n} people at {points} points have no facility within the longest travel time."),
        ),
        (
            reached.cut_off,
            tr(
                "{n} people at {points} points live much nearer a road that leads to no facility; the road farther off was used."
            ),
        ),
    ):
        those = shown & those
        if those.any():
            text = sentence.format(n=people_text(question.people[those].sum()), points=int(those.sum()))
            account.say(feedback, text, warn=True)


def too_many_cells(size: float) -> str:
    text = tr(
        "Cells of {size} m over so large an area do not fit in memory. Choose a larger CELL_SIZE or a smaller area."
    )
    return text.format(size=number(size))
