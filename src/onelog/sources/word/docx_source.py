"""A Word document: its paragraphs, headings, lists and tables as lines of Markdown, read as any other note."""

import io
import zipfile

from onelog.core.errors import Damaged, OnelogError, Refused
from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.sources.needed_library import needed
from onelog.sources.notes import read_notes
from onelog.sources.word.html_lines import lines_of_html

_MOST = 64_000_000
"""Bytes that a document may unpack to."""
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='表題'] => h1:fresh
p[style-name='副題'] => h2:fresh
"""


def is_docx(data: bytes, name: str) -> bool:
    """Whether a zip is a Word document, or is called so."""
    if name.lower().endswith(".docx"):
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError):
        return False


def text_of(data: bytes, name: str) -> str:
    """The document as lines of Markdown. Raises `Damaged`, `Refused`."""
    mammoth = needed("mammoth", "docx", "mammoth")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST:
                raise Refused("import_.unpacks_too_large", name=name)
        no_pictures = mammoth.images.img_element(lambda _: {"src": ""})
        made = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=no_pictures)
    except OnelogError:
        raise
    except Exception as error:
        raise Damaged("import_.broken_docx", file=name) from error
    return "\n".join([*lines_of_html(str(made.value)), ""])


def identify(text: str, name: str) -> int:  # noqa: ARG001 - every source takes the same arguments
    """Never by its text: it is none. What it is, `is_docx` says by its bytes."""
    return 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The meetings in the lines of a document, of which errors and reports count the lines."""
    return read_notes(file, hints, "docx")
