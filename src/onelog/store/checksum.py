"""A checksum for every record, so that a bit that flips on a disk does not go unseen."""

import json
from collections.abc import Mapping
from typing import Any
from zlib import crc32


def checksum(row: Mapping[str, Any]) -> int:
    """CRC-32 (ISO 3309) of a record's row: of its columns by name, those that hold nothing left out.

    Numbers count as floats, which is how SQLite gives back some that were put in whole. A column that a later version
    adds, and that is null, changes nothing.
    """
    kept = {
        name: float(value) if isinstance(value, int) else value
        for name, value in sorted(row.items())
        if value is not None
    }
    return crc32(json.dumps(kept, ensure_ascii=False, default=repr).encode("utf-8", "surrogatepass"))
