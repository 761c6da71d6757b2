"""What can be exported: what each format is, in a few words that stand in a list and within a sentence."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "md": ("a Markdown document to read, paste or hand on", "読む、貼り付ける、渡すためのMarkdown文書"),
    "html": ("a page to read, print or hand on", "読む、印刷する、渡すためのページ"),
    "json": ("every record with all its fields", "すべての記録と項目"),
    "jsonl": ("every record with all its fields, one per line", "すべての記録と項目（1行に1件）"),
    "csv": ("a spreadsheet table, one row per record", "表計算用の表（1行に1件）"),
    "ics": ("a calendar with meetings, planned ones too, and due dates", "カレンダー（予定を含む1on1と期限）"),
    "todo": ("your promises as todo.txt", "自分の宿題のtodo.txt"),
    "taskwarrior": ("your promises for task import", "自分の宿題（task import用）"),
    "folder": ("a folder with one Markdown document per file", "1件1ファイルのMarkdown文書のフォルダー"),
}
