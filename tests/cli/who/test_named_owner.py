"""Whose a promise is by the name before its colon, and what before a colon is nobody's name: in every door."""

import pytest
from conftest import Onelog, with_settings

pytestmark = pytest.mark.posix

KNOWN = ("Mia Weber", "田中美香", "佐藤健太", "Ben Ito", "Ben Acme")
TAKEN = [
    ("Mia: send it", "Mia Weber", "send it", None),
    ("mia weber: send it", "Mia Weber", "send it", None),
    ("**Mia:** send it", "Mia Weber", "send it", None),
    ("**Mia**: send it", "Mia Weber", "send it", None),
    ("Ms. Weber: send it", "Mia Weber", "send it", None),
    ("Mia (fri): send it", "Mia Weber", "send it", "2026-11-27"),
    ("Mia (by 2026-12-04): send it", "Mia Weber", "send it", "2026-12-04"),
    ("Mia (Munich): send it", "Mia Weber", "(Munich) send it", None),
    ("Mia: send it due:fri", "Mia Weber", "send it", "2026-11-27"),
    ("Mia: ask Zoltan: yes or no", "Mia Weber", "ask Zoltan: yes or no", None),
    ("田中さん：資料を送る", "田中美香", "資料を送る", None),
    ("田中: 資料を送る", "田中美香", "資料を送る", None),
    ("田中美香様：　資料を送る", "田中美香", "資料を送る", None),
    ("佐藤（11/27）：資料を送る", "佐藤健太", "資料を送る", "2026-11-27"),
    ("佐藤（11月27日まで）：資料を送る", "佐藤健太", "資料を送る", "2026-11-27"),
    ("佐藤（営業）：資料を送る", "佐藤健太", "（営業）資料を送る", None),
    ("相手：資料を送る", "Mia Weber", "資料を送る", None),
    ("me: send it", "me", "send it", None),
]
"""What is typed, whose it is, its words and its day."""
SAID = {
    "Mi: send it": "@Mi",
    "Zoltan: send it": "@Zoltan",
    "Zoltan Kis: send it": '@"Zoltan Kis"',
    "Ben: send it": "Ben Acme or Ben Ito",
    "鈴木：資料を送る": "@鈴木",
    "宮下さん：資料を送る": "@宮下",
}
"""Names of nobody, and of several people: they stay among the words, and what sets the owner is said."""
TEXT = [
    "Budget: ask finance",
    "10:30 call",
    "Mia 10:30 call",
    "re: proposal",
    "http://mia.example/x",
    "mia://x",
    "CRM: export it",
    "Next steps for Mia: send it",
    "予算：確認する",
    "send it to Mia: today",
]
"""Nobody's name stands before a colon here: nothing is taken, and nothing is said."""


@pytest.fixture
def known(onelog: Onelog) -> Onelog:
    for name in KNOWN:
        onelog("people", "add", name)
    return onelog


def appending(run: Onelog, line: str) -> str:
    """An editor that writes one more line."""
    script = run.folder / "editor.sh"
    script.write_text(f"#!/bin/sh\nprintf '%s\\n' '{line}' >> \"$1\"\n")
    script.chmod(0o755)
    return str(script)


def promises(run: Onelog) -> list[tuple[str, str, str | None]]:
    found = sorted(run.json("actions", "--all"), key=lambda one: str(one["uid"]))
    return [(one["owner"], one["text"], one["due"]) for one in found]


@pytest.mark.parametrize("heading", ["## Action items", "ネクストアクション", "【宿題】", "Next steps:"])
def test_a_name_before_a_colon_is_the_owner_in_a_list_of_actions(known: Onelog, heading: str) -> None:
    mark = "・" if heading[0] > "z" else "- "
    known("log", "mia", "-", input="\n".join([heading, *(mark + line for line, *_ in TAKEN)]))
    assert promises(known) == [(owner, text, due) for _, owner, text, due in TAKEN]


