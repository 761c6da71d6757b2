"""More than four hundred texts that are out for trouble, and what must never reach a reader of them."""

import random
import re
import unicodedata
from collections.abc import Callable

TERMINAL = {
    "colours": "\x1b[31mred\x1b[0m",
    "a cleared screen": "\x1b[2J\x1b[H\x1b[3J",
    "a hidden link": "\x1b]8;;http://example.org\x1b\\x\x1b]8;;\x1b\\",
    "the clipboard": "\x1b]52;c;aGVsbG8=\x07",
    "a window title": "\x1b]0;title\x07\x1b[21t",
    "device control": "\x1bP+q544e\x1b\\\x1bc",
    "a picture": "\x1bPq#0;2;0;0;0#0~~@@vv\x1b\\ \x1b_Gf=32,s=1,v=1;AAAA\x1b\\",
    "a file for the terminal": "\x1b]1337;File=name=eA==;inline=1:AAAA\x07 \x1b]9;done\x07",
    "other strings of the terminal": "\x1bXstart\x1b\\ \x1b^private\x1b\\ \x1b_program\x1b\\",
    "questions to the terminal": "\x05 \x1b[6n \x1b[c \x1b[>q \x1b]11;?\x07 \x1b[18t",
    "a paste that ends early": "\x1b[201~rm -rf .\r\x1b[200~",
    "modes": "\x1b[?1049h\x1b[?1000h\x1b[?25l\x1b[?2004h\x1b[4h",
    "other character sets": "\x0elqqk\x0f \x1b(0lqqk\x1b(B \x1b%@",
    "margins and tab stops": "\x1b[2;3r\x1b[3g\x1b#8\x1bH",
    "sequences that never end": "\x1b[ \x1b]8;; \x1b[38;5 \x1bP \x1b",
    "sequences with huge numbers": "\x1b[99999999999999999999m\x1b[2147483648C\x1b[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1m",
    "a repeated character": "x\x1b[999999b \x1b[1000L",
    "bells": "\x07" * 40,
    "C1": "\x9b31m \x90q\x9c \x9d0;x\x9c \x85",
    "C1 as bytes of another encoding": "\xc2\x9b31m \xc3\x9b \x84\x8d\x8e\x8f",
    "backspaces": "password\x08\x08\x08\x08gone\x7f\x7f",
    "a carriage return": "shown\rhidden",
    "controls that are written out": "^[[31m \\033[31m \\e[0m \\x1b[2J ␛[31m \\u202e",
}  # fmt: skip
"""What a terminal might obey."""

UNSEEN = {
    "other line ends": "a\x0bb\x0cc\x1cd\x1de\x1ef\x1fg",
    "unicode line ends": "a\u2028b\u2029c\x85d",
    "line ends of other systems": "one\r\ntwo\r\n\r\nthree\rfour",
    "blanks at the edges": "  \tbefore and after\t  \n  \n   x   ",
    "right to left": "\u202etxt.exe\u202c \u2066x\u2069 \u200f\u061c",
    "directions that stay open": "a\u202ab\u202bc\u202dd\u2066e\u2067f\u2068g",
    "zero width": "a\u200bb\u2060c\ufeffd\u180ee\xadf",
    "signs of arithmetic that nobody sees": "a\u2061b\u2062c\u2063d\u2064e\u206a\u206f",
    "joiners where nothing joins": "ad\u200cmin pay\u200dpal \u200d\u200d \u200c",
    "tag characters": "\U000e0068\U000e0069\U000e007f",
    "a language tag": "\U000e0001\U000e0065\U000e006e x",
    "hidden selectors": "a\ufe01\ufe02\U000e0101\U000e0102",
    "noncharacters": "\ufffe \uffff \ufdd0 \U0001ffff \U0010fffe",
    "private use": "\ue000 \U000f0000 \U0010fffd",
    "nobody's characters": "\u0378 \u2fe0 \U000e1000 \U0003fffd",
    "notes between the lines": "\ufff9base\ufffanote\ufffb \ufffc \ufffd",
    "controls of music and shorthand": "\U0001d173x\U0001d17a \U0001bca0y\U0001bca3 \U00013430",
    "fillers": "a\u3164b\uffa0c\u115fd\u2800e",
    "wide blanks": "a\u3000b\xa0c\u2003d\u205fe",
    "a byte order mark": "\ufeffx \xef\xbb\xbfy",
    "a NUL": "before\0after",
}  # fmt: skip
"""What a reader cannot see."""

