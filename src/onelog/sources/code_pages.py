"""Texts that a Windows wrote in its own code page: Japanese ones in CP932 (Shift_JIS), Western European ones in 1252."""

import re

_JAPANESE, _WESTERN = "cp932", "cp1252"
_KANA = re.compile("[ぁ-んァ-ヶ]")
_GARBLED = re.compile("[縺繧繝蜑莠]")
"""What UTF-8 looks like in CP932."""
_UNLIKELY = re.compile("[\ud800-\udfff\ue000-\uf8ff]|[ｦ-ﾟ]{4}")
_WESTERN_SIGNS = frozenset("äöüÄÖÜßéèêëàâáåæøçñíìîïóòôõúùûœÉÈÀÅÆØÇÑÓÚ’‘“”„–—…€£§°´«»·¡¿½²³")
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")


def code_page_of(data: bytes) -> str:
    """The code page of a text that is not UTF-8; "" where it is, and where it may be another one."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _decoded(data, "utf-8") is not None:
        return ""
    japanese = _decoded(data, _JAPANESE)
    if japanese and _KANA.search(japanese) and not any(s.search(japanese) for s in (_GARBLED, _UNLIKELY, _CONTROL)):
        return _JAPANESE
    western = _decoded(data, _WESTERN)
    if western and not _CONTROL.search(western):
        other = [sign for sign in western if not sign.isascii()]
        if all(sign in _WESTERN_SIGNS for sign in other) and len(other) * 4 < len(western):
            return _WESTERN
    return ""


def _decoded(data: bytes, page: str) -> str | None:
    try:
        return data.decode(page)
    except UnicodeDecodeError:
        return None
