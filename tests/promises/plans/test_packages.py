"""Files of answers, statements and reviews: read back as they were, merged without overwriting, whole."""

import json
import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.plans import (
    answer_package,
    codes,
    review_json,
    rows,
    statement_content,
)
from tests.core.plans.checklist_steps import small
from tests.core.plans.test_answer_package import ANSWER, CHECK, package, register, row
from tests.core.plans.test_register_rows import CASE, REFERRAL
from tests.core.plans.test_remarks import check, remark
from tests.promises import promise
from tests.promises.strategies.documents import spoilt
from tests.promises.strategies.refusals import tried

TEXT = st.one_of(st.text(max_size=8), st.text("a\r\n\t\u2028\u202e\u200b\ufeff=+-@ ", max_size=6))
LIST = small()


@promise("a package is read or refused with its problem and place, never with another error; what is written is read back",
         answer_package.read_package, answer_package.package_row, usual=12, long=3000)  # fmt: skip
@given(st.data(), st.sampled_from(codes.VERDICTS), TEXT, st.text('{}[]":,0', max_size=9))
def test_packages(data, verdict, reason, text):
    stored = {**CHECK, "verdict": verdict, "reason": reason, "row_version": 3}
    whole = package(
        checks=[answer_package.package_row("check", "C", stored, {"title": "x"})],
        remarks=[{"values": {"text": "a"}, "exported": {}}],
    )
    found = answer_package.read_package(json.dumps(whole))
    assert [(one.kind, one.id, one.row_version) for one in found.rows] == [
        ("answer", "A", 1),
        ("check", "C", 3),
        ("remark", "", None),
    ]
    assert found.rows[1].values["reason"] == (rows.plain(reason).strip() or None) and not found.rows[1].edited
    for written in (json.dumps(data.draw(spoilt(whole))), text, json.dumps(whole)[:-3]):
        read, refusal = tried(answer_package.PackageError, answer_package.read_package, written)
        if refusal:
            assert refusal.problem in (
                "json",
                "format",
                "missing",
                "kind",
                "value",
                "long",
                "many",
                "duplicate",
            ) and refusal.where.startswith("$")
        else:
            assert read.referral_id and read.rows[0].kind == "answer"
            assert len({(one.kind, one.id) for one in read.rows if one.id}) == sum(bool(one.id) for one in read.rows)


EDITS = st.fixed_dictionaries(
    {}, optional={"reason": st.sampled_from(["a", "b", None]), "verdict": st.sampled_from(["ok", "brist"])}
)


@promise("every row of a package is a change, new, unchanged or in conflict, and a change in the register is never overwritten unasked",
         answer_package.merge_package, usual=12, long=2000)  # fmt: skip
@given(EDITS, EDITS, st.booleans(), st.booleans(), st.integers(0, 2))
def test_merged(mine, theirs, taken, told_version, new):
    stored = register(check=theirs, versions=(1, None if told_version else 2 if theirs else 1))
    document = package(
        checks=[row("C", CHECK, **mine)], remarks=[{"values": {"text": str(at)}, "exported": {}} for at in range(new)]
    )
    found = answer_package.merge_package(
        answer_package.read_package(json.dumps(document)), stored, ["C"] if taken else ()
    )
    wanted = {name: text for name, text in mine.items() if text != CHECK[name] and text != stored["check", "C"][name]}
    assert len(found.additions) == new and found.unchanged == 1 + (not wanted)
    disputed = (
        bool(wanted) and not taken and (told_version or any(value != CHECK[name] for name, value in theirs.items()))
    )
    assert {one.field for one in found.conflicts} == (set(wanted) if disputed else set())
    assert [changes for _, changes in found.changes] == ([wanted] if wanted and not disputed else [])
    assert all(
        (one.register, one.file) == (stored["check", "C"][one.field], wanted[one.field]) for one in found.conflicts
    )
    lacking = tried(
        answer_package.PackageError,
        answer_package.merge_package,
        answer_package.read_package(json.dumps(document)),
        {("answer", "A"): stored["answer", "A"]},
    )
    assert lacking[1].problem == "missing" and ANSWER


