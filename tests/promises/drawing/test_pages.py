"""Pages and the numbers on them: every word escaped, every number one that can be read back."""

import re
from decimal import ROUND_HALF_EVEN, Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.drawing.numbers import NOTHING, number, percent
from narvard_plugin.core.drawing.page import head_row, page, paragraphs, table_rows
from tests.promises import promise

WORDS = st.one_of(st.text(max_size=8), st.sampled_from(["<script>x</script>", "a & b", '"$words"', "$name", "${x}"]))
VALUES = st.one_of(
    st.integers(-20_000, 20_000).map(float),
    st.floats(-1e9, 1e9),
    st.sampled_from([9999.5, 9999.96, -9999.999, 0.04, -0.04]),
)


@promise("a number is its value rounded, with the user's sign and spaces from five digits on, as one rounded number and no other",
         number, usual=15, long=2000)  # fmt: skip
@given(VALUES, st.integers(0, 4), st.sampled_from([".", ","]), st.booleans())
def test_numbers(value, decimals, decimal_sign, sign):
    text = number(value, decimals, decimal_sign, sign=sign)
    exact = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
    assert Decimal(text.replace("\u00a0", "").replace(decimal_sign, ".").replace("−", "-")) == exact
    assert text == number(float(exact), decimals, decimal_sign, sign=sign)  # nothing tells it from the rounded number
    whole = re.split(r"[.,]", text)[0].lstrip("+−")
    assert ("\u00a0" in whole) == (len(whole.replace("\u00a0", "")) > 4) and all(
        len(part) == 3 for part in whole.split("\u00a0")[1:]
    )
    assert text.startswith("−") == (exact < 0) and text.startswith("+") == (sign and exact > 0)
    assert text.lstrip("+−") == number(-value, decimals, decimal_sign, sign=sign).lstrip("+−")


@promise("a share is its number of hundredths with a per cent sign; what is no number is a dash", percent, number)
@given(st.integers(-2000, 2000), st.integers(0, 2), st.booleans())
def test_percent(thousandths, decimals, sign):
    share = thousandths / 1000
    comma, point = (percent(share, decimals, decimal_sign, sign=sign) for decimal_sign in (",", "."))
    assert (
        comma == f"{number(100 * share, decimals, ',', sign=sign)}\u00a0%"
        and point == f"{number(100 * share, decimals, sign=sign)}%"
    )
    for nothing in (float("nan"), float("inf"), -float("inf")):
        assert percent(nothing, decimals, ",", sign=sign) == NOTHING == number(nothing, decimals, sign=sign)


class Told(HTMLParser):
    """The tags of a page and the texts between them."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.tags, self.texts = [], []
        self.feed(f"<div>{html}</div>")
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.texts.append("")

    def handle_data(self, data):
        self.texts[-1] += data

    def of(self, *tags):
        return [text for (tag, _), text in zip(self.tags, self.texts) if tag in tags]


@promise("a page's words are texts and never markup or places; a place that nothing fills is refused", page)
@given(WORDS, WORDS)
def test_pages(words, other):
    found = page("<p>$a</p><b>$b</b>$c", {"a": words, "b": other}, {"c": "<i>x</i>"})
    told = Told(found)
    assert [tag for tag, _ in told.tags] == ["div", "p", "b", "i"]
    if "\r" not in words + other and "\x00" not in words + other:
        assert told.of("p", "b") == [words, other]
    with pytest.raises(KeyError):
        page("$a $absent", {"a": words}, {"b": ""})


@promise(
    "every sentence is a paragraph, every cell stands in its column, and numbers stand under numbers",
    paragraphs,
    table_rows,
    head_row,
    long=400,
)
@given(
    st.lists(WORDS, max_size=4),
    st.lists(st.lists(WORDS, min_size=3, max_size=3), max_size=4),
    st.integers(1, 3),
    st.booleans(),
)
def test_tables(sentences, rows, texts, total):
    clean = [[cell.replace("\r", "").replace("\x00", "") for cell in row] for row in rows]
    said = [one.replace("\r", "").replace("\x00", "") for one in sentences]
    assert Told(paragraphs(said)).of("p") == [
        one + "\n" * (at < len([x for x in said if x]) - 1) for at, one in enumerate(one for one in said if one)
    ]
    told = Told(table_rows(clean, texts, total_last=total))
    cells = [text.rstrip("\n") if at % 3 == 2 else text for at, text in enumerate(told.of("th", "td"))]
    assert cells == [
        text.rstrip("\n") if at % 3 == 2 else text for at, text in enumerate(cell for row in clean for cell in row)
    ]
    numbers = [
        at % 3
        for at, (tag, attrs) in enumerate(one for one in told.tags if one[0] in ("th", "td"))
        if attrs.get("class") == "number"
    ]
    assert sorted(set(numbers)) == (list(range(texts, 3)) if rows else [])
    lines = [attrs.get("class") for tag, attrs in told.tags if tag == "tr"]
    assert lines == [None] * (len(rows) - 1) + ["total" if total else None] * bool(rows)
    head = Told(head_row(["a", "<b>", "c"], texts))
    assert head.of("th") == ["a", "<b>", "c"] and [attrs.get("class") for tag, attrs in head.tags if tag == "th"] == [
        None
    ] * texts + ["number"] * (3 - texts)
