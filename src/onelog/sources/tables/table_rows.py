"""The rows of a table (CSV), each with its lines in the file; the delimiter is the one that its first lines agree on."""

import csv
import io
from typing import NamedTuple

from onelog.core.errors import Damaged
from onelog.core.results.incoming import TextFile

DELIMITERS = ",;\t|"
"""The signs that may stand between cells."""
_LONGEST = 4_000_000
"""Letters that a cell may have."""


class TableRow(NamedTuple):
    """The cells of a row by their columns, and its lines in the file, counted from 1."""

    cells: dict[str, str]
    first: int
    last: int


class CsvTable(NamedTuple):
    """A table as it is read."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


def read_table(file: TextFile) -> CsvTable:
    """The rows beneath the names of the columns. Raises `Damaged`, naming the line."""
    text = file.text.removeprefix("\ufeff")
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    columns: tuple[str, ...] = ()
    rows: list[TableRow] = []
    first = 1
    try:
        for cells in reader:
            first, begin = reader.line_num + 1, first
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = _named(cells)
                continue
            if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
                raise Damaged(
                    "import_.row_too_long", file=file.name, line=begin, cells=len(cells), columns=len(columns)
                )
            rows.append(
                TableRow(dict(zip(columns, (cell.strip() for cell in cells), strict=False)), begin, reader.line_num)
            )
    except csv.Error as error:
        raise Damaged("import_.broken_table", file=file.name, line=reader.line_num) from error
    return CsvTable(columns, tuple(rows))


def _named(cells: list[str]) -> tuple[str, ...]:
    """The names of the columns; one without a name, or with another's, is called by its number."""
    found: list[str] = []
    for n, cell in enumerate(cells, 1):
        name = " ".join(cell.split())
        found.append(name if name and name not in found else f"{name or 'column'} {n}")
    return tuple(found)


def delimiter_of(text: str) -> str:
    """The sign between the cells: of those that stand equally often in the first lines, the most frequent one."""
    lines = [line for line in text[:20_000].split("\n")[:20] if line.strip()]
    counts = {sign: [_outside_quotes(line, sign) for line in lines] for sign in DELIMITERS}

    def likely(sign: str) -> tuple[int, int]:
        said = counts[sign]
        agree = sum(1 for n in said if n and n == said[0])
        return agree, said[0] if said else 0

    return max(DELIMITERS, key=likely)


def _outside_quotes(line: str, sign: str) -> int:
    return sum(part.count(sign) for part in line.split('"')[::2])
