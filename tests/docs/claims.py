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
            "planned": "heads what passes the level of what can be planned (0.018 a look, half of it in the first two)",
            "happened": "heads what passes the level of what happened (0.002 a look, half of it in the first two); it names no cause",
            "points": "the tested sum itself, as a difference: it has the sign of the test; the interval leaves 0 out just where the test passes",
            "expected": "only where it says the same as the points: high ones with it, and as many of these as of their neighbours",
            "alone": "the chance of the largest difference of its family, rounded down: never told as rarer than it is",
            "differs": "how much people differ passes the level, in the same family; those are named whose own test passes it shared among all",
            "rests_on": "without that person it stays below 1.96 standard deviations, or nothing can be compared",
            "same": "these part the same talks into the same halves: one test, one finding",
            "nothing": "heads what was tested and does not pass; each has its interval",
            "unrated": "passes, but was rated more or less often (exact test, 0.1) and does not stand with the others at the bottom and at the top",
            "person": "no block has talks with it and without it",
            "none_rated": "no rating, so nothing is said", "before_look": "below the first look nothing is tested",
            "looked": "how many things, which look, and how many talks it takes to the next",
            "nothing_found": "nothing passes; it does not say that nothing is there", "no_power": "four of five such journals show no difference below 95 points",
            "detects": "what four of five such journals would show, of what splits the talks best",
            "more": "the error falls with the root of the number of talks", "often": "the sum of both levels; measured below",
            "what_points": "says what a point is", "tested": "says where all of it stands", "but": "always there: no finding is a cause",
        },
    ),
    "thread --tried": (
        "experiment",
        {
            "none": "nothing was begun", "so_far": "counts of later rated talks alone, by what was high when it began",
            "for": "the evidence is 2 to 1 or more, rounded down", "against": "the evidence is 1 to 2 or less, rounded down",
            "even": "anything between", "settled": "it reached 20 to 1 once, after whichever talk: at most 1 in 20 where nothing is there",
            "next_with": "the coin, or the side that is two behind", "next_without": "the coin, or the side that is two behind",
        },
    ),
    "watch": (
        "watch",
        {
            "mood_low": "so many of the last values stand at the limit or below; no trend is claimed",
            "mood_falling": "so many of the last values fall, each below the one before", "mood_low_falling": "both of these",
            "gap_days": "the median of the last gaps passes the limit of the cadence", "none_in": "days since the last praise, or since there was somebody to praise",
            "n_running": "due days that were skipped since the last meeting", "n_times": "concerns that share a tag, half their words or a reference",
            "no_warnings": "no rule fires; it does not say that all is well",
        },
    ),
    "stats": (
        "stats",
        {
            "nothing": "no record in these days", "n_of": "a count of a count; a percentage only from five on", "was": "the same count of the period before; no change is claimed",
            "mean": "the sum over the count, with its n; no trend is claimed", "moods_note": "means by month, each with its n below it; of two both values",
        },
    ),
    "review": (
        "review",
        {
            "nothing": "no record in the period", "no_case": "none of the kinds that make a case", "expected": "the straight line of the goal on that day",
            "praised_by": "people, not praises", "last_met": "days since the newest meeting that was logged",
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
