"""Numbers as people write them: what is read, whole; what is refused, and how; what a document writes is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core import numbers
from onelog.core.errors import Wrong

READ = [
    ("950000", 950000, ""), ("0", 0, ""), ("007", 7, ""), ("2.5", 2.5, ""), (".5", 0.5, ""), ("0.125", 0.125, ""), ("0,5", 0.5, ""),
    ("1.2345", 1.2345, ""), ("-3", -3, ""), ("+3", 3, ""), ("−3.5", -3.5, ""), ("-0", 0, ""),
    # groups of three
    ("1,200,000", 1200000, ""), ("1,200", 1200, ""), ("1 200 000", 1200000, ""), ("1\xa0200\xa0000", 1200000, ""),
    ("1\u202f200\u202f000", 1200000, ""), ("1'200'000", 1200000, ""), ("1’200", 1200, ""), ("1_200_000", 1200000, ""),
    ("1.200.000", 1200000, ""), ("1,200.50", 1200.5, ""), ("1.200,50", 1200.5, ""), ("1 200,5", 1200.5, ""),
    # words and signs for thousands
    ("950k", 950000, ""), ("950K", 950000, ""), ("1.2M", 1200000, ""), ("1.2bn", 1200000000, ""), ("3B", 3000000000, ""),
    ("2.5Mio", 2500000, ""), ("1.2 million", 1200000, ""), ("5 thousand", 5000, ""),
    ("95万", 950000, ""), ("1億2000万", 120000000, ""), ("1.2億", 120000000, ""), ("5千万", 50000000, ""), ("1万5千", 15000, ""),
    ("3千", 3000, ""), ("1兆", 1000000000000, ""), ("1,200万", 12000000, ""), ("1億2000", 100002000, ""),
    # units
    ("60%", 60, "%"), ("60 %", 60, "%"), ("60％", 60, "%"), ("¥950000", 950000, "¥"), ("￥950,000", 950000, "¥"),
    ("€1,200", 1200, "€"), ("$1.2M", 1200000, "$"), ("-$5", -5, "$"), ("$-5", -5, "$"), ("1.2M€", 1200000, "€"),
    ("1200000eur", 1200000, "eur"), ("1200000 EUR", 1200000, "EUR"), ("1 200 000 EUR", 1200000, "EUR"), ("950kEUR", 950000, "EUR"),
    ("1.2 million users", 1200000, "users"), ("95万円", 950000, "円"), ("95万人", 950000, "人"), ("5km", 5, "km"), ("5 m", 5, "m"),
    ("5MB", 5, "MB"), ("30d", 30, "d"),
    # full-width
    ("１２３，４５６", 123456, ""), ("９５万", 950000, ""), ("６０．５", 60.5, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit"), READ)
def test_a_number_is_read_whole_with_its_unit(text: str, value: float, unit: str) -> None:
    assert numbers.number(text) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "", "no", "many", "-", "%", "5,", "1,2,3", "1,20,300", "12.34.56", "1,2345,678", "1 2 3", "7-8", "3/4", "50/50", "~950k", ">5",
        "1on1", "3rd", "1st", "2nd", "5pm", "10am", "10:30", "2026-11-20", "1e6", "0x10", "NaN", "inf", "five", "5 6", "$5USD", "$$5",
        "--5", "-$-5", "1万2億", "1万20000", "1万10000", "1万1万", "1千1000", "2千3百", "3人が参加", "950000 wrote the plan", "5\0", "٣", "²", "½", '"5" x', "5" * 16, "1000兆", "999999999999999B",
        "0.1234567891", "9" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Wrong) as refused:
        numbers.number(text)
    assert refused.value.hint
    assert len(refused.value.message) < 120
    assert refused.value.message.isprintable()


TWO = [
    ("1.200", "1200", "1.2"), ("12.345", "12345", "12.3450"), ("€1.200", "€1200", "€1.2"), ("1.200k", "1200k", "1.2k"),
    ("1,5", "1.5", "15"), ("12,34", "12.34", "1234"), ("-1,5", "-1.5", "-15"), ("1,5%", "1.5%", "15%"), ("1.200万", "1200万", "1.2万"),
    ("5m", "5M", "5 m"), ("1.2m", "1.2M", "1.2 m"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second"), TWO)
def test_what_could_be_two_numbers_is_refused_with_both_and_each_of_them_is_clear(
    text: str, first: str, second: str
) -> None:
    with pytest.raises(numbers.TwoNumbers) as refused:
        numbers.number(text)
    assert refused.value.message == f"{text!r} could be {first} or {second}."
    assert numbers.number(first) != numbers.number(second)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1.200", ".", 1.2), ("1.200", ",", 1200), ("1,200", ".", 1200), ("1,200", ",", 1.2), ("1,5", ",", 1.5), ("2.5", ",", 2.5),
        ("1.200.000", ",", 1200000), ("1.200,5", ",", 1200.5), ("1,200.5", ".", 1200.5), ("12,345%", ",", 12.345),
    ],
)  # fmt: skip
def test_the_settings_decide_between_two_numbers(text: str, decimal: str, value: float) -> None:
    assert numbers.number(text, decimal)[0] == value


def test_a_comma_that_parts_no_thousands_is_no_number_where_the_point_begins_the_fraction() -> None:
    with pytest.raises(Wrong, match="is not a number"):
        numbers.number("1,5", ".")


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("950000 wrote the plan", 950000, "", "wrote the plan"),
        ("950,000, wrote it", 950000, "", "wrote it"),
        ("950k the plan worked", 950000, "", "the plan worked"),
        ("3 people joined", 3, "", "people joined"),
        ("60% of it", 60, "%", "of it"),
        ("1.2 million users", 1200000, "", "users"),
        ("95 万 届いた", 950000, "", "届いた"),
        ("95万　届いた", 950000, "", "届いた"),
        ("1 200 000 wrote it", 1200000, "", "wrote it"),
        ("1 200 000€ wrote it", 1200000, "€", "wrote it"),
        ("1\xa0200 wrote it", 1200, "", "wrote it"),
        ('"1 200" wrote it', 1200, "", "wrote it"),
        ("'1 200 EUR' wrote it", 1200, "EUR", "wrote it"),
        ("950000 \\200 people", 950000, "", "200 people"),
        ("5", 5, "", ""),
        ("\\5 people", None, "", "5 people"),
        ("\\3rd try", None, "", "3rd try"),
        ("on hold", None, "", "on hold"),
        ("万事順調", None, "", "万事順調"),
        ("million", None, "", "million"),
        ("", None, "", ""),
    ],
)
def test_words_may_begin_with_a_number(text: str, value: float | None, unit: str, words: str) -> None:
    assert numbers.begin(text) == numbers.Number(value, unit, words)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.200 wrote it", "'1.200' could be 1200 or 1.2."),
        ("1 200 wrote it", r"'1 200' could be 1200 or 1 \200."),
        ("3rd try", "'3rd' is not a number."),
        ("1on1 with Bea", "'1on1' is not a number."),
        ("~950k or so", "'~950k' is not a number."),
        ("7-8 people", "'7-8' is not a number."),
        ("3人が参加 した", "'3人が参加' is not a number."),
        ('"5 people" came', "'5 people' "),
    ],
)
def test_words_that_begin_like_a_number_and_are_none_are_refused_and_kept_where_words_are_kept(
    text: str, said: str
) -> None:
    if said == "'5 people' ":
        assert numbers.begin(text) == numbers.Number(5, "people", "came")
        return
    with pytest.raises(Wrong) as refused:
        numbers.begin(text)
    assert refused.value.message == said
    found = numbers.cut(text)
    assert (found.value, found.words) == (None, text)
    assert found.trouble.startswith(said)


NUMBER_LIKE = st.text("0123456789,.'_ -+~%$€¥kMm万億千\\\"x\xa0\u202f人", max_size=12)
WORDS = st.one_of(
    NUMBER_LIKE, st.text(), st.sampled_from(["200 people", "million users", "万事", "\\5", "k", "m", "%", "rd try"])
)
VALUES = st.one_of(
    st.none(),
    st.integers(-(10**15) + 1, 10**15 - 1).map(float),
    st.floats(-1e6, 1e6).map(lambda value: round(value, 3) + 0.0),
    st.integers(-999999, 999999).map(lambda n: n / 1000),
)


@given(VALUES, WORDS, st.sampled_from(["", ".", ","]))
def test_what_a_document_writes_is_read_back_whatever_the_settings_are(
    value: float | None, words: str, decimal: str
) -> None:
    words = words.strip()
    found = numbers.cut(numbers.serialize(value, words), decimal)
    assert (found.value, found.unit, found.words, found.trouble) == (value, "", words, "")


@given(st.one_of(NUMBER_LIKE, st.text(st.characters())), st.sampled_from(["", ".", ","]))
def test_only_wrong_is_ever_raised_and_no_word_is_lost(text: str, decimal: str) -> None:
    found = numbers.cut(text, decimal)
    assert found.value is None or abs(found.value) < 1e15
    if found.value is None:
        assert found.words in (text.strip(), text.strip()[1:])
    else:
        assert text.endswith(found.words) or found.words.replace("\\", "") in text.replace("\\", "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("€", "EUR", True), ("eur", "EUR", True), ("%", "percent", True), ("％", "%", True), ("円", "JPY", True), ("users", "Users", True),
     ("€", "USD", False), ("", "", False), ("people", "users", False)],
)  # fmt: skip
def test_a_unit_is_the_same_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert numbers.is_same_unit(one, other) is same


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("58 % nice", 58, "%", "nice"),
        ("58 ％、nice", 58, "%", "、nice"),
        ("58 %", 58, "%", ""),
        (r"58 \% nice", 58, "", "% nice"),
        ("58 %nice", 58, "", "%nice"),
        ("58 percent", 58, "", "percent"),
        ("1 200 000 % of it", 1200000, "%", "of it"),
    ],
)
def test_a_percent_sign_may_stand_apart(text: str, value: float, unit: str, words: str) -> None:
    found = numbers.begin(text)
    assert (found.value, found.unit, found.words) == (value, unit, words)
    again = numbers.begin(numbers.serialize(value, words))
    assert (again.value, again.unit, again.words) == (value, "", words)
