"""The page "Vägledning: vårdfastigheters behov i detaljplan": what municipal planners should know, from the list that judges.

Its numbers are those that the rules judge by; one that the region has not confirmed carries a dagger. Everything is
escaped text, and the page fetches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from ..drawing.page import head_row, page
from .checklist import Checklist, Rule
from .filling import fill, places, short_number
from .guidance_words import KINDS, SEVERITIES, WORDS
from .judging import Confirmed, parameter_values, unconfirmed
from .parameter_states import CONFIRMED, UNCONFIRMED, ParameterState, parameter_states

_DAGGER = "†"
#: A place with the unit that follows it: the dagger stands after both.
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)(:[^{}]*)?\}( (?:m² BTA|m²|m|min|dBA|år|years)(?!\w))?")


class Reader(NamedTuple):
    """For whom the page is: the ``language``, the facility type's name (blank = every type), its id and the broader ones'."""

    language: str
    facility: str = ""
    facility_ids: tuple[str, ...] = ()


class Made(NamedTuple):
    """What stands below the page: the version of the plugin, the date, and the region (blank = none)."""

    version: str
    date: str
    region: str = ""


def guidance_page(
    templates: tuple[str, str], checklist: Checklist, confirmed: Mapping[str, Confirmed], reader: Reader, made: Made
) -> str:
    """The page as HTML. ``templates``: the page's with places as ``$name``, and its style."""
    rules = rules_for_guidance(checklist, reader.facility_ids)
    states = [one for one in parameter_states(checklist, confirmed) if one.parameter.name in _named(rules)]
    waiting = sum(one.state == UNCONFIRMED for one in states)

    def say(name: str, **facts: object) -> str:
        return WORDS[name].get(reader.language).format(**facts)

    words = {
        "language": "sv" if reader.language.startswith("sv") else "en",
        "title": say("title"),
        "subtitle": say("for_type", type=reader.facility) if reader.facility else say("for_all"),
        "lead": say("lead"),
        "early_heading": say("early_heading"),
        "early": say("early"),
        "numbers_heading": say("numbers_heading"),
        "numbers_note": say("numbers_note"),
        "limits_heading": say("limits_heading"),
        "origin": say("origin"),
        "list": say("list", title=checklist.title.get(reader.language), id=checklist.id, version=checklist.version,
                    sha=checklist.sha256[:12]),
        "made": say("made_for", region=made.region, version=made.version, date=made.date) if made.region
        else say("made", version=made.version, date=made.date),
    }  # fmt: skip
    markup = {
        "style": templates[1],
        "warning": f'<div class="warning"><p>{escape(say("waiting", n=waiting, all=len(states)))}</p></div>' if waiting else "",
        "contents": "\n".join(f'<li><a href="#{group}">{escape(title)}</a></li>' for group, title in _groups(rules, checklist, reader)),
        "sections": "\n".join(_section(group, title, rules, checklist, confirmed, reader)
                              for group, title in _groups(rules, checklist, reader)),
        "numbers_head": head_row([say(one) for one in ("number", "value", "where", "state")], texts=4),
        "numbers_rows": "\n".join(_number_row(one, reader) for one in states),
    }  # fmt: skip
    return page(templates[0], words, markup)


def rules_for_guidance(checklist: Checklist, facility_ids: Iterable[str]) -> list[Rule]:
    """The rules that say something to municipal planners about these types; without types every one."""
    wanted = set(facility_ids)
    return [
        rule
        for rule in checklist.rules
        if rule.guidance is not None
        and rule.off is None
        and (not wanted or not rule.facility_types or wanted & set(rule.facility_types))
    ]


def _named(rules: Iterable[Rule]) -> set[str]:
    return {place.name for rule in rules for place in places(rule.guidance.sv + rule.guidance.en)}


def _groups(rules: list[Rule], checklist: Checklist, reader: Reader) -> list[tuple[str, str]]:
    """Groups that have a rule, in the order of the list, with their headings."""
    used = {rule.group for rule in rules}
    return [(name, title.get(reader.language)) for name, title in checklist.groups.items() if name in used]


def _section(group: str, title: str, rules: list[Rule], checklist: Checklist, confirmed, reader: Reader) -> str:
    told = "\n".join(_rule(rule, checklist, confirmed, reader) for rule in rules if rule.group == group)
    return f'<section id="{group}">\n<h2>{escape(title)}</h2>\n{told}\n</section>'


def _rule(rule: Rule, checklist: Checklist, confirmed, reader: Reader) -> str:
    language = reader.language
    values, loose = parameter_values(checklist, confirmed), set(unconfirmed(checklist, confirmed))

    def filled(text: str) -> str:
        marked = _PLACE.sub(lambda found: _kept_together(found.group(), found.group(1) in loose), text)
        return escape(fill(marked, values, language) or text)

    department = checklist.departments[rule.department].get(language)
    weight = SEVERITIES[rule.severity].get(language)
    about = " · ".join([weight, WORDS["asks"].get(language).format(who=department), ", ".join(rule.stages)])
    sources = "; ".join(_source(source.ref, source.kind, source.read, language) for source in rule.sources)
    return (
        f'<article class="{rule.severity}">\n<h3>{filled(rule.title.get(language))}</h3>\n'
        f"<p>{filled(rule.guidance.get(language))}</p>\n"
        f'<p class="quiet small">{escape(about)} · {escape(rule.id)}<br>{escape(sources)}</p>\n</article>'
    )


def _kept_together(place: str, is_proposal: bool) -> str:
    """A number and its unit on one line, with a dagger after both where the number is only a proposal."""
    return place.replace(" ", "\u00a0") + (_DAGGER if is_proposal else "")


def _source(ref: str, kind: str, read: bool, language: str) -> str:
    doubt = "" if read else f" ({WORDS['own_choice' if kind == 'metod' else 'unread'].get(language)})"
    return f"{KINDS[kind].get(language)}: {ref}{doubt}"


def _number_row(state: ParameterState, reader: Reader) -> str:
    language, parameter = reader.language, state.parameter
    mark = f" {_DAGGER}" if state.state == UNCONFIRMED else ""
    value = f"{short_number(state.value, language)} {parameter.unit.get(language)}{mark}"
    if state.state == CONFIRMED and state.decision is not None:
        where = f"{state.decision.decision}, {state.decision.decision_date}"
    elif parameter.source is not None:
        where = _source(parameter.source.ref, parameter.source.kind, parameter.source.read, language)
    else:
        where = WORDS["no_source"].get(language)
    note = (
        f"<br>{escape(parameter.note.get(language))}" if parameter.note is not None and state.state != CONFIRMED else ""
    )
    title = parameter.title.get(language)
    said = WORDS[state.state].get(language)
    return (
        f'<tr><th scope="row">{escape(title[0].upper() + title[1:])}</th><td class="value">{escape(value)}</td>'
        f"<td>{escape(where)}{note}</td><td>{escape(said)}</td></tr>"
    )
