"""The sentences that draw a conclusion, in docs/claims.md, made from the words of the program, each with the rule that permits it.

`python tests/docs/claims.py` writes them anew.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docs.blocks import PROJECT
from onelog.core import phrases

PAGE = PROJECT / "docs" / "claims.md"
SECTION = re.compile(r"(?<=<!-- made by tests/docs/claims.py -->\n).*?(?=^<!-- end -->)", re.MULTILINE | re.DOTALL)
CLAIMS: dict[str, tuple[str, dict[str, str]]] = {
    "thread": (
        "thread",
        {
            "planned": "heads what passes the level of what can be planned (0.018 a look, half of it in the first two and in a period that somebody chooses)",
            "happened": "heads what passes the level of what happened (0.002 a look, half of it as above); it names no cause",
            "points": "the tested sum itself, as a difference: it has the sign of the test; the interval leaves 0 out just where the test passes",
            "expected": "only where it says the same as the points: high ones with it, and as many of these as of their neighbours",
            "alone": "the chance of the largest difference of its family, rounded down: never told as rarer than it is",
            "differs": "how much people differ passes the level, in the same family; those are named whose own test passes it shared among all, or everybody where none does",
            "rests_on": "without that person it is no more than 1.96 standard deviations, or nothing can be compared",
            "same": "these part the same talks into the same halves: one test, one finding",
            "nothing": "heads what was tested and does not pass, or, asked of one person, is not so with them; each has its interval",
            "unrated": "passes, but was rated more or less often (exact test, 0.1) and does not stand with the others at the bottom and at the top",
            "person": "no block (of one person: none of theirs) has talks with it and without it",
            "none_rated": "no rating, so nothing is said", "before_look": "below the first look nothing is tested",
            "looked": "how many things, which look, and how many talks it takes to the next",
            "nothing_found": "nothing passes, or only what may come from talks that were not rated; it does not say that nothing is there", "no_power": "four of five such journals show no difference below 95 points, or the first look is still to come",
            "detects": "what four of five such journals would show, of what can be planned and splits the talks best",
            "more": "the error falls with the root of the number of talks", "often": "the sum of both levels of this look; measured above",
            "what_points": "says what a point is", "tested": "says where all of it stands", "but": "always there: no finding is a cause",
        },
    ),
    "thread --tried": (
        "experiment",
        {
            "none": "nothing was begun", "so_far": "counts of later rated talks alone of which it is known whether it was so, by what was high when it began",
            "for": "the evidence of the pairs so far (one with it, one without) is 2 to 1 or more, rounded down", "against": "the evidence of the pairs so far is 1 to 2 or less, the odds rounded down",
            "even": "anything between", "settled": "it runs, and reached 20 to 1 once, after whichever pair: at most 1 in 20 where nothing is there",
            "next_with": "while it runs and is not settled: the coin, or talks with it are two behind", "next_without": "the same: the coin, or talks without it are two behind",
        },
    ),
    "watch": (
        "watch",
        {
            "mood_low": "the last three values of 26 weeks are 2 or lower; no trend is claimed",
            "mood_falling": "the last four values average 1.5 or more below the up to nine before them, at least four, all of 26 weeks; the values listed are all of these", "mood_low_falling": "both of these; the values listed are those of the second",
            "gap_days": "the median of the last three gaps, but for those with a pause, is more than 1.5 intervals of the cadence; it is not told in a pause", "none_in": "more than 60 days since the newest of my last praise to a report, the first meeting and the day they became one; only if we met in these days",
            "n_running": "two or more due days after the last meeting were skipped, coming ones too; a pause or a move is none, and in a pause nothing is told", "n_times": "an open concern, and those with the same person on earlier days that share a tag, half the words of the shorter one or a reference, and were open then or settled fewer than 90 days before",
            "no_warnings": "no rule that is on fires, but for answered ones, whose number stands beside it; it does not say that all is well",
        },
    ),
    "stats": (
        "stats",
        {
            "nothing": "none of the counts has anything in these days or the period before, and no scale of one's own was noted", "n_of": "a count of a count; no percentage is told", "was": "the same count of the period before, of one that runs of the same part of it; no change is claimed",
            "mean": "the sum over the count, to a tenth, with its n; of fewer than three the values themselves; no trend is claimed", "days": "the middle value, with its n; of fewer than three the values themselves", "moods_note": "means by month, each with its n below it; of two both values",
        },
    ),
    "review": (
        "review",
        {
            "nothing": "no section has a record to tell, no count is above 0, and no private record was left out", "no_case": "no praise, win or reached goal of this person stands in the period", "expected": "of an open goal: its straight line on the last day that is told",
            "praised_by": "different people who praised with this tag, not praises; in a nomination from two on", "last_met": "from the newest meeting that was logged up to the last day that is told, to that day",
        },
    ),
}  # fmt: skip
"""By command: the area of its phrases, and of each sentence the rule."""


def rows(area: str, rules: Mapping[str, str]) -> Iterator[str]:
    for key, rule in rules.items():
        both = (said(language, f"{area}.{key}").replace("|", "\\|") for language in phrases.LANGUAGES)
        yield f"| {' | '.join(both)} | {rule} |\n"


def said(language: str, key: str) -> str:
    """A phrase; the one for many, where there are two."""
    found = phrases.phrase(language, key)
    return found if isinstance(found, str) else found[-1]


def table() -> str:
    parts = [
        f"\n### {command}\n\n| English | Japanese | What permits it |\n|---|---|---|\n{''.join(rows(*of))}"
        for command, of in CLAIMS.items()
    ]
    return "".join(parts) + "\n"


def rewritten(text: str) -> str:
    return SECTION.sub(lambda _: table(), text)


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
