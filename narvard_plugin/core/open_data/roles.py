"""What the fields of a layer tell of people: counts of them, shares of them, numbers that rest on them, or nothing.

Names that Närvård itself gives are known here. What another layer calls its fields nobody can know: it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ..figures import Unreadable, read_number

#: Counts of people; shares of people; what is reckoned from people (means, sums, products); nothing of people.
PEOPLE, SHARE, RESTS, PLAIN = "people", "share", "rests", "plain"
#: A number that nobody has said what it is of.
UNKNOWN = "unknown"

_KNOWN = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        # Before the rest: they begin like counts, and are none.
        (PLAIN, r"(offroad_|to_|from_)?(minutes|metres)(_.*)?|(length|offroad|area|distance)_(m|m2|km2)|x|y|easting|northing"),
        (PLAIN, r"(.*_)?(year|month|hour|weekday|rank|row|row_version|number_of_facilities|vintage)"),
        (PLAIN, r"(area_type|kind|level|class|stage|transfers|days(_left)?|weekdays|hours|threshold|is_.*|has_.*)(_\d{4})?"),
        (PLAIN, r"(facilities|centres|areas|units|plans|stations)(_.*)?|floor_area.*|plot_m2|beds|radius_m|coastal|on_island"),
        (PLAIN, r"opened|closed|(p|z|variance)_(value|adjusted|normal|random)|neighbours|moran_i|hidden_(cells|listings)|decimals"),
        (PLAIN, r"(gp|st)_fte|vehicles|(vehicle|capacity)_hours|(need|access)_class|(from|to)_level|region_\d+|radius_k\d+|(.*_)?(id|kod|code)"),
        (PLAIN, r"(source|missing|ground)_areas|zones|squares|parts(_unknown)?|comparison_units|years_without_amount|outside_m|superior_metres"),
        (RESTS, r"(.*_)?(change|delta|difference|growth)(_.*)?"),
        (SHARE, r"(.*_)?(share|percent|procent|pct|andel)(_.*)?"),
        (RESTS, r"(.*_)?(per_(1000|100000|person|listed|gp|catchment)|income.*|mean(_.*)?|median(_.*)?|p90(_.*)?|index(_.*)?)"),
        (RESTS, r"(extra_)?person_(minutes|km|hours).*|(.*_)?(demand|ratio|load|calls|supply|migration|volume)(_.*)?"),
        (RESTS, r"cni_points|reclassification|spare_(places|after)|beyond_capacity|amount(_.*)?|access(_own|_other)?|residual|outcome(_.*)?"),
        (RESTS, r"analysed|lag|statistic|percentile|weight|(observed|computed|extra)_minutes|deviation(_with_factors)?"),
        (PEOPLE, r"(.*_)?(population|people|inhabitants|listed|patients|persons|invanare|folkmangd|listade|patienter)(_.*)?"),
        (PEOPLE, r"(.*_)?(age|aged|under|over)_\d+(_.*)?|(.*_)?(old_alone|foreign_born|unemployed|single_parent|moved|low_education)(_.*)?"),
        (PEOPLE, r"gainers|losers|lost_reach|gained_reach|unreached|unreachable(_.*)?|(.*_)?(boys|girls|women|men|children)(_.*)?"),
    )
)  # fmt: skip
#: The people of a whole row, the surest first: what shares and means rest on.
_WHOLE = ("population", "people", "inhabitants", "listed", "patients", "folkmangd", "invanare", "listade", "number")
#: Codes and ids are often written with figures only.
_CODE = re.compile(
    r"(.*_)?(id|code|kod|region|municipality|kommun|lan|regso|deso|area|vintage|date|datum|postal_code|route.*)",
    re.IGNORECASE,
)
#: What names a person, or leads to one; and who did something in the register.
_PERSONAL = re.compile(
    r"(who|handler|handlaggare|email|e_?mail|e_?post|phone|telefon|mobil|confirmed_by|assessed_by|participants|contact_id|"
    r"personnummer|person_?nr|pnr|personal_(number|id)|first_?name|last_?name|fornamn|efternamn|patient_?id|lopnr)",
    re.IGNORECASE,
)
_IDENTITY_NUMBER = re.compile(r"\b(19|20)?\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?\d{4}\b")
_SAMPLE_OF_TEXTS = 2000


class Named(NamedTuple):
    """Fields of which the user has said that they count people, are shares of them, or are means of them."""

    people: Collection[str] = ()
    shares: Collection[str] = ()
    means: Collection[str] = ()


def role_of(name: str, named: Named) -> str:
    """The role of a field that holds numbers; what the user says goes before what its name says."""
    for role, said in ((PEOPLE, named.people), (SHARE, named.shares), (RESTS, named.means)):
        if name in said:
            return role
    return next((role for role, known in _KNOWN if known.fullmatch(name.lower())), UNKNOWN)


def whole_field(roles: Mapping[str, str]) -> str:
    """The count that is of everybody in a row; "" where no field is known to be."""
    counts = {name.lower(): name for name, role in roles.items() if role == PEOPLE}
    return next((counts[name] for name in _WHOLE if name in counts), "")


def holds_numbers(name: str, texts: Sequence) -> bool:
    """Whether a field of texts holds nothing but numbers, as tables from spreadsheets do; codes and ids are none."""
    told = [text for text in texts if text is not None and str(text).strip()]
    if not told or _CODE.fullmatch(name):
        return False
    return all(_reads_as_number(str(text)) for text in told)


def _reads_as_number(text: str) -> bool:
    if re.match(r"\s*0\d", text):  # a code: numbers have no leading zero
        return False
    try:
        read_number(text)
    except Unreadable:
        return False
    return True


def personal_fields(names: Sequence[str]) -> list[str]:
    """Fields whose names say that they name a person, or who did something."""
    return [name for name in names if _PERSONAL.fullmatch(name)]


def has_identity_numbers(texts: Sequence) -> bool:
    """Whether Swedish personal identity numbers stand among the ``texts``: most of those that are told look like one."""
    told = [str(text) for text in texts[:_SAMPLE_OF_TEXTS] if text is not None and str(text).strip()]
    found = sum(bool(_IDENTITY_NUMBER.search(text)) for text in told)
    return found > 0 and 2 * found >= len(told)
