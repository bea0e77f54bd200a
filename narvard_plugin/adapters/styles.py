"""Ready-made styles on layers whose fields may have got a prefix."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from qgis.core import QgsMapLayer
from qgis.PyQt.QtXml import QDomDocument

# How a style names a field: as a class attribute or label, quoted, or by attribute($currentfeature, '…').
_BEFORE = r"""(attr="|fieldName="|&quot;|\$currentfeature, ')"""
_AFTER = r"""(?="|&quot;|')"""


def load_style(layer: QgsMapLayer, path: Path, prefix: str, names: Iterable[str]) -> None:
    """Draw ``layer`` by the style in ``path``, whose fields among ``names`` (as they stand in the layer) have got ``prefix``."""
    bare = [name[len(prefix) :] for name in names if prefix and name.startswith(prefix)]
    if not bare:
        layer.loadNamedStyle(str(path))
        return
    field = re.compile(f"{_BEFORE}({'|'.join(map(re.escape, bare))}){_AFTER}")
    text = field.sub(
        lambda found: f"{found[1]}{_written(prefix, found[1])}{found[2]}", path.read_text(encoding="utf-8")
    )
    document = QDomDocument()
    document.setContent(text)
    layer.importNamedStyle(document)


def _written(prefix: str, before: str) -> str:
    """The prefix as XML, with the quotes doubled that it stands within."""
    quote = {"'": "'", ";": '"'}.get(before[-1])
    return escape(prefix.replace(quote, 2 * quote) if quote else prefix)
