"""Searches under a name: saved with their options, found again, listed, deleted; a line each in a file beside the settings."""

import pytest
from conftest import Onelog


@pytest.fixture(name="run")
def _run(onelog: Onelog) -> Onelog:
    onelog("log mia the kestrel flew over the budget")
    onelog("log", "ben", "the osprey and the budget", "--new")
    onelog("log", "ben", "--on", "2026-10-01", "an old budget, and a kestrel")
    return onelog


def ids(run: Onelog, *words: str) -> list[str]:
    return [hit["id"] for hit in run.json("search", *words)]


SEARCHES = (
    ("budget",), ("budget", "-osprey"), ("kestrel OR osprey",), ('"the budget"',), ("-osprey budget",), ("budget", "--with", "ben"),
    ("budget", "--since", "2026-11-01", "--limit", "1"), ("budget", "--kind", "meeting", "--private"), ("it's", "OR", "kestrel"),
)  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("words", SEARCHES, ids=" ".join)
def test_a_saved_search_finds_what_it_found(run: Onelog, words: tuple[str, ...]) -> None:
    done = run.run("search", *words, "--save", "first")
    assert (done.code, done.out) == (0, run("search", *words))
    assert "onelog search :first" in done.err
    assert run("search", ":first") == done.out
    assert run("search", "：first") == done.out


def test_what_is_typed_beside_its_name_comes_first(run: Onelog) -> None:
    run("search", "budget", "--with", "ben", "--save", "b")
    assert ids(run, ":b", "--since", "2026-11-01") == ids(run, "budget", "--with", "ben", "--since", "2026-11-01")
    assert ids(run, ":b", "--with", "mia") == ids(run, "budget", "--with", "mia")


def test_they_are_listed_and_deleted_and_a_name_is_used_again(run: Onelog) -> None:
    assert run.run("search --saved").err.startswith("No search is saved yet")
    for name, words in (("採用", "kestrel -ben"), ("b", "budget"), ("採用", "osprey")):
        run("search", words, "--save", name)
    assert run("search --saved") == "採用\tosprey\nb\tbudget\n"
    assert run.json("search --saved") == [{"name": "採用", "search": "osprey"}, {"name": "b", "search": "budget"}]
    assert "Deleted the saved search 採用: osprey" in run.run("search", "--unsave", ":採用").err
    assert run("search --saved") == "b\tbudget\n"
    assert "Saved: b" in run.fails("search", ":採用")


def test_a_name_is_the_same_in_any_case(run: Onelog) -> None:
    run("search", "budget", "--save", "Ads")
    run("search", "osprey", "--save", "ads")
    assert run("search --saved") == "ads\tosprey\n"
    run("search", "--unsave", "ADS")
    assert run("search --saved") == ""


def test_the_file_is_one_s_own(run: Onelog) -> None:
    """What somebody wrote into it stays, and is found."""
    run("search", "budget", "--save", "b")
    (file,) = run.folder.rglob("searches.txt")
    file.write_text(
        "# mine\n\nk: kestrel -ben\nbroken: 'kestrel\nempty: --with ben\n" + file.read_text("utf-8"), "utf-8"
    )
    assert ids(run, ":K") == ids(run, "kestrel -ben")
    assert ids(run, ":broken") == ids(run, "'kestrel")
    assert "holds no words" in run.fails("search :empty")
    run("search", "osprey", "--save", "o")
    assert file.read_text("utf-8").splitlines()[:2] == ["# mine", ""]
    assert file.stat().st_mode & 0o777 == 0o600


REFUSED = {
    ("search",): (2, "Say what to look for."),
    ("search", ":nobody"): (1, "No search is saved as nobody."),
    ("search", "--unsave", "nobody"): (1, "No search is saved as nobody."),
    ("search", "budget", "--save", "two words"): (2, "cannot name a search"),
    ("search", "budget", "--save", ""): (2, "cannot name a search"),
    ("search", "budget", "--sinc", "2026"): (2, "No such option: --sinc."),
}


@pytest.mark.parametrize(("words", "said"), REFUSED.items())
def test_what_is_refused(run: Onelog, words: tuple[str, ...], said: tuple[int, str]) -> None:
    assert said[1] in run.fails(*words, code=said[0])
    assert run("search --saved") == ""


def test_a_word_to_leave_out_needs_one_to_find(run: Onelog) -> None:
    done = run.run("search", "-budget")
    assert (done.code, done.out) == (0, "")
    assert "say what to find as well" in done.err