def reviewed(verdicts, stance):
    checks = [{**check(rule.id, verdict, "A" if at % 2 else None), "check_id": f"c{at}", "run": 1, "auto_verdict": verdict, "value": 1.5, "unit": "m", "threshold": "",
               "layer": "", "layer_date": "", "answer": None, "reason": None, "confirmed": None, "values_json": '{"found": true}', "severity": rule.severity}
              for at, (rule, verdict) in enumerate(zip(LIST.rules, verdicts))]  # fmt: skip
    standing = [
        {**remark(f"r{at}", one["rule_id"], number=at + 1, place=at), "check_id": one["check_id"]}
        for at, one in enumerate(checks)
    ]
    case = {**dict.fromkeys(statement_content._CASE), **CASE}
    referral = {**dict.fromkeys(statement_content._REFERRAL), **REFERRAL}
    parts = [
        {"department": code, "status": "pagar", "stance": one, "summary": None, "handler": None, "reason": None}
        for code, one in zip(("rkm", "fast"), stance)
    ]
    return statement_content.Review("01", case, referral, None, parts, checks, standing, [], LIST)


@promise("a statement holds every remark in order, every rule left open or never run, and is one text for one content",
         statement_content.statement_content, statement_content.as_text, statement_content.weigh, statement_content.department_name,
         usual=8, long=1000)  # fmt: skip
@given(
    st.lists(st.sampled_from(codes.VERDICTS), max_size=5),
    st.lists(st.sampled_from([None, *codes.STANCES]), min_size=2, max_size=2),
    st.text(max_size=5),
)
def test_statements(verdicts, stance, code):
    review = reviewed(verdicts, stance)
    found = statement_content.statement_content(review, "tillstyrker", "s")
    text = statement_content.as_text(found)
    assert (
        json.loads(text) == json.loads(statement_content.as_text(json.loads(text)))
        and statement_content.as_text(json.loads(text)) == text
    )
    assert [one["number"] for one in found["remarks"]] == list(range(1, len(verdicts[: len(LIST.rules)]) + 1))
    seen = {one["rule_id"] for one in found["open"]}
    never = {
        rule.id
        for rule in LIST.rules[len(verdicts) :]
        if "samråd" in rule.stages and rule.severity in ("villkor", "avstyrkan")
    }
    assert never <= seen and found["reviewed"] == bool(verdicts)
    for one in review.checks:
        weighed = statement_content.weigh(one)
        assert tuple(weighed) == (one["rule_id"], one["severity"], one["verdict"], bool(one["confirmed_by"]))
        outdated = not one["confirmed_by"] or one["verdict"] not in (codes.REMARK, codes.FAIL)
        assert (one["rule_id"] in [late["rule_id"] for late in found["outdated"]]) == outdated
    assert (
        statement_content.department_name(LIST, code) == {"sv": code, "en": code}
        and statement_content.department_name(LIST, "rkm")["sv"] == "Trafik"
    )


@promise("a whole review is JSON without a number that is none, holds every row of every table once, and opens what is JSON inside",
         review_json.review_document, review_json.as_text)  # fmt: skip
@given(
    st.lists(st.one_of(TEXT, st.just('{"a": 1}'), st.none()), max_size=3), st.lists(st.floats(), min_size=3, max_size=3)
)
def test_reviews(texts, numbers):
    frame = pd.DataFrame({"values_json": pd.Series(texts, dtype=object), "value": numbers[: len(texts)]})
    tables = dict.fromkeys([*review_json.ONE.values(), *review_json.MANY.values()], frame) | {
        "evidence": frame.assign(geom=None)
    }
    found = review_json.review_document(tables, region="01", made="2026", checklist=None, geometry=lambda wkb: None)
    told = json.loads(review_json.as_text(found))
    assert all(len(told[name]) == len(texts) for name in [*review_json.MANY, "evidence"]) and all(
        (told[name] is None) == (not texts) for name in review_json.ONE
    )
    for row_, text, number in zip(told["checks"], texts, numbers):
        assert row_["values_json"] == ({"a": 1} if text == '{"a": 1}' else row_["values_json"])
        assert (row_["value"] is None) == (not math.isfinite(number)) and "geometry" in told["evidence"][0]
