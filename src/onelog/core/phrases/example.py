"""What to type on a screen that has nothing yet."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "log": ("onelog log Mia a: send the notes due:fri", "onelog log 美香 宿題：メモを送る 期限：金曜"),
    "person": ("onelog people add Mia --every 2w", "onelog people add 美香 --every 2週間ごと"),
    "import": ("onelog import notes/ --dry-run", "onelog import メモ/ --dry-run"),
    "cadence": ("onelog people edit Mia --every 2w", "onelog people edit 美香 --every 2週間ごと"),
    "relation": ("onelog people edit Mia --relation report", "onelog people edit 美香 --relation 部下"),
    "action": ("onelog actions add write the plan due:fri", "onelog actions add 計画案を書く 期限：金曜"),
    "topic": ("onelog topic Mia the budget", "onelog topic 美香 予算の件"),
    "moment": ("onelog aha a small team decides faster", "onelog aha 小さなチームほど早く決まる"),
    "goal": ("onelog goals add ship the new search --by eoq", "onelog goals add 新しい検索の公開 --by 四半期末"),
    "skill": (
        "onelog praise 'clear in the review +presenting' --with Mia",
        "onelog praise 'レビューの説明が明快だった +発表' --with 美香",
    ),
    "search": ("onelog search goa*", "onelog search 目*"),
}
