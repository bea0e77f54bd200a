"""What compiling a road network tells: what the roads are, what was assumed, and what was left out."""

from __future__ import annotations

from ...adapters.reading import listed
from ...adapters.roads import FIELDS, NVDB, OSM
from ...i18n import number, tr

CONNECTED_ENOUGH = 0.95


def recognised_as(preset: str) -> str:
    return {
        NVDB: tr("By its columns the layer is NVDB's homogenised network."),
        OSM: tr("By its columns the layer is OpenStreetMap."),
        FIELDS: tr(
            "The layer's columns are neither NVDB's nor OpenStreetMap's: only the fields that were named are used."
        ),
    }[preset]


def nothing_usable(skipped: list[tuple[int, str]]) -> str:
    if skipped:
        return tr("None of the {n} lines could be read; the first: {reason}.").format(
            n=len(skipped), reason=skipped[0][1]
        )
    return tr("The road layer is empty. Choose a layer with lines, or clear its filter and selection.")


def no_roads(table, roads) -> str:
    return tr(
        "None of the {n} lines is a road that can be used: {not_roads} are no roads, {skipped} were skipped. "
        "Check PRESET and the speed field."
    ).format(n=len(table.ids), not_roads=roads.not_roads, skipped=len(roads.skipped))


def say_network(account, feedback, roads, compiled, arcs: int, crs) -> None:
    text = tr("{lines} lines gave {nodes} junctions and {arcs} links (each way counted), in {crs}.")
    nodes, name = compiled.network.node_count, crs.userFriendlyIdentifier()
    account.say(feedback, text.format(lines=roads.lines.count_lines, nodes=nodes, arcs=arcs, crs=name))
    if roads.not_roads:
        account.say(feedback, tr("{n} lines are no roads (waterways, railways, …).").format(n=roads.not_roads))
    if roads.assumed_speed:
        text = tr("{n} roads had no speed and got DEFAULT_SPEED.")
        account.say(feedback, text.format(n=roads.assumed_speed), warn=True)
    if compiled.lost_m >= 1:
        text = tr("Joining within TOLERANCE took away {metres} m of road. Lower TOLERANCE if that is much.")
        account.say(feedback, text.format(metres=number(round(compiled.lost_m))), warn=True)
    share = compiled.main_share
    text = tr("{share} per cent of the drivable length lies in the largest part that connects both ways.")
    account.say(feedback, text.format(share=number(round(100 * share, 1))), warn=share < CONNECTED_ENOUGH)
    if share < CONNECTED_ENOUGH:
        text = tr(
            "Under 95 per cent: lines may not meet at their ends (raise TOLERANCE), or one-way values may be swapped."
        )
        account.say(feedback, text, warn=True)


def say_one_ways(account, feedback, own, one_ways: tuple[int, int]) -> None:
    """How many lines each of the user's one-way values closed; a value that no line has is worth a warning."""
    if not own.oneway:
        return
    text = tr("{n} lines are one-way along the line, {m} against it.")
    account.say(feedback, text.format(n=one_ways[0], m=one_ways[1]))
    for value, count in zip((own.only_forward, own.only_backward), one_ways):
        if value and not count:
            text = tr("No line has the value {value} in {field}. Check how the field is filled in.")
            account.say(feedback, text.format(value=value, field=own.oneway), warn=True)
    if not own.only_forward and not own.only_backward:
        text = tr("{field} was named, but neither FORWARD_VALUE nor BACKWARD_VALUE: every road is open both ways.")
        account.say(feedback, text.format(field=own.oneway), warn=True)


def say_skipped_lines(account, feedback, skipped: list[tuple[int, str]]) -> None:
    for reason in dict.fromkeys(reason for _, reason in skipped):
        ids = [fid for fid, why in skipped if why == reason]
        text = tr("Skipped {n} lines because of: {reason} (feature {ids}).")
        account.say(feedback, text.format(n=len(ids), reason=reason, ids=listed(ids)), warn=True)
