"""Columns that many tables of the register have, each with its rules and its names in both languages."""

from __future__ import annotations

from .schema import INTEGER, TEXT, Column

#: Why a number is missing, or that it is not: missing is never written as 0.
VALUE_STATUSES = ("ok", "estimated", "suppressed", "missing")

#: Whether a value does well below or above its target.
BETTER = ("lower", "higher")


def code(name, label_sv, label_en, digits=None, **rest):
    return Column(name, TEXT, label_sv, label_en, digits=digits, **rest)


def text(name, label_sv, label_en, **rest):
    return Column(name, TEXT, label_sv, label_en, **rest)


def count(name, label_sv, label_en, **rest):
    return Column(name, INTEGER, label_sv, label_en, minimum=0, **rest)


def year(name, label_sv, label_en, **rest):
    return Column(name, INTEGER, label_sv, label_en, minimum=1600, maximum=2200, **rest)


def region(**rest):
    return code("region", "Region (länskod)", "Region (county code)", digits=2, **rest)


def municipality():
    return code("municipality", "Kommun (kod)", "Municipality (code)", digits=4)


def facility_id():
    return text("facility_id", "Enhetens id", "Facility id", required=True, references=("facilities", "facility_id"))


def source(**rest):
    return text("source", "Källa", "Source", **rest)


def status():
    return text("status", "Status", "Status", required=True, choices=VALUE_STATUSES)


def age_group(low, high):
    if high == "plus":
        return count(f"age_{low}_plus", f"{low} år och äldre", f"Aged {low} and over")
    return count(f"age_{low}_{high}", f"{low}–{high} år", f"Aged {low} to {high}")
