"""Letters, lists and names of documents: only what stands there is told, and what is not understood is told as that."""

import re
import unicodedata
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from narvard_plugin.core.plans import codes, document_roles, letter, letter_dates, plan_list, plan_words
from narvard_plugin.core.plans.rows import one_line
from narvard_plugin.sources.plans.words import plan_words as shipped_words
from tests.promises import promise

WORDS = shipped_words()
RECEIVED = st.dates(date(2020, 1, 1), date(2060, 1, 1))
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
NAMES = {"0580": "Linköping", "2480": "Umeå", "2080": "Falun"}


def written(day, how):
    month = MONTHS[day.month - 1]
    return [
        f"{day}", f"{day:%Y/%m/%d}", f"{day.day}.{day.month}.{day.year}", f"den {day.day} {month} {day.year}", f"{day.day} {month[:3]} {day.year}",
        f"{day.day}/{day.month} {day.year}", f"{day.day}:e {month.upper()}, {day.year}", f"{day.day} {month}", f"{day.day}/{day.month}",
    ][how]  # fmt: skip


DATED = st.tuples(RECEIVED, st.integers(0, 8))
PIECES = st.one_of(
    st.sampled_from([
        "Granskning av detaljplan för Räven 3", "Samråd", "svar senast ", "till och med ", " – ", ".\n", "Synpunkter ", "Umeå kommun",
        "begränsat förfarande", "inte ", "Dnr: BN-2026/12", "planbesked", "antagande", "\n\n", "Från: a\nSkickat: ", "översiktsplan",
        "ſep 2026 5 ſept 2026", "möte ", "mellan ", "och ", "planprogram för Å. ",
    ]),
    st.text(max_size=5),
)  # fmt: skip


@st.composite
def letters(draw):
    """A letter and the days that stand in it."""
    days = draw(st.lists(DATED, max_size=3))
    parts = [(written(day, how), day) for day, how in days] + [
        (text, None) for text in draw(st.lists(PIECES, max_size=7))
    ]
    order = draw(st.permutations(parts))
    return " ".join(text for text, _ in order), [day for _, day in order if day]


def bare(text):
    """As the reading looks at it: one kind of dash and space, nothing unseen."""
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("–", "-").replace("—", "-")
    return "".join(one for one in text if one in "\r\n\t" or unicodedata.category(one)[0] != "C")


@promise("every fact of a letter is a known code or stands in the letter, each is told once with its words, and nothing else is raised",
         letter.read_letter, letter.plans_named, usual=15, long=4000)  # fmt: skip
@example(("Granskning av detaljplan för X\nSvar senast 5 ſept 2026", []), date(2026, 8, 1), "")
@given(letters(), RECEIVED, st.one_of(st.just("plan@umea.se"), st.text(max_size=9)))
def test_letters(told, received, sender):
    text, _ = told
    found = letter.read_letter(text, received, NAMES, sender)
    by_column = {one.column: one for one in found}
    assert len(by_column) == len(found) and found == letter.read_letter(text, received, NAMES, sender)
    plain = " ".join(bare(text).split())
    known = {"stage": codes.STAGES, "kind": codes.CASE_KINDS, "procedure": codes.PROCEDURES, "municipality": NAMES}
    for column, one in by_column.items():
        assert one.value in known.get(column, (one.value,)) and one.value
        assert one.words.strip("…") in plain or (column == "municipality" and one.words == sender)
        assert column not in ("name", "municipality_reference") or one.value.rstrip(".") in plain
    if "answer_by" in by_column:
        day = date.fromisoformat(by_column["answer_by"].value)
        assert received <= day <= received + timedelta(days=400)
        assert "start" not in by_column or by_column["start"].value <= by_column["answer_by"].value
    assert "start" not in by_column or "answer_by" in by_column
    named = letter.plans_named(text)
    assert len({one.casefold() for one in named}) == len(named) and all(one.rstrip(".") in plain for one in named)


