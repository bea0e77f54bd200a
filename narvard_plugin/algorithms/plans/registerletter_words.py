"""What `registerletter` says: of the letter that it read, of what it could not read, and of what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...adapters.outputs import Column
from ...adapters.reading import listed
from ...core.plans.letter import plans_named
from ...i18n import tr
from ...sources.plans.letters import Letter, UnreadableLetter, reads_pdf
from ...store.plans.letters import ALREADY, KNOWN, MADE, NO_DATE, NO_STAGE, OTHER_DATE, Registered


class Fact(NamedTuple):
    """A row of OUTPUT."""

    field: str
    value: str
    words: str
    used: int


def columns() -> list[Column]:
    return [
        Column("field", "text", tr("What")),
        Column("value", "text", tr("Value")),
        Column("words", "text", tr("Words that say so")),
        Column("used", "flag", tr("Used (0/1)")),
    ]


def procedure_labels() -> dict[str, str]:
    return {
        "standard": tr("Standardförfarande"),
        "utokat": tr("Utökat förfarande"),
        "samordnat": tr("Samordnat förfarande"),
        "begransat": tr("Begränsat förfarande"),
    }


def standing_labels() -> dict[str, str]:
    return {
        "vasentligt_intresse": tr("Body with an essential interest (väsentligt intresse)"),
        "sakagare": tr("Property owner concerned (sakägare)"),
        "bada": tr("Both"),
    }


def letter_problem(error: UnreadableLetter, name: str) -> str:
    sentences = {
        "empty": tr("The file {name} is empty. Nothing was stored."),
        "too_large": tr(
            "The file {name} is {megabytes} MB and the register takes {most} MB at the most. Nothing was stored."
        ),
        "too_many": tr("The mail {name} has more than {most} attachments. Save those of the plan, and register them."),
        "outlook": tr(
            "{name} is a mail in Outlook's own format (.msg). Open it in Outlook and save it as .eml, or print it to PDF, and "
            "register that file. Nothing was stored."
        ),
        "kind": tr("{name} is neither a mail (.eml) nor a PDF. Save the letter as one of them. Nothing was stored."),
        "damaged": tr("{name} is no whole mail, and could not be read. Nothing was stored."),
    }
    return sentences[error.problem].format(**{**error.facts, "name": name})


def say_reading(letter: Letter, chosen: Mapping[str, str], name: str, account, feedback) -> None:
    if not letter.readable and not letter.text.strip():
        text = tr(
            "{name} holds no text that can be read (a scanned page). It is kept as a document: write municipality, name, stage "
            "and date here."
        )
        if letter.files[0].media_type == "application/pdf" and not reads_pdf():
            text = tr(
                "The text of {name} can't be read, as the Python package pypdf is not installed. It is kept as a document: write "
                "municipality, name, stage and date here."
            )
        account.say(feedback, text.format(name=name), warn=True)
    if letter.unread:
        text = tr(
            "The text of these attached files was not read, but they are kept: {list}. Look in them for dates and references."
        )
        account.say(feedback, text.format(list=listed(letter.unread)), warn=True)
    named = plans_named(letter.text)
    if len(named) > 1:
        text = tr(
            "Several plans are named in the letter: {list}. It was registered in one case, see below. If it is about another too, "
            "add that case, and register the letter again with its id in PLAN."
        )
        account.say(feedback, text.format(list="; ".join(named[:10])), warn=True)
    if letter.received is None and "received" in chosen:
        text = tr("The day that it came is taken to be {date}. Write RECEIVED if it came another day.")
        account.say(feedback, text.format(date=chosen["received"]), warn=True)


def say_outcome(done: Registered, case: Mapping, chosen: Mapping, municipality: str, account, feedback) -> None:
    text = tr("A new case: {name}, {municipality}.")
    if done.case == KNOWN:
        text = tr("The case stands in the register: {name}, {municipality}.")
    account.say(feedback, text.format(name=case["name"], municipality=municipality))
    account.say(feedback, tr("{n} documents were added to it.").format(n=done.documents))
    text = {
        MADE: tr("A planremiss was made for {stage}, to be answered by {date}. Check the date against the letter."),
        ALREADY: tr("The planremiss for {stage} with the date {date} stands in the register already."),
        OTHER_DATE: tr(
            "There is an open planremiss for {stage} with the date {standing}, and this letter says {date}. Nothing was moved: "
            "if it is an extension, write it as one (anstånd)."
        ),
        NO_DATE: tr(
            "NO PLANREMISS WAS MADE: the letter does not say, in one way only, when the answer is due, or names a day "
            "before it came. Write ANSWER_BY and run it again."
        ),
        NO_STAGE: tr("NO PLANREMISS WAS MADE: the letter does not say the stage. Write STAGE and run it again."),
    }[done.referral]
    told = {"stage": chosen.get("stage", ""), "date": chosen.get("answer_by", ""), "standing": done.standing_date or ""}
    account.say(feedback, text.format(**told), warn=done.referral in (OTHER_DATE, NO_DATE, NO_STAGE))
    if case["procedure"] == "begransat":
        text = tr(
            "BEGRÄNSAT FÖRFARANDE: there is no granskning. SAMRÅD IS THE LAST CHANCE to be heard, and silence may cost the "
            "right to appeal."
        )
        account.say(feedback, text, warn=True)
    if done.referral == MADE and chosen["answer_by"] < chosen["received"]:
        text = tr("The date of the answer, {date}, is before the letter came. Check both dates.")
        account.say(feedback, text.format(date=chosen["answer_by"]), warn=True)
