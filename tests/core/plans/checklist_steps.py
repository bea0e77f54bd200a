"""A small checklist to change one thing in, and the shipped one."""

import copy
import json

from narvard_plugin.core.plans.checklist_reading import read_checklist
from narvard_plugin.paths import bundled


def both(text):
    return {"sv": text, "en": text}


def shipped_text():
    return bundled("resources", "checklists", "region_grund.yaml").read_text("utf8")


SMALL = {
    "schema": "narvard-checklist/1",
    "id": "liten",
    "version": "1.0",
    "title": {"sv": "Liten lista", "en": "Small list"},
    "params": {
        "near_m": {"title": {"sv": "nära", "en": "near"}, "value": 400, "unit": "m"},
        "far_m": {
            "title": {"sv": "långt", "en": "far"}, "value": 500, "unit": "m", "confirm": False,
            "source": {"ref": "En lag", "kind": "lag", "read": True},
        },
        "load_ok": {
            "title": {"sv": "last", "en": "load"}, "value": 1, "unit": both("gånger"), "confirm": False,
            "source": {"ref": "En lag", "kind": "lag", "read": True},
        },
    },
    "groups": {"KOL": {"sv": "Kollektivtrafik", "en": "Public transport"}, "RIS": {"sv": "Risk", "en": "Risk"}},
    "departments": {"rkm": both("Trafik"), "fast": both("Fastighet")},
    "answer_labels": {"ja": both("Ja"), "nej": both("Nej"), "vet_ej": both("Vet ej")},
    "layers": {
        "stops": {"title": {"sv": "Hållplatser", "en": "Stops"}, "geometry": "point", "max_age_days": 100},
        "tram": {"title": {"sv": "Spårväg", "en": "Tram"}, "geometry": "line", "optional": True},
        "goods": {"title": {"sv": "Farligt gods", "en": "Dangerous goods"}, "geometry": "line"},
    },
    "rules": [
        {
            "id": "KOL-01",
            "title": {"sv": "Gångavstånd", "en": "Walking distance"},
            "sources": [{"ref": "Ett program", "kind": "lokal_parameter", "read": False}],
            "stages": ["samråd", "granskning"],
            "department": "rkm",
            "severity": "rad",
            "applies": "has_use('B', 'D')",
            "check": {
                "type": "distance", "layer": "stops", "layers": ["tram"],
                "ok": "value <= near_m or value_tram <= near_m",
                "remark": "value > near_m and value <= far_m and value_tram > near_m",
                "fail": "value > far_m and value_tram > near_m",
                "unit": "m",
            },
            "text": {
                "ok": {"sv": "Nära.", "en": "Near."},
                "brist": {"sv": "Avståndet är {value:.0f} m, högst {far_m} m.",
                          "en": "The distance is {value:.0f} m, at most {far_m} m."},
            },
        },
        {
            "id": "RIS-01",
            "title": {"sv": "Farligt gods", "en": "Dangerous goods"},
            "sources": [{"ref": "En policy", "kind": "vagledning", "read": True, "valid_to": "2030-12-31"}],
            "stages": ["samråd", "granskning"],
            "department": "fast",
            "also": ["rkm"],
            "severity": "villkor",
            "check": {"type": "distance", "layer": "goods", "ok": "value > far_m", "remark": "value <= far_m", "unit": "m"},
            "question": {"sv": "Är det utrett?", "en": "Has it been investigated?"},
            "answers": {"ja": "ok", "nej": "brist", "vet_ej": "oklart"},
        },
        {
            "id": "RIS-02",
            "title": {"sv": "Riskutredning", "en": "Risk report"},
            "sources": [{"ref": "En kodlista", "kind": "vagledning", "read": True}],
            "stages": ["samråd", "granskning"],
            "department": "fast",
            "severity": "villkor",
            "applies": "verdict('RIS-01') == 'anmarkning'",
            "check": {"type": "document_present", "params": {"underlagstyp": ["riskutredning"]},
                      "ok": "missing == 0", "fail": "missing > 0"},
        },
        {
            "id": "RIS-03",
            "title": {"sv": "Belastning", "en": "Load"},
            "sources": [{"ref": "En metod", "kind": "metod", "read": False}],
            "stages": ["samråd"],
            "department": "fast",
            "severity": "info",
            "applies": "near('goods', near_m)",
            "check": {"type": "capacity", "layers": ["goods"], "ok": "load_after <= load_ok", "fail": "load_after > load_ok",
                      "unit": both("gånger")},
        },
        {
            "id": "RIS-04",
            "title": {"sv": "Fråga", "en": "Question"},
            "sources": [{"ref": "En metod", "kind": "metod", "read": False}],
            "stages": ["samråd"],
            "department": "fast",
            "severity": "info",
            "question": {"sv": "Är det bra?", "en": "Is it good?"},
            "answers": {"ja": "ok", "vet_ej": "oklart"},
            "guidance": {"sv": "Håll {near_m:.0f} m.", "en": "Keep {near_m:.0f} m."},
            "facility_types": ["sjukhus"],
        },
    ],
}  # fmt: skip


def document(**changes):
    """The small list with changes by path: ``document(**{"rules.0.check.ok": "value < 3"})``; None takes away."""
    found = copy.deepcopy(SMALL)
    for path, value in changes.items():
        *way, last = path.split(".")
        part = found
        for step in way:
            part = part[int(step) if isinstance(part, list) else step]
        last = int(last) if isinstance(part, list) else last
        if value is None:
            del part[last]
        else:
            part[last] = value
    return found


def small(**changes):
    """The small list, read."""
    return read_checklist({"liten": json.dumps(document(**changes))}, "liten", {"sjukhus", "vardcentral"})
