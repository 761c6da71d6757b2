"""What the grammar reads, and beside it what it leaves as text: as it is typed, and in a document."""

import unicodedata
from datetime import date, datetime

import pytest
from conftest import examples
from hypothesis import example, given, settings
from strategies import note_text

from onelog.core.model import Meeting, Ref
from onelog.markdown import document, grammar, section_lines
from onelog.markdown.body import Note
from onelog.markdown.document import Draft, Item
from onelog.markdown.tags import tags_in

NOW = datetime.fromisoformat("2026-11-22T14:00+09:00")
"""A Sunday."""


def typed(text: str) -> Draft:
    return document.read(text, NOW, typed=True)


def written(text: str) -> Draft:
    """As in a document."""
    return document.read(text, NOW)


def items(draft: Draft) -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in draft.lines if isinstance(line, Item)]


def notes(draft: Draft) -> str:
    return "\n".join(line.text for line in draft.lines if isinstance(line, Note))


def the(draft: Draft) -> Item:
    (item,) = (line for line in draft.lines if isinstance(line, Item))
    return item


def said(draft: Draft) -> list[str]:
    return [what for _, what in draft.troubles]


def decomposed(text: str) -> str:
    """As a Mac writes it."""
    return unicodedata.normalize("NFD", text)


# --- labels at the beginning of a line ------------------------------------------------------------------------------

LABELS = [
    ("a: draft it", "action", "draft it"),
    ("Action: draft it", "action", "draft it"),
    ("ACTION: draft it", "action", "draft it"),
    ("todo: draft it", "action", "draft it"),
    ("Todo:\u2003draft it", "action", "draft it"),
    ("\u00a0a:\u00a0draft it", "action", "draft it"),
    ("\u3000宿題：\u3000図を描く", "action", "図を描く"),
    ("宿題:図を描く", "action", "図を描く"),
    ("a：draft it", "action", "draft it"),
    ("a:図を描く", "action", "図を描く"),
    ("・宿題：図", "action", "図"),
    ("・ 宿題 ： 図", "action", "図"),
    ("todo : draft it", "action", "draft it"),
    ("◆宿題：図", "action", "図"),
    ("①宿題：図", "action", "図"),
    ("３）宿題：図", "action", "図"),
    ("※非公開：引っ越し", "private", "引っ越し"),
    ("（非公開）母が病気", "private", "母が病気"),
    ("＜非公開＞ボーナス", "private", "ボーナス"),
    ("《懸念》 疲れ", "concern", "疲れ"),
    ("(private) she is ill", "private", "she is ill"),
    ("［宿題］図", "action", "図"),
    ("[宿題] 図", "action", "図"),
    ("〔宿題〕：図", "action", "図"),
    ("懸念事項：疲れ", "concern", "疲れ"),
    ("非公開メモ：あ", "private", "あ"),
    ("気付き：速い", "aha", "速い"),
    ("【ＴＯＤＯ】図", "action", "図"),
    ("ＡＨＡ：速い", "aha", "速い"),
    ("ａ：図", "action", "図"),
    ("ｱｸｼｮﾝ：図", "action", "図"),
    ("ｼｭｸﾀﾞｲ：図", "action", "図"),
    ("☐ draft it", "action", "draft it"),
    ("・☑ 図", "action", "図"),
    ("- [ｘ] 図", "action", "図"),
    ("- [ ] none", "action", "none"),
    ("d: nothing new", "decision", "nothing new"),
    ("■決定：A案", "decision", "A案"),
    ("● 決定事項：A案", "decision", "A案"),
    ("□宿題：図", "action", "図"),
    ("1. a: draft it", "action", "draft it"),
    ("c: drive is low", "concern", "drive is low"),
    ("p: 5 pm is her hour", "praise", "5 pm is her hour"),
    ("* a: draft it", "action", "draft it"),
    ("> a: draft it", "action", "draft it"),
    ("> - a: draft it", "action", "draft it"),
    ("## Decision: one list", "decision", "one list"),
    ("**Aha:** faster", "aha", "faster"),
    ("**Aha**: faster", "aha", "faster"),
    ("【決定】A案でいく", "decision", "A案でいく"),
    ("【ネクストアクション】：図", "action", "図"),
    ("ネクストアクション：図", "action", "図"),
    ("悩み：眠れない", "concern", "眠れない"),
    (decomposed("気づき：速い"), "aha", "速い"),
    ("- [ ] draft it", "action", "draft it"),
    ("・[x] draft it", "action", "draft it"),
    ("- [\u3000] draft it", "action", "draft it"),
    # text
    ("A: yes", "", ""),
    ("C: is full", "", ""),
    ("a:send", "", ""),
    ("action:send", "", ""),
    ("c:\\windows", "", ""),
    ("http: is old", "", ""),
    ("re: the offer", "", ""),
    ("10:30 we met", "", ""),
    ("Plan A: we go", "", ""),
    ("\\a: draft it", "", ""),
    ("[x] draft it", "action", "draft it"),
    # a private label right behind a box or a label
    ("- [ ] c: she is ill", "concern", "she is ill"),
    ("- [x] 懸念：母が病気", "concern", "母が病気"),
    ("- [ ] **Private:** she is ill", "private", "she is ill"),
    ("・宿題：非公開：母", "private", "母"),
    ("- [ ] \\c: a letter", "action", "c: a letter"),
    ("- [ ] choose a: x b: y c: z", "action", "choose a: x b: y c: z"),
    ("  [ ] draft it", "action", "draft it"),
    ("- ☑ draft it", "action", "draft it"),
    # text
    ("\\[ ] draft it", "", ""),
    ("\\☐ draft it", "", ""),
    ("[x](draft) it", "", ""),
    ("[/] draft it", "", ""),
    ("> [x] draft it", "", ""),
    ("✓ draft it", "", ""),
    ("Action - draft it", "", ""),
    ("To do: draft it", "", ""),
    ("AI: draft it", "", ""),
    ("action item: draft it", "", ""),
    ("Next steps: draft it", "", ""),
    ("@olga to draft it", "", ""),
    ("# [x] draft it", "", ""),
    ("今日の宿題：図", "", ""),
    ("a : b", "", ""),
    ("Ａ：図", "", ""),
    ("[todo](http://x) it", "", ""),
    ("[todo][1] it", "", ""),
    ("（宿題は無い）図", "", ""),
    ("宿題：なし", "", ""),
    ("【称賛】特になし。", "", ""),
    ("【宿題】 無し", "", ""),
    ("a: none", "", ""),
    ("c: n/a", "", ""),
    ("非公開：なし", "", ""),
]


