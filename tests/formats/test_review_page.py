"""The page of a review: it says what the Markdown says, no more for any reader, and its pictures have its numbers."""

import io
import re
from pathlib import Path

import pytest
from conftest import DEMO_NOW, Onelog
from hostile import ATOMS
from hostile_book import TODAY, kept
from inside import Inside
from test_html import Parts

from onelog.core.calendar.periods import Period
from onelog.core.results.review import PROFILES, Claim, ClaimGroup, Review, Section
from onelog.core.sanitize import safe
from onelog.formats.html import review as review_page

pytestmark = pytest.mark.posix

PERIOD = Period(TODAY.replace(month=10, day=1), TODAY, "some")


def a_review(*sections: Section) -> Review:
    return Review(PERIOD, PERIOD, TODAY, False, "", None, "me", sections=sections)


def written(review: Review, language: str = "en") -> Parts:
    out = io.StringIO()
    review_page.write_review_page(review, out, TODAY, language)
    return Parts(out.getvalue())


@pytest.fixture(scope="module")
def reviewer(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Inside:
    run = Inside(tmp_path_factory.mktemp("review"), ONELOG_NOW=DEMO_NOW)
    run.journal.write_bytes(demo_file.read_bytes())
    return run


@pytest.mark.long
@pytest.mark.parametrize("reader", PROFILES)
def test_the_page_says_what_the_markdown_says(reviewer: Inside, reader: str) -> None:
    """Every word of the document, in its order; beside them there are the pictures alone."""
    words = ("review", "2026Q3", "--for", reader, "--format")
    document = re.sub(r"\\(?=[^\w\s])", "", reviewer(*words, "md").out)
    found = Parts(reviewer(*words, "html").out)
    assert (found.strange, found.open) == ([], [])
    texts = [text for name, text in found.texts if name == "words"]
    assert len(texts) > 10
    place = 0
    for text in texts:
        place = document.index(text, place)
    headings = re.findall(r"^##+ (.*)$", document, re.MULTILINE)
    shown = [text for where, text in found.texts if where in ("h2", "h3") and text != "At a glance"]
    assert shown == headings


def test_pictures_tell_a_reader_no_more_than_the_words(reviewer: Inside) -> None:
    """Moods are mine; what I gave others is nobody else's."""
    captions = {
        reader: Parts(reviewer("review", "2026Q3", "--for", reader, "--format", "html").out).all("figcaption")
        for reader in PROFILES
    }
    assert any(caption.startswith("Mood") for caption in captions["me"])
    for reader in ("manager", "skip", "hr"):
        assert not any(caption.startswith("Mood") for caption in captions[reader])
    assert "Their promises, by month" in captions["me"]
    assert "Their promises, by month" not in captions["hr"]


def test_the_promises_drawn_are_those_counted(reviewer: Inside, demo: Onelog) -> None:
    told = demo.json("review 2026Q3")
    found = Parts(reviewer("review", "2026Q3", "--format", "html").out)
    for side in ("mine", "theirs"):
        done, not_done = (
            sum(told[side][key] for key in keys) for keys in (("kept", "late", "undated"), ("overdue", "dropped"))
        )
        says = f"{done} of {done + not_done} kept from Jul 2026 to Sep 2026"
        assert any(text.startswith(says) for text in found.all("desc")), says


@pytest.mark.parametrize("words", ATOMS.values(), ids=ATOMS.keys())
def test_hostile_words_are_text_in_a_review(words: str) -> None:
    line = " ".join(kept(words).split("\n")).strip() or "x"
    claim = Claim("decision", "dddd", line, TODAY, "mmmm", "Mia")
    found = written(a_review(Section("decisions", (ClaimGroup("decisions", (claim,)),))))
    assert (found.strange, found.open) == ([], [])
    assert "".join(found.all("words")) == safe(line.rstrip())
    assert [tag for where, tag, _ in found.tags if "li" in where.split()] == ["span"] * 3


@pytest.mark.parametrize(("language", "words"), [("en", "Nothing was written down"), ("ja", "記録はありません")])
def test_a_review_of_nothing_says_so_and_draws_nothing(language: str, words: str) -> None:
    found = written(a_review(), language)
    assert any(words in text for text in found.all("facts"))
    assert not {"svg", "table", "section"} & {tag for _, tag, _ in found.tags}
