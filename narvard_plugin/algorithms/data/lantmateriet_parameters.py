"""What the tools over Lantmäteriet's services share: how to sign in, and which municipalities are asked for."""

from __future__ import annotations

from qgis.core import QgsProcessingException, QgsProcessingParameterString

from ...i18n import tr
from ...sources.facility_catalogue import municipalities
from ...sources.oauth import TOKEN_URLS, token_url_for
from ..fetching import Asking, FetchingAlgorithm
from ..parameters import enum_parameter, parts_of, region_name

TOKEN, BASIC = "token", "basic"


def add_municipalities(tool: FetchingAlgorithm) -> None:
    tool._add(
        QgsProcessingParameterString(
            "MUNICIPALITIES", tr("Only these municipalities (codes, ; between)"), optional=True
        ),
        tr("Blank = all of the region."),
    )


def add_signing_in(tool: FetchingAlgorithm, default: str) -> None:
    """SIGN_IN and TOKEN_URL, folded away."""
    tool._add(
        enum_parameter(
            "SIGN_IN",
            tr("How the account signs in"),
            {TOKEN: tr("With a token for consumer key and secret (OAuth2)"), BASIC: tr("With user name and password")},
            default,
        ),
        tr("Keep key and secret, or user name and password, as the kind Basic in QGIS's authentication store."),
        advanced=True,
    )
    tool._add(
        QgsProcessingParameterString("TOKEN_URL", tr("Address where tokens are given out"), optional=True),
        tr("Blank = {new}. Older accounts use {old}.").format(new=TOKEN_URLS[0], old=TOKEN_URLS[1]),
        advanced=True,
    )


def chosen_token_url(tool: FetchingAlgorithm, parameters, context, url: str) -> str:
    """Where to ask for a token; "" where the account goes along as it is."""
    if tool.parameterAsEnumString(parameters, "SIGN_IN", context) == BASIC:
        return ""
    return token_url_for(url, tool.parameterAsString(parameters, "TOKEN_URL", context).strip())


def chosen_municipalities(tool: FetchingAlgorithm, parameters, context, asking: Asking) -> list[str]:
    """Codes of the region's municipalities; of a region that the catalogue does not know, those of its areas."""
    known = [code for code in municipalities() if code[:2] == asking.region]
    if not known:
        areas = asking.workspace.read("areas")["municipality"].dropna().unique()
        known = sorted(code for code in areas if code[:2] == asking.region)
    if not known:
        raise QgsProcessingException(
            tr("No municipality of {region} is known. Fetch its areas into the workspace first.").format(
                region=region_name(asking.region)
            )
        )
    wanted = parts_of(tool.parameterAsString(parameters, "MUNICIPALITIES", context))
    strange = [code for code in wanted if code not in known]
    if strange:
        raise QgsProcessingException(
            tr("{codes} are no municipalities of {region}. There are: {known}.").format(
                codes=", ".join(strange), region=region_name(asking.region), known=", ".join(known)
            )
        )
    return wanted or known
