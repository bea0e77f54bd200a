import pytest

for name in ("walk", "walk_early", "walk_late", "outcome"):
    pytest.register_assert_rewrite(f"{__name__}.plan_{name}")