@pytest.mark.long
@pytest.mark.parametrize(("line", "kind", "words"), LABELS)
@pytest.mark.parametrize("read", [typed, written])
def test_a_label_begins_a_line(read: object, line: str, kind: str, words: str) -> None:
    draft = read(line)  # type: ignore[operator]  # one of the two above
    assert items(draft) == ([(kind, words)] if kind else [])
    assert kind or notes(draft) == line.removeprefix("\\").strip() or notes(draft) == line


# --- labels inside a line ---------------------------------------------------------------------------------------------

INSIDE = [
    ("we met a: draft it", [("action", "draft it")]),
    ("we met\nthen late a: draft it c: she is tired", [("action", "draft it"), ("concern", "she is tired")]),
    ("話した。宿題：図", [("action", "図")]),
    ("良い？」気づき：速い", [("aha", "速い")]),
    ("話した　宿題：図　決定：A案", [("action", "図"), ("decision", "A案")]),
    ("話した。【決定】A案", [("decision", "A案")]),
    ("we met. Action: draft it", [("action", "draft it")]),
    ("a: draft the plan a: send it", [("action", "draft the plan"), ("action", "send it")]),
    ("what she works on a: draft it", [("action", "draft it")]),
    ("we met a: 3 slides a: 5 pm call", [("action", "3 slides"), ("action", "5 pm call")]),
    ("we met p: 3 good demos", [("praise", "3 good demos")]),
    ("we met x: 3k more next year c: 2 are leaving", [("private", "3k more next year"), ("concern", "2 are leaving")]),
    ("we met c: driven too hard", [("concern", "driven too hard")]),
    ("we discussed the plan a: send it", [("action", "send it")]),
    ("we wrote our new section a: send it", [("action", "send it")]),
    ("Bea's column a: read it", [("action", "read it")]),
    ("talked about team a: send it", [("action", "send it")]),
    ("talked about team c: he may quit", [("concern", "he may quit")]),
    ("hiring plan a: post it d: two people", [("action", "post it"), ("decision", "two people")]),
    ("a good step p: clear talk", [("praise", "clear talk")]),
    ("drive c: full a: clean it", [("action", "clean it")]),
    ("option a: rewrite. d: we wait", [("decision", "we wait")]),
    ("option a: rewrite, c: she may leave", [("concern", "she may leave")]),
    ("we met and a: send it", [("action", "send it")]),
    ("we read the appendix. a: send it", [("action", "send it")]),
    ("来期の案 a：送る", [("action", "送る")]),
    # text
    ("section a: intro and d: end", []),
    ("section a: intro, part d: end", []),
    ("Section a: intro, then d: end", []),
    ("we cut section a: too long", []),
    ("it stands in paragraph c: nobody reads it", []),
    ("part a: intro or d: end", []),
    ("see appendix d: figures, and appendix w: words", []),
    ("see fig. a: the plan", []),
    ("drive c: full, d: empty", []),
    ("step a: plan; step c: do; step d: look", []),
    ("columns a: names and d: dates", []),
    ("the sum of column d: too high", []),
    ("row x: nobody", []),
    ("room c: too small", []),
    ("we meet in room c: too small", []),
    ("we left by gate d: closed", []),
    ("plan a: rewrite", []),
    ("We met. Plan a: rewrite", []),
    ("we chose plan a: rewrite over plan d: wait", []),
    ("we like group c: fast, group d: slow", []),
    ("grade a: twelve, grade c: two", []),
    ("she has grade c: passed", []),
    ("vitamins c: an orange and d: sun", []),
    ("hepatitis a: rare", []),
    ("both a: rewrite and d: wait", []),
    ("案 a：書き直す、案 d：待つ", []),
    ("ドライブ c：満杯", []),
    ("選択肢 a：書き直す", []),
    ("we discussed option a: rewrite, and option b: patch", []),
    ("drive c: full", []),
    ("the c: drive is full", []),
    ("vitamin d: take it", []),
    ("two ways: a: rewrite b: patch c: nothing", []),
    ("a: rewrite\nb: patch\nc: nothing", []),
    ("A: yes. B: no", []),
    ("see http://a/c: x", []),
    ("we met \\a: draft it", []),
    ("the points are x: 3 y: 4", []),
    ("the points are x: 3, y: 4", []),
    ("see p: 5", []),
    ("so w: 12.5%", []),
    ("we spoke, p: 5 pm is ok", []),
    ("we spoke, p: 17:30 is ok", []),
    ("the files were on c: drive", []),
    ("C: drive is full", []),
    ("a note a:send it", []),
]


@pytest.mark.parametrize(("text", "found"), INSIDE)
def test_typed_labels_stand_anywhere(text: str, found: list[tuple[str, str]]) -> None:
    assert items(typed(text)) == found
    assert found or notes(typed(text)) == text.replace("\\", "")


@pytest.mark.parametrize("text", [text for text, _ in INSIDE if not text.startswith("a:")])
def test_in_a_document_they_begin_a_line(text: str) -> None:
    draft = written(text)
    assert items(draft) == []
    assert notes(draft) == text.replace("\\", "")


def test_typed_words_with_front_matter_are_a_document() -> None:
    assert items(typed("---\nwith: mia\n---\n\nwe met a: draft it")) == []


# --- sections ---------------------------------------------------------------------------------------------------------

