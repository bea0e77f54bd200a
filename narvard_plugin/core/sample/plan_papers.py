"""The made-up plans as others send them: specification 4.1, a municipality's own map, and a letter."""

from __future__ import annotations

import json

import numpy as np

from .plan_cases import LATE, SOURCE, PlanCases
from .plan_drawings import Drawings
from .plan_register import plan_identity


def specification41(cases: PlanCases, drawings: Drawings, plan_id: str, stage: str) -> dict:
    """One version as Nationell informationsspecifikation Detaljplan 4.1: geometry inside the properties, no multi-geometry."""
    plan = cases.plans.set_index("plan_id").loc[plan_id]
    ring = dict(zip(cases.plans["plan_id"], cases.plan_rings))[plan_id]
    identity, valid = plan_identity(plan_id), cases.referrals.set_index(["plan_id", "stage"])["start"][plan_id, stage]
    common = {"objektversion": 1 if stage == "samråd" else 2, "versionGiltigFran": valid + "T08:00:00Z"}
    features = [
        {
            "feature:typ": "detaljplan", "objektidentitet": identity, **common, "kommun": plan["municipality"],
            "beteckning": plan_id, "namn": plan["name"], "syfte": "Pröva bostäder (påhittat).", "status": stage,
            "datumStatusforandring": valid, "typ": "detaljplan", "plangeometri": [_area(ring)],
            "beslutsinformation": [{"instansInomKommunen": "byggnadsnämnd enligt PBL",
                                    "diarienummerKommun": "KS 2026/" + plan_id[-3:], "genomforandetid": 60}],
            "kvalitetsbeskrivning": {"digitaliseringsniva": "komplett", "korrigeradeGranser": False,
                                     "kontrolleratPlaneringsunderlag": False},
            "planeringsunderlag": [{"huvudomrade": "utredningar", "underlagstyp": "bullerutredning",
                                    "underlag": {"namn": "Buller (påhittad)", "referens": []}}],
        }
    ]  # fmt: skip
    wanted = ((drawings.rows["plan_id"] == plan_id) & (drawings.rows["stage"] == stage)).to_numpy()
    for row, polygons in zip(drawings.rows[wanted].itertuples(), np.flatnonzero(wanted)):
        provision = {
            "feature:typ": row.kind, "detaljplan": identity, "objektidentitet": row.national_id, **common,
            "planbestammelsekatalogreferens": row.catalogue_id, "bestammelseformulering": row.wording,
            "bestammelsevarde": json.loads(row.values_json),
            "bestammelsegeometri": [_area(ring) for ring in drawings.polygons[polygons]],
            "planbestammelsebeskrivning": {"motiv": "Påhittat."},
        }  # fmt: skip
        if json.loads(row.regulates):
            provision["reglerarAnvandningsbestammelse"] = json.loads(row.regulates)
        features.append(provision)
    return {
        "type": "FeatureCollection",
        "feature:mediatyp": "application/vnd.lm.detaljplan.v4+json",
        "features": [{"type": "Feature", "geometry": None, "properties": properties} for properties in features],
    }


def _area(ring: np.ndarray) -> dict:
    position = {"type": "Polygon", "coordinates": [ring.tolist()]}
    shape = {"typ": "yta", "koordinatsystemPlan": "EPSG:3006", "dimension": 2, "position": position}
    return {"geometri": shape, "geometrimetadata": {"tidpunktForLagesbestamning": "2026-01-01T00:00:00Z"}}


def municipal_map(cases: PlanCases, municipality: str) -> dict:
    """A municipality's own map of ongoing plans as GeoJSON in SWEREF 99 TM, with field names of its own making."""
    features = []
    for plan, ring in zip(cases.plans.itertuples(), cases.plan_rings):
        if plan.municipality == municipality and plan.kind == "detaljplan":
            told = {"ARENDE": "KS 2026/" + plan.plan_id[-3:], "PLANNAMN": plan.name, "SKEDE": plan.status.capitalize(),
                    "UPPDATERAD": plan.status_date, "KALLA": SOURCE}  # fmt: skip
            shape = {"type": "Polygon", "coordinates": [ring.tolist()]}
            features.append({"type": "Feature", "properties": told, "geometry": shape})
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}}
    return {"type": "FeatureCollection", "crs": crs, "features": features}


def notice_letter(cases: PlanCases) -> str:
    """The mail by which the late twin's granskning reached the region, as the text of an .eml file."""
    plan = cases.plans.set_index("plan_id").loc[LATE]
    asked = cases.referrals.set_index(["plan_id", "stage"]).loc[(LATE, "granskning")]
    body = (
        "Hej!\r\n\r\nFörslag till detaljplan för " + plan["name"] + " är ute för granskning.\r\n"
        "Granskningstid: " + asked["start"] + " – " + asked["answer_by"] + ".\r\n"
        "Diarienummer: KS 2026/" + LATE[-3:] + "\r\n"
        "Synpunkter lämnas skriftligt senast " + asked["answer_by"] + ".\r\n\r\n"
        "Planavdelningen, Lindhamns kommun (påhittad)\r\n"
    )
    head = (
        "From: Planavdelningen <plan@9901.example>\r\nTo: registrator@region.example\r\n"
        "Date: Fri, 12 Jun 2026 09:12:00 +0200\r\nMessage-ID: <ekbacken-granskning@9901.example>\r\n"
        "Subject: =?utf-8?q?Underr=C3=A4ttelse_om_granskning=2C_Ekbacken?=\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head + body
