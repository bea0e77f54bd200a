"""Which test holds which place to which promise. What the program reads, writes or asks, and no test names, fails the tests."""

from __future__ import annotations

from typing import NamedTuple

from .readers import READERS
from .test_imports import IMPORTS
from .tools import TOOLS
from .writers import WRITERS

#: Readers whose files are the plugin's own, or were read and checked by another reader before.
NOT_FROM_OUTSIDE = {
    "adapters.destination": "looks whether a result's own file has the layer that it was to make",
    "adapters.dock_symbols": "styles and pictures that come with the plugin",
    "adapters.network": "the stamp of roads that QGIS has opened",
    "adapters.publication": "writes titles into the GeoPackage that it has just made",
    "adapters.result_text": "the layer of a result, opened by QGIS",
    "adapters.structure_sheet": "the sheet that QGIS has just drawn",
    "adapters.styles": "styles that come with the plugin",
    "algorithms.data.importexchange": "the checksum of a file of any content; sources.exchange_file reads it",
    "algorithms.report.atlas_making": "words that come with the plugin",
    "catalogue": "lists that come with the plugin",
    "reports.record_package": "the checksum of the package that it has just made",
    "sources.new_files": "copies a file of any content",
    "store.places": "the system's own list of mounts",
}
#: Readers that are held by a test of their own.
READERS_ELSEWHERE = {
    "algorithms.plans.importplans_reading": "tests/campaign/test_imports.py::test_a_spoiled_table_is_taken_row_by_row_or_refused_whole",
    "sources.ngp": "tests/sources/test_ngp.py::test_no_fault_gives_a_part_of_the_plans",
    "sources.stac": "tests/sources/test_stac.py::test_one_bad_file_and_none_is_put_in_the_folder",
}
#: Writers that put everything through another, or write where nobody looks before another takes it in.
THROUGH = {
    "adapters.frozen_layers": "store.frozen_basis",
    "adapters.publication": "sources.publication_folder",
    "adapters.qgis_http": "sources.cache",
    "adapters.samplefiles": "adapters.samplefolder",
    "adapters.sampleplans": "adapters.samplefolder",
    "algorithms.access.comparewithobserved": "store.network_file",
    "algorithms.data.buildnetwork": "store.network_file",
    "algorithms.data.exportexchange": "sources.exchange_file",
    "algorithms.data.fetchgeodata": "sources.new_files",
    "algorithms.data.fetchplans": "sources.new_files",
    "algorithms.data.fetchroads": "sources.new_files",
    "algorithms.data.fetchtimetable": "sources.new_files",
    "algorithms.data.freezebasis": "store.frozen_basis",
    "algorithms.deso.equity": "adapters.pages",
    "algorithms.deso.growthbytype": "adapters.pages",
    "algorithms.plans.dialoguebrief": "reports.files",
    "algorithms.plans.exportpartialanswer": "reports.files",
    "algorithms.plans.exportplanregister": "reports.files",
    "algorithms.plans.plandeadlines": "reports.files",
    "algorithms.plans.planguidance": "adapters.pages",
    "algorithms.plans.planresponse": "reports.files",
    "algorithms.report.publish": "sources.publication_folder",
    "algorithms.report.publish_files": "sources.publication_folder",
    "algorithms.report.regionreport": "reports.files",
    "algorithms.report.resulttext": "reports.files",
    "algorithms.report.structuremap": "reports.files",
    "gui.answer_view": "whole_files",
    "gui.chart": "reports.files",
    "gui.indicators_page": "whole_files",
    "gui.plans.parts_page": "reports.files",
    "reports.odt": "reports.files",
    "reports.record_package": "reports.files",
    "sources.http_requests": "sources.cache",
    "store.network_file": "store.network_file",
}
#: Every source, and the test in which its server fails in every way (`tests.sources.servers.base.FAULTS`).
SOURCES = {
    "scb_areas": "tests/sources/test_wfs.py::test_a_fault_on_the_third_page_of_three_gives_nothing",
    "scb_grid": "tests/sources/test_grid.py::test_a_fault_on_the_third_page_gives_nothing",
    "scb_statistics": "tests/sources/test_scb_statistics.py::test_a_fault_gives_nothing_and_a_sentence",
    "socialstyrelsen": "tests/sources/test_socialstyrelsen.py::test_a_fault_on_a_late_page_gives_nothing",
    "folkhalsomyndigheten": "tests/sources/test_folkhalsomyndigheten.py::test_a_fault_in_a_late_part_gives_nothing",
    "kolada": "tests/sources/test_kolada.py::test_a_fault_on_a_late_page_gives_nothing",
    "osm": "tests/sources/test_overpass.py::test_each_fault_gives_nothing",
    "trafiklab": "tests/sources/test_trafiklab.py::test_no_fault_leaves_anything",
    "lastkajen": "tests/sources/test_lastkajen.py::test_no_fault_leaves_anything",
    "ngp": "tests/sources/test_ngp.py::test_no_fault_gives_a_part_of_the_plans",
    "lantmateriet_stac": "tests/sources/test_stac.py::test_no_fault_leaves_anything",
    "boverket": "tests/sources/test_boverket.py::test_no_fault_leaves_anything",
    "municipal_map": "tests/sources/plans/test_municipal_map.py::test_a_fault_at_any_request_gives_nothing",
}


