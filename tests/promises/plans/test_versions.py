"""Versions of a plan: what changed between two, which rules that touches, and a content that is known again."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.plans import (
    affected,
    catalogue_match,
    difference,
    difference_totals,
    plan_content,
)
from narvard_plugin.core.plans.building_rights import Ground
from tests.core.plans.test_catalogue_match import CATALOGUE
from tests.core.plans.test_difference import ROWS, compared, version
from tests.core.plans.test_judging import SHIPPED
from tests.core.plans.test_plan_content import ROWS as PLAIN
from tests.core.plans.test_provision_values import GROSS, USE
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, reordered
from tests.promises.strategies.refusals import tried

VERSIONS = st.lists(ROWS, max_size=4)


@promise("a version has not changed from itself, and what came one way went the other; no provision is matched twice or forgotten",
         difference.changes, difference.matched, difference.iou, usual=10, long=1500)  # fmt: skip
@given(VERSIONS, VERSIONS)
def test_differences(first, second):
    found, pairs, _ = compared(version(first, "a"), version(second, "b"))
    back, again, _ = compared(version(second, "b"), version(first, "a"))
    assert {(one.before, one.after) for one in pairs} == {(one.after, one.before) for one in again}
    assert len({one.before for one in pairs}) == len({one.after for one in pairs}) == len(pairs)
    turned = {difference.ADDED: difference.REMOVED, difference.REMOVED: difference.ADDED}
    assert sorted(turned.get(one.change, one.change) for one in found) == sorted(one.change for one in back)
    assert {one.row_before for one in found if one.change == difference.REMOVED} == set(range(len(first))) - {
        one.before for one in pairs
    }
    assert {one.row_after for one in found if one.change == difference.ADDED} == set(range(len(second))) - {
        one.after for one in pairs
    }
    assert compared(version(first, "a"), version(first, "b"))[0] == []
    sizes = np.array([float(one[1]) for one in first])
    share = difference.iou(np.minimum.outer(sizes, sizes), sizes, sizes)
    assert ((share >= 0) & (share <= 1)).all() and (np.diagonal(share) == 1).all() and np.allclose(share, share.T)


@promise("a change is the same share both ways, between nothing and all; a number that changed is no other wording",
         difference.share_changed, difference.wording_without_numbers)  # fmt: skip
@given(st.floats(0, 1e6), st.floats(0, 1e6), st.integers(0, 99_999), st.integers(0, 99_999))
def test_shares(one, other, first, second):
    assert (
        0 <= difference.share_changed(one, other) == difference.share_changed(other, one) <= 1
        and difference.share_changed(one, one) == 0
    )
    words = [
        difference.wording_without_numbers(f"Högsta  höjd är {number:,} meter".replace(",", "\u00a0"))
        for number in (first, second)
    ]
    assert words[0] == words[1] != difference.wording_without_numbers("Lägsta höjd är 3 meter")


def whole(rows, documents, area):
    names = [{"name": name, "role": "ovrigt"} for name in documents]
    ground = Ground({row["provision_id"]: [0] for row, _ in rows}, {0: float(area)})
    return difference_totals.Version(
        float(area),
        plan_content.provisions_frame([row for row, _ in rows]),
        plan_content.documents_frame(names),
        ground,
    )


@promise("totals of a version and itself differ in nothing, and those of two versions mirror each other: what one lost the other gained",
         difference_totals.totals, affected.affected_inputs, usual=8, long=800)  # fmt: skip
@given(
    VERSIONS,
    VERSIONS,
    *[st.sets(st.sampled_from(["PM", "Karta"]))] * 2,
    *[st.integers(1, 9000)] * 2,
    *[st.sampled_from(["B", "D"])] * 2,
)
def test_totals(first, second, papers, others, area, wide, one_use, other_use):
    sides = []
    for rows, name, documents, size, letter in (
        (first, "a", papers, area, one_use),
        (second, "b", others, wide, other_use),
    ):
        use = ({"provision_id": f"u{name}", "kind": USE, "designation": letter}, (0, 0, 1, 1))
        sides.append(whole([*version(rows, name), use], documents, size))
    there, back, same = (
        difference_totals.totals(*sides),
        difference_totals.totals(*sides[::-1]),
        difference_totals.totals(sides[0], sides[0]),
    )
    assert (
        (there.lost, there.gained)
        == (back.gained, back.lost)
        == (tuple({one_use} - {other_use}), tuple({other_use} - {one_use}))
    )
    document = {
        difference_totals.DOCUMENT_NEW: difference_totals.DOCUMENT_GONE,
        difference_totals.DOCUMENT_GONE: difference_totals.DOCUMENT_NEW,
    }
    told_ = sorted(
        repr((one.measure, one.use, one.before, one.after, one.unit, one.significant, one.clear))
        for one in there.figures
    )
    assert told_ == sorted(
        repr(
            (
                document.get(one.measure, one.measure),
                one.use,
                one.after,
                one.before,
                one.unit,
                one.significant,
                one.clear,
            )
        )
        for one in back.figures
    )
    assert not any(one.significant for one in same.figures) and (same.lost, same.gained) == ((), ())
    before, after = (side.provisions.to_dict("records") for side in sides)
    assert affected.affected_inputs([], same, before, before) == frozenset()
    touched = affected.affected_inputs([], there, before, after)
    assert (affected.DOCUMENTS in touched) == (papers != others) and (affected.PLAN in touched) == (area != wide)
    assert one_use == other_use or {f"use:{one_use}", f"use:{other_use}", affected.USES} <= touched
    gone = difference.Change(difference.REMOVED, 0, None)
    assert affected.affected_inputs([gone], there, before, after) >= touched
    assert affected.affected_inputs([], back, after, before) == touched


CHANGED = st.sets(
    st.sampled_from(
        ["plan_area", "uses", "provisions", "documents", "case", "use:D", "use:B", "use:?", "code:", f"code:{GROSS}"]
    )
)


@promise("a rule is run again when what it leans on has changed; more changes never need fewer runs, and a question is asked again after any",
         affected.is_affected, affected.leans_on, usual=10, long=1500)  # fmt: skip
@given(st.sampled_from(SHIPPED.rules), CHANGED, CHANGED)
def test_affected(rule, changed, more):
    leans = affected.leans_on(rule)
    assert affected.is_affected(rule, changed) <= affected.is_affected(rule, changed | more)
    if not changed:
        assert affected.is_affected(rule, changed) == (rule.check is not None and affected.ALWAYS in leans)
    elif rule.question is not None or leans & changed:
        assert affected.is_affected(rule, changed)
    assert affected.is_affected(rule, {"use:?"}) or not any(name.startswith("use:") for name in leans)


@promise("a plan's checksum is the same in any order of its parts and changes with any of them; a column that is none is refused",
         plan_content.content_sha256, plan_content.provisions_frame, plan_content.documents_frame)  # fmt: skip
@given(
    st.permutations(PLAIN),
    st.permutations([b"a", b"b"]),
    st.text("xy", min_size=1, max_size=3),
    st.sampled_from(plan_content.DOCUMENT_COLUMNS),
)
def test_content(rows, areas, word, column):
    def sha(provisions, areas=(b"a", b"b"), documents=({"name": "PM"},)):
        return plan_content.content_sha256(
            plan_content.PlanContent(
                list(areas), plan_content.provisions_frame(provisions), plan_content.documents_frame(documents)
            )
        )

    numbered = [{**row, "provision_id": str(at)} for at, row in enumerate(rows)]
    assert sha(numbered, areas) == sha(PLAIN)
    assert (
        len(
            {
                sha(PLAIN),
                sha([*rows, {"wording": word}]),
                sha(rows, [b"a"]),
                sha(rows, documents=()),
                sha(rows, documents=[{"name": "PM", column: word}]),
            }
        )
        == 5
    )
    table = plan_content.documents_frame([{column: word}])
    assert (
        list(table.columns) == list(plan_content.DOCUMENT_COLUMNS)
        and table[column].tolist() == [word]
        and table.notna().sum().sum() == 1
    )
    for make in (plan_content.provisions_frame, plan_content.documents_frame):
        assert word in str(tried(ValueError, make, [{f"{word}!": 1}])[1])


LOOKED_UP = st.fixed_dictionaries({}, optional={"catalogue_id": st.sampled_from(["b-old", "b-new", "d", "split", "gone", "nobody"]), "code": st.sampled_from(["DP_KM_B2", "x"]),
                                                "category": st.just("Eget"), "wording": st.just("Egna ord")})  # fmt: skip


@promise("looking a plan up fills what it leaves out and changes nothing that it says; again fills nothing more; each without a category is told",
         catalogue_match.match)  # fmt: skip
@given(st.lists(LOOKED_UP, max_size=4), SEEDS)
def test_looked_up(rows, seed):
    content = plan_content.PlanContent(
        [], plan_content.provisions_frame([{"kind": USE, **row} for row in rows]), plan_content.documents_frame()
    )
    found = catalogue_match.match(content, CATALOGUE)
    after = found.content.provisions.to_dict("records")
    assert all(after[at][name] == value for at, row in enumerate(rows) for name, value in row.items())
    assert found.unknown == tuple(at for at, row in enumerate(after) if row["category"] is None)
    assert plan_content.content_sha256(found.content) == plan_content.content_sha256(content)
    again = catalogue_match.match(found.content, CATALOGUE.iloc[reordered(seed, len(CATALOGUE))])
    pd.testing.assert_frame_equal(again.content.provisions, found.content.provisions)
    assert again.filled == 0 and catalogue_match.match(content, CATALOGUE[:0]).filled == 0
