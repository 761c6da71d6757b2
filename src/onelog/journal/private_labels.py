"""Labels for what is private in words that stand for everybody: a reason, a title, a record of one line."""

from onelog.core.errors import Message, Refused
from onelog.markdown import labels, section_lines
from onelog.markdown.families import LABELS
from onelog.markdown.privacy import is_private

_KEEPS = {
    "concern": 'onelog concern "…" --with PERSON',
    "fact": 'onelog fact "…" --with PERSON',
    "private": 'onelog note PERSON "x: …"',
}
"""What keeps words to oneself, by their kind."""


def private_label(line: str) -> str:
    """The private kind that a label in a line stands for; "" where there is none."""
    for piece in labels.split_inline(line):
        head = labels.heading(piece)
        while head:
            counts = labels.counts(piece, head) and labels.is_lettered(line)
            if is_private(head.kind) and not counts:
                return head.kind
            piece, head = head.rest, labels.heading(head.rest)
    opened = section_lines.opens(line)
    return opened if is_private(opened) else ""


def apart(kind: str, text: str) -> list[tuple[str, str]]:
    """One line of a kind cut before the labels in it: each kind and its words. It begins with its own kind, or a label's."""
    pieces = [(_head(piece), piece) for piece in labels.split_inline(text.strip()) if piece.strip()]
    return [(head.kind if head else kind, head.rest if head else piece) for head, piece in pieces]


def _head(piece: str) -> labels.RecordHead | None:
    """The innermost label of those that a piece begins with."""
    head = labels.heading(piece)
    return (_head(head.rest) or head) if head else None


def check_public(kind: str, line: str) -> None:
    """Raises `Refused` for a private label in the words of what is not private: they would be there for everybody."""
    found = "" if is_private(kind) else private_label(line)
    if found:
        short, this = LABELS[found].short, Message(f"errors.record.this_{kind}")
        raise Refused("log.private_label", label=f"{short}:", kind=this, keeps=_KEEPS[found])
