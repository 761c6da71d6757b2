"""Whose name a word is: who fits, who may be meant, and who is somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.model import Person
from onelog.core.names import name_forms, name_matching, name_words


def people(*names: str) -> list[Person]:
    """Each is `NAME`, or `NAME = ALIAS, ALIAS | READING`."""
    made = []
    for n, words in enumerate(names):
        name, _, more = words.partition(" = ")
        aliases, _, reading = more.partition(" | ")
        first, *others = aliases.split(", ")
        made.append(
            Person(f"u{n}", f"k{n}qf", name, first or None, more_aliases=tuple(others), reading=reading or None)
        )
    return made


FITS = [
    # word, everybody, who fits
    ("zoe", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("ZOE QUINN", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("zoe\u0308", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("Ｚｏｅ", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("quinn", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("Zoe Q", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("Z. Quinn", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("Quinn, Zoe", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("Dr. Quinn", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("Mr Quinn", ["Zoë Quinn", "Quinnie"], ["Zoë Quinn"]),
    ("tanaka-san", ["Mia Tanaka"], ["Mia Tanaka"]),
    ("aik", ["Aiko Mori", "Mia"], ["Aiko Mori"]),
    ("mia", ["Mia Tanaka", "Miara Ito"], ["Mia Tanaka"]),
    ("mi", ["Mia Tanaka", "Miara Ito"], ["Mia Tanaka", "Miara Ito"]),
    ("mia", ["Mia Tanaka", "Mia Ito"], ["Mia Tanaka", "Mia Ito"]),
    ("luc", ["Jean-Luc Picard"], ["Jean-Luc Picard"]),
    ("O’Connor", ["Sean O'Connor"], ["Sean O'Connor"]),
    ("soren", ["Søren Holm"], ["Søren Holm"]),
    ("bo", ["Aaron Blythe = aron, bo"], ["Aaron Blythe"]),
    ("Bo Blythe", ["Aaron Blythe = aron, bo"], ["Aaron Blythe"]),
    ("k0qf", ["Mia", "K0qf Ito"], ["Mia"]),
    ("Zoe", ["Zoë", "Zoe"], ["Zoe"]),
    ("田中さん", ["田中美香"], ["田中美香"]),
    ("田中部長", ["田中美香"], ["田中美香"]),
    ("田中様", ["田中美香"], ["田中美香"]),
    ("美香", ["田中美香"], ["田中美香"]),
    ("美香ちゃん", ["田中美香"], ["田中美香"]),
    ("田中　美香", ["田中美香"], ["田中美香"]),
    ("田中美香", ["田中 美香"], ["田中 美香"]),
    ("田中", ["田中部長"], ["田中部長"]),
    ("田中さん", ["田中美香", "田中健"], ["田中美香", "田中健"]),
    ("田中さん", ["田中", "田中美香"], ["田中"]),
    ("佐々木さん", ["佐々木健"], ["佐々木健"]),
    ("健太郎", ["佐藤健太郎"], ["佐藤健太郎"]),
    ("みか", ["田中みか"], ["田中みか"]),
    ("林さん", ["林美香"], ["林美香"]),
    ("高橋さん", ["高橋 修"], ["高橋 修"]),
    ("ﾀﾅｶ", ["田中美香 =  | たなか みか"], ["田中美香"]),
    ("タナカ", ["田中美香 =  | たなか みか"], ["田中美香"]),
    ("たな", ["田中美香 =  | たなか みか"], ["田中美香"]),
    ("たなかみか", ["田中美香 =  | たなか みか"], ["田中美香"]),
]  # fmt: skip
MAY_BE = [
    # word, everybody, who may be meant, as the word fits nobody
    ("Zoe Quinn", ["Zoë"], ["Zoë"]),
    ("Zoe Quinn", ["Zoe Q"], ["Zoe Q"]),
    ("Benjamin", ["Ben"], ["Ben"]),
    ("Aron", ["Aaron Blythe"], ["Aaron Blythe"]),
    ("Aron Smith", ["Aaron Blythe = aron"], ["Aaron Blythe"]),
    ("tanaca", ["Mia Tanaka"], ["Mia Tanaka"]),
    ("mai", ["Mia"], ["Mia"]),
    ("Mueller", ["Müller"], ["Müller"]),
    ("Mr Qui", ["Zoë Quinn"], ["Zoë Quinn"]),
    ("田中美香", ["田中"], ["田中"]),
    ("田中美香", ["美香"], ["美香"]),
    ("田中美加", ["田中美香"], ["田中美香"]),
    ("久保さん", ["大久保"], ["大久保"]),
    ("森さん", ["森田健"], ["森田健"]),
    ("小山さん", ["小山田健"], ["小山田健"]),
    # two full names pair word by word: a slip, an initial, a short form
    ("Aron Blythe", ["Aaron Blythe"], ["Aaron Blythe"]),
    ("Blythe Aron", ["Aaron Blythe"], ["Aaron Blythe"]),
    ("Ben Smyth", ["Benjamin Smith"], ["Benjamin Smith"]),
    ("B. Smyth", ["Ben Smith"], ["Ben Smith"]),
    ("Katherine Smith", ["Catherine Smith"], ["Catherine Smith"]),
    ("Mai Tanaka", ["Mia Tanaka", "Tom Tanaka"], ["Mia Tanaka"]),
    ("Mary-Ann Smith", ["Mary Smith"], ["Mary Smith"]),
    ("ジョン・スミス", ["ジョーン・スミス"], ["ジョーン・スミス"]),
    # a Japanese name is mistyped by its sound
    ("佐藤健多", ["佐藤健太"], ["佐藤健太"]),
    ("佐藤 健多", ["佐藤健太"], ["佐藤健太"]),
    ("斎藤健太", ["斉藤健太"], ["斉藤健太"]),
    ("渡邊美香", ["渡辺美香"], ["渡辺美香"]),
    ("田中みか", ["田中美香"], ["田中美香"]),
    ("佐藤健太郎", ["佐藤健太"], ["佐藤健太"]),
]
IS_ELSE = [
    # word, everybody: none of them is meant
    ("Zoe Smith", ["Zoe Quinn"]),
    ("Mia Smith", ["Mia Tanaka = mia"]),
    ("theo", ["Aiko Mori", "Bea"]),
    ("佐藤", ["田中美香"]),
    ("田中健", ["田中美香"]),
    # two full names that share one of their words
    ("Tom Sato", ["Mia Sato"]),
    ("Sato Tom", ["Mia Sato"]),
    ("Mia Smith", ["Omar Smith", "Priya Smith", "Mia Tanaka"]),
    ("Omar Johnson", ["Omar Jackson"]),
    ("Yuki Kato", ["Yuki Sato"]),
    ("Kenji Tanaka", ["Kenta Tanaka", "Kenichi Tanaka"]),
    ("Nao Tanaka", ["Rei Tanaka"]),
    ("Kim Min-jun", ["Kim Min-ji"]),
    ("佐藤健司", ["佐藤健太"]),
    ("佐藤 健司", ["佐藤健太"]),
    ("佐藤健司", ["佐藤 健太"]),
    ("斎藤健太", ["佐藤健太"]),
    ("田中みき", ["田中美香"]),
    ("林健太", ["林美香"]),
    ("", ["Mia"]),
    ("...", ["Mia"]),
]


@pytest.mark.parametrize(("word", "everybody", "who"), FITS)
def test_a_word_fits(word: str, everybody: list[str], who: list[str]) -> None:
    names = [name.partition(" = ")[0] for name in who]
    assert [p.name for p in name_matching.fitting(people(*everybody), word)] == names


@pytest.mark.parametrize(("word", "everybody", "who"), MAY_BE)
def test_a_word_that_fits_nobody_may_be_somebody(word: str, everybody: list[str], who: list[str]) -> None:
    assert name_matching.fitting(people(*everybody), word) == []
    assert [p.name for p in name_matching.resembling(people(*everybody), word)] == who


@pytest.mark.parametrize(("word", "everybody"), IS_ELSE)
def test_a_word_is_somebody_else(word: str, everybody: list[str]) -> None:
    assert name_matching.fitting(people(*everybody), word) == []
    assert name_matching.resembling(people(*everybody), word) == []


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@given(st.lists(NAMES, min_size=1, max_size=5, unique_by=name_forms.plain))
def test_everybody_is_found_by_their_own_name_and_id(names: list[str]) -> None:
    everybody = people(*names)
    for person in everybody:
        taken = {p.id for p in everybody}
        assert name_matching.fitting(everybody, person.id) == [person]
        if name_forms.plain(person.name) not in taken:
            assert name_matching.fitting(everybody, person.name) == [person]
            assert person in name_matching.fitting(everybody, f" {person.name.upper().lower()} ") or "İ" in person.name


@given(NAMES)
def test_a_name_as_it_is_compared_stays_so(name: str) -> None:
    assert name_forms.normalize(name_forms.normalize(name)) == name_forms.normalize(name)
    assert name_forms.untitled(name_forms.untitled(name)) == name_forms.untitled(name)


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("emi,farid", ["emi", "farid"]), ("emi, farid and bo", ["emi", "farid", "bo"]), ("emi/farid", ["emi", "farid"]),
        ("emi & farid", ["emi", "farid"]), ("emi+farid", ["emi", "farid"]), ("田中、佐藤", ["田中", "佐藤"]),
        ("田中と佐藤", ["田中", "佐藤"]), ("Mia Tanaka", []), ("Sandy", []), ("Anders Land", []), ("さとみ", []), ("mia,", []),
        ("Anna und Bo", ["Anna", "Bo"]), ("Karl von und zu Guttenberg", []),
    ],
)  # fmt: skip
def test_several_names_in_one_word(word: str, names: list[str]) -> None:
    assert name_words.several(word) == names


def test_names_with_numbers_of_their_own_are_not_alike() -> None:
    assert name_matching.resembling(people("Guest 1"), "Guest 2") == []
    assert [p.name for p in name_matching.resembling(people("Guest 1"), "Gest 1")] == ["Guest 1"]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("thm", "them"),
        ("Tehm", "them"),
        ("themm", "them"),
        ("mee", "me"),
        ("theo", ""),
        ("mel", ""),
        ("em", ""),
        ("ben", ""),
    ],
)
def test_me_and_them_mistyped(word: str, meaning: str) -> None:
    assert name_words.mistyped(word) == meaning


def test_readings_are_in_the_order_of_the_fifty_sounds() -> None:
    """か and が are one sound, and so are つ and っ, and ー is what it draws out; those that sound alike keep か before が."""
    readings = [
        "いとう",
        "おおた",
        "オータニ",
        "おおつか",
        "かとう",
        "がとう",
        "かんだ",
        "がんだ",
        "きむら",
        "さとう いちろう",
        "さとう けんた",
        "さとうだ",
        "たかはし",
        "っだ",
        "つだ",
        "まどの",
    ]
    assert [
        readings[n] for n in sorted(range(len(readings)), key=lambda n: name_forms.in_order(readings[n]))
    ] == readings
