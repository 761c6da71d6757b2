"""Sections: a heading such as `## Decisions`, `■決定事項` or `【宿題】`, and the list items under it, which are of its kind.

Right under a heading in Japanese form (`【決定】`, `■決定`) lines without list marks are of its kind, too, up to a blank one.
Lines that are set in right under any heading are, too. A section ends at the next heading, or where words follow a blank
line that are no list; a private one at the next heading alone, and everything in it is private, as is a paragraph under
`## Concerns`. A heading that only begins with a word for what is private (`## Confidential`, `■懸念（本人以外）`) opens one, too,
and the words behind its colon belong to it. A backslash before such a heading's words (`## \\Private equity`) keeps it text.
In an outline a point that is only such a name (`- Private notes`) opens one for the points below it that are set in deeper.
"""

import re

from onelog.core.model import PRIVATE
from onelog.core.regexes import pattern
from onelog.markdown.families import KIND_OF_HEADING, is_nothing, kind_of_heading
from onelog.markdown.labels import RecordHead, heading
from onelog.markdown.parsing.private_headings import begins_privately, name
from onelog.markdown.token_patterns import BLANK, BULLETS, CLOSED, GAP, MARKS, NUMBER, OPEN, UNSEEN
from onelog.markdown.word_forms import normalized

_SIGNS = "".join(sorted(set(MARKS) - set(BULLETS)))
_FIRST = frozenset(f"#【*_[［〔（(＜〈《≪{_SIGNS}①②③④⑤⑥⑦⑧⑨⑩")
_HEAD = rf"^{BLANK}*(?:(#{{1,6}}{BLANK}+|[{_SIGNS}]{BLANK}*)|(?=\*\*|__|[【{OPEN}\u2460-\u2473]))(?:\*\*|__)?[【{OPEN}]?(.{{1,60}}?)[】{CLOSED}]?[:：]?(?:\*\*|__)?[:：]?[\s#]*$"
_LONG_HEAD = rf"^{BLANK}*#{{1,6}}{BLANK}+(?:\*\*|__)?(.+?)[\s#]*$"
"""A heading of any length."""
_FRONT = rf"{BLANK}*(?:#{{1,6}}{BLANK}+|[{_SIGNS}]{BLANK}*)?"
_DIVIDED = rf"^({_FRONT}(?:\*\*|__)?[【{OPEN}]?([^:：】]{{1,60}}?)(?:】(?:\*\*|__)?[:：]?|[{CLOSED}]?[:：])(?:\*\*|__)?){BLANK}*(?=\S)(?![*_]{{1,2}}\s*$)"
"""(1) a heading and (2) its name, with words behind it."""
_KEPT = rf"^({_FRONT})(\\+)(?=\S)"
"""A heading before whose words stands a backslash."""
_SIGN = rf"^{BLANK}*(#{{1,6}}(?={BLANK})|[{_SIGNS}])"
_ALONE = rf"^{BLANK}*(?:(?:\*\*|__)[^*_]+(?:\*\*|__)[:：]?|【[^】]+】[:：]?)\s*$"
_ITEM = rf"^({GAP})(\\*)([-*+](?={BLANK})|{NUMBER}|[{MARKS}])({BLANK}*)"
_WORDS = rf"^((?:\s|{UNSEEN})*)(\\*)()()(?=\S)"
_NUMBERED = rf"^{BLANK}{{0,3}}\d{{1,2}}([.．)）])[ \u3000]*((?=[^\x00-\u3000])[^:：。]{{1,30}})[:：]?\s*$"
_CHECKIN = r"\S+\s+[+-]?[\d¥€$]"
_PLAIN = frozenset(f"【{_SIGNS}")
"""What a heading begins with under which lines need no list mark."""
_POINTS = frozenset(f"-*+{BULLETS}0123456789")
"""What a point of an outline begins with."""
_FIRST_WORDS = frozenset(word.split()[0] for word in KIND_OF_HEADING)


