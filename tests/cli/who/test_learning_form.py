"""A form of learning from experience, in English and in Japanese: a meeting that is logged with it, and the next one."""

import pytest
from conftest import Onelog, at

pytestmark = pytest.mark.posix

FILLED = {
    "en": (
        "learning-cycle",
        [
            ("What happened? Stay with one event.", "The client asked for numbers I did not have."),
            ("Where was it otherwise than expected, and why do you think that was?", "I had prepared slides, not questions."),
            ("## Lessons learned", "- ten questions first, slides later"),
            ("## Next actions", "- write ten questions for Friday @them due:2026-11-27"),
        ],
        ("aha", "ten questions first, slides later"),
        "write ten questions for Friday",
        ("## Experience", "## Reflection"),
    ),
    "ja": (
        "経験学習",
        [
            ("何があった？（一つの出来事に絞る）", "商談で数字を聞かれて答えられなかった。"),
            ("予想と違ったのはどこで、なぜそうなったと思う？", "資料ばかり準備していた。"),
            ("## 教訓", "・質問を先に十個書き出す"),
            ("## 次のアクション（何を、いつ試すか）", "・金曜の商談で書き出す（田中、11/27）"),
        ],
        ("aha", "質問を先に十個書き出す"),
        "金曜の商談で書き出す",
        ("## 経験", "## 内省"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", FILLED)
def test_what_is_written_below_the_four_steps_becomes_the_right_records(onelog: Onelog, language: str) -> None:
    like, answers, aha, tried, headings = FILLED[language]
    (onelog.folder / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    onelog.env["ONELOG_CONFIG"] = str(onelog.folder / "config.toml")
    onelog("people", "add", "田中美香", "--relation", "report")
    onelog("forms", "edit", "report", "--like", like, ONELOG_EDITOR="true")
    text = onelog("prep 田中 --md")
    for line, answer in answers:
        assert f"{line}\n" in text
        text = text.replace(f"{line}\n", f"{line}\n{answer}\n", 1)
    (onelog.folder / "talk.md").write_text(text, encoding="utf-8")
    done = onelog.run("log", "田中", "--file", "talk.md", **at("2026-11-20"))
    assert (done.code, "!" in done.err) == (0, False), done.err
    (moment,) = onelog.json("moments")
    assert (moment["kind"], moment["text"]) == aha
    (action,) = onelog.json("actions")
    assert (action["text"], action["owner"], action["due"]) == (tried, "田中美香", "2026-11-27")
    (meeting,) = onelog.json("timeline")
    assert all(part in meeting["notes"] for part in (*headings, answers[0][1], answers[1][1]))
    assert tried in onelog("prep 田中 --md", **at("2026-11-27"))


def test_an_example_that_there_is_not_and_a_form_that_is_there_are_said(onelog: Onelog) -> None:
    assert onelog.fails("forms edit report --like kolb", ONELOG_EDITOR="true") == (
        "onelog: There is no example 'kolb' for a form.\n  Examples: learning-cycle, manager, mentor, plain, report\n"
    )
    assert "No forms" in onelog.screen("forms")
    onelog("forms edit report --like mentor", ONELOG_EDITOR="true")
    assert "is there already" in onelog.fails("forms edit report --like plain", ONELOG_EDITOR="true")
