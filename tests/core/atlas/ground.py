"""A region of two areas that can be counted by hand, and the atlas's sentences.

Five points of people: 100 and 50 in Norra, 20 and 30 in Södra, 10 in neither; small areas a (Norra), b (Södra), c (Norra).
"""

import json
from functools import cache

import numpy as np

from narvard_plugin.core.atlas.places import Places
from narvard_plugin.core.atlas.words import Words
from narvard_plugin.paths import bundled

PEOPLE = np.array([100.0, 50.0, 20.0, 30.0, 10.0])
PLACES = Places(
    ["99", "N", "S"], ["Länet", "Norra", "Södra"], np.array([100.0, 10.0, 50.0]), PEOPLE, np.array([1, 1, 2, 2, 0]),
    ["a", "b", "c"], np.array([1, 2, 1]),
)  # fmt: skip


@cache
def texts(language):
    path = bundled("resources", "templates", "atlas", f"content_{language}.json")
    return json.loads(path.read_text("utf-8"))


def words(language="sv"):
    return Words(texts(language), language)
