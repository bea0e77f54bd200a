"""What a user reads when a workspace refuses something: what happened and what to do."""

from __future__ import annotations

from ..i18n import tr
from . import errors
from .plans.errors import PlanRefused


def sentence(error: errors.StoreError) -> str:
    """One or two translated sentences for an error of the store."""
    return error.sentence() if isinstance(error, PlanRefused) else _SENTENCES[type(error)](error)


def network_warning(path: str) -> str:
    """What to know before several people write to a file on a server."""
    return tr(
        "{path} lies on a server. A GeoPackage there is safe for one person at a time: when two write at once, one can "
        "spoil the other's work. Let one person write, or keep the workspace in PostgreSQL, which is made for several."
    ).format(path=path)


def _no_workspace_name(error):
    if error.connections:
        return tr(
            '"{text}" names no workspace. Write the path of a GeoPackage file, ending in .gpkg, or one of the PostgreSQL '
            "connections that are stored in QGIS: {connections}."
        ).format(text=error.text, connections=", ".join(error.connections))
    return tr(
        '"{text}" names no workspace. Write the path of a GeoPackage file, ending in .gpkg, or the name of a PostgreSQL '
        "connection stored in QGIS; none is stored yet."
    ).format(text=error.text)


def _folder_missing(error):
    return tr("The folder {path} does not exist. Create it first, or choose another place.").format(path=error.path)


def _file_missing(error):
    return tr('There is no workspace at {path}. Make one with "Create workspace", or correct the path.').format(
        path=error.path
    )


def _file_exists(error):
    return tr("There is already a file at {path}. Choose another name; nothing was overwritten.").format(
        path=error.path
    )


def _path_too_long(error):
    return tr(
        "The path is {length} characters long and {limit} is the most the file format takes. "
        "Choose a shorter name or a folder nearer the top: {path}"
    ).format(length=error.length, limit=error.limit, path=error.path)


def _read_only_place(error):
    return tr(
        "{path} can't be written to. The file or its folder is read-only for you: "
        "choose a folder of your own, or ask for the right to write there."
    ).format(path=error.path)


def _not_a_workspace(error):
    return tr(
        "{path} is not a Närvård workspace, or is damaged ({detail}). It was left as it was; choose another file."
    ).format(path=error.path, detail=error.detail)


def _newer_schema(error):
    return tr(
        "{path} was made by a newer version of Närvård (schema {found}; this version knows {known}). "
        "Update the plugin to open it."
    ).format(path=error.path, found=error.found, known=error.known)


def _older_schema(error):
    return tr(
        "{path} has the older schema {found} and has to be brought to {known}, which needs the right to write to it. "
        'Run "Create workspace" on it, which brings it up to date.'
    ).format(path=error.path, found=error.found, known=error.known)


def _busy(error):
    return tr(
        "Someone else is writing to {path}, and was not done within {seconds} seconds. "
        "Nothing was written; try again in a while."
    ).format(path=error.path, seconds=f"{error.seconds:g}")


def _disk_full(error):
    return tr("The disk is full, so nothing was written to {path}. Free some space and try again.").format(
        path=error.path
    )


def _store_failed(error):
    return tr("The workspace {path} could not do this, and nothing was changed: {detail}").format(
        path=error.path, detail=error.detail
    )


def _migration_failed(error):
    return tr(
        "{path} could not be brought from schema {found} to {wanted} and was left as it was: {detail}. "
        "Keep a copy of the file and report this."
    ).format(path=error.path, found=error.found, wanted=error.wanted, detail=error.detail)


def _unknown_table(error):
    return tr('The workspace has no table "{table}". Its tables are: {known}.').format(
        table=error.table, known=", ".join(error.known)
    )


def _unknown_columns(error):
    return tr('The table "{table}" has no column {columns}. Its columns are: {known}.').format(
        table=error.table, columns=", ".join(error.columns), known=", ".join(error.known)
    )


