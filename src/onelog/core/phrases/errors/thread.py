"""What is said of patterns and experiments."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "why_ends": (
        "--why says why an experiment ends.\nonelog thread --end ID --why TEXT",
        "--why は、実験を終える理由です。\nonelog thread --end ID --why 理由",
    ),
    "with_needs_try": (
        "--with belongs to --try.\nonelog thread --try walk --with PERSON",
        "--with は --try と一緒に使います。\nonelog thread --try walk --with 相手",
    ),
    "cannot_plan": (
        "{word!r} cannot be planned.\n"
        "What can be tried: {traits}. What happens in a talk is no cause, so it is no experiment.",
        "「{word}」は計画できません。\n"
        "試せるもの：{traits}。話の中で起きることは原因とは言えないため、実験にはできません。",
    ),
    "no_experiment": (
        "{id} is no experiment.\nonelog thread --tried has them.",
        "{id} は実験ではありません。\n一覧：onelog thread --tried",
    ),
    "planned_already": (
        "{id} plans that already.\nonelog thread --end {id}",
        "{id} ですでに計画されています。\nonelog thread --end {id}",
    ),
    "rests_already": (
        "{id} rests already.\nonelog thread --tried",
        "{id} はすでに休止しています。\nonelog thread --tried",
    ),
    "has_ended": (
        "{id} has ended.\nonelog thread --tried",
        "{id} は終わっています。\nonelog thread --tried",
    ),
}
