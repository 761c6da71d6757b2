"""A page as Notion exports it in HTML: the same lines as in its Markdown, with the properties beneath the title."""

import re
from html import unescape

from onelog.sources.word.html_lines import lines_of_html

_TITLE = re.compile(r'<h1 class="page-title"[^>]*>(.*?)</h1>', re.DOTALL)
_PROPERTY = re.compile(r'<tr class="property-row[^"]*">\s*<th>(.*?)</th>\s*<td>(.*?)</td>\s*</tr>', re.DOTALL)
_BODY = '<div class="page-body">'
_BOX = re.compile(r'<div class="checkbox checkbox-(on|off)"></div>')
_UNSEEN = ("style", "script", "svg", "figcaption")
_LONGEST = 40_000
"""So many signs at most are the title and the properties."""


def is_page(text: str) -> bool:
    """Whether a text is a page that Notion has exported."""
    return bool(re.search(r'<article id="[0-9a-f-]{32,36}" class="page\b', text)) and "page-title" in text


def markdown_of(text: str) -> str:
    """The page as Markdown."""
    for tag in _UNSEEN:
        first, *others = re.split(rf"<{tag}\b", text)
        text = first + "".join(other.partition(f"</{tag}>")[2] for other in others)
    above, _, below = text.replace("<time>@", "<time>").partition(_BODY)
    above, title = above[:_LONGEST], _TITLE.search(above[:_LONGEST])
    properties = [f"{_words(name)}: {_words(value)}" for name, value in _PROPERTY.findall(above) if _words(value)]
    inside = _BOX.sub(lambda box: f"<input{' checked' if box[1] == 'on' else ''}>", below.rpartition("</article>")[0])
    head = [f"# {_words(title[1]) if title else ''}", "", *properties, *([""] if properties else [])]
    return "\n".join([*head, *lines_of_html(inside), ""])


def _words(html: str) -> str:
    """What a reader sees of a value: names and choices that stand beside each other as a list."""
    apart = re.sub(r'</span>\s*(?=<span class="(?:user|selected-value))', "</span>, ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", apart)).split())
