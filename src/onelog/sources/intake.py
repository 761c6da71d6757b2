"""All that was named, read into values: every file ends as documents, as skipped with its reason, or as refused."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onelog.core.errors import Damaged, Message, Notice, OnelogError, Refused, Sentence, each_of, notice
from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.sources import recognize
from onelog.sources.code_pages import code_page_of
from onelog.sources.import_rules import rules_beside
from onelog.sources.walk import FoundFile, find_files
from onelog.sources.word import docx_source

OwnReader = Callable[[str, str], list[IncomingDocument] | None]
"""(text, name) -> the documents of what onelog itself wrote for people; None for any other text."""


def read_all(
    paths: Sequence[Path], piped: bytes | None, hints: Hints, own: OwnReader, wanted: str = ""
) -> Iterator[IncomingFile]:
    """Every file that the paths name or hold, in their order, and what came through a pipe; a path where nothing is, too."""
    seen: set[str] = set()
    if piped is not None:
        yield _read(FoundFile(notice("file.pipe"), "-", (), is_named=True, data=piped), hints, own, wanted)
    for path in paths:
        try:
            for found in find_files(path):
                if found.key and found.key in seen:
                    continue
                seen.add(found.key)
                yield _read(found, hints, own, wanted)
        except OnelogError as error:
            yield IncomingFile(str(path), "", refusals=(error,))


def _read(found: FoundFile, hints: Hints, own: OwnReader, wanted: str) -> IncomingFile:
    if found.error:
        return IncomingFile(found.name, "", refusals=(found.error,))
    if found.skipped:
        return IncomingFile(found.name, "", why=found.skipped)
    is_word = found.data[:4] == b"PK\x03\x04" and docx_source.is_docx(found.data, found.name)
    try:
        text = docx_source.text_of(found.data, found.name) if is_word else read_text(found)
    except OnelogError as error:
        return _unread(found, error, is_word=is_word)
    read = _of_text(found, text, hints, own, "docx" if is_word else wanted)
    return read if is_word else read._replace(code_page=code_page_of(found.data))


def _unread(found: FoundFile, why: OnelogError, *, is_word: bool) -> IncomingFile:
    """A file that is no text: refused where it was named or promises one, else left out; of a known program with what to do."""
    other = None if is_word else recognize.program_of(found.data, found.name)
    error = Refused("import_.save_as", name=found.name, about=other.about, form=other.form) if other else why
    if found.is_named or is_word or (not other and found.name.lower().endswith(recognize.NAMED_TEXT)):
        return IncomingFile(found.name, "", refusals=(error,))
    return IncomingFile(
        found.name, "", why=Notice(_SkipReason(error.text, found.name)) if other else notice("import_.is_no_text")
    )


def _of_text(found: FoundFile, text: str, hints: Hints, own: OwnReader, wanted: str) -> IncomingFile:
    if not text.strip():
        return _empty(found)
    if (pages := own(text, found.name)) is not None:
        return IncomingFile(found.name, "md", text.count("\n") + (not text.endswith("\n")), tuple(pages))
    return _by_source(found, text, hints, wanted)


def _by_source(found: FoundFile, text: str, hints: Hints, wanted: str) -> IncomingFile:
    lines = text.count("\n") + (not text.endswith("\n"))
    try:
        source = recognize.recognize(text, found.name, wanted)
        file = TextFile(found.name, found.key, text, found.parts, found.is_named, found.beside)
        hints = hints._replace(rules=rules_beside(file) or hints.rules)
        read: IncomingFile = recognize.module(source).extract(file, hints)
        return read
    except OnelogError as error:
        if found.is_named:
            return IncomingFile(found.name, "", lines, refusals=each_of(error))
        return IncomingFile(found.name, "", lines, why=Notice(_SkipReason(each_of(error)[0].text, found.name)))


class _SkipReason(Message):
    """What is said of a file as the reason why it was skipped: without its name."""

    def __init__(self, text: Message, name: str) -> None:
        super().__init__(text.key, **text.values)
        self.name = name

    def said(self, language: str = "en") -> Sentence:
        text = super().said(language).rstrip(".。")
        if text.startswith(f"{self.name} "):
            text = text.removeprefix(f"{self.name} ")
            text = text.removeprefix("は") if language == "ja" else f"it {text}"
        return Sentence(text)


def _empty(found: FoundFile) -> IncomingFile:
    if not found.is_named:
        return IncomingFile(found.name, "", why=notice("import_.is_empty"))
    error = Damaged("import_.empty", path=found.name)
    return IncomingFile(found.name, "", refusals=(error,))


def read_text(found: FoundFile) -> str:
    """The text in UTF-8, in UTF-16 where it says so itself, or in the code page of a Windows where nothing else can be meant.

    Raises `Damaged` for any other, and for no text.
    """
    data = found.data
    is_wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if not (page := code_page_of(data)):
            raise _not_utf8(found, data, error) from error
        text = data.decode(page)
    if "\0" in text:
        raise _no_text(found, text.count("\n", 0, text.index("\0")) + 1)
    return text


def _not_utf8(found: FoundFile, data: bytes, error: UnicodeDecodeError) -> Damaged:
    line = data[: error.start].count(b"\n") + 1
    return Damaged("import_.not_utf8", file=found.name, line=line)


def _no_text(found: FoundFile, line: int) -> Damaged:
    return Damaged("import_.no_text", path=found.name, line=line)
