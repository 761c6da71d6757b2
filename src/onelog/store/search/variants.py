"""The other ways in which a Japanese word is written: 打合せ and 打ち合わせ, サーバ and サーバー, hiragana and katakana.

They are looked for beside the word itself; the index holds what was written, so nothing of it grows. What stands in quotes
is looked for as it is.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from onelog.core.regexes import pattern

MOST = 12
"""So many ways of all the words of a search together."""
_FAMILIES = """
打ち合わせ 打合せ 打合わせ 打ち合せ|取り組み 取組み 取組|引き継ぎ 引継ぎ 引継|申し込み 申込み 申込|見積もり 見積り 見積|問い合わせ 問合せ 問合わせ
受け入れ 受入れ 受入|立ち上げ 立上げ|振り返り 振返り ふりかえり|組み立て 組立て 組立|売り上げ 売上げ 売上|繰り返し 繰返し くり返し|割り当て 割当て 割当
割り振り 割振り|締め切り 締切り 締切 〆切|話し合い 話合い|擦り合わせ すり合わせ 擦り合せ 擦合せ|手続き 手続|取り扱い 取扱い 取扱|取り消し 取消し 取消
切り替え 切替え 切替|書き込み 書込み|入れ替え 入替え 入替|組み合わせ 組合せ 組合わせ|聞き取り 聞取り|立ち会い 立会い|思い込み 思込み|気づき 気付き
申し送り 申送り|申し入れ 申入れ|買い換え 買換え 買い替え|乗り換え 乗換え 乗換 乗り替え|受け付け 受付け 受付|受け渡し 受渡し 受渡|持ち帰り 持帰り|持ち込み 持込み
送り付け 送付け|貸し出し 貸出し 貸出|払い戻し 払戻し 払戻|積み立て 積立て 積立|差し替え 差替え 差替|差し戻し 差戻し|差し込み 差込み|巻き込み 巻込み
追い込み 追込み|落ち込み 落込み|絞り込み 絞込み|取り込み 取込み 取込|取り決め 取決め|取り引き 取引き 取引|割り引き 割引き 割引|割り込み 割込み|突き合わせ 突合せ
待ち合わせ 待合せ 待合わせ|読み合わせ 読合せ 読合わせ|埋め合わせ 埋合せ|見合わせ 見合せ|居残り 居残|見直し 見直|見送り 見送|値上げ 値上|仕上げ 仕上|仕組み 仕組
分かる わかる 解る 判る|分から わから 解ら|出来る できる|出来た できた|出来ない できない|下さい ください|頂く いただく 戴く|頂き いただき 戴き
良かった よかった|有難う ありがとう 有り難う|子供 子ども こども|一緒 いっしょ|色々 いろいろ|様々 さまざま|時々 ときどき|益々 ますます|是非 ぜひ
行う 行なう おこなう|行った 行なった|現れる 現われる|表す 表わす|断る 断わる|終わり 終り|変わる 変る|変わり 変り|起こる 起る|代わり 代り|当たり 当り|暮らし 暮し
果たす 果す|難しい むずかしい|面白い おもしろい|楽しみ たのしみ|悩み なやみ|早く はやく|ウェブ ウエブ|ソフトウェア ソフトウエア|ハードウェア ハードウエア
マネージャー マネージャ マネジャー マネジャ|マネージメント マネジメント|インターフェース インタフェース インターフェイス|シミュレーション シュミレーション
コミュニケーション コミニュケーション コミニケーション|ミーティング ミィーティング|パーティー パーティ|コンピューター コンピュータ|ダイアログ ダイヤログ
レポート リポート|エンターテインメント エンターテイメント|アクティビティ アクティビティー|キャパシティ キャパシティー|インタビュー インタヴュー|ボランティア ヴォランティア
1on1 ワンオンワン|渡辺 渡邊 渡邉|斎藤 斉藤 齋藤 齊藤|高橋 髙橋|山崎 山﨑|浜田 濱田 濵田|沢田 澤田|広瀬 廣瀬|中島 中嶋|富田 冨田
"""
_KATAKANA = "ァ-ヴー"
_KANA_ONLY = rf"[ぁ-ゖ{_KATAKANA}]{{3,}}"
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_TO_KATAKANA = {hiragana: katakana for katakana, hiragana in _TO_HIRAGANA.items()}
_V = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴ": "ブ"}
_SHORTEST = 3
"""A word in katakana loses its last ー only if so many signs are left: エラー is no エラ."""


@cache
def _families() -> dict[str, tuple[str, ...]]:
    rows = [tuple(row.split()) for row in _FAMILIES.replace("\n", "|").split("|") if row]
    return {word: row for row in rows for word in row}


def ways(word: str) -> tuple[str, ...]:
    """A word, and the other ways in which it is written; the word alone where there are none."""
    if word.isascii() and word.casefold() != "1on1":
        return (word,)
    found = dict.fromkeys((word, *_of_family(word)))
    for one in [*found]:
        is_hiragana = pattern(_KANA_ONLY).fullmatch(one)
        found |= dict.fromkeys(_in_kana(one.translate(_TO_KATAKANA) if is_hiragana else one))
    return tuple(found)[:MOST]


def _of_family(word: str) -> Iterator[str]:
    known = max((one for one in _families() if one in word), key=len, default="")
    for other in _families()[known] if known else ():
        yield word.replace(known, other, 1)


def _in_kana(word: str) -> Iterator[str]:
    """With and without the ー at the end of a word in katakana, with バ for ヴァ, and in the other kana."""
    yield pattern(rf"([{_KATAKANA}]{{{_SHORTEST},}})ー(?![{_KATAKANA}])").sub(r"\1", word)
    yield pattern(rf"([{_KATAKANA}]{{2,}}[ァ-ヴ])(?<![ンッー])(?=[^{_KATAKANA}\s])").sub(r"\1ー", word)
    if "ヴ" in word:
        yield pattern("ヴ[ァィェォ]?").sub(lambda found: _V[found[0]], word)
    if pattern(_KANA_ONLY).fullmatch(word):
        yield word
        yield word.translate(_TO_HIRAGANA)


def spelled(text: str) -> tuple[str, ...]:
    """A side of a search, and the same with its words in their other ways; those in quotes stay as they are."""
    if text.isascii() and "1on1" not in text.lower():
        return (text,)
    sides = [""]
    for part in pattern(r'["“”][^"“”]*["“”]\*?|\s+|[^\s"“”]+|["“”]').findall(text):
        several = (part,) if part[0] in '"“”' or part.isspace() else ways(part)
        sides = [side + way for way in several for side in islice(sides, MOST)]
    return tuple(dict.fromkeys(sides))[:MOST]
