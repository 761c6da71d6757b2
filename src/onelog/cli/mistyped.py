"""Words that people type for a command or an option that is called otherwise."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from onelog.cli import COMMANDS
from onelog.core.errors import Doubt, Message, did_you_mean

_TRIED = {
    "todo todos task tasks promise promises reminder reminders remind owe open overdue": "usage.todo",
    "list ls all meetings entries entry notes journal view display read log-list recent diary show-all": "usage.list",
    "new create add write record meeting meet talk talked 1on1 1-on-1 1:1 one-on-one start begin begin-meeting": "usage.new",
    "report reports summary summarize summarise retro retrospective quarter week month year": "usage.report",
    "save print output dump download share md markdown html pdf csv json ics": "usage.save",
    "sync synchronize push pull upload cloud icloud dropbox": "usage.sync",
    "agenda prepare preparation brief briefing questions": "usage.agenda",
    "due upcoming calendar schedule reschedule when who whom coming": "usage.due",
    "search-person find-person person who-is whois contact contacts user users member members name names employee": "usage.search_person",
    "reports-list everybody everyone overview glance group": "usage.reports_list",
    "find grep query look lookup filter where": "usage.find",
    "remove rm del trash erase": "usage.remove",
    "close complete finish finished check tick resolve resolved solved settle": "usage.close",
    "cancel abandon wontdo": "usage.cancel",
    "update modify correct fix alter rewrite": "usage.update",
    "snooze postpone delay defer reassign delegate assign handover": "usage.snooze",
    "revert rollback back": "usage.revert",
    "changes changelog audit": "usage.changes",
    "rename alias relation cadence": "usage.rename",
    "merge join combine duplicate duplicates dedupe": "usage.merge",
    "check-in checkin progress": "usage.check_in",
    "okr okrs target targets objective objectives kpi kpis plan plans": "usage.okr",
    "tag tags label labels topics-list category": "usage.tag",
    "insight insights idea ideas learning learnings lesson lessons til": "usage.insight",
    "worry worries risk risks issue issues problem problems blocker": "usage.worry",
    "kudos thanks thank thankyou compliment feedback-add": "usage.kudos",
    "criticism critique improve improvement": "usage.criticism",
    "achievement achievements success accomplishment brag": "usage.achievement",
    "mood moods statistics numbers charts chart graph metrics count": "usage.mood",
    "warnings warning alerts alert signs": "usage.warnings",
    "today now dashboard home main morning inbox": "usage.today",
    "settings setting set preferences prefs configuration configure options": "usage.settings",
    "init setup install login signin register": "usage.init",
    "completion completions autocomplete": "usage.completion",
    "version about": "usage.version",
    "man manual docs doc tutorial usage commands": "usage.every_command",
    "path where-is location file database": "usage.path",
    "drafts draft recovery": "usage.drafts",
    "examples example sample try": "usage.examples",
}
"""Words that people try, and the commands that they look for."""

_OPTIONS = {
    "--with": "person who whom name user people for",
    "--on": "date day when at time",
    "--since": "from after start begin newer-than",
    "--until": "to before end older-than",
    "--by": "due deadline until",
    "--limit": "max number count n top first last",
    "--output": "out file save to",
    "--why": "reason because note comment message",
    "--tag": "label tags labels skill",
    "--kind": "type kinds types category",
    "--len": "length duration minutes time",
    "--mode": "medium place where how",
    "--edit": "editor interactive open",
    "--all": "everything everybody full closed",
    "--relation": "role relationship type",
    "--every": "cadence frequency repeat interval",
    "--alias": "nickname short aka",
    "--private": "concerns secret with-private",
    "--dry-run": "preview simulate test check",
    "--yes": "force confirm y",
    "--format": "type as to",
}
"""Options, and the words that people try for them."""


IN_WORDS = {
    "due deadline until": "due:fri",
    "owner assignee assign": "@name",
    "from": "from:name",
    "to": "to:name",
    "because": "because: …",
    "why": "why: …",
    "goal": "goal:ID",
    "tag tags": "#tag",
}
"""What people try as options of a command with words, and how it stands in the words."""

_AFTER = {
    "list ls": "usage.after_list",
    "all everything": "usage.after_all",
    "new create make": "usage.after_new",
}
"""Words that people try after the name of a list."""

_TOGETHER = {
    "show all, show everything, timeline all, timeline everything": "usage.together_show_all",
    "prep all, prep team, prep everybody, next all": "usage.reports_list",
    "topics add, topics new": "usage.together_topics_add",
    "people show, people view, people get, people find": "usage.together_people_show",
    "people rename, people change, people update": "usage.together_people_rename",
    "people delete, people remove, people rm": "usage.together_people_delete",
    "moments aha, moments win, moments praise, moments growth, moments concern, moments decision": "usage.together_moments_aha",
}
"""Two words that people try, the first of which is a command."""


def mean(word: str, is_somebody: Callable[[str], bool] = lambda _: False) -> Doubt:
    """Which command somebody may mean by a word that is none; nothing where that cannot be told."""
    asked, word = word, word.casefold()
    names = [row.name for row in COMMANDS if " " not in row.name]
    tried = {one: hint for many, hint in _TRIED.items() for one in many.split()}
    if word in tried:
        return _hint(tried[word])
    near = [name for name in names if word and name.startswith(word)]
    if not near and word and is_somebody(asked):
        return Message("errors.usage.log_prep_or_show", name=asked)
    if near := near or get_close_matches(word, names, 3):
        return did_you_mean(near[:3])
    other = get_close_matches(word, tried, 1, 0.75)
    return _hint(tried[other[0]]) if other else ""


def _hint(key: str, **values: object) -> Message:
    return Message(f"errors.{key}", **values)


def mean_together(command: str, word: str) -> Doubt:
    """What somebody may mean by a command and a word that means nothing to it; nothing where that cannot be told."""
    word = word.casefold()
    for many, hint in _TOGETHER.items():
        if f"{command} {word}" in many.split(", "):
            return _hint(hint, kind=word)
    names = {row.name for row in COMMANDS}
    if command not in ("people", "goals", "actions", "topics", "moments", "watch", "history", "skills", "feedback"):
        return ""
    for many, hint in _AFTER.items():
        if word in many.split() and (hint != "usage.after_new" or f"{command} add" in names):
            return _hint(hint, command=command)
    return Message("errors.usage.own_command", word=word) if word in names else ""


def in_words(option: str) -> str:
    """How what somebody tries as an option stands in the words of a command; "" where nothing does."""
    word = option.lstrip("-").casefold()
    return next((form for tried, form in IN_WORDS.items() if word in tried.split()), "")


def mean_option(option: str, there: Sequence[str]) -> Doubt:
    """Which of a command's options somebody may mean; nothing where that cannot be told."""
    word = option.lstrip("-").casefold()
    near = [name for name in there if name.startswith("--") and word and name.startswith(f"--{word}")]
    near = near or [name for name, tried in _OPTIONS.items() if name in there and word in tried.split()]
    near = near or get_close_matches(option, there, 2, 0.75)
    return did_you_mean(near[:2]) if near else ""
