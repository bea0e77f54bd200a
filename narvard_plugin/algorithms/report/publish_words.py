"""What a run of `publish` tells: what was hidden, which texts are out, and what the licences of the sources ask for."""

from __future__ import annotations

from ...adapters.provenance import Account
from ...adapters.reading import listed
from ...core.open_data import licences
from ...core.open_data.roles import PLAIN, UNKNOWN, Named, role_of
from ...i18n import tr
from .publish_content import Ready
from .publish_files import Wanted


def tell(ready, layers, hidden, published, earlier, wanted: Wanted, account: Account, feedback) -> None:
    """Say in the log and the account what was hidden, and what the user should look over."""
    count = sum(one.hidden for one in published)
    account.say(
        feedback,
        tr("{n} datasets are published, and {hidden} numbers are hidden in them.").format(
            n=len(published), hidden=count
        ),
    )
    for at, name in hidden.open_sums:
        text = tr(
            "{layer}: the sum of {field} would tell a hidden number, since there is no other to hide with it. Do not publish that sum."
        )
        account.say(feedback, text.format(layer=ready[at].layer, field=name), warn=True)
    for one, layer in zip(ready, layers):
        _tell_of_layer(one, layer, wanted, account, feedback)
    gone = sorted(set(earlier.datasets) - {one.dataset.iri for one in published})
    if gone:
        text = tr(
            "{n} datasets were published before and are not any more, so that their addresses lead nowhere: {list}."
        )
        account.say(feedback, text.format(n=len(gone), list=listed(gone)), warn=True)


def tell_too_late(ready, counts, account: Account, feedback) -> None:
    """Say of which layers numbers are hidden now that the earlier publication told (``counts``)."""
    for one, count in zip(ready, counts):
        if count:
            text = tr(
                "{layer}: {n} numbers are hidden now that the earlier publication told. Whoever has it still has them."
            )
            account.say(feedback, text.format(layer=one.layer, n=count), warn=True)


def _tell_of_layer(one: Ready, layer, wanted: Wanted, account: Account, feedback) -> None:
    texts = [field.name for field in one.content.fields if field.kind == "text"]
    if texts:
        text = tr("{layer}: these texts are published as they are; see that they tell of no person: {fields}.")
        account.say(feedback, text.format(layer=one.layer, fields=listed(texts)), warn=True)
    plain = [field.name for field in one.content.fields if field.kind in ("integer", "real") and _is_unknown(field)]
    if plain:
        text = tr(
            "{layer}: nothing is hidden in these numbers, which you have said tell nothing of few people: {fields}."
        )
        account.say(feedback, text.format(layer=one.layer, fields=listed(plain)), warn=True)
    if layer.subsetString():
        text = tr("{layer} has a filter, and only what it leaves is published: {filter}")
        account.say(feedback, text.format(layer=one.layer, filter=layer.subsetString()), warn=True)
    own = licences.NAMES[wanted.licence]
    for source, kind in licences.demands(one.sources, wanted.licence):
        facts = {"layer": one.layer, "publisher": source.publisher, "theirs": source.licence, "licence": own}
        if kind == licences.SHARE_ALIKE:
            text = tr(
                "{layer} is made from data of {publisher} under {theirs}, which asks that what is made from them has the same licence. {licence} may break it: publish under the same, or ask a lawyer."
            )
            account.say(feedback, text.format(**facts), warn=True)
        elif kind == licences.ATTRIBUTION:
            text = tr(
                "{layer} is made from data of {publisher} under {theirs}, which asks that they are named. {licence} does not ask that of those who use yours. They are named in the catalogue."
            )
            account.say(feedback, text.format(**facts), warn=True)
        elif kind == licences.NOT_KNOWN:
            text = tr(
                "{layer} is made from data of {publisher}, whose licence Närvård does not know ({theirs}). Find out whether you may publish under {licence}."
            )
            account.say(feedback, text.format(**{**facts, "theirs": source.licence or "–"}), warn=True)


def _is_unknown(field) -> bool:
    return field.role == PLAIN and role_of(field.name, Named()) == UNKNOWN
