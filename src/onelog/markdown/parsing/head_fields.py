"""The fields of a text: its front matter, its first paragraph, the head of a sheet."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from onelog.core.calendar import dates
from onelog.core.errors import OnelogError, notice
from onelog.core.scales import ScaleValue
from onelog.markdown import frontmatter, grammar, sheet
from onelog.markdown.body import Fence
from onelog.markdown.forms import scale_fields
from onelog.markdown.parsed import Known, mode, score
from onelog.markdown.parsing import continuation
from onelog.markdown.sheet import SheetHead
from onelog.markdown.split import unix


class HeadFields:
    """Takes the fields out of a text; what cannot be taken is told, and stays."""

    def __init__(self, now: datetime, known: Known, at: datetime | None, *, typed: bool) -> None:
        self.now, self.known, self.at, self.typed = now, known, at, typed
        self.fields: dict[str, Any] = {}
        self.scales: dict[str, ScaleValue] = {}
        self.troubles: list[tuple[int, str]] = []
        self.bare = True
        """There is no front matter."""
        self.heard: set[int] = set()
        """Lines that stay in the note and say nothing new."""

    def front_scales(self, front: frontmatter.Front, text: str) -> str:
        """Takes the scales out of the front matter; what else stands there."""
        found = scale_fields.cut_front(front.extra, self.known.scales)
        self.scales = {one.key: one for one in found.values}
        lines = unix(text).split("\n")
        for line, trouble in found.troubles:
            self.troubles.append((lines.index(line) + 1, notice("notice.kept_as_it_is", what=trouble)))
        return found.rest

    def front(self, keys: Mapping[str, tuple[str, int]], extra: str) -> str:
        kept = [extra] if extra else []
        for key, (value, number) in keys.items():
            if not value:
                continue
            try:
                self.fields.setdefault(*self.front_field(key, value))
            except (OnelogError, ValueError):
                self.troubles.append((number, notice("notice.front_kept", key=key, value=value[:40])))
                kept.append(f"{key}: {frontmatter.scalar(value)}")
        return "\n".join(kept)

    def front_field(self, key: str, value: str) -> tuple[str, object]:
        if key in ("at", "on"):
            return "at", dates.moment(value, self.now, looking="back", conventions=self.known.conventions)
        if key == "len":
            return "minutes", dates.minutes(value)
        if key in ("mood", "seen", "rating"):
            return key, score(key, value)
        if key == "mode":
            return key, mode(value)
        return ("person" if key == "with" else key), value

    def take_fields(self, lines: list[tuple[int, str]]) -> list[tuple[int, str, bool]]:
        """Takes the fields out of the first paragraph; a line that held nothing else goes away."""
        names = {"on": "at", "len": "minutes"}
        scales = self.known.scales if self.typed else {}
        found: dict[str, object] = {}
        numbered: list[tuple[int, str, bool]] = []
        fence, paragraph, head = Fence(), continuation.FirstParagraph(), SheetHead()
        is_sheet = sheet.has_head("\n".join(line for _, line in lines))
        for number, line in lines:
            in_first = paragraph.feed(line)
            rest = line
            if not fence.feed(line) and in_first and (":" in line or "：" in line):
                rest, troubles = grammar.cut_fields(
                    line, lambda k, v: grammar.read_field(k, v, self.now, self.known.conventions), found
                )
                rest, doubts = scale_fields.cut_scales(rest, scales, self.scales)
                self.troubles += [(number, trouble) for trouble in (*troubles, *doubts)]
            if is_sheet and head.feed(line) and not fence.open and self.take_sheet_line(number, line, found):
                continue
            if rest.strip() or rest == line:
                numbered.append((number, rest, in_first))
        for key, value in found.items():
            self.fields[names.get(key, key)] = value
        if self.scales:
            self.fields["scales"] = tuple(self.scales.values())
        return numbered

    def take_sheet_line(self, number: int, line: str, found: dict[str, object]) -> bool:
        """Takes the day of the meeting out of a line in the head of a sheet, if that is what it says, and hears whom it is with."""
        if self.bare and (who := sheet.who_in(line)):
            self.fields.setdefault("met", who)
        if self.bare and (field := sheet.field_in(line)):
            return self.take_sheet_field(number, *field, found)
        said = sheet.day_in(line, self.now, self.known.conventions)
        if not said:
            return False
        if known := found.get("on") or self.at or self.fields.get("at"):
            self.heard.update([number] if isinstance(known, datetime) and known.date() == said[0].date() else [])
            return False
        if not self.bare:
            return False
        found["on"] = said[0]
        if said[1] and "len" not in found:
            found["len"] = said[1]
        return True

    def take_sheet_field(self, number: int, name: str, value: object, found: dict[str, object]) -> bool:
        """Takes a length or a mode out of a line in the head of a sheet; one that says another than is known stays."""
        key = "len" if name == "minutes" else name
        known = found.get(key, self.fields.get(name))
        if known is None:
            found[key] = value
        self.heard.update([number] if known == value else [])
        return known is None

    @property
    def base(self) -> datetime:
        """The moment from which days in the text are counted."""
        at = self.fields.get("at")
        return self.at or (at if isinstance(at, datetime) else self.now)
