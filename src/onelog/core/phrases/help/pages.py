"""What stands in the help beside commands and options: headings, groups, and where the rest is."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "day": ("Every day", "毎日"),
    "back": ("Looking back", "振り返り"),
    "who": ("People and goals", "相手と目標"),
    "talk": ("Better conversations", "よりよい対話"),
    "care": ("Care of the journal", "記録の管理"),
    "for_example": ("For example:", "例："),
    "group": ("{name} (onelog help {word})", "{name}（onelog help {word}）"),
    "pages": ("Pages (onelog help PAGE)", "解説（onelog help PAGE）"),
    "more": (
        "onelog help COMMAND shows how to use one; onelog help --all lists them all, and pages to read.",
        "使い方は onelog help COMMAND、すべての一覧と解説は onelog help --all。",
    ),
    "three_examples": (
        """  onelog log mia "The ads move. a: draft the plan due:fri"
  onelog prep mia
  onelog export 2026Q3 --with mia
""",
        """  onelog log mia "広告の移転。宿題：計画案 期限：金曜"
  onelog prep mia
  onelog export 2026Q3 --with mia
""",
    ),
    "usage": ("Usage: ", "使い方："),
    "arguments": ("Arguments", "引数"),
    "options": ("Options", "オプション"),
    "commands": ("Commands", "コマンド"),
    "required": ("required", "必須"),
    "default": ("default: ", "既定："),
    "env_var": ("env var: ", "環境変数："),
    "man_installed": (
        "{n} man pages are in {folder}: man onelog, man onelog-log",
        "manページ{n}件を {folder} に置きました：man onelog、man onelog-log",
    ),
    "man_path": (
        "If man does not find them: export MANPATH={folder}:",
        "man で見つからないとき：export MANPATH={folder}:",
    ),
}