SECTIONS = [
    ("Action Items\n• send it\n• call Bob", [("action", "send it"), ("action", "call Bob")]),
    ("we met\n\nNext steps\n\n- send it", [("action", "send it")]),
    ("DECISIONS\n◦ one list", [("decision", "one list")]),
    ("宿題\n・図を描く", [("action", "図を描く")]),
    ("Topics\n⁃ pay\n⁃ office\n\nwe met", [("topic", "pay"), ("topic", "office")]),
    ("Actions\nwe met\n- and went", []),
    ("Actions speak\n- louder", []),
    ("a\n- x", []),
    ("## Decisions\n- one list\n- one day", [("decision", "one list"), ("decision", "one day")]),
    ("## 1. Decisions\n\n* one list", [("decision", "one list")]),
    ("### ✅ Action items:\n1. draft it\n2. send it", [("action", "draft it"), ("action", "send it")]),
    ("■決定事項\n・A案でいく\n・B案はやめる", [("decision", "A案でいく"), ("decision", "B案はやめる")]),
    ("【ネクストアクション】\n- 図 due:金曜", [("action", "図")]),
    ("●宿題\n○図\n●その他\n○雑談", [("action", "図")]),
    ("**Actions**\n- draft it", [("action", "draft it")]),
    ("Actions:\n- draft it", [("action", "draft it")]),
    ("宿題：\n・図", [("action", "図")]),
    (decomposed("## 気づき") + "\n- 速い", [("aha", "速い")]),
    ("## Private notes\n- she is ill\n  - since May", [("private", "she is ill"), ("private", "since May")]),
    ("## Private\nShe is ill.\n\nShe told me so.\n\n## Else\nwords", [("private", "She is ill."), ("private", "She told me so.")]),
    ("## Concerns\n- she is tired\n  - since May", [("concern", "she is tired"), ("concern", "since May")]),
    ("＜懸念＞\n・母\n・父", [("concern", "母"), ("concern", "父")]),
    ("【非公開メモ】\n・母\n父", [("private", "母"), ("private", "父")]),
    ("①懸念事項\n・母", [("concern", "母")]),
    ("非公開\n母が病気。\n来月休む。\n\n普通の話", [("private", "母が病気。"), ("private", "来月休む。")]),
    ("懸念：\n仕事が多い\n\n普通の話", [("concern", "仕事が多い")]),
    ("## Concerns\nShe is tired.\n\nThen her mother.", [("concern", "She is tired."), ("concern", "Then her mother.")]),
    ("## Concerns\n\nShe is tired.\n\n## Else\nwords", [("concern", "She is tired.")]),
    ("■懸念\n母が病気。\n\n来月休む。\n\n■他\n雑談", [("concern", "母が病気。"), ("concern", "来月休む。")]),
    ("## Concerns\n- she is tired\n\nThen we met.", [("concern", "she is tired")]),
    # set in, without list marks
    ("## Concerns\n  He may leave.", [("concern", "He may leave.")]),
    ("## Concerns\n\tHe may leave.\n\tHe said so.", [("concern", "He may leave."), ("concern", "He said so.")]),
    ("【懸念】\n\u3000体調がすぐれない。", [("concern", "体調がすぐれない。")]),
    ("## Actions\n  draft it due:fri\n  send it", [("action", "draft it"), ("action", "send it")]),
    ("Actions:\n  draft it", [("action", "draft it")]),
    ("Decisions:\n\tone list\n\nthen we met", [("decision", "one list")]),
    ("■決定事項\n\u3000A案でいく", [("decision", "A案でいく")]),
    ("【次回】\n\u3000異動\n\u3000評価", [("topic", "異動"), ("topic", "評価")]),
    ("【気づき】\n\u3000速い", [("aha", "速い")]),
    ("## Actions\n\n\u3000今日は晴れ。", []),
    # headings that begin with a word for what is private
    ("## Concerns (private)\n- she is ill", [("concern", "she is ill")]),
    ("## Concerns - not for him\nShe is ill.", [("concern", "She is ill.")]),
    ("## Private stuff\n- she is ill\n\nand tired", [("private", "she is ill"), ("private", "and tired")]),
    ("## My private notes\nshe is ill", [("private", "she is ill")]),
    ("## Confidential\nshe is ill", [("private", "she is ill")]),
    ("**Confidential**\nshe is ill", [("private", "she is ill")]),
    ("■懸念・悩み\n・母", [("concern", "母")]),
    ("■懸念（本人には言わない）\n・母", [("concern", "母")]),
    ("■自分用メモ\n・母", [("private", "母")]),
    ("■非公開（自分用）\n母", [("private", "母")]),
    ("【極秘】\n母", [("private", "母")]),
    ("## Private equity\n- one page", []),
    ("## Privacy policy\n- one page", []),
    ("## Concerning Bob\n- he left", []),
    ("Private stuff\n- she", []),
    # points of an outline that are such a name
    ("- Private notes\n  - she is ill\n  and tired\n- lunch", [("private", "she is ill"), ("private", "and tired")]),
    ("* **Concerns**\n\t* she is ill\n\n\t* he, too\nlunch", [("concern", "she is ill"), ("concern", "he, too")]),
    ("・非公開メモ\n\u3000・母\n・昼食", [("private", "母")]),
    ("1. private\n   - she is ill\n2. lunch", [("private", "she is ill")]),
    ("- private\n- lunch", []), ("- \\private\n  - lunch", []), ("- private talk\n  - lunch", []),
    ("【決定事項】\n採用は来月から。\n次も決まり。\n\nその他の話。", [("decision", "採用は来月から。"), ("decision", "次も決まり。")]),
    ("■決定事項\n採用は来月から。\n　続き", [("decision", "採用は来月から。")]),
    ("【決定事項】\n特になし", []),
    ("【決定事項】\n・採用\n来月から。", [("decision", "採用")]),
    ("【決定事項】\n\n採用は来月から。", []),
    ("決定事項：\n1．採用\n２．移転", [("decision", "採用"), ("decision", "移転")]),
    ("決定事項：\n３）採用\n４）移転", [("decision", "採用"), ("decision", "移転")]),
    ("決定事項：\n①採用\n②移転", [("decision", "採用"), ("decision", "移転")]),
    ("（休憩）\n・お茶", []),
    ("## Decisions\n- [ ] draft it\n- a: send it\n- one list", [("action", "draft it"), ("action", "send it"), ("decision", "one list")]),
    ("## Goals\n- mau 950000 up\n- be kind", [("checkin", "up")]),
    ("## Actions\n- draft it @them due:fri why: the board", [("action", "draft it")]),
    ("## Actions\nWe said:\n\n- draft it", []),
    # text
    ("## Decisions\n- one list\n  - because it is short", [("decision", "one list")]),
    ("## Decisions\n- one list\n\nthen we met\n- Bob", [("decision", "one list")]),
    ("## Decisions\n- one list\n## Else\n- Bob", [("decision", "one list")]),
    ("## Decisions\n- one list\nElse:\n- Bob", [("decision", "one list")]),
    ("## Decisions\n- none", []),
    ("## Decisions\n\\- no decision", []),
    ("## Decisions\nwe made none", []),
    ("Decisions\nwe met\n- one list", []),
    ("Actions:\n\nwe met\n- Bob", []),
    ("## Decisions about Bob\n- one list", []),
    ("```\n## Decisions\n```\n- one list", []),
]  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize(("text", "found"), SECTIONS)
@pytest.mark.parametrize("read", [typed, written])
def test_a_heading_opens_a_section(read: object, text: str, found: list[tuple[str, str]]) -> None:
    draft = read(text)  # type: ignore[operator]  # one of the two above
    assert items(draft) == found
    assert (draft.lines[0] if not text.startswith("```") else Note(text.split("\n")[0])) == Note(text.split("\n")[0])


