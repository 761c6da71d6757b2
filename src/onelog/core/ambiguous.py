"""Signs that some terminals draw in one cell and others in two: …, ―, ※, ○, ①, →, α, “ and their like.

Unicode calls them ambiguous (East Asian Width, UAX 11); a terminal set up for Japanese may give them two cells.
"""

from unicodedata import category, east_asian_width

is_wide = False
"""Whether they take two cells: the setting `ambiguous_width`. A run sets it once it knows its settings."""
DRAWN = "█▓▒▁▂▃▄▅─│├└"
"""What bars, trees and tables are drawn with; where they would be wide, the screen has narrow signs for them."""


def more_cells(text: str) -> int:
    """How many cells a text takes beyond those that it takes elsewhere."""
    if not is_wide or text.isascii():
        return 0
    return sum(east_asian_width(sign) == "A" and category(sign)[0] not in "MC" and sign not in DRAWN for sign in text)