def _missing_columns(error):
    return tr('The table "{table}" needs the column {columns}, which is missing.').format(
        table=error.table, columns=", ".join(error.columns)
    )


def _row_refused(error):
    return tr('Row {row} for the table "{table}" was refused, and nothing was written: {reason}').format(
        row=error.row + 1, table=error.table, reason=_reason(error)
    )


def _reason(error):
    reasons = {
        "blank": tr('"{column}" must have a value.'),
        "type": tr('"{column}" must be a number, and "{value}" is not, or has decimals where a whole number stands.'),
        "range": tr('"{column}" is {value}, which is outside the possible values.'),
        "choices": tr('"{column}" is "{value}", which is not one of the allowed words.'),
        "digits": tr('"{column}" is "{value}", which does not have the digits of such a code.'),
        "bytes": tr('"{column}" must hold the content of a file.'),
        "date": tr('"{column}" is "{value}", which is not a date written as 2026-03-31.'),
        "unstorable": tr("it has a value of a kind that can't be stored ({value})."),
        "duplicate": tr('a row with the same key is already there ("{column}" is "{value}").'),
        "repeated": tr('the same key stands in an earlier of the new rows ("{column}" is "{value}").'),
        "closed_after_opened": tr("it closes before it opens."),
        "to_after_from": tr("it ends before it begins."),
        "value_or_reason": tr("a missing value needs the status suppressed or missing."),
        "number_or_reason": tr("a missing number needs the status suppressed or missing."),
        "x_with_y": tr("x and y must both have a value, or neither."),
        "place_when_moved": tr("a facility that opens or moves needs x and y."),
        "service_named": tr("a service that is added or removed needs its name."),
        "fewest_dwellings_first": tr("the least number of dwellings is above the greatest."),
        "latest_after_earliest": tr("the latest year lies before the earliest."),
        "extension_after_answer": tr("an extension must reach at least to the municipality's date."),
        "reason_when_changed": tr("a verdict other than the program's needs a reason."),
        "of_something": tr("a deadline belongs to a planremiss or to a plan case."),
    }
    text = reasons.get(error.problem, tr("it breaks the rule {problem}."))
    return text.format(column=error.column, value=error.value, problem=error.problem)


def _reference_missing(error):
    return tr(
        'Nothing was written: {count} rows of the table "{table}" have a "{column}" that is not in "{parent}", '
        "such as {values}. Add those first, or leave the rows out."
    ).format(
        count=error.count,
        table=error.table,
        column=error.column,
        parent=error.parent,
        values=", ".join(map(str, error.values)),
    )


def _row_changed(error):
    return tr(
        'Someone else changed this row of the table "{table}" after you read it. Nothing was written over: '
        "read it again and make your change anew."
    ).format(table=error.table)


def _row_missing(error):
    return tr('The row ({key}) of the table "{table}" is not there any more. Read the table again.').format(
        key=", ".join(map(str, error.key.values())), table=error.table
    )


def _illegal_step(error):
    return tr(
        'In the table "{table}", "{column}" can\'t go from "{before}" to "{after}", and nothing was changed. '
        "Take one of the steps that are allowed from there."
    ).format(table=error.table, column=error.column, before=error.before, after=error.after)


def _frozen_row(error):
    facts = {"table": error.table, "state": error.state or "–", "columns": ", ".join(error.columns)}
    if error.columns:
        return tr(
            'The row of the table "{table}" is "{state}", and then {columns} can\'t be changed. Nothing was written: '
            "open it again with an allowed step, or make a new version."
        ).format(**facts)
    return tr(
        'The row of the table "{table}" is locked (state: {state}): it can neither be changed nor removed. '
        "Nothing was written: make a new version instead."
    ).format(**facts)


def _geometry_refused(error):
    return tr(
        'Row {row} for the layer "{table}" has a geometry that does not fit ({found} where {expected} stands); '
        "nothing was written."
    ).format(row=error.row + 1, table=error.table, found=error.found, expected=error.expected)


