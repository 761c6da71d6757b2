"""What is to change in a record, as it is typed in one line: `due:fri @bea why:"she knows the vendor" +budget -draft`.

A key takes the words up to the next one; quotes keep words together, and so does an argument of the shell.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import partial

from onelog.core.errors import Wrong
from onelog.core.sanitize import safe
from onelog.core.values import value
from onelog.markdown import families, key_values
from onelog.markdown.tags import tags_in
from onelog.markdown.word_forms import composed, normalized

LITERAL = ("text",)
"""Keys whose words stand as they are, also where they say that there is nothing."""
TAILS = ("text", "why", "because", "outcome", "metric", "unit")
"""Keys whose value is in words of one's own."""
FORMS = {
    "text": 'text:"…"', "owner": "@name", "due": "due:fri", "by": "by:eoq", "why": 'why:"…"', "because": 'because:"…"',
    "outcome": 'outcome:"…"', "goal": "goal:ID", "with": "with:NAME", "from": "from:NAME", "to": "to:NAME", "on": "on:fri",
    "closed": "closed:fri", "len": "len:45m", "mode": "mode:video", "mood": "mood:4", "seen": "seen:4", "rating": "rating:4",
    "start": "from:10", "target": "target:20", "unit": "unit:%", "metric": 'metric:"…"', "under": "under:ID", "value": "value:20",
    "as": "as:praise", "every": "every:4w", "next": "next:mon",
}  # fmt: skip  # short pairs in lines
"""How each change is typed."""
_IN_JAPANESE = {
    "@name": "@名前",
    "from:10": "開始値：10",
    "goal:ID": "目標ID：ID",
    "+tag": "+タグ",
    "-tag": "-タグ",
    "fri": "金曜",
    "eoq": "四半期末",
    "NAME": "名前",
    "45m": "45分",
    "video": "対面",
    "praise": "称賛",
    "4w": "4週間ごと",
    "mon": "月曜",
}


def listed(forms: Iterable[str], language: str) -> str:
    """How changes are typed, in the words of a language."""
    return " ".join(forms if language == "en" else map(_in_japanese, forms))


def _in_japanese(form: str) -> str:
    if form in _IN_JAPANESE:
        return _IN_JAPANESE[form]
    key, _, said = form.partition(":")
    word = next((word for word in families.CHANGES.get(key, ()) if not word.isascii()), key)
    return f"{word}：{_IN_JAPANESE.get(said, said)}"


_KEY = r"([^\W\d_][\w-]*)[:：](?!//)"
_SIGNED = r"([+＋#＃-])([^\W\d_].*)"
_PIECE = r"""(?:"[^"]*"|(?<=[:：@＠])'[^']*'|\S)+"""


@value(frozen=True, slots=True)
class Changes:
    """What was said: words by key, none of them where a thing is to be taken away; tags to add and to take away."""

    words: dict[str, str]
    scales: dict[str, str]
    """What was said on scales of one's own, by their keys."""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """The keys as they are said back."""
        return [*self.words, *self.scales, *(["tags"] if self.added or self.removed else [])]


def begins_change(word: str) -> bool:
    """Whether a word is no id: a key of any kind, an owner, a tag, or several words."""
    word = word.strip()
    return bool(_token(word, ())[0] or re.match(rf"{_KEY}|--", word) or re.search(r"\s", word))


def split_line(line: str) -> list[str]:
    """The words of a line that was typed; quotes keep several together."""
    return re.findall(_PIECE, line)


def keys_in(words: Sequence[str]) -> list[str]:
    """The keys among the words, `tags` for those; what is none is left out."""
    found = [_token(word, ()) for word in _pieces(words, ())]
    return [key if kind == "key" else "tags" for kind, key, _ in found if kind]


def read(words: Sequence[str], scales: Collection[str] = ()) -> Changes:
    """The changes that arguments say; `scales` are the keys of those of one's own that may be said.

    Raises `Wrong` for words that say nothing to change, for an unknown key and for one that is said twice.
    """
    found: dict[str, list[str]] = {}
    tags: dict[str, list[str]] = {"+": [], "-": []}
    open_ = ""
    for word in _pieces(words, scales):
        kind, key, rest = _token(word, scales)
        if kind == "tag":
            tags["-" if key == "-" else "+"] += [rest]
            open_ = ""
        elif kind == "key":
            if key in found:
                raise Wrong("change.said_twice", key=_shown(key))
            found[key], open_ = [rest] if rest else [], key
        elif not open_ or (_unknown(word) and open_ not in TAILS):
            raise _not_understood(word)
        else:
            found[open_].append(word)
    said = {key: _said(key, parts) for key, parts in found.items()}
    return Changes(
        words={key: text for key, text in said.items() if not key.startswith("scale:")},
        scales={key.removeprefix("scale:"): text for key, text in said.items() if key.startswith("scale:")},
        added=tuple(dict.fromkeys(tags["+"])),
        removed=tuple(dict.fromkeys(tags["-"])),
    )


def _pieces(words: Sequence[str], scales: Collection[str]) -> Iterator[str]:
    """The arguments; one that is a whole line, cut at its blanks."""
    for word in words:
        kind, key, _ = _token(word.strip(), scales)
        if not re.search(r"\s", word.strip()) or (kind == "key" and key in TAILS):
            yield word.strip()
        else:
            yield from split_line(word)


def _token(word: str, scales: Collection[str]) -> tuple[str, str, str]:
    """("key", its name, the words behind it), ("tag", its sign, its name), or ("", "", "") for any other word."""
    if word[:1] in ("@", "＠") and len(word) > 1:
        return "key", "owner", word[1:]
    if signed := re.fullmatch(_SIGNED, word, re.DOTALL):
        tag = tags_in(f"+{signed[2]}")
        whole = len(tag) == 1 and tag[0] == composed(signed[2]).lower()
        return ("tag", signed[1], tag[0]) if whole else ("", "", "")
    found = re.match(_KEY, word)
    name = normalized(found[1]) if found else ""
    if found and name in scales:
        return "key", f"scale:{name}", word[found.end() :]
    if found and name in families.NAME_OF_CHANGE:
        return "key", families.NAME_OF_CHANGE[name], word[found.end() :]
    return "", "", ""


def _unknown(word: str) -> bool:
    return bool(re.match(_KEY, word)) and not re.match(r"\d", word)


def _not_understood(word: str) -> Wrong:
    found = re.match(_KEY, word)
    if option := re.match(r"--(\w+)", word):
        return Wrong("change.no_option", option=option[0][:20], key=option[1][:20])
    if not found:
        return Wrong("change.says_nothing", word=safe(word, newlines=False)[:40])
    near = get_close_matches(normalized(found[1]), families.NAME_OF_CHANGE, 1)
    if near:
        return Wrong("change.no_key_near", key=found[1][:20], near=near[0])
    return Wrong("change.no_key", key=found[1][:20], known=partial(listed, FORMS.values()))


def _said(key: str, parts: Sequence[str]) -> str:
    text = " ".join(" ".join(parts).split())
    text = key_values.unquote(text).strip()
    if not text:
        raise Wrong("change.no_value", key=_shown(key))
    return "" if families.is_nothing(text) and key not in LITERAL else text


def _shown(key: str) -> str:
    return key.removeprefix("scale:")
