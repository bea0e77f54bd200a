"""Answers of several functions made one: nothing is lost, order decides nothing, numbers stay, and only confirmed words count."""

from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.plans import codes, merging, progress, remarks, stances
from tests.core.plans.test_merging import wishes
from tests.core.plans.test_remarks import check, remark
from tests.core.plans.test_stances import outcomes
from tests.promises import promise

RULES = st.sampled_from(["KOL-01", "VRD-01", "RIS-01"])
CODES = st.sampled_from(["rut", "hs", "rkm"])
VERDICTS = st.sampled_from(codes.VERDICTS)
SEVERITIES = st.sampled_from(codes.SEVERITIES)
WORDINGS = st.sampled_from(codes.WORDINGS)
QUIET = (codes.OK, codes.NOT_APPLICABLE)


def weight(severity):
    return codes.SEVERITIES.index(severity)


@promise(
    "functions in one cell come back, each once and in their order, however they are spaced",
    merging.join_departments,
    merging.split_departments,
)
@given(st.lists(st.sampled_from(["rut", "hs", "rkm", ""]), max_size=6))
def test_departments(names):
    cell = merging.join_departments(names)
    assert merging.split_departments(cell) == tuple(dict.fromkeys(name for name in names if name))
    assert merging.split_departments(f" {cell.replace(';', ' ;; ')} ;") == merging.split_departments(cell)


@promise("every function with something to answer is told once with all its rules, whatever the order of the findings, and no other",
         merging.concerned, long=600)  # fmt: skip
@given(
    st.lists(st.tuples(RULES, CODES, VERDICTS), max_size=6),
    st.dictionaries(RULES, st.lists(CODES, max_size=2)),
    st.permutations(["rut", "hs"]),
)
def test_concerned(verdicts, also, order):
    found = merging.concerned(verdicts, also, order)
    loud = [(rule, department) for rule, department, verdict in verdicts if verdict not in QUIET]
    wanted = {(code, rule) for rule, department in loud for code in (department, *also.get(rule, ()))}
    assert {(one.department, rule) for one in found for rule in one.rules} == wanted
    assert (
        len({one.department for one in found}) == len(found) and merging.concerned(verdicts[::-1], also, order) == found
    )
    told = [one.department for one in found]
    assert told == [code for code in (*order, "rkm") if code in told]
    assert all(one.reason == ", ".join(one.rules) and one.rules == tuple(sorted(set(one.rules))) for one in found)


@promise("merging wishes loses no function, no words and no weight; again changes nothing, and in another order says the same",
         merging.merge_wishes, merging.heavier, usual=10, long=2000)  # fmt: skip
@given(st.lists(wishes, max_size=7), st.randoms(use_true_random=False))
def test_merged(told, chance):
    found = merging.merge_wishes(told)
    assert merging.merge_wishes(found) == found
    other = list(told)
    chance.shuffle(other)
    again = {one.rule_id: one for one in merging.merge_wishes(other)}
    for one in [one for one in found if one.rule_id]:
        parts = [wish for wish in told if wish.rule_id == one.rule_id]
        assert (
            set(one.departments)
            == {code for wish in parts for code in wish.departments}
            == set(again[one.rule_id].departments)
        )
        assert (
            set(one.text.split("\n\n"))
            == {text for wish in parts for text in wish.text.split("\n\n")}
            == set(again[one.rule_id].text.split("\n\n"))
        )
        assert one.severity == max((wish.severity for wish in parts), key=weight) == again[one.rule_id].severity
        assert len(set(one.departments)) == len(one.departments)
    assert [one for one in found if not one.rule_id] == [one for one in told if not one.rule_id]
    for wish in told:
        assert merging.heavier(wish.severity, "info") == wish.severity == merging.heavier(wish.severity, wish.severity)


