"""What Tab offers of what onelog itself has names for: kinds, formats, themes, guides, commands, measures."""

from onelog.cli import COMMANDS, GROUPS, manual
from onelog.cli.back import search, timeline
from onelog.cli.complete_types import Asked, Offer, Offers
from onelog.core import glossary
from onelog.core.errors import in_language
from onelog.core.model import MOMENT_KINDS
from onelog.formats import FORMATS
from onelog.insight import form_files
from onelog.insight.talk import guides, questions


def kinds(asked: Asked) -> Offers:
    """The kinds of records that this command knows."""
    glossary = {"search": search.KINDS, "timeline": timeline.KINDS}.get(asked.command, MOMENT_KINDS)
    return (Offer(kind) for kind in glossary)


def formats(asked: Asked) -> Offers:
    if asked.command == "review":
        return (Offer(name) for name in ("md", "html", "json"))
    return (
        Offer(form.name, in_language(form.about, asked.app.spoken))
        for form in FORMATS.values()
        if form.reader or asked.command != "import"
    )


def themes(_: Asked) -> Offers:
    return (Offer(name) for name in questions.bank(questions.own_file()).themes)


def topics(_: Asked) -> Offers:
    return (Offer(topic) for topic in guides.TOPICS)


def form_examples(_: Asked) -> Offers:
    return (Offer(name) for name in form_files.examples())


def helped(_: Asked) -> Offers:
    return (Offer(word) for word in (*(row.name for row in COMMANDS), *GROUPS, *manual.pages()))


def measures(_: Asked) -> Offers:
    return (Offer(name) for name in glossary.known())
