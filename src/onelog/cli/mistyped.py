"""Words that people type for a command or an option that is called otherwise."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from onelog.cli import COMMANDS

_TRIED = {
    "todo todos task tasks promise promises reminder reminders remind owe open overdue": (
        "onelog actions lists promises; onelog actions add WORDS adds one."
    ),
    "list ls all meetings entries entry notes journal view display read log-list recent diary show-all": (
        "onelog timeline lists meetings, newest first; onelog people lists people."
    ),
    "new create add write record meeting meet talk talked 1on1 1-on-1 1:1 one-on-one start begin begin-meeting": (
        "onelog log PERSON records a meeting; onelog people add NAME adds somebody."
    ),
    "report reports summary summarize summarise retro retrospective quarter week month year": (
        "onelog review looks back on a period; onelog export writes its notes."
    ),
    "save print output dump download share md markdown html pdf csv json ics": (
        "onelog export writes a period's notes: --format md, html, csv, json, ics …"
    ),
    "sync synchronize push pull upload cloud icloud dropbox": (
        "onelog backup PATH copies the journal; onelog export and import carry words."
    ),
    "agenda prepare preparation brief briefing questions": "onelog prep PERSON has the agenda; onelog ask has questions.",
    "due upcoming calendar schedule reschedule when who whom coming": (
        "onelog next says whom to meet; onelog skip PERSON leaves a meeting out."
    ),
    "search-person find-person person who-is whois contact contacts user users member members name names employee": (
        "onelog show PERSON shows somebody; onelog people lists everybody."
    ),
    "reports-list everybody everyone overview glance group": "onelog team has everybody at a glance.",
    "find grep query look lookup filter where": "onelog search WORDS finds what was said.",
    "remove rm del trash erase": "onelog delete ID takes a record out; onelog forget PERSON erases somebody.",
    "close complete finish finished check tick resolve resolved solved settle": "onelog done ID closes it.",
    "cancel abandon wontdo": "onelog drop ID gives a promise up; onelog skip PERSON leaves a meeting out.",
    "update modify correct fix alter rewrite": (
        "onelog change ID due:fri changes one; onelog edit ID opens your editor."
    ),
    "snooze postpone delay defer reassign delegate assign handover": (
        "onelog change ID due:+1w puts it off; onelog change ID @bea hands it over."
    ),
    "revert rollback back": "onelog undo takes the last change back.",
    "changes changelog audit": "onelog history lists what was changed.",
    "rename alias relation cadence": "onelog people edit PERSON --name, --alias, --relation, --every",
    "merge join combine duplicate duplicates dedupe": "onelog people merge FROM INTO makes two people one.",
    "check-in checkin progress": "onelog goals checkin ID VALUE says how a goal stands.",
    "okr okrs target targets objective objectives kpi kpis plan plans": (
        "onelog goals lists goals; onelog goals add TITLE adds one."
    ),
    "tag tags label labels topics-list category": "onelog skills counts tags; onelog timeline --tag TAG lists them.",
    "insight insights idea ideas learning learnings lesson lessons til": "onelog aha WORDS keeps an insight.",
    "worry worries risk risks issue issues problem problems blocker": (
        "onelog concern WORDS keeps a worry; onelog moments --kind concern lists them."
    ),
    "kudos thanks thank thankyou compliment feedback-add": "onelog praise WORDS --with PERSON keeps praise.",
    "criticism critique improve improvement": "onelog growth WORDS --with PERSON keeps feedback on what to work on.",
    "achievement achievements success accomplishment brag": "onelog win WORDS keeps a win; onelog nominate gathers them.",
    "mood moods statistics numbers charts chart graph metrics count": "onelog stats counts a period.",
    "warnings warning alerts alert signs": "onelog watch shows early warnings.",
    "today now dashboard home main morning inbox": "onelog alone says what today brings.",
    "settings setting set preferences prefs configuration configure options": (
        "onelog config list shows your settings, onelog config set NAME VALUE sets one."
    ),
    "init setup install login signin register": "There is nothing to set up: onelog log PERSON begins.",
    "completion completions autocomplete": "onelog --install-completion sets it up for your shell.",
    "version about": "onelog --version says it.",
    "man manual docs doc tutorial usage commands": "onelog help --all lists every command.",
    "path where-is location file database": "onelog db path says where the journal is.",
    "drafts draft recovery": "onelog recover lists words that did not reach the journal.",
    "examples example sample try": "onelog demo shows a sample journal.",
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


_AFTER = {
    "list ls": "onelog {0} alone lists them.",
    "all everything": "onelog {0} --all has the others too.",
    "new create make": "onelog {0} add WORDS makes one.",
}
"""Words that people try after the name of a list."""

_TOGETHER = {
    "show all, show everything, timeline all, timeline everything": "onelog timeline --limit 0 shows all meetings.",
    "prep all, prep team, prep everybody, next all": "onelog team has everybody at a glance.",
    "topics add, topics new": "onelog topic PERSON WORDS parks one.",
    "people show, people view, people get, people find": "onelog show PERSON shows somebody.",
    "people rename, people change, people update": "onelog people edit PERSON --name NAME",
    "people delete, people remove, people rm": (
        "onelog people archive PERSON hides; onelog forget PERSON erases somebody."
    ),
    "moments aha, moments win, moments praise, moments growth, moments concern, moments decision": (
        "onelog moments --kind {1} lists them."
    ),
}
"""Two words that people try, the first of which is a command."""


def mean(word: str, is_somebody: Callable[[str], bool] = lambda _: False) -> str:
    """Which command somebody may mean by a word that is none; nothing where that cannot be told."""
    asked, word = word, word.casefold()
    names = [row.name for row in COMMANDS if " " not in row.name]
    tried = {one: hint for many, hint in _TRIED.items() for one in many.split()}
    if word in tried:
        return tried[word]
    near = [name for name in names if word and name.startswith(word)]
    if not near and word and is_somebody(asked):
        return f"onelog log {asked}, onelog prep {asked}, or onelog show {asked}?"
    if near := near or get_close_matches(word, names, 3):
        return f"Did you mean {' or '.join(near[:3])}?"
    other = get_close_matches(word, tried, 1, 0.75)
    return tried[other[0]] if other else ""


def mean_together(command: str, word: str) -> str:
    """What somebody may mean by a command and a word that means nothing to it; nothing where that cannot be told."""
    word = word.casefold()
    for many, hint in _TOGETHER.items():
        if f"{command} {word}" in many.split(", "):
            return hint.format(command, word)
    names = {row.name for row in COMMANDS}
    if command not in ("people", "goals", "actions", "topics", "moments", "watch", "history", "skills", "feedback"):
        return ""
    for many, hint in _AFTER.items():
        if word in many.split() and (" add " not in hint or f"{command} add" in names):
            return hint.format(command)
    return f"onelog {word} is a command of its own: onelog help {word}" if word in names else ""


def mean_option(option: str, there: Sequence[str]) -> str:
    """Which of a command's options somebody may mean; nothing where that cannot be told."""
    word = option.lstrip("-").casefold()
    near = [name for name in there if name.startswith("--") and word and name.startswith(f"--{word}")]
    near = near or [name for name, tried in _OPTIONS.items() if name in there and word in tried.split()]
    near = near or get_close_matches(option, there, 2, 0.75)
    return f"Did you mean {' or '.join(near[:2])}?" if near else ""
