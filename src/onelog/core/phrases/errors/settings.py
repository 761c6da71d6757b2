"""What is said of the settings and of forms."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "unknown": (
        "There is no setting {key!r}.\nKnown are {known}.",
        None,
    ),
    "on_or_off": (
        "{key} is on or off, not {said!r}.\nonelog config {key} off",
        None,
    ),
    "a_number": (
        "{key} is a number, not {said!r}.\nonelog config {key} {usual}",
        None,
    ),
    "written_otherwise": (
        "{file} has {key} in a way that is not changed here.\nonelog config edit opens it in the editor.",
        None,
    ),
    "no_file": (
        "There is no {file}, which ONELOG_CONFIG names.\nMake it, or unset ONELOG_CONFIG.",
        None,
    ),
    "not_toml": (
        '{file} is not TOML: {why}.\nFor example: language = "ja"',
        None,
    ),
    "fiscal_year_start": (
        "{place}fiscal_year_start is a month, 1 to 12.\nfiscal_year_start = 4",
        None,
    ),
    "language": (
        '{place}language is en or ja.\nlanguage = "ja"',
        None,
    ),
    "holidays": (
        '{place}holidays is the code of a country.\nholidays = "JP", or "DE-BY" for a part of one',
        '{place}holidays には国のコードを設定してください。\nholidays = "JP"（州や地域まで指定する場合は "DE-BY"）',
    ),
    "date_order": (
        '{place}date_order is month-first or day-first.\ndate_order = "day-first"',
        None,
    ),
    "decimal": (
        '{place}decimal is a point or a comma.\ndecimal = ","',
        None,
    ),
    "unknown_relation": (
        "{place}there is no relation {relation!r}.\nKnown are {relations}.",
        None,
    ),
    "cadence_not_text": (
        '{place}cadences.{relation} is not a text.\n{relation} = "2w"',
        None,
    ),
    "unknown_in_file": (
        "{place}there is no setting {key!r}.\nKnown are {known}.",
        None,
    ),
    "unknown_warning": (
        "{place}watch.off: there is no warning {rule!r}.\nKnown are {known}.",
        None,
    ),
    "watch_range": (
        "{place}watch.{key} is {least} to {most}.\nwatch.{key} is {usual} unless set.",
        None,
    ),
    "no_folder_for_forms": (
        "There is no folder for settings, and so none for forms.\nSet HOME, or ONELOG_CONFIG.",
        None,
    ),
    "another_kind": (
        "{place}{key} is not {kind}.\nKnown are {known}.",
        None,
    ),
    "kind_number": (
        "a number",
        "数値",
    ),
    "kind_true_or_false": (
        "true or false",
        "true か false",
    ),
    "kind_text": (
        "a text",
        "文字列",
    ),
    "kind_table": (
        "a table",
        "テーブル",
    ),
    "kind_list": (
        "a list",
        "リスト",
    ),
    "form_broken": (
        "{what}; it is not used.\nonelog forms edit {name}",
        None,
    ),
    "in_file": (
        "{file}: ",
        "{file}：",
    ),
    "for_example": (
        "{error}\nFor example: {error.hint}",
        None,
    ),
}
