"""How far the functions have come: only what asks for a person counts."""

from narvard_plugin.core.plans.progress import Progress, progress


def check(department, auto_verdict, confirmed_by=None):
    return {"department": department, "auto_verdict": auto_verdict, "confirmed_by": confirmed_by}


def test_what_is_fine_asks_nobody_and_what_is_open_does():
    checks = [
        check("hs", "ok"),
        check("hs", "ej_tillampligt"),
        check("hs", "brist", "Anna"),
        check("hs", "fel"),
        check("hs", "ej_bedomt"),
        check("rkm", "ok", "Anna"),  # somebody has said something of it all the same
        check("rut", "ok"),
    ]
    assert progress(checks) == {"hs": Progress(1, 3), "rkm": Progress(1, 1)}
    assert progress([]) == {}