LETTERS = {
    "a heap of accents": "e" + "\u0301" * 60,
    "accents on nothing": "\u0301x \n\u0323y \u20dd \u0488",
    "every way to write é": "\xe9 e\u0301 \uff45\u0301 \u1ebd",
    "letters that look like others": "а: x асtion: y аha: z р: w ⅾ: v",
    "letters that grow": "İıſK ß ẞ ﬁ ŉ ǰ ΐ ﬓ İ",
    "Greek and Turkish ends": "ΣΊΣΥΦΟΣ σίσυφος Iİıi",
    "Hebrew and Arabic": "שלום 123 (abc) مرحبا، كيف الحال؟",
    "Persian and Hindi joiners": "می\u200cخواهم क्\u200dष श्री\u200c",
    "one sign, very wide": "﷽ 𒐫 ꧅ ௵ ﷺ",
    "Thai, Tibetan and Burmese": "ที่นี่ไม่มีช่องว่าง བོད་སྐད། မြန်မာ",
    "jamo": "각 한국어 \u1112\u1161\u11ab",
    "emoji": "👩\u200d💻 👨\u200d👩\u200d👧\u200d👦 🇯🇵 ✌🏽 ☺\ufe0f",
    "emoji that are no pictures": "🇯 🏽 1\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f \u200d👩",
    "a family of thirty": "\u200d".join(["👩"] * 30),
    "faces": "ヽ(°〇°)ﾉ ( ͡° ͜ʖ ͡°) (╯°□°)╯︵ ┻━┻ ¯\\_(ツ)_/¯",
    "digits of the world": "mood:٣ len:٤٥m on:２０２６-११-22 due:+２w ½ Ⅷ ² ① 十二",
    "a word without an end": "Rindfleischetikettierung" * 40,
    "text in a wrong encoding": "Ã©â‚¬ Ð¿Ñ€ =E3=81=82 %E3%81%82 +AGEAYg- &#x3042;",
}  # fmt: skip
"""What is hard to measure, to sort or to compare."""

JAPANESE = {
    "Japanese labels": "宿題: 明日までに案を書く 決定: やる 気づき: 小さいほど速い 懸念: 人が足りない 次回: 予算",
    "Japanese labels, wide": "宿題：計画 非公開：秘密 ａ：ｘ　ｄｕｅ：ｆｒｉ　＃ｔａｇ　＠ｍｅ",
    "Japanese days": "on:昨日 due:明日 due:来週の月曜 令和八年十一月二十二日 ２０２６年１１月２２日",
    "marks apart from their kana": "か\u3099き は\u309a は゛ ゜ ｶﾞｷﾞ ﾊﾟ か゛",
    "kanji in other forms": "葛\U000e0100飾 辻\U000e0101 神\ufe00 﨑 髙 𠮷 𩸽",
    "signs of one machine": "①②㈱㍻㋿Ⅲ №℡ ㌔ ｷﾛ ￤",
    "waves and minuses": "～〜 ∥‖ －− ￠¢ ￡£ ￢¬ ―— …⋯",
    "wide blanks and marks": "　　「」『』【】〈〉　・　。、　　",
    "a broken encoding": "譁�ｭ怜喧縺代 ��������{��",
    "a long name": "寿限無寿限無五劫の擦り切れ" * 20,
    "half a pair of brackets": "「「「（（（［［［｛｛｛〔〔〔",
    "ruby": "漢字《かんじ》｜日本《にほん》 ﾙﾋﾞ",
    "repeated signs": "々ゝゞヽヾ〃仝〱〲〻ー",
    "vertical signs": "︰︱︵︶﹁﹂゠〳〵\u3000〴",
    "a wide command": "；ｄｒｏｐ　ｔａｂｌｅ；－－　＝ＳＵＭ（Ａ１）　＜ｂ＞",
    "kana and Latin in one": "OKです。LGTMですw でもNGかも…(汗) orz",
}  # fmt: skip
"""What Japanese writes, and what goes wrong with it."""

