"""A network file for a tool: loaded, or refused with a sentence that says what to do."""

from __future__ import annotations

from qgis.core import QgsProcessingException

from ..core.network.network import Network
from ..i18n import tr
from ..store.network_file import NetworkFileError, load_network


def open_network(path: str) -> Network:
    try:
        return load_network(path)
    except NetworkFileError as error:
        sentence = {
            "missing": tr("The network file {path} does not exist. Make it with the tool Compile road network."),
            "foreign": tr(
                "{path} is not a network file, or it is damaged. Make it again with the tool Compile road network."
            ),
            "version": tr(
                "The network file {path} was made by another version of Närvård. Make it again with the tool Compile road network."
            ),
        }[error.reason]
        raise QgsProcessingException(sentence.format(path=path)) from error
