"""What is said of the settings and of forms."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "unknown": (
        "There is no setting {key!r}.\nKnown are {known}.",
        "「{key}」という設定はありません。\n使えるもの：{known}",
    ),
    "on_or_off": (
        "{key} is on or off, not {said!r}.\nonelog config {key} off",
        "{key} には on か off を指定します（「{said}」は使えません）。\nonelog config {key} off",
    ),
    "a_number": (
        "{key} is a number, not {said!r}.\nonelog config {key} {usual}",
        "{key} には数値を指定します（「{said}」は使えません）。\nonelog config {key} {usual}",
    ),
    "written_otherwise": (
        "{file} has {key} in a way that is not changed here.\nonelog config edit opens it in the editor.",
        "{file} の {key} は、ここでは変更できない書き方になっています。\n"
        "onelog config edit でエディターを開いてください。",
    ),
    "no_file": (
        "There is no {file}, which ONELOG_CONFIG names.\nMake it, or unset ONELOG_CONFIG.",
        "ONELOG_CONFIG で指定された {file} がありません。\nファイルを作るか、ONELOG_CONFIG の設定を外してください。",
    ),
    "not_toml": (
        '{file} is not TOML: {why}.\nFor example: language = "ja"',
        '{file} は TOML として読み取れません：{why}。\n例：language = "ja"',
    ),
    "fiscal_year_start": (
        "{place}fiscal_year_start is a month, 1 to 12.\nfiscal_year_start = 4",
        "{place}fiscal_year_start は月（1〜12）です。\nfiscal_year_start = 4",
    ),
    "ambiguous_width": (
        "{place}ambiguous_width is 1 or 2: the cells in which your terminal draws … and ※.\nambiguous_width = 2",
        "{place}ambiguous_width は 1 か 2 です。端末が … や ※ を何桁で表示するかを指定します。\nambiguous_width = 2",
    ),
    "language": (
        '{place}language is en or ja.\nlanguage = "ja"',
        '{place}language は en か ja です。\nlanguage = "ja"',
    ),
    "holidays": (
        '{place}holidays is the code of a country.\nholidays = "JP", or "DE-BY" for a part of one',
        '{place}holidays には国のコードを設定してください。\nholidays = "JP"（州や地域まで指定する場合は "DE-BY"）',
    ),
    "date_order": (
        '{place}date_order is month-first or day-first.\ndate_order = "day-first"',
        '{place}date_order は month-first か day-first です。\ndate_order = "day-first"',
    ),
    "decimal": (
        '{place}decimal is a point or a comma.\ndecimal = ","',
        '{place}decimal はピリオドかコンマです。\ndecimal = ","',
    ),
    "unknown_relation": (
        "{place}there is no relation {relation!r}.\nKnown are {relations}.",
        "{place}「{relation}」という関係はありません。\n使えるもの：{relations}",
    ),
    "cadence_not_text": (
        '{place}cadences.{relation} is not a text.\n{relation} = "2w"',
        '{place}cadences.{relation} は文字列にしてください。\n{relation} = "2w"',
    ),
    "unknown_in_file": (
        "{place}there is no setting {key!r}.\nKnown are {known}.",
        "{place}「{key}」という設定はありません。\n使えるもの：{known}",
    ),
    "unknown_warning": (
        "{place}watch.off: there is no warning {rule!r}.\nKnown are {known}.",
        "{place}watch.off に「{rule}」という項目はありません。\n使えるもの：{known}",
    ),
    "watch_range": (
        "{place}watch.{key} is {least} to {most}.\nwatch.{key} is {usual} unless set.",
        "{place}watch.{key} は{least}〜{most}です。\n設定しなければ watch.{key} は {usual} です。",
    ),
    "no_folder_for_forms": (
        "There is no folder for settings, and so none for forms.\nSet HOME, or ONELOG_CONFIG.",
        "設定のフォルダーがないため、書式を置けません。\nHOME か ONELOG_CONFIG を設定してください。",
    ),
    "another_kind": (
        "{place}{key} is not {kind}.\nKnown are {known}.",
        "{place}{key} は{kind}にしてください。\n使えるもの：{known}",
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
    "form_there": (
        "{file} is there already.\nTo change it: onelog forms edit {name}",
        "{file} はすでにあります。\n編集するには：onelog forms edit {name}",
    ),
    "no_example": (
        "There is no example {name!r} for a form.\nExamples: {examples}",
        "書式の見本「{name}」はありません。\n見本：{examples}",
    ),
    "form_broken": (
        "{what}. This form is not used.\nonelog forms edit {name}",
        "{what}。この書式は使われません。\nonelog forms edit {name}",
    ),
    "in_file": (
        "{file}: ",
        "{file}：",
    ),
    "for_example": (
        "{error}\nFor example: {error.hint}",
        "{error}\n例：{error.hint}",
    ),
}
