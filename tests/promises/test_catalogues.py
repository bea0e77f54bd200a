"""Catalogue files: sound ones are read whole, and of any other the exact place is told that is wrong."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core import catalogue as of
from narvard_plugin.core.deso.service_levels import parse_rules
from narvard_plugin.core.facilities.presets import parse_presets
from narvard_plugin.core.located import CatalogueError, by_key, root_of
from tests.promises import promise
from tests.promises.strategies.documents import JSON, spoilt
from tests.promises.strategies.refusals import tried
from tests.shared import ROOT

LABEL = {"sv": "ord", "en": "word"}


def bundled(name):
    return json.loads((ROOT / "resources" / "data" / f"{name}.json").read_text("utf8"))


def few(document, **parts):
    """The first entries of each list, so that a document can be spoilt everywhere in little time."""
    return {key: value[: parts[key]] if key in parts else value for key, value in document.items()}


THEME, SERVICES, OPERATORS = bundled("facility_types"), bundled("services"), bundled("operators")
TYPES, HUVUDMAN, DRIFTSFORM = (
    [one["id"] for one in part] for part in (THEME["types"], OPERATORS["huvudman"], OPERATORS["driftsform"])
)
REGIONS = {
    "healthcare_regions": [{"id": "north", "name": "Norr"}],
    "regions": [
        {**one, "neighbours": [other], "healthcare_regions": ["north"], "healthcare_region_by_municipality": {f"{one['code']}80": "north"}}
        for one, other in zip(bundled("regions")["regions"][:2], ("03", "01"))
    ],
}  # fmt: skip
KINDS = {"capacity_kinds": bundled("capacity_kinds")["capacity_kinds"][:2]}
RULES = {
    "functions": [
        {"id": "a", "label": LABEL, "types": TYPES[:1]},
        {"id": "b", "label": LABEL, "services": [SERVICES["services"][0]["id"]]},
    ],
    "levels": [{"id": "high", "label": LABEL, "required": ["a"], "expected": ["b"]}],
}
KNOWN_SERVICES = of.parse_services(SERVICES)
DOCUMENTS = [
    (REGIONS, of.parse_regions),
    (
        {**few(THEME, types=6), "categories": THEME["categories"]},
        lambda told: of.parse_theme(told, [f"{code:02}" for code in range(1, 26)]),
    ),
    (few(SERVICES, services=3), of.parse_services),
    (few(OPERATORS, huvudman=2, driftsform=2), of.parse_operators),
    (KINDS, of.parse_capacity_kinds),
    (bundled("facility_presets"), lambda told: parse_presets(told, TYPES, HUVUDMAN, DRIFTSFORM)),
    (RULES, lambda told: parse_rules(told, TYPES, KNOWN_SERVICES)),
]


@promise(
    "a file that is wrong anywhere is refused with the place that is wrong, never with another error, and is left as it was",
    of.parse_regions, of.parse_theme, of.parse_services, of.parse_operators, of.parse_capacity_kinds, parse_presets, parse_rules,
    usual=20, long=1000,
)  # fmt: skip
@given(st.data(), st.sampled_from(range(len(DOCUMENTS))))
def test_spoilt_files(data, which):
    document, parse = DOCUMENTS[which]
    drawn = data.draw(st.one_of(spoilt(document), spoilt(document), JSON))
    before = copy.deepcopy(drawn)
    found, refusal = tried(CatalogueError, parse, drawn)
    if refusal:
        assert refusal.problem and str(refusal) == f"{refusal.path}: {refusal.problem}"
    else:
        assert repr(found) == repr(parse(copy.deepcopy(drawn)))
    assert repr(drawn) == repr(before)


@promise("every entry of a sound file is there by its id and in its order", of.parse_theme, of.parse_services, of.parse_operators,
         of.parse_capacity_kinds, of.parse_regions)  # fmt: skip
@given(st.randoms(use_true_random=False))
def test_sound_files(random):
    kinds = list(KINDS["capacity_kinds"])
    random.shuffle(kinds)
    assert list(of.parse_capacity_kinds({"capacity_kinds": kinds})) == [kind["id"] for kind in kinds]
    regions = list(REGIONS["regions"])
    random.shuffle(regions)
    assert list(of.parse_regions({**REGIONS, "regions": regions}).regions) == [region["code"] for region in regions]
    types = list(THEME["types"])
    random.shuffle(types)
    theme = of.parse_theme({**THEME, "types": types}, [f"{code:02}" for code in range(1, 26)])
    assert list(theme.types) == [kind["id"] for kind in types]
    assert [one.order for one in theme.categories.values()] == sorted(one.order for one in theme.categories.values())
    for kind in theme.types:
        assert all(kind in theme.with_narrower(broader) for broader in (kind, *theme.ancestors(kind)))
    assert list(of.parse_services(SERVICES).services) == [one["id"] for one in SERVICES["services"]]
    assert list(of.parse_operators(OPERATORS).driftsform) == DRIFTSFORM


@promise(
    "entries stand by their key in the file's order, and a key that comes twice is refused where it comes again",
    root_of,
    by_key,
)
@given(JSON, st.lists(st.text("abc", min_size=1, max_size=2), max_size=6))
def test_keys(value, names):
    if isinstance(value, dict):
        assert root_of(value).value == value
    else:
        with pytest.raises(CatalogueError):
            root_of(value)
    nodes = root_of({"all": [{"id": name, "at": at} for at, name in enumerate(names)]}).nodes("all")
    if len(set(names)) == len(names):
        found = by_key(nodes, "id", lambda node: node.number("at"))
        assert list(found.items()) == [(name, at) for at, name in enumerate(names)]
        return
    again = next(at for at, name in enumerate(names) if name in names[:at])
    with pytest.raises(CatalogueError) as caught:
        by_key(nodes, "id", lambda node: node.number("at"))
    assert caught.value.path == f"all[{again}].id"
