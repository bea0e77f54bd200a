"""The workspace in a real PostgreSQL: what only a server can do, and what only a server can get wrong."""

import itertools

import pandas as pd
import psycopg2
import pytest
from osgeo import ogr
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

from narvard_plugin.store import errors
from narvard_plugin.store.register import MIGRATIONS, TABLES
from narvard_plugin.store.schema import AddColumn, Column, Migration
from narvard_plugin.store.sentences import sentence
from narvard_plugin.store.workspace import create_workspace, open_workspace, workspace_exists
from tests.postgres import PASSWORD, stored_connection

from .conftest import Schemas, quoted

SQUARE = bytes(ogr.CreateGeometryFromWkt("POLYGON((0 0,9 0,9 9,0 9,0 0))").ExportToWkb())
NUMBERS = itertools.count()


@pytest.fixture
def store(postgres_connection, postgres):
    return Schemas(postgres, postgres_connection, "region")


@pytest.fixture
def workspace(store):
    with create_workspace(store.text, "99", who="Åsa") as made:
        yield made


@pytest.fixture
def database(postgres):
    """The name of a database of this test alone, without PostGIS."""
    return postgres.new_database(f"test {next(NUMBERS)}", postgis=False)


@pytest.fixture
def user(postgres, database):
    """A user who may log in to the database, and nothing more."""
    name = f"läsare {next(NUMBERS)}"
    postgres.execute(f"CREATE ROLE \"{name}\" LOGIN PASSWORD 'x'")
    yield name
    for place in (database, "region"):
        postgres.execute(f'DROP OWNED BY "{name}"', place)
    postgres.execute(f'DROP ROLE "{name}"')


def lower_rights(store, user):
    store.execute(f'GRANT USAGE ON SCHEMA {quoted(store.schema)} TO "{user}"')
    store.execute(f'GRANT SELECT ON ALL TABLES IN SCHEMA {quoted(store.schema)} TO "{user}"')


# --- the name ---------------------------------------------------------------------------------------------------


def test_a_connection_is_a_workspace_of_its_own_and_a_schema_makes_several(postgres, database, facilities):
    with stored_connection(postgres, "Öst och väst", database):
        assert not workspace_exists("Öst och väst")
        with create_workspace("Öst och väst", "08") as east, create_workspace("Öst och väst/halland", "13") as west:
            assert (east.name, west.name) == ("Öst och väst", "Öst och väst/halland")
            east.write("facilities", facilities("a"))
            assert west.read("facilities").empty
        assert workspace_exists("Öst och väst")
        with open_workspace(" Öst och väst/narvard ") as again:
            assert (again.region, again.name) == ("08", "Öst och väst")
        assert postgres.execute("SELECT nspname FROM pg_namespace WHERE nspname IN ('narvard', 'halland')", database)


def test_an_unknown_name_is_answered_with_the_known_ones(postgres_connection):
    with pytest.raises(errors.NoWorkspaceName) as refused:
        open_workspace("Region Väst")
    assert postgres_connection in sentence(refused.value) and ".gpkg" in sentence(refused.value)


def test_user_and_password_may_lie_in_the_authentication_store(
    postgres, postgres_connection, store, facilities, qgis_app
):
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("prov", True)
    login = QgsAuthMethodConfig("Basic")
    login.setName("Öst")
    login.setConfig("username", "postgres")
    login.setConfig("password", PASSWORD)
    stored, _ = manager.storeAuthenticationConfig(login)
    assert stored
    name = f"med inloggning {next(NUMBERS)}"
    provider = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = f"dbname='region' host=127.0.0.1 port={postgres.port} authcfg={login.id()}"
    provider.saveConnection(provider.createConnection(uri, {}), name)
    try:
        with create_workspace(f"{name}/{store.schema}", "99") as workspace:
            workspace.write("facilities", facilities("a"), xy=([1.0], [2.0]))
            source = workspace.layer_source("facilities")
            assert f"authcfg={login.id()}" in source and "password" not in source
            assert QgsVectorLayer(source, "facilities", workspace.provider).featureCount() == 1
    finally:
        provider.deleteConnection(name)
        manager.removeAuthenticationConfig(login.id())


# --- the schema -------------------------------------------------------------------------------------------------