def _append_only(error):
    return tr('Rows of the table "{table}" can be added but never changed or removed.').format(table=error.table)


def _no_connection(error):
    sentences = {
        "server": tr("The server of {path} does not answer. Check the network, and host and port of the connection."),
        "password": tr(
            "The server of {path} did not accept the user or the password. "
            "Correct them where QGIS keeps the connection, and store them there or in an authentication configuration."
        ),
        "database": tr("The database of {path} does not exist on its server. Correct the connection in QGIS."),
    }
    text = sentences.get(error.problem, tr("{path} could not be opened. Check the connection in QGIS."))
    return " ".join((text.format(path=error.path), tr("The answer was: {detail}").format(detail=error.detail)))


def _connection_lost(error):
    if error.perhaps_written:
        return tr(
            "The connection to {path} was lost at the very end. Either all of it is stored or nothing: "
            "look at the audit, or run it again, which changes nothing that is there already."
        ).format(path=error.path)
    return tr("The connection to {path} was lost. Nothing of what was being written is stored; try again.").format(
        path=error.path
    )


def _no_schema(error):
    return tr(
        'The database of {path} has no workspace in the schema "{schema}". Make one with "Create workspace", '
        "or write the name as connection/schema."
    ).format(path=error.path, schema=error.schema)


def _schema_exists(error):
    return tr(
        'The schema "{schema}" of {path} already holds something else. Choose another, written as connection/schema; '
        "nothing was changed."
    ).format(path=error.path, schema=error.schema)


def _postgis_missing(error):
    return tr(
        "The database of {path} lacks PostGIS, and you may not add it. Ask its administrator to run "
        "CREATE EXTENSION postgis; in it. The answer was: {detail}"
    ).format(path=error.path, detail=error.detail)


def _right_missing(error):
    return tr(
        "The user {user} may not do this in {path}, and nothing was changed. Ask the administrator for the right to "
        "write, or use the workspace for reading. The answer was: {detail}"
    ).format(path=error.path, user=error.user, detail=error.detail)


def _changed_meanwhile(error):
    return tr(
        "Someone else changed the same rows of {path} at the same time. Nothing was written over: run it again."
    ).format(path=error.path)


def _interrupted(error):
    return tr("The server of {path} stopped the work, and nothing was written: {detail}").format(
        path=error.path, detail=error.detail
    )


_SENTENCES = {
    errors.NoWorkspaceName: _no_workspace_name,
    errors.FolderMissing: _folder_missing,
    errors.FileMissing: _file_missing,
    errors.FileExists: _file_exists,
    errors.PathTooLong: _path_too_long,
    errors.ReadOnlyPlace: _read_only_place,
    errors.NotAWorkspace: _not_a_workspace,
    errors.NewerSchema: _newer_schema,
    errors.OlderSchema: _older_schema,
    errors.Busy: _busy,
    errors.DiskFull: _disk_full,
    errors.StoreFailed: _store_failed,
    errors.MigrationFailed: _migration_failed,
    errors.UnknownTable: _unknown_table,
    errors.UnknownColumns: _unknown_columns,
    errors.MissingColumns: _missing_columns,
    errors.RowRefused: _row_refused,
    errors.ReferenceMissing: _reference_missing,
    errors.RowChanged: _row_changed,
    errors.RowMissing: _row_missing,
    errors.IllegalStep: _illegal_step,
    errors.FrozenRow: _frozen_row,
    errors.GeometryRefused: _geometry_refused,
    errors.AppendOnly: _append_only,
    errors.NoConnection: _no_connection,
    errors.ConnectionLost: _connection_lost,
    errors.NoSchema: _no_schema,
    errors.SchemaExists: _schema_exists,
    errors.PostgisMissing: _postgis_missing,
    errors.RightMissing: _right_missing,
    errors.ChangedMeanwhile: _changed_meanwhile,
    errors.Interrupted: _interrupted,
}
