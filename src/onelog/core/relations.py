"""What relations are called: `manager`, `boss`, 上司; what screens write is read back."""

from onelog.core.errors import Wrong
from onelog.core.model import RELATIONS
from onelog.core.names.name_forms import in_usual_width

WORDS = {
    "上司": "manager",
    "マネージャー": "manager",
    "マネジャー": "manager",
    "boss": "manager",
    "部下": "report",
    "メンバー": "report",
    "direct-report": "report",
    "direct": "report",
    "同僚": "peer",
    "colleague": "peer",
    "メンター": "mentor",
    "上司の上司": "skip",
    "上位の上司": "skip",
    "skip-level": "skip",
    "その他": "other",
}
"""Relation by the words for it beside its own name."""


def find_relation(word: str) -> str:
    """The relation that a word means, in English or Japanese, one or several of them (`reports`); "" for none."""
    said = "-".join(in_usual_width(word).casefold().split())
    return next((one for w in (said, said.removesuffix("s")) if (one := WORDS.get(w, w)) in RELATIONS), "")


def check_relation(word: str) -> str:
    """The relation that a word means. Raises `Wrong`."""
    if found := find_relation(word):
        return found
    raise Wrong("person.unknown_relation", word=word[:20], relations=", ".join(RELATIONS))