def test_qgis_opens_every_table_with_types_names_and_reference_system(workspace):
    for name, table in TABLES.items():
        layer = QgsVectorLayer(workspace.layer_source(name), name, workspace.provider)
        assert layer.isValid(), name
        assert layer.primaryKeyAttributes() == [0]
        fields = {field.name(): field for field in layer.fields()}
        assert set(fields) == {"fid", *table.column_names}
        for column in table.columns:
            assert fields[column.name].comment() == f"{column.label_sv} / {column.label_en}"
    areas = QgsVectorLayer(workspace.layer_source("areas"), "areas", workspace.provider)
    assert areas.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert areas.crs().authid() == "EPSG:3006"


def test_geometry_has_an_index_and_tables_bear_their_names(workspace, store):
    indexed = store.execute(
        "SELECT tablename FROM pg_indexes WHERE schemaname = current_schema() AND indexdef LIKE '%USING gist%'"
    )
    assert {name for (name,) in indexed} == {name for name, table in TABLES.items() if table.geometry}
    (text,) = store.execute("SELECT obj_description('facilities'::regclass)")[0]
    assert text == "Vårdenheter / Facilities"


def test_a_note_stands_on_every_table(store):
    create_workspace(store.text, "99", note="Påhittade uppgifter").close()
    texts = store.execute(
        "SELECT obj_description(c.oid) FROM pg_class c WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind = 'r'"
    )
    assert len(texts) == len(TABLES)
    assert all(text.endswith("Påhittade uppgifter") for (text,) in texts)


def test_an_edit_in_qgis_is_stopped_by_the_same_rules(workspace, facilities):
    workspace.write("facilities", facilities("a"), xy=([600000.0], [6300000.0]))
    layer = QgsVectorLayer(workspace.layer_source("facilities"), "facilities", workspace.provider)
    place, feature = layer.fields().indexOf("region"), next(layer.getFeatures())
    assert layer.dataProvider().changeAttributeValues({feature.id(): {place: "08"}})
    assert not layer.dataProvider().changeAttributeValues({feature.id(): {place: "Kalmar"}})
    assert workspace.read("facilities")["region"].tolist() == ["08"]


def test_a_table_can_not_be_emptied_past_the_audit(workspace, store, facilities):
    workspace.write("facilities", facilities("a"))
    with pytest.raises(psycopg2.Error, match="append-only: facilities"):
        store.execute("TRUNCATE facilities CASCADE")


def test_a_schema_of_something_else_is_refused_and_left_alone(store, postgres):
    postgres.execute(f"CREATE SCHEMA {quoted(store.schema)}", store.database)
    store.execute("CREATE TABLE roads (id int)")
    with pytest.raises(errors.NotAWorkspace):
        open_workspace(store.text)
    with pytest.raises(errors.SchemaExists) as refused:
        create_workspace(store.text, "99")
    assert store.schema in sentence(refused.value)
    store.execute("CREATE TABLE workspace (id int)")
    with pytest.raises(errors.NotAWorkspace):
        open_workspace(store.text)
    assert list(store.content()) == ["roads", "workspace"]


def test_an_empty_schema_that_an_administrator_made_is_used(store, postgres):
    postgres.execute(f"CREATE SCHEMA {quoted(store.schema)}", store.database)
    assert not workspace_exists(store.text)
    with create_workspace(store.text, "99") as workspace:
        assert workspace.region == "99"


def test_a_workspace_is_made_whole_or_not_at_all(store, monkeypatch):
    broken = Migration(len(MIGRATIONS) + 1, "stops", (AddColumn("no_such_table", Column("x", "TEXT", "X", "X")),))
    with pytest.raises(errors.StoreError):
        store.create((*MIGRATIONS, broken))
    assert not workspace_exists(store.text)


def test_a_migrated_schema_has_the_tables_rules_and_triggers_of_a_new_one(store, postgres, postgres_connection):
    new = Schemas(postgres, postgres_connection, "region")
    new.create()
    store.create(MIGRATIONS[:1])
    store.open().close()

    def made(place):
        return place.execute(
            """SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(c.oid, a.attnum)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            WHERE c.relnamespace = quote_ident(current_schema())::regnamespace
            UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated, NULL
            FROM pg_constraint WHERE connamespace = quote_ident(current_schema())::regnamespace
            UNION ALL SELECT tgrelid::regclass::text, tgname, tgtype::text, tgdeferrable, NULL
            FROM pg_trigger WHERE NOT tgisinternal
            AND (SELECT relnamespace FROM pg_class WHERE oid = tgrelid) = quote_ident(current_schema())::regnamespace
            ORDER BY 1, 2, 3"""
        )

    assert len(made(new)) > 200
    assert made(store) == made(new)


