r"""Text made safe to show: what would command a terminal, or hide from the reader, is made visible.

Nothing is removed. A control becomes its picture (ESC is shown as "␛"), anything else that cannot be seen
becomes its number (`\u202e`), half of a surrogate pair becomes U+FFFD. Text is stored as it was typed; this
is only for showing it. A document or a file keeps more (`storable`): it comes back into the journal.
"""

import re

# The patterns are strings: `re` compiles each at its first use and keeps it. Compiling takes about a
# millisecond, which a run that shows plain ASCII, or nothing, need not pay.

# Variation selectors choose the look of the sign before them: emoji or text, the kanji of a name.
_SELECTORS = r"\ufe00-\ufe0f\u180b-\u180d\u180f\U000e0100-\U000e01ef"

_LOW = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    r"\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # zero-width, line ends, direction
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\ufff0-\ufffb"  # fillers: drawn as nothing
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, noncharacters
)
_NONCHARACTERS = "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
_HIGH = (
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # hieroglyphs, shorthand, music
    rf"\U000e0000-\U000e0fff{_NONCHARACTERS}"  # tags
)
# With one range above U+FFFF the class is eight times faster than the exact one; what it finds is checked.
_SUSPECT = rf"[{_LOW}{_SELECTORS}\U00010000-\U0010ffff](?<=[{_LOW}{_SELECTORS}{_HIGH}])"

_EMOJI = r"\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
# Scripts that are misspelt without joiners, Arabic to Myanmar (after RFC 5892, appendix A, but by blocks).
_JOINING = r"\u0620-\u109f"
_AT_HOME = (
    rf"(?:(?<=[{_EMOJI}])|(?<=[{_EMOJI}]\ufe0f))\u200d(?=[{_EMOJI}])"
    rf"|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"
    rf"|(?<=[^{_SELECTORS}])[{_SELECTORS}]"  # one follows a sign; a row of them can carry a hidden message
)


def safe(text: str, *, newlines: bool = True) -> str:
    """`text` with nothing hidden in it: nothing reaches the terminal but visible signs, newlines and tabs.

    Without `newlines` it is one line: a newline is shown as "⏎", a tab as a blank. Safe text comes back as
    the same object. Joiners stay where writing needs them: in emoji made of several, and inside words from
    Arabic to Myanmar; so does a variation selector after its sign.
    """
    if text.isascii() and text.isprintable():
        return text
    if re.search(_SUSPECT, text):
        text = re.sub(_SUSPECT, _shown, text)
    return text if newlines else text.replace("\n", "⏎").replace("\t", " ")


_UNWRITABLE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"


def storable(text: str, *, newlines: bool = True) -> str:
    """`text` for a document or a file: as `safe`, but signs that cannot be seen stay what they are.

    Direction marks, isolates and joiners belong to the writing of Hebrew, Arabic, Persian, and to emoji; as `\\u200f` they
    would come back as letters. Controls, what ends a line, and halves of signs are shown as `safe` shows them.
    """
    if text.isascii() and text.isprintable():
        return text
    if re.search(_UNWRITABLE, text):
        text = re.sub(_UNWRITABLE, _shown, text)
    return text if newlines else text.replace("\n", "⏎").replace("\t", " ")


def one_line(text: str) -> str:
    r"""Safe text as one field of a tab-separated line: a newline is written `\n`, a tab `\t`.

    So `cut -f` and `awk -F'\t'` count right, and `printf '%b'` brings the lines back. A backslash stays
    single, so that `grep` finds paths and patterns as they were typed; JSON has every text exactly.
    """
    return safe(text).replace("\t", r"\t").replace("\n", r"\n")


def _shown(found: re.Match[str]) -> str:
    sign = found.group()
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if re.compile(_AT_HOME).match(found.string, found.start()):
        return sign
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def quoted_name(name: str) -> str:
    """A name as one word of a command."""
    return f'"{name}"' if " " in name else name
