"""What travel by timetable tells about a run: which day, what runs, and what the feed leaves open, in sentences."""

from __future__ import annotations

from qgis.core import QgsProcessingException

from ..adapters.reading import listed
from ..core.transit.calendar import services_on, span
from ..i18n import tr
from ..sources.gtfs import GtfsError
from .travel_account import people_text


def unreadable_feed(error: GtfsError) -> QgsProcessingException:
    """The sentence for a feed that cannot be read."""
    sentence = {
        "missing": tr("The timetable {path} does not exist. Give a GTFS zip file, or the folder with its text files."),
        "closed": tr("{path} may not be read. Close it in other programs, or ask whoever owns it for access."),
        "not_a_feed": tr("{path} is neither a zip file nor a folder. Give a GTFS zip file, or the folder with its text files."),
        "no_table": tr("The timetable {path} has no {name}, which every GTFS feed has. Fetch the feed again."),
        "no_calendar": tr(
            "The timetable {path} has neither calendar.txt nor calendar_dates.txt, so nobody can tell which days it runs. Fetch the feed again."
        ),
        "no_column": tr("The timetable {path} lacks a column that every GTFS feed has ({name}). Fetch the feed again."),
        "too_large": tr(
            "The timetable {path} would unpack to more than a timetable can be ({name}), so it was not opened. Fetch the feed again from its publisher."
        ),
        "encrypted": tr("The timetable {path} is locked with a password. Unpack it, and give the folder."),
        "damaged": tr("The timetable {path} is damaged ({name}). Fetch the feed again."),
    }[error.reason]  # fmt: skip
    return QgsProcessingException(sentence.format(path=error.path, name=error.name))


def refuse_empty_day(feed, told, day) -> None:
    """A day on which nothing runs stops the tool, naming the days that the feed knows of."""
    if told.runs:
        return
    if feed.trips["service_id"].isin(services_on(feed.calendar, day)).any():
        text = tr(
            "No trip of {date} can be used: {unreadable} trips have times that cannot be read, {backwards} have times that run backwards, and {single} have fewer than two stops with times. Fetch the feed again."
        )
        counts = {name: len(getattr(told.faults, name)) for name in ("unreadable", "backwards", "single")}
        raise QgsProcessingException(text.format(date=day.isoformat(), **counts))
    days = span(feed.calendar)
    if days is None:
        raise QgsProcessingException(tr("The timetable has no day of service at all. Fetch the feed again."))
    text = tr("No trip runs on {date}. The timetable covers {first} to {last}; choose a DATE with service among these.")
    raise QgsProcessingException(text.format(date=day.isoformat(), first=days[0], last=days[1]))


def say_timetable(feed, timetable, told, day, account, feedback) -> None:
    """The day, what runs, and everything in the feed that was filled in or left out."""
    text = tr("{n} trips run on {date}. From the start of the window on, {met} trips are met: {kinds}.")
    met = len(timetable.first) - 1
    kinds = _kinds_text(told.kinds)
    account.say(feedback, text.format(n=told.runs, date=day.isoformat(), met=met, kinds=kinds))
    if met == 0:
        account.say(feedback, tr("No vehicle is met after START_TIME: only walking remains."), warn=True)
    if told.from_before or told.from_after:
        text = tr(
            "Among them {before} trips of the day before that run past midnight, and {after} of the night or day after."
        )
        account.say(feedback, text.format(before=told.from_before, after=told.from_after))
    for path in feed.idle:
        text = tr(
            "Nothing runs on {date} in {path}. Check its days: at most trips of the day before or after are met there."
        )
        account.say(feedback, text.format(date=day.isoformat(), path=path), warn=True)
    faults = told.faults
    for count, sentence, warn in (
        (
            faults.interpolated,
            tr("{n} of {all} stop times had no time of their own; they were filled in along the trip, between the timed stops."),
            False,
        ),
        (faults.untimed, tr("{n} stop times before the first or after the last timed stop of a trip were left out."), True),
        (faults.unknown_stops, tr("{n} stop times at stops that the timetable does not have were left out."), True),
        (told.by_frequency, tr("{n} trips were made from a headway (frequencies.txt)."), False),
        (
            told.loose,
            tr("{n} of the trips with a headway have no fixed times; they were taken to leave at the start of their period and then at every headway."),
            True,
        ),
        (told.bad_frequency, tr("{n} rows of frequencies.txt cannot be read and were left out."), True),
        (told.on_demand, tr("{n} stop times must be ordered ahead (by telephone or with the driver); they count as running."), True),
        (len(feed.latin), tr("Not written in UTF-8, read as Latin-1: {list}."), True),
    ):  # fmt: skip
        if count:
            text = sentence.format(n=count, all=faults.stop_times, list=", ".join(feed.latin))
            account.say(feedback, text, warn=warn)
    for trips, sentence in (
        (faults.unreadable, tr("{n} trips have times or stop numbers that cannot be read and were left out: {list}.")),
        (faults.backwards, tr("{n} trips have times that run backwards and were left out: {list}.")),
        (faults.single, tr("{n} trips have fewer than two stops with times and were left out: {list}.")),
    ):
        if trips:
            account.say(feedback, sentence.format(n=len(trips), list=listed(trips)), warn=True)


