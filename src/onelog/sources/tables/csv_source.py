"""Any table (CSV) by rules: a row is a 1-on-1 or a task, and a column what the rules say; what they do not name stays a word."""

import re
from collections.abc import Iterator
from datetime import date

from onelog.core.calendar import dates
from onelog.core.errors import NotTaken, OnelogError, Refused, check_none, each_of, kept_in, notice
from onelog.core.names import name_forms
from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import SKIPPED, Hints, IncomingFile, Stretch, TextFile
from onelog.markdown.families import NAME_OF_MODE
from onelog.markdown.grammar import Place, guarded
from onelog.markdown.split import unix
from onelog.markdown.word_forms import normalized
from onelog.sources.action_table import mark_of_status
from onelog.sources.found_days import FoundDay, NoDay, read_value
from onelog.sources.found_people import read_people
from onelog.sources.import_rules import KINDS, ImportRules, day_in_format, rules_of
from onelog.sources.tables.table_rows import DELIMITERS, TableRow, delimiter_of, read_table
from onelog.sources.tasks.written_task import TaskFacts, TaskWriter
from onelog.sources.written_document import MOST, DocumentWriter, MeetingFacts, PlacedLine, as_note


def identify(text: str, name: str) -> int:
    """Sure where the first lines have as many cells each, less so by its name alone."""
    if name.lower().endswith((".csv", ".tsv")):
        return 85
    lines = [line for line in text.split("\n", 30)[:30] if line.strip()]
    if len(lines) < 2 or not any(sign in lines[0] and sign in lines[1] for sign in DELIMITERS):
        return 0
    sign = delimiter_of(text)
    cells = [len(re.sub(r'"[^"]*"', "", line).split(sign)) for line in lines]
    is_prose = sign == "," and sum(1 for line in lines if re.search(r",\s+\S+\s+\S", line)) > len(lines) / 3
    return 80 if len(lines) > 1 and len(set(cells)) == 1 and cells[0] > 2 and not is_prose else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """A meeting or a task a row. Raises `Refused` where no rules are."""
    rules = rules_of(hints)
    if not rules.columns:
        raise Refused("import_.needs_rules", file=file.name)
    table = read_table(file)
    named = [name for names in (*rules.columns.values(), rules.skip_columns, tuple(rules.skip_rows)) for name in names]
    there = ", ".join(table.columns)[:200]
    missing = [name for name in dict.fromkeys(named) if name not in table.columns]
    check_none([Refused("import_.no_such_column", file=file.name, column=name, columns=there) for name in missing])
    reader = _RowReader(file, hints, rules)
    for row in table.rows:
        reader.take(row)
    lines = unix(file.text).rstrip("\n").count("\n") + 1
    why = (
        ""
        if reader.pages or reader.refusals
        else notice("import_.no_rows")
        if not reader.skipped
        else notice("import_.no_row_taken")
    )
    return IncomingFile(
        name=file.name,
        source="csv",
        lines=lines,
        documents=() if reader.refusals else tuple(reader.pages),
        stretches=() if why else tuple(reader.skipped),
        refusals=tuple(reader.refusals),
        why=why,
    )


