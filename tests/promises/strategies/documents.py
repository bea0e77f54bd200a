"""Documents as JSON holds them, sound ones spoilt in one place, and lists of words."""

from __future__ import annotations

import copy

from hypothesis import strategies as st

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.floats(-9, 9), st.text(max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.text("abid", max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


ODD = st.one_of(st.sampled_from([None, 5, True, "", "x", [], ["x"], [[]], {}]), JSON)


def _places(node, above: tuple = ()) -> list[tuple]:
    """The way to every value in a document."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [place for key, value in inner for place in [(*above, key), *_places(value, (*above, key))]]


@st.composite
def spoilt(draw, document):
    """A copy of ``document`` in which one value, wherever it stands, is another one, is gone, or stands twice."""
    whole = copy.deepcopy(document)
    places = _places(document)
    if not places:
        return whole
    *above, key = draw(st.sampled_from(places))
    node = whole
    for step in above:
        node = node[step]
    how = draw(st.sampled_from(["other", "other", "gone", "twice"]))
    if how == "gone":
        del node[key]
    elif how == "twice" and isinstance(node, list):
        node.append(copy.deepcopy(node[key]))
    else:
        node[key] = draw(ODD)
    return whole
