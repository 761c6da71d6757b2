"""What is wrong with a record of an export that is not taken: the end of a sentence that says where it stands."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "missing": ("{key} is missing", "{key} がありません"),
    "wrong": ("{key} is wrong", "{key} の値が正しくありません"),
    "several_lines": ("{key} has several lines", "{key} が複数行になっています"),
    "empty": ("{key} is empty", "{key} が空です"),
    "no_id": ("{key} is no id of onelog", "{key} が onelog のIDではありません"),
    "no_uuid": ("{key} is not a UUID", "{key} がUUIDではありません"),
    "none_of": ("{key} is none of {choices}", "{key} は次のいずれかです（{choices}）"),
    "out_of_range": ("{key} goes from 1 to {most}", "{key} は1から{most}までです"),
    "no_number": ("{key} is no number that can be kept", "{key} が保存できる数ではありません"),
    "twice": ("{key} has the same one twice", "{key} に同じものが2回あります"),
    "no_day": ("{key} is not a day that can be (2026-01-31)", "{key} が日付として正しくありません（例：2026-01-31）"),
    "no_time": (
        "{key} is not a time with its offset (2026-01-31T14:00:00+09:00)",
        "{key} が時差付きの日時ではありません（例：2026-01-31T14:00:00+09:00）",
    ),
    "no_cadence": ("{key} is no cadence", "{key} が頻度として読めません"),
    "no_hour": ("{key} is no hour of a day (14:00)", "{key} が時刻ではありません（例：14:00）"),
    "ends_front": ("{key} holds the end of a front matter", "{key} に前付け（front matter）の終わりが含まれています"),
    "bad_value": ("{key} has a value that cannot be", "{key} にありえない値があります"),
    "label_taken": ("{key} is another one's too", "{key} がほかの記録と重なっています"),
    "unknown_key": ("{word} is no key that this onelog knows", "{word} はこの onelog が知らない項目です"),
    "id_taken": ("its id or uid is another record's too", "id または uid がほかの記録と重なっています"),
    "not_in_file": (
        "{key} is {label}, which this file does not have",
        "{key} の {label} がこのファイルにありません",
    ),
    "other_meeting": ("meeting is not the one it stands in", "meeting が、含まれている1on1と違います"),
    "every_and_rule": ("every and rule do not go together", "every と rule が合っていません"),
    "name_taken": ("its name or alias is another one's too", "名前または別名がほかの相手と重なっています"),
    "two_next": (
        "its person has notes for the next meeting already",
        "この相手には次回のメモがすでにあります",
    ),
    "other_goal": ("goal is not the one it stands with", "goal が、含まれている目標と違います"),
    "until_before": ("until is not after at", "until が at より後ではありません"),
    "about_two": ("about and about_uid are not of one record", "about と about_uid が同じ記録を指していません"),
    "first_alias": ("alias is not the first of aliases", "alias が aliases の先頭ではありません"),
    "no_record_there": (
        "body has a place for a record that is not there",
        "body に、存在しない記録の場所があります",
    ),
}
