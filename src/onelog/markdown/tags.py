"""The tags in a text: `#calm`, `+c++`, `＃計画`; none inside code, links and addresses."""

import re
from collections.abc import Callable, Collection

from onelog.core.regexes import has_any, pattern
from onelog.markdown import body
from onelog.markdown.body import Fence, Note
from onelog.markdown.word_forms import composed

_SIGNS = "#+＃＋"
_ACCENT = r"\u0300-\u036f\u3099\u309a"
"""What a Mac writes behind a letter: accents and sonant marks of their own."""
_WORD = rf"[\w{_ACCENT}]"
_BEFORE = r" \t\n\xa0\u1680\u2000-\u200a\u202f\u205f\u3000" + r"(,;" + "（「『【〔〈《）」』】〕〉》、。，．：；！？・…"
"""A blank that is shown as one (what a document shows otherwise, a lone CR, makes no tag), and Japanese punctuation."""
_JAPANESE = r"\u3005\u3041-\u30ff\u3400-\u9fff"
"""Behind such a letter a full-width `＃` needs no blank."""
_TAG = (
    r"(?<!\]\()(\\*)[#+＃＋]"
    rf"([^\W\d_]{_WORD}*(?:(?:[-/]+|[.&]|\+{{1,2}}){_WORD}+)*(?:(?:\+{{1,2}}|#)(?![\w#+]))?)"
)


_BEHIND = rf"(?<![^{_BEFORE}])"
_BEHIND_WIDE = rf"(?:{_BEHIND}|(?<=[{_JAPANESE}])(?=\\*＃))"
"""With so many letters it takes long to compile."""


def _tag(words: str) -> re.Pattern[str]:
    return pattern((_BEHIND_WIDE if "＃" in words else _BEHIND) + _TAG)


def tags_in(words: str) -> tuple[str, ...]:
    """The tags in a text as it was typed, in order, lower case, once each; none inside `code`."""
    if not has_any(words, _SIGNS):
        return ()
    found = [_name(m[2]) for m in _tag(words).finditer(_blank_code(words)) if not m[1]]
    return tuple(dict.fromkeys(found))


def _name(tag: str) -> str:
    return composed(tag).lower()


def guarded(words: str, tags: Collection[str]) -> str:
    """`words` with a backslash before what would be a tag and is none of `tags`."""
    if not has_any(words, _SIGNS):
        return words
    own = {_name(tag) for tag in tags}
    return _outside_code(words, lambda m: m[0] if not m[1] and _name(m[2]) in own else "\\" + m[0])


def plain(words: str) -> str:
    """The inverse of `guarded`."""
    return words if "\\" not in words else _outside_code(words, lambda m: m[0][1:] if m[1] else m[0])


def without(words: str, tag: str) -> str:
    """The words without a tag: away from their end, in a sentence its sign alone, since the sentence needs the word."""
    tag = _name(tag)
    while found := next((m for m in _tag(words).finditer(_blank_code(words)) if not m[1] and _name(m[2]) == tag), None):
        before, after = words[: found.start()], words[found.end() :]
        is_last = before.strip() and not _blank_tags(after).strip()
        words = before.rstrip() + after if is_last else before + found[2] + after
    return words


def _blank_tags(words: str) -> str:
    """The words without their tags."""
    return _tag(words).sub(lambda m: m[0] if m[1] else "", words)


def _blank_code(words: str) -> str:
    """The words with all of their `code` made backticks: from a run of those to the next one as long."""
    if "`" not in words:
        return words
    runs = [run.span() for run in re.finditer("`+", words)]
    nexts: dict[int, int] = {}
    closing = [0] * len(runs)  # the end of the code that each run begins; 0 where it begins none
    for n in range(len(runs) - 1, -1, -1):
        start, end = runs[n]
        closing[n] = nexts.get(end - start, 0)
        nexts[end - start] = end
    pieces, last = [], 0
    for (start, _), end in zip(runs, closing, strict=True):
        if end and start >= last:
            pieces += [words[last:start], "`" * (end - start)]
            last = end
    return "".join(pieces) + words[last:]


def _outside_code(words: str, change: Callable[[re.Match[str]], str]) -> str:
    hidden = _blank_code(words)
    pieces, last = [], 0
    for match in _tag(hidden).finditer(hidden):
        pieces += [words[last : match.start()], change(match)]
        last = match.end()
    return "".join(pieces) + words[last:]


def add_to_note(text: str, tag: str) -> str:
    """The note with a tag at its end: behind its last words, else on a line of its own."""
    lines = list(body.lines_of(text))
    closing = body.closing_of(line.text if isinstance(line, Note) else "" for line in lines)
    last = lines[-1] if lines else None
    if (
        isinstance(last, Note)
        and last.text.strip()
        and not closing
        and not last.text.startswith(("```", "~~~", "#", "|"))
    ):
        lines[-1] = Note(f"{last.text} +{tag}")
    else:
        lines += [Note(one) for one in (*([closing] if closing else []), *([""] if lines else []), f"+{tag}")]
    return body.tidy(body.body_of(lines))


def take_from_note(text: str, tag: str) -> str:
    """The note without a tag; code keeps its words."""
    fence, lines = Fence(), []
    for line in body.lines_of(text):
        is_words = isinstance(line, Note) and not fence.feed(line.text)
        lines.append(Note(without(line.text, tag)) if isinstance(line, Note) and is_words else line)
    return body.tidy(body.body_of(lines))
