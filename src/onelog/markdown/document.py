"""A meeting as a Markdown document, and a Markdown document as a meeting.

Reading and writing are inverse: `write(read(write(x))) == write(x)`. The note keeps its own order and words;
a record is one line in it, with its id at the end (`- **Aha:** a small team decides faster ^k7qf`).
"""

from onelog.markdown.correction import Opened, opened
from onelog.markdown.forms.template import prepared_after
from onelog.markdown.parsed import HEADINGS, STATUS_OF_MARK, Draft, Fields, Item, Known, feedback_kind, mode, score
from onelog.markdown.parsing.parse import read, read_item, read_raw
from onelog.markdown.serialize import line_of, time_text, write, write_body
from onelog.markdown.split import check_head, parts

__all__ = [
    "HEADINGS", "STATUS_OF_MARK", "Draft", "Fields", "Item", "Known", "Opened", "check_head", "feedback_kind", "line_of", "mode", "opened", "parts",
    "prepared_after", "read", "read_item", "read_raw", "score", "time_text", "write", "write_body",
]  # fmt: skip  # words in lines
