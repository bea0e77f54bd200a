"""Runs inside QGIS: takes every step of the walk, and tells what it saw, also where it had to stop."""

import json
import os
import traceback

from qgis.PyQt.QtCore import QTimer

from tests.window.walk import care, documents, plans, scenario, start
from tests.window.walk.hands import SAW, TOLD, photograph


def walk():
    dock = start.arrange_window()
    if not TOLD["county"]:
        start.make_a_regions_workspace(dock)
    start.open_sample_county(dock)
    care.add_layers(dock)
    care.ask_a_question(dock)
    care.run_from_the_toolbox(dock)
    scenario.move_a_facility(dock)
    care.look_at_indicators(dock)
    plan_dock = plans.open_plans(dock)
    plans.review(plan_dock)
    plans.answer(plan_dock)
    documents.make_atlas(dock)
    documents.publish(dock)


def begin():
    try:
        walk()
    except Exception:
        SAW["error"] = traceback.format_exc()
        TOLD["private"] = []  # this picture is for whoever mends the walk
        photograph("99", "fel", "Här tog det stopp.")
    with open(TOLD["answer"], "w", encoding="utf8") as file:
        json.dump(SAW, file, ensure_ascii=False)
    os._exit(0)  # an ordinary end would ask about the unsaved project


QTimer.singleShot(1000, begin)
