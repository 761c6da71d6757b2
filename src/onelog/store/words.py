"""How text becomes words that can be searched, in English and Japanese.

What is logged and what is looked for are folded and cut in the same way, and meet in an FTS5 table made with
`tokenize='unicode61 remove_diacritics 2'`. Japanese has no blanks between words, so a run of it is cut into
overlapping pairs: 目標設定 becomes "目標 標設 設定 定". The last character stands alone, to be found by
itself and to keep two runs apart. FTS5 gets letters, digits, blanks and quotes of ours only, so no text is a
syntax error.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

# A search term: pieces that must follow one another, and whether the last is only the beginning of a word.
Term = tuple[tuple[str, ...], bool]
# A find: where it starts and ends in the text, and the number of the term.
Hit = tuple[int, int, int]

# Accents, and what only says how the sign before it is drawn (selectors, joiners, soft hyphen). Not U+3099
# and U+309A, which make が of か. A string, so that `re` compiles it only for text that is not ASCII.
_DROPPED = (
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
    r"\xad\u200c\u200d\u2060\ufeff\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
_QUERY = r'["“”]([^"“”]*)["“”](\*?)|([^\s"“”]+)'
# Stretches of ASCII (1), whose last character is left to the next stretch: a mark in there may cling to it.
_STRETCH = r"([\x00-\x7f]+(?![^\x00-\x7f]))|[\x00-\x7f]?[^\x00-\x7f]+"
_NEVER_FIRST = "、。，．！？）」』ー々"
_NEAREST_GAP = 20
"""So far may a snippet's edge move, in characters, to spare a word."""


def index_text(text: str) -> str:
    """The words of `text` for the full-text table, folded, pairs for Japanese, with blanks between them."""
    return " ".join(token for _, piece in _pieces(_folded(text)) for token in _tokens(piece))


def match(query: str) -> str | None:
    """The FTS5 expression for what a person typed, or None if there is no letter or digit in it.

    All words must be there; `"these words"` in this order, `goa*` is the beginning of a word. Everything else
    (`-`, `AND`, `NEAR(`, `title:`, a quote that is never closed) is plain text.
    """
    return expression(_terms(query)) or None


def expression(terms: Iterable[Term]) -> str:
    """The FTS5 expression that wants all of some terms."""
    return " ".join(dict.fromkeys(_phrase(*term) for term in terms))


def parse(query: str) -> list[tuple[str, Term]]:
    """The terms of what a person typed, each with the word that may be a name; "" for a phrase and for `begin*`."""
    found: dict[Term, str] = {}
    for quoted, star, bare in re.findall(_QUERY, unicodedata.normalize("NFKC", query)):
        pieces = tuple(piece for _, piece in _pieces(_folded(quoted or bare)))
        begins = bool(star) or (bare.endswith("*") and bare.rstrip("*")[-1:].isalnum())
        if pieces:
            found.setdefault((pieces, begins), "" if begins else bare)
    return [(word, term) for term, word in found.items()]


def held(indexed: str, terms: Iterable[Term]) -> frozenset[Term]:
    """The terms that stand in a text, as FTS5 would say; the text as `index_text` has it."""
    within = f" {indexed} "
    return frozenset(term for term in terms if _needle(term) in within)


@cache
def _needle(term: Term) -> str:
    """What stands in a text with blanks between its words, and around it, where the term does."""
    phrase = _phrase(*term)
    return " " + phrase.strip('"*') + " " * (not phrase.endswith("*"))


def snippet(text: str, query: str, width: int = 80) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of `text` that shows most of what was looked for, on one line, and where the finds are in it.

    At most `width` characters (not cells), but never fewer than ten, with "…" where it is cut; blanks and
    newlines are one blank, all else is word for word. Spans are (start, end) in what is returned, in order,
    not overlapping. With nothing found it is the beginning of the text.
    """
    flat = " ".join(text.split())
    hits = _hits(flat, _terms(query))
    start, end = _window(flat, hits, max(width, 10))
    before, after = "…" * (start > 0), "…" * (end < len(flat))
    shift = len(before) - start
    # A find is shown whole or not at all, save one that is longer than the window.
    inside = [(a, min(b, end)) for a, b, _ in hits if start <= a < end and (b <= end or a == start)]
    spans = tuple((a + shift, b + shift) for a, b in _merged(inside))
    return before + flat[start:end] + after, spans


def joined(snippets: Sequence[tuple[str, tuple[tuple[int, int], ...]]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Several snippets, each with its spans, as one, with "…" between them."""
    whole, spans = "", list[tuple[int, int]]()
    for text, inside in snippets:
        if whole:
            whole = f"{whole.removesuffix('…')} … "
        begins = int(bool(whole) and text.startswith("…"))
        spans += ((start + len(whole) - begins, end + len(whole) - begins) for start, end in inside)
        whole += text[begins:]
    return whole, tuple(spans)