WORDED = [
    # words on the line of such a heading, and headings of any length
    ("## Private notes: she is ill\nand tired\n\nmore", [("private", "she is ill"), ("private", "and tired"), ("private", "more")]),
    ("## Private: she\nis ill", [("private", "she"), ("private", "is ill")]),
    ("## Concerns (not for him): pay\n- lunch", [("concern", "pay"), ("concern", "lunch")]),
    ("■懸念（本人には言わない）：母", [("concern", "母")]),
    ("【極秘】母が病気", [("private", "母が病気")]),
    ("**Confidential:** she is ill", [("private", "she is ill")]),
    (f"## Confidential {'words ' * 20}\nshe is ill", [("private", "she is ill")]),
    ("Private notes: she is ill\nlunch", [("private", "she is ill")]),
    ("- Concerns: she is ill\n- lunch", [("concern", "she is ill")]),
    ("**Private notes:** she is ill\nlunch", [("private", "she is ill")]),
    ("We have two concerns: pay and hours", []),
    # a backslash keeps such a heading text
    ("## \\Private equity fund\n- one page", []),
    ("## \\Confidential: a word\n- one page", []),
    ("■\\自分用メモ\n・母", []),
    ("\\【極秘】\n・母", []),
    ("## \\private: she", []),
    ("## Private notes: none", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), WORDED, ids=[row[0] for row in WORDED])
@pytest.mark.parametrize("read", [typed, written])
def test_words_on_the_line_of_a_private_heading_are_private(
    read: object, text: str, found: list[tuple[str, str]]
) -> None:
    draft = read(text)  # type: ignore[operator]  # one of the two above
    assert items(draft) == found
    assert not any(words in notes(draft) for _, words in found)


KEPT = [
    "## Private life",
    "## Confidential: a word",
    "■自分用メモ",
    "【極秘】",
    "**Confidential**",
    "## Concerns",
]


@pytest.mark.parametrize("heading", KEPT)
def test_a_private_heading_that_is_text_has_a_backslash_in_its_document(heading: str) -> None:
    meeting = Meeting("m", "", Ref("p", "Mia"), NOW, body=f"we met\n\n{heading}\n- one page\n- another")
    written = document.write(meeting)
    assert written.count("\\") == 1
    assert notes(document.read(written, NOW)) == meeting.body
    assert items(document.read(written, NOW)) == []


def test_it_is_said_that_a_record_under_a_private_heading_is_for_everybody() -> None:
    text = "## Private\n- [ ] call HR\n- w: she told me\n- c: she may leave\n- lunch"
    draft = document.read(text, NOW, typed=True)
    assert [(number, what.partition(" is under")[0]) for number, what in draft.troubles] == [
        (2, "“call HR”"),
        (3, "“she told me”"),
    ]
    assert all("x: keeps it to yourself" in what for _, what in draft.troubles)


@pytest.mark.parametrize("heading", ["## Private stuff", "## Concerns (private)", "■懸念（上司）", "■自分用の控え"])
@pytest.mark.parametrize("read", [typed, written])
def test_it_is_said_that_a_heading_is_taken_as_private(read: object, heading: str) -> None:
    draft = read(f"we met\n\n{heading}\n- she is ill")  # type: ignore[operator]  # one of the two above
    told = f"“{heading}” begins with a word for what is private: what stands under it is, up to the next heading"
    assert draft.troubles == ((3, f"{told} ({section_lines.kept(heading)} says that it is not)"),)