CHECKS = st.lists(
    st.builds(
        lambda rule, verdict, severity, by, final, proposed, why: check(rule, verdict, by, severity=severity, final_text=final, proposed_text=proposed, explanation=why),
        RULES, VERDICTS, SEVERITIES, st.sampled_from(["A", None]), st.sampled_from([None, " ", "Mitt."]), st.sampled_from([None, "", "Förslag."]), st.sampled_from(["", "Därför."]),
    ), max_size=5,
)  # fmt: skip


@promise("only what a person has confirmed is said, every confirmed remark and fail is, and never without words",
         remarks.wishes_of, remarks.text_of, usual=10, long=2000)  # fmt: skip
@given(CHECKS, st.dictionaries(RULES, st.lists(CODES, max_size=2)))
def test_wishes(checks, also):
    found = remarks.wishes_of(checks, also)
    confirmed = [one for one in checks if one["confirmed_by"]]
    due = [
        one
        for one in confirmed
        if (one["final_text"] or "").strip()
        or (one["verdict"] in (codes.REMARK, codes.FAIL) and one["severity"] != "info")
    ]
    told = [wish.rule_id for wish in found]
    assert all(told.count(one["rule_id"]) >= sum(other["rule_id"] == one["rule_id"] for other in due) for one in due)
    assert len(found) <= len(confirmed) and all(wish.text.strip() == wish.text != "" for wish in found)
    assert all(
        wish.departments[0] == "rkm" and set(also.get(wish.rule_id, ())) <= set(wish.departments) for wish in found
    )
    for one in checks:
        mine = (one["final_text"] or "").strip()
        assert remarks.text_of(one) == (
            mine or (one["proposed_text"] or "").strip() or one["explanation"].strip() or one["rule_id"]
        )


STANDING = st.lists(
    st.builds(
        lambda rule, made, text, wording, severity, previous, place: remark(
            "", rule, check_id=made, text=text, original_text=text, wording=wording, severity=severity, previous=previous, place=place),
        st.one_of(RULES, st.none()), st.sampled_from(["c", None]), st.sampled_from(["a", "b"]), WORDINGS, SEVERITIES, st.sampled_from([None, "x"]),
        st.sampled_from([None, 1, 2]),
    ), max_size=5,
).map(lambda rows: [{**row, "remark_id": f"r{at}"} for at, row in enumerate(rows)])  # fmt: skip


def outcome(standing, plan):
    """The remarks after a plan is carried out."""
    rows = {row["remark_id"]: dict(row) for row in standing}
    for at, wish in enumerate(plan.add):
        rows[f"new{at}"] = remark(f"new{at}", wish.rule_id, text=wish.text, original_text=wish.text, severity=wish.severity,
                                  departments=merging.join_departments(wish.departments), place=9 + at)  # fmt: skip
    for id_, wish in plan.follow:
        rows[id_].update(text=wish.text, original_text=wish.text, severity=wish.severity, departments=merging.join_departments(wish.departments),
                         wording="forslag", place=rows[id_]["place"] or 20)  # fmt: skip
    for id_, wish, others in plan.merge:
        rows[id_].update(
            text=wish.text,
            original_text=wish.text,
            severity=wish.severity,
            departments=merging.join_departments(wish.departments),
        )
        for other in others:
            del rows[other]
    for id_ in plan.strike:
        rows[id_].update(wording="struken", place=None)
    return list(rows.values())


@promise("a new run adds every wish that no remark stands for, touches nothing that is a person's own, and soon asks for nothing more",
         remarks.plan_remarks, remarks.as_wish, usual=15, long=4000)  # fmt: skip
