"""What is said of searches, and of those that are kept under a name."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "no_words": (
        "Say what to look for.\nonelog search budget, or onelog search :NAME for one you saved.",
        "探す言葉を入力してください。\nonelog search 予算　保存した検索：onelog search :名前",
    ),
    "no_name": (
        "{name!r} cannot name a search.\nA name is one word of letters, digits and hyphens: --save hiring",
        "「{name}」は検索の名前にできません。\n名前は文字・数字・ハイフンの一語です：--save 採用",
    ),
    "not_saved": (
        "No search is saved as {name}.\nSaved: {names}",
        "「{name}」という名前の検索は保存されていません。\n保存済み：{names}",
    ),
    "none_saved": (
        "No search is saved as {name}.\nonelog search WORDS --save {name} saves one.",
        "「{name}」という名前の検索は保存されていません。\n保存：onelog search 言葉 --save {name}",
    ),
    "unreadable": (
        "{file} cannot be read: {reason}.\nFix it, or move it away; it holds your saved searches.",
        "{file} を読めません（{reason}）。\n直すか、別の場所に移してください。保存した検索が入っています。",
    ),
    "saved_empty": (
        "The saved search {name} holds no words to look for.\nSave it again: onelog search WORDS --save NAME",
        "保存した検索「{name}」に、探す言葉がありません。\n保存し直してください：onelog search 言葉 --save 名前",
    ),
}
