"""Every import, given spoiled tables: what it cannot take is said in words, and then nothing of the workspace has changed."""

import shutil

import pytest
from qgis.core import QgsProcessingException

from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.qgis.small_network import run
from tests.shared import campaign

from .readers import READERS
from .test_tools import is_sentence
from .ways import spoiled

SEEDS = range(5, 5 + campaign(3, 600))


class Import:
    """A tool, the file that it reads, and what of the workspace it may change."""

    def __init__(self, name: str, content: bytes, *tables: str, parameter: str = "INPUT", **more):
        self.name, self.content, self.tables, self.parameter, self.more = name, content, tables, parameter, more


def lines(*rows: str) -> bytes:
    return "\n".join(rows).encode("utf-8-sig")


SOURCE = {"SOURCE": "Uppgift", "OUTPUT": "memory:"}
IMPORTS = {
    "importfacilities": Import("enheter.csv", lines("facility_id;name;type;region;municipality;x;y", "a;Åhamn;apotek;08;0880;583000;6281000", "b;B;apotek;08;0880;583100;6281000"), "facilities", OUTPUT="memory:"),
    "importgrants": Import("bidrag.csv", lines("enhet;ar;belopp;insats;matt;utfall", "e1;2024;100000,5;Team;inskrivna;12,5", "e2;2024;0;Team;inskrivna;"), "grant_followup", UNIT_FIELD="enhet", YEAR_FIELD="ar", AMOUNT_FIELD="belopp", EFFORT_FIELD="insats", INDICATOR_FIELD="matt", OUTCOME_FIELD="utfall", BETTER="lower", **SOURCE),
    "importwaitingtimes": Import("vantetid.csv", lines("lan;enhet;specialitet;matt;period;antal;andel", "08;e1;ortopedi;besök;2024-Q4;1 234;65,5"), "waiting_times", REGION_FIELD="lan", UNIT_FIELD="enhet", SPECIALTY_FIELD="specialitet", MEASURE_FIELD="matt", PERIOD_FIELD="period", NUMBER_FIELD="antal", SHARE_FIELD="andel", SHARE_AS="percent", **SOURCE),
    "importlistings": Import("listade.csv", lines("area_code;unit_id;number;date;source", "9901A0010;99-1;9;2024-12-31;x", "9901A0010;99-2;<5;2024-12-31;x"), "listings", OUTPUT="memory:"),
    "importcni": Import("cni.csv", lines("enhet;poang;antal", "98-1;30511,3;13848", "98-2;19206,9;7783"), "need_index", CODE_FIELD="enhet", POINTS_FIELD="poang", POPULATION_FIELD="antal", DATE="2024-12-31", **SOURCE),
    "importplanlist": Import("planer.csv", lines("Namn;Diarienummer;Kommun;Skede;Bostäder", "Kv Räven;KS 1;Lindhamn;Samråd;120-150", "Kajen;0012;Lindhamn;Granskning;80"), "plan_cases", MUNICIPALITY="9901", OUTPUT="memory:"),
    "importplans": Import("plan.json", READERS["sources.plans.plan_file"].good(), "plan_cases", "plan_versions", "provisions", MUNICIPALITY="9901", OUTPUT="memory:"),
    "registerletter": Import("brev.eml", READERS["sources.plans.letters"].good(), "plan_cases", "plan_files", MUNICIPALITY="9901", NAME="Kv Exemplet", OUTPUT="memory:"),
    "importexchange": Import("utbyte.gpkg", READERS["sources.exchange_file"].good(), "facilities", "services", "capacity", parameter="FILE", REGION="98", OUTPUT="memory:"),
}  # fmt: skip


@pytest.fixture(scope="module")
def empty(provider, tmp_path_factory):
    path = tmp_path_factory.mktemp("början") / "arbetsyta.gpkg"
    create_workspace(str(path), "99").close()
    return path


def kept(workspace, tables) -> list:
    with open_workspace(workspace, writable=False) as opened:
        return [opened.read(name).to_csv() for name in (*tables, "sources")]


@pytest.mark.parametrize("name", IMPORTS)
def test_a_spoiled_table_is_taken_row_by_row_or_refused_whole(empty, name, tmp_path):
    one, workspace = IMPORTS[name], str(shutil.copy(empty, tmp_path / "arbetsyta.gpkg"))
    file, before = tmp_path / one.name, kept(str(empty), one.tables)
    for seed in SEEDS:
        file.write_bytes(spoiled(one.content, seed))
        try:
            run(name, WORKSPACE=workspace, **{one.parameter: str(file)}, **one.more)
            refusal = None
            shutil.copy(empty, workspace)
        except QgsProcessingException as error:
            refusal = str(error)
        assert refusal is None or is_sentence(refusal), (seed, refusal)
        assert kept(workspace, one.tables) == before, seed
    file.write_bytes(one.content)
    run(name, WORKSPACE=workspace, **{one.parameter: str(file)}, **one.more)
    assert kept(workspace, one.tables) != before, "a good file changes something"