# --- what keeps one out -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("database", "password", "problem", "words"),
    [("region", "hemligt", "password", "did not accept"), ("saknas", PASSWORD, "database", "does not exist")],
)
def test_a_login_that_fails_says_what_to_correct(postgres, postgres_connection, database, password, problem, words):
    stored = stored_connection(postgres, f"fel {problem}", database, password=password)
    with stored as name, pytest.raises(errors.NoConnection) as refused:
        open_workspace(name)
    assert refused.value.problem == problem
    assert words in sentence(refused.value) and password not in sentence(refused.value)


def test_a_server_that_does_not_answer_gets_a_sentence(postgres, postgres_connection, monkeypatch):
    monkeypatch.setattr(postgres, "port", 1)
    with stored_connection(postgres, "borta", "region") as name, pytest.raises(errors.NoConnection) as refused:
        open_workspace(name)
    assert "does not answer" in sentence(refused.value)


def test_a_database_without_postgis_gets_it_or_a_sentence(postgres, database, user):
    postgres.execute(f'GRANT CREATE ON DATABASE "{database}" TO "{user}"')
    with stored_connection(postgres, "utan postgis", database, user, "x") as name:
        with pytest.raises(errors.PostgisMissing) as refused:
            create_workspace(name, "99")
        assert "CREATE EXTENSION postgis" in sentence(refused.value)
        assert not workspace_exists(name)
    with stored_connection(postgres, "som administratör", database) as name:
        create_workspace(name, "99").close()  # who may, gets it added


def test_postgis_may_lie_in_a_schema_of_its_own(postgres, database, facilities):
    postgres.execute("CREATE SCHEMA spatial", database)
    postgres.execute("CREATE EXTENSION postgis SCHEMA spatial", database)
    with stored_connection(postgres, "egen plats", database) as name, create_workspace(name, "99") as workspace:
        workspace.write("facilities", facilities("a"), xy=([1.0], [2.0]))
        workspace.write("areas", pd.DataFrame({"area_code": ["1"], "vintage": "2025"}), wkb=[SQUARE])
        assert len(workspace.read("facilities")["geom"][0]) == 21
        assert workspace.read("audit")["row_key"].tolist() == ["a", None]


def test_a_connection_without_a_workspace_says_how_to_make_one(store):
    with pytest.raises(errors.NoSchema) as refused:
        open_workspace(store.text)
    assert "Create workspace" in sentence(refused.value)


def test_who_may_only_read_reads_and_is_told_about_writing(workspace, store, postgres, user, facilities):
    workspace.write("facilities", facilities("a"))
    with stored_connection(postgres, "läsare", "region", user, "x") as name:
        text = f"{name}/{store.schema}"
        with pytest.raises(errors.RightMissing, match="USAGE"):
            open_workspace(text, writable=False)
        lower_rights(store, user)
        with pytest.raises(errors.RightMissing) as refused:
            open_workspace(text)
        assert user in sentence(refused.value)
        with open_workspace(text, writable=False) as reading:
            assert reading.read("facilities")["facility_id"].tolist() == ["a"]
            with pytest.raises(errors.RightMissing):
                reading.write("facilities", facilities("b"))
            assert len(reading.read("facilities")) == 1


def test_a_colleague_with_rights_to_the_rows_works_as_the_owner_does(workspace, store, postgres, user, facilities):
    lower_rights(store, user)
    store.execute(f'GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {quoted(store.schema)} TO "{user}"')
    stored = stored_connection(postgres, "kollega", "region", user, "x")
    with stored as name, open_workspace(f"{name}/{store.schema}", who="Örjan") as mine:
        mine.write("facilities", facilities("a", "b"), xy=([1.0, 2.0], [3.0, 4.0]))
        assert mine.refresh("facilities", facilities("a").assign(name="Ny"))[:3] == (0, 1, 1)
        mine.log("45 min")
    assert workspace.read("facilities")["name"].tolist() == ["Ny"]
    assert workspace.read("audit")["who"].tolist() == ["Örjan"] * 4


def test_who_may_write_one_table_is_audited_without_any_right_to_the_audit(workspace, store, user, facilities):
    lower_rights(store, user)
    store.execute(f'GRANT INSERT ON facilities TO "{user}"')
    insert = "INSERT INTO facilities (facility_id, name, type) VALUES ('x', 'X', 'vardcentral')"
    store.execute(insert, user=user, password="x")
    assert workspace.read("audit")[["who", "row_key"]].values.tolist() == [[user, "x"]]
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        store.execute("INSERT INTO audit (table_name) VALUES ('x')", user=user, password="x")
