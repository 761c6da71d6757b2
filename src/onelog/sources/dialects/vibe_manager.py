"""vibe-manager: a folder for each report, with a profile and a file for each entry; what it calls mood is theirs, as I saw it."""

import re
import zipfile
from pathlib import Path, PurePath

from onelog.core import files
from onelog.core.errors import notice
from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import SKIPPED, Hints, IncomingFile, Stretch, TextFile
from onelog.markdown import frontmatter
from onelog.markdown.split import unix
from onelog.sources.foreign_front import ForeignFront, read_front
from onelog.sources.notes import read_notes

_PROFILE = "_profile.md"
_ENTRY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T([0-2]\d)([0-5]\d)\d\d)?\.md")
_TITLE = re.compile(r"# 1-on-1\b.*")
_CONTEXTS = ("meeting", "standup", "slack", "other")
_CADENCES = {"weekly": "1w", "biweekly": "2w", "monthly": "1m"}
_OWN_KEYS = {"meeting frequency", "cadence", "report type", "level", "start date", "active"}
_MOST = 100_000


def identify(text: str, name: str) -> int:
    """Sure by the keys of a profile, and of an entry by its context, the title that it begins with, or a profile beside it."""
    place = Path(name)
    front = read_front(unix(text).split("\n"))
    keys = {key.name for key in front.keys}
    if place.name == _PROFILE:
        return 96 if "name" in keys and keys & _OWN_KEYS else 0
    if not _ENTRY.fullmatch(place.name) or keys - {"mood", "context"}:
        return 0
    has_title = bool(re.search(r"^# 1-on-1 (?:-|with .* -) [A-Z][a-z]+ \d", text, re.MULTILINE))
    return 96 if _value(front, "context") in _CONTEXTS or has_title or _profile_of(place).is_file() else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The meeting of an entry, with whom its folder is; of a profile the person, and how often they are met."""
    lines = unix(file.text).rstrip("\n").split("\n")
    front = read_front(lines)
    if Path(file.name).name == _PROFILE:
        return _person(file, front, len(lines))
    body = [line for line in lines[front.start :] if line.strip()]
    if not body or _value(front, "context") not in ("", "meeting"):
        return IncomingFile(file.name, "vibe-manager", len(lines), why=notice("import_.no_one_on_one"))
    parts = file.parts if len(file.parts) > 1 else Path(file.key).parts
    name = _ENTRY.sub(lambda found: _dated(found), parts[-1])
    head = [_field(line) for line in lines[: front.start]]
    head = head if any(line.strip("- ") for line in head) else [""] * len(head)
    text = "\n".join([*head, *_untitled(lines[front.start :]), ""])
    entry = file._replace(text=text, parts=("People", _name_of(file, parts), name), is_named=True)
    return read_notes(entry, hints, "vibe-manager")


def _dated(found: re.Match[str]) -> str:
    return f"{found[1]}T{found[2]}:{found[3]}.md" if found[2] else found[0]


def _field(line: str) -> str:
    """A line of an entry's front matter as ours: how they were is what I saw."""
    if re.fullmatch(r"mood:\s*[1-5]\s*", line):
        return line.replace("mood", "seen")
    if re.match(r"context:|mood:\s*(?:null|~)?\s*$", line):
        return ""
    return f"source_{line}" if line.startswith("mood:") else line


def _untitled(lines: list[str]) -> list[str]:
    """The lines without the title, which says what the folder and the name of the file say."""
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    return ["" if n == first and _TITLE.fullmatch(line) else line for n, line in enumerate(lines)]


def _value(front: ForeignFront, name: str) -> str:
    key = front.first((name,))
    return key.values[0].strip() if key else ""


def _profile_of(place: PurePath) -> Path:
    """Where the profile of an entry is, which is in the folder of the person, or in its folder `journal`."""
    return Path(place.parent.parent if place.parent.name == "journal" else place.parent) / _PROFILE


def _profile_text(file: TextFile) -> str:
    """The profile of the folder; "" where there is none."""
    above = PurePath("..") if PurePath(file.name).parent.name == "journal" else PurePath()
    try:
        return file.beside((above / _PROFILE).as_posix())[:_MOST].decode("utf-8-sig", "replace") if file.beside else ""
    except (OSError, files.NotAFile, files.TooLarge, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ""


def _name_of(file: TextFile, parts: tuple[str, ...]) -> str:
    """The name in the profile of the folder, else that of the folder: `alex-chen` is Alex Chen."""
    if name := _value(read_front(unix(_profile_text(file)).split("\n")), "name"):
        return name
    slug = parts[-3] if parts[-2] == "journal" and len(parts) > 2 else parts[-2]
    return " ".join(part.capitalize() for part in slug.split("-"))


def _person(file: TextFile, front: ForeignFront, lines: int) -> IncomingFile:
    """The person of a profile. What else is known of them is said to be left out."""
    name = front.first(("name",))
    often = front.first(("meeting frequency", "cadence"))
    said = [("kind", "person", 0), ("name", _value(front, "name"), name.line if name else 0), ("relation", "report", 0)]
    if often and often.values[0] in _CADENCES:
        said.append(("every", _CADENCES[often.values[0]], often.line))
    text = "\n".join([*frontmatter.lines([(key, value) for key, value, _ in said]), ""])
    places = ("", *(line or "the profile" for _, _, line in said), "", "")
    page = IncomingDocument(file.name, 1, text, heading=1, last=front.start, places=places)
    rest = (Stretch(front.start + 1, lines, SKIPPED, notice("import_.profile_rest")),) if lines > front.start else ()
    return IncomingFile(file.name, "vibe-manager", lines, (page,), rest)