def test_it_is_the_owner_on_a_typed_line_and_in_a_document(known: Onelog) -> None:
    document = "---\nwith: Mia Weber\nat: 2026-11-22T10:00+09:00\n---\n"
    note = known.folder / "mia.md"
    note.write_text(f"{document}- action: Mia: send it\n- [x] Mia: sent it\n- [ ] 佐藤さん：渡す\n")
    known("log", "mia", "we met a: Mia: send it a: 佐藤さん：渡す")
    known("actions", "add", "Mia: send it")
    known("import", str(note))
    hers, his = ("Mia Weber", "send it", None), ("佐藤健太", "渡す", None)
    assert promises(known) == [hers, his, hers, hers, ("Mia Weber", "sent it", None), his]


def test_a_name_of_nobody_stays_among_the_words_and_is_said(known: Onelog) -> None:
    said = known.run("log", "mia", "-", input="\n".join(["## Action items", *(f"- {line}" for line in SAID)])).err
    assert promises(known) == [("me", line, None) for line in SAID]
    for one, wanted in zip(known.json("actions"), SAID.values(), strict=True):
        assert wanted in said
        assert f"onelog change {one['id']} @" in said
    assert {one["name"] for one in known.json("people")} == set(KNOWN)


def test_what_is_no_name_is_taken_for_none(known: Onelog) -> None:
    said = known.run("log", "mia", "-", input="\n".join(["## Action items", *(f"- {line}" for line in TEXT)])).err
    assert promises(known) == [("me", line, None) for line in TEXT]
    assert "in the words" not in said


def test_an_owner_that_is_said_and_a_backslash_keep_the_name_in_the_words(known: Onelog) -> None:
    known("log", "mia", "-", input="## Action items\n- Mia: send it @me\n- \\Mia: send it\n- \\Zoltan: call")
    assert promises(known) == [("me", "Mia: send it", None), ("me", "Mia: send it", None), ("me", "Zoltan: call", None)]


def test_nothing_behind_a_name_is_no_promise(known: Onelog) -> None:
    known("log", "mia", "-", input="## Action items\n- Mia: none\n- 田中さん：なし\n- Ben Ito: call")
    assert promises(known) == [("Ben Ito", "call", None)]
    assert "田中さん：なし" in known("show", "last", "--md")


def test_a_promise_that_is_kept_is_not_read_again(known: Onelog) -> None:
    known("log", "mia", "a: Zoltan: send it")
    known("people", "add", "Zoltan")
    (before,) = known.json("actions")
    known("edit", before["meeting"], ONELOG_EDITOR=appending(known, "- [ ] Zoltan: call"))
    assert promises(known) == [("me", "Zoltan: send it", None), ("Zoltan", "call", None)]
    assert before == next(one for one in known.json("actions") if one["id"] == before["id"])


def test_a_list_without_such_a_heading_stays_the_note(known: Onelog) -> None:
    known("log", "mia", "-", input="## Round table\n- Mia: happy\n- 田中さん：元気")
    assert promises(known) == []


MINE = {
    "en": ("Ken: send it", "Ken Mori: send it", "KEN (fri): send it", "**Ken**: send it", "myself: send it"),
    "ja": ("森：渡す", "森さん：渡す", "森 健：渡す", "森健：渡す", "私：渡す", "自分：渡す", "僕：渡す", "me: 渡す"),
}
"""Names and words before a colon that are the keeper's own, by the language of the name in the settings."""
NAME = {"en": "Ken Mori", "ja": "森 健"}


@pytest.mark.parametrize("language", MINE)
def test_the_name_of_the_keeper_before_a_colon_is_mine(known: Onelog, language: str) -> None:
    with_settings(known, f'me = "{NAME[language]}"\n')
    run = known.run("log", "mia", "-", input="\n".join(["## Action items", *(f"- {line}" for line in MINE[language])]))
    words = "send it" if language == "en" else "渡す"
    assert [(owner, text) for owner, text, _ in promises(known)] == [("me", words)] * len(MINE[language])
    assert "in the words" not in run.err
    assert len(known.json("people")) == len(KNOWN)


