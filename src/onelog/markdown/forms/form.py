"""A form of one's own for a 1-on-1: Markdown with headings, standing questions, places for what onelog knows, and scales.

`ask: energy 1-5` is a scale, `{topics}` alone in a line a place; every other line stands in the document as it is.
"""

import re
from unicodedata import normalize

from onelog.core.errors import Message, Notice
from onelog.core.regexes import pattern
from onelog.core.sanitize import safe
from onelog.core.scales import LEAST, MOST, NAME, Scale
from onelog.markdown import grammar, labels
from onelog.markdown.body import Fence
from onelog.markdown.forms import scale_fields
from onelog.markdown.forms.own_form import INSIDE, FormAsk, FormLine, FormTrouble, OwnForm
from onelog.markdown.section_lines import Sections
from onelog.markdown.split import unix
from onelog.markdown.token_patterns import FIELD_INSIDE
from onelog.markdown.word_forms import composed

LONGEST = 20_000
"""Signs that a form has at most."""
MOST_SCALES = 8
MOST_QUESTIONS = 9

PLACES = {
    "promises": ("promises", "宿題"),
    "mine": ("mine", "自分の宿題"),
    "theirs": ("theirs", "相手の宿題"),
    "topics": ("topics", "話すこと"),
    "concerns": ("concerns", "懸念"),
    "goals": ("goals", "目標"),
    "questions": ("questions", "質問"),
    "last": ("last", "前回"),
}
"""What onelog can put into a document, and what its place is called in English and Japanese."""

_ASK = r"(?:[-*・][ \t]*)?(?:(?i:ask)|聞く|尋ねる|尺度)[ \t\u3000]*[:：][ \t\u3000]*(.*)"
_SCALE = rf"({NAME})[\s\u3000]+(-?\d+)[ \t]*(?:[-–—~〜～]|\.\.|to|から)[ \t]*(-?\d+)(?:[\s\u3000]+(.*))?"
_PLACE = r"(?:[-*・][ \t]*)?\{([^{}]*)\}"
_PLACE_OF = {word: place for place, words in PLACES.items() for word in words}


def read_form(text: str) -> tuple[OwnForm, tuple[FormTrouble, ...]]:
    """A form, and what is wrong with it: one that has troubles is not to be used."""
    text = unix(text)
    if len(text) > LONGEST:
        return OwnForm(), (FormTrouble.of(0, "forms.too_long", n=len(text), most=LONGEST),)
    if not text.strip():
        return OwnForm(), (FormTrouble.of(0, "forms.empty"),)
    reading = _FormReading()
    reading.read(text.rstrip("\n").split("\n"))
    return OwnForm(tuple(reading.asks), tuple(reading.lines)), tuple(reading.troubles)


