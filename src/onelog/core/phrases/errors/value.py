"""What is said of days, periods, lengths, cadences and numbers that cannot be read."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "clock_out_of_time": (
        "ONELOG_NOW is {told!r}, which is out of range\nSet ONELOG_NOW to a year from 1970 on.",
        "ONELOG_NOW の「{told}」は使えない時刻です\nONELOG_NOW には1970年以降の時刻を設定してください。",
    ),
    "needs_holidays": (
        "Business days by the holidays of a country need the library holidays\n{how}",
        "国の祝日に合わせて営業日を数えるには、ライブラリ holidays が必要です\n{how}",
    ),
    "unknown_country": (
        'The library holidays knows no country {country}\nonelog config set holidays JP, or "" to count Monday to Friday.',
        'ライブラリ holidays に {country} という国はありません\nonelog config set holidays JP。月〜金で数えるには "" を設定してください。',
    ),
    "not_a_length": (
        "{text!r} is not a length that onelog understands\n"
        "Lengths: 45m, 45, 1h, 1h30m, 1:30, 1.5h, 90分; from 1 minute to 24 hours.",
        "「{text}」は長さとして読み取れません\n長さの例：45m、45、1h、1h30m、1:30、1.5h、90分（1分〜24時間）。",
    ),
    "length_too_long": (
        "{text!r} is not a length between 1 minute and 24 hours\n"
        "Lengths: 45m, 45, 1h, 1h30m, 1:30, 1.5h, 90分; from 1 minute to 24 hours.",
        "「{text}」は1分〜24時間の長さではありません\n長さの例：45m、45、1h、1h30m、1:30、1.5h、90分（1分〜24時間）。",
    ),
    "not_a_period": (
        "{text!r} is not a period that onelog understands\n"
        "Periods: 2026Q3, Q3, this week, last month, 2026-08, Aug, 2026H1, 2026, FY2026, 2026-01-01..2026-01-31, 30d.",
        "「{text}」は期間として読み取れません\n"
        "期間の例：2026Q3、第3四半期、今週、先月、2026-08、8月、上期、2026、2026年度、2026-01-01..2026-01-31、30日。",
    ),
    "period_backwards": (
        "{text!r} ends before it begins\nPut the earlier day first.",
        "「{text}」は終わりが始まりより前です\n早い日を先に書いてください。",
    ),
    "names_its_day": (
        "{every!r} already says which day\nLeave out the other one, {on!r}.",
        "「{every}」にはすでに曜日や日が含まれています\nもう一方の「{on}」を外してください。",
    ),
    "unknown_cadence": (
        "{every!r} is not a cadence that onelog understands\n"
        'Say 2w, 10d, 3m, weekly, biweekly, monthly, quarterly, "1st mon", "last fri"; weeks on tue,thu.',
        "「{every}」は頻度として読み取れません\n"
        '例：毎週、隔週、2週間ごと、月1回、第1月曜、2w、10d、3m、weekly、monthly、"1st mon"、曜日は tue,thu。',
    ),
    "days_on_weekday": (
        "A cadence counted in days cannot be on {on!r}\nCount in weeks: 1w, 2w.",
        "日数で数える頻度に「{on}」は指定できません\n週で数えてください：1w、2w。",
    ),
    "which_of_month": (
        "{on!r} does not say which day of the month\nSay '1st tue' or 'last tue'.",
        "「{on}」だけでは月の何番目の曜日か分かりません\n'1st tue' や 'last tue' のように書いてください。",
    ),
    "not_a_weekday": (
        "{on!r} is not a weekday\nSay tue, or several with commas between: tue,thu.",
        "「{on}」は曜日として読み取れません\ntue のように書いてください。複数ならコンマで区切ります：tue,thu。",
    ),
    "whole_rule": (
        "{rule!r} is already a complete rule\nLeave out {on!r}, or use BYDAY.",
        "「{rule}」はそれだけで完結した規則です\n「{on}」を外すか、BYDAY を使ってください。",
    ),
    "rule_too_long": (
        "{rule!r} is a rule for more than two years\n"
        'Say 2w, 10d, 3m, weekly, biweekly, monthly, quarterly, "1st mon", "last fri"; weeks on tue,thu.',
        "「{rule}」は頻度が2年を超えています\n"
        '例：毎週、隔週、2週間ごと、月1回、第1月曜、2w、10d、3m、weekly、monthly、"1st mon"、曜日は tue,thu。',
    ),
    "unknown_rule": (
        "{rule!r} is not a rule that onelog can keep\n"
        "A rule is FREQ=DAILY, WEEKLY or MONTHLY, with INTERVAL; BYDAY=TU,TH by week, 1MO,-1FR by month.",
        "「{rule}」は onelog で保存できない規則です\n"
        "使えるのは FREQ=DAILY、WEEKLY、MONTHLY と INTERVAL です。BYDAY は週なら TU,TH、月なら 1MO,-1FR。",
    ),
    "clock_without_offset": (
        "ONELOG_NOW is {told!r}, which is not a time with its offset\n"
        "Set it like ONELOG_NOW=2026-01-31T09:00+01:00, or unset it.",
        "ONELOG_NOW の「{told}」は、時差の付いた時刻ではありません\n"
        "ONELOG_NOW=2026-01-31T09:00+09:00 のように設定するか、設定を外してください。",
    ),
    "too_far": (
        "{text!r} is too far away\nDays from {first} to {years} years from today can be used.",
        "「{text}」は遠すぎる日付です\n使えるのは{first}から、今日の{years}年後までの日です。",
    ),
    "not_a_day": (
        "{text!r} is not a day that onelog understands\nDays: {examples}.",
        "「{text}」は日付として読み取れません\n日付の例：{examples}。",
    ),
    "not_a_time": (
        "{text!r} is not a time that onelog understands\n"
        "Times: 14:00, 5pm, 2026-01-31T14:00, yesterday 9:30; or a day: {near}2026-01-31, today, fri, -3d, 12 Jan.",
        "「{text}」は時刻として読み取れません\n"
        "時刻の例：14:00、午後2時半、2026-01-31T14:00、昨日 9:30。日付だけでも構いません：{near}2026-01-31、今日、金曜、-3d、1月12日。",
    ),
    "two_days": (
        "{words!r} may be {either}\nSay {either}, or set it once: onelog config date_order {ways}.",
        "「{words}」は{either}と読めます\n"
        "{either}と書くか、一度だけ設定してください：onelog config date_order {ways}。",
    ),
    "another_weekday": (
        "{day} is a {right}, not a {wrong}\nLeave the {wrong} out, or say another day.",
        "{day} は{right}です（{wrong}ではありません）\n{wrong}を外すか、別の日を書いてください。",
    ),
    "to_come": (
        "{of_day}; log a meeting once it took place.\n"
        'Say the day it took place, or onelog note "{name}" for the next one.',
        '{of_day}。1on1は実施してから記録します。\n実施した日を書くか、次回のためのメモなら：onelog note "{name}"',
    ),
    "two_numbers": (
        "{written!r} could be {first} or {second}.\nWrite {first}, or {second}.",
        "「{written}」は {first} とも {second} とも読めます。\n{first} か {second} と書いてください。",
    ),
    "not_a_number": (
        "{written!r} is not a number.\nFor example: 950000, 1,200,000, 1.2M, 950k, 60%, 95万, €1,200.",
        "「{written}」は数値として読み取れません。\n例：950000、1,200,000、1.2M、950k、60%、95万、€1,200。",
    ),
    "no_number_kept": (
        "{written!r} is not a number.\n"
        "For example: 950000, 1,200,000, 1.2M, 950k, 60%, 95万, €1,200. A backslash before it keeps it in the words.",
        "「{written}」は数値として読み取れません。\n"
        "例：950000、1,200,000、1.2M、950k、60%、95万、€1,200。言葉として残すなら、前に \\ を付けます。",
    ),
    "too_many_digits": (
        "{written!r} has more digits than can be kept exactly.\n"
        "At most {whole} before the point and {fraction} after it.",
        "「{written}」は桁が多すぎて、正確に保存できません。\n小数点の前は{whole}桁、後は{fraction}桁までです。",
    ),
    "way": (
        "{order} ({day})",
        "{order}（{day}）",
    ),
    "weekday_0": "thread.weekday:mon",
    "weekday_1": "thread.weekday:tue",
    "weekday_2": "thread.weekday:wed",
    "weekday_3": "thread.weekday:thu",
    "weekday_4": "thread.weekday:fri",
    "weekday_5": "thread.weekday:sat",
    "weekday_6": "thread.weekday:sun",
    "not_begun": (
        "{period} has not begun.\nThe current quarter is {running}.",
        "{period} はまだ始まっていません。\n今の四半期は {running} です。",
    ),
    "day_to_come": (
        "{day} is in the future ({away})",
        "{day}はまだ先の日です（{away}）",
    ),
}
