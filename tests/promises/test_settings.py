"""Settings of an account as people read them."""

from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.narrative import setting
from tests.promises import promise

NUMBER = st.one_of(st.integers(-9999, 9999).map(str), st.floats(-9999, 9999).map(lambda one: f"{one:.2f}"))


@promise(
    "numbers of a setting keep their value and their number, and every other text stands as it is", setting, long=1000
)
@given(st.lists(NUMBER, min_size=1, max_size=3), st.sampled_from(".,"), st.text("ab1,. -", max_size=8))
def test_settings(parts, decimal, text):
    told = setting(", ".join(parts), decimal).split(", ")
    plain = [one.replace("−", "-").replace("\u00a0", "").replace("\u202f", "").replace(decimal, ".") for one in told]
    assert [float(one) for one in plain] == [float(part) for part in parts]
    assert setting(f"{text}x", decimal) == f"{text}x" and setting("", decimal) == ""
