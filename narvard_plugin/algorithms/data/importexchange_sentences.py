"""What a user reads when an exchange file cannot be taken in: what is wrong with it, and what to do."""

from __future__ import annotations

from ...adapters.reading import listed
from ...core.exchange import DAY, INTEGER, REAL, TEXT, ExchangeError
from ...i18n import tr


def sentence(error: ExchangeError, file: str) -> str:
    """The sentence for ``error`` of ``file``."""
    facts = {name: listed(value) if isinstance(value, list) else value for name, value in error.facts.items()}
    if "kind" in facts:
        facts["kind"] = _kinds()[facts["kind"]]
    return _sentences()[error.problem].format(file=file, **facts)


def _kinds() -> dict[str, str]:
    return {
        TEXT: tr("a text"),
        INTEGER: tr("a whole number"),
        REAL: tr("a number, written without spaces"),
        DAY: tr("a date written as 2024-12-31"),
    }


def _sentences() -> dict[str, str]:
    return {
        "format": tr("{file} is not an exchange file. Ask the neighbour region for one made with exportexchange."),
        "version": tr("{file} is an exchange file of version {found}, but this Närvård reads version {known}. Update the plugin, or ask for a file of that version."),
        "header": tr("The table exchange of {file} lacks {names}. Without that nobody knows what the file may be used for; ask the neighbour for a new one."),
        "headers": tr("The table exchange of {file} says different things in different rows. Ask the neighbour for a new file."),
        "tables": tr("{file} lacks the tables {names}. Ask the neighbour for a whole file made with exportexchange."),
        "columns": tr("{file} lacks the column {names} in the table {table}. Nothing was taken in: ask the neighbour to add it, or for a file made with exportexchange."),
        "crs": tr("The points of {table} in {file} are in {found}, but SWEREF 99 TM (EPSG:3006) was agreed. Ask the neighbour for a new file."),
        "points": tr("The table {table} of {file} holds something else than points. Ask the neighbour for a new file."),
        "values": tr("The column {column} of {table} in {file} holds {value}, which is not {kind}. Nothing was taken in; ask the neighbour to correct it."),
        "changed": tr("{file} is damaged, or has been changed since it was made: the checksum of {names} is not right. Nothing was taken in; ask the neighbour for a new file."),
        "region": tr("The table {table} of {file} has rows of {others}, though the file is of region {region}. Nothing was taken in; ask the neighbour to correct it."),
        "repeated": tr("The table {table} of {file} has several rows of the same {key}: {ids}. Nothing was taken in; ask the neighbour to correct it."),
        "facility": tr("The table {table} of {file} has rows of facilities that are not in it: {ids}. Nothing was taken in; ask the neighbour to correct it."),
        "other_region": tr("{file} is of region {found}, but REGION says {wanted}. Choose the right file, or clear REGION."),
        "csv_region": tr("A CSV file does not say whose it is. Write the neighbour's county code in REGION."),
        "no_rows": tr("{file} has no facilities, and would remove all that the workspace has of the region. Nothing was taken in; ask the neighbour for a whole file."),
        "cells": tr("Rows {rows} of {file} have more cells than there are headings, so nobody can say which column they belong to. Nothing was taken in; ask the neighbour to correct it."),
        "half": tr("Facilities of {file} have one of their two coordinates: {ids}. Nothing was taken in; ask the neighbour to correct it."),
        "large": tr("{file} is {megabytes} MB, which no region's register is. It was not read."),
    }  # fmt: skip
