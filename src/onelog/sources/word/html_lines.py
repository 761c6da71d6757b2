"""HTML as lines of Markdown, as far as documents of words have it: headings, paragraphs, lists, tables, links, bold."""

import re
from html.parser import HTMLParser

_WORDS = ("strong", "b", "em", "i", "a", "sup", "sub", "s", "u", "span", "br", "input")
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~"}


def lines_of_html(html: str) -> list[str]:
    """The lines; a blank one between paragraphs, and none between the items of a list."""
    parser = _LineMaker()
    parser.feed(html)
    parser.close()
    parser.end_line()
    while parser.lines and not parser.lines[-1]:
        parser.lines.pop()
    return parser.lines


class _LineMaker(HTMLParser):
    """Makes lines of what it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.words: list[str] = []
        self.lists: list[list[int]] = []
        """Of each list that is open, the number of its next item; 0 where it has none."""
        self.lead = ""
        self.cells: list[str] | None = None
        self.rows = 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MARKS:
            self.words.append(_MARKS[tag])
        elif tag == "a":
            self.links.append(dict(attrs).get("href") or "")
            self.words.append("[" if self.links[-1] else "")
        elif tag == "br":
            self.end_line(is_part=True)
        elif tag == "input":
            self.words.append("[x] " if "checked" in dict(attrs) else "[ ] ")
        elif tag in ("ul", "ol"):
            self.end_line()
            self.lists.append([1 if tag == "ol" else 0])
        elif tag == "li":
            self.begin_item()
        elif re.fullmatch("h[1-6]", tag):
            self.end_line()
            self.blank()
            self.lead = f"{'#' * int(tag[1])} "
        elif tag == "tr":
            self.cells = []
        elif tag in ("table", "p") and self.cells is None and not self.lists:
            self.end_line()
            self.blank()
            self.rows = 0

    def begin_item(self) -> None:
        self.end_line()
        number = self.lists[-1] if self.lists else [0]
        mark = f"{number[0]}." if number[0] else "-"
        number[0] += bool(number[0])
        self.lead = f"{'  ' * (max(len(self.lists), 1) - 1)}{mark} "

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self.words.append(_MARKS[tag])
        elif tag == "a":
            href = self.links.pop() if self.links else ""
            self.words.append(f"]({href})" if href else "")
        elif tag in ("td", "th") and self.cells is not None:
            self.cells.append(self.taken().replace("|", "\\|"))
        elif tag == "tr" and self.cells is not None:
            self.end_row(self.cells)
            self.cells = None
        elif tag in ("ul", "ol"):
            self.end_line()
            if self.lists:
                self.lists.pop()
        elif self.cells is not None:
            self.words.append(" ")
        elif tag not in _WORDS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def end_row(self, cells: list[str]) -> None:
        self.lines.append(f"| {' | '.join(cells)} |")
        self.rows += 1
        if self.rows == 1:
            self.lines.append(f"|{'---|' * len(cells)}")

    def taken(self) -> str:
        text = re.sub(r"\s+", " ", "".join(self.words)).strip()
        self.words = []
        return re.sub(r"\*\*(\s*)\*\*|~~~~", r"\1", text)

    def end_line(self, *, is_part: bool = False) -> None:
        """Ends a line; `is_part`: what follows is of the same paragraph."""
        if self.cells is not None:
            self.words.append(" ")
            return
        text = self.taken()
        if text:
            self.lines.append(f"{self.lead}{text}")
        if text or not is_part:
            self.lead = ""

    def blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")
