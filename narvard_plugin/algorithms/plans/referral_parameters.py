"""WORKSPACE and REFERRAL: which planremiss in which register, by its id or its diarienummer."""

from __future__ import annotations

from qgis.core import QgsProcessingException, QgsProcessingParameterFile, QgsProcessingParameterString

from ...adapters.plan_measures.asked import user_language
from ...adapters.reading import listed
from ...core.plans.rows import records
from ...i18n import tr
from ...reports.templates import LANGUAGES, Templates
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter, workspace_parameter


def add_referral(tool: NarvardAlgorithm, text: str) -> None:
    """WORKSPACE, told by ``text``, and REFERRAL."""
    tool._add(workspace_parameter(), text)
    tool._add(
        QgsProcessingParameterString("REFERRAL", tr("Planremiss (id or diarienummer)")),
        tr("The id in the register, or the region's reference where only one planremiss has it."),
    )


def find_referral(workspace, text: str) -> str:
    """The id of the planremiss that ``text`` names. Raises ``QgsProcessingException`` with a sentence."""
    text = text.strip()
    if len(workspace.read("referrals", within={"referral_id": [text]})):
        return text
    own = records(workspace.read("referrals", within={"region_reference": [text]}))
    cases = list(workspace.read("plan_cases", within={"region_reference": [text]})["plan_id"])
    by_case = records(workspace.read("referrals", within={"plan_id": cases})) if cases else []
    found = {one["referral_id"]: one for one in (*own, *by_case)}
    if not found:
        raise QgsProcessingException(
            tr('There is no planremiss with the id or diarienummer "{text}" in the workspace.').format(text=text)
        )
    if len(found) > 1:
        told = [f"{one['stage']} {one['received']}: {one['referral_id']}" for one in found.values()]
        raise QgsProcessingException(
            tr('{n} planremisser have the diarienummer "{text}". Give the id of one of them: {list}.').format(
                n=len(found), text=text, list=listed(told)
            )
        )
    return next(iter(found))


def add_language(tool: NarvardAlgorithm) -> None:
    """LANGUAGE of the document, and TEMPLATE, the region's own folder of templates."""
    tool._add(
        enum_parameter("LANGUAGE", tr("Language"), {"sv": tr("Swedish"), "en": tr("English")}, "sv"),
        tr("Of headings and words; what people wrote stays as they wrote it."),
    )
    tool._add(
        QgsProcessingParameterFile(
            "TEMPLATE", tr("Folder with templates of your own"), QgsProcessingParameterFile.Behavior.Folder, optional=True
        ),
        tr("Files there go before the plugin's: statement.html, annex.html, history.html, page.html, page.css, document.css, words_sv.json, words_en.json, logo.png."),
        advanced=True,
    )  # fmt: skip


def reader_words() -> dict:
    """What codes are called in the language of documents that comes nearest to the user's."""
    spoken = user_language()
    return Templates(spoken if spoken in LANGUAGES else "en").words


def templates_of(tool: NarvardAlgorithm, parameters, context) -> Templates:
    folder = tool.parameterAsString(parameters, "TEMPLATE", context)
    return Templates(tool.parameterAsEnumString(parameters, "LANGUAGE", context), folder)
