"""The twin plans from notice to follow-up, in both kinds of store with several people at work: why early matters."""

import re

import pytest

from tests.core.sample.stories import FACIT

from . import plan_walk_early, plan_walk_late
from .plan_walk import FUNCTIONS, Place, new_register

#: The rules that PostgreSQL's walk runs: those that say something of the twins, and some that say nothing.
FEW = (
    "PRO-01;PRO-02;PRO-03;PRO-04;PRO-05;VRD-01;VRD-03;VRD-04;VRD-08;AKU-01;AKU-02;AKU-03;AKU-04;AKU-07;FAS-01;FAS-02;"
    "FAS-03;FOL-01"
)
_FINDING = re.compile(r"^\| (`[^|]+`) \| `(\w+)` \| ([^|]+) \|$", re.MULTILINE)


@pytest.fixture(params=["geopackage", "postgresql"])
def place(request, county, tmp_path):
    """A register where nobody has heard of the twins."""
    if request.param == "geopackage":
        made = Place(str(tmp_path / "register.gpkg"), county, tmp_path)
    else:
        name = request.getfixturevalue("postgres_connection")
        made = Place(f"{name}/tvillingplaner", county, tmp_path, FEW)
    new_register(made)
    return made


def test_the_twins_differ_in_when_the_region_was_asked_and_in_all_that_came_of_it(place):
    early, late = plan_walk_early.walk(place), plan_walk_late.walk(place)
    # how long the region knew, and what time it had
    assert (early.known, late.known) == (377, 14)
    assert (early.days, late.days) == ([42, 28], [14])
    assert (early.workdays, late.workdays) == ([30, 20], [9])
    assert (early.extension, late.extension) == (["", ""], ["2026-07-06"])
    # what weighed as a condition or an opposition, the last time that it could be said
    assert early.binding == [{"VRD-04": "anmarkning", "VRD-08": "anmarkning"}, {}]
    assert late.binding == [{"AKU-01": "anmarkning", "AKU-02": "brist", "FAS-02": "anmarkning", "VRD-03": "brist"}]
    assert (early.lost, late.lost) == ("", "D")
    # what the region said
    assert early.stances == {"ingen_erinran", "tillstyrker"}
    assert late.stances == {"tillstyrker", "tillstyrker_med_synpunkter", "avstyrker"}
    assert (early.contradictions, late.contradictions) == (0, 6)  # three who approve against two who oppose
    assert (early.decided, late.decided) == (["tillstyrker_med_synpunkter", "tillstyrker"], ["avstyrker"])
    # and what came of it
    assert early.outcomes == ["tillgodosedd"] * 3
    assert set(late.outcomes) == {"ej_tillgodosedd"}
    everybody_stands_in_the_audit(place)
    told = {**early.said, **late.said}
    assert_facit(told)


def everybody_stands_in_the_audit(place):
    with place.opened(writable=False) as workspace:
        found = workspace.read("audit")
    assert set(FUNCTIONS.values()) <= set(found["who"])


def assert_facit(told):
    """FACIT.md's table of story 4 says what the tools said, file by file, and leaves none of them out."""
    story = FACIT.read_text("utf8").partition("## 4 ")[2].partition("\n## ")[0]
    promised = {(files.replace("`", ""), tool): says for files, tool, says in _FINDING.findall(story)}
    assert promised.keys() == told.keys()
    for key, says in promised.items():
        assert not [part for part in says.split("; ") if part not in told[key].split("; ")], (key, told[key])