@given(st.lists(wishes.filter(lambda one: one.rule_id), max_size=3, unique_by=lambda one: one.rule_id), STANDING)
def test_planned(told, standing):
    plan = remarks.plan_remarks(told, standing)
    by_rule = {row["rule_id"] for row in standing}
    assert {wish.rule_id for wish in plan.add} == {wish.rule_id for wish in told} - by_rule
    weights = [(wish.departments[0], weight(wish.severity)) for wish in plan.add]
    assert all(one[0] != other[0] or one[1] >= other[1] for one, other in zip(weights, weights[1:]))
    rows = {row["remark_id"]: row for row in standing}
    for id_ in plan.strike:
        assert (
            rows[id_]["check_id"]
            and rows[id_]["wording"] == remarks.PROPOSED
            and rows[id_]["rule_id"] not in {wish.rule_id for wish in told}
        )
    for id_, _ in plan.follow:
        assert rows[id_]["wording"] in (remarks.PROPOSED, remarks.STRUCK)
    for id_ in plan.outdated:
        assert rows[id_]["wording"] not in (remarks.PROPOSED, remarks.STRUCK)
    for id_, wish, others in plan.merge:
        kept = [
            rows[one]
            for one in (id_, *others)
            if not (
                rows[one]["check_id"]
                and rows[one]["wording"] == remarks.PROPOSED
                and rows[one]["rule_id"] in {w.rule_id for w in told}
            )
        ]
        assert all(set(row["text"].split("\n\n")) <= set(wish.text.split("\n\n")) for row in kept), (
            "no person's words are lost"
        )
    own = [row for row in standing if not row["rule_id"]]
    after = outcome(standing, plan)
    assert all(row in after for row in own)
    after = outcome(after, remarks.plan_remarks(told, after))  # two proposals made one may be struck together
    again = remarks.plan_remarks(told, after)
    assert not again.add and not again.follow and not again.merge and not again.strike
    for row in standing:
        wish = remarks.as_wish(row)
        assert (wish.rule_id, wish.text, wish.severity) == (row["rule_id"] or "", row["text"], row["severity"])


NUMBERED = st.lists(
    st.tuples(st.integers(1, 6), RULES, WORDINGS, st.sampled_from(codes.OUTCOMES), st.sampled_from("ab")), max_size=7
).map(lambda rows: [remark(str(at), rule, number=number, wording=wording, outcome=outcome_, referral_id=where, place=number)
                    for at, (number, rule, wording, outcome_, where) in enumerate(rows)])  # fmt: skip


@promise("a number that was given stays; new ones go on after the highest, none twice and in the order of their places; struck ones have none",
         remarks.numbers, remarks.ordered, usual=10, long=1500)  # fmt: skip
@given(
    st.lists(st.tuples(st.one_of(st.none(), st.integers(1, 4)), WORDINGS, st.booleans()), max_size=7),
    st.integers(10, 20),
)
def test_numbers(rows, highest):
    standing = [remark(str(at), place=place, wording=wording, previous="x" if old else None, number=at + 1 if old else None)
                for at, (place, wording, old) in enumerate(rows)]  # fmt: skip
    found = remarks.numbers(standing, highest)
    told = [number for number in found if number is not None]
    assert len(set(told)) == len(told)
    new = {at for at, row in enumerate(standing) if not row["previous"]}
    assert sorted(found[at] for at in new if found[at]) == list(
        range(highest + 1, highest + 1 + sum(standing[at]["wording"] != "struken" for at in new))
    )
    assert all(found[at] == row["number"] for at, row in enumerate(standing) if row["previous"])
    assert all(found[at] is None for at in new if standing[at]["wording"] == "struken")
    numbered = [{**row, "number": number} for row, number in zip(standing, found)]
    order = remarks.ordered(numbered)
    assert remarks.ordered(numbered[::-1]) == order and [row["wording"] for row in order].count("struken") == 0
    assert len(order) == sum(row["wording"] != "struken" for row in standing)
    assert [row["number"] for row in order if not row["previous"]] == sorted(
        row["number"] for row in order if not row["previous"]
    )
    assert remarks.numbers(numbered, highest) == found, "given again they are the same"


@promise("of each earlier remark the newest counts, by its number and by its rule, and none that was struck; each open one is counted once",
         remarks.newest_of_each_number, remarks.predecessors, remarks.prior_facts, usual=10, long=1500)  # fmt: skip
