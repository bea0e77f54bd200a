"""A decided answer for the records system: the frozen file, the review, the documents, and metadata with a list of checksums."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from html import escape
from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsProcessingException

from ..core.plans.review_json import as_text
from ..core.plans.rows import one_line, records
from ..i18n import tr
from ..paths import plugin_version
from ..store.plans.cases import note_event
from ..store.plans.statements import stored_file
from ..whole_files import name_beside, take_away
from .document import MEDIA_TYPES, document_bytes
from .files import refusal, safe_name
from .review import read_document
from .statement import Parts, Statement, answer_document, municipality_name, read_answer, region_name
from .templates import Templates

FORMAT = "narvard-arkivpaket/1"
METADATA_XML, METADATA_JSON, CHECKSUMS = "metadata.xml", "metadata.json", "checksummor.sha256"
_DOCUMENTS = "handlingar"
_NAMESPACE = "urn:narvard:arkivpaket:1"
#: What can be said of the PDFs that the plugin writes: the mark that Qt puts in them, and no more.
_PDF_A_MARK, _PDF_A = b'pdfaid:part="1"', "PDF/A-1b enligt Qt, inte validerad"
_ITEMS = {"filer": "fil", "hanvisningar": "hanvisning"}


class Part(NamedTuple):
    """One file of the package."""

    path: str
    role: str
    title: str
    media_type: str
    content: bytes


def write_package(workspace, referral_id: str, target: Path, templates: Templates, ask: Callable[[], None]) -> dict:
    """Write the package to ``target`` (.zip, else a folder) and note it in the case; the metadata with the files.

    ``ask`` is called between the files and raises to stop. Stopped or refused, nothing stands at ``target``. Raises
    ``QgsProcessingException`` with a sentence where nothing is decided, or something stands there already.
    """
    statement = read_answer(workspace, referral_id)
    if not statement.decided:
        raise QgsProcessingException(
            tr("The answer has not been decided, so there is no original to hand over to the records system.")
        )
    if target.exists():
        raise QgsProcessingException(
            tr("There is already something at {path}. Choose another name; nothing was overwritten.").format(
                path=target
            )
        )
    unfinished = name_beside(target)
    try:
        with ExitStack() as opened:
            put = _open(unfinished, target.suffix.lower() == ".zip", opened)
            described = []
            for part in _parts(workspace, statement, templates):
                ask()
                put(part.path, part.content)
                described.append(_described(part))
            metadata = _metadata(workspace, statement, templates, described)
            for path, content in _about(metadata):
                put(path, content)
        metadata["sha256"] = _package_sha256(unfinished)
        with ExitStack() as placed:
            with workspace.transaction():
                _note(workspace, statement, target.name, metadata["sha256"])
                os.replace(unfinished, target)
                placed.callback(_remove, target)  # where the note can't be kept, as on a full disk
            placed.pop_all()
    except OSError as error:
        raise refusal(target, error) from error
    finally:
        take_away(unfinished)
    return metadata


def _parts(workspace, statement: Statement, templates: Templates) -> Iterator[Part]:
    original = stored_file(workspace, statement.row["statement_id"])
    pdf = MEDIA_TYPES[".pdf"]
    if original:
        name = safe_name(original.name, "yttrande.pdf")
        yield Part(f"01_{name}", "yttrande", name, original.media_type, original.content)
    else:
        document = answer_document(workspace, statement, templates, Parts())
        yield Part("01_yttrande.pdf", "atergivning", document.title, pdf, document_bytes(document, ".pdf", templates))
    history = answer_document(workspace, statement, templates, Parts(statement=False, annex=False, history=True))
    title = templates.words["history_title"]
    yield Part("02_synpunkter.pdf", "synpunkter", title, pdf, document_bytes(history, ".pdf", templates))
    review = as_text(read_document(workspace, statement.content["referral"]["referral_id"]))
    title = templates.words["review_file"]
    yield Part("03_granskning.json", "granskning", title, "application/json", review.encode("utf-8"))
    yield from _documents(workspace, statement)


def _document_rows(workspace, statement: Statement) -> list[dict]:
    return records(workspace.read("plan_documents", within={"plan_id": [statement.content["case"]["plan_id"]]}))


def _references(workspace, statement: Statement) -> list[dict]:
    """Documents that the register only knows the address of."""
    return [
        {"titel": row["name"], "roll": row["role"], "adress": row["url"]}
        for row in _document_rows(workspace, statement)
        if not row["sha256"]
    ]


def _documents(workspace, statement: Statement) -> Iterator[Part]:
    """What the municipality sent, as it was received; a document that only has an address stands in the metadata."""
    kept = [row for row in _document_rows(workspace, statement) if row["sha256"]]
    for number, row in enumerate(kept, start=1):
        files = workspace.read("plan_files", within={"sha256": [row["sha256"]]})
        name = safe_name(row["file_name"] or row["name"])
        yield Part(
            f"{_DOCUMENTS}/{number:02d}_{name}",
            row["role"],
            one_line(row["name"]),
            files["media_type"].iloc[0],
            bytes(files["content"].iloc[0]),
        )


def _metadata(workspace, statement: Statement, templates: Templates, files: list[dict]) -> dict:
    content, row = statement.content, statement.row
    case, referral = content["case"], content["referral"]
    now = records(workspace.read("referrals", within={"referral_id": [referral["referral_id"]]}))[0]
    return {
        "format": FORMAT,
        "region": region_name(content["region"], templates),
        "regionkod": content["region"],
        "diarienummer": statement.reference,
        "arendemening": f"{templates.words['stages'][referral['stage']].capitalize()}: {statement.heading(templates)}",
        "handlaggare": referral["handler"],
        "kommun": municipality_name(case["municipality"]),
        "kommunkod": case["municipality"],
        "kommunens_diarienummer": case["municipality_reference"],
        "plan_beteckning": case["designation"],
        "skede": referral["stage"],
        "inkom": referral["received"],
        "svar_senast": referral["answer_by"],
        "anstand_till": referral["extension_to"],
        "stallning": row["stance"],
        "beslutat": row["decision_date"],
        "beslutat_av": row["decided_by"],
        "beslutsniva": referral["level"],
        "delegationspunkt": row["delegation_point"],
        "delegationsbeslut_anmalt": now["delegation_notified"],
        "expedierat": now["dispatched"],
        "expedierat_till": now["dispatched_to"],
        "checklista": content["checklist"],
        "planremiss_id": referral["referral_id"],
        "yttrande_id": row["statement_id"],
        "yttrande_version": row["version"],
        "framstallt_med": f"Närvård {plugin_version()}",
        "filer": files,
        "hanvisningar": _references(workspace, statement),
    }


def _described(part: Part) -> dict:
    return {
        "sokvag": part.path,
        "roll": part.role,
        "titel": part.title,
        "mediatyp": part.media_type,
        "pdf_a": _PDF_A
        if part.role in ("yttrande", "synpunkter", "atergivning") and _PDF_A_MARK in part.content
        else None,
        "storlek": len(part.content),
        "sha256": hashlib.sha256(part.content).hexdigest(),
    }


def _about(metadata: Mapping) -> Iterator[tuple[str, bytes]]:
    """The metadata in both forms, and the list that `sha256sum -c` reads."""
    told = {
        METADATA_JSON: json.dumps(metadata, ensure_ascii=False, indent=1).encode("utf-8"),
        METADATA_XML: _xml(metadata).encode("utf-8"),
    }
    yield from told.items()
    sums = {one["sokvag"]: one["sha256"] for one in metadata["filer"]}
    sums.update({path: hashlib.sha256(content).hexdigest() for path, content in told.items()})
    yield CHECKSUMS, "".join(f"{checksum}  {path}\n" for path, checksum in sums.items()).encode("utf-8")


def _xml(metadata: Mapping) -> str:
    body = "".join(_element(name, value) for name, value in metadata.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<arkivpaket xmlns="{_NAMESPACE}">\n{body}</arkivpaket>\n'


def _element(name: str, value) -> str:
    if isinstance(value, Mapping):
        return f"<{name}>{''.join(_element(*one) for one in value.items())}</{name}>\n"
    if isinstance(value, list):
        inner = "".join(_element(_ITEMS[name], one) for one in value)
        return f"<{name}>\n{inner}</{name}>\n"
    return f"<{name}/>\n" if value is None else f"<{name}>{escape(one_line(str(value)))}</{name}>\n"


def _note(workspace, statement: Statement, name: str, checksum: str) -> None:
    text = tr(
        "Handed over to the records system: {name}, SHA-256 {sha256}. From now on the copy there is the original."
    ).format(name=name, sha256=checksum)
    case, referral = statement.content["case"], statement.content["referral"]
    note_event(workspace, "exporterad", text, plan_id=case["plan_id"], referral_id=referral["referral_id"])


def _open(unfinished: Path, zipped: bool, opened: ExitStack) -> Callable[[str, bytes], None]:
    """What puts a file into the package; ``opened`` closes it."""
    if zipped:
        return opened.enter_context(zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED)).writestr
    unfinished.mkdir()

    def put(path: str, content: bytes) -> None:
        place = unfinished / path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(content)

    return put


def _package_sha256(unfinished: Path) -> str:
    """Of the zip file itself; of a folder, that of its list of checksums."""
    file = unfinished / CHECKSUMS if unfinished.is_dir() else unfinished
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        for block in iter(lambda: opened.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _remove(package: Path) -> None:
    if package.is_dir():
        shutil.rmtree(package)
    elif package.exists():
        package.unlink()
