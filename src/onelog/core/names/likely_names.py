"""Words that can be the name of somebody who is not known."""

import re

from onelog.core.names import name_words
from onelog.core.names.honorifics import TITLES

_NO_NAMES = frozenset((
    "a", "about", "action", "actions", "agenda", "ahead", "all", "all-hands", "and", "annual", "april", "archive", "attachments", "august", "backlog", "board", "brainstorm",
    "call", "career", "catch-up", "catchup", "chat", "check", "check-in", "checkin", "coaching", "coffee", "daily", "december", "demo", "design",
    "development", "discussion", "doc", "docs", "document", "documents", "draft", "drafts", "everyone", "february", "feedback", "files", "follow-up", "followup",
    "for", "friday", "goal", "goals", "group", "growth", "history", "home", "ideas", "inbox", "index", "interview", "intro", "introduction", "january", "journal", "july",
    "june", "kick-off", "kickoff", "knowledge", "last", "log", "lunch", "march", "may", "me", "meeting", "meetings", "misc", "monday", "monthly", "new", "next",
    "note", "notes", "november", "october", "of", "offsite", "okr", "okrs", "old", "on", "one", "onboarding", "open", "other", "outlook", "overview", "page", "people",
    "performance", "personal", "plan", "planning", "prep", "private", "progress", "project", "projects", "promotion", "public", "quarterly", "questions",
    "readme", "recap", "reflection", "report", "reports", "research", "retro", "retrospective", "review", "reviews", "roadmap", "saturday", "scratch", "section", "september",
    "session", "sprint", "stand-up", "standup", "status", "strategy", "summary", "sunday", "sync", "syncs", "talk", "task", "tasks", "team", "template", "templates",
    "the", "this", "thursday", "to", "todo", "todos", "topics", "training", "tuesday", "unknown", "untitled", "update", "updates", "vault", "wednesday", "week", "weekly",
    "welcome", "with", "work", "workshop", "marketing", "sales", "engineering", "product", "finance",
    "hr", "legal", "operations", "ops", "support", "leadership", "management", "design", "data", "security", "platform", "infra", "managers", "peers",
    "alumni", "former", "inactive", "active", "current", "past", "archived", "external", "internal", "vendors", "partners", "contractors",
    "rain", "rainy", "snow", "snowy", "sunny", "cloudy", "fog", "foggy", "storm", "stormy", "windy", "weather", "holiday", "holidays", "vacation",
    "雨", "晴", "晴れ", "曇", "曇り", "雪", "台風", "出張", "休み", "休暇", "祝日", "東京", "大阪", "京都", "名古屋", "札幌", "福岡", "仙台", "神戸", "横浜", "本社", "支社",
    "退職者", "過去", "旧",
    "company", "department", "office", "clients", "customers", "candidates", "hiring", "recruiting", "year", "yearly", "yesterday", "today", "tomorrow",
    "メモ", "議事録", "会議", "定例", "ミーティング", "週次", "月次", "日次", "日報", "週報", "進捗", "計画", "振り返り", "ふりかえり", "レビュー", "打ち合わせ",
    "打合せ", "目次", "雑談", "テンプレート", "一覧", "プロジェクト", "チーム", "仕事", "相談", "全体", "部会", "朝会", "夕会", "研修", "目標", "評価", "記録",
    "資料", "営業", "開発", "人事", "総務", "経理", "採用", "顧客", "部長", "課長", "日記", "日付", "参加者", "宿題", "決定", "決定事項", "次回", "全員", "無題",
))  # fmt: skip  # words in lines
"""Words of headings and names of folders that are nobody's name."""


def is_name(word: str) -> bool:
    """Whether words can be a name: few, no numbers, and none that headings and folders are called."""
    words = word.split()
    if (
        not 0 < len(words) <= 4
        or len(word) > 40
        or re.search(
            r"[\d!?.;:#@=<>{}|\\^~*。！？；：＃]", re.sub(r"(?<=\b[^\W\d_])\.|(?<=Dr)\.|(?<=M[rs])\.", "", word)
        )
    ):
        return False
    if not all(part[0].isalpha() for part in words) or name_words.is_sentence(word):
        return False
    said = word.casefold()
    return not any(part in _NO_NAMES for part in (said, *re.split(r"[\s_]+", said)))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_THINGS = _words(
    "access agreement answer app article asap bills blog blocker blockers blocked bonus bonuses book "
    "books budget budgets bug bugs campaign car cause caution chapter client contract contracts cost "
    "costs course customer dashboard date deadline deadlines deal deck decision dependency deploy done "
    "due email equipment event example expenses fix food forecast fyi hardware headcount health hire "
    "holiday holidays idea important incident invoice invoices issue issues item jira key kpi laptop "
    "later launch leave letter license licenses link links list location long mail mentoring metric "
    "metrics migration milestone milestones must nda nice offer offers office option optional options "
    "order orders owner paper part pay permissions phase pitch please policy post presentation price "
    "pricing priority problem process proposal purchase quality question reading reason refactoring "
    "release releases reminder remember request requests response result results risk risks room salary "
    "schedule scope server servers short signature slack slides software someday source staffing step "
    "steps survey talks target targets test testing tests thesis ticket tickets time timeline tool "
    "tooling tools topic travel trip upgrade urgent vacation vendor vendors video visa waiting warning "
    "website wiki"
)
"""What a promise is about, before its colon: `Budget: ask finance`."""
_FAMILY_NAMES = _words(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 "
    "木村 斎藤 斉藤 齋藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 "
    "後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 "
    "竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 "
    "谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 "
    "千葉 岩崎 菅原 木下 久保 佐野 野村 松尾 市川 菊地 杉本 古川 大西 島田 水野 桜井 高野 吉川 "
    "山内 西田 飯田 菊池 西川 小松"
)
"""Family names that many people have."""


def names_somebody(word: str) -> bool:
    """Whether a word before a colon names somebody, whoever that may be: `Zoltan`, `Zoltan Kis`, 佐藤, 宮下さん."""
    if not is_name(word):
        return False
    if not word.isascii():
        is_latin = all(part[0] < "\u0250" and part.istitle() for part in word.split())
        return is_latin or word in _FAMILY_NAMES or (word.endswith(TITLES) and word not in TITLES)
    parts = word.split()
    return all(part[0].isupper() and not part.isupper() and part.casefold() not in _THINGS for part in parts)
