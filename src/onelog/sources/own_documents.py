"""Documents in the form that onelog itself writes, one or several in a file; also those that a dry run has shown."""

import re
from collections import Counter
from collections.abc import Mapping

from onelog.core.results.common import IncomingDocument, Origin
from onelog.core.results.incoming import IncomingFile, TextFile
from onelog.markdown import document, frontmatter
from onelog.markdown.body import ID
from onelog.markdown.parsed import FRONT
from onelog.markdown.split import unix
from onelog.sources.built_document import hashed, origin_key
from onelog.sources.ruled_sections import apply_headings, without
from onelog.sources.task_marks import read_task
from onelog.sources.undressed import is_dressed, undressed

MARGIN = re.compile(r"[ \t]*<!-- from .* -->$")
"""Where a line comes from, as a dry run shows it."""
_PROMISE = re.compile(r"^promise: (\S+)$")
_SOURCE = re.compile(r"^source: ([0-9a-f]{32})\.([0-9a-f]{32})(?:\.([0-9a-f]{8}))?$")


def margin(place: str) -> str:
    """What stands beside a line in a dry run; the inverse of `MARGIN`."""
    return f"  <!-- from {place.replace('-->', '')} -->" if place else ""


def shown_sum(text: str) -> str:
    """What tells whether a document was edited after a dry run had shown it."""
    return hashed("\n".join(line.rstrip() for line in text.strip().split("\n")))[:8]


def is_own(text: str) -> bool:
    """Whether a text is in the form that onelog writes: it has front matter with an id or a kind, or a person and a time."""
    keys = frontmatter.split(unix(text), FRONT).keys
    has_time = bool({"at", "on"} & keys.keys())
    person = keys["with"][0] if "with" in keys else ""
    is_plain = not re.search(r"[\[\]@,<]", person)
    if "id" in keys and not re.fullmatch(ID, keys["id"][0]):
        return is_plain and bool({"with", "kind"} & keys.keys())
    return bool({"id", "kind"} & keys.keys()) or ("with" in keys and has_time and is_plain)


def is_rehearsed(text: str) -> bool:
    """Whether a text is what a dry run has shown."""
    return any(_SOURCE.match(line) for line in unix(text[:4000]).split("\n")[:12])


def read_own(file: TextFile, headings: Mapping[str, str]) -> IncomingFile:
    """The documents in a file, cut apart at their front matter, after what rules say of their headings."""
    ruled = apply_headings(unix(file.text).split("\n"), headings)
    read = _read(file._replace(text="\n".join(ruled.lines)))
    pages = tuple(without(page, ruled.gone) for page in read.documents) if ruled.skipped else read.documents
    return read._replace(documents=pages, stretches=ruled.skipped, ruled=ruled.used)


def _read(file: TextFile) -> IncomingFile:
    text = unix(file.text)
    lines = text.split("\n")
    if is_rehearsed(text):
        text = "\n".join(MARGIN.sub("", line) for line in lines)
    counts: Counter[str] = Counter()
    pages = [_page(file, line, part, counts) for line, part in document.parts(text)]
    ends = [*(page.line - 1 for page in pages[1:]), len(lines) - (not lines[-1])]
    pages = [page._replace(last=end) for page, end in zip(pages, ends, strict=True)]
    return IncomingFile(file.name, "md", ends[-1] if ends else 0, tuple(pages))


def _page(file: TextFile, line: int, text: str, counts: Counter[str]) -> IncomingDocument:
    if is_dressed(text):
        plain = [*undressed(text)]
        page = _page(file, line, "\n".join(part for part, _ in plain), counts)
        return page._replace(places=tuple(line + number for _, number in plain))
    kept = text.split("\n")
    if said := next((found for one in kept[:12] if (found := _SOURCE.match(one))), None):
        promise = next((found[1] for one in kept[:12] if (found := _PROMISE.match(one))), "")
        text = "\n".join(one for one in kept if not _SOURCE.match(one) and not _PROMISE.match(one))
        is_edited = bool(said[3]) and said[3] != shown_sum(text)
        return IncomingDocument(file.name, line, text, origin=Origin(said[1], said[2], is_edited), promise=promise)
    keys = frontmatter.split(text, FRONT).keys
    if "id" in keys or keys.get("kind", ("", 0))[0] not in ("", "meeting"):
        return IncomingDocument(file.name, line, text)
    about = " ".join(keys[key][0] for key in ("with", "at", "on") if key in keys)
    counts[about] += 1
    key = origin_key("md", file.key, about, str(counts[about]))
    plain_text = "\n".join(map(read_task, kept))
    return IncomingDocument(file.name, line, plain_text, origin=Origin(key, hashed(text.strip())))
