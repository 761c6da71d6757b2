"""A command that is killed or fails at one system call, and what must hold after it, whichever call it was."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from conftest import ONELOG, Onelog, Run
from holding import Found, damage, difference, doctor, exported, history, manners, meaning, unsaid, waiting
from tracing import FAULTS, Call, Point, Traced, same_place, trace
from without_links import library

NEXT = "What came after: the roof is mended, 屋根は直った\na: write to the roofer\n"
"""What is logged once a fault is past."""


class Case(NamedTuple):
    """A command to be hit."""

    name: str
    words: tuple[str, ...]
    """As on the command line; `{action}` and the like stand for ids in the journal it starts from."""
    piped: str = ""
    editor: str = ""
    """What the editor does to the file "$f"; what it leaves there is what must not be lost."""
    typed: str = ""
    """The words that must not be lost, where they come without an editor."""
    kept: bool = False
    """Whether `recover` has them before it begins."""
    start: str = "talks"
    """Which journal it starts from."""
    links: bool = True
    """Whether its file system knows hard links."""
    step: int = 1
    """Which of its writes of pages are hit: every one, or one of so many."""
    sample: int = 0
    """How many points are tried of it where not all are: first a kill, then a failure."""
    reports: bool = False
    """Whether its answer tells what it found, done or not."""
    look: "Callable[[Onelog], str] | None" = None
    """What it changes, where that is not the journal."""
    after: "Callable[[Scene, bool], Iterator[Found]] | None" = None
    """What else must hold: at once, told whether the command came through; and when it was brought to its end."""


@dataclass
class Scene:
    """A command on the journal that it starts from; what there is before it and after it."""

    case: Case
    onelog: Onelog
    start: Path
    """A folder with the journal as it is before."""
    known: dict[str, bool] = field(default_factory=dict)
    """States of the folder, and whether the command came through in them: many faults end in the same one."""
    sound: set[tuple[str, bool | None]] = field(default_factory=set)
    """Those of them that were looked at from all sides, by whether the words were safe."""
    nexts: dict[bool, tuple[str, str]] = field(default_factory=dict)
    hit: int = 0
    again: int = 0
    """How many points were tried, and how many ended in a state that was known."""

    def __post_init__(self) -> None:
        self.onelog.env |= {"PYTHONDONTWRITEBYTECODE": "1"}
        if not self.case.links:
            self.onelog.env["LD_PRELOAD"] = library() or ""

    @property
    def folder(self) -> Path:
        return self.onelog.folder

    def begin(self, onelog: Onelog | None = None) -> Onelog:
        """The folder as it is before the command; another one where a second program is named."""
        onelog = onelog or self.onelog
        shutil.rmtree(onelog.folder, ignore_errors=True)
        shutil.copytree(self.start, onelog.folder)
        if self.case.editor:
            editor = onelog.folder / "editor"
            editor.mkdir()
            (editor / "editor.sh").write_text(f'f="$1"\n{self.case.editor}\ncp "$f" {editor}/saved\n', encoding="utf-8")
            onelog.env["ONELOG_EDITOR"] = f"sh {editor}/editor.sh"
        return onelog

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The command line, with the ids of the journal it starts from."""
        ids = json.loads((self.start / "ids.json").read_text()) if (self.start / "ids.json").exists() else {}
        return tuple(ids.get(word[1:-1], word) if word[:1] == "{" else word for word in self.case.words)

    @property
    def data(self) -> bytes | None:
        return self.case.piped.encode() if self.case.piped else None

    def run(self, onelog: Onelog) -> None:
        """The command, when nothing fails."""
        done = onelog.run(*self.words, input=self.data)
        assert done.code == 0, done

    def trace(self, point: Point | None = None) -> Traced:
        """The command with a fault; where the call could not be hit, its number has changed, and it is looked up again."""
        for turn in range(2):
            self.begin()
            got = trace(
                [*ONELOG, *self.words], self.folder, self.onelog.env, data=self.data, point=point, alone=bool(self.case.editor)
            )  # fmt: skip
            if not point or got.hit:
                return got
            if not turn:
                del self.calls
                at = (point.call.name, point.call.file)
                point = next((p for p in self.points if p.fault == point.fault and p.call[::2] == at), point)
        raise AssertionError(f"{self.case.name}: {point} was not reached")

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """The calls by which the command writes when nothing fails."""
        self.run(self.begin())  # what Python compiles at a first run is compiled
        got = self.trace()
        assert got.run.code == 0, got.run
        return got.calls

    @property
    def points(self) -> list[Point]:
        """Everything that can happen to the command."""
        return [Point(call, fault) for call in self.calls for fault in FAULTS if _telling(call, fault, self.case.step)]

    # --- what there is

    def look(self, onelog: Onelog | None = None) -> str:
        """What a command may change: the journal, by its export."""
        return (self.case.look or exported)(onelog or self.onelog)

    @cached_property
    def twin(self) -> Onelog:
        """The program on a folder of its own, to see what there is when nothing fails."""
        other = Onelog(self.folder.with_name(f"{self.folder.name}-twin"))
        other.env |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": self.onelog.env.get("PYTHONPATH", "")}
        return other

    @cached_property
    def before(self) -> str:
        return self.look(self.begin(self.twin))

    @cached_property
    def after(self) -> str:
        self.run(self.begin(self.twin))
        return self.look(self.twin)

    @cached_property
    def text(self) -> str:
        """The words that must not be lost."""
        if not self.case.editor:
            return self.case.typed
        self.run(self.begin(self.twin))
        return (self.twin.folder / "editor" / "saved").read_text(encoding="utf-8")

    def next(self, came: bool) -> tuple[str, str]:
        """The journal and its history when something is logged before (False) or after (True) the command."""
        if came not in self.nexts:
            self.begin(self.twin)
            if came:
                self.run(self.twin)
            self.twin("log", "mia", "-", input=NEXT)
            self.nexts[came] = exported(self.twin), history(self.twin)
        return self.nexts[came]

    # --- what must hold

    def check(self, point: Point) -> list[Found]:
        """Everything that is not as it must be after a point was hit."""
        got = self.trace(point)
        self.hit += 1
        return list(self.verdict(got.run, self._safe(got.calls), unsaid(got.calls)))

    def _safe(self, calls: Sequence[Call]) -> bool:
        """Whether the words had reached the disk: written, synced, and in their place."""
        if self.case.kept:
            return True
        if self.case.editor:
            return (self.folder / "editor" / "saved").exists()
        return any(call.name.startswith("rename") and call.file.endswith(".md") and call.worked for call in calls)

    def verdict(self, run: Run, safe: bool | None, silent: bool = False) -> Iterator[Found]:
        """`safe`: whether the words had reached the disk (None: nobody knows); `silent`: stderr itself failed."""
        state = self._state()
        if state not in self.known:
            now = self.look()  # which takes back what was begun in the file, if anything was
            if now not in (self.before, self.after):
                yield Found("half", f"neither before nor after: {now[:2000]}")
                return
            state = self._state()
            self.known[state] = now == self.after
        came = self.known[state]
        yield from manners(run, came, silent or self.case.reports, unchanged=self.before == self.after)
        if run.code == 0 and self.text and safe is False:
            yield Found("said", "it went on with words that were not on the disk")
        if problem := damage(self.onelog.journal):
            yield Found("half", problem)
        elif (state, safe) in self.sound:
            self.again += 1
        else:
            found = list(self._consequences(came, safe))
            yield from found
            if not found:
                self.sound.add((state, safe))

    def _consequences(self, came: bool, safe: bool | None) -> Iterator[Found]:
        """What can be done after it: look for damage, bring it to its end, and go on."""
        yield from self._more(came)
        yield from doctor(self.onelog)
        if self.text:
            yield from self._waiting(came, safe)
            came = came or self.look() == self.after
        elif not came:
            done = self.onelog.run(*self.words, input=self.data)
            came = self.look() == self.after
            if done.code or not came:
                yield Found("lost", f"the same command again does not do it: {done}")
        if came:
            yield from self._more(came)
        yield from self._goes_on(came)

    def _more(self, came: bool) -> Iterator[Found]:
        if self.case.after:
            yield from self.case.after(self, came)

    def _goes_on(self, came: bool) -> Iterator[Found]:
        """Something is logged: the journal and its history are as though nothing had failed."""
        done = self.onelog.run("log", "mia", "-", input=NEXT)
        if done.code or "recover" in done.err:
            yield Found("lost", f"the next command could not: {done}")
        elif (now := (exported(self.onelog), history(self.onelog))) != self.next(came):
            yield Found("half", f"after the next command it is another journal: {difference(self.next(came), now)}")
        elif self.onelog.journal.with_name("journal.db-journal").exists():
            yield Found("half", "the next command leaves a journal that is not at rest")
        if problem := damage(self.onelog.journal):
            yield Found("half", f"after the next command: {problem}")

    def _waiting(self, came: bool, safe: bool | None) -> Iterator[Found]:
        """What `recover` has: the words if they are not in the journal, nothing if they are; once, and exactly."""
        texts = waiting(self.onelog)
        if came and texts:
            yield Found("half", f"recover offers what is in the journal: {texts}")
        elif not came and safe and texts != [self.text]:
            yield Found("lost", f"recover has {texts}")
        elif self.text not in texts:
            if texts and not self.case.editor:  # a template that nobody wrote in may wait
                yield Found("half", f"recover has {texts}")
            for _ in texts:
                self.onelog("recover", "1", "--discard")
        elif not came:
            got = self.onelog.run("recover", "1")
            if got.code or self.look() != self.after:
                yield Found("lost", f"recover does not bring the words back: {got}")
            if left := waiting(self.onelog):
                yield Found("half", f"recover offers twice: {left}")

    def _state(self) -> str:
        """The folder's content, without what differs from run to run and means nothing."""
        parts = []
        for path in sorted(self.folder.rglob("*"), key=lambda path: same_place(str(path))):
            if path.is_file():
                data = path.read_bytes()
                parts.append(f"{same_place(str(path))} {meaning(path, data)}")
        return "\n".join(parts)


def _telling(call: Call, fault: str, step: int) -> bool:
    """Every call is killed, and fails for want of room and for a fault of the disk: of many writes in a row every other
    one once, and those between from there on."""
    lasting = fault.endswith("+")
    if "open" in call.name:
        return not lasting  # nothing could be read either, Python's own files included
    if call.name != "pwrite64":
        return True
    return call.nth % step == 0 and (fault == "kill" or lasting == bool(call.nth // step % 2))
