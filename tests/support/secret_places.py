"""A journal with a word of its own in every private place, made by the commands that people use."""

import json
from typing import Any, NamedTuple

from conftest import at
from inside import Inside

NOW = at("2026-11-22")["ONELOG_NOW"]
SECRETS = {
    "a concern": "quinceone", "what led up to it": "quincetwo", "its tag": "quincetag", "how one was settled": "quinceend",
    "one outside a meeting": "quinceout", "one to come": "quincenext", "an aha that is one": "quinceaha",
    "a promise that is one": "quincetask", "one before an edit": "quinceold", "one that is a win": "quincewin",
    "one that is a note line": "quincenote", "one that was deleted": "quincegone", "one that was undone": "quinceundo",
    "an answer about one": "quincewhy", "a private line": "medlarone", "the tag of a private line": "medlartag",
    "a private line to come": "medlarnext", "a fact": "damsonone", "a fact with its day": "damsonday", "a note line that is private": "medlarline", "a private line before an edit": "medlarold",
    "one in a deleted meeting": "medlargone", "a reason to skip": "sloeskip", "a draft": "sloedraft", "a draft of a concern": "sloeworry",
    "a draft of an edit": "sloeedit",
}  # fmt: skip
"""A word for every place; each stands nowhere else."""
S = {name.replace(" ", "_"): word for name, word in SECRETS.items()}

MET = """\
the roster, and the walk
c: {a_concern} it is +{its_tag} because: {what_led_up_to_it}
f: {a_fact} because: {a_fact}
f: birthday 24 Nov {a_fact_with_its_day}
x: {a_private_line} +{the_tag_of_a_private_line}
a: write the plan due:fri
aha: walking helps +calm
d: we hire
g: bigger 3 on it
""".format(**S)
OLD = """\
a talk
said {a_note_line_that_is_private}
c: {one_before_an_edit} first
x: {a_private_line_before_an_edit} first
c: {one_that_is_a_win} first
c: {one_that_is_a_note_line} first
aha: {an_aha_that_is_one} first
a: {a_promise_that_is_one}
""".format(**S)
COMING = "ask her\nc: {one_to_come}\nx: {a_private_line_to_come}\nt: the plan\n".format(**S)


class _Keeper(NamedTuple):
    """Somebody at work in a journal."""

    run: Inside

    def does(self, *words: str, code: int = 0, day: str = "2026-11-22", text: str = "", editor: str = "") -> str:
        env = at(day) | ({"ONELOG_EDITOR": editor} if editor else {})
        done = self.run(*words, input=text.encode(), **env)  # type: ignore[arg-type]
        assert done.code == code, (words, done)
        return done.out

    def makes(self, *words: str, day: str = "2026-11-22", text: str = "") -> Any:
        return json.loads(self.does(*words, "--json", day=day, text=text))

    def edits(self, id_: str, old: str, new: str) -> None:
        """A line of a document, in the editor."""
        put = "import sys, pathlib; path = pathlib.Path(sys.argv[1]); text = path.read_text()"
        mend = f"{put}; assert {old!r} in text, text; path.write_text(text.replace({old!r}, {new!r}))"
        (self.run.folder / "mend.py").write_text(mend, encoding="utf-8")
        self.does("edit", id_, editor="python3 mend.py")


