"""Small plan files of every form, made here: one plan of two uses and a height, wherever a test wants it."""

import copy
import json

from narvard_plugin.sources.plans.reading import Asked

PLAN = "11111111-1111-4111-8111-111111111111"
USE, CARE, HEIGHT = (f"{digit * 8}-2222-4222-8222-222222222222" for digit in "234")
NAMES = {"Lindhamn": "9901", "Linköping": "0580", "Kristianstad": "1290"}
CODES = (*NAMES.values(), "9902")


def asked(**more):
    return Asked(**{"municipality_of": lambda text: NAMES.get(text, text if text in CODES else None), **more})


def square(x, y, side=100.0):
    return [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]


def surface(*rings, system="EPSG:3006"):
    return {"geometri": {"typ": "yta", "koordinatsystemPlan": system, "dimension": 2,
                         "position": {"type": "Polygon", "coordinates": list(rings)}}, "geometrimetadata": {}}  # fmt: skip


def specification(x=536000.0, y=6474000.0, system="EPSG:3006"):
    """A file of the specification 4.1 as a JSON object: a plan in two parts, dwellings, care and a height."""
    common = {"objektversion": 1, "versionGiltigFran": "2026-11-01T08:00:00Z"}
    link = {"namn": "PM buller", "referens": [{"lank": "https://plan.test/buller.pdf"}]}
    plan = {
        "feature:typ": "detaljplan", "objektidentitet": PLAN, **common, "kommun": "Linköping", "beteckning": "0580K-SYN1",
        "namn": "Kv Exemplet", "syfte": "Pröva bostäder och vård.", "status": "samråd", "typ": "detaljplan",
        "datumStatusforandring": "2026-11-01", "anvandbarhet": "god",
        "plangeometri": [surface(square(x, y), system=system), surface(square(x + 200, y), system=system)],
        "beslutsinformation": [{
            "instansInomKommunen": "byggnadsnämnd enligt PBL", "diarienummerKommun": "SBN 2025-1", "genomforandetid": 60,
            "beslutshandling": [{"innehall": ["plankarta"], "dokument": {**link, "namn": "Plankarta"}}],
            "grundkarta": [{"lank": "https://plan.test/grundkarta.pdf"}],
        }],
        "planbeskrivning": {"planbeskrivning": {**link, "namn": "Planbeskrivning"}},
        "planeringsunderlag": [{"huvudomrade": "utredningar", "underlagstyp": "bullerutredning", "underlag": link}],
    }  # fmt: skip

    def provision(identity, kind, wording, catalogue, **more):
        return {
            "feature:typ": kind, "detaljplan": PLAN, "objektidentitet": identity, **common,
            "planbestammelsekatalogreferens": catalogue, "bestammelseformulering": wording,
            "planbestammelsebeskrivning": {"motiv": "Behov."},
            "bestammelsegeometri": [surface(square(x, y), system=system)], **more,
        }  # fmt: skip

    value = {
        "datatyp": "decimaltal",
        "variabelvarde": "92.5",
        "beskrivning": "höjd",
        "vardetyp": "max",
        "enhet": "meter",
    }
    objects = [
        plan,
        provision(USE, "användningsbestämmelse", "Bostäder", "b-id", giltighetstid=120),
        provision(CARE, "användningsbestämmelse", "Vård", "d-id"),
        provision(HEIGHT, "egenskapsbestämmelse", "Högsta nockhöjd är [höjd:decimaltal] meter.", "h-id",
                  bestammelsevarde=[value], reglerarAnvandningsbestammelse=[USE, CARE]),
    ]  # fmt: skip
    features = [{"type": "Feature", "geometry": None, "properties": one} for one in objects]
    return {
        "type": "FeatureCollection", "feature:mediatyp": "application/vnd.lm.detaljplan.v4+json", "features": features,
    }  # fmt: skip


def items(dotted=False, x=536000.0, y=6474000.0):
    """Items of the national platform as a JSON object: a plan and one of its uses; names nested, or with dots."""
    told = {
        "objektidentitet": PLAN, "beteckning": "0580K-SYN1", "namn": "Kv Exemplet", "status": "samråd", "typ": "detaljplan",
        "datumStatusforandring": "2026-11-01", "anvandbarhet": "god",
    }  # fmt: skip
    use = {"objektidentitet": USE, "planbestammelsekatalogreferens": "b-id", "bestammelseformulering": "Bostäder",
           "anvandningsform": "Kvartersmark", "kategori": "Bostäder"}  # fmt: skip
    provider = {
        "title": "Kv Exemplet",
        "providers": [{"name": "Linköpings kommun", "kod": "0580", "roles": ["producer"]}],
    }

    def named(**parts):
        if not dotted:
            return parts
        return {f"{part}.{name}": value for part, values in parts.items() for name, value in values.items()}

    def item(identity, **parts):
        return {
            "type": "Feature", "id": identity, "collection": "0580", "properties": {**provider, **named(**parts)},
            "geometry": {"type": "Polygon", "coordinates": [square(x, y)]}, "assets": {},
        }  # fmt: skip

    plan = item(PLAN, feature={"typ": "detaljplan"}, detaljplan=told)
    plan["assets"] = {
        "a1": {"href": "https://plan.test/plankarta.pdf", "title": "Plankarta", "roles": ["beslutshandling"]},
        "a2": {"href": "https://plan.test/buller.pdf", "title": "PM buller", "roles": ["planeringsunderlag"]},
    }
    provision = item(
        USE, feature={"typ": "användningsbestämmelse"}, detaljplan={"objektidentitet": PLAN}, planbestammelse=use
    )
    return {"type": "FeatureCollection", "features": [plan, provision]}


