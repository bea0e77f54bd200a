"""Plan files changed at random: a whole plan comes out that the register takes, or a sentence, and nothing in between."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import ogr

from narvard_plugin.sources.errors import SourceError
from narvard_plugin.sources.plans.plan_file import AUTO, GML, ITEMS, SPECIFICATION, read_plan_file
from narvard_plugin.sources.sentences import sentence
from narvard_plugin.store.errors import StoreError
from narvard_plugin.store.plans.importing import keep_plan
from narvard_plugin.store.sentences import sentence as store_sentence
from narvard_plugin.store.workspace import create_workspace

from ...shared import campaign
from .files import as_bytes, asked, gml, items, specification

usual = settings(
    derandomize=True,
    deadline=None,
    max_examples=campaign(60, 5000),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TABLES = ("plan_cases", "plan_versions", "plan_areas", "provisions", "plan_documents")
NUMBERS = st.one_of(
    st.integers(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False),
    st.sampled_from([536000, 6474000, 150000, 0, -0.0]),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    NUMBERS,
    st.text(max_size=8),
    st.sampled_from(["", "\0", "ÅÄÖ" * 400, "EPSG:3011", "samråd", "-1"]),
)
WEIRD = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)


class TakenBack(Exception):
    """Ends a transaction whose work is not kept."""


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    with create_workspace(str(tmp_path_factory.mktemp("fientligt") / "w.gpkg"), "99") as made:
        yield made


def read_or_told(content, form=AUTO):
    """The plans of a file; None where it is refused with a sentence that names it."""
    try:
        plans = read_plan_file("min fil", content, form, asked(municipality="9901"))
    except SourceError as error:
        told = sentence(error)
    else:
        told = None
    if told is not None:
        assert "min fil" in told
        return None
    for plan in plans:
        assert all(_is_sound(area) for area in plan.areas)
        assert all(wkb is None or not ogr.CreateGeometryFromWkb(wkb).IsEmpty() for wkb in plan.provisions["wkb"])
    return plans


def _is_sound(area):
    found = ogr.CreateGeometryFromWkb(area)
    return found.IsValid() and found.GetArea() > 0 and found.GetGeometryName() == "MULTIPOLYGON"


def kept_or_told(register, content, form=AUTO):
    """Whether the register took all plans; afterwards it is as it was, either way."""
    plans = read_or_told(content, form) or []
    try:
        with register.transaction():
            for plan in plans:
                kept = keep_plan(register, plan)
                stored = register.read("provisions", within={"version_id": [kept.version_id]})
                assert kept.version_id is None or kept.version != "added" or len(stored) == len(plan.provisions)
            raise TakenBack
    except TakenBack:
        taken = bool(plans)
    except StoreError as error:
        taken = not store_sentence(error)  # there is a sentence for each
    assert not any(len(register.read(table)) for table in TABLES)
    return taken


@st.composite
def changed_trees(draw, told):
    """The JSON object with up to three of its values, anywhere, replaced, taken away, doubled or swapped."""
    told = copy.deepcopy(told)
    for _ in range(draw(st.integers(1, 3))):
        holders = list(_holders(told))
        holder, key = holders[draw(st.integers(0, len(holders) - 1))]
        way = draw(st.sampled_from(["replace", "delete", "double", "wrap", "number"]))
        if way == "delete":
            del holder[key]
        elif way == "double" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        elif way == "wrap":
            holder[key] = [holder[key]]
        else:
            holder[key] = draw(NUMBERS if way == "number" else WEIRD)
    return told


def _holders(told):
    for key, value in enumerate(told) if isinstance(told, list) else told.items():
        yield told, key
        if isinstance(value, (list, dict)):
            yield from _holders(value)


@pytest.mark.parametrize(
    ("told", "form"), [(specification(), SPECIFICATION), (items(), ITEMS), (items(dotted=True), ITEMS)]
)
def test_trees_of_json_changed_anywhere(register, told, form):
    taken = []

    @usual
    @given(changed_trees(told))
    def check(tree):
        content = json.dumps(tree).encode()
        taken.append(kept_or_told(register, content, form))

    check()
    assert 5 < sum(taken) < len(taken) - 5  # both ends were seen


@st.composite
def changed_bytes(draw, content):
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        length = draw(st.sampled_from([0, 1, 2, 7, 40]))
        other = draw(st.integers(0, len(content)))
        piece = draw(
            st.sampled_from([b"", b"\0", b"\xff", b"<", b"&a;", b"]]>", b"#", b"1e999", content[other : other + 60]])
        )
        content = content[:at] + piece + content[at + length :]
    return content


@pytest.mark.parametrize("told", [specification(), items(), gml()], ids=["specification", "items", "gml"])
def test_bytes_changed_anywhere(register, told):
    @usual
    @given(changed_bytes(as_bytes(told)))
    def check(content):
        kept_or_told(register, content)

    check()


@st.composite
def changed_xml(draw):
    """The GML with whole lines of it lost, doubled or swapped, and numbers changed."""
    lines = gml().replace("><", ">\n<").split("\n")
    head, lines = lines[:2], lines[2:]
    for _ in range(draw(st.integers(1, 3))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        way = draw(st.sampled_from(["lose", "double", "swap", "number", "link"]))
        if way == "lose":
            lines[at] = ""
        elif way == "double":
            lines.insert(at, lines[other])
        elif way == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif way == "number":
            lines[at] = lines[at].replace("6228000", str(draw(NUMBERS))).replace("198100", str(draw(NUMBERS)))
        else:
            lines[at] = lines[at].replace("#L", draw(st.sampled_from(["#", "L", "#plan", ""])))
    return "\n".join(head + lines)


def test_gml_with_lines_changed(register):
    taken = []

    @usual
    @given(changed_xml())
    def check(told):
        taken.append(kept_or_told(register, told.encode(), GML))

    check()
    assert 5 < sum(taken) < len(taken) - 5


@usual
@given(st.binary(max_size=200), st.sampled_from([AUTO, SPECIFICATION, ITEMS, GML]))
def test_any_bytes(content, form):
    assert not read_or_told(content, form)


@usual
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=3, max_size=12))
def test_any_ring_is_mended_or_refused(corners):
    told = specification()
    ring = [[536000 + x, 6474000 + y] for x, y in corners]
    told["features"][0]["properties"]["plangeometri"][0]["geometri"]["position"]["coordinates"] = [ring]
    plans = read_or_told(as_bytes(told))
    assert plans is None or len(plans[0].areas) == 2
