"""The text about a result as a document: web page, ODT or PDF."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from .document import Document


def text_document(title: str, paragraphs: Sequence[tuple[str, str]], reference: str) -> Document:
    """One heading and text after the other; ``reference`` (a diarienummer, "" = none) stands at the head of every page."""
    told = "".join(f"<h2>{escape(head)}</h2><p>{escape(text)}</p>" for head, text in paragraphs)
    return Document(title=title, reference=reference, mark="", body=f"<h1>{escape(title)}</h1>{told}")
