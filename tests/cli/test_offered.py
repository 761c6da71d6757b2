"""A word that Tab offers for a person means that person alone, whoever else there is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import BEGIN, empty

from onelog.cli import complete
from onelog.cli.app import App
from onelog.cli.complete_types import Asked
from onelog.core.errors import OnelogError
from onelog.insight import resolve
from onelog.journal import people

NAME = st.sampled_from(
    ["Mia Tanaka", "Mia Mori", "mia", "Ken Tanaka", "Tanaka", "O'Neil", "Sean O'Neil", "Zoë Quinn", "Zoe", "田中花子", "田中 太郎",
     "Mia-Lou Berg", "Ann de la Cruz", "De Vries", "a b", "x"]
)  # fmt: skip


@given(st.lists(NAME, min_size=1, max_size=6, unique=True), st.text("mMtTaA田o'zde ", max_size=3))
@settings(max_examples=40)
def test_a_word_for_a_person_means_that_person_alone(called: list[str], typed: str) -> None:
    with empty() as store:
        for name in called:
            try:
                people.add_person(store, name, BEGIN, new=True)
            except OnelogError:
                called = [one for one in called if one != name]
        app = App()
        app.__dict__["store"] = store
        asked = [*complete.offer_people(Asked(app, "log", typed))]
        everybody = [*complete.offer_people(Asked(app, "log", ""))]
        assert len({offer.word for offer in everybody}) == len(called)
        meant = [resolve.person(store, offer.word).name for offer in everybody]
        assert sorted(meant) == sorted(called)
        for offer in asked:
            found = resolve.person(store, offer.word)
            assert offer.word == found.name or found.name in offer.says
