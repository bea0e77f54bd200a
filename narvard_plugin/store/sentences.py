"""What a user reads when a workspace refuses something: what happened and what to do."""

from __future__ import annotations

from ..i18n import tr
from . import errors


def sentence(error: errors.StoreError) -> str:
    """One or two translated sentences for an error of the store."""
    return _SENTENCES[type(error)](error)


def _no_workspace_name(error):
    return tr('"{text}" names no workspace. Write the path of a GeoPackage file, ending in .gpkg.').format(
        text=error.text
    )


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
        "date": tr('"{column}" is "{value}", which is not a date written as 2026-03-31.'),
        "unstorable": tr("it has a value of a kind that can't be stored ({value})."),
        "duplicate": tr('a row with the same key is already there ("{column}" is "{value}").'),
        "closed_after_opened": tr("it closes before it opens."),
        "to_after_from": tr("it ends before it begins."),
        "value_or_reason": tr("a missing value needs the status suppressed or missing."),
        "number_or_reason": tr("a missing number needs the status suppressed or missing."),
        "x_with_y": tr("x and y must both have a value, or neither."),
        "place_when_moved": tr("a facility that opens or moves needs x and y."),
        "service_named": tr("a service that is added or removed needs its name."),
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


def _geometry_refused(error):
    return tr(
        'Row {row} for the layer "{table}" has a geometry that does not fit ({found} where {expected} stands); '
        "nothing was written."
    ).format(row=error.row + 1, table=error.table, found=error.found, expected=error.expected)


def _append_only(error):
    return tr('Rows of the table "{table}" can be added but never changed or removed.').format(table=error.table)


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
    errors.GeometryRefused: _geometry_refused,
    errors.AppendOnly: _append_only,
}
