"""Two hundred texts that are out for trouble, and what must never reach a reader of them."""

import re
import unicodedata
from collections.abc import Callable

import pytest

ATOMS = {
    "markup that closes nothing": "[/]",
    "markup": "[bold red]x[/bold red] [todo] [@click=app.bell]x[/]",
    "a link in markup": "[link=file:///etc/passwd]x[/link] :smile: :boom:",
    "colours": "\x1b[31mred\x1b[0m",
    "a cleared screen": "\x1b[2J\x1b[H\x1b[3J",
    "a hidden link": "\x1b]8;;http://example.org\x1b\\x\x1b]8;;\x1b\\",
    "the clipboard": "\x1b]52;c;aGVsbG8=\x07",
    "a window title": "\x1b]0;title\x07\x1b[21t",
    "device control": "\x1bP+q544e\x1b\\\x1bc",
    "C1": "\x9b31m \x90q\x9c \x9d0;x\x9c \x85",
    "backspaces": "password\x08\x08\x08\x08gone\x7f\x7f",
    "a carriage return": "shown\rhidden",
    "other line ends": "a\x0bb\x0cc\x1cd\x1de\x1ef\x1fg",
    "unicode line ends": "a\u2028b\u2029c\x85d",
    "right to left": "\u202etxt.exe\u202c \u2066x\u2069 \u200f\u061c",
    "zero width": "a\u200bb\u2060c\ufeffd\u180ee\xadf",
    "tag characters": "\U000e0068\U000e0069\U000e007f",
    "hidden selectors": "a\ufe01\ufe02\U000e0101\U000e0102",
    "noncharacters": "\ufffe \uffff \ufdd0 \U0001ffff \U0010fffe",
    "private use": "\ue000 \U000f0000 \U0010fffd",
    "a heap of accents": "e" + "\u0301" * 60,
    "emoji": "👩\u200d💻 👨\u200d👩\u200d👧\u200d👦 🇯🇵 ✌🏽 ☺\ufe0f",
    "fillers": "a\u3164b\uffa0c\u115fd\u2800e",
    "wide blanks": "a\u3000b\xa0c\u2003d\u205fe",
    "a rule": "---",
    "a field of a document": "with: x",
    "an id of a document": "id: zzzz",
    "a document": "---\nwith: Ben\nid: zzzz\nat: 2020-01-01\n---\n\nnot mine",
    "a broken document": "---\nwith: [x\n: -\n---",
    "a fence": "```",
    "a label in a fence": "```\na: in code #no ^k7qf\n```",
    "a longer fence": "~~~~~ x\n```\nd: x\n",
    "a comment": "<!-- a: x -->",
    "an open comment": "<!--",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;",
    "a setext heading": "Title\n=====\n- x\n-----",
    "another record's id": "words ^k7qf",
    "an id alone": "- ^k7qf",
    "labels": "a: b d: e w: f aha: g because: h",
    "labels that are kept": r"\a: b \\d: c \#tag \because: x",
    "boxes": "- [ ] [x] [-] []",
    "owners": '@ @@ @"" @"x @me @them @: x@example.org',
    "keys": 'due: due:x due:"" why: goal:zzzz from:me to: done:2020-01-01 mood:9 on:"',
    "tags": "#a #b/c-d #1 ##x +y -#z (#w) `#code` # +",
    "a spreadsheet": "=cmd|'/C calc'!A0\t+1,-2;@SUM(1)",
    "quotes": "\"a\",'b','';\"\"\" `c` ´d´ “e” \\\"",
    "formats": "%s %d %n {0} {x!r:>99999} %(a)s $x ${HOME} $(id) `id`",
    "sql": "'; DROP TABLE meeting; -- ? ?1 :a",
    "full-text syntax": '" OR NEAR(x y, 5) * AND ^ - title:x {a b}: x* "',
    "backslashes": "\\ \\\\ \\\\\\ \\n \\x1b \\u202e\\",
}  # fmt: skip

PLACES: dict[str, Callable[[str], str]] = {
    "alone": lambda x: x,
    "within": lambda x: f"before {x} after",
    "behind labels": lambda x: f"note {x}\na: {x}\naha: {x}\nbecause: {x}",
    "in a list": lambda x: f"# Heading\n\n* {x}\n  1. {x}\n\n> {x}\n{x}\n{x}",
}
TEXTS = {f"{name}, {place}": put(x) for name, x in ATOMS.items() for place, put in PLACES.items()}

texts = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
one_liners = pytest.mark.parametrize("words", [" ".join(x.split("\n")) for x in ATOMS.values()], ids=ATOMS.keys())


_HIDDEN = re.compile("[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")


def leaks(out: str) -> list[str]:
    """What is in a text that a terminal might obey or a reader cannot see; found without the code that prevents it."""
    obeyed = [c for c in out if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in "\n\t"]
    nobody = [c for c in out if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF]
    return [hex(ord(c)) for c in (*obeyed, *nobody, *_HIDDEN.findall(out))]
