"""How people are spoken of in Japanese: nobody without a title, nobody with two."""

TITLES = (
    "さん", "さま", "ちゃん", "くん", "氏", "様", "君", "殿", "先生", "先輩", "本部長", "課長", "部長", "次長", "室長", "所長", "店長",
    "社長", "会長", "専務", "常務", "係長", "班長", "主任", "主査", "主幹", "取締役", "マネージャー", "リーダー",
)  # fmt: skip  # words in lines


def titled(name: str) -> str:
    """`田中さん` of 田中; a name with a title (部長) stays as it is."""
    return name if not name or name.endswith(TITLES) else f"{name}さん"
