"""Characters of Japanese names that are read alike: whoever types a name by its sound picks the wrong one of them."""

from functools import cache
from itertools import product

_READ = (
    "あ 亜亞安阿 | あき 明彰昭晃章秋亮晶暁 | い 井居伊衣依 | いち 一市壱 | いわ 岩巌 | "
    "え 恵江絵枝栄瑛 | お 雄夫男生央緒 | おお 大太 | おか 岡丘 | か 香加佳花華夏果歌嘉 | かず 和一数 | "
    "かみ 上神 | かわ 川河 | き 希樹貴輝紀生起基喜木城 | くに 国邦國 | けい 圭恵啓慶敬 | "
    "けん 健賢謙憲研建 | こ 子小 | こう 浩幸康宏光孝功晃広 | さい 斎斉齋齊 | さか 坂阪 | さき 崎﨑咲 | "
    "さく 桜櫻 | さち 幸祥 | さと 里聡智 | さわ 沢澤 | し 志史士司 | じ 司二次治志児 | "
    "しま 島嶋嶌 | しげ 茂重繁 | しゅん 俊駿瞬春 | じゅん 純淳順潤 | しょう 翔祥正昌将章 | "
    "しん 真慎伸信新晋進 | すけ 介助輔祐亮 | た 太汰多田 | たか 高髙孝隆貴崇 | たけ 武竹健 | "
    "たつ 達竜辰龍 | ち 知智千 | つ 津都 | てつ 哲徹鉄 | と 人斗翔登音 | とう 藤東 | "
    "とし 俊敏利年 | とみ 富冨 | とも 友智朋知 | な 奈菜那名 | なお 直尚 | なか 中仲 | "
    "なべ 辺邉邊 | なり 成也 | の 野乃之 | のぶ 信伸延 | のり 則典紀憲規徳 | はま 浜濱濵 | "
    "はる 春晴陽遥 | ひ 日陽 | ひこ 彦比古 | ひさ 久尚寿 | ひで 秀英 | ひと 人仁 | "
    "ひろ 弘浩博宏裕洋広寛大廣 | ふみ 文史 | ほ 穂帆保 | ま 真麻万眞 | まさ 正昌雅政将 | "
    "み 美実未海三光 | みち 道通 | みつ 光満充 | もと 本元基 | や 也哉矢弥谷 | やす 康泰靖保安 | "
    "ゆ 由優結友裕 | ゆう 優裕祐雄悠勇佑 | ゆき 幸雪之行 | よし 吉義良芳好嘉由 | り 里理莉梨利 | "
    "りょう 亮涼良遼諒 | れい 玲礼麗怜 | ろう 郎朗浪 | わ 和羽 | わた 渡亘"
)
"""Readings, and behind each the characters of names that have it."""


@cache
def _sounds() -> dict[str, frozenset[str]]:
    """The readings of each character."""
    rows = [row.split() for row in _READ.split("|")]
    return {sign: frozenset(sound for sound, signs in rows if sign in signs) for _, signs in rows for sign in signs}


def sound_alike(first: str, second: str) -> bool:
    """Whether one word of a name may be typed for another by its sound: 美加 for 美香, みか for 美香; 健司 for no 健太."""
    if len(first) == len(second) and all(map(_is_one_sound, first, second)):
        return True
    return _is_reading(first, second) or _is_reading(second, first)


def _is_one_sound(first: str, second: str) -> bool:
    sounds = _sounds()
    return first == second or bool(sounds.get(first, frozenset()) & sounds.get(second, frozenset()))


def _is_reading(kana: str, kanji: str) -> bool:
    """Whether a word in hiragana is how the characters of another may be read."""
    sounds = _sounds()
    if len(kanji) > 4 or not all(sign in sounds for sign in kanji):
        return False
    return any("".join(read) == kana for read in product(*(sounds[sign] for sign in kanji)))
