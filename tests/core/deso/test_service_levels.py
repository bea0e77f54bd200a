"""Service levels: the bundled rules, what is refused in others, levels and links by hand, and their laws."""

import copy
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin import catalogue
from narvard_plugin.core.deso import service_levels
from narvard_plugin.core.deso.service_levels import belonging, nearest_of, parse_rules, standing, superior
from narvard_plugin.core.located import CatalogueError
from tests.shared import ROOT

BUNDLED = json.loads((ROOT / "resources" / "data" / "service_levels.json").read_text("utf8"))
LABEL = {"sv": "x", "en": "x"}
#: Two levels: a hospital with an emergency department, and a health centre that should have a pharmacy.
RULES = {
    "functions": [
        {"id": "hospital", "label": LABEL, "types": ["lanssjukhus", "lansdelssjukhus"]},
        {"id": "emergency", "label": LABEL, "services": ["akutmottagning_dygnet_runt"]},
        {"id": "centre", "label": LABEL, "types": ["vardcentral"]},
        {"id": "pharmacy", "label": LABEL, "types": ["apotek"]},
        {"id": "nurse", "label": LABEL, "services": ["distriktsskoterska"], "care_forms": ["oppenvard"]},
    ],
    "levels": [
        {"id": "high", "label": LABEL, "required": ["hospital", "emergency"], "expected": ["centre", "pharmacy"]},
        {"id": "low", "label": LABEL, "required": ["centre"], "expected": ["pharmacy", "nurse"]},
    ],
}


def parsed(document=RULES):
    return parse_rules(document, catalogue.care().types, catalogue.services())


def names(rules, table, place):
    return [name for name, has in zip(rules.functions, table[:, place]) if has]


def test_the_bundled_rules_are_sound():
    rules = parsed(BUNDLED)
    assert [level.id for level in rules.levels][:2] == ["regioncentrum", "lansdelscentrum"]
    assert {name for level in rules.levels for name in (*level.required, *level.expected)} == set(rules.functions)
    assert rules.ask_services and rules.ask_care_forms


@pytest.mark.parametrize(
    ("where", "key", "value", "words"),
    [
        (["functions", 2], "types", ["vardhus"], "functions[2].types[0]: 'vardhus' is no known type"),
        (["functions", 1], "services", ["akut"], "functions[1].services[0]: 'akut' is no known service"),
        (["functions", 4], "care_forms", ["hem"], "functions[4].care_forms[0]: 'hem' is no known care form"),
        (["functions", 2], "types", [], "functions[2]: 'centre' names neither types nor services"),
        (["functions", 3], "id", "centre", "functions[3].id: 'centre' occurs twice"),
        (["levels", 0], "required", ["hospitl"], "levels[0].required[0]: 'hospitl' is no known function"),
        (["levels", 1], "expected", ["x"], "levels[1].expected[0]: 'x' is no known function"),
        (["levels", 1], "required", [], "levels[1].required: is empty, so that every place would have the level"),
        ([], "levels", [], "levels: is empty"),
        ([], "levels", {}, "levels: must be a list, not {}"),
    ],
)
def test_a_mistake_in_the_rules_is_named(where, key, value, words):
    document = copy.deepcopy(RULES)
    part = document
    for step in where:
        part = part[step]
    part[key] = value
    with pytest.raises(CatalogueError) as error:
        parsed(document)
    assert str(error.value) == words


def test_levels_by_hand():
    """Town: hospital with emergency and centre; Village: centre and a nurse who only visits homes; Hamlet: a pharmacy."""
    rules = parsed()
    kinds = ["lansdelssjukhus", "vardcentral", "vardcentral", "apotek", "sarskilt_boende", None]
    services = [
        [("akutmottagning_dygnet_runt", "oppenvard")], [], [], [],
        [("distriktsskoterska", "hemsjukvard")], [("distriktsskoterska", "oppenvard")],
    ]  # fmt: skip
    gives = service_levels.given(rules, kinds, services)
    place = np.array([0, 0, 1, 2, 1, -1])
    found = standing(rules, gives, place, 3)
    assert found.level.tolist() == [1, 2, 0]
    assert [names(rules, found.had, row) for row in range(3)] == [["hospital", "emergency", "centre"], ["centre"], ["pharmacy"]]  # fmt: skip
    assert [names(rules, found.lacking, row) for row in range(3)] == [["pharmacy"], ["pharmacy", "nurse"], []]
    assert [names(rules, found.next_up, row) for row in range(3)] == [[], ["hospital", "emergency"], ["centre"]]


