"""A review as a page: the document in the words that Markdown has, with its pictures; it runs nothing and fetches nothing."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TextIO

from onelog.core.results.blocks import Block, Heading, ListItem, Table, Text
from onelog.core.results.review import GoalLook, Promised, Review
from onelog.formats.html.charts import table
from onelog.formats.html.markup import Html, joined, opening, tag
from onelog.formats.html.page_charts import Came, Pictures, Rated, Way
from onelog.formats.html.style import STYLE
from onelog.formats.review_document import of_review


def write_review_page(review: Review, out: TextIO, today: date, language: str = "en") -> None:
    """The page: title and facts, the numbers, the pictures, then each section of the review."""
    blocks = of_review(review, language)
    titles = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    out.write(opening(joined(titles[:1]), STYLE, language, "review sheets"))
    parts = list(_parts(blocks))
    out.write(tag("header", *parts[0]) + "\n<main>\n")
    figures = list(pictures(review, language))
    if parts[1:]:
        sections = [tag("section", *part) for part in parts[1:]]
        out.writelines(f"{section}\n" for section in (sections[0], *figures, *sections[1:]))
    out.write("</main>\n</body>\n</html>\n")


# --- the document


def _parts(blocks: Iterable[Block]) -> Iterator[list[Html]]:
    """What stands before the first heading of the second level, then what stands under each of them."""
    part: list[Html] = []
    for listed, some in groupby(blocks, lambda block: isinstance(block, ListItem)):
        if listed:
            part.append(tag("ul", *(_item(block) for block in some if isinstance(block, ListItem))))
            continue
        for block in some:
            if isinstance(block, Heading) and block.level == 2:
                yield part
                part = []
            part.append(_block(block))
    yield part


def _block(block: Block) -> Html:
    match block:
        case Heading():
            return tag(f"h{block.level}", block.text)
        case Table():
            return tag("div", table(block.head, block.rows), class_="table")
        case Text():
            return tag("p", block.text, class_="facts")
    return _item(block)


def _item(item: ListItem) -> Html:
    label = [tag("span", f"{item.label}:", class_="about"), " "] if item.label else []
    about = [" ", tag("span", " · ".join(item.about), class_="stands")] if item.about else []
    source = [" ", tag("span", f"({item.source})", class_="source")] if item.source else []
    below = [tag("ul", *(_item(one) for one in item.below))] if item.below else []
    classes = ["item", item.state.replace(" ", "-"), "strong" if item.strong else ""]
    return tag(
        "li",
        *label,
        tag("span", item.text, class_="words"),
        *about,
        *source,
        *below,
        class_=" ".join(one for one in classes if one),
    )


# --- the pictures


def pictures(review: Review, language: str) -> Iterator[Html]:
    """The section of pictures, of what this reader is told; nothing where there is nothing to draw."""
    draw = Pictures(language)
    found: list[Html] = []
    for person in dict.fromkeys(mood.person for mood in review.moods):
        rated = [Rated(m.day, m.meeting_id, (m.mine, m.theirs, m.rating)) for m in review.moods if m.person == person]
        found += draw.moods(person, rated)
    goals = review.section("goals")
    for look in goals.looks if goals else ():
        found += [figure for way in _way(look, review.day) for figure in draw.way(way)]
    yield from draw.section([*found, *promises_of(review, draw), *balance_of(review, draw)])


def promises_of(review: Review, draw: Pictures) -> Iterator[Html]:
    """What came of the promises of each month, mine and those of others."""
    for whose, sides in (("mine", [m.mine for m in review.months]), ("theirs", [m.theirs for m in review.months])):
        came = [_came(month.first, side) for month, side in zip(review.months, sides, strict=True) if side]
        yield from draw.promises(whose, came)


def balance_of(review: Review, draw: Pictures) -> Iterator[Html]:
    """How much feedback went each way, of the ways that the reader is told of."""
    told = {count.name: count.now for count in review.counts}
    keys = ("praise_given", "growth_given", "praise_received", "growth_received")
    yield from draw.balance([(key, told[key]) for key in keys if key in told])


def _way(look: GoalLook, day: date) -> Iterator[Way]:
    """The way of a goal that has a line and a measured value."""
    one = look.claim
    if one.day is None or one.due is None or look.start is None or look.target is None or look.expected is None:
        return
    if look.values:
        expected = look.expected if one.state == "open" else None
        yield Way(
            title=one.text,
            opened=one.day,
            by=one.due,
            start=look.start,
            target=look.target,
            values=look.values,
            expected=expected,
            day=day,
        )


def _came(first: date, side: Promised) -> Came:
    return Came(first, side.kept, side.late, side.overdue, side.dropped, side.undated)