@promise("a day that is told stands in the text where it is said to, and every whole date that stands alone there is told",
         letter_dates.days_in, letter_dates.period_of, usual=15, long=4000)  # fmt: skip
@given(letters(), RECEIVED, st.lists(DATED, max_size=3))
def test_days(told, received, alone):
    text, _ = told
    for named in letter_dates.days_in(text, received):
        words = text[named.start : named.end].casefold()
        numbers = [int(one) for one in re.findall(r"\d+", words)]
        assert named.day.day in numbers and (named.day.year in numbers) == named.dated
        assert named.day.month in numbers or MONTHS[named.day.month - 1][:3] in words
        assert named.dated or -180 <= (named.day - received).days <= 366
    period = letter_dates.period_of(text, received)
    days = [one.day for one in letter_dates.days_in(text, received)]
    if period.answer_by:
        assert period.answer_by[0] in days and received <= period.answer_by[0]
        assert period.start is None or period.start[0] <= period.answer_by[0]
        assert text[period.answer_by[1] : period.answer_by[2]] != ""
    assert period.start is None or period.answer_by
    sentence = "; ".join(written(day, how) for day, how in alone)
    found = letter_dates.days_in(sentence, received)
    assert len(found) >= sum(how < 7 for _, how in alone)
    assert {day for day, how in alone if how < 7} <= {one.day for one in found}


@promise("a day is told as ISO or not at all", plan_list.day_in, long=3000)
@given(RECEIVED, st.integers(0, 8), st.text("0123456789-/. majoktſep", max_size=12))
def test_day_in(day, how, text):
    told = plan_list.day_in(f" {written(day, how)} ")
    assert told == (str(day) if how < 7 and how != 3 else told) and told in (str(day), None)
    assert how < 7 or told is None
    assert plan_list.day_in(f"{day:%Y%m%d}") == plan_list.day_in(f"{day} 00:00:00") == str(day)
    found = plan_list.day_in(text)
    assert found is None or str(date.fromisoformat(found)) == found


CELL = st.one_of(
    st.text(max_size=8),
    st.sampled_from(["Räven", "Björken", "ca 120–150 lgh", "150-120", "1 200,5", "Samråd", "summa", "utökat förfarande", "2026-01-05", "Detaljplan",
                     "https://x.example", "javascript:x", "Umeå", "99999999999", "-5", "ej antagen"]),
)  # fmt: skip
ROWS = st.lists(st.dictionaries(st.sampled_from(sorted(WORDS.columns)), CELL, max_size=7), max_size=5)


@promise("every row of a list is a case, is told why not, or is empty; no case twice; what is not understood is counted and left unset",
         plan_list.read_list, usual=12, long=3000)  # fmt: skip
@given(ROWS)
def test_lists(rows):
    found = plan_list.read_list(rows, WORDS, {"Umeå": "2480"}.get, "0580")
    told = [one.row for one in found.cases] + [row for row, _, _ in found.rejected]
    filled = [at for at, row in enumerate(rows, 1) if any(one_line(text) for text in row.values())]
    assert sorted(told) == filled and found.rejected == sorted(found.rejected, key=lambda one: one[0])
    keys = [
        (one.case["municipality"], (one.case.get("designation") or one.case["name"]).casefold()) for one in found.cases
    ]
    assert len(set(keys)) == len(keys)
    problems = {plan_list.NO_NAME, plan_list.NO_MUNICIPALITY, plan_list.TWICE, plan_list.A_SUM}
    assert {problem for _, problem, _ in found.rejected} <= problems
    known = {"status": codes.CASE_STATUSES, "kind": codes.CASE_KINDS, "procedure": codes.PROCEDURES}
    for one in found.cases:
        case, row = one.case, rows[one.row - 1]
        assert (
            case["name"] == one_line(case["name"])
            and None not in case.values()
            and case["municipality"] in ("0580", "2480")
        )
        assert all(case[name] in values for name, values in known.items() if name in case)
        assert case.get("dwellings_min", 0) <= case.get("dwellings_max", 2**31)
        assert all(case[name] >= 0 for name in ("dwellings_min", "dwellings_max", "care_area_m2") if name in case)
        assert case.get("source_url", "https://").startswith(("https://", "http://"))
        for name in ("status", "kind", "procedure", "status_date", "care_area_m2", "implementation_months"):
            text = one_line(row.get(name, ""))
            assert not text or name in case or found.unknown[(name, text)] >= 1
    again = plan_list.read_list(rows + rows, WORDS, {"Umeå": "2480"}.get, "0580")
    assert [one.case for one in again.cases] == [one.case for one in found.cases]


