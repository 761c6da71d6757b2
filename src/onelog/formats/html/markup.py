"""HTML put together from elements, in which a text can only ever be text."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from onelog.core.sanitize import safe


class Html(str):
    """What is markup already. Any other text is escaped when it comes into an element, so that no place can forget it."""

    __slots__ = ()


_EMPTY = frozenset({"meta"})
"""Elements that have no content and no end."""


def text(words: str) -> Html:
    """The words as a reader sees them, controls and hidden characters made visible, wherever they are put."""
    return words if isinstance(words, Html) else Html(escape(safe(words), quote=True))


def tag(name: str, /, *content: str, **attributes: str) -> Html:
    """An element; `class_` and `http_equiv` stand for the attributes `class` and `http-equiv`, an empty one is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items() if value
    )
    if name in _EMPTY:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{''.join(text(part) for part in content)}</{name}>")


def joined(parts: list[str], between: str = " ") -> Html:
    """The parts that are not empty, with a text between them."""
    return Html(text(between).join(text(part) for part in parts if part))


def opening(title: str, style: str, language: str, look: str = "") -> str:
    """What a page begins with, up to its body; `look` is the class of that."""
    body = f'<body class="{look}">' if look else "<body>"
    return f'<!doctype html>\n<html lang="{language}">\n{head(title, style)}\n{body}\n'


def head(title: str, style: str) -> Html:
    """What a browser is told before a page: how it looks, and what it may do with it, which is to show it."""
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="format-detection", content="telephone=no, date=no, address=no, email=no"),
        tag("title", title),
        tag("style", Html(style)),
    )