SET_IN = [
    ("懸念：転職\n\u3000配偶者のこと", [("concern", "転職配偶者のこと")]),
    ("懸念：転職。\n\u3000配偶者のこと", [("concern", "転職。配偶者のこと")]),
    ("・非公開：転職\n\u3000\u3000・奥さん\n\u3000\u3000・子ども", [("private", "転職・奥さん・子ども")]),
    ("- x: a new job\n  - her husband\n- lunch", [("private", "a new job - her husband")]),
    ("x: 転職\n\u3000詳細：\n\u3000\u3000給料", [("private", "転職詳細：給料")]),
    ("c: a new job\n\u3000for him\nlunch", [("concern", "a new job for him")]),
    ("宿題：図を描く\n\u3000期限なし", [("action", "図を描く期限なし")]),
    ("・宿題：図を描く\n\u3000\u3000色も", [("action", "図を描く色も")]),
    ("■ **Private:** she is ill\nlunch", [("private", "she is ill")]),
    ("**Concern:** she is ill\nlunch", [("concern", "she is ill")]),
    # text
    ("宿題：図を描く。\n\u3000今日は晴れ。", [("action", "図を描く。")]),
    ("- a: draft it\n  - the head", [("action", "draft it")]),
    ("懸念：転職\n\n\u3000今日は晴れ。", [("concern", "転職")]),
    ("懸念：転職\n\u3000宿題：図", [("concern", "転職"), ("action", "図")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SET_IN)
@pytest.mark.parametrize("read", [typed, written])
def test_a_line_that_is_set_in_goes_on_with_the_record_above(
    read: object, text: str, found: list[tuple[str, str]]
) -> None:
    assert items(read(text)) == found  # type: ignore[operator]  # one of the two above


def test_the_headings_of_a_prepared_document_open_none() -> None:
    text = "## Topics\n- [ ] **Topic:** pay ^bcdf\n- said yes\n\n## Concerns\n- better\n\n## Decisions\n- one list\n"
    draft = document.read(f"---\nkind: prepared 3\nwith: mia\n---\n\n{text}", NOW, boxes=lambda _: "topic")
    assert items(draft) == [("topic", "pay"), ("decision", "one list")]


# --- keys, owners, values ---------------------------------------------------------------------------------------------

DUE = [
    ("due:fri", "draft it", 27),
    ("due:next thursday call Bob", "draft it call Bob", 26),
    ("due:in 2 weeks, then rest", "draft it, then rest", 36),
    ("due: fri", "draft it", 27),
    ("due:\u3000金曜", "draft it", 27),
    ("due：金曜", "draft it", 27),
    ("期限：金曜 急ぎ", "draft it 急ぎ", 27),
    ("Due: Fri.", "draft it.", 27),
    ('due:"27 Nov" now', "draft it now", 27),
    ('due: "27 Nov" now', "draft it now", 27),
    ("due:27 Nov 2026 now", "draft it now", 27),
    ("、due:fri", "draft it", 27),
    (", due:fri", "draft it", 27),
    ("; due: fri", "draft it", 27),
    (" - due:fri", "draft it", 27),
    (" (due:fri)", "draft it", 27),
    ("(due:fri, call Bob)", "draft it (call Bob)", 27),
    ("(by mail, due:fri)", "draft it (by mail)", 27),
    (", due:fri, then rest", "draft it, then rest", 27),
    ("now! due:fri", "draft it now!", 27),
    ("due:“next friday” now", "draft it now", 27),
    ("due: “27 Nov” now", "draft it now", 27),
    ("due:„27 Nov“ now", "draft it now", 27),
    ("due:«27 Nov» now", "draft it now", 27),
    ("（期限：11月27日（金））", "draft it", 27),
    ("(due:27 Nov)", "draft it", 27),
    # text
    ("（期限：blub）", "draft it （期限：blub）", None),
    ("“due:fri”", "draft it “due:fri”", None),
    ("due:blub now", "draft it due:blub now", None),
    ("due: all of it", "draft it due: all of it", None),
    ("\\due:fri", "draft it due:fri", None),
    ("overdue:fri", "draft it overdue:fri", None),
]


@pytest.mark.parametrize(("words", "text", "day"), DUE)
def test_a_day_is_the_longest_run_of_words(words: str, text: str, day: int | None) -> None:
    blank = "" if words.startswith("、") else " "
    item = the(typed(f"a: draft it{blank}{words}"))
    assert item.text == text
    assert item.days.get("due") == (date(2026, 11 + day // 31, day % 30 or 30) if day else None)


def test_a_time_is_too() -> None:
    draft = typed("we met on:last fri 15:00 in the office len:1h 30m")
    assert draft.fields.at == datetime.fromisoformat("2026-11-20T15:00+09:00")
    assert (draft.fields.minutes, notes(draft)) == (90, "we met in the office")


OWNERS = [
    ("@them", "them"), ("＠相手", "相手"), ("@自分", "自分"), ("@Mia,", "Mia"), ("@mia.", "mia"), ('@"Mia Tanaka"', "Mia Tanaka"),
    ("@O'Brien", "O'Brien"), ("@田中さん、", "田中さん"), (decomposed("@Zoë"), decomposed("Zoë")), ("@mia)", "mia"),
    ("@3pm", ""), ("@500", ""), ("@types/node", ""), ("bob@example.org", ""), ("@ mia", ""), ("\\@mia", ""),
]  # fmt: skip


@pytest.mark.parametrize(("word", "owner"), OWNERS)
def test_an_owner_is_a_letter_behind_its_sign(word: str, owner: str) -> None:
    item = the(typed(f"a: draft {word} it"))
    assert item.words.get("owner", "") == owner
    left = "".join(sign for sign in word if sign in ".,、)") if owner else word.removeprefix("\\")
    assert item.text == f"draft{left if owner else ' ' + left} it"


@pytest.mark.parametrize(
    ("line", "text", "owner"),
    [
        ("宿題：報告書＠佐藤", "報告書", "佐藤"), ("・宿題：見積書＠相手 期限：金曜", "見積書", "相手"), ("宿題：丁（＠田中さん）", "丁", "田中さん"),
        ("宿題：丁（担当：田中さん）を送る", "丁を送る", "田中さん"), ("宿題：丁 担当：田中さん 〆切：金曜", "丁", "田中さん"), ("宿題：丁「@佐藤」", "丁", "佐藤"),
        ("宿題：丁@佐藤", "丁@佐藤", ""), ("宿題：mail＠佐藤", "mail＠佐藤", ""), ("宿題：報告書\\＠佐藤", "報告書＠佐藤", ""),
    ],
)  # fmt: skip
def test_an_owner_may_follow_japanese_text_at_once(line: str, text: str, owner: str) -> None:
    item = the(typed(line))
    assert (item.text, item.words.get("owner", "")) == (text, owner)


JOINED = [
    ("- [ ] @priya: send", "send", "priya"),
    ("- [ ] @priya : send", "send", "priya"),
    ("- [ ] ＠priya：送る", "送る", "priya"),
    ("a: @priya, send", "send", "priya"),
    ("a: @priya; send", "send", "priya"),
    ("a: @priya - send", "send", "priya"),
    ("a: @priya – send", "send", "priya"),
    ("a: @priya -> send", "send", "priya"),
    ("a: @priya → send", "send", "priya"),
    ("a: @priya:send", "send", "priya"),
    ('a: @"Priya Raman": send', "send", "Priya Raman"),
    ("a: (@priya) send", "send", "priya"),
    ("a: (@priya): send", "send", "priya"),
    ("a: due:fri @priya: send", "send", "priya"),
    ("宿題：＠相手、送る", "送る", "相手"),
    ("宿題：担当：佐藤、送る", "送る", "佐藤"),
    ("a: send - @priya", "send", "priya"),
    ("a: send: @priya", "send", "priya"),
    ("a: send (@priya)", "send", "priya"),
    ("a: send, @priya, due:fri", "send", "priya"),
    ("a: send, @priya", "send", "priya"),
    ("a: send the list, @priya, and the plan", "send the list, and the plan", "priya"),
    ("a: @“Priya Raman” send", "send", "Priya Raman"),
    ("a: @„Priya Raman“: send", "send", "Priya Raman"),
    # not joined
    ("a: they said “@priya”", "they said “@priya”", ""),
    ("a: @priya -3 is too low", "-3 is too low", "priya"),
    ("a: @priya :) send", ":) send", "priya"),
    ("a: @priya send", "send", "priya"),
    ("a: send it? @priya", "send it?", "priya"),
    ("a: send well-", "send well-", ""),
    ("a: send,", "send,", ""),
    ("a: \\@priya: send", "@priya: send", ""),
    ("a: f(@priya) is a call", "f(@priya) is a call", ""),
    ("a: ask [@priya](http://x)", "ask [@priya](http://x)", ""),
]


@pytest.mark.parametrize(("line", "text", "owner"), JOINED)
@pytest.mark.parametrize("read", [typed, written])
def test_what_joins_an_owner_with_the_words_is_none_of_them(read: object, line: str, text: str, owner: str) -> None:
    item = the(read(line))  # type: ignore[operator]  # one of the two above
    assert (item.text, item.words.get("owner", "")) == (text, owner)


@pytest.mark.parametrize(
    ("line", "giver"),
    [
        ("p: from:bea: clear", "bea"),
        ("p: from:bea, clear", "bea"),
        ("p: (from:bea) clear", "bea"),
        ("p: from:“bea” clear", "bea"),
    ],
)
def test_feedback_is_joined_alike(line: str, giver: str) -> None:
    item = the(typed(line))
    assert (item.text, item.words["from"]) == ("clear", giver)


@pytest.mark.parametrize("words", ["send,", "send -", "send:", ": send", "send、"])
def test_words_that_end_like_a_join_come_back_from_their_document(words: str) -> None:
    item = the(written(f"- [ ] {words} @priya due:2026-12-01 ^k7qf"))
    assert item.text == words


INVISIBLE = [
    "\u200ba: draft it due:fri",
    "a:\u200b draft it due:fri",
    "a: draft it due:fri\u200b",
    "a: draft it due:\ufefffri",
    "we met \u2060a: draft it due:fri",
    "- \u200b[ ] draft it due:fri",
    "a: draft it\u200b due:\u2060fri",
]


@pytest.mark.parametrize("line", INVISIBLE)
def test_signs_that_nobody_sees_hide_no_label(line: str) -> None:
    item = the(typed(line))
    assert (item.kind, item.text, item.days) == ("action", "draft it", {"due": date(2026, 11, 27)})


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u2060", "\xad", "\u200e", "\u200b\ufeff"])
@pytest.mark.parametrize(
    "line", ["{}a: draft it", "- {}a: draft it", "・{}宿題：draft it", "{}- [ ] draft it", "1. {}todo: draft it"]
)
@pytest.mark.parametrize("read", [typed, written])
def test_signs_that_nobody_sees_hide_no_label_in_a_document_either(read: object, line: str, unseen: str) -> None:
    assert items(read(f"before\n\n{line.format(unseen)}")) == [("action", "draft it")]  # type: ignore[operator]


@pytest.mark.parametrize(
    "text", ["{}## Action items\n- draft it", "## Action items\n{}- draft it", "{}ネクストアクション\n{}・draft it"]
)
def test_signs_that_nobody_sees_hide_no_section(text: str) -> None:
    assert items(written(text.replace("{}", "\ufeff"))) == [("action", "draft it")]


@pytest.mark.parametrize(
    "text",
    ["\u200ba: draft it", "- \xad[ ] draft it", "## Action items\n\n\u200b- draft it", "\ufeff## Private notes\n- x"],
)
def test_what_was_kept_as_text_behind_them_stays_text_in_its_document(text: str) -> None:
    again = written(document.write(Meeting("m", "", Ref("p", "Mia"), NOW, body=text)))
    assert (items(again), notes(again)) == ([], text)


@pytest.mark.parametrize(
    "line", ["\u200f#calm we met", "we met \u200b#calm", "we met \u200f＃calm", "a: we met \u200e#calm"]
)
def test_signs_that_nobody_sees_hide_no_tag(line: str) -> None:
    (only,) = typed(line).lines
    assert isinstance(only, Note | Item)
    assert tags_in(only.text) == ("calm",)


def test_signs_that_nobody_sees_stay_in_the_words_of_a_document() -> None:
    for text in ("\u200bwe met", "- \u200bpoint", "10\u2060% more \xadhere\u200b", "ok \u200ea: no label here"):
        assert notes(written(text)) == text


def test_signs_that_nobody_sees_stay_in_words() -> None:
    assert notes(typed("ภาษา\u200bไทย")) == "ภาษา\u200bไทย"
    assert the(typed("a: 10\u2060% more, Donau\u00addampf")).text == "10\u2060% more, Donau\u00addampf"
    assert notes(typed("👩\u200d💻: yes")) == "👩\u200d💻: yes"


@pytest.mark.parametrize("mark", ["◦", "▪", "‣", "⁃", "•\t", "☑\ufe0f", "➢"])
@pytest.mark.parametrize("read", [typed, written])
def test_a_mark_of_another_program_begins_a_line(read: object, mark: str) -> None:
    label = "" if "☑" in mark else "a: "
    draft = read(f"we met\n{mark} {label}draft it")  # type: ignore[operator]  # one of the two above
    assert (items(draft), notes(draft)) == ([("action", "draft it")], "we met")


@pytest.mark.parametrize("line", ["宿題：なし", "【称賛】特になし", "a: none"])
def test_that_there_is_nothing_stays_in_the_note_and_is_no_trouble(line: str) -> None:
    assert (notes(typed(line)), said(typed(line))) == (line, [])


@pytest.mark.parametrize(
    ("line", "mark"), [("☐ 図", " "), ("☑ 図", "x"), ("- [ｘ] 図", "x"), ("- [Ｘ] 図", "x"), ("- [-] 図", "-")]
)
def test_a_box_says_whether_it_is_done(line: str, mark: str) -> None:
    assert the(written(line)).mark == mark


FIELDS = [
    ("mood:4", {"mood": 4}), ("mood: 4", {"mood": 4}), ("Mood：４", {"mood": 4}), ("mood: 4 mode: remote", {"mood": 4, "mode": "video"}),
    ("mode:zoom", {"mode": "video"}), ("mode:face to face", {"mode": "office"}), ("mode: in-person,", {"mode": "office"}),
    ("mode:対面", {"mode": "office"}), ("mode:オンライン", {"mode": "video"}), ("mode：散歩", {"mode": "walk"}), ("mode:call", {"mode": "phone"}),
    ("len: 45 minutes", {"minutes": 45}), ("len:1h30m,", {"minutes": 90}), ("seen: 3", {"seen": 3}), ("ｌｅｎ：３０ｍ", {"minutes": 30}),
    ("mood: low", {}), ("mood:9", {}), ("mode:blub", {}), ("agreed on: next steps", {}), ("\\mood:4", {}), ("mood: 40", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "fields"), FIELDS)
def test_fields(words: str, fields: dict[str, object]) -> None:
    for text in (words, f"we met {words}", f"we met\n{words}"):
        found = typed(text).fields
        values = {name: getattr(found, name) for name in ("minutes", "mode", "mood", "seen", "rating")}
        assert {name: value for name, value in values.items() if value is not None} == fields


TAGS = [
    ("#c++", ["c++"]), ("#c#,", ["c#"]), ("#node.js.", ["node.js"]), ("#r&d", ["r&d"]), ("+ops", ["ops"]), ("＃計画", ["計画"]),
    ("＋ops", ["ops"]), ("「#計画」", ["計画"]), ("話した。#計画", ["計画"]), ("話した＃計画", ["計画"]), ("話した#計画", []), ("Ｃ＃計画", []), ("話した\\＃計画", []), (decomposed("#café"), ["café"]), (decomposed("#がんばり"), ["がんばり"]),
    ("#Q3", ["q3"]), ("#q３", ["q3"]), ("#a #b", ["a", "b"]), ("(#ops)", ["ops"]), ("#one-two_3", ["one-two_3"]), ("#tag...", ["tag"]),
    ("[x](#section)", []), ("https://a/#b", []), ("`#code`", []), ("a#b", []), ("#1", []), ("#1on1", []), ("C+ +1", []), ("\\#tag", []),
    ("bob+x@example.org", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "tags"), TAGS)
def test_tags(words: str, tags: list[str]) -> None:
    draft = typed(f"we met {words}")
    assert list(draft.tags) == tags
    assert notes(draft) == f"we met {words.replace(chr(92), '')}"


# --- what looks like one and was not read -----------------------------------------------------------------------------

SAID = [
    ("懸念かも：あ", "懸念かも："),
    ("【懸念・相談】あ", "【懸念・相談】"),
    ("課題：予算", "成長: or 懸念: says what it is"),
    ("フィードバック：速い", "称賛: or 成長: says what it is"),
    ("Off the record: he hates it", "private: before it"),
    ("Confidential - do not share: she may leave", "private: before it"),
    ("宿題（非公開）：あ", "private: before it"),
    ("＜極秘事項＞ あ", "＜極秘事項＞"),
    ("A: yes. B: no", "“A:”"),
    ("a:send the list", "“a:”"),
    ("Action:send the list", "“Action:”"),
    ("Actions: send the list", "“Actions:”"),
    ("prase: clear", "“prase:” was read as text; did you mean praise:?"),
    ("desicion: one list", "“desicion:” was read as text; did you mean decision:?"),
    ("- concren: tired", "“concren:”"),
    ("we met. prase: clear", "“prase:”"),
    ("we discussed option a: rewrite, and option b: patch", "“option a:”"),
    ("drive c: full", "“drive c:”"),
    ("section a: intro and d: end", "“section a:” was read as text; action: makes it one"),
    ("we cut column c: too long", "“column c:” was read as text; concern: makes it one"),
    ("a: write section a: intro and d: end", "“section a:”"),
    ("案 a：書き直す、案 d：待つ", "“案 a：”"),
    ("send it due:fri", "“due:fri”"),
    ("because: nobody asked", "“because:”"),
    ("a: draft it because: the board", "“because:”"),
    ("d: one list why: short", "“why:”"),
    ("aha: faster due:fri", "“due:”"),
    ("a: draft it due: soon", "“due:”"),
    ("a: draft it due:blub", "due: 'blub'"),
    ("we met\n\nmood:4", "“mood:4”"),
    ("#1on1 went well", "“#1on1”"),
    ("```\na: draft it", "never closed"),
    ("宿題：", "has nothing after it"),
    ("we met a:send the list", "“a:” was read as text; a label needs a space after it"),
    ("we met action:send the list", "“action:”"),
    ("A:upper", "“A:” was read as text; action: is the label"),
    ("we met. A: draft it", "“A:” was read as text; action: is the label"),
    ("we talk A: draft it", "“A:”"),
    ("Action - draft it", "“Action -” was read as text; action: is the label"),
    ("- Next steps – draft it", "“Next steps –”"),
    ("To do: draft it", "“To do:” was read as text; action: is the label"),
    ("to-do: draft it", "“to-do:”"),
    ("AI: draft it", "“AI:” was read as text; action: is the label"),
    ("action item: draft it", "“action item:”"),
    ("Next steps: draft it", "“Next steps:”"),
    ("kudos: good demo", "“kudos:” was read as text; praise: is the label"),
    ("Decided: one list", "“Decided:” was read as text; decision: is the label"),
    ("@olga to draft it", "“@olga” was read as text; an owner belongs to an action"),
    ("- @olga to draft it", "“@olga”"),
    ("@olga: draft it", "“@olga”"),
    ("＠佐藤：図を描く", "“＠佐藤”"),
    ("- @olga, draft it", "“@olga”"),
    ("draft it (due:eow)", "“due:eow"),
    ("p: good demo @bea", "“@bea” was read as text; to:bea or from:bea says whose it is"),
    ("x is 3, x: 3 y: 4", "“3, x:”"),
    ("we spoke, p: 5 pm is ok", "“spoke, p:”"),
    ("the files were on c: drive", "“on c:”"),
    ("- [] draft it", "“[]” was read as text; - [ ] is an open action"),
    ("-[ ] draft it", "“-[ ]” was read as text; - [ ] is an open action"),
    ("* [X ] draft it", "“[X ]”"),
    ("TODO(mia): draft it", "“TODO(mia):” was read as text; action: is the label"),
    ("Action (Mia): draft it", "“Action (Mia):”"),
    ("宿題（佐藤）：図を描く", "“宿題（佐藤）：”"),
    ("次回（人事）：給料", "“次回（人事）：”"),
    ("a: draft it [@priya]", ""),
    # nothing is said
    ("- [] is an empty list", "“[]”"),
    ("x = [] here", ""),
    ("f(a): it", ""),
    ("Win (2026) was good", ""),
    ("宿題（佐藤）は無い", ""),
    ("talked with @olga about it", ""),
    ("@olga", ""),
    ("d: @olga leads it", ""),
    ("we like Vitamin C: it helps", ""),
    ("we talked about plan A: we go", ""),
    ("Ai: a name", ""),
    ("a - b is 3", ""),
    ("C - the language", ""),
    ("what to do: nothing", ""),
    ("a: draft it (by hand)", ""),
    ("see http://a:b and x:y", ""),
    ("re: the offer at 10:30, see http://example.org", ""),
    ("note: she likes it", ""),
    ("Raise: five percent", ""),
    ("Plan A: we go", ""),
    ("c:\\windows", ""),
    ("#42 and #3366cc", ""),
    ("```\na: draft it\n```", ""),
    ("```\nwords", ""),
    ("\\A: yes", ""),
    ("we met \\a: draft it", ""),
    ("mail bob@example.org", ""),
    ("what is due: all of it", ""),
]


@pytest.mark.long
@pytest.mark.parametrize(("text", "what"), SAID)
def test_it_is_said(text: str, what: str) -> None:
    found = said(typed(text))
    assert len(found) == bool(what), found
    assert what in "".join(found)


def test_in_a_document_a_label_inside_a_line_is_said() -> None:
    assert written("we met\nthen a: draft it").troubles == (
        (2, "“a:” was read as text; in a document a label begins its line"),
    )


def test_each_field_after_the_first_paragraph_is_said() -> None:
    found = said(typed("we met\n\nmood:4 and mode: zoom len:45m"))
    assert {what.partition(" was")[0] for what in found} == {"“mood:4”", "“mode: zoom”", "“len:45m”"}


@pytest.mark.parametrize("top", ["# Bea\n", "# Bea\n\n", "# Bea\n\n## Talk\n\n", "\n\n"])
def test_fields_under_the_headings_of_the_top_are_read(top: str) -> None:
    for read in (typed, written):
        draft = read(f"{top}mood:4 mode:zoom\n\nwe met seen:3")
        assert (draft.fields.mood, draft.fields.mode, draft.fields.seen) == (4, "video", None)
        assert notes(draft) == f"{top.strip()}\n\nwe met seen:3".strip() or top.strip()


# --- lines that go on with a record -----------------------------------------------------------------------------------

GOES_ON = [
    ("a: draft it,\n   best case due:fri why: old one", [("action", "draft it, best case")], ""),
    ("- [ ] draft it\n  with more @bea", [("action", "draft it with more")], ""),
    ("- [ ] draft it\n\twith more\n\tand more", [("action", "draft it with more and more")], ""),
    ("a: draft it\n        with more\nwe met", [("action", "draft it with more")], "we met"),
    ("  - a: draft it\n    with more", [("action", "draft it with more")], ""),
    ("☐ draft it\n  with more", [("action", "draft it with more")], ""),
    ("・宿題：図を\n　　描く", [("action", "図を描く")], ""),
    ("aha: faster\n  with two\n  because: we were two\n    in a room", [("aha", "faster with two")], ""),
    ("## Actions\n- draft it\n  with more @bea\n- send it", [("action", "draft it with more"), ("action", "send it")], "## Actions"),
    ("## Decisions\n- one list\n  and one day", [("decision", "one list and one day")], "## Decisions"),
    ("a: draft it\n  for a:b and 10:30", [("action", "draft it for a:b and 10:30")], ""),
    ("・宿題：図を\n　描く", [("action", "図を描く")], ""),
    # lines of their own
    ("宿題：図を描く。\n　次の段落", [("action", "図を描く。")], "　次の段落"),
    ("a: draft it\nwith more", [("action", "draft it")], "with more"),
    ("a: draft it\n\n  with more", [("action", "draft it")], "\n  with more"),
    ("- a: draft it\n\n      with code", [("action", "draft it")], "\n      with code"),
    ("  a: draft it\n  with more", [("action", "draft it")], "  with more"),
    ("- [ ] draft it\n  - with more", [("action", "draft it")], "  - with more"),
    ("- [ ] draft it\n  1. with more", [("action", "draft it")], "  1. with more"),
    ("- [ ] draft it\n  > with more", [("action", "draft it")], "  > with more"),
    ("- [ ] draft it\n  | a | b |", [("action", "draft it")], "  | a | b |"),
    ("- [ ] draft it\n  ```\n  code\n  ```", [("action", "draft it")], "  ```\n  code\n  ```"),
    ("- [ ] draft it\n  <!-- words -->", [("action", "draft it")], "  <!-- words -->"),
    ("- [ ] draft it\n  ---", [("action", "draft it")], "  ---"),
    ("- [ ] draft it\n  Details:\n  - one", [("action", "draft it")], "  Details:\n  - one"),
    ("- [ ] draft it\n  d: one list", [("action", "draft it"), ("decision", "one list")], ""),
    ("- [ ] draft it ^bcdf\n  with more", [("action", "draft it")], "  with more"),
    ("\\a: draft it\n  with more", [], "a: draft it\n  with more"),
    ("we met\n  with more", [], "we met\n  with more"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "note"), GOES_ON)
@pytest.mark.parametrize("read", [typed, written])
def test_an_indented_line_goes_on_with_the_record_above_it(
    read: object, text: str, found: list[tuple[str, str]], note: str
) -> None:
    draft = read(text)  # type: ignore[operator]  # one of the two above
    assert (items(draft), notes(draft)) == (found, note)


def test_its_keys_and_owners_are_read() -> None:
    item = the(typed("we met a: draft it,\n   best @bea\n   due:fri why: the old one\n   is old"))
    assert (item.text, item.words) == ("draft it, best", {"owner": "bea", "why": "the old one is old"})
    assert item.days == {"due": date(2026, 11, 27)}


@pytest.mark.parametrize(("text", "said"), [
    ("on:someday we met", ["on: 'someday' is not a time that onelog understands"]),
    ("we met len:soon", ["len: 'soon' is not a length that onelog understands"]),
    ("we agreed on: next steps", []),
    ("we agreed on: next steps len:soon", ["len: 'soon' is not a length that onelog understands"]),
])  # fmt: skip
def test_a_field_that_is_not_understood_is_said_unless_it_is_prose(text: str, said: list[str]) -> None:
    draft = written(text)
    assert ([what for _, what in draft.troubles], notes(draft)) == (said, text)


# --- nothing typed is lost --------------------------------------------------------------------------------------------


def words_of(draft: Draft) -> str:
    """Every letter and digit that was kept: of the note, the records and their keys."""
    kept: list[str] = []
    for line in draft.lines:
        kept += (
            [line.text]
            if isinstance(line, Note)
            else [line.goal, str(line.value or ""), line.text, *line.words.values()]
        )
    return " ".join(kept)


@settings(max_examples=examples(300))
@given(note_text)
@example("（非公開）\n\r0")  # below a heading, a line that begins with a lone carriage return
def test_words_that_are_no_token_are_kept(text: str) -> None:
    """A word of letters that no label, key, field or value is made of is in the note or a record, as often as it was typed."""
    marked = text.replace("words", "").replace("計画を書く", "words")
    for read in (typed, written):
        assert words_of(read(marked)).count("words") == marked.count("words")


@pytest.mark.parametrize(
    "words",
    ["期限： ＠相手", "on: きっかけ：", "報告＠相手", "（＠相手）", "担当：＠相手", "電話＃対応", "（担当：相手）"],
)
@pytest.mark.parametrize("kind", ["note", "action", "decision"])
def test_words_that_look_like_tokens_come_back_as_they_were(words: str, kind: str) -> None:
    place = grammar.Place(kind, first=True)
    assert grammar.plain(grammar.guarded(words, place), place) == words


@pytest.mark.parametrize(
    "text",
    [
        "【懸念】\n・あ",
        "懸念：なし",
        "特に懸念はない",
        "\\秘密：あ",
        "\\Off the record: he hates it",
        "Private equity: two deals",
        "we spoke off the record: twice",
        "## Private notes\n- she is ill",
        "we spoke about a private matter: hers",
    ],
)
def test_nothing_is_said_of_what_is_private_or_means_no_such_thing(text: str) -> None:
    assert said(typed(text)) == []


def test_nothing_is_said_of_blank_lines_in_a_section() -> None:
    text = "## Decisions\n\n- ship it\n\n## 🔒 Private notes\n\nquince\n"
    assert document.read(text, NOW).troubles == ()