DOCUMENT = {
    "a rule": "---",
    "a field of a document": "with: x",
    "an id of a document": "id: zzzz",
    "a document": "---\nwith: Ben\nid: zzzz\nat: 2020-01-01\n---\n\nnot mine",
    "a broken document": "---\nwith: [x\n: -\n---",
    "a document that never ends": "---\nwith: mia\nmood: 3\n\nwords",
    "YAML": "{a: &x [1, *x]} !!python/object/apply:os.system ['true'] <<: *x %YAML 1.2",
    "words that YAML reads otherwise": "yes no on off null ~ 1e3 0x1f 012 1:30 .inf 2026-11-22 - ? | >",
    "blocks of YAML": "text: |\n  one\n  two\nkey: >-\n  folded\n? x\n: y",
    "a fence": "```",
    "a label in a fence": "```\na: in code #no ^k7qf\n```",
    "a longer fence": "~~~~~ x\n```\nd: x\n",
    "a comment": "<!-- a: x -->",
    "an open comment": "<!--",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;",
    "html blocks": "<details open>\n<summary>x</summary>\n\n</div></body></html>\n<![CDATA[ x ]]>",
    "entities": "&nbsp;&#27;[31m&#x202e;&ZeroWidthSpace;&lt;b&gt;&amp;amp;",
    "links and pictures": "[x](javascript:alert(1)) ![y](file:///etc/passwd) <http://example.org> [z]: x 'y'",
    "wiki links and blocks": "[[note]] ![[note#^k7qf]] %%hidden%% ==marked== $$x^2$$ :::note",
    "a setext heading": "Title\n=====\n- x\n-----",
    "a table": "| a | b |\n|---|:-:|\n| x | y |\n\n[^1]: a note at the foot",
    "lists of all kinds": "* * *\n+ x\n1) y\n007. z\n- - - w\n-\n*",
    "code by indent": "    a: code\n\ta: code\n \t  a: code",
    "quotes in quotes": "> > a: x\n>> d: y\n>\n>> > w: z",
    "line breaks of Markdown": "one  \ntwo\\\nthree<br>four",
    "a conflict": "<<<<<<< HEAD\na: x\n=======\nd: y\n>>>>>>> theirs",
    "a letter": "From: ben\nSubject: x\nDate: Sun, 22 Nov 2026\n\nbody\n.\n",
    "an export": '{"onelog": 1, "people": [], "meetings": [{"id": "zzzz"}]}',
    "deep JSON": "[" * 400 + '"\\ud83d\\u0000"' + "]" * 400,
}  # fmt: skip
"""What could break out of a note's place in a document."""

GRAMMAR = {
    "another record's id": "words ^k7qf",
    "an id alone": "- ^k7qf",
    "ids of all kinds": "^zzzz ^^^^ ^k7qf^k7qf ^K7QF ^ｋ７ｑｆ ^ ^aeio",
    "labels": "a: b d: e w: f aha: g because: h",
    "labels that are kept": r"\a: b \\d: c \#tag \because: x",
    "labels without words": "a:\nd:\nw: \naha: because:\ng:\nt:",
    "labels in odd cases": "A: x AHA: y Action: z aCtIoN: w **Aha:** v *d:* u __w:__ t",
    "boxes": "- [ ] [x] [-] []",
    "boxes of all kinds": "- [X] x\n* [ ] y\n+ [/] z\n1. [x] w\n- [ ]\n- [x] \n-[ ] v",
    "owners": '@ @@ @"" @"x @me @them @: x@example.org',
    "keys": 'due: due:x due:"" why: goal:zzzz from:me to: done:2020-01-01 mood:9 on:"',
    "keys out of all bounds": "len:99999999h mood:-1 due:+999999999999w on:9999-12-31 due:0000-00-00 on:2026-02-30 len:0",
    "keys in each other": 'due:"why: x" why:due:fri @"goal:x" due:due:due: why:why:',
    "keys twice": "mood:1 mood:5 on:yesterday on:tomorrow len:1m len:2h mode:walk mode:chat",
    "a check-in": "g: nothing 1e999 x\ng: 5\ng: big 9\ng: big -0 +١٢\ngoal: zzzz 1",
    "tags": "#a #b/c-d #1 ##x +y -#z (#w) `#code` # +",
    "tags of the world": "#目標 #été #ß #İ #🏽 +ａ #a\u0301 #\u200bx #-a #a-",
    "numbers": "1e400 -0 NaN inf 0x1f 1_000 １２３ 1,5 1.5.1 --1 +-1",
}  # fmt: skip
"""What the grammar might read."""

LANGUAGES = {
    "markup that closes nothing": "[/]",
    "markup": "[bold red]x[/bold red] [todo] [@click=app.bell]x[/]",
    "a link in markup": "[link=file:///etc/passwd]x[/link] :smile: :boom:",
    "a spreadsheet": "=cmd|'/C calc'!A0\t+1,-2;@SUM(1)",
    "quotes": "\"a\",'b','';\"\"\" `c` ´d´ “e” \\\"",
    "formats": "%s %d %n {0} {x!r:>99999} %(a)s $x ${HOME} $(id) `id`",
    "templates": "{{ 7*7 }} {% raw %} <% x %> #{x} ${{x}} @@x@@ %{x}",
    "sql": "'; DROP TABLE meeting; -- ? ?1 :a",
    "full-text syntax": '" OR NEAR(x y, 5) * AND ^ - title:x {a b}: x* "',
    "expressions": "(a+)+$ [[:alpha:]]* \\K(?P<x>.)\\1 .* ^$ [^]]",
    "backslashes": "\\ \\\\ \\\\\\ \\n \\x1b \\u202e\\",
    "a shell": "; rm -rf ~ && cat < /dev/null | sh & ! !! #!x * ? ~ $? \\",
    "a line of another record": "x\taction\tzzzz\t2026-01-01\tMia\tnever said\topen",
    "a word of onelog's own": "hello\nonelog: /journal.db is damaged.\n  onelog forget mia --yes\nonelog undo takes it back.",
}  # fmt: skip
"""What another language would run."""