@promise("a heading tells at most one column, the row of headings is found under any title, and order changes no column",
         plan_words.columns_of, plan_list.headings_at, long=1000)  # fmt: skip
@given(st.data())
def test_headings(data):
    wanted = data.draw(st.lists(st.sampled_from(sorted(WORDS.columns)), min_size=2, max_size=5, unique=True))
    headings = [WORDS.columns[column][0].upper() for column in wanted]
    others = data.draw(st.lists(st.text("xyzq", min_size=4, max_size=6), max_size=3))
    order = data.draw(st.permutations([*dict.fromkeys(headings), *others]))
    found = plan_words.columns_of(order, WORDS)
    assert len(set(found.values())) == len(found) and set(found.values()) <= set(order)
    assert set(wanted) <= set(found) or len(set(headings)) < len(headings)
    above = data.draw(st.lists(st.lists(st.text("xyzq ", max_size=5), max_size=3), max_size=3))
    assert plan_list.headings_at([*above, order, ["x"]], WORDS) == len(above)
    assert plan_list.headings_at([*above, order, ["x"]], WORDS, order[:2]) == len(above)
    assert plan_list.headings_at([], WORDS) == 0


@promise("every word of a status says that status, alone and in a sentence, and turned around it says nothing",
         plan_words.status_of, plan_words.parse_plan_words)  # fmt: skip
@given(
    st.sampled_from([(code, word) for code, all_of_it in WORDS.status_words.items() for word in (code, *all_of_it)]),
    st.text(max_size=9),
)
def test_statuses(told, text):
    status, word = told
    assert plan_words.status_of(f" {word.upper()} ", WORDS) == status
    assert plan_words.status_of(f"{word} och {word}", WORDS) in (status, None)
    assert plan_words.status_of(f"xyz ej {word}", WORDS) is None
    assert plan_words.status_of(text, WORDS) in (None, *codes.CASE_STATUSES)


@promise("a plan is the same under any case and spacing and with or without the words before its name",
         plan_words.same_plan)  # fmt: skip
@given(
    st.text("abcå \t", min_size=1, max_size=9).filter(str.strip),
    st.sampled_from(["Detaljplan för ", "förslag till ny dp avseende ", ""]),
)
def test_same_plan(name, before):
    assert (
        plan_words.same_plan(before + name)
        == plan_words.same_plan(f"  {before.upper()} {name.upper()} ")
        == " ".join(name.split())
    )
    assert plan_words.same_plan(f"Ändring av {name}") != plan_words.same_plan(name)


@promise("a document's role and investigation are known codes, told by its words alone and not by their case or signs between",
         document_roles.role_of, document_roles.investigation_of)  # fmt: skip
@given(
    st.lists(
        st.sampled_from(["plankarta", "PM", "buller", "samrådsredogörelse", "trafik", "a1", "beslut"]), max_size=3
    ),
    st.text(max_size=9),
)
def test_documents(words, text):
    name = "_".join(words) + ".pdf"
    for one in (name, text):
        assert document_roles.role_of(one) in codes.DOCUMENT_ROLES
        assert document_roles.investigation_of(one) is None or document_roles.role_of(one) != "ovrigt"
    assert document_roles.role_of(name) == document_roles.role_of(name.upper().replace("_", " - "))
    assert not words or "samrådsredogörelse" not in words or document_roles.role_of(name) == "samradsredogorelse"