def test_a_facility_belongs_to_the_nearest_place_within_the_limit():
    places = np.array([[0, 0], [10, 0], [100, 0]], float)
    facilities = np.array([[5, 0], [7, 0], [103, 0], [103.001, 0]], float)
    assert belonging(facilities, places, ["b", "a", "c"], 5).tolist() == [1, 1, 2, 2]
    assert belonging(facilities, places, ["a", "b", "c"], 3).tolist() == [-1, 1, 2, -1]
    assert belonging(facilities, np.empty((0, 2)), [], 5).tolist() == [-1] * 4


def test_links_go_to_the_nearest_place_of_a_higher_level():
    xy = np.array([[0, 0], [100, 0], [40, 0], [60, 0], [55, 0]], float)
    links = superior(xy, np.array([1, 2, 3, 3, 0]), list("abcde"))
    assert links.number.tolist() == [-1, 0, 0, 1, 3]
    assert links.metres.tolist() == [np.inf, 100, 40, 40, 5]


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(["lanssjukhus", "vardcentral", "apotek", None]), st.booleans()), max_size=25),
    st.integers(1, 4),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_laws(places, facilities, limit, random):
    rules = parsed()
    xy = np.array(places, float).reshape(-1, 2)
    at = np.array([row[:2] for row in facilities], float).reshape(-1, 2)
    services = [[("akutmottagning_dygnet_runt", None)] if row[3] else [] for row in facilities]
    gives = service_levels.given(rules, [row[2] for row in facilities], services)
    ids = [f"p{row:02}" for row in range(len(xy))]
    place = belonging(at, xy, ids, limit)
    found = standing(rules, gives, place, len(xy))
    for row in range(len(xy)):
        has = set(names(rules, found.had, row))
        held = [number for number, level in enumerate(rules.levels, 1) if has >= set(level.required)]
        assert found.level[row] == (held[0] if held else 0)
        assert not has & set(names(rules, found.lacking, row)) and not has & set(names(rules, found.next_up, row))
        assert (found.level[row] == 1) == (not names(rules, found.next_up, row))
    links = superior(xy, found.level, ids)
    for row, to in enumerate(links.number):
        higher = [n for n in range(len(xy)) if found.level[n] and (not found.level[row] or found.level[n] < found.level[row])]  # fmt: skip
        gaps = [np.hypot(*(xy[row] - xy[n])) for n in higher]
        assert (to >= 0) == bool(higher)
        assert not higher or (links.metres[row] == min(gaps) and to == higher[int(np.argmin(gaps))])
    # The order of the places and of the facilities changes nothing.
    order, turned = list(range(len(xy))), list(range(len(at)))
    random.shuffle(order)
    random.shuffle(turned)
    moved = belonging(at[turned], xy[order], [ids[row] for row in order], limit)
    again = standing(rules, gives[:, turned], moved, len(xy))
    for one, other in zip(again, found):
        np.testing.assert_array_equal(one, other[..., order])


def test_blocks_give_the_same(monkeypatch):
    rng = np.random.default_rng(1)
    one, other = rng.integers(0, 9, (40, 2)).astype(float), rng.integers(0, 9, (20, 2)).astype(float)
    ids = [str(row) for row in range(20)]
    whole = nearest_of(one, other, ids)
    monkeypatch.setattr(service_levels, "_BLOCK", 50)
    for parts, together in zip(nearest_of(one, other, ids), whole):
        np.testing.assert_array_equal(parts, together)