@given(NUMBERED)
def test_earlier(earlier):
    newest = remarks.newest_of_each_number(earlier)
    said = [row for row in earlier if row["wording"] != "struken"]
    assert [row["number"] for row in newest] == sorted({row["number"] for row in said})
    assert all(row is [one for one in said if one["number"] == row["number"]][-1] for row in newest)
    before = remarks.predecessors(earlier)
    for rule, row in before.items():
        of_it = [one for one in said if one["rule_id"] == rule]
        assert row in of_it and row["outcome"] != "inaktuell"
        assert (
            row["number"] == min(one["number"] for one in of_it if one["referral_id"] == row["referral_id"])
            or row["referral_id"] != of_it[-1]["referral_id"]
            or len({one["referral_id"] for one in of_it}) > 1
        )
    facts = remarks.prior_facts(earlier)
    unmet = [row["number"] for row in newest if row["outcome"] in ("oppen", "ej_tillgodosedd")]
    partly = [row["number"] for row in newest if row["outcome"] == "delvis"]
    assert (facts["open"], facts["partly"]) == (len(unmet), len(partly))
    for words, numbers in ((facts["numbers"], unmet), (facts["partly_numbers"], partly)):
        assert [int(one) for one in words.replace(" och ", ", ").split(", ") if one] == numbers


@promise("only confirmed findings propose a stance, a worse finding never a milder one, and what nobody confirmed is always listed",
         stances.propose_stance, stances.left_open, stances.unconfirmed, usual=10, long=2000)  # fmt: skip
@given(outcomes, outcomes, st.sampled_from(codes.STAGES))
def test_stances(found, more, stage):
    proposal = stances.propose_stance(found, stage)
    assert (
        proposal
        == stances.propose_stance([one for one in found if one.confirmed], stage)
        == stances.propose_stance(found[::-1], stage)
    )
    assert codes.STANCES.index(stances.propose_stance(found + more, stage).stance) >= codes.STANCES.index(
        proposal.stance
    )
    assert set(proposal.because) <= {
        one.rule_id for one in found if one.confirmed and one.verdict in (codes.REMARK, codes.FAIL)
    }
    assert proposal.stance not in proposal.offered
    listed = stances.left_open(found) + stances.unconfirmed(found)
    for one in found:
        binding, settled = (
            one.severity in ("villkor", "avstyrkan"),
            one.verdict in QUIET or (one.confirmed and one.verdict in (codes.REMARK, codes.FAIL)),
        )
        assert (one in listed) == (binding and not settled)


@promise(
    "each pair that says opposite things is told once, whoever comes first, and nobody without a stance is in one",
    stances.contradictions,
)
@given(st.dictionaries(CODES, st.one_of(st.none(), st.sampled_from(codes.STANCES))))
def test_contradictions(told):
    found = stances.contradictions(told)
    pairs = {(one.department, one.other) for one in found}
    assert len(pairs) == len(found)
    assert pairs == {
        (one, other)
        for one in told
        for other in told
        if told[other] == "avstyrker" and told[one] not in (None, "avstar", "avstyrker")
    }
    assert all((one.stance, one.other_stance) == (told[one.department], told[one.other]) for one in found)


@promise("nobody has answered more than was asked, every check that asks for something is asked, and a confirmed one counts as answered",
         progress.progress)  # fmt: skip
@given(
    st.lists(
        st.fixed_dictionaries(
            {"department": CODES, "auto_verdict": VERDICTS, "confirmed_by": st.sampled_from([None, "", "A"])}
        ),
        max_size=8,
    )
)
def test_progress(checks):
    found = progress.progress(checks)
    assert sum(one.asked for one in found.values()) == sum(
        bool(one["confirmed_by"]) or one["auto_verdict"] not in QUIET for one in checks
    )
    assert sum(one.answered for one in found.values()) == sum(bool(one["confirmed_by"]) for one in checks)
    assert (
        all(0 <= one.answered <= one.asked > 0 for one in found.values()) and progress.progress(checks[::-1]) == found
    )
