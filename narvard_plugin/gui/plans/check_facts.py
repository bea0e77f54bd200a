"""One rule's verdict with all that it stands on, as a page to read."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ...core.plans.checklist import Rule
from ...i18n import tr
from .checks_model import verdict_of
from .dossier_reading import Dossier
from .words import figure, function, heading, spoken, word

#: Before the name of a number in a link: it asks for the form that confirms it.
NUMBER = "number:"


def facts_page(dossier: Dossier, rule: Rule) -> str:
    """HTML; whatever comes from outside stands in it as text."""
    check = dossier.checks.get(rule.id)
    verdict = verdict_of(dossier, rule)
    language = spoken()
    told = [
        f"<h3>{_text(rule.id)} {_text(dossier.filled(rule.title, language))}</h3>",
        f"<p><b>{_text(heading('verdicts', verdict))}</b> · "
        f"{_text(tr('weight'))}: {_text(word('severities', rule.severity))} · "
        f"{_text(function(dossier.checklist, rule.department))}</p>",
    ]
    if check is None:
        told.append(f"<p>{_text(tr('The rule has not been run for this planremiss.'))}</p>")
    else:
        told += _measured(check)
    told += _loose(dossier, rule)
    if check and check["proposed_text"]:
        told.append(f"<p><b>{_text(tr('Proposed remark'))}</b><br>{_text(check['proposed_text'])}</p>")
    if rule.help is not None:
        told.append(f"<p><i>{_text(dossier.filled(rule.help, language))}</i></p>")
    sources = [_source(one.ref, one.read) for one in rule.sources]
    if sources:
        told.append(f"<p>{_text(tr('Source'))}: {'; '.join(sources)}</p>")
    return "".join(told)


def _measured(check) -> Iterator[str]:
    if check["explanation"]:
        yield f"<p>{_text(check['explanation'])}</p>"
    facts = [
        (tr("Value"), figure(check["value"], check["unit"])),
        (tr("Threshold"), check["threshold"] or "–"),
        (tr("Layer"), check["layer"] or "–"),
        (tr("Date of the layer"), check["layer_date"] or (tr("unknown") if check["layer"] else "–")),
        (tr("Run"), f"{check['run']}" + (f" ({tr('unchanged since the run before')})" if check["carried"] else "")),
    ]
    rows = "".join(f"<tr><td>{_text(name)}&nbsp;&nbsp;</td><td>{_text(value)}</td></tr>" for name, value in facts)
    yield f"<table>{rows}</table>"
    if check["confirmed_by"]:
        text = tr("Settled by {who} on {date}.").format(who=check["confirmed_by"], date=str(check["confirmed"])[:10])
        yield f"<p>{_text(text)}</p>"
    if check["auto_verdict"] and check["auto_verdict"] != check["verdict"]:
        text = tr("The program said {verdict}.").format(verdict=word("verdicts", check["auto_verdict"]))
        yield f"<p>{_text(text)}</p>"
    if check["reason"]:
        yield f"<p>{_text(tr('Reason'))}: {_text(check['reason'])}</p>"


def _loose(dossier: Dossier, rule: Rule) -> Iterator[str]:
    """Numbers that the region has yet to confirm, each with a link to do it."""
    for name in dossier.loose.get(rule.id, ()):
        one = dossier.parameters[name]
        unit = one.parameter.unit.get(spoken())
        text = tr("The region has not confirmed {title}: {value} is only the list's proposal.").format(
            title=one.parameter.title.get(spoken()), value=figure(one.value, unit)
        )
        link = f'<a href="{NUMBER}{_text(name)}">{_text(tr("Confirm it…"))}</a>'
        yield f"<p>⚠ {_text(text)} {link}</p>"


def _source(ref: str, is_read: bool) -> str:
    return _text(ref) if is_read else f"{_text(ref)} ({_text(tr('not compared with the source'))})"


def _text(text: str) -> str:
    return escape(str(text), quote=True).replace("\n", "<br>")
