"""Measures explained, questions to ask, guides."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    # explain
    "definition": ("Counted", "数え方"),
    "window": ("Over", "期間"),
    "n": ("From", "対象"),
    "not_": ("But", "注意"),
    "one": ("{command} explains one.", "{command} で一つずつ説明します。"),
    # ask, guide, status
    "not_asked": ("not asked in the last 12 months", "直近12か月は未使用"),
    "asked": ("asked {day}", "{day}に聞いた"),
    "n_asked": ("{n} asked lately", "最近使った質問 {n}問"),
    "n_question": (("{n} question", "{n} questions"), "{n}問"),
    "because_first": ("because you have not met yet", "まだ1on1をしていないため"),
    "because_new": (
        ("because you have met {n} time so far", "because you have met {n} times so far"),
        "まだ{n}回しか会っていないため",
    ),
    "because_moods": (
        "because of their last moods, as you saw them: {moods}",
        "相手の様子（印象）が続けて {moods} だったため",
    ),
    "because_concern": (
        ("because {n} concern is open, noted {day}", "because {n} concerns are open, the oldest noted {day}"),
        "未解決の懸念が{n}件あるため（最も古いものは{day}）",
    ),
    "because_absence": ("because you last met {day}", "前回会ったのが{day}のため"),
    "no_questions": (
        "No question fits. {command} lists the themes.",
        "合う質問がありません。{command} で質問の種類が見られます。",
    ),
    "one_theme": ("{command} asks one of a theme.", "{command} で種類を選んで聞けます。"),
    "one_guide": ("{command} shows one.", "{command} で一つ読めます。"),
}
