"""What a user reads when a source does not give what was asked for: what happened and what to do."""

from __future__ import annotations

from ..i18n import tr
from . import errors


def sentence(error: errors.SourceError) -> str:
    """Translated sentences for an error of a source; the last says what became of the data."""
    return " ".join((_SENTENCES[type(error)](error), tr("Nothing was stored; what you had is left as it was.")))


def _switched_off(error):
    return tr(
        "The source {source} is switched off in this QGIS. Switch it on under Sources in the Närvård panel."
    ).format(source=error.source)


def _key_missing(error):
    return tr(
        "{source} needs a key or an account. Make one at the source, keep it in QGIS's authentication store "
        "(Settings, Options, Authentication), and choose it here."
    ).format(source=error.source)


def _no_answer(error):
    return tr(
        "{place} did not answer ({detail}). Check the network and QGIS's proxy settings, or ask the IT department "
        "whether the address is open."
    ).format(place=error.place, detail=error.detail)


def _untrusted(error):
    return tr(
        "{place} could not prove that it is who it says ({detail}): its certificate is not trusted on this computer, or the network puts "
        "its own in between. Nothing was asked of it. Ask the IT department which certificate QGIS needs (Settings, Options, "
        "Authentication), and check the date of the computer."
    ).format(place=error.place, detail=error.detail)


def _timed_out(error):
    return tr("{place} was silent for {seconds} seconds, so the fetching was ended. Try again later.").format(
        place=error.place, seconds=f"{error.seconds:g}"
    )


def _cut_off(error):
    return tr("The answer from {place} was cut off after {got} bytes. Try again.").format(
        place=error.place, got=error.got
    )


def _too_large(error):
    return tr("The answer from {place} is larger than the {limit} MB that it can honestly be, and was dropped.").format(
        place=error.place, limit=error.most_bytes >> 20
    )


def _too_many(error):
    if not error.seconds:
        return tr(
            "{place} has had as many calls as it allows, also after waiting: {detail}. Try again later; the limit may be by "
            "the day or month."
        ).format(place=error.place, detail=error.detail or "429")
    return (
        tr(
            "{place} has had as many calls as it allows, also after waiting; it asks for {seconds} seconds more. "
            "Try again after that. {detail}"
        )
        .format(place=error.place, seconds=f"{error.seconds:g}", detail=error.detail)
        .strip()
    )


def _refused(error):
    return tr(
        "{place} refused (code {status}): {detail}. Check the key or account chosen here, and that it covers this product."
    ).format(place=error.place, status=error.status, detail=error.detail)


def _not_there(error):
    return tr(
        "{place} is not there: {detail}. The source may have moved; check its address, or the choices made."
    ).format(place=error.place, detail=error.detail)


def _server_failed(error):
    return tr("{place} has a fault of its own (code {status}): {detail}. Try again later.").format(
        place=error.place, status=error.status, detail=error.detail
    )


def _rejected(error):
    return tr("{place} does not accept the question (code {status}): {detail}").format(
        place=error.place, status=error.status, detail=error.detail
    )


def _wrong_content(error):
    return tr(
        "{place} answered with {found} where {expected} was expected: {detail}. It may be a login page of the network, or "
        "a message from the source; open the address in a browser."
    ).format(place=error.place, found=error.found, expected=error.expected, detail=error.detail)


def _unreadable(error):
    return tr("The answer from {place} could not be read: {detail}. The source may have changed its form.").format(
        place=error.place, detail=error.detail
    )


def _wrong_choice(error):
    return tr("{text} Change the choices and run the tool again.").format(text=error.text)


def _nothing(error):
    return tr("{place} gave an empty answer. {detail} Check the choices, or try again later.").format(
        place=error.place, detail=error.detail
    )


def _remark(error):
    return tr('{place} gave up half way: "{text}". Ask for a smaller area, or try again later.').format(
        place=error.place, text=error.text
    )


def _incomplete(error):
    return tr("{place} gave {got} objects but says that there are {expected}. Try again.").format(
        place=error.place, got=error.got, expected=error.expected
    )


def _hostile_file(error):
    reason = {
        "damaged": tr("it is damaged, or not the kind of file it says"),
        "encrypted": tr("it is encrypted"),
        "outside": tr("a part of it wants to be written outside its folder"),
        "link": tr("a part of it is a link to another place"),
        "too_many": tr("it holds far too many parts"),
        "too_large": tr("it is far too large unpacked"),
        "bomb": tr("it swells to many hundred times its size when unpacked"),
        "entities": tr("it defines or fetches text from elsewhere, which no data file needs"),
        "too_deep": tr("it is nested far too deep"),
        "active": tr("it holds a program that would run when it is read or edited"),
    }[error.reason]
    return tr("The file {name} is not safe to open: {reason} {member}. Ask the sender for another.").format(
        name=error.name, reason=reason, member=f"({error.member})" if error.member else ""
    )


def _bad_plan_file(error):
    return tr("{name} was not imported: {text}").format(name=error.name, text=error.text)


def _disk_problem(error):
    return tr("The download could not be kept in {path}: {detail}. Free some space, or choose another folder.").format(
        path=error.path, detail=error.detail
    )


_SENTENCES = {
    errors.SwitchedOff: _switched_off,
    errors.KeyMissing: _key_missing,
    errors.NoAnswer: _no_answer,
    errors.Untrusted: _untrusted,
    errors.TimedOut: _timed_out,
    errors.CutOff: _cut_off,
    errors.TooLarge: _too_large,
    errors.TooMany: _too_many,
    errors.Refused: _refused,
    errors.NotThere: _not_there,
    errors.ServerFailed: _server_failed,
    errors.Rejected: _rejected,
    errors.WrongContent: _wrong_content,
    errors.Unreadable: _unreadable,
    errors.WrongChoice: _wrong_choice,
    errors.Nothing: _nothing,
    errors.Remark: _remark,
    errors.Incomplete: _incomplete,
    errors.HostileFile: _hostile_file,
    errors.BadPlanFile: _bad_plan_file,
    errors.DiskProblem: _disk_problem,
}
