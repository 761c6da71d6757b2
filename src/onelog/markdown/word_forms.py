"""Words as they are compared: composed, in their usual width, small."""

import unicodedata

_NARROW = str.maketrans("：＠＃＋０１２３４５６７８９", ":@#+0123456789")


def composed(word: str) -> str:
    """A word composed (NFC), its full-width signs and digits narrow."""
    return unicodedata.normalize("NFC", word).translate(_NARROW)


def normalized(word: str) -> str:
    """A word as the tables have it: composed, in its usual width, small, with single blanks."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    return " ".join(word.casefold().split())