class _RowReader:
    """The rows of one table being read."""

    def __init__(self, file: TextFile, hints: Hints, rules: ImportRules) -> None:
        self.file, self.hints, self.rules = file, hints, rules
        self.meetings, self.tasks = DocumentWriter(file, "csv"), TaskWriter(file, "csv", hints)
        self.pages: list[IncomingDocument] = []
        self.skipped: list[Stretch] = []
        self.refusals: list[OnelogError] = []

    def take(self, row: TableRow) -> None:
        for column, words in self.rules.skip_rows.items():
            if row.cells.get(column, "").casefold() in {word.casefold() for word in words}:
                self.skip(row, notice("import_.skipped_by_rule", column=column, word=row.cells[column][:30]))
                return
        try:
            page = self.task(row) if self.rules.kind == "action" else self.meeting(row)
        except (Refused, NotTaken) as error:
            if len(self.pages) >= MOST:
                raise
            for one in each_of(error):
                self.refusals.append(Refused("document.said_at", file=self.file.name, line=row.first, error=one))
            return
        if page:
            self.pages.append(page)

    def skip(self, row: TableRow, why: str) -> None:
        self.skipped.append(Stretch(row.first, row.last, SKIPPED, why))

    def cell(self, row: TableRow, name: str) -> str:
        return row.cells.get(self.rules.column(name), "")

    # --- a 1-on-1 a row

    def meeting(self, row: TableRow) -> IncomingDocument | None:
        people = read_people([self.called(self.cell(row, "person"))], self.hints)
        if len(people) > 1:
            self.skip(row, notice("import_.several_people", people=", ".join(people)[:60]))
            return None
        person = people[0] if people else self.hints.who
        refused: list[OnelogError] = [] if person else [Refused("document.note_with_whom")]
        at = day = ""
        with kept_in(refused):
            at = self.at(row)
            day = at or str(self.on())
        check_none(refused)
        facts = MeetingFacts(
            person=person,
            person_place=row.first if people else "--with",
            at=day,
            at_place=row.first if at else self.hints.on_place,
            first=row.first,
            last=row.last,
            native=self.cell(row, "id") and f"{self.file.key}\0{self.cell(row, 'id')}",
        )
        front = [(line, row.first) for line in self.front(row)]
        return self.meetings.write(facts, [*self.body(row)], front)

    def called(self, word: str) -> str:
        said = {name_forms.normalize(key): value for key, value in self.rules.people.items()}
        return said.get(name_forms.normalize(word), word)

    def on(self) -> date:
        if self.hints.on is None:
            raise Refused("document.no_day")
        return self.hints.on.date()

    def at(self, row: TableRow) -> str:
        """The day or the time of a row as a document has it; "" where none is said."""
        value, time = self.cell(row, "day"), self.cell(row, "time")
        if not value:
            return ""
        found = self.day(value)
        clock = found.clock or (time if re.fullmatch(r"\d{1,2}:\d\d(?::\d\d)?", time) else "")
        return f"{found.day}T{clock.zfill(5)}" if clock else str(found.day)

    def day(self, value: str) -> FoundDay:
        """The day that a cell says. Raises `Refused` for one that is none, or may be two."""
        if self.rules.day_format:
            if when := day_in_format(value, self.rules):
                return when
            why = notice("document.not_in_format", text=value[:40], format=self.rules.day_format)
            raise Refused("document.bad_day", trouble=why)
        found = read_value(value, self.hints.conventions)
        if isinstance(found, FoundDay):
            return found
        trouble = found.why if isinstance(found, NoDay) else notice("document.without_year", text=value[:40])
        raise Refused("document.bad_day", trouble=trouble)

    def front(self, row: TableRow) -> Iterator[str]:
        """The fields of the head that can be read."""
        for name in ("length", "mode", "mood", "seen", "rating"):
            if said := self.field(name, self.cell(row, name)):
                yield f"{'len' if name == 'length' else name}: {said}"

    def field(self, name: str, value: str) -> str:
        """What a cell says as a field; "" for what cannot be read, which stays a word."""
        if not value:
            return ""
        if name == "length":
            try:
                return dates.minutes_text(int(value) if value.isdecimal() else dates.minutes(value))
            except OnelogError:
                return ""
        if name == "mode":
            return NAME_OF_MODE.get(normalized(value), "")
        number = self.rules.moods.get(value.casefold()) if name in ("mood", "seen") else None
        return str(number) if number else value if value in ("1", "2", "3", "4", "5") else ""

    def body(self, row: TableRow) -> Iterator[PlacedLine]:
        """The notes, then a line for each line of a column that is of a kind, then what no rule names."""
        notes = [name for name in self.rules.columns.get("note", ()) if row.cells.get(name)]
        for name in notes:
            if len(self.rules.columns["note"]) > 1:
                yield from ((f"### {name}", row.first), ("", row.first))
            yield from ((as_note(line), row.first) for line in row.cells[name].splitlines())
            yield "", row.first
        for kind in KINDS:
            for name in self.rules.columns.get(kind, ()):
                yield from ((line, row.first) for line in _items(kind, row.cells.get(name, "")))
        if rest := self.rest(row):
            yield "", row.first
            yield from ((as_note(line), row.first) for line in rest)

    def rest(self, row: TableRow) -> list[str]:
        """What stands in columns that are nothing else, and in fields that could not be read: `Column: words`."""
        read = {
            self.rules.column(name)
            for name in ("length", "mode", "mood", "seen", "rating")
            if self.field(name, self.cell(row, name))
        }
        used = {
            name
            for key, names in self.rules.columns.items()
            for name in names
            if key in ("note", "person", "day", "time", "id", *KINDS)
        }
        gone = {*read, *used, *self.rules.skip_columns}
        return [f"{name}: {' '.join(said.split())}" for name, said in row.cells.items() if said and name not in gone]

    # --- a task a row

    def task(self, row: TableRow) -> IncomingDocument | None:
        words = self.cell(row, "text")
        if not words:
            self.skip(row, notice("import_.no_words"))
            return None
        refused: list[OnelogError] = []
        days = dict.fromkeys(("due", "day"), "")
        for name in days:
            with kept_in(refused):
                days[name] = str(self.day(self.cell(row, name)).day) if self.cell(row, name) else ""
        check_none(refused)
        status = self.cell(row, "status")
        mark, is_read = mark_of_status(status)
        used = {self.rules.column(name) for name in ("text", "due", "day", "id")} | set(self.rules.skip_columns)
        used |= {self.rules.column("status")} if is_read else set()
        more = tuple(
            f"{name}: {' '.join(said.split())}" for name, said in row.cells.items() if said and name not in used
        )
        native = self.cell(row, "id") and f"{self.file.key}\0{self.cell(row, 'id')}"
        return self.tasks.write(
            TaskFacts(
                words=words,
                line=row.first,
                last=row.last,
                mark=mark,
                due=days["due"],
                opened=days["day"],
                more=more,
                native=native,
            )
        )


def _items(kind: str, cell: str) -> Iterator[str]:
    """Each line of a cell as a line of a kind."""
    for line in cell.splitlines():
        words = re.sub(r"^\s*(?:[-*+•・]\s*|\d+[.)]\s+)?(?:\[[ xX]?\]\s+)?", "", line).strip()
        if not words:
            continue
        if kind == "action":
            yield f"- [ ] {guarded(words, Place('action', True))}"
        else:
            yield f"- **{kind.capitalize()}:** {guarded(words, Place(kind, True))}"
