"""What is said of passphrases, keys and encrypted files."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "key_unseen": (
        "A recovery key is made, and nobody is here to see it.\nName a file for it: --recovery-key-file",
        "復元キーを作りますが、表示する相手がいません。\n保存するファイルを指定してください：--recovery-key-file",
    ),
    "key_file_there": (
        "{file} is there already.\nName a new file for the recovery key.",
        "{file} はすでにあります。\n復元キーには新しいファイルを指定してください。",
    ),
    "passphrase_empty": (
        "The passphrase is empty; nothing was made.\nSeveral words are better than one.",
        "パスフレーズが空のため、何も作っていません。\n複数の言葉を組み合わせるのがおすすめです。",
    ),
    "passphrases_differ": (
        "The two are not the same; nothing was made.\nTry again.",
        "2回の入力が一致しないため、何も作っていません。\nもう一度お試しください。",
    ),
    "passphrase_needs_terminal": (
        "A passphrase is asked for on a terminal only.\nElsewhere name a file: --passphrase-file FILE",
        "パスフレーズを入力できるのは端末だけです。\n"
        "それ以外ではファイルを指定してください：--passphrase-file ファイル名",
    ),
    "needs_pyrage": (
        "Encrypted backups need pyrage.\nInstall it: {how}",
        "暗号化したバックアップには pyrage が必要です。\nインストール：{how}",
    ),
    "key_unreadable": (
        "{file} cannot be read.\nMove it away, then the next encrypted backup asks for a passphrase.",
        "{file} を読み取れません。\n移すと、次の暗号化バックアップでパスフレーズをたずねます。",
    ),
    "chosen_meanwhile": (
        "Another onelog has just chosen a passphrase.\nTry again: that one counts.",
        "ほかの onelog がたった今パスフレーズを決めました。\nもう一度お試しください（そちらが有効です）。",
    ),
    "copy_differs": (
        "The encrypted copy in {folder} is not what was encrypted.\nTry again.",
        "{folder} の暗号化したコピーが、元の内容と一致しません。\nもう一度お試しください。",
    ),
    "age_alone": (
        "{path} is encrypted with age alone.\nDecrypt it first: age -d -o journal.db FILE",
        "{path} は age だけで暗号化されています。\n先に復号してください：age -d -o journal.db ファイル名",
    ),
    "wrong_key": (
        "This key does not open {path}.\nIt was encrypted with another one.",
        "このキーでは {path} を開けません。\n別のキーで暗号化されています。",
    ),
    "does_not_open": (
        "This does not open {what}.\nIt takes the passphrase or the recovery key, exactly as it was.",
        "これでは{what}を開けません。\nパスフレーズか復元キーを、元のとおりに正確に入力してください。",
    ),
    "too_slow": (
        "This machine is too slow, or too busy, to open {what} with the passphrase: a faster one made it.\n"
        "The recovery key opens it on any machine, and so does age itself: README.txt in the file says how.",
        "パスフレーズは速いコンピューターで作られたため、このコンピューターでは遅すぎるか、混みすぎていて{what}を開けません。\n"
        "復元キーならどのコンピューターでも開けます。age でも開けます（ファイルの中の README.txt を見てください）。",
    ),
    "not_written": (
        "{folder} cannot be written to.\nFree some space, then try again.",
        "{folder} に書き込めません。\n空き容量を確保してから、もう一度お試しください。",
    ),
    "key_of_backups": ("the key of these backups", "このバックアップの鍵"),
    "own_key": ("its own key", "その鍵"),
    "typed": ("what was typed", "入力"),
    "first_line_empty": (
        "The first line of {what} is empty.\nWrite the passphrase there.",
        "{what}の1行目が空です。\n1行目にパスフレーズを書いてください。",
    ),
}
