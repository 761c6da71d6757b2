"""What came in: the report of an import, file by file, as JSON."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import FileReport, ImportReport
from onelog.formats.presenters.history import brought_json


def _file_json(file: FileReport, today: date) -> dict[str, Any]:
    lines = [{"first": s.first, "last": s.last, "state": s.state, "why": s.why or None} for s in file.stretches]
    return {
        "file": file.name,
        "source": file.source or None,
        "state": file.state,
        "why": file.why or None,
        "lines": lines,
    }


def _document_json(page: IncomingDocument) -> dict[str, Any]:
    lines = [{"text": text, "from": page.place_of(n) or None} for n, text in enumerate(page.text.split("\n"), 1)]
    return {"file": page.file, "line": page.line_of(1), "lines": lines}


def _report_json(report: ImportReport, today: date) -> dict[str, Any]:
    found = brought_json(report.brought, today)
    found["sums"] = report.sums
    found["files"] = [_file_json(file, today) for file in report.files]
    return found | {"documents": [_document_json(page) for page in report.documents]}


JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {"import": _report_json, "imported": _file_json}