def _folded(text: str) -> str:
    """Full width, case and accents evened out (NFKC, casefold); kana keep their voice marks."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    together = unicodedata.normalize("NFC", re.sub(_DROPPED, "", apart))
    return together.replace("\u3099", "").replace("\u309a", "")  # those that no kana takes, as in あ゙


def _pieces(folded: str) -> Iterator[tuple[int, str]]:
    """Words and runs of Japanese, Chinese or Korean, each with its place."""
    for word in re.finditer(r"[^\W_]+", folded):
        at = word.start()
        if word.group().isascii():
            yield at, word.group()
            continue
        for _, signs in groupby(word.group(), _paired):
            piece = "".join(signs)
            yield at, piece
            at += len(piece)


def _paired(letter: str) -> bool:
    """Whether a letter is of a script cut into pairs: Han, kana with ー, Hangul and rarer kin."""
    return letter >= "\u2e80" and (
        letter <= "\u9fff"
        or "\uac00" <= letter <= "\ud7a3"
        or "\uf900" <= letter <= "\ufaff"
        or "\U00016fe0" <= letter <= "\U0001b2ff"
        or "\U00020000" <= letter <= "\U0003fffd"
    )


def _tokens(piece: str) -> Sequence[str]:
    return [piece[at : at + 2] for at in range(len(piece))] if _paired(piece[0]) else (piece,)


def _terms(query: str) -> list[Term]:
    return [term for _, term in parse(query)]


def _phrase(pieces: tuple[str, ...], begins: bool) -> str:
    """A term as an FTS5 string; it holds letters and digits only, so there are no quotes to double."""
    tokens = [token for piece in pieces for token in _tokens(piece)]
    if _paired(pieces[-1][0]):
        begins = len(pieces[-1]) == 1  # 定 begins the pair in 定例
        if not begins:
            tokens.pop()  # the run may go on where it was logged
    return f'"{" ".join(tokens)}"' + "*" * begins


def _hits(flat: str, terms: list[Term]) -> list[Hit]:
    """Every place where FTS5 would find a term, in the order of the text.

    A newline around each piece stands for what a phrase must respect: where a word starts and ends. Runs of
    Japanese may be entered and left anywhere.
    """
    marked, starts, ends = _marked(flat)
    found = []
    for number, (pieces, begins) in enumerate(terms):
        head = "" if _paired(pieces[0][0]) else "\n"
        tail = "" if begins or _paired(pieces[-1][0]) else "\n"
        needle = head + "\n".join(pieces) + tail
        at = marked.find(needle)
        while at >= 0:
            last = at + len(needle) - len(tail) - 1
            found.append((starts[at + len(head)], ends[last], number))
            at = marked.find(needle, at + 1)
    return sorted(found)


def _marked(flat: str) -> tuple[str, list[int], list[int]]:
    """The pieces of a text, a newline around each; and where in the text each character of that came from."""
    folded, starts, ends = _folded_with_places(flat)
    marked, first, last = ["\n"], [0], [0]
    for at, piece in _pieces(folded):
        marked += piece, "\n"
        first += *starts[at : at + len(piece)], 0
        last += *ends[at : at + len(piece)], 0
    return "".join(marked), first, last


def _folded_with_places(flat: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Folded text, and for each of its characters the start and end of the sign it came from."""
    if flat.isascii():
        return _folded(flat), range(len(flat)), range(1, len(flat) + 1)
    folded, starts, ends = [], list[int](), list[int]()
    for stretch in re.finditer(_STRETCH, flat):
        if stretch[1]:
            folded.append(stretch[1].lower())
            starts += range(*stretch.span())
            ends += range(stretch.start() + 1, stretch.end() + 1)
            continue
        for start, end in _signs(flat, *stretch.span()):
            sign = _folded_sign(flat[start:end])
            folded.append(sign)
            starts += [start] * len(sign)
            ends += [end] * len(sign)
    return "".join(folded), starts, ends


def _signs(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The signs from `start` to `end`, each with the marks that cling to it."""
    cuts = [at for at in range(start, end) if at == start or not _clings(flat[at])]
    return zip(cuts, [*cuts[1:], end], strict=True)


@cache
def _folded_sign(sign: str) -> str:
    return _folded(sign)


@cache
def _clings(letter: str) -> bool:
    """Whether a character may melt into the one before it: a mark, a joiner, half-width ﾞ, a Hangul vowel."""
    first = unicodedata.normalize("NFKD", letter)[0]
    return first in "\xad\u200c\u200d\u2060\ufeff" or "\u1160" <= first <= "\u11ff" or _is_mark(first)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def _window(flat: str, hits: list[Hit], width: int) -> tuple[int, int]:
    """Where to cut: around the best finds, as much before as after, not through words."""
    if len(flat) <= width:
        return 0, len(flat)
    room = width - 2
    first, last = _best(hits, room)
    start = max(0, min(first - (room - (last - first)) // 2, len(flat) - room))
    end = min(start + room, len(flat))
    start, end = _eased(flat, start, first), _eased(flat, end, last)
    return start + (flat[start] == " "), end - (flat[end - 1] == " ")


def _best(hits: list[Hit], room: int) -> tuple[int, int]:
    """From the first to the last find of the passage, `room` long, with the most different terms."""
    wanted = len({number for _, _, number in hits})
    best, place = 0, (0, 0)
    for index, (start, end, number) in enumerate(hits):
        numbers, last = {number}, min(end, start + room)
        for a, b, other in hits[index + 1 : index + 1 + room]:
            if a >= start + room:
                break
            if b <= start + room:
                numbers.add(other)
                last = max(last, b)
        if len(numbers) > best:
            best, place = len(numbers), (start, last)
        if best == wanted:
            break
    return place


def _eased(flat: str, cut: int, towards: int) -> int:
    """The nearest place on the way where a cut tears nothing; `cut` itself if none is near."""
    way = range(cut, towards, 1 if towards > cut else -1)
    return next((at for at in way[:_NEAREST_GAP] if not _tears(flat, at)), cut)


def _tears(flat: str, cut: int) -> bool:
    """Whether a cut goes through a word, an accented letter, an emoji made of several or a flag."""
    if not 0 < cut < len(flat):
        return False
    before, after = flat[cut - 1], flat[cut]
    if " " in (before, after):
        return False
    if _clings(after) or before == "\u200d" or "\U0001f3fb" <= after <= "\U0001f3ff" or after in _NEVER_FIRST:
        return True
    if "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff":
        return True
    return max(before, after) < "\u1100"  # scripts that part words with blanks


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
