"""Ten sheets for 1on1s as companies and guides hand them out, in words of our own: each gives the records that a reader
would mark, and its head gives when, how long and where.

Seen were: a large online shop's page on its 1on1s, two templates on a code host, a post of an engineering team on its format,
a guide of an HR service, the sheet of a book on 1on1s (experience, reflection, lesson, next try), the sheet of a coaching firm,
a school's mentoring sheet, a municipal interview sheet and a goal sheet with self-rating.
"""

import pytest
from office import NOW, Office, lines

from onelog.markdown import document
from onelog.markdown.body import Note
from onelog.markdown.parsed import Item

SHEETS = {
    "brackets": (
        """【日時】2026年11月18日（水）14:00〜14:30
【相手】田中美香
【最近の状況】
新しい案件に慣れてきた。
【トピック】
来期の体制
【フィードバック】
・称賛：説明が短くなった
【決まったこと】
・体制案は月内に出す
【次のアクション】
・体制案の下書き（田中、11/27）
・予算の確認（自分、月末）
""",
        [
            "praise 説明が短くなった",
            "decision 体制案は月内に出す",
            "action 体制案の下書き due=2026-11-27 owner=田中美香",
            "action 予算の確認 due=2026-11-30 owner=自分",
        ],
        "2026-11-18 14:00 30 None",
    ),
    "squares": (
        """■日時：11/18 14:00
■形式：オンライン
■所要時間：60分

■前回のアクションの確認
・資料は送った
■困りごと
・見積もりの締めが重なる
■今回の決定事項
・週次は木曜に移す
■次回までのアクション（担当・期限）
・招待を送り直す（林、11/27まで）
""",
        [
            "concern 見積もりの締めが重なる",
            "decision 週次は木曜に移す",
            "action 招待を送り直す due=2026-11-27 owner=林",
        ],
        "2026-11-18 14:00 60 video",
    ),
    "weekly": (
        """# 1on1 11/18
日時：11月18日

## 今週の振り返り
リリースが終わった。

## 良かったこと
- 手順書が役に立った

## 気づき・学び
- 先に聞くと早い

## 困りごと・相談
- 夜の問い合わせが多い

## 必要なサポート
当番表の見直し

## ネクストアクション
- [ ] 当番表の案 期限：来週金曜 担当：林
""",
        [
            "win 手順書が役に立った",
            "aha 先に聞くと早い",
            "concern 夜の問い合わせが多い",
            "action 当番表の案 due=2026-11-27 owner=林",
        ],
        "2026-11-18 00:00 None None",
    ),
    "theme": (
        """実施日：2026/11/18
対象者：佐藤健太
形式：対面
テーマ：来期の役割
コンディション：3

●話したこと
役割の希望を聞いた。
●アクション
①役割表を見直す（佐藤）
②部長に相談する（自分）
●次回の議題
・役割表の結果
""",
        [
            "action 役割表を見直す owner=佐藤健太",
            "action 部長に相談する owner=自分",
            "topic 役割表の結果",
        ],
        "2026-11-18 00:00 None office",
    ),
    "experience": (
        """【経験】
商談で質問に答えられなかった。
【振り返り】
準備が資料に偏っていた。
【学び】
・質問を先に十個書き出すと落ち着く
【次に試すこと】
次の商談で書き出す。
【次回までにやること】
・質問を書き出す（林、来週金曜）
""",
        ["aha 質問を先に十個書き出すと落ち着く", "action 質問を書き出す due=2026-11-27 owner=林"],
        "None None None",
    ),
    "coaching": (
        """日時：2026年11月18日（水） 13時
氏名：林
相手の様子：4

◆テーマ
時間の使い方
◆強み
・段取りがよい
◆改善点
・頼むのが遅い
◆合意事項
・午前は会議を入れない
◆宿題
・断る練習をする（林）
""",
        [
            "praise 段取りがよい",
            "growth 頼むのが遅い",
            "decision 午前は会議を入れない",
            "action 断る練習をする owner=林",
        ],
        "2026-11-18 13:00 None None",
    ),
    "mentoring": (
        """日付：11月18日
場所：カフェ
1．近況
忙しいが元気。
2．うまくいったこと
・発表
3．不安なこと
・異動
4．やること
・先輩に話を聞く　期限：年内
""",
        ["win 発表", "concern 異動", "action 先輩に話を聞く due=2026-12-31"],
        "2026-11-18 00:00 None None",
    ),
    "interview": (
        """面談日：令和8年11月18日
方法：電話
＜近況＞
特になし
＜悩み＞
・残業が続く
＜秘密＞
・家族の看病
＜対応事項＞
・人事に制度を確認する（自分、11月末）
""",
        ["concern 残業が続く", "private 家族の看病", "action 人事に制度を確認する due=2026-11-30 owner=自分"],
        "2026-11-18 00:00 None phone",
    ),
    "goals": (
        """■目標
・売上 95万
■達成したこと
・新規二件
■アドバイス
・早めに共有する
■次回話したいこと
・中間評価
""",
        ["checkin 売上 950000 ", "win 新規二件", "growth 早めに共有する", "topic 中間評価"],
        "None None None",
    ),
    "prose": (
        """話した。良かった点：準備が早い。改善点：声が小さい。相談：昇格について　決定：来月また話す
宿題：事例を集める（佐藤さん、12/5）
感謝：いつもありがとうございます
""",
        [
            "win 準備が早い。",
            "growth 声が小さい。",
            "concern 昇格について",
            "decision 来月また話す",
            "action 事例を集める due=2026-12-05 owner=佐藤健太",
            "praise いつもありがとうございます",
        ],
        "None None None",
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_gives_the_records_that_a_reader_would_mark(name: str) -> None:
    text, records, head = SHEETS[name]
    found = [line for line in lines(text).partition("\n! ")[0].split(" | ") if not line.startswith("note ")]
    assert found == records
    fields = document.read(text, NOW, Office(), typed=True).fields
    at = f"{fields.at:%Y-%m-%d %H:%M}" if fields.at else None
    assert f"{at} {fields.minutes} {fields.mode}" == head


def test_nothing_of_a_sheet_is_lost() -> None:
    """Each line is a record, a field of the head, or stands in the note as it was."""
    for text, _, _ in SHEETS.values():
        draft = document.read(text, NOW, Office(), typed=True)
        notes = "\n".join(line.text for line in draft.lines if isinstance(line, Note))
        items = [line.text for line in draft.lines if isinstance(line, Item)]
        for line in filter(None, text.split("\n")):
            is_head = any(word in line for word in ("日", "形式", "方法", "時間", "様子"))
            is_record = any(words and words[:8] in line for words in (*items, "95万"))
            assert line in notes or is_head or is_record, line


def test_there_are_ten() -> None:
    assert len(SHEETS) == 10
