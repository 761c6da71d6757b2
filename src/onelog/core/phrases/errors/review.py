"""What is said when a review or a nomination cannot be written."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "whose_strengths": (
        "Whose strengths?\nonelog nominate PERSON, or onelog nominate for your own.",
        "誰の強みですか。\nonelog nominate 相手　自分の場合：onelog nominate",
    ),
    "json_or_format": (
        "It is --json or --format {format}, not both.\nLeave one out.",
        "--json と --format {format} は一緒に使えません。\nどちらかを外してください。",
    ),
    "unknown_format": (
        "A review has no format {format!r}.\nIt is one of md, html, json.",
        "振り返りに「{format}」という形式はありません。\n使えるもの：md、html、json",
    ),
    "private_for_others": (
        "Concerns and private notes are in no review for others.\nLeave out --private, or leave out --for.",
        "懸念と非公開のメモは、ほかの人向けの振り返りには入りません。\n--private か --for を外してください。",
    ),
    "unknown_reader": (
        "There is no reader {word!r}.\n--for takes {readers}.",
        "「{word}」という読み手はありません。\n--for に使えるもの：{readers}",
    ),
}