NAMES = {
    "paths": "../../etc/passwd /dev/null C:\\con\\nul.txt \\\\host\\share ~root file:///x",
    "names of devices": "CON aux nul.txt COM1 .. . .hidden trailing. -",
    "an option": "--help",
    "options": "--journal=/nowhere -f - -- -h --json --no-such @file",
    "a number below zero": "-5",
    "words with a meaning": "me them everybody none all today -",
    "nothing but blanks": " \t \u3000 \xa0",
    "a name that is a sentence": "Mia, who is (perhaps) Ben's boss; or: not?",
}  # fmt: skip
"""What looks like a file, an option or somebody else."""

GROUPS = (TERMINAL, UNSEEN, LETTERS, JAPANESE, DOCUMENT, GRAMMAR, LANGUAGES, NAMES)
ATOMS = {name: text for group in GROUPS for name, text in group.items()}

PLACES: dict[str, Callable[[str], str]] = {
    "alone": lambda x: x,
    "within": lambda x: f"before {x} after",
    "behind labels": lambda x: f"note {x}\na: {x}\naha: {x}\nbecause: {x}",
    "in a list": lambda x: f"# Heading\n\n* {x}\n  1. {x}\n\n> {x}\n{x}\n{x}",
}
ODD_PLACES: dict[str, Callable[[str], str]] = {
    "in a head": lambda x: f"---\nwith: mia\nmood: {x}\nextra: {x}\n---\n\n{x}",
    "as values": lambda x: f'words mood:{x} a: x due:"{x}" @"{x}" why: {x}\ng: {x} 5 {x}',
    "in Japanese": lambda x: f"会議で{x}と言った。\n宿題: {x}を書く\n気づき: 「{x}」",
    "in code": lambda x: f"```\n{x}\n```\n`{x}` ``{x}``\n\n    {x}",
    "upside down": lambda x: x[::-1],
    "at both ends": lambda x: f"{x}\n\n{'words ' * 40}\n\n{x}",
}
"""Places of which each text gets one."""

TEXTS = {f"{name}, {place}": put(x) for name, x in ATOMS.items() for place, put in PLACES.items()}
for _n, (_name, _x) in enumerate(ATOMS.items()):
    _place = list(ODD_PLACES)[_n % len(ODD_PLACES)]
    TEXTS[f"{_name}, {_place}"] = ODD_PLACES[_place](_x)
for _a, _b in (
    ("a cleared screen", "Japanese labels"), ("right to left", "Hebrew and Arabic"), ("zero width", "tags"),
    ("emoji", "hidden selectors"), ("a hidden link", "links and pictures"), ("quotes", "words that YAML reads otherwise"),
    ("a carriage return", "a table"), ("labels", "a heap of accents"), ("C1", "a broken encoding"), ("keys", "wide blanks"),
    ("a fence", "a document"), ("an option", "a hidden link"), ("kanji in other forms", "tags of the world"),
    ("a spreadsheet", "unicode line ends"), ("boxes of all kinds", "right to left"), ("a NUL", "an export"),
):  # fmt: skip
    TEXTS[f"{_a} with {_b}"] = f"{ATOMS[_a]}{ATOMS[_b]}\n{ATOMS[_b]} {ATOMS[_a]}"

ONE_LINERS = {name: " ".join(text.split("\n")) for name, text in ATOMS.items()}


def some(texts: dict[str, str], count: int, seed: str = "onelog") -> dict[str, str]:
    """So many of them, the same ones every time, from all over the list."""
    names = list(texts)
    chosen = set(random.Random(seed).sample(names, min(count, len(names))))  # noqa: S311 - chance that has to repeat itself
    return {name: texts[name] for name in names if name in chosen}


_JOINERS = "\u200c\u200d"
_JOINING_NOTHING = re.compile(f"[!-~][{_JOINERS}]|[{_JOINERS}](?:[!-~]|$)")
_PREFIXES = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # drawn, though of the same class
_HIDDEN = re.compile("[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")


def obeyed(out: str) -> list[str]:
    """What is in a text that a terminal might obey: not even a document that is written into a file has that."""
    return [c for c in out if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in "\n\t"]


def leaks(out: str) -> list[str]:
    """What is in a text that a terminal might obey or a reader cannot see; found without the code that prevents it."""
    unseen = [c for c in out if unicodedata.category(c) == "Cf" and c not in _JOINERS + _PREFIXES]
    nobody = [c for c in out if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF]
    hidden = [*_HIDDEN.findall(out), *_JOINING_NOTHING.findall(out)]
    return [*(hex(ord(c)) for c in (*obeyed(out), *unseen, *nobody)), *map(ascii, hidden)]
