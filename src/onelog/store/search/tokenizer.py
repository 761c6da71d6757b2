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

# Accents, and what only says how the sign before it is drawn (selectors, joiners, soft hyphen). Not U+3099
# and U+309A, which make が of か. A string, so that `re` compiles it only for text that is not ASCII.
_DROPPED = (
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
    r"\xad\u200c\u200d\u2060\ufeff\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
_QUERY = r'["“”]([^"“”]*)["“”](\*?)|([^\s"“”]+)'


def index_text(text: str) -> str:
    """The words of `text` for the full-text table, folded, pairs for Japanese, with blanks between them."""
    return " ".join(token for _, piece in _pieces(folded(text)) for token in _tokens(piece))


def match(query: str) -> str | None:
    """The FTS5 expression for what a person typed, or None if there is no letter or digit in it.

    All words must be there; `"these words"` in this order, `goa*` is the beginning of a word. Everything else
    (`-`, `AND`, `NEAR(`, `title:`, a quote that is never closed) is plain text.
    """
    return expression(terms(query)) or None


def expression(terms: Iterable[Term]) -> str:
    """The FTS5 expression that wants all of some terms."""
    return " ".join(dict.fromkeys(_phrase(*term) for term in terms))


def parse(query: str) -> list[tuple[str, Term]]:
    """The terms of what a person typed, each with the word that may be a name; "" for a phrase and for `begin*`."""
    found: dict[Term, str] = {}
    for quoted, star, bare in re.findall(_QUERY, unicodedata.normalize("NFKC", query)):
        pieces = tuple(piece for _, piece in _pieces(folded(quoted or bare)))
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


def signs(query: str) -> tuple[str, ...]:
    """What a person typed that no full-text table holds, folded; it has to stand in a text as it is.

    Beside words these are pictures (🎉, →, €), for which nobody has another spelling; a mark (`plan - budget`) is none.
    Without a letter or digit in the query it is all of it: `%_\\`.
    """
    given = unicodedata.normalize("NFKC", query)
    typed = [" ".join(folded(quoted or bare).split()) for quoted, _, bare in re.findall(_QUERY, given)] or folded(
        given
    ).split()
    if any(letter.isalnum() for words in typed for letter in words):
        typed = ["".join(run) for words in typed for is_one, run in groupby(words, _is_picture) if is_one]
    return tuple(dict.fromkeys(filter(None, typed)))


def holds(text: str, wanted: Iterable[str]) -> bool:
    """Whether all of these signs stand in a text."""
    if text.isascii() and not all(sign.isascii() for sign in wanted):
        return False
    flat = folded(text)
    if any(" " in sign for sign in wanted):
        flat = " ".join(flat.split())
    return all(sign in flat for sign in wanted)


def folded(text: str) -> str:
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


def kind(letter: str) -> int:
    """0 for what parts words, 1 for a letter or digit, 2 for one of a script cut into pairs."""
    return 0 if not letter.isalnum() else 2 if _paired(letter) else 1


def _is_picture(letter: str) -> bool:
    """Whether a sign stands for itself: an emoji and its colour of skin, an arrow, a currency; not what is on a keyboard."""
    return letter > "\x7f" and (
        unicodedata.category(letter) in ("So", "Sm", "Sc") or "\U0001f3fb" <= letter <= "\U0001f3ff"
    )


def _tokens(piece: str) -> Sequence[str]:
    return [piece[at : at + 2] for at in range(len(piece))] if _paired(piece[0]) else (piece,)


def terms(query: str) -> list[Term]:
    return [term for _, term in parse(query)]


def _phrase(pieces: tuple[str, ...], begins: bool) -> str:
    """A term as an FTS5 string; it holds letters and digits only, so there are no quotes to double."""
    tokens = [token for piece in pieces for token in _tokens(piece)]
    if _paired(pieces[-1][0]):
        begins = len(pieces[-1]) == 1  # 定 begins the pair in 定例
        if not begins:
            tokens.pop()  # the run may go on where it was logged
    return f'"{" ".join(tokens)}"' + "*" * begins