def build(run: Inside) -> dict[str, str]:
    """Fills the journal; returns the ids by the names that stand for them in command lines."""
    keeper = _Keeper(run)
    keeper.does("people", "add", "Mia Tanaka", "--relation", "report", "--every", "2w", "--on", "tue", day="2026-09-01")
    keeper.does("people", "add", "Ben Okafor", "--relation", "manager", "--every", "2w", day="2026-09-01")
    ids = {
        "GOAL": keeper.makes(
            "goals", "add", "bigger", "--from", "0", "--to", "9", "--by", "2027-06-01", "--with", "mia"
        )["id"]
    }
    ids |= _met(keeper) | _edited(keeper) | _gone(keeper)
    ids["WARNED"] = next(w["about"] for w in keeper.makes("watch") if w["rule"] == "concern")
    ids["ANSWER"] = keeper.makes("watch", "--seen", f"concern:{ids['WARNED']}", "--why", S["an_answer_about_one"])["id"]
    ids["SKIP"] = keeper.makes("skip", "ben", "--why", S["a_reason_to_skip"])["id"]
    ids["COMING"] = keeper.makes("note", "mia", "-", text=COMING)["id"]
    keeper.does("backup")
    keeper.does("aha", "keep it +small")
    keeper.does("concern", S["one_that_was_undone"], "--with", "mia")
    keeper.does("undo")
    _drafts(keeper, ids["MEETING"])
    return ids


def _met(keeper: _Keeper) -> dict[str, str]:
    met = keeper.makes("log", "mia", "-", "--on", "2026-11-10", "--mood", "4", "--rating", "5", text=MET)
    ids = {m["kind"].upper(): m["id"] for m in met["moments"]}
    ids |= {"MEETING": met["id"], "ACTION": met["actions"][0]["id"]}
    ids["SETTLED"] = keeper.makes("concern", "it was long", "--with", "mia", day="2026-11-02")["id"]
    keeper.does("done", ids["SETTLED"], "--why", S["how_one_was_settled"])
    ids["OUTSIDE"] = keeper.makes("concern", S["one_outside_a_meeting"], "--with", "mia")["id"]
    for day in ("2026-11-10", "2026-11-11"):
        keeper.does("concern", f"the pager +pager {day}", "--with", "mia", day=day)
    return ids


def _edited(keeper: _Keeper) -> dict[str, str]:
    """What became private, what was, and what was something else before."""
    met = keeper.makes("log", "mia", "-", "--on", "2026-11-15", text=OLD)
    ids = {one["text"].split()[0]: one["id"] for one in (*met["moments"], *met["actions"])}
    note, task = ids[S["one_that_is_a_note_line"]], ids[S["a_promise_that_is_one"]]
    for old, new in (
        (S["one_before_an_edit"], "mild"),
        (S["a_private_line_before_an_edit"], "mild"),
        (f"**Concern:** {S['one_that_is_a_win']}", "**Win:** all well"),
        (f"- **Concern:** {S['one_that_is_a_note_line']} first ^{note}", "it is well"),
        (f"**Aha:** {S['an_aha_that_is_one']}", f"**Concern:** {S['an_aha_that_is_one']}"),
        (f"said {S['a_note_line_that_is_private']}", f"- x: said {S['a_note_line_that_is_private']}"),
        (f"- [ ] {S['a_promise_that_is_one']} ^{task}", f"- c: {S['a_promise_that_is_one']}"),
    ):
        keeper.edits(met["id"], old, new)
    for one in (note, task):
        keeper.does("delete", one)
    return {"OLD": met["id"], "WIN": ids[S["one_that_is_a_win"]], "WAS_AHA": ids[S["an_aha_that_is_one"]], "TASK": task}


def _gone(keeper: _Keeper) -> dict[str, str]:
    ids = {"DELETED": keeper.makes("concern", S["one_that_was_deleted"], "--with", "mia")["id"]}
    ids["LOST"] = keeper.makes(
        "log", "mia", "-", "--on", "2026-11-16", text=f"hello\nx: {S['one_in_a_deleted_meeting']}"
    )["id"]
    for one in ids.values():
        keeper.does("delete", one)
    return ids


def _drafts(keeper: _Keeper, met: str) -> None:
    for day, word, words in (
        ("2026-11-19", S["a_draft"], ("log", "ben", "--edit")),
        ("2026-11-20", S["a_draft_of_an_edit"], ("edit", met)),
    ):
        keeper.does(*words, code=1, day=day, editor=f"sh -c 'echo {word} >> \"$1\"; exit 3' sh")
    keeper.does("concern", "-", code=1, text=f"{S['a_draft_of_a_concern']}\nand more")
