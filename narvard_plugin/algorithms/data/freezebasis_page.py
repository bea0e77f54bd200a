"""The page of a frozen basis: what it holds, where it came from, and how to check it."""

from __future__ import annotations

import json

from ...core.basis import INPUT, MANIFEST, NETWORK, OTHER, RESULT, SUMMARY, WORKSPACE, FrozenFile, Manifest
from ...core.drawing.page import head_row, page, paragraphs, table_rows
from ...i18n import number as shown
from ...i18n import tr
from ...paths import bundled


def basis_html(manifest: Manifest) -> str:
    template = bundled("resources", "templates", "basis_page.html").read_text(encoding="utf8")
    words = {
        "language": tr("en"),
        "title": f"{manifest.reference} {manifest.name}",
        "subtitle": tr("Frozen basis of region {region}. {date}, by {who}.").format(
            region=manifest.region, date=_minute(manifest.frozen), who=manifest.who
        ),
        "files_heading": tr("What was frozen"),
        "made_heading": tr("How it was made"),
        "settings_heading": tr("Settings"),
        "check_heading": tr("How to check that nothing has been changed"),
    }
    files = [[_role(one.role), one.title, one.file, _rows(one), one.sha256] for one in manifest.files]
    settings = manifest.settings
    text = (
        settings
        if isinstance(settings, str)
        else json.dumps(settings, ensure_ascii=False, indent=1)
        if settings
        else ""
    )
    markup = {
        "style": bundled("resources", "templates", "page.css").read_text(encoding="utf8"),
        "note": f'<div class="lead">{paragraphs(manifest.note.splitlines())}</div>' if manifest.note else "",
        "files_head": head_row([tr("Kind"), tr("Name"), tr("File"), tr("Rows"), tr("Checksum (SHA-256)")], texts=5),
        "files_rows": table_rows(files, texts=5),
        "made": "\n".join(
            _made(one) for one in manifest.files if one.role in (INPUT, RESULT, WORKSPACE, NETWORK, OTHER)
        ),
        "settings": paragraphs(text.splitlines() or [tr("None besides those that stand with each layer.")]),
        "check": paragraphs(_check(manifest)),
    }
    return page(template, words, markup)


def _made(one: FrozenFile) -> str:
    """The heading of a file, and where it came from."""
    told = [tr("Source: {source}").format(source=one.source)] if one.source else []
    if one.modified:
        told.append(tr("Changed {date}.").format(date=_minute(one.modified)))
    if one.filter:
        told.append(tr("filter: {filter}").format(filter=one.filter))
    if one.crs:
        told.append(tr("Coordinate reference system: {crs}").format(crs=one.crs))
    if one.fields:
        told.append(tr("Fields: {fields}").format(fields=", ".join(one.field_names)))
    heading = paragraphs([f"{_role(one.role)}: {one.title}"]).replace("<p>", "<h3>").replace("</p>", "</h3>")
    return heading + paragraphs([*told, *one.provenance])


def _check(manifest: Manifest) -> list[str]:
    made_with = ", ".join(f"{name} {version}" for name, version in manifest.versions.items())
    return [
        tr("The tool comparewithbasis reads {file} and checks the SHA-256 of every file. The checksum of {file} itself stands in the workspace's table frozen_bases and in its method log.").format(file=MANIFEST),
        tr("Without Närvård: reckon the SHA-256 of a file with any tool, and compare it with the table above."),
        tr("Made with {versions}.").format(versions=made_with),
    ]  # fmt: skip


def _minute(time: str) -> str:
    """An ISO time as a reader wants it: 2026-11-22 12:03."""
    return time[:16].replace("T", " ")


def _rows(one: FrozenFile) -> str:
    return "" if one.rows is None else shown(one.rows)


def _role(role: str) -> str:
    return {
        WORKSPACE: tr("Workspace"),
        NETWORK: tr("Network"),
        INPUT: tr("Input"),
        RESULT: tr("Result"),
        OTHER: tr("File"),
        SUMMARY: tr("Page"),
    }[role]
