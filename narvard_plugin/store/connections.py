"""The PostgreSQL connections that are stored in QGIS: their names, and what opens them."""

from __future__ import annotations

from typing import NamedTuple, Optional

from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsWkbTypes

from .schema import SRID

#: Where the tables are when a workspace's name says only the connection.
DEFAULT_SCHEMA = "narvard"


class StoredConnection(NamedTuple):
    """One connection of QGIS and the schema in its database."""

    name: str
    schema: str
    #: As QGIS keeps it; a password in the authentication store stays there.
    uri: str

    @property
    def text(self) -> str:
        """The workspace's name."""
        return self.name if self.schema == DEFAULT_SCHEMA else self.name + "/" + self.schema

    def libpq(self) -> str:
        """What libpq connects by, with user and password from the authentication store."""
        return QgsDataSourceUri(self.uri).connectionInfo(True)

    def layer(self, table: str, geometry: Optional[str], key: str, shape: str = "") -> str:
        """What QGIS's provider ``postgres`` opens; it asks the authentication store itself.

        Of a column that holds geometry of any kind it opens one ``shape``.
        """
        uri = QgsDataSourceUri(self.uri)
        uri.setDataSource(self.schema, table, geometry, "", key)
        if shape:
            uri.setWkbType(QgsWkbTypes.parseType(shape))
            uri.setSrid(str(SRID))
        return uri.uri(False)


def connection_names() -> list[str]:
    return sorted(_stored())


def find_connection(text: str) -> Optional[StoredConnection]:
    """The connection that ``text`` names: ``name``, or ``name/schema`` for one of several regions in a database."""
    stored = _stored()
    if text in stored:
        return StoredConnection(text, DEFAULT_SCHEMA, stored[text].uri())
    name, slash, schema = text.rpartition("/")
    if slash and schema.strip() and name in stored:
        return StoredConnection(name, schema.strip(), stored[name].uri())
    return None


def _stored() -> dict:
    provider = QgsProviderRegistry.instance().providerMetadata("postgres")
    return {} if provider is None else provider.connections()
