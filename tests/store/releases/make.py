"""Makes the journal that stands for a release: `python tests/store/releases/make.py`, once, at the release.

It has every kind of record in both languages, beside its export as JSON of that day. Later releases read it and never make it again.
"""

import gzip
import os
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import onelog

HERE = Path(__file__).parent
DOCUMENTS = HERE.parents[2] / "examples" / "journal"
OLD = ("2024", "2025", "2026-0")
"""Meetings before October are left out."""
COMMANDS = (
    (
        "log mia 'Went through the launch. a: send the vendor letter @them due:fri aha: asking early is cheaper because: it took"
        " one sentence p: to Mia: clear notes c: she may leave d: ship on Monday w: the pilot is signed f: birthday 12 Mar mood:4"
        " seen:3 len:25m mode:walk #launch'"
    ),
    "topic mia 'gr: shorter updates'",
    "topic mia roadmap --every 4w",
    "move mia 'fri 15:00' --why 'she travels'",
    "people add '田中 美香' --relation report --reading たなか --every 2w",
    "log 田中 '良い1on1でした。 宿題：資料を送る 期限：金曜 気づき：先に聞くと早い'",
    "note mia 'ask about the offsite'",
    "skip aiko --why holiday",
    "log ben 'a: mine to drop'",
    "drop last --why 'not needed'",
    "goals add 'Read twelve books' --from 0 --to 12 --unit books --by 2027-06-30",
    "goals checkin last 3 'slow start'",
    "win 'the talk was accepted'",
    "delete last",
)


def main() -> None:
    name = f"journal-{onelog.__version__}"
    with TemporaryDirectory() as folder:
        journal = Path(folder) / "journal.db"
        (Path(folder) / "config.toml").write_text('me = "Ken Mori"\n', encoding="utf-8")
        own = {
            "HOME": folder,
            "ONELOG_JOURNAL": str(journal),
            "ONELOG_CONFIG": f"{folder}/config.toml",
            "ONELOG_SEED": name,
        }
        env = os.environ | own | {"ONELOG_NOW": "2026-11-30T09:00:00+09:00", "LANG": "C.UTF-8"}

        def run(*words: str) -> bytes:
            return subprocess.run(
                [sys.executable, "-m", "onelog", *words], env=env, check=True, stdout=subprocess.PIPE
            ).stdout

        run("import", *map(str, sorted(path for path in DOCUMENTS.iterdir() if not path.name.startswith(OLD))))
        for command in COMMANDS:
            run(*shlex.split(command))
        exported = run("export", "--format", "json")
        with closing(sqlite3.connect(journal)) as db:
            db.execute("VACUUM")
        for file, data in ((f"{name}.db.gz", journal.read_bytes()), (f"{name}.json.gz", exported)):
            (HERE / file).write_bytes(gzip.compress(data, mtime=0))


if __name__ == "__main__":
    main()