def _kinds_text(kinds: dict[str, int]) -> str:
    totals: dict[str, int] = {}
    for route_type, count in kinds.items():
        name = _kind(route_type)
        totals[name] = totals.get(name, 0) + count
    ordered = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {count}" for name, count in ordered) or tr("no trips")


def _kind(route_type: str) -> str:
    """What a route type means, the extended ones of Swedish feeds (100–1700) included."""
    number = int(route_type) if route_type.isascii() and route_type.isdigit() else -1
    plain = {
        0: tr("tram"), 1: tr("underground"), 2: tr("train"), 3: tr("bus"), 4: tr("ferry"), 5: tr("tram"),
        7: tr("funicular"), 11: tr("bus"), 12: tr("train"),
    }  # fmt: skip
    hundreds = {
        1: tr("train"), 2: tr("bus"), 3: tr("train"), 4: tr("underground"), 5: tr("underground"), 6: tr("underground"),
        7: tr("bus"), 8: tr("bus"), 9: tr("tram"), 10: tr("ferry"), 11: tr("flight"), 12: tr("ferry"),
        14: tr("funicular"), 15: tr("taxi"),
    }  # fmt: skip
    return plain.get(number) or hundreds.get(number // 100 if number >= 100 else -1) or tr("other vehicles")


def say_stops(lost_coordinates: int, without_road: int, metres: str, changes, account, feedback) -> None:
    """Stops that nobody can walk to, and rules about changing that were not used."""
    for count, sentence, warn in (
        (lost_coordinates, tr("{n} stops with traffic have no coordinates: nobody can walk to or from them."), True),
        (
            without_road,
            tr("{n} stops with traffic lie farther than {metres} m from a road that one may walk on: nobody can walk to or from them along the roads."),
            True,
        ),
        (
            changes.left_out,
            tr("{n} rules about changing between single trips or lines, or about staying in the vehicle, were not used (transfers.txt)."),
            False,
        ),
        (changes.unknown, tr("{n} rules about changing name stops or types that are unknown, and were not used (transfers.txt)."), True),
    ):  # fmt: skip
        if count:
            account.say(feedback, sentence.format(n=count, metres=metres), warn=warn)


def say_travellers(people, points_shown, status, cut_off, account, feedback) -> None:
    """How many people there are, and how many of them reach nothing, by reason."""
    text = tr("{n} people at {points} points.")
    account.say(feedback, text.format(n=people_text(people[points_shown].sum()), points=int(points_shown.sum())))
    for those, sentence in (
        (status == "no_road", tr("{n} people at {points} points have no road within the distance allowed.")),
        (
            status == "no_route",
            tr("{n} people at {points} points reach no facility by timetable and on foot, whenever they set out in the window."),
        ),
        (
            status == "beyond_limit",
            tr("{n} people at {points} points have no facility within the longest travel time."),
        ),
        (
            cut_off,
            tr("{n} people at {points} points live much nearer a road that leads to no stop or facility; the road farther off was used."),
        ),
    ):  # fmt: skip
        those = points_shown & those
        if those.any():
            text = sentence.format(n=people_text(people[those].sum()), points=int(those.sum()))
            account.say(feedback, text, warn=True)
