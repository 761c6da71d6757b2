"""What is said of looking back: reviews, nominations, patterns, experiments and warnings."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "handover_of_whom": (
        "Say who is being handed over.\nonelog review --for handover --with PERSON",
        "誰を引き継ぐのか指定されていません。\nonelog review --for handover --with 相手",
    ),
    "whose_strengths": (
        "Whose strengths?\nonelog nominate PERSON, or onelog nominate for your own.",
        "誰の強みですか。\nonelog nominate 相手　自分の場合：onelog nominate",
    ),
    "json_or_format": (
        "It is --json or --format {format}, not both.\nLeave one out.",
        "--json と --format {format} は一緒に使えません。\nどちらかを外してください。",
    ),
    "unknown_format": (
        "A review has no format {format!r}.\nIt is one of md, html, json.",
        "振り返りに「{format}」という形式はありません。\n使えるもの：md、html、json",
    ),
    "longer_than_a_year": (
        "One page holds at most a year; this period has {days} days.\nName a year, or leave out --year.",
        "1枚に入るのは1年までです。この期間は{days}日あります。\n1年を指定するか、--year を外してください。",
    ),
    "private_on_a_page": (
        "The page of a year never includes concerns or private notes.\nLeave out --private, or leave out --year.",
        "懸念と非公開のメモは、1年のページには入りません。\n--private か --year を外してください。",
    ),
    "year_is_a_page": (
        "--year makes a page, and no {format}.\nUse --format html, or leave out --year.",
        "--year はHTMLのページ用で、{format} では使えません。\n--format html にするか、--year を外してください。",
    ),
    "private_for_others": (
        "Reviews for others never include concerns or private notes.\nLeave out --private, or leave out --for.",
        "懸念と非公開のメモは、ほかの人向けの振り返りには入りません。\n--private か --for を外してください。",
    ),
    "unknown_reader": (
        "There is no reader {word!r}.\n--for takes {readers}.",
        "「{word}」という読み手はありません。\n--for に使えるもの：{readers}",
    ),
    "watch_needs_seen": (
        "--why and --until belong to --seen.\nonelog watch --seen RULE:ID --why TEXT",
        "--why と --until は --seen と一緒に使います。\nonelog watch --seen RULE:ID --why 理由",
    ),
    "watch_until_past": (
        "A warning stays quiet until a future day; {day} is not one.\n--until 'in 3 weeks'",
        "非表示の期限には、これからの日を指定します（{day} は使えません）。\n--until '3週間後'",
    ),
    "watch_unknown": (
        "There is no warning {name!r} today.\n{hint}",
        "今日は「{name}」という早めのサインはありません。\n{hint}",
    ),
    "watch_list_all": (
        "onelog watch --all lists them by their names.",
        "名前の一覧：onelog watch --all",
    ),
    "thread_why_ends": (
        "--why says why an experiment ends.\nonelog thread --end ID --why TEXT",
        "--why は、実験を終える理由です。\nonelog thread --end ID --why 理由",
    ),
    "thread_with_needs_try": (
        "--with belongs to --try.\nonelog thread --try walk --with PERSON",
        "--with は --try と一緒に使います。\nonelog thread --try walk --with 相手",
    ),
    "thread_cannot_plan": (
        "{word!r} cannot be planned.\n"
        "What can be tried: {traits}. What happens in a meeting is not a cause, so it cannot be tried.",
        "「{word}」は計画できません。\n"
        "試せるもの：{traits}。話の中で起きることは原因とは言えないため、実験にはできません。",
    ),
    "thread_no_experiment": (
        "{id} is not an experiment.\nonelog thread --tried has them.",
        "{id} は実験ではありません。\n一覧：onelog thread --tried",
    ),
    "thread_planned_already": (
        "{id} plans that already.\nonelog thread --end {id}",
        "{id} ですでに計画されています。\nonelog thread --end {id}",
    ),
    "thread_rests_already": (
        "{id} rests already.\nonelog thread --tried",
        "{id} はすでに休止しています。\nonelog thread --tried",
    ),
    "never_comes": (
        "{id} is {kind}; it does not come back.\nonelog discover lists what does.",
        "{id} は{kind}なので、出てくることはありません。\n出てくるものの一覧：onelog discover",
    ),
    "never_already": (
        "{id} does not come back any more.\nonelog discover --later {id} lets it come back in three months.",
        "{id} はもう出てきません。\nonelog discover --later {id} で、3か月後からまた出てくるようになります。",
    ),
    "thread_has_ended": (
        "{id} has ended.\nonelog thread --tried",
        "{id} は終わっています。\nonelog thread --tried",
    ),
}
