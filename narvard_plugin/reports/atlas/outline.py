"""Bookmarks of a PDF, which Qt's writer has none of: added at its end, as the format's own updates are.

A file whose catalogue, pages or trailer stand otherwise than Qt writes them is left as it was: it still has its contents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Optional

_TRAILER = re.compile(rb"trailer\s*<<(?P<body>.*?)>>\s*startxref\s*(?P<at>\d+)\s*%%EOF\s*$", re.DOTALL)
_KIDS = re.compile(rb"/Type\s*/Pages\s*/Kids\s*\[(?P<kids>[^\]]*)\]")


class Bookmark(NamedTuple):
    """A place: ``level`` 0 or 1 under the 0 before it, and its ``page`` from 0."""

    level: int
    title: str
    page: int


def with_outline(pdf: bytes, bookmarks: Sequence[Bookmark], language: str) -> bytes:
    """The file with bookmarks that a reader opens beside its pages, and the language of its text."""
    trailer, kids = _TRAILER.search(pdf), _KIDS.search(pdf)
    root = trailer and re.search(rb"/Root\s+(\d+)\s+0\s+R", trailer["body"])
    size = trailer and re.search(rb"/Size\s+(\d+)", trailer["body"])
    catalogue = root and re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], pdf, re.DOTALL)
    if not (bookmarks and bookmarks[0].level == 0 and kids and size and catalogue):
        return pdf
    pages = [int(one) for one in re.findall(rb"(\d+)\s+0\s+R", kids["kids"])]
    first = int(size[1])
    added = dict(_outline(bookmarks, pages, first))
    told = b"\n/Outlines %d 0 R\n/PageMode /UseOutlines\n/Lang (%s)\n" % (first, language.encode("ascii"))
    added[int(root[1])] = b"<<%s%s>>" % (catalogue[1].rstrip(), told)
    return _updated(pdf, added, trailer, first + len(bookmarks) + 1)


def _outline(bookmarks: Sequence[Bookmark], pages: Sequence[int], first: int):
    """(number, body) of the outline's objects: itself, and one per bookmark after it."""
    numbers = [first + 1 + at for at in range(len(bookmarks))]
    above: list[Optional[int]] = []  # per bookmark the one that it stands under
    chapter = None
    for at, one in enumerate(bookmarks):
        chapter = at if one.level == 0 else chapter
        above.append(None if one.level == 0 else chapter)
    for at in (None, *range(len(bookmarks))):
        under = [numbers[other] for other, parent in enumerate(above) if parent == at]
        parts = [b"/First %d 0 R /Last %d 0 R" % (under[0], under[-1])] if under else []
        if at is None:
            yield first, b"<< /Type /Outlines %s /Count %d >>" % (b" ".join(parts), len(under))
            continue
        parent = first if above[at] is None else numbers[above[at]]
        beside = [number for other, number in enumerate(numbers) if above[other] == above[at]]
        place = beside.index(numbers[at])
        parts += [b"/Count -%d" % len(under)] if under else []
        parts += [b"/Prev %d 0 R" % beside[place - 1]] if place else []
        parts += [b"/Next %d 0 R" % beside[place + 1]] if place + 1 < len(beside) else []
        title = bookmarks[at].title.encode("utf-16-be").hex().upper().encode("ascii")
        page = pages[min(bookmarks[at].page, len(pages) - 1)]
        told = b"/Title <FEFF%s> /Parent %d 0 R /Dest [%d 0 R /Fit] %s" % (title, parent, page, b" ".join(parts))
        yield numbers[at], b"<< %s >>" % told


def _updated(pdf: bytes, objects: dict[int, bytes], trailer, size: int) -> bytes:
    """The file with these objects over or after its own."""
    parts, places, at = [pdf], {}, len(pdf)
    for number, body in sorted(objects.items()):
        written = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places[number] = at
        parts.append(written)
        at += len(written)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items()))
    body = re.sub(rb"/Size\s+\d+", b"/Size %d" % size, trailer["body"]).rstrip()
    parts.append(b"xref\n0 1\n0000000000 65535 f \n%s" % table)
    parts.append(b"trailer\n<<%s\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (body, trailer["at"], at))
    return b"".join(parts)
