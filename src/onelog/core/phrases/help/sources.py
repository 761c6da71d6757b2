"""What can be imported: what each source reads, in a few words that stand in a list and within a sentence."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "md": (
        "Markdown or plain notes of any shape: one file per meeting, running notes, an Obsidian vault",
        "Markdownやテキストのメモ（1回1ファイル、書き足し式、Obsidianの保管庫など）",
    ),
    "transcript": (
        "a transcript from Zoom, Teams, Meet or Granola (WebVTT, SubRip, text), kept as a note of who said what",
        "Zoom、Teams、Meet、Granolaの文字起こし（WebVTT、SubRip、テキスト）。誰が何を話したかのメモ",
    ),
    "todo": (
        "todo.txt: tasks become promises, and those exported from onelog are ticked off",
        "todo.txt（タスクは宿題に。onelogから書き出したものは完了の印だけ）",
    ),
    "taskwarrior": (
        "Taskwarrior (task export): tasks become promises, and those exported from onelog are ticked off",
        "Taskwarriorのtask export（タスクは宿題に。onelogから書き出したものは完了の印だけ）",
    ),
    "ics": (
        "a calendar (iCalendar): past 1-on-1s become meetings without notes, with people and cadence",
        "カレンダー（iCalendar）。過去の1on1を、相手と頻度も含めて、メモなしで",
    ),
    "csv": (
        "a table (CSV), read by rules: each row is a 1-on-1 or a task (--rules, --guess-rules)",
        "表（CSV）。1行を1回の1on1かタスクとして、規則に従って（--rules、--guess-rules）",
    ),
    "docx": ("a Word document (.docx), also from Google Docs", "Word文書（.docx）。Googleドキュメントのものも"),
    "notion": (
        "Notion's export (Markdown or HTML): pages with their properties",
        "Notionの書き出し（MarkdownかHTML。プロパティ付きのページ）",
    ),
    "vibe-manager": (
        "a vibe-manager workspace: a folder for each report",
        "vibe-managerのワークスペース（部下ごとのフォルダー）",
    ),
    "logseq": ("Logseq pages and journals", "Logseqのページとジャーナル"),
    "org": ("Org files from Emacs", "EmacsのOrgファイル"),
    "jrnl": ("jrnl: its own file, or its JSON export", "jrnlのファイル、またはJSONの書き出し"),
    "dayone": ("Day One's JSON export", "Day OneのJSON書き出し"),
    "git": (
        "a git log from a pipe: pick commits as wins (--dry-run)",
        "パイプで渡したgit log。成果にするコミットを選べます（--dry-run）",
    ),
    # what nothing reads
    "unread_contacts": ("a list of contacts (vCard)", "連絡先の一覧（vCard）"),
    "unread_page": ("a web page (HTML)", "ウェブページ（HTML）"),
    "unread_json": ("JSON", "JSON"),
    "unread_sheet": ("a spreadsheet", "表計算のファイル"),
    "unread_document": ("a document of an office program", "オフィスソフトの文書"),
    "unread_pdf": ("a PDF", "PDF"),
    "unread_rtf": ("RTF", "RTF"),
    "unread_mail": ("an email", "メール"),
}
