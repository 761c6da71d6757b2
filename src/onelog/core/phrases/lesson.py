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
    "not_asked": ("not asked in the last 12 months", "この12か月は聞いていない"),
    "asked": ("asked {day}", "{day}に聞いた"),
    "n_asked": ("{n} asked lately", "最近聞いたもの{n}件"),
    "n_question": (("{n} question", "{n} questions"), "質問{n}件"),
    "no_questions": (
        "No question fits. {command} lists the themes.",
        "合う質問がありません。{command} で質問の種類が見られます。",
    ),
    "one_theme": ("{command} asks one of a theme.", "{command} で種類を選んで聞けます。"),
    "one_guide": ("{command} shows one.", "{command} で一つ読めます。"),
}