class Sections:
    """Follows the sections of a text, line by line. A backslash before an item keeps it text."""

    def __init__(self, ignored: frozenset[str] = frozenset()) -> None:
        self.ignored = ignored
        """Headings that open no section: those of a document that was prepared."""
        self.kind = ""
        self._sign = ""
        self.lone = False
        """The heading is only a name and a colon: a list follows at once, or it is none."""
        self._depth: int | None = None
        """How far the first item stands in."""
        self.opened = False
        """The last line was a heading."""
        self._blank = False
        self._plain = False
        """Lines without list marks are of the kind, too."""
        self._guessed = self._line = ""
        self._numbering = ""
        """The sign behind the number of the heading that opened the section; "" where that has none."""
        self._outline: int | None = None
        """How far the point of an outline that opened the section stands in."""
        self._inset: bool | None = None
        """Whether the first line without a list mark is set in, as those that are of the kind, too, are then."""

    def feed(self, line: str) -> str:
        """The kind of record that a line is by the section it stands in (with or without backslashes); "" for none."""
        self._line = line
        line = line if line.isascii() else pattern(UNSEEN).sub("", line)
        bare = line.strip()
        self.opened, self._guessed = False, ""
        if not bare:
            self._blank = True
            return ""
        if self._outline is not None and _depth(line) <= self._outline:
            self.end()
        if (bare[0].isdigit() or self._numbering) and self._is_numbered(line):
            return ""
        if not self.kind and bare[0] in _POINTS and (kind := _point(line)):
            self._open(kind, plain=True, outline=_depth(line))
            return ""
        if (bare[0] in _FIRST or bare[-1] in ":：" or _is_heading(bare)) and self._opened(line, bare):
            return ""
        return self._of(line, bare) if self.kind else ""

    def end(self) -> None:
        """Ends the section: a heading follows that stays text."""
        self.kind, self._sign, self._outline, self._numbering = "", "", None, ""

    def _is_numbered(self, line: str) -> bool:
        """Whether a line is a heading in Japanese with a number (`３．困りごと`), which the next such number ends."""
        found = pattern(_NUMBERED).match(line)
        if not found:
            return False
        style, called = found[1], name(found[2])
        kind = kind_of_heading(called)
        if kind and (style == self._numbering or not self.kind):
            self._open(kind, plain=kind in PRIVATE)
            self._numbering = style
            return True
        if style == self._numbering:
            self.end()
            self.opened = True
            return True
        return False

    def guessed(self, line: str) -> bool:
        """Whether this line, the last one, is a heading that only begins with a word for what is private."""
        return self.opened and bool(self.kind) and self._guessed == line

    def _opened(self, line: str, bare: str) -> bool:
        """Whether a line is a heading: what it opens is open now, and nothing else."""
        if apart := divided(line):
            line, bare = apart[0], apart[0].strip()
        found = pattern(_HEAD).match(line) if bare[0] in _FIRST else None
        kind = kind_of_heading(name(found[2] if found else bare)) if found or len(bare) < 60 else ""
        if not kind and not heading(line) and (kind := _privately(line, bare)):
            self._guessed = self._line
        began = pattern(_SIGN).match(line)
        sign = began[1][0] if began else ""
        if not kind and sign not in ("#", self._sign or "#") and not pattern(_ALONE).match(line):
            return False
        self._open("" if bare in self.ignored else kind, plain=bare[0] in _PLAIN or kind in PRIVATE)
        self._sign = sign if self.kind else ""
        self.lone = not found and bare[0] != "#"
        return True

    def _open(self, kind: str, *, plain: bool, outline: int | None = None) -> None:
        self.kind, self._sign, self.lone, self._plain, self._outline = kind, "", False, plain, outline
        self._numbering = ""
        self._depth, self._blank, self._inset, self.opened = None, False, None, True

    def _of(self, line: str, bare: str) -> str:
        item = pattern(_ITEM).match(line)
        if not item:
            return self._in_words(line, bare)
        depth = len(item[1].expandtabs(4))
        self._depth, self._blank = depth if self._depth is None else self._depth, False
        words = line[item.end() :]
        if self._is_empty(words):
            return ""
        return self.kind if depth <= self._depth or self.kind in PRIVATE else ""

    def _is_empty(self, words: str) -> bool:
        """Whether there is nothing in the words, or no goal and its number where there should be."""
        return not words.strip() or is_nothing(words) or (self.kind == "checkin" and not pattern(_CHECKIN).match(words))

    def _in_words(self, line: str, bare: str) -> str:
        """A line that is no item: part of a private section, or the end of another one."""
        if self.kind != "private" and self._is_plain(line, bare):
            return "" if self._is_empty(bare.lstrip("\\")) else self.kind
        over = self.lone if self._depth is None else self._blank and not line[0].isspace()
        private = self.kind == "private" and not (self.lone and self._blank)
        self._blank = False
        if private:
            return "" if is_nothing(bare.lstrip("\\")) else "private"
        if over or bare[-1] in ":：":
            self.kind = ""
        return ""

    def _is_plain(self, line: str, bare: str) -> bool:
        """Whether a line without a list mark, above any item, is of the kind: right under the heading, in a paragraph
        under one of concerns."""
        if self._depth is not None or bare[-1] in ":：":
            return False
        if self.kind in PRIVATE and not self.lone:
            self._blank = False
            return True
        self._inset = line[0].isspace() if self._inset is None else self._inset
        return not self._blank and line[0].isspace() == self._inset and (self._plain or self._inset)


