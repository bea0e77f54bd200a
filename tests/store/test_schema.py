"""The register's columns are a contract, and its history only grows."""

import hashlib

import pytest

from narvard_plugin.store import sql
from narvard_plugin.store.audit_sql import audit_triggers
from narvard_plugin.store.guards import sqlite_triggers
from narvard_plugin.store.register import MIGRATIONS, TABLES
from narvard_plugin.store.schema import (
    INTEGER,
    TEXT,
    AddColumn,
    AddTable,
    Audited,
    Column,
    Guarded,
    Migration,
    Table,
    latest_version,
    tables_of,
)

# Tools and saved models hold these names. Columns may be added after them, never renamed or removed.
CONTRACT = {
    "facilities": "facility_id name type role huvudman driftsform operator region municipality opened closed source "
    "source_date",
    "capacity": "facility_id kind value date",
    "services": "facility_id service care_form urgency weekdays hours beds volume from_year to_year",
    "areas": "area_code vintage name municipality region population",
    "people": "origin_id population region area_code age_0_4",
    "statistics": "area_code vintage variable year value status",
    "listings": "area_code unit_id number date",
    "waiting_times": "region unit specialty measure period number share_over_90d source",
    "scenarios": "scenario description created year based_on",
    "scenario_changes": "scenario facility_id action year x y type service capacity operator name care_form urgency "
    "weekdays hours role huvudman driftsform region municipality",
    "malvarde": "indicator area_code area_level year target better unit decided_by decided_date source",
    "divisions": "zone_id kind name region source source_date",
    "need_index": "level code vintage measure scale value population date status source",
    "forecasts": "forecast code year age_group population source",
    "health_figures": "source indicator indicator_name area_code area_level period sex age value unit status source_date",
    "plan_items": "item_id source municipality designation name purpose status plan_type begun status_date in_force "
    "usability properties assets",
    "plan_checks": "municipality source checked found",
    "plan_provisions": "provision_id release code designation wording kind use_form category colour expressed_value "
    "geometry_kind valid_from valid_to replaces replaced_by counterpart properties",
    "frozen_bases": "name reference frozen who folder sha256 file_count",
    "sources": "name publisher licence url fetched data_date sha256 row_count source_id fed part region version "
    "smallest_area added changed removed",
    "method_log": "time who choice reason tool parameters",
    "audit": "time who tool table_name action row_key before after added changed removed",
    "grant_followup": "unit_id year amount effort indicator outcome better source",
    "plan_cases": "plan_id kind municipality name designation national_id municipality_reference region_reference "
    "procedure significant_impact status status_date purpose dwellings_min dwellings_max "
    "dwellings_source care_area_m2 implementation_months came_by source source_url source_status "
    "noticed last_seen vanished priority handler row_version",
    "plan_versions": "version_id plan_id stage number documents_date object_version format usability content_sha256 "
    "previous stored",
    "plan_areas": "area_id version_id",
    "provisions": "provision_id version_id national_id kind catalogue_id code designation category use_form "
    "wording values_json motive regulates valid_months",
    "plan_files": "sha256 media_type size content",
    "plan_documents": "document_id plan_id version_id role investigation name url file_name sha256 received",
    "plan_contacts": "contact_id municipality body name role email phone note",
    "dialogues": "dialogue_id municipality date participants questions notes row_version",
    "promises": "promise_id dialogue_id plan_id text owner responsible due status row_version",
    "local_needs": "need_id municipality place service radius_m floor_area_m2 plot_m2 earliest_year latest_year "
    "status decided_by decided_date plan_id basis row_version",
    "board_meetings": "level body date papers_by",
    "checklists": "sha256 name version content stored",
    "parameter_decisions": "parameter value unit who time decision decision_date",
    "referrals": "referral_id plan_id version_id stage standing received start answer_by extension_asked "
    "extension_to level meeting status checklist_sha256 region_reference handler delegation_point "
    "delegation_notified dispatched dispatched_to row_version",
    "partial_answers": "answer_id referral_id department reason handler answer_by status stance summary row_version",
    "checks": "check_id referral_id rule_id run department severity auto_verdict verdict value unit threshold "
    "layer layer_date explanation values_json answer reason proposed_text final_text input_sha256 "
    "carried confirmed_by confirmed replaces row_version",
    "evidence": "evidence_id check_id kind heading data picture layer layer_date",
    "remarks": "remark_id referral_id check_id rule_id departments number place text original_text wording "
    "severity previous municipality_reply reply_source outcome assessed_by row_version",
    "statements": "statement_id referral_id version status stance summary content decided_by decision_date "
    "delegation_point file_name sha256 row_version",
    "deadlines": "deadline_id referral_id plan_id kind department date computed done note",
    "plan_events": "time who plan_id referral_id municipality kind text",
}
# The versions as they were released: an edit would give old and new files different tables under the same number.
# Something to change? Add a migration.
RELEASED = {
    1: "63cc9c1c8eb80162",
    2: "6f40f5ee0c196eaa",
    3: "56c567884dc158b8",
    4: "1d15b1ad1ede5ce9",
    5: "5181351848580fbd",
    6: "a61081235fb60fe2",
}


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_keep_the_names_of_the_contract(table):
    wanted = tuple(CONTRACT[table].split())
    assert TABLES[table].column_names[: len(wanted)] == wanted


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda migration: migration.version)
def test_a_released_version_stands_still(migration):
    statements = [statement for step in migration.steps for statement in _made_by(step)]
    statements += [text for step in migration.steps if isinstance(step, AddTable) for text in sql.indexes(step.table)]
    assert hashlib.sha256("\n".join(statements).encode()).hexdigest()[:16] == RELEASED[migration.version]


def _made_by(step):
    if isinstance(step, AddTable):
        return [sql.create_table(step.table)]
    if isinstance(step, AddColumn):
        return [sql.add_column(step.table, step.column)]
    if isinstance(step, Guarded):
        return sqlite_triggers(step.guard)
    return audit_triggers(step.table) if isinstance(step, Audited) else [*step.geopackage, *step.postgresql]


def test_every_table_and_column_has_its_own_swedish_and_english_name():
    for table in TABLES.values():
        for labels in ([c.label_sv for c in table.columns], [c.label_en for c in table.columns]):
            assert all(labels)
            assert len(set(labels)) == len(labels), table.name
    assert len({table.label_sv for table in TABLES.values()}) == len(TABLES)


def test_keys_and_references_name_columns_that_exist():
    for table in TABLES.values():
        assert set(table.key) <= set(table.column_names)
        for column in table.columns:
            for names in table.also_unique:
                assert set(names) <= set(table.required)
            if column.references:
                parent, name = column.references
                assert TABLES[parent].key == (name,)
                assert name in TABLES[parent].required


def test_later_columns_stand_last():
    table = Table("t", "T", "T", (Column("a", TEXT, "A", "A"),))
    history = (
        Migration(1, "first", (AddTable(table),)),
        Migration(2, "second", (AddColumn("t", Column("b", INTEGER, "B", "B")),)),
    )
    assert latest_version(history) == 2
    assert tables_of(history)["t"].column_names == ("a", "b")
    assert tables_of(history[:1])["t"].column_names == ("a",)


def test_a_gap_in_the_history_is_refused():
    with pytest.raises(ValueError, match="without gaps"):
        latest_version((Migration(1, "", ()), Migration(3, "", ())))


def test_a_later_column_cannot_be_required():
    with pytest.raises(ValueError, match="earlier rows"):
        AddColumn("t", Column("b", INTEGER, "B", "B", required=True))
