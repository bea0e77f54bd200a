"""Words and numbers that may stand in a drawing, and what every drawing must be."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from hypothesis import strategies as st

WORDS = st.one_of(
    st.sampled_from(["", "Åre", "Närsjukvårdsområde nordöstra Skåne", "<b>&\"'", "a\x0bb", "\ud800", "\x00"]),
    st.text(max_size=8),
)
NUMBERS = st.one_of(
    st.sampled_from([0.0, -0.0, 1e-9, 5e6, float("nan")]),
    st.integers(-90, 90).map(float),
    st.floats(-1e9, 1e9, width=32),
)
_PLACES = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def drawn(svg: str) -> ElementTree.Element:
    """The drawing, held to be XML that can be written to a file, with finite numbers and shapes of no negative size."""
    root = ElementTree.fromstring(svg.encode("utf-8"))
    wide, high = (float(one) for one in root.get("viewBox").split()[2:])
    for element in root.iter():
        for name in _PLACES:
            assert element.get(name) is None or _NUMBER.fullmatch(element.get(name)), (element.tag, element.attrib)
        for corner in (element.get("points") or "").split():
            assert all(_NUMBER.fullmatch(one) for one in corner.split(",")), element.attrib
        if element.tag == "rect":
            assert float(element.get("width")) >= 0 and float(element.get("height")) >= 0, element.attrib
    assert wide > 0 and high > 0
    return root


def rects(root: ElementTree.Element, colour: str) -> list[tuple[float, ...]]:
    return [
        tuple(float(one.get(name)) for name in ("x", "y", "width", "height"))
        for one in root.iter("rect")
        if one.get("fill") == colour
    ]


def words_of(root: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in root.iter("text")]


def printable(words: str) -> str:
    """``words`` without what XML has no place for."""
    return "".join(
        one
        for one in words
        if one in "\t\n\r" or "\x20" <= one <= "\ud7ff" or "\ue000" <= one <= "\ufffd" or one > "\uffff"
    )
