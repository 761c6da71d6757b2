"""Whose name a reader sees: initials in the words of a journal, whichever way a name is typed."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.model import Person, Ref
from onelog.insight.review.pseudonyms import Pseudonyms

DAY = date(2026, 9, 30)


def person(uid: str, name: str, alias: str | None = None, relation: str = "peer") -> Person:
    return Person(uid, uid, name, alias, relation, relations=((date(2025, 1, 1), relation),))


CROWD = [
    person("1", "Mia Tanaka", "mia", "manager"), person("2", "Chloé Martin", "chloe", "report"), person("3", "田中 花子", None, "report"),
    person("4", "Yuki Hayashi", "林", "peer"), person("5", "Max Thorn", None, "other"), person("6", "Jo", None, "other"),
    person("7", "サトウ", None, "peer"), person("8", "Mona Tully", "mo", "peer"),
]  # fmt: skip


def redacted(text: str) -> str:
    return Pseudonyms(CROWD, "full", DAY, redact=True).inside(text)


@pytest.mark.parametrize(("text", "shown"), [
    ("Mia said", "M.T.1 said"), ("MIA and mia's plan", "M.T.1 and M.T.1's plan"), ("ask Mia Tanaka.", "ask M.T.1."),
    ("mia.tanaka@example.org", "M.T.1@example.org"), ("miami, family, Tanakas", "miami, family, Tanakas"), ("Tanaka asks", "M.T.1 asks"),
    ("Chloe, Chloé and Chloe\u0301", "C.M., C.M. and C.M."), ("#chloe", "#C.M."), ("ｍｉａ", "M.T.1"), ("Miaさんと話した", "M.T.1さんと話した"),
    ("田中花子と田中 花子", "田◯と田◯"), ("花子さん、田中さん", "田◯さん、田◯さん"), ("林さんと森林、小林さん", "Y.H.さんと森林、小林さん"),
    ("林氏と林業", "Y.H.氏と林業"), ("サトウさん、サトウキビ", "サ◯さん、サトウキビ"), ("Max, maximum, Jo, job", "M.T.2, maximum, J., job"),
    ("Mona and Mo, not more", "M.T.3 and M.T.3, not more"), ("Hana stays", "Hana stays"), ("", ""),
])  # fmt: skip
def test_names_in_texts_become_initials(text: str, shown: str) -> None:
    assert redacted(text) == shown


KNOWN_BY = [
    Person("1", "1", "佐藤健太", "サトケン", more_aliases=("kenny",), reading="さとう けんた"), person("2", "Zoë Quinn"), person("3", "Soren Holm"),
    Person("4", "4", "田中美香", reading="たなか みか"), person("5", "Łucja Nowak"), person("6", "佐々木健"), person("7", "ガブリエル"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), [
    ("佐藤さんと佐藤健太", "佐◯さんと佐◯"), ("健太が言った", "佐◯が言った"), ("佐藤部長と佐藤　健太", "佐◯部長と佐◯"), ("サトケン、さとけん", "佐◯、佐◯"),
    ("Kenny and kenny's", "佐◯ and 佐◯'s"), ("さとうさんとサトウさん", "佐◯さんと佐◯さん"), ("ｻﾄｳさん", "佐◯さん"), ("けんたに聞く", "佐◯に聞く"),
    ("Zoe, Zoë, ZOÉ, zoe\u0308", "Z.Q., Z.Q., Z.Q., Z.Q."), ("Sören and Søren", "S.H. and S.H."), ("Lucja Nowak", "Ł.N."),
    ("みかんが好き。みかさん", "みかんが好き。田◯さん"), ("美香ちゃん", "田◯ちゃん"), ("健さん、健康", "佐◯、健康"), ("佐々木さん", "佐◯さん"),
    ("ｶﾞﾌﾞﾘｴﾙ", "ガ◯"), ("砂糖と健全", "砂糖と健全"),
])  # fmt: skip
def test_redaction_knows_what_matching_knows(text: str, shown: str) -> None:
    numbers = re.sub(r"(?<=佐◯)[12]", "", Pseudonyms(KNOWN_BY, "full", DAY, redact=True).inside(text))
    assert numbers == shown


REDACTED = [
    Person("1", "1", "佐藤健太", "サトケン", reading="さとうけんた"), Person("2", "2", "真殿室長", reading="まどの"),
    Person("3", "3", "高橋 修", reading="たかはし おさむ"), Person("4", "4", "青木花", reading="あおきはな"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), [
    ("佐藤さん", "佐◯さん"), ("佐藤様と佐藤氏", "佐◯様と佐◯氏"), ("佐藤部長", "佐◯部長"), ("佐藤健太さん", "佐◯さん"), ("佐藤　健太", "佐◯"), ("佐藤 健太さん", "佐◯さん"),
    ("佐藤・健太", "佐◯"), ("健太", "佐◯"), ("健太くん", "佐◯くん"), ("健太が決めた", "佐◯が決めた"), ("佐藤（健）", "佐◯"), ("佐藤(健)と佐藤（健太）", "佐◯と佐◯（佐◯）"),
    ("さとうけんた", "佐◯"), ("さとう けんた", "佐◯ 佐◯"), ("さとうさんに", "佐◯さんに"), ("サトウさん", "佐◯さん"), ("ｻﾄｳさん", "佐◯さん"), ("けんたに聞く", "佐◯に聞く"),
    ("サトケン、さとけん", "佐◯、佐◯"), ("@佐藤 #佐藤", "@佐◯ #佐◯"), ("真殿室長", "真◯"), ("真殿さん", "真◯さん"), ("まどのさん", "真◯さん"),
    ("高橋修と高橋　修", "高◯と高◯"), ("修さん、高橋（修）", "高◯、高◯"), ("たかはしさん、おさむくん", "高◯さん、高◯くん"), ("青木花", "青◯"), ("花さん", "青◯"),
    # nobody's name
    ("室長に報告した", "室長に報告した"), ("室長さん", "室長さん"), ("部長と課長", "部長と課長"), ("修正と監修", "修正と監修"), ("花火と花", "花火と花"),
    ("砂糖と健全", "砂糖と健全"), ("さとうきび", "さとうきび"), ("けんたっきー", "けんたっきー"), ("はなしあい", "はなしあい"), ("おさめる", "おさめる"),
])  # fmt: skip
def test_a_japanese_name_is_hidden_however_it_is_written(text: str, shown: str) -> None:
    assert Pseudonyms(REDACTED, "full", DAY, redact=True).inside(text) == shown


def test_whose_names_a_manager_is_told() -> None:
    names = Pseudonyms(CROWD, "first", DAY)
    refs = {one.uid: one.ref for one in CROWD}
    assert [names.shown(refs[uid]) for uid in "1238"] == ["Mia", "Chloé", "田中", "M.T.3"]
    assert [names.beside(refs[uid]) for uid in "128"] == ["Mia", "Chloé", None]
    assert names.inside("Chloé Martin asked Mia, Yuki and Max Thorn") == "Chloé asked Mia, Y.H. and M.T.2"
    assert names.shown(None) is None


def test_whose_names_a_manager_s_manager_is_told() -> None:
    names = Pseudonyms(CROWD, "team", DAY)
    assert names.inside("Chloé Martin asked Mia, Yuki and Max") == "Chloé Martin asked Mia, Y.H. and M.T.2"
    assert names.beside(CROWD[1].ref) == "Chloé Martin"
    assert names.beside(CROWD[3].ref) is None


def test_the_relation_is_that_of_the_day() -> None:
    moved = Person(
        "9", "9", "Ida Berg", None, "report", relations=((date(2025, 1, 1), "peer"), (date(2026, 10, 1), "report"))
    )
    assert Pseudonyms([moved], "first", DAY).shown(moved.ref) == "I.B."
    assert Pseudonyms([moved], "first", date(2026, 10, 1)).shown(moved.ref) == "Ida"


def test_two_of_one_first_name_keep_the_whole_one() -> None:
    both = [person("1", "Ana Silva", None, "report"), person("2", "Ana Costa", None, "report")]
    assert [Pseudonyms(both, "first", DAY).shown(one.ref) for one in both] == ["Ana Silva", "Ana Costa"]


def test_a_word_of_two_names_is_nobody_s_initials() -> None:
    both = [person("1", "Ana Silva"), person("2", "Ana Costa")]
    assert Pseudonyms(both, "initials", DAY).inside("Ana, Ana Silva, Costa") == "A., A.S., A.C."


def test_a_name_of_one_character_is_not_its_own_initial() -> None:
    assert Pseudonyms([person("1", "林")], "initials", DAY).inside("林さん") == "◯さん"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("田中さん", "田中と佐藤、田中さん", "田◯と佐藤、田◯"),
        ("佐藤部長", "佐藤さんと佐藤部長", "佐◯さんと佐◯"),
        ("O'Hara Ng", "O’Hara and o'hara", "O.N. and O.N."),
        ("Anne-Marie Dupont", "Anne, Anne Marie, Anne‑Marie and anne-marie", "A.D., A.D., A.D. and A.D."),
        ("Strauß Otto", "STRAUSS and Strauß", "S.O. and S.O."),
    ],
)
def test_a_name_as_it_is_also_written(name: str, text: str, told: str) -> None:
    assert Pseudonyms([person("1", name)], "initials", DAY).inside(text) == told


def test_my_own_name_is_hidden_when_everything_is() -> None:
    names = Pseudonyms(CROWD, "full", DAY, me="Ken Abe", redact=True)
    assert (names.me, names.inside("Ken and Abe")) == ("K.A.", "K.A. and K.A.")
    assert Pseudonyms(CROWD, "initials", DAY, me="Ken Abe").inside("Ken and Mia") == "Ken and M.T.1"


def test_somebody_who_is_not_there_any_more_is_called_as_the_record_does() -> None:
    assert Pseudonyms(CROWD, "full", DAY).shown(Ref("99", "Nobody Here")) == "Nobody Here"


NAME = st.lists(st.text("abcdeéßxyzABÀÖ'.*+(", min_size=2, max_size=6).filter(lambda w: w[0].isalpha() and w[-1].isalpha()), min_size=1, max_size=3).map(" ".join)  # fmt: skip


@pytest.mark.long
@given(st.lists(NAME, min_size=1, max_size=5, unique_by=str.lower), st.data())
def test_no_name_is_left_in_any_text(names: list[str], data: st.DataObject) -> None:
    """Whole names between anything but letters, in any case; whatever signs a name has."""
    crowd = [person(str(n), name) for n, name in enumerate(names)]
    spoken = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=4))
    between = data.draw(
        st.lists(st.sampled_from([" ", ", ", "「", "さん", " 12 ", "\n", "#", "@"]), min_size=4, max_size=4)
    )
    text = "".join(
        f"{gap}{data.draw(st.sampled_from([name, name.upper(), name.lower()]))}"
        for gap, name in zip(between, spoken, strict=False)
    )
    shown = Pseudonyms(crowd, "initials", DAY).inside(f"{text} end")
    for name in names:
        assert not re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", shown, re.IGNORECASE), (name, text, shown)