def test_the_name_of_the_keeper_is_mine_in_every_other_place_and_door(known: Onelog) -> None:
    with_settings(known, 'me = "Ken Mori"\n')
    document = known.folder / "mia.md"
    document.write_text("---\nwith: Mia Weber\nat: 2026-11-21T10:00+09:00\n---\n- [ ] Ken: send it\n- [ ] call @ken\n")
    known("import", str(document))
    known(
        "log", "mia", 'we met a: Ken: send it a: call @ken a: call 担当:"Ken Mori" p: clear to:ken gr: brief from:Ken'
    )
    known("actions", "add", "call @Ken")
    known("edit", "last", "mia", ONELOG_EDITOR=appending(known, "- [ ] Mori: send it"))
    hers = known.json("actions", "add", "call @mia", "--with", "mia")
    known("change", hers["id"], '@"Ken Mori"')
    assert {one[:2] for one in promises(known)} == {("me", "send it"), ("me", "call")}
    said = [
        (one["from"], one["to"])
        for kind in ("praise", "growth")
        for one in known.json("moments", "mia", "--kind", kind)
    ]
    assert sorted(said) == [("Mia Weber", "me"), ("me", "Mia Weber")]
    assert len(known.json("people")) == len(KNOWN)


def test_a_name_that_the_keeper_shares_with_somebody_is_asked_about(known: Onelog) -> None:
    with_settings(known, 'me = "Ken Mori"\n')
    known("people", "add", "Ken Sato", "--new")
    said = known.run("log", "mia", "a: Ken: send it a: Ken Mori: call a: Ken Sato: write a: phone @ken").err
    wanted = {("me", "Ken: send it"), ("me", "call"), ("Ken Sato", "write"), ("Ken Sato", "phone")}
    assert {one[:2] for one in promises(known)} == wanted
    assert "“Ken:” could be Ken Sato or me" in said


MEANT = {
    "Mia to send it": "“Mia to” could be Mia Weber",
    "Mia → send it": "“Mia →” could be Mia Weber",
    "Mia Weber -> send it": "“Mia Weber ->” could be Mia Weber",
    "Mia - send it": "“Mia -” could be Mia Weber",
    "【田中】資料作成": "“【田中】” could be 田中美香",
    "田中→議事録": "“田中→” could be 田中美香",
    "田中さんが部長に連絡": "“田中さんが” could be 田中美香",
}
"""Promises that begin with somebody known, without a colon: they stay mine, and that is said."""


def test_a_name_without_a_colon_is_said(known: Onelog) -> None:
    with_settings(known, 'me = "Ken Mori"\n')
    text = "\n".join(
        ["## Action items", *(f"- {line}" for line in (*MEANT, "Ken to book it", "Berlin → hotel", "go to Mia"))]
    )
    said = known.run("log", "mia", "-", input=text).err
    assert all(told in said for told in MEANT.values())
    assert said.count("the action is yours") == len(MEANT)
    assert {owner for owner, *_ in promises(known)} == {"me"}


IN_WORDS = {
    "send it by friday": "due:friday",
    "send it until 4 Dec.": 'due:"4 Dec"',
    "send it due next tue please": 'due:"next tue"',
    "send it (Fri)": "due:Fri",
    "send it (by 2026-12-04)": "due:2026-12-04",
    "来週月曜までに送る": "due:来週月曜",
    "見積もりを11月27日までに送る": "due:11月27日",
    "送る　〜12月4日": "due:12月4日",
    "25日〆の書類": "due:25日",
}
"""Words of a promise that seem to say by when, and the key that would."""


def test_a_day_in_the_words_of_a_promise_is_said(known: Onelog) -> None:
    known("log", "mia", "we met")
    for words, key in IN_WORDS.items():
        assert f"is no day by which it is due: {key} would be" in known.run("log", "mia", "--more", f"a: {words}").err
    assert {due for *_, due in promises(known)} == {None}


@pytest.mark.parametrize(
    "words", ["go by train", "read (45m)", "by friday due:mon", "wait (2w)", "会議（30分）", "ここまで読む", "by hand"]
)
def test_words_that_name_no_day_are_no_day(known: Onelog, words: str) -> None:
    assert "is no day" not in known.run("log", "mia", f"a: {words}").err
