"""What lists and screens show, as JSON."""

from datetime import date
from importlib import import_module
from typing import Any

from onelog.core.kinds import Record
from onelog.core.presenter import Listed, presenter_of
from onelog.core.values import as_dict, has_fields
from onelog.formats.json_records import record_json


def result_json(value: Any, today: date) -> Any:
    """The JSON of a record, a result or a list of them."""
    if isinstance(value, Record):
        return record_json(value, today)
    if isinstance(value, Listed):
        return [result_json(one, today) for one in value.values]
    presenter = presenter_of(type(value))
    if presenter and presenter.module:
        group = import_module(f"onelog.formats.presenters.{presenter.module}")
        if write := getattr(group, "JSON", {}).get(presenter.name):
            return write(value, today)
    return fields_json(value, today)


def fields_json(value: Any, today: date) -> dict[str, Any]:
    """The fields as they are, after the kind."""
    presenter = presenter_of(type(value))
    if presenter is None:
        raise TypeError(f"{type(value)} says not how it is shown.")
    return {"kind": presenter.name, **{key.rstrip("_"): _plain(one, today) for key, one in as_dict(value).items()}}


def _plain(field: Any, today: date) -> Any:
    if isinstance(field, date):
        return field.isoformat()
    if isinstance(field, Record):
        return record_json(field, today)
    if has_fields(field):
        return {key.rstrip("_"): _plain(one, today) for key, one in as_dict(field).items()}
    if isinstance(field, tuple | list):
        return [_plain(one, today) for one in field]
    return field
