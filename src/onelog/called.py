"""How people are spoken of in Japanese: nobody without a title, nobody with two."""

TITLES = (
    "さん", "さま", "ちゃん", "くん", "氏", "様", "君", "殿", "先生", "課長", "部長", "社長", "会長", "専務", "常務", "係長", "主任",
)  # fmt: skip


def titled(name: str) -> str:
    """`田中さん` of 田中; a name with a title (部長) stays as it is."""
    return name if not name or name.endswith(TITLES) else f"{name}さん"


def untitled(word: str) -> str:
    """`田中` of 田中さん; a word that is a title alone stays as it is."""
    title = next((one for one in TITLES if word.endswith(one) and word != one), "")
    return word.removesuffix(title)
