"""What is said of words that have not reached the journal."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "was_reason": (
        "These words are the reason for an onelog {command} that did not end.\nonelog recover {number} --show prints them, for --why.",
        "onelog {command} が終わらなかったときの理由です。\n表示して --why に使うには：onelog recover {number} --show",
    ),
    "unknown_command": (
        "These words came from {command!r}, which is not known here.\nonelog recover {number} --with PERSON logs them.",
        "「{command}」で入力された内容ですが、その種類が分かりません。\n"
        "1on1として記録するには：onelog recover {number} --with 相手",
    ),
    "several_lines": (
        "These words were to be one line ({command}), and they are several.\n"
        "onelog recover {number} --with PERSON keeps them as a note for that person.",
        "1行の内容（{command}）のはずが、複数行あります。\n"
        "相手へのメモとして残すには：onelog recover {number} --with 相手",
    ),
    "for_whom": (
        "Whom were these words for?\nonelog recover {number} --with PERSON",
        "誰との内容ですか。\nonelog recover {number} --with 相手",
    ),
    "forgotten_meanwhile": (
        "What these words are about was forgotten meanwhile; they were not taken in, and are not kept.\n"
        "What is not about that can be written anew.",
        "入力している間に、対象の記録が完全に消去されました。内容は取り込まず、残してもいません。\n"
        "それ以外の内容は、もう一度入力できます。",
    ),
    "place_unusable": (
        "{place} cannot be used: {reason}.\nChoose another place with --journal.",
        "{place} を使えません：{reason}。\n--journal で別の場所を指定してください。",
    ),
    "place_unmakable": (
        "{place} cannot be made.\nChoose another place with --journal.",
        "{place} を作れません。\n--journal で別の場所を指定してください。",
    ),
    "cannot_keep": (
        "Your words cannot be kept in {folder}: {reason}.\nFree some space, then try again.",
        "入力した内容を {folder} に残せません：{reason}。\n空き容量を確保してから、もう一度お試しください。",
    ),
    "unknown": (
        "There is no draft {number}; {there}.\nonelog recover lists them.",
        "下書き {number} はありません（{there}）。\n一覧：onelog recover",
    ),
    "waiting": (
        ("{numbers} waits", "{numbers} wait"),
        "あるのは {numbers}",
    ),
    "none": (
        "none waits",
        "下書きはありません",
    ),
    "way_back": (
        "Your words are kept: {command}",
        "入力した内容は残っています：{command}",
    ),
    "editor_failed": (
        "The editor ended with code {code}; nothing was brought back.\nonelog recover lists what is kept.",
        "エディターがコード {code} で終了したため、何も戻していません。\n一覧：onelog recover",
    ),
    "left_empty": (
        "The words were left empty; nothing was brought back.\nonelog recover lists what is kept.",
        "内容が空のままのため、何も戻していません。\n一覧：onelog recover",
    ),
}
