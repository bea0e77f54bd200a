"""What the tools about need indices share: which scale a result is on, when that is doubtful, and its style."""

from __future__ import annotations

from qgis.core import QgsWkbTypes

from ..core.deso.care_need import PER_PERSON, POINTS, RATIO, doubtful_scale
from ..i18n import number, tr

OTHER = "other"
_FAR = 2.0  # times; two scales of the same index lie farther apart


def scale_name(scale: str) -> str:
    """What users call a scale of ``core.deso.care_need``."""
    return {
        POINTS: tr("sum of points"),
        PER_PERSON: tr("points per person"),
        RATIO: tr("ratio to the nation (1 = the nation)"),
        OTHER: tr("another scale"),
    }[scale]


def scale_of_field(field: str) -> str | None:
    """The scale that a field's name says, as `careneedindex` names its fields with or without a PREFIX; None = none."""
    return next((scale for scale in (POINTS, PER_PERSON, RATIO) if field.lower().endswith(f"cni_{scale}")), None)


def refuse_points(field: str) -> str:
    """What to say where ``field`` is a sum of points and a mean of it was asked for; else nothing."""
    if scale_of_field(field) != POINTS:
        return ""
    return tr(
        "{field} is a sum of points, which grows with the number of people. Choose points per person, or the ratio."
    ).format(field=field)


def say_doubtful_scale(values, scale: str, field: str, account, feedback) -> None:
    """Warn where ``values`` said to be of ``scale`` look like the other one; nothing is converted."""
    if not doubtful_scale(values, scale):
        return
    other = scale_name(RATIO if scale == PER_PERSON else PER_PERSON)
    text = tr(
        "{field} is said to be {scale}, but half of its values or more look like {other}. Nothing was changed: check the scale before the numbers are used."
    )
    account.say(feedback, text.format(field=field, scale=scale_name(scale), other=other), warn=True)


def say_twice_the_mean(own: float, mean: float, account, feedback) -> None:
    """Warn where the areas' own points per person and the nation's look like different scales."""
    if mean and own and not 1 / _FAR <= own / mean <= _FAR:
        text = tr(
            "The areas have {own} points per person and NATIONAL_MEAN is {mean}. Check that it is the nation's points per person, and not a ratio or a sum."
        )
        account.say(feedback, text.format(own=number(own), mean=number(mean)), warn=True)


def scale_style(algorithm, source, is_ratio: bool, shapes: dict) -> str:
    """The style of OUTPUT by scale and by ``shapes`` (geometry: part of its name); "none" for other geometries."""
    shape = shapes.get(QgsWkbTypes.geometryType(source.wkbType()))
    if shape is None:
        return "none"
    return f"{algorithm.ID}_output{shape}{'_ratio' if is_ratio else ''}.qml"
