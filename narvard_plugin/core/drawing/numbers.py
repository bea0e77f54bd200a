"""Numbers as people read them on a page: the user's decimal sign, a true minus, no break inside a number."""

from __future__ import annotations

import numpy as np

NOTHING = "–"
_SPACE = "\N{NO-BREAK SPACE}"


def number(value: float, decimals: int, decimal_sign: str = ".", *, sign: bool = False) -> str:
    """``value`` with so many ``decimals``; with ``sign`` a plus before what is above 0; a dash where there is none."""
    if not np.isfinite(value):
        return NOTHING
    text = f"{abs(value):,.{decimals}f}"
    if len(text.partition(".")[0]) < len("10,000"):  # four digits are read without a space
        text = text.replace(",", "")
    some = any(digit in "123456789" for digit in text)
    before = "−" if value < 0 and some else "+" if sign and some else ""
    return before + text.replace(",", _SPACE).replace(".", decimal_sign)


def percent(share: float, decimals: int, decimal_sign: str = ".", *, sign: bool = False) -> str:
    """A ``share`` (0–1) in per cent: "12,5 %" where the decimal sign is a comma, else "12.5%"."""
    text = number(100 * share, decimals, decimal_sign, sign=sign)
    return text if text == NOTHING else f"{text}{_SPACE if decimal_sign == ',' else ''}%"


def few_digits(value: float, decimal_sign: str = ".") -> str:
    """A number of any size with about three digits that mean something: 0.0123, 4.57, 18.2, 1 204."""
    size = abs(value) if np.isfinite(value) else 0.0
    decimals = 0 if size == 0 else int(np.clip(2 - np.floor(np.log10(size)), 0, 6))
    return number(value, decimals, decimal_sign)