class Kind(NamedTuple):
    """A kind of fault: the promise, the places that are held to it, and the tests that do."""

    name: str
    promise: str
    places: frozenset[str]
    tests: tuple[str, ...]


def modules_of(table) -> frozenset[str]:
    """``module, what of it`` -> module."""
    return frozenset(name.partition(",")[0] for name in table)


_READERS, _WRITERS, _TOOLS, _IMPORTS = (
    f"tests/campaign/test_{name}.py::test_" for name in ("readers", "writers", "tools", "imports")
)
_writers, _tools = modules_of(WRITERS), frozenset(TOOLS)
KINDS = (
    Kind("spoiled files", "an error that is declared, with a sentence, or a right content; nothing is written",
         modules_of(READERS) | frozenset(READERS_ELSEWHERE) | frozenset(IMPORTS), (
             f"{_READERS}spoiled_bytes", f"{_READERS}a_tree_with_one_value_of_another_kind",
             f"{_IMPORTS}a_spoiled_table_is_taken_row_by_row_or_refused_whole",
             "tests/sources/test_hostile.py::test_a_damaged_zip_is_refused_or_read_right", "tests/sources/test_hostile.py::test_xml_made_to_harm_is_refused",
             "tests/sources/test_facility_files.py::test_what_is_no_table", "tests/sources/test_exchange_file.py::test_an_edited_file_is_refused",
             "tests/store/test_network_file.py::test_a_byte_that_changed_on_the_way_is_refused_or_does_no_harm",
             "tests/sources/plans/test_hostile_plans.py::test_trees_of_json_changed_anywhere", "tests/sources/plans/test_hostile_plans.py::test_bytes_changed_anywhere",
             "tests/sources/plans/test_hostile_plans.py::test_gml_with_lines_changed", "tests/sources/plans/test_hostile_plans.py::test_any_bytes",
             "tests/sources/plans/test_municipal_map.py::test_any_bytes_are_gml_or_refused", "tests/sources/plans/test_municipal_map.py::test_any_json_is_a_collection_or_refused",
         )),
    Kind("a source that fails", "a sentence, and nothing is stored: neither rows nor files", frozenset(SOURCES), (
        *dict.fromkeys(SOURCES.values()), "tests/qgis/test_fetch_whole_or_nothing.py::test_a_fault_on_whichever_request_stores_nothing",
        "tests/sources/test_http_hostile.py::test_a_redirect_leads_to_the_web_or_nowhere", "tests/sources/test_http_hostile.py::test_what_is_unpacked_is_what_counts",
    )),
    Kind("kill -9", "the earlier file or the next one, whole; what is left is not in the way of the next run", _writers | (_tools - {"nearestfacility"}) | {"store.postgres"}, (
        f"{_WRITERS}killed_at_any_step_it_leaves_one_whole_version", f"{_WRITERS}killed_within_a_write_it_leaves_one_whole_version",
        f"{_TOOLS}killed_within_a_write_it_leaves_nothing_half",
        "tests/store/test_kill.py::test_killed_in_the_middle_it_leaves_the_earlier_state", "tests/store/test_kill.py::test_killed_around_its_commits_it_leaves_one_whole_state",
        "tests/store/test_kill.py::test_a_server_that_goes_down_in_the_middle_comes_back_with_the_earlier_state",
        "tests/store/test_network_file.py::test_a_killed_writer_leaves_the_earlier_file", "tests/store/test_frozen_basis.py::test_killed_it_leaves_nothing_under_the_name",
        "tests/sources/test_exchange_file.py::test_killed_it_leaves_the_earlier_file",
        "tests/sources/test_new_files.py::test_killed_at_any_step_each_name_has_the_earlier_file_or_the_new_one_whole",
        "tests/sources/test_publication_folder.py::test_killed_while_it_is_filled_the_earlier_stays",
        "tests/sources/test_publication_folder.py::test_killed_between_two_names_the_earlier_comes_back",
    )),
    Kind("two writers", "the version of one of them, whole; the other is told", _writers | {"store.postgres"}, (
        f"{_WRITERS}two_at_once_leave_the_version_of_one", "tests/store/test_postgres_together.py::test_ten_writers_at_once_lose_nothing",
        "tests/store/test_postgres_together.py::test_two_who_bring_it_up_to_date_at_once_do_it_once",
        "tests/store/test_postgres_together.py::test_an_edit_between_reading_and_writing_is_not_written_over",
        "tests/store/test_frozen_basis.py::test_the_copy_is_of_one_moment_while_another_one_writes",
    )),
    Kind("a full disk", "a sentence, and what was there is there", _writers | _tools, (
        f"{_WRITERS}where_there_is_no_room_it_says_so_and_leaves_what_was", f"{_TOOLS}where_there_is_no_room_it_says_so_and_leaves_nothing_half",
        f"{_TOOLS}a_sample_county_without_room_leaves_nothing",
        "tests/store/test_geopackage.py::test_a_disk_that_fills_up_within_a_larger_transaction_is_told_as_that",
        "tests/store/test_frozen_basis.py::test_a_full_disk_is_a_sentence_and_leaves_nothing",
        "tests/sources/test_exchange_file.py::test_a_disk_that_fills_up_leaves_the_earlier_file", "tests/sources/test_new_files.py::test_a_full_disk_leaves_the_earlier_files",
        "tests/sources/test_hostile.py::test_a_full_disk_is_told_as_one",
    )),
    Kind("a read-only folder", "a sentence, and nothing is left behind", _writers | _tools, (
        f"{_WRITERS}where_nothing_may_be_written_it_says_so_and_leaves_what_was", f"{_TOOLS}where_nothing_may_be_written_it_says_so_and_leaves_nothing",
        "tests/store/test_geopackage.py::test_a_read_only_place_gets_a_sentence_and_can_still_be_read",
    )),
    Kind("odd names", "spaces, åäö, % # & quotes, dots and 200 letters are only a name", _writers | _tools, (
        f"{_WRITERS}a_name_is_only_a_name", f"{_TOOLS}a_folder_with_an_odd_name_is_a_folder",
        "tests/store/test_geopackage.py::test_a_path_as_long_as_windows_and_more_works",
        "tests/store/test_geopackage.py::test_places_that_do_not_work_get_their_own_sentence",
    )),
    Kind("a decimal comma", "the same numbers as in C's own language", _tools, (f"{_TOOLS}a_decimal_comma_changes_no_number",)),
    Kind("time zones", "no date that is kept or written moves", _tools | {"store.geopackage", "sources.cache"}, (
        f"{_TOOLS}a_time_zone_changes_no_date", "tests/campaign/test_days.py::test_a_day_that_is_kept_in_one_zone_is_read_in_every_other",
        "tests/campaign/test_days.py::test_dates_of_a_planremiss_across_a_night_when_the_clocks_are_moved",
        "tests/campaign/test_days.py::test_a_download_is_as_old_in_every_zone",
        "tests/sources/plans/test_municipal_map.py::test_days_as_text_and_as_milliseconds_of_a_swedish_midnight",
    )),
)  # fmt: skip
