"""How people are spoken of in Japanese: nobody without a title, nobody with two."""

TITLES = (
    "さん", "さま", "ちゃん", "くん", "氏", "様", "君", "殿", "先生", "先輩", "本部長", "課長", "部長", "次長", "室長", "所長", "店長",
    "社長", "会長", "専務", "常務", "係長", "班長", "主任", "主査", "主幹", "取締役", "マネージャー", "マネジャー", "リーダー", "局長", "部門長", "工場長",
    "グループ長", "チーム長", "理事", "参事", "顧問", "相談役", "執行役員", "部長代理", "課長代理", "課長補佐", "教授", "チーフ", "ディレクター",
)  # fmt: skip  # words in lines


def titled(name: str) -> str:
    """`田中さん` of 田中; a name with a title (部長) stays as it is."""
    return name if not name or (name.endswith(TITLES) and not is_name_with_title(name)) else f"{name}さん"


_SHORT = ("殿", "君", "氏")
"""Titles that are the end of names, too: 真殿."""


def is_name_with_title(name: str) -> bool:
    """Whether the end of a name only looks like a title: 真殿, 鵜殿; 田中殿 has one."""
    return len(name) == 2 and name.endswith(_SHORT) and name not in ("神君", "某氏", "諸君")
