"""Words that can be the name of somebody who is not known."""

import re

from onelog.core.names import name_words

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
