"""The history of the register, version by version, and the tables that it leads to."""

from __future__ import annotations

from .audit import PLANS_KEPT_BY_HAND, audit_steps
from .first_tables import (
    AREA_KEY,
    AREAS,
    CAPACITY,
    CHANGE_COLUMNS,
    FACILITIES,
    LISTINGS,
    METHOD_LOG,
    PEOPLE,
    SCENARIO_CHANGES,
    SCENARIO_COLUMNS,
    SCENARIOS,
    SERVICES,
    SOURCES,
    STATISTICS,
    TARGETS,
    WAITING_TIMES,
    WORKSPACE,
)
from .health_tables import HEALTH_TABLES
from .plan_tables import PLAN_TABLES
from .review_tables import REVIEW_GUARDS, REVIEW_TABLES
from .schema import AddColumn, AddTable, Audited, Guarded, Migration, Script, tables_of
from .source_tables import FACILITY_COLUMNS, SOURCE_COLUMNS, SOURCE_TABLES
from .sql import kept_key_triggers

#: Without it QGIS takes the number of all rows for the number that a filter leaves. Empty, GDAL counts whenever it is
#: asked; numbers in it would have to be kept true by whoever writes.
_COUNTED_BY_GDAL = (
    "CREATE TABLE IF NOT EXISTS gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER)"
)

_BEFORE_THE_AUDIT = (
    Migration(
        1,
        "the register: facilities, services, areas, people, numbers, scenarios, sources and method log",
        tuple(
            AddTable(table)
            for table in (
                WORKSPACE,
                FACILITIES,
                CAPACITY,
                SERVICES,
                AREAS,
                AREA_KEY,
                PEOPLE,
                STATISTICS,
                LISTINGS,
                WAITING_TIMES,
                SCENARIOS,
                SCENARIO_CHANGES,
                SOURCES,
                METHOD_LOG,
            )
        ),
    ),
    Migration(
        2,
        "horizons of scenarios, what added services and opened facilities are found by, and target values",
        (
            *(AddColumn("scenarios", column) for column in SCENARIO_COLUMNS),
            *(AddColumn("scenario_changes", column) for column in CHANGE_COLUMNS),
            AddTable(TARGETS),
        ),
    ),
    Migration(
        3,
        "own divisions, need indices with their scale, population forecasts, and the follow-up of grants",
        tuple(AddTable(table) for table in HEALTH_TABLES),
    ),
    Migration(
        4,
        "what is fetched: health, published plans, provisions; frozen bases; addresses, and what a refresh changed",
        (
            *(AddTable(table) for table in SOURCE_TABLES),
            *(AddColumn("sources", column) for column in SOURCE_COLUMNS),
            *(AddColumn("facilities", column) for column in FACILITY_COLUMNS),
            Script(geopackage=(_COUNTED_BY_GDAL,)),
        ),
    ),
)

MIGRATIONS = (
    *_BEFORE_THE_AUDIT,
    Migration(5, "an audit of what was changed, when and by whom", audit_steps(tables_of(_BEFORE_THE_AUDIT))),
    Migration(
        6,
        "plan cases, planremisser, their checks and the region's answers, with what the database itself refuses",
        (
            *(AddTable(table) for table in (*PLAN_TABLES, *REVIEW_TABLES)),
            *(Audited(table) for table in (*PLAN_TABLES, *REVIEW_TABLES) if table.name in PLANS_KEPT_BY_HAND),
            *(Guarded(guard) for guard in REVIEW_GUARDS),
            *(
                Script(geopackage=tuple(kept_key_triggers(table)))
                for table in (*PLAN_TABLES, *REVIEW_TABLES)
                if table.key and (table.append_only or table.name in PLANS_KEPT_BY_HAND)
            ),
        ),
    ),
)

#: The tables of the newest version by name.
TABLES = tables_of(MIGRATIONS)