def gml(x=198000.0, y=6228000.0, system="SWEREF99_13_30", municipality="1290"):
    """XML by SS 637040: a plan of two squares side by side, R to the west with a height, GATA to the east."""
    corners = {"A": (x, y), "B": (x + 100, y), "C": (x + 200, y), "D": (x + 200, y + 100), "E": (x + 100, y + 100),
               "F": (x, y + 100)}  # fmt: skip
    lines = {"L1": "AB", "L2": "BC", "L3": "CD", "L4": "DE", "L5": "EF", "L6": "FA", "L7": "BE"}
    areas = {
        "plan": "+L1 +L2 +L3 +L4 +L5 +L6", "vast": "+L1 +L7 +L5 +L6", "ost": "-L7 +L2 +L3 +L4",
    }  # fmt: skip

    def position(corner):
        east, north = corners[corner]
        return f'<gml:pos srsDimension="2">{north} {east}</gml:pos>'

    boundaries = "".join(
        f'<grans><DP_Grans gml:id="{name}"><typ>anv</typ><linje><gml:Curve gml:id="c{name}"><gml:segments><gml:LineStringSegment>'
        + "".join(map(position, ends))
        + "</gml:LineStringSegment></gml:segments></gml:Curve></linje></DP_Grans></grans>"
        for name, ends in lines.items()
    )
    parts = "".join(
        f'<omrade><DP_Omrade gml:id="{name}">'
        + "".join(f'<{"plus" if one[0] == "+" else "minus"} xlink:href="#{one[1:]}"/>' for one in links.split())
        + "</DP_Omrade></omrade>"
        for name, links in areas.items()
    )
    zone = f"<koordinatsystem>{system}</koordinatsystem>" if system else ""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<DP_Data xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns="http://www.sis.se/ss637040"
 gml:id="dataset">{boundaries}{parts}<plan><DP_Plan gml:id="p"><uuid>{PLAN}</uuid><planid>BN 1</planid>
<plannamn>Åbacken</plannamn><kommun>{municipality}</kommun><registreringsdatum>2017-05-15+02:00</registreringsdatum>{zone}
<planomrade xlink:href="#plan"/>
<anvandningsbestammelse><DP_Anvandningsbestammelse gml:id="i1"><uuid>{USE}</uuid><beteckning>D</beteckning><index>1</index>
<omrade xlink:href="#vast"/><anvandningsslag>DP_KM_R_A</anvandningsslag><precisering>Vård</precisering>
<egenskapsbestammelse><DP_Egenskapsbestammelse gml:id="i2"><uuid>{HEIGHT}</uuid><omrade xlink:href="#vast"/>
<bestammelsetyp>DP_KM_Eg_Utform_Nockhojd_Meter</bestammelsetyp>
<variabel><DP_VarDecimaltal><namn>hojd</namn><varde>13</varde></DP_VarDecimaltal></variabel></DP_Egenskapsbestammelse>
</egenskapsbestammelse></DP_Anvandningsbestammelse></anvandningsbestammelse>
<anvandningsbestammelse><DP_Anvandningsbestammelse gml:id="i3"><uuid>{CARE}</uuid><beteckning>GATA</beteckning>
<omrade xlink:href="#ost"/><anvandningsslag>DP_AP_Ko_Gata</anvandningsslag></DP_Anvandningsbestammelse></anvandningsbestammelse>
<generellPlanbestammelse><DP_AdministrativBestammelse gml:id="i4"><uuid>u4</uuid><omrade xlink:href="#plan"/>
<bestammelsetyp>DP_PO_Ad_Genomforande</bestammelsetyp></DP_AdministrativBestammelse></generellPlanbestammelse>
</DP_Plan></plan></DP_Data>"""


def as_bytes(told):
    return (told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)).encode()


def changed(told, path, value):
    """A copy of a JSON object with what stands at ``path`` replaced; `Ellipsis` takes it away."""
    told = copy.deepcopy(told)
    at = told
    for step in path[:-1]:
        at = at[step]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return told