class _FormReading:
    """One pass over a form."""

    def __init__(self) -> None:
        self.asks: list[FormAsk] = []
        self.lines: list[FormLine] = []
        self.troubles: list[FormTrouble] = []
        self.places: set[str] = set()

    def read(self, lines: list[str]) -> None:
        fence, within, opened = Fence(), Sections(), 0
        for number, line in enumerate(lines, 1):
            is_code = fence.feed(line)
            opened = opened if is_code and opened else number if is_code else 0
            try:
                self.take(number, line, within, is_code=is_code)
            except _Broken as error:
                self.troubles.append(FormTrouble(number, Notice(error.text)))
        if fence.open:
            self.troubles.append(FormTrouble.of(opened, "forms.code_open"))
        if not self.asks and not any(line.place or line.words.strip() for line in self.lines) and not self.troubles:
            self.troubles.append(FormTrouble.of(0, "forms.asks_nothing"))

    def take(self, number: int, line: str, within: Sections, *, is_code: bool) -> None:
        """One line. Raises `_Broken` with what is wrong with it."""
        bare = line.strip()
        if "\ufffd" in line or safe(line.replace("\t", " ")) != line.replace("\t", " "):
            raise _Broken("forms.bad_characters")
        if is_code:
            self.lines.append(FormLine(line.rstrip()))
        elif number == 1 and bare == "---":
            raise _Broken("forms.front_matter")
        elif asked := pattern(_ASK).fullmatch(bare):
            self.ask(asked[1])
        elif place := pattern(_PLACE).fullmatch(bare):
            self.lines.append(self.place(place[1]))
        else:
            _check_words(line, within.feed(line))
            self.lines.append(FormLine(line.rstrip()))

    def ask(self, said: str) -> None:
        """`energy 1-5`, several with commas between, or one with the words of its question."""
        said = composed(said).strip()
        if not said:
            raise _Broken("forms.empty_ask")
        parts = [part.strip() for part in re.split(r"[,、，]", said)]
        if not all(pattern(_SCALE).fullmatch(part) for part in parts):
            parts = [said]
        for part in parts:
            one = _asked(part)
            if one.scale.key in {known.scale.key for known in self.asks}:
                raise _Broken("forms.scale_twice", name=one.scale.name)
            if len(self.asks) >= MOST_SCALES:
                raise _Broken("forms.many_scales", most=MOST_SCALES)
            self.asks.append(one)

    def place(self, said: str) -> FormLine:
        name, _, n = (
            said.strip().casefold().rpartition(" ")
            if re.search(r"\s\d+\s*$", said)
            else (said.strip().casefold(), "", "")
        )
        place = _PLACE_OF.get(name.strip(), "")
        if not place:
            known = ", ".join(f"{{{words[0]}}}" for words in PLACES.values())
            raise _Broken("forms.unknown_place", name=said[:20], known=known)
        if n and (place != "questions" or not 1 <= int(n) <= MOST_QUESTIONS):
            raise _Broken("forms.place_number", most=MOST_QUESTIONS)
        parts = {"mine", "theirs"} if place == "promises" else {place}
        if parts & self.places:
            raise _Broken("forms.place_twice", name=said.strip())
        self.places |= parts
        return FormLine(place=place, n=int(n or 0))


class _Broken(Exception):
    """What is wrong with a line."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.text = Message(key, **values)


def _asked(said: str) -> FormAsk:
    """One scale. Raises `_Broken`."""
    found = pattern(_SCALE).fullmatch(said)
    if not found:
        many = re.match(rf"{NAME}(?:[ \t]+{NAME})+[ \t]+\d+\s*[-–]\s*\d+", said)
        if many:
            *words, numbers = many[0].split()
            raise _Broken("forms.scale_of_words", words=said[:30], example=f"{'-'.join(words)} {numbers}")
        raise _Broken("forms.no_scale", words=said[:30])
    name, low, high = normalize("NFKC", found[1]), int(found[2]), int(found[3])
    if scale_fields.is_reserved(name):
        raise _Broken("forms.scale_reserved", name=name, example=name.lower())
    if not LEAST <= low < high <= MOST:
        raise _Broken("forms.scale_range", name=name, low=low, high=high, least=LEAST, most=MOST)
    return FormAsk(Scale(name, low, high), (found[4] or "").strip())


def _check_words(line: str, section: str) -> None:
    """Raises `_Broken` for words that would be a record, or a field, of every meeting."""
    bare = line.strip()
    if bare.startswith("{") and "}" not in bare:
        raise _Broken("forms.place_open")
    if inside := next((m[1] for m in pattern(INSIDE).finditer(bare) if m[1].strip().casefold() in _PLACE_OF), None):
        raise _Broken("forms.place_inside", name=inside)
    if labels.heading(line):
        raise _Broken("forms.would_record", words=bare[:30])
    if section:
        raise _Broken("forms.would_be_kind", words=bare[:30], kind=Message(f"errors.record.a_{section}"))
    if grammar.cut_id(line)[1]:
        raise _Broken("forms.has_id")
    if field := pattern(FIELD_INSIDE).search(line):
        raise _Broken("forms.would_be_said", words=field[2][:30])
    if bare.startswith("<!--"):
        raise _Broken("forms.comment")