def _depth(line: str) -> int:
    """How far a line is set in."""
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _point(line: str) -> str:
    """The private kind that a point of an outline names and says nothing else: `- Private notes`; "" for another line."""
    found = pattern(_ITEM).match(line) if len(line) < 60 else None
    if not found or found[2] or found[3][0] not in _POINTS:
        return ""
    kind = KIND_OF_HEADING.get(normalized(line[found.end() :].strip().strip("*_")), "")
    return kind if kind in PRIVATE else ""


def _is_heading(bare: str) -> bool:
    """Whether a line is nothing but the name of a section."""
    can_be = not bare.isascii() or bare.split(None, 1)[0].lower() in _FIRST_WORDS
    return can_be and bool(kind_of_heading(normalized(bare)))


def _privately(line: str, bare: str) -> str:
    """The private kind that a heading begins with a word for; else ""."""
    found = pattern(_HEAD).match(line) if bare[0] in _FIRST else None
    if found:
        return begins_privately(name(found[2]))
    long = pattern(_LONG_HEAD).match(line)
    return begins_privately(name(long[1])) if long else ""


def opens(line: str) -> str:
    """The kind of the records that stand under a line; "" where it is no heading of any."""
    here = Sections()
    here.feed(line)
    return here.kind if here.opened else ""


def divided(line: str) -> tuple[str, str] | None:
    """A heading of what is private and the words on its line; None for any other line, and for a label with its words.

    `## Private notes: she is ill` is such a heading, also where its name is a label; `**Private:** she is ill` is a record.
    """
    bare = line.strip()
    if not bare or bare[0] not in _FIRST or not ("：" in line or ":" in line or "】" in line):
        return None
    found = pattern(_DIVIDED).match(line)
    words = line[found.end() :] if found else ""
    if not found or is_nothing(words) or (bare[0] != "#" and heading(line)):
        return None
    is_private = kind_of_heading(name(found[2])) in PRIVATE or begins_privately(name(found[2]))
    return (found[1], words) if is_private else None


def kept(line: str) -> str:
    """A heading of what is private that stays text: with a backslash before its words."""
    front = pattern(_FRONT).match(line)
    at = front.end() if front else 0
    return f"{line[:at]}\\{line[at:]}"


def unkept(line: str) -> str | None:
    """The inverse; None for a line that is no such heading."""
    found = pattern(_KEPT).match(line) if "\\" in line else None
    if not found:
        return None
    bare = line[: found.end(1)] + line[found.end() :]
    return line[: found.end(1)] + line[found.end(1) + 1 :] if opens(bare) in PRIVATE and not heading(bare) else None


def escaped(line: str) -> str:
    """A line that stays text in a section: with a backslash before its list mark or its words."""
    found = _parts(line)
    return f"{line[: found.end(1)]}\\{line[found.end(1) :]}"


def unescaped(line: str) -> str | None:
    """The inverse; None for a line without a backslash there."""
    found = _parts(line)
    return line[: found.end(1)] + line[found.end(1) + 1 :] if found[2] else None


def item(line: str, kind: str) -> RecordHead:
    """An item of a section as the beginning of a record."""
    found = _parts(line)
    return RecordHead(line[: found.end()], kind, " ", line[found.end() :])


def _parts(line: str) -> re.Match[str]:
    found = pattern(_ITEM).match(line) or pattern(_WORDS).match(line)
    assert found  # noqa: S101 - a line of a section has words
    return found
